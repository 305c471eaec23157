"""The estimate rule: how the published claims on one quantity become one figure, with the reason."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset.estimate import Estimate
from corridor.dataset.periods import first_day, last_day, years_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd


KIND_ORDER = ("observed", "scheduled", "agreed", "planned", "claimed")
CONFIDENCE_ORDER = {"official": 0, "report": 0, "press": 1, "secondary": 2}
BAND_YEARS = 3

_UNKNOWN = dt.date.min
RANK_CODES = ("kind", "confidence", "newest", "newest", "precision", "id")


class Claim(NamedTuple):
    """The parts of a claim that the rule looks at; None where the cell is empty."""

    claim_id: str
    low: float | None
    typical: float | None
    high: float | None
    text: str | None
    kind: str
    fit: str
    confidence: str
    as_of: str | None
    published: str | None
    checked_on: str | None

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers it states."""
        return tuple(value for value in (self.low, self.typical, self.high) if value is not None)

    @property
    def speaks_of(self) -> dt.date:
        """Day up to which it can speak: the end of its as_of, but not after it was published or read."""
        stated = [last_day(text) for text in (self.as_of, self.published) if text]
        if not stated:
            return _UNKNOWN
        return min([*stated, *([last_day(self.checked_on)] if self.checked_on else [])])

    @property
    def vagueness(self) -> int:
        """Rank of the kind of statement: typical, range, typical as a bound, bound, text."""
        bounds = [value for value in (self.low, self.high) if value is not None]
        if self.typical is not None:
            return 2 if bounds == [self.typical] else 0
        return (4, 3, 1)[len(bounds)]

    @property
    def rank(self) -> tuple[int, int, int, int, int, str]:
        """Place in the rule's order; the smallest wins."""
        published = last_day(self.published) if self.published else _UNKNOWN
        return (
            KIND_ORDER.index(self.kind),
            CONFIDENCE_ORDER[self.confidence],
            -self.speaks_of.toordinal(),
            -published.toordinal(),
            self.vagueness,
            self.claim_id,
        )


def estimate(claims: pd.DataFrame, *, quantity: str, unit: str, is_series: bool = False) -> Estimate:
    """
    Apply the estimate rule to the claims on one subject.

    Of the claims that fit exactly, observed is preferred over scheduled over agreed over planned over
    claimed; official and report over press over secondary; then the newest, by the time spoken of, then by
    publication; then the one that says most of a typical value: one stated ("about 60"), a range, one that
    is a bound as well ("more than 60": low and typical are the same, high is empty), only a bound, words;
    then the smallest id. The headline is that claim's typical value, or the middle of its low and high, or
    its only bound. The band spans all fitting claims not older than three years before the
    newest; of a quantity counted period by period, such as yearly cargo, only those on the period of the
    headline, for a series over time is no range of opinions. Claims of the kind "worst" give only `worst`.

    Parameters
    ----------
    claims
        Rows of the claims table about one subject, in any order; rows on other quantities are ignored.
    quantity
        Quantity to estimate.
    unit
        Its unit.
    is_series
        Whether it is counted period by period (`is_series` in the table of quantities).

    Returns
    -------
    Estimate
        Basis "published" or "missing". `spoke` and `lost` together hold every claim on the quantity.
    """
    rows = claims.loc[claims["quantity"] == quantity, list(Claim._fields)]
    return decide(as_claims(rows), quantity, unit, is_series=is_series)


def as_claims(rows: pd.DataFrame) -> list[Claim]:
    """Rows as tuples, with None for empty cells."""
    columns = [rows[name].astype(object).where(rows[name].notna(), None) for name in Claim._fields]
    return [Claim(*cells) for cells in zip(*columns, strict=True)]


