"""The choice of projects on the page Partners: facets and one project, held by the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.language.labels import THEMES
from corridor.memory.memo import Depends, remembered
from corridor.partners.facets import FACETS, UNDATED, RegisterFilters, chosen, counts
from corridor.partners.register import register
from ui.evidence.memory import today
from ui.evidence.rows import by_id
from ui.language.text import N_
from ui.link import address
from ui.link.state import State, moved
from ui.sections.partners.minerals import MINERALS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

_MAX_DAYS, _MAX_CHOICES = 2, 128
SILENCE = {
    "this-year": N_("within a year"),
    "one-year": N_("one to two years ago"),
    "two-years": N_("two to four years ago"),
    "four-years": N_("four years ago or more"),
    "undated": N_("no dated report"),
}
_TITLES = {
    "theme": N_("Theme of February 2026"),
    "sector": N_("Sector"),
    "stage": N_("Status"),
    "partner": N_("Country"),
    "party": N_("Party"),
    "mineral": N_("Mineral"),
    "due": N_("Due"),
    "silence": N_("Last report"),
}


def choose(view: View) -> pd.DataFrame:
    """Draw the facets; give the projects that they leave, the last reported first."""
    _, _n = view.words.gettext, view.words.ngettext
    filters = _filters(view)
    found, values = _chosen(view.dataset, today(), filters)
    active = sum(getattr(filters, facet) is not None for facet in FACETS)
    title = _n("Filters ({count} set)", "Filters ({count} set)", active).format(count=active)
    with st.expander(title if active else _("Filters: theme, sector, status and more"), expanded=active > 0):
        for row in (FACETS[:4], FACETS[4:]):
            for column, facet in zip(st.columns(len(row)), row, strict=True):
                with column:
                    _facet(view, facet, getattr(filters, facet), values[facet])
        if active:
            st.button(_("Clear all filters"), on_click=_clear)
    return found


def choose_project(view: View, found: pd.DataFrame) -> str | None:
    """Let the visitor open one of the projects by name."""
    _ = view.words.gettext
    projects = by_id(view.dataset, "projects")
    ids = [project_id for project_id in found["project_id"] if project_id in projects]
    selected = view.state.project
    if selected is not None and selected not in ids:
        ids = [selected, *ids]
    st.selectbox(
        _("Open a project"),
        ids,
        index=None,
        format_func=lambda one: view.words.name(projects[one]),
        placeholder=_("no project chosen"),
        **address.bound(moved(view.state, project=selected), "project"),
    )
    return selected


def found_by(view: View) -> pd.DataFrame:
    """Give the projects that the facets of the address leave, without a widget."""
    return _chosen(view.dataset, today(), _filters(view))[0]


def _filters(view: View) -> RegisterFilters:
    """Take the facets out of the state."""
    return RegisterFilters(**{facet: getattr(view.state, facet) for facet in FACETS})


def known(view: View) -> pd.DataFrame:
    """Give the whole register as it stands today, worked out once a day."""
    return _register(view.dataset, today())


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=_MAX_DAYS)
def _register(dataset: Dataset, day: date) -> pd.DataFrame:
    """Give the whole register as it stands on a day."""
    return register(dataset, today=day)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=_MAX_CHOICES)
def _chosen(
    dataset: Dataset, day: date, filters: RegisterFilters
) -> tuple[pd.DataFrame, Mapping[str, Mapping[str, int]]]:
    """Give the projects that the facets leave on a day, and the count of each value under the others."""
    whole = _register(dataset, day)
    return chosen(whole, filters), counts(whole, filters)


def row(view: View, project_id: str) -> Mapping[Any, Any]:
    """Give one project's row of the register."""
    whole = known(view)
    return dict(whole[whole["project_id"] == project_id].iloc[0])


def filters_in_words(view: View) -> list[str]:
    """Word each facet that the address chooses, such as "Status: construction"."""
    chosen_ = {facet: getattr(view.state, facet) for facet in FACETS}
    return [
        f"{view.words.gettext(_TITLES[facet])}: {_word(view, facet)(value)}"
        for facet, value in chosen_.items()
        if value is not None
    ]


def _facet(view: View, facet: str, picked: str | None, values: Mapping[str, int]) -> None:
    """Draw one facet, each value with its count under the other filters."""
    _ = view.words.gettext
    word = _word(view, facet)
    st.selectbox(
        _(_TITLES[facet]),
        [*values, *([picked] if picked is not None and picked not in values else [])],
        index=None,
        format_func=lambda one: f"{word(one)} ({values.get(one, 0)})",
        placeholder=_("any"),
        **address.bound(view.state, facet),
    )


def _word(view: View, facet: str) -> Callable[[str], str]:
    """Give the function that words the values of a facet."""
    _ = view.words.gettext
    if facet == "theme":
        return lambda one: _(THEMES[one])
    if facet == "mineral":
        return lambda one: _(MINERALS[one]) if one in MINERALS else one
    if facet == "due":
        return lambda one: _("no date") if one == UNDATED else one
    if facet == "silence":
        return lambda one: _(SILENCE[one])
    if facet in {"partner", "party"}:
        rows = by_id(view.dataset, "countries" if facet == "partner" else "organisations")
        return lambda one: view.words.name(rows[one]) if one in rows else one
    return view.words.term


def _clear() -> None:
    """Let go of all facets."""
    address.write(**{name: getattr(State(), name) for name in FACETS})
