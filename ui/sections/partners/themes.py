"""The partner register of the Overview: projects and papers by theme of the talks of February 2026."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corridor.language.labels import THEMES
from ui.evidence import wording
from ui.evidence.chips import source_names
from ui.evidence.rows import rows
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

# Themes that are more than projects have a part of their own.
_PART_OF = {"memoranda": ("papers", None), "earlier-agreements": ("minerals", None)}
_VISIT = ("2026-02-26", "2026-02-27")
_EARLIER_WITH = {"US", "GB"}


def theme_table(view: View) -> Markup:
    """Write one row a theme: what belongs to it, in which state, last reported when, by which sources."""
    _ = view.words.gettext
    entries = _entries(view)
    columns = (
        Column(key="theme", title=_("Theme of February 2026"), is_header=True),
        Column(key="entries", title=_("Projects and papers")),
        Column(key="status", title=_("Status")),
        Column(key="last", title=_("Last report")),
        Column(key="sources", title=_("Who says so")),
    )
    lines = [
        Line(cells={"theme": _theme_way(view, theme), **_theme_cells(view, entries.get(theme, []))})
        for theme in THEMES
    ]
    return table(
        view, lines, columns, _("Partner projects and papers by theme of the talks of 26–27 February 2026")
    )


def _theme_way(view: View, theme: str) -> Markup:
    """Link to all that belongs to a theme."""
    title = view.words.gettext(THEMES[theme])
    part, chosen = _PART_OF.get(theme, ("register", theme))
    return way(view, "partners", title, part=part, theme=chosen)


def _entries(view: View) -> Mapping[str, list[Row]]:
    """Collect projects and papers by theme, the newest report first."""
    found: dict[str, list[Row]] = {theme: [] for theme in THEMES}
    for row in rows(view.dataset.projects):
        found[row["theme"] or "other"].append(
            {
                "row": row, "status": row["status"], "last": row["last_reported_on"] or row["announced_on"],
                "sources": row["sources"], "summary": row["summary"],
            }
        )  # fmt: skip
    for row in rows(view.dataset.agreements):
        theme = _theme_of_paper(row)
        if theme:
            found[theme].append(
                {"row": row, "status": None, "last": row["signed_on"], "sources": row["sources"],
                 "summary": row["summary"]}
            )  # fmt: skip
    return {
        theme: sorted(some, key=lambda one: one["last"] or "", reverse=True) for theme, some in found.items()
    }


def _theme_of_paper(row: Row) -> str | None:
    """Put a paper under the visit of February 2026 or the earlier raw-material agreements, or nowhere."""
    signed, countries = row["signed_on"] or "", set((row["countries"] or "").split("|"))
    if signed in _VISIT and {"KZ", "RS"} <= countries:
        return "memoranda"
    if row["sector"] == "critical-raw-materials" and countries & _EARLIER_WITH:
        return "earlier-agreements"
    return None


def _theme_cells(view: View, entries: Sequence[Row]) -> dict[str, object]:
    """Write the cells of one theme."""
    _, _n = view.words.gettext, view.words.ngettext
    if not entries:
        return {"entries": tag("span", _("nothing reported yet"), class_="none")}
    newest = entries[0]
    states = Counter(entry["status"] for entry in entries if entry["status"])
    papers = sum(entry["status"] is None for entry in entries)
    counted = [tag("li", status_sign(view, state), f" × {count}") for state, count in states.most_common()]
    if papers:
        counted.append(
            tag("li", _n("{count} paper signed", "{count} papers signed", papers).format(count=papers))
        )
    title = _n("{count} entry", "{count} entries", len(entries)).format(count=len(entries))
    return {
        "entries": tag(
            "details",
            tag("summary", title),
            tag("ul", *(_entry(view, entry) for entry in entries)),
            class_="cx-more",
        ),
        "status": tag("ul", *counted, class_="counts"),
        "last": wording.when(view, newest["last"]),
        "sources": source_names(view, newest["sources"]),
    }


def _entry(view: View, entry: Row) -> Markup:
    """Write one project or paper: name, state, last report, sources, what it is."""
    _ = view.words.gettext
    facts = [
        status_sign(view, entry["status"]) if entry["status"] else _("signed"),
        wording.when(view, entry["last"]) if entry["last"] else None,
        source_names(view, entry["sources"]),
    ]
    parts = [part for fact in facts if fact is not None for part in (" · ", fact)][1:]
    return tag(
        "li",
        tag("strong", _named(view, entry["row"])),
        tag("div", together(*parts), class_="cx-small"),
        tag("small", wording.data_text(view, entry["summary"])) if entry["summary"] else None,
    )


def _named(view: View, row: Row) -> Markup:
    """Link to a project or paper by its name."""
    name = view.words.name(row)
    if row.get("project_id"):
        return way(view, "partners", name, part="register", project=row["project_id"])
    return way(view, "partners", name, part="papers", paper=row["agreement_id"])
