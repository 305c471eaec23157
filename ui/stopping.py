"""How the server stops: what runs may end, and after some seconds it stops all the same."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from ui.queues import Queue

GRACE_S = 4.0
_SIGNALS = (signal.SIGTERM, signal.SIGINT)
log = logging.getLogger(__name__)


def stop_in_time(queues: Sequence[Queue], *, grace_s: float = GRACE_S) -> None:
    """
    See to it that the process ends soon after it is told to.

    uvicorn waits without a limit for connections to close: for the browser of a sleeping laptop to answer,
    and for every answer that is being worked out. Python then waits for the threads of all runs. From here
    on, a signal to stop refuses what waits in the queues, lets the rest end, and ends the process after the
    grace.

    Parameters
    ----------
    queues
        What is refused at once.
    grace_s
        Seconds from the signal to the end.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # of a test, which gets no signals
    told, tell = os.pipe()
    threading.Thread(target=_end, args=(told, queues, grace_s), name="stopping", daemon=True).start()
    for number in _SIGNALS:
        signal.signal(number, _handler(tell, signal.getsignal(number)))


def _handler(
    tell: int, before: Callable[[int, FrameType | None], object] | int | None
) -> Callable[[int, FrameType | None], None]:
    """Make the handler of a signal. It takes no lock: the signal may come while the main thread holds one."""

    def handle(number: int, frame: FrameType | None) -> None:
        # A second SIGTERM ends the process at once, whoever sends it.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.write(tell, b".")
        if callable(before):
            before(number, frame)

    return handle


def _end(told: int, queues: Sequence[Queue], grace_s: float) -> None:
    """Wait for a signal; refuse what waits, and end the process as the signal would have."""
    os.read(told, 1)
    until = time.monotonic() + grace_s
    for queue in queues:
        queue.close()
    time.sleep(max(0.0, until - time.monotonic()))
    log.warning("Stopped with work in progress, %g s after the signal.", grace_s)
    os.kill(os.getpid(), signal.SIGTERM)
