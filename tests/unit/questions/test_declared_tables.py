"""Every answer has the tables that its question declares, with their columns in order and of their types."""

import pytest

from corridor.columns.computed import COMPUTED
from corridor.questions.catalogue import BY_VERB
from corridor.questions.parameters import read
from tests import asked
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize(("verb", "given"), asked.questions())
def test_an_answer_is_as_declared(data, verb, given):
    question = BY_VERB[verb]
    answer = question.answer(data, read(question.parameters, given))
    assert list(answer.tables) == [table.name for table in question.tables]
    for table in question.tables:
        frame = answer.tables[table.name]
        extra = {column.name for column in table.columns if column.is_extra} & set(frame.columns)
        there = [column for column in table.columns if not column.is_extra or column.name in extra]
        assert list(frame.columns) == [column.name for column in there]
        dtypes = frame.dtypes.astype(str).to_dict()
        assert dtypes == {column.name: column.dtype for column in there}
        required = [column.name for column in there if column.required]
        assert not frame[required].isna().any(axis=None)


def test_every_table_of_a_question_is_among_the_computed_ones():
    for question in BY_VERB.values():
        assert [COMPUTED[table.name] for table in question.tables] == list(question.tables)
