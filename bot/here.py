"""`/plan here`: how the coach listens in a channel is for its people to say. Off until they do, on, or in the shadow.

They also say how sure it has to be before it speaks: strict, normal or eager.

In the shadow it counts what it would have said and stays silent; who wanted that is told the count two weeks later.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import msgspec

from adapters.hearing import Commanded, Happened, Invited, ShadowOver
from bot.permission import decided
from dialogs.content.catalog import counted, text_of
from dialogs.content.script import SCRIPT
from dialogs.interception.judge import Mode
from dialogs.lang import Lang
from dialogs.person import PersonId
from dialogs.saying import day, with_label
from dialogs.turn import Turn
from storage.channels import ChannelEntry, ChannelId, Listening
from storage.schedule import Scheduled, WallClock
from storage.transaction import Transaction

KIND: Final = "shadow"  # of its rows in the schedule, before the channel
SHADOW_LASTS: Final = timedelta(days=14)

_SETTINGS: Final[dict[str, Listening]] = {
    "on": "on", "oui": "on", "off": "off", "non": "off", "shadow": "shadow", "ombre": "shadow",
}  # fmt: skip
_MODES: Final[dict[str, Mode]] = {"strict": "strict", "normal": "normal", "eager": "eager", "large": "eager"}


def here(tx: Transaction, turn: Turn, happened: Happened, commanded: Commanded, setting: str) -> None:
    """Set how the coach listens there; say how it does when nothing (or nothing known) is to be set."""
    channel = ChannelId(happened.tenant, commanded.channel)
    now, wanted = decided(tx, channel, turn.company), _SETTINGS.get(setting.lower())
    refusal, mode = _refusal(commanded, wanted), _MODES.get(setting.lower())
    if refusal is not None:
        turn.say(refusal)
    elif mode is not None and now.listening != "off":
        tx.channels.decide(channel, now._replace(mode=mode))
        turn.say(f"cmd.here.{mode}")
    elif wanted in (None, now.listening):
        _status(tx, turn, channel, now)
    else:
        _set(tx, happened, channel, wanted)
        turn.say(f"cmd.here.{wanted}")


def joined(tx: Transaction, turn: Turn, happened: Happened, invited: Invited) -> None:
    """Tell who brought the coach in that it keeps silent, and how to change that; else how it listens already."""
    how = decided(tx, ChannelId(happened.tenant, invited.channel), turn.company)
    if how.listening == "off" and not invited.shared:
        turn.say("cmd.here.joined")
    else:
        here(tx, turn, happened, Commanded("here", invited.channel, invited.shared), "")


def shadow_over(tx: Transaction, turn: Turn, happened: Happened, over: ShadowOver) -> None:
    """Two weeks in the shadow are over: what it would have said, and how to let it speak."""
    _report(tx, turn, ChannelId(happened.tenant, over.channel))
    turn.say("cmd.here.shadow_over")


def _status(tx: Transaction, turn: Turn, channel: ChannelId, now: ChannelEntry) -> None:
    turn.say(f"cmd.here.status_{now.listening}", mode=text_of(f"mode.{now.mode}", turn.conversation.lang))
    if now.listening == "shadow":
        _report(tx, turn, channel)


def _refusal(commanded: Commanded, wanted: Listening | None) -> str | None:
    """Why it cannot be set there. To stop listening is never refused."""
    if not commanded.channel:
        return "cmd.here.private"
    if wanted == "off":
        return None
    if commanded.shared:
        return "cmd.here.shared"
    return "cmd.here.not_member" if commanded.member is False else None


def _set(tx: Transaction, happened: Happened, channel: ChannelId, wanted: Listening) -> None:
    before, kind = tx.channels.entry(channel), f"{KIND}/{channel.id}"
    if before is not None and before.person is not None:
        tx.schedule.remove(kind, tx.links.home_of(PersonId(channel.tenant, before.person)))
    tx.channels.put(channel, wanted, happened.used.id, happened.at)
    if wanted == "shadow":
        tx.schedule.put(_report_due(happened, channel.id, kind))


def _report_due(happened: Happened, channel: str, kind: str) -> Scheduled:
    """The report, on the same weekday at the same time of day: in the channel, where only that person sees it."""
    due, person = happened.at + SHADOW_LASTS, happened.person
    over = msgspec.structs.replace(happened, event=ShadowOver(channel), at=due)
    clock = WallClock(person.moment(due).now.time(), person.zone)
    return Scheduled(kind, person.key, due, clock, msgspec.json.encode(over))


def _report(tx: Transaction, turn: Turn, channel: ChannelId) -> None:
    entry, lang = tx.channels.entry(channel), turn.conversation.lang
    if entry is None or entry.since is None:
        return
    count = tx.offers.shadows(channel, entry.since)
    since = day(entry.since.astimezone(turn.moment.now.tzinfo).date(), lang, turn.moment.today)
    if not count.offers:
        turn.say("shadow.report_none", date=since)
        return
    turn.say(
        "shadow.report",
        date=since,
        times=counted("count.times", count.offers, lang),
        people=counted("count.people", count.people, lang),
        days=counted("count.days", count.days, lang),
    )
    if count.signals:
        turn.say("shadow.signs", signs=_in_words(count.signals, lang))


def _in_words(signals: Mapping[str, int], lang: Lang) -> str:
    """“proposes to start one: 3, takes its use as the goal: 1”, the most frequent first."""
    counts: Counter[str] = Counter()
    for signal, times in signals.items():
        counts[signal if f"sign.{signal}" in SCRIPT else "several"] += times
    return ", ".join(
        with_label(text_of(f"sign.{name}", lang), str(times), lang) for name, times in counts.most_common()
    )
