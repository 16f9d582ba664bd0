"""What an operator asks of the database: is all well, is it of today, what was given up and what to do with it.

It is said without a word of what people said: who, where, when and why.
"""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, NamedTuple

from bot.config import LanguageModelSettings, Settings, SlackSettings, TeamsSettings
from bot.second_opinion import PATIENCE, second_opinion
from dialogs.interception.judge import judge
from storage.migrate import HEAD
from storage.store import Store
from storage.transaction import Transaction

SKEW: Final = 2.0  # seconds that the clocks of this machine and of the database may differ
MADE_UP: Final = "We should launch a podcast."
MOST_NAMED: Final = 5  # channels in one line
LONG: Final = 60.0  # seconds that a row may wait while somebody works


class Check(NamedTuple):
    """One line of `planfirst doctor`."""

    well: bool
    what: str
    found: str


def check_up(store: Store) -> list[Check]:
    """Database, migrations, clock, queues, dead letters."""
    return [Check(True, "database", "it answers and its keys open it"), *store.run_now(lambda tx: list(_checks(tx)))]


async def check_platforms(settings: Settings, store: Store) -> list[Check]:
    """The chat platforms that are set up: tokens, permissions, and when something last came in."""
    checks = []
    if settings.slack is not None:
        checks += await _check_slack(settings.slack, store)
    if settings.teams is not None:
        checks += await _check_teams(settings.teams, store)
    return checks or [Check(True, "chat platforms", "none is set up")]


async def check_opinion(settings: LanguageModelSettings | None) -> list[Check]:
    """The second opinion, where one is set: it is asked about a made-up message."""
    async with second_opinion(settings) as opinion:
        if settings is None or opinion is None:
            return []
        try:
            async with asyncio.timeout(PATIENCE):
                said = await opinion.ask(MADE_UP, judge(MADE_UP))
        except Exception as error:
            found = f"no answer of use in {PATIENCE:.0f} s ({type(error).__name__}); the judge decides alone"
            return [Check(False, "second opinion", found)]
        return [Check(True, "second opinion", f"{settings.model} answers; on a made-up message it {said}")]


async def _check_slack(slack: SlackSettings, store: Store) -> list[Check]:
    from adapters.slack.check import check_app_token, check_token
    from bot.slack import StoredInstalls

    tokens = [slack.bot_token] if slack.bot_token else [one.token for one in await StoredInstalls(store).all()]
    found = [finding for token in tokens for finding in await check_token(slack.api_url, token)]
    if slack.app_token:
        found.append(await check_app_token(slack.api_url, slack.app_token))
    checks = [Check(*finding) for finding in found]
    if not tokens:
        checks.append(Check(False, "slack", f"no workspace yet: open {slack.public_url}/slack/install"))
    return [*checks, await _last_heard(store, "slack", "write to Planfirst in Slack, then look at Event Subscriptions")]


async def _check_teams(teams: TeamsSettings, store: Store) -> list[Check]:
    from adapters.teams.check import check_keys, check_token

    token = await check_token(teams.app_id, teams.password, teams.tenant_id, teams.login_url)
    advice = "write to Planfirst in Teams, then look at the messaging endpoint of its Azure Bot"
    return [
        Check(*token),
        Check(*await check_keys(teams.metadata_url)),
        await _last_heard(store, "teams", advice),
        _unasked(await store.run(lambda tx: tx.offers.heard_in(teams.tenant_id))),
    ]


async def _last_heard(store: Store, platform: str, advice: str) -> Check:
    """No platform tells what it sends us, and where: that something came in is the proof."""
    last, what = await store.run(lambda tx: tx.inbox.last_from(platform)), f"{platform} events"
    if last is None:
        return Check(True, what, f"nothing came in these 7 days; {advice}")
    return Check(True, what, f"the last that was kept came in at {last:%Y-%m-%d %H:%M} UTC")


def _unasked(heard: Mapping[str, datetime | None]) -> Check:
    """Whether Teams sends messages without a mention.

    What is not tool-first leaves no trace: silence may be a quiet channel, or an owner who did not agree.
    """
    what, silent = "teams consent", [channel for channel, at in heard.items() if at is None]
    if not heard:
        return Check(True, what, "no channel was turned on yet: say `@Planfirst plan here on` in one")
    found = f"a tool-first message without a mention was heard in {len(heard) - len(silent)} of {len(heard)} channels"
    if silent:
        more = ", …" if len(silent) > MOST_NAMED else ""
        found += f"; not yet in {', '.join(silent[:MOST_NAMED])}{more}: did an owner agree? See docs/teams.md"
    return Check(True, what, found)


def _checks(tx: Transaction) -> Iterator[Check]:
    current = tx.is_current()
    yield Check(current, "migrations", f"current, revision {HEAD}" if current else "behind: run planfirst migrate")
    now = tx.now()
    skew = abs((now - datetime.now(UTC)).total_seconds())
    yield Check(skew <= SKEW, "clock", f"{skew:.1f} s beside the database's")
    for name, since in (("inbox", tx.inbox.waiting_since()), ("outbox", tx.outbox.waiting_since())):
        age = (now - since).total_seconds() if since else 0.0
        found = f"the oldest row waits for {age:.0f} s" if since else "nothing waits"
        yield Check(age <= LONG, name, found + ("" if age <= LONG else "; does a worker run?"))
    dead = len(tx.inbox.dead_letters()) + len(tx.outbox.dead_letters())
    yield Check(not dead, "dead letters", f"{dead}; see planfirst outbox list" if dead else "none")


def dead_letters(store: Store) -> list[str]:
    """A line for everything that was given up: its name for `retry` and `drop` first."""
    return store.run_now(lambda tx: list(_dead(tx)))


def _dead(tx: Transaction) -> Iterator[str]:
    for event in tx.inbox.dead_letters():
        where = f"{event.person.tenant}/{event.person.id}"
        yield f"event:{event.id}  to be taken for {where}  {event.received_at:%Y-%m-%d %H:%M:%S}  {event.reason}"
    for letter in tx.outbox.dead_letters():
        where = f"{letter.person.tenant}/{letter.person.id} on {letter.platform}"
        name = f"message:{letter.person.tenant}:{letter.key}"
        yield f"{name}  {letter.operation} to {where}  {letter.queued_at:%Y-%m-%d %H:%M:%S}  {letter.reason}"


def retry(store: Store, name: str) -> bool:
    """Let it be tried again: an event at its old place, a message at the end of its lane. False for no such name."""
    return store.run_now(lambda tx: _retry(tx, name))


def _retry(tx: Transaction, name: str) -> bool:
    kind, _, rest = name.partition(":")
    if kind == "message":
        tenant, _, key = rest.partition(":")
        return tx.outbox.retry(tenant, key, tx.now())
    person = tx.inbox.retry(int(rest)) if kind == "event" and rest.isdecimal() else None
    if person is not None:
        tx.lanes.wake(person, tx.now())
    return person is not None


def drop(store: Store, name: str) -> bool:
    """Forget it for good. False for no such name."""
    return store.run_now(lambda tx: _drop(tx, name))


def _drop(tx: Transaction, name: str) -> bool:
    kind, _, rest = name.partition(":")
    if kind == "message":
        tenant, _, key = rest.partition(":")
        return tx.outbox.drop(tenant, key)
    return kind == "event" and rest.isdecimal() and tx.inbox.drop(int(rest), tx.now())
