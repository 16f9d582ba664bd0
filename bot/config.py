"""Settings from the environment, with defaults that need no credentials: SQLite in a data folder, loopback only."""

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path

import msgspec

from storage.secrets import KeyRing

DATA_FOLDER = Path("data")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_OF_TEAMS = ("id", "password", "tenant_id")


class SettingsError(Exception):
    """A setting cannot be used; the message names it and says what to do."""


class SlackSettings(msgspec.Struct, frozen=True):
    """What Slack gave us. Either `bot_token`, for one workspace, or `client_id` and `client_secret`, for several.

    `app_token` means Socket Mode; else Slack reaches us over HTTP and `signing_secret` tells that it is Slack.
    `public_url` is where browsers reach us, for installations.
    """

    bot_token: str = ""
    signing_secret: str = ""
    app_token: str = ""
    client_id: str = ""
    client_secret: str = ""
    api_url: str = "https://slack.com/api/"
    authorize_url: str = "https://slack.com/oauth/v2/authorize"
    public_url: str = ""

    @property
    def several(self) -> bool:
        """True when workspaces install the app by themselves."""
        return not self.bot_token

    def __repr__(self) -> str:
        return f"SlackSettings({'Socket Mode' if self.app_token else 'HTTP'})"  # its secrets stay out of any log


class TeamsSettings(msgspec.Struct, frozen=True):
    """What Entra gave us for the Teams bot, a single-tenant app. `service_hosts` are allowed beyond Microsoft's own.

    `targeted`: offers as targeted messages in the channel (a preview of Teams) instead of the 1:1 chat.
    """

    app_id: str
    password: str
    tenant_id: str
    metadata_url: str = ""
    login_url: str = ""
    service_hosts: frozenset[str] = frozenset()
    targeted: bool = False

    def __repr__(self) -> str:
        return f"TeamsSettings({self.app_id!r})"  # its secret stays out of any log


class LanguageModelSettings(msgspec.Struct, frozen=True):
    """Where a language model gives a second opinion: an endpoint that speaks OpenAI's protocol, and its model."""

    url: str
    model: str
    key: str = ""

    def __repr__(self) -> str:
        return f"LanguageModelSettings({self.model!r})"  # its key stays out of any log


class Settings(msgspec.Struct, frozen=True):
    """What the process was told. `secret_keys` is None when they live in the data folder.

    `public_url` is where browsers reach this service, empty where they do not.
    """

    database_url: str
    secret_keys: str | None = None
    host: str = "127.0.0.1"
    port: int = 3978
    org_file: Path | None = None
    public_url: str = ""
    slack: SlackSettings | None = None
    teams: TeamsSettings | None = None
    llm: LanguageModelSettings | None = None

    @property
    def on_a_platform(self) -> bool:
        """True when people talk on a chat platform, and not on the page."""
        return self.slack is not None or self.teams is not None

    def keys(self) -> KeyRing:
        """The key ring: from the environment, else a file beside the database, made on first start."""
        if self.secret_keys is not None:
            return KeyRing.from_text(self.secret_keys)
        return KeyRing.in_folder(folder_of(self.database_url))

    @property
    def browsable_url(self) -> str:
        """Where a browser finds what a link of ours leads to; empty when it cannot."""
        return self.public_url if self.on_a_platform else f"http://{self.host}:{self.port}"

    @property
    def on_loopback(self) -> bool:
        """True when only this machine can reach the page."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. Raises SettingsError for a value that makes no sense."""
    org_file = environment.get("PLANFIRST_ORG_FILE")
    return Settings(
        database_url=environment.get("PLANFIRST_DATABASE_URL") or default_database(),
        secret_keys=environment.get("PLANFIRST_SECRET_KEYS") or None,
        host=environment.get("PLANFIRST_HOST") or "127.0.0.1",
        port=_port(environment.get("PLANFIRST_PORT") or "3978"),
        org_file=Path(org_file) if org_file else None,
        public_url=environment.get("PLANFIRST_PUBLIC_URL", ""),
        slack=_slack(environment),
        teams=_teams(environment),
        llm=_llm(environment),
    )


