"""Time zones by name."""

from datetime import datetime

import pytest

from bot.zone import is_zone, machine_zone, zone_at


@pytest.mark.parametrize("name", ["Europe/Paris", "UTC", "Etc/GMT-2"])
def test_known_zone(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize("name", ["", "Mars/Base", "Europe", "/etc/passwd", "../zoneinfo/UTC", "a\0b", "x" * 5000])
def test_what_names_no_zone(name: str) -> None:
    assert not is_zone(name)


def test_machine_is_where_its_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert machine_zone() == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("link", "zone"), [("/usr/share/zoneinfo/Europe/Lisbon", "Europe/Lisbon"), ("/etc/localtime", "UTC")]
)
def test_machine_is_where_its_clock_is_set(monkeypatch: pytest.MonkeyPatch, link: str, zone: str) -> None:
    monkeypatch.setenv("TZ", ":/etc/localtime")
    monkeypatch.setattr("os.path.realpath", lambda _: link)
    assert machine_zone() == zone


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("+02:00", "Etc/GMT-2"), ("-05:00", "Etc/GMT+5"), ("+14:00", "Etc/GMT-14"), ("Z", "UTC"), ("+00:20", "UTC"),
        ("+05:45", "Etc/GMT-6"), ("+18:00", "UTC"), ("-13:00", "UTC"),
    ],
)  # fmt: skip
def test_zone_of_a_time_with_an_offset(offset: str, zone: str) -> None:
    assert zone_at(datetime.fromisoformat(f"2026-03-02T10:00:00{offset}")) == zone
