"""The parts of the pair index in words: what each is called, its unit, its value with basis and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.pairs.connectivity import MAX_ALTERNATIVES
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

# By part: its title, its unit in the heading of a column, what it means.
PARTS = {
    "time": (
        N_("Time"),
        N_("hours per thousand km"),
        N_("best time between two of their places, per thousand km of the great circle"),
    ),
    "cost": (
        N_("Cost"),
        N_("USD per TEU and thousand km"),
        N_("best cost per TEU between two of their places, per thousand km of the great circle"),
    ),
    "co2e": (
        N_("CO₂e"),
        N_("kg per tonne and thousand km"),
        N_("least CO₂e per tonne between two of their places, per thousand km of the great circle"),
    ),
    "ways": (
        N_("Different routes"),
        N_("count"),
        N_("most routes between two of their places that share at most half of their length with each other"),
    ),
    "transhipments": (
        N_("Transhipments"),
        N_("count"),
        N_("fewest changes of vehicle or gauge on any route between two of their places"),
    ),
    "borders": (N_("Borders"), N_("count"), N_("fewest borders on any route between two of their places")),
    "flights": (
        N_("Direct flights"),
        N_("per week, one way"),
        N_("published direct flights a week; if no flight is recorded, the value is missing, not zero"),
    ),
    "resilience": (
        N_("Resilience"),
        N_("share of the best time kept"),
        N_("share of the best time that is kept on average when one leg of the fastest route closes"),
    ),
}


def title(view: View, part: str) -> str:
    """Name a part."""
    return view.words.gettext(PARTS[part][0])


def heading(view: View, part: str) -> str:
    """Name a part with its unit, for a column."""
    _ = view.words.gettext
    return f"{_(PARTS[part][0])}, {_(PARTS[part][1])}"


def unit(view: View, part: str) -> str:
    """Name the unit of a part."""
    return view.words.gettext(PARTS[part][1])


def meaning(view: View, part: str) -> str:
    """Say what a part measures."""
    return view.words.gettext(PARTS[part][2])


def short(view: View, row: Row) -> Markup:
    """Write the value of a part with its basis and, where it is one, that it is a floor."""
    text = plain(view, row)
    if row["value"] is None:
        return together(tag("span", text, class_="none"), basis_mark(view, "missing"))
    return together(tag("span", text, class_="figure"), basis_mark(view, row["basis"]))


def plain(view: View, row: Row) -> str:
    """Write the value of a part in plain words; one with unknown parts is at least that."""
    _ = view.words.gettext
    if row["value"] is None:
        return _("not known")
    text = _number(view, row)
    if row["gaps"] and row["part"] != "resilience":
        return _("at least {value}").format(value=text)
    return text


def value(view: View, row: Row, score: float | None) -> Markup:
    """Write the value of a part with its basis, whether it is a floor, and its score as a bar."""
    _ = view.words.gettext
    if row["value"] is None:
        return together(tag("span", _("not known"), class_="none"), basis_mark(view, "missing"))
    text = _number(view, row)
    if row["gaps"]:
        text = _("at least {value}").format(value=text) if row["part"] != "resilience" else text
    note = None if row["counts"] else tag("small", _uncounted(view, row), class_="gaps")
    places = (
        tag("small", f"{wording.node(view, row['origin'])} – {wording.node(view, row['destination'])}")
        if row["origin"]
        else None
    )
    return together(
        tag("span", text, class_="figure"), basis_mark(view, row["basis"]), _bar(score), note, places
    )


def _uncounted(view: View, row: Row) -> str:
    """Say why a value does not enter the index."""
    _, _n = view.words.gettext, view.words.ngettext
    if row["part"] == "resilience":
        words = _("not counted: in {gaps} of {of} closures the detour has more unknown parts")
        return words.format(gaps=row["gaps"], of=row["of"])
    words = _n("not counted: {count} part not known", "not counted: {count} parts not known", row["gaps"])
    return words.format(count=row["gaps"])


def _number(view: View, row: Row) -> str:
    """Write the bare number of a part; its unit stands in the heading."""
    _ = view.words.gettext
    if row["part"] == "resilience":
        return fmt.quantity(round(row["value"] * 100), "%", view.lang)
    if row["part"] == "ways" and row["value"] >= MAX_ALTERNATIVES:
        return _("{count} or more").format(count=fmt.number(row["value"], view.lang))
    digits = None if row["value"] == round(row["value"]) else 2
    return fmt.number(row["value"], view.lang, digits=digits)


def _bar(score: float | None) -> Markup | None:
    """Draw a score from 0 to 100; the number that it stands for is in the cell."""
    if score is None:
        return None
    return tag("span", tag("i", style=f"width:{score:.0f}%"), class_="cx-score", aria_hidden="true")
