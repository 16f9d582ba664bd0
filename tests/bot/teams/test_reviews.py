"""A plan among people in Teams: sent, answered, sent again, approved, measured, posted; and who never sees any of it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from dialogs.company import Company
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.person import PersonId
from dialogs.plan import Obstacle, Plan
from tests.bot.lives import IDEAS
from tests.bot.slack.world import named
from tests.bot.slack.world import words as slack_words
from tests.bot.teams.world import World, words
from tests.fakes.slack import User as SlackUser
from tests.fakes.teams import Dialog, Message, User
from tests.fakes.teams.cards import walk
from tests.transcripts.playing import START

SECRET: Final = Obstacle("the plant manager drinks", sensitive=True, talk_on=IDEAS.commitment_on)
PLAN: Final = replace(IDEAS, obstacles=(*IDEAS.obstacles, SECRET))
HALF_WAY: Final = datetime(2026, 5, 1, 12, tzinfo=UTC)
TARGET_DAY: Final = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def teams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with World(tmp_path, Company(), START, monkeypatch) as made:
        yield made
        made.teams.assert_clean()
        assert made.faults() == []


@pytest.fixture
def maya(teams: World) -> User:
    """She has a plan that is ready, with something in it that is nobody's business."""
    maya = teams.colleague("Maya")
    owns(teams, PersonId(teams.teams.tenant, maya.aad), "teams", PLAN)
    return maya


@pytest.fixture
def karim(teams: World) -> User:
    return teams.colleague("Karim", "fr")


@pytest.fixture
def ben(teams: World) -> User:
    return teams.colleague("Ben")


def owns(world: World, person: PersonId, platform: str, plan: Plan) -> None:
    owner = Party(*person, "Maya", zone="Europe/Paris", platform=platform)
    record = Record(Ref(*person, plan.number), plan, Life(owner=owner, since=START, moved_at=START))
    world.store.run_now(lambda tx: tx.plans.keep(record, START, None, version=True))


def record_of(world: World, person: PersonId) -> Record:
    kept = world.store.run_now(lambda tx: tx.plans.record(Ref(*person, 1)))
    assert kept is not None
    return kept.record


def plan_of(world: World, maya: User) -> Record:
    return record_of(world, PersonId(maya.tenant, maya.aad))


def sent(world: World, maya: User, karim: User) -> Message:
    """Karim has the plan, on this card."""
    world.says(maya, "plan send @Karim 1", people=[karim])
    world.presses(maya, "btn.send_now")
    world.heard()
    return world.told(karim)[-1]


def heard(world: World) -> list[str]:
    """What was said since; that a digest is offered to whoever reads plans of others is another story."""
    return [key for key in world.heard() if key != "digest.consent"]


def opened(world: World, user: User, button: str) -> Dialog:
    return world.presses(user, button).opened


def edited(world: World, maya: User, **lines: str) -> None:
    """Change the plan in its dialog."""
    dialog = opened(world, maya, "home.edit")
    world.do(world.teams.submit_dialog(maya, dialog, "Save", {name.replace("_", "."): v for name, v in lines.items()}))


def read(world: World, user: User) -> str:
    """All of ours that stands before their eyes."""
    seen = (*world.told(user), *world.whispered(user), *world.seen_in_public())
    return "\n".join(words(seen, user))


# ---- a review -----------------------------------------------------------------------------------------------------


def test_a_plan_is_sent_changed_sent_again_and_approved(teams: World, maya: User, karim: User) -> None:
    teams.says(maya, "plan send @Karim 1", teams.team_room, mention=True, people=[karim])
    assert heard(teams) == ["cmd.over_there", "plan.others", "send.confirm"]
    assert teams.told(karim) == []
    teams.presses(maya, "btn.send_now")
    assert heard(teams) == ["send.done", "review.request"]
    (card,) = teams.told(karim)
    assert words([card])[0].startswith("Maya vous demande de relire")
    assert len(card.buttons(karim)) == 3

    teams.presses(karim, "btn.request_changes")
    teams.says(karim, "Qui répond quand Léa est absente")
    assert heard(teams) == ["review.change.ask", "review.noted_change", "review.changes"]
    assert "“Qui répond quand Léa est absente”" in words(teams.told(maya))[-1]

    edited(teams, maya, problem_what="Ideas wait 150 days for an answer, and Léa is away in May")
    heard(teams)
    teams.presses(maya, "btn.resend")
    assert heard(teams) == ["send.done", "review.request"]
    assert "Léa is away in May" in words(teams.told(karim))[-1]

    teams.presses(karim, "btn.approve")
    assert heard(teams) == ["review.noted_yes", "review.approved"]
    record = plan_of(teams, maya)
    assert (record.plan.state, record.life.approval and record.life.approval.by) == ("approved", "Karim")
    assert teams.seen_in_public() == []


