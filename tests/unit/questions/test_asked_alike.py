"""Command line, HTTP API and library answer a question with the same figures, or refuse it in words."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corridor.chain.emissions import inventory
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of
from corridor.cli import question_verbs
from corridor.cli.main import main
from corridor.dataset.places import search
from corridor.dataset.tables import load
from corridor.errors import QuestionError
from corridor.freight.arrays import network
from corridor.freight.capacity import capacity
from corridor.partners.facets import RegisterFilters, chosen
from corridor.partners.follow_up import FEBRUARY_2026, follow_up, occasion
from corridor.partners.raw_materials import export_routes, sites
from corridor.partners.register import register
from corridor.partners.upgrade_gains import gains
from corridor.questions.catalogue import BY_VERB, QUESTIONS
from corridor.questions.parameters import read
from corridor.questions.tables import body
from corridor.resilience.criticality import criticality
from corridor.routing.ask import ask
from corridor.routing.routes import Constraints
from corridor.routing.sanctioned import SANCTIONED
from tests.checks import every
from ui.api import engine, problem, routes
from ui.serving.queues import Queue
from ui.settings.dataset import dataset

ROOT = "/api/v1"
DATA = dataset()
PAIR = {"from": "Aktau", "to": "Бор"}
ASKED = {
    "route": PAIR | {"criteria": "time,co2e", "avoid": "RU,IR", "scenario": "time.aktau-alat.2"},
    "staircase": PAIR | {"criteria": "time"},
    "emissions": PAIR | {"criteria": "co2e", "via": "Poti"},
    "who-mends": PAIR | {"criteria": "time", "avoid": "RU,IR"},
    "what-if": PAIR | {"scenario": "shut.poti-port"},
    "scenario": {"scenario": "time.almaty-shu.1.5_close.aktau-alat"},
    "risk": PAIR | {"samples": "300", "seed": "7"},
    "criticality": PAIR | {"criterion": "distance"},
    "fix": PAIR | {"hours": "2"},
    "capacity": {"from": "Almaty", "to": "Belgrade", "avoid": "RU,IR"},
    "reach": {"from": "Belgrade", "days": "2.5", "avoid": "RU,BY"},
    "connectivity": {"origins": "Ankara,Tbilisi", "destinations": "Sofia"},
    "calibration": {},
    "country-pairs": {"countries": "GE-RS,TR-BG"},
    "pair-index": {"countries": "GE-RS,TR-RS", "weights": "time=2,ways=1"},
    "flights": {"from": "Astana", "to": "BEG"},
    "journeys": {"from": "Astana", "to": "Nis", "date": "2026-04-01"},
    "upgrades": {"year": "2027"},
    "places": {"q": "Белг"},
    "register": {"theme": "trans-caspian", "country": "KZ", "today": "2026-11-26"},
    "follow-up": {},
    "mending": {},
    "gains": PAIR,
    "unmended": PAIR | {"avoid": "RU"},
    "way-out": {"to": "Бор", "avoid": "RU,BY,IR"},
    "roles": {"organisation": "ktz"},
    "presets": {},
    "compare-scenario": PAIR | {"scenario": "shut.poti-port", "avoid": "RU,IR"},
    "how-sure": PAIR | {"avoid": "RU,IR", "samples": "300", "seed": "7"},
    "how-much": PAIR | {"avoid": "RU,IR"},
    "fix-first": {"origins": "Aktau", "destinations": "Belgrade"},
    "portfolios": {"origins": "Aktau", "destinations": "Belgrade", "works": "planned"},
    "critical-places": {"origins": "Aktau", "destinations": "Belgrade"},
}


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch):
    monkeypatch.setattr(question_verbs, "load", lambda _folder: DATA)


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes.routes()), raise_server_exceptions=True)


def values(verb, asked):
    return read(BY_VERB[verb].parameters, asked)


CODES = {code for _, code in problem.errors()}


def address(verb, asked, end="json"):
    """Address of a question; where it needs a route, that of the first answer."""
    path = BY_VERB[verb].path
    if "{route_id}" in path:
        found = BY_VERB["route"].answer(DATA, values("route", asked)).tables["routes"]
        path = path.replace("{route_id}", found["route_id"].iloc[0])
    return f"{ROOT}{path}.{end}"


def test_the_cheapest_route_of_a_container_is_among_those_drawn():
    """Whatever is drawn, hours here, what is best on something else stands beside it; bulk has no price."""
    ends = {"from": "aktau-port", "to": "belgrade"}
    cheapest = BY_VERB["route"].answer(DATA, values("route", ends | {"criteria": "cost"})).tables["routes"]
    drawn = BY_VERB["risk"].answer(DATA, values("risk", ends | {"samples": "100"})).tables["risk"]
    assert cheapest["route_id"].iloc[0] in set(drawn["route_id"])
    bulk = BY_VERB["risk"].answer(DATA, values("risk", ends | {"samples": "100", "cargo": "bulk"}))
    assert len(bulk.tables["risk"])


def command(verb, asked):
    words = [verb]
    for part in BY_VERB[verb].parameters:
        is_option = part.option.startswith("--")
        words += [*([part.option] if is_option else []), asked[part.name]] if part.name in asked else []
    return words


def said(capsys, *words):
    assert main(words) == 0
    return capsys.readouterr().out


def as_text(cell):
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_every_question_is_asked_here():
    assert set(ASKED) == set(BY_VERB)


@pytest.mark.parametrize("verb", ASKED)
def test_command_line_and_api_say_the_same_to_the_digit(verb, client, capsys):
    asked = ASKED[verb]
    told = client.get(address(verb, asked), params=asked)
    assert told.status_code == 200, told.text
    body = told.json()
    assert json.loads(said(capsys, *command(verb, asked), "--json")) == body
    answer = BY_VERB[verb].answer(DATA, values(verb, asked))
    for name, frame in answer.tables.items():
        part = body if name == body["table"] else body["further"][name]
        assert part["count"] == len(part["rows"]) == len(frame) > 0
        text = client.get(address(verb, asked, "csv"), params={**asked, "table": name}).text
        assert said(capsys, *command(verb, asked), "--csv", "--table", name) == text
        lines = list(csv.DictReader(io.StringIO(text, newline="")))
        assert lines == [{key: as_text(cell) for key, cell in row.items()} for row in part["rows"]]
        assert list(lines[0]) == list(frame.columns)


@pytest.mark.parametrize("verb", ASKED)
def test_every_column_of_an_answer_is_described(verb):
    told = body(DATA, BY_VERB[verb].answer(DATA, values(verb, ASKED[verb])))
    for part in (told, *told.get("further", {}).values()):
        assert [column["name"] for column in part["columns"] if not column.get("description")] == []


def rows(client, verb):
    return client.get(address(verb, ASKED[verb]), params=ASKED[verb]).json()["rows"]


def test_the_figures_are_those_of_the_library(client):
    question = {"criteria": "time,co2e", "avoid": "RU,IR", "scenario": "time.aktau-alat.2"}
    found = ask(DATA, "Aktau", "Bor", **question).table
    assert [row["time_h_typical"] for row in rows(client, "route")] == found["time_h_typical"].tolist()
    way = next(iter(ask(DATA, "Aktau", "Bor", criteria="time").hops.values()))
    stairs = staircase(steps_of(DATA, way))
    assert [row["time_h_high"] for row in rows(client, "staircase")] == stairs["time_h_high"].tolist()
    way = next(iter(ask(DATA, "Aktau", "Bor", criteria="co2e", via="Poti").hops.values()))
    kilograms = [
        row["co2e_kg_per_t"] for row in rows(client, "emissions") if row["co2e_kg_per_t"] is not None
    ]
    assert kilograms == inventory(DATA, way)["co2e_kg_per_t"].dropna().tolist()
    losses = criticality(network(DATA), "aktau-port", "bor", criterion="distance_km")["loss"]
    assert [row["loss"] for row in rows(client, "criticality") if row["loss"] is not None] == (
        losses.dropna().tolist()
    )
    held = capacity(network(DATA), "almaty", "belgrade", avoid_countries=("RU", "IR"))
    assert rows(client, "capacity")[0]["upper"] == held.upper


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Белград", "belgrade"),
        ("белгр", "belgrade"),
        ("NOVI SAD", "novi-sad"),
        ("Niš", "nis"),
        ("nis", "nis"),
        ("Ақтау", "aktau-port"),
        ("RSBEG", "belgrade"),
        ("beg", "beg"),
    ],
)
def test_a_place_is_found_in_any_language(words, first):
    assert first in search(DATA, words)["node_id"].tolist()[:3]


@pytest.mark.parametrize("verb", ["criticality", "fix", "reach", "connectivity"])
def test_what_is_shut_is_in_no_answer(verb):
    russian = set(DATA.nodes.loc[DATA.nodes["country"] == "RU", "node_id"])
    russian |= set(DATA.legs.loc[DATA.legs["from_node"].isin(russian), "leg_id"])
    asked = {
        "connectivity": {"origins": "Astana", "destinations": "Belgrade"},
        "reach": {"from": "Astana", "days": "60"},
    }.get(verb, {"from": "Astana", "to": "Belgrade"})

    def cells(**more):
        frame, *_rest = BY_VERB[verb].answer(DATA, values(verb, asked | more)).tables.values()
        texts = frame.select_dtypes("str").to_numpy().ravel()
        return frame, {part for cell in texts if isinstance(cell, str) for part in cell.split("|")}

    open_, names = cells()
    shut, left = cells(avoid="RU")
    assert not left & russian
    assert names & russian or not open_.equals(shut)


def test_nothing_is_found_for_nothing_and_kinds_are_closed():
    assert search(DATA, "  ").empty
    assert search(DATA, "zzzz").empty
    assert set(search(DATA, "a", kind="airport", most=5)["kind"]) == {"airport"}
    with pytest.raises(QuestionError, match="not a kind"):
        search(DATA, "a", kind="moonport")


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("/risk.json?from=Aktau&to=Bor&samples=100001", 400, "1 to 100000"),
        ("/risk.json?from=Aktau&to=Bor&samples=1e3", 400, "whole number"),
        ("/risk.json?from=Aktau&to=Bor&criterion=beauty", 400, "is not valid"),
        ("/risk.json?from=Aktau&to=Bor&table=legs", 400, "no table"),
        ("/risk.json?to=Bor", 400, "'from' is missing"),
        ("/risk.pdf?from=Aktau&to=Bor", 404, ".pdf"),
        ("/criticality.json?from=Aktau&to=Aktau", 400, "starts and ends at the same"),
        ("/criticality.json?from=Aktau&to=Bor&most_gaps=-1", 400, "from 0"),
        ("/capacity.json?from=Almaty&to=Belgrade&avoid=XX", 400, "'XX' is not a country"),
        ("/capacity.csv?from=Almaty&to=Belgrade&unit=kg", 400, "is not valid"),
        ("/reach.json?from=Belgrade&days=-1", 400, "from 0"),
        ("/reach.json?from=Belgrade&days=nan", 400, "number"),
        ("/connectivity.json?origins=a,b,c,d,e,f,g", 400, "has 7 entries"),
        ("/country-pairs.json?countries=GE-XX", 400, "not a pair"),
        ("/pair-index.json?weights=time=fast", 400, "not a valid weight"),
        ("/pair-index.json?normalisation=none", 400, "is not valid"),
        ("/flights.json?from=Astana&to=Belgrade%20port", 400, "no place called"),
        ("/flights.json?from=beg&to=BEG", 400, "different airports"),
        ("/journeys.json?from=Astana&to=Nis&date=tomorrow", 400, "not a date"),
        ("/journeys.json?from=Belgrade&to=Nis", 400, "share an airport"),
        ("/journeys.json?from=Astana&to=Nis&stops=3", 400, "from 0 to 2"),
        ("/upgrades.json?year=1", 400, "from 2000"),
        ("/routes.json?from=Aktau&to=Bor&cargo=bulk", 400, "published cost per tonne"),
        ("/routes.json?from=Aktau&to=Bor&cargo=cars", 400, "is not valid"),
        ("/routes.json?from=Aktau&to=Bor&date=2026-13-01", 400, "not a date"),
        ("/scenario.json?scenario=burn.aktau-alat", 400, "is not a valid change"),
        ("/scenario.json?scenario=close.aktau", 400, "'aktau'"),
        ("/what-if.json?from=Aktau&to=Bor", 400, "'scenario' is missing"),
        ("/places.json?q=", 400, "'q' is missing"),
        ("/places.json?q=a&limit=1000", 400, "1 to 200"),
        ("/register.json?party=moon", 400, "'organisations'"),
        ("/register.json?country=XX", 400, "'countries'"),
        ("/register.json?sector=moon", 400, "sector: 'moon' is not valid. Choose from: transport"),
        ("/register.json?silence=soon", 400, "is not valid"),
        ("/register.json?today=soon", 400, "not a date"),
        ("/follow-up.json?event=moon", 400, "moon"),
        ("/follow-up.json?sector=moon", 400, "not valid. Choose from: transport"),
        ("/gains.json?from=Aktau&to=Bor&avoid=RU,XX", 400, "'XX' is not a country"),
        ("/unmended.json?from=Aktau&to=Bor&avoid=rail", 400, "'RAIL' is not a country"),
        ("/way-out.json?avoid=XX", 400, "'XX' is not a country"),
        ("/way-out.json?mineral=cheese", 400, "not valid. Choose from: beryllium"),
        ("/way-out.json?site=prj-titr-serbia", 400, "is not valid"),
        ("/roles.json?organisation=moon", 400, "moon"),
        ("/gains.json?from=Aktau&to=aktau-port", 400, "different places"),
        ("/unmended.json?from=Aktau", 400, "'to' is missing"),
        ("/way-out.json?to=moon", 400, "moon"),
        ("/routes/00000000/mending.json?from=Aktau&to=Bor", 404, "The results have no route"),
        ("/routes/00000000/emissions.json?from=Aktau&to=Bor", 404, "The results have no route"),
        ("/routes.json?from=Aktau&to=Bor&scenario=" + "x" * 1001, 400, "too long"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(client, asked, status, words):
    answer = client.get(f"{ROOT}{asked}")
    assert answer.status_code == status, answer.text[:300]
    assert words in answer.json()["detail"]
    assert answer.json()["code"] in CODES


def asked_of_partners(client, words):
    return client.get(f"{ROOT}/{words}").json()


def test_figures_about_partners_are_those_of_the_library(client):
    told = asked_of_partners(client, "register.json?sector=transport&today=2026-11-26")
    whole = register(DATA, today=dt.date(2026, 11, 26))
    ours = chosen(whole, RegisterFilters(sector="transport"))
    assert [row["complete"] for row in told["rows"]] == ours["complete"].tolist()
    assert [row["project_id"] for row in told["rows"]] == ours["project_id"].tolist()
    told = asked_of_partners(client, "gains.json?from=Aktau&to=Bor&avoid=ru")
    ours = (
        gains(DATA, "aktau-port", "bor", avoid={"RU"}).astype(object).where(lambda cell: cell.notna(), None)
    )
    assert [row["time_h_after"] for row in told["rows"]] == ours["time_h_after"].tolist()
    assert told["avoid"] == ["RU"]
    told = asked_of_partners(client, "follow-up.json?sector=transport")
    ours = follow_up(DATA, occasion(DATA, FEBRUARY_2026))
    assert [row["id"] for row in told["rows"]] == ours.loc[ours["sector"] == "transport", "id"].tolist()
    told = asked_of_partners(client, "way-out.json?mineral=tungsten&avoid=ru,by,ir")
    places = sites(DATA)
    ours = export_routes(network(DATA), places, constraints=Constraints(avoid_countries=SANCTIONED))
    hours = dict(zip(ours["project_id"], ours["time_h_typical"], strict=True))
    assert len(told["rows"]) >= 2
    assert every(row["time_h_typical"] == hours[row["project_id"]] for row in told["rows"])
    assert every("tungsten" in row["minerals"].split("|") for row in told["further"]["sites"]["rows"])


def test_small_letters_avoid_a_country_and_no_way_out_starts_at_home(client):
    told = asked_of_partners(client, "way-out.json?avoid=ru,by")
    assert told["rows"] == asked_of_partners(client, "way-out.json?avoid=BY,RU")["rows"]
    assert not any({"RU", "BY"} & set(row["countries"].split("|")) for row in told["rows"])
    assert not any(row["countries"] == "RS" for row in told["rows"])


def test_what_silence_says_today_is_not_kept_until_tomorrow(client, monkeypatch):
    for day in ("2026-11-26", "2031-01-01"):
        monkeypatch.setattr(engine, "today", lambda day=day: dt.date.fromisoformat(day))
        told = asked_of_partners(client, "register.json")
        assert told["today"] == day
        expected = register(DATA, today=dt.date.fromisoformat(day))["inferred"].notna().sum()
        assert sum(row["inferred"] is not None for row in told["rows"]) == expected


def test_what_is_avoided_by_default_is_no_slip_where_no_place_lies_there(package):
    dataset = load(package)
    assert not SANCTIONED & set(dataset.nodes["country"])
    asked = {"from": "start", "to": "gauge-town"}
    assert BY_VERB["gains"].answer(dataset, values("gains", asked)).facts["avoid"] == sorted(SANCTIONED)
    assert BY_VERB["unmended"].answer(dataset, values("unmended", asked)).main == "unmended"


def test_to_know_the_questions_takes_no_engine():
    heavy = "{'numba', 'scipy', 'networkx', 'openpyxl', 'dask', 'streamlit'}"
    asked = f"import sys, corridor.questions.catalogue; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.strip() == "[]"


def test_a_busy_engine_says_when_to_come_back(client, monkeypatch):
    asked, gate = f"{ROOT}/reach.json?from=Belgrade&days=3.25", Event()
    busy = Queue("busy", at_once=1, waiting=0, patience_s=60)
    with monkeypatch.context() as patched:
        patched.setattr(engine.answers, "queue", busy)
        work = busy._entered(gate.wait)
        answer = client.get(asked)
        gate.set()
        assert work.result(timeout=60)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert client.get(asked).status_code == 200


def test_the_description_names_every_part_of_every_question(client):
    paths = client.get(f"{ROOT}/openapi.json").json()["paths"]
    for question in QUESTIONS:
        for end in ("json", "csv"):
            told = paths[f"{question.path}.{end}"]["get"]
            names = [part.name for part in question.parameters]
            assert [one["name"] for one in told["parameters"]] == [*names, "table"]
            assert every(one["description"] for one in told["parameters"])
            needed = [one["name"] for one in told["parameters"] if one.get("required")]
            assert set(needed) >= {part.name for part in question.parameters if part.default is None}


def test_the_description_leaves_out_no_address(client):
    paths = client.get(f"{ROOT}/openapi.json").json()["paths"]
    general = {path.removesuffix(".json").removesuffix(".csv") for path in paths}
    for route in routes.routes():
        path = route.path.removeprefix(ROOT).removesuffix(".{form}").removesuffix(".json")
        if path not in {"", "{rest:path}", "/tables/{table}", "/chart/{chart}"}:
            assert path in general, path


def test_the_page_about_the_api_names_every_address():
    text = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    for question in QUESTIONS:
        assert f"`/api/v1{question.path}.csv`, `.json`" in text
        assert not [part.name for part in question.parameters if f"`{part.name}`" not in text]
