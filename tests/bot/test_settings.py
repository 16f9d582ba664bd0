"""The settings sheet: what it shows, and what becomes of what comes back."""

import pytest

from adapters.hearing import SheetSent
from bot import looking
from dialogs.company import Company
from dialogs.events import LanguageChosen
from dialogs.views import Sheet
from storage.store import Store
from tests.bot.talking import ANA, TEAM, Talk, keys_of, texts_of


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def settings(talk: Talk) -> Sheet:
    sheet = talk.store.run_now(lambda tx: looking.sheet(tx, talk.desk.company, talk.person, "settings", "", talk.now))
    assert sheet is not None
    return sheet


def shown(talk: Talk) -> dict[str, str]:
    return {one.name: one.value for one in settings(talk).inputs}


def send(talk: Talk, **values: str) -> list[str]:
    """The sheet is sent, with these values changed."""
    names = {"from_": "from"}
    news = {names.get(name, name): value for name, value in values.items()}
    return keys_of(talk.take(SheetSent("settings", "", shown(talk) | news)))


def test_it_starts_with_what_is_so_for_everybody(ana: Talk) -> None:
    assert shown(ana) == {"lang": "en", "offers": "on", "from": "08:00", "to": "19:00"}


def test_what_is_saved_is_shown_the_next_time(ana: Talk) -> None:
    assert send(ana, from_="10:00", offers="off") == ["settings.saved"]
    assert shown(ana) == {"lang": "en", "offers": "off", "from": "10:00", "to": "19:00"}


def test_offers_keep_to_their_hours(ana: Talk) -> None:
    send(ana, from_="11:00", to="12:00")
    assert ana.channel().quiet == "outside their hours"
    assert ana.later(hours=1).channel().quiet == ""


def test_offers_are_turned_off_and_on(ana: Talk) -> None:
    send(ana, offers="off")
    assert ana.channel().quiet == "opted out"
    send(ana, offers="on")
    assert ana.channel().quiet == ""


def test_channels_without_offers_are_listed_until_they_are_unticked(ana: Talk) -> None:
    ana.channel()
    ana.press("btn.not_here")
    assert shown(ana)["channels"] == "team"
    send(ana)
    assert ana.later(days=100).channel().quiet == "not wanted in this channel"
    send(ana, channels="")
    assert "channels" not in shown(ana)
    assert ana.channel().quiet == ""


def test_the_answer_comes_in_the_language_that_was_chosen(ana: Talk, store: Store) -> None:
    answer = ana.take(SheetSent("settings", "", {"lang": "fr"}))
    assert texts_of(answer).startswith("C'est")
    assert settings(ana).lang == "fr"
    assert store.run_now(lambda tx: tx.people.get(ANA.key)).locale == "fr"  # type: ignore[union-attr]


def test_a_question_that_is_open_stays_open(ana: Talk) -> None:
    ana.say("/plan start")
    before = ana.state().prompt
    assert send(ana, lang="fr") == ["settings.saved"]
    assert ana.state().prompt == before
    assert keys_of(ana.say("9 heures perdues sur chaque panne, la dernière en mai")) == ["q.problem.who"]


def test_french_has_its_register(ana: Talk) -> None:
    ana.take(LanguageChosen("fr"))
    assert shown(ana)["register"] == "vous"
    send(ana, register="tu")
    assert ana.state().familiar
    send(ana, register="vous")
    assert not ana.state().familiar


def test_where_the_company_says_tu_the_sheet_says_so(store: Store) -> None:
    ana = Talk(store, company=Company(fr_register="tu"))
    ana.take(LanguageChosen("fr"))
    assert shown(ana)["register"] == "tu"


def test_hours_that_end_before_they_begin_are_sent_back(ana: Talk) -> None:
    sent = SheetSent("settings", "", shown(ana) | {"from": "19:30"})
    faults = ana.store.run_now(lambda tx: looking.faults(tx, TEAM, ANA, sent, ana.now))
    assert list(faults) == ["to"]
