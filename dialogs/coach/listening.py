"""What typed words mean at the open prompt: a choice, a wish about the talk, or an answer.

Nothing that a person types can break a talk: what cannot be read is asked for once more in simpler words, then left
open; what is too long, empty or in another language gets a clear message and changes nothing.
"""

from datetime import datetime, time
from typing import Final

from dialogs.coach import offer, repairs
from dialogs.coach.advice import take_unsure
from dialogs.coach.choosing import meant, named
from dialogs.coach.closing import agree_checkin, hear_closing
from dialogs.coach.correcting import correct, correct_card, fix_slot_again
from dialogs.coach.editing import is_locked
from dialogs.coach.insisting import hear_disagreement, keep_what_it_is_for, wants_only_its_tool
from dialogs.coach.patterns import weak_pattern
from dialogs.coach.pressing import press
from dialogs.coach.questions import BY_SLOT, CLOSING_QUESTIONS
from dialogs.coach.quoting import quote
from dialogs.coach.talk import ask_in_person, hear
from dialogs.conversation import Offer, Prompt
from dialogs.interception.judge import judge
from dialogs.interception.text import language
from dialogs.reading.dates import find_dates
from dialogs.reading.intents import fix_slot, gives_thanks, intent
from dialogs.reading.typed import MAX_CHARACTERS, printable
from dialogs.reading.words import plain, says_any, says_only
from dialogs.turn import Read, Turn

SWITCH_AFTER: Final = 2  # messages in the other language before the coach follows (design 3.8)
MIN_WORDS: Final = 4  # fewer words open no talk by themselves: “thanks”, “hello there”

_YES: Final = {
    "prefill.confirm": "btn.right",
    "summary.card": "btn.right",
    "ctl.resume_stale": "btn.still",
    "nudge.coaching": "btn.still",
    "ctl.expiring": "btn.keep",
    "ctl.hurry": "btn.summary",
    "ctl.restart": "btn.restart",
    "ctl.welcome": "btn.start",
    "ctl.insist2": "btn.send_notes",
}
_NO: Final = {
    "prefill.confirm": "btn.fix",
    "summary.card": "btn.fix",
    "ctl.resume_stale": "btn.drop",
    "nudge.coaching": "btn.drop",
    "ctl.hurry": "btn.keep_going",
    "ctl.restart": "btn.keep_going",
    "ctl.sceptic": "btn.stop",
    "ctl.stop": "btn.keep",
    "ctl.insist2": "btn.keep_going",
    "ctl.welcome": "btn.no",
}
# Prompts that interrupt a question: other words than theirs are an answer to the question put aside.
_INTERRUPTING: Final = frozenset(
    {
        "ctl.resume_stale",
        "nudge.coaching",
        "ctl.hurry",
        "ctl.sceptic",
        "ctl.insist2",
        "ctl.restart",
        "ctl.form",
        "ctl.expiring",
    }
)
# A bare yes or no answers none of these, and “nothing” none of the second.
_NO_BARE_WORD: Final = frozenset(
    {"problem.what", "problem.who", "objective.outcome", "objective.numbers", "people", "steps", "blockers"}
    | {"commitment", "ifthen"}
)
_NOT_NOTHING: Final = frozenset({"steps", "commitment"})
# Questions with buttons that take the words of an open one: “too slow” is a blocker, “useless” a level.
_ASKED_AS: Final = {"step.blocker": "blockers", "mechanism.level": "mechanism"}
# Wishes that mean nothing while no question is open.
_NOTHING_TO: Final = frozenset({"stop", "no", "pause", "skip", "back", "hurry", "repeat", "example"})
# Wishes that mean nothing before the first plan.
_OF_A_PLAN: Final = frozenset({"fix", "summary", "form", "delete", "disagree"})
# Wishes that change a plan.
_CHANGES_IT: Final = frozenset({"fix", "disagree"})
_CLOSING: Final = frozenset(question.slot for question in CLOSING_QUESTIONS)


def hear_words(turn: Turn, typed: str) -> None:
    """Take what a person typed."""
    text = printable(typed)
    if len(text) > MAX_CHARACTERS:
        turn.say("ctl.too_long", limit=str(MAX_CHARACTERS))
        return
    if not any(c.isalnum() for c in text) and not _nods(turn, text):
        _not_understood(turn, "ctl.empty" if not text else None)
        return
    if not _follow_language(turn, text):
        turn.say("ctl.languages")
        return
    prompt = turn.conversation.prompt
    if gives_thanks(text) and (prompt is None or turn.conversation.status == "paused"):
        repairs.repair(turn, "thanks", "")  # “ok, thanks” ends here; it is a yes to nothing
    elif prompt is None:
        _hear_without_prompt(turn, text)
    elif turn.conversation.status == "paused":
        _hear_after_pause(turn, prompt, text)
    else:
        hear_at(turn, prompt, text)


