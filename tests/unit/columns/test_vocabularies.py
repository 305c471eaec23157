"""The values that columns may hold are those that the engine works with."""

from typing import get_args

from corridor.air.flight_gaps import GAPS
from corridor.air.timetable import STATUS_ORDER
from corridor.chain.steps import CRITERIA as OF_STEPS
from corridor.columns import air, pairs, partners, quantities, scenario
from corridor.columns.computed import COMPUTED
from corridor.corridors.calibration import VERDICTS
from corridor.dataset.estimate import Basis
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.freight.arrays import CRITERIA
from corridor.language import labels
from corridor.pairs.index import AGGREGATIONS, NORMALISATIONS
from corridor.pairs.parts import PARTS
from corridor.partners.roles import ROLES
from corridor.scenario.upgrades import STATES


def test_the_words_of_the_engine_are_declared():
    assert get_args(Basis) == quantities.BASES
    assert set(quantities.WORKS) == set(labels.WORK)
    assert set(VERDICTS) == set(quantities.VERDICTS)
    assert tuple(one.name for one in quantities.OF_STEPS) == OF_STEPS
    assert tuple(one.name for one in quantities.OF_ROUTES) == CRITERIA
    assert STATES == scenario.STATES
    assert STATUS_ORDER == air.STATUSES
    assert air.FLIGHT_GAPS.column("gap").enum == GAPS
    assert tuple(part.id for part in PARTS) == pairs.PARTS
    assert pairs.METHOD_RANKS.column("normalisation").enum == NORMALISATIONS
    assert pairs.METHOD_RANKS.column("aggregation").enum == AGGREGATIONS
    assert partners.ROLES_TABLE.column("role").enum == ROLES


def test_columns_that_share_the_values_of_a_recorded_one_name_one_with_values():
    package = read_package(SHIPPED)
    for table in COMPUTED.values():
        for column in table.columns:
            if column.values_of:
                there, _dot, name = column.values_of.partition(".")
                assert package.tables[there].column(name).enum, column.values_of
                assert not column.enum
