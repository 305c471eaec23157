"""The verb of the command line that writes a view or a story as files: brief."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli.extensions import extension
from corridor.cli.extras import require
from corridor.dataset.tables import SHIPPED
from corridor.errors import QuestionError
from corridor.publication.forms import FORMS, SIZES, THEMES, file_name, write
from corridor.publication.story_forms import STORY_FORMS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_EXTRA = "ui"
CONTENT, STORY = "content", "story"
"""Names of the extensions (`corridor.cli.extensions`) that give what a view says, and what writes a story."""


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "write a view or a story of the dashboard as files: web page, paper, slides, Word, picture, data"
    verb = verbs.add_parser("brief", help=words, description=f"{words}. Needs the extra [ui].")
    verb.add_argument(
        "url",
        help="address of the view, whole or from the page on: 'routes?from=astana&to=belgrade', "
        "or of a story: 'present/trans-caspian'",
    )
    verb.add_argument(
        "--format",
        default="pdf",
        help=f"one or several, joined by commas: {', '.join(FORMS)} (pdf); "
        f"of a story: {', '.join(STORY_FORMS)}",
    )
    verb.add_argument("--out", type=Path, default=Path(), help="folder to write to (this one)")
    verb.add_argument("--size", choices=SIZES, default=SIZES[0], help=f"of a picture ({SIZES[0]})")
    verb.add_argument("--theme", choices=THEMES, default=THEMES[0], help=f"of a picture ({THEMES[0]})")
    verb.add_argument(
        "--part", default="", help="what of the view a picture shows: map, chart.staircase (all of it)"
    )
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.set_defaults(verb=_brief)


def _brief(options: argparse.Namespace) -> int:
    """Write the files, and say where they are."""
    forms = list(dict.fromkeys(form.strip() for form in options.format.split(",") if form.strip()))
    for form in forms or [""]:
        if form not in FORMS:
            raise QuestionError("value-unknown", name="format", value=form, known=tuple(FORMS))
    for package in ("streamlit", "typst"):
        require(package, extra=_EXTRA)
    if options.folder != SHIPPED:
        os.environ["CORRIDOR_DATA"] = str(options.folder.resolve())
    story = extension(STORY, extra=_EXTRA)(options.url)
    if story is not None:
        return _story(options, forms, *story)
    content, left_out = extension(CONTENT, extra=_EXTRA)(options.url)
    for key in left_out:
        print(f"Left out: the key '{key}' of the address cannot be used.", file=sys.stderr)
    options.out.mkdir(parents=True, exist_ok=True)
    for form in forms:
        part = options.part if FORMS[form].kind == "picture" else ""
        made = write(content, form=form, size=options.size, theme=options.theme, part=part)
        _keep(options.out / file_name(content, form, part), made)
    return 0


def _story(
    options: argparse.Namespace,
    forms: list[str],
    written: Callable[[str], bytes],
    named: Callable[[str], str],
) -> int:
    """Write the files of a story."""
    for form in forms:
        if form not in STORY_FORMS:
            raise QuestionError("value-unknown", name="format of a story", value=form, known=STORY_FORMS)
    options.out.mkdir(parents=True, exist_ok=True)
    for form in forms:
        _keep(options.out / named(form), written(form))
    return 0


def _keep(file: Path, made: bytes) -> None:
    """Write a file, and say where it is."""
    file.write_bytes(made)
    print(f"Wrote {file}")
