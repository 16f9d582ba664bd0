"""Teams is busy, fails, and loses its answers, at every call and every line of a short talk: nothing is lost.

Teams cannot be asked whether a message exists. So one whose answer was lost is said again: these, and no others, stand
there twice, one right after the other. An offer is never made twice.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from adapters.teams.sending import TeamsPlatform
from dialogs.company import Company
from storage.errors import UnreachableError
from tests.bot.slack.test_faults import ANSWER, MUCH, PRIVATE, TOOL
from tests.bot.teams.world import World, words
from tests.fakes.teams import Dialog, User
from tests.fakes.teams.faults import Fault, Faults
from tests.transcripts.playing import START

FAULTS: Final[dict[str, dict[str, Any]]] = {
    "not now": {"status": 412},
    "busy": {"status": 429, "retry_after": "1"},
    "refuses its own token": {"status": 401},
    "fails": {"status": 502},
    "is late": {"status": 504},
    "loses its answer": {"status": 504, "after_accept": True},
}
CALLS: Final = {
    "open": ("POST", "/v3/conversations"),
    "send": ("POST", "/activities"),
    "update": ("PUT", r"/activities/[^/]+"),
    "delete": ("DELETE", r"/activities/[^/]+"),
    "member": ("GET", r"/members/[^/]+"),
}


@dataclass
class Once(Fault):
    """A fault of one kind of call, which its path tells by its end."""

    end: str = ""

    def matches(self, method: str, path: str) -> bool:
        return super().matches(method, path) and re.search(f"{self.end}$", path) is not None


class Outcome(NamedTuple):
    """What a person has before their eyes at the end, and what the coach remembers."""

    talk: list[str]
    slots: dict[str, Any]
    status: str


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    yield from made(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    with pytest.MonkeyPatch.context() as patch:
        for office in made(tmp_path_factory.mktemp("undisturbed"), patch):
            yield hold_the_talk(office, lambda: None)


def made(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[World]:
    """The usual company; the coach is not seen writing, so that each fault meets a message."""
    with World(folder, Company(), START, patch) as office:
        patch.setattr(office.door.platform, "typing", _writes_unseen)
        office.opted_in()
        yield office
        office.teams.assert_clean()
        assert office.seen_in_public() == []


async def _writes_unseen(_place: object) -> None:
    """Nothing is called."""


def order(office: World, call: str, fault: str) -> Once:
    """The next call of that kind meets that fault."""
    method, end = CALLS[call]
    made = Once(method=method, end=end, **FAULTS[fault])
    office.teams.connector.faults.order(made)
    return made


def hold_the_talk(office: World, disturb: Callable[[], None]) -> Outcome:
    """A talk with something of everything, by somebody who never had a chat with it; `disturb` comes before each line."""
    ben, ann = office.colleague("Ben"), office.teams.user("Ann Example", locale="en-GB")
    office.team_room.members.append(ann)
    office.opted_in("off")
    message = office.says(ben, MUCH, office.team_room).said
    lines: list[Callable[[], object]] = [
        lambda: office.do(office.teams.message_action(ann, message, "thinkThrough")),
        lambda: office.presses(ann, "btn.right"),
        lambda: office.says(ann, ANSWER),
        lambda: office.says(ann, "plan edit"),
        lambda: office.do(
            office.teams.submit_dialog(ann, opened(office, ann), "Save", {"decision": "Claire said yes"})
        ),
    ]
    for line in lines:
        disturb()
        line()
        office.teams.connector.faults = Faults()
    talk = office.talk_of(ann)
    return Outcome(words(office.told(ann)), talk.slots, talk.status)


def opened(office: World, user: User) -> Dialog:
    message, label = next((m, "Edit") for m in reversed(office.told(user)) if "Edit" in m.buttons())
    return office.do(office.teams.submit(user, message, label)).opened


def once_each(talk: list[str]) -> list[str]:
    """Without what only repeats the message before it."""
    return [text for before, text in zip(["", *talk], talk, strict=False) if text != before]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_the_talk_is_the_same(
    office: World, fault: str, undisturbed: Outcome, everything_logged: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    ordered: list[tuple[str, Once]] = []

    def disturb() -> None:
        ordered.extend((call, order(office, call, fault)) for call in CALLS)

    found = hold_the_talk(office, disturb)
    met = [call for call, one in ordered if one.times == 0]
    assert met.count("send") == 5, "one in each line"
    assert {"open", "update"} <= set(met)

    assert once_each(found.talk) == undisturbed.talk
    doubled = len(found.talk) - len(undisturbed.talk)
    assert doubled == (met.count("send") if fault == "loses its answer" else 0)
    assert found._replace(talk=[]) == undisturbed._replace(talk=[])
    logged = everything_logged.text + "".join(capsys.readouterr())
    assert [word for word in PRIVATE if word in logged] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_offer_is_made_at_most_once(office: World, fault: str) -> None:
    ann = office.colleague("Ann")
    order(office, "send", fault)
    office.says(ann, TOOL, office.team_room)

    arrives = FAULTS[fault]["status"] < 500 or FAULTS[fault].get("after_accept", False)
    assert len(office.told(ann)) == int(arrives), "what may have arrived is not said again"


@pytest.mark.parametrize("fault", FAULTS)
def test_an_offer_whose_message_is_gone_is_taken_back_in_the_end(office: World, fault: str) -> None:
    ann = office.colleague("Ann")
    message = office.says(ann, TOOL, office.team_room).said
    ordered = order(office, "delete", fault)
    if fault == "loses its answer":
        office.teams.violations = _but_the_second_deletion()
    office.do(office.teams.delete(ann, message))
    assert ordered.times == 0
    assert office.told(ann) == []


def _but_the_second_deletion() -> list[str]:
    class Rest(list[str]):
        def append(self, said: str) -> None:
            if not said.startswith("delete of "):  # it was carried out, and nobody can know
                super().append(said)

    return Rest()


@pytest.mark.parametrize("fault", FAULTS)
def test_of_whom_teams_does_not_tell_is_met_with_silence(office: World, fault: str) -> None:
    ann = office.colleague("Ann")
    order(office, "member", fault)
    office.says(ann, TOOL, office.team_room)
    assert office.heard() == []
    office.says(ann, "hello")
    assert office.heard() == ["ctl.welcome"]


def test_without_a_token_everything_waits_and_nothing_is_lost(office: World) -> None:
    ann = office.colleague("Ann")
    order(office, "send", "refuses its own token")
    secret, office.teams.app_secret = office.teams.app_secret, "changed in Entra"
    asked = len(office.teams.token_requests)
    for line in ("start", ANSWER):
        office.run(office.teams.say(ann, office.chat(ann), line))
    office.wait_for(lambda: len(office.teams.token_requests) > asked + 1)
    assert office.told(ann) == []

    office.teams.app_secret = secret
    office.settle()
    assert office.heard() == ["intercept.start", "q.problem", "q.problem.who"]


def test_that_it_cannot_be_seen_writing_is_no_matter(office: World, monkeypatch: pytest.MonkeyPatch) -> None:
    platform = office.door.platform
    monkeypatch.setattr(platform, "typing", partial(TeamsPlatform.typing, platform))
    ann = office.colleague("Ann")
    for _ in range(2):
        order(office, "send", "not now")
    office.says(ann, "hello")
    assert [call.body["type"] for call in office.teams.calls if call.status == 412].count("typing") == 1
    assert words(office.told(ann))[0].startswith("Hello Ann.")


# ---- Teams comes again ------------------------------------------------------------------------------------------


def test_what_could_not_be_kept_is_not_acknowledged(office: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = office.colleague("Ann")
    taken, failures = office.runtime.intake._keep, [UnreachableError("sqlite")]

    def once_away(*arguments: Any) -> Any:
        if failures:
            raise failures.pop()
        return taken(*arguments)

    monkeypatch.setattr(office.runtime.intake, "_keep", once_away)
    turn = office.says(ann, "hello")
    assert turn.status == 503
    assert office.teams.violations.pop().startswith("the bot answered 503 to message")
    office.do(office.teams.redeliver(turn))
    assert office.heard() == ["ctl.welcome"]


def test_what_was_acknowledged_and_comes_again_is_not_heard_again(office: World) -> None:
    ann = office.colleague("Ann")
    turns = [office.says(ann, TOOL, office.team_room), office.presses(ann, "btn.start"), office.says(ann, ANSWER)]
    office.heard()
    for turn in turns:
        assert office.do(office.teams.redeliver(turn)).status == 200
    assert office.heard() == []
