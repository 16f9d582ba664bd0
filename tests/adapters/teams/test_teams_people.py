from typing import Any

import msgspec
import pytest

from adapters.hearing import Author, Person
from adapters.teams.connector import Connector
from adapters.teams.gate import Activity
from adapters.teams.people import FRESH, GUESSED, Directory
from tests.adapters.teams.office import Clock, channel_of
from tests.fakes.teams import TeamsSim, User


class Hall:
    """Where people come in; the newest of them is Ann Berg, of Paris."""

    def __init__(self, teams: TeamsSim, connector: Connector) -> None:
        self.teams = teams
        self.clock = Clock()
        self.directory = Directory(connector, teams.tenant, self.clock)
        self.ann = teams.user("Ann Berg", locale="fr-CA", timezone="America/Montreal")

    async def saying(self, user: User | None = None, /, **fields: Any) -> Activity:
        """What the bot is told when somebody says something in a channel."""
        user = user or self.ann
        told = self.teams.activity("message", user, await channel_of(self.teams, user), text="hello") | fields
        return msgspec.convert(told, Activity)

    def roster(self, monkeypatch: pytest.MonkeyPatch, **entry: str) -> None:
        told = self.ann.roster_entry() | entry
        monkeypatch.setattr(self.ann, "roster_entry", lambda: told)

    def asked(self) -> int:
        return sum("/members/" in call.path for call in self.teams.calls)


@pytest.fixture
def hall(teams: TeamsSim, connector: Connector) -> Hall:
    return Hall(teams, connector)


async def test_each_activity_tells_who_speaks(hall: Hall) -> None:
    met = hall.directory.person(await hall.saying())
    assert met == Person(hall.teams.tenant, hall.ann.aad, "Ann", "fr", "America/Montreal")
    assert hall.teams.calls == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ann", "Ann"),
        ("Ann Berg", "Ann"),
        ("Berg, Ann", "Ann"),
        ("Berg, Ann (Research)", "Ann"),
        ("Berg,", ""),
        ("Jean-Luc Martin", "Jean-Luc"),
        ("  ", ""),
        ("", ""),
    ],
)
async def test_names_are_written_in_many_ways(hall: Hall, name: str, first: str) -> None:
    account = hall.ann.account() | {"name": name}
    assert hall.directory.person(await hall.saying(**{"from": account})).first_name == first


async def test_what_an_activity_does_not_tell_is_as_it_was(hall: Hall) -> None:
    before = hall.directory.person(await hall.saying())
    account = {name: value for name, value in hall.ann.account().items() if name != "name"}
    assert hall.directory.person(await hall.saying(entities=None, **{"from": account})) == before
    bob = hall.teams.user("Bob")
    assert hall.directory.person(await hall.saying(bob, entities=[])) == Person(hall.teams.tenant, bob.aad, "Bob")


@pytest.mark.parametrize(
    "told", [{"timezone": "Mars/Olympus"}, {"timezone": 7, "locale": 7}, {"locale": None}, {"timezone": "../x"}, {}]
)
async def test_what_cannot_be_read_is_not_told(hall: Hall, told: dict[str, Any]) -> None:
    met = hall.directory.person(await hall.saying(entities=[{"type": "clientInfo"} | told]))
    assert (met.lang, met.zone) == ("en", "UTC")


async def test_without_a_directory_id_or_a_tenant_somebody_is_somebody_all_the_same(hall: Hall) -> None:
    met = hall.directory.person(await hall.saying(channelData={}, **{"from": {"id": "29:x", "name": "Eve"}}))
    assert (met.tenant, met.id) == (hall.teams.tenant, "29:x")


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        ({}, "member"),
        ({"userPrincipalName": "ann_other.test#EXT#@ours.onmicrosoft.com"}, "guest"),
        ({"userPrincipalName": "ann_other.test#ext#@ours.onmicrosoft.com"}, "guest"),
        ({"userRole": "guest"}, "guest"),
        ({"userRole": "anonymous"}, "external"),
        ({"tenantId": "of-another-company"}, "external"),
        ({"userPrincipalName": ""}, "external"),
    ],
)
async def test_the_roster_says_whose_people_they_are(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, entry: dict[str, str], author: Author
) -> None:
    hall.roster(monkeypatch, **entry)
    assert await hall.directory.author(await hall.saying()) == author
    hall.teams.assert_clean()


async def test_the_roster_is_asked_once_an_hour(hall: Hall) -> None:
    for _ in range(3):
        assert await hall.directory.author(await hall.saying()) == "member"
        hall.clock.now += FRESH / 3
    assert hall.asked() == 1
    await hall.directory.author(await hall.saying())
    assert hall.asked() == 2


@pytest.mark.parametrize("status", [403, 404, 429, 500])
async def test_who_cannot_be_told_from_a_stranger_is_one_for_a_while(hall: Hall, status: int) -> None:
    hall.teams.fail(status, code="SomeCode")
    for _ in range(2):
        assert await hall.directory.author(await hall.saying()) == "external"
    assert hall.asked() == 1
    hall.clock.now += GUESSED
    assert await hall.directory.author(await hall.saying()) == "member"


async def test_nobody_waits_for_a_slow_roster(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.teams.people.PATIENCE", 0.1)
    hall.teams.latency = 0.5
    assert await hall.directory.author(await hall.saying()) == "external"
