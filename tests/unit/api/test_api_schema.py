"""The API keeps its own description: the description is valid OpenAPI, and answers are as it says."""

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import validate
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

from ui.api import routes

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
