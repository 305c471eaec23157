"""Every question that the engine answers: what the command line and the HTTP API are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.network_questions import NETWORK_QUESTIONS
from corridor.partner_questions import PARTNER_QUESTIONS
from corridor.route_questions import ROUTE_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.question import Question

QUESTIONS: tuple[Question, ...] = (*ROUTE_QUESTIONS, *NETWORK_QUESTIONS, *PARTNER_QUESTIONS)
BY_VERB: Mapping[str, Question] = {one.verb: one for one in QUESTIONS}
