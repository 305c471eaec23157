"""Claim chips: a figure with its basis mark that opens to everything the sources say about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from corridor.charts.spread import spread
from corridor.errors import ChartError, UnknownIdError
from corridor.memory.memo import Depends, remembered
from ui.evidence import wording
from ui.evidence.figure_keys import ClaimedFigure
from ui.evidence.memory import today
from ui.evidence.method_anchors import MODELLED, anchor_of
from ui.evidence.panels import SourceList, when_opened
from ui.evidence.report import report_claim, report_figure
from ui.evidence.rows import by_id, claims_on
from ui.look.chart_html import spread_strip
from ui.look.links import method_link
from ui.look.markup import link, tag, together
from ui.look.modes import BASIS
from ui.look.picture_menu import panel_menu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate
    from ui.evidence.figure_keys import FigureKey
    from ui.link.view import View

    Row = Mapping[str, Any]


_MAX_LINE_LENGTH = 15


def chip(
    view: View,
    estimate: Estimate,
    claims: Sequence[Row] = (),
    *,
    about: str = "",
    parts: Sequence[Row] = (),
    overdue: bool = True,
    asked: FigureKey | None = None,
) -> Markup:
    """
    Draw a figure as a disclosure that answers "says who?".

    Parameters
    ----------
    view
        The visit: language and dataset.
    estimate
        The figure with its basis, reason and the claims that spoke or lost.
    claims
        Every claim on it, as mappings of the claims table.
    about
        What the figure speaks of, for the heading of the panel.
    parts
        Claims on other things that a derived figure follows from.
    overdue
        Whether a headline whose check-by day has passed is marked on the closed chip too.
    asked
        How the figure is asked for again when the chip is opened; None to put what it opens to into the page.

    Returns
    -------
    Markup
        A ``details`` element. It opens by mouse, touch and keyboard; a second press closes it.
    """
    _ = view.words.gettext
    stale = overdue and any(row["claim_id"] == estimate.claim_id and _is_overdue(row) for row in claims)
    band = wording.band(view, estimate) if wording.is_band_shown(view, estimate) else ""
    summary = tag(
        "summary",
        tag("span", _breakable(wording.figure(view, estimate)), class_="figure"),
        basis_mark(view, estimate.basis),
        tag("span", band, class_="band") if band else None,
        tag("span", _("check overdue"), class_="stale") if stale else None,
        title=_("Says who? Open the sources"),
    )

    def panel() -> Markup:
        return _panel(view, estimate, claims, parts, about)

    return tag(
        "details",
        summary,
        panel() if asked is None else when_opened(view, asked, panel),
        class_=f"claim basis-of-{estimate.basis}",
        name="claim",
    )


def subject_chip(
    view: View,
    subject_type: str,
    subject_id: str,
    quantity: str,
    estimate: Estimate,
    *,
    asked: FigureKey | None = None,
) -> Markup:
    """
    Draw the chip of an estimate on one quantity of one subject, with its claims looked up.

    Parameters
    ----------
    view
        The visit.
    subject_type, subject_id, quantity
        What the figure speaks of.
    estimate
        The figure.
    asked
        How it was asked for; None for `corridor.evidence.claims.figure` of the subject and quantity.
    """
    asked = asked or ClaimedFigure(subject_type, subject_id, quantity)
    visit = view.own, view.lang, today()
    return _drawn(view.dataset, visit, (subject_type, subject_id), quantity, asked, estimate, view)


@remembered(depends_on=Depends.EVERYTHING, beside=1)
def _drawn(
    _dataset: Dataset,
    _visit: tuple[str, str, date],
    subject: tuple[str, str],
    quantity: str,
    asked: FigureKey,
    estimate: Estimate,
    view: View,
) -> Markup:
    """Draw a chip; of the view it shows no more than what tells the visit."""
    claims, parts, about = _behind(view, subject, quantity, estimate)
    return chip(view, estimate, claims, about=about, parts=parts, asked=asked)


def figure_panel(view: View, asked: FigureKey) -> Markup:
    """
    Draw what the chip of a figure opens to.

    Parameters
    ----------
    view
        Language and dataset.
    asked
        The figure.

    Raises
    ------
    UnknownIdError
        If there is no such figure.
    """
    estimate = asked.estimate(view.dataset)
    if estimate is None:
        raise UnknownIdError(table="figures", id_="/".join(asked.address()[0]))
    claims, parts, about = _behind(view, asked.subject, estimate.quantity, estimate)
    return _panel(view, estimate, claims, parts, about)


def basis_mark(view: View, basis: str) -> Markup:
    """Draw the sign of a basis, with its word for those who cannot see it."""
    word = view.words.gettext(BASIS[basis].label)
    # static/own/ways.js leads from the mark to its paragraph: a link in each would stop the keyboard at all.
    method = MODELLED if basis == MODELLED else None
    classes = f"basis basis-{basis}"
    return tag("span", class_=classes, role="img", aria_label=word, title=word, data_method=method)


def basis_marks(view: View, chart: Chart) -> Mapping[str, Markup]:
    """Draw the sign of each basis that the marks of a chart have."""
    return {basis: basis_mark(view, basis) for basis in {mark.basis for mark in chart.marks} if basis}


def source_link(view: View, source_id: str) -> Markup:
    """Link to one source: title, publisher and date."""
    source = by_id(view.dataset, "sources").get(source_id)
    if source is None:
        return tag("span", source_id)
    return tag(
        "span",
        link(source["title"], source["url"], lang="en"),
        " ",
        tag("span", source["publisher"], class_="publisher"),
        together(", ", wording.when(view, source["published"])) if source["published"] else None,
        class_="source",
    )


def sized(view: View, value: float, unit: str, basis: str) -> Markup:
    """Write an amount no finer than its basis allows, with the mark of that."""
    return together(wording.size(view, value, unit, basis), basis_mark(view, basis))


def source_names(view: View, source_ids: str | None) -> Markup:
    """Link to sources by their publishers, where a chip each would be too much; gazetteers are left out."""
    known = by_id(view.dataset, "sources")
    ids = [source_id for source_id in (source_ids or "").split("|") if source_id in known]
    found = [known[id_] for id_ in ids if known[id_]["kind"] != "dataset"]
    if not found:
        return tag("span", view.words.gettext("no source yet"), class_="none")
    links = [link(source["publisher"], source["url"], title=source["title"]) for source in found]
    return tag("span", *[part for source in links for part in (", ", source)][1:], class_="source")


def sources_chip(view: View, source_ids: str | None) -> Markup:
    """Draw the number of sources as a disclosure that opens to their list."""
    _, _n = view.words.gettext, view.words.ngettext
    ids = tuple(part for part in (source_ids or "").split("|") if part)
    if not ids:
        return tag("span", _("no source yet"), class_="none")
    count = _n("{count} source", "{count} sources", len(ids)).format(count=len(ids))
    asked = SourceList(ids)
    return tag(
        "details",
        tag("summary", tag("span", count, class_="figure")),
        when_opened(view, asked, lambda: sources_panel(view, asked)),
        class_="claim",
        name="claim",
    )


def sources_panel(view: View, asked: SourceList) -> Markup:
    """Draw the list that the chip of sources opens to."""
    items = [tag("li", source_link(view, source_id)) for source_id in asked.source_ids]
    heading = tag("h4", view.words.gettext("Sources"))
    return tag("div", heading, tag("ul", *items, class_="claims"), class_="panel")


def _behind(
    view: View, subject: tuple[str, str], quantity: str, estimate: Estimate
) -> tuple[Sequence[Row], Sequence[Row], str]:
    """Claims on a figure, claims on other things that it follows from, and what it speaks of."""
    claims = claims_on(view.dataset, *subject, quantity)
    ledger = by_id(view.dataset, "claims")
    parts = (
        [ledger[claim_id] for claim_id in estimate.spoke if claim_id in ledger]
        if estimate.basis == "derived"
        else []
    )
    return claims, parts, wording.subject(view, *subject)


def _breakable(text: str) -> str:
    """Let a long figure break between its words; a short one keeps number and unit on one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ") if len(text) > _MAX_LINE_LENGTH else text


