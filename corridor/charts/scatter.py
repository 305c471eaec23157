"""All routes against each other: time across, cost or CO₂e upwards, size CO₂e."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.charts.figures import FIGURES, amount, amount_range, axis_unit, axis_value
from corridor.errors import ChartError
from corridor.language import format as fmt

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from corridor.charts.axis import Axis
    from corridor.language.reader import Reader

    Row = Mapping[str, Any]


def scatter(
    reader: Reader,
    rows: Sequence[Row],
    *,
    names: Mapping[str, str],
    shown: Collection[str],
    first: str,
    title: str,
) -> Chart:
    """
    Draw a point for each route.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of `corridor.routing.routes.Routes.table`, in the order of their numbers.
    names
        By route id: its name.
    shown
        Ids of those that bear their number.
    first
        The criterion that matters most: "co2e" stands upwards if it is that, else the cost, if it is known.
    title
        What the chart shows.

    Raises
    ------
    corridor.errors.ChartError
        If no route has both figures.
    """
    _ = reader.words.gettext
    has_cost = any(axis_value(row, "cost") is not None for row in rows)
    upward = "co2e" if first == "co2e" or not has_cost else "cost"
    numbers = {row["route_id"]: at for at, row in enumerate(rows, start=1)}
    drawn = [
        row for row in rows if axis_value(row, "time") is not None and axis_value(row, upward) is not None
    ]
    if not drawn:
        raise ChartError("chart-empty-scatter")
    sizes = axis([axis_value(row, "co2e") or 0.0 for row in drawn], from_zero=False)
    # The numbered ones are drawn last, so that none lies under a plain one.
    order = sorted(drawn, key=lambda row: row["route_id"] in shown)
    marks = []
    for row in order:
        route = row["route_id"]
        is_shown = route in shown
        name = names[route] if is_shown else _("Route {number}").format(number=numbers[route])
        told = [name, *(amount(reader, row, key) for key in dict.fromkeys(("time", upward, "co2e")))]
        marks.append(
            Mark(
                name=name,
                at=axis_value(row, "time") or 0.0,
                low=axis_value(row, upward, "low"),
                typical=axis_value(row, upward),
                high=axis_value(row, upward, "high"),
                at_text=amount(reader, row, "time"),
                text=amount(reader, row, upward),
                range_text=amount_range(reader, row, upward),
                label=", ".join(told),
                short=str(numbers[route]) if is_shown else "",
                basis=row[f"{FIGURES[upward].column}_basis"],
                gaps=row["time_h_gaps"] + row[f"{FIGURES[upward].column}_gaps"],
                target=Target("route", route),
                tone="route",
                size=sizes.percent(axis_value(row, "co2e") or sizes.low) / 100,
                is_hollow=bool(row["time_h_gaps"] + row[f"{FIGURES[upward].column}_gaps"]),
                is_strong=is_shown,
            )
        )
    keys = (
        Key(_("route, all parts known"), "point", "route"),
        Key(_("parts are not known"), "point", "route", is_hollow=True),
    )
    return Chart(
        name="scatter",
        mark_title=_("Route"),
        at_title=_("Time"),
        title=title,
        caption=_(
            "Each point is a route; a larger point means more CO₂e. Hollow: parts are not known, "
            "so it may lie further out."
        ),
        across=_axis(reader, drawn, "time"),
        panels=(
            Panel(
                up=_axis(reader, drawn, upward),
                series=(Series(name=_("Routes"), kind="point", marks=tuple(marks), tone="route"),),
            ),
        ),
        keys=keys,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def _axis(reader: Reader, rows: Sequence[Row], key: str) -> Axis:
    """Make the axis of one figure."""
    return axis(
        [axis_value(row, key) or 0.0 for row in rows],
        from_zero=False,
        title=reader.words.gettext(FIGURES[key].title),
        unit=axis_unit(reader, key),
        write=lambda value: fmt.number(value, reader.lang),
    )
