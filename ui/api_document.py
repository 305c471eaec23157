"""What the API says of itself: its index, its OpenAPI description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain import CRITERIA
from corridor.citation import in_one_line, licences
from ui.api_query import MAX_OFFSET, MAX_ROWS, MAX_VALUE_LENGTH
from ui.text import LANGUAGES

if TYPE_CHECKING:
    from corridor.dataset import Dataset
    from corridor.schema import Column, Table

_FORMS = {"json": "application/json", "csv": "text/csv"}
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}
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
    question = [
        _parameter("from", "A place: id, name in any language, UN/LOCODE."),
        _parameter("to", "The same."),
        _parameter("criteria", "Joined by commas: time, cost, co2e, distance, borders, transhipments."),
        _parameter("avoid", "Joined by commas: country codes, modes, ids of nodes or legs."),
        _parameter("via", "Places to pass, joined by commas, three at most."),
        _parameter("max_transhipments", "How often cargo may change vehicles, 0 to 99."),
    ]
    changes = _parameter(
        "scenario", "Changes joined by _: close.LEG, shut.NODE, time.LEG.1.5, cost.LEG.0.8, up.UPGRADE."
    )
    route_id = _in_path("route_id", "The route, as /routes names it for the same question.")
    for form, media_type in _FORMS.items():
        words = "Every freight route between two places that no other beats"
        paths[f"/routes.{form}"] = _path(words, {form: media_type}, [*question, changes])
        words = "Time and cost against distance along a route"
        paths[f"/routes/{{route_id}}/staircase.{form}"] = _path(
            words, {form: media_type}, [route_id, *question]
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{dataset.package.title}: API",
            "version": dataset.version,
            "description": "Read-only. No key, no cookies. ETag on every answer; content hash "
            f"{dataset.content_hash}.",
        },
        "servers": [{"url": root}],
        "paths": paths,
    }


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
