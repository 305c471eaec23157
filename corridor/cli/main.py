"""The command line: validate, info, dictionary, with the verbs that publish, say a figure, ask the engine."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli import figure_verbs, publication_verbs, question_verbs, sweep_verbs
from corridor.dataset.dictionary import as_markdown
from corridor.dataset.findings import in_words
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED, load
from corridor.dataset.validation import validate
from corridor.errors import CorridorError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset

DICTIONARY = SHIPPED.parent.parent / "docs" / "data-dictionary.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one verb.

    Parameters
    ----------
    arguments
        The command line without the program's name; that of the process if None.

    Returns
    -------
    int
        Exit code: 0, or 1 if the data has findings or cannot be used. A wrong command line exits with 2.
    """
    options = _parser().parse_args(arguments)
    try:
        code: int = options.verb(options)
    except CorridorError as error:
        print(error, file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    """Parser with one sub-command a verb."""
    parser = argparse.ArgumentParser(prog="corridor", description="Work with the route dataset.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for verb, words in (
        (_validate, "say everything that is wrong with a route dataset"),
        (_info, "say what a route dataset holds"),
        (_dictionary, "write docs/data-dictionary.md from the schema"),
    ):
        sub = verbs.add_parser(verb.__name__.removeprefix("_"), help=words, description=words)
        sub.set_defaults(verb=verb)
        sub.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=SHIPPED,
            help="folder with datapackage.json (the shipped data)"
            + (", or a zip archive, CSV, XLSX or GeoJSON file" if verb is _validate else ""),
        )
        if verb is _dictionary:
            sub.add_argument("--output", type=Path, default=DICTIONARY, help="file to write")
            sub.add_argument(
                "--check", action="store_true", help="write nothing; exit 1 if the file is outdated"
            )
        if verb is _info:
            sub.add_argument("--json", action="store_true", help="write JSON")
    publication_verbs.add_verbs(verbs)
    figure_verbs.add_verbs(verbs)
    question_verbs.add_verbs(verbs)
    sweep_verbs.add_verbs(verbs)
    return parser


def _validate(options: argparse.Namespace) -> int:
    """Print findings, or OK with counts; a file is read as the page Your own data reads an upload."""
    if options.folder.is_file():
        return _validate_file(options.folder)
    findings = validate(options.folder)
    if len(findings):
        return _print_findings(findings, options.folder)
    print(f"OK: {options.folder}")
    return _print_counts(load(options.folder))


def _validate_file(file: Path) -> int:
    """Print what the page Your own data says of a zip archive or a table."""
    from corridor.intake import Upload, take_in  # noqa: PLC0415 - opens workbooks, which other verbs do not need

    intake = take_in([Upload(file.name, file.read_bytes())], base=SHIPPED)
    for note in intake.notes:
        print(f"Note: {note}")
    if intake.dataset is None:
        return _print_findings(intake.findings, file)
    print(f"OK: {file}")
    return _print_counts(intake.dataset)


def _print_findings(findings: pd.DataFrame, place: Path) -> int:
    """Print each finding on a line, and their number."""
    for line in in_words(findings):
        print(line)
    noun = "finding" if len(findings) == 1 else "findings"
    print(f"{len(findings)} {noun} in {place}")
    return 1


def _info(options: argparse.Namespace) -> int:
    """Print version, hash and the number of rows of each table."""
    dataset = load(options.folder)
    if not options.json:
        return _print_counts(dataset)
    facts = {"title": dataset.package.title, "version": dataset.version, "content_hash": dataset.content_hash}
    rows = {name: len(dataset.table(name)) for name in dataset.package.tables}
    print(json.dumps({**facts, "rows": rows}, ensure_ascii=False, indent=2))
    return 0


def _print_counts(dataset: Dataset) -> int:
    """Print version, hash and counts for a person."""
    print(f"{dataset.package.title}, version {dataset.version}, content {dataset.content_hash}")
    width = max(len(name) for name in dataset.package.tables)
    for name in dataset.package.tables:
        print(f"  {name:<{width}} {len(dataset.table(name)):>6}")
    return 0


def _dictionary(options: argparse.Namespace) -> int:
    """Write the data dictionary, or check that it is up to date."""
    text = as_markdown(read_package(options.folder))
    if options.check:
        current = options.output.read_text(encoding="utf-8") if options.output.exists() else ""
        if current != text:
            print(f"{options.output} is outdated; run `corridor dictionary`.")
            return 1
        return 0
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(text, encoding="utf-8")
    print(f"Wrote {options.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
