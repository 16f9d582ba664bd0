"""What others than the owner see of a plan: the plan itself, and nothing of how it came about.

Something sensitive leaves no trace: a plan with it looks the same as the plan without it.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from dialogs.coach.quoting import sentence_case
from dialogs.coach.summary import labelled, plan_in_words, title_words, written
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.life.history import Version
from dialogs.life.record import Record, Role
from dialogs.plan import Override, Plan, Step
from dialogs.replies import Choice, PlanCard, Row
from dialogs.review import SENSITIVE


def seen_by_others(plan: Plan) -> Plan:
    """The plan without anything sensitive, and without what was said on the way to it.

    Gone are the tool of the first message, clauses as typed, the grounds of verdicts and of choices, weak answers;
    and the parry once no obstacle is left to see, for it would tell of one.
    """
    obstacles = tuple(obstacle for obstacle in plan.obstacles if not obstacle.sensitive)
    return replace(
        plan,
        trigger_tool=None,
        steps=tuple(map(_step_seen, plan.steps)),
        obstacles=obstacles,
        ifthen=plan.ifthen if obstacles else "",
        overrides=tuple(Override(override.step, override.tool, "") for override in plan.overrides),
        weak={},
    )


def reviewed_by_others(plan: Plan) -> Plan:
    """The plan as findings for others are made of: as they see it, with the weaknesses of the words they see."""
    weak = {slot: pattern for slot, pattern in plan.weak.items() if pattern != SENSITIVE}
    return replace(seen_by_others(plan), weak=weak)


def past_for(role: Role, record: Record, versions: Iterable[Version]) -> tuple[Version, ...]:
    """The versions of which somebody is told: all to the owner, to a reviewer those since it was sent to them.

    To a reviewer as others see them, and none in which nothing that they see is new; to whoever else none.
    """
    if role == "owner":
        return tuple(versions)
    if role != "reviewer":
        return ()
    sent = (version for version in versions if version.number >= record.life.sent_version)
    seen = (version._replace(plan=seen_by_others(version.plan)) for version in sent)
    return tuple(next(alike) for _, alike in groupby(seen, lambda version: _content(version.plan)))


def others_card(
    record: Record,
    lang: Lang,
    familiar: bool,
    today: date,
    *,
    key: str = "plan.others",
    intro: str = "",
    notes: tuple[str, ...] = (),
    choices: tuple[Choice, ...] = (),
) -> PlanCard:
    """The plan on one screen for somebody else: labels in the reader's language, the owner's own words."""
    owner = record.life.owner
    said = plan_in_words(seen_by_others(record.plan), lang, today, to_owner=False)
    whose = (Row(text_of("others.owner", lang, familiar), owner.name),) if owner is not None and owner.name else ()
    card = written(key, title_for_others(record, lang), (*whose, *labelled(said, lang)), lang, intro, notes)
    return replace(card, choices=choices)


def title_for_others(record: Record, lang: Lang) -> str:
    """The title in the owner's words, where *my* stays *my*."""
    owner = record.life.owner
    words = title_words(record.plan, owner.lang if owner is not None else lang)
    return sentence_case(words) or text_of("word.untitled", lang)


def _content(plan: Plan) -> Plan:
    """What is planned, wherever it stands and whenever its owner is asked about it."""
    return replace(plan, state="draft", share=None, reviewer=None, checkin_on=None)


def _step_seen(step: Step) -> Step:
    """A step with its verdict, without what the verdict hangs on: a reason may tell of trust, or of somebody."""
    return Step(step.text, step.owner, step.due, verdict=step.verdict, categories=step.categories, tool=step.tool)
