"""What the page Connectivity says: our pair beside another, all pairs by rank, what is within reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from corridor.evidence.figures import leg_figure
from corridor.publication.content import Cell, Figure, Table
from ui.chain.itinerary import country
from ui.content import cells
from ui.content.page_content import PageContent
from ui.evidence import wording
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.look.first_screen import Opening
from ui.sections.connectivity import first_answer, frames, index_parts, ranks, reach_map
from ui.sections.connectivity.frames import OURS
from ui.sections.connectivity.tables import pair_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corridor.dataset.estimate import Estimate
    from ui.link.view import View

    Row = Mapping[str, Any]

# Parts of the index that sum a quantity over the legs of one route.
_QUANTITIES = {"time": "time_h", "cost": "cost_usd_per_teu"}


def connectivity(view: View) -> PageContent:
    """Give what the page Connectivity says."""
    view = frames.as_asked(view)
    _ = view.words.gettext
    place = reach_map.place_of(view)
    within = reach_map.count_words(view, place)
    if not frames.is_ranked(view.dataset):
        opening = Opening(sentence=ranks.impossible_words(view))
        return PageContent(opening=opening, tables=(_reach(view, place),), map_in_words=within)
    return PageContent(
        opening=first_answer.opening(view),
        figures=_figures(view, place),
        tables=(_beside(view), _pairs(view), _reach(view, place)),
        charts=(ranks.pairs_chart(view),),
        map_in_words=within,
        sources=tuple(dict.fromkeys(_sources(view))),
    )


def _sources(view: View) -> Iterator[str]:
    """Ids of the sources on which the parts of our pair rest: claims on its legs and flights, and factors."""
    claims, factors = by_id(view.dataset, "claims"), by_id(view.dataset, "factors")
    for row in rows(frames.parts(view.dataset)):
        if row["pair"] != OURS:
            continue
        for estimate in _estimates(view, row):
            yield from (claims[claim]["source_id"] for claim in estimate.spoke if claim in claims)
            yield from (factors[factor]["source_id"] for factor in estimate.factors if factor in factors)


def _estimates(view: View, row: Row) -> Iterator[Estimate]:
    """Estimates that a part of the index sums: of the legs of its route, or of its flights."""
    if row["part"] == "flights":
        for service in split_ids(row["detail"]):
            yield figure(view.dataset, "service", service, "weekly_frequency")
    elif row["part"] in _QUANTITIES and row["route_id"]:
        for leg in frames.legs_of(view.dataset, row["origin"], row["destination"], row["route_id"]):
            yield leg_figure(view.dataset, leg, _QUANTITIES[row["part"]])


def _figures(view: View, place: str) -> tuple[Figure, ...]:
    """Give the rank and the index of our pair, and how many places are within reach."""
    _ = view.words.gettext
    found = rows(frames.ranked(view.dataset, view.state))
    ours = next(row for row in found if row["pair"] == OURS)
    told = []
    if ours["rank"] is not None:
        ranked = sum(row["rank"] is not None for row in found)
        words = _("{rank} of {count}").format(rank=ours["rank"], count=ranked)
        index = fmt.number(ours["index"], view.lang, digits=2)
        told = [
            Figure(id="rank", name=_("Rank among pairs of countries"), text=words, basis="derived"),
            Figure(id="index", name=_("Index"), text=index, range_text=_("0 to 100"), basis="derived"),
        ]
    within = len(frames.within(view.dataset, place, view.state.days))
    name = _("Places within {days} days of {place}").format(
        days=view.state.days, place=wording.node(view, place)
    )
    return *told, Figure(id="reach", name=name, text=fmt.number(within, view.lang), basis="derived")


def _beside(view: View) -> Table:
    """Write our pair and another side by side, a row a part."""
    _ = view.words.gettext
    pairs = (OURS, first_answer.other(view))
    by_part = {(row["pair"], row["part"]): row for row in rows(frames.parts(view.dataset))}
    ranked = {row["pair"]: row for row in rows(frames.ranked(view.dataset, view.state))}
    lines = [(cells.words(f"{_('Index')}, {_('0 to 100')}"), *(_index(view, ranked[pair]) for pair in pairs))]
    lines += [
        (
            cells.words(index_parts.heading(view, part)),
            *(_part(view, by_part[pair, part]) for pair in pairs),
        )
        for part in index_parts.PARTS
    ]
    heads = (_("Measure"), *(pair_name(view, pair) for pair in pairs))
    title = " · ".join(pair_name(view, pair) for pair in pairs)
    return Table(id="beside", title=title, heads=heads, rows=tuple(lines))


def _pairs(view: View) -> Table:
    """Write every pair by its rank with its parts."""
    _ = view.words.gettext
    by_part = {(row["pair"], row["part"]): row for row in rows(frames.parts(view.dataset))}
    lines = tuple(
        (
            cells.count(view, row["rank"]),
            cells.words(pair_name(view, row["pair"])),
            _index(view, row),
            *(_part(view, by_part[row["pair"], part]) for part in index_parts.PARTS),
        )
        for row in rows(frames.ranked(view.dataset, view.state))
    )
    heads = (
        _("Rank"),
        _("Countries"),
        _("Index"),
        *(index_parts.heading(view, part) for part in index_parts.PARTS),
    )
    return Table(id="pairs", title=_("Compared with other pairs of countries"), heads=heads, rows=lines)


def _index(view: View, row: Row) -> Cell:
    """Write the index of a pair."""
    if row["rank"] is None:
        return Cell(text=view.words.gettext("cannot be ranked"), basis="missing")
    return Cell(
        text=fmt.number(row["index"], view.lang, digits=2), number=float(row["index"]), basis="derived"
    )


def _part(view: View, row: Row) -> Cell:
    """Write one part of the index of a pair."""
    number = None if row["value"] is None else float(row["value"])
    return Cell(text=index_parts.plain(view, row), number=number, basis=row["basis"] or "missing")


def _reach(view: View, place: str) -> Table:
    """Write every place within reach, the nearest first."""
    _ = view.words.gettext
    nodes = by_id(view.dataset, "nodes")
    lines = tuple(
        (
            cells.words(wording.node(view, row["node_id"])),
            cells.words(country(view, nodes[row["node_id"]]["country"])),
            cells.sized(view, row["total"], "h", row["basis"]),
        )
        for row in rows(frames.within(view.dataset, place, view.state.days))
    )
    return Table(
        id="reach",
        title=_("Places within reach, the nearest first"),
        heads=(_("Place"), _("Country"), _("Time")),
        rows=lines,
        units=("", "", "h"),
    )
