"""The engine: `step(conversation, event, moment) -> Outcome`, the one door into the core.

Theory. A conversation is a check-list of slots and at most one open prompt. An event is one of six things: silence
(Elapsed), an offer (Noticed), a wish about the talk (a repair, valid at every prompt), a choice (a button or words
that mean one), an answer (kept, read, probed), or an answer written anew. What to ask next is always derived from the
slots, so corrections, skips and several answers at once need no path of their own.

A button carries the token of its prompt. A press on any other prompt than the open one changes nothing and gets a
friendly note. Bad input never changes a slot. The tool gate is kept in `turn.py`.
"""

from typing import Final, assert_never

from dialogs.coach.editing import edit_plan, edit_step, is_locked
from dialogs.coach.expiry import expire
from dialogs.coach.listening import hear_words
from dialogs.coach.offer import begin_about, notice, press_too_late, take_back
from dialogs.coach.pressing import press
from dialogs.coach.questions import BY_SLOT
from dialogs.coach.repairs import put_again, repair
from dialogs.coach.rewording import hear_rewording
from dialogs.coach.talk import hear_form
from dialogs.coach.waiting import break_silence, days_away, give_way, greet_after_silence, remind
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.events import (
    Clicked,
    Elapsed,
    Event,
    LanguageChosen,
    Moment,
    Noticed,
    PlanEdited,
    RegisterChosen,
    Reworded,
    Said,
    Started,
    StepEdited,
    Submitted,
    Unsaid,
)
from dialogs.reading.typed import MAX_CHARACTERS, printable
from dialogs.turn import Outcome, Turn

NO_COMPANY: Final = Company()


def step(conversation: Conversation, event: Event, moment: Moment, company: Company = NO_COMPANY) -> Outcome:
    """Take one event. Pure: the same arguments give the same outcome, and nothing else happens.

    Raises ToolGateClosed only for a fault of ours; whatever a person does is answered in words.
    """
    turn = Turn(conversation, moment, company)
    silent = isinstance(event, Elapsed | Unsaid)  # a message deleted in a channel is no word to the coach
    turn.change(turn=conversation.turn + 1)
    if not silent:  # any word ends the count of silence
        turn.change(last_at=moment.now, delete_on=None)
        give_way(turn)
    away = days_away(conversation, moment.now)
    if not isinstance(event, Unsaid):
        remind(turn)
    match event:
        case PlanEdited() | StepEdited() | Reworded() if is_locked(turn):
            turn.say(f"life.locked.{turn.plan.state}")
        case Said():
            turn.excerpts = event.excerpts
            hear_words(turn, event.text)
        case Clicked():
            _click(turn, event)
        case Noticed():
            notice(turn, event)
        case Submitted():
            _submit(turn, event)
        case Started():
            _start(turn, event)
        case Unsaid():
            take_back(turn, event.source)
        case Reworded():
            hear_rewording(turn, event)
        case PlanEdited():
            edit_plan(turn, event)
        case StepEdited():
            edit_step(turn, event)
        case LanguageChosen():
            repair(turn, "language", event.lang)
        case RegisterChosen():
            repair(turn, "tu" if event.familiar else "vous", "")
        case Elapsed():
            if not expire(turn):
                break_silence(turn, away)
        case _:
            assert_never(event)
    if turn.plan.state == "draft" and turn.conversation.slots:
        turn.change_plan(state="in_coaching")
    if not silent:
        greet_after_silence(turn, away)
    return turn.outcome()


def _click(turn: Turn, event: Clicked) -> None:
    prompt = turn.conversation.prompt
    if prompt is None or event.token not in (None, prompt.token) or event.button not in prompt.buttons:
        press_too_late(turn, event.button)
        return
    press(turn, prompt, event.button)


def _submit(turn: Turn, event: Submitted) -> None:
    prompt = turn.conversation.prompt
    if prompt is None or prompt.key != "ctl.form" or event.token not in (None, prompt.token):
        turn.say("ctl.stale")
        return
    typed = {slot: printable(text) for slot, text in event.fields.items() if slot in BY_SLOT}
    if any(len(text) > MAX_CHARACTERS for text in typed.values()):
        turn.say("ctl.too_long", limit=str(MAX_CHARACTERS))
        return
    hear_form(turn, typed)


def _start(turn: Turn, event: Started) -> None:
    """`/plan start`: a new talk; one that is under way is asked about first."""
    if turn.conversation.status in ("talking", "paused") and turn.conversation.prompt is not None:
        put_again(turn)
        return
    begin_about(turn, event.noticed)
