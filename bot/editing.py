"""Plans that are edited in a form: only what was changed is taken, on the plan of the talk or on an earlier one."""

from datetime import date
from typing import NamedTuple

from adapters.hearing import Person, SheetSent
from bot.talks import plans_of, talk_about
from dialogs.coach.sheets import changed, plan_sheet, step_sheet
from dialogs.conversation import Conversation
from dialogs.events import PlanEdited, StepEdited
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


def _numbers(about: str) -> tuple[int, int | None]:
    """The plan (0 for none), and the step from 0 if any, that a sheet is about."""
    number, _, step = about.partition("/")
    return int(number or 0), int(step) if step else None
