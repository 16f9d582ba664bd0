"""Puts the parts together: settings, organisation, store, desk, and the place where people talk."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec
import structlog
from rich.console import Console

from adapters.hearing import Person
from adapters.terminal.talk import Unheard, talk
from bot.chat import CHANNEL, Chat, Line, TurnFailed, json_lines
from bot.config import Settings
from bot.desk import Answer, Desk
from bot.export_links import Links
from bot.organisation import Organisation, read_organisation
from bot.second_opinion import second_opinion
from bot.zone import machine_zone, zone_at
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.engine import step
from dialogs.events import Moment, Said, Started
from dialogs.interception.judge import judge
from dialogs.lang import LANGS, Lang
from dialogs.replies import Reply
from storage.errors import StorageError
from storage.store import Store

if TYPE_CHECKING:
    from bot.second_opinion import SecondOpinion
    from bot.worker import Role

LOCAL: Final = "local"  # the tenant of the page and the terminal

log = structlog.get_logger()


async def run(settings: Settings, role: "Role") -> None:
    """Do what the role says until told to stop. Raises OSError when the address cannot be had."""
    with opened(settings, alone=True) as (store, organisation):
        _warm_up()
        log.info(
            "run.starting", role=role, url=f"http://{settings.host}:{settings.port}", page=not settings.on_a_platform
        )
        run_here = _run_platforms if settings.on_a_platform else _run_page
        async with second_opinion(settings.llm) as opinion:
            await run_here(settings, store, organisation, role, opinion)


async def _run_page(
    settings: Settings, store: Store, organisation: Organisation, role: "Role", opinion: "SecondOpinion | None"
) -> None:
    from adapters.web.pages import Pages
    from bot.export import add_export
    from bot.web import WebSettings, health_app, make_app, serve
    from bot.worker import Runtime

    pages = Pages()
    desk = Desk(_with_channel(organisation.company()), any_hour=True, links=_links(settings))
    runtime = Runtime(store, desk, [pages], role=role, opinion=opinion)
    web = WebSettings(tenant=LOCAL, channel=CHANNEL)
    app = health_app(runtime) if role == "worker" else make_app(runtime, pages, web)
    if role != "worker":
        add_export(app, store, _links(settings))
    await runtime.start()
    try:
        await serve(app, settings.host, settings.port)
    finally:
        await runtime.stop()


async def _run_platforms(
    settings: Settings, store: Store, organisation: Organisation, role: "Role", opinion: "SecondOpinion | None"
) -> None:
    """The chat platforms that are set up. They know who people are; the page does not, so it is not served here."""
    from bot.coach import RunningCoach
    from bot.doors import doors_of
    from bot.export import add_export
    from bot.web import health_app, serve
    from bot.worker import Runtime

    doors, desk = doors_of(settings, store), Desk(organisation.company(), links=_links(settings))
    runtime = Runtime(store, desk, [door.platform for door in doors], role=role, told=doors.told, opinion=opinion)
    doors.listen(RunningCoach(store, runtime.intake, desk))
    app = health_app(runtime)
    await runtime.start()
    try:
        if role != "worker":
            add_export(app, store, _links(settings))
            await doors.open(app)
        await serve(app, settings.host, settings.port)
    finally:
        await doors.shut()
        await runtime.stop()
        await doors.close()


def chat_on_lines(settings: Settings, name: str, lang: Lang | None, start: datetime | None) -> None:
    """Hold a talk as JSON lines on stdin and stdout."""
    with opened(settings) as (store, organisation):
        chat = _chat(store, organisation, name, lang, start)
        if lang not in (None, chat.seen.conversation.lang):
            chat.come_back(lang)  # the talk that was left goes on in the language asked for
        for line in json_lines(chat, sys.stdin):
            print(line, flush=True)


def chat_in_terminal(settings: Settings, name: str, lang: Lang | None, start: datetime | None) -> None:
    """Hold a talk in a terminal."""
    with opened(settings) as (store, organisation):
        chat = _chat(store, organisation, name, lang, start)

        def replies(answer: Callable[[], Answer]) -> tuple[Reply, ...]:
            try:
                said = answer().replies
                chat.printed()  # it is drawn next; a lease would run out while the person thinks
                return said
            except (TurnFailed, StorageError) as error:
                raise Unheard(str(error)) from error

        def hear(text: str, in_channel: bool) -> tuple[Reply, ...]:
            line = Line(say=text, where="channel" if in_channel else "direct")
            return replies(lambda: chat.hear(line))

        console = Console(highlight=False)
        talk(console, lambda: chat.seen.conversation.lang, hear, lambda: replies(lambda: chat.come_back(lang)))


def _chat(store: Store, organisation: Organisation, name: str, lang: Lang | None, start: datetime | None) -> Chat:
    zone = organisation.time_zone or (zone_at(start) if start else machine_zone())
    desk = Desk(_with_channel(organisation.company()), any_hour=start is None)
    person = Person(LOCAL, name, name, lang or organisation.locale or "en", zone)
    return Chat(store, desk, person, start)


def _links(settings: Settings) -> Links:
    return Links(settings.keys(), settings.browsable_url)


def _with_channel(company: Company) -> Company:
    """The make-believe channel of page and terminal has opted in."""
    return msgspec.structs.replace(company, channels=(*company.channels, CHANNEL))


@contextmanager
def opened(settings: Settings, *, alone: bool = False) -> Iterator[tuple[Store, Organisation]]:
    """The store and the organisation of these settings; `alone` for who works on all that is in it."""
    organisation = read_organisation(settings.org_file)
    store = Store.open(settings.database_url, settings.keys(), alone=alone)
    try:
        yield store, organisation
    finally:
        store.close()


def _warm_up() -> None:
    """Compile the word lists before the first person waits for them: one made-up talk in each language."""
    start = Moment(datetime.now(UTC))
    for lang in LANGS:
        judge("We should launch a podcast" if lang == "en" else "On devrait lancer un podcast", lang)
        conversation = Conversation(first_name="-", lang=lang)
        for event in (
            Started(),
            Said("three sites wait 9 days, since last May" if lang == "en" else "9 jours perdus en mai dernier"),
        ):
            conversation = step(conversation, event, start).conversation
