"""Fixtures that every kind of test shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from corridor.dataset.tables import Dataset, load
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


# A busy machine must not fail a property by the clock.
settings.register_profile("explorer", deadline=None)
settings.load_profile("explorer")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Folder with a small valid route dataset that a test may break."""
    return sample_package.write(tmp_path / "routes")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The small route dataset, loaded."""
    return load(sample_package.write(tmp_path_factory.mktemp("sample") / "routes"))
