"""The tables of a chain of legs: its steps, their sums, its profile, its emissions."""

from __future__ import annotations

from corridor.columns.column import Table, count, flag, ids, number, text, whole
from corridor.columns.quantities import (
    BANDS,
    BASES,
    COST,
    EMISSIONS,
    KINDS,
    OF_STEPS,
    TIME,
    WORKS,
    figures,
    sums,
)

_KIND = text("kind", "Kind", "leg, or work at a node.", required=True, enum=KINDS)
_WORK = text("work", "Work", "Kind of the work; empty for a leg.", enum=WORKS)
_MODE = text("mode", "Mode", "Mode of transport.", values_of="legs.mode")
_POSITION = count("position", "Position", "Place in the order of travel, from 1.", minimum=1)

STEPS = Table(
    name="steps",
    title="Steps",
    description="One row is a leg of the chain or work at a node on it, in the order of travel.",
    columns=(
        text("route_id", "Route", "Route, where the steps of several stand together.", is_extra=True),
        _POSITION,
        _KIND,
        text("leg_id", "Leg", "Leg; empty for work."),
        text("node_id", "Node", "Node of the work; empty for a leg."),
        text("from_node", "From", "Node where the leg begins, in the direction of travel."),
        text("to_node", "To", "Node where the leg ends, in the direction of travel."),
        flag("reversed", "Reversed", "Whether the leg is travelled against the direction it is recorded in."),
        _MODE,
        whole("gauge_mm", "Track gauge", "Gauge of the track in millimetres.", unit="mm"),
        text("status", "Status", "Status of the leg.", values_of="legs.status"),
        text("operators", "Operators", "Ids of organisations, separated by |."),
        _WORK,
        text(
            "from_country",
            "From country",
            "Country where the step begins; of a border, the one that is left.",
        ),
        text(
            "to_country", "To country", "Country where the step ends; of a border, the one that is entered."
        ),
        text("counted_in", "Counted in", "Node of the border whose time already counts this break of gauge."),
        text(
            "onward", "Onward leg", "Ship's leg that cargo waits for, or that follows its stay in the port."
        ),
        *figures(),
    ),
)
TOTALS = Table(
    name="totals",
    title="Totals",
    description=(
        "One row is a criterion summed along the chain. Where parts are missing it is the sum of the known "
        "parts only, and total_complete is false."
    ),
    columns=(
        text("corridor_id", "Corridor", "Chain, where the sums of several stand together.", is_extra=True),
        text(
            "criterion",
            "Criterion",
            "What is summed.",
            required=True,
            enum=tuple(criterion.name for criterion in OF_STEPS),
        ),
        number("low", "Low", "Sum of the low ends of the known parts."),
        number("typical", "Typical", "Sum of the headlines of the known parts."),
        number("high", "High", "Sum of the high ends of the known parts."),
        text("basis", "Basis", "Weakest basis of the known parts.", required=True, enum=BASES),
        count("known_count", "Known parts", "How many parts are known."),
        count("missing_count", "Missing parts", "How many parts are missing."),
        ids("missing", "Missing", "The missing parts: legs, and work:node."),
        flag("total_complete", "Complete", "Whether no part is missing.", required=True),
    ),
)
STAIRCASE = Table(
    name="staircase",
    title="Staircase",
    description="One row is a corner of the time and cost profile along a route, the start first.",
    columns=(
        count("position", "Position", "Position of the step that ends here; 0 at the start."),
        text("kind", "Kind", "start, leg or work.", required=True, enum=("start", *KINDS)),
        text("leg_id", "Leg", "Leg that ends here."),
        _WORK,
        _MODE,
        text("node_id", "Node", "Place of the corner."),
        number("distance_km", "Distance", "Kilometres so far.", "km", required=True),
        count("distance_gaps", "Distance: parts without a figure", "Legs so far without a distance."),
        *sums((TIME,), (*BANDS, "gaps"), required=True),
        *sums((COST,), (*BANDS, "gaps"), required=True),
    ),
)
EMISSIONS_TABLE = Table(
    name="emissions",
    title="Emissions",
    description="One row is an element of the transport chain in the terms of ISO 14083.",
    columns=(
        _POSITION,
        text(
            "element",
            "Element of the transport chain",
            "transport for a leg, hub for a transhipment or a break of gauge.",
            required=True,
            enum=("transport", "hub"),
        ),
        text("leg_id", "Leg", "Leg; empty for a hub operation."),
        text("from_node", "From", "Node where travel over the leg begins."),
        text("to_node", "To", "Node where it ends."),
        text("node_id", "Node", "Node of the hub operation."),
        _WORK,
        _MODE,
        number("distance_km", "Distance", "Distance of the leg in kilometres.", "km"),
        text("factor_id", "Factor", "Emission factor."),
        text("factor_unit", "Unit of the factor", "Its unit."),
        text("scope", "Scope", "Its scope, such as well-to-wheel."),
        whole("year", "Year", "Year it speaks of."),
        number(
            "co2e_kg_per_t_low", "CO₂e: low end", "Low end in kilograms of CO2e per tonne.", EMISSIONS.unit
        ),
        number("co2e_kg_per_t", "CO₂e per tonne", "Headline in kilograms of CO2e per tonne.", EMISSIONS.unit),
        number(
            "co2e_kg_per_t_high", "CO₂e: high end", "High end in kilograms of CO2e per tonne.", EMISSIONS.unit
        ),
        text("basis", "Basis", "What the emissions rest on.", required=True, enum=("modelled", "missing")),
    ),
)
