"""The lives of plans, on what is remembered: an act is done on the record as it stands, and all that follows is kept.

Whoever acts is told by their turn; others are told by notices, which the same transaction puts into their lanes.
"""

from typing import Final, NamedTuple

from msgspec.structs import replace

from adapters.hearing import Happened
from bot.export_links import Links
from bot.linking import reach
from bot.plan_clock import set_clock, stop_clock
from bot.talks import OPEN
from dialogs.coach.repairs import forget_notes
from dialogs.conversation import Conversation
from dialogs.life.act import Act, Args, Notice
from dialogs.life.acting import perform
from dialogs.life.asking import ask_beside
from dialogs.life.editing import edit
from dialogs.life.history import Version
from dialogs.life.others import past_for
from dialogs.life.record import Life, Party, Record, Ref, Role, role_of
from dialogs.life.states import LOCKED
from dialogs.plan import COACHING, Plan
from dialogs.replies import Ask
from dialogs.review import with_weak
from dialogs.turn import Turn
from storage.transaction import Transaction

_NO_ARGS: Final = Args()
_SAYS_WHAT_CHANGED: Final = frozenset({"send_now", "resend"})


class Found(NamedTuple):
    """A plan as it stands, and the revision of its row; None when only the talk has it so far."""

    record: Record
    revision: int | None


class Living:
    """One person's dealings with plans, theirs and others', in one turn."""

    def __init__(self, tx: Transaction, turn: Turn, happened: Happened, links: Links | None = None) -> None:
        """`links` makes the links of an export; None where no browser reaches us."""
        self.tx = tx
        self.turn = turn
        self.happened = happened
        self.links = links
        self.notices: list[Notice] = []
        self.reads = False  # they did something with a plan of somebody else, as one who reads it
        self.me = party_of(happened, turn.conversation)

    def own(self) -> tuple[Record, ...]:
        """Their own plans, newest first; the one being talked about as it stands in the talk."""
        stored = self.tx.plans.records(self.me.key)
        talk = self.turn.conversation
        if not self.is_talked_about(talk.plan.number):
            return stored
        begun = not any(record.ref.number == talk.plan.number for record in stored)
        new = (Record(Ref(*self.me.key, talk.plan.number), with_weak(talk), Life()),) if begun else ()
        own = (*new, *(self._as_talked(record) for record in stored))
        return tuple(sorted(own, key=lambda record: -record.ref.number))

    def read(self) -> tuple[Record, ...]:
        """The plans of others that they review or follow."""
        return self.tx.plans.read_by(self.me.key)

    def is_talked_about(self, number: int) -> bool:
        """Whether their talk is open, and about that plan."""
        talk = self.turn.conversation
        return talk.status in OPEN and talk.plan.number == number > 0

    def do(self, name: str, ref: Ref, args: Args) -> bool:
        """Do an act on that plan; False when there is no such plan for them."""
        found = self.find(ref)
        if found is None:
            return False
        record = _met(found.record, role_of(found.record, self.me.key), self.me)
        args = self._filled(name, record, args)
        act = perform(name, record, self.me, self.turn.moment, self.turn.company, args)
        if act is None:
            return False
        self.keep(act, found)
        self.reads = self.reads or role_of(act.record, self.me.key) in ("reviewer", "follower")
        return True

    def act(self, record: Record, args: Args = _NO_ARGS) -> Act:
        """An act of theirs on that plan, to be done."""
        return Act(record, self.me, self.turn.moment, self.turn.company, args)

    def keep(self, act: Act, found: Found) -> None:
        """Keep what came of an act, and say it."""
        now = self.happened.at
        if act.deleted:
            self._delete(act)
        elif act.record != found.record or act.keeps:
            record = self.tx.plans.keep(act.record, now, found.revision, version=act.keeps)
            set_clock(self.tx, record, self.me, now)
            self._take_into_the_talk(record)
        self.turn.replies += act.replies
        self.notices += act.notices
        if act.asked is not None:
            ask_beside(self.turn, act.asked)

    def find(self, ref: Ref) -> Found | None:
        """The plan as it stands; also one that only the talk has so far."""
        kept = self.tx.plans.record(ref)
        if kept is not None:
            own = ref.owner == self.me.key
            return Found(self._as_talked(kept.record) if own else kept.record, kept.revision)
        talk = self.turn.conversation
        if ref.owner == self.me.key and ref.number and ref.number == talk.plan.number:
            return Found(Record(ref, with_weak(talk), Life()), None)
        return None

    def _as_talked(self, record: Record) -> Record:
        if self.is_talked_about(record.ref.number):
            return record._replace(plan=with_weak(self.turn.conversation))
        return record

    def _filled(self, name: str, record: Record, args: Args) -> Args:
        """With what an act needs beside what was said: who had it last, what was kept of it."""
        again = name == "resend" or (name == "send" and record.plan.state == "changes_requested")
        if again and args.to is None:
            args = args._replace(to=record.life.reviewer)
        if name in _SAYS_WHAT_CHANGED:
            args = args._replace(versions=self.versions(record.ref))
        return args

    def versions(self, ref: Ref) -> tuple[Version, ...]:
        """All that was kept of a plan, oldest first, by the calendar of whoever asks."""
        zone = self.turn.moment.now.tzinfo
        kept = self.tx.plans.versions(ref.owner, ref.number)
        return tuple(Version(one.version, one.changed_at.astimezone(zone), one.plan) for one in kept)

    def past(self, record: Record) -> tuple[Version, ...]:
        """What they may be told of how a plan came to be what it is."""
        return past_for(role_of(record, self.me.key), record, self.versions(record.ref))

    def _take_into_the_talk(self, record: Record) -> None:
        """The talk goes on with the plan as it is now; one that others see is not talked through any more."""
        talk, turn = self.turn.conversation, self.turn
        if record.ref != Ref(*self.me.key, talk.plan.number):
            return
        turn.change(plan=record.plan)
        over = talk.status in OPEN and record.plan.state not in COACHING
        if over or (talk.status == "closed" and record.plan.state in LOCKED):
            _ask_no_more(turn)
            turn.change(status="closed", summary_shown=True)

    def delete(self, number: int) -> None:
        """Nothing of that plan of theirs remains; who was reading it is told that it was taken back."""
        kept = self.tx.plans.record(Ref(*self.me.key, number))
        if kept is not None and kept.record.plan.state == "in_review":
            act = self.act(kept.record)
            act.tell(kept.record.life.reviewer, "review.withdrawn")
            self.notices += act.notices
        self.tx.plans.delete(self.me.key, number)
        stop_clock(self.tx, Ref(*self.me.key, number))

    def _delete(self, act: Act) -> None:
        self.delete(act.ref.number)
        if self.turn.conversation.plan.number == act.ref.number:
            forget_notes(self.turn)
            self.turn.facts.clear()  # it is gone already


