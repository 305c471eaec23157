"""What if Poti closes, or all that is planned by 2028 is done: the best before and after, and what counts."""

import corridor as cx

data = cx.load()
pair = ("Almaty", "Belgrade")
avoided = ("RU", "IR")

today = cx.routes(data, *pair, criteria="time,co2e", avoid=avoided)
for scenario in ("shut.poti-port", "year.2028", "node.alat-port.0.5_time.aktau-alat.0.8"):
    after = cx.routes(data, *pair, criteria="time,co2e", avoid=avoided, scenario=scenario)
    print(f"\n{scenario}:")
    print(
        cx.before_and_after(today, after)[["criterion", "before", "after", "change", "route_after"]].round(1)
    )

closed = cx.close_avoided(data, cx.Scenario(), cx.Avoided(countries=frozenset(avoided)))
net = cx.network(data, scenario=closed)
parts = cx.criticality(net, "almaty", "belgrade")
print("\nHours lost without a leg or node of the fastest route; first those without which none is left:")
print(parts[["kind", "id", "is_left", "loss"]].round(1).to_string(index=False))

fixes = cx.value_of_fix(net, "almaty", "belgrade")
columns = ["leg_id", "work", "node_id", "typical", "gain", "basis"]
print("\nHours gained where an hour is saved:")
print(fixes[columns].head(6).round(1).to_string(index=False))
