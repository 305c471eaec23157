"""Streamlit's one HTML page, with our name, our font and the way to the server already in it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import streamlit

from ui.nav import ENTRIES

STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"

_DESCRIPTION = "Trade and logistics routes between Kazakhstan and Serbia: maps, times and costs, every figure with its source."
_FONT_LINK = '<link rel="preload" href="./app/static/vendor/inter-latin.woff2" as="font" type="font/woff2" crossorigin />'
# The text of each place in Streamlit's page that we replace. An upgrade that words one of them differently
# stops the server with a clear message instead of going unnoticed.
_FAVICON = re.compile(r'<link rel="shortcut icon" href="[^"]*" />')
_FONT = re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSansVF[^"]*"[^>]*/>')
_TITLE = re.compile(r"<title>Streamlit</title>")
_AGENT = re.compile(r"<!--\s+Machine-readable pointer.*?/>", re.DOTALL)
_READY = re.compile(r"(<script>)(\s*window\.prerenderReady = false\s*</script>)")
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


@cache
def page() -> str:
    """
    Streamlit's page as this server sends it.

    Streamlit's own page asks for its font, and seeks its server by trying each part of the address, which
    costs a deep link two round trips and two errors in the console. Here the way is told: what is left of the
    address when the page's own name is taken from its end. That holds behind any proxy.

    Raises
    ------
    RuntimeError
        If this version of Streamlit has another page than the one we know.
    """
    text = STREAMLIT_PAGE.read_text(encoding="utf-8")
    text = _replaced(_FAVICON, '<link rel="shortcut icon" href="./app/static/icons/mark.svg" />', text)
    text = _replaced(_FONT, _FONT_LINK, text)
    text = _replaced(
        _TITLE,
        f'<title>Corridor Explorer</title>\n    <meta name="description" content="{_DESCRIPTION}" />',
        text,
    )
    text = _replaced(_AGENT, "", text)
    text = _replaced(_READY, rf"\g<1>{_way_to_server()}\g<2>", text)
    return _replaced(
        _NOSCRIPT, f"<noscript><p>{_DESCRIPTION} This page needs JavaScript.</p></noscript>", text
    )


def _way_to_server() -> str:
    """Script that tells Streamlit where its server is and which pages may talk to it from outside: none."""
    names = "|".join(entry.name for entry in ENTRIES)
    return (
        f"window.__streamlit={{BACKEND_BASE_URL:location.origin+location.pathname.replace(/({names})\\/?$/,''),"
        "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false,enableCustomParentMessages:false}};"
    )


def inline_scripts() -> list[str]:
    """Inline scripts of the page, for the security policy."""
    return re.findall(r"<script>(.*?)</script>", page(), flags=re.DOTALL)


def _replaced(pattern: re.Pattern[str], new: str, text: str) -> str:
    """Replace the one place that a pattern names."""
    result, count = pattern.subn(new, text)
    if count != 1:
        message = (
            f"Streamlit {streamlit.__version__} has another start page than ui/document.py knows: "
            f"{json.dumps(pattern.pattern)} stands in it {count} times. Adapt the pattern."
        )
        raise RuntimeError(message)
    return result
