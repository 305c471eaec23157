"""Claims by year: what was carried, what is planned, what is said to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import Axis, ceiling, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Stretch, Target
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

# What one chart shows: the measures in it, its title, its unit.
MEASURES: Mapping[str, tuple[str, ...]] = {
    "t": ("volume_t", "capacity_t_per_year"),
    "TEU": ("volume_teu", "capacity_teu_per_year"),
}
_TITLES = {
    "t": N_("{name}: million tonnes a year"),
    "TEU": N_("{name}: thousand TEU a year"),
}
_AXES = {
    "t": (N_("Cargo a year"), N_("million tonnes")),
    "TEU": (N_("Containers a year"), N_("thousand TEU")),
}
_SCALES = {"t": 1e6, "TEU": 1e3}
# Words of each kind of mark: shape tells them apart, not colour.
LOOKS: Mapping[str, str] = {
    "observed": N_("carried, as reported"),
    "planned": N_("planned to be carried"),
    "capacity": N_("capacity as stated"),
    "capacity-planned": N_("capacity as planned"),
}
_CAPACITIES = ("capacity", "capacity-planned")
FILLED = 0.8  # share of a year's slot that its bars take
_FULL_DIGITS_FROM = 100


def years(
    reader: Reader, points: Sequence[Row], *, subject: tuple[str, str], unit: str, span: range, now: int
) -> Chart:
    """
    Draw claims on one subject by year, each claim a mark of its own.

    Parameters
    ----------
    reader
        For whom.
    points
        Rows of `corridor.corridors.volumes.volumes`; those that are comparable, of the subject, of a measure
        in the unit and of a year of the span are drawn.
    subject
        Kind and id of what they speak of.
    unit
        "t" or "TEU".
    span
        The years.
    now
        This year; those after it stand apart.

    Returns
    -------
    Chart
        Bars for what was carried (full) and planned (hollow), level marks for capacities; series by kind.

    Raises
    ------
    corridor.errors.ChartError
        If there is no such claim.
    """
    _ = reader.words.gettext
    name = names.subject(reader, *subject)
    inside = drawable(points, subject, unit, span)
    if not inside:
        raise ChartError("chart-empty-years", name=name)
    top = ceiling(max(value_of(row) for row in inside) / _SCALES[unit])
    marks: dict[str, list[Mark]] = {look: [] for look in LOOKS}
    for year in span:
        of_year = [row for row in inside if row["year"] == year]
        for mark in _bars(reader, [row for row in of_year if _look(row) not in _CAPACITIES], unit):
            marks[mark.tone].append(mark)
        for row in of_year:
            if _look(row) in _CAPACITIES:
                marks[_look(row)].append(_mark(reader, row, unit, at=float(year), width=1.0))
    series = [
        Series(
            name=_(LOOKS[look]), kind="point" if look in _CAPACITIES else "bar", marks=tuple(some), tone=look
        )
        for look, some in marks.items()
        if some
    ]
    ticks = (top / 2, top)
    up = Axis(
        low=0.0,
        high=top,
        ticks=ticks,
        texts=tuple(_short(reader, value) for value in ticks),
        title=_(_AXES[unit][0]),
        unit=_(_AXES[unit][1]),
    )
    last = span[-1]
    return Chart(
        name="years",
        part="-".join((*subject, unit)).casefold().replace(".", "-"),
        mark_title=_("Source"),
        at_title=_("Period"),
        title=_(_TITLES[unit]).format(name=name),
        caption=_("Two marks side by side in a year: sources disagree."),
        across=named_axis([str(year) for year in span], title=_("Year"), first=float(span[0])),
        panels=(Panel(up=up, series=tuple(series)),),
        keys=tuple(
            Key(one.name, one.kind, one.tone, is_hollow=one.tone.endswith("planned")) for one in series
        ),
        stretches=(Stretch(_("planned"), now + 0.5, last + 0.5),) if now < last else (),
        source=sources.of_publishers(reader, [names.publisher(reader, row["source_id"]) for row in inside]),
        lang=reader.lang,
    )


def drawable(points: Sequence[Row], subject: tuple[str, str], unit: str, span: range) -> list[Row]:
    """Give the claims that a chart of a subject can hold side by side."""
    return [
        row
        for row in points
        if (row["subject_type"], row["subject_id"]) == subject
        and row["measure"] in MEASURES[unit]
        and row["is_comparable"]
        and row["year"] in span
    ]


def value_of(row: Row) -> float:
    """Value of a claim for the chart: the typical one, else the middle of its range, else its bound."""
    if row["typical"] is not None:
        return float(row["typical"])
    ends = [float(row[end]) for end in ("low", "high") if row[end] is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _bars(reader: Reader, rows: Sequence[Row], unit: str) -> list[Mark]:
    """Put the amounts of one year side by side: carried before planned, the greater before the smaller."""
    ordered = sorted(rows, key=lambda row: (row["nature"] != "observed", -value_of(row)))
    wide = FILLED / max(len(ordered), 2)
    told: set[str] = set()
    marks = []
    for at, row in enumerate(ordered):
        middle = row["year"] + wide * (at - (len(ordered) - 1) / 2)
        marks.append(_mark(reader, row, unit, at=middle, width=wide, is_told=_look(row) not in told))
        told.add(_look(row))
    return marks


def _mark(reader: Reader, row: Row, unit: str, *, at: float, width: float, is_told: bool = True) -> Mark:
    """Mark one claim."""
    _ = reader.words.gettext
    claim = reader.dataset.record("claims", row["claim_id"])
    look, text = _look(row), names.claim_value(reader, claim)
    when = fmt.partial_date(row["period"] or str(row["year"]), reader.lang)
    publisher = names.publisher(reader, row["source_id"])
    label = _("{period}: {value}, {what}; {source}").format(
        period=when, value=text, what=_(LOOKS[look]), source=publisher
    )
    return Mark(
        name=publisher,
        at=at,
        at_text=when,
        low=None if row["low"] is None else row["low"] / _SCALES[unit],
        typical=value_of(row) / _SCALES[unit],
        high=None if row["high"] is None else row["high"] / _SCALES[unit],
        text=text,
        label=label,
        short=_short(reader, value_of(row) / _SCALES[unit]) if is_told else "",
        basis="published",
        target=Target("claim", row["claim_id"]),
        tone=look,
        width=width,
        is_hollow=look.endswith("planned"),
    )


def _look(row: Row) -> str:
    """Kind of the mark of a claim."""
    if str(row["measure"]).startswith("capacity"):
        return "capacity-planned" if row["nature"] == "planned" else "capacity"
    return "observed" if row["nature"] == "observed" else "planned"


def _short(reader: Reader, value: float) -> str:
    """Write a value without its unit's words, as short as may be."""
    return fmt.number(value, reader.lang, digits=2 if value < _FULL_DIGITS_FROM else 3)
