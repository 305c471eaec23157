"""Routes that share a leg lie on lanes of their own, the same side all along."""

import itertools

import pytest

from ui.look.modes import LOOKS
from ui.map.lanes import lanes
from ui.map.scene import Alternative, Scene


def scene(*routes, backwards=()):
    return Scene(
        alternatives=tuple(
            Alternative(id=str(at), label=str(at), title="", legs=legs, look=LOOKS[at])
            for at, legs in enumerate(routes)
        ),
        backwards=backwards,
    )


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_lanes_of_a_shared_leg_are_one_apart_and_lie_round_its_middle(count):
    found = lanes(scene(*[("a",)] * count))
    at = sorted(found[str(route)][0] for route in range(count))
    assert sum(at) == 0
    assert all(later - earlier == 1 for earlier, later in itertools.pairwise(at))


def test_a_leg_of_one_route_is_drawn_where_it_lies():
    found = lanes(scene(("a", "b"), ("b", "c")))
    assert found == {"0": (0.0, -0.5), "1": (0.5, 0.0)}


def test_a_leg_travelled_backwards_is_turned_so_that_the_side_stays():
    found = lanes(scene(("a", "b"), ("a", "b"), backwards=("b",)))
    assert found == {"0": (-0.5, 0.5), "1": (0.5, -0.5)}


def test_routes_without_a_look_have_no_lanes():
    assert lanes(Scene(alternatives=(Alternative(id="x", label="1", title="", legs=("a",)),))) == {}


def test_compared_routes_have_one_width():
    assert len({look.width for look in LOOKS}) == 1
    assert len({(look.light, look.dash) for look in LOOKS}) == len(LOOKS)
