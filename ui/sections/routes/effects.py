"""What a what-if changes, in words: for the best route, for each card, and in how many routes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

_HOURS_PER_DAY, _MIN_DAYS = 24, 1.5
_MINUS = "\N{MINUS SIGN}"


def line(view: View, found: Answer) -> Markup | None:
    """Say in one line what changed against the question without the what-if; None without one."""
    said = in_words(view, found)
    return tag("p", said, class_="cx-effect") if said else None


def in_words(view: View, found: Answer) -> str:
    """Write the line as plain text; empty without a what-if."""
    effect = found.effect
    if effect is None:
        return ""
    _ = view.words.gettext
    told = []
    if effect.best_before and effect.best_after:
        change = change_in_words(view, effect.time_h, effect.cost_usd_per_teu)
        if change:
            told.append(_("{change} for the best route").format(change=change))
        elif effect.time_h is not None:
            told.append(_("the best route takes and costs the same"))
    counts = _("{before} → {after} best routes")
    told.append(counts.format(before=effect.routes_before, after=effect.routes_after))
    return _("What if: {effect}.").format(effect="; ".join(told))


def on_card(view: View, found: Answer, route: str) -> Markup | None:
    """Say on a card what changed for its route; None without a what-if, or where it cannot be said."""
    if found.effect is None:
        return None
    _ = view.words.gettext
    row = next((row for row in rows(found.effect.routes) if row["route_id"] == route), None)
    if row is None:
        return None
    same = change_in_words(view, row["time_h_change_same"], row["cost_usd_per_teu_change_same"])
    best = change_in_words(view, row["time_h_change_best"], row["cost_usd_per_teu_change_best"])
    if same:
        words = _("{change} against this route today").format(change=same)
    elif best:
        words = _("{change} against the best route today").format(change=best)
    elif route == found.effect.best_before:
        words = _("the best route today, unchanged")
    else:
        return None
    return tag("p", words, class_="cx-delta")


def change_in_words(view: View, hours: float | None, usd: float | None) -> str:
    """Write a change of time and cost with its signs; what does not change is left out."""
    parts = []
    if hours is not None and abs(hours) >= 1:
        days = abs(hours) / _HOURS_PER_DAY
        size = (round(days), "d") if days >= _MIN_DAYS else (round(abs(hours)), "h")
        parts.append(f"{_sign(hours)}{fmt.quantity(*size, view.lang)}")
    if usd is not None and abs(usd) >= 1:
        parts.append(f"{_sign(usd)}{fmt.quantity(abs(usd), 'USD', view.lang, digits=2)}")
    return ", ".join(parts)


def _sign(value: float) -> str:
    """Sign of a change."""
    return "+" if value > 0 else _MINUS
