"""Trade of two countries by direction, as each of them reports it: mirror statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.partners import TRADE_GAPS, TRADE_REPORTS
from corridor.dataset.periods import first_day
from corridor.dataset.records import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

    Row = Mapping[str, Any]

KZ_RS = ("KZ", "RS")
BOTH = "both"
_TOPIC = "kz-rs"
_YEAR = len("YYYY")
_TURNOVER = "trade_turnover_usd"
# Claims are worded from Kazakhstan's side; its imports are Serbia's exports.
_QUANTITIES = {BOTH: _TURNOVER, "KZ-RS": "export_usd", "RS-KZ": "import_usd"}
_GROWTH = {"KZ-RS": "export_growth_percent", "RS-KZ": "import_growth_percent"}
_BALANCE = "trade_balance_usd"


def trade_reports(dataset: Dataset) -> pd.DataFrame:
    """
    List what Kazakhstan and Serbia report of their trade, by direction and period.

    A country's exports are the other one's imports, so both report the same flow. What follows from published
    figures of one reporter is added as derived: the third of turnover and both directions, both directions
    from turnover and balance, the year before from a growth rate.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a figure, the oldest first: year, period; is_year (whether it is for that whole year);
        direction ("both", "KZ-RS", "RS-KZ"), reporter, value_usd, basis ("published" or "derived"); trade_id
        and claim_id (empty where there is none), sources (tuple), claims (tuple of those behind it).
        Figures that are for a part of the goods only are left out.
    """
    claims = _claims(dataset)
    published = [row for row in (_published(row, claims) for row in _rows(dataset)) if row]
    derived = [
        row
        for row in (*_thirds(published), *_from_balance(published, claims), *_year_before(published, claims))
        if not any(_key(row) == _key(other) for other in published)
    ]
    rows = sorted((*published, *derived), key=lambda row: (row["period"], row["direction"], row["value_usd"]))
    return make_frame(rows, TRADE_REPORTS)


def trade_gaps(reports: pd.DataFrame) -> pd.DataFrame:
    """
    Compare what both countries report of the same direction in the same year.

    Parameters
    ----------
    reports
        As `trade_reports` returns them.

    Returns
    -------
    pandas.DataFrame
        One row for each year and direction of which both report the whole year: year, direction; low_usd,
        high_usd (of all figures); low_reporter, high_reporter; ratio (high to low).
    """
    rows = []
    whole = reports[reports["is_year"]]
    for (year, direction), found in whole.groupby(["year", "direction"], sort=True):
        if found["reporter"].nunique() < len(KZ_RS):
            continue
        ordered = found.sort_values("value_usd", kind="stable")
        low, high = ordered.iloc[0], ordered.iloc[-1]
        rows.append(
            {
                "year": year,
                "direction": direction,
                "low_usd": low["value_usd"],
                "high_usd": high["value_usd"],
                "low_reporter": low["reporter"],
                "high_reporter": high["reporter"],
                "ratio": high["value_usd"] / low["value_usd"],
            }
        )
    return make_frame(rows, TRADE_GAPS)


def _rows(dataset: Dataset) -> Iterator[Row]:
    """Rows of trade between the two."""
    for id_ in dataset.trade["trade_id"]:
        row = dataset.record("trade", id_)
        if {row["reporter"], row["partner"]} == set(KZ_RS):
            yield row


def _claims(dataset: Dataset) -> list[dict[str, Any]]:
    """Claims on the trade of the two, with numbers."""
    found = dataset.claims
    mine = found[(found["subject_type"] == "topic") & (found["subject_id"] == _TOPIC)]
    return records(mine.dropna(subset=["typical"]))


def _direction(row: Row) -> str:
    """Direction of the goods."""
    if row["flow"] == "turnover":
        return BOTH
    ends = (row["reporter"], row["partner"])
    return "-".join(ends if row["flow"] == "export" else reversed(ends))


def _published(row: Row, claims: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Word one row of the table; None if its claim is on a part of the goods."""
    same = [
        claim
        for claim in claims
        if (claim["source_id"], claim["as_of"], claim["typical"])
        == (row["source_id"], row["period"], row["value_usd"])
    ]
    direction = _direction(row)
    claim = next((claim for claim in same if claim["quantity"] == _QUANTITIES[direction]), None)
    if claim is None and same:
        return None
    id_ = None if claim is None else claim["claim_id"]
    return _row(
        row["period"],
        direction,
        row["reporter"],
        row["value_usd"],
        basis="published",
        trade_id=row["trade_id"],
        claim_id=id_,
        sources=(row["source_id"],),
        claims=() if id_ is None else (id_,),
    )


def _thirds(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the missing one of turnover and both directions where a source states the other two."""
    for whole in rows:
        parts = [
            row
            for row in rows
            if row["direction"] != BOTH
            and (row["reporter"], row["period"], row["sources"])
            == (whole["reporter"], whole["period"], whole["sources"])
        ]
        if whole["direction"] == BOTH and len(parts) == 1:
            other = next(
                direction for direction in _QUANTITIES if direction not in {BOTH, parts[0]["direction"]}
            )
            yield _derived(other, whole["value_usd"] - parts[0]["value_usd"], whole, parts[0])


def _from_balance(rows: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give both directions where a source states turnover and balance; it is Kazakhstan's surplus."""
    for claim in claims:
        for whole in rows:
            if (
                claim["quantity"] == _BALANCE
                and whole["direction"] == BOTH
                and (claim["source_id"], claim["as_of"]) == (whole["sources"][0], whole["period"])
            ):
                for direction, sign in (("KZ-RS", 1), ("RS-KZ", -1)):
                    value = (whole["value_usd"] + sign * claim["typical"]) / 2
                    yield _derived(direction, value, whole, {"claims": (claim["claim_id"],)})


def _year_before(rows: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the year before where a source states a year and its growth."""
    for direction, quantity in _GROWTH.items():
        for claim in claims:
            for row in rows:
                if (
                    claim["quantity"] == quantity
                    and row["direction"] == direction
                    and row["is_year"]
                    and (claim["source_id"], claim["as_of"]) == (row["sources"][0], row["period"])
                ):
                    value = row["value_usd"] / (1 + claim["typical"] / 100)
                    before = {**row, "period": str(row["year"] - 1)}
                    yield _derived(direction, value, before, {"claims": (claim["claim_id"],)})


def _derived(direction: str, value: float, of: Row, by: Row) -> dict[str, Any]:
    """Word a figure that follows from two others of the same source."""
    return _row(
        of["period"],
        direction,
        of["reporter"],
        value,
        basis="derived",
        trade_id=None,
        claim_id=None,
        sources=of["sources"],
        claims=(*of["claims"], *by["claims"]),
    )


def _row(period: str, direction: str, reporter: str, value: float, **more: Any) -> dict[str, Any]:
    """One row of the frame."""
    return {
        "year": first_day(period).year,
        "period": period,
        "is_year": len(period) == _YEAR,
        "direction": direction,
        "reporter": reporter,
        "value_usd": value,
        **more,
    }


def _key(row: Row) -> tuple[str, str, str]:
    """Say what a figure is on, and by whom."""
    return row["period"], row["direction"], row["reporter"]
