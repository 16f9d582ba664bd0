"""Settings: what the environment says, and what a value that makes no sense is answered with."""

from pathlib import Path

import pytest

from bot.config import (
    LanguageModelSettings,
    Settings,
    SettingsError,
    SlackSettings,
    TeamsSettings,
    folder_of,
    settings_from,
)
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


def test_without_slacks_variables_there_is_no_slack() -> None:
    assert settings_from({"SLACK_API_URL": "http://127.0.0.1:1/api/"}).slack is None


def test_one_workspace_over_socket_mode() -> None:
    slack = settings_from({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}).slack
    assert slack == SlackSettings(bot_token="xoxb-1", app_token="xapp-1")
    assert not slack.several


def test_several_workspaces_over_http() -> None:
    told = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "t"}
    told["PLANFIRST_PUBLIC_URL"] = url = "https://coach.example"
    slack = settings_from(told).slack
    assert slack == SlackSettings(client_id="1.2", client_secret="s", signing_secret="t", public_url=url)
    assert slack.several


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({"SLACK_SIGNING_SECRET": "t"}, "SLACK_BOT_TOKEN"),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_SIGNING_SECRET": "t"}, "SLACK_CLIENT_SECRET"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET"),
        (
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "t"},
            "PLANFIRST_PUBLIC_URL is missing",
        ),
        ({"SLACK_BOT_TOKEN": "xoxp-1", "SLACK_SIGNING_SECRET": "t"}, "SLACK_BOT_TOKEN does not begin with xoxb-"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN does not begin with xapp-"),
        ({"SLACK_BOT_TOKEN": "xoxe.xoxb-1", "SLACK_SIGNING_SECRET": "t"}, "SLACK_BOT_TOKEN expires"),
        (
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_APP_TOKEN": "xapp-1"},
            "set SLACK_SIGNING_SECRET and PLANFIRST_PUBLIC_URL",
        ),
        (
            {
                "SLACK_CLIENT_ID": "1.2",
                "SLACK_CLIENT_SECRET": "s",
                "SLACK_SIGNING_SECRET": "t",
                "PLANFIRST_PUBLIC_URL": "http://coach.example",
            },
            "over https only",
        ),
    ],
)
def test_half_of_slacks_settings_are_named(told: dict[str, str], missing: str) -> None:
    with pytest.raises(SettingsError, match=missing):
        settings_from(told)


def test_slacks_secrets_are_not_shown() -> None:
    slack = SlackSettings(bot_token="xoxb-secret", signing_secret="hidden")
    assert "xoxb" not in repr(Settings("sqlite://", slack=slack))
    assert "hidden" not in repr(slack)


TENANT = "99999999-8888-7777-6666-555555555555"
TEAMS = {"MICROSOFT_APP_ID": "app", "MICROSOFT_APP_PASSWORD": "hidden", "MICROSOFT_APP_TENANT_ID": TENANT}


def test_without_its_variables_there_is_no_teams() -> None:
    assert settings_from({"MICROSOFT_APP_TYPE": "SingleTenant"}).teams is None


def test_teams_is_a_single_tenant_app() -> None:
    assert settings_from(TEAMS).teams == TeamsSettings("app", "hidden", TENANT)
    assert "hidden" not in repr(settings_from(TEAMS))
    with pytest.raises(SettingsError, match="SingleTenant"):
        settings_from(TEAMS | {"MICROSOFT_APP_TYPE": "MultiTenant"})


def test_a_tenant_is_named_by_its_id() -> None:
    with pytest.raises(SettingsError, match="GUID"):
        settings_from(TEAMS | {"MICROSOFT_APP_TENANT_ID": "contoso.example"})


def test_hosts_of_teams_may_be_added() -> None:
    teams = settings_from(TEAMS | {"MICROSOFT_SERVICE_URL_ALLOW": "smba.example, 127.0.0.1"}).teams
    assert teams is not None
    assert teams.service_hosts == {"smba.example", "127.0.0.1"}


@pytest.mark.parametrize("name", TEAMS)
def test_half_of_the_settings_of_teams_are_named(name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        settings_from(TEAMS | {name: ""})


# ---- a second opinion ------------------------------------------------------------------------------------------


def test_a_language_model_is_off_unless_it_is_set() -> None:
    assert settings_from({}).llm is None


def test_a_language_model_has_an_address_a_model_and_perhaps_a_key() -> None:
    given = {"PLANFIRST_LLM_URL": "http://127.0.0.1:11434/v1", "PLANFIRST_LLM_MODEL": "small"}
    assert settings_from(given).llm == LanguageModelSettings("http://127.0.0.1:11434/v1", "small")
    keyed = settings_from(given | {"PLANFIRST_LLM_KEY": "s3cret"}).llm
    assert keyed is not None
    assert keyed.key == "s3cret"
    assert "s3cret" not in repr(keyed)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"PLANFIRST_LLM_MODEL": "small"}, "PLANFIRST_LLM_URL"),
        ({"PLANFIRST_LLM_URL": "llm.example.com", "PLANFIRST_LLM_MODEL": "small"}, "PLANFIRST_LLM_URL"),
        ({"PLANFIRST_LLM_URL": "https://llm.example.com/v1"}, "PLANFIRST_LLM_MODEL"),
        ({"PLANFIRST_LLM_KEY": "s3cret"}, "PLANFIRST_LLM_URL"),
    ],
)
def test_half_a_language_model_is_refused_by_name(given: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named) as refused:
        settings_from(given)
    assert "s3cret" not in str(refused.value)
