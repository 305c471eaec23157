"""One partner project: what it is, who takes part, what is claimed of it and by whom, what it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from corridor.language.labels import THEMES
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link, source_names, subject_chip
from ui.evidence.rows import by_id, rows
from ui.look.charts import Moment, timeline
from ui.look.links import ledger_way, way
from ui.look.markup import tag, together
from ui.look.modes import STATUS
from ui.sections.partners.register_table import (
    LACKS,
    agreement_cell,
    money,
    money_words,
    place_words,
    record_cell,
    status_cell,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]


def card(view: View, row: Row) -> Markup:
    """
    Draw one project.

    Parameters
    ----------
    view
        The visit.
    row
        Its row in the register.
    """
    _ = view.words.gettext
    project = by_id(view.dataset, "projects")[row["project_id"]]
    return tag(
        "section",
        tag("h3", view.words.name(project)),
        tag("p", wording.data_text(view, project["summary"]), class_="cx-prose")
        if project["summary"]
        else None,
        tag("dl", *_facts(view, row, project), class_="cx-facts"),
        _claimed(view, row["project_id"]),
        _touched(view, row),
        _papers(view, row["project_id"]),
        _history(view, row["project_id"], project),
        _documents(view, row["project_id"], project),
        class_="cx-project",
        id="project",
    )


def _facts(view: View, row: Row, project: Row) -> Iterator[Markup]:
    """Write what the record says."""
    _ = view.words.gettext
    countries, organisations = by_id(view.dataset, "countries"), by_id(view.dataset, "organisations")
    named = [countries[country] for country in row["countries"] if country in countries]
    yield _fact(_("Status"), status_cell(view, row), _said(view, project))
    yield _fact(_("Theme of February 2026"), _(THEMES[row["theme"]]))
    yield _fact(_("Sector"), view.words.term(row["sector"]))
    yield _fact(_("Countries"), ", ".join(view.words.name(country) for country in named) or _("not known"))
    parties = [
        way(
            view,
            "partners",
            view.words.name(organisations[organisation]),
            part="organisations",
            organisation=organisation,
        )
        for organisation in row["organisations"]
        if organisation in organisations
    ]
    yield _fact(_("Parties"), _listed(parties) or wording.parties(view, project["parties"]) or _("not known"))
    place = wording.data_text(view, project["place"]) if project["place"] else None
    yield _fact(_("Place"), place, tag("small", place_words(view, row)))
    for title, name in (
        (_("First mention"), "announced_on"),
        (_("Due"), "expected_on"),
        (_("Last report"), "last_reported_on"),
    ):
        value = project[name]
        yield _fact(title, wording.when(view, value) if value else _("not known"))
    if project["value"] is not None:
        yield _fact(_("Value of the whole project, as claimed"), *_value(view, project))
    lacks = ", ".join(_(LACKS[lack]) for lack in row["lacks"])
    missing = tag("small", _("missing: {fields}").format(fields=lacks)) if lacks else None
    yield _fact(_("Record"), record_cell(view, row), missing)
    yield _fact(_("Agreement of documents"), agreement_cell(view, row))


def plain_facts(view: View, row: Row) -> list[tuple[str, str]]:
    """Give what the record says in plain words, each with its title; what it does not say is left out."""
    _ = view.words.gettext
    project = by_id(view.dataset, "projects")[row["project_id"]]
    countries, organisations = by_id(view.dataset, "countries"), by_id(view.dataset, "organisations")
    parties = [
        view.words.name(organisations[party]) for party in row["organisations"] if party in organisations
    ]
    dates = (
        (_("First mention"), "announced_on"),
        (_("Due"), "expected_on"),
        (_("Last report"), "last_reported_on"),
    )
    told = [
        (_("Status"), _(STATUS[row["status"] or "unknown"].label)),
        (_("Theme of February 2026"), _(THEMES[row["theme"]])),
        (_("Sector"), view.words.term(row["sector"])),
        (
            _("Countries"),
            ", ".join(view.words.name(countries[code]) for code in row["countries"] if code in countries),
        ),
        (_("Parties"), ", ".join(parties) or project["parties"] or ""),
        (_("Place"), place_words(view, row)),
        *((title, wording.when(view, project[name]) if project[name] else "") for title, name in dates),
        (_("Value of the whole project, as claimed"), money_words(view, project)),
        (_("Record"), record_cell(view, row)),
        (_("Agreement of documents"), agreement_cell(view, row)),
    ]
    return [(title, text) for title, text in told if text]


def _said(view: View, project: Row) -> Markup | None:
    """Write the sources' own word for the state."""
    said = project["status_as_said"]
    if not said:
        return None
    return tag("small", view.words.gettext("in the sources’ words:"), " ", wording.data_text(view, said))


