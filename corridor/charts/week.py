"""Which connections by air go on which weekday: a row each, a cell for each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.air.timetable import WEEKDAYS
from corridor.charts import sources
from corridor.charts.axis import named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.air.flight_week import WeekCell
    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

STATES: Mapping[str, str] = {
    "confirmed": N_("confirmed for this season"),
    "published": N_("published, not confirmed for this season"),
    "unknown": N_("not known"),
    "none": N_("does not fly"),
}
"""What each state of a cell is called."""

SIGNS: Mapping[str, str] = {"confirmed": "", "published": "", "unknown": "?", "none": "–"}
"""What stands in a cell: a day that is known is a full or a hollow field."""


def week(reader: Reader, options: Sequence[Row], cells: Iterable[WeekCell], *, title: str) -> Chart:
    """
    Draw a field for each connection and weekday.

    Parameters
    ----------
    reader
        For whom.
    options
        Rows of `corridor.air.timetable.options`.
    cells
        As `corridor.air.flight_week.flight_week` returns them.
    title
        What the chart shows.

    Raises
    ------
    corridor.errors.ChartError
        If there is no connection.
    """
    _ = reader.words.gettext
    known = list(cells)
    ids = list(dict.fromkeys(cell.option_id for cell in known))
    if not ids:
        raise ChartError("chart-empty-week")
    by_id = {row["option_id"]: row for row in options}
    marks: dict[str, list[Mark]] = {state: [] for state in STATES}
    publishers = []
    for cell in known:
        row, state = by_id[cell.option_id], _(STATES[cell.state])
        day = fmt.weekday(cell.weekday, reader.lang, width="wide")
        name = connection_name(reader, row)
        if cell.claim_id:
            claim = reader.dataset.record("claims", cell.claim_id)
            publishers.append(names.publisher(reader, str(claim["source_id"])))
        marks[cell.state].append(
            Mark(
                name=name,
                at=float(ids.index(cell.option_id)),
                at_text=day,
                typical=float(cell.weekday),
                text=state,
                short=SIGNS[cell.state],
                label=f"{name}, {airlines(reader, row)}, {day}: {state}",
                basis="missing" if cell.state == "unknown" else "published",
                target=Target("claim", cell.claim_id) if cell.claim_id else None,
                tone=cell.state,
                width=1.0,
                is_hollow=cell.state != "confirmed",
            )
        )
    heading = _("Connection")
    return Chart(
        name="week",
        title=title,
        mark_title=heading,
        at_title=_("Weekdays"),
        across=named_axis(
            [f"{connection_name(reader, by_id[id_])} · {airlines(reader, by_id[id_])}" for id_ in ids],
            title=heading,
        ),
        panels=(
            Panel(
                up=named_axis(
                    [fmt.weekday(int(day), reader.lang) for day in WEEKDAYS], title=_("Weekdays"), first=1.0
                ),
                series=tuple(
                    Series(name=_(STATES[state]), kind="cell", marks=tuple(some), tone=state)
                    for state, some in marks.items()
                    if some
                ),
            ),
        ),
        keys=tuple(
            Key(
                _(words),
                "cell",
                state,
                is_hollow=state != "confirmed",
                sign=SIGNS[state],
            )
            for state, words in STATES.items()
            if marks[state]
        ),
        is_sideways=True,
        source=sources.of_publishers(reader, publishers),
        lang=reader.lang,
    )


def connection_name(reader: Reader, row: Row) -> str:
    """Call a connection direct, or by the place of its stop."""
    _ = reader.words.gettext
    if row["kind"] == "direct":
        return _("Direct")
    return _("by {places}").format(places=names.node(reader, row["hub"]))


def airlines(reader: Reader, row: Row) -> str:
    """Name the airlines of a connection."""
    known = [
        reader.words.name(reader.dataset.record("organisations", operator))
        for operator in (row["operators"] or "").split("|")
        if operator
    ]
    return ", ".join(known) or reader.words.gettext("airline not recorded")
