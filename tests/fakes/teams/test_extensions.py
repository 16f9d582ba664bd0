"""What Teams has beyond the public schema of cards, and whom people mention: the local Teams is as strict there."""

from typing import Any

import pytest

from tests.fakes.teams import TeamsSim, UserError
from tests.fakes.teams.card_check import CardCheck
from tests.fakes.teams.card_schema import card_errors
from tests.fakes.teams.cards import Json, fill, find_action
from tests.fakes.teams.record import Record

TEAMS = TeamsSim("http://127.0.0.1/")  # never started: it only writes activities here
POINT = {"x": "2026-03-02", "y": 41.5}
LINE = {
    "type": "Chart.Line",
    "fallback": "drop",
    "title": "Days",
    "data": [{"legend": "Read", "color": "good", "values": [POINT]}],
}
PICKER = {
    "type": "Input.ChoiceSet",
    "id": "who",
    "label": "Who?",
    "choices": [],
    "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
}


def card(*body: Json) -> Json:
    send = {"type": "Action.Submit", "title": "Send", "data": {}}
    return {"type": "AdaptiveCard", "version": "1.5", "fallbackText": "x", "body": list(body), "actions": [send]}


def found_wrong(drawn: Json) -> list[str]:
    record = Record()
    CardCheck(record, card_errors).check(drawn)
    return record.violations


def test_charts_and_the_picker_are_taken() -> None:
    assert found_wrong(card(LINE, PICKER)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "Chart.Lines"},
        {"fallback": None},
        {"title": ""},
        {"data": []},
        {"data": [{"legend": "", "values": [POINT]}]},
        {"data": [{"legend": "Read", "values": []}]},
        {"data": [{"legend": "Read", "color": "mauve", "values": [POINT]}]},
        {"data": [{"legend": "Read", "values": [{"x": "March", "y": 1}]}]},
        {"data": [{"legend": "Read", "values": [{"x": "2026-03-02", "y": "41"}]}]},
    ],
)
def test_a_chart_that_teams_would_not_draw_is_a_violation(wrong: Json) -> None:
    assert found_wrong(card(LINE | wrong)) != []


def test_a_picker_asks_teams_own_directory() -> None:
    query = {"type": "Data.Query", "dataset": "graph.microsoft.com/groups"}
    assert found_wrong(card(PICKER | {"choices.data": query})) == [f"card: no data set of Teams: {query!r}"]


def test_a_picker_tells_an_id_of_the_directory_and_takes_nothing_typed() -> None:
    drawn = card(PICKER)
    send = find_action(drawn, "Send")
    aad = "5799f0cc-0d98-4c27-8b24-bf2bb28c5f7a"
    assert fill(drawn, send, {"who": aad}) == {"who": aad}
    with pytest.raises(UserError):
        fill(drawn, send, {"who": "Karim"})


def test_a_mention_stands_in_text_and_html_with_its_entity() -> None:
    karim = TEAMS.user("Karim Haddad")
    told: Any = TEAMS.written("send @Karim", mention=True, people=[karim])
    assert told["text"] == "<at>Planfirst</at> send <at>Karim Haddad</at>"
    assert [entity["mentioned"]["id"] for entity in told["entities"]] == [TEAMS.bot["id"], karim.id]
    assert ">Karim Haddad</span>" in told["attachments"][0]["content"]
    with pytest.raises(UserError):
        TEAMS.written("send @Zoe", people=[karim])


def test_whoever_is_dismissed_is_nowhere() -> None:
    ann, karim = TEAMS.user("Ann"), TEAMS.user("Karim", guest=True)
    room = TEAMS.place("19:g@thread.v2", "groupChat", [ann, karim])
    assert (karim.roster_entry()["userRole"], "#EXT#" in karim.roster_entry()["userPrincipalName"]) == ("guest", True)
    TEAMS.dismiss(karim)
    assert (room.members, karim.id in TEAMS.users) == ([ann], False)
