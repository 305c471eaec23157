"""Writes the bill of materials of an installation as CycloneDX: ``python -m tools.sbom``.

It lists each package of `requirements.lock` with the digests of its files and its licence, and what the
repository brings itself: the typeface and Leaflet. The same lock gives the same file.
"""

from __future__ import annotations

import argparse
import json
import re
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor import __version__
from tools.notices import LOCK, NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "dist" / "sbom.cdx.json"
VENDOR = ROOT / "static" / "vendor"
_SPEC = "1.6"
_NAME = "corridor-explorer"
_ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)$",
    re.MULTILINE,
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
# An SPDX identifier or an expression of them; anything else is a name.
_ONE_ID = re.compile(r"[A-Za-z0-9.+-]+")
_NO_ID = frozenset({"BSD", "Dual", "Expat", "UNKNOWN"})
_VENDORED = (
    ("inter", "Inter", "OFL-1.1", "https://rsms.me/inter/"),
    ("leaflet", "Leaflet", "BSD-2-Clause", "https://leafletjs.com/"),
)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Write the bill of materials as CycloneDX.")
    parser.add_argument("--output", type=Path, default=OUTPUT, help=f"file to write ({OUTPUT})")
    output = parser.parse_args().output
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Wrote {output}")


def bill(lock: str | None = None) -> dict[str, Any]:
    """
    Give the bill of materials.

    Parameters
    ----------
    lock
        Text of the lock; that of the repository if None.

    Returns
    -------
    dict
        A document of CycloneDX 1.6.
    """
    text = LOCK.read_text(encoding="utf-8") if lock is None else lock
    packages = sorted(_packages(text), key=lambda package: package["bom-ref"])
    top = f"pkg:pypi/{_NAME}@{__version__}"
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{_SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": _SPEC,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text + __version__)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": top,
                "name": _NAME,
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*packages, *_vendored()],
        "dependencies": [{"ref": top, "dependsOn": [package["bom-ref"] for package in packages]}],
    }


def _packages(lock: str) -> Iterator[dict[str, Any]]:
    """Iterate over the packages of a lock."""
    licences = dict(re.findall(r"^  (\S+) \S+: ([^;\n]+)", NOTICE.read_text(encoding="utf-8"), re.MULTILINE))
    for entry in _ENTRY.finditer(lock):
        name, version = entry["name"], entry["version"]
        address = f"pkg:pypi/{name}@{version}"
        component = {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            # Each package has several files, one for a kind of machine; which is installed is not known.
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{name}/{version}/",
                    "hashes": [
                        {"alg": "SHA-256", "content": digest} for digest in _HASH.findall(entry["hashes"])
                    ],
                }
            ],
        }
        if name in licences:
            component["licenses"] = [_licence(licences[name].strip())]
        if entry["marker"]:
            component["properties"] = [{"name": "cdx:python:marker", "value": entry["marker"].strip()}]
        yield component


def _licence(stated: str) -> dict[str, Any]:
    """Write a licence as an identifier, an expression or a name."""
    if " AND " in stated or " OR " in stated or " WITH " in stated:
        return {"expression": stated} if _is_expression(stated) else {"license": {"name": stated}}
    is_id = bool(_ONE_ID.fullmatch(stated)) and stated not in _NO_ID and any(sign in stated for sign in "-.")
    return {"license": {"id": stated} if is_id or stated in {"MIT", "ISC", "Zlib"} else {"name": stated}}


def _is_expression(stated: str) -> bool:
    """Whether every part of an expression is an identifier."""
    parts = re.split(r" AND | OR | WITH |[()]", stated)
    return all(not part.strip() or _ONE_ID.fullmatch(part.strip()) for part in parts)


def _vendored() -> Iterator[dict[str, Any]]:
    """Iterate over what lies in static/vendor."""
    digests = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))["files"]
    for start, name, licence, url in _VENDORED:
        files = {file: digest for file, digest in digests.items() if file.startswith(start)}
        yield {
            "type": "library",
            "bom-ref": f"vendored:{start}",
            "name": name,
            "licenses": [{"license": {"id": licence}}],
            "externalReferences": [{"type": "website", "url": url}],
            "components": [
                {
                    "type": "file",
                    "name": f"static/vendor/{file}",
                    "hashes": [{"alg": "SHA-256", "content": digest}],
                }
                for file, digest in sorted(files.items())
            ],
        }


if __name__ == "__main__":
    main()
