"""The pair index drawn and in words: who stands where, over what, and how far that hangs on the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.pairs import pair_bars
from corridor.columns.pairs import RANK_SHARES, WEIGHT_MOVES
from ui.evidence.chips import basis_mark, basis_marks
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.look.beside_html import bars
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.tables import Column, Line, table
from ui.sections.connectivity import frames, index_parts
from ui.sections.connectivity.frames import OURS
from ui.sections.connectivity.tables import pair_name
from ui.sections.connectivity.weights import AGGREGATED, NORMALISED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Row = Mapping[str, Any]


def impossible(view: View) -> Markup:
    """Say that there is nothing to compare."""
    return tag("p", impossible_words(view), class_="none")


def impossible_words(view: View) -> str:
    """Say in plain words that there is nothing to compare."""
    return view.words.gettext(
        "These data lack Kazakhstan, Serbia, or another pair of countries to compare them with."
    )


def pairs_chart(view: View) -> Chart:
    """Lay the index of every pair out, with the ranks that other weights give."""
    shares = {row["pair"]: row for row in rows(frames.shares(view.dataset, view.state))}
    found = rows(frames.ranked(view.dataset, view.state))
    return pair_bars(view, found, shares, ours=OURS, title=view.words.gettext("Pair index"))


def chart(view: View) -> Markup:
    """Draw the index of every pair as a bar, the best first, ours marked."""
    state, drawn = view.state, pairs_chart(view)
    keys = {"normalisation": state.normalisation, "aggregation": state.aggregation}
    if weights := frames.weights(state):
        keys["weights"] = ",".join(f"{part}={weight:g}" for part, weight in weights.items())
    codes = {code for code in state.avoid if view.dataset.has("countries", code)} | frames.left_out(view)
    if codes:
        keys["avoid"] = ",".join(sorted(codes))
    return together(bars(view, drawn, basis_marks(view, drawn)), chart_menu(view, drawn, keys))


def in_words(view: View) -> Markup:
    """Say where our pair stands and how far that can be trusted."""
    _ = view.words.gettext
    found = rows(frames.ranked(view.dataset, view.state))
    ours = next(row for row in found if row["pair"] == OURS)
    ranked = sum(row["rank"] is not None for row in found)
    name = pair_name(view, OURS)
    if ours["rank"] is None:
        sentence = _("{pair} cannot be ranked: too few of the parts that have a weight are known.")
        return tag("p", sentence.format(pair=name), class_="cx-prose")
    stands = _("{pair} is number {rank} of {count} with an index of {index}, over {known} of {parts} parts.")
    sentences = [
        stands.format(
            pair=name,
            rank=ours["rank"],
            count=ranked,
            index=fmt.number(ours["index"], view.lang, digits=2),
            known=ours["known"],
            parts=ours["parts"],
        ),
        _of_draws(view),
        _of_methods(view),
        _of_moves(view),
    ]
    return tag(
        "p", " ".join(text for text in sentences if text), basis_mark(view, "derived"), class_="cx-prose"
    )


def parts_table(view: View) -> Markup:
    """Write every part of every pair with its basis, its gaps and its score."""
    _ = view.words.gettext
    by_part = {(row["pair"], row["part"]): row for row in rows(frames.parts(view.dataset))}
    scores = frames.scored(view.dataset, view.state)
    columns = [Column(key="name", title=_("Countries"), is_header=True)]
    columns += [
        Column(key=part, title=index_parts.heading(view, part), is_figure=True) for part in index_parts.PARTS
    ]
    lines = []
    for found in rows(frames.ranked(view.dataset, view.state)):
        pair = found["pair"]
        cells = {
            part: index_parts.value(view, by_part[pair, part], _known(scores.loc[pair, part]))
            for part in index_parts.PARTS
        }
        lines.append(
            Line(
                cells={"name": pair_name(view, pair), **cells},
                class_="is-selected" if pair == OURS else "",
            )
        )
    caption = _("What the index is made of; the bar is the score of the part, full for the best of the pairs")
    return table(view, lines, columns, caption, class_="cx-pairs")


def shares_table(view: View) -> Markup:
    """Draw how often each pair has each rank when the weights are drawn at random."""
    _ = view.words.gettext
    shares = {row["pair"]: row for row in rows(frames.shares(view.dataset, view.state))}
    columns = (
        Column(key="name", title=_("Countries"), is_header=True),
        Column(key="strip", title=_("Ranks, from the first to the last")),
        heading_of(view, RANK_SHARES, "median", key="middle", kind="count"),
        Column(key="span", title=_("90 of 100 draws"), is_count=True),
        Column(key="first", title=_("Draws at the first rank"), is_count=True),
        heading_of(view, RANK_SHARES, "unranked", key="none", kind="count"),
    )
    lines = [
        Line(
            cells={
                "name": pair_name(view, found["pair"]),
                "strip": _strip(view, shares[found["pair"]], len(shares)),
                "middle": _rank(view, shares[found["pair"]]["median"]),
                "span": _span(view, shares[found["pair"]]),
                "first": _percent(view, shares[found["pair"]]["rank_1"]),
                "none": _percent(view, shares[found["pair"]]["unranked"]),
            },
            class_="is-selected" if found["pair"] == OURS else "",
        )
        for found in rows(frames.ranked(view.dataset, view.state))
    ]
    caption = _(
        "Ranks under 10,000 sets of weights drawn at random, each set as likely as any other; "
        "the fuller a field, the more draws give that rank"
    )
    return table(view, lines, columns, caption, class_="cx-shares")


def moves_table(view: View) -> Markup:
    """Write how far one weight can move before our pair changes its rank."""
    _ = view.words.gettext
    columns = (
        Column(key="part", title=_("Weight of"), is_header=True),
        heading_of(view, WEIGHT_MOVES, "share", kind="count"),
        heading_of(view, WEIGHT_MOVES, "down", kind="count"),
        heading_of(view, WEIGHT_MOVES, "up", kind="count"),
    )
    lines = [
        Line(
            cells={
                "part": index_parts.title(view, row["part"]),
                "share": _percent(view, row["share"]),
                "down": _move(view, row["down"], row["down_rank"]),
                "up": _move(view, row["up"], row["up_rank"]),
            }
        )
        for row in rows(frames.moves(view.dataset, view.state))
    ]
    caption = _(
        "{pair}: each weight is changed alone, the others keep their proportions; the nearest "
        "share at which the rank changes, and the new rank"
    )
    return table(view, lines, columns, caption.format(pair=pair_name(view, OURS)))


def _of_draws(view: View) -> str:
    """Say what random weights do to our rank."""
    ours = next(row for row in rows(frames.shares(view.dataset, view.state)) if row["pair"] == OURS)
    if ours["low"] is None:
        return ""
    words = view.words.gettext(
        "With weights drawn at random it stands between rank {low} and {high} in 90 of 100 draws."
    )
    return words.format(low=_rank(view, ours["low"]), high=_rank(view, ours["high"]))


def _of_methods(view: View) -> str:
    """Say what the other methods give."""
    _ = view.words.gettext
    state = view.state
    others = [
        row
        for row in rows(frames.methods(view.dataset, state))
        if (row["normalisation"], row["aggregation"]) != (state.normalisation, state.aggregation)
    ]
    told = [
        f"{_rank(view, row['rank'])} ({_(NORMALISED[row['normalisation']]).lower()}, "
        f"{_(AGGREGATED[row['aggregation']]).lower()})"
        for row in others
    ]
    return _("The other methods give rank {ranks}.").format(ranks="; ".join(told))


def _of_moves(view: View) -> str:
    """Say which weight changes our rank with the smallest move."""
    _ = view.words.gettext
    found = [
        (abs(row[end] - row["share"]), row["part"], row[end], row[f"{end}_rank"])
        for row in rows(frames.moves(view.dataset, view.state))
        for end in ("down", "up")
        if row[end] is not None
    ]
    if not found:
        return _("No change of a single weight changes its rank.")
    _distance, part, share, rank = min(found, key=lambda one: one[0])
    words = _(
        "The smallest change of weight that changes its rank: {part} at {share} of the weight "
        "gives rank {rank}."
    )
    return words.format(
        part=index_parts.title(view, part), share=_percent(view, share), rank=_rank(view, rank)
    )


def _strip(view: View, row: Row, count: int) -> Markup:
    """Draw the share of each rank as a field."""
    _ = view.words.gettext
    shares = [row[f"rank_{rank}"] for rank in range(1, count + 1)]
    most = max(shares) or 1.0
    fields = [tag("i", style=f"--share:{share / most:.2f}") for share in shares]
    words = _("Middle rank {middle}, 90 of 100 draws: {span}").format(
        middle=_rank(view, row["median"]), span=_span(view, row)
    )
    return tag("span", *fields, class_="cx-strip", role="img", aria_label=words)


def _span(view: View, row: Row) -> str:
    """Write between which ranks most draws lie."""
    if row["low"] is None:
        return view.words.gettext("no rank")
    if row["low"] == row["high"]:
        return _rank(view, row["low"])
    return f"{_rank(view, row['low'])}–{_rank(view, row['high'])}"


def _move(view: View, share: float | None, rank: int | None) -> str:
    """Write at which share the rank changes, and to what."""
    _ = view.words.gettext
    if share is None:
        return _("never")
    if rank is None:
        return _("{share}: no rank").format(share=_percent(view, share))
    return _("{share}: rank {rank}").format(share=_percent(view, share), rank=_rank(view, rank))


def _rank(view: View, rank: float | None) -> str:
    """Write a rank, or that there is none."""
    return view.words.gettext("none") if rank is None else fmt.number(rank, view.lang)


def _percent(view: View, share: float) -> str:
    """Write a share in percent."""
    return fmt.quantity(round(share * 100, 1), "%", view.lang)


def _known(score: float) -> float | None:
    """Score, None where there is none."""
    return None if score != score else float(score)  # noqa: PLR0124 - NaN alone differs from itself
