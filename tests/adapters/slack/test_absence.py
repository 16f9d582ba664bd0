"""A status says that somebody is away when it means a day without work, and only while it lasts."""

import pytest

from adapters.port import TellsAbsence, To
from adapters.slack.absence import is_away
from adapters.slack.client import Clients
from adapters.slack.sending import SlackPlatform
from adapters.slack.workspaces import Workspaces
from storage.secrets import KeyRing
from tests.fakes.slack import SlackSim


@pytest.mark.parametrize(
    ("emoji", "text", "away"),
    [
        (":palm_tree:", "Vacationing", True),
        (":palm_tree:", "En congé", True),
        (":face_with_thermometer:", "", True),
        (":calendar:", "OOO until 12 March", True),
        ("", "Out of office", True),
        ("", "on parental leave", True),
        ("", "en congés jusqu'au 12", True),
        (":spiral_calendar_pad:", "In a meeting", False),
        (":house_with_garden:", "Working remotely", False),
        ("", "back from vacation", False),
        ("", "", False),
    ],
)
def test_what_a_status_says(emoji: str, text: str, away: bool) -> None:
    profile = {"status_emoji": emoji, "status_text": text, "status_expiration": 0}
    assert is_away(profile, 1000.0) is away
    assert is_away(profile | {"status_expiration": 1001}, 1000.0) is away
    assert not is_away(profile | {"status_expiration": 1000}, 1000.0)


def test_a_profile_without_a_status() -> None:
    assert not is_away({}, 1000.0)


async def test_slack_is_asked(slack: SlackSim, clients: Clients, workspaces: Workspaces, keys: KeyRing) -> None:
    ann = slack.user("ann")
    platform = SlackPlatform(workspaces, clients, keys, slack.now)
    assert isinstance(platform, TellsAbsence)
    assert not await platform.is_away(To(slack.team, ann.id))
    ann.status = (":palm_tree:", "Vacationing", int(slack.now()) + 3600)
    assert await platform.is_away(To(slack.team, ann.id))
    slack.advance(3601)
    assert not await platform.is_away(To(slack.team, ann.id))


async def test_who_is_not_there_is_not_away(
    slack: SlackSim, clients: Clients, workspaces: Workspaces, keys: KeyRing
) -> None:
    platform = SlackPlatform(workspaces, clients, keys, slack.now)
    assert not await platform.is_away(To(slack.team, "U0NOBODY"))
    assert not await platform.is_away(To("T0NOWHERE", "U0NOBODY"))
