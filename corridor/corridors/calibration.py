"""Published times of whole chains and of stretches of them, beside our own sums."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from corridor.chain.steps import steps, totals
from corridor.columns.corridors import CALIBRATION, STRETCHES
from corridor.columns.frame import fit_frame, make_frame
from corridor.evidence.claims import about, figure
from corridor.practice.bands import practice_band
from corridor.practice.shape import SPEAKS_OF
from corridor.practice.stored import speaks_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from corridor.dataset.tables import Dataset

_BAND = ("ours_p10", "ours_p50", "ours_p90")
VERDICTS = ("inside", "below", "above", "not-comparable")


class Span(NamedTuple):
    """A time in hours with its range; NaN where unknown, an infinite end where only a bound is stated."""

    low: float
    typical: float
    high: float


def calibration(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> pd.DataFrame:
    """
    Put the published end-to-end times of a chain, its family included, beside our own sum.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `steps`.

    Returns
    -------
    pandas.DataFrame
        One row a claim: claim_id, subject_id, low, typical, high (hours), kind, fit, definition, as_of,
        published, confidence, source_id; speaks_of ("timetable" or "practice"); ours_low, ours_typical,
        ours_high (sums by timetable), ours_complete; ours_p10, ours_p50, ours_p90 (of the model, for what the
        claim speaks of); verdict (see `verdict`; "not-comparable" too of a worst case, and where the claim
        speaks of something else); ratio (our typical by theirs, or by the middle of their range; NaN where
        our sum is not complete).
    """
    chain = steps(dataset, corridor_id, branches=branches)
    time = totals(chain).set_index("criterion").loc["time_h"]
    bands = {of: Span(*practice_band(chain, "time_h", of)[0]) for of in SPEAKS_OF}
    family = dataset.record("corridors", corridor_id)["family"]
    subjects = [corridor_id] + ([family] if isinstance(family, str) else [])
    frame = pd.concat([about(dataset, "corridor", subject, "time_h") for subject in subjects])
    columns = [
        "claim_id", "subject_id", "low", "typical", "high", "kind", "fit", "definition", "as_of", "published",
        "confidence", "source_id",
    ]  # fmt: skip
    frame = frame.loc[:, columns].reset_index(drop=True)
    theirs = frame["typical"].fillna((frame["low"] + frame["high"]) / 2)
    theirs = theirs.fillna(frame["low"]).fillna(frame["high"])
    complete = bool(time["total_complete"])
    ours = Span(*time[list(Span._fields)].astype("float64"))
    spoken = [speaks_of(*claim) for claim in zip(frame["claim_id"], frame["kind"], strict=True)]
    frame = frame.assign(speaks_of=pd.array(spoken, dtype="str"))
    for name, end in zip(_BAND, Span._fields, strict=True):
        frame[name] = [getattr(bands[of], end) for of in spoken]
    told = frame.assign(
        **{f"ours_{part}": value for part, value in ours._asdict().items()},
        ours_complete=complete,
        verdict=[
            verdict(
                bands[row["speaks_of"]],
                span_of(row["low"], row["typical"], row["high"]),
                is_complete=complete,
            )
            if row["fit"] == "exact" and row["kind"] != "worst"
            else "not-comparable"
            for row in frame.to_dict("records")
        ],
        ratio=(time["typical"] if complete else float("nan")) / theirs,
    )
    return fit_frame(told, CALIBRATION)


def stretches(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> pd.DataFrame:
    """
    Put published times between two places on a chain beside our sum of that very stretch.

    A stretch is named by a topic of the kind "pair" whose id is `<node>-<node>`. It holds the legs between
    the two nodes, the work between those legs, and the borders that those legs cross; not the handling at
    its two ends.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `corridor.chain.steps.steps`.

    Returns
    -------
    pandas.DataFrame
        One row a pair, in the order of travel: topic_id, from_node, to_node (as the pair names them),
        reversed (the pair runs against the chain); claim_ids (tuple, the headline first); fit ("exact", or
        that of the first claim where none speaks of just this); shape (as in `Estimate.reason`);
        published_low, published_typical, published_high, ours_low, ours_typical, ours_high (hours; ours are
        sums of the known parts); speaks_of ("timetable" or "practice", of the headline), ours_p10, ours_p50,
        ours_p90 (of the model, for what it speaks of); ours_basis, missing_count, missing (as of
        `corridor.chain.steps.totals`);
        verdict, one of `VERDICTS` (see `verdict`; "not-comparable" also where no claim speaks of just this);
        ratio (our typical by theirs; NaN where our sum has gaps or no claim speaks of just this).
    """
    return stretches_of(dataset, steps(dataset, corridor_id, branches=branches))


def stretches_of(dataset: Dataset, frame: pd.DataFrame) -> pd.DataFrame:
    """
    Put published times between two places on any route beside our sum of that very stretch.

    Parameters
    ----------
    dataset
        The route dataset.
    frame
        The route's steps, as `corridor.chain.steps.steps_of` returns them.

    Returns
    -------
    pandas.DataFrame
        As `stretches`.
    """
    rows = []
    for topic_id, start, end in node_pairs(
        dataset, set(frame["from_node"].dropna()) | set(frame["to_node"].dropna())
    ):
        published = published_time(dataset, topic_id)
        if published is None:
            continue
        at = _bounds(frame, start, end)
        if not at:
            continue
        first, last = at
        between = _between(frame, first, last)
        sums = totals(between).to_dict("records")
        spoken = _speaks_of(dataset, published["claim_ids"])
        band = Span(*practice_band(between, "time_h", spoken)[0])
        ours = next(row for row in sums if row["criterion"] == "time_h")
        span = Span(ours["low"], ours["typical"], ours["high"])
        row = {
            "topic_id": topic_id,
            "from_node": start,
            "to_node": end,
            "reversed": frame["from_node"].iloc[first] != start,
            **published,
            **{f"ours_{part}": value for part, value in span._asdict().items()},
            "speaks_of": spoken,
            **dict(zip(_BAND, band, strict=True)),
            "ours_basis": ours["basis"],
            "missing_count": ours["missing_count"],
            "missing": ours["missing"],
        }
        is_fair = ours["missing_count"] == 0 and published["fit"] == "exact"
        ratio = span.typical / published["published_typical"] if is_fair else math.nan
        row |= {"verdict": verdict_of(row, band), "ratio": ratio}
        rows.append((first, last, topic_id, row))
    ordered = [row for *_place, row in sorted(rows, key=lambda one: one[:3])]
    return make_frame(ordered, STRETCHES)


def verdict(ours: Span, published: Span, *, is_complete: bool) -> str:
    """
    Say whether the model's time of a journey agrees with the published one.

    Parameters
    ----------
    ours
        P10, P50 and P90 of the model, for what the published time speaks of.
    published
        The published time; an infinite low or high where only a bound is stated.
    is_complete
        Whether every part of our sum is known; else the band is a floor.

    Returns
    -------
    str
        "inside" if the published time, or the middle of its range, lies between P10 and P90; of a bound, if
        the median keeps it. Else "below" or "above" (ours is shorter or longer). An overlap of two ranges is
        no agreement. Of a sum with gaps only "above" is certain, where even P10 is beyond the published
        range; else "not-comparable".
    """
    if math.isnan(ours.typical) or math.isnan(published.typical):
        return "not-comparable"
    if not is_complete:
        return "above" if ours.low > published.high else "not-comparable"
    if math.isinf(published.low) or math.isinf(published.high):
        is_inside = published.low <= ours.typical <= published.high
    else:
        is_inside = ours.low <= published.typical <= ours.high
    if is_inside:
        return "inside"
    return "below" if ours.typical < published.typical else "above"


def span_of(low: float, typical: float, high: float) -> Span:
    """Give the range of a claim, open where it states only a bound."""
    ends = [value for value in (low, high) if not math.isnan(value)]
    middle = sum(ends) / len(ends) if ends and math.isnan(typical) else typical
    is_bound = len(ends) == 1 and ends[0] == middle
    return Span(
        (-math.inf if is_bound else middle) if math.isnan(low) else low,
        middle,
        (math.inf if is_bound else middle) if math.isnan(high) else high,
    )


def node_pairs(dataset: Dataset, nodes: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Topics of the kind "pair" between two of some nodes, with the nodes."""
    topics = dataset.topics
    for topic_id in topics.loc[topics["kind"] == "pair", "topic_id"]:
        parts = topic_id.split("-")
        for at in range(1, len(parts)):
            start, end = "-".join(parts[:at]), "-".join(parts[at:])
            if start in nodes and end in nodes:
                yield topic_id, start, end


