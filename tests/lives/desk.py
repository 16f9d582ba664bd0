"""The stories at a real desk, on a real database."""

from datetime import datetime, timedelta
from typing import Any, Final

from adapters.hearing import Commanded, Named, Person, Room, SheetSent
from bot.arriving import arrive
from bot.commands import as_command
from dialogs.events import Said
from dialogs.life.record import Ref
from dialogs.plan import Plan
from dialogs.reading.words import plain
from dialogs.replies import Reply
from storage.store import Store
from tests.bot.lives import Heard, Office
from tests.bot.talking import Anything
from tests.lives.playing import Somebody, Story, Told, Verb, company_of, flat

ROOMS: Final = {
    "team": Room("#team", "team", member=True),
    "partners": Room("#partners", "partners", shared=True, member=True),
    "elsewhere": Room("#elsewhere", "elsewhere", member=False),
}


class DeskStage:
    """People at an office's desk."""

    def __init__(self, store: Store, story: Story) -> None:
        self.office = Office(store, company_of(story), story.get("platform", "test"))
        self.said: list[Reply] = []  # all that anybody was told
        self.people: dict[str, Person] = {}
        self.named: dict[str, Named] = {}

    def enter(self, people: tuple[Somebody, ...], plans: dict[str, list[Plan]]) -> None:
        for one in people:
            person = Person(one.company, plain(one.name), one.name, one.lang, "Europe/Paris")
            self.people[one.name] = person
            self.named[one.name] = Named(person, one.standing)  # type: ignore[arg-type]  # as the story has it
        for name, own in plans.items():
            for plan in own:
                self.office.owns(self.people[name], plan)

    def does(self, who: str, verb: Verb, what: Any, plan: int, at: datetime) -> Told:
        self.office.now = at - timedelta(minutes=1)  # a minute passes with every event
        person = self.people[who]
        if self.office.platform == "page":  # whoever does something there has opened it
            self.office.store.run_now(lambda tx: arrive(tx, person, "page"))
        match verb:
            case "presses":
                return self._told(self.office.press(person, what))
            case "edits":
                return self._told(self.office.take(person, SheetSent("edit.plan", str(plan), what)))
            case "picks":
                people = (self.named[what],) if what else ()
                picked = SheetSent("send", str(plan), {}, people)
                return self._told(self.office.take(person, picked))
            case "says":
                return self._told(self.office.take(person, self._said(what)))

    def passes(self, to: datetime) -> Told:
        self.office.now = to
        told: Told = {}
        for heard in self.office.wake():
            for name, replies in self._told(heard).items():
                told.setdefault(name, []).extend(replies)
        return told

    def state(self, owner: str, number: int) -> str:
        ref = Ref(*self.people[owner].key, number)
        kept = self.office.store.run_now(lambda tx: tx.plans.record(ref))
        return kept.record.plan.state if kept else "gone"

    def _said(self, text: str) -> Anything:
        """A command names people and channels; they stand in it as they are called."""
        command = as_command(text)
        if command is None or not text.startswith("/plan"):
            return Said(text)
        people = tuple(named for name, named in self.named.items() if f"@{name}" in text)
        rooms = tuple(room for name, room in ROOMS.items() if f"#{name}" in text)
        return Commanded(text.removeprefix("/plan").strip(), people=people, rooms=rooms)

    def _told(self, heard: Heard) -> Told:
        told: Told = {heard.who.first_name: list(heard.replies)}
        names = {one.id: name for name, one in self.people.items()}
        for id_, replies in heard.others.items():
            for reply in replies:
                name = "#team" if reply.audience == "channel" else names[id_]
                told.setdefault(name, []).append(reply)
        self.said += (reply for _, reply in flat(told))
        return told
