"""Fixtures that every kind of test shares."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

from corridor.dataset.tables import SHIPPED, Dataset, load
from tests import sample_package
from tests.shipped import shipped_data

TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Run the browser tests last: their driver keeps an event loop running on the main thread.

    Those of the wheel come first: they share long preparations, which no second process should make again at
    the end, when it takes over what another has left.
    """
    items.sort(
        key=lambda item: ("browser" in item.path.relative_to(TESTS).parts, "wheel" not in item.keywords)
    )


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what is loaded by now and stays; let it look less often at the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


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


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give commands and `corridor.load` the shipped data that all tests share; other folders are loaded."""

    def shared(folder: Path | None = None) -> Dataset:
        return shipped_data() if folder in {None, SHIPPED} else load(folder)

    for module in (
        "corridor",
        "corridor.cli.question_verbs",
        "corridor.cli.figure_verbs",
        "corridor.cli.main",
    ):
        monkeypatch.setattr(f"{module}.load", shared)
