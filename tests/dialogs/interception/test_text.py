"""Only the person's own words are judged, in a language that is judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.interception.judge import judge
from dialogs.interception.text import clean, language, plain, sentences
from dialogs.lang import Lang

PROPOSAL = "We should launch a Slack community"


@pytest.mark.parametrize(
    "message",
    [
        f"> {PROPOSAL}\nI don't follow you there",
        f"&gt; {PROPOSAL}\nno comment",
        f"```\n{PROPOSAL}\n```",
        f"```{PROPOSAL}",
        f"the page says `{PROPOSAL}`",
        f"read [{PROPOSAL}](https://example.org/why)",
        f"read <https://example.org/why|{PROPOSAL}>",
        "see https://example.org/we-should-launch-a-slack-community",
        f'the vendor told us "{PROPOSAL}" again',
        f"the vendor told us “{PROPOSAL}” again",
        f"my boss says '{PROPOSAL}' each morning",
        f"FYI\n---------- Forwarded message ----------\nFrom: Bob\n{PROPOSAL}",
        f"FYI\nOn Mon, 2 March 2026, Bob Smith wrote:\n{PROPOSAL}",
        "Pour info\nLe lun. 2 mars 2026, Zoé a écrit :\nIl faudrait lancer un blog",
        f"FYI\nFrom: Bob\nSent: Monday\nSubject: idea\n{PROPOSAL}",
    ],
)
def test_words_of_others_are_not_judged(message: str) -> None:
    assert not judge(message).intercept


@pytest.mark.parametrize(
    "message",
    [
        f"> old talk\n{PROPOSAL}",
        f"Thanks `x = 1`.\n{PROPOSAL}",
        f"{PROPOSAL} &amp; a podcast",
        "We should launch a *Slack* community",
        "We should\u00a0launch a\u202fSlack community",
        'We should launch a "Slack" community',
        "WE SHOULD LAUNCH A SLACK COMMUNITY",
    ],
)
def test_own_words_around_them_are(message: str) -> None:
    assert judge(message).intercept


@pytest.mark.parametrize(
    ("message", "lang"),
    [
        ("we should launch a forum", "en"),
        ("il faudrait lancer un forum", "fr"),
        ("Qu'est-ce qu’on fait de l'intranet ?", "fr"),
        ("Slack", "fr"),
        ("Wir sollten ein Forum für die Techniker einrichten", None),
        ("Deberíamos crear una comunidad para los técnicos", None),
        ("Dovremmo creare anche una community per il team", None),
    ],
)
def test_language(message: str, lang: Lang | None) -> None:
    assert language(message, default="fr") == lang


@pytest.mark.parametrize(
    ("message", "spoken", "tool"),
    [
        ("Wir sollten ein Forum für die Techniker einrichten", "de", "ein Forum"),
        ("Deberíamos crear un Discord para los técnicos", "es", "un Discord"),
    ],
)
def test_german_and_spanish_are_judged_though_the_coach_does_not_talk_them(
    message: str, spoken: str, tool: str
) -> None:
    finding = judge(message)
    assert (finding.intercept, finding.lang, finding.spoken, finding.tool) == (True, None, spoken, tool)


def test_another_language_is_left_alone() -> None:
    assert judge("Dovremmo creare anche una community su Slack per il nostro team") == judge("lunch?")


def test_a_told_language_is_taken() -> None:
    assert judge("un chatbot, il faudrait un chatbot", "en").lang == "en"


@given(st.text())
def test_plain_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="ab .!?\n…;"))
def test_sentences_keep_all_but_blanks(text: str) -> None:
    kept = "".join(line.typed for line in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text(alphabet='a`<>[]()"“”«»&;:/.w \n'))
def test_clean_adds_no_letters(text: str) -> None:
    assert clean(text).count("a") <= text.count("a")
