"""The freight network as compact arrays, with node work explicit and gaps counted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from corridor.chain.emissions import HUB_WORK, hub_emissions, leg_emissions
from corridor.chain.node_work import countries_of, joined
from corridor.chain.splicing import Hop
from corridor.chain.steps import BASIS_ORDER, part_row
from corridor.errors import UnknownIdError
from corridor.freight.land_changes import change_after
from corridor.freight.running import closed_legs
from corridor.memory.memo import MAX_RECENT, Depends, Memo, remembered
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import AS_IT_IS, Scenario
from corridor.scenario.codec import MODES as FREIGHT_MODES
from corridor.search.bounds import CachedBounds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from corridor.chain.node_work import Work
    from corridor.dataset.tables import Dataset

CRITERIA = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t", "distance_km", "borders", "transhipments")
# Whole numbers, so that sums are exact in any order: minutes, cents, grams, metres, counts.
SCALE = (60, 100, 1000, 1000, 1, 1)
MODES = FREIGHT_MODES
STATUSES = ("operating", "seasonal", "unknown")
_PUBLISHED = ("time_h", "cost_usd_per_teu", "distance_km")
_BANDS = ("low", "typical", "high")


@dataclass(frozen=True, eq=False, kw_only=True)
class Network:
    """
    A network between places.

    A state is: about to leave a place, having arrived for good at a place, or having travelled a leg in a
    direction. An arc from one travelled leg to the next carries the node work between the two and the next
    leg itself, so that no work is charged twice and none is forgotten.

    Attributes
    ----------
    places
        Node ids. State `i` leaves place `i`, state `len(places) + i` has arrived there.
    hops
        Legs in a direction; hop `j` is the state `2 * len(places) + j`. A leg inland stands there a second
        time for freight that has changed between rail, road and barge (`corridor.freight.land_changes`).
    tails, heads
        States at the ends of each arc, sorted by tail (int32).
    indptr
        Where the arcs of each state begin (int32, one longer than the states).
    low, typical, high
        Scaled whole numbers by arc and criterion (int64); what is not known counts 0 there,
    gaps
        and is counted here (int64).
    basis
        Place (from 1) in `corridor.chain.steps.BASIS_ORDER` of the weakest known figure on an arc, 0 if none
        is.
    arc_hop
        Hop that the arc enters, -1 where it ends the journey.
    arc_works
        Node work on each arc, in order.
    """

    dataset: Dataset
    places: tuple[str, ...]
    hops: tuple[Hop, ...]
    tails: NDArray[np.int32]
    heads: NDArray[np.int32]
    indptr: NDArray[np.int32]
    low: NDArray[np.int64]
    typical: NDArray[np.int64]
    high: NDArray[np.int64]
    gaps: NDArray[np.int64]
    basis: NDArray[np.uint8]
    arc_hop: NDArray[np.int32]
    arc_works: tuple[tuple[Work, ...], ...]

    def origin(self, place: str) -> int:
        """State of leaving a place; raises `UnknownIdError` if the network does not hold it."""
        return self._place(place)

    def destination(self, place: str) -> int:
        """State of having arrived at a place; raises `UnknownIdError` if the network does not hold it."""
        return len(self.places) + self._place(place)

    def banned(
        self,
        *,
        legs: Collection[str] = (),
        nodes: Collection[str] = (),
        countries: Collection[str] = (),
        modes: Collection[str] = (),
        gauges: Collection[int] = (),
    ) -> NDArray[np.uint8]:
        """Mark with 1 the arcs into legs that are named, touch a named node or cross a named country."""
        shut = np.zeros(len(self.hops) + 1, dtype=np.uint8)
        if not any((legs, nodes, countries, modes, gauges)):
            return shut[self.arc_hop]
        for at, hop in enumerate(self.hops):
            leg = self.dataset.record("legs", hop.leg_id)
            ends = (hop.start, hop.end)
            shut[at] = (
                hop.leg_id in legs
                or any(end in nodes for end in ends)
                or not countries_of(self.dataset, hop.leg_id).isdisjoint(countries)
                or leg["mode"] in modes
                or leg["gauge_mm"] in gauges
            )
        return shut[self.arc_hop]

    @cached_property
    def memo(self) -> Memo:
        """Return what is remembered with the network."""
        return Memo()

    @cached_property
    def directions(self) -> tuple[Hop, ...]:
        """Legs in a direction, each once: the first of `hops`."""
        return tuple(dict.fromkeys(self.hops))

    @cached_property
    def state_places(self) -> NDArray[np.int32]:
        """Return the position of the place of each state; -1 for the state of arrival."""
        count = len(self.places)
        ends = [self._positions[hop.end] for hop in self.hops]
        return np.array([*range(count), *([-1] * count), *ends], dtype=np.int32)

    @cached_property
    def arcs_of(self) -> Mapping[tuple[str, str], NDArray[np.int64]]:
        """Arcs that enter a leg ("leg", id), or a leg that touches a node ("node", id)."""
        arcs: dict[tuple[str, str], list[int]] = {}
        for at, entered in enumerate(self.arc_hop.tolist()):
            if entered >= 0:
                for part in self.hop_parts[entered]:
                    arcs.setdefault(part, []).append(at)
        return {part: np.array(some, dtype=np.int64) for part, some in arcs.items()}

    @cached_property
    def hop_parts(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Return what each hop uses: ("leg", id), and ("node", id) of both ends."""
        return tuple((("leg", hop.leg_id), ("node", hop.start), ("node", hop.end)) for hop in self.hops)

    @cached_property
    def split(self) -> tuple[NDArray[np.int32], NDArray[np.int32], Mapping[tuple[str, str], list[int]]]:
        """
        Places, each split in entry and exit, and the arcs between them: a node's own and then those of legs.

        Tails, heads, and positions of the arcs of each ("leg" or "node", id).
        """
        count = len(self.places)
        entry = np.arange(0, 2 * count, 2)
        starts = np.array([2 * self._positions[hop.start] + 1 for hop in self.directions])
        ends = np.array([2 * self._positions[hop.end] for hop in self.directions])
        parts: dict[tuple[str, str], list[int]] = {
            ("node", place): [at] for place, at in self._positions.items()
        }
        for at, hop in enumerate(self.directions, start=count):
            parts.setdefault(("leg", hop.leg_id), []).append(at)
        tails, heads = np.concatenate((entry, starts)), np.concatenate((entry + 1, ends))
        return tails.astype(np.int32), heads.astype(np.int32), parts

    @cached_property
    def heaviest(self) -> tuple[int, ...]:
        """Return an upper bound on the typical total of any route, by criterion."""
        return tuple((self.typical.sum(axis=0) + 1).tolist())

    @cached_property
    def cached_bounds(self) -> CachedBounds:
        """
        Lower bounds, by (name, place in `CRITERIA`).

        The names are "typical", "gaps" and "ranked": one number for both, in which any gap counts for more
        than all typical values together.
        """
        weights: dict[Hashable, NDArray[np.int64]] = {
            (name, at): np.ascontiguousarray(table[:, at])
            for name, table in (("typical", self.typical), ("gaps", self.gaps))
            for at in range(len(CRITERIA))
        }
        for at, heaviest in enumerate(self.heaviest):
            weights["ranked", at] = weights["gaps", at] * heaviest + weights["typical", at]
        return CachedBounds(self.tails, self.heads, len(self.indptr) - 1, weights)

    def _place(self, place: str) -> int:
        """Position of a place."""
        if place not in self._positions:
            raise UnknownIdError(table="nodes", id_=place)
        return self._positions[place]

    @cached_property
    def _positions(self) -> dict[str, int]:
        """Position of each place."""
        return {place: at for at, place in enumerate(self.places)}