def published_time(dataset: Dataset, topic_id: str) -> dict[str, Any] | None:
    """Find the published time of a pair: by the estimate rule, else what is said of something like it."""
    estimate = figure(dataset, "topic", topic_id, "time_h")
    if not estimate.is_missing:
        return {
            "claim_ids": estimate.spoke,
            "fit": "exact",
            "shape": estimate.reason[-1],
            "published_low": estimate.low,
            "published_typical": estimate.typical,
            "published_high": estimate.high,
        }
    claims = about(dataset, "topic", topic_id, "time_h")
    claims = claims[claims["kind"] != "worst"]
    numbers = claims[["low", "typical", "high"]]
    if numbers.isna().all(axis=None):
        return None
    return {
        "claim_ids": tuple(claims["claim_id"]),
        "fit": claims["fit"].iloc[0],
        "shape": "",
        "published_low": numbers.min(axis=None),
        "published_typical": claims["typical"].iloc[0],
        "published_high": numbers.max(axis=None),
    }


def _speaks_of(dataset: Dataset, claim_ids: Sequence[str]) -> str:
    """Say what the headline of a published time speaks of."""
    claim = dataset.record("claims", claim_ids[0])
    return speaks_of(str(claim["claim_id"]), str(claim["kind"]))


def _bounds(frame: pd.DataFrame, start: str, end: str) -> tuple[int, int] | None:
    """Places in the frame of the first and last leg between two nodes, in either direction; None if none."""
    leaves = {node: at for at, node in reversed(list(enumerate(frame["from_node"]))) if isinstance(node, str)}
    arrives = {node: at for at, node in enumerate(frame["to_node"]) if isinstance(node, str)}
    for one, other in ((start, end), (end, start)):
        if one in leaves and other in arrives and leaves[one] <= arrives[other]:
            return leaves[one], arrives[other]
    return None


def _between(frame: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Rows of a stretch, with a border that its first or last leg crosses at its outer end."""
    is_leg = frame["kind"] == "leg"
    kept = list(range(first, last + 1))
    for leg, way in ((first, -1), (last, 1)):
        at = leg + way
        while 0 <= at < len(frame) and not is_leg.iloc[at]:
            row, ends = frame.iloc[at], frame.iloc[leg]
            if row["work"] == "border" and all(
                row[side] == ends[side] for side in ("from_country", "to_country")
            ):
                kept.append(at)
            at += way
    return frame.iloc[sorted(kept)]


def verdict_of(row: dict[str, Any], ours: Span) -> str:
    """Verdict on a stretch whose published time may be a bound, or speak of something else."""
    if row["fit"] != "exact":
        return "not-comparable"
    published = Span(
        -math.inf if row["shape"] == "upper-bound" else row["published_low"],
        row["published_typical"],
        math.inf if row["shape"] == "lower-bound" else row["published_high"],
    )
    return verdict(ours, published, is_complete=row["missing_count"] == 0)
