"""The `/plan` commands that act on a plan: which plan is meant, what else was typed, and what is done.

A plan is called by its number, by words of its title, or by its owner's name. What fits several plans is asked back,
and what was typed is kept until the answer.
"""

import re
from collections.abc import Sequence
from typing import Final

from adapters.hearing import Commanded
from bot.living import Living
from bot.whom import BY_NAME, whom
from dialogs.content.catalog import text_of
from dialogs.life.act import Args, Asked, Question
from dialogs.life.acting import ACTS
from dialogs.life.asking import ask_beside
from dialogs.life.keys import plan_key
from dialogs.life.naming import called, shown_title
from dialogs.life.record import Record, Spot, role_of
from dialogs.life.states import OPEN
from dialogs.replies import Choice

MOST_ASKED_BACK: Final = 8  # plans to choose from: more are no help
HERE: Final = Spot("#team", "team")  # the one channel of page and terminal

# In which states a plan is meant when none is named.
_WHEN: Final[dict[str, frozenset[str]]] = {
    "send": frozenset({"in_coaching", "ready", "changes_requested", "in_review"}),
    "send_now": frozenset({"in_coaching", "ready", "changes_requested", "in_review"}),
    "post": frozenset({"in_coaching", "ready", "in_review", "changes_requested", "approved", "running", "done"}),
    "approve": frozenset({"in_review"}),
    "change": frozenset({"in_review"}),
    "comment": frozenset({"in_review"}),
    "pass": frozenset({"in_review", "changes_requested"}),
    "withdraw": frozenset({"in_review"}),
    "run": frozenset({"ready"}),
    "checkin": frozenset({"approved", "running"}),
    "done": frozenset({"running"}),
    "drop": frozenset(OPEN),
    "reopen": frozenset({"dropped"}),
}
_NUMBER_FIRST: Final = re.compile(r"#?(\d+)\b\s*(.*)", re.DOTALL)
_QUOTED: Final = re.compile(r"[\"“«]\s*(.+?)\s*[\"”»]", re.DOTALL)
_SAYS_MORE: Final = frozenset({"change", "comment", "checkin", "done"})  # acts that take words behind the plan


def act_on(living: Living, name: str, commanded: Commanded, rest: str) -> None:
    """Carry out the command of an act."""
    args, which = Args(), rest
    if name in ("send", "pass"):
        someone = whom(living, rest, commanded.people)
        if someone.refusal:
            living.turn.say(someone.refusal, name=someone.name)
            return
        args, which = Args(to=someone.party), someone.rest
    elif name == "post":
        args, which = Args(room=_room(living, commanded)), _without_rooms(rest)
        if args.room is not None and not _may_post(living, commanded):
            return
    elif name in _SAYS_MORE:
        which, said = _split(living, name, rest)
        args = Args(said)
    choose(living, name, which, args)


def choose(living: Living, name: str, which: str, args: Args) -> None:
    """Find the plan that is meant and do it; ask back when several are."""
    fitting = _fitting(living, name)
    if not which:
        _do_one(living, name, _meant(name, fitting), args)
        return
    found = called(which, fitting, living.me.key, living.me.lang)
    if found.matches:
        _do_one(living, name, _meant(name, list(found.matches)), args)
    elif found.near:
        living.turn.say("cmd.no_such_near", which=which, near=found.near)
    else:
        living.turn.say("cmd.no_such", which=which)


def meant_without_name(living: Living, name: str) -> list[Record]:
    """The plans that the act can mean when none is named."""
    return _meant(name, _fitting(living, name))


def _meant(name: str, fitting: list[Record]) -> list[Record]:
    """The plans that can be meant when none is named; the latest, where it makes no difference which."""
    if name == "others":
        return ([record for record in fitting if record.life.shown] or fitting)[:1]
    meant = [record for record in fitting if record.plan.state in _WHEN.get(name, (record.plan.state,))]
    begun = [record for record in fitting if record.plan.state != "draft"]  # a talk just opened is hardly meant
    return meant or (begun or fitting)[:1]


def _do_one(living: Living, name: str, records: Sequence[Record], args: Args) -> None:
    if not records:
        living.turn.say("cmd.nothing_to_do" if living.own() or living.read() else "cmd.none")
    elif len(records) == 1:
        if not living.do(name, records[0].ref, args):
            living.turn.say("cmd.no_such", which=str(records[0].ref.number))
    else:
        _ask_which(living, name, records[:MOST_ASKED_BACK], args)


def _ask_which(living: Living, name: str, records: Sequence[Record], args: Args) -> None:
    turn, me = living.turn, living.me
    choices = tuple(Choice(plan_key("btn.this", r.ref, r.life.version), _to_pick(r, living)) for r in records)
    cancel = Choice("btn.cancel", text_of("btn.cancel", me.lang, me.familiar))
    question = Question(name, text=args.text, to=args.to, room=args.room)
    ask_beside(turn, Asked("cmd.which", text_of("cmd.which", me.lang, me.familiar), question, (*choices, cancel)))


def in_a_line(record: Record, living: Living) -> str:
    """ "3. An answer to every idea (Maya, in review)": the owner where that is somebody else."""
    about = (*_whose(record, living), text_of(f"state.{record.plan.state}", living.me.lang).lower())
    return f"{record.ref.number}. {shown_title(record, living.me.key, living.me.lang)} ({', '.join(about)})"


def _to_pick(record: Record, living: Living) -> str:
    """ "An answer to every idea (plan 3, Maya)": a number in front would be taken for a place in the list."""
    about = (f"plan {record.ref.number}", *_whose(record, living))
    return f"{shown_title(record, living.me.key, living.me.lang)} ({', '.join(about)})"


def _whose(record: Record, living: Living) -> tuple[str, ...]:
    owner = record.life.owner
    return (owner.name,) if owner and record.ref.owner != living.me.key else ()


def visible(living: Living) -> tuple[Record, ...]:
    """Every plan that they may see by a command: their own, and those that they review or follow."""
    return (*living.own(), *living.read())


def _fitting(living: Living, name: str) -> list[Record]:
    roles = ACTS[name].roles
    return [record for record in visible(living) if role_of(record, living.me.key) in roles]


def _split(living: Living, name: str, rest: str) -> tuple[str, str]:
    """The plan's name and the words: a number in front that is a plan's, then what is said, in quotes or not."""
    quoted = _QUOTED.search(rest)
    if numbered := _NUMBER_FIRST.fullmatch(rest):
        fitting = _fitting(living, name)
        told = numbered[2] or name != "checkin" or len(fitting) > 1  # else the number alone is the figure
        if told and int(numbered[1]) in {record.ref.number for record in fitting}:
            return numbered[1], quoted[1] if quoted else numbered[2]
    if quoted:
        return rest[: quoted.start()].strip(), quoted[1]
    return "", rest


def _room(living: Living, commanded: Commanded) -> Spot | None:
    if commanded.rooms:
        room = commanded.rooms[0]
        return Spot(room.name, room.place)
    return HERE if living.me.platform in BY_NAME else None


def _may_post(living: Living, commanded: Commanded) -> bool:
    """Whether it may be shown in that channel; what stands against it is said."""
    room = commanded.rooms[0] if commanded.rooms else None
    if room is not None and (room.shared or room.member is False):
        living.turn.say("post.shared" if room.shared else "post.not_member", name=room.name)
        return False
    return True


def _without_rooms(rest: str) -> str:
    return " ".join(word for word in rest.split() if not word.startswith("#") or word[1:].isdecimal())
