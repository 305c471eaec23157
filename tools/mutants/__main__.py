"""
Put seeded faults into the core, one at a time, and count those that the tests notice: ``make mutants``.

A sample of lines is drawn over all modules, one fault on each. A fault is tried with the test files that
reach its block, the module's own first and then the quickest, up to a budget; what survives is listed.
Results, and what each test file reaches, are kept under ``build/mutants``: a run that was stopped goes on,
and after new tests only what survived is tried again. docs/decisions says why this is not a library.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.mutants.hooks import install
from tools.mutants.mutations import Mutation, mutated, mutations
from tools.mutants.reach import Reach, digest, reach, test_files
from tools.mutants.trials import Trial, run

if TYPE_CHECKING:
    import ast
    from collections.abc import Sequence

CORE = Path("corridor")
BUILD = Path("build/mutants")
EQUIVALENT = Path(__file__).with_name("equivalent.csv")
# Where things stand on a picture, and in which size: looked at, not reckoned.
DRAWING = {"base_map", "lettering", "picture", "picture_frame", "picture_map"}  # names of files or folders
# How a trial may outlast the clean run of its files before it counts as a timeout.
_TIMES, _SPARE_S = 3, 15


@dataclass(frozen=True)
class Fault:
    """A mutation of a module, with the text of the line that it stands on."""

    path: str
    mutation: Mutation
    code: str

    @property
    def name(self) -> str:
        """Where it is and what it does."""
        return f"{self.path}:{self.mutation.line}:{self.mutation.column} {self.mutation.label}"


def main() -> int:
    """Draw, try, report."""
    options = _options()
    core = sorted(CORE.rglob("*.py"))
    faults = sample(core, seed=options.seed, count=options.count, only=options.only)
    kept = BUILD / "reach"
    compiled = reach(kept, core, test_files(), compiled=True, jobs=options.jobs)
    kernels = {path.as_posix() for path in core if "njit" in path.read_text(encoding="utf-8")}
    plain = list[Reach]()
    if options.kernels and any(fault.path in kernels for fault in faults):
        near = kernels | _importers([*core, *Path("tests").glob("*.py")], kernels)
        files = [Path(path) for path in sorted(_importers(test_files(), near))]
        plain = reach(kept, core, files, compiled=False, jobs=options.jobs)
    outcomes = _tried(faults, compiled, plain, kernels, options)
    return _report(faults, outcomes, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--count", type=int, default=300, help="how many lines get a fault")
    parser.add_argument("--only", default="", help="part of the name of modules or file:line to try")
    parser.add_argument(
        "--kernels",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="whether to try faults in compiled kernels, which then run as plain Python",
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many trials at a time")
    parser.add_argument("--budget", type=int, default=25, help="seconds of tests for one fault")
    parser.add_argument("--minutes", type=int, default=60, help="start no trial after so many minutes")
    return parser.parse_args()


def sample(core: Sequence[Path], *, seed: int, count: int, only: str = "") -> list[Fault]:
    """
    Draw faults.

    Parameters
    ----------
    core
        Files of the core.
    seed
        Which sample.
    count
        How many lines get one fault each.
    only
        Part of "corridor/module.py:line" that each must have.

    Returns
    -------
    list of Fault
        In the order of path and line.
    """
    by_line: dict[str, list[Fault]] = {}
    for path in core:
        if not DRAWING.isdisjoint((*path.parts, path.stem)):
            continue
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        for mutation in mutations(source):
            place = f"{path.as_posix()}:{mutation.line}"
            if only in f"{place}:":
                by_line.setdefault(place, []).append(
                    Fault(path.as_posix(), mutation, lines[mutation.line - 1].strip())
                )
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    places = draw.sample(sorted(by_line), min(count, len(by_line)))
    drawn = [draw.choice(by_line[place]) for place in places]
    return sorted(drawn, key=lambda fault: (fault.path, fault.mutation.nth))


def _importers(files: Sequence[Path], modules: set[str]) -> set[str]:
    """Files that import one of these modules."""
    names = {f"from {path.removesuffix('.py').replace('/', '.')} import" for path in modules}
    return {
        path.as_posix() for path in files if any(name in path.read_text(encoding="utf-8") for name in names)
    }


def _tried(
    faults: Sequence[Fault],
    compiled: Sequence[Reach],
    plain: Sequence[Reach],
    kernels: set[str],
    options: argparse.Namespace,
) -> dict[str, str]:
    """Outcome of each fault by its name: "killed", "timeout", "survived" or "unreached"."""
    kept = BUILD / "outcomes"
    kept.mkdir(parents=True, exist_ok=True)
    notes, outcomes, trials = dict[str, Path](), dict[str, str](), list[Trial]()
    for fault in faults:
        is_kernel = fault.path in kernels
        if is_kernel and not options.kernels:
            continue
        files, seconds = _chosen(fault, plain if is_kernel else compiled, options.budget)
        change = f"{fault.path}|{fault.mutation}|{digest(Path(fault.path))}"
        killed = kept / f"{_short(change)}.json"
        survived = kept / f"{_short(change, *(digest(Path(file)) for file in files))}.json"
        known = next(
            (json.loads(note.read_text("utf-8")) for note in (killed, survived) if note.exists()), None
        )
        if known is not None:
            outcomes[fault.name] = known
        elif not files:
            outcomes[fault.name] = "unreached"
        else:
            notes[f"{fault.name} killed"], notes[f"{fault.name} survived"] = killed, survived
            trials.append(
                Trial(
                    name=fault.name,
                    files=files,
                    prepare=partial(install, partial(_changed, fault=fault)),
                    limit_s=int(_TIMES * seconds) + _SPARE_S,
                    compiled=not is_kernel,
                )
            )
    end = time.monotonic() + 60 * options.minutes
    in_time = (trial for trial in trials if time.monotonic() < end)
    for at, (trial, result) in enumerate(run(in_time, jobs=options.jobs), start=1):
        outcome = {"passed": "survived", "failed": "killed"}.get(result.outcome, result.outcome)
        outcomes[trial.name] = outcome
        note = notes[f"{trial.name} {'survived' if outcome == 'survived' else 'killed'}"]
        note.write_text(json.dumps(outcome), encoding="utf-8")
        print(f"{at}/{len(trials)} {outcome:8} {result.seconds:5.1f} s  {trial.name}", flush=True)
    return outcomes


def _chosen(fault: Fault, known: Sequence[Reach], budget: int) -> tuple[list[str], float]:
    """Test files that reach the fault's block, those about the module first, as many as the budget allows."""
    place, name = (fault.path, fault.mutation.block), fault.path.removesuffix(".py").replace("/", ".")
    own = f"test_{Path(fault.path).stem}"

    def rank(reach: Reach) -> tuple[bool, bool, float]:
        """Order of files: named after the module, importing it, then the quickest."""
        text = Path(reach.file).read_text(encoding="utf-8")
        return not Path(reach.file).stem.startswith(own), f"from {name} import" not in text, reach.seconds

    files, seconds = list[str](), 0.0
    for mutation in sorted((mutation for mutation in known if place in mutation.blocks), key=rank):
        if not files or seconds + mutation.seconds <= budget:
            files.append(mutation.file)
            seconds += mutation.seconds
    return files, seconds


