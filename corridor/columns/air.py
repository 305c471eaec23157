"""The tables of flights: connections, their week, journeys, block times, what is not known."""

from __future__ import annotations

from corridor.columns.column import Table, count, flag, number, text, whole

STATUSES = ("operating", "seasonal", "announced", "unknown", "suspended", "ended")
_LISTED = "separated by |"
_STATUS = text("status", "Status", "Status of the less sure flight.", required=True, enum=STATUSES)
_OPTION = text("option_id", "Connection", "Its services joined by +.", required=True)
_LEGS = text("legs", "Legs", f"Ids of legs in the order of travel, {_LISTED}.", required=True)
_OPERATORS = text("operators", "Operators", f"Ids of organisations, {_LISTED}.")

OPTIONS = Table(
    name="options",
    title="Connections by air",
    description="One row is a connection between two airports, direct or with one stop.",
    columns=(
        _OPTION,
        text("kind", "Kind", "direct or one-stop.", required=True, enum=("direct", "one-stop")),
        text("hub", "Stop", "Airport of the stop."),
        _LEGS,
        text("services", "Services", f"Ids of services, {_LISTED}; empty where none is recorded."),
        text("service_first", "First flight: service", "Service of the first flight."),
        text("service_onward", "Second flight: service", "Service of the second flight."),
        _OPERATORS,
        text(
            "weekdays",
            "Weekdays",
            "Weekdays on which the journey can begin, 1 is Monday; empty where not stated.",
        ),
        text(
            "weekdays_first",
            "Weekdays, first flight",
            "Weekdays of the first flight, 1 is Monday; empty where not stated.",
        ),
        text("weekdays_onward", "Weekdays, second flight", "Weekdays of the second flight."),
        text(
            "connection",
            "How the flights meet",
            "By the stated weekdays alone; empty for direct.",
            enum=("same-day", "next-day", "none", "unknown"),
        ),
        _STATUS,
        text("known_on", "Last seen", "Older of the dates on which the flights were last seen."),
        number(
            "block_min_first",
            "First flight: block time",
            "Published block time of the first flight in minutes.",
            "min",
        ),
        number(
            "block_min_onward",
            "Second flight: block time",
            "Published block time of the second flight in minutes.",
            "min",
        ),
        number(
            "block_min", "Flight time", "Published block times added up, in minutes, without the stop.", "min"
        ),
        number(
            "block_min_first_other_way",
            "First flight: block time of the other direction",
            "First flight in the other direction, if only that is known, in minutes.",
            "min",
        ),
        number(
            "block_min_onward_other_way",
            "Second flight: block time of the other direction",
            "The same for the second flight.",
            "min",
        ),
        *(
            number(
                f"frequency_{half}{end}",
                f"{title}: flights a week{part}",
                f"Flights a week of the {words} flight, {said}, as published.",
                "1/week",
            )
            for half, title, words in (
                ("first", "First flight", "first"),
                ("onward", "Second flight", "second"),
            )
            for end, part, said in (
                ("_low", ", low end", "lowest"),
                ("", "", "headline"),
                ("_high", ", high end", "highest"),
            )
        ),
    ),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = Table(
    name="week",
    title="Week",
    description="One row is a connection by air: the days of the week on which it can begin, 1 is Monday.",
    columns=(
        _OPTION,
        _STATUS,
        *(
            text(
                str(at),
                day,
                "runs, same-day, next-day, unknown (weekdays not stated) or empty (not that day).",
                required=True,
                enum=("runs", "same-day", "next-day", "unknown", ""),
            )
            for at, day in enumerate(_DAYS, start=1)
        ),
    ),
)
JOURNEYS = Table(
    name="journeys",
    title="Journeys by air",
    description="One row is a journey by air: no other is better on every count.",
    columns=(
        text("journey_id", "Journey", "Its services, else legs, joined by +.", required=True),
        text("airports", "Airports", f"Node ids in the order of travel, {_LISTED}.", required=True),
        _LEGS,
        text("services", "Services", f"Service ids in the order of travel, {_LISTED}; only those recorded."),
        _OPERATORS,
        text("status", "Status", "Status of the least sure flight.", required=True, enum=STATUSES),
        text("known_on", "Last seen", "Oldest day on which a flight was last seen; empty if one is undated."),
        text(
            "block_basis",
            "Block time: basis",
            "Weakest of the block times.",
            required=True,
            enum=("published", "other-way", "missing"),
        ),
        text(
            "co2e_basis",
            "CO₂e: basis",
            "What the emissions rest on.",
            required=True,
            enum=("modelled", "missing"),
        ),
        text("departs_on", "First flight on", "Day of the first flight, empty where it is not known."),
        text("last_departs_on", "Last flight on", "Day of the last flight, empty where it is not known."),
        number("block_min", "In the air", "Sum of the known block times in minutes.", "min"),
        number(
            "weekly_least",
            "Flights a week",
            "Flights a week of the rarest flight whose frequency is known.",
            "1/week",
        ),
        number(
            "wait_h_low",
            "Wait for the flights: low end",
            "Waits with the flights at their most frequent.",
            "h",
        ),
        number(
            "wait_h",
            "Wait for the flights, on average",
            "Waits for the flights: half the time between two departures of each.",
            "h",
        ),
        number(
            "wait_h_high", "Wait for the flights: high end", "Waits with the flights at their rarest.", "h"
        ),
        number(
            "connection_h",
            "Changes of planes",
            "Least time for changes of planes; empty without a factor for it.",
            "h",
        ),
        number("time_h", "Time", "Known block times, waits and changes together, in hours.", "h"),
        number("distance_km", "Distance", "Length of the legs in kilometres.", "km"),
        number(
            "co2e_kg",
            "CO₂e per passenger",
            "Kilograms of CO2e of a passenger; empty without a factor for it.",
            "kg",
        ),
        number(
            "days",
            "Days until the last departure",
            "Days from the date asked for to the last known departure.",
            "d",
        ),
        number(
            "access_from_km",
            "To the first airport",
            "Shortest line from the place to the first airport; not in the times.",
            "km",
        ),
        number(
            "access_to_km",
            "From the last airport",
            "Shortest line from the last airport to the place; not in the times.",
            "km",
        ),
        count("stops", "Stops", "Changes of planes."),
        count("block_gaps", "Flights without a block time", "Flights without a block time."),
        count("wait_gaps", "Flights without a frequency", "Flights without a frequency."),
        count(
            "connection_gaps", "Changes without a time", "Changes of planes whose least time is not known."
        ),
        count("time_gaps", "Time: parts without a figure", "Parts of the time that are not known."),
        count("co2e_gaps", "CO₂e: parts without a figure", "Flights whose emissions are not known."),
        count("days_gaps", "Flights without a day", "Flights whose day is not known."),
        count(
            "same_day_connections",
            "Changes on one day",
            "Changes of planes on one day; whether hours meet is not known.",
        ),
    ),
)
AIR_TIMES = Table(
    name="air_times",
    title="Flight times and waiting",
    description="One row is a flight of a connection: its time beside the geodesic, the mean wait for it.",
    columns=(
        text("leg_id", "Leg", "Leg of the flight.", required=True),
        text("service_id", "Service", "Service; empty where none is recorded."),
        text("from_node", "From", "Airport of departure.", required=True),
        text("to_node", "To", "Airport of arrival.", required=True),
        text("status", "Status", "Status of the flight.", required=True, enum=STATUSES),
        number(
            "geodesic_km", "Shortest line", "Shortest line between the two airports, in kilometres.", "km"
        ),
        number("block_min", "Flight time", "Published block time in minutes.", "min"),
        flag(
            "is_other_way",
            "Of the other direction",
            "Whether the block time is that of the other direction.",
            required=True,
        ),
        number(
            "speed_km_h",
            "Mean speed along that line",
            "Geodesic by block time; the flown track is longer.",
            "km/h",
        ),
        number("weekly_frequency", "Frequency", "Flights a week as published.", "1/week"),
        number("wait_h_low", "Mean wait: low end", "The mean wait by the highest published frequency.", "h"),
        number(
            "wait_h",
            "Mean wait for the next",
            "Half the headway in hours: 168 by the flights a week, by two.",
            "h",
        ),
        number("wait_h_high", "Mean wait: high end", "The mean wait by the lowest published frequency.", "h"),
    ),
)
FLIGHT_GAPS = Table(
    name="flight_gaps",
    title="What is not known",
    description="One row is something not known of a service, or known from long ago.",
    columns=(
        text("service_id", "Service", "Service.", required=True),
        text(
            "gap",
            "What is not known",
            "What is not known, or known from long ago.",
            required=True,
            enum=(
                "start-passed",
                "pause-passed",
                "status",
                "not-seen",
                "frequency",
                "weekdays",
                "block",
                "numbers",
                "overdue",
            ),
        ),
        text("since", "Since", "Date that has passed, or of the newest page; empty if there is none."),
        whole("count", "Claims", "How many claims are overdue; empty for other gaps.", minimum=0),
    ),
)
