"""The HTTP API under /api/v1: tables, claims, figures, chains, the whole package. See docs/api.md."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.routing import Route

from corridor.asking import ask
from corridor.bottlenecks import bottlenecks
from corridor.brief.bundle import bundle
from corridor.brief.columnar import as_csv, cells
from corridor.brief.contents import columns_of
from corridor.chain import steps, steps_of, totals
from corridor.citation import as_json_ld
from corridor.claims import figure
from corridor.errors import BranchError, PlaceError, RouteError, ScenarioError, UnknownIdError
from corridor.figures import LEG_QUANTITIES, leg_figure
from corridor.staircase import staircase
from corridor.volumes import subjects, volumes
from ui import wording
from ui.api_answer import TYPES, as_json, headers, sent
from ui.api_document import index, openapi
from ui.api_query import RefusedError, matching, read_query, refuse_parameters, shown
from ui.data import dataset
from ui.text import LANGUAGES, SOURCE_LANGUAGE, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from starlette.requests import Request

    from corridor.claims import Estimate
    from corridor.dataset import Dataset
    from corridor.routing import Routes

ROOT = "/api/v1"
_MOST_DIGITS = 2
_packing = Lock()


@dataclass(frozen=True)
class _Reader:
    """Whom the reasons of figures are worded for."""

    words: Words
    lang: str
    dataset: Dataset


def routes(base: str = "") -> list[Route]:
    """
    List the routes of the API.

    Parameters
    ----------
    base
        Path under which the app is served, such as "/kz"; "" at the root of the host.
    """
    root = f"{base}{ROOT}"
    paths: dict[str, Callable[[Request, str], Response]] = {
        "": _index,
        "/": _index,
        "/openapi.json": _openapi,
        "/dataset.jsonld": _json_ld,
        "/package.zip": _package,
        "/tables/{table}.{form}": _table,
        "/claims/{claim_id}.json": _claim,
        "/figures/{subject_type}/{subject_id}/{quantity}.json": _figure,
        "/corridors/{corridor_id}/steps.{form}": partial(_chain, "steps"),
        "/corridors/{corridor_id}/totals.{form}": partial(_chain, "totals"),
        "/corridors/{corridor_id}/bottlenecks.{form}": partial(_chain, "bottlenecks"),
        "/corridors/{corridor_id}/volumes.{form}": partial(_chain, "volumes"),
        "/routes.{form}": _routes,
        "/routes/{route_id}/staircase.{form}": _staircase,
        "{rest:path}": _unknown,
    }
    return [
        Route(f"{root}{path}", _answering(answer, root), methods=["GET"]) for path, answer in paths.items()
    ]


def _answering(answer: Callable[[Request, str], Response], root: str) -> Callable[[Request], Response]:
    """Make an endpoint that words refusals; Starlette runs it on a thread of its own."""

    def endpoint(request: Request) -> Response:
        try:
            return answer(request, root)
        except RefusedError as refused:
            body = {"error": refused.problem, "cure": refused.cure, "documentation": f"{root}/openapi.json"}
            return Response(as_json(body), refused.status, headers(), media_type=TYPES["json"])

    return endpoint


def _index(request: Request, root: str) -> Response:
    """List what there is."""
    refuse_parameters(_parameters(request))
    return sent(request, as_json(index(dataset(), root)), "json")


def _openapi(request: Request, root: str) -> Response:
    """Describe the API as OpenAPI 3.1."""
    refuse_parameters(_parameters(request))
    return sent(request, as_json(openapi(dataset(), root)), "json")


def _json_ld(request: Request, root: str) -> Response:
    """Describe the data as schema.org/Dataset."""
    refuse_parameters(_parameters(request))
    return sent(request, as_json(as_json_ld(dataset(), api=root)), "jsonld")


def _package(request: Request, _root: str) -> Response:
    """Send everything as one zip."""
    asked = refuse_parameters(_parameters(request), ("titles",))
    language = asked.get("titles")
    if language is not None and language not in LANGUAGES:
        cure = f"There are: {', '.join(LANGUAGES)}."
        raise RefusedError(400, f"There is no language '{shown(language)}' here.", cure)
    data = dataset()
    return sent(request, everything(data, language), "zip", file=f"{data.package.name}-{data.version}.zip")


def everything(data: Dataset, language: str | None = None) -> bytes:
    """Pack the whole dataset once for each language of the column titles; `None` keeps the column names."""
    with _packing:  # whoever asks while it is being packed waits for that one
        return _packed(data, language)


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _packed(data: Dataset, language: str | None) -> bytes:
    """Pack the whole dataset."""
    return bundle(
        data, title_language=language, translate=Words(language).gettext if language is not None else None
    )


def _table(request: Request, root: str) -> Response:
    """Send rows of a table."""
    data, name = dataset(), request.path_params["table"]
    if name not in data.package.tables:
        cure = f"There are: {', '.join(data.package.tables)}."
        raise RefusedError(404, f"There is no table '{shown(name)}'.", cure)
    frame = data.table(name)
    query = read_query(_parameters(request), list(frame.columns))
    found = matching(frame, query)
    window = found.iloc[query.offset : query.offset + query.limit]
    after = query.offset + len(window)
    more = {"X-Total-Count": str(len(found))}
    following = None
    if after < len(found):
        rest = [pair for pair in _parameters(request) if pair[0] != "offset"]
        following = f"{root}/tables/{name}.{_form(request)}?{urlencode([*rest, ('offset', str(after))])}"
        more["Link"] = f'<{following}>; rel="next"'
    facts = {"total": len(found), "offset": query.offset, "next": following}
    return _frame(request, name, window, facts, more)


def _claim(request: Request, root: str) -> Response:
    """Send one claim with its source."""
    refuse_parameters(_parameters(request))
    data = dataset()
    claim = _row(data, "claims", request.path_params["claim_id"])
    address = "/".join(str(claim[part]) for part in ("subject_type", "subject_id", "quantity"))
    body = {
        **_origin(data),
        "claim": claim,
        "source": _row(data, "sources", str(claim["source_id"])),
        "quantity": _row(data, "quantities", str(claim["quantity"])),
        "figure": f"{root}/figures/{address}.json",
    }
    return sent(request, as_json(body), "json")


def _figure(request: Request, root: str) -> Response:
    """Send a headline figure with its reason and every claim on it."""
    refuse_parameters(_parameters(request))
    data = dataset()
    subject_type, subject_id, quantity = (
        str(request.path_params[part]) for part in ("subject_type", "subject_id", "quantity")
    )
    tables = data.package.tables["claims"].column("subject_id").reference
    table = tables.table_of.get(subject_type) if tables is not None else None
    if tables is None or table is None:
        cure = f"There are: {', '.join(tables.table_of if tables is not None else ())}."
        raise RefusedError(404, f"There is no kind of subject '{shown(subject_type)}'.", cure)
    _row(data, table, subject_id)
    definition = _row(data, "quantities", quantity)
    is_of_leg = subject_type == "leg" and quantity in LEG_QUANTITIES
    estimate = (
        leg_figure(data, subject_id, quantity)
        if is_of_leg
        else figure(data, subject_type, subject_id, quantity)
    )
    body = {
        **_origin(data),
        "subject_type": subject_type,
        "subject_id": subject_id,
        "quantity": definition,
        "estimate": _estimate(data, estimate),
        "claims": f"{root}/tables/claims.json?"
        + urlencode({"subject_type": subject_type, "subject_id": subject_id, "quantity": quantity}),
    }
    return sent(request, as_json(body), "json")


def _estimate(data: Dataset, estimate: Estimate) -> dict[str, Any]:
    """Write an estimate with its reason in words."""
    reader: Any = _Reader(Words(SOURCE_LANGUAGE), SOURCE_LANGUAGE, data)
    lost = [
        {"claim_id": claim_id, "reason": code, "in_words": wording.lost(reader, claim_id, estimate)}
        for claim_id, code in estimate.lost
    ]
    words = wording.reason(reader, estimate)
    return {**asdict(estimate), "lost": lost, "reason_in_words": words, "is_missing": estimate.is_missing}


def _chain(what: str, request: Request, _root: str) -> Response:
    """Send the steps of a chain, its sums, where its hours go, what it carries."""
    asked = refuse_parameters(_parameters(request), ("via",))
    data, corridor_id = dataset(), request.path_params["corridor_id"]
    if _row(data, "corridors", corridor_id)["kind"] == "family":
        cure = f"Ask for one of its chains; see {ROOT}/tables/corridors.json?family={corridor_id}."
        raise RefusedError(404, f"'{corridor_id}' is a family of corridors and has no legs of its own.", cure)
    branches = tuple(filter(None, asked.get("via", "").split(".")))
    try:
        chain = steps(data, corridor_id, branches=branches)
    except (UnknownIdError, BranchError) as error:
        cure = "Name branches of this corridor by their ids, joined by dots."
        raise RefusedError(400, shown(str(error)), cure) from None
    frame = {
        "steps": lambda: chain,
        "totals": lambda: totals(chain),
        "bottlenecks": lambda: bottlenecks(data, corridor_id, branches=branches),
        "volumes": lambda: volumes(data, subjects(data, corridor_id, branches=branches)),
    }[what]()
    return _frame(request, what, frame, {"corridor_id": corridor_id, "via": branches}, {})


def _routes(request: Request, _root: str) -> Response:
    """Send the routes between two places that no other beats."""
    found = _asked(request, "scenario")
    facts = {"criteria": found.criteria, "finished": found.finished}
    return _frame(request, "routes", found.table, facts, {})


def _staircase(request: Request, _root: str) -> Response:
    """Send time and cost against distance along one of the routes."""
    found, route = _asked(request), str(request.path_params["route_id"])
    if route not in found.hops:
        cure = "Ask /routes.json with the same parameters for the ids."
        raise RefusedError(404, f"There is no route '{shown(route)}' among the answers.", cure)
    frame = staircase(steps_of(found.dataset, found.hops[route]))
    return _frame(request, "staircase", frame, {"route_id": route}, {})


def _asked(request: Request, *more: str) -> Routes:
    """Answer the question in the parameters."""
    known = ("from", "to", "criteria", "avoid", "via", "max_transhipments", *more)
    asked = refuse_parameters(_parameters(request), known)
    most = asked.get("max_transhipments")
    if most is not None and not (most.isascii() and most.isdigit() and len(most) <= _MOST_DIGITS):
        cure = "Write a whole number from 0 to 99."
        raise RefusedError(400, f"max_transhipments: '{shown(most)}' cannot be used.", cure)
    if "from" not in asked or "to" not in asked:
        raise RefusedError(400, "It takes two places to have a route.", "Name them as from= and to=.")
    try:
        return ask(
            dataset(),
            asked["from"],
            asked["to"],
            criteria=asked.get("criteria", "time,cost"),
            avoid=asked.get("avoid", ""),
            via=asked.get("via", ""),
            most_transhipments=None if most is None else int(most),
            scenario=asked.get("scenario", ""),
        )
    except (PlaceError, RouteError, ScenarioError, UnknownIdError) as error:
        raise RefusedError(400, str(error), "The parameters stand in docs/api.md.") from None


def _unknown(request: Request, root: str) -> Response:
    """Refuse an address that is none of ours."""
    cure = f"{root}/ lists what there is."
    raise RefusedError(404, f"There is nothing at '{shown(request.url.path)}'.", cure)


def _frame(
    request: Request, name: str, frame: pd.DataFrame, facts: dict[str, Any], more: dict[str, str]
) -> Response:
    """Send a table as CSV or JSON."""
    form = _form(request)
    if form == "csv":
        return sent(request, as_csv(frame), "csv", more, file=f"{name}.csv")
    data = dataset()
    columns = dict(cells(frame))
    body = {
        **_origin(data),
        "table": name,
        **facts,
        "count": len(frame),
        "columns": [
            {key: field[key] for key in ("name", "title", "type", "unit", "description") if key in field}
            for field in columns_of(data.package, name, frame)
        ],
        "rows": [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)],
    }
    return sent(request, as_json(body), "json", more)


def _form(request: Request) -> str:
    """Read the end of the address."""
    form: str = request.path_params["form"]
    if form not in {"csv", "json"}:
        raise RefusedError(404, f"There is no '.{shown(form)}' of this.", "There are .csv and .json.")
    return form


def _row(data: Dataset, table: str, id_: str) -> dict[str, Any]:
    """One row as plain values."""
    if not data.has(table, id_):
        cure = f"{ROOT}/tables/{table}.json lists them."
        raise RefusedError(404, f"No row of the table '{table}' has the id '{shown(id_)}'.", cure)
    frame = data.row(table, id_).to_frame().T
    return {name: values[0] for name, values in cells(frame)}


def _origin(data: Dataset) -> dict[str, str]:
    """Say which data an answer comes from."""
    return {"data_version": data.version, "content_hash": data.content_hash}


def _parameters(request: Request) -> list[tuple[str, str]]:
    """Names and values of the parameters in their order."""
    return request.query_params.multi_items()
