"""The result of a sweep as a heat map: a row a pair of places, a column a scenario and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.heat import Cell, heat
from corridor.language import names
from corridor.language.text import N_
from corridor.scenario.codec import encode
from corridor.scenario.presets import presets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.charts.chart import Chart
    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

_TITLE = N_("Days of the quickest route in practice")
_NOTE = N_("The number is the middle of the journeys in days.")


def heat_map(reader: Reader, found: Sequence[Row]) -> Chart:
    """
    Draw the time of the quickest route of each pair under each scenario and date.

    Parameters
    ----------
    reader
        For whom.
    found
        Rows of `corridor.sweep.rows.schema` of a sweep of the best routes with samples.

    Raises
    ------
    corridor.errors.ChartError
        If there is no answer.
    """
    titles = scenario_titles(reader)
    cells = [
        Cell(pair_title(reader, row), column_title(reader, row, titles), row["time_h_p50"])
        for row in found
        if row["best_on"] is None or "time_h" in row["best_on"].split("|")
    ]
    _ = reader.words.gettext
    return heat(reader, cells, title=_(_TITLE), unit_title=_(_NOTE))


def scenario_titles(reader: Reader) -> Mapping[str, str]:
    """Name the scenarios from the news by their changes."""
    return {encode(preset.scenario): reader.words.name(preset.row) for preset in presets(reader.dataset)}


def pair_title(reader: Reader, row: Row) -> str:
    """Name the pair of an answer."""
    return f"{names.node(reader, row['origin'])} – {names.node(reader, row['destination'])}"


def column_title(reader: Reader, row: Row, titles: Mapping[str, str]) -> str:
    """Name the scenario and year of an answer."""
    _ = reader.words.gettext
    text = row["scenario"] or ""
    name = titles.get(text, _("Under the scenario")) if text else _("Today")
    return f"{name}, {row['date']}" if row["date"] else name
