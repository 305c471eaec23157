"""How sure the hours are: percentiles of each route, which is likely faster, what the spread comes from."""

import corridor as cx

data = cx.load()
question = cx.RouteQuestion.read(data, "Aktau", "Bor", criteria="time")
found = cx.join_routes(cx.find_routes(data, question), cx.find_detours(data, question))
routes = {route: cx.steps(data, found.hops[route]) for route in cx.spread(data, found)}
answer = cx.risk(routes, samples=5_000, seed=7)

countries = found.table.set_index("route_id")["countries"]
print("Hours by route; with gaps they are floors:")
print(answer.table.set_index("route_id").join(countries).round(0))
print("\nShare of the draws in which the route of the row is faster than that of the column:")
print(answer.beats.round(2))

first = next(iter(routes))
parts = answer.sensitivity[answer.sensitivity["route_id"] == first].head(4)
print(f"\nWhere the spread of {first} comes from, as shares of its variance:")
print(parts[["part", "share"]].round(3).to_string(index=False))