def _panel(view: View, estimate: Estimate, claims: Sequence[Row], parts: Sequence[Row], about: str) -> Markup:
    """Write what opens: the choice and its reason, what it follows from, the spread, every claim."""
    _ = view.words.gettext
    own = {row["claim_id"] for row in claims}
    parts = [row for row in parts if row["claim_id"] not in own]
    return tag(
        "div",
        tag(
            "p",
            together(about, " · " if about else None, wording.quantity_name(view, estimate)),
            class_="what",
        ),
        tag(
            "p",
            tag("strong", wording.figure(view, estimate)),
            basis_mark(view, estimate.basis),
            class_="value",
        ),
        tag("p", tag("b", wording.basis(view, estimate)), " ", wording.reason(view, estimate), class_="why"),
        _working(view, estimate),
        tag("h4", _("It follows from")) if parts else None,
        tag("ol", *(_part(view, row) for row in parts), class_="claims") if parts else None,
        _spread(view, claims, estimate),
        tag("h4", _("Everything we found")) if claims else None,
        tag("ol", *(_claim(view, row, estimate) for row in _ordered(claims, estimate)), class_="claims")
        if claims
        else tag("p", _("No claim about this is recorded in the ledger."), class_="none"),
        report_figure(view, " · ".join(filter(None, (about, wording.quantity_name(view, estimate))))),
        class_="panel",
        role="group",
        aria_label=_("Sources of this figure"),
    )


