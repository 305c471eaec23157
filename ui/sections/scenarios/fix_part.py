"""The part "What to fix first": what brings most, with which works, and the best sets of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import streamlit as st
from babel.lists import format_list

from corridor.charts.portfolios import portfolio_bars
from corridor.errors import ChartError, CorridorError
from corridor.freight.arrays import MODES
from corridor.publication.content import Cell, Figure, Table
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.evidence.shown import Shown
from ui.language import format as fmt
from ui.language.text import LOCALES, N_
from ui.link import address
from ui.link.key_values import MAX_WORKS
from ui.look.first_screen import Opening
from ui.map.scene import Disc, Scene
from ui.sections.scenarios import decision
from ui.sections.scenarios.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corridor.charts.chart import Chart
    from corridor.questions.tables import Answer
    from ui.link.view import View

    Row = Mapping[str, Any]

_NUMBERED, _CARDS = 12, 3
ORDERED_BY = {
    "gain": N_("what the pairs gain"),
    "volume": N_("hours saved times containers that pass"),
}
VERB, SETS = "fix-first", "portfolios"


def choose(view: View) -> None:
    """Let the visitor choose how many works there is money for, and the order; the address holds both."""
    _ = view.words.gettext
    with st.container(horizontal=True, gap="medium"):
        st.selectbox(
            _("How many works"),
            list(range(1, MAX_WORKS + 1)),
            width=160,
            **address.bound(view.state, "works"),
        )
        st.selectbox(
            _("Ranked by"),
            list(ORDERED_BY),
            format_func=lambda order: _(ORDERED_BY[order]),
            width=320,
            **address.bound(view.state, "ranked_by"),
        )


def decide(view: View) -> Decision:
    """Say which works bring most."""
    keys = decision.asked_keys(view, VERB)
    ranked = decision.ask(view, VERB, {**keys, "order": view.state.ranked_by})
    sets = decision.ask(view, SETS, {**keys, "budget": str(view.state.works)})
    for answer in (ranked, sets):
        if isinstance(answer, CorridorError):
            return decision.failed(view, answer, _scene(view, ()))
    return _decided(view, keys, ranked, sets)  # type: ignore[arg-type]


def _decided(view: View, keys: Mapping[str, str], ranked: Answer, sets: Answer) -> Decision:
    """Put the answers together."""
    _ = view.words.gettext
    parts = decision.lines_of(ranked, "fix_first")
    works = {row["work_id"]: row for row in decision.lines_of(sets, "portfolio_works")}
    chosen = decision.lines_of(sets, "portfolios")[-1]
    return Decision(
        opening=_opening(view, chosen, works, parts),
        figures=tuple(_card(view, row) for row in parts[:_CARDS]),
        scene=_scene(view, parts),
        map_in_words=_("The numbers rank the parts of the routes by what a fix there brings."),
        charts=tuple(_charts(view, sets)),
        tables=(_ranking(view, parts), _portfolios(view, sets, works), _works(view, list(works.values()))),
        shown=Shown(
            tables=lambda: {**ranked.tables, **sets.tables},
            addresses=[
                *decision.shown_of(VERB, {**keys, "order": view.state.ranked_by}, ranked).addresses,
                *decision.shown_of(SETS, {**keys, "budget": str(view.state.works)}, sets).addresses,
            ],
            choice=dict(ranked.facts),
        ),
        note=_note(view, ranked, sets),
        sources=tuple(
            dict.fromkeys(
                [
                    *decision.sources_of_legs(view, (row["leg_id"] for row in parts if row["leg_id"])),
                    *(source for row in works.values() for source in row["sources"]),
                ]
            )
        ),
    )


def _charts(view: View, sets: Answer) -> Iterator[Chart]:
    """Draw what the best sets of works save."""
    title = view.words.gettext("The best set of works for each budget, exact and step by step")
    with suppress(ChartError):
        yield portfolio_bars(view, decision.lines_of(sets, "portfolios"), title=title)


def _opening(view: View, chosen: Row, works: Mapping[str, Row], parts: Sequence[Row]) -> Opening:
    """Name the works of the best set, what they bring together, and for which nobody is named."""
    _, _n = view.words.gettext, view.words.ngettext
    names = [_work_words(view, works[work]) for work in chosen["chosen"] if work in works]
    if not names:
        text = _("Between {pair} no work is known to save time.")
        return Opening(sentence=text.format(pair=decision.pair_words(view)), known="modelled")
    text = _n(
        "{count} work brings most between {pair}: {works}; it saves {saved}",
        "{count} works bring most between {pair}: {works}; together they save {saved}",
        len(names),
    )
    said = text.format(
        count=fmt.number(len(names), view.lang),
        pair=decision.pair_words(view),
        works=format_list(names, locale=LOCALES[view.lang]),
        saved=decision.size_in_words(view, chosen["saved"]),
    )
    orphans = [
        _work_words(view, works[work])
        for work in chosen["chosen"]
        if work in works and works[work]["charge"] != "party-named"
    ]
    doubt = ""
    if orphans:
        listed = format_list(orphans, locale=LOCALES[view.lang])
        doubt = _("nobody is named in charge of {works}.").format(works=listed)
    basis = _(
        "Assumed: each place, and each line with recorded works, takes half its time; planned works count "
        "with their published effect. The set is proved to be the best."
    )
    first = parts[0] if parts else None
    if first is not None:
        span = _("{part} alone brings {low} to {high} in 8 of 10 draws.").format(
            part=decision.part_words(view, first),
            low=decision.size_in_words(view, first["gain_p10"], beside=first["gain_p90"]),
            high=decision.size_in_words(view, first["gain_p90"]),
        )
        basis = f"{basis} {span}"
    if idle := _without_works(view, works, parts):
        text = _("Without a recorded work, so that no set holds it: {parts}.")
        basis = f"{basis} {text.format(parts=format_list(idle, locale=LOCALES[view.lang]))}"
    return Opening(sentence=f"{said};" if doubt else f"{said}.", doubt=doubt, basis=basis, known="modelled")


def _without_works(view: View, works: Mapping[str, Row], parts: Sequence[Row]) -> list[str]:
    """Name the foremost lines that are no works to choose from."""
    held = {str(work).rpartition(":")[2] for work in works}
    return [
        decision.part_words(view, row)
        for row in parts[:_CARDS]
        if row["leg_id"] and row["leg_id"] not in held
    ]


def _work_words(view: View, row: Row) -> str:
    """Name a work: a planned one by its name, an assumed one by its part."""
    if row["upgrade_id"]:
        return view.words.name(by_id(view.dataset, "upgrades")[row["upgrade_id"]])
    subject = str(row["work_id"]).rpartition(":")[2]
    return _subject(view, subject)


def _subject(view: View, id_: str) -> str:
    """Name a leg or a place."""
    return wording.leg(view, id_) if view.dataset.has("legs", id_) else wording.node(view, id_)


def _card(view: View, row: Row) -> Figure:
    """Give the gain of a part as a figure."""
    _ = view.words.gettext
    doubt = "" if row["charge"] == "party-named" else _(decision.CHARGES[row["charge"]])
    return Figure(
        id=f"fix-{row['rank']}",
        name=f"{row['rank']}. {decision.part_words(view, row)}",
        text=f"−{decision.size_in_words(view, row['gain'], beside=row['gain_p90'])}",
        range_text=_band(view, row, row["gain_p90"]),
        basis="modelled",
        doubt=doubt,
    )


def _band(view: View, row: Row, most: float) -> str:
    """Write the range of a gain, in the unit of the most that stands beside it."""
    low, high = (decision.size_in_words(view, row[f"gain_{end}"], beside=most) for end in ("p10", "p90"))
    return f"{low} – {high}"


def _ranking(view: View, parts: Sequence[Row]) -> Table:
    """Write every part by what a fix there brings, with who should do it and when."""
    _ = view.words.gettext
    most = max((row["gain_p90"] for row in parts), default=0.0)
    longest = max((row["typical"] or 0.0 for row in parts), default=0.0)
    lines = tuple(
        (
            decision.count_cell(view, row["rank"]),
            decision.words_cell(decision.part_words(view, row)),
            decision.hours_cell(view, row["typical"], row["basis"], beside=longest),
            decision.hours_cell(view, row["gain"], band=_band(view, row, most), beside=most),
            decision.words_cell(f"{row['rank_low']}–{row['rank_high']}"),
            _by_volume(view, row),
            decision.words_cell(decision.projects_words(view, row["projects"])),
            decision.charge_cell(view, row),
            decision.words_cell(wording.when(view, row["expected_on"]) if row["expected_on"] else ""),
        )
        for row in parts
    )
    heads = (
        _("Rank"),
        _("Part"),
        _("Time today"),
        _("Gain if it takes half"),
        _("Rank in 8 of 10 draws"),
        _("Container-days saved a year"),
        _("Projects"),
        _("In charge"),
        _("Due"),
    )
    title = _("Legs, ports and borders by what a fix there brings")
    units = ("", "", "h", "h", "", "", "", "", "")
    return Table(id="fix_first", title=title, heads=heads, rows=lines, units=units)


def _by_volume(view: View, row: Row) -> Cell:
    """Write the days that all containers save which pass a part in a year, and the year of their number."""
    if row["teu_days"] is None:
        return decision.words_cell("")
    text = f"{fmt.number(row['teu_days'], view.lang, digits=2)} ({row['volume_year']})"
    return Cell(text=text, number=row["teu_days"], basis="derived")


def _portfolios(view: View, sets: Answer, works: Mapping[str, Row]) -> Table:
    """Write the best set for each number of works, beside the one found step by step."""
    _ = view.words.gettext

    def named(ids: Sequence[str]) -> Cell:
        return decision.words_cell("; ".join(_work_words(view, works[work]) for work in ids if work in works))

    found = [row for row in decision.lines_of(sets, "portfolios") if row["works"]]
    most = max((row["saved"] for row in found), default=0.0)
    lines = tuple(
        (
            decision.count_cell(view, row["works"]),
            named(row["chosen"]),
            decision.hours_cell(view, row["saved"], beside=most),
            named(row["greedy"]),
            decision.hours_cell(view, row["greedy_saved"], beside=most),
        )
        for row in found
    )
    heads = (_("Works"), _("Best set"), _("Saves"), _("Step by step"), _("Saves"))
    title = _("The best set of works for each budget, exact and step by step")
    return Table(id="portfolios", title=title, heads=heads, rows=lines, units=("", "", "h", "", "h"))


def _works(view: View, works: Sequence[Row]) -> Table:
    """Write the works to choose from, those in planning with their status."""
    _ = view.words.gettext
    most = max((row[gain] or 0.0 for row in works for gain in ("alone", "last")), default=0.0)
    lines = tuple(
        (
            decision.words_cell(_work_words(view, row)),
            decision.words_cell(view.words.term(row["status"]) if row["status"] else _("assumed")),
            decision.hours_cell(view, row["alone"], beside=most),
            decision.hours_cell(view, row["last"], beside=most),
            decision.charge_cell(view, row),
        )
        for row in works
    )
    heads = (_("Work"), _("Status"), _("Gain alone"), _("Gain as the last"), _("In charge"))
    return Table(
        id="works", title=_("Works to choose from"), heads=heads, rows=lines, units=("", "", "h", "h", "")
    )


def _note(view: View, ranked: Answer, sets: Answer) -> str:
    """Say how many draws there are, and which planned works could not be weighed."""
    _, _n = view.words.gettext, view.words.ngettext
    facts = ranked.facts
    left = len(sets.facts["without_effect"])
    told = _("{count} draws, seed {seed}.").format(
        count=fmt.number(facts["samples"], view.lang), seed=facts["seed"]
    )
    text = _n(
        "{count} planned work has no published effect on hours and cannot be weighed.",
        "{count} planned works have no published effect on hours and cannot be weighed.",
        left,
    )
    by_volume = _(
        "Container-days: the hours saved at a part times the containers (TEU) that pass it in a year, "
        "whatever their ends, where their number is published. No source gives volumes between two cities."
    )
    return f"{told} {text.format(count=fmt.number(left, view.lang))} {by_volume}"


def _scene(view: View, parts: Sequence[Row]) -> Scene:
    """Give the parts that bring most their numbers on the map."""
    _ = view.words.gettext
    every = view.dataset.legs
    listed = parts[:_NUMBERED]
    legs = tuple(row["leg_id"] for row in listed if row["leg_id"])
    keys = ((1, "1", _("brings most")), (3, "4", _("brings less")))
    return Scene(
        legs=legs,
        context=tuple(every.loc[every["mode"].isin(MODES) & ~every["leg_id"].isin(legs), "leg_id"]),
        nodes=tuple(dict.fromkeys(row["node_id"] for row in listed if row["node_id"])),
        selected=view.state.leg if view.state.leg in legs else None,
        discs=tuple(_discs(view, listed)),
        disc_keys=keys if listed else (),
        preset=view.state.preset,
        title=_("Map of the legs and places where a fix brings most"),
    )


def _discs(view: View, listed: Sequence[Row]) -> Iterator[Disc]:
    """Give each numbered part its disc."""
    for row in listed:
        level = 1 if row["rank"] <= _CARDS else 3
        note = f"{decision.part_words(view, row)}: −{decision.size_in_words(view, row['gain'])}"
        yield Disc(id=row["leg_id"] or row["node_id"], text=str(row["rank"]), level=level, note=note)
