"""The panel that shares a view: its link, a code to scan, a frame to embed, a message to send."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

import segno

from corridor.publication.parts import MAP
from ui.content.summary import summary, title
from ui.look.markup import tag, together
from ui.settings.environment import FRAME_ANCESTORS
from ui.share.addresses import FRAME, in_attribute, link, part_frame
from ui.share.copying import text_to_copy
from ui.share.files import files
from ui.share.pin import pin

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

FOLDER = "share"
_CODE_SCALE = 4
_WITHOUT_MAP = frozenset({"sources", "method", "own-data"})


def button(view: View) -> Markup:
    """
    Draw the closed panel. ``static/own/share.js`` fetches its content when it is opened.

    The address may be ahead of the last run of the page, because moving the map writes to it without one:
    only the browser knows what stands in it at that moment.
    """
    _, _p = view.words.gettext, view.words.pgettext
    word = tag("span", _p("to send a view to others", "Share"), class_="share-word")
    return tag(
        "details",
        tag("summary", word, title=_("Share this view")),
        tag(
            "div",
            class_="panel",
            data_share=view.page,
            data_failed=_("The link could not be made. Copy it from the browser’s address bar."),
        ),
        class_="claim site-share",
        name="claim",
    )


def panel(view: View, root: str) -> Markup:
    """Write what the panel opens to; see `link` for the parameters."""
    _ = view.words.gettext
    address = link(view, root)
    own = _("The link does not carry your own data: whoever opens it sees the published data.")
    return tag(
        "div",
        tag("h3", _("Share this view")),
        tag(
            "p",
            _("The link opens just this view, with the version of the data it was made with."),
            class_="note",
        ),
        tag("p", own, class_="share-own") if view.state.own else None,
        text_to_copy(view, _("Link"), address, kind="link"),
        files(view),
        _code(view, address),
        text_to_copy(view, _("To embed in a page"), _frame(view, root), kind="frame", note=_frame_note(view)),
        text_to_copy(view, _("To embed the map alone"), part_frame(view, root, MAP), kind="part")
        if view.page not in _WITHOUT_MAP
        else None,
        pin(view),
        _message(view, address),
        class_="panel",
        role="group",
        aria_label=_("Share this view"),
    )


def _code(view: View, address: str) -> Markup:
    """Draw the code to scan as a picture that stands in the page itself."""
    _ = view.words.gettext
    try:
        made = segno.make_qr(address, error="l")
    except segno.DataOverflowError:
        return tag("p", _("The link is too long for a code to scan."), class_="note")
    picture = made.svg_data_uri(scale=_CODE_SCALE, border=4, dark="#000", light="#fff", omitsize=False)
    width = made.symbol_size(scale=_CODE_SCALE, border=4)[0]
    return tag(
        "section",
        tag(
            "div",
            tag("h4", _("Code to scan")),
            tag("a", _("Save as SVG"), href=picture, download=f"corridor-{view.page}.svg"),
            class_="share-head",
        ),
        tag("img", src=picture, width=width, height=width, alt=_("QR code of the link"), class_="share-code"),
    )


def _frame(view: View, root: str) -> str:
    """Write the snippet that embeds the view in another page."""
    name = f"{title(view)} · {view.words.gettext('Corridor Explorer')}"
    address = link(view, root, embed="true")
    return FRAME.format(link=in_attribute(address), title=in_attribute(name))


def _frame_note(view: View) -> str:
    """Say where the snippet works."""
    _ = view.words.gettext
    if os.environ.get(FRAME_ANCESTORS):
        return _("It works on the sites that the owner of this server has named.")
    return _("It works on pages of this server only, until its owner names other sites.")


def _message(view: View, address: str) -> Markup:
    """Write the message, to copy or to open in a mail program."""
    _ = view.words.gettext
    figures = "" if view.state.own else summary(view)
    version = _("Data version {version}, content {content_hash}").format(
        version=view.dataset.version, content_hash=view.dataset.content_hash
    )
    text = "\n\n".join(part for part in (figures, address, version) if part)
    subject = f"{_('Corridor Explorer')}: {title(view)}"
    body = text.replace("\n", "\r\n")
    mail = f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return together(
        text_to_copy(view, _("Message"), text, kind="message"),
        tag("p", tag("a", _("Open in the mail program"), href=mail, class_="share-mail")),
    )
