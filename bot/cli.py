"""The `planfirst` command line. Parsing only: each command is carried out where its subject lives.

Whatever goes wrong with the machine or a file is said in one clear line, with exit code 2, never a stack trace.
"""

import argparse
import asyncio
import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from bot.config import Settings, SettingsError, settings_from
from storage.errors import StorageError

if TYPE_CHECKING:
    from dialogs.person import PersonId

TROUBLE: Final = 2

_GUID: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class UsageError(Exception):
    """The command cannot be carried out as asked; the message says what to do instead."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit code: 0, or 2 with one line on stderr."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.version:
        print(f"planfirst {_version()}")
        return 0
    if options.run is None:
        parser.print_help(sys.stderr)
        return TROUBLE
    try:
        run: Callable[[argparse.Namespace], None] = options.run
        run(options)
    except (SettingsError, StorageError, UsageError) as error:
        print(f"planfirst: {error}", file=sys.stderr)
        return TROUBLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`planfirst judge | head`): nothing left to say.
        sys.stderr.close()
        return 0
    return 0


def _version() -> str:
    from importlib.metadata import version

    return version("planfirst")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="planfirst", description="A coach that asks for the plan before the tool.")
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _run_options(commands.add_parser("run", help="start the coach: the page, the workers, or both"))
    _chat_options(commands.add_parser("chat", help="talk with the coach in this terminal"))
    _judge_options(commands.add_parser("judge", help="say of each message on stdin whether it is tool-first"))
    _outbox_options(commands.add_parser("outbox", help="what could not be delivered or taken: list, retry, drop"))
    commands.add_parser("migrate", help="bring the database to this version").set_defaults(run=_migrate)
    commands.add_parser("doctor", help="check database, queues and chat platform").set_defaults(run=_doctor)
    _digest_options(commands.add_parser("digest", help="weekly digests: who would get one, send them"))
    _manifest_options(commands.add_parser("manifest", help="what a chat platform needs to know of the app"))
    return parser


def _run_options(parser: argparse.ArgumentParser) -> None:
    what = "web hears people, worker takes turns and delivers; several processes need PostgreSQL (both)"
    parser.add_argument("--role", choices=("web", "worker", "both"), default="both", help=what)
    parser.set_defaults(run=_run)


def _manifest_options(parser: argparse.ArgumentParser) -> None:
    platforms = parser.add_subparsers(metavar="PLATFORM", required=True)
    slack = platforms.add_parser("slack", help="the manifest to paste where the Slack app is made")
    slack.add_argument("--url", metavar="URL", help="where Slack reaches us; without it, over Socket Mode")
    slack.add_argument("--rotation", action="store_true", help="let tokens expire; they are renewed")
    slack.set_defaults(run=_slack_manifest)
    teams = platforms.add_parser("teams", help="the app package to upload to Teams; needs MICROSOFT_APP_ID")
    teams.add_argument("--out", metavar="FILE", type=Path, default=Path("planfirst-teams.zip"), help="the zip to write")
    where = "where Teams reaches us (PLANFIRST_PUBLIC_URL)"
    teams.add_argument("--url", metavar="URL", default=os.environ.get("PLANFIRST_PUBLIC_URL", ""), help=where)
    teams.add_argument("--targeted", action="store_true", help="ask for the preview: /commands, targeted messages")
    teams.set_defaults(run=_teams_package)


def _outbox_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    actions.add_parser("list", help="one line for each dead letter").set_defaults(run=_list_dead)
    for action, what in (("retry", "try it again"), ("drop", "forget it for good")):
        change = actions.add_parser(action, help=what)
        change.add_argument("names", metavar="NAME", nargs="+", help="the first word of its line in `list`")
        change.set_defaults(run=_change_dead, action=action)


def _digest_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for name, run, what in (
        ("preview", _preview_digests, "who would get one by a moment; with --manager, what it says"),
        ("send", _send_digests, "queue what is due by a moment; a worker delivers it"),
    ):
        action = actions.add_parser(name, help=what)
        action.add_argument("--at", metavar="ISO", type=_moment, default=datetime.now(UTC), help="that moment (now)")
        action.add_argument("--manager", metavar="TENANT/PERSON", type=_account, help="only this reader's")
        action.set_defaults(run=run)
    numbers = actions.add_parser("org", help="the company's plans in numbers, if its organisation file asks for them")
    numbers.add_argument("--out", metavar="FILE", type=Path, default=Path("plans.html"), help="the page (plans.html)")
    numbers.add_argument("--csv", metavar="FILE", type=Path, help="the same numbers as CSV")
    numbers.add_argument("--lang", choices=("en", "fr"), help="language of the page")
    numbers.add_argument("--tenant", metavar="ID", help="the company, where there are several")
    numbers.set_defaults(run=_organisation_digest)


def _chat_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("en", "fr"), help="language of the talk")
    parser.add_argument("--as", dest="name", metavar="NAME", default="Alex", help="your first name (Alex)")
    parser.add_argument("--org", metavar="FILE", type=Path, help="organisation file (YAML)")
    parser.add_argument("--db", metavar="URL", help="database, for instance sqlite:///talk.db")
    parser.add_argument("--now", metavar="ISO", type=_moment, help="start at this moment instead of now")
    parser.add_argument("--json", action="store_true", help="one JSON object per line in, one per line out")
    parser.set_defaults(run=_chat)


def _judge_options(parser: argparse.ArgumentParser) -> None:
    languages = ("auto", "en", "fr", "de", "es")
    parser.add_argument("--lang", choices=languages, default="auto", help="language of the messages")
    modes = ("strict", "normal", "eager")
    parser.add_argument("--mode", choices=modes, default="normal", help="how sure the judge must be (normal)")
    parser.add_argument("--explain", action="store_true", help="say what weighed for and against, instead of JSON")
    parser.add_argument("--evaluate", metavar="FILE", type=Path, help="measure on rows with text, label, lang")
    parser.add_argument("--feedback", action="store_true", help="list the offers that were not what people meant")
    parser.set_defaults(run=_judge)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO time such as 2026-03-02T10:00:00+01:00") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _account(text: str) -> "PersonId":
    from dialogs.person import PersonId

    tenant, _, person = text.partition("/")
    if not (tenant and person):
        raise argparse.ArgumentTypeError(f"{text!r} is no account such as T024BE7LD/U0G9QF9C6 (TENANT/PERSON)")
    return PersonId(tenant, person)


def _run(options: argparse.Namespace) -> None:
    from bot.observe import log_to_stderr
    from bot.wiring import run

    log_to_stderr()
    settings = settings_from()
    if not settings.on_loopback and options.role != "worker" and not settings.on_a_platform:
        raise UsageError(
            f"PLANFIRST_HOST is {settings.host}: the page has no log-in, so it listens on this machine only. "
            "Unset PLANFIRST_HOST, or use 127.0.0.1 and a tunnel. Other hosts come with a chat platform's credentials."
        )
    try:
        asyncio.run(run(settings, options.role))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise UsageError(f"The page cannot listen on {settings.host}:{settings.port}: {error.strerror}.") from error
        raise UsageError(
            f"Port {settings.port} is in use. Stop what uses it, or choose another: "
            f"PLANFIRST_PORT={settings.port + 1} make run"
        ) from error


def _chat(options: argparse.Namespace) -> None:
    from bot.observe import log_to_stderr
    from bot.wiring import chat_in_terminal, chat_on_lines

    log_to_stderr()
    base = settings_from()
    settings: Settings = msgspec.structs.replace(
        base, database_url=options.db or base.database_url, org_file=options.org or base.org_file
    )
    talk = chat_on_lines if options.json else chat_in_terminal
    talk(settings, options.name, options.lang, options.now)


def _migrate(_options: argparse.Namespace) -> None:
    from bot.wiring import opened
    from storage.migrate import HEAD

    with opened(settings_from(), alone=True):
        print(f"The database is at revision {HEAD}.")


def _doctor(_options: argparse.Namespace) -> None:
    from bot.operating import check_opinion, check_platforms, check_up
    from bot.wiring import opened

    settings = settings_from()
    with opened(settings) as (store, _):
        checks = [*check_up(store), *asyncio.run(check_platforms(settings, store))]
    checks += asyncio.run(check_opinion(settings.llm))
    for check in checks:
        print(f"{'ok  ' if check.well else 'LOOK'}  {check.what}: {check.found}")
    if not all(check.well for check in checks):
        raise UsageError("Not all is well.")


def _slack_manifest(options: argparse.Namespace) -> None:
    from adapters.slack.manifest import manifest

    if options.url is not None and not options.url.startswith("https://"):
        raise UsageError(f"{options.url} is no https address: Slack calls no other.")
    if options.rotation and options.url is None:
        raise UsageError("--rotation needs --url: a single token from the settings cannot be renewed.")
    print(json.dumps(manifest(options.url, rotation=options.rotation), indent=2, ensure_ascii=False))


def _teams_package(options: argparse.Namespace) -> None:
    from adapters.teams.package import package

    app_id = os.environ.get("MICROSOFT_APP_ID", "").strip()
    if not _GUID.fullmatch(app_id):
        raise UsageError("MICROSOFT_APP_ID is missing, or is none: the application (client) id of the app in Entra.")
    if not options.url.startswith("https://"):
        raise UsageError("PLANFIRST_PUBLIC_URL or --url must be the https address at which Teams reaches us.")
    number = ".".join(_version().split(".")[:3])
    try:
        options.out.write_bytes(package(app_id, options.url, number, targeted=options.targeted))
    except OSError as error:
        raise UsageError(f"{options.out} cannot be written: {error.strerror}.") from error
    print(f"{options.out}: Planfirst {number} for Teams")


def _preview_digests(options: argparse.Namespace) -> None:
    from bot.digest_operating import preview
    from bot.wiring import opened

    with opened(settings_from()) as (store, _):
        for line in preview(store, options.at, options.manager):
            print(line)


def _send_digests(options: argparse.Namespace) -> None:
    from bot.digest_operating import send_by
    from bot.wiring import opened

    with opened(settings_from()) as (store, _):
        print(send_by(store, options.at, options.manager))


def _organisation_digest(options: argparse.Namespace) -> None:
    from bot.organisation_digest import UnknownCompanyError, as_csv, as_page, numbers_of
    from bot.wiring import opened

    with opened(settings_from()) as (store, organisation):
        if not organisation.organisation_digest:
            raise UsageError("The organisation file does not ask for it: write `organisation_digest: true` in it.")
        try:
            numbers = numbers_of(store, options.tenant)
        except UnknownCompanyError as error:
            raise UsageError(str(error)) from error
    _write(options.out, as_page(numbers, options.lang or organisation.locale or "en"))
    if options.csv is not None:
        _write(options.csv, as_csv(numbers))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def _list_dead(_options: argparse.Namespace) -> None:
    from bot.operating import dead_letters
    from bot.wiring import opened

    with opened(settings_from()) as (store, _):
        for line in dead_letters(store):
            print(line)


def _change_dead(options: argparse.Namespace) -> None:
    from bot.operating import drop, retry
    from bot.wiring import opened

    change = {"retry": retry, "drop": drop}[options.action]
    with opened(settings_from()) as (store, _):
        unknown = [name for name in options.names if not change(store, name)]
    if unknown:
        raise UsageError(f"No dead letter is called {', '.join(unknown)}: see planfirst outbox list.")


def _feedback() -> None:
    from bot.feedback import review_list
    from bot.wiring import opened

    with opened(settings_from()) as (store, _):
        for line in review_list(store.run_now(lambda tx: tx.offers.misread())):
            print(line)


def _judge(options: argparse.Namespace) -> None:
    from bot.judging import RowError, evaluate, explain, judge_lines

    if options.feedback:
        _feedback()
        return
    lang = None if options.lang == "auto" else options.lang
    try:
        if options.evaluate is None:
            told = explain(sys.stdin, lang) if options.explain else judge_lines(sys.stdin, lang, options.mode)
            for line in told:
                print(line, flush=True)
            return
        with options.evaluate.open(encoding="utf-8") as rows:
            print(evaluate(rows, options.mode))
    except RowError as error:
        raise UsageError(str(error)) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{options.evaluate} is not UTF-8 text.") from error
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"{options.evaluate} cannot be read: {error.strerror}.") from error
