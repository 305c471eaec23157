"""Today and the scenario side by side: the best route, routes won and lost, connectivity, capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.routing.obtainable import LABELS
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.connectivity import frames as frames_of_pairs
from ui.sections.connectivity import index_parts
from ui.sections.connectivity.tables import pair_name
from ui.sections.routes import words
from ui.sections.routes.table import ports_of
from ui.sections.scenarios import frames
from ui.sections.scenarios.first_answer import difference, practice
from ui.sections.scenarios.lab import best_of, lab

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer
    from ui.sections.scenarios.lab import Lab

    Row = Mapping[str, Any]

USUAL = (("time_h", "h", N_("Time in practice")), ("cost_usd_per_teu", "USD", N_("Cost per TEU in practice")))
STATES = {"lost": N_("lost"), "won": N_("won"), "kept": N_("kept")}
COUNTED = {
    "places": N_("Places with a route from the start"),
    "pairs": N_("Pairs of cities of Kazakhstan and Serbia with a route"),
}
UNITS = {"t": N_("tonnes a year"), "teu": N_("TEU a year")}
BOUNDS = {
    "lower": N_("At least, over published capacities alone"),
    "upper": N_("At most, if what is not published had no limit"),
}


def beside_table(view: View) -> Markup:
    """Write one row a criterion for the best route: today, under the scenario, the difference."""
    shown = lab(view)
    caption = view.words.gettext("The best route today and under the scenario")
    return table(view, list(_lines(view, shown)), _columns(view), caption)


def routes_table(view: View) -> Markup:
    """Write the best routes of both sides: which are lost, won and kept."""
    _ = view.words.gettext
    columns = (
        Column(key="route", title=_("Route"), is_header=True),
        Column(key="state", title=_("Under the scenario")),
        *(
            Column(key=f"{criterion}-{side}", title=f"{_(title)}: {_(side_title)}", is_figure=True)
            for criterion, _unit, title in USUAL
            for side, side_title in _SIDES
        ),
    )
    lines = [_route_line(view, row) for row in compared_routes(view)]
    caption = _("Best routes lost, won and kept: none is better on every criterion")
    return table(view, lines, columns, caption, fold="rest", class_="cx-beside")


def compared_routes(view: View) -> list[Row]:
    """Rows of the best routes of both sides, those that change first."""
    found = frames.sides(lab(view))
    if found is None:
        return []
    order = list(STATES)
    return sorted(rows(frames.routes(view.dataset, found)), key=lambda row: order.index(row["state"]))


def connectivity_table(view: View) -> Markup:
    """Write how the two countries are connected, today and under the scenario."""
    _ = view.words.gettext
    lines = [
        Line(
            cells={
                "what": measure(view, row),
                "today": _measured(view, row, "before"),
                "assumed": _measured(view, row, "after"),
                "change": _measured_change(view, row),
            }
        )
        for row in rows(frames.connectivity(view.dataset, lab(view).question))
    ]
    caption = _("How Kazakhstan and Serbia are connected, today and under the scenario")
    note = _(
        "Resilience is the share of the best time that is left when a leg is lost: it falls where the best "
        "route gets quicker and the one that takes over does not, and rises where the best route gets slower."
    )
    drawn = table(view, lines, _columns(view), caption, fold="never")
    return together(drawn, tag("p", note, class_="cx-note"))


def capacity_table(view: View) -> Markup:
    """Write between which bounds the yearly capacity lies, today and under the scenario."""
    _ = view.words.gettext
    found, cut = frames.capacities(view.dataset, lab(view).question)
    lines = [
        Line(
            cells={
                "what": f"{_(words_)}, {_(UNITS[row['unit']])}",
                "today": bound(view, row[f"{end}_before"]),
                "assumed": bound(view, row[f"{end}_after"]),
                "change": "",
            }
        )
        for row in rows(found)
        for end, words_ in BOUNDS.items()
    ]
    note = _("{count} legs and places have no published capacity: the answer is a bound.")
    unknown = max((row["unknown"] for row in rows(found)), default=0)
    return together(
        table(
            view, lines, _columns(view), _("Yearly capacity between the ends, today and under the scenario")
        ),
        tag("p", note.format(count=fmt.number(unknown, view.lang)), class_="cx-note"),
        *(tag("p", line, class_="cx-note") for line in limits_in_words(view, rows(cut))),
        *(tag("p", line, class_="cx-note") for line in unlimited_in_words(view, rows(found), rows(cut))),
    )


def limits_in_words(view: View, cut: list[Row]) -> list[str]:
    """Say what limits the capacity on each side."""
    _ = view.words.gettext
    told = []
    sides = {"before": _("Today limited by: {parts}."), "after": _("Then limited by: {parts}.")}
    for side, words_ in sides.items():
        parts = [
            f"{wording.subject(view, row['kind'], row['id'])} "
            f"({fmt.number(row[f'capacity_{side}'], view.lang)} {_(UNITS[row['unit']])})"
            for row in cut
            if row[f"is_limit_{side}"] and row[f"capacity_{side}"] is not None
        ]
        if parts:
            told.append(words_.format(parts="; ".join(parts)))
    return told


def unlimited_in_words(view: View, found: list[Row], cut: list[Row]) -> list[str]:
    """Say why a capacity that the scenario changes does not move the bounds."""
    _ = view.words.gettext
    unlimited = {row["unit"] for row in found if row["upper_before"] is None and row["upper_after"] is None}
    text = _(
        "{part}: {before} today, {after} {unit} under the scenario. Between these ends that shows in no "
        "bound: another route goes round it, however far, and nobody has published its capacity."
    )
    return [
        text.format(
            part=wording.subject(view, row["kind"], row["id"]),
            before=fmt.number(row["capacity_before"], view.lang),
            after=fmt.number(row["capacity_after"], view.lang),
            unit=_(UNITS[row["unit"]]),
        )
        for row in cut
        if row["unit"] in unlimited and row["capacity_before"] and row["capacity_after"]
    ]


def bound(view: View, value: float | None) -> Markup:
    """Write a bound of the capacity."""
    _ = view.words.gettext
    if not value:
        return together(tag("span", _("not known"), class_="none"), basis_mark(view, "missing"))
    return together(fmt.number(value, view.lang), basis_mark(view, "derived"))


def measure(view: View, row: Row) -> str:
    """Name a measure of connectivity with its unit, and its pair where that is another one."""
    part = row["part"]
    name = view.words.gettext(COUNTED[part]) if part in COUNTED else index_parts.heading(view, part)
    if not row["pair"] or row["pair"] == frames_of_pairs.OURS:
        return name
    told = view.words.gettext("Pairs of cities with a route") if part == "pairs" else name
    return f"{pair_name(view, row['pair'])}: {told}"


def measured(view: View, row: Row, side: str) -> str:
    """Write a measure on one side in plain words."""
    _ = view.words.gettext
    value = row[side]
    if value is None:
        return _("not known")
    text = fmt.number(value, view.lang, digits=None if row["part"] in COUNTED else 3)
    return _("at least {value}").format(value=text) if row[f"gaps_{side}"] else text


_SIDES = (("before", N_("Today")), ("after", N_("Under the scenario")))


def _columns(view: View) -> tuple[Column, ...]:
    """Head what is compared, both sides and the difference."""
    _ = view.words.gettext
    return (
        Column(key="what", title=_("What"), is_header=True),
        Column(key="today", title=_("Today"), is_figure=True),
        Column(key="assumed", title=_("Under the scenario"), is_figure=True),
        Column(key="change", title=_("Difference"), is_figure=True),
    )


def _lines(view: View, shown: Lab) -> Iterator[Line]:
    """Write the lines of the table side by side."""
    _ = view.words.gettext
    for criterion, unit, title in USUAL:
        before, after = (practice(found, criterion, "p50") for found in (shown.today, shown.assumed))
        change = None if before is None or after is None else difference(view, after, before, unit)
        yield Line(
            cells={
                "what": _(title),
                "today": _usual(view, before, unit, beside=after),
                "assumed": _usual(view, after, unit, beside=before),
                "change": "" if change is None else together(change, basis_mark(view, "modelled")),
            }
        )
    for key, (_name, _unit, title) in words.FIGURES.items():
        cells = {"today": _sum(view, shown.today, key), "assumed": _sum(view, shown.assumed, key)}
        yield Line(cells={"what": _(title), "change": "", **cells})
    had = {"today": _had(view, shown.today), "assumed": _had(view, shown.assumed)}
    yield Line(cells={"what": _("Can it be had?"), "change": "", **had}, worded=("today", "assumed"))
    best = {
        "today": fmt.number(len(shown.best_today), view.lang),
        "assumed": fmt.number(len(shown.best_assumed), view.lang),
    }
    yield Line(cells={"what": _("Best routes"), "change": "", **best}, worded=("today", "assumed"))


def _usual(view: View, value: float | None, unit: str, *, beside: float | None) -> Markup:
    """Write the middle of journeys in practice, in the unit of the longer side."""
    if value is None:
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    size = wording.size(view, value, unit, "modelled", beside=max(value, beside or 0.0))
    return together(tag("span", size, class_="figure"), basis_mark(view, "modelled"))


def _sum(view: View, found: Answer, key: str) -> Markup | str:
    """Write a sum of the best route."""
    best = best_of(found)
    return "" if best is None else words.figure(view, found.rows[best], key)


def _had(view: View, found: Answer) -> str:
    """Say whether the best route can be had."""
    best = best_of(found)
    _ = view.words.gettext
    return _("no route") if best is None else _(LABELS[found.rows[best]["availability"]])


def _route_line(view: View, row: Row) -> Line:
    """Write one route."""
    _ = view.words.gettext
    side = "before" if row["state"] == "lost" else "after"
    had = tag("small", _(LABELS[row[f"availability_{side}"]]))
    why = None
    if row["state"] == "lost":
        why = tag("small", _("still open, others are better") if row["is_open_after"] else _("closed"))
    return Line(
        cells={
            "route": together(ports_of(view, row), had),
            "state": together(_(STATES[row["state"]]), why),
            **{
                f"{criterion}-{end}": _figure(view, row, criterion, unit, end)
                for criterion, unit, _title in USUAL
                for end, _words in _SIDES
            },
        },
        class_=f"is-{row['state']}",
    )


def _figure(view: View, row: Row, criterion: str, unit: str, side: str) -> Markup | str:
    """Write the middle of journeys on a route on one side; nothing where it is not open there."""
    if not row[f"is_open_{side}"]:
        return ""
    other = row[f"{criterion}_p50_{'before' if side == 'after' else 'after'}"]
    return _usual(view, row[f"{criterion}_p50_{side}"], unit, beside=other)


def _measured(view: View, row: Row, side: str) -> Markup:
    """Write a measure on one side with its basis."""
    basis = row[f"basis_{side}"] or ("derived" if row[side] is not None else "missing")
    return together(measured(view, row, side), basis_mark(view, basis))


def _measured_change(view: View, row: Row) -> Markup | str:
    """Write the difference of a measure, and whether it is for the better."""
    _ = view.words.gettext
    change = row["change"]
    if change is None:
        return ""
    if not change:
        return _("the same")
    size = fmt.number(abs(change), view.lang, digits=2)
    words_ = _("better") if row["is_better"] else _("worse")
    return together(f"{'+' if change > 0 else '−'}{size}", tag("small", words_))
