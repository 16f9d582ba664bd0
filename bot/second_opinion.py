"""A second opinion on what the judge finds tool-first, and a second reader of long answers: where a company wants one.

Both are asked before anything is kept, of a message in memory. What they say can only make the coach more silent, or
point at words that the person typed; when they fail, or take too long, the coach does without.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from typing import Final, Literal, Protocol, TypeVar

import msgspec
import structlog

from adapters.hearing import Happened, Seen
from bot.config import LanguageModelSettings, SettingsError
from bot.desk import Desk
from bot.linking import at_home
from bot.permission import SHADOW
from dialogs.coach.prefill import excerpts_of
from dialogs.events import Said
from dialogs.interception.judge import Finding
from storage.store import Store
from storage.transaction import Transaction

Opinion = Literal["agrees", "objects"]
T = TypeVar("T")

PATIENCE: Final = 2.0  # seconds for one try; Slack wants its answer within three

log = structlog.get_logger()


class SecondOpinion(Protocol):
    """Somebody to be asked. Each method may raise anything, and take as long as it likes: it is not waited for."""

    async def ask(self, text: str, finding: Finding) -> Opinion:
        """Whether a message that the judge finds tool-first is so."""

    async def read(self, text: str) -> Mapping[str, str]:
        """What parts of a plan a long answer tells: slot -> its words."""


@asynccontextmanager
async def second_opinion(settings: LanguageModelSettings | None) -> "AsyncIterator[SecondOpinion | None]":
    """The language model that the company set; None without one. Raises SettingsError where it is not installed."""
    if settings is None:
        yield None
        return
    try:
        from bot.language_model import LanguageModel
    except ImportError as error:
        raise SettingsError("PLANFIRST_LLM_URL needs more packages: pip install 'planfirst[llm]'.") from error
    model = LanguageModel(settings)
    try:
        yield model
    finally:
        await model.close()


class Asking:
    """Asks for the second opinion where it matters: a message that would bring an offer, an answer that tells much."""

    def __init__(self, store: Store, desk: Desk, opinion: SecondOpinion) -> None:
        self._store = store
        self._desk = desk
        self._opinion = opinion

    async def objects(self, happened: Happened, seen: Seen) -> bool:
        """Whether an offer that could be made now should not be. Nobody is asked about one that cannot be made."""
        if not seen.words or not await self._store.run(lambda tx: self._may_offer(tx, happened, seen)):
            return False
        return await _in_time(self._opinion.ask(seen.words, seen.finding), "judge", "agrees") == "objects"

    async def read(self, happened: Happened, said: Said) -> Happened:
        """The answer with what was found in it, where it may tell several parts of a plan at once."""
        if not await self._store.run(lambda tx: self._desk.may_tell_much(tx, at_home(tx, happened), said)):
            return happened
        found = excerpts_of(said.text, await _in_time(self._opinion.read(said.text), "read", {}))
        return msgspec.structs.replace(happened, event=Said(said.text, found))

    def _may_offer(self, tx: Transaction, happened: Happened, seen: Seen) -> bool:
        return self._desk.why_quiet(tx, at_home(tx, happened), seen) in (None, SHADOW)


async def _in_time(answer: Awaitable[T], about: str, otherwise: T) -> T:
    """The answer, or what stands without one. An error's words may quote the message: only its name is noted."""
    try:
        async with asyncio.timeout(PATIENCE):
            return await answer
    except Exception as error:
        log.warning("second_opinion.failed", about=about, error=type(error).__name__)
        return otherwise
