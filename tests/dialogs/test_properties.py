"""What holds in every talk, whatever a person types, presses or leaves lying for days."""

import re
from collections import Counter
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.company import Company, Tool
from dialogs.content.script import SCRIPT
from dialogs.content.tool_categories import CATEGORIES
from dialogs.conversation import Conversation, from_json, to_json
from dialogs.engine import step
from dialogs.events import (
    Clicked,
    Elapsed,
    Event,
    LanguageChosen,
    Moment,
    Noticed,
    RegisterChosen,
    Said,
    Started,
    Submitted,
    Unsaid,
)
from dialogs.lang import LANGS, Lang
from dialogs.replies import Reply, Say
from dialogs.turn import Outcome
from tests.dialogs.reading.test_intents import COMMANDS
from tests.examples_patterns import EXAMPLES
from tests.examples_typed import ENGLISH, FRENCH

START: Final = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))
COMPANY: Final = Company(
    tools=tuple(Tool(f"Zorb{category.title().replace('_', '')}", category) for category in CATEGORIES),
    tool_contact="Quim",
)
# What people answer, by the slot name of the weak-answer patterns.
ANSWERS: Final[dict[Lang, dict[str, list[str]]]] = {"en": {}, "fr": {}}
for _row in EXAMPLES:
    for _slot in _row.slots.split():
        ANSWERS["en"].setdefault(_slot, []).extend(_row.weak_en + _row.better_en)
        ANSWERS["fr"].setdefault(_slot, []).extend(_row.weak_fr + _row.better_fr)
for _typed in ENGLISH + FRENCH:
    ANSWERS[_typed.lang].setdefault(_typed.slot, []).extend(_typed.answers.splitlines())
EVERY_ANSWER: Final = {
    lang: sorted({answer for answers in by_slot.values() for answer in answers}) for lang, by_slot in ANSWERS.items()
}
WISHES: Final = sorted({line for lines in COMMANDS.values() for line in lines.splitlines()})
BUTTONS: Final = sorted(key for key, line in SCRIPT.items() if line.kind == "button")
FORMS: Final = (
    {"problem.what": "Sites redo the same repair, 9 hours in January", "steps": "Ana lists the faults by Friday"},
    {"objective.outcome": "from 40 to 25 days by June", "decision": "Ines said yes on Monday", "people": ""},
    {"problem.who": "tout le monde", "objective.numbers": "18 aujourd'hui, 9 en septembre", "unknown": "x"},
)
LONG: Final = {
    "en": "620 field engineers in 11 countries. Every Thursday we run a case hour and it works: 12 cases last month. "
    "Repeat visits are 21% today, I want 14% by October. Dana said yes on 2 February. Luc writes up the cases by 13 March.",
    "fr": "40 techniciens sur deux sites. La semaine dernière Gdansk a refait une réparation, 9 heures perdues. "
    "18 pannes réparées deux fois aujourd'hui, 9 d'ici septembre. Inès a dit oui mardi. Paul liste les pannes d'ici vendredi.",
}
NOTICED: Final = (
    Noticed("a Slack community", "en", goal="innovation", source="m1"),
    Noticed("a wiki", "en", problem="nobody finds anything", people="the engineers", due="June", source="m2"),
    Noticed("une appli", "fr", problem="les nouveaux sont perdus", source="m3"),
    Noticed("un canal", "fr", source="m4"),
)
# What a person answers who goes straight to a verdict; several steps that a tool could serve, and several blockers.
STRAIGHT: Final[dict[Lang, dict[str, list[str]]]] = {
    "en": {
        "problem.what": ["In January three sites fixed the same pump fault separately, 9 hours each"],
        "problem.who": ["the 620 engineers of 11 countries, every day", "the 8 people of line 2, every week"],
        "objective.outcome": ["hours lost on a known fault", "from 40 to 25 days by June"],
        "objective.numbers": ["160 a month today, 40 by the end of June"],
        "decision": ["Ines said yes on Friday", "I decide", "Karim, I'll ask him on Thursday"],
        "mechanism": [
            "the Thursday case hour",
            "nothing",
            "a paper list, works sometimes",
            "it works well, 12 cases in May",
        ],
        "people": ["the six line leads"],
        "steps": [
            "Luc opens the case hour to the 620 engineers of all countries every week. Ana sorts the old cases by 13 March.",
            "Ana answers requests within minutes every day across time zones. I look up answers for the plants every week.",
            "Ana opens a second hour. Max opens a third hour. Luc opens a fourth hour.",
        ],
        "blockers": ["no time", "nothing", "nobody finds the old answers", "too many requests come in every day"],
        "commitment": ["Call Luc on Wednesday"],
        "ifthen": ["I take over"],
        "checkin": ["yes"],
    },
    "fr": {
        "problem.what": ["En janvier trois sites ont réparé la même pompe chacun de son côté, 9 heures à chaque fois"],
        "problem.who": [
            "les 620 ingénieurs de 11 pays, tous les jours",
            "les 8 personnes de la ligne 2, toutes les semaines",
        ],
        "objective.outcome": ["les heures perdues sur une panne connue", "passer de 40 à 25 jours d'ici juin"],
        "objective.numbers": ["160 par mois aujourd'hui, 40 d'ici fin juin"],
        "decision": ["Inès a dit oui vendredi", "C'est moi qui décide", "Karim, je lui demande jeudi"],
        "mechanism": [
            "l'heure des cas du jeudi",
            "rien",
            "une liste papier, ça marche parfois",
            "ça marche bien, 12 cas en mai",
        ],
        "people": ["les six chefs de ligne"],
        "steps": [
            "Luc ouvre l'heure des cas aux 620 ingénieurs de tous les pays toutes les semaines. Ana trie les anciens cas d'ici le 13 mars.",
            "Ana répond aux demandes en quelques minutes tous les jours sur plusieurs fuseaux. Je cherche des réponses pour les usines toutes les semaines.",
            "Ana ouvre une deuxième heure. Max ouvre une troisième heure. Luc ouvre une quatrième heure.",
        ],
        "blockers": [
            "pas le temps",
            "rien",
            "personne ne retrouve les anciennes réponses",
            "trop de demandes arrivent chaque jour",
        ],
        "commitment": ["Appeler Luc mercredi"],
        "ifthen": ["je prends la relève"],
        "checkin": ["oui"],
    },
}
SLOT_OF_PATTERNS: Final = {
    "problem.what": "problem", "objective.outcome": "objective", "commitment": "steps", "ifthen": "blockers",
}  # fmt: skip
GARBAGE: Final = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", " \n", "🚀🚀", "\x00\x1b[31m", "?", "x" * 20_000, "{step} {x} {0}", "%s"]),
)