def _nods(turn: Turn, signs: str) -> bool:
    """Whether signs without a word are a yes or a no: a thumb up or down."""
    wish = intent(signs, turn.heard)
    return wish is not None and wish.name in ("yes", "no")


def hear_at(turn: Turn, prompt: Prompt, text: str) -> None:
    """Take words at a prompt: as one of its buttons, as a wish, as what means a button, or as an answer."""
    wish = intent(text, turn.heard, asking=_asking(prompt))
    choice = named(prompt, text, turn.heard)
    if choice is None and (wish is None or wish.name in ("yes", "no")):
        choice = meant(prompt, text, turn.heard)
    if choice is not None:
        press(turn, prompt, choice)
    elif wish is None and _may_insist(prompt) and wants_only_its_tool(turn, text):
        repairs.repair(turn, "insist", text)
    elif wish is None:
        _answer(turn, prompt, text)
    elif wish.name in ("yes", "no"):
        _yes_or_no(turn, prompt, text, wish.name == "yes")
    else:
        repairs.repair(turn, wish.name, text if wish.name in ("insist", "disagree") else wish.rest)


def _may_insist(prompt: Prompt) -> bool:
    """Whether the tool alone answers nothing here: while it is asked what it should change, and why it is wanted."""
    return prompt.key == "ctl.insist1" or prompt.slot in ("problem.what", "problem.who", "objective.outcome")


def _asking(prompt: Prompt) -> str | None:
    """What is being asked, in the terms by which wishes are told from answers."""
    return "summary" if prompt.key == "summary.card" else _ASKED_AS.get(prompt.slot, prompt.slot) or None


def _follow_language(turn: Turn, text: str) -> bool:
    """Read in the language of this message, answer in the other after two; False for a third language."""
    ours = turn.conversation.lang
    if len(text.split()) < 3:
        return True
    spoken = language(text, ours)
    if spoken is None:
        return len(text.split()) < 6 or turn.conversation.prompt is None
    turn.heard = spoken
    others = 0 if spoken == ours else turn.conversation.other_language + 1
    if others >= SWITCH_AFTER:
        turn.change(lang=spoken, other_language=0)
    elif others != turn.conversation.other_language:
        turn.change(other_language=others)
    return True


def _yes_or_no(turn: Turn, prompt: Prompt, text: str, yes: bool) -> None:
    button = (_YES if yes else _NO).get(prompt.key)
    if prompt.slot == "checkin":
        agree_checkin(turn, yes)
    elif turn.conversation.status == "offered" and prompt.key.startswith(("intercept.", "ctl.sceptic", "ctl.insist1")):
        offer.begin(turn) if yes else offer.decline(turn)
    elif prompt.key == "ctl.sceptic" and yes:
        repairs.put_again(turn)
    elif prompt.key == "q.step.implied":
        press(turn, prompt, prompt.buttons[0 if yes else 1])
    elif button is not None:
        press(turn, prompt, button)
    elif gives_thanks(text):
        repairs.repair(turn, "thanks", "")
    elif prompt.slot in _NO_BARE_WORD:
        _not_understood(turn)
    else:
        _answer(turn, prompt, text)


def _answer(turn: Turn, prompt: Prompt, text: str) -> None:
    key = prompt.key
    if key in _INTERRUPTING:
        _answer_what_was_held(turn, text)
    elif prompt.step is not None:
        _answer_about_step(turn, prompt, text)
    elif prompt.slot in _NOT_NOTHING and says_only("nothing", plain(text), turn.heard):
        _not_understood(turn)
    elif prompt.slot in _CLOSING:
        hear_closing(turn, prompt, text)
    elif prompt.slot == "mechanism.level" and prompt.key != "probe.avoided":
        _hear_level(turn, text)
    elif prompt.slot in BY_SLOT:
        turn.change(missed=0)
        hear(turn, prompt, text)
    else:
        _answer_elsewhere(turn, prompt, text)


def _hear_level(turn: Turn, text: str) -> None:
    """No level in these words: something that is not for writing, or words that are not read."""
    if weak_pattern("mechanism", text, turn.heard) == "avoided":
        turn.change(missed=0)
        ask_in_person(turn, "mechanism.level")
    else:
        _not_understood(turn)


