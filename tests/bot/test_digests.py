"""The weekly digest between people and a real desk: asked for once, sent on their own morning, changed and ended."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from adapters.hearing import Person as Someone
from adapters.hearing import SheetSent
from adapters.port import To
from bot.digest_choice import When, read_when
from bot.digests import Digests, send_due
from bot.looking import sheet
from bot.metrics import Metrics
from dialogs.digest.wording import weekday
from dialogs.replies import DigestCard
from storage.people import Person
from storage.store import Store
from tests.bot.lives import KARIM, LEA, MAYA, Office
from tests.bot.running import Recorder
from tests.bot.talking import TEAM
from tests.bot.waiting import said_to


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def sent_to_karim(office: Office) -> None:
    office.owns(MAYA)
    office.command(MAYA, "send @Karim", KARIM)
    office.press(MAYA, "btn.send_now")


def follows(office: Office) -> None:
    """Karim said yes to a digest, after a comment."""
    sent_to_karim(office)
    office.press(KARIM, "btn.comment")
    office.say(KARIM, "Start with the north")
    office.press(KARIM, "btn.digest_on")


def monday(hour: int, minute: int = 0, *, day: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


def test_a_reader_is_asked_once_and_in_private(office: Office) -> None:
    sent_to_karim(office)
    asked = office.press(KARIM, "btn.comment")
    assert asked.others == {}, "not while a question is open"
    heard = office.say(KARIM, "Start with the north")
    assert heard.told(KARIM) == ["digest.consent"]
    assert office.press(KARIM, "btn.approve").told(KARIM) == [], "never again"


def test_an_owner_is_not_asked(office: Office) -> None:
    office.owns(MAYA)
    assert office.command(MAYA, "run 1").others == {}


def test_whoever_does_not_answer_gets_none(office: Office) -> None:
    sent_to_karim(office)
    office.command(KARIM, 'comment "Start with the north"')
    assert office.store.run_now(lambda tx: send_due(tx, monday(23))).rows == 0


def test_it_comes_on_their_own_morning(office: Office) -> None:
    follows(office)
    assert office.store.run_now(lambda tx: send_due(tx, monday(8, 29))).rows == 0
    run = office.store.run_now(lambda tx: send_due(tx, monday(8, 46)))
    assert (run.rows, run.told) == (1, 1)
    digest = said_to(office, KARIM)[-1]
    assert isinstance(digest, DigestCard)
    assert digest.headline == "One decision waits for you."
    assert digest.sections[0].lines == ("• An answer to every idea (Maya): your yes, 7 days",)
    assert office.store.run_now(lambda tx: send_due(tx, monday(8, 46))).rows == 0, "once"
    assert office.store.run_now(lambda tx: send_due(tx, monday(9, day=16))).told == 1


def test_late_with_a_word_about_it(office: Office) -> None:
    follows(office)
    office.store.run_now(lambda tx: send_due(tx, monday(8, 46) + timedelta(days=10)))
    digest = said_to(office, KARIM)[-1]
    assert isinstance(digest, DigestCard)
    assert digest.title == "Your plans, week of 9 March", "of two weeks the latest"
    assert digest.headline == "One decision waits for you. This one is late: it was due on 16 March."
    assert office.store.run_now(lambda tx: send_due(tx, monday(8, 46) + timedelta(days=11))).rows == 0


def test_shortly_before_midnight_is_not_late(office: Office) -> None:
    follows(office)
    office.command(KARIM, "digest monday 23:50")
    assert office.store.run_now(lambda tx: send_due(tx, monday(0, 5, day=10))).told == 1
    digest = said_to(office, KARIM)[-1]
    assert isinstance(digest, DigestCard)
    assert digest.headline == "One decision waits for you."


def test_another_day_another_time_and_off(office: Office) -> None:
    follows(office)
    assert office.command(KARIM, "digest friday 16:00").text.startswith("Your digest comes on Friday around 16:00")
    friday = monday(16, 15, day=6)
    assert office.store.run_now(lambda tx: send_due(tx, monday(15, 59, day=6))).rows == 0
    assert office.store.run_now(lambda tx: send_due(tx, friday)).told == 1
    assert office.command(KARIM, "digest thursday").text.startswith("Your digest comes on Thursday around 16:00")
    assert office.command(KARIM, "digest off").keys == ["digest.off"]
    assert office.store.run_now(lambda tx: send_due(tx, monday(23, day=30))).rows == 0


def test_the_same_monday_at_another_time_is_told_once(office: Office) -> None:
    follows(office)
    office.now = monday(8, 46)
    assert office.store.run_now(lambda tx: send_due(tx, office.now)).told == 1
    office.command(KARIM, "digest 18:00")
    run = office.store.run_now(lambda tx: send_due(tx, monday(18, 30)))
    assert (run.rows, run.told) == (1, 0)


def test_now_and_what_readers_see(office: Office) -> None:
    follows(office)
    assert office.command(KARIM, "digest now").keys == ["digest.head"]
    assert office.command(KARIM, "digest").keys == ["digest.head", "digest.status_on"]
    preview = office.command(MAYA, "digest preview")
    assert preview.keys == ["digest.preview", "digest.head"]
    assert "An answer to every idea (Maya): your yes, today" in preview.text
    assert office.command(MAYA, "digest now").keys == ["digest.nothing"], "her own plans are none of it"
    assert office.command(LEA, "digest").keys == ["digest.nothing", "digest.status_off"]
    assert office.command(LEA, "résumé aperçu").keys == ["digest.preview_none"]
    assert office.command(LEA, "digest who").keys == ["digest.who"]
    assert office.command(LEA, "digest sometime").keys == ["digest.unread"]


def test_its_buttons_open_the_plan_as_it_is_now(office: Office) -> None:
    follows(office)
    office.command(KARIM, "digest now")
    office.command(MAYA, "withdraw 1")
    assert office.press(KARIM, "btn.open").keys == ["cmd.gone"]
    office.command(MAYA, "send @Karim", KARIM)
    office.press(MAYA, "btn.send_now")
    office.command(KARIM, "digest now")
    assert office.press(KARIM, "btn.open").keys == ["plan.others"]
    assert office.press(KARIM, "btn.approve").keys == ["review.noted_yes"]
    office.command(KARIM, "digest now")
    assert office.press(KARIM, "btn.all_plans").keys == ["cmd.list_read"]


def test_a_plan_taken_back_is_in_no_digest(office: Office) -> None:
    follows(office)
    office.command(MAYA, "withdraw 1")
    run = office.store.run_now(lambda tx: send_due(tx, monday(9)))
    assert (run.rows, run.told) == (1, 0)


def test_a_reader_who_travels_west_is_told_once(office: Office) -> None:
    """In Paris it is half past eight; they are in New York by now, where the night is not over."""
    follows(office)
    office.store.run_now(lambda tx: tx.people.put(KARIM.key, karim_in("America/New_York")))
    run = office.store.run_now(lambda tx: send_due(tx, monday(8, 46)))
    assert (run.rows, run.told) == (1, 0)
    run = office.store.run_now(lambda tx: send_due(tx, datetime(2026, 3, 9, 12, 46, tzinfo=UTC)))
    assert (run.rows, run.told) == (1, 1)


def karim_in(zone: str) -> Person:
    return Person("Karim", "fr", zone)


def test_whoever_is_forgotten_gets_none(office: Office) -> None:
    follows(office)
    office.store.run_now(lambda tx: tx.forget(KARIM.key))
    assert office.store.run_now(lambda tx: send_due(tx, monday(9))).rows == 0


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("friday 16:00", 4, "16:00"),
        ("fri 8", 4, "08:00"),
        ("vendredi 16h", 4, "16:00"),
        ("le lundi à 8 h 30", 0, "08:30"),
        ("mar. 17h15", 1, "17:15"),
        ("8.30", None, "08:30"),
        ("sunday", 6, None),
        ("sometime", None, None),
        ("friday 25:00", 4, None),
    ],
)
def test_a_day_and_a_time_as_people_type_them(text: str, day: int | None, clock: str | None) -> None:
    when = read_when(text)
    assert (when.weekday, when.at and f"{when.at:%H:%M}") == (day, clock)
    assert isinstance(when, When)


def test_weekdays_have_names_in_both_languages() -> None:
    assert [weekday(0, "en"), weekday(6, "fr")] == ["Monday", "dimanche"]


async def test_who_is_away_gets_it_when_they_are_back(office: Office) -> None:
    follows(office)
    platform = Away()
    digests = Digests(office.store, Metrics(), clock=lambda _: office.now, platforms={"test": platform})
    before = len(said_to(office, KARIM))
    for day in (9, 10, 11):
        office.now = monday(8, 46, day=day)
        assert await digests.tick() == 1
        assert await digests.tick() == 0, "not again on that day"
    assert len(said_to(office, KARIM)) == before
    platform.away = False
    office.now = monday(8, 46, day=12)
    assert await digests.tick() == 1
    digest = said_to(office, KARIM)[-1]
    assert isinstance(digest, DigestCard)
    assert digest.headline.endswith("This one is late: it was due on 9 March.")
    office.now = monday(8, 46, day=16)
    assert await digests.tick() == 1


class Away(Recorder):
    """A platform on which everybody is out of office for a while."""

    away = True

    async def is_away(self, to: To) -> bool:
        return self.away


def test_the_settings_have_it_for_whoever_reads_plans(office: Office) -> None:
    assert "digest" not in settings_inputs(office, KARIM)
    follows(office)
    assert (settings_inputs(office, KARIM)["digest"], settings_inputs(office, KARIM)["digest_at"]) == ("0", "08:30")
    office.take(KARIM, SheetSent("settings", "", {"digest": "4", "digest_at": "16:00"}))
    assert office.command(KARIM, "digest").text.endswith("who sees what.")
    assert (settings_inputs(office, KARIM)["digest"], settings_inputs(office, KARIM)["digest_at"]) == ("4", "16:00")
    office.take(KARIM, SheetSent("settings", "", {"digest": "off"}))
    assert settings_inputs(office, KARIM)["digest"] == "off"
    assert office.command(KARIM, "digest").keys[-1] == "digest.status_off"


def settings_inputs(office: Office, person: Someone) -> dict[str, str]:
    shown = office.store.run_now(lambda tx: sheet(tx, TEAM, person, "settings", "", office.now))
    assert shown is not None
    return {field.name: field.value for field in shown.inputs}
