"""The gain of an hour saved: on the best route, or on a route that becomes the best."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from corridor.chain.steps import part_row
from corridor.columns.frame import empty_frame, make_frame
from corridor.columns.network import FIX
from corridor.errors import RouteError
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.freight.search import weights_of
from corridor.practice.bands import UNKNOWN
from corridor.practice.model import part_band, shares
from corridor.practice.shape import TIME, Part
from corridor.practice.stored import parameters
from corridor.resilience.removals import best
from corridor.search.bounds import bounds
from corridor.search.kernel import UNREACHABLE

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from corridor.chain.splicing import Hop
    from corridor.freight.arrays import Network
    from corridor.resilience.removals import Best

NEAR = 0.1
MAX_HOURS, MAX_PERCENT = 240.0, 90.0
_TIME = CRITERIA.index("time_h")
_BANDS = ("low", "typical", "high")
_Part = tuple[str, str]


def value_of_fix(
    network: Network,
    origin: str,
    destination: str,
    *,
    hours: float = 1.0,
    percent: float | None = None,
    near: float = NEAR,
) -> pd.DataFrame:
    """
    Save time at each leg and node work in turn, and compute the gain of the best time.

    The best time is the smallest typical sum among the routes with as few gaps as may be. An hour saved on
    its route is an hour gained. Elsewhere it gains only what is left once the other route has caught up: the
    best route is asked for again. Beside it stands how unsure the part is: what is both slow and unsure is
    worth a closer look first.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    hours
        Hours saved, but no more than a part takes.
    percent
        Percent of the time of each part saved, in the place of hours.
    near
        How much longer than the best, as a share of it, the best route over a part may be for the part to be
        listed.

    Returns
    -------
    pandas.DataFrame
        One row a leg or work, the greatest gain first, then the greatest share: kind ("leg" or "work");
        leg_id; work, node_id (as in `corridor.chain.steps.steps`); on_best (whether the best route has it);
        low,
        typical, high (h; NaN where missing), basis; slack (h by which the best route over it is longer than
        the best of all, at least); saved, gain (h saved there, and by which the best time falls; NaN where
        missing); p10, p90 (h in practice, of the part by itself; NaN where missing); share (of the variance
        of the best route's time in practice, as in `corridor.routing.risk`; NaN off it). Empty without a
        route.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    RouteError
        If the ends are the same, or hours, percent or near are out of bounds.
    """
    is_saving = 0 < hours <= MAX_HOURS and (percent is None or 0 < percent <= MAX_PERCENT)
    if not is_saving or not 0 <= near < math.inf:
        raise RouteError("saving-unusable", hours=MAX_HOURS, percent=MAX_PERCENT)
    now = best(network, origin, destination, criterion="time_h")
    if now is None:
        return empty_frame(FIX)
    parts = parts_of_network(network)
    slacks = _slacks(network, origin, destination, parts)
    used = _used(network, now.way)
    rows = []
    for part, arcs in parts.items():
        if part not in used and not slacks[part] <= near * now.total:
            continue
        row = used.get(part) or figures_of_part(network, part, int(arcs[0]))
        saved = float(
            np.minimum(hours, row["typical"]) if percent is None else row["typical"] * percent / 100
        )
        slack = 0.0 if part in used else slacks[part]
        row |= {"on_best": part in used, "slack": slack, "saved": saved, "gain": saved}
        if part not in used:
            row["gain"] = 0.0
            if saved > slack:
                row["gain"] = _gained(network, (origin, destination), now, arcs, row)
        rows.append(row)
    frame = make_frame(rows, FIX)
    frame = _with_spread(frame)
    order = ["gain", "share", "kind", "leg_id", "work", "node_id"]
    return frame.sort_values(order, ascending=[False, False, True, True, True, True], ignore_index=True)


def parts_of_network(network: Network) -> dict[_Part, NDArray[np.int64]]:
    """Arcs by leg ("leg", id) and by work at a node (work, id)."""
    found: dict[_Part, list[int]] = {}
    for arc, hop in enumerate(network.arc_hop.tolist()):
        if hop < 0:
            continue
        found.setdefault(("leg", network.hops[hop].leg_id), []).append(arc)
        for work in network.arc_works[arc]:
            found.setdefault((work.work, work.node), []).append(arc)
    return {part: np.array(arcs, dtype=np.int64) for part, arcs in found.items()}


def _slacks(
    network: Network, origin: str, destination: str, parts: Mapping[_Part, NDArray[np.int64]]
) -> dict[_Part, float]:
    """
    Return a lower bound on the extra hours of the best route over each part.

    Ways may come back to a place here, which makes none longer: it is a lower bound. A gap more counts for
    more than all hours together.
    """
    name = ("ranked", _TIME)
    source, target = network.origin(origin), network.destination(destination)
    ranked, states = weights_of(network, [name]), len(network.indptr) - 1
    nothing = np.zeros(len(network.heads), dtype=np.uint8)
    ahead = network.cached_bounds.towards(target, [name])[:, 0]
    behind = bounds(network.heads, network.tails, ranked, states, source, nothing)[:, 0]
    over = (behind[network.tails] + ranked[:, 0] + ahead[network.heads] - ahead[source]) / SCALE[_TIME]
    is_open = (behind[network.tails] < UNREACHABLE) & (ahead[network.heads] < UNREACHABLE)
    over[~is_open] = math.inf
    return {part: float(over[arcs].min()) for part, arcs in parts.items()}


def _used(network: Network, way: tuple[Hop, ...]) -> dict[_Part, dict[str, Any]]:
    """Legs and node work of a route, in order."""
    tail, used = network.origin(way[0].start), {}
    for hop in way:
        leaving = range(network.indptr[tail], network.indptr[tail + 1])
        arc = next(arc for arc in leaving if (at := network.arc_hop[arc]) >= 0 and network.hops[at] == hop)
        for part in [*((work.work, work.node) for work in network.arc_works[arc]), ("leg", hop.leg_id)]:
            used[part] = figures_of_part(network, part, arc)
        tail = int(network.heads[arc])
    return used


def figures_of_part(network: Network, part: _Part, arc: int) -> dict[str, Any]:
    """Cells of a leg, or of the work at a node as it is on an arc."""
    if part[0] == "leg":
        row = part_row(network.dataset, network.hops[int(network.arc_hop[arc])])
        cells: dict[str, Any] = {"kind": "leg", "leg_id": part[1]}
    else:
        work = next(arc_work for arc_work in network.arc_works[arc] if (arc_work.work, arc_work.node) == part)
        row = part_row(network.dataset, work)
        cells = {"kind": "work", "work": part[0], "node_id": part[1]}
    band = {part: math.nan if row[f"time_h_{part}"] is None else row[f"time_h_{part}"] for part in _BANDS}
    return cells | band | {"basis": row["time_h_basis"]}


def _gained(
    network: Network, ends: tuple[str, str], now: Best, arcs: NDArray[np.int64], row: dict[str, Any]
) -> float:
    """Hours by which the best time falls if a part off the best route gets quicker."""
    quicker = network.typical.copy()
    # Work at a node can take longer from another side: never more is saved than an arc takes.
    saved = np.minimum(quicker[arcs, _TIME], round(row["saved"] * SCALE[_TIME]))
    quicker[arcs, _TIME] -= saved
    after = best(replace(network, typical=quicker), *ends, criterion="time_h")
    return now.total - after.total if after is not None and after.gaps == now.gaps else 0.0


def _with_spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Add P10 and P90 of each known part in practice, and the share of those on the best route."""
    model = parameters("time_h")
    known = [
        Part(str(row["leg_id"] if row["kind"] == "leg" else row["work"]), _kind(row), float(row["typical"]))
        if row["basis"] != "missing"
        else None
        for row in frame.to_dict("records")
    ]
    bands = [UNKNOWN if part is None else part_band(part, model) for part in known]
    on_best = [
        part for part, is_on in zip(known, frame["on_best"], strict=True) if is_on and part is not None
    ]
    of_best = iter(shares(on_best, model))
    told = [
        next(of_best) if is_on and part is not None else math.nan
        for part, is_on in zip(known, frame["on_best"], strict=True)
    ]
    return frame.assign(p10=[band.p10 for band in bands], p90=[band.p90 for band in bands], share=told)


def _kind(row: Mapping[Hashable, Any]) -> str:
    """Kind of work of a part."""
    return "moving" if row["kind"] == "leg" else TIME.works.get(str(row["work"]), TIME.works["transhipment"])
