"""
Routes between Kazakhstan and Serbia: every figure with its source; usable without the dashboard.

    import corridor as cx

    data = cx.load()
    found = cx.routes(data, "Astana", "Belgrade", avoid=["RU", "IR"])

`load` reads the data. `routes`, `detours` and `network` answer questions in words, or typed ones: see
`RouteQuestion`. `figure` gives one figure with its sources. `steps`, `staircase`, `emissions`, `risk` and
`totals` go into a route; `criticality`, `value_of_fix`, `capacity` and `reach` into a network. All that fails
on purpose raises a `CorridorError`.

Each name is imported when it is first used, so `import corridor` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corridor.chain.emissions import inventory as emissions
    from corridor.chain.staircase import staircase as staircase
    from corridor.chain.steps import steps_of as steps
    from corridor.chain.steps import totals as totals
    from corridor.dataset.estimate import Estimate as Estimate
    from corridor.dataset.tables import Dataset as Dataset
    from corridor.dataset.tables import load as load
    from corridor.errors import BranchError as BranchError
    from corridor.errors import CorridorError as CorridorError
    from corridor.errors import DatasetError as DatasetError
    from corridor.errors import ExtraError as ExtraError
    from corridor.errors import PlaceError as PlaceError
    from corridor.errors import QuestionError as QuestionError
    from corridor.errors import RouteError as RouteError
    from corridor.errors import ScenarioError as ScenarioError
    from corridor.errors import SweepError as SweepError
    from corridor.errors import UnknownIdError as UnknownIdError
    from corridor.errors import WeightError as WeightError
    from corridor.evidence.claims import figure as figure
    from corridor.freight.arrays import Network as Network
    from corridor.freight.arrays import network as network
    from corridor.freight.capacity import capacity as capacity
    from corridor.freight.reach import reach as reach
    from corridor.impact.comparison import compare as compare_scenario
    from corridor.partners.budgets import portfolios as portfolios
    from corridor.partners.critical import critical_places as critical_places
    from corridor.partners.demand import how_much as how_much
    from corridor.partners.priorities import fix_first as fix_first
    from corridor.resilience.criticality import criticality as criticality
    from corridor.resilience.value_of_fix import value_of_fix as value_of_fix
    from corridor.routing.alternatives import joined as join_routes
    from corridor.routing.alternatives import spread as spread
    from corridor.routing.ask import ask as routes
    from corridor.routing.ask import ask_detours as detours
    from corridor.routing.ask import find_detours as find_detours
    from corridor.routing.ask import find_different as find_different
    from corridor.routing.ask import find_routes as find_routes
    from corridor.routing.ask import shut as close_avoided
    from corridor.routing.question import Avoided as Avoided
    from corridor.routing.question import RouteQuestion as RouteQuestion
    from corridor.routing.risk import risk as risk
    from corridor.routing.routes import Constraints as Constraints
    from corridor.routing.routes import Routes as Routes
    from corridor.routing.sureness import how_sure as how_sure
    from corridor.routing.what_if import beside as before_and_after
    from corridor.scenario.codec import AddedLeg as AddedLeg
    from corridor.scenario.codec import Scenario as Scenario
    from corridor.scenario.codec import encode as write_scenario
    from corridor.scenario.codec import parse as read_scenario
    from corridor.scenario.presets import presets as presets
    from corridor.sweep.run import run as run_sweep
    from corridor.sweep.tasks import Sweep as Sweep
    from corridor.sweep.tasks import sweep_of as sweep_of

__version__ = "0.2.0.dev0"

__all__ = [
    "AddedLeg",
    "Avoided",
    "BranchError",
    "Constraints",
    "CorridorError",
    "Dataset",
    "DatasetError",
    "Estimate",
    "ExtraError",
    "Network",
    "PlaceError",
    "QuestionError",
    "RouteError",
    "RouteQuestion",
    "Routes",
    "Scenario",
    "ScenarioError",
    "Sweep",
    "SweepError",
    "UnknownIdError",
    "WeightError",
    "__version__",
    "before_and_after",
    "capacity",
    "close_avoided",
    "compare_scenario",
    "critical_places",
    "criticality",
    "detours",
    "emissions",
    "figure",
    "find_detours",
    "find_different",
    "find_routes",
    "fix_first",
    "how_much",
    "how_sure",
    "join_routes",
    "load",
    "network",
    "portfolios",
    "presets",
    "reach",
    "read_scenario",
    "risk",
    "routes",
    "run_sweep",
    "spread",
    "staircase",
    "steps",
    "sweep_of",
    "totals",
    "value_of_fix",
    "write_scenario",
]

# Where each name of the face is defined. No name is that of a folder or module of the package: importing the
# folder would put it in the place of the name.
_HOMES = {
    "AddedLeg": "corridor.scenario.codec:AddedLeg",
    "Avoided": "corridor.routing.question:Avoided",
    "BranchError": "corridor.errors:BranchError",
    "Constraints": "corridor.routing.routes:Constraints",
    "CorridorError": "corridor.errors:CorridorError",
    "Dataset": "corridor.dataset.tables:Dataset",
    "DatasetError": "corridor.errors:DatasetError",
    "Estimate": "corridor.dataset.estimate:Estimate",
    "ExtraError": "corridor.errors:ExtraError",
    "Network": "corridor.freight.arrays:Network",
    "PlaceError": "corridor.errors:PlaceError",
    "QuestionError": "corridor.errors:QuestionError",
    "RouteError": "corridor.errors:RouteError",
    "RouteQuestion": "corridor.routing.question:RouteQuestion",
    "Routes": "corridor.routing.routes:Routes",
    "Scenario": "corridor.scenario.codec:Scenario",
    "ScenarioError": "corridor.errors:ScenarioError",
    "Sweep": "corridor.sweep.tasks:Sweep",
    "SweepError": "corridor.errors:SweepError",
    "UnknownIdError": "corridor.errors:UnknownIdError",
    "WeightError": "corridor.errors:WeightError",
    "before_and_after": "corridor.routing.what_if:beside",
    "capacity": "corridor.freight.capacity:capacity",
    "close_avoided": "corridor.routing.ask:shut",
    "compare_scenario": "corridor.impact.comparison:compare",
    "critical_places": "corridor.partners.critical:critical_places",
    "criticality": "corridor.resilience.criticality:criticality",
    "detours": "corridor.routing.ask:ask_detours",
    "emissions": "corridor.chain.emissions:inventory",
    "figure": "corridor.evidence.claims:figure",
    "find_detours": "corridor.routing.ask:find_detours",
    "find_different": "corridor.routing.ask:find_different",
    "find_routes": "corridor.routing.ask:find_routes",
    "fix_first": "corridor.partners.priorities:fix_first",
    "how_much": "corridor.partners.demand:how_much",
    "how_sure": "corridor.routing.sureness:how_sure",
    "join_routes": "corridor.routing.alternatives:joined",
    "load": "corridor.dataset.tables:load",
    "network": "corridor.freight.arrays:network",
    "presets": "corridor.scenario.presets:presets",
    "portfolios": "corridor.partners.budgets:portfolios",
    "reach": "corridor.freight.reach:reach",
    "read_scenario": "corridor.scenario.codec:parse",
    "risk": "corridor.routing.risk:risk",
    "routes": "corridor.routing.ask:ask",
    "run_sweep": "corridor.sweep.run:run",
    "spread": "corridor.routing.alternatives:spread",
    "staircase": "corridor.chain.staircase:staircase",
    "steps": "corridor.chain.steps:steps_of",
    "sweep_of": "corridor.sweep.tasks:sweep_of",
    "totals": "corridor.chain.steps:totals",
    "value_of_fix": "corridor.resilience.value_of_fix:value_of_fix",
    "write_scenario": "corridor.scenario.codec:encode",
}


def __getattr__(name: str) -> Any:
    """Import a name of the public face when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, _colon, attribute = _HOMES[name].partition(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public face."""
    return list(__all__)
