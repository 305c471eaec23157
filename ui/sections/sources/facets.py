"""The choice of claims on the page Sources and data: words, facets, page, all held by the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.audit.ledger import FACETS, Filters, facets, search
from corridor.memory.caches import Cache
from ui.evidence import wording
from ui.evidence.claim_names import claim_names
from ui.evidence.memory import today
from ui.evidence.rows import by_id
from ui.language.text import N_
from ui.link import address
from ui.link.key_values import MAX_WORDS
from ui.link.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

LENGTHS = {"page": 25, "conflict_page": 10, "source_page": 10}

_FIRST = ("subject_type", "group", "kind", "age")
_TITLES = {
    "subject_type": N_("About"),
    "subject": N_("Subject"),
    "group": N_("Group of quantities"),
    "quantity": N_("Quantity"),
    "source_kind": N_("Kind of source"),
    "source": N_("Source"),
    "kind": N_("Kind"),
    "confidence": N_("Confidence"),
    "fit": N_("Fit"),
    "age": N_("Age"),
}
_AGES = {"overdue": N_("due for review"), "current": N_("not yet due")}


@dataclass(frozen=True, kw_only=True)
class Found:
    """The claims that the filters of the address let through, and the counts of each facet."""

    claim_ids: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]]


searches: Cache[Found] = Cache("searches of the ledger", most=256)


def choose(view: View) -> tuple[str, ...]:
    """Draw the search box and the facets; give the ids of the claims found, in order."""
    _, _n = view.words.gettext, view.words.ngettext
    filters = filters_of(view.state)
    found = _found(view.dataset, view.data_token, view.lang, filters, today())
    st.text_input(
        _("Search the ledger"),
        placeholder=_("words in names, definitions, notes, sources: Aktau gauge"),
        max_chars=MAX_WORDS,
        **address.bound(view.state, "search", clear=("page", "claim")),
    )
    _facet_row(view, filters, found, _FIRST)
    rest = tuple(facet for facet in FACETS if facet not in _FIRST)
    active = sum(getattr(filters, facet) is not None for facet in rest)
    title = _("More filters") if not active else _n(
        "More filters ({count} set)", "More filters ({count} set)", active
    ).format(count=active)  # fmt: skip
    with st.expander(title, expanded=active > 0):
        _facet_row(view, filters, found, rest[:3])
        _facet_row(view, filters, found, rest[3:])
    if filters != Filters():
        st.button(_("Clear all filters"), on_click=_clear)
    return found.claim_ids


def found_by(view: View) -> tuple[str, ...]:
    """Give the ids of the claims that the filters of the address leave, without a widget."""
    filters = filters_of(view.state)
    return _found(view.dataset, view.data_token, view.lang, filters, today()).claim_ids


def filters_of(state: State) -> Filters:
    """Take the filters of the ledger out of the state."""
    return Filters(words=state.search, **{facet: getattr(state, facet) for facet in FACETS})


def filters_in_words(view: View) -> list[str]:
    """Word the search and each facet that the address chooses, such as "Kind: observed"."""
    _ = view.words.gettext
    chosen = {name: getattr(view.state, name) for name in FACETS}
    words = [f"{_('Search the ledger')}: {view.state.search}"] if view.state.search else []
    return words + [
        f"{_(_TITLES[name])}: {_labels(view, name)(value)}"
        for name, value in chosen.items()
        if value is not None
    ]


def span(view: View, field: str, length: int) -> tuple[int, int]:
    """Give the positions where the page of a list that the address names starts and ends."""
    page = min(getattr(view.state, field), _last(field, length))
    return (page - 1) * LENGTHS[field], min(page * LENGTHS[field], length)


def choose_page(view: View, field: str, length: int) -> None:
    """Draw the choice of a page below a list; a list of one page needs none."""
    last = _last(field, length)
    if last == 1:
        return
    page = min(getattr(view.state, field), last)
    key = f"{field}-{page}-of-{last}"  # the address moves the page: each has a widget of its own
    st.pagination(last, default=page, key=key, on_change=_take_page, args=(key, field))


def _last(field: str, length: int) -> int:
    """Give the number of the last page of a list."""
    return max(1, -(-length // LENGTHS[field]))


def _facet_row(view: View, filters: Filters, found: Found, names: Sequence[str]) -> None:
    """Draw some facets side by side, each value with its count under the other filters."""
    _ = view.words.gettext
    for column, name in zip(st.columns(len(names)), names, strict=True):
        counts = found.counts[name]
        chosen = getattr(filters, name)
        options = [*counts, *([chosen] if chosen is not None and chosen not in counts else [])]
        label = _labels(view, name)
        with column:
            st.selectbox(
                _(_TITLES[name]),
                options,
                index=None,
                format_func=lambda one, label=label, counts=counts: f"{label(one)} ({counts.get(one, 0)})",
                placeholder=_("any"),
                **address.bound(view.state, name, clear=("page", "claim")),
            )


def _labels(view: View, name: str) -> Callable[[str], str]:
    """Give the function that words the values of a facet."""
    _ = view.words.gettext
    if name == "subject":
        return lambda one: wording.subject(view, *one.split(".", 1))
    if name == "quantity":
        quantities = by_id(view.dataset, "quantities")
        return lambda one: view.words.name(quantities[one])
    if name == "source":
        sources = by_id(view.dataset, "sources")
        return lambda one: f"{sources[one]['publisher']}: {sources[one]['title']}"
    if name == "age":
        return lambda one: _(_AGES[one])
    return view.words.term


def _take_page(key: str, field: str) -> None:
    """Write the chosen page to the address."""
    address.write(**{field: st.session_state[key]})


def _clear() -> None:
    """Let go of all filters of the ledger."""
    fields = ("search", "page", "claim", *FACETS)
    address.write(**{name: getattr(State(), name) for name in fields})


def _found(dataset: Dataset, data_token: str, lang: str, filters: Filters, day: Any) -> Found:
    """Search once for each question of the day."""
    return searches.get((data_token, lang, filters, day), lambda: _searched(dataset, lang, filters, day))


def _searched(dataset: Dataset, lang: str, filters: Filters, day: Any) -> Found:
    """Search the ledger."""
    more = claim_names(dataset, lang) if filters.words else None
    claims = search(dataset, filters, today=day, more=more)
    return Found(claim_ids=tuple(claims["claim_id"]), counts=facets(dataset, filters, today=day, more=more))
