"""The keys of the address: what each means, how its value is read and written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
from corridor.pairs.country_pairs import PAIRS, name
from corridor.pairs.index import AGGREGATIONS, NORMALISATIONS
from corridor.pairs.parts import PARTS as INDEX_PARTS
from corridor.routing.routes import MAX_PASSED
from corridor.scenario import codec
from ui.language.text import LANGUAGES, language_named
from ui.link.key_values import (
    CARRIAGES,
    CRITERION_WORDS,
    DIGIT,
    LABS,
    MAX_COMPARED,
    MAX_COMPARED_WAYS,
    MAX_DAYS,
    MAX_VALUE_LENGTH,
    MAX_VIA,
    MAX_WEIGHT,
    MAX_WORKS,
    MEASURES,
    MIN_COMPARED,
    PARTS,
    PRESETS,
    RANKED_BY,
    RULES,
    SILENCES,
    STEP,
    WISHES,
    Vocabulary,
    avoided,
    compared,
    day,
    days,
    grid,
    joined,
    link_schema,
    map_view,
    need,
    number,
    one_of,
    page_number,
    refuse,
    route,
    scenario_text,
    version,
    weights,
    words,
    works,
    write_map_view,
    write_weights,
    year,
)
from ui.link.notes import MAX_NOTE, MAX_NOTES, MAX_PLACE, view_notes, write_view_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


# The first pair is ours.
OTHER_PAIRS = tuple(name(pair) for pair in PAIRS[1:])


@dataclass(frozen=True, kw_only=True)
class Key:
    """
    One key of the address: its name, the field of `State` it holds, its meaning, its reader and writer.

    The value of a free key is what the visitor typed; those of all others are closed. No value may have
    more characters than the longest of its key.
    """

    name: str
    field: str | None
    meaning: str
    read: Callable[[str, Vocabulary], Any]
    write: Callable[[Any], str] = str
    is_free: bool = False
    longest: int = MAX_VALUE_LENGTH


def _one_of(name: str, field_: str, meaning: str, values: Callable[[Vocabulary], Collection[str]]) -> Key:
    """Key with one of several values."""
    return Key(name=name, field=field_, meaning=meaning, read=lambda text, known: one_of(text, values(known)))


def _of_ledger(name: str, field_: str, meaning: str) -> Key:
    """Key with one of the values that the dataset names."""
    return _one_of(name, field_, meaning, lambda known: known.ledger.get(name, frozenset()))


KEYS = (
    Key(
        name="lang",
        field="lang",
        meaning=f"Language: {', '.join(LANGUAGES)}. Missing: the browser's, else English.",
        read=lambda text, _known: language_named(text) or refuse("unknown"),
    ),
    _one_of(
        "c",
        "corridor",
        "Corridor, by its id.",
        lambda known: known.corridors,
    ),
    Key(
        name="via",
        field="via",
        meaning="Branches taken instead of the corridor's own legs: ids joined by dots.",
        read=lambda text, known: joined(text, known.branches, MAX_VIA),
        write=".".join,
    ),
    _one_of(
        "leg",
        "leg",
        "Selected leg, by its id.",
        lambda known: known.legs,
    ),
    _one_of(
        "from",
        "origin",
        "Place of departure, by the id of its node.",
        lambda known: known.nodes,
    ),
    _one_of(
        "to",
        "destination",
        "Place of arrival, by the id of its node.",
        lambda known: known.nodes,
    ),
    _one_of(
        "how",
        "carriage",
        "What travels: freight, or passengers by air. Missing: freight.",
        lambda _known: CARRIAGES,
    ),
    _one_of(
        "want",
        "wish",
        f"What matters: {', '.join(WISHES)} (stops). Missing: all sensible routes.",
        lambda _known: WISHES,
    ),
    Key(
        name="by",
        field="criteria",
        meaning=f"Criteria, joined by dots: {', '.join(CRITERION_WORDS)}. Missing: those of what matters.",
        read=lambda text, _known: joined(text, CRITERION_WORDS, len(CRITERION_WORDS)),
        write=".".join,
    ),
    Key(
        name="avoid",
        field="avoid",
        meaning="What routes must not touch: country codes, modes, ids of nodes or legs, joined by dots.",
        read=avoided,
        write=".".join,
        longest=600,
    ),
    Key(
        name="rules",
        field="rules",
        meaning=(
            "Which routes: eu (none by a country for which rules of the EU, the UN or the USA restrict cargo "
            "on the day) or all. Every link to the pages Routes and Compare names it. Missing: all in a link "
            "made before this key (one with d), eu in an address without d."
        ),
        read=lambda text, _known: one_of(text, RULES),
    ),
    Key(
        name="pass",
        field="passing",
        meaning=f"Places that routes must pass: ids of nodes joined by dots, {MAX_PASSED} at most.",
        read=lambda text, known: joined(text, known.nodes, MAX_PASSED),
        write=".".join,
    ),
    Key(
        name="maxt",
        field="most_transhipments",
        meaning="Most transhipments of a route, 0 to 9.",
        read=lambda text, _known: number(text, DIGIT),
    ),
    Key(
        name="sc",
        field="scenario",
        meaning=(
            "What if: close.LEG, shut.NODE, time.LEG.1.5, cost.LEG.0.8, node.NODE.0.5, "
            "add.FROM.TO.MODE.HOURS.KM.USD, up.UPGRADE, year.2028, joined by _. Missing: as it is today."
        ),
        read=scenario_text,
        longest=codec.MAX_CHARACTERS,
    ),
    Key(
        name="date",
        field="date",
        meaning="Day of travel, such as 2026-09-01.",
        read=day,
        write=date.isoformat,
    ),
    Key(name="r", field="route", meaning="Selected route, by its id of eight hex digits.", read=route),
    _one_of(
        "sort",
        "order",
        "Criterion by which the table of routes is sorted. Missing: that of what matters.",
        lambda _known: CRITERION_WORDS,
    ),
    Key(
        name="step",
        field="step",
        meaning="Selected step of the selected route: its position, from 1.",
        read=lambda text, _known: number(text, STEP),
    ),
    Key(
        name="cmp",
        field="compared",
        meaning=f"Routes side by side: {MIN_COMPARED} to {MAX_COMPARED} ids joined by dots.",
        read=compared,
        write=".".join,
    ),
    Key(
        name="year",
        field="year",
        meaning=f"Year of the corridor, {FIRST_YEAR} to {LAST_YEAR}. Missing: this year.",
        read=year,
    ),
    _one_of(
        "show",
        "measure",
        f"What the tables of pairs show: {', '.join(MEASURES)}. Missing: time.",
        lambda _known: MEASURES,
    ),
    Key(
        name="w",
        field="weights",
        meaning=(
            f"Weights of the pair index, 0 to {MAX_WEIGHT} joined by dots: "
            f"{', '.join(part.id for part in INDEX_PARTS)}. Missing: all alike."
        ),
        read=weights,
        write=write_weights,
    ),
    _one_of(
        "norm",
        "normalisation",
        f"How parts of the index are made comparable: {', '.join(NORMALISATIONS)}. Missing: min-max.",
        lambda _known: NORMALISATIONS,
    ),
    _one_of(
        "agg",
        "aggregation",
        f"How the index is added up: {', '.join(AGGREGATIONS)}. Missing: arithmetic.",
        lambda _known: AGGREGATIONS,
    ),
    Key(
        name="beside",
        field="beside",
        meaning="Pair of countries beside Kazakhstan - Serbia, such as KZ-HU. Missing: the best other pair.",
        read=lambda text, _known: one_of(text, OTHER_PAIRS),
    ),
    _one_of(
        "node",
        "place",
        "Place from which reach is shown, by the id of its node.",
        lambda known: known.nodes,
    ),
    Key(
        name="days",
        field="days",
        meaning=f"Days within which places are reached, 1 to {MAX_DAYS}. Missing: 15.",
        read=days,
    ),
    _one_of(
        "map",
        "preset",
        f"Part of the map: {', '.join(PRESETS)}. Missing: whole.",
        lambda _known: PRESETS,
    ),
    Key(
        name="at",
        field="at",
        meaning="Own view of the map: latitude, longitude and zoom joined by _. It goes before map.",
        read=map_view,
        write=write_map_view,
    ),
    Key(
        name="note",
        field="notes",
        meaning=(
            f"Notes on the map and on charts, {MAX_NOTES} at most together: id of a node, or id of a chart, "
            f"a colon and the name of one of its points; a dot; {MAX_NOTE} letters at most. They are joined "
            "by ~, which stands twice inside a text, and stay with their page: "
            "aktau-port.Wait here~staircase:leg-aktau-alat.The sea."
        ),
        read=view_notes,
        write=write_view_notes,
        is_free=True,
        longest=MAX_NOTES * (MAX_PLACE + 1 + 2 * MAX_NOTE) + MAX_NOTES,
    ),
    Key(name="q", field="search", meaning="Words to search the ledger for.", read=words, is_free=True),
    _of_ledger("st", "subject_type", "Claims about one type of subject: node, leg, topic and so on."),
    _of_ledger("subj", "subject", "Claims about one subject: its type and id joined by a dot."),
    _of_ledger("grp", "group", "Claims on one group of quantities: time, cost and so on."),
    _of_ledger("qty", "quantity", "Claims on one quantity, by its id."),
    _of_ledger("sk", "source_kind", "Claims from one kind of source: official, report, press and so on."),
    _of_ledger("src", "source", "Claims from one source, by its id."),
    _of_ledger("kind", "kind", "Claims of one kind: observed, scheduled and so on."),
    _of_ledger("conf", "confidence", "Claims of one confidence: official, report, press, secondary."),
    _of_ledger("fit", "fit", "Claims of one fit: exact, wider, narrower, proxy."),
    _of_ledger("age", "age", "overdue: claims due for review; current: all others."),
    Key(name="page", field="page", meaning="Page of the ledger; 1 if missing.", read=page_number),
    _of_ledger("claim", "claim", "Claim shown whole, by its id."),
    Key(name="cp", field="conflict_page", meaning="Page of the conflicts; 1 if missing.", read=page_number),
    Key(
        name="sq",
        field="source_search",
        meaning="Words to search the list of sources for.",
        read=words,
        is_free=True,
    ),
    Key(
        name="sp", field="source_page", meaning="Page of the list of sources; 1 if missing.", read=page_number
    ),
    _one_of(
        "part",
        "part",
        f"Part of the page Partners: {', '.join(PARTS)}. Missing: register.",
        lambda _known: PARTS,
    ),
    _one_of(
        "lab",
        "lab",
        (
            f"Part of the page Scenarios: {', '.join(LABS)} (side by side, how sure, how much, what to fix "
            "first, what hurts most when lost, many at once). Missing: compare."
        ),
        lambda _known: LABS,
    ),
    Key(
        name="ways",
        field="rivals",
        meaning="Two routes for How sure, each by a place that it passes: ids of nodes joined by a dot.",
        read=lambda text, known: joined(text, known.nodes, MAX_COMPARED_WAYS),
        write=".".join,
    ),
    Key(
        name="need",
        field="need",
        meaning=(
            "Amount a year for How much, such as 300000.teu, or 5000000.t.more on top of what is carried "
            "today. Missing: 300000.teu."
        ),
        read=need,
    ),
    Key(
        name="k",
        field="works",
        meaning=f"How many works the best set may have, 1 to {MAX_WORKS}. Missing: 3.",
        read=works,
    ),
    _one_of(
        "rank",
        "ranked_by",
        (
            "Order of What to fix first: gain of the pairs, or volume (hours saved times the containers that "
            "pass). Missing: gain."
        ),
        lambda _known: RANKED_BY,
    ),
    Key(
        name="grid",
        field="grid",
        meaning=(
            "Many at once: origins, destinations, scenarios (today, this, ids of presets) and years, each "
            "joined by dots, the four by ~."
        ),
        read=grid,
        longest=600,
    ),
    _of_ledger("th", "theme", "Projects of one theme of the talks of February 2026."),
    _of_ledger("sec", "sector", "Projects or papers of one sector."),
    _of_ledger("stage", "stage", "Projects in one recorded status: announced, construction and so on."),
    _of_ledger("pc", "partner", "Projects or papers with one country, by its code."),
    _of_ledger("party", "party", "Projects with one organisation, by its id."),
    _of_ledger("mineral", "mineral", "Projects about one critical raw material, such as tungsten."),
    _of_ledger("due", "due", "Projects due in one year, such as 2027; undated: those without a date."),
    _one_of(
        "quiet",
        "silence",
        f"Projects by how long nobody has spoken of them: {', '.join(SILENCES)}.",
        lambda _known: SILENCES,
    ),
    _of_ledger("pj", "project", "Selected project, by its id."),
    _of_ledger("agr", "paper", "Selected agreement, by its id."),
    _of_ledger("org", "organisation", "Selected organisation, by its id."),
    _of_ledger("visit", "visit", "Visit or meeting whose promises are followed up, by its id."),
    Key(
        name="d",
        field="data",
        meaning="Version and content hash of the data that the link was made with.",
        read=version,
    ),
    Key(
        name="own",
        field="own",
        meaning="1 where the link was made with a visitor's own data, which no link carries.",
        read=lambda text, _known: one_of(text, ("1",)) == "1",
        write=lambda value: str(int(value)),
    ),
    Key(name="v", field=None, meaning="Version of the link itself; 1 if missing.", read=link_schema),
)
BY_NAME = {key.name: key for key in KEYS}