def _answer_elsewhere(turn: Turn, prompt: Prompt, text: str) -> None:
    """Prompts that belong to no slot."""
    match prompt.key:
        case "summary.card":
            correct_card(turn, text)
        case "ctl.fix":
            slot = fix_slot(text, turn.heard)
            if slot is not None and len(text.split()) <= 3:
                fix_slot_again(turn, slot)
            elif not correct(turn, text):
                _not_understood(turn)
        case "verdict.disagree":
            hear_disagreement(turn, text)
            repairs.put_again(turn)
        case "ctl.insist1":
            turn.change(insisted=1)
            if turn.conversation.status == "offered":
                _begin_with(turn, text)
                return
            keep_what_it_is_for(turn, text)
            repairs.put_again(turn)
        case "intercept.later":
            _later_on(turn, text)
        case "drop.reason":
            press(turn, prompt, "drop.unsaid")
        case "ctl.stop":
            _not_understood(turn)
        case _:
            _begin_with(turn, text) if len(text.split()) >= MIN_WORDS else _not_understood(turn)


def _answer_what_was_held(turn: Turn, text: str) -> None:
    held = turn.conversation.held
    if held is None:
        _not_understood(turn)
        return
    if turn.conversation.status != "offered":
        turn.change(status="talking")
    turn.change(prompt=held, held=None)
    hear_at(turn, held, text)


def _answer_about_step(turn: Turn, prompt: Prompt, text: str) -> None:
    """No choice in these words: the person cannot say, or says it in a way that is not read."""
    said = plain(text)
    if says_any(("dunno", "cannot_say"), said, turn.heard):
        turn.read["step.blocker"] = Read("unknown")
        take_unsure(turn, prompt.step or 0, _what_is_missing(turn, prompt, said))
        return
    _not_understood(turn)


def _what_is_missing(turn: Turn, prompt: Prompt, said: str) -> str:
    """“can't say before the drill” -> what the drill shows."""
    for word in (" before ", " avant "):
        _, found, event = said.partition(word)
        if found and event:
            return turn.text("word.what_shows", event=quote(event, 6))
    return turn.text(f"word.{prompt.slot}")


def _not_understood(turn: Turn, key: str | None = None) -> None:
    """Once more in simpler words; the second time the point is left open and the talk goes on."""
    prompt = turn.conversation.prompt
    if prompt is None:
        _greet(turn)
        return
    missed = turn.conversation.missed + 1
    turn.change(missed=missed)
    skippable = prompt.slot in BY_SLOT or prompt.step is not None
    if missed >= 2 and skippable:
        turn.change(missed=0)
        turn.say("ctl.no_match2")
        repairs.leave(turn, prompt)
        return
    simple = f"simple.{prompt.slot}" if prompt.slot else "simple.choice"
    said_as = key if key and prompt.slot else "ctl.no_match"
    repairs.ask_again(turn, prompt, said_as, question_simple=turn.text(simple))


def _hear_after_pause(turn: Turn, prompt: Prompt, text: str) -> None:
    """Back from a pause: *resume* brings the recap; an answer is taken as one."""
    wish = intent(text, turn.heard, asking=prompt.slot or None)
    if wish is not None and wish.name in ("resume", "yes"):
        repairs.resume(turn)
        return
    turn.change(status="talking")
    hear_at(turn, prompt, text)


def _hear_without_prompt(turn: Turn, text: str) -> None:
    """Nothing is open: a wish about the last plan, or the start of a new talk."""
    wish = intent(text, turn.heard)
    if wish is None:
        _open_with(turn, text)
    elif wish.name in ("restart", "yes"):
        turn.change(offer=None)
        offer.begin(turn)
    elif wish.name in _NOTHING_TO or (wish.name in _OF_A_PLAN and not turn.plan.number):
        turn.say("ctl.nothing_open")
    elif wish.name in _CHANGES_IT and is_locked(turn):
        turn.say(f"life.locked.{turn.plan.state}")
    else:
        repairs.repair(turn, wish.name, wish.rest)


def _open_with(turn: Turn, text: str) -> None:
    finding = judge(text, turn.heard)
    if finding.intercept and finding.tool:
        turn.change(
            lang=finding.lang, offer=Offer(finding.tool, finding.goal, finding.problem, finding.people, finding.date)
        )
        offer.begin(turn)
    elif len(text.split()) >= MIN_WORDS and weak_pattern("problem", text, turn.heard) != "dont_know":
        turn.change(lang=turn.heard, offer=None)
        _begin_with(turn, text)
    else:
        _greet(turn)


def _greet(turn: Turn) -> None:
    """No question is open: a newcomer is welcomed, others hear how to go on."""
    if turn.plan.number:
        turn.say("ctl.nothing_open")
    else:
        turn.ask("ctl.welcome")


def _begin_with(turn: Turn, text: str) -> None:
    """Start a talk with an answer to its first question already given."""
    offer.start_talk(turn)
    hear(turn, turn.open_prompt("q.problem"), text)


def _later_on(turn: Turn, text: str) -> None:
    found = find_dates(text, turn.heard, turn.moment.today)
    if not found:
        _not_understood(turn)
        return
    offer.remind_at(turn, datetime.combine(found[0].day, time(9), turn.moment.now.tzinfo))
