"""How replies look in a terminal of any width."""

import io
from datetime import date

import msgspec
import pytest
from rich.console import Console

from adapters.terminal.render import WIDTH, draw, meant, styled
from dialogs.replies import Ask, Choice, Field, Form, PlanCard, Point, ProgressCard, Reply, Row, Say

LONG = "What happens today that you'd like to see change? One recent example is plenty. " * 3
CARD = PlanCard(
    "summary.card",
    "plain",
    "Fewer pump faults",
    (Row("Problem", "Each fault is mended *three* times"), Row("Already there", f"{LONG}{'x' * 150}")),
    token="1.1",
    choices=(Choice("btn.ok", "That's right"),),
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


def test_a_card_says_who_asks_above_it_and_what_is_seen_below() -> None:
    card = msgspec.structs.replace(CARD, intro="Maya asks you.", notes=("*Who* can say yes?", "Since when?"))
    lines = [line.rstrip() for line in drawn(card)]
    assert lines[:3] == ["  Maya asks you.", "", f"  ╭─ Fewer pump faults {'─' * 56}╮"]
    end = next(n for n, line in enumerate(lines) if line.startswith("  ╰"))
    assert lines[end + 1 :] == ["", "  Who can say yes?", "", "  Since when?", "", "    1 That's right", ""]


def test_progress_is_its_text_and_a_link_shows_its_address() -> None:
    today = Point(date(2026, 3, 2), 18)
    choices = (Choice("export.page", "Print", url="http://127.0.0.1/export/abc"), Choice("btn.show:a/b/1@2", "Show"))
    card = ProgressCard("p", "*Faults*\n▓▓░░ 13", "Faults", "faults", "", (today, today), (), choices=choices)
    shown = [line.rstrip() for line in drawn(card)]
    assert shown == ["  Faults", "  ▓▓░░ 13", "    1 Show", "    Print http://127.0.0.1/export/abc", ""]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("1", "btn.show:a/b/1@2"), (" SHOW ", "btn.show:a/b/1@2"), ("2", None), ("Print", None), ("", None), ("01", None)],
)
def test_a_choice_is_meant_by_its_number_or_its_label(typed: str, key: str | None) -> None:
    choices = (Choice("export.page", "Print", url="/x"), Choice("btn.show:a/b/1@2", "Show"))
    found = meant(typed, choices)
    assert (found and found.key) == key


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
