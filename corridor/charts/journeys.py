"""How sure the time of routes is: twenty journeys of each, a dot for every one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.charts.figures import HOURS_PER_DAY, axis_unit
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language.amounts import bare_band, size
from corridor.practice.model import Band
from corridor.practice.quantiles import JOURNEYS, OUTSIDE, UP_TO_P90, WITHIN, journeys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.language.reader import Reader

_COLUMNS = 30
# Where the dots stand in the slot of a route, and where its range lies, from its middle.
_DOTS_AT, _RANGE_AT = 0.18, 0.32
_STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)


class Journeys(NamedTuple):
    """What is drawn of a route: its name, its hours in practice, how many parts have no figure."""

    name: str
    band: Band
    gaps: int = 0


def drawn_journeys(reader: Reader, routes: Mapping[str, Journeys], *, title: str) -> Chart:
    """
    Draw twenty dots for each route; each stands for one journey of twenty.

    Parameters
    ----------
    reader
        For whom.
    routes
        By route id, in the order of the rows; one without a known time is left out.
    title
        What the chart shows.

    Returns
    -------
    Chart
        A chart on its side, in days; dots of like times are stacked. Those between P10 and P90 stand out.

    Raises
    ------
    corridor.errors.ChartError
        If of no route a time is known.
    """
    _ = reader.words.gettext
    known = {route: of for route, of in routes.items() if journeys(of.band)}
    if not known:
        raise ChartError("chart-empty-journeys")
    drawn = {route: journeys(of.band) for route, of in known.items()}
    every = [hours / HOURS_PER_DAY for hours in (hour for of in drawn.values() for hour in of)]
    step = next((one for one in _STEPS if (max(every) - min(every)) / one <= _COLUMNS), _STEPS[-1])
    up = axis(
        [min(every) - step, max(every) + step],
        from_zero=False,
        title=_("Time in practice"),
        unit=axis_unit(reader, "time"),
        write=lambda value: fmt.number(value, reader.lang),
    )
    series = []
    for at, (route, of) in enumerate(known.items()):
        target = Target("route", route)
        series += [
            Series(
                name=_("1 of {count} journeys").format(count=JOURNEYS),
                kind="dot",
                marks=_dots(reader, of, drawn[route], step, at=at, target=target),
                tone="journey",
            ),
            Series(
                name=_("Middle and range"), kind="band", marks=(_range(reader, of, at, target),), tone="range"
            ),
        ]
    first = next(iter(known.values()))
    return Chart(
        name="journeys",
        title=title,
        caption=sure(reader, first) if len(known) == 1 else told(reader),
        mark_title=_("Route"),
        at_title="",
        across=named_axis([of.name for of in known.values()], title=_("Route")),
        panels=(Panel(up=up, series=tuple(series)),),
        keys=(
            Key(_("1 of {count} journeys").format(count=JOURNEYS), "dot", "journey"),
            Key(_("quicker or slower than the range"), "dot", "journey", is_hollow=True),
        ),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def journeys_of(name: str, row: Mapping[str, Any]) -> Journeys:
    """
    Take the band of a route from a row of `corridor.routing.risk.Risk.table`.

    Parameters
    ----------
    name
        What the route is called.
    row
        Its row, with None for what is missing.
    """
    ends = (math.nan if row[end] is None else float(row[end]) for end in Band._fields)
    return Journeys(name, Band(*ends), int(row["gaps"] or 0))


def sure(reader: Reader, of: Journeys) -> str:
    """Say in how many of twenty journeys a route takes no longer than its upper end and than its middle."""
    _ = reader.words.gettext
    words = _("In {most} of {count} journeys it takes at most {p90}, in {half} of {count} at most {p50}.")
    if of.gaps:
        words = _(
            "In {most} of {count} journeys the known parts take at most {p90}, in {half} of {count} "
            "at most {p50}."
        )
    return words.format(
        most=UP_TO_P90,
        half=JOURNEYS // 2,
        count=JOURNEYS,
        p90=size(of.band.p90, "h", "modelled", reader.lang),
        p50=size(of.band.p50, "h", "modelled", reader.lang),
    )


def told(reader: Reader) -> str:
    """Say what the dots are."""
    words = reader.words.gettext(
        "Each dot is 1 of {count} journeys: {within} are in the range, {outside} quicker, {outside} slower."
    )
    return words.format(count=JOURNEYS, within=WITHIN, outside=OUTSIDE)


def _dots(
    reader: Reader, of: Journeys, hours: tuple[float, ...], step: float, *, at: int, target: Target
) -> tuple[Mark, ...]:
    """Stack the journeys of a route by their time."""
    heights: dict[int, int] = {}
    marks = []
    for number, one in enumerate(hours):
        days = one / HOURS_PER_DAY
        column = round(days / step)
        level = heights.get(column, 0)
        heights[column] = level + 1
        text = size(one, "h", "modelled", reader.lang)
        marks.append(
            Mark(
                name=of.name,
                at=at + _DOTS_AT,
                typical=column * step,
                base=float(level),
                text=text,
                label=f"{of.name}: {text}",
                basis="modelled",
                gaps=of.gaps,
                target=target,
                tone="journey",
                is_hollow=not OUTSIDE <= number < JOURNEYS - OUTSIDE,
            )
        )
    return tuple(marks)


def _range(reader: Reader, of: Journeys, at: int, target: Target) -> Mark:
    """Mark the middle and the range of a route below its dots."""
    low, middle, high = of.band
    text = size(middle, "h", "modelled", reader.lang)
    ends = bare_band(low, high, "h", "modelled", reader.lang, beside=middle)
    if of.gaps:
        text = reader.words.gettext("at least {value}").format(value=text)
    return Mark(
        name=of.name,
        at=at + _RANGE_AT,
        low=low / HOURS_PER_DAY,
        typical=middle / HOURS_PER_DAY,
        high=high / HOURS_PER_DAY,
        text=text,
        range_text=ends,
        label=f"{of.name}: {text} ({ends})",
        short=f"{text} ({ends})",
        basis="modelled",
        gaps=of.gaps,
        target=target,
        tone="range",
        is_strong=True,
    )
