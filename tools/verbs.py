"""Writes docs/cli.md from the parser of the command line: ``python -m tools.verbs``."""

from __future__ import annotations

import argparse
from pathlib import Path

from corridor.cli.main import command_line, help_of_verbs, parsers
from corridor.cli.verb_groups import GROUPS
from corridor.dataset.tables import SHIPPED

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

_OPENING = """# The command line

`corridor` asks the same engine as the pages and the HTTP API and gives the same figures. `make setup`
installs it in `.venv/bin`; `make wheel` builds a package that carries it, with the data, to any other place.

- `corridor VERB --help` says what a verb takes.
- Places are named in any language of the dashboard, by id or by UN/LOCODE: `corridor route Астана Beograd`.
- A question to the engine answers in words, with `--json` as the HTTP API does, with `--csv` as a table.
- `--folder` asks another route dataset of the same schema.
- Exit codes: 0 answered; 1 refused, in words, or the data has findings; 2 the command line is wrong.
  `corridor diff`: 0 nothing changed, 1 something changed, 2 refused.
- `corridor sweep` needs the extra `[sweep]` of the package, `corridor serve` the extra `[ui]`:
  `pip install 'corridor-explorer[sweep,ui]'` adds them to an installed package.

This page is written by `python -m tools.verbs` from the command line itself.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(as_markdown(), encoding="utf-8")
    print(f"Wrote {PAGE}")


def as_markdown() -> str:
    """Give the page: the verbs by group, each with what it takes."""
    parser = command_line()
    words, of_verbs = help_of_verbs(parser), parsers(parser)
    lines = [_OPENING, "| verb | what it does |", "|---|---|"]
    lines += [f"| [`{verb}`](#{verb}) | {words[verb]} |" for verbs in GROUPS.values() for verb in verbs]
    for title, verbs in GROUPS.items():
        lines += ["", f"## {title}"]
        for verb in verbs:
            lines += ["", f"### {verb}", f"{of_verbs[verb].description}", "", *_taken(verb, of_verbs[verb])]
            for name, below in _below(of_verbs[verb]).items():
                call = f"{verb} {name}"
                lines += ["", f"#### {call}", f"{below.description}", "", *_taken(call, below)]
    return "\n".join(lines) + "\n"


def _taken(verb: str, parser: argparse.ArgumentParser) -> list[str]:
    """How a verb is called, and a row for each thing that it takes."""
    below = _below(parser)
    if below:
        names = ", ".join(f"[`{name}`](#{verb}-{name})" for name in below)
        return [f"`corridor {verb} CHART`", "", f"There are: {names}."]
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]  # noqa: SLF001 - argparse shows them nowhere else
    given = [_placed(action) for action in actions if not action.option_strings]
    call = " ".join(["corridor", verb, *given])
    rows = [f"| {_named(action)} | {_worded(action)} |" for action in actions]
    return [f"`{call}`", "", "| option | meaning |", "|---|---|", *rows]


def _below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Verbs below a verb, with their parsers."""
    found = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001 - the same
    return {name: one for action in found for name, one in action.choices.items()}


def _placed(action: argparse.Action) -> str:
    """Write a thing that is told by its position as a call shows it."""
    return f"[{action.dest.upper()}]" if action.nargs == "?" else action.dest.upper()


def _named(action: argparse.Action) -> str:
    """Write the name of a thing as a call has it."""
    if not action.option_strings:
        return f"`{action.dest.upper()}`"
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return f"`{', '.join(action.option_strings)}{value}`"


def _worded(action: argparse.Action) -> str:
    """Say what a thing means, with its choices and its default."""
    words = (action.help or "").replace("|", "\\|")
    parts = [words]
    if action.required and action.option_strings:
        parts.append("must be given")
    is_said = action.default in (None, "", False, SHIPPED) or f"({action.default})" in words
    if not is_said:
        parts.append(f"`{action.default}` unless given")
    return "; ".join(parts)


if __name__ == "__main__":
    main()