def network(
    dataset: Dataset,
    *,
    scenario: Scenario = AS_IT_IS,
    date: dt.date | None = None,
    cargo: str = "container",
) -> Network:
    """
    Build the freight network of a dataset: rail, road, sea, ferry and river legs that run or may run.

    Parameters
    ----------
    dataset
        The route dataset.
    scenario
        Changes. Figures that change are "modelled", as `corridor.scenario.assumed` says: a scenario is an
        assumption.

    date
        Day of travel, or None: legs whose ships do not run then are left out (`corridor.freight.running`).
    cargo
        "container", or "bulk", for which legs of container ships alone are left out.

    Returns
    -------
    Network
        As the data are, it is kept with the dataset, and the last few under scenarios with it. Its `dataset`
        is the one of the scenario. Legs whose status is not one of `STATUSES` are left out; air is a matter
        of `corridor.air.timetable`.

    Raises
    ------
    UnknownIdError, ScenarioError, RouteError
        If the scenario or the cargo cannot be used.
    """
    known = whole(dataset)
    idle = closed_legs(dataset, date=date, cargo=cargo)
    if scenario.unnamed == AS_IT_IS and not idle:
        return known
    data = assumed(dataset, scenario)
    closed = idle.union(scenario.closed_legs), frozenset(scenario.closed_nodes)
    return _closed(data, *closed)


