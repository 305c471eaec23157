"""Questions about the network: what holds it, what is within reach, how well places are joined."""

from __future__ import annotations

from corridor.columns.air import JOURNEYS, OPTIONS, WEEK
from corridor.columns.corridors import COVERAGE_OF_BANDS, THROUGH_TIMES
from corridor.columns.network import CAPACITY, CRITICALITY, CUT, FIX, REACH
from corridor.columns.pairs import (
    CONNECTIVITY,
    COUNTRY_PAIRS,
    INDEX,
    METHOD_RANKS,
    PARTS_TABLE,
    RANK_SHARES,
    SCORES,
    WEIGHT_MOVES,
)
from corridor.columns.places import PLACES
from corridor.columns.scenario import UPGRADES
from corridor.questions import answer_lists, answer_pairs, answer_routes
from corridor.questions.parameters import INDEX_METHOD, Parameter
from corridor.questions.question import AVOIDED, CRITERION, FROM, SCENARIO, TO, Question

_COUNTRIES = Parameter(
    name="countries",
    words="pairs of countries joined by commas, such as KZ-RS,KZ-HU (all comparators)",
    kind="list",
    most=60,
    most_served=20,
)

NETWORK_QUESTIONS = (
    Question(
        verb="criticality",
        path="/criticality",
        words="list what closing each leg or node of the best route costs",
        parameters=(
            FROM,
            TO,
            CRITERION,
            Parameter(
                name="most_gaps",
                words="parts without a figure that a route may have (as few as possible)",
                kind="whole",
                least=0,
                most=99,
            ),
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_routes.criticality,
        tables=(CRITICALITY,),
    ),
    Question(
        verb="fix",
        path="/fix",
        words="list what saving an hour on each leg or at each node gains between two places",
        parameters=(
            FROM,
            TO,
            Parameter(
                name="hours",
                words="hours saved at each part in turn (1)",
                kind="number",
                default="1",
                least=0,
                most=240,
            ),
            Parameter(
                name="percent",
                words="percent of each part saved, instead of hours",
                kind="number",
                least=0,
                most=90,
            ),
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_routes.fix,
        tables=(FIX,),
    ),
    Question(
        verb="capacity",
        path="/capacity",
        words="estimate the yearly freight capacity between two places, and what limits it",
        parameters=(
            FROM,
            TO,
            Parameter(
                name="unit", words="tonnes or TEU a year: t or teu (t)", choices=("t", "teu"), default="t"
            ),
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_routes.capacity,
        tables=(CAPACITY, CUT),
    ),
    Question(
        verb="reach",
        path="/reach",
        words="list the places within a number of days of a place",
        parameters=(
            FROM,
            Parameter(
                name="days", words="how many days (10)", kind="number", default="10", least=0, most=366
            ),
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_routes.reach,
        tables=(REACH,),
    ),
    Question(
        verb="connectivity",
        path="/connectivity",
        words="summarise the connections between cities of Kazakhstan and Serbia, or between any places",
        parameters=(
            Parameter(name="origins", words="places, joined by commas", kind="list", most=100, most_served=6),
            Parameter(
                name="destinations", words="places, joined by commas", kind="list", most=100, most_served=6
            ),
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_pairs.connectivity,
        tables=(CONNECTIVITY,),
    ),
    Question(
        verb="country-pairs",
        path="/country-pairs",
        words="list the best figures between pairs of countries",
        parameters=(_COUNTRIES, AVOIDED, SCENARIO),
        answer=answer_pairs.country_pairs,
        tables=(COUNTRY_PAIRS,),
    ),
    Question(
        verb="pair-index",
        path="/pair-index",
        words="rank pairs of countries by their connections, with the sensitivity to weights and method",
        parameters=(
            _COUNTRIES,
            *INDEX_METHOD,
            AVOIDED,
            SCENARIO,
        ),
        answer=answer_pairs.pair_index,
        tables=(INDEX, SCORES, PARTS_TABLE, RANK_SHARES, WEIGHT_MOVES, METHOD_RANKS),
    ),
    Question(
        verb="calibration",
        path="/calibration",
        words="compare every published time and price of a journey with our sum and the model of practice",
        parameters=(),
        answer=answer_lists.calibration,
        tables=(THROUGH_TIMES, COVERAGE_OF_BANDS),
    ),
    Question(
        verb="flights",
        path="/flights",
        words="list the flights between two airports, direct or with one stop",
        parameters=(
            Parameter(name="from", flag="origin", words="an airport by its code, city or id", default=None),
            Parameter(name="to", flag="destination", words="the same", default=None),
        ),
        answer=answer_lists.flights,
        tables=(OPTIONS, WEEK),
    ),
    Question(
        verb="journeys",
        path="/journeys",
        words="find the best journeys by air between two places: none is better on every criterion",
        parameters=(
            FROM,
            TO,
            Parameter(name="date", words="earliest day of departure, such as 2026-12-01"),
            Parameter(name="stops", words="stops at most (2)", kind="whole", default="2", least=0, most=2),
            Parameter(
                name="announced",
                words="yes to include announced flights (no)",
                choices=("no", "yes"),
                default="no",
            ),
        ),
        answer=answer_lists.journeys,
        tables=(JOURNEYS,),
    ),
    Question(
        verb="upgrades",
        path="/upgrades",
        words="list the upgrades with their state in a year and their effect, or why it is not known",
        parameters=(
            Parameter(
                name="year",
                words="state at the end of this year (2030)",
                kind="whole",
                default="2030",
                least=2000,
                most=2100,
            ),
        ),
        answer=answer_lists.upgrades,
        tables=(UPGRADES,),
    ),
    Question(
        verb="places",
        path="/places",
        words="find places by the start of a word of their name in any language, by id or by code",
        parameters=(
            Parameter(name="q", flag="words", words="what to look for", default=None, example="Актау"),
            Parameter(name="kind", words="kind of node, such as airport (any)"),
            Parameter(name="limit", words="how many (20)", kind="whole", default="20", least=1, most=200),
        ),
        answer=answer_lists.places,
        tables=(PLACES,),
    ),
)
