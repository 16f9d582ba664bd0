"""What nobody means well, or nobody meant at all: the right status, a kind word where somebody reads it, no trace else."""

import json
import time
from typing import Any

import pytest

from tests.bot.slack.world import World, words
from tests.fakes.slack import User
from tests.fakes.slack.blockkit.schema import walk

TOOL = "We should launch a Slack community for innovation"
PROBLEM = "Nobody answers the 30 ideas of the October survey"


def event(slack: World, user: User, text: str, team: str | None = None) -> bytes:
    """A message in the private talk, as Slack sends it."""
    said = {"type": "message", "channel": "D0SIMX", "channel_type": "im", "user": user.id, "text": text}
    bots = [{"team_id": team or slack.sim.team, "user_id": slack.sim.bot_user.id, "is_bot": True}]
    envelope = {"type": "event_callback", "team_id": team or slack.sim.team, "event_id": "Ev1", "authorizations": bots}
    return json.dumps({**envelope, "event": {**said, "ts": f"{slack.sim.now():.6f}"}}).encode()


def now() -> str:
    return str(int(time.time()))


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ({"signature": "v0=" + "0" * 64, "timestamp": now()}, 401),
        ({"signature": "", "timestamp": now()}, 401),
        ({"secret": "another secret", "timestamp": now()}, 401),
        ({"timestamp": str(int(time.time()) - 3600)}, 401),
        ({"timestamp": "yesterday"}, 401),
    ],
)
def test_what_slack_did_not_sign_just_now_is_refused(
    slack: World, ann: User, what: dict[str, Any], status: int, capsys: pytest.CaptureFixture[str],
    everything_logged: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    attempt = slack.do(slack.sim.post_raw(event(slack, ann, PROBLEM), **what))
    assert attempt.status == status
    assert slack.sim.calls == []
    assert PROBLEM not in everything_logged.text + "".join(capsys.readouterr())


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_what_breaks_off_is_no_event(slack: World, ann: User, cut: int) -> None:
    attempt = slack.do(slack.sim.post_raw(event(slack, ann, PROBLEM)[:-cut], timestamp=now()))
    assert attempt.status == 400
    assert slack.sim.calls == []


def test_an_event_of_an_unknown_workspace_is_acknowledged_and_forgotten(slack: World, ann: User) -> None:
    attempt = slack.do(slack.sim.post_raw(event(slack, ann, PROBLEM, "T0UNKNOWN"), timestamp=now()))
    assert attempt.status == 200
    assert slack.heard() == []


def test_a_window_that_may_open_no_more_says_so(slack: World, ann: User) -> None:
    slack.sim.inject("views.open", error="expired_trigger_id")
    slack.command(ann, "settings")
    assert words(slack.whispers(ann)) == [
        "That took a moment too long, so no window could open. Please press once more."
    ]


def test_a_window_of_an_older_release_says_so_and_keeps_what_was_filled_in(slack: World, ann: User) -> None:
    slack.command(ann, "settings")
    slack.modal(ann, "settings").content["callback_id"] = "preferences"
    sent = slack.do(slack.sim.submit(ann, {"lang": "fr"}))
    assert next(iter(sent.errors.values())).startswith("This comes from an older version of Planfirst")
    assert slack.sim.modal(ann) is not None


def test_a_button_of_an_older_release_says_so(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    (offer,) = slack.whispers(ann)
    button = next(node for node in walk(offer.blocks or []) if node.get("action_id") == "btn.start")
    button["action_id"] = "begin_v0"
    slack.do(slack.sim.click(ann, offer, "begin_v0"))
    assert words(slack.whispers(ann))[-1].startswith("This comes from an older version of Planfirst")


def test_a_text_without_end_is_refused_kindly(slack: World, ann: User) -> None:
    slack.write(ann, "start")
    slack.heard()
    slack.write(ann, "word " * 8000)
    assert slack.heard() == ["ctl.too_long"]
    assert "4000 characters at most" in words(slack.talk(ann))[-1].replace(",", "")


def test_a_channel_message_without_end_is_judged_like_any_other(slack: World, ann: User) -> None:
    slack.write(ann, f"{TOOL}. " + "word " * 7900, slack.room)
    assert len(slack.whispers(ann)) <= 1


def test_nobody_can_make_it_call_a_channel_together(slack: World, ann: User) -> None:
    slack.write(ann, "start")
    slack.write(ann, "<!channel> nobody answers the 30 ideas of October & we <b>lose</b> *people* @here")
    slack.write(ann, "the 85 operators, all year round")

    said = [message.text + str(message.blocks) for message in slack.talk(ann)]
    assert any("&amp;" in text for text in said), "it was quoted"
    assert not any(call in text for text in said for call in ("<!", "@here", "@channel", "<b>"))


@pytest.mark.parametrize("text", [":rocket:", "🚀🚀", ":tada: :tada:", "…", "???"])
def test_signs_alone_are_answered_and_never_kept_as_an_answer(slack: World, ann: User, text: str) -> None:
    slack.write(ann, "start")
    slack.heard()
    slack.write(ann, text)
    assert len(slack.heard()) == 1
    assert slack.conversation(ann).slots == {}


def test_a_thumb_up_is_a_yes(slack: World, ann: User) -> None:
    slack.write(ann, "hello")
    slack.write(ann, ":+1::skin-tone-3:")
    assert slack.heard() == ["ctl.welcome", "intercept.start", "q.problem"]


def test_a_mention_among_other_companies_is_met_with_silence(slack: World, ann: User) -> None:
    shared = slack.sim.channel("with-partners", [ann, slack.sim.bot_user], shared=True)
    slack.write(ann, f"<@{slack.sim.bot_user.id}>", shared)
    assert slack.heard() == []


def test_a_guest_who_mentions_it_in_a_channel_is_met_with_silence(slack: World) -> None:
    guest = slack.person("Gus", is_restricted=True)
    slack.write(guest, f"<@{slack.sim.bot_user.id}> hello", slack.room)
    assert slack.heard() == []


def test_an_empty_mention_begins_a_talk(slack: World, ann: User) -> None:
    slack.write(ann, f"  <@{slack.sim.bot_user.id}>  ", slack.room)
    assert slack.heard() == ["cmd.over_there", "intercept.start", "q.problem"]


def test_files_without_a_word_are_no_answer(slack: World, ann: User) -> None:
    slack.write(ann, "", files=[{"id": "F1", "name": "plan.pdf"}])
    assert slack.heard() == []
