"""What has changed since a link was made: the figures of the data version that it names beside today's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.audit import history
from corridor.audit.headline_figures import TOTAL
from corridor.brief.provenance import named_subjects
from corridor.evidence.claims import Estimate
from corridor.memory.memo import Depends, remembered
from ui.chain.totals import CRITERIA
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import by_id, rows
from ui.link import own
from ui.look.links import ledger_way
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.settings import dataset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.evidence.shown import Shown
    from ui.link.view import View

    Row = Mapping[str, Any]

_MAX_ROWS = 100


def draw(view: View, frames: Shown | None = None) -> None:
    """Draw `told` at the top of the page; a page calls it again once it knows what it shows."""
    if view.since is not None:
        words = tag("div", told(view, frames), class_="site-notices", role="status", lang=view.lang)
        view.since.html(words)


def told(view: View, frames: Shown | None = None) -> Markup:
    """
    Say how many figures changed since the link was made, with the list.

    Parameters
    ----------
    view
        The visit, opened by a link that names another data version.
    frames
        What the page shows; the list is cut down to it.

    Returns
    -------
    Markup
        A plain word instead if the figures of that version are not kept here.
    """
    _, _n = view.words.gettext, view.words.ngettext
    version = str(view.state.data)
    changed = None if own.current() is not None else _changes(view, version)
    if changed is None:
        unknown = _(
            "The link was made with data version {value}, whose figures are not stored here. You "
            "see version {current}; the changes since then are not known."
        )
        return tag("p", unknown.format(value=version, current=_current(view)))
    lead = _("The link was made with data version {value}. You see version {current}.")
    here = changed if frames is None else _seen(view, frames, changed)
    shown = here[here["change"] != "added"]
    came = int((here["change"] == "added").sum())
    count = _n("{count} figure changed since.", "{count} figures changed since.", len(shown))
    if frames is not None:
        count = _n(
            "{count} figure of this page changed since.",
            "{count} figures of this page changed since.",
            len(shown),
        )
    more = _n("{count} figure is new.", "{count} figures are new.", came) if came else ""
    everywhere = int((changed["change"] != "added").sum())
    beyond = _n("{count} changed in all data.", "{count} changed in all data.", everywhere)
    sentences = [
        lead.format(value=version, current=_current(view)),
        count.format(count=len(shown)),
        more.format(count=came),
        beyond.format(count=everywhere) if frames is not None else "",
    ]
    return together(
        tag("p", " ".join(sentence for sentence in sentences if sentence)),
        _list(view, here) if frames is not None else None,
    )


def _changes(view: View, version: str) -> pd.DataFrame | None:
    """Compare the figures of a version with today's, once for the server; None if they are not kept."""
    try:
        return _compared(view.dataset, version)
    except LookupError:
        return None


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _compared(data: Dataset, version: str) -> pd.DataFrame:
    """Compare the figures of a version that is kept with today's; of others nothing is remembered."""
    old = history.found(version, dataset.history_folder())
    if old is None:
        raise LookupError(version)
    return history.changes(old, history.published(data))


def _seen(view: View, frames: Shown, changed: pd.DataFrame) -> pd.DataFrame:
    """Cut the changes down to what the page speaks of."""
    subjects = named_subjects(view.dataset, frames.tables())
    subjects |= {(TOTAL, id_) for type_, id_ in subjects if type_ == "corridor"}
    subjects |= {(TOTAL, str(frames.choice.get("corridor")))}
    pairs = zip(changed["subject_type"], changed["subject_id"], strict=True)
    return changed.loc[[pair in subjects for pair in pairs]]


def _current(view: View) -> str:
    """Version of the data that is shown now."""
    return f"{view.dataset.version}-{view.dataset.content_hash}"


def _list(view: View, here: pd.DataFrame) -> Markup | None:
    """Write the list: what, then, now."""
    if here.empty:
        return None
    _, _n = view.words.gettext, view.words.ngettext
    columns = (
        Column(key="what", title=_("Figure"), is_header=True),
        Column(key="old", title=_("When the link was made"), is_figure=True),
        Column(key="new", title=_("Now"), is_figure=True),
    )
    lines = [_line(view, row) for row in rows(here.head(_MAX_ROWS))]
    rest = len(here) - len(lines)
    more = _n("and {count} more", "and {count} more", rest).format(count=rest)
    return tag(
        "details",
        tag("summary", _("What changed")),
        table(view, lines, columns, _("Figures that changed since the link was made"), class_="cx-since"),
        tag("p", more) if rest else None,
        class_="site-since",
    )


def _line(view: View, row: Row) -> Line:
    """Write one figure, then and now."""
    return Line(
        cells={
            "what": together(_subject(view, row), tag("small", _quantity(view, row))),
            "old": _figure(view, row, "old"),
            "new": _figure(view, row, "new"),
        }
    )


def _subject(view: View, row: Row) -> str:
    """Name what the figure speaks of."""
    type_, id_ = row["subject_type"], row["subject_id"]
    if type_ == TOTAL:
        return view.words.gettext("Sum of {corridor}").format(corridor=wording.subject(view, "corridor", id_))
    return wording.subject(view, type_, id_) if type_ in wording.TABLE_OF else id_


def _quantity(view: View, row: Row) -> str:
    """Name the quantity."""
    if row["subject_type"] == TOTAL:
        return view.words.gettext(CRITERIA[row["quantity"]][0])
    return wording.quantity_name(view, Estimate(quantity=row["quantity"], unit=""))


def _figure(view: View, row: Row, side: str) -> Markup:
    """Write one of the two figures with its basis mark and the claim behind it."""
    part = {name: row[f"{side}_{name}"] for name in history.PARTS}
    estimate = Estimate(
        quantity=row["quantity"],
        unit=part["unit"],
        low=part["low"],
        typical=part["typical"],
        high=part["high"],
        text=part["text"],
        basis=part["basis"],
        claim_id=part["claim_id"],
        reason=("", "", part["shape"]),
    )
    words = wording.figure(view, estimate)
    if part["gaps"]:
        words = view.words.gettext("at least {value}").format(value=words)
    band = wording.band(view, estimate)
    return together(
        tag("span", words),
        basis_mark(view, estimate.basis),
        tag("small", band) if band else None,
        tag("small", _claim(view, part["claim_id"])) if part["claim_id"] else None,
    )


def _claim(view: View, claim_id: str) -> Markup | str:
    """Link to a claim, if it still stands in the ledger."""
    if claim_id not in by_id(view.dataset, "claims"):
        return claim_id
    return ledger_way(view, claim_id, claim=claim_id)
