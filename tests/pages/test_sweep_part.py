"""The part "Many at once" of the page Scenarios: nothing runs unasked; a result is drawn and taken along."""

import io
import re

import pyarrow.parquet as pq
import pytest

from corridor.sweep import background
from corridor.sweep.background import Progress
from corridor.sweep.rows import answered, as_table
from corridor.sweep.tasks import folder_of
from tests.pages.conftest import written
from ui.link.named import view_of
from ui.sections.scenarios import sweep_part
from ui.settings.dataset import folder

KEYS = {"lang": "en", "lab": "sweep", "from": "aktau-port", "to": "baku"}


@pytest.fixture
def told(monkeypatch):
    """What the background says of every sweep, and which were started."""
    state = {"progress": None, "started": []}
    monkeypatch.setattr(background, "progress", lambda _ticket, _holder: state["progress"])
    monkeypatch.setattr(background, "start", lambda sweep, _folder, _holder: state["started"].append(sweep))
    return state


def test_a_sweep_starts_when_it_is_asked_for_and_not_before(visit, told):
    app = visit("scenarios", **KEYS)
    assert not app.exception
    assert not told["started"]
    app.button(key="sweep-run").click()
    app.run()
    assert [len(sweep.tasks) for sweep in told["started"]] == [1]


def test_a_running_sweep_says_how_far_it_is_and_can_be_ended(visit, told):
    told["progress"] = Progress(state="running", done=1, tasks=4)
    app = visit("scenarios", **KEYS)
    assert not app.exception
    assert app.button(key="sweep-cancel").label == "Cancel"
    assert "sweep-run" not in {button.key for button in app.button}


def test_a_result_is_drawn_as_heat_map_and_table(visit, told, monkeypatch):
    view = view_of("scenarios", {key: [value] for key, value in KEYS.items()})
    sweep = sweep_part.asked(view)
    file = io.BytesIO()
    pq.write_table(as_table(answered(sweep, folder_of(folder()), 0, 1)), file)
    told["progress"] = Progress(state="done", done=1, tasks=1, parquet=file.getvalue())
    monkeypatch.setattr(background, "result", lambda _ticket: file.getvalue())
    app = visit("scenarios", **KEYS)
    assert not app.exception
    html = written(app)
    assert "Days of the quickest route in practice" in html
    assert "Every answer" in html
    assert "Aktau port – " in html
    said = re.search(r'class="cx-answer-line">(.*?)</p>', html, re.DOTALL)[1]
    assert re.match(r"[\d.]+\s(?:h|d) \(Aktau port – Baku", said)
    assert "Slowest" not in html, "one answer is both"
