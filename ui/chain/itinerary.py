"""The wording of the written itinerary: a chain as numbered sentences, the twin of its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.chain.crossings import crossings
from corridor.chain.itinerary import itinerary
from corridor.evidence.figures import leg_figure, work_figure
from corridor.memory.memo import Depends, remembered
from corridor.routing.circuity import circuity, straight_km
from ui.chain.connections import DIRECT_LEG, chains
from ui.chain.crossing_words import transhipments_in_words
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.figure_keys import leg_key
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.markup import tag, together
from ui.look.modes import MODES, WORK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from corridor.chain.itinerary import ItineraryStep
    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate
    from ui.link.view import View


def written(
    view: View, corridor_id: str, branches: Sequence[str] = (), selected: str | None = None
) -> Markup:
    """
    Write the itinerary of a chain.

    Parameters
    ----------
    view
        The visit.
    corridor_id, branches
        The chain, as for `corridor.chain.itinerary.itinerary`.
    selected
        Leg to point out.
    """
    steps = _chain(view.dataset, corridor_id, tuple(branches))
    position = next(
        (step.position for step in steps if selected is not None and step.leg_id == selected), None
    )
    return in_words(view, steps, position=position)


def in_words(view: View, steps: Sequence[ItineraryStep], *, position: int | None = None) -> Markup:
    """Write any itinerary, with one step pointed out."""
    _ = view.words.gettext
    items = [_item(view, step, is_selected=step.position == position) for step in steps]
    return tag(
        "details",
        tag("summary", _("Written itinerary: the map in words")),
        tag("p", summary(view, steps)),
        tag("ol", *items, class_="cx-itinerary"),
        class_="cx-more",
    )


def all_in_words(view: View) -> Markup:
    """Write the map of the whole link in words: the direct flight and one line for every corridor."""
    _ = view.words.gettext
    lines = [
        tag(
            "li",
            tag("b", view.words.name(row)),
            ": ",
            summary(view, _chain(view.dataset, row["corridor_id"], ())),
        )
        for row in chains(view)
    ]
    flight = wording.subject(view, "leg", DIRECT_LEG)
    direct = tag(
        "li",
        tag("b", _("Direct flight")),
        f": {flight}. ",
        _("The line is a geodesic; the flown track differs."),
    )
    return tag(
        "details",
        tag("summary", _("Written itinerary: the map in words")),
        tag("ol", direct, *lines, class_="cx-itinerary"),
        class_="cx-more",
    )


def summary(view: View, steps: Sequence[ItineraryStep]) -> str:
    """Write a chain in one line: its ends, its modes, its countries, what happens on the way."""
    _, _n = view.words.gettext, view.words.ngettext
    legs = [step for step in steps if step.kind == "leg"]
    if not legs:
        return _("No legs are recorded for this route.")
    ends = f"{wording.node(view, legs[0].from_node or '')} – {wording.node(view, legs[-1].to_node or '')}"
    modes = ", ".join(_(MODES[mode].label) for mode in dict.fromkeys(step.mode for step in legs))
    countries = dict.fromkeys(code for step in legs for code in (step.from_country, step.to_country))
    through = " – ".join(country(view, code) for code in countries)
    found = crossings(step.work for step in steps)
    counts = [
        _n("{count} leg", "{count} legs", len(legs)).format(count=len(legs)),
        _n("{count} border", "{count} borders", found.borders).format(count=found.borders),
        transhipments_in_words(view, found),
    ]
    told = f"{ends}. {_('By')} {modes}. {through}. {', '.join(counts)}."
    return " ".join(part for part in (told, _far_round(view, legs)) if part)


def _far_round(view: View, legs: Sequence[ItineraryStep]) -> str:
    """Warn where the legs are many times as long as the straight line between their ends."""
    straight = straight_km(view.dataset, legs[0].from_node or "", legs[-1].to_node or "")
    known = sum(leg.distance_km.typical or 0.0 for leg in legs if leg.distance_km is not None)
    return wording.far_round(view, circuity(known, straight), straight)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _chain(dataset: Dataset, corridor_id: str, branches: tuple[str, ...]) -> tuple[ItineraryStep, ...]:
    """Return the steps of a chain."""
    return itinerary(dataset, corridor_id, branches=branches)


def country(view: View, code: str) -> str:
    """Name a country by its code."""
    row = by_id(view.dataset, "countries").get(code)
    return view.words.name(row) if row else code


def _item(view: View, step: ItineraryStep, *, is_selected: bool) -> Markup:
    """Write one step."""
    chosen = "is-selected" if is_selected else ""
    if step.kind == "leg":
        return tag("li", _leg(view, step), class_=chosen or None)
    return tag("li", _work(view, step), class_=f"is-work {chosen}".strip())


def _leg(view: View, step: ItineraryStep) -> Markup:
    """Write a leg: mode, ends, stations on the way, distance, time, gauge, status."""
    _ = view.words.gettext
    leg_id = step.leg_id or ""
    ends = f"{wording.node(view, step.from_node or '')} – {wording.node(view, step.to_node or '')}"
    facts = [
        together(_("distance"), " ", _figure(view, leg_figure(view.dataset, leg_id, "distance_km"))),
        together(
            _("time"),
            " ",
            _figure(
                view, leg_key(view.dataset, leg_id, "time_h", step.from_node or "").estimate(view.dataset)
            ),
        ),
        together(_("gauge"), " ", fmt.quantity(step.gauge_mm, "mm", view.lang)) if step.gauge_mm else None,
        view.words.term(step.status) if step.status and step.status != "operating" else None,
    ]
    via = together(" (", wording.data_text(view, step.via), ")") if step.via else None
    return together(
        tag("b", _(MODES[step.mode].label).capitalize()), ": ", ends, via, ": ", _listed(facts), "."
    )


def _work(view: View, step: ItineraryStep) -> Markup:
    """Write node work: what, where, how long."""
    _ = view.words.gettext
    place = wording.node(view, step.node_id or "")
    detail = None
    if step.work == "border":
        detail = f" ({country(view, step.from_country)} – {country(view, step.to_country)})"
    elif step.work == "break-of-gauge" and step.gauge_mm and step.next_gauge_mm:
        detail = f" ({step.gauge_mm} → {fmt.quantity(step.next_gauge_mm, 'mm', view.lang)})"
    label = _(WORK[step.work or ""].label).capitalize()
    estimate = work_figure(
        view.dataset,
        step.node_id or "",
        step.work or "",
        mode=step.mode,
        between=(step.from_country, step.to_country),
        counted_in=step.counted_in,
        onward=step.onward,
    )
    return together(label, ": ", place, detail, ": ", _("time"), " ", _figure(view, estimate), ".")


def _figure(view: View, estimate: Estimate) -> Markup:
    """Write a figure with its basis mark."""
    return together(wording.figure(view, estimate), basis_mark(view, estimate.basis))


def _listed(facts: Sequence[object]) -> Markup:
    """Join facts with commas."""
    return together(*[part for fact in facts if fact is not None for part in (", ", fact)][1:])
