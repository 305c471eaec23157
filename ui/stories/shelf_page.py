"""The page of the stories: the shipped ones, a visitor's own, and what to check before one presents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.publication.forms import FORMS
from corridor.publication.story_forms import DECK, STORY_FORMS
from ui.link.nav import ENTRIES
from ui.look.markup import tag, together
from ui.stories.files import FOLDER, files_of
from ui.stories.shelf import shelf

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.story.story import Story
    from ui.language.text import Words

_SHEET = Path(__file__).with_suffix(".css")
MAX_MEGABYTES = 3


def body(words: Words, root: str) -> Markup:
    """
    Write what stands on the page.

    Parameters
    ----------
    words
        The visitor's language.
    root
        Where the server's root lies from here, such as "./".
    """
    _ = words.gettext
    return together(
        tag("h1", _("Stories to present")),
        tag("p", _("Slides made of live views. Every figure comes from the data and leads to its source.")),
        tag("ul", *(_card(words, root, story) for story in shelf().values()), class_="stories"),
        _own(words, root),
        tag("nav", tag("ul", *_pages(words, root)), aria_label=_("Pages")),
    )


@cache
def styles() -> str:
    """Read the sheet of the page."""
    return _SHEET.read_text(encoding="utf-8")


def _card(words: Words, root: str, story: Story) -> Markup:
    """Write one story with what one can do with it."""
    _, _n = words.gettext, words.ngettext
    count = _n("{count} slide", "{count} slides", len(story.slides)).format(count=len(story.slides))
    show = f"{root}present/{story.id}?lang={words.lang}"
    save = f"{root}present/{story.id}.html?lang={words.lang}"
    return tag(
        "li",
        tag("h2", _(story.title)),
        tag("p", _(story.summary), " ", tag("span", count, class_="count")),
        tag(
            "p",
            tag("a", _("Present"), href=show, class_="main"),
            tag("a", _("Save as one file"), href=save, download=True, rel="nofollow"),
            class_="actions",
        ),
        _papers(words, root, story),
        tag(
            "details",
            tag("summary", _("Ready to present?")),
            tag("div", tag("ul", class_="checks"), role="status"),
            tag("p", _("Take a copy along in case the network is away.")),
            tag("p", tag("a", _("Save as one file"), href=save, download=True, rel="nofollow")),
            _papers(words, root, story),
            data_check=f"{root}stories/check/{story.id}?lang={words.lang}",
            data_file=save,
        ),
    )


def _papers(words: Words, root: str, story: Story) -> Markup:
    """Link the story as paper, slides, note and data."""
    links = [
        tag("a", label, href=f"{root}{FOLDER}/{address}", download=True, rel="nofollow")
        for label, address in files_of(story, words.lang)
        if label != FORMS[DECK].label
    ]
    return tag("p", tag("span", words.gettext("Save as")), *links, class_="actions papers")


def _own(words: Words, root: str) -> Markup:
    """Write the place where the script draws the visitor's own story."""
    _ = words.gettext
    texts = {
        "title": _("Title of the story"),
        "heading": _("Heading of the slide"),
        "text": _("One sentence"),
        "up": _("Move up"),
        "down": _("Move down"),
        "remove": _("Remove"),
        "empty": _("No view is pinned yet. Open a view, then choose Share and ‘Pin to my story’."),
        "present": _("Present"),
        "copy": _("Copy the link"),
        "copied": _("Copied"),
        "save": _("Save as a text file"),
        "papers": _("Save as"),
        "forms": " ".join(f"{form}:{FORMS[form].label}" for form in STORY_FORMS),
        "open": _("Open a text file"),
        "long": _("The story is too long for a link. Save it as a text file."),
        "unread": _("This file is not a story."),
        "clear": _("Start anew"),
        "ok": _("ready"),
        "bad": _("look at this"),
        "server": _("The server answers"),
        "figures": _("Every figure is in the data"),
        "fonts": _("The letters are loaded"),
        "full": _("Full screen is allowed"),
        "size": _("The screen has at least 1280 × 720 points"),
        "file": _("The story as one file is at most {size} MB").format(size=MAX_MEGABYTES),
        "data": _("Data version"),
        "away": _("The server does not answer. Present from the saved file."),
    }
    return tag(
        "section",
        tag("h2", _("Your own story")),
        tag(
            "p",
            _("Pin views, order them, add a sentence. The story stays in this browser and in its link."),
        ),
        tag(
            "div",
            id="own-story",
            data_root=root,
            data_lang=words.lang,
            **{f"data_{name}": text for name, text in texts.items()},
        ),
        tag("noscript", tag("p", _("This part needs JavaScript."))),
    )


def _pages(words: Words, root: str) -> list[Markup]:
    """Link the pages."""
    return [
        tag("li", tag("a", words.gettext(entry.title), href=f"{root}{entry.path}?lang={words.lang}"))
        for entry in ENTRIES
    ]
