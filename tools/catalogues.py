"""Keep the message catalogues in step with the texts that the dashboard shows.

After changing a text run ``python tools/catalogues.py update``, fill the empty ``msgstr`` in ``locales/`` and
run it again: it extracts, merges, compiles. ``check`` says what is missing and changes nothing.
"""

import argparse
import ast
import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from corridor.columns.computed import COMPUTED, THEMES  # noqa: E402
from corridor.story.reading import read as read_story  # noqa: E402
from ui.language.text import (  # noqa: E402
    CATALOGUES,
    DATA_DOMAIN,
    DERIVED,
    DOMAIN,
    LANGUAGES,
    SOURCE_LANGUAGE,
    term_message,
)

TRANSLATED = tuple(lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE and lang not in DERIVED)
# A text without a translation in one of these fails the check; elsewhere it is only counted.
COMPLETE = ("kk", "sr")

_CODE = ("app.py", "ui/**/*.py", "pages/**/*.py", "corridor/**/*.py")
_DATA = ROOT / "data" / "routes"
# Tables whose English names have no columns for other languages.
_NAMED_IN_ENGLISH = ("quantities", "upgrades")
# Columns with English texts that pages show; their translations are in the catalogue ``data``.
DATA_TEXTS: Mapping[str, tuple[str, ...]] = {
    "projects": ("summary", "place", "status_as_said"),
    "agreements": ("summary",),
    "organisations": ("note",),
    "restrictions": ("note", "issued_by"),
    "presets": ("assumption", "missing", "note"),
    "corridors": ("constraint_note", "note"),
    "services": ("name", "equipment", "note"),
    "legs": ("via", "note"),
    "upgrades": ("note",),
    "nodes": ("note",),
    "trade": ("note",),
    "factors": ("description", "scope", "method"),
    "quantities": ("description",),
    "claims": ("text", "definition", "note"),
}
# Of these columns not every text is translated; pages mark those that are not as English.
_PARTLY = frozenset(
    f"data/routes/{table}.csv:{column}" for table in ("claims", "quantities") for column in DATA_TEXTS[table]
)
# A value in words, such as "talks began"; names, dates and terms of the schema are worded elsewhere.
_SENTENCE = re.compile(r" (?:.* )?[a-z]{3,}|[a-z]{3,} ")
DOMAINS = (DOMAIN, DATA_DOMAIN)
# How many contexts and how many forms each translator takes.
_TRANSLATORS = {
    **dict.fromkeys(("_", "gettext", "N_", "Phrase"), (0, 1)),
    **dict.fromkeys(("_n", "ngettext", "marked_plural"), (0, 2)),
    **dict.fromkeys(("_p", "pgettext"), (1, 1)),
}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[a-z]")
# One fixed day, so that the same texts give the same bytes.
_HEADER_DATE = datetime(2026, 11, 22, tzinfo=UTC)
_PROJECT, _VERSION = "Corridor Explorer", "0.1"


@dataclass(frozen=True)
class Finding:
    """A fault in a catalogue; `fatal` fails the check."""

    lang: str
    problem: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.lang}: {self.problem}: {self.message}"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; `check` exits with 1 if a catalogue has a fault."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("task", nargs="?", choices=("update", "check"), default="update")
    task = parser.parse_args(arguments).task
    if task == "update":
        update()
    findings = check()
    for finding in findings:
        print(finding)
    for domain in DOMAINS:
        for lang, (done, total) in coverage(domain).items():
            print(f"{domain} {lang}: {done} of {total} texts")
    return int(task == "check" and any(finding.fatal for finding in findings))


def extract(domain: str = DOMAIN) -> Catalog:
    """Collect every text that a visitor can see: from the code, the schema, the names without translations.

    Parameters
    ----------
    domain
        The texts of the interface, or with `DATA_DOMAIN` those of the dataset that have no columns for other
        languages.

    Returns
    -------
    babel.messages.catalog.Catalog
        The template: messages with the files they stand in, sorted as found.
    """
    template = Catalog(project=_PROJECT, version=_VERSION, creation_date=_HEADER_DATE, charset="utf-8")
    found = _from_data() if domain == DATA_DOMAIN else _from_interface()
    for place, message, context in found:
        template.add(message, None, [(place, 0)], context=context)
    return template


