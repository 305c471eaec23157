"""What the page offers for the leg or place that is chosen on the map or in the list, and the list itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.freight.arrays import MODES
from corridor.scenario.codec import parse
from ui.evidence import wording
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.link import address
from ui.look.links import stay
from ui.look.markup import tag
from ui.look.modes import MODES as LOOKS
from ui.sections.routes.question import freight_places
from ui.sections.routes.what_if import changes
from ui.sections.scenarios.edits import changes_of, with_change, without_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from ui.link.view import View

_PICKED = "scenario-part"
_LEG, _NODE = "leg:", "node:"
TIMES, COSTS = (0.5, 0.75, 1.5, 2.0, 3.0), (0.5, 0.8, 1.2, 1.5, 2.0)
DELAYS = (12, 24, 72, 168)


def choose(view: View) -> None:
    """Let the visitor find a leg or a place by its name; a click on the map does the same."""
    _ = view.words.gettext
    names = {
        f"{_NODE}{node}": _("Place: {name}").format(name=wording.node(view, node))
        for node in freight_places(view)
    }
    names |= {f"{_LEG}{leg}": _leg_name(view, leg) for leg in _freight_legs(view)}
    chosen = f"{_LEG}{view.state.leg}" if view.state.leg else f"{_NODE}{view.state.place}"
    st.session_state[_PICKED] = chosen if chosen in names else None
    st.selectbox(
        _("Leg or place to change"),
        list(names),
        format_func=names.__getitem__,
        placeholder=_("type a name, or click the map"),
        key=_PICKED,
        on_change=_take,
    )


def offers(view: View) -> Markup | None:
    """Offer what can be changed on the chosen leg or place; None where none is chosen."""
    if view.state.leg in set(_freight_legs(view)):
        return _of_leg(view, view.state.leg)
    if view.state.place in set(freight_places(view)):
        return _of_place(view, view.state.place)
    return None


def listed(view: View) -> Markup:
    """List the changes of the scenario, each with a way to remove it."""
    _ = view.words.gettext
    items = [tag("li", words, " ", _removal(view, change, words)) for change, words in worded(view)]
    if not items:
        return tag("p", _("Nothing is changed: this is how it is today."), class_="cx-note")
    back = stay(view, _("Back to today"), scenario="", route=None, step=None)
    return tag("div", tag("ul", *items, class_="cx-changes"), tag("p", back), class_="cx-changed")


def worded(view: View) -> list[tuple[str, str]]:
    """Give each change of the scenario with its words."""
    texts = changes_of(view.state.scenario)
    return [(text, words) for text in texts for words in changes(view, parse(text))]


def _removal(view: View, change: str, words: str) -> Markup:
    """Link to the scenario without a change."""
    title = view.words.gettext("Remove: {limit}").format(limit=words)
    attributes = {"class_": "cx-chip", "title": title, "aria_label": title}
    rest = without_change(view.state.scenario, change)
    return stay(view, "×", attributes=attributes, scenario=rest, route=None, step=None)


def _of_leg(view: View, leg: str) -> Markup:
    """Offer to close, slow, speed up or re-price a leg, and the works planned on it."""
    _ = view.words.gettext
    return _panel(
        view,
        _leg_name(view, leg),
        (_("Close"), [(f"close.{leg}", _("closed"))]),
        (_("Time"), [(f"time.{leg}.{factor:g}", _times(view, factor)) for factor in TIMES]),
        (_("Delay"), [(f"delay.{leg}.{hours}", _more(view, hours)) for hours in DELAYS]),
        (_("Cost"), [(f"cost.{leg}.{factor:g}", _times(view, factor)) for factor in COSTS]),
        (_("Planned works"), list(_works(view, "leg", leg))),
    )


def _of_place(view: View, node: str) -> Markup:
    """Offer to close a place, to slow or speed up the work at it, and the works planned there."""
    _ = view.words.gettext
    return _panel(
        view,
        wording.node(view, node),
        (_("Close"), [(f"shut.{node}", _("closed"))]),
        (
            _("Time of work at the place"),
            [(f"node.{node}.{factor:g}", _times(view, factor)) for factor in TIMES],
        ),
        (_("Charges"), [(f"fee.{node}.{factor:g}", _times(view, factor)) for factor in COSTS]),
        (_("Planned works"), list(_works(view, "node", node))),
    )


def _panel(view: View, title: str, *groups: tuple[str, list[tuple[str, str]]]) -> Markup:
    """Draw the offers in groups."""
    _ = view.words.gettext
    lines = [
        tag("div", tag("dt", name), tag("dd", *(_offer(view, change, words) for change, words in some)))
        for name, some in groups
        if some
    ]
    gone = stay(
        view, "×", attributes={"class_": "cx-chip", "aria_label": _("Close this panel")}, leg=None, place=None
    )
    head = tag("h3", title, " ", gone)
    return tag("section", head, tag("dl", *lines), class_="cx-card cx-offers", aria_label=title)


def _offer(view: View, change: str, words: str) -> Markup:
    """Link to the scenario with a change, or without it where it holds it already."""
    is_on = change in changes_of(view.state.scenario)
    attributes: dict[str, object] = {
        "class_": "cx-tab",
        "role": "button",
        "aria_pressed": "true" if is_on else "false",
        "id": f"offer-{change.replace('.', '-')}",
    }
    after = without_change(view.state.scenario, change) if is_on else with_change(view.state.scenario, change)
    if after is None:
        return tag("span", words, **{**attributes, "class_": "cx-tab is-mute", "aria_disabled": "true"})
    return stay(view, words, attributes=attributes, scenario=after, route=None, step=None)


def _works(view: View, kind: str, id_: str) -> Iterator[tuple[str, str]]:
    """Works planned on a leg or place whose effect can be worked out."""
    known = address.known().upgrades
    for row in rows(view.dataset.upgrades):
        if (row["subject_type"], row["subject_id"]) == (kind, id_) and row["upgrade_id"] in known:
            when = (
                wording.when(view, row["expected_on"])
                if row["expected_on"]
                else view.words.gettext("no date")
            )
            yield f"up.{row['upgrade_id']}", f"{view.words.name(row)} ({when})"


def _times(view: View, factor: float) -> str:
    """Write what something is multiplied by."""
    return f"× {fmt.number(factor, view.lang)}"


def _more(view: View, hours: int) -> str:
    """Write by how much something takes longer."""
    return f"+{fmt.quantity(hours, 'h', view.lang)}"


def _leg_name(view: View, leg: str) -> str:
    """Name a leg with its mode."""
    mode = by_id(view.dataset, "legs")[leg]["mode"]
    return f"{wording.leg(view, leg)} ({view.words.gettext(LOOKS[mode].label)})"


def _freight_legs(view: View) -> list[str]:
    """Legs of the freight network."""
    return [leg for leg, row in by_id(view.dataset, "legs").items() if row["mode"] in MODES]


def _take() -> None:
    """Write the leg or place that was found to the address."""
    chosen: str | None = st.session_state[_PICKED]
    changes_: dict[str, Any] = {"leg": None, "place": None}
    if chosen is not None and chosen.startswith(_LEG):
        changes_["leg"] = chosen.removeprefix(_LEG)
    elif chosen is not None:
        changes_["place"] = chosen.removeprefix(_NODE)
    address.write(**changes_)
