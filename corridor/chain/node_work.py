"""Where work happens between the legs of a chain: borders, breaks of gauge, ports, waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from corridor.evidence.figures import border_quantities, work_figure
from corridor.geometry import geodesic_km
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset

_SAILS = frozenset({"sea", "ferry", "river"})
# From one sea or ferry line to another the ship is changed; a barge goes on.
_CHANGED = frozenset({"sea", "ferry"})
_CHANGE_OF_GAUGE = "gauge_change_time_h"


class Work(NamedTuple):
    """
    Work at a node of a chain.

    Attributes
    ----------
    work, node
        What and where, as for `corridor.evidence.figures.work_figure`.
    mode
        The mode that follows; of a transhipment, that of the ship; of a border, that of the leg across it.
    countries
        The two countries of a border in the direction of travel, else the node's country twice.
    counted_in
        Node of the border whose default time already counts this break of gauge, else None.
    onward
        Leg that cargo waits for, or that follows its stay in the port; else None.
    """

    work: str
    node: str
    mode: str
    countries: tuple[str, str]
    counted_in: str | None = None
    onward: str | None = None


def in_order(dataset: Dataset, chain: tuple[Hop, ...]) -> Iterator[Hop | Work]:
    """
    Put the node work between the legs of a chain.

    Parameters
    ----------
    dataset
        The route dataset.
    chain
        The legs in the order of travel, each with its direction.

    Yields
    ------
    Hop or Work
        In the order of travel. The rules are those of `corridor.chain.steps.steps`.
    """
    before: Hop | None = None
    for hop in chain:
        yield from joined(dataset, before, hop)
        before = hop


def joined(dataset: Dataset, before: Hop | None, hop: Hop) -> Iterator[Hop | Work]:
    """
    Give a leg with the node work that comes with it: its border, and the joint with the leg before.

    What is given depends on these two legs alone, so the work of a whole route is the sum over its joints.

    Parameters
    ----------
    dataset
        The route dataset.
    before
        The leg before it; None at the start of a journey.
    hop
        The leg.

    Yields
    ------
    Hop or Work
        In the order of travel.
    """
    border = border_of(dataset, hop)
    if border is not None and border.node == hop.start:
        yield border
    if before is not None:
        near = [crossing for crossing in (border_of(dataset, before), border) if crossing is not None]
        yield from _joint(dataset, before, hop, near)
    elif str(dataset.record("legs", hop.leg_id)["mode"]) in _SAILS:
        mode = str(dataset.record("legs", hop.leg_id)["mode"])
        country = country_of(dataset, hop.start)
        yield Work("waiting", hop.start, mode, (country, country), onward=hop.leg_id)
    yield hop
    if border is not None and border.node != hop.start:
        yield border


def border_of(dataset: Dataset, hop: Hop) -> Work | None:
    """
    Border work of a leg between two countries, None within one.

    It is put at the end that the leg names (`border_at`), else at the end for which a border time is
    published, else at the border station, else at the end of a land leg that its row names last and at the
    arrival of a ship. So a border on land is worked at one place, whichever way one goes. A published
    time of a node speaks of one border, that of the shortest of the legs that want it; so does a border
    station.
    """
    countries = country_of(dataset, hop.start), country_of(dataset, hop.end)
    if countries[0] == countries[1]:
        return None
    leg = dataset.record("legs", hop.leg_id)
    mode = str(leg["mode"])
    last = hop.start if mode in _SAILS else str(leg["from_node"])
    timed, stations = _owners(dataset)

    def rank(name: str) -> tuple[bool, bool, bool, bool]:
        """Order of the two ends: the place of this border first, the place of another one last."""
        serves = stations.get(name) == frozenset(countries)
        taken = (name, mode) in timed or (name in stations and not serves)
        return timed.get((name, mode)) != hop.leg_id, taken, not serves, name == last

    named = leg["border_at"]
    node = str(named) if named in (hop.start, hop.end) else min((hop.end, hop.start), key=rank)
    return Work("border", node, mode, countries)


@remembered(depends_on=Depends.CLAIMS)
def _owners(dataset: Dataset) -> tuple[dict[tuple[str, str], str], dict[str, frozenset[str]]]:
    """
    Leg whose border the published time of a node and mode speaks of; countries whose border a station serves.

    A leg that a scenario adds takes no border from a published one.
    """
    shortest: dict[str, tuple[float, str]] = {}
    by_mode: dict[tuple[str, str], tuple[float, str]] = {}
    for leg_id, mode, *ends in dataset.legs[["leg_id", "mode", "from_node", "to_node"]].itertuples(
        index=False
    ):
        if leg_id in dataset.added or country_of(dataset, ends[0]) == country_of(dataset, ends[1]):
            continue
        mine = (_span_km(dataset, *ends), leg_id)
        for end in ends:
            shortest[end] = min(shortest.get(end, mine), mine)
            by_mode[end, mode] = min(by_mode.get((end, mode), mine), mine)
    timed = {key: leg_id for key, (_km, leg_id) in by_mode.items() if _is_timed(dataset, *key)}
    stations = {}
    for node, (_km, leg_id) in shortest.items():
        leg = dataset.record("legs", leg_id)
        if dataset.record("nodes", node)["kind"] == "border-crossing":
            stations[node] = frozenset(country_of(dataset, leg[end]) for end in ("from_node", "to_node"))
    return timed, stations


def _is_timed(dataset: Dataset, node: str, mode: str) -> bool:
    """Whether a border time of a node is published that counts for a mode, in either direction."""
    country = country_of(dataset, node)
    quantities = {
        quantity
        for between in ((country, ""), ("", country))
        for quantity in border_quantities(country, mode=mode, between=between)
    }
    return any(not figure(dataset, "node", node, quantity).is_missing for quantity in quantities)


def _span_km(dataset: Dataset, from_node: str, to_node: str) -> float:
    """Shortest distance between two nodes."""
    start, end = dataset.record("nodes", from_node), dataset.record("nodes", to_node)
    return geodesic_km(start["lat"], start["lon"], end["lat"], end["lon"])


def _joint(dataset: Dataset, before: Hop, after: Hop, borders: Sequence[Work]) -> Iterator[Work]:
    """Work where one leg meets the next; `borders` are those that the two legs cross."""
    one, other = dataset.record("legs", before.leg_id), dataset.record("legs", after.leg_id)
    node, mode = after.start, str(other["mode"])
    countries = country_of(dataset, node), country_of(dataset, node)
    tracks = [leg["gauge_mm"] for leg in (one, other)]
    on_rails = {one["mode"], mode} <= {"rail", "ferry"} and None not in tracks
    changes_gauge = bool(dataset.record("nodes", node)["gauge_change"]) or one["mode"] == mode
    if on_rails and tracks[0] != tracks[1] and changes_gauge:
        yield Work("break-of-gauge", node, mode, countries, _counted_in(dataset, borders))
    if one["mode"] == mode:
        if mode in _CHANGED and not _share_a_service(dataset, before.leg_id, after.leg_id):
            rolls = on_rails and tracks[0] == tracks[1]
            yield Work("loading" if rolls else "transhipment", node, mode, countries)
            yield Work("waiting", node, mode, countries, onward=after.leg_id)
        return
    is_boarding = mode in _SAILS
    ship = mode if is_boarding or one["mode"] not in _SAILS else str(one["mode"])
    dwells = False
    is_lifted = not on_rails or (tracks[0] != tracks[1] and not changes_gauge)
    if is_lifted and not _drives_on(one, other):
        yield Work("transhipment", node, ship, countries)
        dwells = work_figure(dataset, node, "transhipment", mode=ship).quantity == "dwell_h"
    elif ship in _SAILS:
        yield Work("loading", node, ship, countries)
    onward = after.leg_id if is_boarding else None
    if ship in _SAILS and not dwells and dataset.record("nodes", node)["kind"] == "seaport":
        yield Work("dwell", node, ship, countries, onward=onward)
    if is_boarding and not dwells:
        yield Work("waiting", node, mode, countries, onward=onward)


def _share_a_service(dataset: Dataset, one: str, other: str) -> bool:
    """Whether one ship may sail both legs."""
    return any({one, other} <= legs for legs in _legs_of_services(dataset))


@remembered(depends_on=Depends.CLAIMS)
def _legs_of_services(dataset: Dataset) -> tuple[frozenset[str], ...]:
    """Legs of each service that has several."""
    served = (frozenset(split_ids(legs)) for legs in dataset.services["legs"])
    return tuple(legs for legs in served if len(legs) > 1)


def _drives_on(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether lorries drive on or off a ferry that carries no rails: nothing is lifted."""
    ferry, land = sorted((one, other), key=lambda leg: leg["mode"] != "ferry")
    return ferry["mode"] == "ferry" and ferry["gauge_mm"] is None and land["mode"] == "road"


def _counted_in(dataset: Dataset, borders: Iterable[Work]) -> str | None:
    """Node of the first border whose time is a default that already counts the change of gauge."""
    for border in borders:
        time = work_figure(dataset, border.node, border.work, mode=border.mode, between=border.countries)
        if any(dataset.record("factors", factor)["includes"] == _CHANGE_OF_GAUGE for factor in time.factors):
            return border.node
    return None


def countries_of(dataset: Dataset, leg_id: str) -> frozenset[str]:
    """Countries that a leg touches: those of its ends and those that it crosses between them."""
    leg = dataset.record("legs", leg_id)
    ends = (country_of(dataset, str(leg[end])) for end in ("from_node", "to_node"))
    return frozenset((*ends, *split_ids(leg["through_countries"])))


def country_of(dataset: Dataset, node_id: str) -> str:
    """Country of a node."""
    return str(dataset.record("nodes", node_id)["country"])
