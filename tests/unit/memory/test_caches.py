"""Every cache has a bound, is counted, and keeps to its bound whatever visitors ask."""

import ast
import datetime as dt
import gc
import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from corridor.audit.ledger import Filters
from corridor.dataset.tables import load
from corridor.evidence import claims
from corridor.evidence.figures import leg_figure
from corridor.memory.caches import Cache, all_caches
from corridor.memory.memo import Depends, remembered
from corridor.scenario import codec
from corridor.scenario.assumed import assumed
from tests import sample_package
from ui.evidence import chips
from ui.language.text import Words
from ui.sections.sources import facets

ROOT = Path(__file__).parents[3]
# Enough to fill what fills at all, then the thousand that must leave nothing more behind.
FIRST, QUESTIONS = 100, 1000
VERSION = "0.1.0-0123456789ab"
# What a thousand questions may leave behind when the caches are full already, in bytes. Before there were
# bounds, a thousand scenarios left 13 GB.
MAX_GROWTH = 20_000_000

# Functions whose results are kept for ever though they take an argument: it comes out of a closed set.
CLOSED = {
    "corridor/geometry.py:_read": "names of the layers in data/geo",
    "ui/server/headers.py:security_headers": "a truth value",
    "ui/shell/page.py:_palette": "a truth value",
}
# Containers of modules that change while the server runs, or are filled when a module is loaded.
CHANGING = {
    "corridor/freight/reach.py:_kept": "by network, as long as there is the network; six criteria at most",
    "corridor/memory/caches.py:_caches": "the caches themselves, which are objects of modules",
    "corridor/memory/memo.py:_functions": "the remembered functions, which are objects of modules",
    "corridor/memory/single_flight.py:_waiting": "threads that wait at this moment",
    "corridor/sweep/background.py:_jobs": "sweeps of visitors, the last few (MAX_KEPT)",
    "pages/sources.py:headings": "made anew by each run of the page",
}
_CONTAINERS = {
    "dict", "list", "set", "OrderedDict", "defaultdict", "Counter", "deque",
    "WeakKeyDictionary", "WeakValueDictionary", "WeakSet",
}  # fmt: skip
_BOUNDS = {"most", "most_weight"}


