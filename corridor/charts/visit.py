"""A visit in time: meetings, what was agreed by sector, reports since, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import Axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Place, Series, Stretch, Target, To
from corridor.charts.dates import begin_of, date_axis, end_of
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

KINDS: Mapping[str, str] = {
    "meeting": N_("meeting"),
    "agreement": N_("papers signed"),
    "project": N_("projects spoken of"),
    "report": N_("reported on since"),
    "operating": N_("in operation"),
    "in-force": N_("in force"),
    "silent": N_("no news since"),
}
_TABLES = {"agreement": "agreements", "project": "projects"}
_TARGETS: Mapping[str, To] = {"agreement": "paper", "project": "project", "sector": "sector"}


def visit(reader: Reader, moments: Sequence[Row], *, name: str, known_until: str) -> Chart:
    """
    Draw meetings, and a row for each sector or promise.

    Parameters
    ----------
    reader
        For whom.
    moments
        Rows of `corridor.partners.visit_moments.visit_moments`.
    name
        What the visit is called: its dates.
    known_until
        Month up to which the data reach; outcomes hold as of then.

    Raises
    ------
    corridor.errors.ChartError
        If nothing was agreed or spoken of.
    """
    _, _n = reader.words.gettext, reader.words.ngettext
    promised = sum(row["count"] for row in moments if row["kind"] in {"agreement", "project"})
    if not promised:
        raise ChartError("chart-empty-visit", name=name)
    at, places, stretches = 0.0, {}, []
    for heading, rows in _groups(reader, moments):
        keys = list(dict.fromkeys((row["row"], row["id"]) for row in rows))
        stretches.append(Stretch(heading, at - 0.5, at + len(keys) + 0.5))
        for key in keys:
            at += 1
            places[key] = at
        at += 1
    end = _end(moments, known_until)
    series = []
    for kind, words in KINDS.items():
        marks = tuple(
            _mark(reader, row, places[row["row"], row["id"]], end, known_until)
            for row in moments
            if row["kind"] == kind
        )
        if marks:
            series.append(Series(name=_(words), kind="sign", marks=marks, tone=kind))
    days = [day for part in series for mark in part.marks for day in (mark.low, mark.high) if day is not None]
    silent = sum(row["count"] for row in moments if row["kind"] == "silent")
    title = _n(
        "{name}: {silent} of {count} promise without news since",
        "{name}: {silent} of {count} promises without news since",
        promised,
    )
    known = fmt.partial_date(known_until, reader.lang)
    return Chart(
        name="visit",
        mark_title=_("What"),
        at_title=_("Date"),
        title=title.format(
            name=name, silent=fmt.number(silent, reader.lang), count=fmt.number(promised, reader.lang)
        ),
        finding=_("Known until {month}: no news does not mean that nothing happened.").format(month=known)
        if known_until
        else "",
        caption=_("A number counts papers or projects."),
        across=Axis(
            low=-0.5,
            high=at - 0.5,
            ticks=tuple(places.values()),
            texts=tuple(_name(reader, *key) for key in places),
            title=_("What"),
            is_named=True,
        ),
        panels=(
            Panel(
                up=date_axis([*days, end], reader.lang, title=_("Date")),
                series=tuple(series),
                moments=(Place(_("Known until {month}").format(month=known), end),) if known_until else (),
            ),
        ),
        keys=tuple(Key(part.name, "sign", part.tone) for part in series),
        stretches=tuple(stretches),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def occasion_name(reader: Reader, event_ids: Sequence[str]) -> str:
    """Call a visit by its dates, such as "26–27 February 2026"."""
    events = [reader.dataset.record("events", id_) for id_ in event_ids]
    first = min(event["date"] for event in events)
    last = max(event["date_to"] or event["date"] for event in events)
    return fmt.partial_date(first if first == last else f"{first}/{last}", reader.lang)


def _groups(reader: Reader, moments: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Put meetings first, then what was promised."""
    _ = reader.words.gettext
    titles = {
        "meeting": _("Meetings of the two countries"),
        "sector": _("Promises by sector"),
        "agreement": _("Papers signed"),
        "project": _("Projects spoken of"),
    }
    found = {title: [row for row in moments if row["row"] == group] for group, title in titles.items()}
    return [(title, rows) for title, rows in found.items() if rows]


def _end(moments: Sequence[Row], known_until: str) -> float:
    """Give the day as of which outcomes hold: how far the data reach, or the newest report."""
    days = [end_of(row["on"]) for row in moments if row["on"]]
    return max([*days, *([end_of(known_until)] if known_until else [])])


def _name(reader: Reader, group: str, id_: str) -> str:
    """Name a row."""
    if group == "sector":
        return reader.words.term(id_).capitalize()
    table = "events" if group == "meeting" else _TABLES[group]
    return reader.words.name(reader.dataset.record(table, id_))


def _mark(reader: Reader, row: Row, at: float, end: float, known_until: str) -> Mark:
    """Mark a moment; an outcome stands where the data end."""
    kind = row["kind"]
    words = reader.words.gettext(KINDS[kind])
    when = fmt.partial_date(row["on"] or known_until, reader.lang)
    count = "" if kind == "meeting" else fmt.number(row["count"], reader.lang)
    low, high = (begin_of(row["on"]), end_of(row["on"])) if row["on"] else (end, end)
    name = _name(reader, row["row"], row["id"])
    target = Target("event", row["id"]) if kind == "meeting" else Target(_TARGETS[row["row"]], row["id"])
    return Mark(
        name=name,
        at=at,
        at_text=when,
        low=low,
        typical=low,
        high=high,
        text=" ".join(filter(None, (count, words))),
        label=f"{name}: {' '.join(filter(None, (count, words)))}, {when}",
        short=count if row["row"] == "sector" else "",
        target=target,
        tone=kind,
    )
