"""The HTTP API under /api/v1: its addresses, and refusals in words. See docs/api.md."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from corridor.dataset.citation import as_json_ld
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.tables import as_json
from ui.api.data import answer_chain, answer_claim, answer_figure, answer_package, answer_table, everything
from ui.api.engine import answer_question
from ui.api.openapi import index, openapi
from ui.api.query import RefusedError, parameters, refuse_parameters, shown
from ui.api.response import ROOT, TYPES, headers, sent
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

__all__ = ["ROOT", "everything", "routes"]


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
        "/package.zip": answer_package,
        "/tables/{table}.{form}": answer_table,
        "/claims/{claim_id}.json": answer_claim,
        "/figures/{subject_type}/{subject_id}/{quantity}.json": answer_figure,
        "/corridors/{corridor_id}/steps.{form}": partial(answer_chain, "steps"),
        "/corridors/{corridor_id}/totals.{form}": partial(answer_chain, "totals"),
        "/corridors/{corridor_id}/bottlenecks.{form}": partial(answer_chain, "bottlenecks"),
        "/corridors/{corridor_id}/volumes.{form}": partial(answer_chain, "volumes"),
        **{f"{one.path}.{{form}}": partial(answer_question, one) for one in QUESTIONS},
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
            return Response(
                as_json(body), refused.status, headers() | refused.headers, media_type=TYPES["json"]
            )

    return endpoint


def _index(request: Request, root: str) -> Response:
    """List what there is."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(index(dataset(), root)), "json")


def _openapi(request: Request, root: str) -> Response:
    """Describe the API as OpenAPI 3.1."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(openapi(dataset(), root)), "json")


def _json_ld(request: Request, root: str) -> Response:
    """Describe the data as schema.org/Dataset."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(as_json_ld(dataset(), api=root)), "jsonld")


def _unknown(request: Request, root: str) -> Response:
    """Refuse an address that is none of ours."""
    cure = f"{root}/ lists what there is."
    raise RefusedError(404, f"There is nothing at '{shown(request.url.path)}'.", cure)
