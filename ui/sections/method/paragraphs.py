"""The paragraphs of the page Method: what is worked out, by which formula, with which limits."""

from __future__ import annotations

from dataclasses import dataclass

from ui.language.text import N_


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """
    One paragraph.

    Attributes
    ----------
    anchor
        Its name in the address, behind "#".
    title
        What it is about, in English; a message id.
    formula
        The formula in words; empty where there is none.
    text
        Sentences, each a message id.
    limits
        What it does not say; each a message id.
    factors
        Quantities of the factors that it uses by default, listed with their sources.
    code
        Where it stands in the library.
    """

    anchor: str
    title: str
    formula: str = ""
    text: tuple[str, ...]
    limits: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    code: str = ""


PARAGRAPHS = (
    Paragraph(
        anchor="published",
        title=N_("Published figures"),
        text=(
            N_("A published figure is what a source states, chosen by one rule of all that was found."),
            N_("Disagreeing sources stay side by side, and their spread is the range."),
        ),
        code="corridor/evidence/rule.py",
    ),
    Paragraph(
        anchor="derived",
        title=N_("Derived figures"),
        formula=N_("sum or difference of published figures that meet at the same places"),
        text=(
            N_("Each formula has a name, shown with the figure. The range takes every part at its worst."),
        ),
        code="corridor/evidence/formulas.py",
    ),
    Paragraph(
        anchor="modelled",
        title=N_("Modelled figures"),
        text=(
            N_("A modelled figure rests on a stated factor or on a stated model, never on a guess."),
            N_("There is one set of factors for all legs; none is fitted to a route."),
            N_("A factor for the mode and country goes before a general one; the others are listed too."),
        ),
        limits=(
            N_("A modelled figure is an order of magnitude: two digits of it mean something, not more."),
        ),
        code="corridor/evidence/factors.py",
    ),
    Paragraph(
        anchor="distance",
        title=N_("Distance of a leg"),
        formula=N_("length of the line on the map"),
        text=(N_("Used where no distance is published; how exact the line is stands below the map."),),
        code="corridor/evidence/from_distance.py",
    ),
    Paragraph(
        anchor="time",
        title=N_("Time of a leg"),
        formula=N_("time = distance ÷ speed"),
        text=(
            N_("The low end is the shortest distance at the highest speed, the high end the reverse."),
            N_("On a river the current counts, and each lock has its time."),
        ),
        limits=(
            N_("Speeds of roads include rests and stops at borders, so road times lean to the slow side."),
        ),
        factors=("speed_km_h", "speed_against_current_km_h", "lock_time_h"),
        code="corridor/evidence/from_distance.py",
    ),
    Paragraph(
        anchor="cost",
        title=N_("Cost of a leg"),
        formula=N_("cost = distance × rate per TEU and kilometre"),
        text=(N_("Of one 20-foot container laden with 20 tonnes, which takes one lorry."),),
        limits=(
            N_("Rates of different years stand side by side and are not inflated; it is not an offer."),
            N_("Not included: empty return, storage, delivery to the door, insurance, customs duties."),
        ),
        factors=("cost_usd_per_teu_km",),
        code="corridor/evidence/from_distance.py",
    ),
    Paragraph(
        anchor="co2e",
        title=N_("Emissions"),
        formula=N_("CO₂e = distance × factor of the mode, plus a factor for each handling"),
        text=(N_("From well to wheel, by the terms of ISO 14083; each line names factor, year and scope."),),
        factors=("emission_g_co2e_per_tkm", "hub_emission_kg_co2e_per_t"),
        code="corridor/chain/emissions.py",
    ),
    Paragraph(
        anchor="work",
        title=N_("Work at places"),
        formula=N_("waiting = half the time between sailings"),
        text=(
            N_(
                "Borders, breaks of gauge, transhipment, loading, the stay in a port and the wait for a ship "
                "take days without a kilometre. A published time counts first, then a default."
            ),
            N_(
                "A border counts once, where the country changes; inside a customs union there is no control."
            ),
        ),
        limits=(N_("Waiting and storage cost nothing here: no tariff for them was found."),),
        factors=(
            "border_time_h",
            "border_time_leaving_h",
            "border_time_entering_h",
            "border_cost_usd_per_teu",
            "gauge_change_time_h",
            "transhipment_time_h",
            "transhipment_cost_usd_per_teu",
            "wagon_loading_time_h",
            "port_stay_boarding_time_h",
            "port_stay_landing_time_h",
            "headway_h",
        ),
        code="corridor/chain/node_work.py",
    ),
    Paragraph(
        anchor="practice",
        title=N_("Time and cost in practice"),
        formula=N_("part in practice = part by timetable × exp(level + tilt of its kind + spread × chance)"),
        text=(
            N_(
                "One model for all journeys, fitted on published times and prices. Its middle is shown, "
                "and the range in which 8 of 10 journeys lie."
            ),
            N_("Parts of a journey are late together: a common delay multiplies the whole."),
        ),
        limits=(N_("It is fitted on few statements, most about the Middle Corridor and trains from China."),),
        code="corridor/practice/model.py",
    ),
    Paragraph(
        anchor="routes",
        title=N_("Best routes"),
        text=(
            N_("Every best route is listed: none is better on every chosen criterion; the search is exact."),
            N_("A route with a part that is not known ranks behind those that are known in full."),
            N_("Whether it can be had on a day follows from services, seasons and restrictions on record."),
        ),
        limits=(N_("Bookings, space on ships and clock times are not known: it is no timetable."),),
        code="corridor/routing/routes.py",
    ),
    Paragraph(
        anchor="scenario",
        title=N_("Scenarios"),
        formula=N_("hours or charges multiplied, or more hours; closed parts are left out of the network"),
        text=(
            N_(
                "The question is answered twice, without and with the changes. Changed figures are marked as "
                "modelled, whatever they were before."
            ),
            N_("Planned works count with their published effect; works without one change nothing."),
        ),
        limits=(N_("Freight that moves elsewhere makes no queue there: nobody else reacts to the change."),),
        code="corridor/scenario/assumed.py",
    ),
    Paragraph(
        anchor="sure",
        title=N_("How sure it is"),
        formula=N_("share of seeded draws in which one route is quicker than the other"),
        text=(
            N_("Times are drawn from the model of practice; what two routes share is drawn once for both."),
            N_("The same seed and number of draws give the same answer everywhere; both are shown."),
        ),
        code="corridor/routing/risk.py",
    ),
    Paragraph(
        anchor="much",
        title=N_("How much fits"),
        formula=N_("largest flow between two places = smallest cut through the network"),
        text=(
            N_("Only published capacities limit the flow, so the answer is two bounds."),
            N_("The upper bound takes what is not published as without limit."),
            N_(
                "The lower bound takes, where no capacity is published, what the part has carried in the "
                "newest year with a published volume: it can take at least that. The rest counts as nothing."
            ),
        ),
        limits=(
            N_("Few capacities are published: a bound says nothing of trains, ships and cranes beside them."),
        ),
        code="corridor/freight/capacity.py",
    ),
    Paragraph(
        anchor="fix",
        title=N_("What to fix first"),
        formula=N_("gain = best time before − best time once a part is quicker"),
        text=(
            N_(
                "Each leg and each work at a place is made quicker in turn. An hour saved off the best "
                "route brings only what is left once the other route has caught up."
            ),
            N_(
                "Ranked by volume, the hours saved at a part count once for every container that is "
                "published to pass it in a year. No source gives volumes between cities: pairs weigh alike."
            ),
        ),
        limits=(N_("What a work costs is not weighed: few budgets are published for one work alone."),),
        code="corridor/resilience/value_of_fix.py",
    ),
    Paragraph(
        anchor="lost",
        title=N_("What hurts most when lost"),
        formula=N_("loss = best time without the part − best time with it"),
        text=(N_("Each leg and place of the fastest routes is closed in turn; the route is found again."),),
        code="corridor/resilience/critical_parts.py",
    ),
    Paragraph(
        anchor="index",
        title=N_("Index of connectivity"),
        formula=N_("weighted mean of the scores of all parts, each from 0 to 100"),
        text=(N_("The weights can be moved; the ranks under random weights are shown beside it."),),
        limits=(N_("It ranks these pairs of countries against each other. It is no absolute measure."),),
        code="corridor/pairs/index.py",
    ),
    Paragraph(
        anchor="missing",
        title=N_("What is missing"),
        text=(
            N_("Without a claim, a formula or a factor a figure is missing, and the sum says “at least”."),
            N_("Nothing is invented to fill a gap."),
        ),
        code="corridor/evidence/figures.py",
    ),
)
MUST_NOT = (
    N_("Do not book, price or promise a single shipment with it: its figures are orders of magnitude."),
    N_("Do not read the absence of a record as proof: what no source of ours says is not known."),
    N_("Do not use it to judge whether a shipment is lawful: sanctions are shown, not checked."),
    N_("Do not quote a modelled figure without the word “modelled” and its range."),
    N_("Do not use it as navigation, timetable or live traffic: it knows the world up to its date."),
    N_("Do not take its borders for a statement about territory."),
)
BY_ANCHOR = {paragraph.anchor: paragraph for paragraph in PARAGRAPHS}
