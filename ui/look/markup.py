"""HTML built from parts, where everything that is not marked as safe is escaped."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup, escape

_VOID = frozenset({"br", "hr", "img", "col", "meta", "link", "source"})


class Drawn(Markup):
    """Finished HTML: ``st.html`` takes it as it is, and does not seek an indent in it for each visitor."""

    def _repr_html_(self) -> str:
        """Give the HTML."""
        return str(self)


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """
    Build one element.

    Parameters
    ----------
    name
        Name of the element.
    *children
        Texts, which are escaped, or elements that `tag` made. None is left out.
    **attributes
        ``class_`` stands for ``class``, other underscores for hyphens. None and False are left out, True
        gives an attribute without a value.
    """
    opening = f"<{name}{_attributes(attributes)}>"
    if name in _VOID:
        return _safe(opening)
    return _safe(f"{opening}{together(*children)}</{name}>")


def together(*children: object) -> Markup:
    """Join texts, which are escaped, and elements."""
    return _safe("".join([escape(child) for child in children if child is not None]))


def link(text: object, url: str | None, **attributes: object) -> Markup:
    """Build a link to another site that opens apart; only http and https addresses become links."""
    if not url or urlsplit(url).scheme not in {"http", "https"}:
        return tag("span", text)
    return tag("a", text, href=url, target="_blank", rel="noopener noreferrer", **attributes)


def _attributes(attributes: dict[str, object]) -> str:
    """Write attributes, each with a blank before it."""
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        written.append(f" {key}" if value is True else f' {key}="{escape(value)}"')
    return "".join(written)


def _safe(text: str) -> Markup:
    """Mark text as safe whose parts were escaped above."""
    return Drawn(text)
