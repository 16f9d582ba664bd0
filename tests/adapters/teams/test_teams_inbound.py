"""Translation: activities as Teams makes them in, drafts out; nothing that Teams may send one day is too strange."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.hearing import Commanded, Invited, Seen
from adapters.teams.gate import Activity
from adapters.teams.inbound import Draft, events
from adapters.teams.manifest import french, manifest
from adapters.teams.pressed import ACTIONS, asked_about, button, clicked, data_of
from dialogs.events import Clicked, Noticed, Said, Started, Unsaid
from dialogs.interception.judge import Finding, judge
from tests.fakes.teams import Conversation, TeamsSim, User

PODCAST = "We should launch a podcast"
TEAMS = TeamsSim("http://127.0.0.1/")  # never started: it only writes activities here
ANN = TEAMS.user("Ann Lee")
PRIVATE = TEAMS.place("a:1", "personal", [ANN])
GROUP = TEAMS.place("19:g@thread.v2", "groupChat", [ANN])
CHANNEL = TEAMS.place("19:c@thread.tacv2", "channel", [ANN])


def tool_first(text: str) -> Finding | None:
    finding = judge(text)
    return finding if finding.intercept else None


def activity(kind: str, place: Conversation, user: User = ANN, **fields: Any) -> Activity:
    return msgspec.convert(TEAMS.activity(kind, user, place, **fields), Activity)


def said(text: str, place: Conversation, *, mention: bool = False, kind: str = "message", **fields: Any) -> Activity:
    return activity(kind, place, **TEAMS.written(text, mention=mention), **fields)


def drafts(of: Activity) -> tuple[Draft, ...]:
    return events(of, tool_first)


def only(of: Activity) -> Draft:
    (draft,) = drafts(of)
    return draft


# ---- in private -----------------------------------------------------------------------------------------------


def test_a_line_in_private_is_said_to_the_coach() -> None:
    draft = only(said("My team loses orders", PRIVATE, id="7"))
    assert draft.event == Said("My team loses orders")
    assert (draft.source, draft.public) == ("message/a:1/7", False)
    place = draft.place
    assert (place.service_url, place.conversation, place.kind) == (TEAMS.service_url, "a:1", "personal")
    assert (place.message, place.user, place.bot, place.root) == ("7", ANN.id, TEAMS.bot["id"], "")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("plan list", "list"),
        ("/plan show 2", "show 2"),
        ("Plan liste", "liste"),
        ("plan", ""),
        ("/plan anything", "anything"),
        ("plan délier", "délier"),
        ("plan reglages", "reglages"),
        ("plan link ABCD-EFGH", "link ABCD-EFGH"),
        ("plan send @Karim 3", "send @Karim 3"),
        ("plan envoyer #3 @Marie-Antoinette", "envoyer #3 @Marie-Antoinette"),
        ("plan change 3 “Take line 2 only, and for a month”", "change 3 “Take line 2 only, and for a month”"),
        ('plan comment "I like it"', 'comment "I like it"'),
        ("/plan change Take line 2 only, and for a month", "change Take line 2 only, and for a month"),
        ("plan checkin 41", "checkin 41"),
        ("plan forget me", "forget me"),
    ],
)
def test_a_command_is_typed_with_or_without_its_slash(typed: str, command: str) -> None:
    assert only(said(typed, PRIVATE)).event == Commanded(command)


@pytest.mark.parametrize("place", [PRIVATE, GROUP])
def test_each_command_that_teams_lists_is_one(place: Conversation) -> None:
    made = manifest("id", "https://coach.example", "1.0.0")
    listed = [one["title"] for bot in made["bots"] for of in bot["commandLists"] for one in of["commands"]]
    listed += [text for path, text in french().items() if ".commandLists" in path and path.endswith(".title")]
    assert len(listed) > 10
    for line in listed:
        assert isinstance(only(said(line, place, mention=True)).event, Commanded), line


def test_each_message_action_that_teams_shows_is_ours() -> None:
    made = manifest("id", "https://coach.example", "1.0.0")
    assert {one["id"] for one in made["composeExtensions"][0]["commands"]} == ACTIONS


@pytest.mark.parametrize(
    "line",
    [
        "plan B is to wait",
        "planning",
        "plan to start with two people",
        "list",
        "plan start with the team of line 2",
        "plan review of the shift book with Ana",
        "plan done by Friday",
        "plan change nothing for a month",
    ],
)
def test_a_line_of_the_talk_is_no_command_because_it_begins_so(line: str) -> None:
    assert only(said(line, PRIVATE)).event == Said(line)


def test_people_are_named_in_a_command_by_their_first_name_and_in_talk_as_they_are() -> None:
    karim, zoe = TEAMS.user("Haddad, Karim (Research)"), TEAMS.user("Zoé Martin")

    def mentioning(text: str) -> Activity:
        fields = TEAMS.written(text, people=[zoe])
        at = f"<at>{karim.name}</at>"
        entity = {"type": "mention", "text": at, "mentioned": {"id": karim.id, "name": karim.name}}
        fields |= {"text": fields["text"].replace("@Karim", at), "entities": [*fields["entities"], entity]}
        return activity("message", PRIVATE, **fields)

    assert only(mentioning("plan send @Karim @Zoé 3")).event == Commanded("send @Karim @Zoé 3")
    assert only(mentioning("I ask @Karim and @Zoé")).event == Said("I ask Haddad, Karim (Research) and Zoé Martin")


def test_what_has_no_words_says_nothing() -> None:
    assert drafts(said("  ", PRIVATE)) == ()
    assert drafts(activity("message", PRIVATE)) == ()


@pytest.mark.parametrize("kind", ["messageUpdate", "messageDelete"])
def test_what_is_changed_in_private_stays_as_it_was_heard(kind: str) -> None:
    """Teams does not tell what it said before, so an answer that it gave cannot be found."""
    data = {"eventType": {"messageUpdate": "editMessage", "messageDelete": "softDeleteMessage"}[kind]}
    assert drafts(said("other words", PRIVATE, kind=kind, channelData=data)) == ()


# ---- where others read ----------------------------------------------------------------------------------------


def test_a_tool_first_message_is_seen_with_its_place_and_moment() -> None:
    draft = only(said(PODCAST, CHANNEL, thread="5", id="5", timestamp="2026-03-02T09:30:00.120Z"))
    assert isinstance(draft.event, Seen)
    assert (draft.event.channel, draft.event.thread, draft.event.message) == (CHANNEL.id, "", f"{CHANNEL.id}/5")
    assert draft.event.finding.tool == "a podcast"
    assert (draft.event.words, draft.event.without_words().words) == (PODCAST, ""), "for a second opinion, in memory"
    assert draft.event.said_at == datetime(2026, 3, 2, 9, 30, 0, 120_000, tzinfo=UTC)
    assert (draft.public, draft.in_passing) == (True, True)
    assert (draft.place.conversation, draft.place.root) == (CHANNEL.id, "5")


def test_a_reply_says_in_which_thread_it_stands() -> None:
    draft = only(said(PODCAST, CHANNEL, thread="5", id="6"))
    assert isinstance(draft.event, Seen)
    assert (draft.event.thread, draft.event.message) == ("5", f"{CHANNEL.id}/6")


@pytest.mark.parametrize("time", [None, "yesterday", "2026-03-02T09:30:00", ""])
def test_a_moment_that_cannot_be_read_is_now(time: str | None) -> None:
    draft = only(said(PODCAST, GROUP, timestamp=time or "?"))
    assert isinstance(draft.event, Seen)
    assert draft.event.said_at is None


@pytest.mark.parametrize("place", [GROUP, CHANNEL])
def test_small_talk_gives_nothing(place: Conversation) -> None:
    assert drafts(said("Lunch at noon?", place)) == ()


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("", Started(None)),
        ("what do you think of lunch?", Said("what do you think of lunch?")),
        ("plan here on", Commanded("here on", GROUP.id, member=True)),
        ("/plan", Commanded("", GROUP.id, member=True)),
    ],
)
def test_who_calls_it_by_name_gets_what_they_ask_for(words: str, event: object) -> None:
    draft = only(said(words, GROUP, mention=True))
    assert draft.event == event
    assert draft.public


def test_a_tool_first_message_that_calls_it_by_name_starts_a_talk_about_it() -> None:
    event = only(said(PODCAST, GROUP, mention=True, id="9")).event
    assert isinstance(event, Started)
    assert isinstance(event.noticed, Noticed)
    assert (event.noticed.tool, event.noticed.source) == ("a podcast", f"{GROUP.id}/9")


def test_a_slash_command_needs_no_name() -> None:
    draft = only(said("plan list", GROUP, recipient={**TEAMS.bot, "isTargeted": True}))
    assert draft.event == Commanded("list", GROUP.id, member=True)


def test_a_mention_of_somebody_else_calls_nobody() -> None:
    entity = {"type": "mention", "mentioned": {"id": "29:x", "name": "Bo"}, "text": "<at>Bo</at>"}
    of = activity("message", GROUP, text="<at>Bo</at> lunch?", entities=[entity])
    assert drafts(of) == ()


# ---- changed, taken back ---------------------------------------------------------------------------------------


def edited(text: str, event: str = "editMessage", **fields: Any) -> Activity:
    return said(text, GROUP, kind="messageUpdate", channelData={"eventType": event}, **fields)


def test_an_edit_takes_back_what_was_said_and_is_read_anew() -> None:
    gone, seen = drafts(edited(PODCAST, id="3"))
    assert gone.event == Unsaid(f"{GROUP.id}/3")
    assert isinstance(seen.event, Seen)
    assert seen.event.message == f"{GROUP.id}/3"


def test_an_edit_that_calls_the_coach_is_not_said_in_passing() -> None:
    assert only(
        said(PODCAST, GROUP, mention=True, id="4", kind="messageUpdate", channelData={"eventType": "editMessage"})
    ).event == (Unsaid(f"{GROUP.id}/4"))


def test_each_edit_is_one_of_its_own_and_the_same_when_it_comes_again() -> None:
    first, second = (edited("Lunch?", id="3", timestamp=f"2026-03-02T09:30:0{n}Z") for n in (1, 2))
    assert only(first).source == only(first).source != only(second).source


def test_a_message_that_comes_back_is_seen_again_and_one_that_goes_is_unsaid() -> None:
    assert isinstance(only(edited(PODCAST, "undeleteMessage")).event, Seen)
    data = {"eventType": "softDeleteMessage"}
    assert only(activity("messageDelete", GROUP, id="3", channelData=data)).event == Unsaid(f"{GROUP.id}/3")


def test_a_change_of_another_kind_is_none() -> None:
    assert drafts(edited(PODCAST, "reactionOrWhateverComes")) == ()


# ---- installed ------------------------------------------------------------------------------------------------


def test_a_person_who_installs_it_is_told_what_it_does() -> None:
    assert only(activity("installationUpdate", PRIVATE, action="add")).event == Commanded("help")


def test_who_brings_it_into_a_team_is_told_how_it_is_there() -> None:
    draft = only(activity("installationUpdate", CHANNEL, action="add"))
    assert draft.event == Invited(CHANNEL.id)
    assert draft.public


@pytest.mark.parametrize("action", ["add-upgrade", "remove", "remove-upgrade", "something-new"])
def test_a_new_release_or_a_farewell_is_no_reason_to_speak(action: str) -> None:
    assert drafts(activity("installationUpdate", PRIVATE, action=action)) == ()


# ---- pressed, asked --------------------------------------------------------------------------------------------


def executed(verb: str, data: dict[str, Any], place: Conversation = PRIVATE, **fields: Any) -> Activity:
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": {"answer": "Yes", **data}}, "trigger": "manual"}
    return activity("invoke", place, name="adaptiveCard/action", value=value, replyToId="77", **fields)


def test_a_press_says_which_button_of_which_prompt_and_what_it_stood_on() -> None:
    of = executed("btn.start", {"token": "t1", "shown": {"text": "Shall we?"}})
    press = button(of)
    assert press is not None
    draft = clicked(press, of)
    assert draft.event == Clicked("btn.start", "t1")
    assert (press.answer, draft.shown, draft.public) == ("Yes", '{"text":"Shall we?"}', False)
    assert (draft.place.message, draft.place.conversation) == ("77", "a:1")


def test_a_press_is_the_same_whatever_way_it_comes() -> None:
    data = {"token": "t1"}
    old = activity("message", PRIVATE, value={"verb": "btn.start", **data}, replyToId="77")
    sources = set()
    for of in (executed("btn.start", data, id="1"), executed("btn.start", data, id="2"), old):
        press = button(of)
        assert press is not None
        sources.add(clicked(press, of).source)
    assert len(sources) == 1


def test_each_prompt_that_a_card_shows_in_turn_has_its_own_answer() -> None:
    first, second = executed("btn.no", {"token": "t1"}), executed("btn.no", {"token": "t2"})
    presses = [(button(of), of) for of in (first, second)]
    assert len({clicked(press, of).source for press, of in presses if press}) == 2


def test_a_button_that_answers_no_question_counts_each_time_it_is_pressed() -> None:
    key, moment = "btn.comment:T1/U1/3@2", "2026-03-02T10:30:00+01:00"
    first, again = (executed(key, {"token": ""}, id=i, localTimestamp=moment) for i in "12")
    later = executed(key, {"token": ""}, id="3", localTimestamp="2026-03-02T10:31:00+01:00")
    made = [clicked(press, of) for of in (first, again, later) if (press := button(of))]
    assert [draft.event for draft in made] == [Clicked(key, None)] * 3
    assert made[0].source == made[1].source != made[2].source


def test_an_answer_stands_in_the_place_of_what_was_pressed_unless_that_stays() -> None:
    made = [executed("btn.follow:T1/U1/3@2", {"token": "", **more}, CHANNEL) for more in ({}, {"stays": True})]
    assert [clicked(press, of).place.pressed for of in made if (press := button(of))] == [True, False]


@pytest.mark.parametrize("verb", ["btn.no", "blk.none", "drop.other", "chk.not_yet:T1/U1/3@2"])
def test_buttons_of_ours_are_told_by_how_their_keys_begin(verb: str) -> None:
    assert button(executed(verb, {"token": "t1"})) is not None


def test_a_press_where_others_read_is_public() -> None:
    of = executed("btn.no", {"token": "t1"}, GROUP)
    press = button(of)
    assert press is not None
    assert clicked(press, of).public


@pytest.mark.parametrize("verb", ["approve", "", "home.show"])
def test_a_button_of_another_release_is_none_of_ours(verb: str) -> None:
    assert button(executed(verb, {"token": "t1"})) is None


def asked(command: str, content: str | None, **fields: Any) -> Activity:
    payload = {"id": "5", "body": {"contentType": "html", "content": content}} if content is not None else None
    value = {"commandId": command, "commandContext": "message", "messagePayload": payload}
    return activity("invoke", GROUP, name="composeExtension/fetchTask", value=value, **fields)


def test_a_plan_in_a_message_is_reviewed_in_private() -> None:
    draft = asked_about(asked("reviewPlan", "<p>Problem: late orders</p><p>Step: call Ana</p>"), tool_first)
    assert draft is not None
    assert draft.event == Commanded("review Problem: late orders\nStep: call Ana")
    assert not draft.public


def test_a_message_is_thought_through_in_private() -> None:
    draft = asked_about(asked("thinkThrough", f"<p>{PODCAST} &amp; more</p>"), tool_first)
    assert draft is not None
    assert isinstance(draft.event, Started)
    assert draft.event.noticed is not None
    assert (draft.event.noticed.tool, draft.public) == ("a podcast", False)


@pytest.mark.parametrize(
    ("command", "content"),
    [("thinkThrough", None), ("thinkThrough", ""), ("thinkThrough", "<p>Lunch?</p>"), ("reviewPlan", "<p> </p>")],
)
def test_a_message_without_a_tool_starts_a_talk_all_the_same(command: str, content: str | None) -> None:
    draft = asked_about(asked(command, content), tool_first)
    assert draft is not None
    assert draft.event == Started(None)


def test_the_same_wish_that_comes_again_with_a_new_id_is_one() -> None:
    at = "2026-03-02T10:30:00+01:00"
    first, again = (asked_about(asked("thinkThrough", None, id=i, localTimestamp=at), tool_first) for i in "12")
    assert first is not None
    assert again is not None
    assert first.source == again.source


def test_another_command_is_not_ours() -> None:
    assert asked_about(asked("translate", None), tool_first) is None


# ---- anything at all --------------------------------------------------------------------------------------------

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)
TEXT = st.none() | st.text(max_size=8)
FIELDS = {
    "text": TEXT, "timestamp": TEXT, "localTimestamp": TEXT, "id": TEXT, "replyToId": TEXT, "name": TEXT, "action": TEXT,
    "value": ANY_JSON, "entities": st.none() | st.lists(st.dictionaries(st.text(max_size=5), ANY_JSON, max_size=2), max_size=2),
    "recipient": st.none(), "channelData": st.none() | st.just({}),
}  # fmt: skip


@given(
    st.sampled_from(["message", "messageUpdate", "messageDelete", "installationUpdate", "invoke", "unheardOf"]),
    st.sampled_from([PRIVATE, GROUP, CHANNEL]),
    st.fixed_dictionaries({}, optional=FIELDS),
)
def test_no_activity_is_too_strange(kind: str, place: Conversation, fields: dict[str, Any]) -> None:
    made = {**TEAMS.activity(kind, ANN, place), **fields}
    of = msgspec.convert(made, Activity)
    assert all(draft.source for draft in drafts(of))
    assert button(of) is None
    assert data_of(of) == {}
    assert asked_about(of, tool_first) is None
