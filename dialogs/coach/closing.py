"""From the summary to a saved plan: first action, if-then, check-in, who sees it."""

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from dialogs.coach.matter import matter_of
from dialogs.coach.questions import CLOSING_QUESTIONS
from dialogs.coach.readers import read_into_plan
from dialogs.coach.summary import card
from dialogs.conversation import Prompt
from dialogs.life.states import after
from dialogs.plan import COACHING
from dialogs.reading.dates import find_dates
from dialogs.reading.grammar import names_in
from dialogs.review import is_ready, levels, with_weak
from dialogs.turn import Read, ShareWished, Turn

NO_TARGET_CHECKIN: Final = timedelta(days=30)  # without a target date the number is asked for in a month


def show_card(turn: Turn, buttons: tuple[str, ...] = ()) -> None:
    """Show the plan as it stands; with buttons it is a prompt that waits."""
    shown = card(turn.conversation, turn.moment.today)
    token = turn.open_prompt("summary.card", buttons=buttons).token if buttons else ""
    turn.replies.append(replace(shown, token=token, choices=turn.choices(buttons)))


def go_on_to_close(turn: Turn) -> None:
    """Show the summary once, then ask the next closing question, then close."""
    if not turn.conversation.summary_shown:
        turn.change(summary_shown=True)
        turn.change_plan(archetype=matter_of(turn))
        if turn.conversation.read_at_once:
            # Much was read from one long message: the card waits for the person's eye.
            show_card(turn, ("btn.right", "btn.fix"))
            return
        show_card(turn)
    for question in CLOSING_QUESTIONS:
        if turn.conversation.is_empty(question.slot) and _applies(turn, question.slot):
            if question.slot == "checkin":
                turn.change_plan(checkin_on=_checkin_day(turn))
            turn.ask(question.key)
            return
    close(turn)


def hear_closing(turn: Turn, prompt: Prompt, text: str) -> None:
    """Take a typed answer to a closing question."""
    if prompt.slot == "share":
        _hear_share(turn, text)
        return
    if prompt.slot == "checkin":
        found = find_dates(text, turn.heard, turn.moment.today)
        if not found:
            turn.change(missed=turn.conversation.missed + 1)
            turn.ask("q.checkin", said_as="ctl.no_match", question_simple=turn.text("simple.checkin"))
            return
        turn.change_plan(checkin_on=found[0].day)
    read_into_plan(turn, prompt.slot, text)
    settle_closing(turn, prompt.slot, text)


def agree_checkin(turn: Turn, yes: bool) -> None:
    """The person wants the check-in, or none."""
    if not yes:
        turn.change_plan(checkin_on=None)
    settle_closing(turn, "checkin", "yes" if yes else "no")


def settle_closing(turn: Turn, slot: str, text: str) -> None:
    """Keep a closing answer and go on."""
    turn.set_slot(slot, state="given", text=text)
    turn.read[slot] = Read(text)
    turn.add_to_trail(slot)
    turn.change(missed=0)
    go_on_to_close(turn)


def take_share(turn: Turn, choice: str) -> None:
    """Only me, send for review, or post. A review needs a reader who is not the owner."""
    turn.change_plan(share=choice)
    sponsor = turn.plan.decision.sponsor
    if choice == "review" and turn.plan.reviewer is None:
        if not sponsor or sponsor == turn.conversation.first_name:
            turn.ask("ctl.reviewer")
            return
        turn.change_plan(reviewer=sponsor)
    settle_closing(turn, "share", choice)


def close(turn: Turn) -> None:
    """The plan is saved: its state is what its levels allow, and the last word is the first action.

    It is sent or posted by what comes after: a plan is in review once somebody has it.
    """
    settle_state(turn)
    turn.change(status="closed", prompt=None)
    turn.say("close.done" if turn.plan.commitment else "close.done_plain")
    plan = turn.plan
    if plan.share in ("review", "post") and plan.state in (*COACHING, "ready"):
        turn.facts.append(ShareWished(plan.number, plan.share, plan.reviewer))


def settle_state(turn: Turn) -> None:
    """A plan that nobody else looks at yet is ready or not by what it holds."""
    state = turn.plan.state
    if state not in (*COACHING, "ready"):
        return
    if state == "draft":
        state = after(state, "first_answer")
        turn.change_plan(state=state)
    ready = is_ready(levels(with_weak(turn.conversation), turn.conversation.lang, turn.moment.today))
    if ready and state != "ready":
        turn.change_plan(state=after(state, "summary_confirmed"))
    elif not ready and state == "ready":
        turn.change_plan(state=after(state, "edit"))


def _hear_share(turn: Turn, text: str) -> None:
    names = names_in(text, turn.heard)
    if turn.plan.share == "review" or names:
        turn.change_plan(share="review", reviewer=names[0] if names else text.strip())
        settle_closing(turn, "share", "review")
        return
    turn.ask("q.share", said_as="ctl.no_match", question_simple=turn.text("simple.share"))


def _applies(turn: Turn, slot: str) -> bool:
    """A parry is asked for an obstacle in words only, never for a sensitive one; a check-in needs a number."""
    if slot == "ifthen":
        return any(obstacle.text for obstacle in turn.plan.obstacles)
    objective = turn.plan.objective
    return slot != "checkin" or bool(objective.measure or objective.target is not None)


def _checkin_day(turn: Turn) -> date:
    """Half way to the target day, never in the past."""
    today, due = turn.moment.today, turn.plan.objective.due
    if due is None:
        return today + NO_TARGET_CHECKIN
    return today + timedelta(days=max(1, ((due - today).days - 1) // 2))
