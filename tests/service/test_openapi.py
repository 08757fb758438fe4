"""OpenAPI: every route of the contract is described with examples, and random requests get what it describes."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from .fake_library import REPORT

ROUTES = {
    "/api/v1/ask", "/api/v1/search", "/api/v1/feedback", "/api/v1/reports", "/api/v1/reports/{report}",
    "/api/v1/reports/{report}/lines", "/api/v1/reports/{report}/figures", "/api/v1/reports/{report}/figures/review", "/healthz", "/readyz",
}  # fmt: skip


# That `end` comes after `start` and within the report is not for a schema to say.
UNSAID: dict[str, list[Any]] = {"/api/v1/reports/{report}/lines": [positive_data_acceptance]}
POSTED = {"/api/v1/ask", "/api/v1/search", "/api/v1/feedback"}


def test_every_route_is_described_with_its_errors(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == ROUTES
    for path, methods in paths.items():
        for operation in methods.values():
            assert operation["summary"]
            assert "HTTPValidationError" not in str(operation)
            if path.startswith("/api/v1/reports/"):
                assert {"200", "404", "422", "503"} <= set(operation["responses"])


def test_every_request_body_has_an_example_that_is_taken(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path in sorted(POSTED):
        examples = paths[path]["post"]["requestBody"]["content"]["application/json"]["examples"]
        assert examples
        for example in examples.values():
            body = {name: REPORT if name == "report" else value for name, value in example["value"].items()}
            assert client.post(path, json=body).status_code in (200, 202)


@pytest.mark.parametrize(("method", "path"), [("POST" if path in POSTED else "GET", path) for path in sorted(ROUTES)])
def test_random_requests_get_what_the_schema_describes(client: TestClient, method: str, path: str) -> None:
    operation = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)[path][method]

    @settings(max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def check(case: schemathesis.Case[Any]) -> None:
        if case.path_parameters:
            case.path_parameters["report"] = REPORT
        case.call_and_validate(excluded_checks=UNSAID.get(path, []))

    check()
