"""List names, docstrings and texts that use a word for which `plain_words.csv` has a plainer one.

``python -m tools.plain_words`` prints what is found. `plain_words_exceptions.csv` lists what is not changed
yet; a test fails for every new finding, and for every exception that is no longer needed.
"""

import ast
import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools import catalogues

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_name("plain_words.csv")
EXCEPTIONS = Path(__file__).with_name("plain_words_exceptions.csv")
_FOLDERS = ("corridor", "ui", "pages", "tools")
_SCHEMA = "data/"


class Word(NamedTuple):
    """A word to avoid: what it stands in (name, docstring or text), its pattern, the plainer word."""

    kind: str
    pattern: str
    better: str


class Finding(NamedTuple):
    """A word to avoid where it stands: a file for names and docstrings, the text itself for texts."""

    kind: str
    place: str
    found: str
    better: str


def main() -> int:
    """Print what is found; exits with 1 if there is anything new."""
    known = exceptions()
    new = [finding for finding in findings() if finding[:3] not in known]
    for finding in new:
        print(f"{finding.kind}: {finding.place}: '{finding.found}'. Better: {finding.better}")
    print(f"{len(new)} new, {len(known)} known")
    return int(bool(new))


def words() -> list[Word]:
    """Read the list of words."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return [Word(**row) for row in csv.DictReader(file)]


def exceptions() -> set[tuple[str, str, str]]:
    """Read what is not changed yet: kind, place, word."""
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["place"], row["found"]) for row in csv.DictReader(file)}


def findings() -> list[Finding]:
    """Find every word to avoid, once a place."""
    found = [*_of_texts()]
    for file in sorted(file for folder in _FOLDERS for file in (ROOT / folder).rglob("*.py")):
        found += of_code(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    return sorted(set(found))


def of_code(place: str, source: str) -> Iterator[Finding]:
    """Find words to avoid among the names and docstrings of a module."""
    tree = ast.parse(source)
    for name in (place.rpartition("/")[2].removesuffix(".py"), *_names(tree)):
        yield from _matches("name", place, name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield from _matches("docstring", place, (ast.get_docstring(node) or "").partition("\n\n")[0])


def _names(tree: ast.Module) -> Iterator[str]:
    """Names that a module gives: to functions, classes, parameters, variables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        if isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Name):
            yield f"for {node.target.id}"


def _of_texts() -> Iterator[Finding]:
    """Find words to avoid in the texts that the code shows; those of the data have other authors."""
    for message in catalogues.extract():
        if message.id and not all(place.startswith(_SCHEMA) for place, _ in message.locations):
            for text in catalogues.forms(message.id):
                yield from _matches("text", text, text)


def _matches(kind: str, place: str, text: str) -> Iterator[Finding]:
    """Yield the words to avoid of a kind in a text."""
    for word in _BY_KIND[kind]:
        for match in re.finditer(word.pattern, text, re.IGNORECASE if kind != "name" else 0):
            yield Finding(kind, place, text if kind == "name" else match.group().casefold(), word.better)


_BY_KIND = {kind: [word for word in words() if word.kind == kind] for kind in ("name", "docstring", "text")}

if __name__ == "__main__":
    sys.exit(main())
