"""Writes the part of NOTICE about what an installation carries: ``python -m tools.notices``.

One line for each package of `requirements.lock` with the licence that its own metadata states, one for each
library that a package brings inside itself.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "NOTICE"
LOCK = ROOT / "requirements.lock"
BEGIN = "Installed packages\n"
END = "\nBoundaries are shown"

_OPENING = """  Not in this repository: `make run`, `make test` and the container install them from
  requirements.lock. Each carries its licence texts in its .dist-info folder. These lines are
  written by `python -m tools.notices`.
"""
_LOCKED = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)
_LIBRARY = re.compile(r"^lib([A-Za-z].*?)(?:-[0-9a-f]{8})*\.so(?:\.[\d.]+)?$")
_NAMED = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# The metadata of this one states no licence; the file LICENSE of its repository does.
_STATED_ELSEWHERE = {"streamlit-folium": "MIT"}
# Shared libraries inside wheels, by the beginning of their file name: what it is, its licence.
_LIBRARIES: Mapping[str, str] = {
    "arrow": "Apache Arrow C++ (Apache-2.0)",
    "parquet": "Apache Arrow C++ (Apache-2.0)",
    "geos": "GEOS (LGPL-2.1)",
    "gdal": "GDAL (MIT) with GEOS (LGPL-2.1), PROJ, Expat (MIT), SQLite, OpenSSL (Apache-2.0) linked into it",
    "proj": "PROJ (MIT)",
    "curl": "curl (curl)",
    "nghttp2": "nghttp2 (MIT)",
    "sqlite3": "SQLite (public domain)",
    "tiff": "LibTIFF (libtiff)",
    "scipy_openblas": "OpenBLAS with LAPACK (BSD-3-Clause)",
    "gfortran": "GCC runtime (GPL-3.0 with the GCC Runtime Library Exception)",
    "quadmath": "libquadmath (LGPL-2.1-or-later)",
    "llvmlite": "LLVM (Apache-2.0 with LLVM exception)",
    "ortools": "OR-Tools (Apache-2.0)",
    "absl": "Abseil (Apache-2.0)",
    "protobuf": "Protocol Buffers (BSD-3-Clause)",
    "utf8_validity": "utf8_range (MIT)",
    "re2": "RE2 (BSD-3-Clause)",
    "highs": "HiGHS (MIT)",
    "scip": "SCIP (Apache-2.0)",
    "Cbc": "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi (EPL-2.0)",
    "Cgl": "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi (EPL-2.0)",
    "Clp": "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi (EPL-2.0)",
    "CoinUtils": "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi (EPL-2.0)",
    "Osi": "COIN-OR Cbc, Cgl, Clp, CoinUtils, Osi (EPL-2.0)",
    "bz2": "bzip2 (bzip2-1.0.6)",
    "z": "zlib (Zlib)",
    "zstd": "Zstandard (BSD-3-Clause)",
    "Xau": "libXau, libxcb (MIT)",
    "xcb": "libXau, libxcb (MIT)",
    "avif": "libavif (BSD-2-Clause)",
    "brotli": "Brotli (MIT)",
    "freetype": "FreeType (FTL)",
    "harfbuzz": "HarfBuzz (MIT-Modern-Variant)",
    "jpeg": "libjpeg-turbo (IJG, BSD-3-Clause, Zlib)",
    "lcms2": "Little CMS (MIT)",
    "lzma": "XZ Utils (0BSD)",
    "openjp2": "OpenJPEG (BSD-2-Clause)",
    "png": "libpng (libpng-2.0)",
    "sharpyuv": "libwebp (BSD-3-Clause)",
    "webp": "libwebp (BSD-3-Clause)",
}
# What wheels carry that is no shared library.
_OTHER: Mapping[str, tuple[str, ...]] = {
    "matplotlib": ("DejaVu fonts (Bitstream Vera)", "STIX fonts (OFL-1.1)"),
    "streamlit": (
        "a browser bundle of many packages, mainly React, Emotion, Glide Data Grid, KaTeX, Mermaid (MIT)",
        "Cytoscape.js, Plotly.js, deck.gl, Lodash, Moment, Axios (MIT)",
        "Vega, Vega-Lite, wavesurfer.js (BSD-3-Clause)",
        "Apache Arrow JS, Apache ECharts, React Aria (Apache-2.0)",
        "DOMPurify (Apache-2.0 OR MPL-2.0)",
        "Source Sans, Source Serif, Source Code Pro (OFL-1.1)",
        "Material Symbols (Apache-2.0)",
    ),
    "streamlit-folium": ("React, object-assign (MIT)",),
    "tzdata": ("IANA time zone database (public domain)",),
}


def main() -> None:
    """Write the part."""
    NOTICE.write_text(renewed(NOTICE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote {NOTICE}")


def renewed(text: str) -> str:
    """
    Replace the part about installed packages in the text of NOTICE.

    Parameters
    ----------
    text
        The whole text. A package that is not installed here, such as one for another Python, keeps its line.
    """
    before, _, rest = text.partition(BEGIN)
    old, _, after = rest.partition(END)
    known = dict(re.findall(r"^  (\S+) \S+: (.+)$", old, re.MULTILINE))
    lines = [f"  {name} {version}: {_licence(name, known)}" for name, version in locked()]
    return f"{before}{BEGIN}{_OPENING}\n" + "\n".join(lines) + f"\n{END}{after}"


def locked() -> list[tuple[str, str]]:
    """Name and version of each package in the lock."""
    return _LOCKED.findall(LOCK.read_text(encoding="utf-8"))


def libraries(name: str) -> list[str]:
    """
    Shared libraries inside an installed package, by the names of their files without `lib`.

    Raises
    ------
    importlib.metadata.PackageNotFoundError
        If the package is not installed.
    """
    files = distribution(name).files or []
    found = {match[1] for file in files if (match := _LIBRARY.match(file.name))}
    return sorted(found)


def described(library: str) -> str:
    """
    Say what a shared library is, and its licence.

    Raises
    ------
    KeyError
        If this tool does not know it; add it to the table above.
    """
    return _LIBRARIES[max((known for known in _LIBRARIES if _is_named(library, known)), key=len, default="")]


def _is_named(library: str, known: str) -> bool:
    """Whether the name of a file begins so; of one letter it must be all."""
    return library == known if len(known) == 1 else library.startswith(known)


def _licence(name: str, known: Mapping[str, str]) -> str:
    """Licence of a package, then what it carries."""
    try:
        parts = [_stated(name), *sorted({described(library) for library in libraries(name)})]
    except PackageNotFoundError:
        return known[name]
    return "; with ".join([parts[0], ", ".join([*parts[1:], *_OTHER.get(name, ())])]).removesuffix("; with ")


def _stated(name: str) -> str:
    """Licence that the metadata of a package states."""
    stated = metadata(name)
    if stated.get("License-Expression"):
        return str(stated["License-Expression"])
    names = list(_classified(stated.get_all("Classifier") or ()))
    short = str(stated.get("License") or "")
    return " OR ".join(names) or _NAMED.get(short, short) or _STATED_ELSEWHERE[name]


def _classified(classifiers: list[str] | tuple[()]) -> Iterator[str]:
    """Licences among classifiers."""
    for classifier in classifiers:
        if classifier.startswith("License :: ") and not classifier.endswith("OSI Approved"):
            name = classifier.rpartition(" :: ")[2]
            yield _NAMED.get(name, name)


if __name__ == "__main__":
    main()
