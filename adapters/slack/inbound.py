"""What Slack says happened, translated: payloads in, drafts of `Happened` out. Pure; who the person is comes later.

A payload that is of no concern, or of a shape that Slack does not send today, gives no draft.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

import msgspec

from adapters.hearing import Commanded, Forgotten, Invited, Seen, SheetSent
from adapters.slack.gate import SPOKEN
from adapters.slack.place import Place
from adapters.slack.text import typed
from dialogs.events import Event, Noticed, Reworded, Said, Started, Unsaid
from dialogs.interception.judge import Finding

Judge = Callable[[str], Finding | None]

_COMMAND: Final = re.compile(r"/plan(\s.*)?", re.DOTALL | re.IGNORECASE)


Heard = Event | Seen | Commanded | Invited | SheetSent | Forgotten


class Draft(NamedTuple):
    """Something that happened: all of a `Happened` but the person. `user` is their id.

    `source` names it in its workspace, whatever way and however often it comes. `url` is a response_url: it works five
    times in thirty minutes and is a secret, so it is sealed before it is kept. Commands still have Slack's mentions.
    """

    source: str
    user: str
    event: Heard
    place: Place
    url: str = ""
    public: bool = False
    shown: str = ""

    @property
    def in_the_talk(self) -> bool:
        """Whether it was written in the private talk, where somebody looks for the answer."""
        return self.place.private and self.source.startswith("message/") and isinstance(self.event, Said | Commanded)

    @property
    def in_passing(self) -> bool:
        """Whether it was said in a channel, where the coach is silent to all but the company's own."""
        return self.public and self.source.startswith("message/")


class _Edited(msgspec.Struct, frozen=True):
    ts: str


class _Version(msgspec.Struct, frozen=True):
    """A message as it was before a change, or is after it."""

    ts: str
    user: str = ""
    text: str = ""
    bot_id: str = ""
    thread_ts: str = ""
    edited: _Edited | None = None


class _Message(msgspec.Struct, frozen=True):
    channel: str
    ts: str
    user: str = ""
    text: str = ""
    subtype: str | None = None
    thread_ts: str = ""
    bot_id: str = ""
    user_team: str = ""
    source_team: str = ""
    message: _Version | None = None
    previous_message: _Version | None = None

    @property
    def private(self) -> bool:
        """Whether it stands in the private talk."""
        return self.channel.startswith("D")


class _Joined(msgspec.Struct, frozen=True):
    user: str
    channel: str
    event_ts: str
    inviter: str = ""


def events(body: Mapping[str, Any], judge: Judge) -> tuple[Draft, ...]:
    """The drafts of an Events API payload. A message that was edited may give two: unsaid, then seen."""
    event = body["event"]
    try:
        match event.get("type"):
            case "message":
                return _message(msgspec.convert(without_nulls(event), _Message), body, judge)
            case "app_mention":
                return _mention(msgspec.convert(without_nulls(event), _Message), body, judge)
            case "member_joined_channel":
                return _joined(msgspec.convert(without_nulls(event), _Joined), body)
    except msgspec.ValidationError:
        pass
    return ()


def noticed(finding: Finding | None, source: str = "") -> Noticed | None:
    """What was read in a message that somebody asks about."""
    if finding is None or finding.tool is None or finding.lang is None:
        return None
    return Noticed(finding.tool, finding.lang, finding.goal, finding.problem, finding.people, finding.date, source)


def _message(said: _Message, body: Mapping[str, Any], judge: Judge) -> tuple[Draft, ...]:
    if said.bot_id or _foreign(said, body):
        return ()
    if said.subtype == "message_changed":
        return _changed(said, body, judge)
    if said.subtype == "message_deleted":
        return _deleted(said)
    if said.subtype not in SPOKEN or not said.user:
        return ()
    if said.private:
        return _talked(said)
    if f"<@{_us(body)}" in said.text:
        return _mention(said, body, judge)
    return _seen(said, judge, f"message/{said.channel}/{said.ts}")


def _talked(said: _Message) -> tuple[Draft, ...]:
    """Each message of the private talk is the root of a thread of its own, or stands in one (agent_view)."""
    text = typed(said.text).strip()
    place = Place(said.channel, said.thread_ts or said.ts, said.ts)
    event = _commanded(said.text) or Said(text)
    return (Draft(f"message/{said.channel}/{said.ts}", said.user, event, place),) if text else ()