def _slack(environment: Mapping[str, str]) -> SlackSettings | None:
    """Slack's settings, None without any. Raises SettingsError for half of them."""
    names = [name for name in SlackSettings.__struct_fields__ if name != "public_url"]
    given = {name: value for name in names if (value := environment.get(f"SLACK_{name.upper()}", "").strip())}
    if not given.keys() - {"api_url", "authorize_url"}:
        return None
    slack = SlackSettings(**given, public_url=environment.get("PLANFIRST_PUBLIC_URL", ""))
    for name, prefix in (("bot_token", "xoxb-"), ("app_token", "xapp-")):
        if given.get(name, prefix).startswith("xoxe."):
            raise SettingsError(f"SLACK_{name.upper()} expires: turn token rotation off, or let workspaces install.")
        if not given.get(name, prefix).startswith(prefix):
            raise SettingsError(f"SLACK_{name.upper()} does not begin with {prefix}: that is another kind of token.")
    if not (slack.bot_token or (slack.client_id and slack.client_secret)):
        raise SettingsError(
            "Slack needs SLACK_BOT_TOKEN (one workspace), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (several)."
        )
    if not (slack.app_token or slack.signing_secret):
        raise SettingsError("Slack needs SLACK_SIGNING_SECRET (over HTTP) or SLACK_APP_TOKEN (over Socket Mode).")
    if slack.several:
        _check_installable(slack)
    return slack


def _check_installable(slack: SlackSettings) -> None:
    """Raises SettingsError where no workspace could install the app: it is done in a browser, over HTTPS.

    This machine's own address is let pass, for a trial with a local Slack.
    """
    if not slack.signing_secret:
        raise SettingsError("Workspaces install the app over HTTP: set SLACK_SIGNING_SECRET and PLANFIRST_PUBLIC_URL.")
    if not slack.public_url:
        raise SettingsError("PLANFIRST_PUBLIC_URL is missing: the https address at which workspaces install the app.")
    if not slack.public_url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise SettingsError(f"PLANFIRST_PUBLIC_URL is {slack.public_url}: workspaces install the app over https only.")


def _teams(environment: Mapping[str, str]) -> TeamsSettings | None:
    """The settings of Teams, None without any. Raises SettingsError for half of them.

    Without an app id the Bot Framework lets everybody in unasked; so there is no such mode.
    """
    given = {name: environment.get(f"MICROSOFT_APP_{name.upper()}", "").strip() for name in _OF_TEAMS}
    if not any(given.values()):
        return None
    missing = [f"MICROSOFT_APP_{name.upper()}" for name, value in given.items() if not value]
    if missing:
        raise SettingsError(f"Teams needs {', '.join(missing)}.")
    if environment.get("MICROSOFT_APP_TYPE", "SingleTenant") != "SingleTenant":
        raise SettingsError("MICROSOFT_APP_TYPE must be SingleTenant: Microsoft makes no others any more.")
    if not _GUID.fullmatch(given["tenant_id"]):
        raise SettingsError("MICROSOFT_APP_TENANT_ID must be the tenant's id (a GUID), not its domain.")
    hosts = environment.get("MICROSOFT_SERVICE_URL_ALLOW", "").lower().replace(",", " ").split()
    return TeamsSettings(
        given["id"],
        given["password"],
        given["tenant_id"],
        environment.get("MICROSOFT_OPENID_METADATA_URL", ""),
        environment.get("MICROSOFT_LOGIN_URL", ""),
        frozenset(hosts),
        environment.get("PLANFIRST_TEAMS_TARGETED", "") == "1",
    )


def _llm(environment: Mapping[str, str]) -> LanguageModelSettings | None:
    """Where a second opinion is asked, None where it is not. Raises SettingsError for half of it."""
    given = {name: environment.get(f"PLANFIRST_LLM_{name.upper()}", "").strip() for name in ("url", "model", "key")}
    if not any(given.values()):
        return None
    if not given["url"].startswith(("https://", "http://")):
        raise SettingsError(
            "PLANFIRST_LLM_URL must be the address of the endpoint, such as https://llm.example.com/v1."
        )
    if not given["model"]:
        raise SettingsError("PLANFIRST_LLM_MODEL is missing: the model to ask at PLANFIRST_LLM_URL.")
    return LanguageModelSettings(**given)


def default_database() -> str:
    """An SQLite file in the data folder of the current directory."""
    return f"sqlite:///{DATA_FOLDER / 'planfirst.db'}"


def folder_of(database_url: str) -> Path:
    """Where the key file lives: beside an SQLite file, else in the data folder."""
    scheme, _, path = database_url.partition(":///")
    return Path(path).parent if scheme.startswith("sqlite") and path else DATA_FOLDER


def _port(text: str) -> int:
    if not (re.fullmatch("[0-9]{1,5}", text) and 1 <= int(text) <= 65535):
        raise SettingsError(f"PLANFIRST_PORT is {text!r}: give a number from 1 to 65535.")
    return int(text)
