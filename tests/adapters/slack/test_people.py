import pytest

from adapters.hearing import Person
from adapters.slack.client import Clients
from adapters.slack.people import FRESH, GUESSED, Directory, Met, as_met
from adapters.slack.workspaces import Workspaces
from dialogs.person import PersonId
from tests.fakes.slack import SlackSim


class Remembered:
    """What the storage knows."""

    def __init__(self) -> None:
        self.people: dict[PersonId, Person] = {}

    async def __call__(self, who: PersonId) -> Person | None:
        return self.people.get(who)


@pytest.fixture
def remembered() -> Remembered:
    return Remembered()


@pytest.fixture
def directory(slack: SlackSim, clients: Clients, workspaces: Workspaces, remembered: Remembered) -> Directory:
    return Directory(clients, workspaces, remembered, slack.now)


async def test_somebody_is_known_by_first_name_in_their_language_and_zone(
    slack: SlackSim, directory: Directory
) -> None:
    ann = slack.user("ann", real_name="Ann Onyme", locale="fr-CA", tz="America/Toronto")
    met = await directory.person(slack.team, ann.id)
    assert met.person == Person(slack.team, ann.id, "Ann", "fr", "America/Toronto")
    assert met.author == "member"


async def test_slack_is_asked_once_an_hour(slack: SlackSim, directory: Directory) -> None:
    ann = slack.user("ann")
    for _ in range(3):
        await directory.person(slack.team, ann.id)
    assert len(slack.called("users.info")) == 1
    slack.advance(FRESH + 1)
    await directory.person(slack.team, ann.id)
    assert len(slack.called("users.info")) == 2


async def test_guests_strangers_and_bots_are_told_apart(slack: SlackSim, directory: Directory) -> None:
    people = [
        slack.user("gus", is_restricted=True),
        slack.user("gil", is_ultra_restricted=True),
        slack.user("sam", is_stranger=True),
        slack.other_bot("jira"),
        slack.user("bob", team=slack.add_workspace("globex").id),
    ]
    authors = [(await directory.person(slack.team, one.id)).author for one in people]
    assert authors == ["guest", "guest", "external", "bot", "external"]


@pytest.mark.parametrize(
    ("team_id", "organisation", "author"),
    [("T1", "E1", "member"), ("T2", "E1", "member"), ("E1", "", "member"), ("T3", "E2", "external")],
)
def test_in_a_grid_people_of_all_its_workspaces_belong(team_id: str, organisation: str, author: str) -> None:
    user = {"team_id": team_id, "real_name": "Ann", "enterprise_user": {"enterprise_id": organisation}}
    assert as_met(user, "E1/T1", "U1").author == author


def test_a_zone_that_is_unknown_here_and_a_missing_name_do_no_harm() -> None:
    for tz in ("Mars/Olympus", "", None, "../etc/passwd"):
        met = as_met({"team_id": "T1", "tz": tz, "locale": None}, "T1", "U1")
        assert met.person == Person("T1", "U1", "", "en", "UTC")


async def test_an_account_that_was_closed_or_never_was_is_gone(slack: SlackSim, directory: Directory) -> None:
    closed = slack.user("ann", deleted=True)
    assert (await directory.person(slack.team, closed.id)).gone
    assert await directory.person(slack.team, "U1") == Met(Person(slack.team, "U1", ""), "external", gone=True)
    assert not (await directory.person(slack.team, slack.user("bea").id)).gone


@pytest.mark.parametrize("fault", [{"error": "user_not_visible"}, {"status": 500}, {"drop": True}, {"delay": 9.0}])
async def test_when_slack_does_not_tell_the_storage_does_and_the_coach_stays_silent(
    slack: SlackSim, directory: Directory, remembered: Remembered, fault: dict[str, object]
) -> None:
    ann = Person(slack.team, "U1", "Ann", "fr", "Europe/Paris")
    remembered.people[ann.key] = ann
    slack.inject("users.info", times=9, **fault)  # type: ignore[arg-type]
    assert await directory.person(slack.team, "U1", 0.1) == Met(ann, "external")
    assert await directory.person(slack.team, "U2", 0.1) == Met(Person(slack.team, "U2", ""), "external")


async def test_slack_is_asked_again_soon_after_it_did_not_tell(slack: SlackSim, directory: Directory) -> None:
    ann = slack.user("ann")
    slack.inject("users.info", error="fatal_error")
    assert (await directory.person(slack.team, ann.id)).author == "external"
    assert (await directory.person(slack.team, ann.id)).author == "external"
    slack.advance(GUESSED + 1)
    assert (await directory.person(slack.team, ann.id)).author == "member"


async def test_a_workspace_without_the_app_has_no_people(slack: SlackSim, directory: Directory) -> None:
    assert await directory.person("T9", "U1") == Met(Person("T9", "U1", ""), "external")
    assert slack.calls == []


async def test_the_same_person_in_two_workspaces_is_two(slack: SlackSim, directory: Directory) -> None:
    ann = slack.user("ann")
    here = await directory.person(slack.team, ann.id)
    there = await directory.person("T9", ann.id)
    assert (here.person.tenant, there.person.tenant) == (slack.team, "T9")


async def test_no_name_is_logged(
    slack: SlackSim, directory: Directory, everything_logged: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    ann = slack.user("ann", real_name="Ann Onyme")
    slack.inject("users.info", error="fatal_error")
    await directory.person(slack.team, ann.id)
    slack.advance(GUESSED + 1)
    await directory.person(slack.team, ann.id)
    assert "Onyme" not in everything_logged.text + capsys.readouterr().out
