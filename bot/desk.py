"""The desk: one person's event in, the coach's replies out, inside the transaction that it is given.

Every place where people talk (terminal, page, the chat platforms) has its events taken here, so that state, plans
and facts are kept together with what its caller adds, or not at all.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from adapters.hearing import Commanded, Forgotten, Happened, Invited, Person, PlanDue, Seen, ShadowOver, SheetSent
from bot.commands import Command, as_command, behind_plan, is_wish, obey
from bot.data import FORGET
from bot.dealing import ABOUT_PLANS, about_a_plan, about_plans, plan_is_due, press, send_picked, take_answer
from bot.digest_choice import PRESSED, ask_whether
from bot.editing import edited, editing, plan_and_part, taken_up
from bot.export_links import Links
from bot.farewell import say_farewell
from bot.figures import is_figure, take_figure
from bot.first_step import first_step_told, take_first_step
from bot.here import joined, shadow_over
from bot.keeping import keep_plan, keep_talk, keep_turn
from bot.living import Living
from bot.permission import SHADOW, thread_of, why_quiet
from bot.placing import from_a_channel, only_to_them
from bot.settings import save_settings
from bot.sheets import WITH_SHEETS
from bot.talks import OPEN, as_it_is_now, plans_of, talk_of
from dialogs.coach.prefill import may_tell_much
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Clicked, Elapsed, Event, Noticed, Said, Started
from dialogs.life.act import Notice
from dialogs.life.asking import Answered, answered
from dialogs.reading.intents import fix_slot
from dialogs.replies import Reply, Say
from dialogs.turn import Read, Turn
from storage.offers import Made, Signs
from storage.transaction import Transaction


class Answer(NamedTuple):
    """What the coach says to an event, the state after it, and what the line was read as.

    `quiet` is why it kept quiet on a channel message, a short reason without the message's words; `before` is the
    state before the event, where that changed it; `notices` are what other people are told.
    """

    replies: tuple[Reply, ...]
    conversation: Conversation
    read: Mapping[str, Read] = MappingProxyType({})
    quiet: str = ""
    before: Conversation | None = None
    notices: Sequence[Notice] = ()


class Desk:
    """Takes events of people. It remembers nothing itself: all is in the transaction."""

    def __init__(self, company: Company, *, any_hour: bool = False, links: Links | None = None) -> None:
        """`any_hour` lifts the hours in which the coach may speak: for a make-believe channel, tried at night.

        `links` makes the links of an export; without them its words are said.
        """
        self.company = company
        self._any_hour = any_hour
        self._links = links

    def take(self, tx: Transaction, happened: Happened) -> Answer:
        """Take an event, whatever it is. What concerns the talk is answered in private, wherever it came from."""
        answer = self._take(tx, happened)
        if not happened.public:
            return answer
        turn = self._turn_of(answer.conversation, happened)
        return answer._replace(replies=from_a_channel(answer.replies, turn))

    def why_quiet(self, tx: Transaction, happened: Happened, seen: Seen) -> str | None:
        """Why the coach keeps quiet on a tool-first message; None when it may make its offer."""
        return why_quiet(tx, self.company, happened, seen, any_hour=self._any_hour)

    def quiet(self, tx: Transaction, happened: Happened, seen: Seen) -> str | None:
        """The same; in the shadow it notes that it would have made its offer."""
        why = self.why_quiet(tx, happened, seen)
        if why == SHADOW:
            _record(tx, happened, seen, "shadow")
        return why

    def may_tell_much(self, tx: Transaction, happened: Happened, said: Said) -> bool:
        """Whether these words may answer several questions of their talk at once."""
        if happened.public or as_command(said.text):
            return False
        return may_tell_much(talk_of(tx, happened.person), said.text)

    def stands_for(self, tx: Transaction, person: Person, message: str) -> bool:
        """Whether an offer that was made for that message waits for its answer."""
        talk = talk_of(tx, person)
        return talk.status == "offered" and talk.offer is not None and talk.offer.source == message

    def show(self, tx: Transaction, person: Person) -> Answer:
        """The state as it is; changes nothing and says nothing."""
        return Answer((), talk_of(tx, person))

    def _take(self, tx: Transaction, happened: Happened) -> Answer:
        match happened.event:
            case Seen() as seen:
                return self._offer(tx, happened, seen)
            case PlanDue(number):
                return self._live(tx, happened, lambda living: plan_is_due(living, number))
            case Clicked() | Said() as event if said := self._answered(tx, happened, event):
                if said.question.act == FORGET and said.text is not None:
                    return self._forget(tx, happened)
                return self._live(tx, happened, lambda living: take_answer(living, said))
            case Clicked(button) if button in PRESSED:
                return self._live(tx, happened, PRESSED[button])
            case Clicked(button) if about := about_a_plan(button):
                return self._live(tx, happened, lambda living: press(living, about))
            case Said(text) if command := as_command(text):
                return self._obey(tx, happened, Commanded(text), command)
            case Said(text) if is_figure(tx, happened, text):
                return self._live(tx, happened, lambda living: take_figure(living, text))
            case Said(text) if told := first_step_told(tx, happened, text):
                return self._live(tx, happened, lambda living: take_first_step(living, told))
            case Said(text) if happened.public and not is_wish(text) and self._asks(tx, happened.person):
                return self._step(tx, happened, Started())  # others read it: no answer to what was asked in private
            case Commanded() as commanded:
                return self._obey(tx, happened, commanded, behind_plan(commanded.text))
            case Invited() as invited:
                return self._say(tx, happened, lambda turn: joined(tx, turn, happened, invited))
            case ShadowOver() as over:
                return self._say(tx, happened, lambda turn: shadow_over(tx, turn, happened, over))
            case SheetSent() as sent:
                return self._sheet(tx, happened, sent)
            case Forgotten():
                return self._forget(tx, happened)
            case event:
                return self._step(tx, happened, event)

    def _asks(self, tx: Transaction, person: Person) -> bool:
        """Whether a talk is open, in which their next words would be an answer."""
        return talk_of(tx, person).status in ("talking", "paused")

    def _offer(self, tx: Transaction, happened: Happened, seen: Seen) -> Answer:
        """Make the private offer for a tool-first message, if good manners allow it."""
        person, finding = happened.person, seen.finding
        quiet = self.quiet(tx, happened, seen)
        if quiet is not None or finding.tool is None:
            return Answer((), talk_of(tx, person), quiet=quiet or "")
        _record(tx, happened, seen, "none")
        lang = finding.lang or person.lang
        read = (finding.goal, finding.problem, finding.people, finding.date)
        return self._step(tx, happened, Noticed(finding.tool, lang, *read, seen.message))

    def _answered(self, tx: Transaction, happened: Happened, event: Clicked | Said) -> Answered | None:
        """What it answers to a question beside the talk; words in a channel answer nothing asked in private."""
        if isinstance(event, Said) and (happened.public or as_command(event.text)):
            return None
        kept = tx.conversations.load(happened.person.key)
        return answered(self._turn_of(kept.conversation, happened), event) if kept else None

    def _obey(self, tx: Transaction, happened: Happened, commanded: Commanded, command: Command) -> Answer:
        if command.name == "start":
            return self._step(tx, happened, Started())
        if command.name == "edit" and happened.platform not in WITH_SHEETS:
            return self._edit_in_words(tx, happened, command.rest)
        if command.name in ABOUT_PLANS:
            return self._live(tx, happened, lambda living: about_plans(living, commanded, command))
        return self._say(tx, happened, lambda turn: obey(tx, turn, happened, commanded, command))

    def _say(self, tx: Transaction, happened: Happened, say: Callable[[Turn], None]) -> Answer:
        """Answer beside the talk, which stays where it is: to them alone, where they are."""
        turn = self._turn_of(talk_of(tx, happened.person), happened)
        say(turn)
        return Answer(only_to_them(turn.replies) if happened.public else tuple(turn.replies), turn.conversation)

    def _edit_in_words(self, tx: Transaction, happened: Happened, rest: str) -> Answer:
        """`/plan edit 3 steps` where no form opens: the talk takes the plan up, and asks for that part anew."""
        person, talk = happened.person, talk_of(tx, happened.person)
        number, part = plan_and_part(rest)
        plan = next(
            (p for p in plans_of(tx, person, talk) if p.number == (number or talk.plan.number or p.number)), None
        )
        if plan is None:
            key = "cmd.no_such" if number else "cmd.none"
            return self._say(tx, happened, lambda turn: turn.say(key, which=str(number)))
        if plan.number != talk.plan.number and talk.status in OPEN:
            return self._say(tx, happened, lambda turn: turn.say("cmd.edit.talk_open", number=str(talk.plan.number)))
        kept = tx.conversations.load(person.key)
        taken = taken_up(talk, plan, person.moment(happened.at).today)
        if taken is not talk:
            tx.conversations.save(person.key, taken, kept and kept.version)
        named = part if fix_slot(part, talk.lang) else ""  # words that are no part would be taken for an answer
        return self._step(tx, happened, Said(text_of("word.fix", talk.lang).format(part=named).strip()))

    def _live(self, tx: Transaction, happened: Happened, work: Callable[[Living], None]) -> Answer:
        """Something about the life of plans, beside the talk. Questions are put in private, the rest where they are."""
        kept = tx.conversations.load(happened.person.key)
        before = as_it_is_now(tx, kept, happened.person)
        turn = self._turn_of(before, happened)
        living = Living(tx, turn, happened, self._links)
        work(living)
        asks = any(not isinstance(reply, Say) and reply.token for reply in turn.replies)
        if living.reads and not asks:
            ask_whether(living)
        if turn.conversation != before:
            keep_talk(tx, turn, happened, kept)
        replies = tuple(turn.replies) if asks or not happened.public else only_to_them(turn.replies)
        return Answer(replies, turn.conversation, before=before, notices=living.notices)

    def _sheet(self, tx: Transaction, happened: Happened, sent: SheetSent) -> Answer:
        """Take a sheet that came back; one that changes nothing is answered by nothing."""
        if sent.key == "settings":
            return self._say(tx, happened, lambda turn: save_settings(tx, turn, happened, sent))
        if sent.key == "send":
            return self._live(tx, happened, lambda living: send_picked(living, sent))
        person = happened.person
        talk = talk_of(tx, person)
        found = editing(tx, person, talk, sent.about, person.moment(happened.at).today)
        if found is None:
            return self._say(tx, happened, lambda turn: turn.say("edit.gone"))
        event = edited(found.sheet, sent)
        if event is None:
            return Answer((), talk)
        return self._step(tx, happened, event) if found.talk == talk else self._edit(tx, happened, found.talk, event)

    def _edit(self, tx: Transaction, happened: Happened, about: Conversation, event: Event) -> Answer:
        """Edit an earlier plan, beside the talk, which stays as it is."""
        person = happened.person
        outcome = step(about, event, person.moment(happened.at), self.company)
        living = Living(tx, self._turn_of(talk_of(tx, person), happened), happened)
        living.turn.replies += outcome.replies
        keep_plan(living, outcome.conversation)
        return Answer(tuple(living.turn.replies), living.turn.conversation, notices=living.notices)

    def _forget(self, tx: Transaction, happened: Happened) -> Answer:
        """Delete all about them, and say so as they were spoken to until now."""
        turn = self._turn_of(talk_of(tx, happened.person), happened)
        notices = say_farewell(tx, turn, happened).notices
        before = turn.conversation
        turn.say("data.forgotten")
        tx.forget(happened.person.key)
        replies = only_to_them(turn.replies) if happened.public else tuple(turn.replies)
        return Answer(replies, Conversation(), before=before, notices=notices)

    def _step(self, tx: Transaction, happened: Happened, event: Event) -> Answer:
        """A turn of the talk."""
        person = happened.person
        kept = tx.conversations.load(person.key)
        before = as_it_is_now(tx, kept, person)
        outcome = step(before, event, person.moment(happened.at), self.company)
        if isinstance(event, Elapsed) and not outcome.replies:
            return Answer((), before)  # nothing was due: silence touches no disk
        turn = self._turn_of(outcome.conversation, happened)
        turn.replies += outcome.replies
        notices = keep_turn(tx, turn, happened, kept, before, outcome)
        return Answer(tuple(turn.replies), turn.conversation, outcome.read, before=before, notices=notices)

    def _turn_of(self, talk: Conversation, happened: Happened) -> Turn:
        return Turn(talk, happened.person.moment(happened.at), self.company)


def _record(tx: Transaction, happened: Happened, seen: Seen, answer: Made) -> None:
    """Note that the offer is made, or would have been, and on which signs."""
    person, now, found = happened.person, happened.at, seen.finding
    thread, signs = thread_of(person, seen, now), Signs(found.score, found.reasons, found.lang)
    tx.offers.record(person.key, seen.channel, thread, person.moment(now).now, answer, signs)
