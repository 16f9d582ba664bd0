"""How the coach may speak: nothing it says breaks a rule, and each rule catches what it is there for."""

import pytest

from dialogs.lang import Lang
from scripts.lint_content import faults, texts
from scripts.wording import MOST_WORDS, Text, faults_of


def test_nothing_that_people_read_breaks_a_rule() -> None:
    assert list(faults()) == []


def test_everything_that_people_read_is_looked_at() -> None:
    kinds = {text.key.partition(".")[0] for text in texts()}
    assert {"q", "probe", "why", "verdict", "reason", "ctl", "btn", "cmd", "archetype", "category"} <= kinds


@pytest.mark.parametrize(
    ("lang", "kind", "text", "fault"),
    [
        ("en", "ask", "word " * (MOST_WORDS["en"] + 1), "46 words, at most 45"),
        ("fr", "say", "mot " * (MOST_WORDS["fr"] + 1), "56 words, at most 55"),
        ("en", "button", "Send it to everybody who could possibly want it", "47 letters on a button, at most 40"),
        ("en", "ask", "Who does it? By when?", "2 questions"),
        ("en", "control", "Is that clear? {question}", "2 questions"),
        ("en", "say", "You must have a plan.", "an order: 'must'"),
        ("en", "say", "You need to name a person.", "'need to' outside a question"),
        ("en", "say", "A plan should come first.", "'should' outside a question"),
        ("fr", "say", "Il faut un plan.", "an order: 'Il faut'"),
        ("fr", "say", "Vous devriez commencer par là.", "'Vous devriez' outside a question"),
        ("en", "say", "Great question.", "praise: 'Great'"),
        ("fr", "say", "Bonne question.", "praise: 'Bonne question'"),
        ("en", "say", "Decide before it's too late.", "a threat or a countdown: \"before it's too late\""),
        ("fr", "say", "Décidez avant qu'il soit trop tard.", "a threat or a countdown: \"avant qu'il soit trop tard\""),
        ("en", "say", "Yet another tool.", "contempt for tools: 'Yet another'"),
        ("fr", "say", "Encore un gadget.", "contempt for tools: 'gadget'"),
        ("en", "say", "A Yammer community would do.", "a product: 'Yammer'"),
        ("fr", "say", "Un tableau Excel suffit.", "a product: 'Excel'"),
        ("en", "say", "It moves 80% of projects.", "a figure or study from outside: '80%'"),
        ("en", "say", "Studies show it.", "a figure or study from outside: 'Studies'"),
        ("en", "say", "Saved!", "an exclamation mark"),
        ("en", "say", "Saved 🎉", "emoji: 🎉"),
        ("fr", "say", "Ça marche\u00a0: voilà.", "a no-break space in the source"),
        ("fr", "say", "Ça marche: voilà.", "a space is missing: 'e:'"),
        ("fr", "say", "Dire «oui» suffit.", "a space is missing: '«o'"),
        ("en", "say", "It works : look.", "French typography: ' :'"),
        ("fr", "say", "Vous êtes prêt·e.", "gendered writing: 't·e'"),
        ("fr", "say", "Vous êtes prêt(e).", "gendered writing: 't(e)'"),
        ("fr", "say", "C'est l'heure de {step}.", "a placeholder after 'de'"),
        ("fr", "say", "C'est à {sponsor} de le dire.", "a placeholder after 'à'"),
        ("fr", "say", "Parce que {reason}.", "a placeholder after 'que'"),
    ],
)  # fmt: skip
def test_a_fault_is_found(lang: Lang, kind: str, text: str, fault: str) -> None:
    assert list(faults_of(Text("some.key", lang, kind, text.strip()))) == [f"{lang} some.key: {fault}"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Who should see this plan?"),
        ("en", "Who needs to do something differently for that number to move?"),
        ("fr", "Où en est ce chiffre, où devrait-il être, et pour quand ?"),
        ("fr", "Où en étiez-vous le {date}, d'ici au {target_date} ?"),
        ("fr", "« {step} » : qui s'en charge ?"),
        ("fr", "Dites `/plan list` ou *aide* : rien n'est perdu."),
        ("en", "`/plan help` shows what there is."),
    ],
)
def test_what_is_said_well_passes(lang: Lang, text: str) -> None:
    assert list(faults_of(Text("some.key", lang, "ask", text))) == []


def test_an_example_may_hold_a_figure_a_coach_may_not() -> None:
    example = "Newcomers with every access on day one: 50% → 100%"
    assert list(faults_of(Text("example.onboarding", "en", "label", example))) == []
    assert list(faults_of(Text("say.it", "en", "say", example))) == ["en say.it: a figure or study from outside: '50%'"]
