"""Routes from Astana to Belgrade in a few lines: all of them, clearly different ones, how sure they are."""

import corridor as cx

data = cx.load()
found = cx.routes(data, "Astana", "Belgrade", criteria=["time", "co2e"], avoid=["RU", "IR"])
shown = cx.spread(data, found)
table = found.table.set_index("route_id").loc[list(shown)]

columns = ["time_h_typical", "time_h_gaps", "co2e_kg_per_t_typical", "transhipments_typical", "countries"]
print(f"{len(found.table)} best routes, {len(shown)} of them clearly different:")
print(table[columns].round(1).to_string())

steps = {route: cx.steps(data, found.hops[route]) for route in shown}
print("\nHow sure the hours are:")
print(cx.risk(steps).table.round(0))

first = shown[0]
print(f"\nWhere the hours go on the last stretch of {first}:")
print(cx.staircase(steps[first])[["node_id", "work", "distance_km", "time_h_typical"]].tail(12))

print(f"\nThe first transport chain elements of {first}, in the terms of ISO 14083:")
print(
    cx.emissions(data, found.hops[first])[["element", "mode", "factor_id", "scope", "co2e_kg_per_t"]].head()
)