# A talk starts with some straight answers, so that any stage is met; then anything can happen, most often an answer.
STRAIGHT_ON: Final = st.lists(st.tuples(st.just("straight"), st.integers(0, 999)), max_size=22)
ANYTHING: Final = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 999)),
        st.tuples(st.just("answer"), st.integers(0, 999)),
        st.tuples(st.just("press"), st.integers(0, 20)),
        st.tuples(st.just("press"), st.integers(0, 20)),
        st.tuples(st.just("any"), st.integers(0, 9999)),
        st.tuples(st.just("wish"), st.integers(0, len(WISHES) - 1)),
        st.tuples(st.just("stale"), st.integers(0, len(BUTTONS) - 1)),
        st.tuples(st.just("garbage"), GARBAGE),
        st.tuples(st.just("days"), st.integers(1, 20)),
        st.tuples(st.just("long"), st.just(0)),
        st.tuples(st.just("form"), st.integers(0, len(FORMS) - 1)),
        st.tuples(st.sampled_from(["noticed", "unsaid", "asked about"]), st.integers(0, len(NOTICED) - 1)),
        st.tuples(st.sampled_from(["start", "language", "register"]), st.integers(0, 1)),
    ),
    min_size=3,
    max_size=40,
)
MOVES: Final = st.builds(lambda straight, anything: straight + anything, STRAIGHT_ON, ANYTHING)


class Move(NamedTuple):
    """An event of a random talk, how many days passed before it, and what the person typed with it."""

    event: Event
    days: int = 0
    typed: str = ""


