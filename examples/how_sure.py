"""How sure the hours are: percentiles of each way, which is likely the faster, and what that hangs on."""

from corridor.chain.steps import steps_of
from corridor.dataset.tables import load
from corridor.routes.alternatives import joined, spread
from corridor.routes.ask import ask, ask_detours
from corridor.routes.risk import risk

data = load()
found = joined(ask(data, "Aktau", "Bor", criteria="time"), ask_detours(data, "Aktau", "Bor"))
ways = {route: steps_of(data, found.hops[route]) for route in spread(data, found)}
answer = risk(ways, samples=5_000, seed=7)

countries = found.table.set_index("route_id")["countries"]
print("Hours by way; with gaps they are floors:")
print(answer.table.set_index("route_id").join(countries).round(0))
print("\nShare of the draws in which the way of the row is faster than that of the column:")
print(answer.beats.round(2))
print("\nWhat the spread of the first hangs on:")
print(answer.sensitivity.groupby("route_id").head(4).head(4))
