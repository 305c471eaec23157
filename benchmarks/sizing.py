"""How many processes and how much memory an audience takes, worked out from what the load table measured."""

from __future__ import annotations

import math
from typing import NamedTuple

AUDIENCES = (50, 200, 1_000, 10_000)
# A reader looks at a view for some time; the load table lets visitors change every five seconds.
PACES_S = (5, 30)
# Above this share of its time a process works, waiting grows steeply.
MAX_BUSY = 0.6
MB_OF_THE_MACHINE = 500


class Measured(NamedTuple):
    """Processor milliseconds of a run, memory at the start, memory with `visitors` of them."""

    ms_a_run: float
    start_mb: float
    full_mb: float
    visitors: int

    @property
    def mb_a_visitor(self) -> float:
        """Memory for each further visitor."""
        return max(0.0, self.full_mb - self.start_mb) / self.visitors


def visitors_of_a_process(measured: Measured, pace_s: float) -> int:
    """How many visitors one process serves, each changing the view every `pace_s` seconds."""
    return max(1, int(MAX_BUSY * 1000 / measured.ms_a_run * pace_s))


def table(measured: Measured) -> list[str]:
    """
    Write the table: a process works on one core, so there are as many cores as processes.

    Parameters
    ----------
    measured
        What the load table measured.
    """
    words = (
        f"A run takes {measured.ms_a_run:.0f} ms of a processor, a process {measured.start_mb:.0f} MB and "
        f"{measured.mb_a_visitor:.2f} MB a visitor; it should be busy {MAX_BUSY:.0%} of the time at most."
    )
    lines = [
        words,
        "",
        "| visitors at once | a change every | visitors of a process | processes (cores) | memory, GB |",
        "|---|---|---|---|---|",
    ]
    for visitors in AUDIENCES:
        for pace in PACES_S:
            each = visitors_of_a_process(measured, pace)
            processes = math.ceil(visitors / each)
            memory = processes * measured.start_mb + visitors * measured.mb_a_visitor + MB_OF_THE_MACHINE
            lines.append(f"| {visitors:,} | {pace} s | {each} | {processes} | {memory / 1024:.1f} |")
    return lines
