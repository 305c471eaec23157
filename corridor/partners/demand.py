"""Whether an amount a year fits between two places, what stops it, and which planned works would help."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corridor.columns.corridors import VOLUMES
from corridor.columns.frame import make_frame
from corridor.columns.lab import CAPACITY_WORKS, HOW_MUCH, SHORT_PARTS, UNKNOWN_CAPACITY
from corridor.corridors.volumes import Subject, volumes
from corridor.corridors.years import newest_volumes
from corridor.errors import RouteError
from corridor.evidence.claims import figure
from corridor.freight.capacity import QUANTITIES, published
from corridor.freight.needed import bottlenecks, bounds
from corridor.partners.in_charge import charge_of, in_charge
from corridor.partners.works import join
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import Scenario
from corridor.scenario.upgrade_effects import effects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.corridors.years import Volume
    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.freight.needed import Bounds

    Part = tuple[str, str]

MAX_NEED = 1_000_000_000
_VOLUMES = {"t": "volume_t", "teu": "volume_teu"}


@dataclass(frozen=True, eq=False, kw_only=True)
class HowMuch:
    """
    Whether an amount fits, and what stops it.

    Attributes
    ----------
    table
        One row, as `corridor.columns.lab.HOW_MUCH`.
    short
        Legs and nodes that fall short, as `corridor.columns.lab.SHORT_PARTS`.
    works
        Planned works that raise their capacity, as `corridor.columns.lab.CAPACITY_WORKS`.
    volumes
        Every claim on volume and capacity of these parts, as `corridor.columns.corridors.VOLUMES`.
    unknown
        Legs and nodes of some routes without a published capacity, as
        `corridor.columns.lab.UNKNOWN_CAPACITY`.
    """

    table: pd.DataFrame
    short: pd.DataFrame
    works: pd.DataFrame
    volumes: pd.DataFrame
    unknown: pd.DataFrame


def how_much(  # noqa: PLR0913 - a question has so many parts, all but four by name
    network: Network,
    origin: str,
    destination: str,
    need: int,
    *,
    unit: str = "teu",
    is_on_top: bool = False,
    avoid_countries: Collection[str] = (),
    routes: Mapping[str, Sequence[Hop]] | None = None,
    about: Sequence[Subject] = (),
) -> HowMuch:
    """
    Tell whether an amount a year fits between two places, as far as capacities are published.

    Few capacities are published, so the answer is a pair of bounds: what fits for sure, and what does not
    fit for sure. Bottlenecks are listed one after another: each with those before it taken as widened.

    Parameters
    ----------
    network
        The network; under a scenario with its capacities.
    origin, destination
        Node ids.
    need
        Tonnes or TEU a year, from 1 to `MAX_NEED`.
    unit
        "t" or "teu".
    is_on_top
        Whether the amount comes on top of what is carried: of each part whose volume of a whole year is
        published, that volume is taken off its capacity.
    avoid_countries
        ISO 3166-1 alpha-2 codes of countries that freight must not touch.
    routes
        Routes of which further parts that take less, and those without a published capacity, are listed.
    about
        Further subjects whose volumes and capacities are listed, such as a corridor.

    Returns
    -------
    HowMuch
        Answer, parts that fall short, works, volumes, unknown capacities.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or the amount or unit cannot be used.
    """
    if unit not in QUANTITIES:
        raise RouteError("unit-unknown", unit=unit, known=tuple(QUANTITIES))
    if not 1 <= need <= MAX_NEED:
        raise RouteError("need-unusable", most=MAX_NEED)
    network.origin(origin), network.destination(destination)
    if origin == destination:
        raise RouteError("ends-alike", place=origin)
    asked = _Asked(
        network, (origin, destination), need, unit, frozenset(avoid_countries), is_on_top=is_on_top
    )
    now, planned = asked.bounds_of(asked.limits), asked.bounds_of(asked.with_upgrades(asked.unfinished))
    steps = bottlenecks(network, asked.ends, need, asked.free, avoid_countries=asked.avoid)
    short = [row for at, step in enumerate(steps, start=1) for row in _short(asked, at, *step)]
    short += _narrow(asked, [part for step in steps for part in step.parts], routes or {})
    parts = [(row["kind"], row["id"]) for row in short]
    row = {
        "unit": unit,
        "need": need,
        "is_on_top": is_on_top,
        "verdict": now.verdict(need),
        **now._asdict(),
        "short": now.short(need),
        "upper_planned": planned.upper,
        "verdict_planned": planned.verdict(need),
        "known": len(asked.limits),
        "unknown": len(network.split[2]) - len(asked.limits),
    }
    listed = volumes(network.dataset, [*about, *(Subject(*part) for part in parts)])
    measures = {_VOLUMES[unit], QUANTITIES[unit]}
    return HowMuch(
        table=make_frame([row], HOW_MUCH),
        short=make_frame(short, SHORT_PARTS),
        works=make_frame(_works(asked, parts), CAPACITY_WORKS),
        volumes=make_frame(listed[listed["measure"].isin(measures)].to_dict("records"), VOLUMES),
        unknown=make_frame(_unknown(asked, routes or {}), UNKNOWN_CAPACITY),
    )


@dataclass(frozen=True)
class _Asked:
    """What is asked for."""

    network: Network
    ends: tuple[str, str]
    need: int
    unit: str
    avoid: frozenset[str]
    is_on_top: bool

    @property
    def dataset(self) -> Dataset:
        """Dataset of the network."""
        return self.network.dataset

    @property
    def limits(self) -> dict[Part, int]:
        """Known capacities."""
        return published(self.network, self.unit)

    @property
    def free(self) -> dict[Part, int]:
        """Known capacities, less what is carried if asked."""
        return self._less_volumes(self.limits)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Upgrades that raise a capacity in the unit and are not done."""
        quantity = QUANTITIES[self.unit]
        upgrades = self.dataset.upgrades
        return tuple(
            upgrade
            for upgrade in upgrades.loc[upgrades["status"] != "operating", "upgrade_id"]
            if any(change.quantity == quantity for change in effects(self.dataset, upgrade).changes)
        )

    def with_upgrades(self, upgrades: Sequence[str]) -> dict[Part, int]:
        """Return the known capacities once some upgrades are done."""
        made = assumed(self.dataset, Scenario(upgrades=tuple(sorted(upgrades))))
        return published(replace(self.network, dataset=made), self.unit)

    def bounds_of(self, limits: Mapping[Part, int]) -> Bounds:
        """Return what fits under some limits."""
        carried = {} if self.is_on_top else self.carried
        return bounds(
            self.network,
            self.ends,
            self._less_volumes(limits),
            avoid_countries=self.avoid,
            carried=carried,
        )

    @property
    def carried(self) -> dict[Part, int]:
        """What each part of the network has carried in the newest year with a published volume."""
        return {
            part: round(told.typical)
            for part, told in newest_volumes(self.dataset, _VOLUMES[self.unit]).items()
            if part in self.network.split[2]
        }

    def volume(self, part: Part) -> Volume | None:
        """Newest published volume of a whole year, its year and its claim; None if there is none."""
        return newest_volumes(self.dataset, _VOLUMES[self.unit]).get(part)

    def _less_volumes(self, limits: Mapping[Part, int]) -> dict[Part, int]:
        """Take what is carried off capacities, if asked."""
        if not self.is_on_top:
            return dict(limits)
        carried = {part: found.typical if (found := self.volume(part)) else 0.0 for part in limits}
        return {part: max(0, limit - round(carried[part])) for part, limit in limits.items()}


