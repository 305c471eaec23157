"""Every kernel is compiled ahead, for just the types that real questions bring."""

import json
import subprocess
import sys

import pytest
from numba import njit
from numba.core.caching import CacheImpl

from corridor.search.compiled import compiled

ASK = """
import json
from numba.core.registry import CPUDispatcher
from corridor.search import kernel, reach_kernel, removal_kernel, tree_kernel
from corridor.search.compile import warm_kernels

def compiled():
    named = vars(kernel) | vars(reach_kernel) | vars(removal_kernel) | vars(tree_kernel)
    kernels = {name: one for name, one in named.items() if isinstance(one, CPUDispatcher)}
    return {name: sorted(map(str, one.signatures)) for name, one in kernels.items()}

warm_kernels()
before = compiled()
from corridor.freight.reach import reach
from corridor.routing.ask import ask
from corridor.resilience.criticality import criticality
from corridor.dataset.tables import load
from corridor.freight.arrays import network

data = load()
ask(data, "Aktau", "Bor", criteria="time,cost", via="Poti")
criticality(network(data), "aktau-port", "bor")
reach(network(data), "bor", limit=240)
print(json.dumps([before, compiled()]))
"""


def test_no_question_compiles_anything_after_the_kernels_are_warm():
    done = subprocess.run([sys.executable, "-c", ASK], check=False, capture_output=True, text=True)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout)
    called = {name for name, signatures in after.items() if signatures}
    assert called >= {"search", "trees", "without_each", "repeated", "nearest"}
    assert after == before


def test_a_search_is_compiled_where_nothing_can_be_written(monkeypatch):
    monkeypatch.setattr(CacheImpl, "_locator_classes", [])
    with pytest.raises(RuntimeError, match="no locator"):
        njit(cache=True)(lambda number: number + 1)
    assert compiled(lambda number: number + 1)(1) == 2
