"""Trade by year and direction as each of two countries reports it, with the difference between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.labels import BASIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

DIRECTIONS = ("both", "KZ-RS", "RS-KZ")
_MILLION = 1e6
_TICKS, _RATIO_DIGITS = 3, 2
_GAP_WIDTH = 0.34
_NOTED_FROM = 1.2  # a smaller difference is drawn but not written


def trade(reader: Reader, reports: Sequence[Row], gaps: Sequence[Row]) -> Chart:
    """
    Draw what both countries report of their trade, a field for each direction.

    Parameters
    ----------
    reader
        For whom.
    reports, gaps
        Rows of `corridor.partners.trade.trade_reports` and `trade_gaps`.

    Returns
    -------
    Chart
        In millions of US dollars; a series of signs for each reporter, and the gaps of years of which both
        report. What is not for a whole year is hollow and not joined to others.

    Raises
    ------
    corridor.errors.ChartError
        If nothing is reported.
    """
    _ = reader.words.gettext
    if not reports:
        raise ChartError("chart-empty-trade")
    years = range(min(row["year"] for row in reports), max(row["year"] for row in reports) + 1)
    reporters = sorted({row["reporter"] for row in reports})
    panels = []
    for direction in DIRECTIONS:
        mine = [row for row in reports if row["direction"] == direction]
        if mine:
            apart = [row for row in gaps if row["direction"] == direction]
            panels.append(_panel(reader, direction, mine, apart, reporters))
    keys = [
        Key(
            _("as {country} reports it").format(country=names.country(reader, code)),
            "reported",
            f"reporter-{code}",
        )
        for code in reporters
    ]
    if any(row["basis"] == "derived" for row in reports):
        keys.append(Key(_("derived from two published figures"), "reported", "reporter-KZ-half"))
    if not all(row["is_year"] for row in reports):
        keys.append(Key(_("not for a whole year"), "reported", "reporter-KZ", is_hollow=True))
    if gaps:
        keys.append(Key(_("difference between the two"), "gap", "difference"))
    return Chart(
        name="trade",
        mark_title=_("Source"),
        at_title=_("Period"),
        title=_title(reader, reports, gaps),
        finding=_finding(reader, gaps),
        caption=_("Each sign is one figure. Years of one source are joined."),
        across=named_axis([str(year) for year in years], title=_("Year"), first=float(years[0])),
        panels=tuple(panels),
        keys=tuple(keys),
        source=sources.of_publishers(reader, _publishers(reader, reports)),
        lang=reader.lang,
    )


def direction_name(reader: Reader, direction: str) -> str:
    """Word a direction."""
    if direction == "both":
        return reader.words.gettext("Both directions")
    start, end = (names.country(reader, code) for code in direction.split("-"))
    return reader.words.gettext("Goods from {start} to {end}").format(start=start, end=end)


def ratio_words(reader: Reader, ratio: float) -> str:
    """Write how many times as much one reports as the other."""
    return f"× {fmt.number(ratio, reader.lang, digits=_RATIO_DIGITS)}"


def _by(reader: Reader, code: str) -> str:
    """Say who reports a figure."""
    return reader.words.gettext("as {country} reports it").format(country=names.country(reader, code))


def _title(reader: Reader, reports: Sequence[Row], gaps: Sequence[Row]) -> str:
    """Say what both report of the newest year that both report."""
    _ = reader.words.gettext
    both = [row for row in gaps if row["direction"] == "both"]
    if not both:
        return _("Trade between {pair} as each reports it").format(
            pair=" – ".join(
                names.country(reader, code) for code in sorted({row["reporter"] for row in reports})
            )
        )
    newest = max(both, key=lambda row: row["year"])
    low, high = (
        _("{value} as {country} reports it").format(
            value=fmt.quantity(newest[f"{end}_usd"], "USD", reader.lang),
            country=names.country(reader, newest[f"{end}_reporter"]),
        )
        for end in ("low", "high")
    )
    return _("Trade in {year}: {low}, {high}").format(year=newest["year"], low=low, high=high)


def _finding(reader: Reader, gaps: Sequence[Row]) -> str:
    """Say in which year the two are furthest apart."""
    if not gaps:
        return ""
    widest = max(gaps, key=lambda row: row["ratio"])
    return reader.words.gettext("{year}: {country} reports {ratio} times as much.").format(
        year=widest["year"],
        country=names.country(reader, widest["high_reporter"]),
        ratio=fmt.number(widest["ratio"], reader.lang, digits=_RATIO_DIGITS),
    )


def _panel(
    reader: Reader, direction: str, reports: Sequence[Row], gaps: Sequence[Row], reporters: Iterable[str]
) -> Panel:
    """Draw one direction."""
    _ = reader.words.gettext
    series = (
        [
            Series(
                name=_("difference between the two"),
                kind="gap",
                tone="difference",
                marks=tuple(_gap(reader, row) for row in gaps),
            )
        ]
        if gaps
        else []
    )
    for code in reporters:
        mine = [row for row in reports if row["reporter"] == code]
        if mine:
            told = _told(mine)
            series.append(
                Series(
                    name=_by(reader, code),
                    kind="reported",
                    tone=f"reporter-{code}",
                    marks=tuple(_mark(reader, row, is_told=at in told) for at, row in enumerate(mine)),
                )
            )
    note = "" if gaps else _("no year that both report")
    up = axis(
        [row["value_usd"] / _MILLION for row in reports],
        count=_TICKS,
        title=direction_name(reader, direction),
        unit=_("million USD"),
        write=lambda value: fmt.number(value, reader.lang),
    )
    return Panel(up=up, series=tuple(series), note=note)


def _told(reports: Sequence[Row]) -> set[int]:
    """Give the figures that are written out: the greatest of each whole year, else all."""
    greatest: dict[int, int] = {}
    for at, row in enumerate(reports):
        if row["is_year"]:
            greatest[row["year"]] = at
    return set(greatest.values()) | {
        at for at, row in enumerate(reports) if not row["is_year"] and row["year"] not in greatest
    }


def _mark(reader: Reader, row: Row, *, is_told: bool) -> Mark:
    """Mark one figure."""
    _ = reader.words.gettext
    value = fmt.quantity(row["value_usd"], "USD", reader.lang, digits=3)
    when = fmt.partial_date(row["period"], reader.lang)
    publisher = ", ".join(_publishers(reader, [row]))
    claim = row["claim_id"] or next(iter(row["claims"]), "")
    label = _("{period}: {value} as {country} reports it, {basis}; {source}").format(
        period=when,
        value=value,
        country=names.country(reader, row["reporter"]),
        basis=_(BASIS[row["basis"]]),
        source=publisher,
    )
    return Mark(
        name=publisher,
        at=float(row["year"]),
        at_text=when,
        typical=row["value_usd"] / _MILLION,
        text=value,
        label=label,
        short=fmt.number(row["value_usd"] / _MILLION, reader.lang, digits=3) if is_told else "",
        basis=row["basis"],
        target=Target("claim", claim) if claim else None,
        tone=f"reporter-{row['reporter']}",
        is_hollow=not row["is_year"],
    )


def _gap(reader: Reader, row: Row) -> Mark:
    """Shade the difference of one year."""
    _ = reader.words.gettext
    low, high = (fmt.quantity(row[f"{end}_usd"], "USD", reader.lang, digits=3) for end in ("low", "high"))
    ratio = ratio_words(reader, row["ratio"])
    return Mark(
        name=direction_name(reader, row["direction"]),
        at=float(row["year"]),
        at_text=str(row["year"]),
        low=row["low_usd"] / _MILLION,
        typical=(row["low_usd"] + row["high_usd"]) / 2 / _MILLION,
        high=row["high_usd"] / _MILLION,
        text=ratio,
        range_text=f"{low} – {high}",
        label=_("{year}: from {low} to {high}, {ratio}").format(
            year=row["year"], low=low, high=high, ratio=ratio
        ),
        short=ratio if row["ratio"] >= _NOTED_FROM else "",
        basis="derived",
        tone="difference",
        width=_GAP_WIDTH,
    )


def _publishers(reader: Reader, reports: Iterable[Row]) -> list[str]:
    """Name who published figures, each once."""
    found = (names.publisher(reader, source) for row in reports for source in row["sources"])
    return list(dict.fromkeys(found))
