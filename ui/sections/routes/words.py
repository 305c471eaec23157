"""Routes in words: what they are called, why they are shown, what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.lists import format_list

from corridor.charts import figures
from corridor.freight.availability import rank
from corridor.language import names
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.language import format as fmt
from ui.language.text import LOCALES, N_
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

# By the word of a criterion: its column, its unit, its title.
FIGURES = {
    "time": ("time_h", "h", N_("Time by timetable")),
    "cost": ("cost_usd_per_teu", "USD", N_("Known costs per TEU")),
    "co2e": ("co2e_kg_per_t", "kg", N_("CO₂e per tonne")),
    "distance": ("distance_km", "km", N_("Distance")),
    "borders": ("borders", "", N_("Borders")),
    "transhipments": ("transhipments", "", N_("Transhipments")),
}
COUNTED = ("borders", "transhipments")
# Sums whose range is that in practice.
_USUAL = ("time", "cost")
_HOURS_PER_DAY = 24
_ENDS = ("low", "typical", "high")
_LEADS = {
    "time_h": N_("fastest"),
    "cost_usd_per_teu": N_("cheapest"),
    "co2e_kg_per_t": N_("cleanest"),
    "transhipments": N_("fewest transhipments"),
}


def title(view: View, marks: Sequence[tuple[str, str]]) -> str:
    """Call a route by what tells it from the others, such as "by Poti and Burgas"."""
    return figures.route_title(view, marks)


def sum_title(view: View, word: str) -> str:
    """Name a sum of a route; of the time it is the sum by timetable."""
    return view.words.gettext(FIGURES[word][2])


def sum_band(view: View, row: Row, word: str) -> str:
    """Write the range of a sum; empty of time and cost, whose range is that in practice."""
    name, unit, _title = FIGURES[word]
    basis, (low, typical, high) = row[f"{name}_basis"], (row[f"{name}_{end}"] for end in _ENDS)
    if word in _USUAL or word in COUNTED or low is None or low == high or basis == "missing":
        return ""
    band = wording.size_band(view, low, high, unit, basis, beside=typical)
    return "" if band == wording.size(view, typical, unit, basis) else band


def reasons(
    view: View, row: Row, leads: Sequence[str], every: Collection[Row], would_lead: Sequence[str] = ()
) -> list[str]:
    """Say why a route is shown: what it is best at among those as sure, and how far that is known."""
    _ = view.words.gettext
    words = [_("would be {lead}").format(lead=_(_LEADS[criterion])) for criterion in would_lead]
    as_sure = [other for other in every if rank(other["availability"]) <= rank(row["availability"])]
    for criterion in leads:
        name, lead = f"{criterion}_typical", _(_LEADS[criterion])
        is_least = all(row[name] <= other[name] for other in as_sure if other[name] is not None)
        if not row[f"{criterion}_gaps"]:
            words.append(lead if is_least else _("{lead} of those known in full").format(lead=lead))
        else:
            words.append(
                _("{lead}, as far as known").format(lead=lead) if is_least else _("fewest unknown parts")
            )
    return list(dict.fromkeys(words)) or [_("a different path")]


def leads(view: View, names: Sequence[str]) -> str:
    """Say what a route is best at."""
    return format_list([view.words.gettext(_LEADS[leader]) for leader in names], locale=LOCALES[view.lang])


def days(view: View, hours: float) -> str:
    """Write a number of days, with two digits as every modelled figure."""
    return fmt.number(hours / _HOURS_PER_DAY, view.lang, digits=2)


def in_practice(view: View, row: Row | None) -> Markup | None:
    """Write how long a route takes in practice: the days between which 8 of 10 journeys lie."""
    low, high = (row.get(f"time_h_{end}") if row else None for end in ("p10", "p90"))
    if low is None or high is None:
        return None
    _ = view.words.gettext
    text = _("{low} to {high} days").format(low=days(view, low), high=days(view, high))
    return together(
        tag("span", text, class_="figure"),
        basis_mark(view, "modelled"),
        " ",
        tag("small", _("in practice (8 of 10)"), class_="band"),
    )


def by_timetable(view: View, row: Row) -> str:
    """Write how long a route takes by timetable."""
    return view.words.gettext("{time} by timetable").format(time=amount(view, row, "time"))


def cost_in_practice(view: View, row: Row | None) -> Markup | None:
    """Write what a TEU costs in practice: the middle, and between which costs 8 of 10 journeys lie."""
    low, middle, high = (row.get(f"cost_usd_per_teu_{end}") if row else None for end in ("p10", "p50", "p90"))
    if low is None or middle is None or high is None:
        return None
    _ = view.words.gettext
    numbers = (fmt.number(value, view.lang, digits=2) for value in (low, high))
    text = _("per TEU, {low} to {high}")
    return together(
        tag("span", fmt.quantity(middle, "USD", view.lang, digits=2), class_="figure"),
        basis_mark(view, "modelled"),
        " ",
        tag("small", text.format(**dict(zip(("low", "high"), numbers, strict=True))), class_="band"),
    )


def amount(view: View, row: Row, word: str) -> str:
    """Write a sum of a route; with unknown parts it is at least that. Titles name per what it is."""
    _ = view.words.gettext
    name, unit, _title = FIGURES[word]
    value, basis = row[f"{name}_typical"], row[f"{name}_basis"]
    if word in COUNTED:
        return fmt.number(value, view.lang)
    if value is None or basis == "missing":
        return _("not known")
    words = wording.size(view, value, unit, basis)
    return _("at least {value}").format(value=words) if row[f"{name}_gaps"] else words


def figure(view: View, row: Row, word: str) -> Markup:
    """Write a sum with the mark of its basis, its range, and how many parts are not known."""
    name = FIGURES[word][0]
    basis, gaps = row[f"{name}_basis"], row[f"{name}_gaps"]
    if word in COUNTED:
        return tag("span", amount(view, row, word), class_="figure")
    band = sum_band(view, row, word)
    return together(
        tag("span", amount(view, row, word), class_="figure"),
        basis_mark(view, basis),
        tag("small", band, class_="band") if band else None,
        tag("small", unknown(view, gaps), class_="gaps") if gaps else None,
    )


def far_round(view: View, row: Row) -> Markup | None:
    """Warn of a route that is many times as long as the straight line; None where it is not."""
    words = wording.far_round(view, row["circuity"], row["straight_km"])
    return tag("span", words, class_="cx-far-round") if words else None


def unknown(view: View, count: int) -> str:
    """Say how many parts of a sum are not known."""
    return figures.unknown_parts(view, count)


def step_name(view: View, row: Row) -> str:
    """Name a step: a leg by its ends, work by its kind and place."""
    return names.step(view, row)


def step_time(view: View, row: Row) -> str:
    """Write how long a step takes."""
    return figures.step_amount(view, row, "time")
