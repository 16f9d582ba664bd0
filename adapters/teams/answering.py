"""What a person waits for in Teams: the card that takes the place of a pressed one, a dialog, or a word.

All of it travels in the answer to Teams' request, within five seconds. Nobody repeats a press: where it fails, the
person is told in words, and not by an HTTP status.
"""

import secrets
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast, get_args

import structlog

from adapters.faults import noted
from adapters.hearing import Coach, Forgotten, Person, SheetSent
from adapters.teams import cards, dialogs
from adapters.teams.elements import CARD
from adapters.teams.gate import Activity
from adapters.teams.inbound import Draft, place_of
from adapters.teams.marks import marks
from adapters.teams.naming import Naming
from adapters.teams.people import Directory
from adapters.teams.pressed import asked_about, button, clicked, data_of
from adapters.teams.taking import PLATFORM, Taking
from dialogs.content.catalog import text_of
from dialogs.events import Submitted
from dialogs.views import Sheet, SheetKey

FORGET_ME: Final = "forget"
"""The link in a sheet that deletes all about the person."""

_PRESS: Final = "adaptiveCard/action"
_OPENING: Final = ("task/fetch", "composeExtension/fetchTask")
_TITLE: Final = "Planfirst"
_WORDS: Final = "application/vnd.microsoft.activity.message"
_SHEETS: Final = get_args(SheetKey)
_REACTIONS: Final = ("like", "dislike")

log = structlog.get_logger()


class Answer(NamedTuple):
    """What Teams is told: an HTTP status, and JSON; None is an empty body, which closes a dialog."""

    status: int = 200
    body: Mapping[str, Any] | None = None


class Instead(Exception):  # noqa: N818 - it is an answer
    """What was asked for is not to be had, and the message of this key is to be said instead."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Answering:
    """Answers what the Bot Framework calls invokes."""

    def __init__(self, coach: Coach, directory: Directory, naming: Naming, taking: Taking) -> None:
        self._coach = coach
        self._directory = directory
        self._naming = naming
        self._taking = taking
        self._answers: Final = {
            _PRESS: self._press,
            "task/fetch": self._open,
            "task/submit": self._sent,
            "composeExtension/fetchTask": self._ask_about,
            "message/submitAction": self._note_feedback,
        }

    async def answer(self, activity: Activity) -> Answer | None:
        """The answer; None for an invoke that is not ours."""
        answering = self._answers.get(activity.name or "")
        if answering is None:
            return None
        person = self._directory.person(activity)
        try:
            return await answering(activity, person)
        except Instead as instead:
            return _told(activity, person, instead.key)
        except Exception as error:  # whatever it is: nobody else would tell the person
            return _told(activity, person, "app.failed", reference=noted(PLATFORM, error))

    async def _press(self, activity: Activity, person: Person) -> Answer:
        press = button(activity)
        if press is None:
            raise Instead("app.older")
        await self._taking.hand_in(activity, clicked(press, activity))
        # Where others read, what the coach says to it takes its place, and must not be hidden by this answer.
        if press.stays or not activity.private:
            return Answer(body=_word(f"✓ {press.answer}"))
        card = cards.settled(press.shown, press.answer)
        return Answer(body={"statusCode": 200, "type": CARD, "value": card})

    async def _open(self, activity: Activity, person: Person) -> Answer:
        wanted = dialogs.of(data_of(activity))
        return await self._opened(activity, person, wanted.key, wanted.about, wanted.token)

    async def _opened(
        self, activity: Activity, person: Person, key: str, about: str, token: str | None = None
    ) -> Answer:
        sheet = await self._sheet(person, key, about)
        return Answer(body=dialogs.task(sheet, secrets.token_urlsafe(9), token=token))

    async def _sheet(self, person: Person, key: str, about: str) -> Sheet:
        """Raises Instead, and what the storage raises."""
        if key not in _SHEETS:
            raise Instead("app.older")
        sheet = await self._coach.sheet(person, cast(SheetKey, key), about)
        if sheet is None:
            raise Instead("app.nothing_there")
        return sheet

    async def _sent(self, activity: Activity, person: Person) -> Answer:
        data = data_of(activity)
        link = dialogs.link(data)
        if link == FORGET_ME:
            source = f"forget/{dialogs.of(data).nonce}/{person.id}"
            await self._taking.hand_in(activity, Draft(source, Forgotten(), place_of(activity)))
            return _told(activity, person, "app.forgetting")
        if link:
            key, _, about = link.partition(":")
            return await self._opened(activity, person, key, about)
        return await self._filled(activity, person, data)

    async def _filled(self, activity: Activity, person: Person, data: Mapping[str, Any]) -> Answer:
        """A sheet that came back: it closes, or is shown again with what has to be mended."""
        key, about, nonce, token = dialogs.of(data)
        sheet = await self._sheet(person, key, about)
        values = dialogs.values(data, sheet.inputs)
        event: SheetSent | Submitted = Submitted(values, token or "")
        if token is None:
            people = await self._naming.picked(activity, dialogs.picks(values, sheet.inputs))
            event = SheetSent(sheet.key, about, values, people)
            if faults := await self._coach.faults(person, event):
                return Answer(body=dialogs.task(dialogs.refilled(sheet, values), nonce, faults))
        await self._taking.hand_in(activity, Draft(f"sheet/{nonce}/{person.id}", event, place_of(activity)))
        return Answer()

    async def _ask_about(self, activity: Activity, person: Person) -> Answer:
        draft = asked_about(activity, self._coach.read)
        if draft is None:
            raise Instead("app.older")
        await self._taking.hand_in(activity, draft)
        return _told(activity, person, "cmd.over_there")

    async def _note_feedback(self, activity: Activity, person: Person) -> Answer:
        """Thumbs up or down. What was written with it is not kept."""
        match activity.value:
            case {"actionName": "feedback", "actionValue": {"reaction": reaction}} if reaction in _REACTIONS:
                log.info("teams.feedback", reaction=reaction)
        return Answer()


def _told(activity: Activity, person: Person, key: str, **values: str) -> Answer:
    """Words of the app itself, where the person is looking."""
    said = text_of(key, person.lang).format(**values)
    if activity.name in _OPENING:
        return Answer(body=dialogs.notice(_TITLE, said))
    text = "".join(mark.text for mark in marks(said))  # Teams shows it as it is
    return Answer(body=_word(text) if activity.name == _PRESS else {"task": {"type": "message", "value": text}})


def _word(text: str) -> Mapping[str, Any]:
    """The answer to a press that leaves its card as it is."""
    return {"statusCode": 200, "type": _WORDS, "value": text}
