"""What the loss of each leg and place costs the best routes between Kazakhstan and Serbia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.network import CRITICAL_PARTS
from corridor.scenario import codec
from corridor.scenario.codec import Scenario
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.link.state import State
from ui.look.headings import heading_of
from ui.look.links import fresh
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.map.scene import Disc, Scene
from ui.sections.connectivity import frames

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_NUMBERED = 15
_LONG_H, _SHORT_H = 24.0, 1.0


def scene(view: View) -> Scene:
    """Draw the legs of the best routes by what their loss costs; the worst parts carry their number."""
    _ = view.words.gettext
    found = _worst_first(view)
    legs = tuple(row["id"] for row in found if row["kind"] == "leg")
    every = view.dataset.legs
    rest = every.loc[(every["mode"] != "air") & ~every["leg_id"].isin(legs), "leg_id"]
    keys = (
        (1, "1", _("without it some cities are cut off")),
        (2, "2", _("its loss costs a day or more on average")),
        (3, "3", _("its loss costs an hour or more on average")),
        (4, "4", _("its loss costs less")),
    )
    present = {_level(row) for row in found[:_NUMBERED]}
    numbers = {
        level: str(at) for at, row in reversed(list(enumerate(found, start=1))) for level in [_level(row)]
    }
    return Scene(
        legs=legs,
        context=tuple(rest),
        nodes=tuple(row["id"] for row in found if row["kind"] == "node"),
        selected=view.state.leg if view.state.leg in legs else None,
        discs=tuple(
            Disc(id=row["id"], text=str(at), level=_level(row), note=_loss_words(view, row))
            for at, row in enumerate(found[:_NUMBERED], start=1)
        ),
        disc_keys=tuple((level, numbers[level], words) for level, _text, words in keys if level in present),
        preset=view.state.preset,
        title=_("Map of the best routes by what the loss of each leg or place costs"),
    )


def in_words(view: View) -> Markup:
    """Say what was closed, and what is worst."""
    _ = view.words.gettext
    found = _worst_first(view)
    if not found:
        return tag("p", _("No route joins the two countries in these data."), class_="none")
    words = _(
        "Each leg and each place on the fastest routes between the cities of the two "
        "countries ({count} pairs) is closed in turn, and the fastest route is found again. "
        "Numbers rank the worst."
    )
    return together(
        tag("p", words.format(count=found[0]["pairs"]), class_="cx-note"),
        tag("p", worst_words(view), basis_mark(view, found[0]["basis"]), class_="cx-prose"),
    )


def worst_words(view: View) -> str:
    """Say which leg or place is the worst to lose; nothing where there is none."""
    words = view.words.gettext("Worst: {part}: {loss}.")
    return "".join(
        words.format(part=_name(view, row), loss=_loss_words(view, row)) for row in _worst_first(view)[:1]
    )


def critical_table(view: View) -> Markup:
    """Write the worst legs and places, with the way to the routes without them."""
    _ = view.words.gettext
    columns = (
        Column(key="number", title=_("Rank"), is_count=True),
        Column(key="name", title=_("Leg or place"), is_header=True),
        heading_of(view, CRITICAL_PARTS, "used", kind="count"),
        heading_of(view, CRITICAL_PARTS, "cut", kind="count"),
        heading_of(view, CRITICAL_PARTS, "loss_mean", key="mean", kind="figure"),
        heading_of(view, CRITICAL_PARTS, "loss_most", key="most", kind="figure"),
        Column(key="way", title=_("What if")),
    )
    lines = [_line(view, at, row) for at, row in enumerate(_worst_first(view)[:_NUMBERED], start=1)]
    caption = _(
        "The {count} worst legs and places by pairs cut off, then by hours lost on average over all pairs"
    )
    return table(view, lines, columns, caption.format(count=len(lines)))


def _line(view: View, at: int, row: Row) -> Line:
    """Write one leg or place."""
    _ = view.words.gettext
    of = _("{count} of {pairs}")
    most = None
    if row["origin"]:
        most = tag("small", f"{wording.node(view, row['origin'])} – {wording.node(view, row['destination'])}")
    closed = (row["id"],)
    change = Scenario(closed_legs=closed) if row["kind"] == "leg" else Scenario(closed_nodes=closed)
    ends = {"origin": row["origin"], "destination": row["destination"]} if row["origin"] else {}
    held = {"avoid": view.state.avoid, "rules": view.state.rules or "all", "wish": "fastest"}
    state = State(lang=view.lang, scenario=codec.encode(change), **held, **ends)
    blurred = (
        tag(
            "small",
            _("the detour has more unknown parts for {count}").format(count=row["blurred"]),
            class_="gaps",
        )
        if row["blurred"]
        else None
    )
    return Line(
        cells={
            "number": str(at),
            "name": _name(view, row),
            "used": of.format(count=row["used"], pairs=row["pairs"]),
            "cut": str(row["cut"]),
            "mean": together(_hours(view, row, row["loss_mean"]), blurred),
            "most": together(_hours(view, row, row["loss_most"]), most),
            "way": fresh("routes", _("close this"), state),
        },
        class_="is-selected" if row["id"] == view.state.leg else "",
    )


def _hours(view: View, row: Row, hours: float | None) -> Markup:
    """Write hours lost with their basis."""
    if hours == 0:
        return together(tag("span", view.words.gettext("not longer")), basis_mark(view, row["basis"]))
    if hours is None:
        return together(
            tag("span", view.words.gettext("no route left"), class_="none"), basis_mark(view, "derived")
        )
    return together(wording.size(view, hours, "h", row["basis"]), basis_mark(view, row["basis"]))


def _loss_words(view: View, row: Row) -> str:
    """Say in a line what the loss costs."""
    _, _n = view.words.gettext, view.words.ngettext
    told = []
    if row["cut"]:
        cut = _n("{count} pair of cities is cut off", "{count} pairs of cities are cut off", row["cut"])
        told.append(cut.format(count=row["cut"]))
    if row["loss_mean"] or not told:
        time = wording.size(view, row["loss_mean"], "h", row["basis"])
        told.append(_("{time} longer on average").format(time=time))
    return ", ".join(told)


def _name(view: View, row: Row) -> str:
    """Name a leg or a place."""
    return wording.subject(view, row["kind"], row["id"])


def _level(row: Row) -> int:
    """Level of a loss, from 1 for the worst."""
    if row["cut"]:
        return 1
    return 2 if row["loss_mean"] >= _LONG_H else 3 if row["loss_mean"] >= _SHORT_H else 4


def _worst_first(view: View) -> Sequence[Row]:
    """Parts of the best routes, the worst first."""
    return rows(frames.critical(view.dataset))
