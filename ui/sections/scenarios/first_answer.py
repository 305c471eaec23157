"""The first screen of the page: what the scenario changes, in one sentence and two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.routing.obtainable import LABELS
from corridor.scenario.codec import parse
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.openings import drawn
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.look import first_screen
from ui.look.first_screen import Opening
from ui.look.markup import tag, together
from ui.look.modes import LOOKS
from ui.sections.routes import headline, obtainable, words
from ui.sections.routes.answer import practice_of, telling
from ui.sections.routes.freight import told
from ui.sections.routes.question import question
from ui.sections.scenarios import frames, presets
from ui.sections.scenarios.lab import best_of, lab
from ui.sections.scenarios.offers import worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.routing.summary import Summary
    from ui.link.view import View
    from ui.sections.routes.answer import Answer
    from ui.sections.scenarios.lab import Lab

    Row = Mapping[str, Any]

_TIME, _COST = "time_h", "cost_usd_per_teu"
_UNITS = {_TIME: "h", _COST: "USD"}
_MAX_NAMED = 2
JOINER = "\u2060"  # keeps a range on one line


def sentence(view: View) -> Markup:
    """Draw the answer."""
    return drawn(view, opening(view))


def opening(view: View) -> Opening:
    """Say what the best route takes under the scenario, against today, and which routes are won and lost."""
    _ = view.words.gettext
    shown = lab(view)
    if shown.today.summary is None:
        return Opening(sentence=" ".join(told(view, shown.today, None)))
    if not shown.is_changed:
        said = headline.opening(view, shown.today)
        text = _("As it is today: {answer}").format(answer=said.sentence if said else "")
        basis = _("Choose a preset, or click a leg or a place on the map, to see what if.")
        return Opening(sentence=text, doubt=said.doubt if said else "", basis=basis, known="modelled")
    name = name_of(view)
    if shown.assumed.summary is None:
        text = _("{scenario}: no route is left; today {before}.")
        before = headline.figures(view, shown.today.summary)
        return Opening(sentence=text.format(scenario=name, before=before), known="modelled")
    doubt = headline.doubt_of(view, shown.assumed, shown.assumed.summary)
    text = _("{scenario}: {change}; {counts}")
    change = _against(view, shown.today.summary, shown.assumed.summary)
    said = text.format(scenario=name, change=change, counts=counts(view, shown))
    ended = f"{said};" if doubt else f"{said}."
    return Opening(sentence=ended, doubt=doubt, basis=_basis(view), known="modelled")


def _against(view: View, before: Summary, after: Summary) -> str:
    """Write time and cost under the scenario, each beside that of today."""
    _ = view.words.gettext
    alike = (before.time_gaps, before.cost_gaps) == (after.time_gaps, after.cost_gaps) == (0, 0)
    is_known = before.time_h and after.time_h and before.cost_usd_per_teu and after.cost_usd_per_teu
    if not (alike and is_known and before.time_is_in_practice and after.time_is_in_practice):
        pattern = _("{after} instead of {before}")
        return pattern.format(after=headline.figures(view, after), before=headline.figures(view, before))
    low, days, high = (words.days(view, hours) for hours in after.time_h or ())
    days_before = words.days(view, (before.time_h or after.time_h or (0, 0, 0))[1])
    costs = [
        fmt.number(short.cost_usd_per_teu[1], view.lang, digits=2)
        for short in (after, before)
        if short.cost_usd_per_teu
    ]
    time = (
        _("{days} days in practice ({low}–{high}), as today")
        if days == days_before
        else _("{days} days in practice ({low}–{high}) instead of {before}")
    )
    cost = (
        _("USD {cost} per TEU, as today")
        if costs[0] == costs[1]
        else _("USD {cost} per TEU instead of {before}")
    )
    told = time.format(days=days, low=low, high=f"{JOINER}{high}", before=days_before)
    return f"{told}, {cost.format(cost=costs[0], before=costs[1])}"


def name_of(view: View) -> str:
    """Call the scenario by its name, by that of the news that it is from, or by its changes."""
    _, _n = view.words.gettext, view.words.ngettext
    name = parse(view.state.scenario).name
    if name:
        return name
    preset = presets.of(view)
    if preset is not None:
        return view.words.name(preset.row)
    changes = [words for _text, words in worded(view)]
    if len(changes) <= _MAX_NAMED:
        return "; ".join(changes)
    return _n("With {count} change", "With {count} changes", len(changes)).format(count=len(changes))


def counts(view: View, shown: Lab) -> str:
    """Say how many of the best routes are lost, won and kept."""
    _n = view.words.ngettext
    lost, won = len(shown.lost), len(shown.won)
    if not lost and not won:
        return view.words.gettext("no best route is lost or won")
    words_lost = _n("{count} best route lost", "{count} best routes lost", lost).format(count=lost)
    words_won = _n("{count} won", "{count} won", won).format(count=won)
    return f"{words_lost}, {words_won}"


def beside(view: View) -> Markup:
    """Draw a card for today and one for the scenario: time and cost in practice, the difference."""
    shown = lab(view)
    cards = [_card(view, shown.today, view.words.gettext("Today"), 0, None)]
    if shown.is_changed:
        cards.append(_card(view, shown.assumed, view.words.gettext("Under the scenario"), 1, shown.today))
    return first_screen.key_cards(*cards)


def practice(found: Answer, criterion: str, end: str) -> float | None:
    """One point of the range of the best route of an answer in practice."""
    best = best_of(found)
    value = (practice_of(found, best) or {}).get(f"{criterion}_{end}") if best else None
    return None if value is None or value != value else float(value)  # noqa: PLR0124 - no number


def _basis(view: View) -> str:
    """Name the question, and say how the sentence is known."""
    told = view.words.gettext(
        "8 of 10 journeys lie between the two ends. Modelled: the assumption in words stands below."
    )
    return " ".join(filter(None, (f"{presets.asked_in_words(view, question(view))}.", told, _shut(view))))


def _shut(view: View) -> str:
    """Tell of a way that the scenario shuts and that is quicker than the best one that can be had today."""
    _ = view.words.gettext
    shown = lab(view)
    usual = practice(shown.today, _TIME, "p50")
    found = frames.sides(shown)
    if usual is None or found is None:
        return ""
    shut = [
        row
        for row in rows(frames.routes(view.dataset, found))
        if row["state"] == "lost" and not row["is_open_after"] and row["time_h_p50_before"] is not None
    ]
    quickest = min(shut, key=lambda row: row["time_h_p50_before"], default=None)
    if quickest is None or quickest["time_h_p50_before"] >= usual:
        return ""
    return _("The quickest route that is shut takes {time} today; it is: {had}.").format(
        time=wording.size(view, quickest["time_h_p50_before"], "h", "modelled"),
        had=_(LABELS[quickest["availability_before"]]),
    )


def _card(view: View, found: Answer, title: str, look: int, today: Answer | None) -> Markup:
    """Draw one side."""
    _ = view.words.gettext
    best = best_of(found)
    line = LOOKS[look]
    style = f"--line:{line.colour(dark=view.dark)};--width:{line.width:g}px"
    sign = tag("span", class_=f"cx-line{' is-dashed' if line.dash else ''}", style=style)
    if best is None:
        body = tag("p", _("No route is left."), class_="cx-days none")
        return tag("li", tag("h3", sign, title), body, class_="cx-card cx-compared")
    figures = [_figure(view, found, criterion, today) for criterion in _UNITS]
    return tag(
        "li",
        tag("h3", sign, title, ": ", words.title(view, telling(found, best))),
        tag("div", *figures, class_="cx-both"),
        tag("p", obtainable.badge(view, found, best)),
        class_="cx-card cx-compared",
    )


def _figure(view: View, found: Answer, criterion: str, today: Answer | None) -> Markup:
    """Write one figure with its range and the difference to today."""
    _ = view.words.gettext
    unit = _UNITS[criterion]
    low, middle, high = (practice(found, criterion, end) for end in ("p10", "p50", "p90"))
    if low is None or middle is None or high is None:
        return tag("p", _("not known"), basis_mark(view, "missing"), class_="cx-days none")
    sides = [practice(side, criterion, "p50") for side in (lab(view).today, lab(view).assumed)]
    longest = max(value for value in (middle, *sides) if value is not None)
    band = wording.size_band(view, low, high, unit, "modelled", beside=longest)
    first = practice(today, criterion, "p50") if today is not None else None
    change = None
    if first is not None:
        change = tag("small", difference(view, middle, first, unit), class_="cx-difference")
    size = wording.size(view, middle, unit, "modelled", beside=longest)
    figure = together(tag("b", size), basis_mark(view, "modelled"))
    return tag("p", figure, tag("small", band), change, class_="cx-compared-figure")


def difference(view: View, after: float, before: float, unit: str) -> str:
    """Write a difference with its sign."""
    if after == before:
        return view.words.gettext("the same")
    size = wording.size(view, abs(after - before), unit, "modelled")
    return f"{'+' if after > before else '−'}{size}"
