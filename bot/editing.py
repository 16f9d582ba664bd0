"""Plans that are edited in a form: only what was changed is taken, on the plan of the talk or on an earlier one."""

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from adapters.hearing import Person, SheetSent
from bot.talks import plans_of, talk_about
from dialogs.coach.sheets import changed, plan_sheet, step_sheet
from dialogs.coach.told import slots_of
from dialogs.conversation import Conversation
from dialogs.events import PlanEdited, StepEdited
from dialogs.plan import Plan
from dialogs.views import Sheet
from storage.transaction import Transaction


class Editing(NamedTuple):
    """A sheet as it is to be filled in now, and the talk about its plan (made for it, where the plan is earlier)."""

    talk: Conversation
    sheet: Sheet


def editing(tx: Transaction, person: Person, talk: Conversation, about: str, today: date) -> Editing | None:
    """The sheet of a plan ("3") or of one of its steps ("3/1"); None when that is gone.

    `about` empty: of the plan of the talk, else of the latest.
    """
    number, step = _numbers(about)
    plans = plans_of(tx, person, talk)
    plan = next((plan for plan in plans if plan.number == (number or talk.plan.number or plan.number)), None)
    if plan is None:
        return None
    of_plan = talk_about(talk, plan)
    sheet = plan_sheet(of_plan, today) if step is None else step_sheet(of_plan, step, today)
    return Editing(of_plan, sheet) if sheet else None


def taken_up(talk: Conversation, plan: Plan, today: date) -> Conversation:
    """The talk, which is over, about another plan of theirs: with what was told of it, and nothing open."""
    about = talk_about(talk, plan)
    if about is talk:
        return talk
    told = slots_of(about, today)
    return replace(
        talk, plan=plan, slots=told, status="closed", prompt=None, held=None, offer=None, trail=(), summary_shown=True
    )


def edited(sheet: Sheet, sent: SheetSent) -> PlanEdited | StepEdited | None:
    """What the person changed; None when that is nothing."""
    news = changed(sheet, sent.values)
    if not news:
        return None
    number, step = _numbers(sheet.about)
    if step is None:
        return PlanEdited(number, news)
    values = {one.name: one.value for one in sheet.inputs} | news
    due = date.fromisoformat(values["due"]) if values["due"] else None
    return StepEdited(number, step, values["text"], values["owner"], due)


def plan_and_part(typed: str) -> tuple[int | None, str]:
    """The number of a plan and the part of it, in "3 objective"; either may be missing."""
    first, _, rest = typed.strip().partition(" ")
    number = first.lstrip("#")
    return (int(number), rest.strip()) if number.isdecimal() and len(number) < 10 else (None, typed.strip())


def _numbers(about: str) -> tuple[int, int | None]:
    """The plan (0 for none), and the step from 0 if any, that a sheet is about."""
    number, _, step = about.partition("/")
    return int(number or 0), int(step) if step else None
