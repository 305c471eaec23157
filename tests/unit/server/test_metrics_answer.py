"""Prometheus reads what the server counts; nobody whom the operator has not named does."""

from __future__ import annotations

import pytest
import streamlit as st
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from tests.unit.server.test_addresses import app
from ui.serving.measures import measures
from ui.settings.dataset import dataset
from ui.settings.environment import METRICS

NAMED = ("127.0.0.1", 40_000)


@pytest.fixture(autouse=True)
def _named(monkeypatch):
    monkeypatch.setenv(METRICS, "127.0.0.1, 10.1.0.0/16")


def ask(*, client=NAMED, base="", **headers):
    return TestClient(app(base), client=client).get(f"{base}/metrics", headers=headers)


def families():
    return {family.name: family for family in text_string_to_metric_families(ask().text)}


def test_it_says_what_an_operator_asks_first():
    for _ in range(2):
        with measures.run("routes"):
            pass
    found = families()
    assert {
        "corridor_runs",
        "corridor_run_seconds",
        "corridor_recent_run_seconds",
        "corridor_requests",
        "corridor_sockets",
        "corridor_faults",
        "corridor_files",
        "corridor_queue_tasks",
        "corridor_cache_entries",
        "process_resident_memory_bytes",
    } <= set(found)
    (data,) = found["corridor_data"].samples
    assert data.labels == {"version": dataset().version, "content_hash": dataset().content_hash}
    assert {sample.labels["quantile"] for sample in found["corridor_recent_run_seconds"].samples} == {
        "0.5",
        "0.95",
    }
    (memory,) = found["process_resident_memory_bytes"].samples
    assert memory.value > 50e6


def test_each_series_stands_there_once_and_labels_are_bounded():
    samples = [sample for family in families().values() for sample in family.samples]
    keys = [(sample.name, *sorted(sample.labels.items())) for sample in samples]
    assert len(keys) == len(set(keys)) < 2_000
    assert {name for sample in samples for name in sample.labels} <= {
        "cache", "content_hash", "form", "kind", "le", "outcome", "page", "quantile", "queue", "status",
        "streamlit", "version", "where",
    }  # fmt: skip


def test_the_answer_is_not_kept_and_stands_below_the_base(monkeypatch):
    assert ask().headers["cache-control"] == "no-store"
    get = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "/kz/" if name == "server.baseUrlPath" else get(name))
    assert ask(base="/kz").status_code == 200


@pytest.mark.parametrize("client", [("10.1.2.3", 40_000), ("::ffff:127.0.0.1", 40_000)])
def test_named_machines_may_read(client):
    assert ask(client=client).status_code == 200


@pytest.mark.parametrize(
    ("client", "headers"),
    [
        (("203.0.113.9", 40_000), {}),
        (("10.2.0.1", 40_000), {}),
        (("testclient", 40_000), {}),
        # What came over a proxy has the proxy's address, or one that uvicorn took from a header (port 0).
        (NAMED, {"X-Forwarded-For": "127.0.0.1"}),
        (NAMED, {"Forwarded": "for=127.0.0.1"}),
        (NAMED, {"X-Real-IP": "127.0.0.1"}),
        (("127.0.0.1", 0), {}),
    ],
)
def test_all_others_learn_nothing(client, headers):
    answer = ask(client=client, **headers)
    assert answer.status_code == 404
    assert "corridor_" not in answer.text


@pytest.mark.parametrize("setting", ["", "nonsense"])
def test_it_is_off_unless_the_operator_names_a_machine(monkeypatch, setting):
    monkeypatch.setenv(METRICS, setting)
    assert ask().status_code == 404
