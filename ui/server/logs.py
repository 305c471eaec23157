"""The log: as text, or a line of JSON for each event that holds nothing of a visitor."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.dataset.shipped import ROOT
from ui.settings.log_form import JSON, log_form

if TYPE_CHECKING:
    from types import TracebackType

_OURS = ("corridor", "ui")
_DEEPEST = 12


def set_up() -> None:
    """
    Have all loggers of the process write lines of JSON if the setting says so.

    Call it when the server starts, and again once Streamlit and uvicorn have made the handlers of theirs.
    """
    if log_form() != JSON:
        return
    lines = Lines()
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    known = [log for log in logging.Logger.manager.loggerDict.values() if isinstance(log, logging.Logger)]
    for each in (root, *known):
        for handler in each.handlers:
            handler.setFormatter(lines)
            handler.addFilter(is_told)


def is_told(record: logging.LogRecord) -> bool:
    """Whether a record is written: ours, and warnings of others; what uvicorn tells beside names visitors."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in _OURS


class Lines(logging.Formatter):
    """
    Formatter of one JSON object a line.

    Of an error it writes its kind and where it happened, never its message: that may hold what a visitor
    typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Write a record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        line |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[0] is not None:
            kind, _error, trace = record.exc_info
            line |= {"error": kind.__name__, "at": places(trace)}
        return json.dumps(line, ensure_ascii=False)


def places(trace: TracebackType | None) -> list[str]:
    """List the innermost places of a traceback, as "ui/link/state.py:12 parse", the outermost first."""
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)][
        -_DEEPEST:
    ]


def _short(file: str) -> str:
    """Path of a file below the program or the folder of packages."""
    path = Path(file)
    if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
        return path.relative_to(ROOT).as_posix()
    parts = path.parts
    return "/".join(parts[parts.index("site-packages") + 1 :] if "site-packages" in parts else parts[-2:])
