"""One act on a plan in the making: the record as it changes, what its author is told, and what others are.

Like `dialogs.turn.Turn` it lives for one call. An act either goes through as a whole or changes nothing: what cannot
be done is said, with what can.
"""

from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from dialogs.coach.quoting import sentence_case
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.events import Moment
from dialogs.life.history import Version
from dialogs.life.keys import plan_key
from dialogs.life.naming import shown_title
from dialogs.life.record import Party, Record, Spot
from dialogs.life.states import By, LifeEvent, after
from dialogs.replies import Ask, Choice, Reply, Say
from dialogs.saying import day, french_spacing

NO_PARTY: Final = Party("", "")


class Args(NamedTuple):
    """What an act was given beside the plan: words, somebody, a channel, the version that the person looked at.

    `versions` are those kept so far, oldest first, for acts that say what changed.
    """

    text: str = ""
    to: Party | None = None
    room: Spot | None = None
    version: int | None = None
    versions: tuple[Version, ...] = ()


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a question beside the talk is about: the act that its answer does, on which plan, with what is known so far.

    `act` is a name of `dialogs.life.acting.ACTS`. It travels in `Prompt.about`, as JSON.
    """

    act: str
    ref: str = ""
    version: int = 0
    text: str = ""
    to: Party | None = None
    room: Spot | None = None


def read_question(about: str) -> Question:
    """The question of a prompt's `about`. Raises msgspec.DecodeError for what is none."""
    return msgspec.json.decode(about, type=Question)


class Asked(NamedTuple):
    """A question to put in the private talk: its message key, its words and its buttons."""

    key: str
    text: str
    question: Question
    buttons: tuple[Choice, ...] = ()


class Notice(NamedTuple):
    """A reply for somebody else than who acted."""

    to: Party
    reply: Reply


class Act:
    """The working copy. `by` is who acts; `keeps` says that the plan as it stands now is to be kept as a version."""

    def __init__(self, record: Record, by: Party, moment: Moment, company: Company, args: Args) -> None:
        self.ref, self.plan, self.life = record
        self.by = by
        self.moment = moment
        self.company = company
        self.args = args
        self.replies: list[Reply] = []
        self.notices: list[Notice] = []
        self.asked: Asked | None = None
        self.keeps = False
        self.deleted = False

    @property
    def record(self) -> Record:
        """The record as it stands."""
        return Record(self.ref, self.plan, self.life)

    def move(self, event: LifeEvent, by: By = "owner") -> None:
        """Go on to the next state. Raises Illegal; then nothing was changed."""
        state = after(self.plan.state, event, by)
        if state != self.plan.state:
            self.plan = replace(self.plan, state=state)
            began = self.moment.today if state == "running" else self.life.started_on
            self.live(since=self.moment.now, timers=(), started_on=began)
        self.stir()

    def stir(self) -> None:
        """Something moved: the count of silence begins anew, and a plan at a standstill is none any more."""
        timers = tuple(timer for timer in self.life.timers if timer == "first_step")
        self.live(moved_at=self.moment.now, stalled_on=None, delete_on=None, timers=timers)

    def live(self, **changes: Any) -> None:
        """Replace fields of the life."""
        self.life = replace(self.life, **changes)

    def rewrite(self, **changes: Any) -> None:
        """Replace fields of the plan; it is kept as a version."""
        self.plan = replace(self.plan, **changes)
        self.keep_version()

    def keep_version(self) -> None:
        """Keep the plan as a version: one an act, and its number is known at once, for the buttons of its cards."""
        if not self.keeps:
            self.keeps = True
            self.live(version=self.life.version + 1)

    def say(self, key: str, *buttons: str, **values: str) -> None:
        """Tell who acted, with buttons that are about this plan."""
        self.replies.append(said(self.record, self.by, key, buttons, values, self.moment))

    def tell(self, to: Party | None, key: str, *buttons: str, **values: str) -> None:
        """Tell somebody else; who acted is told by `say`, and nobody is told nothing."""
        if to is not None and to.key != self.by.key:
            self.notices.append(Notice(to, said(self.record, to, key, buttons, values, self.moment)))

    def show(self, to: Party, card: Reply) -> None:
        """Put a card before somebody."""
        if to.key == self.by.key:
            self.replies.append(card)
        else:
            self.notices.append(Notice(to, card))

    def ask(self, key: str, act: str, *buttons: str, **values: str) -> None:
        """Ask who acts something: their next words, or a button, do `act`."""
        question = Question(act, str(self.ref), self.life.version, to=self.args.to, room=self.args.room)
        choices = tuple(Choice(name, text_of(name, self.by.lang, self.by.familiar)) for name in buttons)
        self.asked = Asked(key, words(self.record, self.by, key, values, self.moment), question, choices)

    @property
    def owner(self) -> Party:
        """The owner; somebody without a name, for a plan of before there were parties."""
        return self.life.owner or replace(NO_PARTY, tenant=self.ref.tenant, id=self.ref.person)


def said(
    record: Record, to: Party, key: str, buttons: tuple[str, ...], values: dict[str, str], moment: Moment
) -> Say | Ask:
    """A message about a plan in somebody's language; its buttons name the plan."""
    text = words(record, to, key, values, moment)
    if not buttons:
        return Say(key, text, "review")
    return Ask(key, text, "", choices(record, to, *buttons), "review")


def choices(record: Record, to: Party, *names: str) -> tuple[Choice, ...]:
    """Buttons about a plan, as it stands; one that opens a sheet about it names it by its number."""
    return tuple(_choice(record, to, name) for name in names)


def _choice(record: Record, to: Party, name: str) -> Choice:
    sheet, _, label = name.partition("|")
    if label:  # "sheet.edit.plan|home.edit": what it opens, and what it says
        return Choice(f"{sheet}:{record.ref.number}", text_of(label, to.lang, to.familiar))
    return Choice(plan_key(name, record.ref, record.life.version), text_of(name, to.lang, to.familiar))


def words(record: Record, to: Party, key: str, values: dict[str, str], moment: Moment) -> str:
    """A message of the script about a plan: title, number, names and days are filled in as this person reads them."""
    template = text_of(key, to.lang, to.familiar)
    if "{" not in template:
        return template
    life, plan = record.life, record.plan
    known = {
        "title": shown_title(record, to.key, to.lang),
        "number": str(plan.number),
        "owner": life.owner.name if life.owner else "",
        "reviewer": life.reviewer.name if life.reviewer else "",
        "state": text_of(f"state.{plan.state}", to.lang).lower(),
        "since": day(life.since.astimezone(moment.now.tzinfo).date(), to.lang, moment.today) if life.since else "",
    }
    text = sentence_case(template.format_map(known | values))
    return french_spacing(text) if to.lang == "fr" else text
