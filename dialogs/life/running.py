"""A plan on its way: it starts, its first step is done, its measure is read, it ends or is dropped."""

from typing import Final

from dialogs.content.catalog import text_of
from dialogs.life.act import Act
from dialogs.life.checkins import course, expected, measured_from, progress_card, read_reading
from dialogs.life.record import Reading
from dialogs.life.states import LifeEvent, after
from dialogs.reading.typed import printable
from dialogs.saying import day, figure

REASONS: Final = (
    "drop.solved", "drop.no_decision", "drop.priority", "drop.other_problem", "drop.no_owner", "drop.unsaid",
)  # fmt: skip
LONGEST_NOTE: Final = 500  # characters


def start(act: Act) -> None:
    """Begin without a review, where the company allows that. Raises Illegal. It shares nothing."""
    after(act.plan.state, "start_without_review")
    if act.company.requires_review:
        act.say("run.needs_review", "sheet.send|btn.choose_reviewer")
        return
    act.move("start_without_review")
    act.keep_version()
    act.say("run.started")


def first_step_done(act: Act) -> None:
    """The first step is done: the plan runs. In one that runs already it is just noted. Raises Illegal."""
    if act.plan.state != "running":
        act.move("first_step_done")
    act.stir()
    act.live(first_step="done")
    act.say("checkin.first_step.done")


def first_step_waits(act: Act) -> None:
    """Not yet: that is fine, and nobody is told. Raises Illegal."""
    if act.plan.state != "running":
        after(act.plan.state, "first_step_done")
    act.stir()
    act.live(first_step="not_yet")
    act.say("checkin.first_step.not_yet", "sheet.edit.plan|home.edit", "btn.drop_plan")


def check_in(act: Act) -> None:
    """Take a reading of the measure; asked for when none was given, or none can be read. Raises Illegal."""
    if act.plan.state != "approved":
        after(act.plan.state, "checkin")
    objective, text = act.plan.objective, printable(act.args.text)
    if objective.target is None:
        act.say("checkin.no_measure", "sheet.edit.plan|home.edit")
        return
    value = read_reading(text, act.by.lang, act.moment.today, objective) if text else None
    if value is None:
        key = "checkin.unread" if text else "checkin.ask" if objective.numbered else "checkin.ask_plain"
        act.ask(key, "checkin", "btn.cancel", **measure_words(act))
        return
    _take(act, value)


def note(act: Act) -> None:
    """What made the difference, kept with the last reading."""
    text = printable(act.args.text)[:LONGEST_NOTE]
    if act.life.readings and any(sign.isalnum() for sign in text):
        last = act.life.readings[-1]
        act.live(readings=(*act.life.readings[:-1], Reading(last.on, last.value, text)))
        act.say("checkin.noted")
    else:
        act.say("life.left")


def keep_going(act: Act) -> None:
    """The number does not move, or the target is reached, and it goes on. Raises Illegal."""
    after(act.plan.state, "checkin")
    act.stir()
    act.say("checkin.kept")


def finish(act: Act) -> None:
    """End it: with its last reading, and one line of what was learned. Raises Illegal. The line alone is enough."""
    readings = act.life.readings
    reached = bool(readings) and course(act.plan, act.life, act.moment.today) == "reached"
    event: LifeEvent = "target_reached" if reached else "close"
    after(act.plan.state, event)
    text = printable(act.args.text)
    if any(sign.isalnum() for sign in text):
        act.move(event)
        act.live(learned=text[:LONGEST_NOTE])
        act.say("done.closed")
        act.tell(act.life.reviewer, "done.told", learned=act.life.learned)
    elif not readings and act.plan.objective.target is not None:
        act.ask("done.last_reading", "last_reading", "btn.no_reading", "btn.cancel", **measure_words(act))
    else:
        act.ask("done.learned", "done", "btn.nothing_learned", "btn.cancel")


def last_reading(act: Act) -> None:
    """The last reading of a plan that is to end; then what was learned. Raises Illegal."""
    after(act.plan.state, "close")
    value = read_reading(printable(act.args.text), act.by.lang, act.moment.today, act.plan.objective)
    if value is None and act.args.text:
        act.ask("checkin.unread", "last_reading", "btn.no_reading", "btn.cancel", **measure_words(act))
        return
    if value is not None:
        act.stir()
        act.live(readings=(*act.life.readings, Reading(act.moment.today, value)))
    act.ask("done.learned", "done", "btn.nothing_learned", "btn.cancel")


def drop(act: Act) -> None:
    """Give it up: normal, and for one of six reasons, “I'd rather not say” among them. Raises Illegal."""
    after(act.plan.state, "drop")
    reason = act.args.text
    if reason not in REASONS:
        act.ask("drop.reason", "drop", *REASONS, "btn.cancel")
        return
    waits = act.plan.state == "in_review"
    act.move("drop")
    act.live(dropped_for=reason)
    act.say("life.dropped", "btn.reopen")
    if waits:
        act.tell(act.life.reviewer, "review.dropped")


def reopen(act: Act) -> None:
    """Take a dropped plan up again. Raises Illegal. It is the owner's alone until they send or post it anew."""
    act.move("reopen")
    act.live(
        dropped_for="", reviewer=None, sent_at=None, change=None, approval=None, posted=(), posted_at=None, followers=()
    )
    act.say("life.reopened", "sheet.edit.plan|home.edit", "btn.review_plan")


def measure_words(act: Act) -> dict[str, str]:
    """The measure, its figures and its day, as a question has them."""
    plan, lang, today = act.plan, act.by.lang, act.moment.today
    objective = plan.objective
    return {
        "measure": objective.measure or objective.outcome or text_of("word.the_measure", lang),
        "baseline": "?" if objective.baseline is None else figure(objective.baseline, objective.unit, lang),
        "target": "?" if objective.target is None else figure(objective.target, objective.unit, lang),
        "date": "?" if objective.due is None else day(objective.due, lang, today),
    }


def _take(act: Act, value: float) -> None:
    if act.plan.state == "approved":  # a figure that is read means that it has begun
        act.move("first_step_done")
        act.live(first_step="done")
    act.move("checkin")
    today, objective, lang = act.moment.today, act.plan.objective, act.by.lang
    earlier = tuple(one for one in act.life.readings if one.on != today)  # of two on one day the later one counts
    act.live(readings=(*earlier, Reading(today, value)))
    if card := progress_card(act.record, lang, today):
        act.replies.append(card)
    said = {"value": figure(value, objective.unit, lang)}
    match course(act.plan, act.life, today):
        case "reached":
            act.say("checkin.done", "btn.finish", "btn.watch", **said)
        case "flat":
            act.say("checkin.flat", "sheet.edit.plan|btn.adjust", "btn.keep_going", "btn.drop_plan", **said)
        case "moving":
            _ask_what_helped(act, said)
        case "slow":
            act.say("checkin.slow", "sheet.edit.plan|btn.adjust", **said)


def _ask_what_helped(act: Act, said: dict[str, str]) -> None:
    objective = act.plan.objective
    straight = expected(objective, measured_from(act.plan, act.life), act.moment.today)
    if straight is None:
        act.ask("checkin.moving_plain", "note", "btn.skip", **said)
    else:
        line = figure(round(straight), objective.unit, act.by.lang)
        act.ask("checkin.moving", "note", "btn.skip", **said, expected=line)
