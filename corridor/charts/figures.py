"""The figures of routes and their steps in words, as marks of charts bear them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from babel.lists import format_list

from corridor.language import format as fmt
from corridor.language import names
from corridor.language.amounts import size, size_band
from corridor.language.text import LOCALES, N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

HOURS_PER_DAY = 24.0


class Figure(NamedTuple):
    """One figure of a route: its column, its unit, its title, what it is divided by on an axis."""

    column: str
    unit: str
    title: str
    scale: float = 1.0


FIGURES: Mapping[str, Figure] = {
    "time": Figure("time_h", "h", N_("Time by timetable"), HOURS_PER_DAY),
    "cost": Figure("cost_usd_per_teu", "USD", N_("Known costs per TEU")),
    "co2e": Figure("co2e_kg_per_t", "kg", N_("CO₂e per tonne")),
}


def axis_unit(reader: Reader, key: str) -> str:
    """Name the unit of an axis."""
    _ = reader.words.gettext
    return {"time": _("days"), "cost": "USD", "co2e": _("kg"), "distance": _("km")}[key]


def axis_value(row: Row, key: str, end: str = "typical") -> float | None:
    """Give a sum in the unit of its axis."""
    figure = FIGURES[key]
    value = row[f"{figure.column}_{end}"]
    return None if value is None else value / figure.scale


def amount(reader: Reader, row: Row, key: str) -> str:
    """Write a sum of a route; with unknown parts it is at least that."""
    figure = FIGURES[key]
    value, basis = row[f"{figure.column}_typical"], row[f"{figure.column}_basis"]
    if value is None or basis == "missing":
        return reader.words.gettext("not known")
    words = size(value, figure.unit, basis, reader.lang)
    if row[f"{figure.column}_gaps"]:
        return reader.words.gettext("at least {value}").format(value=words)
    return words


def amount_range(reader: Reader, row: Row, key: str) -> str:
    """Write the range of a sum; empty of time and cost, whose range is that in practice."""
    figure = FIGURES[key]
    low, typical, high = (row[f"{figure.column}_{end}"] for end in ("low", "typical", "high"))
    basis = row[f"{figure.column}_basis"]
    if key != "co2e" or typical is None or low is None or low == high or basis == "missing":
        return ""
    return size_band(low, high, figure.unit, basis, reader.lang, beside=typical)


def step_amount(reader: Reader, row: Row, key: str) -> str:
    """Write what one step takes."""
    figure = FIGURES[key]
    value, basis = row[f"{figure.column}_typical"], row[f"{figure.column}_basis"]
    if value is None or basis == "missing":
        return reader.words.gettext("not known")
    return size(value, figure.unit, basis, reader.lang)


def unknown_parts(reader: Reader, count: int) -> str:
    """Say how many parts of a sum are not known; empty if all are."""
    if not count:
        return ""
    words = reader.words.ngettext("{count} part not known", "{count} parts not known", count)
    return words.format(count=fmt.number(count, reader.lang))


def route_title(reader: Reader, marks: Sequence[tuple[str, str]]) -> str:
    """
    Call a route by what tells it from the others, such as "by Poti and Burgas".

    Parameters
    ----------
    reader
        For whom.
    marks
        Of the route, as `corridor.routing.alternatives.marks` gives them.
    """
    _ = reader.words.gettext
    told = [names.node(reader, id_) if kind == "node" else names.country(reader, id_) for kind, id_ in marks]
    if not told:
        return _("the direct route")
    return _("by {places}").format(places=format_list(told, locale=LOCALES[reader.lang]))


def route_name(reader: Reader, number: int, marks: Sequence[tuple[str, str]]) -> str:
    """Call a route by its number and by what tells it from the others."""
    words = reader.words.gettext("Route {number}, {name}")
    return words.format(number=number, name=route_title(reader, marks))