def test_a_comment_leaves_the_answer_open(teams: World, maya: User, karim: User) -> None:
    sent(teams, maya, karim)
    teams.presses(karim, "btn.comment")
    teams.says(karim, "J'aime les deux étapes")
    assert heard(teams) == ["review.comment.ask", "review.noted_comment", "review.comment"]
    assert "J'aime les deux étapes" in words(teams.told(maya))[-1]
    teams.presses(karim, "btn.approve")
    assert plan_of(teams, maya).plan.state == "approved"


def test_what_was_answered_shows_it_to_whoever_answered(teams: World, maya: User, karim: User) -> None:
    card = sent(teams, maya, karim)
    turn = teams.presses(karim, "btn.approve")
    assert turn.body["type"] == "application/vnd.microsoft.card.adaptive", "he sees it at once"
    for reader in (karim, None):
        assert card.buttons(reader) == []
        assert words([card], reader)[0].endswith("✓ Donner mon accord")


def test_a_yes_to_an_older_version_is_not_taken(teams: World, maya: User, karim: User) -> None:
    old = sent(teams, maya, karim)
    teams.says(karim, "plan change “un nom par étape”")
    edited(teams, maya, problem_who="the operators, and Léa")
    teams.presses(maya, "btn.resend")
    heard(teams)
    teams.do(teams.teams.submit(karim, old, old.buttons(karim)[0]))
    assert heard(teams) == ["review.outdated", "plan.others"]
    assert plan_of(teams, maya).plan.state == "in_review"


def test_the_reviewer_hands_it_over(teams: World, maya: User, karim: User, ben: User) -> None:
    sent(teams, maya, karim)
    teams.says(karim, "plan transmettre @Ben", people=[ben])
    assert heard(teams) == ["pass.done", "pass.told", "review.request"]
    teams.presses(ben, "btn.approve")
    assert plan_of(teams, maya).plan.state == "approved"


def test_without_a_mention_a_dialog_finds_the_reviewer(teams: World, maya: User, karim: User) -> None:
    teams.says(maya, "plan send 1")
    dialog = opened(teams, maya, "btn.choose_reviewer")
    (send,) = [action for action in dialog_buttons(dialog) if action != "Cancel"]
    teams.do(teams.teams.submit_dialog(maya, dialog, send, {"reviewer": karim.aad}))
    assert heard(teams)[-2:] == ["send.done", "review.request"]
    assert words(teams.told(karim))[-1].startswith("Maya vous demande de relire")


def dialog_buttons(dialog: Dialog) -> list[str]:
    return [node["title"] for node in walk(dialog.card) if node.get("type") == "Action.Submit"]


def test_somebody_who_never_wrote_gets_the_plan_where_the_app_is_theirs(teams: World, maya: User) -> None:
    zoe = teams.teams.user("Zoe Example")
    (room := teams.team_room).members.append(zoe)
    teams.says(maya, "plan send @Zoe", room, mention=True, people=[zoe])
    teams.presses(maya, "btn.send_now")
    (card,) = teams.told(zoe)
    teams.do(teams.teams.submit(zoe, card, "Approve"))
    assert plan_of(teams, maya).plan.state == "approved"


@pytest.mark.parametrize(("who", "answer"), [("guest", "send.guest"), ("gone", "send.gone")])
def test_a_plan_goes_to_colleagues_only(teams: World, maya: User, who: str, answer: str) -> None:
    gil = teams.teams.user("Gil Example", guest=who == "guest")
    teams.team_room.members.append(gil)
    if who == "gone":
        teams.teams.dismiss(gil)
    teams.says(maya, "plan send @Gil", teams.team_room, mention=True, people=[gil])
    assert heard(teams) == [answer]
    assert plan_of(teams, maya).plan.state == "ready"


def test_whoever_has_not_the_app_cannot_be_sent_a_plan(teams: World, maya: User) -> None:
    zoe = teams.teams.user("Zoe Example")
    teams.says(maya, "plan send @Zoe", people=[zoe])
    assert heard(teams) == ["send.unreachable"]


def test_nothing_private_reaches_anybody_else(teams: World, maya: User, karim: User, ben: User) -> None:
    sent(teams, maya, karim)
    teams.says(maya, "plan post 1", teams.team_room, mention=True)
    teams.presses(maya, "btn.post_now")
    for other in (karim, ben):
        assert "Ideas wait 150 days" in read(teams, other)
        assert "drinks" not in read(teams, other)
        assert "sensi" not in read(teams, other).lower()
    assert (teams.told(ben), teams.whispered(ben)) == ([], [])


@pytest.mark.parametrize(
    "command", ["show 1", "approve 1", "change 1 “shorter”", "comment 1 “hm”", "history 1", "export 1"]
)
def test_somebody_else_finds_no_such_plan(teams: World, maya: User, karim: User, ben: User, command: str) -> None:
    sent(teams, maya, karim)
    before = plan_of(teams, maya)
    teams.says(ben, f"plan {command}")
    assert "Ideas" not in read(teams, ben)
    assert plan_of(teams, maya) == before
    assert len(teams.told(karim)) == 1


# ---- a plan that runs ----------------------------------------------------------------------------------------------


