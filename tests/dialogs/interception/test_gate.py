"""The quick look: what names no tool is left at once, and a tool is known though its name is misspelt."""

import pytest

from dialogs.interception.gate import hints
from dialogs.interception.judge import judge


@pytest.mark.parametrize(
    "message",
    [
        "lunch at noon?",
        "j'ai fini",
        "les gens sont là",
        "we picked up speed",
        "il a fait un beau discours",
        "Coco Chanel",
    ],
)
def test_chatter_gives_no_hint(message: str) -> None:
    assert hints(message).words == []


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("a WhatsApp group", "whatsapp"),
        ("RÉSEAUX SOCIAUX", "reseaux"),
        ("¿Instagram?", "instagram"),
        ("«Slack»", "slack"),
        ("une appli d'onboarding", "appli"),
        ("eine KI für alle", "ki"),
    ],
)
def test_a_tool_is_a_hint_however_it_is_written(message: str, word: str) -> None:
    assert word in hints(message).words


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("podcst", "podcast"),
        ("podcsat", "podcast"),
        ("chatbott", "chatbot"),
        ("Whatsap", "whatsapp"),
        ("yamer", "yammer"),
    ],
)
def test_a_slip_is_put_right(slip: str, meant: str) -> None:
    assert hints(f"we should start a {slip} now").text == f"we should start a {meant} now"


def test_the_name_that_was_meant_is_quoted() -> None:
    assert judge("we should start a newletter for the drivers").tool == "a newsletter"
