"""What the computed tables about partner projects hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.columns.derived import TIME, Derived
from corridor.columns.engine import ROUTE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

_JOINED = {
    "project_id": "The project; empty where the upgrade belongs to none.",
    "upgrade_id": "The upgrade; empty where a project touches a leg or place without one.",
    "subject_type": "leg, node or corridor.",
    "subject_id": "What it should mend.",
    "quantity": "What it moves there, as the source says; empty without an upgrade.",
    "from_value": "From what, as said, in the unit beside it.",
    "to_value": "To what, as said.",
    "unit": "Unit of both.",
    "expected_on": "When it is due, as said.",
    "status": "Status of the upgrade or project as recorded.",
    "reason": "Why the engine cannot work with it, in a word of the table's reasons; empty if it can.",
    "sources": "Ids of sources, separated by |.",
}
_WAY_OUT = {
    **ROUTE_COLUMNS,
    "project_id": "The site.",
    "access_node": "Where the way starts.",
    "destination": "Where it ends.",
    "route_id": "The route, as the question for routes names it.",
    "countries": "ISO 3166-1 codes as travelled, separated by |.",
    "distance_km": "Kilometres of the way, typical.",
    "borders": "How many borders need work.",
    "border_nodes": "Their nodes, separated by |.",
    "gauge_breaks": "Nodes where the gauge breaks, separated by |.",
    "ports": "Ports of sea legs, separated by |.",
    "eu_entry": "First node inside the European Union; empty if it is not touched.",
}
_ENDS = {"before": "as it is", "after": "with the upgrade done", "gain": "gained: before less after"}
_BEST = {"time_h": "Hours of the quickest way", "cost_usd_per_teu": "US dollars per TEU of the cheapest way"}
_FITS = {"t": "Tonnes a year that fit", "teu": "TEU a year that fit"}

PARTNERS: Mapping[str, Derived] = MappingProxyType(
    {
        "register": Derived(
            title="Register of projects",
            description="One row is a partner project with what follows from its record on a day.",
            columns={
                "project_id": "The project.",
                "sector": "Its sector.",
                "theme": "Theme of the talks of February 2026.",
                "status": "Status as recorded, in the words of Global Energy Monitor.",
                "inferred": "shelved or cancelled by two or four years of silence; empty if neither.",
                "silent_years": "Full and part years since the last report; empty if undated.",
                "age_years": "Years since the first mention; empty if undated.",
                "expected_on": "When it is due, as said.",
                "is_overdue": "Whether that has passed and it does not operate; empty without a date.",
                "last_reported_on": "Date of the newest report.",
                "place_precision": "site, city, area-proxy, signing-place or none.",
                "is_mapped": "Whether the place is one of the project.",
                "countries": "ISO 3166-1 codes, separated by |.",
                "organisations": "Ids of organisations, separated by |.",
                "legs": "Ids of legs that it touches, separated by |.",
                "nodes": "Ids of nodes that it touches, separated by |.",
                "sources_count": "Documents that the record and claims on it cite.",
                "complete": "Share of the ten things of a full record that it says.",
                "lacks": "Those that it does not say, separated by |.",
                "compared": "Quantities that two or more documents state.",
                "agree": "Share of these on which they agree within a tenth; empty if there are none.",
                "do_not_sum": "Whether its value must not be added to others.",
            },
        ),
        "promises": Derived(
            title="Follow-up of a visit",
            description="One row is a paper signed at a visit, or a project spoken of there.",
            columns={
                "kind": "agreement or project.",
                "id": "Its id.",
                "name_en": "Its name in English.",
                "sector": "Its sector.",
                "promised_on": "When it was signed, or first announced.",
                "status": "Status of a project as recorded.",
                "outcome": "operating, in-force, reported or silent: what documents say of it since.",
                "last_reported_on": "Date of the newest document that speaks of it.",
                "since": "Sources of more than a week after the visit, separated by |.",
                "sources": "All sources that speak of it, separated by |.",
                "related": "Its projects or papers, separated by |.",
            },
        ),
        "mending": Derived(
            title="Projects and what they should mend",
            description="One row is an upgrade, or a leg or place that a project touches without one.",
            columns=_JOINED,
        ),
        "projects_without_bottleneck": Derived(
            title="Projects without a bottleneck",
            description="One row is a transport or infrastructure project that touches no leg and no node.",
            columns={
                "project_id": "The project.",
                "name_en": "Its name in English.",
                "sector": "Its sector.",
                "status": "Status as recorded.",
            },
        ),
        "route_mending": Derived(
            title="What is meant to mend the route",
            description="One row is an upgrade or project at a step of the route, in the order of travel.",
            columns={
                "position": "Step of the route, from 1.",
                "kind": "leg or work.",
                "work": "border, break-of-gauge, transhipment or waiting.",
                **_JOINED,
                "part_quantity": "Figure of ours that changes; border and transhipment are hours of work.",
                "part_before": "That figure as it is.",
                "part_after": "That figure with the upgrade done.",
                "time_h_before": "Sum of the known typical hours of the route, as it is.",
                "time_h_after": "The same with the upgrade done.",
                "time_h_gain": "Hours gained on this route.",
            },
        ),
        "unmended": Derived(
            title="What nobody is fixing",
            description="One row is a step of the ways that no project and no upgrade names.",
            columns={
                "kind": "leg or work.",
                "id": "Leg, or node of the work.",
                "from_node": "Of a leg: node where travel over it begins.",
                "to_node": "Of a leg: node where it ends.",
                "work": "border, break-of-gauge, transhipment or waiting; empty for a leg.",
                **TIME,
                "ways": "Route ids of the ways that pass it, separated by |.",
            },
        ),
        "upgrade_gains": Derived(
            title="What each upgrade changes",
            description="One row is an upgrade, taken as done by itself, between two places.",
            columns={
                "upgrade_id": "The upgrade.",
                "part": "Leg or node whose figure changes, such as leg:kars-divrigi.",
                "part_quantity": "The figure; border and transhipment are hours of that work.",
                "part_before": "That figure as it is.",
                "part_after": "That figure with the upgrade done.",
                **{
                    f"{name}_{when}": f"{words}, {how}."
                    for name, words in _BEST.items()
                    for when, how in _ENDS.items()
                },
                **{
                    f"capacity_{unit}_{when}": f"{words}, upper bound, {_ENDS[when]}; empty for no bound."
                    for unit, words in _FITS.items()
                    for when in ("before", "after")
                },
                "loss_h_before": "Hours that the quickest way by any country loses without the part.",
                "loss_h_after": "The same with the upgrade done.",
                "is_on_best": "Whether the quickest way uses the part as it is.",
                "reason": "Why nothing changes, in a word of the table's reasons; empty if it does.",
            },
        ),
        "sites": Derived(
            title="Mines and plants",
            description="One row is a mine, plant or find of raw materials.",
            columns={
                "project_id": "The project.",
                "minerals": "What it yields or works up, separated by |.",
                "country": "ISO 3166-1 code of where it is.",
                "status": "Status as recorded.",
                "lat": "Latitude in degrees; empty where no place is known.",
                "lon": "Longitude in degrees.",
                "place_precision": "site, city, area-proxy, signing-place or none.",
                "access_node": "Nearest land node of the freight network in that country.",
                "access_km": "Shortest line to it in kilometres; how goods get there is not in the data.",
                "partners": "Other countries of the project, separated by |.",
            },
        ),
        "ways_out": Derived(
            title="The way out",
            description="One row is a site abroad with its quickest way of fewest gaps to the destination.",
            columns=_WAY_OUT,
        ),
        "ways_out_open": Derived(
            title="The way out without Russia, Belarus and Iran",
            description="One row is a site abroad with its quickest such way to the destination.",
            columns=_WAY_OUT,
        ),
        "roles": Derived(
            title="Roles of organisations",
            description="One row is something that an organisation runs, operates or is party to.",
            columns={
                "organisation_id": "The organisation.",
                "role": "runs-service, operates-leg, party-to-project or party-to-agreement.",
                "table": "Table of what it concerns.",
                "id": "Its id there.",
                "status": "Status of that; empty for an agreement.",
                "sources": "Ids of sources, separated by |.",
            },
        ),
        "role_counts": Derived(
            title="Roles by organisation",
            description="One row is an organisation with the number of its roles.",
            columns={
                "organisation_id": "The organisation.",
                "runs-service": "How many services it runs.",
                "operates-leg": "On how many legs it operates.",
                "party-to-project": "How many projects it is party to.",
                "party-to-agreement": "How many papers name it as a party.",
                "roles_count": "All of these.",
            },
        ),
    }
)