def sources():
    for folder in ("corridor", "ui", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def called(node):
    """Last part of the name of what is called or decorates, and the names and values of its keywords."""
    keywords = {}
    if isinstance(node, ast.Call):
        keywords = {one.arg: one.value for one in node.keywords}
        if node.args:
            keywords["first"] = node.args[0]
        node = node.func
    while isinstance(node, ast.Subscript):
        node = node.value
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name, keywords


def is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def unbounded(file, text):
    """Name every cache of a module that nothing bounds."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and is_endless(node):
            yield f"{file}:{node.name}"
        if isinstance(node, ast.Call):
            name, keywords = called(node)
            if name in {"SingleFlight", "Cache"} and not _BOUNDS & keywords.keys():
                yield f"{file}:{node.lineno} {name}"
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Name) and is_container(node.value):
            yield f"{file}:{target.id}"


def is_endless(function):
    """Whether a decorator keeps the results of a function for ever, for any argument."""
    arguments = function.args
    takes = [
        *arguments.args,
        *arguments.kwonlyargs,
        *arguments.posonlyargs,
        arguments.vararg,
        arguments.kwarg,
    ]
    for decorator in function.decorator_list:
        name, keywords = called(decorator)
        most = keywords.get("maxsize", keywords.get("first"))
        is_cache = name == "cache" or (name == "lru_cache" and most is not None and is_none(most))
        is_streamlit = name in {"cache_data", "cache_resource"} and "max_entries" not in keywords
        if (is_cache and any(takes)) or is_streamlit:
            return True
    return False


def is_container(value):
    """Whether an empty container stands here, which something will fill."""
    is_empty = isinstance(value, ast.Dict | ast.List | ast.Set) and not ast.unparse(value).strip("[]{}")
    is_made = isinstance(value, ast.Call) and called(value)[0] in _CONTAINERS and not value.args
    return is_empty or is_made


def test_no_cache_is_without_a_bound():
    found = {one for file, text in sources() for one in unbounded(file, text)}
    assert found - CLOSED.keys() - CHANGING.keys() == set()
    assert (CLOSED.keys() | CHANGING.keys()) - found == set(), "listed, but not there any more"


@pytest.mark.parametrize(
    "text",
    [
        "@cache\ndef f(a): ...",
        "@functools.cache\ndef f(*, a): ...",
        "@lru_cache(maxsize=None)\ndef f(a): ...",
        "@lru_cache(None)\ndef f(*a): ...",
        "@st.cache_resource\ndef f(): ...",
        "@st.cache_data(show_spinner=False)\ndef f(a): ...",
        "_known = {}",
        "_known: dict[str, bytes] = {}",
        "known = OrderedDict()",
        "known = WeakKeyDictionary()",
        "kept = SingleFlight()",
        "kept: SingleFlight[int] = SingleFlight[int]()",
    ],
)
def test_a_cache_without_a_bound_is_found(text):
    assert list(unbounded("x.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "@cache\ndef f(): ...",
        "@lru_cache(maxsize=8)\ndef f(a): ...",
        "kept = Cache('a', most=2)",
        "NAMES = {'a': 1}",
    ],
)
def test_a_cache_with_a_bound_is_left_alone(text):
    assert not list(unbounded("x.py", text))


def test_a_named_cache_counts_and_keeps_the_last():
    cache = Cache("of this test", most=2)
    made = []
    for question in (1, 2, 1, 3, 1, 2):
        cache.get(question, lambda question=question: made.append(question) or question)
    assert made == [1, 2, 3, 2]
    assert cache.peek(1) == 1
    assert cache.peek(3) is None
    assert ("of this test", 2, 2, 3, 4) in all_caches()
    cache.clear()
    assert len(cache) == 0


def test_a_scenario_makes_nothing_again_that_claims_alone_decide(sample):
    chips.by_id(sample, "claims")
    changed = codec.Scenario(time_factors=(("start-gauge", 2.0),))
    other = assumed(sample, changed)
    assert chips.by_id(other, "claims") is chips.by_id(sample, "claims")
    assert chips.by_id(other, "sources") is chips.by_id(sample, "sources")
    assert chips.by_id(other, "legs") is chips.by_id(sample, "legs")
    longer = assumed(sample, codec.parse("add.start.end.rail.5"))
    assert chips.by_id(longer, "legs") is not chips.by_id(sample, "legs")
    figure = claims.figure(other, "leg", "start-gauge", "cost_usd_per_teu")
    assert figure is claims.figure(sample, "leg", "start-gauge", "cost_usd_per_teu")
    assert leg_figure(other, "start-gauge", "time_h") != leg_figure(sample, "start-gauge", "time_h")
    assert other.row("legs", "start-gauge").equals(sample.row("legs", "start-gauge"))


def scenarios(data, numbers, _monkeypatch):
    view = SimpleNamespace(own="", lang="en", words=Words("en"), dark=False, data_token=VERSION)
    for number in numbers:
        text = f"time.start-gauge.{1 + number % 900 / 100:.2f}_cost.start-gauge.{1 + number // 900}"
        other = assumed(data, codec.parse(text))
        view.dataset = other
        estimate = leg_figure(other, "start-gauge", "time_h")
        if number % 10 == 0:
            chips.subject_chip(view, "leg", "start-gauge", "time_h", estimate)


def days(data, numbers, monkeypatch):
    view = SimpleNamespace(own="", lang="en", words=Words("en"), dark=False, data_token=VERSION, dataset=data)
    estimate = claims.figure(data, "leg", "start-gauge", "time_h")
    for number in numbers:
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        monkeypatch.setattr(chips, "today", lambda day=day: day)
        chips.subject_chip(view, "leg", "start-gauge", "time_h", estimate)


def searches(data, numbers, monkeypatch):
    found = facets.Found(claim_ids=tuple(f"c-{number}" for number in range(500)), counts={})
    monkeypatch.setattr(facets, "_searched", lambda *_asked: replace(found))  # the search itself is slow
    for number in numbers:
        filters = Filters(words=f"gauge {number}")
        facets._found(data, "d", "en", filters, dt.date(2026, 1, 1))


@remembered(depends_on=Depends.EVERYTHING, most=16)
def weighty(_data, _number):
    return bytes(10_000)


def questions(data, numbers, _monkeypatch):
    for number in numbers:
        weighty(data, number)


def resident():
    """Bytes of memory that the process takes now; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if told.exists() else 0


@pytest.mark.parametrize("ask", [scenarios, days, searches, questions], ids=lambda one: one.__name__)
def test_a_thousand_different_questions_stay_within_the_bounds(tmp_path, monkeypatch, ask):
    data = load(sample_package.write(tmp_path / "routes"))
    held = []
    for numbers in (range(FIRST), range(FIRST, FIRST + QUESTIONS)):
        ask(data, numbers, monkeypatch)
        gc.collect()
        held.append(resident())
    assert [one for one in all_caches() if one.bound is not None and one.entries > one.bound] == []
    assert held[1] - held[0] < MAX_GROWTH
