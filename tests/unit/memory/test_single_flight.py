"""One thread works, the others wait for it: same result, same error, no deadlock, bounded."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from corridor.memory import single_flight
from corridor.memory.single_flight import SingleFlight

PATIENCE_S = 30


class Stopped(BaseException):
    """What ends a run that is over, such as Streamlit's own."""


class Work:
    """Work that starts, says so, and goes on when it is told to."""

    def __init__(self, outcome):
        self.outcome = outcome
        self.started = threading.Event()
        self.go_on = threading.Event()
        self.count = 0

    def __call__(self):
        self.count += 1
        self.started.set()
        assert self.go_on.wait(PATIENCE_S)
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome


def wait_for(flights, question, count):
    """Wait until so many threads wait for a question; they say so nowhere but in the table of who waits."""
    flight = flights._in_flight[question]
    for _turn in range(PATIENCE_S * 1000):
        with single_flight._waiting_lock:
            if sum(one is flight for one in single_flight._waiting.values()) == count:
                return
        threading.Event().wait(0.001)
    pytest.fail(f"{count} threads should wait for {question}.")


@pytest.fixture
def pool():
    with ThreadPoolExecutor(20) as made:
        yield made


def test_twenty_who_ask_at_once_get_what_one_of_them_makes(pool):
    flights, work = SingleFlight(), Work(object())
    first = pool.submit(flights.get, "question", work)
    assert work.started.wait(PATIENCE_S)
    others = [pool.submit(flights.get, "question", work) for _visitor in range(19)]
    wait_for(flights, "question", 19)
    work.go_on.set()
    assert {id(one.result(PATIENCE_S)) for one in (first, *others)} == {id(work.outcome)}
    assert (work.count, flights.made, len(flights)) == (1, 1, 1)


def test_other_questions_do_not_wait(pool):
    flights, work = SingleFlight(), Work("slow")
    first = pool.submit(flights.get, "slow", work)
    assert work.started.wait(PATIENCE_S)
    assert pool.submit(flights.get, "quick", lambda: "quick").result(PATIENCE_S) == "quick"
    work.go_on.set()
    assert first.result(PATIENCE_S) == "slow"


def test_an_error_reaches_all_who_wait_and_the_next_one_tries_again(pool):
    flights, work = SingleFlight(), Work(ValueError("no such place"))
    first = pool.submit(flights.get, "question", work)
    assert work.started.wait(PATIENCE_S)
    others = [pool.submit(flights.get, "question", work) for _visitor in range(5)]
    wait_for(flights, "question", 5)
    work.go_on.set()
    for one in (first, *others):
        with pytest.raises(ValueError, match="no such place"):
            one.result(PATIENCE_S)
    assert work.count == 1
    assert flights.get("question", lambda: "found") == "found"


def test_where_the_maker_is_stopped_another_takes_its_place(pool):
    flights, stopped, work = SingleFlight(), Work(Stopped()), Work("found")
    work.go_on.set()
    first = pool.submit(flights.get, "question", stopped)
    assert stopped.started.wait(PATIENCE_S)
    others = [pool.submit(flights.get, "question", work) for _visitor in range(5)]
    wait_for(flights, "question", 5)
    stopped.go_on.set()
    with pytest.raises(Stopped):
        first.result(PATIENCE_S)
    assert [one.result(PATIENCE_S) for one in others] == ["found"] * 5
    assert (stopped.count, work.count) == (1, 1)


def test_a_result_may_ask_for_others_and_leaves_them_kept():
    flights = SingleFlight()
    outer = flights.get("outer", lambda: flights.get("inner", lambda: 1) + 1)
    assert outer == 2
    assert flights.get("inner", pytest.fail) == 1


def test_a_result_that_asks_for_itself_fails_and_does_not_hang():
    flights = SingleFlight()

    def ask():
        return flights.get("question", ask)

    with pytest.raises(RecursionError):
        flights.get("question", ask)
    assert flights.get("question", lambda: "found") == "found"


def test_two_who_need_each_other_do_not_wait_for_ever(pool):
    """One thread makes A and asks for B, the other makes B and asks for A, over two collections."""
    left, right = SingleFlight(), SingleFlight()
    both = threading.Barrier(2, timeout=PATIENCE_S)

    def make_a():
        both.wait()
        return right.get("b", lambda: "b alone") + " in a"

    def make_b():
        both.wait()
        return left.get("a", lambda: "a alone") + " in b"

    found = {
        pool.submit(left.get, "a", make_a).result,
        pool.submit(right.get, "b", make_b).result,
    }
    words = {one(PATIENCE_S) for one in found}
    # One of the two made what it needed itself; the other waited for that one.
    assert words in ({"b alone in a", "b alone in a in b"}, {"a alone in b", "a alone in b in a"})


def test_none_is_a_result_like_any_other():
    flights = SingleFlight()
    assert flights.get("question", lambda: None) is None
    assert flights.get("question", pytest.fail) is None


def test_what_was_asked_for_longest_ago_goes_first():
    flights = SingleFlight(most=2)
    for question in ("a", "b", "a", "c"):
        flights.get(question, lambda question=question: question)
    assert flights.get("a", pytest.fail) == "a"
    assert flights.get("b", lambda: "again") == "again"
    assert len(flights) == 2


def test_a_thousand_questions_keep_no_more_than_they_may_weigh():
    flights = SingleFlight(most_weight=100, weigh=len)
    for number in range(1000):
        text = "x" * (number % 40)
        assert flights.get(number, lambda text=text: text) == text
        assert flights.weight <= 100
    assert flights.weight == sum(len(text) for text, _weight in flights._kept.values())
    assert flights.made == 1000


def test_what_is_too_heavy_is_given_and_not_kept():
    flights = SingleFlight(most_weight=10, weigh=len)
    flights.get("light", lambda: "x")
    assert flights.get("heavy", lambda: "x" * 11) == "x" * 11
    assert flights.get("light", pytest.fail) == "x"
    assert flights.get("heavy", lambda: "y") == "y"


def test_many_threads_over_few_questions_make_each_once(pool):
    flights, start = SingleFlight(), threading.Barrier(20, timeout=PATIENCE_S)
    made = []

    def visit(number):
        start.wait()
        return [flights.get(q, lambda q=q: made.append(q) or q) for q in (*range(number, 50), *range(number))]

    found = [one.result(PATIENCE_S) for one in [pool.submit(visit, number) for number in range(20)]]
    assert all(sorted(one) == list(range(50)) for one in found)
    assert sorted(made) == list(range(50))
    assert flights._in_flight == {}