def test_a_measure_is_asked_for_on_its_days_and_drawn(teams: World, maya: User) -> None:
    teams.says(maya, "plan run 1")
    heard(teams)
    for day, said in ((HALF_WAY, "120 days now"), (TARGET_DAY, "60")):
        teams.clock(day)
        teams.tick()
        teams.presses(maya, "btn.checkin")
        teams.says(maya, said)
        assert "progress.card" in heard(teams)
    assert [reading.value for reading in plan_of(teams, maya).life.readings] == [120, 60]
    card = next(message for message in reversed(teams.told(maya)) if "▓" in message.words())
    (chart,) = [node for node in walk(card.card()) if node.get("type") == "Chart.Line"]
    assert [value["y"] for value in chart["data"][0]["values"]] == [150, 120, 60]


# ---- posted --------------------------------------------------------------------------------------------------------


def test_a_plan_is_posted_where_it_was_asked_for_and_can_be_followed(teams: World, maya: User, ben: User) -> None:
    teams.says(maya, "plan post 1", teams.team_room, mention=True)
    assert teams.seen_in_public() == []
    teams.presses(maya, "btn.post_now")
    assert heard(teams) == ["cmd.over_there", "plan.others", "post.confirm", "post.done", "plan.posted"]
    (card,) = teams.seen_in_public()
    assert (card.conversation, card.thread) == (teams.team_room, card.id)
    follow = card.buttons(ben)
    teams.do(teams.teams.submit(ben, card, follow[0]))
    assert any(line.startswith("You follow “") for line in words(teams.told(ben)))
    assert (teams.seen_in_public(), card.edits, card.buttons(ben)) == ([card], 0, follow)
    teams.presses(ben, "btn.unfollow")
    assert heard(teams) == ["follow.done", "follow.ended"]
    assert plan_of(teams, maya).life.followers == ()


def test_a_plan_is_not_posted_where_other_companies_read(teams: World, maya: User) -> None:
    teams.team_room.membership = "shared"
    teams.says(maya, "plan post 1", teams.team_room, mention=True)
    assert heard(teams) == ["post.shared"]
    assert teams.seen_in_public() == []


def test_what_nobody_can_be_asked_about_is_not_posted(teams: World, maya: User) -> None:
    teams.teams.fail(503, path="/teams/")
    teams.says(maya, "plan post 1", teams.team_room, mention=True)
    assert heard(teams) == ["post.shared"]
    assert teams.seen_in_public() == []


# ---- a message of somebody's ---------------------------------------------------------------------------------------


def test_a_message_is_reviewed_from_its_menu_and_kept_as_a_draft(teams: World, karim: User, ben: User) -> None:
    text = "Requests get lost, 60 a week. Ana sorts them by Friday 13 March, Luc answers."
    message = teams.says(karim, text, teams.team_room).said
    teams.do(teams.teams.message_action(ben, message, "reviewPlan"))
    assert heard(teams) == ["review.card", "pasted.keep"]
    teams.presses(ben, "btn.keep_draft")
    assert heard(teams)[0] == "pasted.kept"
    assert teams.talk_of(ben).plan.number == 1
    assert teams.seen_in_public() == []


# ---- across ----------------------------------------------------------------------------------------------------------


def joined(world: World, slack: SlackUser, teams: User) -> None:
    """Both accounts are one person's."""
    world.command(slack, "link")
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", world.said[-1].text)
    assert code is not None
    world.says(teams, f"plan link {code[0]}")
    world.heard()


def test_owner_in_slack_and_reviewer_in_teams(teams: World) -> None:
    maya, karim, karims = teams.person("Maya"), teams.person("Karim"), teams.colleague("Karim")
    owner = PersonId(maya.team, maya.id)
    owns(teams, owner, "slack", PLAN)
    joined(teams, karim, karims)

    teams.command(maya, "send @karim 1")
    teams.press(maya, "btn.send_now")
    assert "review.request" in heard(teams)

    teams.says(karims, "plan show")
    shown = teams.told(karims)[-1]
    assert "Ideas wait 150 days" in shown.words()
    assert "drinks" not in shown.words()
    teams.presses(karims, "btn.request_changes")
    teams.says(karims, "Name who answers on Tuesdays")
    assert "“Name who answers on Tuesdays”" in slack_words(teams.talk(maya))[-1]

    card = teams.talk(maya)[-1]
    teams.do(teams.sim.click(maya, card, named(card, "sheet.edit.plan")))
    teams.modal(maya, "edit.plan")
    teams.do(teams.sim.submit(maya, {"problem.who": "the operators, and Léa on Tuesdays"}))
    told = len(teams.talk(karim))
    teams.do(teams.sim.click(maya, card, named(card, "btn.resend")))
    assert "Léa on Tuesdays" in teams.told(karims)[-1].words(), "asked again where he answered"
    assert len(teams.talk(karim)) == told, "and not in Slack too"

    teams.presses(karims, "btn.approve")
    record = record_of(teams, owner)
    assert (record.plan.state, record.life.approval and record.life.approval.by) == ("approved", "Karim")
    assert "said yes" in slack_words(teams.talk(maya))[-1]
