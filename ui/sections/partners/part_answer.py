"""The sentence with which a part of the page Partners opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.partners.works import join
from ui.evidence import wording
from ui.evidence.openings import drawn
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.first_screen import Opening
from ui.sections.partners import export_routes, minerals, papers, promises, trade_chart, visit_timeline
from ui.sections.partners.organisations import counts
from ui.sections.partners.parts import TITLES
from ui.sections.partners.works_pair import effects_between, pair_of, unmended

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.partners.works_pair import Pair

# As many works as one can keep in mind.
_MAX_NAMED = 3


def sentence(view: View) -> Markup | None:
    """Draw the sentence of the part, or nothing where it has none."""
    if view.state.part not in _OPENINGS:
        return None
    return drawn(view, opening(view))


def opening(view: View) -> Opening:
    """Give what a part says first; its title where it has no answer of its own."""
    found = _OPENINGS[view.state.part](view) if view.state.part in _OPENINGS else None
    return found or Opening(sentence=f"{view.words.gettext(TITLES[view.state.part])}.")


def _trade(view: View) -> Opening | None:
    """Say what both countries report, and when they were furthest apart."""
    chart = trade_chart.chart(view)
    if chart is None:
        return None
    why = view.words.gettext(
        "Why they differ: goods sold through third countries, transport and insurance in imports only, goods "
        "in transit at the end of the year. No source says how much each explains."
    )
    return Opening(sentence=f"{chart.title}.", doubt=chart.finding, basis=why, known="published")


def _promises(view: View) -> Opening | None:
    """Say how many promises have no news."""
    visit = promises.visit_of(view)
    found = promises.promised(view, visit)
    chart = visit_timeline.chart(view, visit, found)
    return None if chart is None else Opening(sentence=f"{chart.title}.", doubt=chart.finding)


def _minerals(view: View) -> Opening:
    """Say how many sites are known, and how many have a published place."""
    _n = view.words.ngettext
    sites = minerals.sites_of(view)
    placed = int(sites["access_node"].notna().sum())
    destination = export_routes.destination_of(view)
    routes = export_routes.routes_of(view, export_routes.WAYS["open"][1], destination)
    words = _n(
        "{count} mine, plant or find of critical raw materials: {placed} with a published place, {routes} "
        "with an export route without Russia, Belarus and Iran.",
        "{count} mines, plants and finds of critical raw materials: {placed} with a published place, "
        "{routes} with an export route without Russia, Belarus and Iran.",
        len(sites),
    )
    told = {"count": len(sites), "placed": placed, "routes": len(routes)}
    return Opening(
        sentence=words.format(**{name: fmt.number(number, view.lang) for name, number in told.items()}),
        doubt=view.words.gettext("No source names a Serbian plant that takes these minerals."),
    )


def _papers(view: View) -> Opening:
    """Count the papers, and those of February 2026."""
    _, _n = view.words.gettext, view.words.ngettext
    listed = papers.listed(view)
    part = sum(row["completeness"] == "partial" for row in listed)
    said = _("{count} papers are recorded; {memoranda} memoranda were signed on 27 February 2026.")
    doubt = _n("{count} of them is known only in part.", "{count} of them are known only in part.", part)
    return Opening(
        sentence=said.format(
            count=fmt.number(len(view.dataset.agreements), view.lang), memoranda=len(listed)
        ),
        doubt=doubt.format(count=part) if part else "",
    )


def _works(view: View) -> Opening:
    """Count the projects that should fix a bottleneck, and the bottlenecks of the pair without one."""
    _, _n = view.words.gettext, view.words.ngettext
    pair = pair_of(view)
    projects = join(view.dataset)["project_id"].nunique()
    said = _n(
        "{count} project should fix a bottleneck.", "{count} projects should fix bottlenecks.", projects
    )
    left = len(unmended(view.dataset, pair))
    ends = " – ".join(wording.node(view, node) for node in pair)
    doubt = _n(
        "{count} leg or stop between {pair} has no project.",
        "{count} legs and stops between {pair} have no project.",
        left,
    )
    return Opening(
        sentence=said.format(count=projects),
        doubt=doubt.format(count=left, pair=ends) if left else "",
        basis=_most_gained(view, pair),
    )


def _most_gained(view: View, pair: Pair) -> str:
    """Name the works that save the most time between two places in our model."""
    _ = view.words.gettext
    found = effects_between(view.dataset, pair)
    found = found[(found["reason"] == "") & (found["time_h_gain"] > 0)]
    if found.empty:
        return _("No work with a published effect makes the fastest route quicker in our model.")
    upgrades = by_id(view.dataset, "upgrades")
    best = found.sort_values("time_h_gain", ascending=False, kind="stable").head(_MAX_NAMED)
    named = [
        f"{view.words.name(upgrades[upgrade])} ({wording.size(view, hours, 'h', 'modelled')})"
        for upgrade, hours in zip(best["upgrade_id"], best["time_h_gain"], strict=True)
    ]
    return _("Most time saved in our model: {works}.").format(works="; ".join(named))


def _organisations(view: View) -> Opening:
    """Count the organisations with a role, and name the one with the most."""
    _n = view.words.ngettext
    found = counts(view.dataset)
    known = len(by_id(view.dataset, "organisations"))
    said = _n(
        "{count} of {known} organisation has a recorded role.",
        "{count} of {known} organisations have a recorded role.",
        known,
    )
    with_role = int((found["roles_count"] > 0).sum())
    return Opening(sentence=said.format(count=with_role, known=known))


_OPENINGS: Mapping[str, Callable[[View], Opening | None]] = {
    "trade": _trade,
    "promises": _promises,
    "minerals": _minerals,
    "papers": _papers,
    "mending": _works,
    "organisations": _organisations,
}
