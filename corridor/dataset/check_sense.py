"""Checks of what rows mean: order of values, dates, positions, chains that connect."""

from __future__ import annotations

import itertools
import re
import statistics
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset.findings import Finding, Phrase
from corridor.dataset.periods import lies_ahead

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from corridor.dataset.cells import Cells

_MAY_LIE_AHEAD = frozenset({"planned", "agreed", "scheduled"})
_PAST_DATES = (("claims", "published"), ("claims", "checked_on"), ("sources", "published"))
_SWAPPED_DEG = 15.0
_SAME_COUNTRY = 3
_SEQUENCE = re.compile(r"[0-9]{1,9}")


class _Row(NamedTuple):
    """One row as a mapping of column to text, with its spreadsheet number."""

    number: int
    cells: dict[str, str]


def check_sense(tables: Mapping[str, Cells], today: dt.date) -> list[Finding]:
    """
    Check what the Table Schema cannot say.

    Parameters
    ----------
    tables
        The cells of every table that could be read, by table name.
    today
        Day after which a date lies in the future.

    Returns
    -------
    list of Finding
        One for each problem.
    """
    findings: list[Finding] = []
    for name in ("claims", "factors"):
        if name in tables:
            findings += _values_in_order(tables[name])
    if "claims" in tables:
        findings += _claims_that_say_nothing(tables["claims"])
        findings += _observations_from_the_future(tables["claims"], today)
        findings += _told_before_it_was(tables["claims"])
    for name, column in _PAST_DATES:
        if name in tables:
            findings += _future_dates(tables[name], column, today)
    if "nodes" in tables:
        findings += _swapped_positions(tables["nodes"])
    if {"nodes", "legs", "corridors", "corridor_legs"} <= tables.keys():
        findings += _chains(tables)
    return findings


def _values_in_order(cells: Cells) -> Iterator[Finding]:
    """Rows whose low, typical (or value) and high do not rise."""
    names = [name for name in ("low", "typical", "value", "high") if name in cells.columns]
    for number, *texts in zip(cells.rows, *(cells.columns[name] for name in names), strict=True):
        if texts.count("") >= len(texts) - 1:
            continue
        stated = [
            (name, text, value)
            for name, text in zip(names, texts, strict=True)
            if (value := _number(text)) is not None
        ]
        for (lower, text, a), (upper, _, b) in itertools.pairwise(stated):
            if a > b:
                problem = Phrase(
                    "{lower} ({a}) is greater than {upper} ({b})",
                    lower=lower,
                    a=f"{a:g}",
                    upper=upper,
                    b=f"{b:g}",
                )
                cure = Phrase(
                    "Put the smaller number into {lower}, or correct the one that is wrong.", lower=lower
                )
                yield Finding(cells.table.path, number, lower, text, problem, cure, "order")


def _claims_that_say_nothing(cells: Cells) -> Iterator[Finding]:
    """Claims with neither a number nor a text."""
    names = ["low", "typical", "high", "text"]
    if any(name not in cells.columns for name in names):
        return
    for number, *texts in zip(cells.rows, *(cells.columns[name] for name in names), strict=True):
        if not any(texts):
            problem = Phrase("the claim states nothing: low, typical, high and text are all empty")
            cure = Phrase("Fill in what the source says, or delete the row.")
            yield Finding(cells.table.path, number, "typical", "", problem, cure, "no-value")


def _observations_from_the_future(cells: Cells, today: dt.date) -> Iterator[Finding]:
    """Claims on a time to come that are neither plans, agreements nor timetables."""
    if "kind" not in cells.columns:
        return
    for at, number, as_of in _ahead(cells, "as_of", today):
        kind = cells.columns["kind"][at]
        if kind not in _MAY_LIE_AHEAD:
            problem = Phrase(
                "a claim of the kind '{kind}' is about {date}, which is still to come", kind=kind, date=as_of
            )
            cure = Phrase("Correct the date, or say that it is planned, agreed or scheduled.")
            yield Finding(cells.table.path, number, "as_of", as_of, problem, cure, "future-date")


