"""Partner projects over time: from the first announcement to the due date, by theme or by status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import Axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Place, Series, Stretch, Target
from corridor.charts.dates import begin_of, date_axis, end_of
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language.labels import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

STATUSES = ("operating", "construction", "pre-construction", "announced", "unknown")
GROUPS = ("theme", "status")


def projects(reader: Reader, rows: Sequence[Row], *, group: str, known_until: str, as_of: str) -> Chart:
    """
    Draw a row for each project with a due date or a dated milestone, by theme or by status.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of `corridor.partners.project_dates.project_dates`.
    group
        One of `GROUPS`.
    known_until, as_of
        Month up to which the data reach, and their date; each is a line through the field.

    Returns
    -------
    Chart
        Rows over time: a bar to the first day of the due period, fainter through it; a sign of the status at
        its end; projects without any due date apart.

    Raises
    ------
    corridor.errors.ChartError
        If no project has a date.
    """
    _, _n = reader.words.gettext, reader.words.ngettext
    dated = [row for row in rows if row["is_dated"]]
    if not dated:
        raise ChartError("chart-empty-projects")
    groups = _groups(dated, group)
    stretches, places = [], {}
    at = 0.0
    for key, found in groups:
        stretches.append(Stretch(_group_name(reader, group, key), at - 0.5, at + len(found) + 0.5))
        for row in found:
            at += 1
            places[row["project_id"]] = at
        at += 1
    ordered = [row for _key, found in groups for row in found]
    moments = _moments(reader, known_until, as_of)
    spans = [_span(reader, row, places[row["project_id"]]) for row in ordered if _lasts(row)]
    signs = {
        "status": [_due(reader, row, places[row["project_id"]]) for row in ordered if row["due_on"]],
        "milestone": [
            mark for row in ordered for mark in _milestones(reader, row, places[row["project_id"]])
        ],
        "report": [
            _report(reader, row, places[row["project_id"]]) for row in ordered if row["last_reported_on"]
        ],
        "corridor": [
            _corridor(reader, row, places[row["project_id"]]) for row in ordered if row["is_on_corridor"]
        ],
    }
    names = {
        "status": _("Due"),
        "milestone": _("milestone"),
        "report": _("last report"),
        "corridor": _("on the Trans-Caspian corridor"),
    }
    bars = [Series(name=_("From announcement to due date"), kind="span", marks=tuple(spans))] if spans else []
    series = bars + [
        Series(name=names[kind], kind="sign", marks=tuple(marks), tone=kind)
        for kind, marks in signs.items()
        if marks
    ]
    days = [day for part in series for mark in part.marks for day in (mark.low, mark.high) if day is not None]
    days += [place.at for place in moments]
    used = [status for status in STATUSES if any(row["status"] == status for row in ordered)]
    keys = [Key(reader.words.term(status), "sign", f"status-{status}") for status in used]
    keys += [Key(names[kind], "sign", kind) for kind in ("milestone", "report", "corridor") if signs[kind]]
    title = _n(
        "{count} of {all} partner project has a published date",
        "{count} of {all} partner projects have a published date",
        len(rows),
    )
    return Chart(
        name="projects",
        mark_title=_("Project"),
        at_title=_("Status"),
        title=title.format(count=fmt.number(len(dated), reader.lang), all=fmt.number(len(rows), reader.lang)),
        caption=_(
            "A bar goes from the first announcement to the due date, and is pale through the year or month "
            "that is named."
        ),
        across=Axis(
            low=-0.5,
            high=at - 0.5,
            ticks=tuple(places.values()),
            texts=tuple(_name(reader, row) for row in ordered),
            title=_("Project"),
            is_named=True,
        ),
        panels=(
            Panel(up=date_axis(days, reader.lang, title=_("Date")), series=tuple(series), moments=moments),
        ),
        keys=tuple(keys),
        stretches=tuple(stretches),
        apart=tuple(_undated(reader, row) for row in rows if not row["is_dated"]),
        apart_title=_("No date published"),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def _groups(rows: Sequence[Row], group: str) -> list[tuple[str, list[Row]]]:
    """Put projects into groups in their usual order, the first due first."""
    order = tuple(THEMES) if group == "theme" else STATUSES
    found = {key: [row for row in rows if (row[group] or order[-1]) == key] for key in order}
    return [(key, sorted(some, key=_when)) for key, some in found.items() if some]


def _when(row: Row) -> tuple[float, str]:
    """Order projects by their due date; those with milestones alone come first."""
    return (end_of(row["due_on"]) if row["due_on"] else 0.0, row["project_id"])


def _group_name(reader: Reader, group: str, key: str) -> str:
    """Word a group."""
    return reader.words.gettext(THEMES[key]) if group == "theme" else reader.words.term(key).capitalize()


def _moments(reader: Reader, known_until: str, as_of: str) -> tuple[Place, ...]:
    """Mark how far the data reach, and their date."""
    _ = reader.words.gettext
    found = []
    if known_until:
        month = fmt.partial_date(known_until, reader.lang)
        found.append(Place(_("Known until {month}").format(month=month), end_of(known_until)))
    if as_of:
        day = fmt.partial_date(as_of, reader.lang)
        found.append(Place(_("Data of {day}").format(day=day), end_of(as_of)))
    return tuple(found)


def _name(reader: Reader, row: Row) -> str:
    """Name a project."""
    return reader.words.name(reader.dataset.record("projects", row["project_id"]))


def _mark(reader: Reader, row: Row, at: float, period: str, **more: Any) -> Mark:
    """Mark a date of a project; it lasts as long as what is published names."""
    when = fmt.partial_date(period, reader.lang)
    return Mark(
        name=_name(reader, row),
        at=at,
        at_text=reader.words.term(row["status"]),
        text=when,
        basis="published",
        target=Target("project", row["project_id"]),
        **more,
    )


def _lasts(row: Row) -> bool:
    """Whether there is a bar to draw: a begin, or a due date that is no day."""
    due = row["due_on"]
    return bool(due) and (_begin(row) is not None or begin_of(due) < end_of(due))


def _begin(row: Row) -> float | None:
    """Give the first announcement, if it is dated and earlier than the due date."""
    start = begin_of(row["start_on"]) if row["start_on"] else None
    return start if start is not None and start < begin_of(row["due_on"]) else None


def _told(reader: Reader, row: Row) -> str:
    """Say in one sentence what a project is and when it is due."""
    return reader.words.gettext("{name}: {status}, due {date}").format(
        name=_name(reader, row),
        status=reader.words.term(row["status"]),
        date=fmt.partial_date(row["due_on"], reader.lang),
    )


def _span(reader: Reader, row: Row, at: float) -> Mark:
    """Draw a project from its first announcement, if that is dated, to its due date."""
    start, due, begin = row["start_on"], row["due_on"], _begin(row)
    return _mark(
        reader, row, at, due,
        low=begin,
        typical=begin_of(due),
        high=end_of(due),
        range_text=f"{fmt.partial_date(start, reader.lang)} – {fmt.partial_date(due, reader.lang)}"
        if begin is not None
        else "",
        label=_told(reader, row),
        tone=f"status-{row['status']}",
    )  # fmt: skip


def _due(reader: Reader, row: Row, at: float) -> Mark:
    """Set the sign of the status at the end of the due date."""
    end = end_of(row["due_on"])
    return _mark(
        reader, row, at, row["due_on"],
        low=begin_of(row["due_on"]), typical=end, high=end,
        label=_told(reader, row),
        short=fmt.partial_date(row["due_on"], reader.lang),
        tone=f"status-{row['status']}",
    )  # fmt: skip


def _milestones(reader: Reader, row: Row, at: float) -> Iterator[Mark]:
    """Mark the dated upgrades of a project."""
    for id_ in row["milestones"]:
        upgrade = reader.dataset.record("upgrades", id_)
        period = upgrade["expected_on"]
        end = end_of(period)
        label = f"{reader.words.name(upgrade)}: {fmt.partial_date(period, reader.lang)}"
        yield _mark(
            reader, row, at, period,
            low=begin_of(period), typical=end, high=end, label=label, tone="milestone",
        )  # fmt: skip


def _report(reader: Reader, row: Row, at: float) -> Mark:
    """Mark the last report."""
    _ = reader.words.gettext
    period = row["last_reported_on"]
    end = end_of(period)
    label = _("Last report: {date}").format(date=fmt.partial_date(period, reader.lang))
    return _mark(
        reader, row, at, period, low=begin_of(period), typical=end, high=end, label=label, tone="report"
    )


def _corridor(reader: Reader, row: Row, at: float) -> Mark:
    """Mark that a project is on the corridor."""
    words = reader.words.gettext("on the Trans-Caspian corridor")
    return Mark(
        name=_name(reader, row),
        at=at,
        at_text=reader.words.term(row["status"]),
        text=words,
        label=words,
        target=Target("corridor", "trans-caspian"),
        tone="corridor",
    )


def _undated(reader: Reader, row: Row) -> Mark:
    """Tell of a project without a date."""
    return Mark(
        name=_name(reader, row),
        at_text=reader.words.term(row["status"]),
        text=reader.words.gettext("no date published"),
        label=_name(reader, row),
        basis="missing",
        target=Target("project", row["project_id"]),
        tone=f"status-{row['status']}",
    )
