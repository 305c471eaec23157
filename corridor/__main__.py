"""What the command `corridor` and `python -m corridor` start: the command line as a process."""

from __future__ import annotations

import io
import os
import sys

# What a shell reports of a program that the signal ended.
_INTERRUPTED, _PIPE_CLOSED = 130, 141


def run() -> int:
    """
    Run the command line of this process.

    Returns
    -------
    int
        That of the verb; 130 after Ctrl+C; 141 if the reader of the output went away, as `head` does when it
        has enough.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Not every terminal can show every name: a letter that does not fit is written as a code.
            stream.reconfigure(errors="backslashreplace")
    try:
        from corridor.cli.main import main  # noqa: PLC0415 - takes a second to load, in which Ctrl+C may come

        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more as it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    return code


if __name__ == "__main__":
    sys.exit(run())
