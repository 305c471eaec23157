"""The first screen of the register: how many projects stand where, and the open project beside the map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corridor.language.labels import THEMES
from corridor.partners.register import SHELVED_AFTER_YEARS
from ui.evidence import wording
from ui.evidence.openings import drawn
from ui.evidence.rows import by_id, rows
from ui.look.first_screen import Opening
from ui.look.links import way
from ui.look.markup import tag
from ui.look.modes import STATUS
from ui.look.signs import status_sign
from ui.sections.partners.register_table import place_words, status_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

PLANNED = ("announced", "pre-construction")


def sentence(view: View, found: pd.DataFrame) -> Markup:
    """Draw the answer."""
    return drawn(view, opening(view, found))


def opening(view: View, found: pd.DataFrame) -> Opening:
    """Say how many of the chosen projects operate, are built or planned, and how many have fallen silent."""
    _, _n = view.words.gettext, view.words.ngettext
    if found.empty:
        return Opening(sentence=_("No project matches these filters."))
    states = Counter(found["status"])
    planned = sum(states[state] for state in PLANNED)
    silent = int((found["silent_years"] >= SHELVED_AFTER_YEARS).sum())
    parts = [
        _n("{count} operates", "{count} operate", states["operating"]).format(count=states["operating"])
        if states["operating"]
        else None,
        _n("{count} is under construction", "{count} are under construction", states["construction"]).format(
            count=states["construction"]
        )
        if states["construction"]
        else None,
        _n("{count} is planned", "{count} are planned", planned).format(count=planned) if planned else None,
    ]
    counted = _n("{count} partner project", "{count} partner projects", len(found)).format(count=len(found))
    known = ", ".join(part for part in parts if part)
    doubt = (
        _n(
            "{count} has had no report for {years} years or more.",
            "{count} have had no report for {years} years or more.",
            silent,
        ).format(count=silent, years=SHELVED_AFTER_YEARS)
        if silent
        else ""
    )
    return Opening(sentence=f"{counted}: {known}." if known else f"{counted}.", doubt=doubt)


def beside(view: View, found: pd.DataFrame, project: Row | None) -> Markup:
    """Draw the open project in short, else the themes with their numbers of projects."""
    return _themes(view, found) if project is None else _project(view, project)


def _project(view: View, row: Row) -> Markup:
    """Draw the open project: state, due date, last report, place."""
    project = by_id(view.dataset, "projects")[row["project_id"]]
    drawn = {"status": status_cell(view, row)}
    items = [
        tag("div", tag("dt", title), tag("dd", drawn.get(name, text)))
        for name, title, text in facts(view, row)
    ]
    return tag(
        "section",
        tag("h3", view.words.name(project)),
        tag("dl", *items, class_="cx-facts"),
        class_="cx-open-project",
    )


def facts(view: View, row: Row) -> tuple[tuple[str, str, str], ...]:
    """Name, title and plain words of what is told first of a project: state, due date, last report, place."""
    _ = view.words.gettext
    due, last = row["expected_on"], row["last_reported_on"]
    return (
        ("status", _("Status"), _(STATUS[row["status"] or "unknown"].label)),
        ("due", _("Due"), wording.when(view, due) if isinstance(due, str) else _("no date published")),
        (
            "last",
            _("Last report"),
            wording.when(view, last) if isinstance(last, str) else _("no dated report"),
        ),
        ("place", _("Place"), place_words(view, row)),
    )


def _themes(view: View, found: pd.DataFrame) -> Markup:
    """List the themes of the February talks, each with its projects by state; a press filters by it."""
    _, _n = view.words.gettext, view.words.ngettext
    by_theme: dict[str, list[Row]] = {}
    for row in rows(found):
        by_theme.setdefault(row["theme"] or "other", []).append(row)
    items = []
    for theme, title in THEMES.items():
        projects = by_theme.get(theme, [])
        if not projects:
            continue
        states = Counter(row["status"] for row in projects)
        signs = [tag("span", status_sign(view, state), f" {count}") for state, count in states.most_common(3)]
        items.append(
            tag(
                "li",
                way(view, "partners", _(title), part="register", theme=theme),
                tag("b", str(len(projects))),
                tag("small", *signs),
            )
        )
    return tag("ul", *items, class_="cx-themes")