def _narrow(
    asked: _Asked, listed: Collection[Part], routes: Mapping[str, Sequence[Hop]]
) -> Iterator[dict[str, Any]]:
    """Rows of further parts of routes that take less than is needed; other ways may pass them by."""
    free = asked.free
    for part in _parts_of(routes):
        if part in free and part not in listed and free[part] < asked.need:
            yield from _short(asked, None, [part], free[part])


def _short(asked: _Asked, step: int | None, parts: Sequence[Part], together: int) -> Iterator[dict[str, Any]]:
    """Rows of one bottleneck."""
    for part in parts:
        volume = asked.volume(part)
        capacity = asked.limits[part]
        charge = in_charge(asked.dataset, [part[1]])
        yield {
            "step": step,
            "kind": part[0],
            "id": part[1],
            "capacity": capacity,
            "claim_id": figure(asked.dataset, *part, QUANTITIES[asked.unit]).claim_id,
            **_volume_cells(volume),
            "free": None if volume is None else capacity - volume.typical,
            "together": together,
            "short": asked.need - together,
            **charge.cells(),
        }


def _works(asked: _Asked, parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """Rows of the works at parts that fall short."""
    rows = {row["upgrade_id"]: row for row in join(asked.dataset).to_dict("records")}
    for part in parts:
        for upgrade in asked.unfinished:
            changes = effects(asked.dataset, upgrade).changes
            if not any((change.subject_type, change.subject_id) == part for change in changes):
                continue
            after = asked.with_upgrades([upgrade])
            left = asked.bounds_of(after)
            row = rows[upgrade]
            yield {
                **{
                    name: row[name]
                    for name in ("upgrade_id", "project_id", "status", "expected_on", "sources")
                },
                "kind": part[0],
                "id": part[1],
                "before": asked.limits[part],
                "after": after[part],
                "upper": left.upper,
                "short": left.short(asked.need) or 0,
                "in_charge": charge_of(asked.dataset, [row]).in_charge,
            }


def _unknown(asked: _Asked, routes: Mapping[str, Sequence[Hop]]) -> Iterator[dict[str, Any]]:
    """Rows of the legs and nodes of routes without a published capacity, in the order of travel."""
    for part, some in _parts_of(routes).items():
        if part not in asked.limits:
            yield {
                "kind": part[0],
                "id": part[1],
                "routes": tuple(dict.fromkeys(some)),
                **_volume_cells(asked.volume(part)),
            }


def _volume_cells(volume: Volume | None) -> dict[str, Any]:
    """Cells of what a part has carried, empty where that is not published."""
    if volume is None:
        return {"volume": None, "volume_year": None, "volume_claim": None}
    return {"volume": volume.typical, "volume_year": volume.year, "volume_claim": volume.claim_id}


def _parts_of(routes: Mapping[str, Sequence[Hop]]) -> dict[Part, list[str]]:
    """Legs and nodes between the ends, with the routes that use each, in the order of travel."""
    used: dict[Part, list[str]] = {}
    for route, hops in routes.items():
        for hop in hops:
            used.setdefault(("leg", hop.leg_id), []).append(route)
            if hop is not hops[-1]:
                used.setdefault(("node", hop.end), []).append(route)
    return used
