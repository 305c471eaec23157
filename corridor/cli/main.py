"""The parser of the command line; the verbs validate, info and dictionary."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor import __version__
from corridor.audit.known import known_until
from corridor.cli import (
    brief_verbs,
    chart_verbs,
    doctor_verbs,
    figure_verbs,
    publication_verbs,
    question_verbs,
    serve_verbs,
    sweep_verbs,
)
from corridor.cli.verb_groups import GROUPS
from corridor.dataset import shipped
from corridor.dataset.dictionary import as_markdown
from corridor.dataset.findings import in_words
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED, load
from corridor.dataset.validation import validate
from corridor.errors import CorridorError
from corridor.words.plural import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset

DICTIONARY = "docs/data-dictionary.md"
_MISUSED = 2
_WIDEST = 2 + max(len(verb) for verbs in GROUPS.values() for verb in verbs)


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
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = command_line()
    if not given:
        parser.print_help()
        return 0
    if not given[0].startswith("-") and given[0] not in help_of_verbs(parser):
        print(_unknown(given[0], list(help_of_verbs(parser))), file=sys.stderr)
        return _MISUSED
    options = parser.parse_args(given)
    try:
        code: int = options.verb(options)
    except CorridorError as error:
        return _refuse(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refuse(f"{error.filename or 'The file'}: {error.strerror or error}")
    return code


def parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each verb, by its name."""
    return dict(_verbs_of(parser).choices)


def help_of_verbs(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Return what each verb does, by its name."""
    return {action.dest: action.help or "" for action in _verbs_of(parser)._choices_actions}  # noqa: SLF001 - argparse shows it nowhere else


def command_line() -> argparse.ArgumentParser:
    """Return the parser, with one sub-command a verb."""
    parser = argparse.ArgumentParser(
        prog="corridor",
        usage="corridor VERB ...",
        description="Trade and logistics routes between Kazakhstan and Serbia, every figure with its source.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, help="print the version of the program and of its data")
    verbs = parser.add_subparsers(required=True, metavar="VERB", prog="corridor", help=argparse.SUPPRESS)
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
            sub.add_argument("--output", type=Path, help=f"file to write ({DICTIONARY})")
            sub.add_argument(
                "--check", action="store_true", help="write nothing; exit 1 if the file is outdated"
            )
        if verb is _info:
            sub.add_argument("--json", action="store_true", help="write JSON")
    publication_verbs.add_verbs(verbs)
    figure_verbs.add_verbs(verbs)
    question_verbs.add_verbs(verbs)
    chart_verbs.add_verbs(verbs)
    brief_verbs.add_verbs(verbs)
    sweep_verbs.add_verbs(verbs)
    serve_verbs.add_verbs(verbs)
    doctor_verbs.add_verbs(verbs)
    parser.epilog = _grouped(help_of_verbs(parser))
    for each in parsers(parser).values():
        each.description = _sentence(each.description or "")
    return parser


class _Version(argparse.Action):
    """Print the version of the program, and that of the data that it comes with."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - argparse gives it
        values: object,  # noqa: ARG002 - the same
        option_string: str | None = None,  # noqa: ARG002 - the same
    ) -> None:
        """Print the versions and exit."""
        print(f"corridor {__version__} (data {read_package(SHIPPED).version})")
        parser.exit()


def _verbs_of(parser: argparse.ArgumentParser) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    """Find the action that holds the verbs."""
    found = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001 - the same
    return next(found)


def _grouped(words: Mapping[str, str]) -> str:
    """Return the verbs by group, one a line."""
    lines = []
    for title, verbs in GROUPS.items():
        lines += [f"{title}:", *(f"  {verb:<{_WIDEST}}{words[verb]}" for verb in verbs), ""]
    return "\n".join([*lines, "corridor VERB --help lists the options of a verb."])


def _sentence(words: str) -> str:
    """Write words as a sentence."""
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."


def _unknown(verb: str, known: list[str]) -> str:
    """Return the message for an unknown verb, with a similar one."""
    alike = difflib.get_close_matches(verb, known, n=1)
    meant = f" Did you mean {alike[0]}?" if alike else ""
    return f"There is no verb '{verb}'.{meant} `corridor --help` lists all verbs."


def _refuse(message: object) -> int:
    """Print an error and return the exit code."""
    print(message, file=sys.stderr)
    return 1


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
    print(f"{counted(len(findings), 'finding')} in {place}")
    return 1


def _info(options: argparse.Namespace) -> int:
    """Print version, hash and the number of rows of each table."""
    dataset = load(options.folder)
    if not options.json:
        return _print_counts(dataset)
    facts = {"title": dataset.package.title, "version": dataset.version, "content_hash": dataset.content_hash}
    facts["known_until"] = known_until(dataset)
    rows = {name: len(dataset.table(name)) for name in dataset.package.tables}
    print(json.dumps({**facts, "rows": rows}, ensure_ascii=False, indent=2))
    return 0


def _print_counts(dataset: Dataset) -> int:
    """Print version, hash and counts for a person."""
    print(f"{dataset.package.title}, version {dataset.version}, content {dataset.content_hash}")
    print(f"Known until {known_until(dataset) or 'a time that no page names'}")
    width = max(len(name) for name in dataset.package.tables)
    for name in dataset.package.tables:
        print(f"  {name:<{width}} {len(dataset.table(name)):>6}")
    return 0


def _dictionary(options: argparse.Namespace) -> int:
    """Write the data dictionary, or check that it is up to date."""
    text = as_markdown(read_package(options.folder))
    output = options.output or shipped.in_checkout(DICTIONARY)
    if options.check:
        current = output.read_text(encoding="utf-8") if output.exists() else ""
        if current != text:
            print(f"{output} is outdated; run `corridor dictionary`.")
            return 1
        return 0
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, encoding="utf-8")
    print(f"Wrote {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
