"""Doors: the chat platforms through which people come in, all of those that are set up, opened and shut together."""

from collections.abc import Iterator
from typing import Protocol

from aiohttp import web

from adapters.hearing import Coach, Person
from adapters.port import Platform
from bot.config import Settings
from storage.store import Store


class Door(Protocol):
    """A chat platform, put together."""

    @property
    def platform(self) -> Platform:
        """What is said goes out through it."""

    def told(self, person: Person) -> None:
        """Something of a person changed: what they look at is to show it."""

    def listen(self, coach: Coach) -> None:
        """Make the app that hears people for the coach."""

    def add_to(self, app: web.Application) -> None:
        """Add its paths. After `listen`."""

    async def start(self) -> None:
        """Hear people from now on."""

    async def stop(self) -> None:
        """Hear nobody any more, and end small calls that are under way."""

    async def close(self) -> None:
        """After the last message was sent."""


class Doors:
    """All doors of a process."""

    def __init__(self, doors: tuple[Door, ...]) -> None:
        self._doors = doors

    def __iter__(self) -> Iterator[Door]:
        return iter(self._doors)

    def told(self, person: Person) -> None:
        """Tell each that something of a person changed."""
        for door in self._doors:
            door.told(person)

    def listen(self, coach: Coach) -> None:
        """Make each app."""
        for door in self._doors:
            door.listen(coach)

    async def open(self, app: web.Application) -> None:
        """Let people in."""
        for door in self._doors:
            door.add_to(app)
            await door.start()

    async def shut(self) -> None:
        """Let nobody in any more."""
        for door in self._doors:
            await door.stop()

    async def close(self) -> None:
        """After the last message was sent."""
        for door in self._doors:
            await door.close()


def doors_of(settings: Settings, store: Store) -> Doors:
    """A door for each platform that is set up. Each SDK is loaded only where it is needed."""
    doors: list[Door] = []
    if settings.slack is not None:
        from bot.slack import Slack

        doors.append(Slack(settings.slack, store, settings.keys()))
    if settings.teams is not None:
        from bot.teams import Teams

        doors.append(Teams(settings.teams, store))
    return Doors(tuple(doors))
