"""A corridor in one year: the slider, the year's figures, its upgrades, what happened, marks for the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import streamlit as st

from corridor.columns.corridors import UPGRADES_ON_CHAIN
from corridor.corridors.years import FIRST_YEAR, LAST_YEAR, events_in, tense, upgrades_in
from corridor.memory.memo import Depends, remembered
from corridor.scenario.codec import Scenario, encode
from ui.chain.totals import sums
from ui.evidence import wording
from ui.evidence.chips import basis_mark, chip, sources_chip
from ui.evidence.events import events_of
from ui.evidence.figure_keys import YearFigure
from ui.evidence.memory import today
from ui.evidence.rows import by_id, claims_on, rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.look.folds import folded_on_phones
from ui.look.headings import heading_of
from ui.look.links import way as link_to
from ui.look.markup import tag, together
from ui.look.modes import MARKS
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]


class Told(NamedTuple):
    """How an upgrade's state in a year is told: its sign, its words, its tone for the style sheet."""

    sign: str
    label: str
    tone: str


STATES = {
    "done": Told(MARKS["done"].sign, N_("done by then"), "good"),
    "done-undated": Told(MARKS["done"].sign, N_("done, since when is not recorded"), "good"),
    "due": Told(MARKS["due"].sign, N_("planned by then"), "open"),
    "late": Told(MARKS["late"].sign, N_("past its date, not recorded as done"), "warn"),
    "later": Told("○", N_("after that year"), "plain"),
    "undated": Told("○", N_("planned, without a date"), "plain"),
    "unknown": Told("?", N_("state not known"), "plain"),
    "dropped": Told("×", N_("given up"), "closed"),
}
_OPEN, _DONE = ("due", "late"), ("done", "done-undated")
_TENSES = {
    "past": (
        N_("Past"),
        N_("{year} is past: figures and works are what sources reported of that year. Plans are marked."),
    ),
    "present": (
        N_("This year"),
        N_("{year} is not over: what is done is what sources report so far, the rest is planned."),
    ),
    "future": (
        N_("Planned"),
        N_(
            "{year} lies ahead: nothing here has happened. Figures are plans or targets of those who state "
            "them, works are due by the dates they gave."
        ),
    ),
}
# Title, quantity of the year itself, quantity of the plan.
_AMOUNTS = (
    (N_("Cargo on the whole route"), "volume_t", "volume_t_planned"),
    (N_("Containers on the whole route"), "volume_teu", "volume_teu_planned"),
)
_CAPACITIES = (
    (N_("Capacity of the whole route"), "capacity_t_per_year", "capacity_t_per_year_planned"),
    (N_("Container capacity of the whole route"), "capacity_teu_per_year", "capacity_teu_per_year_planned"),
)


def choose_year(view: View) -> int:
    """Let the visitor choose a year; the address holds the choice."""
    now = min(max(today().year, FIRST_YEAR), LAST_YEAR)
    year: int = st.slider(
        view.words.gettext("Year"),
        FIRST_YEAR,
        LAST_YEAR,
        **address.bound(view.state, "year", default=now),
    )
    return year


def lead(view: View, year: int) -> Markup:
    """Say whether what follows has happened or is planned."""
    _ = view.words.gettext
    name = tense(year, today=today())
    title, words = _TENSES[name]
    return tag(
        "p",
        tag("b", _(title), class_=f"cx-tense {name}"),
        " ",
        _(words).format(year=year),
        class_="cx-prose",
    )


