"""What a question to the engine is, and the parts that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.questions.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corridor.columns.column import Table
    from corridor.dataset.tables import Dataset
    from corridor.questions.tables import Answer


@dataclass(frozen=True, kw_only=True)
class Question:
    """
    One question.

    Attributes
    ----------
    verb
        Its name on the command line.
    path
        Its address below the API's root, without its end; {name} stands for a part of the question.
    words
        What it answers, without a full stop.
    parameters
        Its parts.
    answer
        Answers it from a dataset and the values of the parts.
    tables
        The tables of every answer, the main one first.
    """

    verb: str
    path: str
    words: str
    parameters: tuple[Parameter, ...]
    answer: Callable[[Dataset, Mapping[str, Any]], Answer]
    tables: tuple[Table, ...]


MEASURES = ("time", "cost", "co2e", "distance", "borders", "transhipments")
CHANGES = (
    "changes joined by _: close.LEG, shut.NODE, time.LEG.1.5, cost.LEG.0.8, delay.LEG.72, node.NODE.0.5, "
    "fee.NODE.1.5, add.FROM.TO.MODE.HOURS.KM.USD, up.UPGRADE, year.2028, name.TEXT; or preset:ID of one "
    "that the verb presets lists"
)
FROM = Parameter(
    name="from",
    flag="origin",
    words="a place by its name in any language, id or UN/LOCODE",
    default=None,
    example="Astana",
)
TO = Parameter(
    name="to",
    flag="destination",
    words="another place, named in the same way",
    default=None,
    example="Belgrade",
)
LIMITS = (
    Parameter(name="avoid", words="country codes, modes, ids of nodes or legs, joined by commas"),
    Parameter(name="via", words="places to pass through, joined by commas, three at most"),
    Parameter(
        name="max_transhipments",
        words="transhipments at most, 0 to 99",
        kind="whole",
        least=0,
        most=99,
    ),
    Parameter(
        name="date", words="day of travel, such as 2026-12-01; ships that do not sail then are left out"
    ),
    Parameter(
        name="cargo",
        words="container or bulk; no costs are known for bulk (container)",
        choices=("container", "bulk"),
        default="container",
    ),
)
CRITERIA = Parameter(
    name="criteria", words=f"joined by commas: {', '.join(MEASURES)}", default="time,cost,co2e"
)
AVOIDED = Parameter(name="avoid", words="country codes, joined by commas", kind="list", most=40)
SCENARIO = Parameter(name="scenario", words=CHANGES, example="close.aktau-alat")
CRITERION = Parameter(
    name="criterion", words=f"one of {', '.join(MEASURES)} (time)", choices=MEASURES, default="time"
)
SAMPLES = Parameter(
    name="samples",
    words="how many draws (10000)",
    kind="whole",
    default="10000",
    least=1,
    most=1_000_000,
    most_served=100_000,
)
SEED = Parameter(
    name="seed", words="seed of the draws", kind="whole", default="20260227", least=0, most=2**31
)