def _ask_no_more(turn: Turn) -> None:
    """What was still to be asked about the plan changes it no more; a question beside the talk stays."""
    prompt, held = turn.conversation.prompt, turn.conversation.held
    asked = {one.token for one in (prompt, held) if one is not None and not one.about}
    turn.replies[:] = (reply for reply in turn.replies if not (isinstance(reply, Ask) and reply.token in asked))
    turn.change(prompt=prompt if prompt is not None and prompt.about else None, held=None)


def keep_edited(living: Living, plan: Plan) -> None:
    """The owner's plan changed in the talk or in a form: keep it, with what that means for its life."""
    found = _stored(living, replace(plan, state="draft"))
    args = Args(versions=living.versions(found.record.ref)) if plan.state == "approved" else _NO_ARGS
    act = living.act(_met(found.record, "owner", living.me), args)
    edit(act, plan)
    living.keep(act, found)


def keep_left(living: Living, plan: Plan) -> None:
    """A talk gave way to another before it was over: from now on the silence is the plan's own."""
    found = _stored(living, plan)
    act = living.act(_met(found.record, "owner", living.me))
    act.plan = plan
    act.stir()
    living.keep(act, found)


def _stored(living: Living, begun: Plan) -> Found:
    """Their plan of that number as it is stored; one that is not stored yet begins as given."""
    ref = Ref(*living.me.key, begun.number)
    kept = living.tx.plans.record(ref)
    return Found(*kept) if kept else Found(Record(ref, begun, Life()), None)


def note_reason(living: Living, number: int, reason: str) -> None:
    """A plan was dropped in the talk; why is a part of its life."""
    kept = living.tx.plans.record(Ref(*living.me.key, number))
    if kept is not None:
        record = kept.record._replace(life=replace(kept.record.life, dropped_for=reason))
        living.tx.plans.keep(record, living.happened.at, kept.revision, version=False)


def party_of(happened: Happened, talk: Conversation) -> Party:
    """Who acts: how they are spoken to, and where they are reached in private."""
    person = happened.person
    return Party(
        person.tenant,
        person.id,
        talk.first_name or person.first_name,
        talk.lang,
        talk.familiar,
        person.zone,
        happened.platform,
        reach(happened),
    )


def _met(record: Record, role: Role, me: Party) -> Record:
    """The record with its owner, or its reviewer, as they were met just now."""
    if role == "owner":
        return record._replace(life=replace(record.life, owner=me))
    if role == "reviewer":
        return record._replace(life=replace(record.life, reviewer=me))
    return record
