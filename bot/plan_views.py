"""The `/plan` commands that show plans: what can be done now, the list, one plan, its review, its history."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from bot.living import Living
from bot.plan_commands import in_a_line, visible
from bot.talks import OPEN, talk_about
from dialogs.coach.summary import card
from dialogs.content.catalog import text_of
from dialogs.conversation import to_json
from dialogs.life.act import Args, Asked, Question, choices
from dialogs.life.asking import ask_beside
from dialogs.life.findings import review_card
from dialogs.life.history import history
from dialogs.life.naming import called
from dialogs.life.others import others_card
from dialogs.life.pasted import read_pasted
from dialogs.life.record import Life, Record, Ref, waits_for
from dialogs.life.sharing import ANSWERS
from dialogs.life.standing import standing
from dialogs.replies import Choice, Reply
from dialogs.review import with_weak

PAGE: Final = 20  # plans of a list: more are on the next page
PASTED_WORDS: Final = 8  # as many words, or a line break, are no name of a plan

# What can be done next with a plan of one's own: the buttons below it.
_NEXT: Final[dict[str, tuple[str, ...]]] = {
    "in_coaching": ("sheet.edit.plan|home.edit", "btn.review_plan", "sheet.send|btn.choose_reviewer", "btn.drop_plan"),
    "ready": ("sheet.send|btn.choose_reviewer", "btn.run", "sheet.edit.plan|home.edit", "btn.drop_plan"),
    "in_review": ("btn.others", "btn.withdraw", "btn.drop_plan"),
    "changes_requested": ("sheet.edit.plan|home.edit", "btn.resend", "btn.drop_plan"),
    "approved": ("btn.step_done", "sheet.edit.plan|home.edit", "btn.others", "btn.drop_plan"),
    "running": ("btn.checkin", "sheet.edit.plan|home.edit", "btn.others", "btn.finish", "btn.drop_plan"),
    "done": ("btn.others",),
    "dropped": ("btn.reopen",),
}  # fmt: skip


def show(living: Living, which: str) -> None:
    """A plan, one's own or one that was sent to them, with what can be done next."""
    for record in meant(living, which):
        living.turn.replies.append(_shown(living, record))


def list_(living: Living, page: str) -> None:
    """Their plans, and those of others that they review or follow, a page at a time."""
    records = visible(living)
    if not records:
        living.turn.say("cmd.none")
        return
    last = -(-len(records) // PAGE)
    number = min(int(page), last) if page.isdecimal() and int(page) else 1
    own = [r for r in records[(number - 1) * PAGE :][:PAGE] if r.ref.owner == living.me.key]
    others = [r for r in records[(number - 1) * PAGE :][:PAGE] if r.ref.owner != living.me.key]
    if own:
        living.turn.say("cmd.list", plans=_lines(living, own))
    if others:
        living.turn.say("cmd.list_read", plans=_lines(living, others))
    if number < last:
        living.turn.say("cmd.list_more", page=str(number), pages=str(last), next=str(number + 1))


def review(living: Living, which: str) -> None:
    """What holds in a plan, and what is to be strengthened; also of a text that was pasted."""
    if len(which.split()) >= PASTED_WORDS or "\n" in which:
        _review_pasted(living, which)
        return
    for record in meant(living, which):
        me = living.me
        if record.ref.owner != me.key:
            living.do("look", record.ref, Args())
            return
        names = (name for name in _NEXT.get(record.plan.state, ()) if name != "btn.review_plan")
        buttons = choices(record, me, *names)
        living.turn.replies.append(review_card(record, me.lang, me.familiar, living.turn.moment.today, choices=buttons))


def past(living: Living, which: str) -> None:
    """The versions of a plan and what changed; whoever reviews it sees those since it was sent to them."""
    for record in meant(living, which):
        me, today = living.me, living.turn.moment.today
        lines = history(living.past(record), me.lang, today, me.familiar)
        key = "cmd.history" if lines else "cmd.history_none"
        living.turn.say(key, number=str(record.ref.number), versions="\n".join(f"• {line}" for line in lines))


def now(living: Living) -> None:
    """What they can do now: answer what waits for them, go on with their last plan, or begin one."""
    turn, talk = living.turn, living.turn.conversation
    waiting = [record for record in living.read() if waits_for(record, living.me.key)]
    if waiting:
        turn.say("now.waiting", plans=_lines(living, waiting))
    if talk.status in OPEN:
        turn.say("now.talk")
    own = [r for r in living.own() if r.plan.state not in ("done", "dropped", "draft")]
    if own and talk.status not in OPEN:
        turn.replies.append(_shown(living, own[0]))
    turn.say("now.help" if waiting or own or talk.status in OPEN else "now.begin")


def meant(living: Living, which: str) -> Sequence[Record]:
    """The plan that is meant: the one named, or the latest. One at most; else it was said why there is none."""
    records = visible(living)
    found = called(which, records, living.me.key, living.me.lang)
    if len(found.matches) > 1 and which:
        living.turn.say("cmd.several", plans=_lines(living, found.matches))
        return ()
    if not found.matches:
        key = "cmd.none" if not records else "cmd.no_such_near" if found.near else "cmd.no_such"
        living.turn.say(key, which=which, near=found.near)
    return found.matches[:1]


def _lines(living: Living, records: Sequence[Record]) -> str:
    return "\n".join(in_a_line(record, living) for record in records)


def _shown(living: Living, record: Record) -> Reply:
    """The whole plan for its owner, with where it stands; for others what others see."""
    me, moment = living.me, living.turn.moment
    if record.ref.owner != me.key:
        shown = choices(record, me, *(ANSWERS if waits_for(record, me.key) else ()))
        return others_card(record, me.lang, me.familiar, moment.today, choices=shown)
    drawn = card(talk_about(living.turn.conversation, record.plan), moment.today)
    notes = standing(record, me, moment)
    talked_about = living.is_talked_about(record.ref.number)  # the talk says what comes next
    buttons = choices(record, me, *(() if talked_about else _NEXT.get(record.plan.state, ())))
    return replace(drawn, text="\n".join((drawn.text, *notes)), notes=notes, choices=buttons)


def _review_pasted(living: Living, text: str) -> None:
    """Read what is there as if it had been typed at once, review it, and offer to keep it."""
    turn, me = living.turn, living.me
    read = read_pasted(text, me.name, me.lang, turn.moment, turn.company)
    record = Record(Ref(*me.key, 0), with_weak(read), Life(owner=replace(me, lang=read.lang)))
    turn.replies.append(review_card(record, me.lang, me.familiar, turn.moment.today))
    keep = (Choice(key, text_of(key, me.lang, me.familiar)) for key in ("btn.keep_draft", "btn.cancel"))
    asked = text_of("pasted.keep", me.lang, me.familiar)
    ask_beside(turn, Asked("pasted.keep", asked, Question("pasted", text=to_json(read).decode()), tuple(keep)))