def decide(claims: Sequence[Claim], quantity: str, unit: str, *, is_series: bool = False) -> Estimate:
    """Sort the claims and build the figure."""
    lost = [(claim.claim_id, f"fit-{claim.fit}") for claim in claims if claim.fit != "exact"]
    exact = [claim for claim in claims if claim.fit == "exact"]
    extremes = [claim for claim in exact if claim.kind == "worst"]
    fitting = sorted((claim for claim in exact if claim.kind != "worst"), key=lambda claim: claim.rank)
    if any(claim.numbers for claim in fitting):
        lost += [(claim.claim_id, "words-only") for claim in fitting if not claim.numbers]
        counted = [claim for claim in fitting if claim.numbers]
        spoke, unheard = _split_by_period(counted) if is_series else _split_by_age(counted)
        lost += unheard
    else:
        spoke = fitting[:1]
        lost += [(claim.claim_id, "outranked") for claim in fitting[1:]]
    band = [value for claim in spoke for value in claim.numbers]
    worst, witnesses, within = _extreme(extremes, band)
    lost += within
    heard = tuple(claim.claim_id for claim in (*spoke, *witnesses))
    if not spoke:
        reason = ("no-fitting-claim", str(len(claims)), "") if claims else ("no-claim", "", "")
        return Estimate(
            quantity=quantity, unit=unit, worst=worst, reason=reason, spoke=heard, lost=tuple(sorted(lost))
        )
    head = spoke[0]
    typical, shape = _headline(head)
    return Estimate(
        quantity=quantity,
        unit=unit,
        low=min(band, default=None),
        typical=typical,
        high=max(band, default=None),
        worst=worst,
        text=head.text,
        basis="published",
        claim_id=head.claim_id,
        kind=head.kind,
        as_of=head.as_of,
        reason=(*_what_decided([claim for claim in fitting if claim.numbers or not band]), shape),
        spoke=heard,
        lost=tuple(sorted(lost)),
    )


def _split_by_age(ranked: list[Claim]) -> tuple[list[Claim], list[tuple[str, str]]]:
    """Split into the headline with the claims young enough for the band, and the rest with the reason."""
    newest = max(claim.speaks_of for claim in ranked)
    if newest == _UNKNOWN:
        return ranked, []
    oldest = years_before(newest, BAND_YEARS)
    heard, unheard = ranked[:1], []
    for claim in ranked[1:]:
        if claim.speaks_of >= oldest:
            heard.append(claim)
        else:
            unheard.append((claim.claim_id, "undated" if claim.speaks_of == _UNKNOWN else "too-old"))
    return heard, unheard


def _split_by_period(ranked: list[Claim]) -> tuple[list[Claim], list[tuple[str, str]]]:
    """Split into the headline with the claims on its period, and the rest with the reason."""
    heard, unheard = ranked[:1], []
    period = _period(ranked[0])
    for claim in ranked[1:]:
        if period is not None and _period(claim) == period:
            heard.append(claim)
        else:
            unheard.append((claim.claim_id, "other-period" if claim.as_of else "undated"))
    return heard, unheard


def _period(claim: Claim) -> tuple[dt.date, dt.date] | None:
    """First and last day that a claim speaks of; None if it does not say."""
    return (first_day(claim.as_of), last_day(claim.as_of)) if claim.as_of else None


def _headline(head: Claim) -> tuple[float | None, str]:
    """Value of the headline, with its shape."""
    if head.typical is not None:
        return head.typical, "stated"
    if head.low is not None and head.high is not None:
        return (head.low + head.high) / 2, "midpoint"
    if head.low is not None:
        return head.low, "lower-bound"
    if head.high is not None:
        return head.high, "upper-bound"
    return None, "words"


def _what_decided(ranked: list[Claim]) -> tuple[str, str]:
    """Return the step of the rule that puts the first claim before the second."""
    head = ranked[0]
    if len(ranked) == 1:
        return "only-claim", head.kind
    steps = zip(RANK_CODES, head.rank, ranked[1].rank, strict=True)
    code = next((code for code, first, second in steps if first != second), "id")
    details = {
        "kind": head.kind,
        "confidence": head.confidence,
        "newest": head.as_of or head.published or "",
        "precision": "",
        "id": head.claim_id,
    }
    return code, details[code]


def _extreme(
    extremes: Iterable[Claim], band: list[float]
) -> tuple[float | None, list[Claim], list[tuple[str, str]]]:
    """Value farthest beyond the band, the worst cases beyond it, and those within it."""
    low, high = min(band, default=None), max(band, default=None)
    beyond: list[tuple[float, float, Claim]] = []
    within = []
    for extreme in sorted(extremes, key=lambda claim: claim.claim_id):
        outside = [
            (max(value - high, low - value), value)
            if low is not None and high is not None
            else (value, value)
            for value in extreme.numbers
        ]
        distance, value = max(outside, default=(0.0, 0.0))
        if outside and (low is None or distance > 0):
            beyond.append((distance, value, extreme))
        else:
            within.append((extreme.claim_id, "within-band" if outside else "words-only"))
    if not beyond:
        return None, [], within
    return max((distance, value) for distance, value, _ in beyond)[1], [one for _, _, one in beyond], within
