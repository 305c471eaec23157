"""What if Poti closes, or all that is planned by 2028 is done: the best before and after, and what counts."""

from corridor.dataset.tables import load
from corridor.freight.arrays import network
from corridor.resilience.criticality import criticality
from corridor.resilience.value_of_fix import value_of_fix
from corridor.routing.ask import ask, shut
from corridor.routing.question import Avoided
from corridor.routing.what_if import beside
from corridor.scenario.codec import Scenario

data = load()
pair = ("Almaty", "Belgrade")
avoided = ("RU", "IR")

today = ask(data, *pair, criteria="time,co2e", avoid=",".join(avoided))
for scenario in ("shut.poti-port", "year.2028", "node.alat-port.0.5_time.aktau-alat.0.8"):
    after = ask(data, *pair, criteria="time,co2e", avoid=",".join(avoided), scenario=scenario)
    print(f"\n{scenario}:")
    print(beside(today, after)[["criterion", "before", "after", "change", "route_after"]].round(1))

net = network(data, scenario=shut(data, Scenario(), Avoided(countries=frozenset(avoided))))
parts = criticality(net, "almaty", "belgrade")
print("\nHours lost without a leg or node of the fastest route; first those without which none is left:")
print(parts[["kind", "id", "is_left", "loss"]].round(1).to_string(index=False))

fixes = value_of_fix(net, "almaty", "belgrade")
columns = ["leg_id", "work", "node_id", "typical", "gain", "basis"]
print("\nHours gained where an hour is saved:")
print(fixes[columns].head(6).round(1).to_string(index=False))
