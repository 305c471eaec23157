"""The part "What hurts most when lost": each leg and place closed, with and without some countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.errors import CorridorError
from corridor.freight.arrays import MODES
from corridor.publication.content import Cell, Figure, Table
from ui.evidence import wording
from ui.language import format as fmt
from ui.look.first_screen import Opening
from ui.map.scene import Disc, Scene
from ui.sections.scenarios import decision
from ui.sections.scenarios.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ui.link.view import View

    Row = Mapping[str, Any]

VERB = "critical-places"
_NUMBERED, _CARDS = 12, 3
_LONG_H, _SHORT_H = 24.0, 1.0


def decide(view: View) -> Decision:
    """Say the loss of what hurts most."""
    _ = view.words.gettext
    keys = decision.asked_keys(view, VERB)
    answer = decision.ask(view, VERB, keys)
    if isinstance(answer, CorridorError):
        return decision.failed(view, answer, _scene(view, (), ""))
    side = "_without" if keys["avoid"] else ""
    parts = sorted(decision.lines_of(answer, "critical_both"), key=lambda row: _rank(row, side))
    parts = [row for row in parts if row[f"used{side}"]]
    return Decision(
        opening=_opening(view, parts, side),
        figures=tuple(_card(view, at, row, side) for at, row in enumerate(parts[:_CARDS], start=1)),
        scene=_scene(view, parts, side),
        map_in_words=_("The numbers rank legs and places by what is lost without them."),
        tables=(_table(view, parts),),
        shown=decision.shown_of(VERB, keys, answer),
        sources=decision.sources_of_legs(view, (row["id"] for row in parts if row["kind"] == "leg")),
        note=_("Each leg and place of the fastest routes is closed in turn; the route is found again."),
    )


def _rank(row: Row, side: str) -> tuple[float, float]:
    """Order parts by pairs cut off, then by hours lost."""
    return -row[f"cut{side}"], -(row[f"loss_mean{side}"] or 0.0)


def _loss(view: View, row: Row, side: str) -> str:
    """Say what the loss of a part costs."""
    _, _n = view.words.gettext, view.words.ngettext
    if not row[f"used{side}"]:
        return _("not on a fastest route")
    if row[f"cut{side}"]:
        cut = _n("{count} pair cut off", "{count} pairs cut off", row[f"cut{side}"])
        return cut.format(count=fmt.number(row[f"cut{side}"], view.lang))
    return f"+{decision.size_in_words(view, row[f'loss_mean{side}'] or 0.0)}"


def _opening(view: View, parts: Sequence[Row], side: str) -> Opening:
    """Name what hurts most, and how the answer is with all countries."""
    _ = view.words.gettext
    if not parts:
        return Opening(sentence=_("No route joins these places."))
    first = parts[0]
    text = _("Between {pair} the loss of {part} hurts most: {loss}")
    said = text.format(pair=decision.pair_words(view), part=_name(view, first), loss=_loss(view, first, side))
    doubt = ""
    if side:
        doubt = _("with all countries: {loss}.").format(loss=_loss(view, first, ""))
    basis = _("Hours by timetable, mean over the pairs; what takes over may have parts that are not known.")
    return Opening(sentence=f"{said};" if doubt else f"{said}.", doubt=doubt, basis=basis, known="modelled")


def _name(view: View, row: Row) -> str:
    """Name a leg or a place."""
    return wording.subject(view, row["kind"], row["id"])


def _card(view: View, at: int, row: Row, side: str) -> Figure:
    """Give the loss of a part as a figure."""
    _ = view.words.gettext
    doubt = "" if row["charge"] == "party-named" else _(decision.CHARGES[row["charge"]])
    name = f"{at}. {_name(view, row)}"
    return Figure(id=f"lost-{at}", name=name, text=_loss(view, row, side), basis="modelled", doubt=doubt)


def _table(view: View, parts: Sequence[Row]) -> Table:
    """Write every part with its loss, with and without some countries."""
    _ = view.words.gettext
    lines = tuple(
        (
            decision.count_cell(view, at),
            decision.words_cell(_name(view, row)),
            _loss_cell(view, row, "_without"),
            _loss_cell(view, row, ""),
            decision.count_cell(view, row["used_without"]),
            decision.words_cell(decision.projects_words(view, row["projects"])),
        )
        for at, row in enumerate(parts, start=1)
    )
    heads = (
        _("Rank"),
        _("Leg or place"),
        _("Loss without the countries left out"),
        _("Loss with all countries"),
        _("On fastest routes"),
        _("Projects"),
    )
    title = _("Legs and places by what is lost without them")
    return Table(id="critical", title=title, heads=heads, rows=lines, units=("", "", "h", "h", "", ""))


def _loss_cell(view: View, row: Row, side: str) -> Cell:
    """Write the loss on one side."""
    number = row[f"loss_mean{side}"] if row[f"used{side}"] else None
    return Cell(text=_loss(view, row, side), number=number, basis="modelled" if row[f"used{side}"] else "")


def _scene(view: View, parts: Sequence[Row], side: str) -> Scene:
    """Give what hurts most its numbers on the map."""
    _ = view.words.gettext
    every, listed = view.dataset.legs, parts[:_NUMBERED]
    legs = tuple(row["id"] for row in listed if row["kind"] == "leg")
    keys = (
        (1, "1", _("pairs are cut off")),
        (2, "2", _("costs a day or more on average")),
        (3, "3", _("costs an hour or more on average")),
        (4, "4", _("its loss costs less")),
    )
    present = {_level(row, side) for row in listed}
    return Scene(
        legs=legs,
        context=tuple(every.loc[every["mode"].isin(MODES) & ~every["leg_id"].isin(legs), "leg_id"]),
        nodes=tuple(row["id"] for row in listed if row["kind"] == "node"),
        selected=view.state.leg if view.state.leg in legs else None,
        discs=tuple(_discs(view, listed, side)),
        disc_keys=tuple(key for key in keys if key[0] in present),
        preset=view.state.preset,
        title=_("Map of the legs and places by what is lost without them"),
    )


def _discs(view: View, listed: Sequence[Row], side: str) -> Iterator[Disc]:
    """Give each numbered part its disc."""
    for at, row in enumerate(listed, start=1):
        note = f"{_name(view, row)}: {_loss(view, row, side)}"
        yield Disc(id=row["id"], text=str(at), level=_level(row, side), note=note)


def _level(row: Row, side: str) -> int:
    """Level of a loss, from 1 for the worst."""
    if row[f"cut{side}"]:
        return 1
    lost = row[f"loss_mean{side}"] or 0.0
    return 2 if lost >= _LONG_H else 3 if lost >= _SHORT_H else 4