def _value(view: View, project: Row) -> tuple[object, ...]:
    """Write the value of the whole project, with who says so and whether it may be summed."""
    _ = view.words.gettext
    note = tag("small", _("not to be added up with others")) if project["do_not_sum"] else None
    return money(view, project), tag("small", source_names(view, project["sources"])), note


def _claimed(view: View, project_id: str) -> Markup | None:
    """Write every quantity of which the ledger holds claims, each with its chip."""
    claims = view.dataset.claims
    mine = claims[(claims["subject_type"] == "project") & (claims["subject_id"] == project_id)]
    quantities = by_id(view.dataset, "quantities")
    facts = [
        _fact(
            view.words.name(quantities[quantity]),
            subject_chip(
                view, "project", project_id, quantity, figure(view.dataset, "project", project_id, quantity)
            ),
        )
        for quantity in dict.fromkeys(mine["quantity"])
    ]
    if not facts:
        return None
    title = view.words.gettext("Claims about it")
    more = ledger_way(view, view.words.gettext("all claims in the ledger"), subject=f"project.{project_id}")
    return together(tag("h4", title), tag("dl", *facts, class_="cx-facts"), tag("p", more))


def _touched(view: View, row: Row) -> Markup | None:
    """Name the legs and places that it should fix."""
    _ = view.words.gettext
    legs = [
        way(view, "corridor", wording.subject(view, "leg", leg), leg=leg, project=None, part="register")
        for leg in row["legs"]
    ]
    names = [*legs, *(wording.node(view, node) for node in row["nodes"])]
    if not names:
        return None
    return tag("p", tag("b", _("Touches")), ": ", _listed(names))


def _papers(view: View, project_id: str) -> Markup | None:
    """List the papers that name it."""
    named = [row for row in rows(view.dataset.agreements) if project_id in split_ids(row["projects"])]
    if not named:
        return None
    items = [
        tag(
            "li",
            way(view, "partners", view.words.name(row), part="papers", paper=row["agreement_id"]),
            f", {wording.when(view, row['signed_on'])}" if row["signed_on"] else None,
        )
        for row in named
    ]
    return together(tag("h4", view.words.gettext("Papers that name it")), tag("ul", *items))


def _history(view: View, project_id: str, project: Row) -> Markup | None:
    """Draw the dated claims and the dates of the record along a line."""
    _ = view.words.gettext
    claims = view.dataset.claims
    mine = claims[(claims["subject_type"] == "project") & (claims["subject_id"] == project_id)]
    told = [row for row in rows(mine) if row["as_of"] or row["published"]]
    moments = [
        Moment(
            date=(row["as_of"] or row["published"]).partition("/")[0],
            text=together(
                tag("p", wording.data_text(view, row["definition"])),
                tag("p", tag("strong", wording.claim_value(view, row)), basis_mark(view, "published")),
                tag("p", source_link(view, row["source_id"]), class_="cx-small"),
            ),
            tone="done" if row["kind"] in {"observed", "agreed"} else "",
        )
        for row in told
    ]
    for title, name in ((_("First mention found"), "announced_on"), (_("Due, as stated"), "expected_on")):
        if project[name]:
            moments.append(Moment(date=project[name], text=tag("p", title)))
    ordered = sorted(moments, key=lambda one: one.date)
    caption = _("Oldest first. Full marks happened or were signed; hollow marks were plans or words.")
    return timeline(view, ordered, caption) if ordered else None


def _documents(view: View, project_id: str, project: Row) -> Markup:
    """List the documents that speak of it."""
    claims = view.dataset.claims
    mine = claims[(claims["subject_type"] == "project") & (claims["subject_id"] == project_id)]
    ids = dict.fromkeys([*split_ids(project["sources"]), *mine["source_id"]])
    title = view.words.gettext("Documents")
    return together(
        tag("h4", title), tag("ul", *(tag("li", source_link(view, id_)) for id_ in ids), class_="cx-list")
    )


def _fact(title: str, *content: object) -> Markup:
    """Write one fact."""
    return tag("div", tag("dt", title), tag("dd", *content))


def _listed(parts: Sequence[object]) -> Markup | None:
    """Join parts with commas; None without any."""
    return together(*[piece for part in parts for piece in (", ", part)][1:]) if parts else None
