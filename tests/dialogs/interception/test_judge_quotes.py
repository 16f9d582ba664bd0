"""What the coach may quote from an intercepted message: tool, goal or problem, people, date."""

import pytest

from dialogs.interception.judge import judge

# message -> tool, goal, problem, people, date
QUOTED = {
    "We should launch a Slack community for innovation 🚀": (
        "a Slack community",
        "innovation",
        None,
        None,
        None,
    ),
    "Il faudrait créer une communauté Teams pour les techniciens, on ne partage rien entre Lyon et Gdansk": (
        "une communauté Teams",
        None,
        "on ne partage rien entre Lyon et Gdansk",
        "les techniciens",
        None,
    ),
    "I want to set up an internal Q&A community for our field engineers, who do I talk to?": (
        "an internal Q&A community",
        None,
        None,
        "our field engineers",
        None,
    ),
    "After what happened to Norvik we need a social listening platform, this quarter": (
        "a social listening platform",
        None,
        None,
        None,
        "this quarter",
    ),
    "On devrait prendre une appli d'onboarding, les nouveaux sont perdus": (
        "une appli d'onboarding",
        None,
        "les nouveaux sont perdus",
        None,
        None,
    ),
    "can we get a WhatsApp channel for clients asap, everyone has one": (
        "a WhatsApp channel",
        None,
        None,
        "clients",
        None,
    ),
    "Nobody knows what the other sites do, so let's start a newsletter": (
        "a newsletter",
        None,
        "Nobody knows what the other sites do",
        None,
        None,
    ),
    "Let's open a forum because questions get lost": ("a forum", None, "questions get lost", None, None),
    "Engagement is low. Should we try a podcast?": ("a podcast", None, "Engagement is low", None, None),
    "I suggest we open a TikTok account to attract young people": (
        "a TikTok account",
        "attract young people",
        None,
        None,
        None,
    ),
    "Could someone set up a WhatsApp group for the sales team?": (
        "a WhatsApp group",
        None,
        None,
        "the sales team",
        None,
    ),
    "Vu que personne ne lit les mails, on devrait ouvrir un canal WhatsApp en mars": (
        "un canal WhatsApp",
        None,
        "personne ne lit les mails",
        None,
        "en mars",
    ),
    "Je propose de monter un blog afin de partager nos savoirs": (
        "un blog",
        "partager nos savoirs",
        None,
        None,
        None,
    ),
    "Et si on créait un groupe WhatsApp pour les commerciaux ?": (
        "un groupe WhatsApp",
        None,
        None,
        "les commerciaux",
        None,
    ),
    "Let’s create a “Coffee corner” channel on Teams": ("a “Coffee corner” channel", None, None, None, None),
}


@pytest.mark.parametrize(("message", "expected"), QUOTED.items())
def test_quotes(message: str, expected: tuple[str | None, ...]) -> None:
    seen = judge(message)
    assert (seen.tool, seen.goal, seen.problem, seen.people, seen.date) == expected


@pytest.mark.parametrize(
    "message",
    [
        "Let's start a wiki for example",
        "We need a chatbot for now",
        "Il faudrait un chatbot pour commencer",
        "Let's get a podcast, what do you think?",
        "On devrait ouvrir un blog, tout le monde en a un",
    ],
)
def test_words_that_give_no_reason_are_not_quoted(message: str) -> None:
    seen = judge(message)
    assert seen.intercept
    assert seen.quote is None


def test_a_long_goal_is_cut_at_eight_words_and_not_on_a_loose_end() -> None:
    seen = judge("Let's open a forum so that people on the night shift can ask all of their questions to the day shift")
    assert seen.goal == "people on the night shift can ask all"


def test_the_problem_is_the_quote_when_there_is_no_goal() -> None:
    assert judge("On devrait lancer un podcast, personne ne lit les mails").quote == "personne ne lit les mails"
