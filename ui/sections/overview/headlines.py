"""The figures with which the Overview opens: which ones, in which order, under which title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.evidence.figures import LEG_QUANTITIES
from ui.evidence import wording
from ui.evidence.chips import basis_mark, subject_chip
from ui.evidence.figure_keys import ClaimedFigure, LegFigure
from ui.evidence.rows import claims_on
from ui.language.text import N_
from ui.look import first_screen
from ui.look.markup import tag
from ui.look.modes import BASIS

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.evidence.claims import Estimate
    from ui.link.view import View

BESIDE = 4


@dataclass(frozen=True)
class Headline:
    """One figure of the Overview: its title (a msgid) and what it is."""

    title: str
    subject_type: str
    subject_id: str
    quantity: str


# Those that stand beside the map come first.
HEADLINES = (
    Headline(N_("Direct flights Astana – Belgrade"), "service", "dv-nqz-beg", "weekly_frequency"),
    Headline(N_("Chinese border (Altynkol) – Poti, published time"), "topic", "altynkol-poti-port", "time_h"),
    Headline(N_("Cargo on the Trans-Caspian route, latest year"), "corridor", "trans-caspian", "volume_t"),
    Headline(N_("Trade between Kazakhstan and Serbia"), "topic", "kz-rs", "trade_turnover_usd"),
    Headline(N_("Flight time Astana – Belgrade"), "service", "dv-nqz-beg", "block_min"),
    Headline(
        N_("Containers on the Trans-Caspian route, latest year"), "corridor", "trans-caspian", "volume_teu"
    ),
    Headline(
        N_("Chinese border (Altynkol) – Constanța, published time"),
        "topic",
        "altynkol-constanta-port",
        "time_h",
    ),
    Headline(N_("Across the Caspian, Aktau – Alat"), "leg", "aktau-alat", "time_h"),
    Headline(N_("Memoranda of February 2026"), "event", "ev-2026-02-27-talks", "documents_count"),
    Headline(N_("Serbian companies in Kazakhstan"), "topic", "serbian-companies-in-kz", "companies_count"),
)


def beside(view: View) -> Markup:
    """Draw the key figures that stand beside the map."""
    return first_screen.key_cards(*(_card(view, headline) for headline in known(view, HEADLINES[:BESIDE])))


def cards(view: View) -> Markup:
    """Draw the other headline figures, each as a card with a claim chip."""
    return tag(
        "ul", *(_card(view, headline) for headline in known(view, HEADLINES[BESIDE:])), class_="cx-cards"
    )


def known(view: View, headlines: tuple[Headline, ...]) -> list[Headline]:
    """Leave out the figures of which the data hold no subject, as own data may."""
    return [
        shown
        for shown in headlines
        if view.dataset.has(wording.TABLE_OF[shown.subject_type], shown.subject_id)
    ]


def marks_explained(view: View) -> Markup:
    """Say once what the four marks beside figures mean."""
    _ = view.words.gettext
    keys = [
        tag(
            "span",
            basis_mark(view, basis),
            " ",
            tag("b", _(mark.label)),
            ": ",
            _(mark.meaning),
            class_="cx-key",
        )
        for basis, mark in BASIS.items()
    ]
    return tag("p", *keys, class_="cx-note cx-keys")


def estimate_of(view: View, headline: Headline) -> Estimate:
    """Estimate one headline figure; figures of legs have their fall-backs."""
    return _key_of(headline).estimate(view.dataset)


def _key_of(headline: Headline) -> ClaimedFigure | LegFigure:
    """How one headline figure is asked for."""
    if headline.subject_type == "leg" and headline.quantity in LEG_QUANTITIES:
        return LegFigure(headline.subject_id, headline.quantity)
    return ClaimedFigure(headline.subject_type, headline.subject_id, headline.quantity)


def _card(view: View, headline: Headline) -> Markup:
    """Draw one card: title, figure, the time it speaks of, how many claims stand behind it."""
    _, _n = view.words.gettext, view.words.ngettext
    estimate = estimate_of(view, headline)
    count = len(claims_on(view.dataset, headline.subject_type, headline.subject_id, headline.quantity))
    facts = [
        _("as of {date}").format(date=wording.when(view, estimate.as_of)) if estimate.as_of else None,
        view.words.term(estimate.kind) if estimate.kind else None,
        _n("{count} claim", "{count} claims", count).format(count=count) if count else None,
    ]
    return tag(
        "li",
        tag("h3", _(headline.title)),
        subject_chip(
            view,
            headline.subject_type,
            headline.subject_id,
            headline.quantity,
            estimate,
            asked=_key_of(headline),
        ),
        tag("p", " · ".join(fact for fact in facts if fact)),
        class_="cx-card",
    )