def _told_before_it_was(cells: Cells) -> Iterator[Finding]:
    """Claims on a time after their page was published that are neither plans, agreements nor timetables."""
    names = ["kind", "as_of", "published"]
    if any(name not in cells.columns for name in names):
        return
    for number, kind, as_of, published in zip(
        cells.rows, *(cells.columns[name] for name in names), strict=True
    ):
        ends = as_of.rpartition("/")[2]
        shared = min(len(ends), len(published))
        if kind not in _MAY_LIE_AHEAD and ends[:shared] > published[:shared]:
            problem = Phrase(
                "a claim of the kind '{kind}' is about {date}, but its page is of {published}",
                kind=kind,
                date=as_of,
                published=published,
            )
            cure = Phrase("Correct a date, or say that it is planned, agreed or scheduled.")
            yield Finding(cells.table.path, number, "as_of", as_of, problem, cure, "after-publication")


def _future_dates(cells: Cells, column: str, today: dt.date) -> Iterator[Finding]:
    """Dates of publication or reading that are still to come."""
    for _, number, value in _ahead(cells, column, today):
        problem, cure = Phrase("{date} is still to come", date=value), Phrase("Correct the date.")
        yield Finding(cells.table.path, number, column, value, problem, cure, "future-date")


def _ahead(cells: Cells, column: str, today: dt.date) -> Iterator[tuple[int, int, str]]:
    """Positions, row numbers and texts of periods that begin after today."""
    values = cells.columns.get(column, ())
    ahead = {value for value in set(values) if lies_ahead(value, today)}
    if ahead:
        for at, value in enumerate(values):
            if value in ahead:
                yield at, cells.rows[at], value


def _swapped_positions(cells: Cells) -> Iterator[Finding]:
    """Nodes that would lie in their country if latitude and longitude changed places."""
    names = ["country", "lat", "lon"]
    if any(name not in cells.columns for name in names):
        return
    placed: dict[str, list[tuple[int, float, float]]] = {}
    for number, country, lat, lon in zip(cells.rows, *(cells.columns[name] for name in names), strict=True):
        position = _number(lat), _number(lon)
        if position[0] is not None and position[1] is not None:
            placed.setdefault(country, []).append((number, position[0], position[1]))
    for country, nodes in placed.items():
        if len(nodes) < _SAME_COUNTRY:
            continue
        middle_lat = statistics.median(node[1] for node in nodes)
        middle_lon = statistics.median(node[2] for node in nodes)
        for number, lat, lon in nodes:
            off = abs(lat - middle_lat) + abs(lon - middle_lon)
            if off > _SWAPPED_DEG and abs(lon - middle_lat) + abs(lat - middle_lon) < off / 2:
                place = f"{lat:g}, {lon:g}"
                problem = Phrase(
                    "{position} lies far from the other nodes of {country}",
                    position=place,
                    country=country,
                )
                cure = Phrase("Latitude and longitude seem to have changed places.")
                yield Finding(cells.table.path, number, "lat", f"{lat:g}", problem, cure, "swapped-position")


def _chains(tables: Mapping[str, Cells]) -> Iterator[Finding]:
    """Corridors whose legs do not connect, do not reach their ends, or change gauge unsaid."""
    legs = {row.cells["leg_id"]: row.cells for row in _whole_rows(tables["legs"])}
    nodes = {row.cells["node_id"]: row.cells for row in _whole_rows(tables["nodes"])}
    members: dict[str, list[_Row]] = {}
    for row in _whole_rows(tables["corridor_legs"]):
        if row.cells["leg_id"] in legs and _SEQUENCE.fullmatch(row.cells["sequence"]):
            members.setdefault(row.cells["corridor_id"], []).append(row)
    for rows in members.values():
        rows.sort(key=lambda row: int(row.cells["sequence"]))
        yield from _joints(tables["corridor_legs"].table.path, rows, legs, nodes)
    for row in _whole_rows(tables["corridors"]):
        rows = members.get(row.cells["corridor_id"], [])
        yield from _ends(tables["corridors"].table.path, row, rows, legs)