def update() -> None:
    """Merge what `extract` finds into each catalogue: new texts are added empty, unused ones go; compile."""
    for domain in DOMAINS:
        template = extract(domain)
        for lang in TRANSLATED:
            catalogue = read(lang, domain)
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.revision_date = _HEADER_DATE
            path(lang, "po", domain).parent.mkdir(parents=True, exist_ok=True)
            path(lang, "po", domain).write_bytes(po_bytes(catalogue))
            path(lang, "mo", domain).write_bytes(mo_bytes(catalogue))


def check() -> list[Finding]:
    """List what is missing, fuzzy, unused, not compiled or has other placeholders than the English text."""
    findings: list[Finding] = []
    for domain in DOMAINS:
        template = extract(domain)
        for lang in TRANSLATED:
            catalogue = read(lang, domain)
            findings += [
                _missing(lang, message)
                for message in template
                if message.id and _is_wanted(message) and not _done(catalogue, message)
            ]
            for message in catalogue:
                if message.id:
                    findings += _faults(lang, message, template)
            compiled = path(lang, "mo", domain)
            if not compiled.exists() or compiled.read_bytes() != mo_bytes(catalogue):
                findings.append(
                    Finding(lang, "compiled catalogue does not match", str(path(lang, "po", domain)))
                )
    return findings


def coverage(domain: str = DOMAIN) -> dict[str, tuple[int, int]]:
    """Count the translated and all texts of each language."""
    template = [message for message in extract(domain) if message.id]
    catalogues = {lang: read(lang, domain) for lang in TRANSLATED}
    return {
        lang: (sum(_done(catalogue, message) for message in template), len(template))
        for lang, catalogue in catalogues.items()
    }


def path(lang: str, suffix: str, domain: str = DOMAIN) -> Path:
    """File of a catalogue, ``po`` or ``mo``."""
    return CATALOGUES / lang / "LC_MESSAGES" / f"{domain}.{suffix}"


def read(lang: str, domain: str = DOMAIN) -> Catalog:
    """Catalogue of a language as written by people; an empty one if there is none yet."""
    file = path(lang, "po", domain)
    if not file.exists():
        return Catalog(lang, domain, project=_PROJECT, version=_VERSION, charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(file.read_bytes()), lang, domain)


def mo_bytes(catalogue: Catalog) -> bytes:
    """Compiled form of a catalogue, without fuzzy translations."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


Found = tuple[str, str | tuple[str, ...], str | None]


def _from_interface() -> Iterator[Found]:
    """Texts of the interface: of the code, the schema, the stories, and names that have one language only."""
    yield from (*_from_code(), *_from_schema(), *_from_columns(), *_from_names(), *_from_stories())


def _from_code() -> Iterator[Found]:
    """Texts given to the translators in Python code, inside f-strings too."""
    for file in sorted(file for pattern in _CODE for file in ROOT.glob(pattern)):
        place = file.relative_to(ROOT).as_posix()
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (name := _called(call)) in _TRANSLATORS:
                contexts, count = _TRANSLATORS[name]
                texts = _literal_texts(call)
                if len(texts) >= contexts + count:
                    message = texts[contexts] if count == 1 else tuple(texts[contexts : contexts + count])
                    yield place, message, texts[0] if contexts else None


def _called(call: ast.Call) -> str:
    """Last name of what is called: words.gettext(…) calls gettext."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literal_texts(call: ast.Call) -> list[str]:
    """Arguments of a call that are texts."""
    values = (each.value for each in call.args if isinstance(each, ast.Constant))
    return [value for value in values if isinstance(value, str)]


