"""The register of partner projects as a table, with the rule that infers a state from silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.partners import REGISTER
from corridor.language.labels import THEMES
from corridor.partners.register import CANCELLED_AFTER_YEARS, FIELDS, SHELVED_AFTER_YEARS
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_names
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.headings import heading_of
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import MAX_OPEN_ROWS, Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

PRECISION = {
    "site": N_("at the site"),
    "city": N_("in the city"),
    "area-proxy": N_("a town nearby"),
    "signing-place": N_("not mapped: only the place of signing is known"),
    "none": N_("not mapped: no place is known"),
}
LACKS = {
    "parties": N_("parties"),
    "countries": N_("countries"),
    "place": N_("place"),
    "status": N_("status"),
    "announced_on": N_("first mention"),
    "expected_on": N_("due date"),
    "last_reported_on": N_("last report"),
    "value": N_("value"),
    "summary": N_("summary"),
    "second_source": N_("second source"),
}


def place_words(view: View, row: Row) -> str:
    """Say how well the place of a project is known, and where it stands on the map without one."""
    _ = view.words.gettext
    if not row["is_mapped"] and row["legs"]:
        return _("drawn as its legs")
    if not row["is_mapped"] and row["nodes"]:
        return _("not mapped: concerns {places}").format(
            places=", ".join(wording.node(view, node) for node in row["nodes"])
        )
    return _(PRECISION[row["place_precision"]])


def rule(view: View) -> Markup:
    """Say by which rule states are inferred, and what the two scores count."""
    _ = view.words.gettext
    return tag(
        "details",
        tag("summary", _("How to read status and scores")),
        tag(
            "p",
            _(
                "Status uses the terms of Global Energy Monitor and is what the sources said last. A "
                "project that is not operating and has not been mentioned for {shelved} years is "
                "inferred to be shelved, after {cancelled} years cancelled. The inferred status is "
                "shown next to the recorded one and never replaces it. Silence in our sources is not "
                "proof."
            ).format(shelved=SHELVED_AFTER_YEARS, cancelled=CANCELLED_AFTER_YEARS),
            class_="cx-prose",
        ),
        tag(
            "p",
            _(
                "Record: how many of {count} things the record says (parties, countries, a place of its own, "
                "status, first mention, due date, last report, value, summary, a second source). Agreement: "
                "of the quantities that two or more documents state, on how many they agree within a tenth."
            ).format(count=len(FIELDS)),
            class_="cx-prose",
        ),
        class_="cx-more",
    )


def register_table(view: View, found: pd.DataFrame) -> Markup:
    """Write one row a project."""
    _, _n = view.words.gettext, view.words.ngettext
    columns = (
        Column(key="name", title=_("Project"), is_header=True),
        heading_of(view, REGISTER, "status"),
        heading_of(view, REGISTER, "last_reported_on", key="last", kind="date"),
        heading_of(view, REGISTER, "expected_on", key="due", kind="date"),
        Column(key="value", title=_("Value as claimed"), is_figure=True),
        Column(key="record", title=_("Record")),
        Column(key="sources", title=_("Who says so")),
    )
    records = found.to_dict("records")
    caption = _n(
        "{count} project, the last reported first", "{count} projects, the last reported first", len(found)
    ).format(count=fmt.number(len(found), view.lang))
    empty = _("No project fits all of these filters.")
    if len(records) <= MAX_OPEN_ROWS:
        lines = [_line(view, row) for row in records]
        return table(view, lines, columns, caption, empty=empty, class_="cx-register", fold="never")
    themes = [(theme, [row for row in records if row["theme"] == theme]) for theme in THEMES]
    groups = [_group(view, theme, rows, columns) for theme, rows in themes if rows]
    return together(tag("p", caption, class_="cx-note"), *groups)


def _group(view: View, theme: str, rows: Sequence[Row], columns: Sequence[Column]) -> Markup:
    """Fold the projects of one theme away, unless one of them is the chosen one."""
    title = view.words.gettext(THEMES[theme])
    lines = [_line(view, row) for row in rows]
    listed = table(view, lines, columns, title, class_="cx-register", fold="never")
    count = tag("small", fmt.number(len(rows), view.lang))
    is_open = any(row["project_id"] == view.state.project for row in rows)
    return tag("details", tag("summary", title, " ", count), listed, class_="cx-more", open=is_open or None)


def status_cell(view: View, row: Row) -> Markup:
    """Write the recorded status, with the inferred one below it."""
    _ = view.words.gettext
    inferred = row["inferred"]
    if not isinstance(inferred, str):
        return status_sign(view, row["status"])
    words = _("inferred from silence:")
    return together(status_sign(view, row["status"]), tag("small", words, " ", status_sign(view, inferred)))


def record_cell(view: View, row: Row) -> str:
    """Write how complete a record is."""
    filled = len(FIELDS) - len(row["lacks"])
    return view.words.gettext("{part} of {whole}").format(part=filled, whole=len(FIELDS))


def agreement_cell(view: View, row: Row) -> str:
    """Write on how many quantities the documents agree."""
    _ = view.words.gettext
    if not row["compared"]:
        return _("nothing said twice")
    return _("{part} of {whole}").format(part=round(row["agree"] * row["compared"]), whole=row["compared"])


def money(view: View, project: Row) -> Markup | str:
    """Write the value of the whole project as claimed with its mark; empty where none is."""
    words = money_words(view, project)
    return together(words, basis_mark(view, "published")) if words else ""


def money_words(view: View, project: Row) -> str:
    """Write the value of the whole project as claimed; empty where none is."""
    if project["value"] is None:
        return ""
    return fmt.quantity(project["value"], project["currency"], view.lang)


def _line(view: View, row: Row) -> Line:
    """Write one project."""
    _ = view.words.gettext
    project = by_id(view.dataset, "projects")[row["project_id"]]
    name = way(view, "partners", view.words.name(project), project=row["project_id"], part="register")
    about = f"{_(THEMES[row['theme']])} · {view.words.term(row['sector'])}"
    due = wording.when(view, row["expected_on"]) if isinstance(row["expected_on"], str) else ""
    late = tag("small", _("has passed")) if row["is_overdue"] is True else None
    last = row["last_reported_on"]
    return Line(
        cells={
            "name": together(name, tag("small", about), tag("small", place_words(view, row))),
            "status": status_cell(view, row),
            "last": wording.when(view, last) if isinstance(last, str) else _("undated"),
            "due": together(due, late) if due else "",
            "value": money(view, project),
            "record": together(
                record_cell(view, row),
                tag("small", _("agreement:"), " ", agreement_cell(view, row)) if row["compared"] else None,
            ),
            "sources": source_names(view, project["sources"]),
        },
        class_="is-selected" if row["project_id"] == view.state.project else "",
    )