@remembered(depends_on=Depends.EVERYTHING)
def whole(dataset: Dataset) -> Network:
    """
    Lay out the network with nothing closed.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    Network
        As of `network`.
    """
    return _built(dataset, frozenset(), frozenset())


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def _closed(dataset: Dataset, shut_legs: frozenset[str], shut_nodes: frozenset[str]) -> Network:
    """Lay out the network without some legs and nodes."""
    return _built(dataset, shut_legs, shut_nodes)


def _built(dataset: Dataset, shut_legs: frozenset[str], shut_nodes: frozenset[str]) -> Network:
    """Build the states and arcs."""
    every = tuple(_hops(dataset))
    hops = tuple(
        hop for hop in every if hop.leg_id not in shut_legs and shut_nodes.isdisjoint((hop.start, hop.end))
    )
    places = tuple(sorted({end for hop in every for end in (hop.start, hop.end)}))
    position = {place: at for at, place in enumerate(places)}
    first = 2 * len(places)
    rides, steps_on = _rides(dataset, hops)
    arcs: list[tuple[int, int, int, int]] = []  # tail, head, hop before, hop entered
    for at, hop in enumerate(hops):
        arcs.append((position[hop.start], first + at, -1, at))
    for before, ride in enumerate(rides):
        arcs.append((first + before, len(places) + position[ride.end], before, -1))
    arcs += [(first + before, first + after, before, after) for before, after in steps_on]
    arcs.sort()
    figures = np.zeros((len(_BANDS), len(arcs), len(CRITERIA)), dtype=np.int64)
    gaps = np.zeros((len(arcs), len(CRITERIA)), dtype=np.int64)
    basis = np.zeros((len(arcs), len(CRITERIA)), dtype=np.uint8)
    works: list[tuple[Work, ...]] = []
    known: dict[Hop | Work, _Arc] = {}  # a part stands on many arcs
    for at, (_tail, _head, before, after) in enumerate(arcs):
        if after < 0:
            works.append(())
            continue
        parts = _parts(dataset, None if before < 0 else rides[before], rides[after])
        works.append(tuple(part for part in parts if not isinstance(part, Hop)))
        for part in parts:
            if part not in known:
                known[part] = _figures(dataset, part)
            figures[:, at] += known[part].figures
            gaps[at] += known[part].gaps
            np.maximum(basis[at], known[part].basis, out=basis[at])
    tails = np.array([arc[0] for arc in arcs], dtype=np.int32)
    return Network(
        dataset=dataset,
        places=places,
        hops=rides,
        tails=tails,
        heads=np.array([arc[1] for arc in arcs], dtype=np.int32),
        indptr=np.searchsorted(tails, np.arange(first + len(rides) + 1)).astype(np.int32),
        low=figures[0],
        typical=figures[1],
        high=figures[2],
        gaps=gaps,
        basis=basis,
        arc_hop=np.array([arc[3] for arc in arcs], dtype=np.int32),
        arc_works=tuple(works),
    )


