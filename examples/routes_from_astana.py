"""Routes from Astana to Belgrade in a few lines: all of them, clearly different ones, how sure they are."""

from corridor.chain.emissions import inventory
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of
from corridor.dataset.tables import load
from corridor.routing.alternatives import spread
from corridor.routing.ask import ask
from corridor.routing.risk import risk

data = load()
found = ask(data, "Astana", "Belgrade", criteria="time,co2e", avoid="RU,IR")
shown = spread(data, found)
table = found.table.set_index("route_id").loc[list(shown)]

columns = ["time_h_typical", "time_h_gaps", "co2e_kg_per_t_typical", "transhipments_typical", "countries"]
print(f"{len(found.table)} routes that no other beats, {len(shown)} of them clearly different:")
print(table[columns].round(1).to_string())

steps = {route: steps_of(data, found.hops[route]) for route in shown}
print("\nHow sure the hours are:")
print(risk(steps).table.round(0))

first = shown[0]
print(f"\nWhere the hours go on the last stretch of {first}:")
print(staircase(steps[first])[["node_id", "work", "distance_km", "time_h_typical"]].tail(12))

print(f"\nThe first transport chain elements of {first}, in the terms of ISO 14083:")
print(inventory(data, found.hops[first])[["element", "mode", "factor_id", "scope", "co2e_kg_per_t"]].head())