def _seen(said: _Message, judge: Judge, source: str) -> tuple[Draft, ...]:
    words = typed(said.text)
    finding = judge(words)
    if finding is None:
        return ()
    when = datetime.fromtimestamp(float(said.ts), UTC)
    event = Seen(said.channel, finding, said.thread_ts, f"{said.channel}/{said.ts}", when, words=words)
    return (Draft(source, said.user, event, Place(said.channel, said.thread_ts, said.ts), public=True),)


def _mention(said: _Message, body: Mapping[str, Any], judge: Judge) -> tuple[Draft, ...]:
    """A mention comes as `message` and as `app_mention`, with the same ts: both give the same source."""
    if said.bot_id or not said.user or _foreign(said, body):
        return ()
    text = re.sub(rf"<@{_us(body)}(\|[^>]*)?>", " ", said.text)
    place = Place(said.channel, said.thread_ts, said.ts)
    event = _commanded(text, said.channel, member=True) or _called(typed(text).strip(), said, judge)
    return (Draft(f"message/{said.channel}/{said.ts}", said.user, event, place, public=True),)


def _called(text: str, said: _Message, judge: Judge) -> Event:
    """What somebody wants who calls the coach by name, the name taken away."""
    about = noticed(judge(text), f"{said.channel}/{said.ts}")
    return Said(text) if text and about is None else Started(about)


def _commanded(said: str, channel: str = "", member: bool | None = None) -> Commanded | None:
    """The command in a message, which Slack itself takes for none: there whom it names has to be asked for."""
    command = _COMMAND.fullmatch(typed(said, labelled=True).strip())
    return Commanded((command[1] or "").strip(), channel, member=member) if command else None


def _changed(change: _Message, body: Mapping[str, Any], judge: Judge) -> tuple[Draft, ...]:
    """An edit by the author. A link preview changes a message too, but not its text."""
    now, before = change.message, change.previous_message
    if now is None or before is None or now.bot_id or not now.user or now.text == before.text:
        return ()
    edit = now.edited.ts if now.edited else change.ts
    source = f"message/{change.channel}/{now.ts}/{edit}"
    if change.private:
        place = Place(change.channel, now.thread_ts or now.ts, now.ts)
        return (Draft(source, now.user, Reworded(typed(before.text), typed(now.text)), place),)
    anew = _Message(change.channel, now.ts, now.user, now.text, thread_ts=now.thread_ts)
    seen = () if f"<@{_us(body)}" in now.text else _seen(anew, judge, source)
    return (_unsaid(change.channel, now, f"/{edit}"), *seen)


def _deleted(change: _Message) -> tuple[Draft, ...]:
    gone = change.previous_message
    if change.private or gone is None or gone.bot_id or not gone.user:
        return ()
    return (_unsaid(change.channel, gone, ""),)


def _unsaid(channel: str, gone: _Version, edit: str) -> Draft:
    name = f"{channel}/{gone.ts}"
    return Draft(f"unsaid/{name}{edit}", gone.user, Unsaid(name), Place(channel, gone.thread_ts, gone.ts), public=True)


def _joined(joined: _Joined, body: Mapping[str, Any]) -> tuple[Draft, ...]:
    """The coach is new in a channel, and somebody brought it there."""
    if joined.user != _us(body) or not joined.inviter:
        return ()
    event = Invited(joined.channel, bool(body.get("is_ext_shared_channel")))
    source = f"joined/{joined.channel}/{joined.event_ts}"
    return (Draft(source, joined.inviter, event, Place(joined.channel), public=True),)


def without_nulls(event: Mapping[str, Any]) -> dict[str, Any]:
    """Without what Slack leaves null, which is the same as leaving it away."""
    return {
        name: without_nulls(value) if isinstance(value, dict) else value
        for name, value in event.items()
        if value is not None
    }


def _us(body: Mapping[str, Any]) -> str:
    """The user id of our bot in the workspace that the event came from."""
    for grant in body.get("authorizations") or ():
        return grant.get("user_id") or "?"
    return "?"


def _foreign(said: _Message, body: Mapping[str, Any]) -> bool:
    """Whether it was said where other companies read along, or by one of theirs (Slack Connect)."""
    ours = {"", *(body.get(name) for name in ("team_id", "enterprise_id", "context_team_id", "context_enterprise_id"))}
    return bool(body.get("is_ext_shared_channel")) or not {said.user_team, said.source_team} <= ours
