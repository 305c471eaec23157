"""Verbs of the command line that ask the engine, one for each question of `corridor.questions.catalogue`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli.text import told
from corridor.dataset.tables import SHIPPED, load
from corridor.language.text import LANGUAGES, SOURCE_LANGUAGE
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.parameters import read

if TYPE_CHECKING:
    import argparse

    from corridor.questions.question import Question

# Printed as CSV unless something else is asked for: a profile is read by a program or a chart.
_AS_TABLE = frozenset({"staircase"})


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the parser."""
    for question in QUESTIONS:
        verb = verbs.add_parser(question.verb, help=question.words, description=f"{question.words}.")
        for part in question.parameters:
            if part.option.startswith("--"):
                verb.add_argument(
                    part.option,
                    dest=part.name,
                    help=part.words,
                    default=part.default,
                    required=part.default is None,
                )
            else:
                verb.add_argument(part.option, help=part.words)
        verb.add_argument(
            "--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)"
        )
        form = verb.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="write JSON, as the HTTP API does")
        form.add_argument("--csv", action="store_true", help="write a table as CSV")
        verb.add_argument(
            "--table", default="", help="name of the table to write (the main one; in JSON all)"
        )
        if question.verb == "route":
            verb.add_argument(
                "--all", action="store_true", help="list all routes, not only clearly different ones"
            )
            verb.add_argument(
                "--lang",
                choices=tuple(LANGUAGES),
                default=SOURCE_LANGUAGE,
                help="language of what is said on whether routes can be had (en)",
            )
        verb.set_defaults(verb=_answer, question=question)


def _answer(options: argparse.Namespace) -> int:
    """Answer a question."""
    from corridor.questions.tables import as_json, body, csv  # noqa: PLC0415 - openpyxl and more take long to load

    question: Question = options.question
    given = vars(options)
    texts = {
        part.name: given[part.name if part.option.startswith("--") else part.option]
        for part in question.parameters
    }
    dataset = load(options.folder)
    answer = question.answer(dataset, read(question.parameters, texts))
    if options.json:
        print(as_json(body(dataset, answer, table=options.table), indent=2).decode())
    elif options.csv or options.table or question.verb in _AS_TABLE:
        sys.stdout.write(csv(answer, table=options.table).decode())
    else:
        lang = given.get("lang", SOURCE_LANGUAGE)
        print("\n".join(told(dataset, question.verb, answer, is_whole=given.get("all", False), lang=lang)))
    return 0
