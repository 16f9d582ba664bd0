"""The Teams app: the gate, botbuilder behind it, and the parts that do the work, put together."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

import msgspec
import structlog
from aiohttp import web

from adapters.errands import Errands
from adapters.faults import noted
from adapters.hearing import Coach
from adapters.teams.addresses import Addresses
from adapters.teams.answering import Answering
from adapters.teams.connector import Connector
from adapters.teams.gate import Forget, Gate, Pass, Refuse, Trust
from adapters.teams.hosts import Hosts
from adapters.teams.naming import Naming
from adapters.teams.people import Directory
from adapters.teams.sending import TeamsPlatform
from adapters.teams.taking import PLATFORM, Taking

log = structlog.get_logger()


class TeamsApp:
    """The app of one company, whose tenant is `home`. `clock` gives Unix seconds."""

    def __init__(
        self,
        coach: Coach,
        directory: Directory,
        connector: Connector,
        addresses: Addresses,
        platform: TeamsPlatform,
        trust: Trust,
        hosts: Hosts,
        *,
        home: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        from adapters.teams.gateway import Gateway  # here: importing botbuilder takes half a second

        self._gate: Final = Gate(trust, hosts, coach.judge, home)
        self._errands = Errands(PLATFORM)
        naming = Naming(connector, directory, addresses, coach)
        taking = Taking(coach, directory, naming, addresses, platform, self._errands, clock)
        self._gateway = Gateway(taking.take, Answering(coach, directory, naming, taking).answer)

    async def handle(self, request: web.Request) -> web.Response:
        """POST /api/messages. Raises HTTPRequestEntityTooLarge above the application's `client_max_size`."""
        match await self._gate.look(request.headers, await request.read()):
            case Refuse(status, why):
                log.warning("teams.refused", status=status, why=why)
                return web.Response(status=status)
            case Forget():
                return web.Response()
            case Pass() as passed:
                return await self._passed(passed)

    @property
    def idle(self) -> bool:
        """True when no small call is under way."""
        return self._errands.idle

    async def close(self) -> None:
        """Let small calls that are under way end."""
        await self._errands.close()

    async def _passed(self, passed: Pass) -> web.Response:
        try:
            answer = await self._gateway.turn(passed)
        except Exception as error:  # nothing was kept; Teams sends some of it again
            noted(PLATFORM, error)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        if answer.body is None:
            return web.Response(status=answer.status)
        return web.Response(
            status=answer.status, body=msgspec.json.encode(answer.body), content_type="application/json"
        )
