"""What one chart that can be asked for is: its name, the parts of the question, how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from corridor.charts.chart import Chart
    from corridor.language.reader import Reader
    from corridor.questions.parameters import Parameter


@dataclass(frozen=True, kw_only=True)
class ChartQuestion:
    """
    One chart that can be asked for.

    Attributes
    ----------
    name
        Its name on the command line and in its address.
    words
        What it shows, without a full stop.
    parameters
        The parts of the question.
    draw
        Makes the chart for a reader from the values of the parts and the day on which it is asked for.
    is_of_the_day
        Whether the chart depends on that day.
    """

    name: str
    words: str
    parameters: tuple[Parameter, ...]
    draw: Callable[[Reader, Mapping[str, Any], dt.date], Chart]
    is_of_the_day: bool = False
