"""The home page: what waits for the person, their plans by how far they are, what is set, and who sees what."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Final

from dialogs.coach.summary import open_points, title_of
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.events import Moment
from dialogs.plan import Plan, PlanState
from dialogs.replies import Choice, Row
from dialogs.saying import day
from dialogs.turn import Turn
from dialogs.views import Home, PlanGroup, PlanLine, Settings

MOST_POINTS: Final = 3  # of a plan: the page is a glance, the plan itself has them all

# The groups from top to bottom, by the state that names them; a draft is in coaching already.
_GROUPS: Final[tuple[tuple[PlanState, ...], ...]] = (
    ("in_coaching", "draft"), ("ready",), ("in_review",), ("changes_requested",), ("approved",), ("running",),
    ("done",), ("dropped",),
)  # fmt: skip
_OVER: Final = ("done", "dropped")
_NO_DAYS: Final[Mapping[int, date]] = MappingProxyType({})


def home(
    conversation: Conversation,
    plans: Sequence[Plan],
    settings: Settings,
    today: date,
    changed_on: Mapping[int, date] = _NO_DAYS,
    reviews: Sequence[str] = (),
) -> Home:
    """The page of a person with these plans; `changed_on` tells the day of the last change by plan number.

    `reviews` are plans of others that wait for their word, a sentence each.
    The plan being talked about is shown as it stands in the talk, whether `plans` holds it or not.
    """
    words = _Words(conversation)
    waiting = _waiting(conversation, today)
    lines = [_line(conversation, plan, today, changed_on) for plan in _all(conversation, plans)]
    return Home(
        lang=conversation.lang,
        title=words("home.title").format(first_name=conversation.first_name).strip(),
        intro=words("home.intro"),
        waiting=(*reviews, *((words("home.waiting").format(question=waiting),) if waiting else ())),
        groups=tuple(_grouped(lines, words)),
        empty=words("home.empty"),
        settings=tuple(_settings(settings, words)),
        privacy=tuple(words(f"home.privacy.{name}") for name in ("channels", "plans", "delete")),
        headings=(
            words("home.head.waiting"),
            words("home.head.plans"),
            words("home.head.settings"),
            words("home.head.privacy"),
        ),
        buttons=words.choices("home.continue" if waiting else "home.start", "home.settings"),
        plan_buttons=words.choices("home.show", "home.edit"),
    )


class _Words:
    """The messages as this person reads them."""

    def __init__(self, conversation: Conversation) -> None:
        self.lang = conversation.lang
        self._familiar = conversation.familiar

    def __call__(self, key: str) -> str:
        return text_of(key, self.lang, self._familiar)

    def choices(self, *keys: str) -> tuple[Choice, ...]:
        return tuple(Choice(key, self(key)) for key in keys)


def _all(conversation: Conversation, plans: Sequence[Plan]) -> list[Plan]:
    """The person's plans, newest first."""
    by_number = {plan.number: plan for plan in (*plans, conversation.plan) if plan.number}
    return sorted(by_number.values(), key=lambda plan: -plan.number)


def _waiting(conversation: Conversation, today: date) -> str:
    """The question of the plan that is open; empty when none is, or when the person stopped."""
    prompt = conversation.held or conversation.prompt
    if prompt is None or conversation.status not in ("talking", "paused"):
        return ""
    if not prompt.slot and prompt.step is None:  # a matter of the talk, none of the plan
        return ""
    noon = datetime.combine(today, time(12), UTC)
    return Turn(conversation, Moment(noon), Company()).text(prompt.key, prompt)


def _line(conversation: Conversation, plan: Plan, today: date, changed_on: Mapping[int, date]) -> PlanLine:
    lang, on = conversation.lang, changed_on.get(plan.number)
    told = conversation if plan == conversation.plan else Conversation(lang=lang, plan=plan)
    points = () if plan.state in _OVER else open_points(told, today)[:MOST_POINTS]
    return PlanLine(plan.number, title_of(plan, lang), plan.state, tuple(points), day(on, lang, today) if on else "")


def _grouped(lines: Sequence[PlanLine], words: _Words) -> Iterator[PlanGroup]:
    for states in _GROUPS:
        found = tuple(line for line in lines if line.state in states)
        if found:
            yield PlanGroup(words(f"state.{states[0]}"), found)


def _settings(settings: Settings, words: _Words) -> Iterator[Row]:
    yield Row(words("sheet.lang"), words(f"sheet.lang.{settings.lang}"))
    if words.lang == "fr":
        yield Row(words("sheet.register"), words(f"sheet.register.{'tu' if settings.familiar else 'vous'}"))
    hours = words("home.offers_on").format(begin=settings.hours_from, end=settings.hours_to)
    yield Row(words("sheet.offers"), hours if settings.offers else words("home.offers_off"))
    if settings.quiet_channels:
        yield Row(words("sheet.channels"), ", ".join(channel.label for channel in settings.quiet_channels))
