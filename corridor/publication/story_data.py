"""A story as data: its text, its figures with their sources, and the data of each of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.brief.archive import zipped
from corridor.brief.csv import as_csv
from corridor.publication.data import LICENCE_FILE, files_of, licence_text
from corridor.publication.imprint import AUTHOR
from corridor.publication.spelling import legible
from corridor.publication.story_content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.publication.content import Content
    from corridor.publication.story_content import StoryContent

TEXT = "story.txt"
_README = """\
# {title}

{summary}

Address of the story: {link}
{version}

## Files

| file | what it is |
|---|---|
| `{text}` | The story as it was written, to be opened on the page of the stories or changed. |
| `slides.csv` | What each slide says, in the language of the story. |
| `figures.csv` | Every figure of a sentence, with the address that says why it is that, and its sources. |
| `sources.csv` | The documents, numbered as in the other forms. |
{views}

Each folder holds what its view says as data, with a README of its own.

## Licence

Tables: see {licence_file}. Name "{author} contributors" as the source.
"""


def story_as_zip(story: StoryContent) -> bytes:
    """
    Pack a story as data.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    bytes
        The zip; the same content gives the same bytes. A view that several slides show is in it once.
    """
    folders = dict(_folders(story))
    files = {
        "README.md": _readme(story, folders).encode(),
        LICENCE_FILE: licence_text(),
        TEXT: story.text.encode(),
        "slides.csv": as_csv(_slides(story)),
        "figures.csv": as_csv(_figures(story)),
        "sources.csv": as_csv(_sources(story)),
    }
    for folder, content in folders.items():
        files |= {
            f"{folder}/{name}": file for name, file in files_of(content).items() if name != LICENCE_FILE
        }
    return zipped(files)


def _folders(story: StoryContent) -> Iterator[tuple[str, Content]]:
    """Name a folder for each view, after the slide that shows it first."""
    known: set[tuple[str, str]] = set()
    for number, slide in enumerate(story.slides, start=1):
        for at, content in enumerate(slide.contents):
            if (content.page, content.query) not in known:
                known.add((content.page, content.query))
                letter = "ab"[at] if len(slide.contents) > 1 else ""
                yield f"slide-{number:02}{letter}-{content.page}", content


def _slides(story: StoryContent) -> pd.DataFrame:
    """List what each slide says."""
    rows = [
        (
            number,
            slide.kind,
            plain_text(slide.heading),
            " ".join([*map(plain_text, slide.paragraphs), slide.problem]).strip(),
            " ".join(map(plain_text, slide.notes)),
            "|".join(source.id for source in slide.sources),
        )
        for number, slide in enumerate(story.slides, start=1)
    ]
    return pd.DataFrame(rows, columns=["slide", "kind", "heading", "text", "notes", "source_ids"])


def _figures(story: StoryContent) -> pd.DataFrame:
    """List every figure of a sentence once a slide."""
    rows = {
        (
            number,
            piece.text,
            piece.figure.address,
            story.link_of(piece.figure),
            "|".join(piece.figure.sources),
        ): None
        for number, slide in enumerate(story.slides, start=1)
        for sentence in (slide.heading, *slide.paragraphs, *slide.notes)
        for piece in sentence
        if piece.figure is not None
    }
    return pd.DataFrame(list(rows), columns=["slide", "figure", "address", "link", "source_ids"])


def _sources(story: StoryContent) -> pd.DataFrame:
    """List the documents with their numbers."""
    rows = [
        (number, source.id, source.citation, source.url, source.date)
        for number, source in enumerate(story.head.sources, start=1)
    ]
    return pd.DataFrame(rows, columns=["number", "source_id", "citation", "url", "date"])


def _readme(story: StoryContent, folders: dict[str, Content]) -> str:
    """Write the page that goes with the data."""
    head = story.head
    views = [
        f"| `{folder}/` | {legible(': '.join(filter(None, (content.title, content.subject))))} |"
        for folder, content in folders.items()
    ]
    return _README.format(
        title=legible(head.title),
        summary=legible(head.sentence),
        link=legible(head.link) or "-",
        version=f"Data version {head.data_version} of {head.data_date}." if head.data_version else "",
        text=TEXT,
        views="\n".join(views),
        licence_file=LICENCE_FILE,
        author=AUTHOR,
    )
