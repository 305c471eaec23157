"""Scenarios from the news in the data: what each changes, what it rests on, what its sources claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.scenario import PRESETS
from corridor.dataset.tables import split_ids
from corridor.errors import Phrase, ScenarioError
from corridor.scenario.codec import AS_IT_IS, Scenario, encode, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

PREFIX = "preset:"


@dataclass(frozen=True, kw_only=True)
class Preset:
    """
    A scenario from the news.

    Attributes
    ----------
    preset_id
        Its id.
    scenario
        Its changes, without a name.
    origin, destination
        Node ids of a question on which it shows its effect.
    avoid
        Countries and modes that this question avoids.
    claims, upgrades, restrictions, events, sources
        Ids of what it rests on.
    row
        Its row in the table of presets: names, words, dates, what the sources claim.
    """

    preset_id: str
    scenario: Scenario
    origin: str
    destination: str
    avoid: tuple[str, ...]
    claims: tuple[str, ...]
    upgrades: tuple[str, ...]
    restrictions: tuple[str, ...]
    events: tuple[str, ...]
    sources: tuple[str, ...]
    row: Mapping[str, Any]

    @property
    def is_usable(self) -> bool:
        """Whether it changes anything; if not, `missing` in its row says what the sources lack."""
        return self.scenario != AS_IT_IS


def presets(dataset: Dataset) -> tuple[Preset, ...]:
    """
    Return the scenarios from the news, in the order of their ids.

    Raises
    ------
    ScenarioError
        If the changes of one cannot be read.
    """
    return tuple(preset(dataset, str(preset_id)) for preset_id in sorted(dataset.presets["preset_id"]))


def preset(dataset: Dataset, preset_id: str) -> Preset:
    """
    Return one scenario from the news.

    Raises
    ------
    ScenarioError
        If there is none of that id, or its changes cannot be read.
    """
    known = tuple(sorted(dataset.presets["preset_id"]))
    if preset_id not in known:
        raise ScenarioError("preset-unknown", preset=preset_id, known=known)
    row = dataset.record("presets", preset_id)
    named = {
        name: split_ids(row[name])
        for name in ("avoid", "claims", "upgrades", "restrictions", "events", "sources")
    }
    return Preset(
        preset_id=preset_id,
        scenario=parse(str(row["scenario"] or "")),
        origin=str(row["origin"]),
        destination=str(row["destination"]),
        row=row,
        **named,
    )


def read_scenario(dataset: Dataset, text: str) -> Scenario:
    """
    Read a scenario: one from the news, or changes as `corridor.scenario.codec.parse` reads them.

    Parameters
    ----------
    dataset
        The route dataset.
    text
        "preset:ID", alone or followed by further changes and a name, such as
        "preset:kuryk-winter_delay.aktau-alat.24_name.December"; or changes alone.

    Returns
    -------
    Scenario
        The changes, written out: a link made of them does not depend on the preset.

    Raises
    ------
    ScenarioError
        If it cannot be read, if there is no such preset, or if its sources do not say enough to work anything
        out; the message then says what is missing.
    """
    if not text.startswith(PREFIX):
        return parse(text)
    preset_id, _sign, more = text.removeprefix(PREFIX).partition("_")
    found = preset(dataset, preset_id)
    if not found.is_usable:
        missing = Phrase(str(found.row["missing"] or found.row["assumption"]))
        raise ScenarioError("preset-without-changes", preset=preset_id, missing=missing)
    return parse("_".join(filter(None, (encode(found.scenario), more))))


def preset_table(dataset: Dataset) -> pd.DataFrame:
    """
    List the scenarios from the news.

    Returns
    -------
    pandas.DataFrame
        The table `corridor.columns.scenario.PRESETS`, in the order of the ids.

    Raises
    ------
    ScenarioError
        As `presets`.
    """
    return make_frame((found.row for found in presets(dataset)), PRESETS)
