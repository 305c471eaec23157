"""Organisations are listed with what the tables say that they do."""

import pytest

from corridor.errors import UnknownIdError
from corridor.partners.roles import ROLES, counts, roles
from tests.shipped import shipped_data


def test_every_operator_and_party_stands_there():
    dataset = shipped_data()
    told = roles(dataset)
    assert set(told["role"]) == set(ROLES)
    operators = {one for cell in dataset.legs["operators"].dropna() for one in cell.split("|")}
    assert operators <= set(told.loc[told["role"] == "operates-leg", "organisation_id"])
    assert set(dataset.services["operator"].dropna()) <= set(
        told.loc[told["role"] == "runs-service", "organisation_id"]
    )
    assert set(told["organisation_id"]) <= set(dataset.organisations["organisation_id"])
    assert not told.drop(columns="sources").duplicated().any()


def test_an_airline_flies_and_signs():
    mine = roles(shipped_data(), "scat-airlines")
    assert {"runs-service", "party-to-project"} <= set(mine["role"])
    assert "prj-astana-belgrade-flight" in set(mine["id"])


def test_counts_add_up():
    table = counts(shipped_data())
    assert table["roles_count"].sum() == len(roles(shipped_data()))
    assert table["roles_count"].is_monotonic_decreasing


def test_an_unknown_organisation_is_refused():
    with pytest.raises(UnknownIdError):
        roles(shipped_data(), "nobody")
