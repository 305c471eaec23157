"""Critical raw materials: sites and plants, their way out to Serbia, and who has agreed what with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.partners import SITES
from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered
from corridor.partners.raw_materials import sites
from ui.evidence import wording
from ui.evidence.chips import sized, source_names
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.look.headings import heading_of
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

    Row = Mapping[Any, Any]

SECTOR = "critical-raw-materials"
_HOME = {"KZ", "RS"}
MINERALS = {
    "tungsten": N_("tungsten"),
    "rare-earths": N_("rare earths"),
    "lithium": N_("lithium"),
    "graphite": N_("graphite"),
    "titanium": N_("titanium"),
    "gallium": N_("gallium"),
    "beryllium": N_("beryllium"),
    "tantalum": N_("tantalum"),
    "niobium": N_("niobium"),
    "tin": N_("tin"),
    "copper": N_("copper"),
    "gold": N_("gold"),
    "borates": N_("borates"),
}


def lead(view: View) -> Markup:
    """Say what was agreed in February 2026, and what no source has named."""
    _ = view.words.gettext
    serbian = [row for row in rows(view.dataset.projects) if row["minerals"] and _is_first(row, "RS")]
    names = ", ".join(view.words.name(row) for row in serbian)
    return tag(
        "p",
        _(
            "In February 2026 the two countries agreed to cooperate in mining and processing. No "
            "site, company, mineral or volume has been named, and none of our sources names a "
            "Serbian plant that takes Kazakh minerals. Recorded plants and deposits in Serbia: "
            "{names}."
        ).format(names=names),
        class_="cx-prose",
    )


def sites_table(view: View) -> Markup:
    """Write one row a mine, plant or find."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Site or plant"), is_header=True),
        heading_of(view, SITES, "minerals"),
        heading_of(view, SITES, "status", key="stage"),
        heading_of(view, SITES, "partners"),
        heading_of(view, SITES, "access_node", key="access"),
        heading_of(view, SITES, "access_km", key="km", kind="figure"),
        Column(key="sources", title=_("Who says so")),
    )
    found = sites_of(view)
    caption = _("Mines, plants and finds of critical raw materials in Kazakhstan and Serbia")
    return table(view, [_site(view, row) for row in found.to_dict("records")], columns, caption)


def partners_table(view: View) -> Markup:
    """Write who has agreed on raw materials with Kazakhstan or Serbia, by country and year."""
    _ = view.words.gettext
    papers = papers_on(view)
    countries = by_id(view.dataset, "countries")
    grouped: dict[str, list[Row]] = {}
    for row in papers:
        for code in split_ids(row["countries"]):
            if code not in _HOME or (code == "RS" and set(split_ids(row["countries"])) == _HOME):
                grouped.setdefault(code, []).append(row)
    columns = (
        Column(key="country", title=_("Partner"), is_header=True),
        Column(key="papers", title=_("Papers, by year")),
        Column(key="projects", title=_("Projects")),
    )
    lines = [
        Line(
            cells={
                "country": view.words.name(countries[code]) if code in countries else code,
                "papers": tag("ul", *(_paper(view, row) for row in _by_day(found))),
                "projects": _projects(view, code),
            }
        )
        for code, found in sorted(grouped.items(), key=lambda one: (-len(one[1]), one[0]))
    ]
    return table(view, lines, columns, _("Agreements on raw materials by partner; each with who says so"))


def papers_on(view: View) -> list[Row]:
    """List the papers on raw materials, and those that name a project that is."""
    projects = by_id(view.dataset, "projects")
    named = {id_ for id_, row in projects.items() if row["sector"] == SECTOR}
    return [
        row
        for row in rows(view.dataset.agreements)
        if row["sector"] == SECTOR or not named.isdisjoint(split_ids(row["projects"]))
    ]


def sites_of(view: View) -> pd.DataFrame:
    """Give the sites, worked out once."""
    return known_sites(view.dataset)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def known_sites(dataset: Dataset) -> pd.DataFrame:
    """Give the sites of a dataset."""
    return sites(dataset)


def _site(view: View, row: Row) -> Line:
    """Write one site."""
    _ = view.words.gettext
    project, countries = by_id(view.dataset, "projects")[row["project_id"]], by_id(view.dataset, "countries")
    place = project["place"]
    node = row["access_node"]
    is_placed = isinstance(node, str)
    return Line(
        cells={
            "name": together(
                way(view, "partners", view.words.name(project), part="register", project=row["project_id"]),
                tag("small", wording.data_text(view, place)) if place else None,
            ),
            "minerals": ", ".join(_(MINERALS[mineral]) for mineral in row["minerals"]),
            "stage": status_sign(view, row["status"]),
            "partners": ", ".join(
                view.words.name(countries[partner]) for partner in row["partners"] if partner in countries
            ),
            "access": wording.node(view, node) if is_placed else _("no place is known"),
            "km": sized(view, row["access_km"], "km", "derived") if is_placed else "",
            "sources": source_names(view, project["sources"]),
        }
    )


def _paper(view: View, row: Row) -> Markup:
    """Write one paper."""
    name = way(view, "partners", view.words.name(row), part="papers", paper=row["agreement_id"])
    day = wording.when(view, row["signed_on"]) if row["signed_on"] else view.words.gettext("undated")
    return tag("li", f"{day}: ", name, tag("small", source_names(view, row["sources"])))


def _by_day(papers: Sequence[Row]) -> list[Row]:
    """Order papers by their day, the undated last."""
    return sorted(papers, key=lambda row: (row["signed_on"] is None, row["signed_on"] or ""))


def _projects(view: View, code: str) -> Markup | str:
    """List the raw-material projects with a country."""
    found = [
        row
        for row in rows(view.dataset.projects)
        if row["minerals"] and code in split_ids(row["countries"])[1:]
    ]
    items = [
        tag("li", way(view, "partners", view.words.name(row), part="register", project=row["project_id"]))
        for row in found
    ]
    return tag("ul", *items) if items else ""


def _is_first(row: Row, code: str) -> bool:
    """Whether a project's first country is this one."""
    return split_ids(row["countries"])[:1] == (code,)
