"""Who opens the page or the terminal is known by name, and hears what others' doing left for them: exactly once."""

import json

import msgspec
import pytest

from adapters.hearing import Happened
from bot.arriving import arrive, screen
from bot.chat import Chat, Line, json_lines
from bot.desk import Answer, Desk
from dialogs.events import Clicked, Event, Said
from dialogs.life.keys import plan_key
from dialogs.life.record import Party, Ref
from dialogs.replies import Choice, PlanCard, Reply, Say
from storage.outbox import Message, Operation
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.talking import ANA, BEN, MORNING, TEAM, Talk
from tests.bot.test_desk import PROBLEM, TO_THE_END, TO_THE_SUMMARY

CHANGE = Choice(plan_key("btn.change", Ref("acme", "ana", 1), 2), "Ask for a change")
CARD = PlanCard("review.asked", "Ana asks you.", "Fewer faults", (), choices=(Choice("export", "Print", "/x"), CHANGE))


def opened(store: Store) -> Chat:
    return Chat(store, Desk(TEAM), BEN, MORNING)


def notify(store: Store, reply: Reply, key: str, operation: Operation = "send") -> None:
    message = Message(key, "terminal", "", msgspec.json.encode(reply), operation, "other")
    store.run_now(lambda tx: tx.outbox.add(BEN.key, [message], MORNING))


def said(chat: Chat, line: Line) -> list[str]:
    return [reply.key for reply in chat.hear(line).replies]


def test_who_opens_a_terminal_is_known_and_reached_there(store: Store) -> None:
    opened(store)
    known = store.run_now(lambda tx: tx.people.get(BEN.key))
    assert known is not None
    assert (known.first_name, known.locale, known.zone) == ("Ben", "en", "Europe/Paris")
    assert store.run_now(lambda tx: tx.addresses.get("terminal", BEN.key)) == ""
    assert store.run_now(lambda tx: tx.addresses.get("page", BEN.key)) is None


def test_they_are_known_in_the_language_of_their_talk(store: Store) -> None:
    Talk(store, BEN).called(lang="fr").say("/plan commencer")
    store.run_now(lambda tx: arrive(tx, BEN, "page"))
    known = store.run_now(lambda tx: tx.people.get(BEN.key))
    assert known is not None
    assert known.locale == "fr"


@pytest.mark.parametrize("line", [Line(at=MORNING), Line(), Line(command="list"), Line(say="Lunch?", where="channel")])
def test_what_others_left_comes_before_the_answer_and_once(store: Store, line: Line) -> None:
    notify(store, CARD, "ana-1")
    chat = opened(store)
    assert said(chat, line)[0] == "review.asked"
    assert "review.asked" not in said(chat, line)
    chat.printed()
    assert "review.asked" not in said(opened(store), line)


def test_what_comes_while_the_terminal_is_open_comes_with_the_next_line(store: Store) -> None:
    chat = opened(store)
    assert said(chat, Line()) == []
    notify(store, CARD, "ana-1")
    notify(store, Say("review.withdrawn", "Never mind."), "ana-2", "replace")
    notify(store, Say("gone", ""), "ana-3", "withdraw")
    assert said(chat, Line()) == ["review.asked", "review.withdrawn"]
    assert said(chat, Line()) == []


def test_json_shows_links_and_whole_keys(store: Store) -> None:
    notify(store, CARD, "ana-1")
    (answer,) = json_lines(opened(store), ["{}"])
    (reply,) = json.loads(answer)["replies"]
    assert reply["choices"] == [
        {"key": "export", "label": "Print", "url": "/x"},
        {"key": "btn.change:acme/ana/1@2", "label": "Ask for a change"},
    ]


class Listener(Desk):
    """The real desk, which notes what it takes."""

    def take(self, tx: Transaction, happened: Happened) -> Answer:
        self.heard = happened.event
        return super().take(tx, happened)


@pytest.mark.parametrize(
    ("typed", "event"),
    [("1", Clicked(CHANGE.key)), ("ask for a change", Clicked(CHANGE.key)), ("2", Said("2")), ("Print", Said("Print"))],
)
def test_a_button_about_a_plan_is_pressed_by_its_number_or_its_words(store: Store, typed: str, event: Event) -> None:
    notify(store, CARD, "ana-1")
    desk = Listener(TEAM)
    chat = Chat(store, desk, BEN, MORNING)
    chat.hear(Line())
    chat.hear(Line(say=typed))
    assert desk.heard == event


def test_the_screen_shows_the_plan_as_others_left_it_once_the_talk_is_over(store: Store) -> None:
    talk = Talk(store)
    talk.say("/plan start", PROBLEM)
    assert store.run_now(lambda tx: screen(tx, ANA)) == (talk.state(), "")
    talk.say(*TO_THE_SUMMARY)
    talk.press("btn.right")
    talk.say(*TO_THE_END)
    assert talk.state().status == "closed"

    def send(tx: Transaction) -> None:
        kept = tx.plans.record(Ref(*ANA.key, 1))
        assert kept is not None
        plan = msgspec.structs.replace(kept.record.plan, state="in_review")
        life = msgspec.structs.replace(kept.record.life, reviewer=Party(*BEN.key, name="Ben"))
        tx.plans.keep(kept.record._replace(plan=plan, life=life), MORNING, kept.revision, version=True)

    store.run_now(send)
    shown = store.run_now(lambda tx: screen(tx, ANA))
    assert (shown.talk.plan.state, shown.reviewer) == ("in_review", "Ben")
