"""The staircase of a route, and those of several: time and cost against distance, work at places as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Place, Series, Target
from corridor.charts.figures import FIGURES, axis_unit, axis_value, step_amount, unknown_parts
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.amounts import size, size_band
from corridor.language.labels import MODES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.charts.axis import Axis
    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

WORK = "work"
_PANELS = ("time", "cost")
_ENDS = ("low", "typical", "high")


def staircase(
    reader: Reader, steps: Sequence[Row], corners: Sequence[Row], *, title: str, caption: str = ""
) -> Chart:
    """
    Draw time, and cost where any of it is known, of one route against distance.

    Parameters
    ----------
    reader
        For whom.
    steps
        Rows of `corridor.chain.steps.steps_of`.
    corners
        Rows of `corridor.chain.staircase.staircase` of the same steps.
    title
        What the chart shows.
    caption
        How it is read; the usual words if empty.

    Returns
    -------
    Chart
        Panels "time" in days and, if known, "cost" in USD per TEU. Each has an area from the low to the high
        end and a step with a mark for each corner, the start first: its value is the sum so far, its label
        tells the step that ends there, its target is that step.
    """
    _ = reader.words.gettext
    across = _distance(reader, [row["distance_km"] for row in corners])
    known = [key for key in _PANELS if key == "time" or _is_known(steps, key)]
    modes = dict.fromkeys(row["mode"] for row in steps if row["kind"] == "leg")
    keys = [Key(_(MODES[mode]).capitalize(), "line", mode) for mode in modes]
    keys += [Key(_("Work at a place"), "line", WORK), Key(_("from the low to the high end"), "area", "range")]
    usual = _(
        "Horizontal: distance. Vertical: time and cost. A vertical step is work at a place. "
        "Shaded: from the low to the high end of every part."
    )
    return Chart(
        name="staircase",
        mark_title=_("Step"),
        at_title=across.title,
        title=title,
        caption=caption or usual,
        across=across,
        panels=tuple(_panel(reader, steps, corners, key) for key in known),
        keys=tuple(keys),
        places=_places(reader, steps, corners),
        source=sources.of_parts(reader, [row["time_h_basis"] for row in steps]),
        lang=reader.lang,
    )


def staircases(
    reader: Reader, corners: Mapping[str, Sequence[Row]], names_: Mapping[str, str], *, title: str
) -> Chart:
    """
    Draw time, and cost where any of it is known, of several routes over each other.

    Parameters
    ----------
    reader
        For whom.
    corners
        By route id: rows of `corridor.chain.staircase.staircase`.
    names_
        By route id: its number, then its name, with a blank between them.
    title
        What the chart shows.

    Returns
    -------
    Chart
        Panels "time" and "cost" with a line for each route, in the order given; the tone of a route is
        "route-1" to "route-4".
    """
    _ = reader.words.gettext
    across = _distance(reader, [row["distance_km"] for rows in corners.values() for row in rows])
    known = [
        key for key in _PANELS if key == "time" or any(axis_value(rows[-1], key) for rows in corners.values())
    ]
    return Chart(
        name="staircases",
        mark_title=_("Place"),
        at_title=across.title,
        title=title,
        caption=_(
            "Horizontal: distance in km. Vertical: time and cost, known parts only. A vertical "
            "step is work at a place. The number of each route is at its end."
        ),
        across=across,
        panels=tuple(_lines(reader, corners, names_, key) for key in known),
        keys=tuple(Key(names_[route], "line", f"route-{at}") for at, route in enumerate(corners, start=1)),
        source=sources.cited(reader),
        lang=reader.lang,
    )


def _distance(reader: Reader, values: Sequence[float]) -> Axis:
    """Make the axis of the distance."""
    return axis(
        values,
        exact_end=True,
        title=reader.words.gettext("Distance"),
        unit=axis_unit(reader, "distance"),
        write=lambda value: fmt.number(value, reader.lang),
    )


def _upward(reader: Reader, values: Sequence[float], key: str) -> Axis:
    """Make the axis of a figure."""
    return axis(
        values,
        count=4,
        title=reader.words.gettext(FIGURES[key].title),
        unit=axis_unit(reader, key),
        write=lambda value: fmt.number(value, reader.lang),
    )


def _is_known(steps: Sequence[Row], key: str) -> bool:
    """Whether any step has the figure."""
    return any(row[f"{FIGURES[key].column}_basis"] not in {None, "missing"} for row in steps)


def _panel(reader: Reader, steps: Sequence[Row], corners: Sequence[Row], key: str) -> Panel:
    """Draw one figure of one route."""
    column = FIGURES[key].column
    marks = [_start(reader, corners[0], key)]
    marks += [_corner(reader, step, row, key) for step, row in zip(steps, corners[1:], strict=True)]
    name = reader.words.gettext(FIGURES[key].title)
    return Panel(
        up=_upward(reader, [mark.high or 0.0 for mark in marks], key),
        series=(Series(name=name, kind="area", marks=tuple(marks), tone="range"),
                Series(name=name, kind="step", marks=tuple(marks))),
        note=unknown_parts(reader, corners[-1][f"{column}_gaps"]),
    )  # fmt: skip


def _start(reader: Reader, row: Row, key: str) -> Mark:
    """Mark where a route starts."""
    place = names.node(reader, row["node_id"])
    return Mark(name=place, label=place, at=row["distance_km"], **_values(row, key))


def _corner(reader: Reader, step: Row, row: Row, key: str) -> Mark:
    """Mark where a step ends."""
    column, unit = FIGURES[key].column, FIGURES[key].unit
    low, typical, high = (row[f"{column}_{end}"] for end in _ENDS)
    name = names.step(reader, step)
    is_leg = step["kind"] == "leg"
    label = reader.words.gettext("Step {position}: {name}, {time}").format(
        position=step["position"],
        name=name,
        time=step_amount(reader, step, key) if step[f"{column}_basis"] else fmt.MISSING,
    )
    band = size_band(low, high, unit, "modelled", reader.lang, beside=typical) if low != high else ""
    return Mark(
        name=name,
        label=label,
        at=row["distance_km"],
        at_text=size(row["distance_km"], "km", "derived", reader.lang),
        text=size(typical, unit, "modelled", reader.lang),
        range_text=band,
        basis=step[f"{column}_basis"] or "",
        gaps=row[f"{column}_gaps"],
        target=Target("step", str(step["position"]), step["leg_id"] or ""),
        tone=step["mode"] if is_leg else step["work"],
        **_values(row, key),
    )


def _values(row: Row, key: str) -> dict[str, Any]:
    """Give the ends and the middle of a sum in the unit of its axis."""
    return {end: axis_value(row, key, end) for end in _ENDS}


def _lines(
    reader: Reader, corners: Mapping[str, Sequence[Row]], names_: Mapping[str, str], key: str
) -> Panel:
    """Draw one figure of several routes."""
    unit = FIGURES[key].unit
    series = []
    for at, (route, rows) in enumerate(corners.items(), start=1):
        marks = []
        for row in rows:
            is_last = row is rows[-1]
            text = size(row[f"{FIGURES[key].column}_typical"], unit, "modelled", reader.lang)
            marks.append(
                Mark(
                    name=names.node(reader, row["node_id"]),
                    at=row["distance_km"],
                    at_text=size(row["distance_km"], "km", "derived", reader.lang),
                    text=text,
                    label=f"{names_[route]}: {text}",
                    short=names_[route].partition(" ")[0] if is_last else "",
                    gaps=row[f"{FIGURES[key].column}_gaps"],
                    target=Target("route", route),
                    typical=axis_value(row, key),
                )
            )
        series.append(Series(name=names_[route], kind="line", marks=tuple(marks), tone=f"route-{at}"))
    values = [mark.typical or 0.0 for one in series for mark in one.marks]
    return Panel(up=_upward(reader, values, key), series=tuple(series))


def _places(reader: Reader, steps: Sequence[Row], corners: Sequence[Row]) -> tuple[Place, ...]:
    """Name the ends, then the places with work, then the others."""
    works = {row["node_id"] for row in steps if row["kind"] == "work"}
    marks: dict[str, float] = {}
    for row in corners:
        marks.setdefault(row["node_id"], row["distance_km"])
    ends = [corners[0]["node_id"], corners[-1]["node_id"]]
    order = dict.fromkeys([*ends, *(one for one in marks if one in works), *marks])
    return tuple(Place(names.node(reader, one), marks[one]) for one in order)
