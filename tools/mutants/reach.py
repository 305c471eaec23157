"""Which test files reach which block of the core, and what each costs."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.mutants.hooks import install, marked
from tools.mutants.trials import Trial, run

if TYPE_CHECKING:
    from collections.abc import Iterable

TEST_FOLDERS = ("tests/unit", "tests/property", "tests/hostile")
_LIMIT_S = 60
_PLAIN_LIMIT_S = 90
_MARKS = ".marks"


@dataclass(frozen=True)
class Reach:
    """
    What one test file reaches.

    Attributes
    ----------
    file
        The test file.
    seconds
        Processor time of a run.
    blocks
        Module and first line of each block that it runs.
    """

    file: str
    seconds: float
    blocks: frozenset[tuple[str, int]]


def test_files() -> list[Path]:
    """List the test files that trials may run; those that need a browser or draw pages are not among them."""
    return sorted(path for folder in TEST_FOLDERS for path in Path(folder).rglob("test_*.py"))


def reach(
    kept_in: Path, core: Iterable[Path], files: Iterable[Path], *, compiled: bool, jobs: int
) -> list[Reach]:
    """
    Run test files once and note what each reaches; what has not changed since is not run again.

    Parameters
    ----------
    kept_in
        Folder with the notes of earlier runs.
    core
        Files of the core.
    files
        Test files.
    compiled
        Whether numba compiles. Without it, kernels are reached, and some test files take too long.
    jobs
        How many at a time.

    Returns
    -------
    list of Reach
        One a test file that passes within the limit.
    """
    base, files = digest(*sorted(core), Path("tests/conftest.py")), list(files)
    kept_in.mkdir(parents=True, exist_ok=True)
    notes = {
        file.as_posix(): kept_in / f"{file.stem}-{'jit' if compiled else 'plain'}-{digest(file)}-{base}.json"
        for file in files
    }
    lacking = [_trial(name, note, compiled=compiled) for name, note in notes.items() if not note.exists()]
    for trial, result in run(lacking, jobs=jobs):
        note = notes[trial.name]
        marks, passed = note.with_suffix(_MARKS), result.outcome == "passed"
        known = json.loads(marks.read_text(encoding="utf-8")) if passed else []
        marks.unlink(missing_ok=True)
        told = {"seconds": result.seconds if passed else None, "blocks": known}
        note.write_text(json.dumps(told), encoding="utf-8")
        print(
            f"{result.seconds:6.1f} s  {'' if passed else result.outcome + ', left out: '}{trial.name}",
            flush=True,
        )
    found = []
    for name, note in notes.items():
        told = json.loads(note.read_text(encoding="utf-8"))
        if told["seconds"] is not None:
            found.append(
                Reach(name, told["seconds"], frozenset((path, line) for path, line in told["blocks"]))
            )
    return found


def digest(*files: Path) -> str:
    """Short fingerprint of files."""
    together = hashlib.sha256()
    for file in files:
        together.update(os.fsencode(file) + file.read_bytes())
    return together.hexdigest()[:12]


def _trial(name: str, note: Path, *, compiled: bool) -> Trial:
    """Trial of one test file with marks; its process writes down which were reached."""
    reached: set[tuple[str, int]] = set()

    def finish() -> None:
        note.with_suffix(_MARKS).write_text(json.dumps(sorted(reached)), encoding="utf-8")

    return Trial(
        name=name,
        files=[name],
        prepare=partial(install, partial(marked, reached=reached, compiled_too=not compiled)),
        limit_s=_LIMIT_S if compiled else _PLAIN_LIMIT_S,
        compiled=compiled,
        finish=finish,
    )