def _joints(
    file: str, rows: list[_Row], legs: Mapping[str, dict[str, str]], nodes: Mapping[str, dict[str, str]]
) -> Iterator[Finding]:
    """Problems where one leg of a chain meets the next."""
    for row in rows:
        leg = legs[row.cells["leg_id"]]
        if row.cells["reversed"] == "true" and leg["both_ways"] == "false":
            problem = Phrase("the leg '{leg}' is used backwards but runs one way only", leg=leg["leg_id"])
            cure = Phrase("Correct 'reversed', or the leg's 'both_ways'.")
            yield Finding(file, row.number, "reversed", "true", problem, cure, "one-way")
    for before, after in itertools.pairwise(rows):
        end, start = _ends_of(before, legs)[1], _ends_of(after, legs)[0]
        value = after.cells["leg_id"]
        if end != start:
            problem = Phrase(
                "the leg begins at '{start}', but the one before it ends at '{end}'", start=start, end=end
            )
            cure = Phrase("Correct the order of the legs, or 'reversed', or add the leg between.")
            yield Finding(file, after.number, "leg_id", value, problem, cure, "chain-broken")
            continue
        gauges = [legs[row.cells["leg_id"]] for row in (before, after)]
        differs = (
            all(gauge["mode"] == "rail" for gauge in gauges)
            and gauges[0]["gauge_mm"] != gauges[1]["gauge_mm"]
        )
        if differs and nodes.get(start, {}).get("gauge_change") == "false":
            problem = Phrase(
                "the gauge changes from {before} to {after} mm at '{node}'",
                before=gauges[0]["gauge_mm"],
                after=gauges[1]["gauge_mm"],
                node=start,
            )
            cure = Phrase(
                "Set gauge_change of the node '{node}' to true, or correct the gauge of a leg.", node=start
            )
            yield Finding(file, after.number, "leg_id", value, problem, cure, "gauge-unsaid")


def _ends(file: str, row: _Row, rows: list[_Row], legs: Mapping[str, dict[str, str]]) -> Iterator[Finding]:
    """Problems with the first and last node of a chain."""
    name = row.cells["corridor_id"]
    if row.cells["kind"] == "family":
        return
    if not rows:
        problem = Phrase("the {kind} '{name}' has no legs", kind=row.cells["kind"], name=name)
        cure = Phrase("Add its legs.")
        yield Finding(file, row.number, "corridor_id", name, problem, cure, "chain-empty")
        return
    actual = (_ends_of(rows[0], legs)[0], _ends_of(rows[-1], legs)[1])
    for column, node in zip(("from_node", "to_node"), actual, strict=True):
        said = row.cells[column]
        if said != node:
            problem = Phrase("the legs of '{name}' end at '{node}'", name=name, node=node)
            if column == "from_node":
                problem = Phrase("the legs of '{name}' begin at '{node}'", name=name, node=node)
            cure = Phrase("Correct {column}, or the legs.", column=column)
            yield Finding(file, row.number, column, said, problem, cure, "chain-ends")


def _ends_of(row: _Row, legs: Mapping[str, dict[str, str]]) -> tuple[str, str]:
    """First and last node of a leg in the direction in which the chain uses it."""
    leg = legs[row.cells["leg_id"]]
    ends = (leg["from_node"], leg["to_node"])
    return ends[::-1] if row.cells["reversed"] == "true" else ends


def _whole_rows(cells: Cells) -> Iterable[_Row]:
    """Every row with every column of the schema; nothing if a column is missing."""
    names = [column.name for column in cells.table.columns]
    return _rows(cells, names) if all(name in cells.columns for name in names) else ()


def _rows(cells: Cells, names: list[str]) -> Iterator[_Row]:
    """Rows of the given columns."""
    for number, *values in zip(cells.rows, *(cells.columns[name] for name in names), strict=True):
        yield _Row(number, dict(zip(names, values, strict=True)))


def _number(text: str) -> float | None:
    """Parse a number; None if the text is none."""
    try:
        return float(text)
    except ValueError:
        return None
