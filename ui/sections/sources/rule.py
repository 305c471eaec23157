"""The estimate rule in words, put together from the same orders that the code ranks by."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from corridor.evidence.rule import BAND_YEARS, CONFIDENCE_ORDER, KIND_ORDER, RANK_CODES
from ui.language.text import N_
from ui.look.markup import tag
from ui.look.modes import BASIS, FIT, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from ui.language.text import Words
    from ui.link.view import View

CONFIDENCE = {
    "official": N_("the responsible body itself"),
    "report": N_("a study"),
    "press": N_("a newspaper or agency"),
    "secondary": N_("a copy, blog or encyclopedia"),
}
KINDS_IN_ORDER = (*KIND_ORDER, *(kind for kind in KINDS if kind not in KIND_ORDER))


def sentences(words: Words) -> list[str]:
    """
    Say the rule step by step.

    Parameters
    ----------
    words
        The visitor's language.

    Returns
    -------
    list of str
        One sentence a step, in the order in which the rule takes them.
    """
    _, _n = words.gettext, words.ngettext
    ranks = {
        "kind": _("Of these, the kind decides first: {order}.").format(order=_kinds(words)),
        "confidence": _("Among equals, who stands behind it: {order}.").format(order=_confidences(words)),
        "newest": _("Then the newest wins, by the time that it is about, then by the day of publication."),
        "precision": _("Then a stated value goes before a range, and a range before a single bound."),
        "id": _("Claims that are equal in all of this keep the order of their ids."),
    }
    return [
        _("Only claims about exactly this subject and this quantity can become the figure shown."),
        *(ranks[code] for code in dict.fromkeys(RANK_CODES)),
        _("The figure shown is the value that this claim states, the middle of its range or its only bound."),
        _n(
            "The range spans all fitting claims not older than {count} year before the newest.",
            "The range spans all fitting claims not older than {count} years before the newest.",
            BAND_YEARS,
        ).format(count=BAND_YEARS),
        _("Of what is counted period by period, it spans only claims on the period of the figure shown."),
        _("Worst cases only widen the extreme shown; they never become the figure."),
        _(
            "Without a fitting claim, a figure is derived from published ones by a named formula; else "
            "modelled by a stated factor; else it is missing, and the total says so."
        ),
    ]


def in_words(view: View) -> Markup:
    """Write the rule as numbered steps, with what its words mean."""
    _ = view.words.gettext
    return tag(
        "details",
        tag("summary", _("Method")),
        tag("ol", *(tag("li", sentence) for sentence in sentences(view.words)), class_="cx-steps"),
        tag(
            "div",
            _meanings(view, _("Kinds, the first comes first"), KINDS_IN_ORDER, _kind_meaning),
            _meanings(view, _("Who stands behind it"), tuple(CONFIDENCE), CONFIDENCE.__getitem__),
            _meanings(view, _("How closely it fits"), tuple(FIT), FIT.__getitem__),
            _meanings(view, _("What a figure rests on"), tuple(BASIS), lambda one: BASIS[one].meaning),
            class_="cx-meanings",
        ),
        class_="cx-more cx-fold",
    )


def _kinds(words: Words) -> str:
    """Write the kinds of claims in the order of preference."""
    return words.gettext(" before ").join(words.gettext(KINDS[kind].label) for kind in KIND_ORDER)


def _confidences(words: Words) -> str:
    """Write the confidences in the order of preference, equal ones together."""
    ordered = sorted(CONFIDENCE_ORDER, key=CONFIDENCE_ORDER.__getitem__)
    ranks = groupby(ordered, CONFIDENCE_ORDER.__getitem__)
    joint = words.gettext(" and ")
    return words.gettext(" before ").join(joint.join(map(words.term, names)) for _rank, names in ranks)


def _meanings(view: View, title: str, codes: Sequence[str], meaning: object) -> Markup:
    """List what each of some words means."""
    _, term = view.words.gettext, view.words.term
    items = []
    for code in codes:
        sign = tag("span", class_=f"basis basis-{code}", aria_hidden="true") if code in BASIS else None
        items.append(tag("dt", sign, term(code)))
        items.append(tag("dd", _(meaning(code))))  # type: ignore[operator]
    return tag("section", tag("h3", title), tag("dl", *items))


def _kind_meaning(kind: str) -> str:
    """Meaning of a kind of claim."""
    return KINDS[kind].meaning
