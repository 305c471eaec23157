"""What the API says of itself: its index, its OpenAPI description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor import __version__
from corridor.chain.steps import CRITERIA
from corridor.dataset.citation import in_one_line, licences
from corridor.questions.catalogue import QUESTIONS
from ui.api.query import MAX_OFFSET, MAX_ROWS, MAX_VALUE_LENGTH
from ui.language.text import LANGUAGES

if TYPE_CHECKING:
    from corridor.dataset.schema import Column, Table
    from corridor.dataset.tables import Dataset
    from corridor.questions.parameters import Parameter

_FORMS = {"json": "application/json", "csv": "text/csv"}
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}
_KINDS = {"whole": "integer", "number": "number"}
_BUSY = {"description": "The server is working on other questions; the header Retry-After says when to ask."}
_REFUSALS = {
    "400": {"description": "An unknown parameter, or a value it cannot take; the answer says what there is."},
    "404": {"description": "No such table, row or chain; the answer says where they are listed."},
}


def index(dataset: Dataset, root: str) -> dict[str, Any]:
    """List what the API offers, with addresses."""
    return {
        "title": dataset.package.title,
        "data_version": dataset.version,
        "content_hash": dataset.content_hash,
        "cite": in_one_line(dataset),
        "licenses": [one.get("name", "") for one in licences(dataset.package.descriptor)],
        "documentation": f"{root}/openapi.json",
        "everything": f"{root}/package.zip",
        "description": f"{root}/dataset.jsonld",
        "tables": {
            table.name: {
                "title": table.title,
                "rows": len(dataset.table(table.name)),
                **{form: f"{root}/tables/{table.name}.{form}" for form in _FORMS},
            }
            for table in dataset.package.tables.values()
        },
        "engine": {
            question.verb: {
                "title": question.words,
                **{form: f"{root}{question.path}.{form}" for form in _FORMS},
            }
            for question in QUESTIONS
        },
        "claim": f"{root}/claims/{{claim_id}}.json",
        "figure": f"{root}/figures/{{subject_type}}/{{subject_id}}/{{quantity}}.json",
        "corridors": {
            id_: {
                f"{what}_{form}": f"{root}/corridors/{id_}/{what}.{form}"
                for what in ("steps", "totals", "bottlenecks", "volumes")
                for form in _FORMS
            }
            for id_ in _chains(dataset)
        },
    }


def openapi(dataset: Dataset, root: str) -> dict[str, Any]:
    """Describe the API as OpenAPI 3.1: one path a table, with its columns as parameters."""
    paths: dict[str, Any] = {
        "/": _path("What there is", {"json": "application/json"}),
        "/openapi.json": _path("This description", {"json": "application/json"}),
        "/dataset.jsonld": _path("The data as schema.org/Dataset", {"jsonld": "application/ld+json"}),
        "/package.zip": _path(
            "Everything in one zip: CSV, GeoJSON, GeoParquet, XLSX, descriptor, README, licences, citation",
            {"zip": "application/zip"},
            [
                _parameter(
                    "titles", "Language of the column titles in the workbook.", {"enum": list(LANGUAGES)}
                )
            ],
        ),
    }
    for table in dataset.package.tables.values():
        for form, media_type in _FORMS.items():
            paths[f"/tables/{table.name}.{form}"] = _path(
                f"{table.title}. {table.description}", {form: media_type}, _of_table(table)
            )
    claim_id = _in_path("claim_id", "The claim.")
    paths["/claims/{claim_id}.json"] = _path(
        "One claim with its source", {"json": _FORMS["json"]}, [claim_id]
    )
    reference = dataset.package.tables["claims"].column("subject_id").reference
    subjects = list(reference.table_of) if reference is not None else []
    paths["/figures/{subject_type}/{subject_id}/{quantity}.json"] = _path(
        "A headline figure with its band, basis, reason, and which claims spoke or lost",
        {"json": _FORMS["json"]},
        [
            _in_path("subject_type", "Kind of subject.", {"enum": subjects}),
            _in_path("subject_id", "Id of the subject."),
            _in_path(
                "quantity",
                "Id of the quantity; legs fall back on formulas and factors for " + ", ".join(CRITERIA),
            ),
        ],
    )
    via = _parameter("via", "Branches taken instead of the chain's own legs: ids joined by dots.")
    chain = _in_path("corridor_id", "The chain.", {"enum": _chains(dataset)})
    for what, words in (
        ("steps", "A chain step by step"),
        ("totals", "A chain's sums, with what is missing"),
        ("bottlenecks", "A chain's steps by the hours they take, with who is named to mend them"),
        ("volumes", "What is published on how much a chain carries or could, claim by claim"),
    ):
        for form, media_type in _FORMS.items():
            paths[f"/corridors/{{corridor_id}}/{what}.{form}"] = _path(
                words, {form: media_type}, [chain, via]
            )
    paths |= _questions()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{dataset.package.title}: API",
            "version": __version__,
            "description": "Read-only. No key, no cookies. ETag on every answer. Data version "
            f"{dataset.version}, content hash {dataset.content_hash}.",
        },
        "servers": [{"url": root}],
        "paths": paths,
    }


def _questions() -> dict[str, Any]:
    """Describe the questions to the engine."""
    table = _parameter("table", "One table of the answer by its name; in CSV the main one if missing.")
    paths = {}
    for question in QUESTIONS:
        parts = [
            _of_part(part, is_in_path=f"{{{part.name}}}" in question.path) for part in question.parameters
        ]
        words = f"{question.words[0].upper()}{question.words[1:]}"
        for form, media_type in _FORMS.items():
            path = _path(words, {form: media_type}, [*parts, table])
            path["get"]["operationId"] = f"{question.verb}-{form}"
            path["get"]["responses"]["503"] = _BUSY
            paths[f"{question.path}.{form}"] = path
    return paths


def _of_part(part: Parameter, *, is_in_path: bool) -> dict[str, Any]:
    """Describe one part of a question."""
    schema: dict[str, Any] = {"type": _KINDS.get(part.kind, "string")}
    if part.choices:
        schema["enum"] = list(part.choices)
    ends = {"minimum": part.least, "maximum": part.limit(is_served=True)}
    if part.kind in _KINDS:
        schema |= {name: end for name, end in ends.items() if end is not None}
    words = f"{part.words[0].upper()}{part.words[1:]}."
    most = part.limit(is_served=True)
    if part.kind == "list" and most is not None:
        words += f" At most {most:g}."
    if is_in_path:
        return _in_path(part.name, words, schema)
    described = _parameter(part.name, words, schema)
    if part.default:
        described["schema"]["default"] = part.value(part.default)
    if part.default is None:
        described |= {"required": True, "allowEmptyValue": False}
    return described


def _path(
    words: str, forms: dict[str, str], parameters: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """Describe one address."""
    content: dict[str, Any] = {media_type: {} for media_type in forms.values()}
    answers = {"200": {"description": words, "content": content}, "304": {"description": "Not changed."}}
    return {"get": {"summary": words, "parameters": parameters or [], "responses": {**answers, **_REFUSALS}}}


def _of_table(table: Table) -> list[dict[str, Any]]:
    """Describe the parameters of a table: its columns, words, window."""
    whole = {"type": "integer"}
    return [
        *(_of_column(column) for column in table.columns),
        _parameter(
            "q", "Words that must all stand somewhere in the texts of a row.", {"maxLength": MAX_VALUE_LENGTH}
        ),
        _parameter(
            "limit", "How many rows.", {**whole, "minimum": 1, "maximum": MAX_ROWS, "default": MAX_ROWS}
        ),
        _parameter(
            "offset",
            "How many rows to leave out.",
            {**whole, "minimum": 0, "maximum": MAX_OFFSET, "default": 0},
        ),
    ]


def _of_column(column: Column) -> dict[str, Any]:
    """Describe the filter by a column; several values are alternatives, an empty one asks for empty cells."""
    one: dict[str, Any] = {"type": _TYPES.get(column.type, "string")}
    if column.enum:
        one["enum"] = list(column.enum)
    words = f"{column.title}: {column.description}"
    return _parameter(column.name, words, {"type": "array", "items": one}) | {
        "style": "form",
        "explode": True,
    }


def _parameter(name: str, words: str, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    """Describe a parameter of the query."""
    return {
        "name": name,
        "in": "query",
        "description": words,
        "allowEmptyValue": True,
        "schema": {"type": "string", **(schema or {})},
    }


def _in_path(name: str, words: str, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    """Describe a part of the path."""
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": words,
        "schema": {"type": "string", **(schema or {})},
    }


def _chains(dataset: Dataset) -> list[str]:
    """Ids of the corridors that have legs of their own."""
    corridors = dataset.corridors
    ids: list[str] = corridors.loc[corridors["kind"] != "family", "corridor_id"].tolist()
    return ids
