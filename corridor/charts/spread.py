"""Where the claims on one quantity lie between the lowest and the highest value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Place, Series, Target
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

FEWEST = 2


def spread(
    reader: Reader, claims: Sequence[Row], *, subject: tuple[str, str], headline: str | None, unit: str
) -> Chart:
    """
    Draw a mark for each claim that carries numbers: a band if it states a range, else a dot.

    Parameters
    ----------
    reader
        For whom.
    claims
        Rows of the claims table on one quantity of one subject.
    subject
        Kind and id of the subject.
    headline
        Id of the claim shown as the headline.
    unit
        Unit of the values.

    Raises
    ------
    corridor.errors.ChartError
        If fewer than two claims carry numbers.
    """
    _ = reader.words.gettext
    spans = [(row, span) for row in claims if (span := span_of(row))]
    name = names.subject(reader, *subject)
    if len(spans) < FEWEST:
        raise ChartError("chart-empty-spread", name=name)
    labels = {
        "headline": _("the figure that is shown"),
        "worst": _("worst case"),
        "other": _("about more, a part, or something similar"),
        "claim": _("other claim"),
    }
    marks = []
    for at, (row, span) in enumerate(spans):
        text = names.claim_value(reader, row)
        publisher = names.publisher(reader, row["source_id"])
        tone = _tone(row, headline)
        marks.append(
            Mark(
                name=publisher,
                at=float(at),
                at_text=fmt.partial_date(row["as_of"] or row["published"], reader.lang),
                low=span[0],
                typical=row["typical"]
                if row["typical"] is not None
                else span[0]
                if len(set(span)) == 1
                else None,
                high=span[-1],
                text=text,
                label=f"{publisher}: {text}",
                short=text,
                basis="published",
                target=Target("claim", row["claim_id"]),
                tone=tone,
                is_strong=tone == "headline",
                is_hollow=tone == "other",
            )
        )
    low, high = min(mark.low or 0.0 for mark in marks), max(mark.high or 0.0 for mark in marks)
    extremes = tuple(Place(fmt.quantity(value, unit, reader.lang), value) for value in (low, high))
    caption = _("{count} claims lie between {low} and {high}").format(
        count=len(marks), low=extremes[0].name, high=extremes[1].name
    )
    if low == high:
        caption = _("All {count} say the same.").format(count=len(marks))
    quantity = names.quantity(reader, claims[0]["quantity"])
    used = dict.fromkeys(mark.tone for mark in marks)
    return Chart(
        name="spread",
        mark_title=_("Source"),
        at_title=_("Period"),
        title=f"{name}: {quantity}",
        caption=caption,
        across=named_axis([mark.name for mark in marks], title=_("Source")),
        panels=(
            Panel(
                up=axis(
                    [low, high],
                    from_zero=False,
                    title=quantity,
                    write=lambda value: fmt.quantity(value, unit, reader.lang),
                ),
                series=(Series(name=_("Claims"), kind="band", marks=tuple(marks)),),
                extremes=extremes,
            ),
        ),
        keys=tuple(
            Key(labels[tone], "point", tone, is_hollow=tone == "other") for tone in labels if tone in used
        ),
        is_sideways=True,
        source=sources.of_publishers(reader, [mark.name for mark in marks]),
        lang=reader.lang,
    )


def span_of(row: Row) -> tuple[float, ...]:
    """Give the numbers of a claim in rising order."""
    return tuple(sorted(row[end] for end in ("low", "typical", "high") if row[end] is not None))


def _tone(row: Row, headline: str | None) -> str:
    """Say what a claim is among the others."""
    if row["claim_id"] == headline:
        return "headline"
    if row["kind"] == "worst":
        return "worst"
    return "claim" if row["fit"] == "exact" else "other"
