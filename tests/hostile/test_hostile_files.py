"""Every hostile file is refused or mended with a clear word, quickly, and leaves the process as it was."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from corridor.dataset.tables import SHIPPED
from corridor.intake import take_in
from tests.hostile.files import CASES

MAX_SECONDS = 20.0
MAX_MB = 1_500


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_or_mended_with_a_clear_word(name: str) -> None:
    case = CASES[name]
    uploads = case.make()
    files_before = set(Path().iterdir())
    began = time.perf_counter()
    intake = take_in(uploads, base=SHIPPED)
    assert time.perf_counter() - began < MAX_SECONDS
    said = " ".join([*intake.findings["problem"], *intake.findings["value"], *map(str, intake.notes)])
    said += " ".join(intake.findings["cure"])
    if case.check is None:
        assert list(intake.findings["problem"]) == []
        assert intake.dataset is not None
    else:
        assert case.check in set(intake.findings["check"])
        assert intake.dataset is None
    assert case.says in said
    for column in ("problem", "cure", "file"):
        assert "" not in set(intake.findings[column]), column
    assert set(Path().iterdir()) == files_before


def test_memory_stayed_within_bounds() -> None:
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < MAX_MB


def test_there_are_more_than_twenty() -> None:
    assert len(CASES) > 20
    assert sum(case.check is None for case in CASES.values()) >= 5
