"""Every question that the engine answers: what the command line and the HTTP API are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.questions.lab import LAB_QUESTIONS
from corridor.questions.network import NETWORK_QUESTIONS
from corridor.questions.partners import PARTNER_QUESTIONS
from corridor.questions.routes import ROUTE_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.questions.question import Question

QUESTIONS: tuple[Question, ...] = (*ROUTE_QUESTIONS, *NETWORK_QUESTIONS, *PARTNER_QUESTIONS, *LAB_QUESTIONS)
BY_VERB: Mapping[str, Question] = {question.verb: question for question in QUESTIONS}
