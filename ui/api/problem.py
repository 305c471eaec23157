"""What the API says when it cannot answer: a problem of RFC 9457 with a code, in the caller's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from starlette.responses import Response

from corridor.dataset.template import NotEmptyError
from corridor.errors import (
    N_,
    CheckoutError,
    CorridorError,
    DatasetError,
    ExtraError,
    ServerError,
    SweepError,
    kinds,
)
from corridor.questions.tables import as_json
from ui.language.text import SOURCE_LANGUAGE, Words, language_named
from ui.link.state import guess_language
from ui.link.tracking import unescaped
from ui.serving.http_answer import weighted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request

MEDIA_TYPE = "application/problem+json"
ERRORS = "/errors.json"
LANG = "lang"
_RETRY_S = 5


class RequestError(CorridorError):
    """A request with a parameter that is too much, too long or cannot be read."""

    title = N_("The address cannot be read")
    texts: ClassVar[Mapping[str, str]] = {
        "language-unknown": N_("Unknown language '{lang}'. Choose from: {known}."),
        "parameter-repeated": N_("The parameter '{name}' is given twice. Give it once."),
        "parameter-too-long": N_(
            "The name or value of a parameter is too long. Use at most {most} characters."
        ),
        "parameters-too-many": N_("There are more than {most} parameters. Use fewer."),
        "truth-unusable": N_("{name}: '{value}' is not valid. Write true or false."),
        "filter-unusable": N_("{name}: '{value}' is not a number. Write digits with a decimal point."),
    }


class AddressError(CorridorError):
    """An address at which there is nothing."""

    title = N_("Nothing was found at this address")
    texts: ClassVar[Mapping[str, str]] = {
        "address-unknown": N_("Nothing was found at '{path}'. {index} lists the addresses of the API."),
        "form-unknown": N_("The format '.{form}' is not available. Use .csv or .json."),
        "chart-unknown": N_("Unknown chart '{chart}'. Choose from: {known}."),
        "chart-form-unknown": N_(
            "The format '.{form}' is not available for charts. Use .svg, .png, .pdf or .json."
        ),
        "table-unknown": N_("Unknown table '{table}'. Choose from: {known}."),
        "row-unknown": N_("The table '{table}' has no row with the id '{id}'. {rows} lists all rows."),
        "subject-unknown": N_("Unknown kind of subject '{kind}'. Choose from: {known}."),
        "chain-of-family": N_(
            "'{corridor}' is a family of corridors and has no legs of its own. Choose one of its "
            "corridors; see {chains}."
        ),
    }


class MethodError(CorridorError):
    """A request that wants to change something."""

    title = N_("The API is read-only")
    texts: ClassVar[Mapping[str, str]] = {
        "method-refused": N_("The API is read-only. Use GET, not {method}."),
    }


class EncodingError(CorridorError):
    """A request whose sender refuses every encoding."""

    title = N_("No acceptable encoding")
    texts: ClassVar[Mapping[str, str]] = {
        "encoding-refused": N_("Accept-Encoding rejects every available encoding. Accept one of: {known}."),
    }


class BusyError(CorridorError):
    """A question that finds no turn."""

    title = N_("The server is busy")
    texts: ClassVar[Mapping[str, str]] = {
        "server-busy": N_(
            "The server is busy with other calculations. Try again in a few seconds, or use the "
            "command line for large tasks."
        ),
    }


class RateError(CorridorError):
    """A request from an address that has asked for more than its share."""

    title = N_("Too many requests")
    texts: ClassVar[Mapping[str, str]] = {
        "rate-exceeded": N_(
            "Too many requests come from your network address. Try again in {seconds} seconds."
        ),
    }


class SignInError(CorridorError):
    """A request of somebody who has not signed in, to a server that is open to invited people only."""

    title = N_("Sign in to continue")
    texts: ClassVar[Mapping[str, str]] = {
        "sign-in-needed": N_(
            "This server is open to invited people only. Sign in at {link} in a browser, which sends its "
            "cookies with every request; a program sends a token of the operator: Authorization: Bearer."
        ),
    }


_OF_KIND: Mapping[type[CorridorError], int] = {
    AddressError: 404, MethodError: 405, EncodingError: 406, BusyError: 503, RateError: 429,
    SignInError: 401,
}  # fmt: skip
# The server does not start with such data; it makes no sweeps, packages or folders.
_NEVER_SERVED = (CheckoutError, DatasetError, ExtraError, NotEmptyError, ServerError, SweepError)
_OF_CODE = {"route-unknown": 404, "flow-unsolved": 500}
_HEADERS = {405: {"Allow": "GET, HEAD"}, 503: {"Retry-After": str(_RETRY_S)}}


def status(kind: type[CorridorError], code: str) -> int:
    """HTTP status of an error: by its code, else by its class, else 400."""
    return _OF_CODE.get(code) or _OF_KIND.get(kind, 400)


def errors() -> Iterator[tuple[type[CorridorError], str]]:
    """Iterate over the errors that a caller may be told: class and code, in the order of the classes."""
    return ((kind, code) for kind in kinds() if kind not in _NEVER_SERVED for code in kind.texts)


def listed(lang: str) -> dict[str, Any]:
    """List every error with its code, status and text, placeholders as they are."""
    words = Words(lang)
    return {
        "errors": [
            {
                "code": code,
                "status": status(kind, code),
                "title": words.gettext(kind.title),
                "detail": words.gettext(kind.texts[code]),
            }
            for kind, code in errors()
        ]
    }


def problem(request: Request, error: CorridorError, root: str) -> Response:
    """Word an error for the caller."""
    lang = spoken(request)
    words, number = Words(lang), status(type(error), error.code)
    body = {
        "type": f"{root}{ERRORS}#{error.code}",
        "title": words.gettext(error.title),
        "status": number,
        "detail": words.error(error),
        "code": error.code,
        "documentation": f"{root}/openapi.json",
    }
    headers = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Language": lang,
        "Vary": "Accept-Language",
        **_HEADERS.get(number, {}),
    }
    return Response(as_json(body), number, headers, media_type=MEDIA_TYPE)


def named_languages(request: Request) -> list[str]:
    """Return what the address says after lang=, as it is written; nothing if it is empty."""
    return [value for name, value in request.query_params.multi_items() if unescaped(name) == LANG and value]


def spoken(request: Request) -> str:
    """Language of the caller: the one of lang=, else the first of ours in Accept-Language, else English."""
    named = [lang for lang in map(language_named, named_languages(request)) if lang]
    if named:
        return named[0]
    asked = ",".join(request.headers.getlist("accept-language"))
    for tag, weight in sorted(weighted(asked), key=lambda pair: -pair[1]):
        lang = guess_language(tag)
        if weight and (lang != SOURCE_LANGUAGE or tag.split("-")[0] == SOURCE_LANGUAGE):
            return lang
    return SOURCE_LANGUAGE
