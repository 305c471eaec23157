"""The HTTP API under /api/v1: its addresses, and refusals in words. See docs/api.md."""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING, cast

from starlette.routing import Route

from corridor.dataset.citation import as_json_ld
from corridor.errors import CorridorError
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.tables import as_json
from ui.api import charts
from ui.api.data import answer_chain, answer_claim, answer_figure, answer_package, answer_table, everything
from ui.api.engine import answer_question, is_of_the_day
from ui.api.openapi import index, openapi
from ui.api.problem import ERRORS, AddressError, BusyError, MethodError, listed, problem
from ui.api.query import language, parameters, refuse_parameters
from ui.api.response import ROOT, sent, unchanged
from ui.serving import queues
from ui.settings.dataset import dataset_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    Answering = Callable[[Request, str], Response] | Callable[[Request, str], Awaitable[Response]]

__all__ = ["ROOT", "everything", "routes"]

_READING = {"GET", "HEAD"}
_METHODS = [*sorted(_READING), "DELETE", "OPTIONS", "PATCH", "POST", "PUT"]


def routes(base: str = "") -> list[Route]:
    """
    List the routes of the API.

    Parameters
    ----------
    base
        Path under which the app is served, such as "/kz"; "" at the root of the host.
    """
    root = f"{base}{ROOT}"
    paths: dict[str, Answering] = {
        "": _index,
        "/": _index,
        "/openapi.json": _openapi,
        ERRORS: _errors,
        "/dataset.jsonld": _json_ld,
        "/package.zip": answer_package,
        "/tables/{table}.{form}": answer_table,
        "/claims/{claim_id}.json": answer_claim,
        "/figures/{subject_type}/{subject_id}/{quantity}.json": answer_figure,
        "/corridors/{corridor_id}/steps.{form}": partial(answer_chain, "steps"),
        "/corridors/{corridor_id}/totals.{form}": partial(answer_chain, "totals"),
        "/corridors/{corridor_id}/bottlenecks.{form}": partial(answer_chain, "bottlenecks"),
        "/corridors/{corridor_id}/volumes.{form}": partial(answer_chain, "volumes"),
    }
    answering = [_answering(path, answer, root) for path, answer in paths.items()]
    answering += [
        _answering(
            f"{question.path}.{{form}}",
            partial(answer_question, question),
            root,
            of_the_day=partial(is_of_the_day, question),
        )
        for question in QUESTIONS
    ]
    answering.append(_answering(charts.PATH, charts.answer_chart, root, of_the_day=charts.is_of_the_day))
    return [*answering, _answering("{rest:path}", _unknown, root)]


def _answering(
    path: str,
    answer: Answering,
    root: str,
    *,
    of_the_day: Callable[[Request], bool] = lambda _request: False,
) -> Route:
    """Make a route that words refusals. What computes runs on the threads of a queue."""

    def checked(request: Request) -> Response | None:
        if request.method not in _READING:
            raise MethodError("method-refused", method=request.method)
        language(request)
        return unchanged(request, of_the_day=of_the_day(request))

    async def endpoint(request: Request) -> Response:
        error: CorridorError
        try:
            if inspect.iscoroutinefunction(answer):
                early = await queues.api.run(partial(checked, request))
                return early or cast("Response", await answer(request, root))
            return await queues.api.run(lambda: checked(request) or cast("Response", answer(request, root)))
        except queues.BusyError:
            error = BusyError("server-busy")
        except CorridorError as refused:
            error = refused
        return problem(request, error, root)

    return Route(f"{root}{path}", endpoint, methods=_METHODS)


def _index(request: Request, root: str) -> Response:
    """List what there is."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(index(dataset_of(request.scope), root)), "json")


def _openapi(request: Request, root: str) -> Response:
    """Describe the API as OpenAPI 3.1."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(openapi(dataset_of(request.scope), root)), "json")


def _errors(request: Request, _root: str) -> Response:
    """List the errors with their codes."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(listed(language(request))), "json")


def _json_ld(request: Request, root: str) -> Response:
    """Describe the data as schema.org/Dataset."""
    refuse_parameters(parameters(request))
    return sent(request, as_json(as_json_ld(dataset_of(request.scope), api=root)), "jsonld")


def _unknown(request: Request, root: str) -> Response:
    """Refuse an address that is none of ours."""
    raise AddressError("address-unknown", path=request.url.path, index=f"{root}/")