def _changed(path: str, source: str, *, fault: Fault) -> ast.Module | None:
    """Give the tree of the module that has the fault; leave the others as they are."""
    return mutated(source, fault.mutation.nth) if path == fault.path else None


def _short(*texts: str) -> str:
    """Short fingerprint of texts."""
    return hashlib.sha256("|".join(texts).encode()).hexdigest()[:16]


def _report(faults: Sequence[Fault], outcomes: dict[str, str], options: argparse.Namespace) -> int:
    """Print what survived and the counts; write all outcomes as a table."""
    reasons = _equivalent()
    rows = []
    for fault in faults:
        outcome = outcomes.get(fault.name, "not tried")
        if outcome in {"survived", "unreached"} and (fault.code, fault.mutation.label) in reasons:
            outcome = "equivalent"
        rows.append((fault.path, fault.mutation.line, fault.mutation.label, outcome, fault.code))
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / f"sample-{options.seed}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("module", "line", "mutation", "outcome", "code"))
        writer.writerows(rows)
    for path, line, label, outcome, code in rows:
        if outcome in {"survived", "unreached"}:
            print(f"{outcome}: {path}:{line} {label}\n    {code}")
    counts = Counter(outcome for *_rest, outcome, _code in rows)
    noticed = counts["killed"] + counts["timeout"]
    counted = noticed + counts["survived"] + counts["unreached"]
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common())
    share = f"{noticed / counted:.1%}" if counted else "none"
    print(
        f"seed {options.seed}: {len(rows)} faults: {told}. Noticed of those that are not equivalent: {share}."
    )
    return 0


def _equivalent() -> set[tuple[str, str]]:
    """Read the faults that change nothing anyone can see: line of code and mutation, wherever it stands."""
    with EQUIVALENT.open(newline="", encoding="utf-8") as file:
        return {(row["code"], row["mutation"]) for row in csv.DictReader(file)}


if __name__ == "__main__":
    raise SystemExit(main())
