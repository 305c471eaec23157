"""Elements of HTML whose texts are escaped: nothing of a view is ever read as markup."""

from __future__ import annotations

import unicodedata
from html import escape

_EMPTY = {"meta", "link", "br", "hr", "img", "use"}
_UNWRITABLE = {"Cc", "Cs", "Cn"}


class Markup(str):
    """A text that is markup already; whoever knows ``__html__`` takes it as such."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the markup, as MarkupSafe and Jinja ask for it."""
        return self


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """
    Write an element.

    Parameters
    ----------
    name
        Its name.
    *children
        Texts, which are escaped, and `Markup`; None is nothing.
    **attributes
        Written with "-" for "_" and without one at the end; None and False are nothing, True has no value.

    Returns
    -------
    Markup
        The element.
    """
    written = "".join(
        _attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{together(*children)}</{name}>")


def together(*children: object) -> Markup:
    """Write texts and elements after each other."""
    return Markup("".join(_child(child) for child in children if child is not None))


def clean(text: str) -> str:
    """Give a text without letters that no file may hold."""
    return "".join(
        " " if unicodedata.category(letter) in _UNWRITABLE else letter for letter in text.replace("\n", " ")
    )


def web_address(url: str) -> str:
    """Give an address if it leads to the web, else nothing: a link may not run a script."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def _child(child: object) -> str:
    """Write one child."""
    return child if isinstance(child, Markup) else escape(clean(str(child)))


def _attribute(name: str, value: object) -> str:
    """Write one attribute."""
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(clean(str(value)))}"'
