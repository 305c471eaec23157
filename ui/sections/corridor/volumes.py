"""How much a way carries and could carry: charts by year, and every claim as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.years import MEASURES, drawable, years
from corridor.columns.corridors import VOLUMES
from corridor.corridors.volumes import subjects, volumes
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link
from ui.evidence.memory import kept, today
from ui.evidence.panels import VolumesTable, when_opened
from ui.evidence.rows import by_id, rows
from ui.evidence.year_chart import YEARS, key, year_chart
from ui.language.text import N_
from ui.look.folds import folded_on_phones
from ui.look.headings import heading_of
from ui.look.links import claim_address
from ui.look.markup import tag, together
from ui.look.modes import KINDS
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

_MEASURES = {
    "volume_t": N_("cargo"),
    "volume_teu": N_("containers"),
    "capacity_t_per_year": N_("capacity"),
    "capacity_teu_per_year": N_("container capacity"),
}
_FEWEST = 2


def section(view: View, way: Way, year: int) -> Markup:
    """Draw the route's own charts, then those of its parts and the table behind folds."""
    _, _n = view.words.gettext, view.words.ngettext
    found = rows(volumes(view.dataset, subjects(view.dataset, way.corridor, branches=way.branches)))
    if not found:
        return tag("p", _("None of our sources gives volumes or capacity for this route."), class_="none")
    own, parts = _drawn(view, found, year)
    large = tag("div", *own, class_="yc-row") if own else None
    small = None
    if parts:
        words = _n(
            "{count} chart of ports, railways and crossings on this route",
            "{count} charts of ports, railways and crossings on this route",
            len(parts),
        )
        grid = tag("div", *parts, class_="yc-grid")
        small = tag(
            "details",
            tag("summary", words.format(count=len(parts))),
            grid,
            class_="cx-more",
            open=not own,
        )
    words = _n("The {count} claim behind the charts, as a table", "All {count} claims as a table", len(found))
    twin = kept(
        view,
        "volumes-table",
        lambda: tag(
            "details",
            tag("summary", words.format(count=len(found))),
            when_opened(
                view,
                VolumesTable(way.corridor, way.branches),
                lambda: table_panel(view, way.corridor, way.branches),
            ),
            class_="cx-more cx-later",
        ),
        way,
    )
    drawn = together(key(view) if own or parts else None, large)
    return together(folded_on_phones(_("Charts of the whole route"), drawn) if own else drawn, small, twin)


def whole_charts(view: View, way: Way) -> tuple[Chart, ...]:
    """Give the charts of what the corridor as a whole carried and could carry, by year."""
    found = rows(volumes(view.dataset, subjects(view.dataset, way.corridor, branches=way.branches)))
    whole = dict.fromkeys((row["subject_type"], row["subject_id"]) for row in found)
    return tuple(
        years(view, found, subject=subject, unit=unit, span=YEARS, now=today().year)
        for subject in whole
        for unit in MEASURES
        if subject[0] == "corridor" and len(drawable(found, subject, unit, YEARS)) >= _FEWEST
    )


def table_panel(view: View, corridor: str, branches: Sequence[str]) -> Markup:
    """Draw what the fold below the charts opens to: every claim on what a way carries, as a table."""
    found = rows(volumes(view.dataset, subjects(view.dataset, corridor, branches=branches)))
    return tag("div", _table(view, found), class_="panel")


def _drawn(view: View, found: Sequence[Row], year: int) -> tuple[list[Markup], list[Markup]]:
    """Draw a chart for each subject and unit with enough claims; the corridor's own stand apart."""
    own, parts = [], []
    whole = list(dict.fromkeys((row["subject_type"], row["subject_id"]) for row in found))
    for subject in whole:
        for unit in MEASURES:
            if len(drawable(found, subject, unit, YEARS)) < _FEWEST:
                continue
            drawn = year_chart(view, found, subject=subject, unit=unit, year=year)
            (own if subject[0] == "corridor" else parts).append(drawn)
    return own, parts


def _table(view: View, found: Sequence[Row]) -> Markup:
    """Write every claim: of what, which year, how much, what kind, how well it fits, who says so."""
    _ = view.words.gettext
    columns = (
        Column(key="of", title=_("Of what"), is_header=True),
        heading_of(view, VOLUMES, "measure"),
        heading_of(view, VOLUMES, "period"),
        heading_of(view, VOLUMES, "typical", key="value", kind="figure"),
        heading_of(view, VOLUMES, "kind"),
        heading_of(view, VOLUMES, "fit"),
        heading_of(view, VOLUMES, "source_id", key="source"),
    )
    caption = _(
        "Claims on volume and capacity; those of a part of a year or of a part of the cargo are in no chart"
    )
    return table(view, [_line(view, row) for row in found], columns, caption, fold="never")


def _line(view: View, row: Row) -> Line:
    """Write one claim."""
    _ = view.words.gettext
    claim = by_id(view.dataset, "claims")[row["claim_id"]]
    value = tag("a", wording.claim_value(view, claim), href=claim_address(view, row["claim_id"]))
    fits = [wording.fit(view, row["fit"])] if row["fit"] != "exact" else []
    fits += [_("sources disagree")] if row["disagrees"] else []
    return Line(
        cells={
            "of": together(
                wording.subject(view, row["subject_type"], row["subject_id"]),
                tag("small", wording.data_text(view, claim["definition"])),
            ),
            "measure": _(_MEASURES[row["measure"]]),
            "period": wording.when(view, row["period"])
            if row["period"]
            else tag("span", _("undated"), class_="none"),
            "value": together(value, basis_mark(view, "published")),
            "kind": _("planned") if row["nature"] == "planned" else _(KINDS[row["kind"]].label),
            "fit": ", ".join(fits),
            "source": source_link(view, row["source_id"]),
        }
    )
