"""Sets of works: as good as trying all, never worse than step by step, never worse with more works."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.partners.best_set import Problem, best_set, greedy

WORKS = 5


@st.composite
def problems(draw):
    """Up to three pairs of up to four routes over six parts, two of which two works can make quicker."""
    totals, savings = [], []
    for _pair in range(draw(st.integers(1, 3))):
        routes = draw(st.integers(1, 4))
        totals.append([draw(st.integers(60, 100)) for _route in range(routes)])
        of_pair = []
        for _route in range(routes):
            parts = draw(st.sets(st.sampled_from("abcdef")))
            of_pair.append(
                {
                    part: {
                        work: draw(st.integers(1, 15))
                        for work in range(WORKS)
                        if "abcde".find(part) == work or (part == "f" and work in {0, 4})
                    }
                    for part in sorted(parts)
                }
            )
        savings.append(of_pair)
    weights = [draw(st.integers(1, 5)) for _pair in totals]
    return Problem.of(totals, savings, [weight / sum(weights) for weight in weights], WORKS)


def tried(problem, size):
    """The most that any set saves, by trying all."""
    sets = (one for count in range(size + 1) for one in combinations(range(WORKS), count))
    return max(problem.value(set(one)) for one in sets)


@settings(max_examples=60, deadline=None)
@given(problems(), st.integers(0, 3))
def test_the_best_set_saves_as_much_as_trying_all(problem, size):
    found = best_set(problem, size)
    assert found.is_exact
    assert len(found.works) <= size
    assert found.value == pytest.approx(tried(problem, size))
    assert greedy(problem, size).value <= found.value + 1e-9


@settings(max_examples=40, deadline=None)
@given(problems())
def test_more_works_never_save_less(problem):
    values = [best_set(problem, size).value for size in range(WORKS + 1)]
    assert values == sorted(values)
    assert values[0] == 0


@settings(max_examples=40)
@given(problems(), st.sets(st.integers(0, WORKS - 1)), st.integers(0, WORKS - 1))
def test_a_fix_never_makes_it_worse(problem, works, one):
    assert problem.value(works | {one}) >= problem.value(works)


def test_works_on_two_routes_do_not_add_up_and_step_by_step_can_be_worse():
    # One route needs both small works to beat the other one, which a single work makes a little quicker.
    problem = Problem.of([[100, 110]], [[{"a": {0: 5}}, {"b": {1: 14}, "c": {2: 14}}]], [1.0], 3)
    assert problem.value({0, 1}) == 5
    assert greedy(problem, 2).works == (0,)
    assert best_set(problem, 2).works == (1, 2)
    assert best_set(problem, 2).value == 18


def test_a_work_that_saves_nothing_is_not_chosen():
    problem = Problem.of([[50, 90]], [[{}, {"a": {0: 10}}]], [1.0], 1)
    assert best_set(problem, 1).works == ()
    assert greedy(problem, 1).works == ()


def test_of_two_works_at_one_part_the_one_that_saves_more_counts():
    problem = Problem.of([[50]], [[{"a": {0: 10, 1: 4}}]], [1.0], 2)
    assert problem.value({0, 1}) == 10
    assert best_set(problem, 2).works == (0,)
