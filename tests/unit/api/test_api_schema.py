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

from ui.api import routes
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


@SCHEMA.parametrize()
@settings(
    max_examples=4,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_question_breaks_an_answer(case):
    case.call_and_validate(checks=CHECKS)
