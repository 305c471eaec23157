"""How sure it is that one route is quicker than another, and which hour matters most."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from corridor.chain.steps import steps_of
from corridor.columns.frame import make_frame
from corridor.columns.lab import HOW_SURE, OBSERVED_PARTS, ORDER, TORNADO
from corridor.errors import RouteError
from corridor.practice.model import TENTH, Band, band, median_and_spread, shared_spreads
from corridor.practice.shape import TIME, amounts, parts_of
from corridor.practice.stored import parameters
from corridor.routing.draws import pieces, totals
from corridor.routing.observed import observed_only
from corridor.routing.risk import MAX_SAMPLES, SAMPLES, SEED
from corridor.routing.routes import route_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.practice.shape import Part

    Made = Mapping[str, Sequence[Part]]

FIRST, SECOND = "first", "second"
COMMON, MODEL = "common", "model"
# The most draws of which every part is held at its P10 and P90 in turn.
_MAX_HELD = 20_000


class RouteFigures(NamedTuple):
    """A route, and the dataset that its figures are from: under a scenario that of the scenario."""

    dataset: Dataset
    hops: tuple[Hop, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class HowSure:
    """
    How sure the times of two routes are, and their order.

    Attributes
    ----------
    routes
        One row a route, as `corridor.columns.lab.HOW_SURE`.
    order
        One row: probability that the first is quicker, as `corridor.columns.lab.ORDER`.
    tornado
        Parts of both routes, the widest swing first, as `corridor.columns.lab.TORNADO`.
    observed
        Parts of both routes in the order of travel, with observed claims only, as
        `corridor.columns.lab.OBSERVED_PARTS`.
    samples, seed
        How many draws, and from which seed.
    """

    routes: pd.DataFrame
    order: pd.DataFrame
    tornado: pd.DataFrame
    observed: pd.DataFrame
    samples: int
    seed: int


def how_sure(
    first: RouteFigures, second: RouteFigures, *, samples: int = SAMPLES, seed: int = SEED
) -> HowSure:
    """
    Tell how sure it is that one route is quicker than another in practice.

    Times are those of the model of practice (`corridor.practice`). What both routes share is drawn once for
    both; of a route before and after a change, each part has one stream of draws for both.

    Parameters
    ----------
    first, second
        The two routes, each with the dataset of its figures.
    samples
        How many draws, at most `corridor.routing.risk.MAX_SAMPLES`.
    seed
        The same seed gives the same answer.

    Returns
    -------
    HowSure
        Times, order, tornado, and what was observed.

    Raises
    ------
    RouteError
        If the number of draws cannot be used.
    """
    if not 1 <= samples <= MAX_SAMPLES:
        raise RouteError("samples-unusable", most=MAX_SAMPLES)
    routes_by_side = {FIRST: first, SECOND: second}
    steps = {side: steps_of(route.dataset, route.hops) for side, route in routes_by_side.items()}
    seen = {
        side: steps_of(observed_only(route.dataset), route.hops) for side, route in routes_by_side.items()
    }
    ids = {side: route_id(route.hops) for side, route in routes_by_side.items()}
    by_name = first.dataset.content_hash != second.dataset.content_hash
    made: Made = {side: parts_of(frame, TIME).known for side, frame in steps.items()}
    made_seen: Made = {side: parts_of(frame, TIME).known for side, frame in seen.items()}
    order = {FIRST: ids[FIRST], SECOND: ids[SECOND], "samples": samples, "seed": seed}
    order |= _order(made, samples, seed, by_name=by_name)
    only_seen = _order(made_seen, samples, seed, by_name=by_name)
    order |= {"observed_share": only_seen["share"], "observed_error": only_seen["error"]}
    return HowSure(
        routes=make_frame(
            (_route(side, routes_by_side[side], steps[side], seen[side]) for side in routes_by_side), HOW_SURE
        ),
        order=make_frame([order], ORDER),
        tornado=_tornado(made, steps, ids, min(samples, _MAX_HELD), seed, by_name=by_name),
        observed=make_frame(
            (
                row
                for side, route in routes_by_side.items()
                for row in _observed(side, route, steps[side], seen[side])
            ),
            OBSERVED_PARTS,
        ),
        samples=samples,
        seed=seed,
    )


def _route(side: str, route: RouteFigures, steps: pd.DataFrame, seen: pd.DataFrame) -> dict[str, Any]:
    """Row of one route."""
    known, gaps = parts_of(steps, TIME)
    known_seen, gaps_seen = parts_of(seen, TIME)
    is_seen = _is_seen(seen)
    hours = steps["time_h_typical"].where(is_seen)
    row: dict[str, Any] = {
        "side": side,
        "route_id": route_id(route.hops),
        "legs": "|".join(f"{hop.leg_id}{'~' if hop.reversed else ''}" for hop in route.hops),
        "nodes": "|".join([route.hops[0].start, *(hop.end for hop in route.hops)]),
        "gaps": gaps,
        "parts": len(known) + gaps,
        "observed": int(is_seen.sum()),
        "observed_h": float(hours.sum()),
        "observed_gaps": gaps_seen,
    }
    if known:
        model = parameters(TIME.quantity)
        sums = amounts(known, TIME)
        middle, spread = median_and_spread(sums, model)
        row |= band(sums, model)._asdict()
        row |= {"timetable": float(sums[0].sum()), "mean": math.exp(middle + spread**2 / 2)}
    if known_seen:
        row["observed_p50"] = band(amounts(known_seen, TIME), parameters(TIME.quantity)).p50
    return row


def _order(made: Made, samples: int, seed: int, *, by_name: bool) -> dict[str, Any]:
    """Probability that the first is quicker, with its error, and the difference."""
    shared = {part.name for part in made[FIRST]} & {part.name for part in made[SECOND]}
    shared_h = sum(part.amount for part in made[FIRST] if part.name in shared)
    if not made[FIRST] or not made[SECOND]:
        return {"share": math.nan, "error": math.nan, "shared_h": shared_h}
    drawn = totals(made, parameters(TIME.quantity), samples, seed, by_name=by_name)
    difference = drawn[SECOND] - drawn[FIRST]
    share = _share(difference)
    ends = np.percentile(difference, (10, 50, 90)).tolist()
    return {
        "share": share,
        # Of a share of 0 or 1 the error is not 0: that of one draw the other route.
        "error": math.sqrt(max(share * (1 - share), 1 / samples * (1 - 1 / samples)) / samples),
        **{f"difference_{end}": value for end, value in zip(Band._fields, ends, strict=True)},
        "shared_h": shared_h,
    }


def _share(difference: NDArray[np.float32]) -> float:
    """Share of the draws in which the second takes longer; equal ones count half."""
    longer, equal = np.count_nonzero(difference > 0), np.count_nonzero(difference == 0)
    return (longer + equal / 2) / len(difference)


def _tornado(
    made: Made,
    steps: Mapping[str, pd.DataFrame],
    ids: Mapping[str, str],
    samples: int,
    seed: int,
    *,
    by_name: bool,
) -> pd.DataFrame:
    """Totals with one part at its ends and the others at their middle, the widest first."""
    held = _held(made, samples, seed, by_name=by_name) if made[FIRST] and made[SECOND] else {}
    rows = []
    for side, known in made.items():
        other = {part.name for part in made[SECOND if side == FIRST else FIRST]}
        for row in _swings(known, steps[side]):
            name = row["part"]
            row |= {"side": side, "route_id": ids[side]}
            row["is_shared"] = name in other or row["kind"] in {COMMON, MODEL}
            row |= dict(zip(("share_if_quick", "share_if_slow"), held.get((side, name), ()), strict=False))
            rows.append(row)
    frame = make_frame(rows, TORNADO)
    return frame.sort_values(["side", "swing", "part"], ascending=[True, False, True], ignore_index=True)


def _swings(known: Sequence[Part], steps: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Rows of one route: its parts, the common delay, the model's own parameters."""
    if not known:
        return
    model = parameters(TIME.quantity)
    sums = amounts(known, TIME)
    middle = math.exp(median_and_spread(sums, model)[0])
    cells = {_name(row): row for row in steps.to_dict("records")}
    by_name: dict[str, list[Part]] = {}
    for part in known:
        by_name.setdefault(part.name, []).append(part)
    for name, parts in by_name.items():
        spread = model.spread[parts[0].kind]
        own = sum(part.amount for part in parts) * model.stretch(parts[0].kind)
        low, high = (middle + own * math.expm1(end * TENTH * spread) for end in (-1, 1))
        row = {column: cells[name][column] for column in ("kind", "leg_id", "work", "node_id")}
        yield {
            **row,
            "part": name,
            "typical": sum(part.amount for part in parts),
            "p10": low,
            "p50": middle,
            "p90": high,
            "swing": high - low,
        }
    for kind, spread in zip((COMMON, MODEL), shared_spreads(sums, model), strict=True):
        low, high = (middle * math.exp(end * TENTH * spread) for end in (-1, 1))
        yield {"kind": kind, "part": kind, "p10": low, "p50": middle, "p90": high, "swing": high - low}