def move_of(kind: str, value: Any, conversation: Conversation, lang: Lang) -> Move:
    prompt = conversation.prompt
    buttons = prompt.buttons if prompt else ()
    match kind:
        case "straight":
            pool = STRAIGHT[lang].get(prompt.slot) if prompt else None
            if pool is None and not buttons:
                return Move(Started())
            return said(pool[value % len(pool)]) if pool else Move(Clicked(buttons[value % len(buttons)]))
        case "answer":
            slot = prompt.slot if prompt else "problem.what"
            pool = ANSWERS[lang].get(SLOT_OF_PATTERNS.get(slot, slot)) or EVERY_ANSWER[lang]
            return said(pool[value % len(pool)])
        case "any":
            return said(EVERY_ANSWER[lang][value % len(EVERY_ANSWER[lang])])
        case "wish":
            return said(WISHES[value])
        case "garbage":
            return said(value)
        case "long":
            return said(LONG[lang])
        case "press":
            return Move(Clicked(buttons[value % len(buttons)], prompt.token)) if prompt and buttons else Move(Started())
        case "stale":
            return Move(Clicked(BUTTONS[value], "0.0.0"))
        case "days":
            return Move(Elapsed(), days=value)
        case "form":
            form = FORMS[value]
            return Move(Submitted(form), typed=" ".join(form.values()))
        case "noticed" | "asked about":
            offer = NOTICED[value]
            typed = " ".join(filter(None, (offer.tool, offer.goal, offer.problem, offer.people)))
            return Move(offer if kind == "noticed" else Started(offer), typed=typed)
        case "unsaid":
            return Move(Unsaid(NOTICED[value].source))
        case "language":
            return Move(LanguageChosen(LANGS[value]))
        case "register":
            return Move(RegisterChosen(familiar=bool(value)))
        case _:
            return Move(Started())


def said(text: str) -> Move:
    return Move(Said(text), typed=text)


@pytest.mark.parametrize("lang", LANGS)
@settings(max_examples=120)
@given(moves=MOVES)
def test_every_talk_keeps_its_promises(lang: Lang, moves: list[tuple[str, Any]]) -> None:
    conversation = Conversation(first_name="Maya", lang=lang)
    now, typed, tokens, probes = START, "", set[str](), Counter[str]()
    for kind, value in moves:
        move = move_of(kind, value, conversation, lang)
        now += timedelta(days=move.days, minutes=1)
        typed += f" {move.typed.lower()}"
        outcome = step(conversation, move.event, Moment(now), COMPANY)
        assert outcome == step(conversation, move.event, Moment(now), COMPANY)
        assert from_json(to_json(outcome.conversation)) == outcome.conversation
        for reply in outcome.replies:
            check_text(reply, typed)
            if not gate_is_open(outcome.conversation):
                check_names_no_tool(reply, typed)
        check_one_question(outcome, tokens)
        check_probes(outcome, probes)
        if kind in ("stale", "unsaid"):
            assert outcome.conversation.slots == conversation.slots
        if kind == "unsaid":
            assert outcome.replies == ()
            assert outcome.conversation.status in (conversation.status, "idle", "stopped")
        conversation = outcome.conversation


def check_text(reply: Reply, typed: str) -> None:
    """Every placeholder is filled, and with something."""
    assert reply.text.strip(), reply
    if "{" not in typed:
        assert "{" not in reply.text, reply
    if "none" not in typed:
        assert not re.search(r"\bNone\b(?! of)", reply.text), reply


def gate_is_open(conversation: Conversation) -> bool:
    """Problem, objective and steps each have words in the plan, or were left open."""
    plan = conversation.plan
    said = {"problem.what": plan.problem, "objective.outcome": plan.objective.outcome, "steps": plan.steps}
    return all(words or conversation.slot(slot).state == "open" for slot, words in said.items())


NAMES: Final = sorted(
    {tool.name.lower() for tool in COMPANY.tools}
    | {label.lower() for category in CATEGORIES.values() for label in (category.en, category.fr)}
)


def check_names_no_tool(reply: Reply, typed: str) -> None:
    text = reply.text.lower()
    for name in NAMES:
        if name not in typed:
            assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), reply


def check_one_question(outcome: Outcome, tokens: set[str]) -> None:
    """A turn opens at most one prompt; its token is the one that is open, and it was never used before."""
    opened = [reply.token for reply in outcome.replies if not isinstance(reply, Say) and reply.token]
    assert len(opened) <= 1, outcome.replies
    for token in opened:
        assert token not in tokens
        assert outcome.conversation.prompt is not None
        assert outcome.conversation.prompt.token == token
        tokens.add(token)


def check_probes(outcome: Outcome, probes: Counter[str]) -> None:
    """At most two probes for a question, of different kinds."""
    for name, slot in outcome.conversation.slots.items():
        assert len(slot.probed) <= 2, (name, slot)
        assert len(set(slot.probed)) == len(slot.probed)
