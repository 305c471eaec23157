"""The figures in the sentences of a story: each stands for a claim, an estimate or a figure of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.errors import StoryError
from corridor.evidence.figures import LEG_QUANTITIES
from corridor.publication.story_content import ShownFigure
from ui.evidence import wording
from ui.evidence.figure_keys import ClaimedFigure, LegFigure
from ui.evidence.rows import by_id, claims_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.publication.content import Content, Figure
    from corridor.story.story import Reference, Slide
    from ui.link.view import View

    ContentAt = Callable[[str], Content]


def shown_figure(view: View, slide: Slide, reference: Reference, content_at: ContentAt) -> ShownFigure:
    """
    Fill in one figure of a slide.

    Parameters
    ----------
    view
        Data and language.
    slide
        The slide, for an error.
    reference
        What the figure stands for.
    content_at
        Gives the content of the view at an address.

    Raises
    ------
    corridor.errors.StoryError
        If the claim, the subject or the figure of the view is not there any more.
    """
    missing = StoryError("figure-missing", name=reference.name, slide=slide.heading)
    if reference.claim:
        row = by_id(view.dataset, "claims").get(reference.claim)
        if row is None:
            raise missing
        return ShownFigure(
            wording.claim_value(view, row), f"sources?claim={reference.claim}", (row["source_id"],)
        )
    if reference.subject is not None:
        return _estimate(view, reference.subject, missing)
    content = content_at(reference.view)
    figure = _named(content, reference.figure)
    if figure is None:
        raise missing
    text = f"{figure.text} ({figure.range_text})" if figure.range_text else figure.text
    claims = by_id(view.dataset, "claims")
    sources = dict.fromkeys(claims[claim]["source_id"] for claim in figure.claims if claim in claims)
    # A figure that is worked out of many names none of them: then it rests on all that its view rests on.
    return ShownFigure(text, reference.view, tuple(sources) or tuple(source.id for source in content.sources))


def _named(content: Content, id_: str) -> Figure | None:
    """Find a headline figure of a view by its id."""
    return next((figure for figure in content.figures if figure.id == id_), None)


def _estimate(view: View, subject: tuple[str, str, str], missing: StoryError) -> ShownFigure:
    """Fill in an estimate."""
    kind, id_, quantity = subject
    if kind not in wording.TABLE_OF or not view.dataset.has(wording.TABLE_OF[kind], id_):
        raise missing
    is_leg = kind == "leg" and quantity in LEG_QUANTITIES
    key = LegFigure(id_, quantity) if is_leg else ClaimedFigure(kind, id_, quantity)
    estimate = key.estimate(view.dataset)
    text, band = wording.figure(view, estimate), wording.band(view, estimate)
    if band and wording.is_band_shown(view, estimate):
        text = f"{text} ({band})"
    sources = dict.fromkeys(row["source_id"] for row in claims_on(view.dataset, kind, id_, quantity))
    return ShownFigure(text, f"sources?subj={kind}.{id_}&qty={quantity}", tuple(sources))
