"""The HTTP API: what it answers, what it refuses, with which headers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corridor.audit.ledger import Filters, search
from corridor.chain.steps import steps, totals
from corridor.dataset.neutral import restored
from corridor.dataset.tables import load
from corridor.errors import PlaceError
from corridor.evidence.figures import leg_figure
from corridor.questions.charts import CHARTS, FORMS
from corridor.routing.ask import ask
from tests.checks import every
from ui.api import data as api_data
from ui.api import engine, response
from ui.api import routes as api
from ui.evidence.claim_names import claim_names
from ui.language.text import LANGUAGES, Words
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
    general |= {f"/chart/{one.name}.{form}" for one in CHARTS for form in FORMS}
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
        ("/tables/claims.json?lang=xx", 400),
        ("/tables/claims.json?lang=kk&lang=ru", 400),
        ("/?limit=1", 400),
        ("/nothing", 404),
        ("0", 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(client, address, status):
    answer = client.get(f"{ROOT}{address}", follow_redirects=False)
    assert answer.status_code == status, answer.text[:200]
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["type"] == f"{ROOT}/errors.json#{body['code']}"
    assert len(answer.content) < 3000
    listed = client.get(f"{ROOT}/errors.json").json()["errors"]
    assert [one["status"] for one in listed if one["code"] == body["code"]] == [status]


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
    for method in ("post", "put", "delete", "patch", "options"):
        answer = getattr(client, method)(f"{ROOT}/tables/claims.json?lang=ru")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"
        assert method.upper() in answer.json()["detail"]
    assert client.head(f"{ROOT}/tables/claims.json").status_code == 200


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


@pytest.mark.parametrize("given", ["W/{etag}", "*", '"a", {etag}', '"a,b" , W/{etag},"c"'])
@pytest.mark.parametrize("path", ["/", "/tables/claims.csv", "/scenario.json?scenario=close.aktau-alat"])
def test_who_has_an_answer_is_told_so_however_it_is_asked(client, path, given):
    for accepted in ("gzip", "identity"):
        headers = {"Accept-Encoding": accepted}
        etag = client.get(f"{ROOT}{path}", headers=headers).headers["etag"]
        again = client.get(f"{ROOT}{path}", headers={**headers, "If-None-Match": given.format(etag=etag)})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["vary"] == "Accept-Encoding"
    other = client.get(f"{ROOT}{path}", headers={"If-None-Match": f'{etag[:-1]}x"'})
    assert other.status_code == 200


def test_what_does_not_exist_matches_nothing(client):
    for path, status in (("/claims/c-none.json", 404), ("/tables/claims.json?x=1", 400)):
        assert client.get(f"{ROOT}{path}", headers={"If-None-Match": "*"}).status_code == status


def test_nothing_is_worked_out_for_who_has_the_answer(client, monkeypatch):
    paths = [
        "/tables/claims.json?kind=worst",
        "/package.zip",
        "/openapi.json",
        "/figures/leg/aktau-alat/time_h.json?lang=kk",
        "/corridors/tc-btk/totals.json",
        "/routes.json?from=Astana&to=Bor",
        "/register.csv",
    ]
    etags = [client.get(f"{ROOT}{path}").headers["etag"] for path in paths]
    assert len(set(etags)) == len(etags)

    def never(*_args, **_options):
        raise AssertionError

    for module, name in ((api_data, "dataset_of"), (engine, "dataset_of"), (api, "openapi"), (api, "sent")):
        monkeypatch.setattr(module, name, never)
    for path, etag in zip(paths, etags, strict=True):
        assert client.get(f"{ROOT}{path}", headers={"If-None-Match": etag}).status_code == 304


def test_the_tag_of_an_answer_changes_with_what_it_is_made_of(client, monkeypatch):
    def etag(path):
        return client.get(f"{ROOT}{path}").headers["etag"]

    figure, register = "/figures/leg/aktau-alat/time_h.json", "/register.json"
    before = [etag(figure), etag(f"{figure}?lang=kk"), etag(register), etag(f"{register}?today=2026-11-26")]
    assert len(set(before)) == 4
    assert etag(f"{figure}?lang=en&utm_source=x") == before[0]

    class Tomorrow(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return super().now(tz) + dt.timedelta(days=1)

    monkeypatch.setattr(response, "datetime", Tomorrow)
    after = [etag(figure), etag(f"{figure}?lang=kk"), etag(register), etag(f"{register}?today=2026-11-26")]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, False, True]
    monkeypatch.setattr(response, "_code", lambda: "another program")
    assert etag(figure) != before[0]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip;q=0", None),
        ("*;q=0, identity", None),
        ("gzip;q=0.5, identity;q=0", "gzip"),
        ("*", "gzip"),
        ("br", None),
    ],
)
def test_the_encoding_is_what_the_caller_takes(client, accepted, encoding):
    for path in ("/tables/claims.json", "/claims/c-t-0013.json"):
        answer = client.get(f"{ROOT}{path}", headers={"Accept-Encoding": accepted})
        assert answer.headers.get("content-encoding") == encoding
        assert answer.json()


def test_who_takes_no_encoding_is_told_and_a_zip_is_packed_again_only_on_demand(client):
    refused = client.get(f"{ROOT}/", headers={"Accept-Encoding": "*;q=0"})
    assert refused.status_code == 406
    assert refused.json()["code"] == "encoding-refused"
    plain = client.get(f"{ROOT}/package.zip", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    packed = client.get(f"{ROOT}/package.zip", headers={"Accept-Encoding": "gzip, identity;q=0"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content


def test_links_survive_what_others_add_to_them(client):
    for path in ("/", "/tables/events.json?limit=5", "/places.json?q=Aktau", "/package.zip"):
        plain = client.get(f"{ROOT}{path}")
        mark = "&" if "?" in path else "?"
        for added in ("utm_source=mail&fbclid=1", "ysclid=x&msclkid=y", "_hsenc=1&mkt_tok=2&gad_source=3"):
            answer = client.get(f"{ROOT}{path}{mark}{added}")
            assert answer.status_code == 200
            assert answer.content == plain.content
    copied = client.get(f"{ROOT}/tables/events.json?limit=5&amp;offset=2").json()
    assert (copied["offset"], copied["count"]) == (2, 5)
    assert "utm" not in client.get(f"{ROOT}/tables/events.json?limit=5&utm_source=x").json()["next"]


@pytest.mark.parametrize(
    ("asked", "accepted", "lang"),
    [
        ("", "", "en"),
        ("lang=ru", "kk", "ru"),
        ("lang=SR_latn", "", "sr-Latn"),
        ("lang=", "bg", "bg"),
        ("", "de-DE, kk;q=0.9, ru;q=0.8", "kk"),
        ("", "ru;q=0.2, bg;q=0.7", "bg"),
        ("", "sr-Latn-RS", "sr-Latn"),
        ("", "kk;q=0, en", "en"),
        ("", "de, *;q=0.5", "en"),
        ("", "en-GB, ru;q=0.9", "en"),
        ("lang=xx", "ru", "ru"),
    ],
)
def test_an_error_is_told_in_the_language_of_the_caller(client, asked, accepted, lang):
    headers = {"Accept-Language": accepted}
    answer = client.get(f"{ROOT}/routes.json?from=Atlantis&to=Bor&{asked}", headers=headers)
    assert answer.headers["content-language"] == lang
    assert answer.headers["vary"] == "Accept-Language"
    if answer.json()["code"] != "language-unknown":
        said = PlaceError("place-unknown", words="Atlantis")
        assert answer.json()["detail"] == Words(lang).error(said)
        assert answer.json()["title"] == Words(lang).gettext(PlaceError.title)


def test_errors_and_reasons_are_told_in_each_language(client):
    listed = [client.get(f"{ROOT}/errors.json?lang={lang}").json()["errors"] for lang in LANGUAGES]
    for same in zip(*listed, strict=True):
        assert len({one["detail"] for one in same}) == len(LANGUAGES)
        assert len({(one["code"], one["status"]) for one in same}) == 1
    figure = f"{ROOT}/figures/leg/aktau-alat/time_h.json"
    reasons = [client.get(f"{figure}?lang={lang}").json() for lang in LANGUAGES]
    assert len({one["estimate"]["reason_in_words"] for one in reasons}) == len(LANGUAGES)


def test_filters_that_leave_no_row_leave_the_columns(client, data):
    asked = "node_id=none&kind=airport&country=KZ&q=nothing"
    body = client.get(f"{ROOT}/tables/nodes.json?{asked}").json()
    assert (body["total"], body["rows"]) == (0, [])
    assert [one["name"] for one in body["columns"]] == list(data.nodes.columns)
    assert client.get(f"{ROOT}/tables/nodes.json?{asked}&lat=east").status_code == 400
    header = client.get(f"{ROOT}/tables/nodes.csv?{asked}").text.strip().split(",")
    assert header == list(data.nodes.columns)


@pytest.mark.parametrize("spelling", ["Constanța", "CONSTANTA", "constanţa"])
def test_a_search_of_claims_finds_what_the_page_finds(client, data, spelling):
    for lang in ("en", "kk"):
        more = claim_names(data, lang)
        found = search(data, Filters(words=spelling), today=dt.date(2026, 11, 22), more=more)
        body = client.get(f"{ROOT}/tables/claims.json", params={"q": spelling, "lang": lang}).json()
        assert [row["claim_id"] for row in body["rows"]] == found["claim_id"].tolist()
        assert body["total"] > 10
    nodes = client.get(f"{ROOT}/tables/nodes.json", params={"q": spelling}).json()
    assert "constanta-port" in [row["node_id"] for row in nodes["rows"]]


def test_an_empty_part_of_a_question_counts_as_not_given(client):
    for path, part in (
        ("/upgrades.json", "year="),
        ("/reach.json?from=Bor", "days=&avoid="),
        ("/register.json", "silence="),
    ):
        mark = "&" if "?" in path else "?"
        plain = client.get(f"{ROOT}{path}").json()
        assert client.get(f"{ROOT}{path}{mark}{part}").json() == plain
    ends = "from=Astana&to=Bor"
    plain = client.get(f"{ROOT}/routes.json?{ends}").json()
    assert client.get(f"{ROOT}/routes.json?{ends}&criteria=&cargo=&max_transhipments=").json() == plain
    usual = client.get(f"{ROOT}/gains.json?{ends}").json()["avoid"]
    assert usual != client.get(f"{ROOT}/gains.json?{ends}&avoid=").json()["avoid"] == []


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
    found = ask(dataset(), "Khorgos", "Belgrade", criteria="time,co2e", avoid="RU,IR", max_transhipments=4)
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
        ("from=Astana", "'to' is missing"),
        ("from=Astana&to=Atlantis", "The network has no place"),
        ("from=Astana&to=Bor&criteria=beauty", "not a criterion"),
        ("from=Astana&to=Bor&avoid=<b>", "cannot be avoided"),
        ("from=Astana&to=Bor&max_transhipments=-1", "max_transhipments"),
        ("from=Astana&to=Bor&via=Poti,Baku,Nis,Tbilisi,Ankara", ""),
        ("from=Astana&to=Bor&speed=1", "Unknown parameter"),
        ("from=Astana&to=Bor&scenario=drop.tables", "is not a valid change"),
        ("from=Astana&to=Bor&scenario=close.nonesuch", "nonesuch"),
        ("from=Astana&to=Bor&scenario=up.aktau-dredging", "cannot be calculated"),
    ],
)
def test_a_question_for_routes_that_cannot_be_read_is_refused_in_words(client, question, words):
    answer = client.get(f"/api/v1/routes.json?{question}")
    assert answer.status_code == 400
    assert words in answer.json()["detail"]


def test_a_route_that_is_not_among_the_answers_is_not_found(client):
    answer = client.get("/api/v1/routes/ffffffff/staircase.json?from=Astana&to=Bor")
    assert answer.status_code == 404


def test_a_scenario_in_a_question_changes_the_answer(client):
    plain = client.get("/api/v1/routes.json?from=Halkali&to=kapikule").json()["rows"]
    better = client.get(
        "/api/v1/routes.json?from=halkali&to=kapikule&scenario=up.halkali-kapikule-new-line"
    ).json()["rows"]
    assert better[0]["time_h_typical"] < plain[0]["time_h_typical"]