def marks(upgrades: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """Mark legs and nodes on the map: late before planned before done."""
    found: dict[str, str] = {}
    for code in ("done", "due", "late"):
        found |= {row["subject_id"]: code for row in upgrades if row["state"] == code}
    whole = {row["subject_id"] for row in upgrades if row["subject_type"] == "corridor"}
    return tuple((one, code) for one, code in found.items() if one not in whole)


def upgrades_of(view: View, way: Way, year: int) -> list[Row]:
    """Upgrades of the chosen way with their state in a year."""
    return list(_upgrades(view.dataset, way.corridor, way.branches, year, today()))


@remembered(depends_on=Depends.EVERYTHING)
def _upgrades(
    dataset: Dataset, corridor: str, branches: tuple[str, ...], year: int, day: dt.date
) -> Sequence[Row]:
    """Upgrades of a way with their state in a year, as known on a day."""
    return tuple(rows(upgrades_in(dataset, corridor, year, today=day, branches=branches)))


def facts(view: View, way: Way, year: int) -> Markup:
    """Write the figures of the route as a whole for a year: carried or planned, said to fit or planned."""
    _ = view.words.gettext
    family = by_id(view.dataset, "corridors")[way.corridor]["family"]
    subject = ("corridor", family or way.corridor)
    cells = [_amount(view, subject, year, *amount) for amount in _AMOUNTS]
    cells += [_capacity(view, subject, year, *capacity) for capacity in _CAPACITIES]
    name = wording.subject(view, *subject)
    note = _("Figures of the whole route “{name}”, not only of the chosen variant.").format(name=name)
    return together(tag("dl", *cells, class_="cx-facts"), tag("p", note, class_="cx-note"))


def upgrade_table(view: View, upgrades: Sequence[Row], year: int) -> Markup:
    """Write what is done in a year or due by then; what was done before or comes later stands in folds."""
    _, _n = view.words.gettext, view.words.ngettext
    now = [row for row in upgrades if row["state"] in _OPEN or _is_done_in(row, year)]
    before = [row for row in upgrades if row["state"] in _DONE and not _is_done_in(row, year)]
    rest = [row for row in upgrades if row["state"] not in (*_OPEN, *_DONE)]
    caption = _("Upgrades on this route: done in {year}, or due by its end").format(year=year)
    empty = _("No upgrade of this route is recorded as done in this year or due by its end.")
    folds = (
        (before, _n("{count} upgrade done before", "{count} upgrades done before", len(before))),
        (rest, _n("{count} more: later or undated", "{count} more: later or undated", len(rest))),
    )
    folded = [
        tag(
            "details",
            tag("summary", words.format(count=len(some))),
            _table(view, some, words.format(count=len(some)), ""),
            class_="cx-more",
        )
        for some, words in folds
        if some
    ]
    return together(_table(view, now, caption, empty), *folded)


def plans_way(view: View, way: Way, year: int) -> Markup | None:
    """Link to the page Routes with the plans of a year that is not past taken as done."""
    if tense(year, today=today()) == "past":
        return None
    _ = view.words.gettext
    legs = [row for row in sums(view.dataset, way.corridor, way.branches)[0] if row["kind"] == "leg"]
    words = _("What these plans would change: the routes with the plans of {year} taken as done")
    changes = {
        "origin": legs[0]["from_node"],
        "destination": legs[-1]["to_node"],
        "route": None,
        "step": None,
    }
    link = link_to(view, "routes", words.format(year=year), scenario=encode(Scenario(year=year)), **changes)
    return tag("p", link)


def events_list(view: View, way: Way, year: int) -> Markup:
    """List what happened on the way in a year."""
    _ = view.words.gettext
    found = rows(events_in(view.dataset, way.corridor, year, branches=way.branches))
    if not found:
        return tag(
            "p", _("No events are recorded for this route in {year}.").format(year=year), class_="none"
        )
    words = _("What happened in {year}").format(year=year)
    title = tag("p", tag("b", words), class_="cx-small-title")
    return folded_on_phones(words, title, events_of(view, found))


def _is_done_in(row: Row, year: int) -> bool:
    """Whether an upgrade was done in just that year."""
    return row["state"] == "done" and str(row["expected_on"]).startswith(str(year))


def _amount(
    view: View, subject: tuple[str, str], year: int, title: str, quantity: str, planned: str
) -> Markup:
    """Write what was carried in a year, and what was planned for it."""
    _ = view.words.gettext
    carried = _figure(view, subject, quantity, year)
    plan = _figure(view, subject, planned, year)
    nothing = _("no figure for this year") if tense(year, today=today()) != "future" else None
    return _fact(
        view, title, [(_("carried"), carried, nothing), (_("planned for the year"), plan, None)], year
    )


def _capacity(
    view: View, subject: tuple[str, str], year: int, title: str, quantity: str, planned: str
) -> Markup:
    """Write the capacity said to be there by the end of a year, and what is planned by then."""
    _ = view.words.gettext
    now = today().year
    stated = _figure(view, subject, quantity, min(year, now), since=0)
    plan = _figure(view, subject, planned, year, since=now) if year >= now else None
    return _fact(
        view,
        title,
        [(_("as last stated by then"), stated, _("no figure by then")), (_("planned by then"), plan, None)],
        year,
    )


def _figure(
    view: View, subject: tuple[str, str], quantity: str, year: int, *, since: int | None = None
) -> Markup | None:
    """Draw the chip of a year's figure with every claim on that quantity; None where there is none."""
    asked = YearFigure(*subject, quantity, year, since)
    estimate = asked.estimate(view.dataset)
    if estimate.is_missing:
        return None
    claims = claims_on(view.dataset, *subject, quantity)
    return chip(view, estimate, claims, about=wording.subject(view, *subject), overdue=False, asked=asked)


def _fact(
    view: View, title: str, parts: Sequence[tuple[str, Markup | None, str | None]], year: int
) -> Markup:
    """Write one title with its figures, each with a word of what it is."""
    _ = view.words.gettext
    told = [
        tag("dd", figure, tag("small", " ", label)) if figure else tag("dd", nothing, class_="none")
        for label, figure, nothing in parts
        if figure or nothing
    ]
    empty = tag("dd", _("nothing published for {year}").format(year=year), class_="none")
    return tag("div", tag("dt", _(title)), *(told or [empty]))


def _table(view: View, upgrades: Sequence[Row], caption: str, empty: str) -> Markup:
    """Write upgrades as a table."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Upgrade"), is_header=True),
        Column(key="where", title=_("Where")),
        Column(key="change", title=_("From – to"), is_figure=True),
        Column(key="on", title=_("Date stated")),
        heading_of(view, UPGRADES_ON_CHAIN, "state"),
        Column(key="sources", title=_("Sources")),
    )
    return table(view, [_upgrade(view, row) for row in upgrades], columns, caption, empty=empty)


def _upgrade(view: View, row: Row) -> Line:
    """Write one upgrade."""
    _ = view.words.gettext
    whole = by_id(view.dataset, "upgrades")[row["upgrade_id"]]
    told = STATES[row["state"]]
    name = view.words.name(whole)
    return Line(
        cells={
            "name": together(
                name, tag("small", wording.data_text(view, whole["note"])) if whole["note"] else None
            ),
            "where": wording.subject(view, row["subject_type"], row["subject_id"]),
            "change": together(
                _change(view, row),
                basis_mark(view, "published"),
                tag("small", _quantity(view, row["quantity"])),
            ),
            "on": wording.when(view, row["expected_on"])
            if row["expected_on"]
            else tag("span", _("no date"), class_="none"),
            "state": tag("span", _(told.label), class_=f"cx-sign cx-status {told.tone}", data_sign=told.sign),
            "sources": sources_chip(view, row["sources"]),
        }
    )


def _quantity(view: View, quantity: str) -> str:
    """Name what an upgrade changes."""
    known = by_id(view.dataset, "quantities").get(quantity)
    return view.words.name(known) if known else view.words.term(quantity.replace("_", "-"))


def _change(view: View, row: Row) -> str:
    """Write the value before and after, as the upgrade states them."""
    ends = [fmt.quantity(row[end], row["unit"], view.lang) for end in ("from_value", "to_value")]
    return ends[1] if row["from_value"] is None else " → ".join(ends)
