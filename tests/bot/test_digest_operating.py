"""An operator looks at digests and sends them, and reads nobody's without naming them."""

from datetime import UTC, datetime

import pytest

from bot.digest_operating import preview, send_by
from storage.store import Store
from tests.bot.lives import KARIM, MAYA, Office
from tests.bot.waiting import said_to
from tests.conftest import Planfirst

MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)


@pytest.fixture
def office(store: Store) -> Office:
    opened = Office(store)
    opened.owns(MAYA)
    opened.command(MAYA, "send @Karim", KARIM)
    opened.press(MAYA, "btn.send_now")
    opened.command(KARIM, "digest on")
    return opened


def test_who_would_get_one_and_what_it_says(office: Office) -> None:
    assert preview(office.store, office.now, None) == []
    (line,) = preview(office.store, MONDAY, None)
    assert line.startswith("acme/karim  ")
    assert line.endswith("lines")
    assert "idea" not in line
    (text,) = preview(office.store, MONDAY, KARIM.key)
    assert "An answer to every idea (Maya): your yes" in text
    assert preview(office.store, MONDAY, MAYA.key) == []


def test_they_are_sent_once(office: Office) -> None:
    before = len(said_to(office, KARIM))
    assert send_by(office.store, MONDAY, KARIM.key) == "1 due, 1 queued"
    assert send_by(office.store, MONDAY, None) == "0 due, 0 queued"
    assert [reply.key for reply in said_to(office, KARIM)[before:]] == ["digest.head"]


def test_on_the_command_line(planfirst: Planfirst) -> None:
    assert planfirst("digest", "preview", "--at", "2026-03-09T09:00:00+01:00").stdout == ""
    assert planfirst("digest", "send").stdout == "0 due, 0 queued\n"
    wrong = planfirst("digest", "preview", "--manager", "karim")
    assert wrong.returncode == 2
    assert "TENANT/PERSON" in wrong.stderr
