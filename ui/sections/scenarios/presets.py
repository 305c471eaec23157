"""Scenarios from the news: a card each to start from, and what the one that is on takes from its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.language import names
from corridor.memory.memo import Depends, remembered
from corridor.scenario.codec import encode, parse
from corridor.scenario.presets import presets
from ui.evidence import wording
from ui.evidence.chips import sources_chip
from ui.evidence.rows import by_id
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.modes import MODES as LOOKS
from ui.look.signs import mode_sign, work_sign
from ui.look.tables import Column, Line, table
from ui.sections.routes.question import ends

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion
    from corridor.scenario.presets import Preset
    from ui.link.view import View

    Row = Mapping[str, Any]

# Node work whose sign stands for a scenario about a port, and about everything that is planned.
_AT_PLACE, _PLANNED = "dwell", "waiting"


def cards(view: View) -> Markup | None:
    """Draw a card a preset; a press sets its changes and the question on which they show."""
    _ = view.words.gettext
    if not listed(view.dataset):  # a visitor's own data may have none
        return None
    chosen = of(view)
    items = [tag("li", _card(view, preset, is_chosen=preset is chosen)) for preset in listed(view.dataset)]
    return tag("ul", *items, class_="cx-presets", aria_label=_("Scenarios from the news"))


def in_words(view: View) -> Markup | None:
    """Say what the preset that is on takes from its sources, and what these do not say; None without one."""
    _ = view.words.gettext
    chosen = of(view)
    if chosen is None:
        return None
    row = chosen.row
    missing = (
        tag("p", tag("b", _("What the sources do not say: ")), wording.data_text(view, row["missing"]))
        if row["missing"]
        else None
    )
    return tag(
        "section",
        tag("p", tag("b", view.words.name(row)), " · ", when(view, row) or None, " ", _sources(view, row)),
        tag("p", tag("b", _("Question: ")), _asked(view, chosen)),
        tag("p", tag("b", _("Assumption: ")), wording.data_text(view, row["assumption"])),
        missing,
        class_="cx-preset-words",
    )


def whole_table(view: View) -> Markup | None:
    """Write every preset with its dates, its assumption, what is missing and its sources."""
    _ = view.words.gettext
    if not listed(view.dataset):
        return None
    columns = (
        Column(key="name", title=_("Scenario"), is_header=True),
        Column(key="when", title=_("When")),
        Column(key="asked", title=_("Question")),
        Column(key="assumption", title=_("Assumption")),
        Column(key="missing", title=_("What the sources do not say")),
        Column(key="sources", title=_("Sources")),
    )
    lines = [
        Line(
            cells={
                "name": view.words.name(preset.row),
                "when": when(view, preset.row),
                "asked": _asked(view, preset),
                "assumption": wording.data_text(view, preset.row["assumption"]),
                "missing": wording.data_text(view, preset.row["missing"]) if preset.row["missing"] else "",
                "sources": _sources(view, preset.row),
            }
        )
        for preset in listed(view.dataset)
    ]
    return table(view, lines, columns, _("Scenarios from the news, with their sources"), fold="always")


def of(view: View) -> Preset | None:
    """Give the preset whose changes the address names, under whatever name; None for other changes."""
    if not view.state.scenario:
        return None
    text = encode(parse(view.state.scenario).unnamed)
    return next((preset for preset in listed(view.dataset) if encode(preset.scenario) == text), None)


def question_of(view: View, one: Preset) -> dict[str, Any]:
    """Give the fields of the address that ask the question of a preset."""
    known = by_id(view.dataset, "nodes")
    return {
        "scenario": encode(one.scenario),
        "origin": one.origin if one.origin in known else None,
        "destination": one.destination if one.destination in known else None,
        "avoid": one.avoid,
        "rules": "all",
        "passing": (),
        "most_transhipments": None,
        "date": None,
        "route": None,
        "step": None,
        "leg": None,
        "place": None,
    }


def asked_in_words(view: View, asked: RouteQuestion) -> str:
    """Name the ends of a question and all that it leaves out."""
    return _with_left_out(view, ends(view, asked), asked.avoid.words)


def left_out_words(view: View, word: str) -> str:
    """Name a country, a mode, a place or a leg that is left out."""
    if word in LOOKS:
        return view.words.gettext(LOOKS[word].label)
    if view.dataset.has("countries", word):
        return names.country(view, word)
    if view.dataset.has("nodes", word):
        return wording.node(view, word)
    return wording.leg(view, word) if view.dataset.has("legs", word) else word


def _asked(view: View, one: Preset) -> str:
    """Name the question on which a preset shows its effect."""
    known = by_id(view.dataset, "nodes")
    places = [wording.node(view, end) for end in (one.origin, one.destination) if end in known]
    return _with_left_out(view, " – ".join(places), one.avoid)


def _with_left_out(view: View, told: str, left_out: Sequence[str]) -> str:
    """Add to the ends of a question what it leaves out."""
    words = [left_out_words(view, word) for word in left_out]
    without = view.words.gettext("without {name}").format(name=", ".join(words)) if words else ""
    return ", ".join(filter(None, (told, without)))


@remembered(depends_on=Depends.EVERYTHING)
def listed(dataset: Dataset) -> Sequence[Preset]:
    """List the presets: those that change something first."""
    return sorted(presets(dataset), key=lambda one: not one.is_usable)


def when(view: View, row: Row) -> str:
    """Write when a preset was or will be."""
    start, end = row["valid_from"], row["valid_to"]
    if start and end and start != end:
        return f"{wording.when(view, start)} – {wording.when(view, end)}"
    _ = view.words.gettext
    if start:
        return wording.when(view, start) if end else _("from {date}").format(date=wording.when(view, start))
    return ""


def _card(view: View, one: Preset, *, is_chosen: bool) -> Markup:
    """Draw one card; one whose sources do not make a scenario says so and is no link."""
    name = together(_sign(view, one), tag("small", when(view, one.row)))
    if not one.is_usable:
        title = view.words.gettext("The sources do not say enough to work it out; see the table below.")
        return tag("span", name, class_="cx-preset is-mute", title=title)
    attributes = {
        "class_": "cx-preset",
        "id": f"preset-{one.preset_id}",
        "aria_current": "true" if is_chosen else None,
    }
    return stay(view, name, attributes=attributes, **question_of(view, one))


def _sign(view: View, one: Preset) -> Markup:
    """Draw the sign of what a preset is about beside its name."""
    words = view.words.name(one.row)
    legs = by_id(view.dataset, "legs")
    scenario = one.scenario
    figured = (*scenario.time_factors, *scenario.cost_factors, *scenario.delays)
    touched = [*scenario.closed_legs, *(leg for leg, _value in figured)]
    works = by_id(view.dataset, "upgrades")
    touched += [works[work]["subject_id"] for work in scenario.upgrades]
    mode = next((legs[leg]["mode"] for leg in touched if leg in legs), "")
    if not mode and scenario.added_legs:
        mode = scenario.added_legs[0].mode
    if mode:
        return mode_sign(view, mode, words)
    return work_sign(view, _PLANNED if scenario.year or not one.is_usable else _AT_PLACE, words)


def _sources(view: View, row: Row) -> Markup:
    """Write the sources of a preset as a chip."""
    return sources_chip(view, row["sources"])
