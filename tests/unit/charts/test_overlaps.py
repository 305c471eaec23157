"""The check that no text lies on another, which tests of pictures share, finds what trying all pairs does."""

from itertools import combinations
from random import Random
from types import SimpleNamespace

from corridor.charts.drawing import Box
from tests.checks import overlaps


def texts(random, count):
    for number in range(count):
        left, top = random.randint(0, 200), random.randint(0, 200)
        box = Box(left, top, left + random.randint(0, 40), top + random.randint(0, 10))
        yield SimpleNamespace(box=box, text=str(number))


def test_each_two_texts_that_meet_are_found():
    random = Random(4)  # noqa: S311 - places of boxes
    for count in (0, 1, 2, 30, 90):
        drawn = list(texts(random, count))
        wanted = {
            frozenset((one.text, other.text))
            for one, other in combinations(drawn, 2)
            if one.box.meets(other.box)
        }
        assert count < 30 or wanted
        assert {frozenset(two) for two in overlaps(drawn)} == wanted
