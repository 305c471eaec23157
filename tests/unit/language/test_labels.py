"""Every kind of work at a place has a label."""

from corridor.columns.quantities import WORKS
from corridor.language import labels


def test_every_kind_of_work_has_a_label():
    assert set(labels.WORK) == set(WORKS)
