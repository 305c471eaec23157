"""The engine's verbs on the command line answer, in JSON too, and refuse in words."""

import json

import pytest

from corridor.cli import question_verbs
from corridor.cli.main import main
from ui.settings.dataset import dataset


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch):
    monkeypatch.setattr(question_verbs, "load", lambda _folder: dataset())


def said(capsys, *words):
    assert main(words) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("route", "Khorgos", "Belgrade"),
            " best routes (none as sure to be had is better on every criterion)",
        ),
        (("route", "Khorgos", "Belgrade", "--all"), "Restricted routes come last. --avoid BY,RU"),
        (("route", "Khorgos", "Belgrade", "--lang", "ru"), "с 25 февр. 2023"),
        (("emissions", "Aktau", "Bor", "--avoid", "road"), "wf-003"),
        (("flights", "Astana", "Belgrade"), "dv-nqz-beg"),
        (("journeys", "Astana", "Belgrade", "--date", "2026-04-01"), "2026-04-02"),
        (("journeys", "Aktau port", "Baku", "--stops", "0"), "none"),
        (("upgrades", "--year", "2027"), "leg:dostyk-aktogay:time_h"),
        (("route", "Aktau", "Constanta", "--date", "2026-04-01"), "best route"),
        (("route", "Aktau", "Constanta", "--cargo", "bulk", "--criteria", "time"), "best route"),
        (("places", "Ниш"), "nis"),
        (("scenario", "close.aktau-alat"), "aktau-alat"),
        (("presets",), "kuryk-winter  Port of Kuryk shut by winter weather (2024-11-01 to 2024-12-31)"),
        (("presets",), "Not known: Only the 42 km across Armenia"),
        (
            (
                "compare-scenario",
                "Halkali",
                "Белград",
                "--avoid",
                "road",
                "--scenario",
                "preset:halkali-kapikule-finished",
            ),
            "In short: 5 h shorter.",
        ),
        (
            (
                "compare-scenario",
                "Astana",
                "Belgrade",
                "--avoid",
                "RU,IR,BY",
                "--date",
                "2026-12-15",
                "--scenario",
                "shut.kuryk-port_name.Kuryk in December",
            ),
            "Kuryk in December: Astana - Belgrade",
        ),
        (("route", "Astana", "Белград", "--avoid", "RU,IR", "--via", "Poti"), "Poti port"),
        (("route", "Astana", "Belgrade", "--avoid", "RS"), "No route meets"),
        (("staircase", "Aktau", "Bor"), "position,kind,leg_id"),
        (("risk", "Aktau", "Bor", "--samples", "500"), "p90"),
        (("criticality", "Aktau", "Bor"), "is_left"),
        (("criticality", "Aktau", "Bor", "--scenario", "close.aktau-alat"), "is_left"),
        (("fix", "Aktau", "Bor", "--percent", "10"), "gain"),
        (
            (
                "capacity",
                "Almaty",
                "Belgrade",
                "--avoid",
                "RU,IR",
                "--unit",
                "teu",
                "--scenario",
                "year.2027",
            ),
            "260,000",
        ),
        (("staircase", "Aktau", "Bor", "--scenario", "node.alat-port.0.5"), "position,kind,leg_id"),
        (("capacity", "Almaty", "Belgrade", "--avoid", "RU,IR"), "held by node alat-port"),
        (("capacity", "Almaty", "Belgrade"), "no limit is published on the way"),
        (("reach", "Belgrade", "--days", "2"), "nis"),
        (("calibration",), "left_out_coverage"),
        (("connectivity", "--origins", "Ankara, Tbilisi", "--destinations", "Sofia"), "transhipments_least"),
        (("country-pairs", "--countries", "GE-RS,TR-BG"), "different_origin"),
        (
            ("pair-index", "--countries", "GE-RS,TR-RS", "--weights", "time=2,ways=1"),
            "weight moves of GE-RS",
        ),
    ],
)
def test_a_verb_answers(capsys, words, told):
    assert told in said(capsys, *words)


@pytest.mark.parametrize(
    "words",
    [
        ("route", "Aktau", "Bor", "--criteria", "time,cost"),
        ("risk", "Aktau", "Bor", "--samples", "500"),
        ("criticality", "Aktau", "Bor"),
        ("capacity", "Aktau", "Bor"),
        ("reach", "Bor"),
        ("fix", "Aktau", "Bor"),
    ],
)
def test_a_verb_answers_in_json_without_nan(capsys, words):
    text = said(capsys, *words, "--json")
    assert json.loads(text)
    assert "NaN" not in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("route", "Atlantis", "Bor"), "The network has no place"),
        (("route", "Aktau", "Bor", "--avoid", "XX"), "cannot be avoided"),
        (("staircase", "Aktau", "Bor", "--route", "nonesuch"), "The results have no route"),
        (("risk", "Aktau", "Bor", "--samples", "0"), "from 1 to"),
        (("emissions", "Aktau", "Bor", "--avoid", "RS"), "No route meets"),
        (("risk", "Aktau", "Bor", "--table", "legs"), "no table"),
        (("reach", "Bor", "--days", "-1"), "from 0"),
        (("capacity", "Bor", "Bor"), "starts and ends at the same"),
        (("fix", "Aktau", "Bor", "--hours", "0"), "A saving"),
        (("criticality", "Aktau", "Bor", "--scenario", "close"), "is not a valid change"),
        (("country-pairs", "--countries", "GE-XX"), "not a pair"),
        (("pair-index", "--countries", "GE-RS", "--weights", "time=fast"), "not a valid weight"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_words(capsys, words, told):
    assert main(words) == 1
    assert told in capsys.readouterr().err
