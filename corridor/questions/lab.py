"""Questions of decisions: how sure, how much, what to fix first, which works, what hurts most when lost."""

from __future__ import annotations

from dataclasses import replace

from corridor.columns.corridors import VOLUMES
from corridor.columns.lab import (
    CAPACITY_WORKS,
    CRITICAL_BOTH,
    FIX_FIRST,
    FIX_PAIRS,
    HOW_MUCH,
    HOW_SURE,
    OBSERVED_PARTS,
    ORDER,
    PORTFOLIO_PAIRS,
    PORTFOLIO_WORKS,
    PORTFOLIOS,
    SHORT_PARTS,
    TORNADO,
    UNKNOWN_CAPACITY,
)
from corridor.questions import answer_lab
from corridor.questions.parameters import Parameter
from corridor.questions.question import FROM, LIMITS, SAMPLES, SCENARIO, SEED, TO, Question
from corridor.routing.sanctioned import SANCTIONED

_USUAL = ",".join(sorted(SANCTIONED))
_WITHOUT = Parameter(
    name="avoid",
    words=f"country codes, modes, ids of nodes or legs, joined by commas ({_USUAL})",
    kind="list",
    default=_USUAL,
    most=40,
)
_COUNTRIES = replace(_WITHOUT, words=f"country codes, joined by commas ({_USUAL})")
_ORIGINS = Parameter(
    name="origins",
    words="places, joined by commas (Astana, Almaty and Aktau)",
    kind="list",
    most=10,
    most_served=6,
)
_DESTINATIONS = Parameter(
    name="destinations",
    words="places, joined by commas (Belgrade, Novi Sad, Nis and Bor)",
    kind="list",
    most=10,
    most_served=6,
)
_WEIGHTS = Parameter(
    name="weights",
    words="weight of each pair, such as astana:belgrade=3, joined by commas (all equal)",
    kind="list",
    most=40,
)
_PERCENT = Parameter(
    name="percent", words="percent of each part saved (50)", kind="number", default="50", least=1, most=90
)
_BY = Parameter(
    name="by",
    words="place for all work at a place together, or work (place)",
    choices=("place", "work"),
    default="place",
)
_DAY = Parameter(
    name="usd_per_day",
    words="what a day of a TEU is worth in US dollars; no source states one (none)",
    kind="number",
    least=0,
    most=100_000,
)
_SIDE = "id of a route, or a place that it passes"

LAB_QUESTIONS = (
    Question(
        verb="how-sure",
        path="/how-sure",
        words="estimate the probability that one route is quicker than another, and which hour matters most",
        parameters=(
            FROM,
            TO,
            Parameter(name="first", words=f"{_SIDE} (the first)", example="varna-port"),
            Parameter(name="second", words=f"{_SIDE} (the next clearly different one)", example="kars"),
            Parameter(
                name="compare",
                words="routes, or scenario: the first route without and with the changes (routes)",
                choices=("routes", "scenario"),
                default="routes",
            ),
            *LIMITS,
            SCENARIO,
            SAMPLES,
            SEED,
        ),
        answer=answer_lab.how_sure,
        tables=(HOW_SURE, ORDER, TORNADO, OBSERVED_PARTS),
    ),
    Question(
        verb="how-much",
        path="/how-much",
        words="say whether an amount a year fits between two places, and what stops it",
        parameters=(
            FROM,
            TO,
            Parameter(
                name="need",
                words="tonnes or TEU a year (300000)",
                kind="whole",
                default="300000",
                least=1,
                most=1_000_000_000,
            ),
            Parameter(
                name="unit", words="tonnes or TEU a year: t or teu (teu)", choices=("t", "teu"), default="teu"
            ),
            Parameter(
                name="on_top",
                words="yes if it comes on top of what is carried today (no)",
                choices=("no", "yes"),
                default="no",
            ),
            Parameter(
                name="corridor",
                words="a corridor whose volumes and capacities are listed too (trans-caspian)",
                default="trans-caspian",
            ),
            _COUNTRIES,
            SCENARIO,
        ),
        answer=answer_lab.how_much,
        tables=(HOW_MUCH, SHORT_PARTS, CAPACITY_WORKS, VOLUMES, UNKNOWN_CAPACITY),
    ),
    Question(
        verb="fix-first",
        path="/fix-first",
        words="rank legs, ports and borders by what a fix there brings several pairs of places",
        parameters=(
            _ORIGINS,
            _DESTINATIONS,
            _WEIGHTS,
            Parameter(
                name="hours",
                words="hours saved at each part in turn, instead of percent",
                kind="number",
                least=0,
                most=240,
            ),
            _PERCENT,
            _BY,
            _DAY,
            Parameter(
                name="order",
                words="gain of the pairs, or volume: hours saved times the containers that pass (gain)",
                choices=("gain", "volume"),
                default="gain",
            ),
            _WITHOUT,
            SCENARIO,
            Parameter(
                name="samples",
                words="how many draws (400)",
                kind="whole",
                default="400",
                least=1,
                most=4_000,
                most_served=1_000,
            ),
            SEED,
        ),
        answer=answer_lab.fix_first,
        tables=(FIX_FIRST, FIX_PAIRS),
    ),
    Question(
        verb="portfolios",
        path="/portfolios",
        words="find the best set of works for a number of works, exact beside step by step",
        parameters=(
            _ORIGINS,
            _DESTINATIONS,
            _WEIGHTS,
            Parameter(
                name="budget",
                words="how many works at most (3)",
                kind="whole",
                default="3",
                least=1,
                most=8,
                most_served=5,
            ),
            Parameter(
                name="works",
                words="planned (with a published effect), assumed (each part quicker) or both (both)",
                choices=("planned", "assumed", "both"),
                default="both",
            ),
            _PERCENT,
            _BY,
            _DAY,
            _WITHOUT,
            SCENARIO,
        ),
        answer=answer_lab.portfolios,
        tables=(PORTFOLIOS, PORTFOLIO_WORKS, PORTFOLIO_PAIRS),
    ),
    Question(
        verb="critical-places",
        path="/critical-places",
        words="list what closing each leg or place costs several pairs, with and without some countries",
        parameters=(_ORIGINS, _DESTINATIONS, _COUNTRIES, SCENARIO),
        answer=answer_lab.critical_places,
        tables=(CRITICAL_BOTH,),
    ),
)
