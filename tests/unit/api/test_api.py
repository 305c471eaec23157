"""The HTTP API: what it answers, what it refuses, with which headers."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corridor.chain.steps import steps, totals
from corridor.dataset.neutral import restored
from corridor.dataset.tables import load
from corridor.evidence.figures import leg_figure
from corridor.routes.ask import ask
from tests.checks import every
from ui.api import routes as api
from ui.settings.dataset import dataset

ROOT = "/api/v1"


@pytest.fixture(scope="module")
def data():
    return dataset()


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=api.routes()), raise_server_exceptions=True)


def read(answer):
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_the_index_names_every_table_and_chain(client, data):
    body = client.get(f"{ROOT}/").json()
    assert set(body["tables"]) == set(data.package.tables)
    for table in body["tables"].values():
        assert client.get(table["csv"]).status_code == client.get(table["json"]).status_code == 200
    for chain in body["corridors"].values():
        assert every(client.get(address).status_code == 200 for address in chain.values())
    assert client.get(ROOT).json() == body


def test_csv_and_json_hold_the_same_rows_as_the_table(client, data):
    for name in data.package.tables:
        frame = data.table(name)
        rows = client.get(f"{ROOT}/tables/{name}.json").json()["rows"]
        lines = read(client.get(f"{ROOT}/tables/{name}.csv"))
        assert len(rows) == len(lines) == len(frame)
        for row, line in zip(rows, lines, strict=True):
            for column, text in line.items():
                cell = row[column]
                written = str(cell).lower() if isinstance(cell, bool) else "" if cell is None else str(cell)
                assert restored(text) == written


def test_filters_are_met_by_every_row_and_miss_none(client, data):
    body = client.get(f"{ROOT}/tables/claims.json?subject_type=leg&kind=observed&kind=scheduled").json()
    claims = data.claims
    fits = (claims["subject_type"] == "leg") & claims["kind"].isin(["observed", "scheduled"])
    assert [row["claim_id"] for row in body["rows"]] == claims.loc[fits, "claim_id"].tolist()
    assert body["total"] == body["count"] == fits.sum() > 0


def test_numbers_truth_values_gaps_and_lists_can_be_asked_for(client, data):
    nodes = data.nodes
    for value, wanted in (("true", True), ("false", False)):
        rows = client.get(f"{ROOT}/tables/nodes.json?gauge_change={value}").json()["rows"]
        assert {row["gauge_change"] for row in rows} <= {wanted}
        assert len(rows) == (nodes["gauge_change"] == wanted).sum()
    rows = client.get(f"{ROOT}/tables/legs.json?gauge_mm=1520.0").json()["rows"]
    assert len(rows) == (data.legs["gauge_mm"] == 1520).sum() > 0
    rows = client.get(f"{ROOT}/tables/nodes.json?iata=").json()["rows"]
    assert len(rows) == nodes["iata"].isna().sum() > 0
    rows = client.get(f"{ROOT}/tables/legs.json?operators=ktz").json()["rows"]
    assert rows
    assert every("ktz" in row["operators"].split("|") for row in rows)


def test_words_are_sought_in_all_texts_whatever_their_case(client):
    rows = client.get(f"{ROOT}/tables/sources.json", params={"q": "WORLD bank"}).json()["rows"]
    assert rows
    for row in rows:
        text = " ".join(value for value in row.values() if isinstance(value, str)).casefold()
        assert "world" in text
        assert "bank" in text


def test_windows_lead_to_each_other_until_the_end(client, data):
    address, seen = f"{ROOT}/tables/events.csv?limit=50", []
    while address:
        answer = client.get(address)
        seen += [row["event_id"] for row in read(answer)]
        assert answer.headers["x-total-count"] == str(len(data.events))
        address = answer.links.get("next", {}).get("url")
    assert seen == data.events["event_id"].tolist()


def test_a_claim_comes_with_its_source_and_the_way_to_its_figure(client, data):
    claim = data.claims.iloc[0]
    body = client.get(f"{ROOT}/claims/{claim.claim_id}.json").json()
    assert body["claim"]["claim_id"] == claim.claim_id
    assert body["source"]["source_id"] == claim.source_id
    assert client.get(body["figure"]).json()["subject_id"] == claim.subject_id


@pytest.mark.parametrize("quantity", ["distance_km", "time_h", "cost_usd_per_teu"])
def test_a_figure_is_the_estimate_with_its_reason(client, data, quantity):
    for leg_id in data.legs["leg_id"].iloc[::20]:
        body = client.get(f"{ROOT}/figures/leg/{leg_id}/{quantity}.json").json()
        estimate = leg_figure(data, leg_id, quantity)
        shown = body["estimate"]
        for part in ("low", "typical", "high", "basis", "claim_id", "formula"):
            assert shown[part] == getattr(estimate, part)
        assert shown["reason"] == list(estimate.reason)
        assert shown["reason_in_words"]
        claims = client.get(body["claims"]).json()["rows"]
        assert {row["claim_id"] for row in claims} >= set(
            estimate.spoke if estimate.basis == "published" else ()
        )


def test_every_kind_of_subject_that_claims_speak_of_has_figures(client, data):
    for one in data.claims.drop_duplicates("subject_type").itertuples():
        answer = client.get(f"{ROOT}/figures/{one.subject_type}/{one.subject_id}/{one.quantity}.json")
        assert answer.json()["estimate"]["reason_in_words"]


def test_steps_and_totals_are_those_of_the_library(client, data):
    chain = steps(data, "tc-btk")
    assert len(read(client.get(f"{ROOT}/corridors/tc-btk/steps.csv"))) == len(chain)
    rows = client.get(f"{ROOT}/corridors/tc-btk/totals.json").json()["rows"]
    assert [row["typical"] for row in rows] == pytest.approx(totals(chain)["typical"].tolist())
    branch = data.corridors.loc[data.corridors["kind"] == "branch", "corridor_id"].iloc[0]
    through = steps(data, "tc-btk", branches=(branch,))
    body = client.get(f"{ROOT}/corridors/tc-btk/steps.json?via={branch}").json()
    assert [row["leg_id"] for row in body["rows"] if row["leg_id"]] == through["leg_id"].dropna().tolist()


def test_the_package_loads_again_as_the_same_data(client, data, tmp_path):
    answer = client.get(f"{ROOT}/package.zip")
    assert answer.headers["content-type"] == "application/zip"
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path)
    again = load(tmp_path)
    assert every(data.table(name).equals(again.table(name)) for name in data.package.tables)
    assert client.get(f"{ROOT}/package.zip").content == answer.content


def test_the_data_are_described_for_catalogues(client, data):
    answer = client.get(f"{ROOT}/dataset.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    body = answer.json()
    assert body["@type"] == "Dataset"
    assert body["version"] == data.version
    assert every(client.get(one["contentUrl"]).status_code == 200 for one in body["distribution"])


def test_the_description_names_every_parameter_that_is_read(client, data):
    body = client.get(f"{ROOT}/openapi.json").json()
    for table in data.package.tables.values():
        named = [one["name"] for one in body["paths"][f"/tables/{table.name}.json"]["get"]["parameters"]]
        assert named == [*(column.name for column in table.columns), "q", "limit", "offset"]
        assert not {"q", "limit", "offset"} & {column.name for column in table.columns}
    routes = {route.path.removeprefix(ROOT) for route in api.routes()}
    general = {path.replace("{form}", form) for path in routes for form in ("csv", "json")}
    for path in body["paths"]:
        assert path in general or path.startswith("/tables/")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/tables/nothing.csv", 404),
        ("/tables/../datapackage.json", 404),
        ("/tables/%2e%2e%2fclaims.csv", 404),
        ("/tables/claims.xlsx", 404),
        ("/tables/__class__.json", 404),
        ("/tables/remembered.json", 404),
        ("/tables/claims.json?nonsense=1", 400),
        ("/tables/claims.json?__proto__=1", 400),
        ("/tables/claims.json?claim_id[]=1", 400),
        ("/tables/claims.json?limit=0", 400),
        ("/tables/claims.json?limit=-1", 400),
        ("/tables/claims.json?limit=10001", 400),
        ("/tables/claims.json?limit=1e3", 400),
        ("/tables/claims.json?limit=%D9%A1", 400),
        ("/tables/claims.json?limit=" + "9" * 150, 400),
        ("/tables/claims.json?limit=1&limit=2", 400),
        ("/tables/claims.json?offset=1000001", 400),
        ("/tables/claims.json?typical=abc", 400),
        ("/tables/claims.json?typical=nan", 400),
        ("/tables/nodes.json?gauge_change=1", 400),
        ("/tables/claims.json?q=" + "x" * 201, 400),
        ("/tables/claims.json?" + "&".join(f"kind={n}" for n in range(41)), 400),
        ("/tables/claims.json?" + "k" * 201 + "=1", 400),
        ("/claims/c-none.json", 404),
        ("/claims/%00.json", 404),
        ("/claims/c-none.json?q=1", 400),
        ("/figures/leg/nowhere/time_h.json", 404),
        ("/figures/table/claims/time_h.json", 404),
        ("/figures/leg/aktau-alat/nothing.json", 404),
        ("/corridors/nowhere/steps.csv", 404),
        ("/corridors/trans-caspian/steps.csv", 404),
        ("/corridors/tc-btk/steps.csv?via=nowhere", 400),
        ("/corridors/tc-btk/steps.csv?via=tc-btk", 400),
        ("/corridors/tc-btk/steps.exe", 404),
        ("/package.zip?titles=xx", 400),
        ("/package.zip?titles=en&titles=kk", 400),
        ("/nothing", 404),
        ("0", 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(client, address, status):
    answer = client.get(f"{ROOT}{address}", follow_redirects=False)
    assert answer.status_code == status, answer.text[:200]
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert body["error"]
    assert body["cure"]
    assert len(answer.content) < 3000


@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", "' OR 1=1 --", "\x00", "=cmd|'/C calc'!A0", "..%2f", "%ff", "\ud7ff", "🚂"],
)
def test_hostile_values_match_nothing_and_break_nothing(client, value):
    for name in ("q", "claim_id", "text"):
        answer = client.get(f"{ROOT}/tables/claims.json", params={name: value})
        assert answer.status_code == 200
        assert answer.json()["total"] == 0
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_nothing_may_be_written(client):
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(f"{ROOT}/tables/claims.json").status_code == 405


def test_an_unchanged_answer_is_not_sent_again(client, data):
    for path in (
        "/",
        "/tables/claims.csv",
        "/tables/claims.json?kind=worst",
        "/package.zip",
        "/openapi.json",
    ):
        answer = client.get(f"{ROOT}{path}")
        etag = answer.headers["etag"]
        assert data.content_hash in etag
        again = client.get(f"{ROOT}{path}", headers={"If-None-Match": etag})
        assert again.status_code == 304
        assert again.content == b""
    other = client.get(f"{ROOT}/tables/claims.json?kind=observed").headers["etag"]
    assert other != client.get(f"{ROOT}/tables/claims.json?kind=worst").headers["etag"]


def test_no_other_site_may_read_it_and_csv_is_a_file(client):
    answer = client.get(f"{ROOT}/tables/claims.csv", headers={"Origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_plain_and_compressed_answers_are_the_same(client):
    address = f"{ROOT}/tables/claims.json"
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json() == json.loads(plain.content)
    assert packed.headers["etag"] != plain.headers["etag"]


def test_the_api_stands_below_the_base_path():
    client = TestClient(Starlette(routes=api.routes("/kz")))
    body = client.get("/kz/api/v1/").json()
    assert client.get(body["tables"]["claims"]["csv"]).status_code == 200
    assert client.get("/api/v1/").status_code == 404


def test_routes_are_those_of_the_library_and_lead_to_their_staircase(client):
    question = "from=Khorgos&to=Београд&criteria=time,co2e&avoid=RU,IR&max_transhipments=4"
    body = client.get(f"/api/v1/routes.json?{question}").json()
    found = ask(dataset(), "Khorgos", "Belgrade", criteria="time,co2e", avoid="RU,IR", most_transhipments=4)
    assert [row["route_id"] for row in body["rows"]] == found.table["route_id"].tolist()
    assert [row["time_h_typical"] for row in body["rows"]] == found.table["time_h_typical"].tolist()
    assert body["finished"]
    first = body["rows"][0]
    stairs = client.get(f"/api/v1/routes/{first['route_id']}/staircase.json?{question}").json()["rows"]
    assert stairs[-1]["time_h_typical"] == pytest.approx(first["time_h_typical"], abs=1)
    assert client.get(f"/api/v1/routes.csv?{question}").text.startswith("route_id,legs,nodes")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("from=Astana", "to is missing"),
        ("from=Astana&to=Atlantis", "No place of the network"),
        ("from=Astana&to=Bor&criteria=beauty", "no criterion"),
        ("from=Astana&to=Bor&avoid=<b>", "neither a country code"),
        ("from=Astana&to=Bor&max_transhipments=-1", "max_transhipments"),
        ("from=Astana&to=Bor&via=Poti,Baku,Nis,Tbilisi,Ankara", ""),
        ("from=Astana&to=Bor&speed=1", "no parameter"),
        ("from=Astana&to=Bor&scenario=drop.tables", "is no change"),
        ("from=Astana&to=Bor&scenario=close.nonesuch", "nonesuch"),
        ("from=Astana&to=Bor&scenario=up.aktau-dredging", "cannot be worked out"),
    ],
)
def test_a_question_for_routes_that_cannot_be_read_is_refused_in_words(client, question, words):
    answer = client.get(f"/api/v1/routes.json?{question}")
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_a_route_that_is_not_among_the_answers_is_not_found(client):
    answer = client.get("/api/v1/routes/ffffffff/staircase.json?from=Astana&to=Bor")
    assert answer.status_code == 404


def test_a_scenario_in_a_question_changes_the_answer(client):
    plain = client.get("/api/v1/routes.json?from=Halkali&to=kapikule").json()["rows"]
    better = client.get(
        "/api/v1/routes.json?from=halkali&to=kapikule&scenario=up.halkali-kapikule-new-line"
    ).json()["rows"]
    assert better[0]["time_h_typical"] < plain[0]["time_h_typical"]
