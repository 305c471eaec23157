"""The modelling factors: which the model uses, which stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.look.markup import link, tag, together
from ui.look.modes import MODES
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.link.view import View

    Row = Mapping[str, Any]


def factors(view: View) -> Markup:
    """Write the factors in use as a table, the alternatives as one that opens."""
    _, _n = view.words.gettext, view.words.ngettext
    every = rows(view.dataset.factors.sort_values(["quantity", "mode", "country", "factor_id"]))
    used = [row for row in every if row["role"] == "default"]
    beside = [row for row in every if row["role"] != "default"]
    more = _n("{count} alternative, kept beside", "{count} alternatives, kept beside", len(beside))
    return together(
        tag(
            "p",
            _(
                "Where no source states a figure of a leg or node, it is modelled by the default factor for "
                "the quantity, mode and country. Every factor has its source; the alternatives show how far "
                "others differ."
            ),
            class_="cx-prose",
        ),
        _table(view, used, _("Factors that the model uses (default)")),
        tag(
            "details",
            tag("summary", more.format(count=fmt.number(len(beside), view.lang))),
            _table(view, beside, _("Alternatives")),
            class_="cx-more",
        )
        if beside
        else None,
    )


def factor_rows(view: View, quantities: Sequence[str]) -> Markup:
    """Write the factors of some quantities that the model uses."""
    every = rows(view.dataset.factors.sort_values(["quantity", "mode", "country", "factor_id"]))
    used = [row for row in every if row["role"] == "default" and row["quantity"] in quantities]
    return _table(view, used, view.words.gettext("Factors that the model uses (default)"))


def _table(view: View, some: Sequence[Row], caption: str) -> Markup:
    """Write factors as a table."""
    _ = view.words.gettext
    columns = (
        Column(key="what", title=_("Factor"), is_header=True),
        Column(key="value", title=_("Value"), is_figure=True),
        Column(key="holds", title=_("Applies to")),
        Column(key="year", title=_("Year"), is_count=True),
        Column(key="source", title=_("Source")),
        Column(key="role", title=_("Role")),
    )
    sources = by_id(view.dataset, "sources")
    lines = [
        Line(
            cells={
                "what": together(
                    wording.data_text(view, row["description"]),
                    tag("small", wording.data_text(view, row["method"])) if row["method"] else None,
                ),
                "value": _value(view, row),
                "holds": _holds(view, row),
                "year": f"{row['year']}" if row["year"] else "",
                "source": link(
                    sources[row["source_id"]]["publisher"],
                    sources[row["source_id"]]["url"],
                    title=sources[row["source_id"]]["title"],
                ),
                "role": tag("span", view.words.term(row["role"]), class_=f"cx-role is-{row['role']}"),
            }
        )
        for row in some
    ]
    return table(view, lines, columns, caption, class_="cx-factors")


def _value(view: View, row: Row) -> Markup:
    """Write the value with its range and the mark that a source states it."""
    low, high = row["low"], row["high"]
    span = fmt.band(low, None, high, row["unit"], view.lang) if low is not None and high is not None else ""
    return together(
        wording.amount(view, row["value"], row["unit"]),
        basis_mark(view, "published"),
        tag("small", span) if span else None,
    )


def _holds(view: View, row: Row) -> Markup | str:
    """Say for which mode, country and scope it holds."""
    _ = view.words.gettext
    mode = row["mode"]
    country = by_id(view.dataset, "countries").get(row["country"])
    parts = [
        _(MODES[mode].label) if mode in MODES else (view.words.term(mode) if mode else ""),
        view.words.name(country) if country else "",
        wording.data_text(view, row["scope"]) if row["scope"] else "",
    ]
    return Markup(" · ").join(part for part in parts if part)
