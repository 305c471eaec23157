"""What the page Your own data says: what one can bring. What a visitor brought is in no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.publication.content import Table
from ui.content import cells
from ui.content.page_content import PageContent
from ui.look.first_screen import Opening
from ui.sections.own_data import upload

if TYPE_CHECKING:
    from ui.link.view import View


def own_data(view: View) -> PageContent:
    """Give what the page Your own data says before anything is brought."""
    title = view.words.gettext("What you can bring")
    rows = tuple((cells.words(form),) for form in upload.forms(view))
    return PageContent(
        opening=Opening(sentence=upload.lead_words(view)),
        tables=(Table(id="forms", title=title, heads=(title,), rows=rows),),
    )
