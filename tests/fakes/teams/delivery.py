"""Brings activities to the bot, gives up as the connector does, and sends again what got no answer."""

from __future__ import annotations

import asyncio
import copy
import json
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import aiohttp

from tests.fakes.teams.activities import Activities
from tests.fakes.teams.card_check import CardCheck, CardValidator
from tests.fakes.teams.cards import Json
from tests.fakes.teams.connector import Connector
from tests.fakes.teams.entra import Entra
from tests.fakes.teams.errors import BotUnreachable
from tests.fakes.teams.limits import INVOKE_SECONDS
from tests.fakes.teams.message_check import MessageCheck
from tests.fakes.teams.people import Message
from tests.fakes.teams.turns import Attempt, Turn
from tests.fakes.teams.world import SELF

TIMEOUT = 504  # the status noted when the bot did not answer in time
_SUBMIT = "composeExtension/submitAction"


class Answered(NamedTuple):
    """What the bot answered; the body is read JSON where it is JSON."""

    status: int
    body: Any
    seconds: float


class Delivery(Activities):
    """`bot_url` may change while Teams runs: a bot that was restarted elsewhere.

    Sent again, without being asked: what got no answer within `answer_seconds` — once with the same id, an invoke once
    more with a new id (reports: BotFramework-DotNet issue 5005) —, and a message extension's submit that failed, twice
    ("Teams retries two times before showing an error"). `resends` turns that off.
    """

    http: aiohttp.ClientSession

    def __init__(
        self, bot_url: str, validator: CardValidator | None, *, answer_seconds: float, quiet: float, **world: Any
    ) -> None:
        super().__init__(**world)
        self.bot_url, self.answer_seconds, self.quiet = bot_url, answer_seconds, quiet
        self.resends = True
        self.cards = CardCheck(self, validator)
        self.entra = Entra(self)
        self.connector = Connector(self, self.entra, MessageCheck(self, self.cards))

    async def post(
        self, activity: Any, *, token: str | None = "", headers: dict[str, str] | None = None, raw: bytes | None = None
    ) -> Answered:
        """One POST to the bot, whatever is in it. token "" signs as the channel does (when the bot has an app id), None
        sends no token. Raises aiohttp.ClientError when nobody answers."""
        head = {"Content-Type": "application/json; charset=utf-8", **(headers or {})}
        if token == "" and self.app_id:
            token = self.token(serviceurl=activity["serviceUrl"]) if _has_url(activity) else self.token()
        if token:
            head["Authorization"] = f"Bearer {token}"
        data = json.dumps(activity).encode() if raw is None else raw
        started, patience = time.monotonic(), aiohttp.ClientTimeout(total=self.answer_seconds)
        try:
            async with self.http.post(self.bot_url, data=data, headers=head, timeout=patience) as answer:
                return Answered(answer.status, _read(await answer.text()), time.monotonic() - started)
        except TimeoutError:
            self.violation(f"the bot did not answer within {self.answer_seconds} s")
            return Answered(TIMEOUT, "timeout", time.monotonic() - started)

    async def deliver(self, activity: Json, *, own: Message | None = None, **post: Any) -> Turn:
        """Delivers as often as Teams would, waits until the bot is quiet, and tells what came of it.
        Raises BotUnreachable with the turn when nobody answers."""
        before = set(self.messages)
        answered = await self._attempt(activity, own, post)
        for again in self._sent_again(activity):
            if not _asks_for_more(activity, answered):
                break
            answered = await self._attempt(again, own, post)
        await self.settle()
        replies = [m for key, m in self.messages.items() if key not in before and m.author == SELF]
        return Turn(True, activity, *answered, replies, own)

    async def redeliver(self, turn: Turn, *, new_id: bool = False) -> Turn:
        """Teams sends the activity again: its answer got lost, or the bot was away. An invoke also with a new id;
        a message's id is its own."""
        assert turn.activity, "that was never sent to the bot"
        assert not new_id or turn.activity["type"] == "invoke", "only an invoke comes again with another id"
        activity = self._renewed(turn.activity) if new_id else copy.deepcopy(turn.activity)
        return await self.deliver(activity, own=turn.message)

    async def _attempt(self, activity: Json, own: Message | None, post: Json) -> Answered:
        try:
            answered = await self.post(activity, **post)
        except aiohttp.ClientError as error:
            raise BotUnreachable(Turn(False, activity, message=own), str(error)) from error
        self.deliveries.append(Attempt(activity, answered.status, answered.seconds))
        self._judge(activity, answered)
        return answered

    def _judge(self, activity: Json, answered: Answered) -> None:
        is_invoke, name = activity["type"] == "invoke", activity.get("name", "")
        understood = answered.status < 500 or answered.status == TIMEOUT or (is_invoke and answered.status == 501)
        if not understood:
            said = f"the bot answered {answered.status} to {activity['type']} {name}"
            self.violation(f"{said}: Teams shows an error, and may stop delivering")
        if is_invoke and answered.seconds > INVOKE_SECONDS:
            took = f"{name} took {answered.seconds:.1f} s"
            self.violation(f"{took}: Teams gives up after about {INVOKE_SECONDS:.0f} s")

    def _sent_again(self, activity: Json) -> Iterator[Json]:
        if not self.resends:
            return
        yield copy.deepcopy(activity)
        if activity.get("name") == _SUBMIT:
            yield copy.deepcopy(activity)
        elif activity["type"] == "invoke":
            yield self._renewed(activity)

    def _renewed(self, activity: Json) -> Json:
        again = {**copy.deepcopy(activity), "id": self.new_id()}
        self.activity_ids.add(again["id"])
        return again

    async def settle(self, limit: float = 10.0) -> None:
        """Waits until the bot has stopped calling for `quiet` seconds."""
        begin = time.monotonic()

        def is_quiet() -> bool:
            return time.monotonic() - max(self.connector.last_call, begin) >= self.quiet and not self.connector.busy

        while time.monotonic() - begin < limit and not is_quiet():  # noqa: ASYNC110  no event says that a bot is done
            await asyncio.sleep(0.02)

    async def wait_for(self, condition: Callable[[], Any], limit: float = 5.0) -> Any:
        """The condition's first true value; AssertionError with the bot's last calls when it never comes true."""
        end = time.monotonic() + limit
        while not (value := condition()):
            if time.monotonic() > end:
                last = [(call.method, call.path[-60:], call.status) for call in self.calls[-5:]]
                raise AssertionError(f"nothing within {limit} s; last calls: {last}")
            await asyncio.sleep(0.02)
        return value


def _asks_for_more(activity: Json, answered: Answered) -> bool:
    return answered.status == TIMEOUT or (activity.get("name") == _SUBMIT and answered.status >= 300)


def _has_url(activity: Any) -> bool:
    return isinstance(activity, dict) and isinstance(activity.get("serviceUrl"), str)


def _read(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
