"""Writes docs/links.md from the registry of keys and the list of pages: ``python -m tools.links``."""

from __future__ import annotations

from pathlib import Path

from ui.link.key_values import LINK_SCHEMA, MAX_VALUE_LENGTH
from ui.link.keys import KEYS
from ui.link.nav import ENTRIES
from ui.link.state import MAX_KEYS

LINKS = Path(__file__).resolve().parent.parent / "docs" / "links.md"

_OPENING = f"""# Links

The address of a page holds the whole view. Whoever opens it sees the same: nothing else is state.

`/sources?lang=en&q=aktau&kind=observed` searches the ledger for Aktau among what was observed;
`/corridor?lang=sr&c=tc-btk&leg=aktau-alat` shows the chain by Baku-Tbilisi-Kars in Serbian with one leg
pointed out.

- A key that is missing stands for the page's own default. The language is always written, and the version of
  the data.
- A value that cannot be used is left out and told to the visitor at the top of the page; the other keys still
  count.
- All values are closed sets or checked patterns, except words to search for, which are compared as they stand
  and shown escaped. A value has at most {MAX_VALUE_LENGTH}
  characters (a scenario and what to avoid more), an address at most {MAX_KEYS} keys.
- Links are of version {LINK_SCHEMA}. Keys that mail programs and social networks add are passed over.

This page is written by `python -m tools.links` from the registry in `ui/link/keys.py`.
"""


def main() -> None:
    """Write the page."""
    LINKS.write_text(as_markdown(), encoding="utf-8")
    print(f"Wrote {LINKS}")


def as_markdown() -> str:
    """Give the page: one row for each page of the dashboard, one for each key."""
    pages = [f"| `/{page.path}` | {page.title} |" for page in ENTRIES]
    keys = [f"| `{key.name}` | {key.meaning} |" for key in KEYS]
    return "\n".join(
        [
            _OPENING,
            "## Pages",
            "| address | page |",
            "|---|---|",
            *pages,
            "",
            "## Keys",
            "| key | meaning |",
            "|---|---|",
            *keys,
            "",
        ]
    )


if __name__ == "__main__":
    main()
