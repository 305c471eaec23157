"""The verbs of the command line that publish data: diff, new, bundle, citation, history."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corridor import __version__
from corridor.audit.difference import as_json, compare, in_words
from corridor.dataset import shipped
from corridor.dataset.citation import as_cff
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED, load
from corridor.dataset.template import new
from corridor.errors import CorridorError
from corridor.words.plural import counted

if TYPE_CHECKING:
    import argparse

CITATION = "CITATION.cff"
_TROUBLE = 2


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the parser."""
    words = "say what changed between two route datasets; exit 0 if nothing, 1 if something, 2 if in trouble"
    diff = verbs.add_parser("diff", help=words, description=words)
    diff.add_argument("old", type=Path, help="folder of the earlier dataset")
    diff.add_argument("new", type=Path, help="folder of the later dataset")
    diff.add_argument("--json", action="store_true", help="write JSON")
    diff.set_defaults(verb=_diff)
    words = "write an empty route dataset to fill in"
    template = verbs.add_parser("new", help=words, description=words)
    template.add_argument("folder", type=Path, help="folder that does not exist yet, or an empty one")
    template.set_defaults(verb=_new)
    words = "pack a route dataset with its documentation into one zip"
    pack = verbs.add_parser("bundle", help=words, description=words)
    pack.add_argument("folder", nargs="?", type=Path, default=SHIPPED, help="the dataset (the shipped data)")
    pack.add_argument("--output", type=Path, required=True, help="zip file to write")
    pack.set_defaults(verb=_bundle)
    words = "write CITATION.cff from the metadata of the data"
    citation = verbs.add_parser("citation", help=words, description=words)
    citation.add_argument(
        "folder", nargs="?", type=Path, default=SHIPPED, help="the dataset (the shipped data)"
    )
    citation.add_argument("--output", type=Path, help=f"file to write ({CITATION})")
    citation.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if the file is outdated"
    )
    citation.set_defaults(verb=_citation)
    words = "keep the figures of a data version, so that links made with it can say what changed since"
    history = verbs.add_parser("history", help=words, description=words)
    history.add_argument(
        "folder", nargs="?", type=Path, default=SHIPPED, help="the dataset (the shipped data)"
    )
    history.add_argument("--output", type=Path, help="folder to write to (history beside the dataset)")
    history.set_defaults(verb=_history)


def _diff(options: argparse.Namespace) -> int:
    """Print what changed."""
    try:
        old, latest = load(options.old), load(options.new)
    except CorridorError as error:
        print(error, file=sys.stderr)
        return _TROUBLE
    difference = compare(old, latest)
    if options.json:
        print(json.dumps(as_json(difference), ensure_ascii=False, indent=2))
    else:
        print("\n".join(in_words(difference)))
    return 0 if difference.is_empty else 1


def _new(options: argparse.Namespace) -> int:
    """Write an empty dataset and say what to do next."""
    new(options.folder, schema=SHIPPED)
    print(f"Wrote an empty route dataset into {options.folder}. Begin with {options.folder / 'README.md'};")
    print(f"then run: corridor validate {options.folder}")
    return 0


def _bundle(options: argparse.Namespace) -> int:
    """Write the zip."""
    from corridor.brief.bundle import bundle  # noqa: PLC0415 - geopandas and openpyxl take long to load

    content = bundle(load(options.folder))
    options.output.write_bytes(content)
    print(f"Wrote {options.output}, {len(content)} bytes")
    return 0


def _citation(options: argparse.Namespace) -> int:
    """Write CITATION.cff, or check that it is up to date."""
    text = as_cff(read_package(options.folder).descriptor, software=__version__)
    output = options.output or shipped.in_checkout(CITATION)
    if options.check:
        current = output.read_text(encoding="utf-8") if output.exists() else ""
        if current != text:
            print(f"{output} is outdated; run `corridor citation`.")
            return 1
        return 0
    output.write_text(text, encoding="utf-8")
    print(f"Wrote {output}")
    return 0


def _history(options: argparse.Namespace) -> int:
    """Write the figures of this version, unless they exist."""
    from corridor.audit.history import published, versions, write  # noqa: PLC0415 - geopandas takes long to load

    dataset = load(options.folder)
    output = options.output or options.folder.resolve().parent / "history"
    name = f"{dataset.version}-{dataset.content_hash}"
    if name in versions(output):
        print(f"The figures of {name} are already in {output}.")
        return 0
    path = write(dataset, output)
    print(f"Wrote {path}, {counted(len(published(dataset)), 'figure')}, {path.stat().st_size} bytes")
    return 0