def _working(view: View, estimate: Estimate) -> Markup | None:
    """Name the formula and the factors of a derived or modelled figure."""
    if not estimate.formula and not estimate.factors:
        return None
    _ = view.words.gettext
    known = by_id(view.dataset, "factors")
    factors = [
        tag(
            "li",
            wording.data_text(view, known[factor]["description"]),
            ": ",
            wording.amount(view, known[factor]["value"], known[factor]["unit"]),
            ". ",
            source_link(view, known[factor]["source_id"]),
        )
        for factor in estimate.factors
        if factor in known
    ]
    return tag(
        "div",
        tag("p", _("Formula:"), " ", wording.formula(view, estimate.formula)) if estimate.formula else None,
        tag("ul", *factors) if factors else None,
        tag("p", _method_link(view, estimate)) if estimate.basis in {"derived", "modelled"} else None,
        class_="working",
    )


def _method_link(view: View, estimate: Estimate) -> Markup:
    """Lead to the paragraph of the page Method that says how such a figure is worked out."""
    anchor = "derived" if estimate.basis == "derived" else anchor_of(estimate.quantity)
    return method_link(view, view.words.gettext("How this is worked out"), anchor)


def _claim(view: View, row: Row, estimate: Estimate) -> Markup:
    """Write one claim: value, time, kind, confidence, definition, source, what became of it."""
    _, term = view.words.gettext, view.words.term
    is_headline = row["claim_id"] == estimate.claim_id
    facts = [
        _("as of {date}").format(date=wording.when(view, row["as_of"])) if row["as_of"] else _("undated"),
        term(row["kind"]),
        term(row["confidence"]),
        None if row["fit"] == "exact" else wording.fit(view, row["fit"]),
    ]
    return tag(
        "li",
        tag(
            "p", tag("strong", wording.claim_value(view, row)), _headline_badge(view) if is_headline else None
        ),
        tag("p", " · ".join(fact for fact in facts if fact), class_="facts"),
        tag("p", wording.data_text(view, row["definition"])) if row["definition"] else None,
        tag("p", source_link(view, row["source_id"])),
        tag("p", wording.data_text(view, row["note"]), class_="note") if row["note"] else None,
        tag("p", wording.lost(view, row["claim_id"], estimate), class_="lost") if not is_headline else None,
        tag("p", _overdue_words(view, row), class_="stale") if _is_overdue(row) else None,
        report_claim(view, row["claim_id"]),
        class_="headline" if is_headline else None,
    )


def _part(view: View, row: Row) -> Markup:
    """Write one claim that a derived figure follows from: what of, how much, who says so."""
    return tag(
        "li",
        tag(
            "p",
            wording.subject(view, row["subject_type"], row["subject_id"]),
            ": ",
            tag("strong", wording.claim_value(view, row)),
        ),
        tag("p", wording.data_text(view, row["definition"])) if row["definition"] else None,
        tag("p", source_link(view, row["source_id"])),
    )


def _headline_badge(view: View) -> Markup:
    """Mark the claim that the closed chip shows."""
    return tag("span", view.words.gettext("shown as the headline"), class_="badge")


def _spread(view: View, claims: Sequence[Row], estimate: Estimate) -> Markup | None:
    """Draw where the claims lie, if at least two carry numbers; it can be saved as a picture."""
    if not claims:
        return None
    subject = claims[0]["subject_type"], claims[0]["subject_id"]
    try:
        chart = spread(view, claims, subject=subject, headline=estimate.claim_id, unit=estimate.unit)
    except ChartError:
        return None
    keys = {
        "subject_type": subject[0],
        "subject_id": subject[1],
        "quantity": claims[0]["quantity"],
    }
    return together(spread_strip(chart), panel_menu(view, chart, keys))


def _ordered(claims: Sequence[Row], estimate: Estimate) -> list[Row]:
    """Put the headline first, then what spoke, then the rest, newest first."""
    spoke = set(estimate.spoke)
    newest_first = sorted(claims, key=lambda row: (row["as_of"] or "", row["claim_id"]), reverse=True)
    return sorted(
        newest_first, key=lambda row: (row["claim_id"] != estimate.claim_id, row["claim_id"] not in spoke)
    )


def _is_overdue(row: Row) -> bool:
    """Whether the day by which the claim wanted a review has passed."""
    return bool(row["check_by"]) and date.fromisoformat(row["check_by"]) < today()


def _overdue_words(view: View, row: Row) -> str:
    """Say since when a review is due."""
    _ = view.words.gettext
    day = wording.when(view, row["check_by"])
    return _("Due for review since {date}.").format(date=day)
