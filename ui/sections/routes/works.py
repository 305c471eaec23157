"""Works planned along the chosen route: at its step, and as a table in the order of travel."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from corridor.scenario.codec import encode, parse
from ui.evidence import wording
from ui.evidence import works as words
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.modes import STATUS
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table
from ui.sections.routes import words as route_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Detail

    Row = Mapping[str, Any]

_DONE = "operating"


def at_step(view: View, shown: Detail, step: Row | None) -> Markup | None:
    """Write the works planned at the chosen step, or say that there are none."""
    if step is None:
        return None
    _ = view.words.gettext
    name = _("Step {position}: {name}").format(
        position=step["position"], name=route_words.step_name(view, step)
    )
    found = [row for row in shown.mending if row["position"] == step["position"]]
    if not found:
        words_ = _("No project and no works are named for this step.")
        return tag("p", tag("b", name), ". ", words_, class_="cx-note")
    caption = _("{step}. Projects and works that should fix it").format(step=name)
    columns = [column for column in _columns(view) if column.key != "step"]
    return table(view, [_line(view, shown, row, id_="at") for row in found], columns, caption)


def mending_table(view: View, shown: Detail) -> Markup:
    """Write the works planned along the route, step by step, with the claim beside our figure."""
    _ = view.words.gettext
    told = [row for row in shown.mending if row["upgrade_id"]]
    lines = [_line(view, shown, row, id_="all") for row in told]
    caption = _("Works along this route with a stated effect, in the order of travel")
    empty = _("No source states the effect of works along this route.")
    return together(table(view, lines, _columns(view), caption, empty=empty), _touching(view, shown))


def marks(shown: Detail) -> dict[int, list[Row]]:
    """Group the works planned along the route by the position of their step."""
    found = groupby(shown.mending, key=lambda row: row["position"])
    return {position: list(some) for position, some in found}


def on_map(shown: Detail) -> tuple[tuple[str, str], ...]:
    """Legs and places of the route with planned works, each with the code of its mark."""
    codes: dict[str, str] = {}
    for row in shown.mending:
        code = "mended" if row["status"] == _DONE else "mending"
        if codes.get(row["subject_id"]) != "mending":
            codes[row["subject_id"]] = code
    return tuple(codes.items())


def told(view: View, found: Sequence[Row]) -> str:
    """Say in plain text which projects stand at a step, each with its status."""
    _ = view.words.gettext
    named = dict.fromkeys(
        f"{words.plain_name(view, row)} ({_(STATUS[row['status'] or 'unknown'].label)})" for row in found
    )
    return "; ".join(named)


def _columns(view: View) -> tuple[Column, ...]:
    """Columns of both tables."""
    _ = view.words.gettext
    return words.columns(view, place=Column(key="step", title=_("Step")))


def _line(view: View, shown: Detail, row: Row, *, id_: str) -> Line:
    """Write one row."""
    step = shown.steps[row["position"] - 1]
    choose = stay(
        view,
        f"{row['position']}. {route_words.step_name(view, step)}",
        attributes={"id": f"{id_}-{row['position']}-{row['upgrade_id'] or row['project_id']}"},
        step=row["position"],
        leg=step["leg_id"],
    )
    return Line(
        cells={**words.cells(view, row, row), "step": choose, "effect": _effect(view, row, id_=id_)},
        class_="is-selected" if id_ == "all" and row["position"] == view.state.step else "",
        worded=("effect",) if row["reason"] or words.is_of_capacity(row) else (),
    )


def _effect(view: View, row: Row, *, id_: str) -> Markup | str:
    """Write the hours gained on this way, and a link that takes the works as done."""
    _ = view.words.gettext
    if row["reason"]:
        return words.why_not(view, row["reason"])
    gained = words.gained(view, row, _("Hours saved on this route"))
    return together(gained, tag("small", _as_done(view, row, id_=id_)))


def _as_done(view: View, row: Row, *, id_: str) -> Markup:
    """Link to the same question with the works taken as done."""
    scenario = parse(view.state.scenario).with_upgrade(row["upgrade_id"])
    return stay(
        view,
        view.words.gettext("assume it done"),
        attributes={"id": f"{id_}-done-{row['upgrade_id']}"},
        scenario=encode(scenario),
    )


def _touching(view: View, shown: Detail) -> Markup | None:
    """List the projects that touch the route and of which no source says what they move."""
    rest = [row for row in shown.mending if not row["upgrade_id"]]
    if not rest:
        return None
    _n = view.words.ngettext
    projects: dict[str, list[Row]] = {}
    for row in rest:
        projects.setdefault(row["project_id"], []).append(row)
    items = [
        tag(
            "li",
            words.project(view, some[0]),
            " ",
            status_sign(view, some[0]["status"]),
            " ",
            ", ".join(wording.subject(view, row["subject_type"], row["subject_id"]) for row in some),
        )
        for some in projects.values()
    ]
    title = _n(
        "{count} project along this route; its effect is not stated",
        "{count} projects along this route; their effect is not stated",
        len(items),
    ).format(count=len(items))
    return tag("details", tag("summary", title), tag("ul", *items, class_="cx-list"), class_="cx-more")
