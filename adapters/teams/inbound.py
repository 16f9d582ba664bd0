"""What Teams says happened, translated: activities in, drafts of `Happened` out. Pure; who the person is comes later.

An activity that is of no concern gives no draft.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from adapters.hearing import Commanded, Forgotten, Invited, Seen, SheetSent
from adapters.teams.gate import Activity
from adapters.teams.place import Place
from dialogs.events import Event, Noticed, Said, Started, Unsaid
from dialogs.interception.judge import Finding

Judge = Callable[[str], Finding | None]

_THREAD: Final = ";messageid="
WORDS: Final = (
    "start", "commencer", "new", "nouveau", "list", "liste", "show", "voir", "montrer", "edit", "modifier", "help",
    "aide", "settings", "réglages", "reglages", "review", "revue", "relire", "send", "envoyer", "post", "publier",
    "approve", "approuver", "accord", "change", "changement", "comment", "commenter", "commentaire", "pass",
    "transmettre", "withdraw", "retirer", "run", "lancer", "checkin", "check-in", "point", "done", "terminer",
    "terminé", "termine", "drop", "abandonner", "reopen", "rouvrir", "history", "historique", "export", "exporter",
    "seen", "vu", "unfollow", "data", "données", "donnees", "forget", "oublier", "oublie", "here", "ici", "me", "moi",
    "link", "lier", "unlink", "délier", "delier", "digest", "résumé", "resume",
)  # fmt: skip
"""What may stand behind "plan" without a slash before it."""

_BEHIND: Final = r"(?:\s+(?:@\S+|\#?\d{1,4}|[\"“«].*[\"”»]))"
_COMMAND: Final = re.compile(
    # Teams' list of commands types them for people, without a slash; in talk a line that begins so is no command.
    # Behind the word may stand people, numbers, something between quotation marks, and one short word.
    rf"/plan\b(.*)|/?plan(?:\s+((?:{'|'.join(WORDS)}){_BEHIND}*(?:\s+\S{{1,12}})?{_BEHIND}*))?",
    re.DOTALL | re.IGNORECASE,
)


class Draft(NamedTuple):
    """Something that happened: all of a `Happened` but the person, who is the activity's own.

    `source` names it in its company, whatever way and however often it comes.
    """

    source: str
    event: Event | Seen | Commanded | Invited | SheetSent | Forgotten
    place: Place
    public: bool = False
    shown: str = ""

    @property
    def in_passing(self) -> bool:
        """Whether it was said where others read, where the coach is silent to all but the company's own."""
        return self.public and self.source.startswith("message/")


def events(activity: Activity, judge: Judge) -> tuple[Draft, ...]:
    """The drafts of what was said, changed, taken back, or installed. An edit may give two: unsaid, then seen."""
    match activity.type:
        case "message":
            return _message(activity, judge)
        case "messageUpdate" if not activity.private:
            return _changed(activity, judge)
        case "messageDelete" if not activity.private:
            return (_unsaid(activity),)
        case "installationUpdate" if activity.action == "add":
            return (_installed(activity),)
        case _:
            return ()


def noticed(finding: Finding | None, source: str = "") -> Noticed | None:
    """What was read in a message that somebody asks about."""
    if finding is None or finding.tool is None or finding.lang is None:
        return None
    return Noticed(finding.tool, finding.lang, finding.goal, finding.problem, finding.people, finding.date, source)


def room_of(activity: Activity) -> str:
    """The conversation, without the thread: a chat, or a whole channel."""
    return activity.conversation.id.partition(_THREAD)[0]


def place_of(activity: Activity) -> Place:
    """Where it was said or pressed."""
    user, us = activity.from_, activity.recipient
    return Place(
        service_url=activity.service_url,
        conversation=room_of(activity),
        kind=activity.conversation.kind or "",
        message=activity.id or "",
        user=user.id if user else "",
        bot=us.id if us else "",
        root=_root_of(activity),
    )


def _root_of(activity: Activity) -> str:
    return activity.conversation.id.partition(_THREAD)[2]


def _said_at(activity: Activity) -> datetime | None:
    """When Teams had it; None where it tells nothing that can be read, or no zone."""
    try:
        at = datetime.fromisoformat(activity.timestamp or "")
    except ValueError:
        return None
    return at if at.tzinfo else None


def _name(activity: Activity) -> str:
    return f"{room_of(activity)}/{activity.id}"


def _version(activity: Activity) -> str:
    """Which change of a message it is: its id stays the same, and Teams does not count."""
    return activity.timestamp or activity.local_timestamp or ""


def _message(activity: Activity, judge: Judge) -> tuple[Draft, ...]:
    source, text = f"message/{_name(activity)}", activity.words()
    if activity.private:
        return (Draft(source, _talked(text, activity), place_of(activity)),) if text else ()
    if activity.addressed:
        return (Draft(source, _called(text, activity, judge), place_of(activity), public=True),)
    return _seen(activity, text, judge, source)


def _talked(text: str, activity: Activity) -> Said | Commanded:
    command = _command(activity)
    return Said(text) if command is None else Commanded(command)


def _called(text: str, activity: Activity, judge: Judge) -> Event | Commanded:
    """What somebody wants who calls the coach by name, the name taken away."""
    command = _command(activity)
    if command is not None:
        return Commanded(command, room_of(activity), member=True)
    about = noticed(judge(text), _name(activity))
    return Said(text) if text and about is None else Started(about)


def _command(activity: Activity) -> str | None:
    """What stands behind `plan`; None when it is talk."""
    line = _COMMAND.fullmatch(activity.words(at=True))
    return None if line is None else (line[1] or line[2] or "").strip()


def _seen(activity: Activity, text: str, judge: Judge, source: str) -> tuple[Draft, ...]:
    finding = judge(text)
    if finding is None:
        return ()
    root = _root_of(activity)
    thread = "" if root == activity.id else root
    event = Seen(room_of(activity), finding, thread, _name(activity), _said_at(activity), words=text)
    return (Draft(source, event, place_of(activity), public=True),)


def _changed(activity: Activity, judge: Judge) -> tuple[Draft, ...]:
    """An edit, or a deleted message that comes back. What it said before, Teams does not tell."""
    data, source = activity.channel_data, f"message/{_name(activity)}/{_version(activity)}"
    seen = () if activity.addressed else _seen(activity, activity.words(), judge, source)
    match data and data.event_type:
        case "editMessage":
            return (_unsaid(activity), *seen)
        case "undeleteMessage":
            return seen
        case _:
            return ()


def _unsaid(activity: Activity) -> Draft:
    name = _name(activity)
    return Draft(f"unsaid/{name}/{_version(activity)}", Unsaid(name), place_of(activity), public=True)


def _installed(activity: Activity) -> Draft:
    """The app is new for a person, who is told what it does; or in a team or a chat, where somebody brought it."""
    source = f"installed/{_name(activity)}"
    if activity.private:
        return Draft(source, Commanded("help"), place_of(activity))
    return Draft(source, Invited(room_of(activity)), place_of(activity), public=True)
