"""The page Method as HTML: its opening, its paragraphs, what it must not be used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.evidence.formulas import FORMULAS
from corridor.routing.risk import SAMPLES, SEED
from ui.evidence import wording
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.first_screen import Opening
from ui.look.links import ledger_way, way
from ui.look.markup import tag, together
from ui.sections.method.paragraphs import BY_ANCHOR, MUST_NOT, PARAGRAPHS
from ui.sections.sources import rule
from ui.sections.sources.factor_table import factor_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.method.paragraphs import Paragraph

NOT_FOR = N_("What it must not be used for")
SECTIONS = {"not-for": NOT_FOR, **{each.anchor: each.title for each in PARAGRAPHS}}


def opening(view: View) -> Opening:
    """Say on how many claims, formulas and factors all figures rest."""
    _, _n = view.words.gettext, view.words.ngettext
    used = sum(row["role"] == "default" for row in rows(view.dataset.factors))
    text = _(
        "Every figure is a published claim, or follows from claims by one of {formulas} formulas, {factors} "
        "factors and the models below."
    )
    doubt = _("They replace no offer, no timetable and no legal opinion.")
    basis = _("{claims} claims of {sources} sources.").format(
        claims=fmt.number(len(view.dataset.claims), view.lang),
        sources=fmt.number(len(view.dataset.sources), view.lang),
    )
    counts = {"formulas": len(FORMULAS) + sum(bool(each.formula) for each in PARAGRAPHS), "factors": used}
    said = text.format(**{name: fmt.number(count, view.lang) for name, count in counts.items()})
    return Opening(sentence=said, doubt=doubt, basis=basis)


def must_not(view: View) -> Markup:
    """List what the tool must not be used for."""
    _ = view.words.gettext
    return tag("ul", *(tag("li", _(words)) for words in MUST_NOT), class_="cx-steps")


def paragraph(view: View, anchor: str) -> Markup:
    """Write one paragraph: formula, text, limits, factors with their sources."""
    _ = view.words.gettext
    one = BY_ANCHOR[anchor]
    limits = [tag("li", _(words)) for words in one.limits]
    return together(
        tag("p", tag("b", _("Formula: ")), _(one.formula), class_="cx-formula") if one.formula else None,
        tag("p", " ".join(_(words) for words in one.text), class_="cx-prose"),
        tag("div", tag("b", _("Limits")), tag("ul", *limits)) if limits else None,
        _more(view, one),
        tag("p", tag("small", _("In the library: "), tag("code", one.code)), class_="cx-note")
        if one.code
        else None,
    )


def _more(view: View, one: Paragraph) -> Markup | None:
    """Write what a paragraph shows of the data: rule, formulas, factors, seed."""
    draw = _MORE.get(one.anchor)
    if draw is not None:
        return draw(view)
    return factor_rows(view, one.factors) if one.factors else None


def _formulas(view: View) -> Markup:
    """List the named formulas."""
    return tag("ul", *(tag("li", wording.formula(view, formula.name)) for formula in FORMULAS))


def _all_factors(view: View) -> Markup:
    """Lead to all factors."""
    text = view.words.gettext("All factors with their alternatives")
    return tag("p", ledger_way(view, text, section="factors"))


def _draws(view: View) -> Markup:
    """Say how many draws from which seed there are."""
    told = view.words.gettext("{count} draws, seed {seed}.")
    return tag("p", told.format(count=fmt.number(SAMPLES, view.lang), seed=SEED), class_="cx-note")


def _measured(view: View) -> Markup:
    """Lead to the published times beside the model."""
    return tag("p", way(view, "corridor", view.words.gettext("Published times beside the model")))


_MORE: Mapping[str, Callable[[View], Markup]] = {
    "published": rule.in_words,
    "derived": _formulas,
    "modelled": _all_factors,
    "sure": _draws,
    "practice": _measured,
}