def _from_schema() -> Iterator[Found]:
    """Titles of tables and columns and the enumerated values of the schema."""
    package = json.loads((_DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        place = f"data/routes/datapackage.json:{resource['name']}"
        yield place, resource["title"], None
        for field in resource["schema"]["fields"]:
            yield place, field["title"], None
            for value in field.get("constraints", {}).get("enum", []):
                if isinstance(value, str) and field["name"] != "quantity":
                    yield place, term_message(value), None


def _from_columns() -> Iterator[Found]:
    """Titles of computed tables and of their columns; descriptions of the columns that pages show."""
    for table in COMPUTED.values():
        place = f"corridor/columns:{table.name}"
        yield place, table.title, None
        for column in table.columns:
            yield place, column.title, None
    for file in sorted(ROOT.glob("ui/**/*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _called(call) == "heading_of":
                yield file.relative_to(ROOT).as_posix(), _described(call), None


def _described(call: ast.Call) -> str:
    """Return the description of the column that `heading_of(view, STEPS, "mode")` names."""
    _view, table, name = call.args
    if not (isinstance(table, ast.Name) and isinstance(name, ast.Constant)):
        message = f"write heading_of(view, TABLE, 'name'), not {ast.unparse(call)}"
        raise TypeError(message)
    themes = (vars(theme) for theme in THEMES)
    declared = next(theme[table.id] for theme in themes if table.id in theme)
    return str(declared.column(str(name.value)).description)


def _from_names() -> Iterator[Found]:
    """English names of the tables that have no others."""
    for table in _NAMED_IN_ENGLISH:
        for row in _rows(table):
            if row["name_en"]:
                yield f"data/routes/{table}.csv", row["name_en"], None


def _from_data() -> Iterator[Found]:
    """Texts of the dataset that pages show and that have no columns for other languages."""
    for table, columns in DATA_TEXTS.items():
        for row in _rows(table):
            for column in columns:
                if row[column] and (column != "text" or _SENTENCE.search(row[column])):
                    yield f"data/routes/{table}.csv:{column}", row[column], None
    for table in ("costs", "times"):
        for row in _rows(table, "practice"):
            if row["reading"]:
                yield f"data/practice/{table}.csv:reading", row["reading"], None
    yield from _from_parties()


def _from_parties() -> Iterator[Found]:
    """Parties of projects and papers that are neither organisations nor countries of the dataset."""
    known = {row["name_en"] for table in ("organisations", "countries") for row in _rows(table)}
    for table in ("projects", "agreements"):
        parties = {party: None for row in _rows(table) for party in row["parties"].split("|")}
        yield from (
            (f"data/routes/{table}.csv:parties", party, None)
            for party in parties
            if party and party not in known
        )


def _rows(table: str, folder: str = "routes") -> Iterator[dict[str, str]]:
    """Yield the rows of a table of the dataset; none if there is no such table."""
    file_path = _DATA.parent / folder / f"{table}.csv"
    if file_path.exists():
        with file_path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _from_stories() -> Iterator[Found]:
    """Texts of the stories that are shipped."""
    for file in sorted((ROOT / "stories").glob("*.txt")):
        for text in read_story(file.read_text(encoding="utf-8"), id_=file.stem).texts:
            yield f"stories/{file.name}", text, None


def po_bytes(catalogue: Catalog) -> bytes:
    """Catalogue as a file for people: sorted by the English text, without places, which change more often."""
    written = io.BytesIO()
    write_po(
        written,
        catalogue,
        width=110,
        sort_output=True,
        ignore_obsolete=True,
        include_previous=False,
        no_location=True,
    )
    return written.getvalue()


def _is_wanted(message: Message) -> bool:
    """Tell whether a text must be translated: not if only a column that is translated in part holds it."""
    return not all(place in _PARTLY for place, _line in message.locations)


def _done(catalogue: Catalog, message: Message) -> bool:
    """Tell whether a catalogue has all forms of a message."""
    own = catalogue.get(message.id, message.context)
    if own is None or own.fuzzy:
        return False
    forms = own.string if isinstance(own.string, tuple | list) else (own.string,)
    return all(forms) and (not message.pluralizable or len(forms) == catalogue.num_plurals)


def _missing(lang: str, message: Message) -> Finding:
    """Word a text without translation."""
    return Finding(lang, "not translated", repr(message.id), fatal=lang in COMPLETE)


def _faults(lang: str, message: Message, template: Catalog) -> Iterator[Finding]:
    """Find what is wrong with a message of a catalogue."""
    if template.get(message.id, message.context) is None:
        yield Finding(lang, "no longer used", repr(message.id))
    if message.fuzzy:
        yield Finding(lang, "fuzzy", repr(message.id))
    wanted = {frozenset(_PLACEHOLDER.findall(text)) for text in forms(message.id)}
    for text in forms(message.string):
        if text and frozenset(_PLACEHOLDER.findall(text)) not in wanted:
            yield Finding(lang, "other placeholders", repr(text))


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """All forms of a text, one if it has no plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


if __name__ == "__main__":
    sys.exit(main())
