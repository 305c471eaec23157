"""Questions about partner projects: their register, what was promised, what they fix, who does what."""

from __future__ import annotations

from dataclasses import replace

from corridor.columns.partners import (
    MENDING,
    PROJECTS_WITHOUT_BOTTLENECK,
    PROMISES,
    REGISTER,
    ROLE_COUNTS,
    ROLES_TABLE,
    SITES,
    UNMENDED,
    UPGRADE_GAINS,
    WAYS_OUT,
)
from corridor.questions import answer_partners
from corridor.questions.parameters import Parameter
from corridor.questions.question import AVOIDED, FROM, TO, Question
from corridor.routing.sanctioned import SANCTIONED

_USUAL = ",".join(sorted(SANCTIONED))
_AVOID = replace(AVOIDED, words=f"{AVOIDED.words} ({_USUAL})", default=_USUAL)
_TODAY = Parameter(
    name="today", words="day up to which the time without reports is counted, such as 2026-12-01 (today)"
)

PARTNER_QUESTIONS = (
    Question(
        verb="register",
        path="/register",
        words="list the partner projects with status, time since the last report, and two record scores",
        parameters=(
            Parameter(name="theme", words="a theme of February 2026, such as trans-caspian"),
            Parameter(name="sector", words="a sector, such as transport"),
            Parameter(name="status", words="a status as recorded, such as construction"),
            Parameter(name="country", words="a country by its code, such as RS"),
            Parameter(name="party", words="an organisation by its id, such as ktz"),
            Parameter(name="mineral", words="a critical raw material, such as tungsten"),
            Parameter(name="due", words="the year in which it is due, such as 2027, or undated"),
            Parameter(
                name="silence",
                words="full years without a report: this-year, one-year, two-years, four-years or undated",
                choices=("", "this-year", "one-year", "two-years", "four-years", "undated"),
            ),
            _TODAY,
        ),
        answer=answer_partners.register,
        tables=(REGISTER,),
    ),
    Question(
        verb="follow-up",
        path="/follow-up",
        words="list what was agreed at a visit, and what has been reported since",
        parameters=(
            Parameter(
                name="event",
                words="an event by its id (the talks of February 2026)",
                default="ev-2026-02-27-talks",
            ),
            Parameter(name="sector", words="a sector of papers and projects, such as transport (all)"),
        ),
        answer=answer_partners.follow_up,
        tables=(PROMISES,),
    ),
    Question(
        verb="mending",
        path="/mending",
        words="list the leg or place that each project and upgrade improves, and the projects without one",
        parameters=(),
        answer=answer_partners.project_works,
        tables=(MENDING, PROJECTS_WITHOUT_BOTTLENECK),
    ),
    Question(
        verb="gains",
        path="/gains",
        words="estimate the effect of each upgrade, one at a time, between two places",
        parameters=(FROM, TO, _AVOID),
        answer=answer_partners.gains,
        tables=(UPGRADE_GAINS,),
    ),
    Question(
        verb="unmended",
        path="/unmended",
        words="list the steps of the clearly different routes between two places without planned works",
        parameters=(FROM, TO, _AVOID),
        answer=answer_partners.steps_without_works,
        tables=(UNMENDED,),
    ),
    Question(
        verb="way-out",
        path="/way-out",
        words="find the routes of raw materials from each mine or plant abroad to a place",
        parameters=(
            Parameter(name="to", words="a place by its name, id or UN/LOCODE (Belgrade)", default="belgrade"),
            AVOIDED,
            Parameter(name="mineral", words="a mineral, such as tungsten (all)"),
            Parameter(name="site", words="one site by the id of its project (all)"),
        ),
        answer=answer_partners.export_route,
        tables=(WAYS_OUT, SITES),
    ),
    Question(
        verb="roles",
        path="/roles",
        words="list the roles of each organisation: services, legs, projects, agreements",
        parameters=(Parameter(name="organisation", words="an organisation by its id, such as ktz (all)"),),
        answer=answer_partners.roles,
        tables=(ROLES_TABLE, ROLE_COUNTS),
    ),
)