def _held(made: Made, samples: int, seed: int, *, by_name: bool) -> dict[tuple[str, str], tuple[float, ...]]:
    """Probability that the first is quicker with one part held at its P10, then at its P90, by side."""
    won: dict[tuple[str, str], list[float]] = {}
    for piece in pieces(made, parameters(TIME.quantity), samples, seed, by_name=by_name):
        sums = piece.counts @ piece.own
        names: dict[str, list[int]] = {}
        for at, part in enumerate(piece.parts):
            names.setdefault(part.name, []).append(at)
        for name, columns in names.items():
            for end in (-1, 1):
                moved = sums.copy()
                for at in columns:
                    stays = piece.middle[at] * np.exp(np.float32(end * TENTH) * piece.spreads[at])
                    moved += piece.counts[:, [at]] * (stays - piece.own[at])
                first, second = moved * piece.shared
                share = _share(second - first) * piece.own.shape[1] / samples
                for side, known in made.items():
                    if any(part.name == name for part in known):
                        key = (side, name)
                        won.setdefault(key, [0.0, 0.0])[(end + 1) // 2] += share
    return {key: tuple(shares) for key, shares in won.items()}


def _observed(
    side: str, route: RouteFigures, steps: pd.DataFrame, seen: pd.DataFrame
) -> Iterator[dict[str, Any]]:
    """Rows of one route: each part with all claims, and with observed ones only."""
    is_seen = _is_seen(seen).tolist()
    rows = zip(steps.to_dict("records"), seen.to_dict("records"), is_seen, strict=True)
    for row, observed, is_observed in rows:
        if not isinstance(row["time_h_basis"], str):
            continue
        claim = row["time_h_claim_id"] if isinstance(row["time_h_claim_id"], str) else None
        basis = observed["time_h_basis"]
        yield {
            "side": side,
            "route_id": route_id(route.hops),
            "part": _name(row),
            **{column: row[column] for column in ("kind", "leg_id", "work", "node_id")},
            "typical": row["time_h_typical"],
            "basis": row["time_h_basis"],
            "claim_id": claim,
            "claim_kind": route.dataset.record("claims", claim)["kind"] if claim else None,
            "is_observed": is_observed,
            "observed": observed["time_h_typical"],
            "observed_basis": basis if isinstance(basis, str) else "missing",
        }


def _is_seen(seen: pd.DataFrame) -> pd.Series:
    """Mark the steps whose time rests on an observed claim."""
    found: pd.Series = seen["time_h_basis"] == "published"
    return found


def _name(row: Mapping[Any, Any]) -> str:
    """Name a step as the model of practice does."""
    return str(row["leg_id"]) if row["kind"] == "leg" else f"{row['work']}:{row['node_id']}"
