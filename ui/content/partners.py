"""What the page Partners says: the register as filtered, and the project that is open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corridor.evidence.claims import figure
from corridor.publication.content import Cell, Figure, Table
from ui.content import cells
from ui.content.page_content import PageContent
from ui.content.partner_parts import CHARTS, PARTS, documents, sources_of_part
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.modes import STATUS
from ui.sections.partners import (
    first_answer,
    minerals_map,
    part_answer,
    project_timeline,
    register_choice,
)
from ui.sections.partners.project_card import plain_facts
from ui.sections.partners.register_table import money_words, place_words, record_cell
from ui.sections.partners.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from ui.link.view import View

    Row = Mapping[Any, Any]

_MAX_ROWS = 200


def partners(view: View) -> PageContent:
    """Give what the chosen part of the page Partners says."""
    _ = view.words.gettext
    part = view.state.part
    if part in PARTS:
        charts = CHARTS[part](view) if part in CHARTS else ()
        words = minerals_map.in_words(view) if part == "minerals" else ""
        return PageContent(
            opening=part_answer.opening(view),
            tables=PARTS[part](view),
            charts=charts,
            map_in_words=words,
            sources=sources_of_part(view),
        )
    found = register_choice.found_by(view)
    project = None if view.state.project is None else register_choice.row(view, view.state.project)
    tables = (_register(view, found),)
    return PageContent(
        opening=first_answer.opening(view, found),
        figures=_counts(view, found) if project is None else _facts(view, project),
        tables=tables if project is None else (*_project(view, project), *tables),
        charts=tuple(filter(None, (project_timeline.chart(view, found),))),
        map_in_words=_("Map of the projects that have a known place, and of the legs that they touch"),
        sources=tuple(dict.fromkeys(_documents(view, found, project))),
    )


def _counts(view: View, found: pd.DataFrame) -> tuple[Figure, ...]:
    """Count the projects, and those that operate, are built or planned, as the sentence does."""
    _ = view.words.gettext
    states = Counter(found["status"])
    planned = sum(states[state] for state in first_answer.PLANNED)
    told = (
        ("projects", _("Projects"), len(found)),
        ("operating", _(STATUS["operating"].label), states["operating"]),
        ("construction", _(STATUS["construction"].label), states["construction"]),
        ("planned", _("planned"), planned),
    )
    return tuple(
        Figure(id=id_, name=name, text=fmt.number(number, view.lang)) for id_, name, number in told if number
    )


def _facts(view: View, project: Row) -> tuple[Figure, ...]:
    """Give state, due date, last report and place of the open project."""
    return tuple(
        Figure(id=name, name=title, text=text) for name, title, text in first_answer.facts(view, project)
    )


def _project(view: View, project: Row) -> tuple[Table, ...]:
    """Write what the record of the open project says, then every quantity claimed of it."""
    _ = view.words.gettext
    id_ = project["project_id"]
    name = view.words.name(by_id(view.dataset, "projects")[id_])
    facts = tuple((cells.words(title), cells.words(text)) for title, text in plain_facts(view, project))
    about = Table(id="project", title=name, heads=(_("What"), _("Value")), rows=facts)
    claims, quantities = view.dataset.claims, by_id(view.dataset, "quantities")
    mine = claims[(claims["subject_type"] == "project") & (claims["subject_id"] == id_)]
    told = tuple(
        (
            cells.words(view.words.name(quantities[quantity])),
            cells.estimated(view, figure(view.dataset, "project", id_, quantity)),
        )
        for quantity in dict.fromkeys(mine["quantity"])
    )
    if not told:
        return (about,)
    return about, Table(id="claims", title=_("Claims about it"), heads=(_("What"), _("Figure")), rows=told)


def _documents(view: View, found: pd.DataFrame, project: Row | None) -> Iterable[str]:
    """Ids of the sources that speak of the open project, else of those that are listed."""
    listed = found["project_id"].head(_MAX_ROWS) if project is None else (project["project_id"],)
    projects = by_id(view.dataset, "projects")
    return documents(projects[id_] for id_ in listed)


def _register(view: View, found: pd.DataFrame) -> Table:
    """Write one row a project, the last reported first."""
    _, _n = view.words.gettext, view.words.ngettext
    heads = (
        _("Project"),
        _("Theme of February 2026"),
        _("Status"),
        _("Last report"),
        _("Due"),
        _("Value as claimed"),
        _("Place"),
        _("Record"),
    )
    rest = len(found) - _MAX_ROWS
    more = _n("{count} more, reported on earlier", "{count} more, reported on earlier", max(rest, 0))
    return Table(
        id="register",
        title=_("Projects"),
        heads=heads,
        rows=tuple(_line(view, row) for row in found.head(_MAX_ROWS).to_dict("records")),
        note=more.format(count=fmt.number(rest, view.lang)) if rest > 0 else "",
    )


def _line(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one project."""
    _ = view.words.gettext
    project = by_id(view.dataset, "projects")[row["project_id"]]
    last, due = row["last_reported_on"], row["expected_on"]
    value = money_words(view, project)
    return (
        cells.words(view.words.name(project)),
        cells.words(_(THEMES[row["theme"]])),
        cells.words(_(STATUS[row["status"] or "unknown"].label)),
        cells.words(wording.when(view, last) if isinstance(last, str) else _("undated")),
        cells.words(wording.when(view, due) if isinstance(due, str) else ""),
        Cell(text=value, number=project["value"] if value else None, basis="published" if value else ""),
        cells.words(place_words(view, row)),
        cells.words(record_cell(view, row)),
    )
