"""The page as a platform: told until confirmed, in doubt never, away when nobody is there."""

import asyncio

import pytest

from adapters.port import Away, To
from adapters.web import wire
from adapters.web.pages import Pages
from dialogs.replies import Say

MAYA = ("local", "maya-0001")
TO = To(*MAYA)
HELLO = Say("intercept.start", "A few questions.")


class Line:
    """A line to a page that confirms what it is told, or does not."""

    def __init__(
        self, pages: Pages, *, who: tuple[str, str] = MAYA, confirms: bool = True, broken: bool = False
    ) -> None:
        self.who = who
        self.told: list[wire.Outgoing] = []
        self._pages = pages
        self._confirms = confirms
        self._broken = broken

    async def tell(self, message: wire.Outgoing) -> None:
        if self._broken:
            raise ConnectionResetError
        self.told.append(message)
        if self._confirms and isinstance(message, wire.Told | wire.Withdrawn):
            asyncio.get_running_loop().call_soon(self._pages.heard, self.who, message.key)


def pages() -> Pages:
    return Pages(patience=0.01)


async def test_what_is_confirmed_is_sent() -> None:
    room = pages()
    line = Line(room)
    room.enter(MAYA, line.tell)
    assert await room.send(TO, HELLO, "k1") == "k1"
    assert line.told == [wire.Told("k1", HELLO)]


async def test_a_message_is_replaced_and_withdrawn_by_its_key() -> None:
    room = pages()
    line = Line(room)
    room.enter(MAYA, line.tell)
    assert await room.replace(TO, "k1", HELLO, "k2") == "k1"
    await room.withdraw(TO, "k1", "k3")
    assert line.told == [wire.Told("k2", HELLO, about="k1"), wire.Withdrawn("k3", about="k1")]


@pytest.mark.parametrize("fault", ["nobody", "gone", "silent", "broken"])
async def test_nobody_confirms(fault: str) -> None:
    room = pages()
    line = Line(room, confirms=fault != "silent", broken=fault == "broken").tell
    if fault != "nobody":
        room.enter(MAYA, line)
    if fault == "gone":
        room.leave(MAYA, line)
    with pytest.raises(Away):
        await room.send(TO, HELLO, "k1")
    room.heard(MAYA, "k1")  # late: nobody waits for it, and it does no harm


async def test_the_page_used_last_is_told() -> None:
    room = pages()
    first, second = Line(room), Line(room)
    for line in (first, second, first):
        room.enter(MAYA, line.tell)
    await room.send(TO, HELLO, "k1")
    room.leave(MAYA, first.tell)
    await room.send(TO, HELLO, "k2")
    assert (len(first.told), len(second.told)) == (1, 1)


async def test_what_is_posted_is_told_on_every_page_of_the_company_once_its_author_has_it() -> None:
    room = pages()
    maya = Line(room)
    sam = Line(room, who=("local", "sam-0001"))
    gone = Line(room, who=("local", "gone-0001"), broken=True)
    stranger = Line(room, who=("elsewhere", "sam-0001"))
    for line in (maya, gone, sam, stranger):
        room.enter(line.who, line.tell)
    posted = Say("plan.posted", "Fewer pump faults", audience="channel")
    assert await room.send(TO, posted, "k1") == "k1"
    assert maya.told == sam.told == [wire.Told("k1", posted)]
    assert stranger.told == []


async def test_a_colleague_who_has_it_does_not_confirm_it_for_its_author() -> None:
    room = pages()
    maya, sam = Line(room, confirms=False), Line(room, who=("local", "sam-0001"))
    room.enter(maya.who, maya.tell)
    room.enter(sam.who, sam.tell)
    sending = asyncio.create_task(room.send(TO, Say("plan.posted", "Faults", audience="channel"), "k1"))
    asyncio.get_running_loop().call_soon(room.heard, sam.who, "k1")
    with pytest.raises(Away):
        await sending
    assert sam.told == []
