"""The parts put together: what a company's file changes in a talk, and a fault that does not end it."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from adapters.hearing import Happened
from bot.config import Settings
from bot.desk import Desk
from bot.wiring import chat_in_terminal, chat_on_lines
from dialogs.events import Said
from dialogs.lang import Lang
from storage.errors import DatabaseBusyError
from storage.store import Store
from tests.bot.talking import MORNING

CHANNEL_FR = {"say": "On devrait lancer une page TikTok", "where": "channel"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(f"sqlite:///{tmp_path}/data/planfirst.db")


class Typing:
    """Lines on stdin, the answers from stdout."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def lines(self, settings: Settings, *lines: dict[str, Any], now: datetime | None = MORNING) -> list[Any]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(json.dumps(line) for line in lines)))
        chat_on_lines(settings, "Ana", None, now)
        return [json.loads(line) for line in self._capsys.readouterr().out.splitlines()]

    def words(self, settings: Settings, *lines: str, lang: Lang | None = None, now: datetime = MORNING) -> str:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
        chat_in_terminal(settings, "Ana", lang, now)
        return " ".join(self._capsys.readouterr().out.split())


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typing:
    return Typing(monkeypatch, capsys)


def said(answer: Any) -> str:
    return " ".join(reply["text"] for reply in answer["replies"])


def with_file(settings: Settings, tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "acme.yaml"
    path.write_text(text, encoding="utf-8")
    return Settings(settings.database_url, org_file=path)


def test_company_file_reaches_the_coach(settings: Settings, tmp_path: Path, typing: Typing) -> None:
    told = with_file(settings, tmp_path, "locale: fr\nfr_register: tu\ncoach_contact: Zoé\nchannels: [ventes]\n")
    offer, question, human = typing.lines(
        told, CHANNEL_FR, {"press": "btn.start"}, {"say": "je veux parler à un humain"}
    )
    assert said(offer).startswith("Bonjour Ana")
    assert "que tu aimerais voir changer" in said(question)
    assert "Zoé" in said(human)


def test_language_of_the_company_gives_way_to_the_one_asked_for(
    settings: Settings, tmp_path: Path, typing: Typing
) -> None:
    told = with_file(settings, tmp_path, "locale: fr\n")
    assert "Essayez : #" in typing.words(told)
    assert "Try: #" in typing.words(told, "/plan start", lang="en")
    left = typing.words(told, lang="fr")
    assert "On continue en français." in left, "in a talk that was left too"
    assert "C'est gardé." in left


def test_clock_stands_where_it_is_told(settings: Settings, typing: Typing) -> None:
    """Half past nine in New York: *today* is three in the afternoon there."""

    def at(iso: str, *lines: str) -> str:
        return typing.words(settings, *lines, now=datetime.fromisoformat(iso))

    asked = at("2026-03-02T09:30:00-05:00", "# We should launch a TikTok page", "later", "1")
    assert "I'll ask again then: 2 March 15:00." in asked
    assert "Planfirst here" not in at("2026-03-02T14:59:00-05:00")
    assert "Planfirst here" in at("2026-03-02T20:00:00+00:00"), "the same moment on another clock"


def test_company_clock_goes_before_the_machines(settings: Settings, tmp_path: Path, typing: Typing) -> None:
    told = with_file(settings, tmp_path, "time_zone: Asia/Tokyo\n")
    answers = typing.lines(told, CHANNEL_FR, {"press": "btn.later"}, {"press": "btn.tomorrow"}, now=None)
    assert "09:00" in said(answers[-1])
    (due,) = typing.lines(told, {"at": "2099-01-01T00:00:00Z"}, now=None)
    assert [reply["key"] for reply in due["replies"]] == ["intercept.open_nogoal"]


def test_hours_of_the_channel_hold_when_the_clock_is_set(settings: Settings, typing: Typing) -> None:
    at_night = datetime.fromisoformat("2026-03-02T23:00:00+01:00")
    (answer,) = typing.lines(settings, CHANNEL_FR, now=at_night)
    assert answer["replies"] == []


def test_what_becomes_due_comes_before_the_answer(settings: Settings, typing: Typing) -> None:
    answers = typing.lines(
        settings,
        CHANNEL_FR,
        {"press": "btn.later"},
        {"press": "btn.today"},
        {"command": "liste", "at": "2026-03-02T15:00:00Z"},
    )
    assert [reply["key"] for reply in answers[-1]["replies"]] == ["intercept.open_nogoal", "cmd.none"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [(KeyError("secret words"), "Its log names the fault"), (DatabaseBusyError("plans.db"), "Another process holds")],
)
def test_fault_in_a_turn_is_told_and_the_talk_goes_on(
    settings: Settings, typing: Typing, monkeypatch: pytest.MonkeyPatch, fault: Exception, told: str
) -> None:
    typing.lines(settings, {"command": "start"})
    taken = Desk.take

    def take(desk: Desk, tx: Any, happened: Happened) -> Any:
        if happened.event == Said("break"):
            raise fault
        return taken(desk, tx, happened)

    monkeypatch.setattr(Desk, "take", take)
    shown = typing.words(settings, "break", "9 hours lost on each pump in May")
    assert "Something went wrong, and nothing of the talk was changed." in shown
    assert told in shown
    assert "secret words" not in shown
    assert "Who feels it most" in shown
    with capture_logs() as logged:
        first, second = typing.lines(settings, {"say": "break"}, {"say": "the technicians"})
    assert told in first["error"]
    assert first["replies"] == []
    assert first["slots"]["problem.what"]["value"] == "9 hours lost on each pump in May"
    assert "error" not in second
    for entry in logged:
        assert (entry["event"], entry["error"]) == ("fault", "KeyError")
        assert entry["where"].startswith("test_wiring.py:")
        assert entry["id"] in first["error"]
    assert len(logged) == isinstance(fault, KeyError), "a busy database is no fault of ours"


def test_store_is_closed_at_the_end(settings: Settings, typing: Typing, tmp_path: Path) -> None:
    typing.lines(settings, {"command": "start"})
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"planfirst.db", "secret.key"}
    Store.open(settings.database_url, settings.keys()).close()
