"""Reword texts of the dashboard: in the code, and in the catalogues, whose translations are kept.

``python -m tools.reword CHANGES.json`` reads a list of changes. Each has "old" and "new" (two forms each
where there is a plural) and, where the meaning moved, a translation for each language code:

    [{"old": "Take back", "new": "Remove", "ru": "Убрать"}]
"""

import argparse
import ast
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from tools import catalogues, glossary

_FOLDERS = ("corridor", "ui", "pages", "tests")
# A longer literal is written in pieces; the formatter sets them one below the other.
_WIDTH = 84
# Texts of fewer letters are not looked for in the docs: they may mean something else there.
_SENTENCE = 30

Forms = tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; exits with 1 if a text was found nowhere."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("changes", type=Path)
    changes = json.loads(parser.parse_args(arguments).changes.read_text(encoding="utf-8"))
    unused = reword(changes, catalogues.ROOT)
    for old in unused:
        print(f"found nowhere: {old}")
    return int(bool(unused))


def reword(changes: list[Mapping[str, Any]], root: Path) -> list[str]:
    """
    Write new texts for old ones into the code under a folder and into the catalogues.

    Returns
    -------
    list of str
        The old texts that the code does not have.
    """
    texts = {
        old: new
        for change in changes
        for old, new in zip(_forms(change["old"]), _forms(change["new"]), strict=True)
    }
    found: set[str] = set()
    for file in sorted(file for folder in _FOLDERS for file in (root / folder).rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        written, seen = replace_literals(source, texts)
        found |= seen
        if written != source:
            file.write_text(written, encoding="utf-8")
    for file in sorted((root / "docs").rglob("*.md")):
        _reword_page(file, texts)
    _reword_exceptions(texts)
    for lang in catalogues.TRANSLATED:
        catalogue = catalogues.read(lang)
        for change in changes:
            move(catalogue, _forms(change["old"]), _forms(change["new"]), change.get(lang))
        catalogues.path(lang, "po").write_bytes(catalogues.po_bytes(catalogue))
    return [old for old in texts if old not in found]


def replace_literals(source: str, texts: Mapping[str, str]) -> tuple[str, set[str]]:
    """Return Python code with the literals that equal an old text written anew, and the texts replaced."""
    lines = source.splitlines(keepends=True)
    found: set[str] = set()
    for node, inside in sorted(_literals(ast.parse(source)), key=lambda pair: _end(pair[0]), reverse=True):
        if node.value in texts:
            found.add(node.value)
            _write(lines, node, texts[node.value], inside=inside)
    return "".join(lines), found


def move(catalogue: Catalog, old: Forms, new: Forms, translation: str | list[str] | None) -> None:
    """Give a message a new English text; its translation stays unless another is given."""
    key = old[0] if len(old) == 1 else old
    for message in [message for message in catalogue if message.id == key]:
        string = translation if translation is not None else message.string
        catalogue.delete(message.id, message.context)
        catalogue.add(
            new[0] if len(new) == 1 else new,
            tuple(string) if isinstance(string, list) else string,
            context=message.context,
        )


def _reword_page(file: Path, texts: Mapping[str, str]) -> None:
    """Replace sentences of a page of the docs."""
    page = file.read_text(encoding="utf-8")
    for old, new in sorted(texts.items(), key=lambda pair: len(pair[0]), reverse=True):
        if len(old) >= _SENTENCE:
            page = page.replace(old, new)
    if page != file.read_text(encoding="utf-8"):
        file.write_text(page, encoding="utf-8")


def _reword_exceptions(texts: Mapping[str, str]) -> None:
    """Name the new texts among the exceptions of the glossary."""
    with glossary.EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with glossary.EXCEPTIONS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"text": texts.get(row["text"], row["text"])} for row in rows)


def _forms(text: str | list[str]) -> Forms:
    """Forms of a text: one, or two if it has a plural."""
    return (text,) if isinstance(text, str) else tuple(text)


def _literals(tree: ast.AST) -> Iterator[tuple[ast.Constant, bool]]:
    """Yield the texts of a module, each with whether an f-string holds it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for part in ast.walk(node):
                part.inside = True  # type: ignore[attr-defined]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, getattr(node, "inside", False)


def _end(node: ast.Constant) -> tuple[int, int]:
    """Where a literal ends."""
    return node.end_lineno or 0, node.end_col_offset or 0


def _write(lines: list[str], node: ast.Constant, text: str, *, inside: bool) -> None:
    """Put a literal in the place of another one."""
    first, last = node.lineno - 1, (node.end_lineno or 0) - 1
    if inside:
        # Inside an f-string the positions are those of the f-string: the text itself is looked for.
        for number in range(first, last + 1):
            for quote in "'\"":
                lines[number] = lines[number].replace(f"{quote}{node.value}{quote}", f"{quote}{text}{quote}")
        return
    before = lines[first].encode()[: node.col_offset].decode()
    after = lines[last].encode()[node.end_col_offset :].decode()
    lines[first : last + 1] = (before + _literal(text) + after).splitlines(keepends=True)


def _literal(text: str) -> str:
    """Write a text as Python source, in pieces if it is long."""
    pieces, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) > _WIDTH:
            pieces.append(line)
            line = ""
        line += f"{word} "
    pieces.append(line[:-1])
    return " ".join(json.dumps(piece, ensure_ascii=False) for piece in pieces)


if __name__ == "__main__":
    sys.exit(main())
