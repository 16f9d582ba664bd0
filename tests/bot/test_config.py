"""Settings: what the environment says, and what a value that makes no sense is answered with."""

from pathlib import Path

import pytest

from bot.config import Settings, SettingsError, folder_of, settings_from
from storage.errors import BadKeysError
from storage.secrets import new_key


def test_defaults_need_nothing() -> None:
    assert settings_from({}) == Settings("sqlite:///data/planfirst.db", None, "127.0.0.1", 3978, None)


def test_everything_can_be_told() -> None:
    told = {
        "PLANFIRST_DATABASE_URL": "sqlite:////srv/plans.db",
        "PLANFIRST_SECRET_KEYS": "k1,k2",
        "PLANFIRST_HOST": "::1",
        "PLANFIRST_PORT": "8080",
        "PLANFIRST_ORG_FILE": "acme.yaml",
    }
    assert settings_from(told) == Settings("sqlite:////srv/plans.db", "k1,k2", "::1", 8080, Path("acme.yaml"))


def test_empty_variable_counts_as_none() -> None:
    names = ("DATABASE_URL", "SECRET_KEYS", "HOST", "PORT", "ORG_FILE")
    assert settings_from({f"PLANFIRST_{name}": "" for name in names}) == settings_from({})


@pytest.mark.parametrize("port", ["abc", "-1", "0", "65536", "80.5", "٨٠", " 80", "9" * 5000])
def test_port_that_is_none_is_named(port: str) -> None:
    with pytest.raises(SettingsError, match=r"^PLANFIRST_PORT is .* from 1 to 65535"):
        settings_from({"PLANFIRST_PORT": port})


@pytest.mark.parametrize(
    ("host", "safe"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("192.168.1.4", False), ("planfirst.example", False), ("", False),
    ],
)  # fmt: skip
def test_only_this_machine_is_loopback(host: str, safe: bool) -> None:
    assert Settings("sqlite://", host=host).on_loopback is safe


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("sqlite:///data/planfirst.db", "data"),
        ("sqlite:////srv/plans/a.db", "/srv/plans"),
        ("sqlite+pysqlite:///here.db", "."),
        ("postgresql://host/plans", "data"),
        ("sqlite://", "data"),
    ],
)
def test_key_file_lives_beside_the_database(url: str, folder: str) -> None:
    assert folder_of(url) == Path(folder)


def test_key_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path}/data/planfirst.db")
    sealed = settings.keys().seal(b"words")
    assert settings.keys().open(sealed) == b"words"
    assert (tmp_path / "data/secret.key").stat().st_mode & 0o777 == 0o600


def test_keys_of_the_environment_leave_no_file(tmp_path: Path) -> None:
    settings = Settings(f"sqlite:///{tmp_path}/data/planfirst.db", new_key())
    assert settings.keys().open(settings.keys().seal(b"words")) == b"words"
    assert list(tmp_path.iterdir()) == []


def test_malformed_key_is_refused_without_being_shown() -> None:
    with pytest.raises(BadKeysError) as refused:
        Settings("sqlite://", "my-secret").keys()
    assert "PLANFIRST_SECRET_KEYS" in str(refused.value)
    assert "my-secret" not in str(refused.value)
