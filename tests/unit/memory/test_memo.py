"""A remembered function works each result out once for a dataset, within its bound, and is counted."""

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from corridor.memory.caches import all_caches
from corridor.memory.memo import Depends, Memo, remembered

PATIENCE_S = 30
CALLS = []


@dataclass
class Owner:
    """Something to remember with."""

    memo: Memo = field(default_factory=Memo)


@pytest.fixture(autouse=True)
def _no_calls():
    CALLS.clear()


@remembered(depends_on=Depends.EVERYTHING, most=2)
def last_two(_owner, key):
    CALLS.append(key)
    return key


@remembered(depends_on=Depends.CLAIMS, most=10)
def claimed(_owner, key):
    CALLS.append(key)
    return [key]


@remembered(depends_on=Depends.LEGS)
def of_legs(_owner, key):
    CALLS.append(key)
    return [key]


@remembered(depends_on=Depends.FIGURES, parts=lambda leg, _unit: (leg,))
def of_part(_owner, leg, unit):
    CALLS.append(leg)
    return [leg, unit]


@remembered(depends_on=Depends.EVERYTHING, beside=1)
def with_view(_owner, key, view):
    return [key, *view]


def scenario_of(owner, **touched):
    return Owner(Memo(owner.memo, **{name: frozenset(ids) for name, ids in touched.items()}))


def test_what_is_kept_is_worked_out_once_and_bounded():
    owner = Owner()
    assert [last_two(owner, key) for key in "aabac"] == list("aabac")
    assert CALLS == ["a", "b", "c"]
    last_two(owner, "b")
    assert CALLS == ["a", "b", "c", "b"]
    assert len(owner.memo.shelf(last_two)) == 2


def test_a_thousand_questions_stay_within_the_bound_and_are_counted():
    owner = Owner()
    for number in range(1_000):
        assert claimed(owner, number) == [number]
        assert claimed(owner, number) is claimed(owner, number)
    (counted,) = [one for one in all_caches() if one.name.endswith("test_memo.claimed")]
    assert counted.entries == counted.bound == 10
    assert counted.misses == 1_000
    assert claimed.peek(owner, 999) == [999]
    assert claimed.peek(owner, 0) is None
    owner.memo.forget(claimed)
    assert claimed.peek(owner, 999) is None


def test_a_result_asked_for_again_stays_while_others_leave():
    owner = Owner()
    first = claimed(owner, "often")
    for number in range(1_000):
        claimed(owner, number)
        assert claimed(owner, "often") is first


def test_twenty_threads_that_ask_at_once_have_it_worked_out_once():
    owner, started, go_on = Owner(), threading.Event(), threading.Event()

    @remembered(depends_on=Depends.EVERYTHING)
    def slow(_owner):
        CALLS.append("slow")
        started.set()
        assert go_on.wait(PATIENCE_S)
        return object()

    with ThreadPoolExecutor(20) as pool:
        asked = [pool.submit(slow, owner)]
        assert started.wait(PATIENCE_S)
        asked += [pool.submit(slow, owner) for _visitor in range(19)]
        go_on.set()
        assert len({one.result(PATIENCE_S) for one in asked}) == 1
    assert CALLS == ["slow"]


def test_threads_find_what_they_asked_for_while_others_leave():
    owner = Owner()

    def ask(first):
        keys = [(first + number) % 16 for number in range(2_000)]
        return [claimed(owner, key) for key in keys] == [[key] for key in keys]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(0, 56, 7))) == [True] * 8


def test_a_scenario_shares_and_adds_to_what_it_does_not_touch():
    owner = Owner()
    slower = scenario_of(owner, figures={"leg-1"})
    assert claimed(slower, "new") is claimed(owner, "new")
    assert of_legs(slower, "new") is of_legs(owner, "new")
    assert of_part(slower, "leg-2", "h") is of_part(owner, "leg-2", "h")
    assert of_part(slower, "leg-1", "h") is not of_part(owner, "leg-1", "h")
    assert last_two(slower, "a") == last_two(owner, "a")
    assert CALLS == ["new", "new", "leg-2", "leg-1", "leg-1", "a", "a"]
    longer = scenario_of(slower, legs={"leg-3"}, figures={"leg-3"})
    assert of_legs(longer, "new") is not of_legs(owner, "new")
    assert of_part(longer, "leg-1", "h") is of_part(slower, "leg-1", "h")
    assert of_part(longer, "leg-2", "h") is of_part(owner, "leg-2", "h")


def test_what_stands_beside_the_question_is_not_part_of_it():
    owner = Owner()
    first = with_view(owner, "a", ["unhashable"])
    assert with_view(owner, "a", ["another"]) is first
    assert with_view(owner, "b", ["another"]) == ["b", "another"]


def test_an_error_is_not_remembered():
    owner, faults = Owner(), [ValueError("no such place")]

    @remembered(depends_on=Depends.CLAIMS)
    def may_fail(_owner):
        if faults:
            raise faults.pop()
        return "found"

    with pytest.raises(ValueError, match="no such place"):
        may_fail(owner)
    assert may_fail(owner) == "found"


def test_none_is_remembered_like_any_other_result():
    owner = Owner()

    @remembered(depends_on=Depends.CLAIMS)
    def nothing(_owner):
        CALLS.append("asked")

    assert nothing(owner) is None
    assert nothing(owner) is None
    assert CALLS == ["asked"]


def test_what_is_remembered_stays_behind_when_a_dataset_travels():
    owner = Owner()
    scenario = scenario_of(owner, figures={"leg-1"})
    claimed(scenario, "a")
    travelled = pickle.loads(pickle.dumps(scenario))  # noqa: S301 - our own
    assert travelled.memo.base is None
    assert travelled.memo.shelves == {}
