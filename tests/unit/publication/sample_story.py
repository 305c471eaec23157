"""A story with a slide of every kind, small, with letters and texts that are hard to write."""

from dataclasses import replace

from sample_content import LETTERS, content

from corridor.publication.content import Content, Source
from corridor.publication.story_content import Piece, ShownFigure, ShownSlide, StoryContent

FIGURE = ShownFigure("16 d (13–19 d)", "routes?from=astana", ("s1", "s2"))
ROOT = "https://corridor.example.org"


def story(lang="en", *, text="", link=f"{ROOT}/present/sample?lang=en"):
    """Return a story in a language; `text` is added wherever a visitor's words may stand."""
    words = f"{LETTERS[lang]} {text}".strip()
    view = content(lang, rows=20, text=text)
    other = replace(view, conditions=(*view.conditions, "Cheapest"), query="from=astana&want=cheapest")
    bare = replace(view, picture=None, charts=(), figures=(), query="bare")
    said = (Piece("It takes "), Piece(FIGURE.text, FIGURE), Piece(f". {words}"))

    def slide(kind, **parts):
        return ShownSlide(
            kind=kind,
            heading=(Piece(f"A {kind}: {words}"),),
            paragraphs=(said,),
            sources=view.sources,
            **parts,
        )

    slides = (
        slide("cover", notes=((Piece("Welcome."),),)),
        replace(slide("statement"), heading=said),
        slide("view", contents=(view,)),
        slide("view", contents=(bare,)),
        slide("views", contents=(view, other)),
        slide("chart", contents=(view,), chart=view.charts[0]),
        slide("table", contents=(view,), table=view.tables[0], notes=((Piece(f"Say {words}"),),)),
        ShownSlide(kind="text", heading=(Piece("It takes …"),), problem="The figure is gone."),
        slide("text"),
    )
    head = Content(
        page="story",
        lang=lang,
        title=f"A story {words}",
        sentence=f"In short: {words}",
        claims=view.claims,
        sources=(*view.sources, Source(id="s4", citation="Another")),
        link=link,
        data_version="0.3.0",
        data_date="2026-11-20",
        known_until="November 2026",
    )
    return StoryContent(id="sample", head=head, slides=slides, text="title: A story\n", root=ROOT)
