"""The API keeps its own description: the description is valid OpenAPI, and answers are as it says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corridor.questions.catalogue import BY_VERB
from tests import asked
from ui.api import routes
from ui.api.schemas import OF_CHAINS
from ui.settings.dataset import dataset

APP = Starlette(routes=routes.routes())
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Every boundary of every parameter ("coverage") would be thousands of requests; some of each address will do.
CONFIG = schemathesis.Config.from_dict({"phases": {"coverage": {"enabled": False}}})
CSV = r"\.csv$"
SCHEMA = schemathesis.openapi.from_asgi(f"{routes.ROOT}/openapi.json", APP, config=CONFIG)


def test_the_description_is_valid():
    validate(SCHEMA.raw_schema)


@pytest.mark.parametrize("name", dataset().package.tables)
def test_each_row_has_the_columns_and_types_that_the_table_schema_describes(name):
    answer = TestClient(APP).get(f"{routes.ROOT}/tables/{name}.json").json()
    columns = dataset().package.tables[name].columns
    assert [one["name"] for one in answer["columns"]] == [column.name for column in columns]
    described = SCHEMA.raw_schema["components"]["schemas"][f"Table.{name}"]["allOf"][1]
    row = described["properties"]["rows"]["items"]
    assert row["required"] == list(row["properties"]) == [column.name for column in columns]
    assert [cell["title"] for cell in row["properties"].values()] == [column.title for column in columns]
    validator = Draft202012Validator(described)
    assert [fault.message for fault in validator.iter_errors(answer)] == []
    assert not validator.is_valid({"rows": [{**answer["rows"][0], "no_such_column": 1}]})


def answer_schema(path):
    """JSON schema of the answers of an address."""
    told = SCHEMA.raw_schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return Draft202012Validator({**told["schema"], "components": SCHEMA.raw_schema["components"]})


@pytest.mark.parametrize(("verb", "given"), asked.questions())
def test_the_answer_to_a_question_has_the_rows_that_are_described(verb, given):
    question, client = BY_VERB[verb], TestClient(APP)
    path = f"{question.path}.json"
    address = f"{routes.ROOT}{path.format(**{'route_id': 'ROUTE', **given})}"
    if "{route_id}" in question.path:
        found = client.get(f"{routes.ROOT}/routes.json", params=given).json()["rows"]
        address = address.replace("ROUTE", found[0]["route_id"])
    answer = client.get(address, params=given)
    assert answer.status_code == 200, answer.text
    validator, body = answer_schema(path), answer.json()
    assert [fault.message for fault in validator.iter_errors(body)] == []
    further = body.get("further", {})
    assert [body["table"], *further] == [table.name for table in question.tables]
    for table in [body, *further.values()]:
        assert all({"name", "title", "type", "description"} <= set(column) for column in table["columns"])
    if body["rows"]:
        name = next(iter(body["rows"][0]))
        assert not validator.is_valid({**body, "rows": [{**body["rows"][0], name: {"not": "plain"}}]})
        assert not validator.is_valid({**body, "rows": [{**body["rows"][0], "no_such_column": 1}]})


@pytest.mark.parametrize("what", OF_CHAINS)
def test_the_tables_of_a_chain_have_the_rows_that_are_described(what):
    path = "/corridors/{corridor_id}/" + f"{what}.json"
    for chain in ("tc-danube", "tc-btk", "northern-rail"):
        answer = TestClient(APP).get(f"{routes.ROOT}{path.format(corridor_id=chain)}").json()
        assert [fault.message for fault in answer_schema(path).iter_errors(answer)] == []


def test_units_and_values_of_computed_columns_are_described():
    rows = SCHEMA.raw_schema["components"]["schemas"]
    time, basis = (rows["Row.routes"]["properties"][name] for name in ("time_h_typical", "time_h_basis"))
    assert (time["x-unit"], time["type"], time["title"]) == ("h", ["number", "null"], "Time: typical")
    assert (basis["type"], basis["enum"]) == ("string", ["published", "derived", "modelled", "missing"])
    assert rows["Row.steps"]["properties"]["mode"]["enum"] == [
        *dataset().package.tables["legs"].column("mode").enum,
        None,
    ]


def tried(times):
    return settings(
        max_examples=times,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@SCHEMA.exclude(path_regex=CSV).parametrize()
@tried(4)
def test_no_question_breaks_an_answer(case):
    case.call_and_validate(checks=CHECKS)


# What is asked is read and answered as for JSON, by the same code: here the form of the file is tried.
@SCHEMA.include(path_regex=CSV).parametrize()
@tried(1)
def test_no_question_breaks_a_table(case):
    case.call_and_validate(checks=CHECKS)
