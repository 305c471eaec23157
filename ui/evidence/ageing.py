"""The ageing register: what is due for a review, counted and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.ageing import BANDS, ageing, overdue_count
from corridor.audit.known import known_until
from corridor.audit.ledger import OVERDUE
from ui.evidence import wording
from ui.evidence.claims_table import claims_table, overdue_claims
from ui.evidence.memory import today
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.folds import folded_on_phones
from ui.look.links import ledger_way
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

_BANDS = {
    "quarter": N_("up to 3 months"),
    "half-year": N_("3 to 6 months"),
    "year": N_("6 to 12 months"),
    "older": N_("over a year"),
}
_OLDEST = 5


def whole(view: View) -> Markup:
    """Write the register: what it means, the counts, the longest overdue."""
    return together(_in_short(view), _counts(view), _longest(view))


def footer_link(view: View) -> Markup:
    """Say in the footer of every page how much is overdue, with the way to the register."""
    _n = view.words.ngettext
    late = overdue_count(view.dataset, today=today())
    text = _n(
        "{count} claim of {all} is due for review", "{count} claims of {all} are due for review", late
    ).format(count=fmt.number(late, view.lang), all=fmt.number(len(view.dataset.claims), view.lang))
    return ledger_way(view, text, section="ageing")


def data_date(view: View) -> str:
    """Write the day of the data."""
    return wording.when(view, view.dataset.package.created)


def known_words(view: View) -> str:
    """Say in a few words up to which month the data reach; "" where no page is dated."""
    month = known_until(view.dataset)
    return view.words.gettext("Known until {month}").format(month=wording.when(view, month)) if month else ""


def known_sentence(view: View) -> str:
    """Say in a sentence up to which month the data reach; "" where no page is dated."""
    month = known_until(view.dataset)
    told = view.words.gettext(
        "Known until {month}: of the pages read, only one in a hundred is newer. "
        "What happened later is in no figure."
    )
    return told.format(month=wording.when(view, month)) if month else ""


def _in_short(view: View) -> Markup:
    """Say what overdue means, and how much of the ledger is."""
    _ = view.words.gettext
    late, all_ = overdue_count(view.dataset, today=today()), len(view.dataset.claims)
    short = tag(
        "p",
        _(
            "Each claim has a review date: early for timetables, prices and plans, later for "
            "distances and history. On {day} this date has passed for {late} of {all} claims. "
            "Their figures are greyed and marked on every page."
        ).format(
            day=wording.when(view, today().isoformat()),
            late=fmt.number(late, view.lang),
            all=fmt.number(all_, view.lang),
        ),
        class_="cx-prose",
    )
    clock = _(
        "The day counts from the newest page read on the same matter: an old page read again makes nothing "
        "younger, a newer one does. Of claims that came by an import, the day of reading is that of the "
        "import."
    )
    return folded_on_phones(_("What a review date is"), short, tag("p", clock, class_="cx-prose"))


def _counts(view: View) -> Markup:
    """Write the counts by group of quantities and time since a review was due."""
    _ = view.words.gettext
    columns = (
        Column(key="group", title=_("Group of quantities"), is_header=True),
        Column(key="claims", title=_("Claims"), is_count=True),
        Column(key="overdue", title=_("Overdue"), is_count=True),
        *(Column(key=band, title=_(_BANDS[band]), is_count=True) for band in BANDS),
        Column(key="oldest", title=_("Longest overdue since"), is_count=True),
    )
    lines = []
    for row in rows(ageing(view.dataset, today=today())):
        late = fmt.number(row["overdue_count"], view.lang)
        lines.append(
            Line(
                cells={
                    "group": view.words.term(row["group"]).capitalize(),
                    "claims": fmt.number(row["claims_count"], view.lang),
                    "overdue": ledger_way(view, late, group=row["group"], age=OVERDUE)
                    if row["overdue_count"]
                    else late,
                    **{band: fmt.number(row[band], view.lang) if row[band] else "–" for band in BANDS},
                    "oldest": wording.when(view, row["oldest"]) if row["oldest"] else "–",
                }
            )
        )
    return table(
        view,
        lines,
        columns,
        _("Claims due for review, by group and by time overdue"),
        class_="cx-matrix",
    )


def _longest(view: View) -> Markup:
    """Show the claims that have waited longest, with the way to all others."""
    _ = view.words.gettext
    late = overdue_count(view.dataset, today=today())
    all_ = _("All {count} overdue claims in the ledger").format(count=fmt.number(late, view.lang))
    return together(
        claims_table(view, overdue_claims(view, count=_OLDEST), _("Longest overdue"), fold="always"),
        tag("p", ledger_way(view, all_, age=OVERDUE)) if late > _OLDEST else None,
    )
