"""How replies look in a terminal of any width."""

import io

import pytest
from rich.console import Console

from adapters.terminal.render import WIDTH, draw, styled
from dialogs.replies import Ask, Choice, Field, Form, PlanCard, Reply, Row, Say

LONG = "What happens today that you'd like to see change? One recent example is plenty. " * 3
CARD = PlanCard(
    "summary.card",
    "plain",
    "Fewer pump faults",
    (Row("Problem", "Each fault is mended *three* times"), Row("Already there", f"{LONG}{'x' * 150}")),
    "1.1",
    (Choice("btn.ok", "That's right"),),
)


def drawn(*replies: Reply, width: int = 80, colours: bool = False) -> list[str]:
    screen = io.StringIO()
    console = Console(file=screen, width=width, force_terminal=colours, color_system="standard" if colours else None)
    draw(console, replies)
    return screen.getvalue().splitlines()


def test_message_is_indented_and_followed_by_an_empty_line() -> None:
    assert [line.rstrip() for line in drawn(Say("a", "Hello."), Say("b", "Again."))] == ["  Hello.", "", "  Again.", ""]


def test_choices_are_numbered_from_one() -> None:
    lines = drawn(Ask("q", "Shall we?", "1.1", (Choice("btn.yes", "Let's go"), Choice("btn.no", "No thanks"))))
    assert [line.rstrip() for line in lines] == ["  Shall we?", "    1 Let's go", "    2 No thanks", ""]


@pytest.mark.parametrize("width", [20, 60, 80, 120, 400])
def test_nothing_is_wider_than_the_terminal_or_than_one_can_read(width: int) -> None:
    form = Form("ctl.form", LONG, "1.1", (Field("problem.what", "Problem", LONG), Field("people", "People")))
    lines = drawn(Say("a", LONG), Ask("q", LONG, "1.1", (Choice("btn", LONG),)), CARD, form, width=width)
    assert max(len(line) for line in lines) <= min(width, WIDTH)


def test_words_of_a_card_are_all_there_in_a_frame() -> None:
    lines = drawn(CARD, width=60)
    assert lines[0].startswith("  ╭─ Fewer pump faults ─")
    assert "│  Problem        Each fault is mended three times" in lines[2]
    assert sum(line.count("x") for line in lines) == 150 + LONG.count("x")
    assert [line.rstrip() for line in lines][-2:] == ["    1 That's right", ""]


def test_form_shows_what_it_holds() -> None:
    lines = drawn(
        Form("ctl.form", "The short form.", "1.1", (Field("problem.what", "Problem", "faults"), Field("x", "Who")))
    )
    assert [line.rstrip() for line in lines] == ["  The short form.", "  Problem  faults", "  Who", ""]


@pytest.mark.parametrize(
    ("text", "shown", "spans"),
    [
        ("say *skip*, or `/plan`", "say skip, or /plan", [("skip", "bold"), ("/plan", "cyan")]),
        ("3 * 4 * 5 and 3*4*5 and [bold] stay", "3 * 4 * 5 and 3*4*5 and [bold] stay", []),
        (
            "*Film two repairs*: none; *done*",
            "Film two repairs: none; done",
            [("Film two repairs", "bold"), ("done", "bold")],
        ),
        ("*one\ntwo*", "*one\ntwo*", []),
        ("", "", []),
    ],
)
def test_emphasis_becomes_style(text: str, shown: str, spans: list[tuple[str, str]]) -> None:
    result = styled(text)
    assert result.plain == shown
    assert [(shown[span.start : span.end], span.style) for span in result.spans] == spans


def test_what_was_typed_is_never_taken_for_markup() -> None:
    (line, _) = drawn(Say("a", "[red]stop[/red] [link=x]y[/link]"), colours=True)
    assert "[red]stop[/red] [link=x]y[/link]" in line


def test_colours_only_where_they_can_be_shown() -> None:
    ask = Ask("q", "Say *why*", "1.1", (Choice("btn.yes", "Let's go"),))
    assert "\x1b[" in "".join(drawn(ask, colours=True))
    assert "\x1b" not in "".join(drawn(ask))
