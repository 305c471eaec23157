"""Fetches the third-party browser files we serve ourselves, checked against pinned digests.

Run by people (``python tools/vendor.py``), never at run time. The files it writes are committed, so a
clone works without a network; running it again gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"


@dataclass(frozen=True)
class Source:
    """One npm package: the version we pin, the digest we expect, the files we keep."""

    name: str
    version: str
    integrity: str
    licence: str
    home: str
    files: tuple[tuple[str, str], ...]


SOURCES = (
    Source(
        name="leaflet",
        version="1.9.4",
        integrity="sha512-nxS1ynzJOmOlHp+iL3FyWqK89GtNL8U8rvlMOsQdTTssxZwCXh8N2NB3GDQOL+YR3XnWyZAxwQixURb+FA74PA==",
        licence="BSD-2-Clause",
        home="https://leafletjs.com",
        files=(
            ("dist/leaflet.js", "leaflet.js"),
            ("dist/leaflet.css", "leaflet.css"),
            ("LICENSE", "leaflet.LICENSE.txt"),
        ),
    ),
    Source(
        name="@fontsource-variable/inter",
        version="5.3.0",
        integrity="sha512-OupL48va4JNofb97w6NYeF9S7W/kHNKM0Er8Dem5nqi4jeOLrVJDoE8tZEpnMJmtkvNbB1EIPPwHcdkF6b1oUA==",
        licence="OFL-1.1",
        home="https://rsms.me/inter",
        files=(
            *(
                (f"files/inter-{subset}-wght-normal.woff2", f"inter-{subset}.woff2")
                for subset in ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
            ),
            ("LICENSE", "inter.LICENSE.txt"),
        ),
    ),
)


def main() -> None:
    """Write ``static/vendor`` anew: the kept files, their digests (``manifest.json``), ``LICENSES.md``."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        kept = [row for source in SOURCES for row in _fetch(source, Path(scratch))]
    manifest = {"files": dict(sorted(kept))}
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    (VENDOR / "LICENSES.md").write_text(_licences(), encoding="utf-8")
    for name, digest in sorted(kept):
        print(f"{digest[:12]}  {name}")


def _fetch(source: Source, scratch: Path) -> list[tuple[str, str]]:
    """Pack one package, check it, copy the files we keep; give their names and SHA-256 digests."""
    npm = shutil.which("npm")
    if npm is None:
        message = (
            "npm is not on the PATH. Install Node.js to refresh static/vendor; the app does not need it."
        )
        raise SystemExit(message)
    folder = Path(tempfile.mkdtemp(dir=scratch))
    command = [npm, "pack", f"{source.name}@{source.version}", "--silent", "--pack-destination", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words, pinned versions
    (archive,) = folder.glob("*.tgz")
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != source.integrity:
        message = (
            f"{source.name}@{source.version}: expected {source.integrity}, got {found}. It was left out."
        )
        raise SystemExit(message)
    kept = []
    with tarfile.open(archive) as package:
        for inside, outside in source.files:
            member = package.extractfile(f"package/{inside}")
            if member is None:
                message = f"{source.name}@{source.version} holds no file {inside}."
                raise SystemExit(message)
            content = _tidy(outside, member.read())
            (VENDOR / outside).write_bytes(content)
            kept.append((outside, hashlib.sha256(content).hexdigest()))
    return kept


def _tidy(name: str, content: bytes) -> bytes:
    """Drop the pointer to a source map that we do not ship: developer tools would ask for it in vain."""
    if not name.endswith(".js"):
        return content
    lines = content.decode().splitlines()
    return ("\n".join(line for line in lines if not line.startswith("//# sourceMappingURL")) + "\n").encode()


def _licences() -> str:
    """Word the licence page of the vendored files."""
    rows = [
        f"| {source.name} | {source.version} | {source.licence} | {source.home} | {_licence_file(source)} |"
        for source in SOURCES
    ]
    return "\n".join(
        [
            "# Third-party files in this folder",
            "",
            "Written by `tools/vendor.py`; `manifest.json` holds the SHA-256 of every file.",
            "",
            "| package (npm) | version | licence | home | licence text |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "Leaflet: without the last line of leaflet.js, a pointer to a source map; the rest unchanged.",
            "Inter: four subsets of the variable font (Latin, Cyrillic, their extensions), unchanged.",
            "",
        ]
    )


def _licence_file(source: Source) -> str:
    """Name the licence text kept beside a package's files."""
    return next(outside for _, outside in source.files if outside.endswith(".LICENSE.txt"))


if __name__ == "__main__":
    main()
