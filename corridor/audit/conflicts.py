"""Conflicts: quantities on which the sources do not agree."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from corridor.dataset.periods import last_day
from corridor.evidence.claims import figure, is_series
from corridor.evidence.rule import Claim, as_claims, decide
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

NATURES = ("same-time", "scope", "over-time", "words")
# Counts of one period closer than this differ by rounding, not by what is counted.
SCOPE_RATIO = 1.05
COLUMNS = (
    "subject_type", "subject_id", "quantity", "unit", "nature", "headline", "low", "typical", "high",
    "ratio", "claims_count", "sources_count", "claims",
)  # fmt: skip


@remembered(depends_on=Depends.CLAIMS)
def conflicts(dataset: Dataset) -> pd.DataFrame:
    """
    List what two or more exact claims state differently, and what is counted differently for one period.

    Worst cases are left out: they report an extreme, not another opinion. Of a quantity counted by period,
    claims on a part of it stand beside each other too where two sources give other numbers for the same
    months: what they count differs, and their definitions say how.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a subject and quantity, and one a period with another scope: subject_type, subject_id,
        quantity, unit; nature ("same-time" if two claims that differ speak of overlapping days, months or
        years, of one and the same range, or one is undated; "scope" if two sources count something else for
        the same period; "over-time" if every two that differ speak of different times; "words" if the values
        are words or dates); headline (claim id by the estimate rule), typical (the headline's), low and high
        (of the two claims farthest apart, about the same time if there are such), ratio (high / low, NaN
        without two positive numbers), claims_count, sources_count, claims (ids: the headline, those farthest
        apart, the rest; of another scope those alone). By nature, the widest apart first.
    """
    found = [
        row
        for subject, claims in _by_subject(dataset).items()
        if len(claims) > 1 and (row := _conflict(dataset, *subject, claims=claims)) is not None
    ]
    found += _scopes(dataset)
    return _ordered(pd.DataFrame(found, columns=list(COLUMNS)))


def _by_subject(dataset: Dataset) -> dict[tuple[str, str, str], list[Claim]]:
    """Exact claims by subject type, subject and quantity."""
    rows = dataset.claims[dataset.claims["fit"] == "exact"]
    subjects = zip(rows["subject_type"], rows["subject_id"], rows["quantity"], strict=True)
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for subject, claim in zip(subjects, as_claims(rows), strict=True):
        found.setdefault(subject, []).append(claim)
    return found


def _conflict(
    dataset: Dataset, subject_type: str, subject_id: str, quantity: str, *, claims: list[Claim]
) -> dict[str, Any] | None:
    """Row of one subject and quantity; None if its claims agree."""
    opinions = [claim for claim in claims if claim.kind != "worst"]
    pairs = [(one, other) for one, other in combinations(opinions, 2) if _differ(one, other)]
    if not pairs:
        return None
    nature, ends = _widest(pairs)
    low, high = _ends(*ends) if nature != "words" else (float("nan"), float("nan"))
    unit = str(dataset.row("quantities", quantity)["unit"])
    estimate = decide(claims, quantity, unit, is_series=is_series(dataset, quantity))
    ids = [opinion.claim_id for opinion in opinions]
    first = [estimate.claim_id] if estimate.claim_id in ids else []
    shown = dict.fromkeys([*first, *(claim.claim_id for claim in ends), *ids])
    sources = dataset.claims.loc[dataset.claims["claim_id"].isin(ids), "source_id"]
    return {
        "subject_type": subject_type,
        "subject_id": subject_id,
        "quantity": quantity,
        "unit": estimate.unit,
        "nature": nature,
        "headline": estimate.claim_id,
        "low": low,
        "typical": estimate.typical,
        "high": high,
        "ratio": high / low if low > 0 else float("nan"),
        "claims_count": len(opinions),
        "sources_count": sources.nunique(),
        "claims": tuple(shown),
    }


def _scopes(dataset: Dataset) -> list[dict[str, Any]]:
    """Rows of what two sources count differently for one and the same range of months."""
    claims = dataset.claims
    series = {one for one in claims["quantity"].unique() if is_series(dataset, one)}
    is_kept = claims["quantity"].isin(series) & claims["kind"].ne("worst") & claims["as_of"].str.contains("/")
    kept = claims[is_kept.fillna(value=False)]
    keys = ["subject_type", "subject_id", "quantity", "as_of"]
    rows = []
    for key, group in kept.groupby(keys):
        type_, id_, quantity, _period = (str(part) for part in cast("tuple[Any, ...]", key))
        counts = as_claims(group)
        sources = dict(zip(group["claim_id"], group["source_id"], strict=True))
        pairs = [
            (one, other)
            for one, other in combinations(counts, 2)
            if one.numbers
            and other.numbers
            and sources[one.claim_id] != sources[other.claim_id]
            and "exact" not in (one.fit, other.fit)
            and _distance(*_ends(one, other)) >= SCOPE_RATIO
        ]
        if not pairs:
            continue
        ends = max(pairs, key=lambda pair: _distance(*_ends(*pair)))
        low, high = _ends(*ends)
        ids = list(dict.fromkeys(one.claim_id for pair in (ends, *pairs) for one in pair))
        estimate = figure(dataset, type_, id_, quantity)
        rows.append(
            {
                "subject_type": type_,
                "subject_id": id_,
                "quantity": quantity,
                "unit": str(dataset.row("quantities", quantity)["unit"]),
                "nature": "scope",
                "headline": estimate.claim_id,
                "low": low,
                "typical": estimate.typical,
                "high": high,
                "ratio": high / low if low > 0 else float("nan"),
                "claims_count": len(ids),
                "sources_count": len({sources[one] for one in ids}),
                "claims": tuple(ids),
            }
        )
    return rows


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two claims state different things; a month and a day in it do not differ."""
    if one.numbers and other.numbers:
        return one[1:4] != other[1:4]
    if one.numbers or other.numbers:
        return False
    first, second = sorted(((one.text or "").casefold(), (other.text or "").casefold()), key=len)
    return not second.startswith(first)


def _widest(pairs: list[tuple[Claim, Claim]]) -> tuple[str, tuple[Claim, Claim]]:
    """Say what sort of conflict the differing pairs make, with the pair farthest apart."""
    counted = [pair for pair in pairs if pair[0].numbers]
    if not counted:
        return "words", pairs[0]
    same_time = [pair for pair in counted if _overlap(*pair)]
    nature = "same-time" if same_time else "over-time"
    return nature, max(same_time or counted, key=lambda pair: _distance(*_ends(*pair)))


def _ends(one: Claim, other: Claim) -> tuple[float, float]:
    """Lowest and highest number of two claims."""
    numbers = (*one.numbers, *other.numbers)
    return min(numbers), max(numbers)


def _distance(low: float, high: float) -> float:
    """How far apart two numbers are: their ratio, or their difference where there is no ratio."""
    return high / low if low > 0 else high - low


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether two claims speak of the same time; what is undated may speak of any, a range only of itself."""
    time, other_time = one.as_of or one.published, other.as_of or other.published
    if not time or not other_time:
        return True
    (begin, end), (other_begin, other_end) = _span(time), _span(other_time)
    if "/" in time or "/" in other_time:
        return (begin, end) == (other_begin, other_end)
    return begin <= other_end and other_begin <= end


def _span(period: str) -> tuple[str, str]:
    """First and last day of a period."""
    begin = period.partition("/")[0]
    return begin + "-01-01"[len(begin) - len("YYYY") :], last_day(period).isoformat()


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """Put those about the same time first, the widest apart first."""
    place = frame["nature"].map(NATURES.index)
    ordered = frame.assign(place=place).sort_values(
        ["place", "ratio", "claims_count", "subject_id", "quantity"],
        ascending=[True, False, False, True, True],
        kind="stable",
    )
    return ordered.drop(columns="place").reset_index(drop=True)
