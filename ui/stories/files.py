"""A story as a file: the deck, or one of the papers that are written from the same slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.known import known_until
from corridor.errors import StoryError
from corridor.publication.content import Content
from corridor.publication.forms import FORMS
from corridor.publication.story_content import StoryContent
from corridor.publication.story_forms import DECK, STORY_FORMS, write_story
from corridor.story.packed import pack
from corridor.story.reading import write
from ui.evidence import wording
from ui.stories.deck import deck
from ui.stories.slides import shown_slides

if TYPE_CHECKING:
    from corridor.publication.story_content import ShownSlide
    from corridor.story.story import Story
    from ui.link.view import View

FOLDER = "present"
OWN, PACKED = "own", "s"
PAGE = "story"


def story_file(story: Story, view: View, form: str, root: str | None = None) -> bytes:
    """
    Write a story in one form.

    Parameters
    ----------
    story
        The story.
    view
        Data and language.
    form
        One of `corridor.publication.story_forms.STORY_FORMS`.
    root
        Address of the server's root, for links; None if it is not known.
    """
    slides = shown_slides(story, view, root)
    if form == DECK:
        address = "" if story.is_own or root is None else story_link(story, view.lang, root)
        return deck(story, slides, view, address=address).encode()
    return write_story(story_content(story, slides, view, root), form=form)


def story_content(
    story: Story, slides: tuple[ShownSlide, ...], view: View, root: str | None = None
) -> StoryContent:
    """Give a story filled in as plain data, with all that its papers say at their foot."""
    until = known_until(view.dataset)
    title = story.title if story.is_own else view.words.gettext(story.title)
    summary = story.summary if story.is_own or not story.summary else view.words.gettext(story.summary)
    claims = {claim.id: claim for slide in slides for content in slide.contents for claim in content.claims}
    head = Content(
        page=PAGE,
        lang=view.lang,
        title=title,
        sentence=summary,
        claims=tuple(claims.values()),
        sources=tuple({source.id: source for slide in slides for source in slide.sources}.values()),
        link="" if root is None else story_link(story, view.lang, root),
        data_version=view.dataset.version,
        data_date=view.dataset.package.created,
        known_until=wording.when(view, until) if until else "",
    )
    return StoryContent(id=story.id, head=head, slides=slides, text=write(story), root=root or "")


def files_of(story: Story, lang: str) -> tuple[tuple[str, str], ...]:
    """
    List the files of a story: name of the form, and address beside that of the story itself.

    The address carries a visitor's own story; it has none if the story is too long for a link.
    """
    name, more = (story.id, "") if not story.is_own else (OWN, _packed(story))
    if more is None:
        return ()
    return tuple((FORMS[form].label, f"{name}.{form}?lang={lang}{more}") for form in STORY_FORMS)


def story_link(story: Story, lang: str, root: str) -> str:
    """Write the whole address of a story; a visitor's own that is too long for one has none."""
    if not story.is_own:
        return f"{root}/{FOLDER}/{story.id}?lang={lang}"
    more = _packed(story)
    return "" if more is None else f"{root}/{FOLDER}/{OWN}?lang={lang}{more}"


def _packed(story: Story) -> str | None:
    """Write a visitor's story as a key of an address; None if it is too long for one."""
    try:
        return f"&{PACKED}={pack(story)}"
    except StoryError:
        return None