def _rides(dataset: Dataset, hops: Sequence[Hop]) -> tuple[tuple[Hop, ...], list[tuple[int, int]]]:
    """
    Travelled legs, and pairs of their positions that follow one another.

    First each leg as freight comes to it that did not change between rail, road and barge on this stretch,
    then those legs again to which freight comes that did.
    """
    leaving: dict[str, list[int]] = {}
    for at, hop in enumerate(hops):
        leaving.setdefault(hop.start, []).append(at)
    keys = [(at, False) for at in range(len(hops))]
    positions = {key: at for at, key in enumerate(keys)}
    pairs = []
    for before, (at, has_changed) in enumerate(keys):  # it grows on the way
        for after in leaving.get(hops[at].end, ()):
            if goes_back(dataset, hops[at], hops[after]):
                continue
            changes = change_after(dataset, hops[at], hops[after], has_changed=has_changed)
            if changes is None:
                continue
            key = (after, changes)
            if key not in positions:
                positions[key] = len(keys)
                keys.append(key)
            pairs.append((before, positions[key]))
    return tuple(hops[at] for at, _has_changed in keys), pairs


@remembered(
    depends_on=Depends.LEGS,
    parts=lambda before, hop: (before and before.leg_id, hop.leg_id),
)
def _parts(dataset: Dataset, before: Hop | None, hop: Hop) -> tuple[Hop | Work, ...]:
    """Leg with the node work of its joint; no scenario changes what work there is."""
    return tuple(joined(dataset, before, hop))


def goes_back(dataset: Dataset, before: Hop, after: Hop) -> bool:
    """
    Return whether a leg goes back to a place that the previous leg left or passed.

    Places passed stand in the column `passes` of the legs; so a lorry through Tbilisi to Poti does not go on
    by rail to Tbilisi, nor a train from Poti by Tbilisi to Batumi, over the same track twice.
    """
    return not {before.start, *_passed(dataset, before)}.isdisjoint({after.end, *_passed(dataset, after)})


def _passed(dataset: Dataset, hop: Hop) -> list[str]:
    """Places between the ends of a leg."""
    return str(dataset.record("legs", hop.leg_id)["passes"] or "").split()


def _hops(dataset: Dataset) -> Iterator[Hop]:
    """Legs of the freight network, in each direction in which they are used."""
    columns = ["leg_id", "mode", "status", "from_node", "to_node", "both_ways"]
    for leg in dataset.legs[columns].sort_values("leg_id").to_dict("records"):
        if leg["mode"] in MODES and leg["status"] in STATUSES:
            yield Hop(leg["leg_id"], reversed=False, start=leg["from_node"], end=leg["to_node"], member_of="")
            if leg["both_ways"]:
                yield Hop(
                    leg["leg_id"], reversed=True, start=leg["to_node"], end=leg["from_node"], member_of=""
                )


class _Arc(NamedTuple):
    """Figures by band and criterion, with gaps and the weakest basis."""

    figures: NDArray[np.int64]
    gaps: NDArray[np.int64]
    basis: NDArray[np.uint8]

    def put(self, criterion: str, band: tuple[Any, ...], basis: str) -> None:
        """Add a figure, or count a gap if it is missing."""
        at = CRITERIA.index(criterion)
        if basis == "missing" or any(value is None or math.isnan(value) for value in band):
            self.gaps[at] += 1
            return
        self.figures[:, at] += [round(value * SCALE[at]) for value in band]
        self.basis[at] = max(self.basis[at], 1 + BASIS_ORDER.index(basis))


def _figures(dataset: Dataset, part: Hop | Work) -> _Arc:
    """Figures of a leg or node work, criterion by criterion."""
    count = len(CRITERIA)
    arc = _Arc(np.zeros((len(_BANDS), count), np.int64), np.zeros(count, np.int64), np.zeros(count, np.uint8))
    row = part_row(dataset, part)
    for quantity in _PUBLISHED:
        if f"{quantity}_basis" in row:
            band = tuple(row.get(f"{quantity}_{end}") for end in _BANDS)
            arc.put(quantity, band, row[f"{quantity}_basis"])
    if isinstance(part, Hop):
        estimate = leg_emissions(dataset, part.leg_id)
        arc.put("co2e_kg_per_t", (estimate.low, estimate.typical, estimate.high), estimate.basis)
        return arc
    if part.work in HUB_WORK:
        estimate = hub_emissions(dataset, part.node, part.work, mode=part.mode)
        arc.put("co2e_kg_per_t", (estimate.low, estimate.typical, estimate.high), estimate.basis)
        arc.put("transhipments", (1, 1, 1), "published")
    if part.work == "border":
        arc.put("borders", (1, 1, 1), "published")
    return arc
