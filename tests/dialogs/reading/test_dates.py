"""The dates people type, as said on Monday 2 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.reading.dates import find_dates

TODAY = date(2026, 3, 2)

ENGLISH = [
    ("by 30 June", "2026-06-30"),
    ("30 June", "2026-06-30"),
    ("June 30th", "2026-06-30"),
    ("30/06", "2026-06-30"),
    ("2026-06-30", "2026-06-30"),
    ("by the end of June", "2026-06-30"),
    ("end of June", "2026-06-30"),
    ("mid-March", "2026-03-15"),
    ("by June", "2026-06-30"),
    ("in September", "2026-09-30"),
    ("by October", "2026-10-31"),
    ("Friday", "2026-03-06"),
    ("Monday", "2026-03-09"),
    ("next Tuesday", "2026-03-10"),
    ("Friday 13 March", "2026-03-13"),
    ("on the 26th", "2026-03-26"),
    ("tomorrow", "2026-03-03"),
    ("tomorrow morning", "2026-03-03"),
    ("today", "2026-03-02"),
    ("next week", "2026-03-13"),
    ("in two weeks", "2026-03-16"),
    ("in six months", "2026-09-02"),
    ("Q3", "2026-09-30"),
    ("year end", "2026-12-31"),
    ("by summer", "2026-06-20"),
    ("before summer", "2026-06-20"),
    ("within 10 days", "2026-03-12"),
    ("yesterday", "2026-03-01"),
    ("last Friday", "2026-02-27"),
    ("last week", "2026-02-27"),
    ("by the end of the year", "2026-12-31"),
    ("end of the month", "2026-03-31"),
    ("end of Q2", "2026-06-30"),
    ("two weeks ago", "2026-02-16"),
    ("by Friday 13 March", "2026-03-13"),
    ("I see Karim on Thursday, I'll ask him", "2026-03-05"),
    ("Two-hour drill on 25 March, I run it", "2026-03-25"),
    ("Answer them in one go on the 26th.", "2026-03-26"),
    ("starting 24 March", "2026-03-24"),
    ("before June", "2026-05-31"),
    ("from June", "2026-06-01"),
    ("by mid-May", "2026-05-15"),
    ("12-14 March", "2026-03-14"),
    ("the 13th of March", "2026-03-13"),
    ("Thursday 26", "2026-03-26"),
    ("I'll ask her Thursday", "2026-03-05"),
    ("ask karim thurs", "2026-03-05"),
    ("by 2027", "2027-12-31"),
    ("30 June 2027", "2027-06-30"),
    ("1 March", "2027-03-01"),
    ("next month", "2026-04-30"),
    ("this week", "2026-03-06"),
    ("by Christmas", "2026-12-24"),
    ("by Fri", "2026-03-06"),
    ("06/30", "2026-06-30"),
    ("30.06.2026", "2026-06-30"),
    ("May", "2026-05-31"),
    ("in May", "2026-05-31"),
    ("14 in six months", "2026-09-02"),
    ("in a month", "2026-04-02"),
    ("Sept 15", "2026-09-15"),
    ("by the 1st", "2026-04-01"),
    ("BY 30 JUNE", "2026-06-30"),
    ("this summer", "2026-09-21"),
    ("since January", "2026-01-01"),
    ("29 February", "2028-02-29"),
    ("in a couple of weeks", "2026-03-16"),
    ("in 2 or 3 weeks", "2026-03-23"),
    ("by Tues", "2026-03-03"),
    ("I may do it by may", "2026-05-31"),
]
FRENCH = [
    ("d'ici fin juin", "2026-06-30"),
    ("fin juin", "2026-06-30"),
    ("le 30 juin", "2026-06-30"),
    ("30/06", "2026-06-30"),
    ("mi-mars", "2026-03-15"),
    ("en septembre", "2026-09-30"),
    ("d'ici juin", "2026-06-30"),
    ("D’ici juin", "2026-06-30"),
    ("vendredi", "2026-03-06"),
    ("mardi prochain", "2026-03-03"),
    ("vendredi 13 mars", "2026-03-13"),
    ("le 16", "2026-03-16"),
    ("dès le 16", "2026-03-16"),
    ("demain", "2026-03-03"),
    ("demain matin", "2026-03-03"),
    ("aujourd'hui", "2026-03-02"),
    ("la semaine prochaine", "2026-03-13"),
    ("dans trois mois", "2026-06-02"),
    ("T3", "2026-09-30"),
    ("fin d'année", "2026-12-31"),
    ("avant l'été", "2026-06-20"),
    ("hier", "2026-03-01"),
    ("vendredi dernier", "2026-02-27"),
    ("la semaine dernière", "2026-02-27"),
    ("avant le 13 mars", "2026-03-13"),
    ("à partir du 24 mars", "2026-03-24"),
    ("d'ici le 12 mai", "2026-05-12"),
    ("d'ici vendredi", "2026-03-06"),
    ("d'ici la fin d'année", "2026-12-31"),
    ("d'ici la fin de l'année", "2026-12-31"),
    ("1er avril", "2026-04-01"),
    ("le 1er", "2026-04-01"),
    ("fin février", "2027-02-28"),
    ("FIN FEVRIER", "2027-02-28"),
    ("mi-août", "2026-08-15"),
    ("le mois prochain", "2026-04-30"),
    ("cette semaine", "2026-03-06"),
    ("sous 10 jours", "2026-03-12"),
    ("d'ici deux semaines", "2026-03-16"),
    ("en six mois", "2026-09-02"),
    ("il y a deux semaines", "2026-02-16"),
    ("jusqu'au 16", "2026-03-16"),
    ("à la rentrée", "2026-09-01"),
    ("avant noël", "2026-12-24"),
    ("cet été", "2026-09-21"),
    ("fin de semaine", "2026-03-06"),
    ("fin du mois", "2026-03-31"),
    ("d'ici à fin juin", "2026-06-30"),
    ("après-demain", "2026-03-04"),
    ("jeudi 26", "2026-03-26"),
    ("Appeler Bruno jeudi", "2026-03-05"),
    ("fin T2", "2026-06-30"),
    ("le mardi 24 mars", "2026-03-24"),
    ("au plus tard le 12 mai", "2026-05-12"),
    ("9 en septembre", "2026-09-30"),
    ("pour le 15/04", "2026-04-15"),
    ("l'an prochain", "2027-12-31"),
    ("courant avril", "2026-04-30"),
    ("début mai", "2026-05-01"),
    ("ce vendredi", "2026-03-06"),
    ("depuis janvier", "2026-01-01"),
    ("à partir de juin", "2026-06-01"),
    ("15 sept.", "2026-09-15"),
    ("nous le ferons le 16 avec deux chefs", "2026-03-16"),
    ("elle a dit oui vendredi", "2026-03-06"),
    ("la semaine du 9 mars", "2026-03-09"),
    ("avant la fin du mois de juin", "2026-06-30"),
    ("dans une quinzaine de jours", "2026-03-17"),
    ("dans les 10 prochains jours", "2026-03-12"),
    ("les 12 et 13 mars", "2026-03-13"),
]
NOT_ENGLISH_DATES = [
    "every Thursday",
    "her Thursday meeting",
    "on Mondays",
    "between two Thursdays",
    "between Thursdays",
    "you may ask",
    "a Monday morning",
    "from 90 to 14 days",
    "version 2.3",
    "at 8:30",
    "10 days",
    "31 June",
    "8/10 can name it",
    "24/7",
    "the 11 country leads: they host one Thursday in turn and answer in between",
    "Team leads open their Monday meeting with one idea",
    "at the Friday handover",
    "Every Thursday we run a case hour by phone",
    "3rd shift",
    "the 2nd line",
    "for a week",
    "twice a week",
    "the week",
    "Monday to Friday",
    "March on",
    "we had a fall",
    "per month",
    "June lists the faults",
    "15-minute talk",
    "1.5 days",
    "one improvement per day",
    "30 per month",
    "spring the trap",
]
NOT_FRENCH_DATES = [
    "tous les premiers lundis du mois",
    "le mardi",
    "tous les jours",
    "chaque mardi",
    "entre deux jeudis",
    "tous les mardis",
    "la réunion du lundi",
    "au passage de consigne du vendredi",
    "un lundi matin",
    "de 90 à 14 jours",
    "10 jours",
    "à 8h30",
    "une fois par semaine",
    "il a été",
    "du lundi au vendredi",
    "bilan à 30 jours",
    "en 10 jours",
    "je demande à Sam",
    "par mois",
    "les 10 pannes",
    "sept personnes",
    "le 5e site",
    "31 juin",
    "deux ou trois fois par mois",
    "Un appel de 20 minutes le mardi entre les deux ateliers",
    "la semaine",
    "le 3 sur 10",
]


def days(text: str, lang: Lang, past: bool = False) -> list[str]:
    return [found.day.isoformat() for found in find_dates(text, lang, TODAY, past)]


@pytest.mark.parametrize(("text", "day"), ENGLISH)
def test_english_date(text: str, day: str) -> None:
    assert days(text, "en") == [day]


@pytest.mark.parametrize(("text", "day"), FRENCH)
def test_french_date(text: str, day: str) -> None:
    assert days(text, "fr") == [day]


@pytest.mark.parametrize("text", NOT_ENGLISH_DATES)
def test_english_rhythm_duration_or_name_is_no_date(text: str) -> None:
    assert days(text, "en") == []


@pytest.mark.parametrize("text", NOT_FRENCH_DATES)
def test_french_rhythm_duration_or_name_is_no_date(text: str) -> None:
    assert days(text, "fr") == []


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "he said yes on Friday", "2026-02-27"),
        ("en", "he said yes on Monday", "2026-02-23"),
        ("en", "Dana said yes on 2 February", "2026-02-02"),
        ("en", "twice in October", "2025-10-31"),
        ("en", "on the 26th", "2026-02-26"),
        ("fr", "elle a dit oui vendredi", "2026-02-27"),
        ("fr", "le 16", "2026-02-16"),
        ("fr", "en janvier", "2026-01-31"),
    ],
)
def test_looking_back(lang: Lang, text: str, day: str) -> None:
    assert days(text, lang, past=True) == [day]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (
            "en",
            "I sort them by Friday 13 March. Karim answers on the 26th.",
            ["by Friday 13 March", "on the 26th"],
        ),
        ("en", "names a stand-in before the end of June, then", ["before the end of June"]),
        (
            "fr",
            "Paul les liste D’ICI vendredi. Un appel à partir du 24 mars",
            ["D’ICI vendredi", "à partir du 24 mars"],
        ),
        ("fr", "la liste avant le 13 mars, un parrain dès le 16", ["avant le 13 mars", "dès le 16"]),
    ],
)
def test_span_holds_the_words_with_their_preposition(lang: Lang, text: str, words: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_dates(text, lang, TODAY)] == words


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("en", "by June", True),
        ("en", "in June", False),
        ("en", "before the 26th", True),
        ("fr", "d'ici juin", True),
        ("fr", "en juin", False),
        ("fr", "avant le 13 mars", True),
    ],
)
def test_deadline_is_told_from_a_moment(lang: Lang, text: str, by: bool) -> None:
    assert [found.by for found in find_dates(text, lang, TODAY)] == [by]


def test_words_that_look_back_are_marked_past() -> None:
    found = find_dates("last Friday he agreed, tomorrow we start", "en", TODAY)
    assert [one.past for one in found] == [True, False]


def test_whole_answer_of_steps() -> None:
    text = (
        "Paul liste les 10 pannes les plus fréquentes d'ici vendredi. Agnieszka fait tester une fiche par deux "
        "techniciens la semaine prochaine. Et un appel de 20 minutes le mardi entre les deux ateliers, à partir du "
        "24 mars, c'est moi qui l'anime."
    )
    assert days(text, "fr") == ["2026-03-06", "2026-03-13", "2026-03-24"]


# Words that dates are made of, in any order: most of what can go wrong.
WORDS = (
    "by before d'ici avant the le 1 13 30 31 99 26th 1er june juin may mai mars february q3 t3 friday vendredi "
    "next last prochain dernière end of fin mid- mi- in dans two deux weeks mois ago il y a 2026 / - , . today "
    "demain l'été summer year week 2028-02-30 30/02 İ É ’"
)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join) | st.text(max_size=60)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@given(text=SENTENCES, lang=st.sampled_from(LANGS), today=DAYS, past=st.booleans())
def test_any_text_can_be_read(text: str, lang: Lang, today: date, past: bool) -> None:
    end = 0
    for found in find_dates(text, lang, today, past):
        assert end <= found.start < found.end <= len(text)
        assert found.past == (found.day < today)
        end = found.end


@given(day=st.dates(min_value=date(2026, 3, 2), max_value=date(2027, 3, 1)))
def test_written_day_is_read_back(day: date) -> None:
    assert days(f"{day.day} {day:%B}", "en") == [day.isoformat()]
    assert days(f"by {day.day}/{day.month}", "en") == [day.isoformat()]
