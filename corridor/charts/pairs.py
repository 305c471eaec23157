"""How pairs of countries are connected: a bar for the index of each, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import Axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

_TOP, _TICKS = 100.0, (0.0, 25.0, 50.0, 75.0, 100.0)


def pair_bars(
    reader: Reader, index: Sequence[Row], shares: Mapping[str, Row], *, ours: str, title: str
) -> Chart:
    """
    Draw a bar for the index of each pair of countries.

    Parameters
    ----------
    reader
        For whom.
    index
        Rows of `corridor.pairs.index.pair_index`, the best first.
    shares
        By pair: rows of `corridor.pairs.rank_stability.rank_shares`.
    ours
        The pair that stands out, such as "KZ-RS".
    title
        What the chart shows.

    Raises
    ------
    corridor.errors.ChartError
        If there is no pair.
    """
    _ = reader.words.gettext
    if not index:
        raise ChartError("chart-empty-pairs")
    marks = tuple(
        _mark(reader, row, shares.get(row["pair"]), at=float(at), is_ours=row["pair"] == ours)
        for at, row in enumerate(index)
    )
    names_ = [
        f"{fmt.number(row['rank'], reader.lang)}  {mark.name}" if row["rank"] is not None else mark.name
        for row, mark in zip(index, marks, strict=True)
    ]
    return Chart(
        name="pairs",
        title=title,
        caption=_(
            "Index of each pair of countries, 0 to 100, and its rank under other weights (90 of 100 draws)"
        ),
        mark_title=_("Countries"),
        at_title=_("Rank"),
        across=named_axis(names_, title=_("Countries")),
        panels=(
            Panel(
                up=Axis(
                    low=0.0,
                    high=_TOP,
                    ticks=_TICKS,
                    texts=tuple(fmt.number(tick, reader.lang) for tick in _TICKS),
                    title=_("Index"),
                ),
                series=(Series(name=_("Index"), kind="bar", marks=marks, tone="pair"),),
            ),
        ),
        keys=(Key(pair_name(reader, ours), "bar", "pair-ours"), Key(_("other pair"), "bar", "pair")),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def pair_name(reader: Reader, pair: str) -> str:
    """Name a pair of countries by its id."""
    return " – ".join(names.country(reader, code) for code in pair.split("-"))


def _mark(reader: Reader, row: Row, share: Row | None, *, at: float, is_ours: bool) -> Mark:
    """Mark one pair."""
    _ = reader.words.gettext
    name = pair_name(reader, row["pair"])
    is_ranked = row["rank"] is not None
    text = fmt.number(row["index"], reader.lang, digits=2) if is_ranked else _("cannot be ranked")
    ranks = _ranks(reader, share) if is_ranked and share is not None else ""
    return Mark(
        name=name,
        at=at,
        at_text=fmt.number(row["rank"], reader.lang) if is_ranked else "–",
        typical=float(row["index"]) if is_ranked else None,
        text=text,
        range_text=ranks,
        label=f"{name}: {text} ({ranks})" if ranks else f"{name}: {text}",
        short=f"{text} ({ranks})" if ranks else text,
        basis="derived" if is_ranked else "missing",
        gaps=row["parts"] - row["known"],
        target=Target("pair", row["pair"]),
        tone="pair-ours" if is_ours else "pair",
        width=0.6,
        is_strong=is_ours,
    )


def _ranks(reader: Reader, share: Row) -> str:
    """Write between which ranks a pair stands under other weights."""
    _ = reader.words.gettext
    low, high = share["low"], share["high"]
    if low is None:
        return ""
    if low == high:
        return _("rank {rank}").format(rank=fmt.number(low, reader.lang))
    return _("rank {low}–{high}").format(low=fmt.number(low, reader.lang), high=fmt.number(high, reader.lang))
