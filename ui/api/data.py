"""What the API tells of the data themselves: tables, claims, figures, chains, the whole package."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from corridor.audit.ledger import searched
from corridor.brief.bundle import bundle
from corridor.brief.csv import cells
from corridor.chain.steps import steps, totals
from corridor.corridors.bottlenecks import bottlenecks
from corridor.corridors.volumes import subjects, volumes
from corridor.evidence.claims import figure
from corridor.evidence.figures import LEG_QUANTITIES, leg_figure
from corridor.memory.memo import Depends, remembered
from corridor.questions.tables import Answer, as_json, body, csv
from ui.api.problem import AddressError
from ui.api.query import (
    form,
    language,
    language_of,
    matching,
    parameters,
    read_query,
    refuse_parameters,
    texts_of,
)
from ui.api.response import sent
from ui.evidence import wording
from ui.evidence.claim_names import claim_names
from ui.language.text import LANGUAGES, Words
from ui.serving.queues import Results, api, heavy
from ui.settings.dataset import dataset_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

packages = Results(heavy, name="packages", most=len(LANGUAGES) + 1)


@dataclass(frozen=True)
class _Reader:
    """Whom the reasons of figures are worded for."""

    words: Words
    lang: str
    dataset: Dataset


async def answer_package(request: Request, _root: str) -> Response:
    """Send everything as one zip."""
    named = refuse_parameters(parameters(request), ("titles",)).get("titles")
    data, titles = dataset_of(request.scope), language_of(named) if named else None
    content = await packages.get((data.content_hash, titles), partial(_packed, data, titles))
    file = f"{data.package.name}-{data.version}.zip"
    return await api.run(partial(sent, request, content, "zip", file=file))


def everything(data: Dataset, language: str | None = None) -> bytes:
    """Pack the whole dataset once for each language of the column titles; `None` keeps the column names."""
    packed: bytes = packages.put((data.content_hash, language), partial(_packed, data, language))
    return packed


def _packed(data: Dataset, language: str | None) -> bytes:
    """Pack the whole dataset."""
    return bundle(
        data, title_language=language, translate=Words(language).gettext if language is not None else None
    )


def answer_table(request: Request, root: str) -> Response:
    """Send rows of a table."""
    data, name = dataset_of(request.scope), request.path_params["table"]
    if name not in data.package.tables:
        raise AddressError("table-unknown", table=name, known=tuple(data.package.tables))
    frame = data.table(name)
    query = read_query(parameters(request), list(frame.columns))
    found = matching(frame, query, lambda: _texts(data, name, language(request)))
    window = found.iloc[query.offset : query.offset + query.limit]
    after = query.offset + len(window)
    more = {"X-Total-Count": str(len(found))}
    following = None
    if after < len(found):
        rest = [pair for pair in parameters(request) if pair[0] != "offset"]
        following = f"{root}/tables/{name}.{form(request)}?{urlencode([*rest, ('offset', str(after))])}"
        more["Link"] = f'<{following}>; rel="next"'
    facts = {"total": len(found), "offset": query.offset, "next": following}
    return _frame(request, name, window, facts, more)


def _texts(data: Dataset, table: str, lang: str) -> Sequence[str]:
    """Texts of each row in which words are sought; of claims, what the page Sources searches."""
    if table == "claims":
        return searched(data, claim_names(data, lang))
    return _searched(data, table)


@remembered(depends_on=Depends.LEGS)
def _searched(data: Dataset, table: str) -> Sequence[str]:
    """Texts of each row of a table."""
    return texts_of(data.table(table))


def answer_claim(request: Request, root: str) -> Response:
    """Send one claim with its source."""
    refuse_parameters(parameters(request))
    data = dataset_of(request.scope)
    claim = _row(data, root, "claims", request.path_params["claim_id"])
    address = "/".join(str(claim[part]) for part in ("subject_type", "subject_id", "quantity"))
    told = {
        **_origin(data),
        "claim": claim,
        "source": _row(data, root, "sources", str(claim["source_id"])),
        "quantity": _row(data, root, "quantities", str(claim["quantity"])),
        "figure": f"{root}/figures/{address}.json",
    }
    return sent(request, as_json(told), "json")


def answer_figure(request: Request, root: str) -> Response:
    """Send a headline figure with its reason and every claim on it."""
    refuse_parameters(parameters(request))
    data = dataset_of(request.scope)
    subject_type, subject_id, quantity = (
        str(request.path_params[part]) for part in ("subject_type", "subject_id", "quantity")
    )
    tables = data.package.tables["claims"].column("subject_id").reference
    table = tables.table_of.get(subject_type) if tables is not None else None
    if tables is None or table is None:
        known = tuple(tables.table_of) if tables is not None else ()
        raise AddressError("subject-unknown", kind=subject_type, known=known)
    _row(data, root, table, subject_id)
    definition = _row(data, root, "quantities", quantity)
    is_of_leg = subject_type == "leg" and quantity in LEG_QUANTITIES
    estimate = (
        leg_figure(data, subject_id, quantity)
        if is_of_leg
        else figure(data, subject_type, subject_id, quantity)
    )
    told = {
        **_origin(data),
        "subject_type": subject_type,
        "subject_id": subject_id,
        "quantity": definition,
        "estimate": _estimate(data, estimate, language(request)),
        "claims": f"{root}/tables/claims.json?"
        + urlencode({"subject_type": subject_type, "subject_id": subject_id, "quantity": quantity}),
    }
    return sent(request, as_json(told), "json")


def _estimate(data: Dataset, estimate: Estimate, lang: str) -> dict[str, Any]:
    """Write an estimate with its reason in the words of a language."""
    reader: Any = _Reader(Words(lang), lang, data)
    lost = [
        {"claim_id": claim_id, "reason": code, "in_words": wording.lost(reader, claim_id, estimate)}
        for claim_id, code in estimate.lost
    ]
    words = wording.reason(reader, estimate)
    return {**asdict(estimate), "lost": lost, "reason_in_words": words, "is_missing": estimate.is_missing}


def answer_chain(what: str, request: Request, root: str) -> Response:
    """Send the steps of a chain, its sums, where its hours go, what it carries."""
    asked = refuse_parameters(parameters(request), ("via",))
    data, corridor_id = dataset_of(request.scope), request.path_params["corridor_id"]
    if _row(data, root, "corridors", corridor_id)["kind"] == "family":
        chains = f"{root}/tables/corridors.json?family={corridor_id}"
        raise AddressError("chain-of-family", corridor=corridor_id, chains=chains)
    branches = tuple(filter(None, asked.get("via", "").split(".")))
    chain = steps(data, corridor_id, branches=branches)
    frame = {
        "steps": lambda: chain,
        "totals": lambda: totals(chain),
        "bottlenecks": lambda: bottlenecks(data, corridor_id, branches=branches),
        "volumes": lambda: volumes(data, subjects(data, corridor_id, branches=branches)),
    }[what]()
    return _frame(request, what, frame, {"corridor_id": corridor_id, "via": branches}, {})


def _frame(
    request: Request, name: str, frame: pd.DataFrame, facts: dict[str, Any], more: dict[str, str]
) -> Response:
    """Send a table as CSV or JSON."""
    answer = Answer(tables={name: frame}, facts=facts)
    if form(request) == "csv":
        return sent(request, csv(answer), "csv", more, file=f"{name}.csv")
    return sent(request, as_json(body(dataset_of(request.scope), answer)), "json", more)


def _row(data: Dataset, root: str, table: str, id_: str) -> dict[str, Any]:
    """One row as plain values."""
    if not data.has(table, id_):
        raise AddressError("row-unknown", table=table, id=id_, rows=f"{root}/tables/{table}.json")
    frame = data.row(table, id_).to_frame().T
    return {name: values[0] for name, values in cells(frame)}


def _origin(data: Dataset) -> dict[str, str]:
    """Say which data an answer comes from."""
    return {"data_version": data.version, "content_hash": data.content_hash}
