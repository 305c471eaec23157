"""Streamlit's one HTML page, with our name, our font and the way to the server already in it."""

from __future__ import annotations

import json
import logging
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit

from ui.link.nav import ENTRIES
from ui.serving.assets import versioned
from ui.serving.bundle import STREAMLIT_PAGE, parts_used

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

log = logging.getLogger(__name__)

_TITLE = "Corridor Explorer"
_OWN_SCRIPTS = (
    "streamlit",
    "first",
    "ways",
    "panels",
    "stay",
    "share",
    "language",
    "picker",
    "reconnect",
    "pin",
    "place",
    "access",
    "notes",
)
_DESCRIPTION = (
    "Routes between Kazakhstan and Serbia on a map: times, costs, projects, every figure with its source."
)
UNREAD = f"<noscript><p>{_DESCRIPTION} This page needs JavaScript.</p></noscript>"
"""What stands in the page where it carries no first screen."""
DESCRIPTION_TAG = f'<meta name="description" content="{_DESCRIPTION}">'
_FONT = "./app/static/vendor/inter-latin.woff2"

# The places in Streamlit's page that we replace. Where an upgrade words one of them differently, it stays as
# Streamlit has it: the log says so once, and tests/unit/server/test_streamlit_contract.py fails.
_LANGUAGE = re.compile(r'<html lang="[^"]*">')
_ICON_LINK = re.compile(r'<link rel="shortcut icon" href="[^"]*" />')
_FONT_LINK = re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSansVF[^"]*"[^>]*/>')
_TITLE_TAG = re.compile(r"<title>Streamlit</title>")
_AGENT_LINK = re.compile(r"<!--\s+Machine-readable pointer.*?/>", re.DOTALL)
_FIRST_SCRIPT = re.compile(r"(<script>)(\s*window\.prerenderReady = false\s*</script>)")
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_HEAD_END = re.compile(r"\s*</head>")
_ROOT = re.compile(r'(<div id="root"></div>)')
_MODULES = re.compile(r'\s*(<script type="module"[^>]*></script>|<link rel="modulepreload"[^>]*>)')
_SHEET = re.compile(r'\s*<link rel="stylesheet" crossorigin href="([^"]+)">')
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def page(
    *, first: Iterable[str] = (), later: Iterable[str] = (), data: Mapping[str, object] | None = None
) -> str:
    """
    Give Streamlit's page as this server sends it.

    Streamlit's own page asks for its font, and seeks its server by trying each part of the address, which
    costs a deep link two round trips and two errors in the console. Here the way is told: what is left of the
    address when the page's own name is taken from its end. That holds behind any proxy.

    Parameters
    ----------
    first
        Addresses of style sheets, relative to the server's root, that the live page needs at once.
    later
        Addresses, relative to the server's root, that the browser may fetch while it has nothing else to do.
    data
        The data behind the pages as schema.org describes them, for search engines and catalogues.

    Returns
    -------
    str
        The page. What this version of Streamlit words in another way than the one we know stays as it is.
    """
    text = STREAMLIT_PAGE.read_text(encoding="utf-8")
    text, own = _without_scripts(text)
    own += [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in parts_used()]
    own += [f'<link rel="preload" as="style" href="./{path}">' for path in first]
    own += [f'<link rel="prefetch" href="./{path}">' for path in later]
    own += [f'<script defer src="./{versioned(f"own/{name}.js")}"></script>' for name in _OWN_SCRIPTS]
    own += [] if data is None else [_described(data)]
    last = "".join(f"\n    {part}" for part in own).replace("\\", r"\\")
    replacements = (
        (_ICON_LINK, '<link rel="shortcut icon" href="./app/static/icons/mark.svg">'),
        (_FONT_LINK, ""),
        (_TITLE_TAG, f"<title>{_TITLE}</title>\n    {DESCRIPTION_TAG}"),
        (_AGENT_LINK, ""),
        (_FIRST_SCRIPT, rf"\g<1>{_server_address()}\g<2>"),
        (_NOSCRIPT, UNREAD),
        (_ROOT, rf"\g<1>{last}") if _ROOT.search(text) else (_HEAD_END, rf"{last}\g<0>"),
    )
    for pattern, new in replacements:
        text = _replaced(pattern, new, text)
    return text


def _without_scripts(text: str) -> tuple[str, list[str]]:
    """
    Take Streamlit's scripts and its style sheet out of the head; give what puts them behind the first screen.

    So the browser asks for nothing before it has all that it shows first. The sheet goes back to the end of
    the head by a script, as one that does not hold up what is shown; there it stands before the styles that
    Streamlit adds, as it did.
    """
    scripts = _MODULES.findall(text)
    text = _MODULES.sub("", text)
    font = f'<link rel="preload" href="{_FONT}" as="font" type="font/woff2" crossorigin>'
    sheets = _SHEET.findall(text)
    if len(sheets) != 1 or not scripts:
        _tell(_SHEET.pattern, len(sheets))
        return text, [*scripts, font]
    add = (
        'var l=document.createElement("link");l.rel="stylesheet";l.crossOrigin="";'
        f"l.href={json.dumps(sheets[0])};document.head.appendChild(l)"
    )
    return _SHEET.sub("", text), [f"<script>{add}</script>", *scripts, font]


def in_language(text: str, lang: str) -> str:
    """
    Give the page with its language named, so that the first document says it before any script runs.

    Parameters
    ----------
    text
        The page, as `page` gives it.
    lang
        One of `ui.language.text.LANGUAGES`, which are codes of BCP 47.
    """
    return _replaced(_LANGUAGE, f'<html lang="{lang}">', text)


def inline_scripts() -> list[str]:
    """Inline scripts of the page, for the security policy."""
    return _SCRIPT.findall(page())


def _described(data: Mapping[str, object]) -> str:
    """Element that describes the data; browsers do not run it, so the security policy need not name it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _server_address() -> str:
    """Script that tells Streamlit where its server is, and which pages may talk to it from outside: none."""
    names = "|".join(entry.name for entry in ENTRIES)
    root = rf"location.origin+location.pathname.replace(/({names})\\/?$/,'')"
    host = "{allowedOrigins:[location.origin],useExternalAuthToken:false,enableCustomParentMessages:false}"
    return f"window.__streamlit={{BACKEND_BASE_URL:{root},HOST_CONFIG:{host}}};"


def _replaced(pattern: re.Pattern[str], new: str, text: str) -> str:
    """Replace the one place that a pattern names; leave the text as it is if there is not just one."""
    result, count = pattern.subn(new, text)
    if count == 1:
        return result
    _tell(pattern.pattern, count)
    return text


@lru_cache(maxsize=64)
def _tell(pattern: str, count: int) -> None:
    """Say once that a place was not found."""
    log.warning(
        "Streamlit %s has another start page than ui/server/document.py knows: %s stands in it %d times. "
        "This part of the page stays as Streamlit has it until the pattern is adapted.",
        streamlit.__version__,
        json.dumps(pattern),
        count,
    )
