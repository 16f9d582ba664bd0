"""The person's own words, cut and turned so that the coach can say them back."""

from datetime import date

import pytest

from dialogs.coach.quoting import definite, first_part, named_group, quote, sentence_case, turned, way_of, without_dates
from dialogs.lang import Lang
from dialogs.reading.dates import find_dates

TODAY = date(2026, 3, 2)


def test_a_quotation_is_at_most_fifteen_words_and_says_when_it_is_cut() -> None:
    assert quote("one two three.") == "one two three"
    assert quote("“more ideas”!") == "more ideas"
    assert quote(" ".join("abcdefghijklmnopqrst")) == "a b c d e f g h i j k l m n o…"
    assert quote("« plus\nd'idées »") == "plus d'idées"


@pytest.mark.parametrize(
    ("lang", "said", "back"),
    [
        ("en", "my 3 people and our care team", "your 3 people and your care team"),
        ("en", "nobody tells us", "nobody tells you"),
        ("fr", "mon équipe et nos clients", "votre équipe et vos clients"),
    ],
)
def test_mine_becomes_yours(lang: Lang, said: str, back: str) -> None:
    assert turned(said, lang) == back


@pytest.mark.parametrize(
    ("lang", "tool", "known"),
    [
        ("en", "a Slack community", "the Slack community"),
        ("en", "an internal Q&A community", "the internal Q&A community"),
        ("en", "Slack", "Slack"),
        ("fr", "une appli d'onboarding", "l'appli d'onboarding"),
        ("fr", "une communauté Teams", "la communauté Teams"),
        ("fr", "un canal", "le canal"),
        ("fr", "un outil", "l'outil"),
        ("fr", "des tablettes", "les tablettes"),
        ("fr", "a Teams channel", "Teams channel"),
        ("en", "un canal Teams", "canal Teams"),
    ],
)
def test_a_tool_that_was_named_takes_the_definite_article(lang: Lang, tool: str, known: str) -> None:
    assert definite(tool, lang) == known


@pytest.mark.parametrize(
    ("mechanism", "way"),
    [
        ("a weekly case hour: 12 solved", "a weekly case hour"),
        ("the lunch table works well, 30 answers in February", "the lunch table"),
        ("Ils appellent Paul, il a tout en tête, mais il ne note pas", "Ils appellent Paul, il a tout en tête"),
        ("un tableau blanc qui marche bien", "un tableau blanc"),
        ("a spreadsheet", "a spreadsheet"),
        ("works", "works"),
    ],
)
def test_the_way_that_exists_is_said_without_its_proof(mechanism: str, way: str) -> None:
    assert way_of(mechanism) == way


@pytest.mark.parametrize(
    ("lang", "said", "undated"),
    [
        ("en", "Lena, tomorrow, 30 minutes", "Lena, 30 minutes"),
        ("en", "call Ana on Wednesday", "call Ana"),
        ("en", "call the sites (me, tomorrow)", "call the sites (me)"),
        ("fr", "tester une fiche la semaine prochaine", "tester une fiche"),
        ("fr", "voir Paul demain matin", "voir Paul"),
    ],
)
def test_a_date_leaves_nothing_behind(lang: Lang, said: str, undated: str) -> None:
    assert without_dates(said, find_dates(said, lang, TODAY)) == undated


def test_small_parts() -> None:
    assert first_part("the 85 operators, all year round") == "the 85 operators"
    assert sentence_case("élan") == "Élan"


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("ok the 6 bid writers then", "the 6 bid writers"),
        ("let's say the night shift", "the night shift"),
        ("disons les 180 compagnons des chantiers", "les 180 compagnons des chantiers"),
        ("surtout les candidats, chaque semaine", "les candidats, chaque semaine"),
        ("the people at the counter", "the people at the counter"),
        ("ok", "ok"),
    ],
)
def test_a_group_is_said_back_without_the_words_that_lead_to_it(said: str, group: str) -> None:
    assert named_group(said) == group
