"""Writes API reference and tutorial as pages that need no network: ``python -m tools.reference [FOLDER]``."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from pkgutil import iter_modules

from pdoc import pdoc, render, render_helpers

import corridor

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.md"
OUT = ROOT / "build" / "docs"
_NO_LIBRARY = {"__main__", "cli"}  # docs/cli.md describes the command line
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
pre {{ background: #f5f7f8; padding: .8rem 1rem; overflow-x: auto; }}
code {{ font-size: .92em; }}
{highlighting}
</style>
</head>
<body>
<p><a href="corridor.html">API reference</a></p>
{body}
</body>
</html>
"""


def main(out: Path = OUT) -> None:
    """Write the pages."""
    # pdoc cannot resolve names that a NamedTuple imports for types alone; it shows them as they are written.
    warnings.filterwarnings("ignore", message="Error parsing type annotation ForwardRef")
    render.configure(docformat="numpy", show_source=False, search=True, footer_text="Corridor Explorer")
    # The face names what it shows, and so no folder: each is asked for by itself, with all below it.
    inside = (module.name for module in iter_modules(corridor.__path__))
    folders = (f"corridor.{name}" for name in inside if name not in _NO_LIBRARY)
    pdoc("corridor", *folders, output_directory=out)
    (out / "tutorial.html").write_text(tutorial(), encoding="utf-8")
    sys.stdout.write(f"Wrote {out}\n")


def tutorial() -> str:
    """Give the tutorial as a page."""
    body = render_helpers.to_html(TUTORIAL.read_text(encoding="utf-8"))
    highlighting = render_helpers.formatter.get_style_defs()
    return _PAGE.format(title="Tutorial", highlighting=highlighting, body=body)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
