"""The part "How much": whether an amount a year fits, what stops it, and which works help."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import streamlit as st
from babel.lists import format_list

from corridor.charts.years import years
from corridor.errors import ChartError, CorridorError
from corridor.freight.arrays import MODES
from corridor.publication.content import Cell, Figure, Table
from ui.evidence import wording
from ui.evidence.memory import today
from ui.evidence.rows import by_id
from ui.evidence.year_chart import YEARS
from ui.language import format as fmt
from ui.language.text import LOCALES, N_
from ui.link import address
from ui.look.first_screen import Opening
from ui.map.scene import Disc, Scene
from ui.sections.routes.question import ends, question
from ui.sections.scenarios import decision
from ui.sections.scenarios.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Row = Mapping[str, Any]

VERB = "how-much"
MORE = ".more"
NEEDS = (
    "300000.teu",
    "100000.teu",
    "500000.teu",
    "5000000.t",
    "10000000.t",
    f"300000.teu{MORE}",
    f"5000000.t{MORE}",
)
_MAX_NAMED = 4
_CHARTED = {"t": "t", "teu": "TEU"}
UNITS = {"t": N_("tonnes a year"), "teu": N_("TEU a year")}
VERDICTS = {
    "fits": N_("{ends}: {need} fit, at least {lower} over published capacities"),
    "does-not-fit": N_("{ends}: {need} do not fit; at most {upper}, limited by {parts}"),
    "not-known": N_("{ends}: whether {need} fit is not known; at most {upper}"),
}
PLANNED = {
    "fits": N_("with all planned works they fit"),
    "does-not-fit": N_("with all planned works at most {upper}"),
    "not-known": N_("with all planned works it is not known: at most {upper}"),
}


def choose(view: View) -> None:
    """Let the visitor choose the amount; the address holds it."""
    _ = view.words.gettext
    options = list(dict.fromkeys((*NEEDS, view.state.need)))
    st.selectbox(
        _("What is to be carried"),
        options,
        format_func=lambda need: asked_amount(view, need),
        width=320,
        **address.bound(view.state, "need"),
    )


def decide(view: View) -> Decision:
    """Say whether the amount of the address fits."""
    _ = view.words.gettext
    need, unit = _split(view.state.need)
    keys = {**decision.asked_keys(view, VERB), "need": str(need), "unit": unit}
    if view.state.need.endswith(MORE):
        keys["on_top"] = "yes"
    answer = decision.ask(view, VERB, keys)
    if isinstance(answer, CorridorError):
        return decision.failed(view, answer, _scene(view, ()))
    found = decision.lines_of(answer, "how_much")[0]
    short = decision.lines_of(answer, "short_parts")
    works = decision.lines_of(answer, "capacity_works")
    volumes = decision.lines_of(answer, "volumes")
    unknown = decision.lines_of(answer, "unknown_capacity")
    return Decision(
        opening=_opening(view, found, short, works),
        figures=_figures(view, found),
        scene=_scene(view, short),
        map_in_words=_("Numbers mark what is narrower than what is asked for; 1 is the narrowest."),
        charts=tuple(_charts(view, volumes, short, unit)),
        tables=(
            _short(view, short, unit),
            _works(view, works, unit),
            _volumes(view, volumes),
            _unknown(view, unknown),
        ),
        shown=decision.shown_of(VERB, keys, answer),
        sources=decision.sources_of_claims(
            view,
            [
                *(row[name] for row in short for name in ("claim_id", "volume_claim")),
                *(row["claim_id"] for row in volumes),
                *(row["volume_claim"] for row in unknown),
            ],
        ),
        note=_(
            "Bounds: the upper one takes what is not published as without limit. For the lower one a part "
            "takes its published capacity, else what it has carried in a year, else nothing. Largest flow "
            "and smallest cut of the network."
        ),
    )


def amount(view: View, value: float | None, unit: str) -> str:
    """Write an amount a year; "not known" for None."""
    _ = view.words.gettext
    if value is None:
        return _("not known")
    return f"{fmt.number(value, view.lang)} {_(UNITS[unit])}"


def asked_amount(view: View, need: str) -> str:
    """Write the amount that is asked for, and whether it comes on top of what is carried."""
    told = amount(view, *_split(need))
    if not need.endswith(MORE):
        return told
    return view.words.gettext("{amount} more than today").format(amount=told)


def _split(need: str) -> tuple[int, str]:
    """Read an amount as the address writes it."""
    number, _dot, unit = need.removesuffix(MORE).partition(".")
    return int(number), unit


def _opening(view: View, found: Row, short: Sequence[Row], works: Sequence[Row]) -> Opening:
    """Say whether it fits, what limits it, and how it is with all planned works."""
    _ = view.words.gettext
    unit = found["unit"]
    narrowest = [_part(view, row) for row in short if row["step"] == 1]
    text = _(VERDICTS[found["verdict"]]).format(
        need=asked_amount(view, view.state.need),
        ends=ends(view, question(view)),
        lower=amount(view, found["lower"], unit),
        upper=amount(view, found["upper"], unit),
        parts=format_list(narrowest, locale=LOCALES[view.lang]) if narrowest else _("not known"),
    )
    planned = _(PLANNED[found["verdict_planned"]]).format(upper=amount(view, found["upper_planned"], unit))
    basis = _("Of {every} legs and places {known} have a published capacity; so the answer is a bound.")
    told = basis.format(
        every=fmt.number(found["known"] + found["unknown"], view.lang),
        known=fmt.number(found["known"], view.lang),
    )
    needed = needed_works(view, found, short, works)
    return Opening(sentence=f"{text};", doubt=f"{planned}.", basis=f"{needed} {told}", known="derived")


def needed_works(view: View, found: Row, short: Sequence[Row], works: Sequence[Row]) -> str:
    """Say which planned works would let the amount pass, and where none that is planned would."""
    _ = view.words.gettext
    upgrades, unit = by_id(view.dataset, "upgrades"), found["unit"]
    taken: dict[bool, list[str]] = {True: [], False: []}
    open_: dict[bool, list[str]] = {True: [], False: []}
    for row in short:
        must = row["step"] is not None
        free = row["free"] if found["is_on_top"] and row["free"] is not None else row["capacity"]
        there = [work for work in works if (work["kind"], work["id"]) == (row["kind"], row["id"])]
        enough = [work for work in there if work["after"] - work["before"] >= found["need"] - free]
        if not enough:
            open_[must].append(_part(view, row))
            continue
        least = min(enough, key=lambda work: work["after"])
        due = wording.when(view, least["expected_on"]) if least["expected_on"] else _("no date")
        name = view.words.name(upgrades[least["upgrade_id"]])
        taken[must].append(f"{name} ({amount(view, least['after'], unit)}, {due})")
    told = (
        (taken[True], _("It would need: {listed}.")),
        (open_[True], _("No planned work is large enough for: {listed}.")),
        (taken[False], _("On some routes also: {listed}.")),
        (open_[False], _("Too narrow on some routes, and no planned work is large enough: {listed}.")),
    )
    return " ".join(text.format(listed="; ".join(some[:_MAX_NAMED])) for some, text in told if some)


def _charts(view: View, volumes: Sequence[Row], short: Sequence[Row], unit: str) -> Iterator[Chart]:
    """Draw published volumes against capacity by year: of the narrowest part, and of the corridor."""
    subjects = [(row["kind"], row["id"]) for row in short[:1]]
    subjects += [
        (row["subject_type"], row["subject_id"]) for row in volumes if row["subject_type"] == "corridor"
    ]
    for subject in dict.fromkeys(subjects):
        with suppress(ChartError):
            yield years(view, volumes, subject=subject, unit=_CHARTED[unit], span=YEARS, now=today().year)


def _figures(view: View, found: Row) -> tuple[Figure, ...]:
    """Give the bounds today, that with all planned works, and what is missing."""
    _ = view.words.gettext
    unit = found["unit"]
    told = (
        ("lower", _("At least today"), found["lower"] or None),
        ("upper", _("At most today"), found["upper"]),
        ("planned", _("At most with all planned works"), found["upper_planned"]),
        ("short", _("Short by today"), found["short"]),
    )
    return tuple(
        Figure(
            id=id_,
            name=name,
            text=amount(view, value, unit),
            basis="derived" if value is not None else "missing",
            doubt=_("No route has a published capacity or volume on all its parts.")
            if id_ == "lower" and value is None
            else "",
        )
        for id_, name, value in told
        if value is not None or id_ != "short"
    )


def _part(view: View, row: Row) -> str:
    """Name a leg or a place."""
    return wording.subject(view, row["kind"], row["id"])


def _short(view: View, short: Sequence[Row], unit: str) -> Table:
    """Write what is narrower than what is asked for."""
    _ = view.words.gettext
    lines = tuple(
        (
            decision.words_cell(_part(view, row)),
            decision.count_cell(view, row["capacity"], "published"),
            decision.count_cell(view, row["volume"], "published"),
            decision.words_cell(row["volume_year"] or ""),
            decision.count_cell(view, row["short"], "derived"),
            decision.words_cell(decision.projects_words(view, row["projects"])),
            decision.charge_cell(view, row),
        )
        for row in short
    )
    heads = (
        _("Leg or place"),
        f"{_('Capacity')}, {_(UNITS[unit])}",
        _("Newest volume"),
        _("Year"),
        _("Short by"),
        _("Projects"),
        _("In charge"),
    )
    return Table(id="short_parts", title=_("What falls short, the narrowest first"), heads=heads, rows=lines)


def _works(view: View, works: Sequence[Row], unit: str) -> Table:
    """Write the planned works that widen it."""
    _ = view.words.gettext
    upgrades = by_id(view.dataset, "upgrades")
    lines = tuple(
        (
            decision.words_cell(view.words.name(upgrades[row["upgrade_id"]])),
            decision.words_cell(view.words.term(row["status"])),
            decision.words_cell(
                wording.when(view, row["expected_on"]) if row["expected_on"] else _("no date")
            ),
            decision.count_cell(view, row["before"], "published"),
            decision.count_cell(view, row["after"], "published"),
            decision.count_cell(view, row["short"], "derived"),
            decision.words_cell(decision.organisations(view, row["in_charge"])),
        )
        for row in works
    )
    heads = (
        _("Work"),
        _("Status"),
        _("Due"),
        f"{_('Capacity today')}, {_(UNITS[unit])}",
        _("Capacity once done"),
        _("Then still short by"),
        _("In charge"),
    )
    return Table(id="capacity_works", title=_("Planned works that widen it"), heads=heads, rows=lines)


def _volumes(view: View, volumes: Sequence[Row]) -> Table:
    """Write published volumes and capacities by year."""
    _ = view.words.gettext
    known = [row for row in volumes if row["is_comparable"] and row["typical"] is not None]
    known.sort(key=lambda row: (row["measure"], str(row["period"] or "")))
    quantities = by_id(view.dataset, "quantities")
    lines = tuple(
        (
            decision.words_cell(wording.subject(view, row["subject_type"], row["subject_id"])),
            decision.words_cell(
                view.words.name(quantities[row["measure"]])
                if row["measure"] in quantities
                else row["measure"]
            ),
            decision.words_cell(row["period"]),
            decision.words_cell(view.words.term(row["kind"])),
            decision.count_cell(view, row["typical"], "published"),
        )
        for row in known
    )
    heads = (_("What"), _("Quantity"), _("Year"), _("Kind"), _("Value"))
    return Table(id="volumes", title=_("Published volumes and capacities by year"), heads=heads, rows=lines)


def _unknown(view: View, unknown: Sequence[Row]) -> Table:
    """Write the legs and places of the routes whose capacity nobody has published."""
    _ = view.words.gettext
    lines = tuple(
        (
            decision.words_cell(_part(view, row)),
            decision.count_cell(view, len(row["routes"])),
            _at_least(view, row),
            decision.words_cell(row["volume_year"] or ""),
        )
        for row in unknown
    )
    heads = (_("Leg or place"), _("On how many routes"), _("Capacity"), _("Carried in"))
    title = _("Legs and places of the routes without a published capacity")
    return Table(id="unknown_capacity", title=title, heads=heads, rows=lines)


def _at_least(view: View, row: Row) -> Cell:
    """Write what a part has carried as the least that it takes; "not known" without it."""
    if row["volume"] is None:
        return decision.count_cell(view, None, "published")
    text = view.words.gettext("at least {value}").format(value=fmt.number(row["volume"], view.lang))
    return Cell(text=text, number=row["volume"], basis="published")


def _scene(view: View, short: Sequence[Row]) -> Scene:
    """Mark what is narrower than what is asked for."""
    _ = view.words.gettext
    every, asked = view.dataset.legs, question(view)
    legs = tuple(row["id"] for row in short if row["kind"] == "leg")
    discs = tuple(
        Disc(
            id=row["id"],
            text=str(at),
            level=1 if row["step"] == 1 else 2,
            note=f"{_part(view, row)}: {fmt.number(row['capacity'], view.lang)}",
        )
        for at, row in enumerate(short, start=1)
    )
    return Scene(
        legs=legs,
        context=tuple(every.loc[every["mode"].isin(MODES) & ~every["leg_id"].isin(legs), "leg_id"]),
        nodes=tuple(
            dict.fromkeys(
                [asked.origin, asked.destination, *(row["id"] for row in short if row["kind"] == "node")]
            )
        ),
        origin=asked.origin,
        destination=asked.destination,
        discs=discs,
        disc_keys=(
            (1, "1", _("the narrowest: it limits the whole")),
            (2, "2", _("narrower than what is asked")),
        )
        if discs
        else (),
        preset=view.state.preset,
        title=_("Map of what limits the yearly capacity"),
    )
