"""Corridors on the same work: the middle and the range of each, on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.charts.figures import FIGURES, axis_unit
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language.amounts import bare_band, size
from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]


class _Ends(NamedTuple):
    """Names of the low end, the middle and the high end of a figure, and what they are."""

    low: str
    middle: str
    high: str
    caption: str


_IN_PRACTICE = N_("In practice: the middle, and the range of 8 of 10 journeys")
TITLES: Mapping[str, str] = {
    "time": N_("Time in practice"),
    "cost": N_("Cost per TEU in practice"),
    "co2e": N_("CO₂e per tonne"),
}
"""By figure: what it is called."""

ENDS: Mapping[str, _Ends] = {
    "time": _Ends("p10", "p50", "p90", _IN_PRACTICE),
    "cost": _Ends("p10", "p50", "p90", _IN_PRACTICE),
    "co2e": _Ends("low", "typical", "high", N_("Sum, and the range of the published factors")),
}
"""By figure: which ends of it a range is drawn from."""


def rival_ranges(
    reader: Reader, rows: Sequence[Row], figure: str, *, chosen: str | None, title: str
) -> Chart:
    """
    Draw the middle and the range of each corridor.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of `corridor.corridors.rivals.rivals`.
    figure
        "time", "cost" or "co2e".
    chosen
        Corridor that stands out.
    title
        What the chart shows.

    Raises
    ------
    corridor.errors.ChartError
        If there is no corridor to draw.
    """
    _ = reader.words.gettext
    if not rows:
        raise ChartError("chart-empty-rivals")
    ends = ENDS[figure]
    marks = tuple(
        _mark(reader, row, figure, at=float(at), is_chosen=row["corridor_id"] == chosen)
        for at, row in enumerate(rows)
    )
    known = [mark.high for mark in marks if mark.high is not None]
    return Chart(
        name="rivals",
        part=figure,
        title=title,
        caption=_(ends.caption),
        mark_title=_("Corridor"),
        at_title="",
        across=named_axis([mark.name for mark in marks], title=_("Corridor")),
        panels=(
            Panel(
                up=axis(
                    known,
                    title=_(TITLES[figure]),
                    unit=axis_unit(reader, figure),
                    write=lambda value: fmt.number(value, reader.lang),
                ),
                series=(Series(name=_("Corridors"), kind="band", marks=marks, tone="range"),),
            ),
        ),
        keys=(
            *((Key(_("the chosen corridor"), "point", "range"),) if chosen else ()),
            Key(_("other corridor"), "point", "range", is_hollow=True),
        ),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def _mark(reader: Reader, row: Row, figure: str, *, at: float, is_chosen: bool) -> Mark:
    """Mark one corridor."""
    _ = reader.words.gettext
    of, ends = FIGURES[figure], ENDS[figure]
    name = reader.words.name(reader.dataset.record("corridors", row["corridor_id"]))
    low, middle, high = (row[f"{of.column}_{end}"] for end in ends[:3])
    gaps = row[f"{of.column}_gaps"] or 0
    text, band = _("not known"), ""
    if middle is not None:
        text = size(middle, of.unit, "modelled", reader.lang)
        text = _("at least {value}").format(value=text) if gaps else text
        band = bare_band(low, high, of.unit, "modelled", reader.lang, beside=middle) if low != high else ""
    written = f"{text} ({band})" if band else text
    return Mark(
        name=name,
        at=at,
        low=None if middle is None else low / of.scale,
        typical=None if middle is None else middle / of.scale,
        high=None if middle is None else high / of.scale,
        text=text,
        range_text=band,
        label=f"{name}: {written}",
        short=written,
        basis="missing" if middle is None else "modelled",
        gaps=gaps,
        target=Target("corridor", row["corridor_id"]),
        tone="range",
        is_strong=is_chosen,
        is_hollow=bool(gaps),
    )
