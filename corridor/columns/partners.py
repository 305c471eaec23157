"""The tables of partner projects: register, follow-up, works, raw materials, roles."""

from __future__ import annotations

from corridor.columns.column import Column, Table, count, flag, ids, number, text, whole
from corridor.columns.quantities import BANDS, COST, EMISSIONS, KINDS, TIME, WORKS, figures, sums

_PROJECT = text("project_id", "Project", "The project.", required=True)
_SECTOR = text("sector", "Sector", "Its sector.", values_of="projects.sector")
_THEME = text(
    "theme", "Theme of February 2026", "Theme of the talks of February 2026.", values_of="projects.theme"
)
_STATUS = text("status", "Status", "Status as recorded, in the words of Global Energy Monitor.",
               values_of="projects.status")  # fmt: skip
_SOURCES = ids("sources", "Sources", "Ids of sources.")
_JOINED = (
    text("project_id", "Project", "The project; empty where the upgrade belongs to none."),
    text("upgrade_id", "Upgrade", "The upgrade; empty where a project touches a leg or place without one."),
    text(
        "subject_type",
        "Subject type",
        "Kind of what it should change.",
        required=True,
        values_of="upgrades.subject_type",
    ),
    text("subject_id", "Subject", "Leg, node or corridor that it should change.", required=True),
    text("quantity", "Quantity", "What it moves there, as the source says; empty without an upgrade."),
    number("from_value", "From value", "From what, as published, in the unit of the row."),
    number("to_value", "To value", "To what, as published, in the unit of the row."),
    text("unit", "Unit", "Unit of both."),
    text("expected_on", "Expected", "When it is due, as published."),
    text(
        "status",
        "Status",
        "Status of the upgrade or project as recorded.",
        required=True,
        values_of="upgrades.status",
    ),
)
_REASON = text("reason", "Reason", "Why the engine cannot work with it; empty if it can.", required=True)
_TABLES = ("services", "legs", "projects", "agreements")
_ROLES = {
    "runs-service": ("Services that it runs", "How many services it runs."),
    "operates-leg": ("Legs on which it operates", "On how many legs it operates."),
    "party-to-project": ("Projects that it is party to", "How many projects it is party to."),
    "party-to-agreement": ("Papers that name it as a party", "How many papers name it as a party."),
}
_ENDS = {
    "before": (", as it is", "as it is"),
    "after": (", with the upgrade", "with the upgrade done"),
    "gain": (", gained", "gained: before less after"),
}
_PART_QUANTITY = text("part_quantity", "Our figure that it changes",
                      "Figure of ours that changes; border and transhipment are hours of work.")  # fmt: skip
_PART_BEFORE = number("part_before", "Before", "That figure as it is.")
_PART_AFTER = number("part_after", "After", "That figure with the upgrade done.")


def _gains() -> tuple[Column, ...]:
    """Declare best time and cost, and what fits, before and after an upgrade."""
    best = ((TIME, "Hours of the fastest route"), (COST, "US dollars per TEU of the cheapest route"))
    fits = (
        ("t", "Capacity, tonnes", "Tonnes a year that fit"),
        ("teu", "Capacity, containers", "TEU a year that fit"),
    )
    found = [
        number(f"{quantity.name}_{when}", f"{quantity.title}{title}", f"{words}, {how}.", quantity.unit)
        for quantity, words in best
        for when, (title, how) in _ENDS.items()
    ]
    found += [
        number(
            f"capacity_{unit}_{when}",
            f"{title}{_ENDS[when][0]}",
            f"{words}, upper bound, {_ENDS[when][1]}; empty for no bound.",
            {"t": "t/year", "teu": "TEU/year"}[unit],
        )
        for unit, title, words in fits
        for when in ("before", "after")
    ]
    return tuple(found)


