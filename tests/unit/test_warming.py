"""What is worked out ahead is what is asked for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.chain import steps
from corridor.dataset.tables import load
from corridor.evidence import figures
from corridor.warm_up import warm

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_chain_with_its_branches_is_walked_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "drawn_km", {}.get)
    dataset = load(package)
    assert warm(dataset) == 6  # alone, with each of three, the crossing with each other start
    again = steps.steps(dataset, "main", branches=["other-start", "other-crossing"])
    monkeypatch.setattr(steps, "hops", None)  # nothing is worked out any more
    assert steps.steps(dataset, "main", branches=["other-crossing", "other-start"]).equals(again)
