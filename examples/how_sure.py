"""How sure the hours are: percentiles of each route, which is likely faster, what the spread comes from."""

from corridor.chain.steps import steps_of
from corridor.dataset.tables import load
from corridor.routing.alternatives import joined, spread
from corridor.routing.ask import ask, ask_detours
from corridor.routing.risk import risk

data = load()
found = joined(ask(data, "Aktau", "Bor", criteria="time"), ask_detours(data, "Aktau", "Bor"))
routes = {route: steps_of(data, found.hops[route]) for route in spread(data, found)}
answer = risk(routes, samples=5_000, seed=7)

countries = found.table.set_index("route_id")["countries"]
print("Hours by route; with gaps they are floors:")
print(answer.table.set_index("route_id").join(countries).round(0))
print("\nShare of the draws in which the route of the row is faster than that of the column:")
print(answer.beats.round(2))

first = next(iter(routes))
parts = answer.sensitivity[answer.sensitivity["route_id"] == first].head(4)
print(f"\nWhere the spread of {first} comes from, as shares of its variance:")
print(parts[["part", "share"]].round(3).to_string(index=False))
