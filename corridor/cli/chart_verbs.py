"""The verb of the command line that draws: chart."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli.extras import require
from corridor.dataset.tables import SHIPPED, load
from corridor.questions.charts import CHARTS, FORMS, SHAPE, image
from corridor.questions.parameters import read

if TYPE_CHECKING:
    import argparse

    from corridor.questions.chart_question import ChartQuestion
    from corridor.questions.parameters import Parameter

# As `corridor.language.text.LANGUAGES`, which needs an extra.
_LANGUAGES = ("en", "kk", "ru", "sr", "sr-Latn", "bg")


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser, with one verb below it for each chart."""
    words = "draw a chart as SVG, PNG or PDF, or write its figures as JSON or as a table in words"
    verb = verbs.add_parser("chart", help=words, description=words)
    charts = verb.add_subparsers(metavar="CHART", required=True)
    for question in CHARTS:
        chart = charts.add_parser(question.name, help=question.words, description=f"Draw {question.words}.")
        for part in question.parameters:
            _add(chart, part)
        chart.add_argument(
            "--format",
            choices=("text", *FORMS),
            default="text",
            help="a table in words, svg, png, pdf or json (text)",
        )
        chart.add_argument("--lang", choices=_LANGUAGES, default="en", help="language (en)")
        for part in SHAPE:
            _add(chart, part)
        chart.add_argument("--link", default="", help="address of the code on a sheet (no code)")
        chart.add_argument("--output", type=Path, help="file to write (standard output)")
        chart.add_argument(
            "--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)"
        )
        chart.set_defaults(verb=_chart, chart=question)


def _add(parser: argparse.ArgumentParser, part: Parameter) -> None:
    """Add one part of the question."""
    if part.option.startswith("--"):
        parser.add_argument(part.option, dest=part.name, help=part.words, default=part.default)
    else:
        parser.add_argument(part.option, help=part.words)


def _chart(options: argparse.Namespace) -> int:
    """Draw a chart."""
    for package in ("babel", "matplotlib"):
        require(package, extra="picture")
    from corridor.language.reader import LanguageReader  # noqa: PLC0415 - needs an extra

    question: ChartQuestion = options.chart
    given = vars(options)
    parts = (*question.parameters, *SHAPE)
    values = read(
        parts,
        {part.name: given[part.name if part.option.startswith("--") else part.option] for part in parts},
    )
    reader = LanguageReader(load(options.folder), options.lang)
    chart = question.draw(reader, values, datetime.now(tz=UTC).date())
    if options.format == "text":
        from corridor.charts.text_twin import as_lines, text_twin  # noqa: PLC0415 - needs an extra

        content = ("\n".join(as_lines(text_twin(chart))) + "\n").encode()
    else:
        content = image(chart, options.format, values, dataset=reader.dataset, link=options.link)
    if options.output is None:
        sys.stdout.buffer.write(content)
    else:
        options.output.write_bytes(content)
        print(f"Wrote {options.output}")
    return 0