REGISTER = Table(
    name="register",
    title="Register of projects",
    description="One row is a partner project with what follows from its record on a day.",
    columns=(
        _PROJECT,
        _SECTOR,
        _THEME,
        _STATUS,
        text(
            "inferred",
            "Inferred status",
            "What two or four years of silence suggest; empty if neither.",
            enum=("shelved", "cancelled"),
        ),
        number(
            "silent_years",
            "Years of silence",
            "Full and part years since the last report; empty if undated.",
            "year",
        ),
        number("age_years", "Age", "Years since the first mention; empty if undated.", "year"),
        text("expected_on", "Due", "When it is due, as published."),
        flag(
            "is_overdue", "Overdue", "Whether that has passed and it does not operate; empty without a date."
        ),
        text("last_reported_on", "Last report", "Date of the newest report."),
        text(
            "place_precision",
            "Precision of the place",
            "How exactly the place is known.",
            values_of="projects.place_precision",
        ),
        flag("is_mapped", "On the map", "Whether the place is one of the project.", required=True),
        ids("minerals", "Minerals", "Critical raw materials that it is about."),
        ids("countries", "Countries", "ISO 3166-1 codes."),
        ids("organisations", "Organisations", "Ids of organisations."),
        ids("legs", "Legs", "Ids of legs that it touches."),
        ids("nodes", "Nodes", "Ids of nodes that it touches."),
        count("sources_count", "Documents", "Documents that the record and claims on it cite."),
        number(
            "complete",
            "Share of fields filled",
            "Share of the ten things of a full record that it says.",
            required=True,
            minimum=0,
            maximum=1,
        ),
        ids("lacks", "What is missing in it", "Those that it does not say."),
        count("compared", "Quantities compared", "Quantities that two or more documents state."),
        number(
            "agree",
            "Agreement of documents",
            "Share of these on which they agree within a tenth; empty if there are none.",
            minimum=0,
            maximum=1,
        ),
        flag("do_not_sum", "Do not sum", "Whether its value must not be added to others.", required=True),
    ),
)
PROMISES = Table(
    name="promises",
    title="Follow-up",
    description="One row is a paper signed at a visit, or a project spoken of there.",
    columns=(
        text("kind", "Kind", "agreement or project.", required=True, enum=("agreement", "project")),
        text("id", "Id", "Its id.", required=True),
        text("name_en", "Name (English)", "Its name in English.", required=True),
        _SECTOR,
        text("promised_on", "Signed or announced", "When it was signed, or first announced."),
        text(
            "status", "Status of the project", "Status of a project as recorded.", values_of="projects.status"
        ),
        text(
            "outcome",
            "What came of it",
            "What documents say of it since.",
            required=True,
            enum=("operating", "in-force", "reported", "silent"),
        ),
        text("last_reported_on", "Last report", "Date of the newest document that speaks of it."),
        ids("since", "Reported since by", "Sources of more than a week after the visit."),
        ids("sources", "Sources", "All sources that speak of it."),
        ids("related", "Projects and papers", "Its projects or papers."),
    ),
)
MENDING = Table(
    name="mending",
    title="Bottlenecks and projects",
    description="One row is an upgrade, or a leg or place that a project touches without one.",
    columns=(*_JOINED, _REASON, _SOURCES),
)
PROJECTS_WITHOUT_BOTTLENECK = Table(
    name="projects_without_bottleneck",
    title="Projects without a bottleneck",
    description="One row is a transport or infrastructure project that touches no leg and no node.",
    columns=(
        _PROJECT,
        text("name_en", "Name (English)", "Its name in English.", required=True),
        _SECTOR,
        _STATUS,
    ),
)
ROUTE_MENDING = Table(
    name="route_mending",
    title="Planned works along this route",
    description="One row is an upgrade or project at a step of the route, in the order of travel.",
    columns=(
        whole("position", "Position", "Step of the route, from 1.", required=True, minimum=1),
        text("kind", "Kind", "leg or work.", required=True, enum=KINDS),
        text("work", "Work", "Kind of the work; empty for a leg.", enum=WORKS),
        *_JOINED,
        _PART_QUANTITY,
        _PART_BEFORE,
        _PART_AFTER,
        number(
            "time_h_before", "Time, as it is", "Sum of the known typical hours of the route, as it is.", "h"
        ),
        number("time_h_after", "Time, with the upgrade", "The same with the upgrade done.", "h"),
        number("time_h_gain", "Hours gained", "Hours gained on this route.", "h"),
        _REASON,
        _SOURCES,
    ),
)
UNMENDED = Table(
    name="unmended",
    title="Bottlenecks without a project",
    description="One row is a step of the routes that no project and no upgrade names.",
    columns=(
        text("kind", "Kind", "leg or work.", required=True, enum=KINDS),
        text("id", "Id", "Leg, or node of the work.", required=True),
        text("from_node", "From", "Of a leg: node where travel over it begins."),
        text("to_node", "To", "Of a leg: node where it ends."),
        text("work", "Work", "Kind of the work; empty for a leg.", enum=WORKS),
        *figures((TIME,), (*BANDS, "basis")),
        ids("ways", "Routes", "Ids of the routes that pass it."),
    ),
)
UPGRADE_GAINS = Table(
    name="upgrade_gains",
    title="What each upgrade changes",
    description="One row is an upgrade, taken as done by itself, between two places.",
    columns=(
        text("upgrade_id", "Upgrade", "The upgrade.", required=True),
        text("part", "Leg or place", "Leg or node whose figure changes, such as leg:kars-divrigi."),
        _PART_QUANTITY,
        _PART_BEFORE,
        _PART_AFTER,
        *_gains(),
        number(
            "loss_h_before",
            "Loss without it, as it is",
            "Hours that the fastest route by any country loses without the part.",
            "h",
        ),
        number("loss_h_after", "Loss without it, with the upgrade", "The same with the upgrade done.", "h"),
        flag(
            "is_on_best",
            "On the best route",
            "Whether the fastest route uses the part as it is.",
            required=True,
        ),
        text("reason", "Reason", "Why nothing changes; empty if it does.", required=True),
    ),
)
SITES = Table(
    name="sites",
    title="Mines and plants",
    description="One row is a mine, plant or find of raw materials.",
    columns=(
        _PROJECT,
        ids("minerals", "Minerals", "What it yields or processes."),
        text("country", "Country", "ISO 3166-1 code of where it is.", required=True),
        _STATUS,
        number("lat", "Latitude", "Latitude; empty where no place is known.", "degree"),
        number("lon", "Longitude", "Longitude; empty where no place is known.", "degree"),
        text(
            "place_precision",
            "Precision of the place",
            "How exactly the place is known.",
            values_of="projects.place_precision",
        ),
        text(
            "access_node",
            "Nearest place of the network",
            "Nearest land node of the freight network in that country.",
        ),
        number(
            "access_km",
            "Straight distance to it",
            "Shortest line to it; how goods get there is not in the data.",
            "km",
        ),
        ids("partners", "Partners from", "Other countries of the project."),
    ),
)
_WAY_OUT = (
    text("project_id", "Project", "The site.", required=True),
    text("access_node", "Start", "Where the route starts.", required=True),
    text("destination", "End", "Where it ends.", required=True),
    text("route_id", "Route", "The route, as the question for routes names it.", required=True),
    ids("countries", "Countries", "ISO 3166-1 codes as travelled."),
    ids("legs", "Legs", "Ids of legs as travelled."),
    *sums((TIME, COST, EMISSIONS), (*BANDS, "gaps"), required=True),
    *sums((TIME, COST, EMISSIONS), ("basis",), required=True),
    number("distance_km", "Distance", "Kilometres of the route, typical.", "km"),
    count("borders", "Borders", "How many borders need work."),
    ids("border_nodes", "Border crossings", "Their nodes."),
    ids("gauge_breaks", "Breaks of gauge", "Nodes where the gauge breaks."),
    ids("ports", "Ports", "Ports of sea legs."),
    text("eu_entry", "Enters the EU at", "First node inside the European Union; empty if it is not touched."),
)
WAYS_OUT = Table(
    name="ways_out",
    title="Export route",
    description="One row is a site abroad with its fastest route of fewest gaps to the destination.",
    columns=_WAY_OUT,
)
WAYS_OUT_OPEN = Table(
    name="ways_out_open",
    title="Export route without Russia, Belarus and Iran",
    description="One row is a site abroad with its fastest such route to the destination.",
    columns=_WAY_OUT,
)
ROLES_TABLE = Table(
    name="roles",
    title="Roles of organisations",
    description="One row is something that an organisation runs, operates or is party to.",
    columns=(
        text("organisation_id", "Organisation", "The organisation.", required=True),
        text("role", "Role", "What it does.", required=True, enum=tuple(_ROLES)),
        text("table", "Table", "Table of what it concerns.", required=True, enum=_TABLES),
        text("id", "Id", "Its id there.", required=True),
        text("status", "Status", "Status of that; empty for an agreement."),
        _SOURCES,
    ),
)
ROLE_COUNTS = Table(
    name="role_counts",
    title="Roles by organisation",
    description="One row is an organisation with the number of its roles.",
    columns=(
        text("organisation_id", "Organisation", "The organisation.", required=True),
        *(count(role, title, words) for role, (title, words) in _ROLES.items()),
        count("roles_count", "All roles", "All of these."),
    ),
)
_DIRECTIONS = ("both", "KZ-RS", "RS-KZ")
TRADE_REPORTS = Table(
    name="trade_reports",
    title="Trade by direction and reporter",
    description="One row is a figure of the trade of Kazakhstan and Serbia, as one of them reports it.",
    columns=(
        whole("year", "Year", "Year, or that in which the period begins.", required=True),
        text("period", "Period", "Year, month or two months with a stroke.", required=True),
        flag("is_year", "Whole year", "Whether it is for the whole year.", required=True),
        text("direction", "Direction", "Both, or from one to the other.", required=True, enum=_DIRECTIONS),
        text("reporter", "As reported by", "ISO 3166-1 code of the country.", required=True),
        number("value_usd", "Value", "Value of the goods.", "USD", required=True),
        text(
            "basis",
            "Basis",
            "Published, or derived from two published figures.",
            required=True,
            enum=("published", "derived"),
        ),
        text("trade_id", "Figure", "Row of the table of trade; empty where it is derived."),
        text("claim_id", "Claim", "The claim; empty where there is none."),
        _SOURCES,
        ids("claims", "Claims", "Ids of the claims behind it."),
    ),
)
TRADE_GAPS = Table(
    name="trade_gaps",
    title="Difference between reporters",
    description="One row is a year and direction of which both countries report the whole year.",
    columns=(
        whole("year", "Year", "The year.", required=True),
        text("direction", "Direction", "Both, or from one to the other.", required=True, enum=_DIRECTIONS),
        number("low_usd", "Lowest", "The lowest figure.", "USD", required=True),
        number("high_usd", "Highest", "The highest figure.", "USD", required=True),
        text("low_reporter", "Lowest by", "Who reports the lowest.", required=True),
        text("high_reporter", "Highest by", "Who reports the highest.", required=True),
        number("ratio", "Ratio", "The highest to the lowest.", required=True),
    ),
)
PROJECT_DATES = Table(
    name="project_dates",
    title="Dates of projects",
    description="One row is a partner project with its dates as published.",
    columns=(
        _PROJECT,
        _THEME,
        _STATUS,
        text("start_on", "Announced", "When it was first announced, as published."),
        text("due_on", "Due", "When it is due, as published."),
        text("last_reported_on", "Last report", "Date of the newest report."),
        ids("milestones", "Milestones", "Ids of upgrades with a date of their own."),
        flag("is_dated", "Dated", "Whether it has a due date or a milestone.", required=True),
        flag(
            "is_on_corridor",
            "On the Trans-Caspian corridor",
            "Whether it touches a leg or place of it.",
            required=True,
        ),
    ),
)
VISIT_MOMENTS = Table(
    name="visit_moments",
    title="Visit in time",
    description="One row is a meeting, a promise, a report or an outcome around a visit.",
    columns=(
        text(
            "row",
            "Row",
            "A meeting, a sector, or the kind of a promise.",
            required=True,
            enum=("meeting", "sector", "agreement", "project"),
        ),
        text("id", "Id", "Event, sector or promise.", required=True),
        text(
            "kind",
            "Kind",
            "What it is.",
            required=True,
            enum=("meeting", "agreement", "project", "report", "operating", "in-force", "silent"),
        ),
        text("on", "Date", "Day, month or year; empty for an outcome."),
        count("count", "Count", "How many."),
        ids("ids", "Ids", "Events, promises or sources."),
    ),
)
