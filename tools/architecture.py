"""Writes docs/architecture.md from the folders and their imports: ``python -m tools.architecture``."""

from __future__ import annotations

import ast
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PACKAGES = ("corridor", "ui")

_OPENING = """# Architecture

Data flow one way: the tables of `data/routes` become a `Dataset`; with a scenario and a date it becomes the
network; questions put to it give frames; pages, the command line, the HTTP API and the downloads read the
**same frames**, so their figures cannot differ.

`data` < `corridor` < `ui` < `pages` < `app.py`. `corridor` is a library: it knows no Streamlit and can be
used from a notebook. `ui` is what the pages share. A page is one short script without arithmetic. `tools/`
are run by people, `benchmarks/` measure, `deploy/` holds
samples for operators, `tests/` mirror the folders.

A folder imports only from floors below its own, and inside a folder no two modules need each other; `make
lint` checks both. Page, pictures and lists are written by `python -m tools.architecture` from the imports
and from the first text of each folder, so they cannot fall behind. An arrow points to what is imported.
Arrows that follow from others are left out.
"""
_TITLES = {"corridor": "corridor: the library", "ui": "ui: what the pages share"}


def main() -> None:
    """Write the page."""
    PAGE.write_text(as_markdown(), encoding="utf-8")
    print(f"Wrote {PAGE}")


def as_markdown() -> str:
    """Give the page: each package with its floors as a picture, then a paragraph for each folder."""
    parts = [_OPENING]
    for package in PACKAGES:
        parts += [f"## {_TITLES[package]}", _picture(package)]
        parts += [_paragraph(folder) for folder in _folders(package)]
    return "\n".join(parts)


def arrows(package: str) -> dict[str, set[str]]:
    """
    Read which part of a package imports which other, as imports stand in the code.

    Returns
    -------
    dict
        For each folder or module directly inside the package the others that it imports.
    """
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        part = _part(path.relative_to(ROOT / package).with_suffix("").parts)
        if part == "__init__":
            continue
        found.setdefault(part, set()).update(set(_imported(package, path)) - {part})
    return found


def floors(package: str) -> list[list[str]]:
    """Read the floors of a package from its import contract, the highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract.get("containers") == [package])
    return [floor.split(" | ") for floor in layers]


def _imported(package: str, path: Path) -> Iterator[str]:
    """Parts of the package that a module imports, at run time or for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            names = (
                [node.module]
                if node.module != package
                else [f"{package}.{alias.name}" for alias in node.names]
            )
            yield from (name.split(".")[1] for name in names if name.startswith(f"{package}."))


def _part(parts: tuple[str, ...]) -> str:
    """Name the folder or module directly inside the package."""
    return parts[0]


def _picture(package: str) -> str:
    """Draw the floors of a package, with the arrows that do not follow from others."""
    drawn = ["```mermaid", "flowchart TB"]
    for number, floor in enumerate(floors(package)):
        drawn += [
            f'  subgraph {package}{number}[" "]',
            "    direction LR",
            f"    {' & '.join(floor)}",
            "  end",
        ]
    kept = _reduced(arrows(package))
    drawn += [f"  {source} --> {' & '.join(sorted(aims))}" for source, aims in sorted(kept.items()) if aims]
    drawn += [f"  {package}{at} ~~~ {package}{below}" for at, below in pairwise(range(len(floors(package))))]
    return "\n".join([*drawn, "```", ""])


def _reduced(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Leave out each arrow whose aim can be reached by others (transitive reduction of an acyclic graph)."""

    def below(part: str) -> set[str]:
        return {other for aim in found.get(part, ()) for other in {aim, *below(aim)}}

    return {
        part: {aim for aim in aims if not any(aim in below(other) for other in aims - {aim})}
        for part, aims in found.items()
    }


def _folders(package: str) -> Iterator[Path]:
    """All folders with modules, by floor from the highest, each before the folders inside it."""
    for part in (folder for floor in floors(package) for folder in floor):
        folder = ROOT / package / part
        yield from (file.parent for file in sorted(folder.rglob("__init__.py")))


def _paragraph(folder: Path) -> str:
    """Write a folder's paragraph, from the text that opens its package, and the names of its modules."""
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    modules = [path.stem for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    named = ", ".join(f"`{name}`" for name in modules)
    heading = f"**`{folder.relative_to(ROOT).as_posix()}/`** {' '.join(text.split())}"
    return f"{heading}  \n{named}\n" if named else f"{heading}\n"


if __name__ == "__main__":
    main()
