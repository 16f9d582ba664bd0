"""The form every peer fills in: six validated questions, two of them answered badly first.

One form for all peers, so that a difference between them is the engine and not the questions.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Question(NamedTuple):
    """One question, and what counts as an answer to it."""

    name: str
    text: str
    accepts: Callable[[str], object]


QUESTIONS = (
    Question("problem", "What happens today that you would like to see change?", re.compile(r"(\S+\s+){4}").match),
    Question("objective", "What will be different?", re.compile(r"(\S+\s+){3}").match),
    Question("number", "Which number, and by when?", re.compile(r"\d+.*\d+").search),
    Question("people", "Who does something differently?", re.compile(r"\S+\s+\S+").match),
    Question("step", "What is the first step?", re.compile(r"(\S+\s+){3}").match),
    Question("share", "Who should see this plan?", re.compile(r"me|my manager|the team", re.IGNORECASE).fullmatch),
)
RETRY = "Could you be more specific?"

TALK = (
    "hello",
    "innovation is low",  # a bad answer
    "Nobody answered the thirty ideas of the October survey",
    "an answer to each idea, in days",
    "soon",  # a bad answer
    "150 days today, 14 by the end of June",
    "Karim and the six shift leads",
    "sort the thirty ideas with two shift leads",
    "my manager",
)
ANSWERS = {
    "problem": TALK[2],
    "objective": TALK[3],
    "number": TALK[5],
    "people": TALK[6],
    "step": TALK[7],
    "share": TALK[8],
}
