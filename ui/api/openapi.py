"""What the API says of itself: its index, its OpenAPI description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor import __version__
from corridor.chain.steps import CRITERIA
from corridor.columns.computed import COMPUTED
from corridor.dataset.citation import in_one_line, licences
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.charts import CHARTS, FORMS, SHAPE
from ui.api.chart_schema import CHART, CHART_FORMS
from ui.api.problem import ERRORS, MEDIA_TYPE, errors
from ui.api.query import MAX_OFFSET, MAX_ROWS, MAX_VALUE_LENGTH
from ui.api.schemas import OF_CHAINS, TYPES, answer_of, closed, schema_of, schemas
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from corridor.columns.column import Column, Table
    from corridor.dataset.tables import Dataset
    from corridor.questions.parameters import Parameter

_FORMS = {"json": "application/json", "csv": "text/csv"}
_PROBLEM = {
    "type": {"type": "string", "format": "uri-reference", "description": "Address of the kind of error."},
    "title": {"type": "string", "description": "The kind of error, in words."},
    "status": {"type": "integer", "description": "The HTTP status."},
    "detail": {"type": "string", "description": "What is wrong here, and what would be right."},
    "code": {"type": "string", "enum": [code for _, code in errors()], "description": "Stable code."},
    "documentation": {"type": "string", "format": "uri-reference"},
}
_KINDS = {"whole": "integer", "number": "number"}
_REFUSALS = {
    "400": "An unknown parameter, or a value it cannot take; the answer says what there is.",
    "404": "No such table, row, chain or route; the answer says where they are listed.",
    "406": "Accept-Encoding refuses every encoding.",
    "429": "Too many requests from one address; the header Retry-After says when to ask again.",
}
_BUSY = "The server is working on other questions; the header Retry-After says when to ask again."


def index(dataset: Dataset, root: str) -> dict[str, Any]:
    """List what the API offers, with addresses."""
    return {
        "title": dataset.package.title,
        "data_version": dataset.version,
        "content_hash": dataset.content_hash,
        "cite": in_one_line(dataset),
        "licenses": [licence.get("name", "") for licence in licences(dataset.package.descriptor)],
        "documentation": f"{root}/openapi.json",
        "errors": f"{root}{ERRORS}",
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
        "charts": {
            question.name: {
                "title": question.words,
                **{form: f"{root}/chart/{question.name}.{form}" for form in FORMS},
            }
            for question in CHARTS
        },
        "claim": f"{root}/claims/{{claim_id}}.json",
        "figure": f"{root}/figures/{{subject_type}}/{{subject_id}}/{{quantity}}.json",
        "corridors": {
            id_: {
                f"{what}_{form}": f"{root}/corridors/{id_}/{what}.{form}"
                for what in OF_CHAINS
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
        ERRORS: _path("Every error with its code, status and text", {"json": "application/json"}),
        "/dataset.jsonld": _path("The data as schema.org/Dataset", {"jsonld": "application/ld+json"}),
        "/package.zip": _path(
            "Everything in one zip: CSV, GeoJSON, GeoParquet, XLSX, descriptor, README, licences, citation",
            {"zip": "application/zip"},
            [
                _parameter(
                    "titles",
                    "Language of the column titles in the workbook; the names of the columns if missing.",
                    {"enum": list(LANGUAGES)},
                )
            ],
        ),
    }
    for table in dataset.package.tables.values():
        for form, media_type in _FORMS.items():
            paths[f"/tables/{table.name}.{form}"] = _path(
                f"{table.title}. {table.description}",
                {form: media_type},
                _of_table(table),
                schema=schema_of(table),
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
        ("bottlenecks", "A chain's steps by the hours they take, with the works planned on them"),
        ("volumes", "What is published on how much a chain carries or could, claim by claim"),
    ):
        for form, media_type in _FORMS.items():
            paths[f"/corridors/{{corridor_id}}/{what}.{form}"] = _path(
                words, {form: media_type}, [chain, via], schema=answer_of(COMPUTED[what])
            )
    paths |= _questions()
    paths |= _charts()
    for path, described in paths.items():
        described["get"].setdefault("operationId", _operation(path))
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
        "components": {
            "schemas": {**schemas(dataset), "Chart": CHART, "Problem": closed(_PROBLEM)},
            "parameters": {"lang": _language()},
        },
    }


def _language() -> dict[str, Any]:
    """Describe the parameter that every address takes."""
    words = "Language of errors, of reasons in words, and of the names that a search of claims looks through."
    return _parameter("lang", words, {"enum": list(LANGUAGES), "default": SOURCE_LANGUAGE})


def _operation(path: str) -> str:
    """Name an operation by its path."""
    return (
        "-".join(filter(None, "".join(letter if letter.isalnum() else " " for letter in path).split()))
        or "index"
    )


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
            path = _path(words, {form: media_type}, [*parts, table], schema=answer_of(*question.tables))
            path["get"]["operationId"] = f"{question.verb}-{form}"
            path["get"]["responses"]["503"] = _problem(_BUSY)
            paths[f"{question.path}.{form}"] = path
    return paths


def _charts() -> dict[str, Any]:
    """Describe the charts."""
    paths = {}
    for question in CHARTS:
        parts = [_of_part(part, is_in_path=False) for part in (*question.parameters, *SHAPE)]
        for form in FORMS:
            words = f"A chart as {form.upper()}: {question.words}"
            path = _path(words, {form: CHART_FORMS[form]}, parts, schema="Chart")
            path["get"]["operationId"] = f"chart-{question.name}-{form}"
            path["get"]["responses"]["503"] = _problem(_BUSY)
            paths[f"/chart/{question.name}.{form}"] = path
    return paths


def _of_part(part: Parameter, *, is_in_path: bool) -> dict[str, Any]:
    """Describe one part of a question."""
    schema: dict[str, Any] = {"type": _KINDS.get(part.kind, "string")}
    if part.kind == "list":
        schema = {"type": "array", "items": {"type": "string"}}
    if part.choices:
        schema["enum"] = list(part.choices)
    ends = {"minimum": part.least, "maximum": part.limit(is_served=True)}
    if part.kind in _KINDS:
        schema |= {name: end for name, end in ends.items() if end is not None}
    words = f"{part.words[0].upper()}{part.words[1:]}."
    most = part.limit(is_served=True)
    if part.kind == "list" and most is not None:
        words += f" At most {most:g}."
        schema["maxItems"] = most
    if is_in_path:
        return _in_path(part.name, words, schema)
    described = _parameter(part.name, words, schema)
    if part.kind == "list":
        described |= {"style": "form", "explode": False}
    if part.example:
        described["example"] = part.example
    if part.default:
        default = part.value(part.default)
        described["schema"]["default"] = list(default) if isinstance(default, tuple) else default
    if part.default is None:
        described |= {"required": True, "allowEmptyValue": False}
    return described


def _path(
    words: str,
    forms: dict[str, str],
    parameters: list[dict[str, Any]] | None = None,
    *,
    schema: str = "Object",
) -> dict[str, Any]:
    """Describe one address; its JSON is as a schema of the components says."""
    content: dict[str, Any] = {
        media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"} if "json" in media_type else {}}
        for media_type in forms.values()
    }
    responses = {
        "200": {"description": words, "content": content},
        "304": {"description": "Not changed."},
        **{number: _problem(told) for number, told in _REFUSALS.items()},
    }
    return {
        "parameters": [{"$ref": "#/components/parameters/lang"}],
        "get": {"summary": words, "parameters": parameters or [], "responses": responses},
    }


def _problem(words: str) -> dict[str, Any]:
    """Describe an error."""
    return {
        "description": words,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


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
    schema: dict[str, Any] = {"type": TYPES.get(column.type, "string")}
    if column.enum:
        schema["enum"] = list(column.enum)
    words = f"{column.title}: {column.description}"
    return _parameter(column.name, words, {"type": "array", "items": schema}) | {
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
