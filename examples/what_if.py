"""What if Poti closes, or all that is planned by 2028 is done: the best before and after, and what counts."""

from corridor.dataset.tables import load
from corridor.network.arrays import network
from corridor.resilience.criticality import criticality
from corridor.resilience.value_of_fix import value_of_fix
from corridor.routes.ask import ask
from corridor.routes.what_if import beside

data = load()
pair = ("Almaty", "Belgrade")

today = ask(data, *pair, criteria="time,co2e", avoid="RU,IR")
for scenario in ("shut.poti-port", "year.2028", "node.alat-port.0.5_time.aktau-alat.0.8"):
    after = ask(data, *pair, criteria="time,co2e", avoid="RU,IR", scenario=scenario)
    print(f"\n{scenario}:")
    print(beside(today, after)[["criterion", "before", "after", "change", "route_after"]].round(1))

whole = network(data)
print("\nWhat each leg and node of the quickest way is worth, in hours:")
print(criticality(whole, "almaty", "belgrade")[["kind", "id", "is_left", "loss"]].head(6).round(1))

print("\nWhere an hour saved is an hour gained:")
print(
    value_of_fix(whole, "almaty", "belgrade")[["leg_id", "work", "node_id", "typical", "gain", "basis"]].head(
        6
    )
)
