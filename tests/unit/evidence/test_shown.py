"""What each page offers to take along: tables that can be packed, addresses that answer."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from types import SimpleNamespace

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corridor.air.timetable import options
from corridor.brief.bundle import bundle
from corridor.brief.contents import columns_of
from corridor.brief.csv import as_csv
from corridor.brief.provenance import with_sources
from corridor.columns.computed import COMPUTED
from corridor.partners.facets import RegisterFilters, chosen
from corridor.partners.follow_up import FEBRUARY_2026, follow_up, occasion
from corridor.partners.register import register
from corridor.routing.ask import find_routes
from corridor.routing.question import RouteQuestion
from ui.api import engine, routes
from ui.evidence.rows import rows
from ui.link.state import State
from ui.sections.connectivity import export as connectivity
from ui.sections.corridor import export as corridor
from ui.sections.corridor.choice import Way
from ui.sections.flights import export as flights
from ui.sections.overview import export as overview
from ui.sections.partners import export
from ui.sections.routes import export as routes_page
from ui.sections.sources import export as sources
from ui.settings.dataset import dataset
from ui.shell.downloads import _twin

PARTS = ("register", "papers", "promises", "mending", "raw materials", "trade", "organisations")
PAGES = (
    *("connectivity", "overview", "chain", "branched chain", "flights", "ledger", "ledger without a claim"),
    *PARTS,
)
TODAY = dt.date(2026, 11, 26)
NONE = pd.DataFrame({"id": []})


def digital():
    found = follow_up(dataset(), occasion(dataset(), FEBRUARY_2026))
    return found[found["sector"] == "digital"]


def offered(page):
    view = SimpleNamespace(dataset=dataset(), state=State())
    branch = dataset().corridors.loc[dataset().corridors["kind"] == "branch", "corridor_id"].iloc[0]
    return {
        "connectivity": lambda: connectivity.connectivity(view, "astana"),
        "overview": lambda: overview.overview(view),
        "chain": lambda: corridor.chain(view, Way(corridor="tc-danube"), 2027),
        "branched chain": lambda: corridor.chain(view, Way(corridor="tc-btk", branches=(branch,)), 2019),
        "flights": lambda: flights.flights(view, options(dataset(), "nqz", "beg"), "nqz", "beg"),
        "ledger": lambda: sources.ledger(view, tuple(dataset().claims["claim_id"].head(30))),
        "ledger without a claim": lambda: sources.ledger(view, ()),
        "register": lambda: export.register(
            SimpleNamespace(dataset=dataset(), state=State(theme="trans-caspian", partner="RS")),
            chosen(register(dataset(), today=TODAY), RegisterFilters(theme="trans-caspian", partner="RS")),
        ),
        "papers": lambda: export.papers(view, rows(dataset().agreements.head(3))),
        "promises": lambda: export.promises(
            SimpleNamespace(dataset=dataset(), state=State(sector="digital")), FEBRUARY_2026, digital()
        ),
        "mending": lambda: export.mending(view, ("aktau-port", "belgrade")),
        "raw materials": lambda: export.raw_materials(view, "bor"),
        "trade": lambda: export.trade(view),
        "organisations": lambda: export.organisations(view, "ktz"),
    }[page]()


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_can_be_packed(page):
    tables = with_sources(dataset(), offered(page).tables())
    content = bundle(dataset(), frames=tables, view={"page": page})
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert {f"{name}.csv" for name in tables} <= set(names)
    assert bundle(dataset(), frames=tables, view={"page": page}) == content


def address(path, form):
    return "/" + str(_twin(path, form)).split('href="')[1].split('"')[0].replace("&amp;", "&")


@pytest.mark.parametrize("page", PAGES)
def test_every_address_that_a_page_names_answers(page):
    client = TestClient(Starlette(routes=routes.routes()))
    named = offered(page).addresses
    assert named
    for _table, path in named:
        for form in ("csv", "json"):
            answer = client.get(address(path, form))
            assert answer.status_code == 200, path
            assert form in answer.headers["content-type"]


@pytest.mark.parametrize("part", PARTS)
def test_the_address_of_a_worked_out_table_gives_just_what_the_part_shows(part, monkeypatch):
    monkeypatch.setattr(engine, "today", lambda: TODAY)
    client = TestClient(Starlette(routes=routes.routes()))
    seen = offered(part)
    tables = seen.tables()
    worked_out = {name: path for name, path in seen.addresses if name in COMPUTED}
    assert set(worked_out) == set(tables) - set(dataset().package.tables)
    for name, path in worked_out.items():
        assert client.get(address(path, "csv")).content == as_csv(tables[name]), path


@pytest.mark.parametrize("part", PARTS)
def test_every_column_of_a_part_is_described(part):
    for name, frame in offered(part).tables().items():
        told = columns_of(dataset().package, name, frame)
        assert [one["name"] for one in told if not one.get("description")] == []


@pytest.mark.parametrize("page", PAGES)
def test_computed_tables_have_the_declared_columns_and_types(page):
    for name, frame in offered(page).tables().items():
        if name in COMPUTED:
            extra = {column.name for column in COMPUTED[name].columns if column.is_extra}
            dtypes = {column: str(dtype) for column, dtype in frame.dtypes.items() if column not in extra}
            assert list(dtypes.items()) == list(COMPUTED[name].dtypes.items()), name
            assert set(frame.columns) & extra == set(frame.columns) - set(dtypes)


def test_the_address_of_routes_on_a_day_gives_the_routes_of_that_day():
    asked = RouteQuestion.read(dataset(), "Astana", "Belgrade", date="2026-12-01", avoid="RU")
    found = SimpleNamespace(question=asked, found=find_routes(dataset(), asked))
    seen = routes_page.routes(SimpleNamespace(dataset=dataset()), found, None)
    ((_name, path),) = seen.addresses
    assert "date=2026-12-01" in path
    client = TestClient(Starlette(routes=routes.routes()))
    assert client.get(address(path, "csv")).content == as_csv(seen.tables()["routes"])
    assert client.get(address(path, "json")).json()["count"] == len(found.found.table)
    other_day = address(path.replace("2026-12-01", "no-day"), "csv")
    assert client.get(other_day).status_code == 400


@pytest.mark.parametrize("part", PARTS)
def test_the_papers_and_projects_of_a_part_come_with_their_rows(part):
    tables = with_sources(dataset(), offered(part).tables())
    there = {id_ for name in ("agreements", "projects") for id_ in tables.get(name, NONE).iloc[:, 0]}
    kinds = {"agreement", "project", "agreements", "projects"}
    for frame in tables.values():
        for type_ in {"kind", "table"} & set(frame.columns):
            if "id" in frame:
                assert set(frame.loc[frame[type_].isin(kinds), "id"]) <= there


def test_the_ledger_offers_just_the_claims_that_were_found():
    found = tuple(dataset().claims["claim_id"].iloc[5:9])
    assert sources.ledger(SimpleNamespace(dataset=dataset()), found).tables()["claims"][
        "claim_id"
    ].tolist() == [*found]
