"""The stories of plans among people, in Slack: each is told the same as at the desk."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from dialogs.life.record import Party, Ref
from dialogs.plan import Plan
from tests.bot.lives import give
from tests.bot.slack.world import World, buttons, menu
from tests.fakes.slack import User
from tests.lives.ears import Ears
from tests.lives.playing import Somebody, Told, Verb, company_of, play, read
from tests.transcripts.playing import START

LIVES: Final = (
    "reviewed_en", "reviewed_fr", "handed_on_en", "handed_on_fr", "posted_en", "posted_fr", "silence_en", "silence_fr",
    "alone_en", "alone_fr",
)  # fmt: skip
ACCOUNTS: Final[dict[str, dict[str, bool]]] = {
    "member": {}, "guest": {"is_restricted": True}, "bot": {"is_bot": True}, "gone": {"deleted": True},
    "external": {"is_stranger": True},
}  # fmt: skip


class SlackStage:
    """People in a workspace; all is said and pressed as they do."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.users: dict[str, User] = {}
        self.ears = Ears(world.slack.platform, quiet=("cmd.over_there",))

    def enter(self, people: tuple[Somebody, ...], plans: dict[str, list[Plan]]) -> None:
        world = self.world
        for one in people:
            user = world.person(one.name, one.lang, **ACCOUNTS[one.standing])
            self.users[one.name] = user
            self.ears.names[user.id] = one.name
        everybody = [world.sim.bot_user, *self.users.values()]
        world.sim.channel("team", everybody)
        world.sim.channel("partners", everybody, shared=True)
        world.sim.channel("elsewhere", list(self.users.values()))
        langs = {one.name: one.lang for one in people}
        for name, own in plans.items():
            user = self.users[name]
            owner = Party(user.team, user.id, name, langs[name], zone=user.tz, platform="slack")
            for plan in own:
                world.store.run_now(partial(give, owner=owner, plan=plan, at=START))

    def does(self, who: str, verb: Verb, what: Any, plan: int, at: datetime) -> Told:
        self.world.clock(at)
        user = self.users[who]
        match verb:
            case "says":
                self._says(user, what)
            case "presses":
                self._press(user, what)
            case "edits":
                self._edits(user, what, plan)
            case "picks":
                self.world.command(user, f"send {plan}", self.world.sim.dm(user))
                self._fills(user, "send", {"reviewer": self.users[what]})
        return self.ears.told()

    def passes(self, to: datetime) -> Told:
        self.world.clock(to)
        self.world.tick()
        return self.ears.told()

    def state(self, owner: str, number: int) -> str:
        user = self.users[owner]
        kept = self.world.store.run_now(lambda tx: tx.plans.record(Ref(user.team, user.id, number)))
        return kept.record.plan.state if kept else "gone"

    def _says(self, user: User, text: str) -> None:
        if not text.startswith("/plan"):
            self.world.write(user, text)
            return
        for name, other in self.users.items():
            text = text.replace(f"@{name}", f"@{other.name}")
        self.world.command(user, text.removeprefix("/plan").strip(), self.world.sim.dm(user))

    def _press(self, user: User, button: str) -> None:
        """Where it was last shown; "btn.approve@1" is of version 1."""
        name, _, version = button.partition("@")
        world = self.world
        seen = sorted([*world.talk(user), *world.whispers(user), *world.in_public()], key=lambda message: message.ts)
        shown = [
            (message, key)
            for message in reversed(seen)
            for key in (*buttons(message), *(value.partition("|")[0] for value in menu(message)))
            if key.partition(":")[0] == name and key.endswith(f"@{version}" if version else "")
        ]
        assert shown, f"{user.name} sees no {button}"
        world.do(world.pressing(user, *shown[0]))

    def _edits(self, user: User, lines: dict[str, str], plan: int) -> None:
        """In the window of that plan, which its card opens."""
        self.world.command(user, f"show {plan}", self.world.sim.dm(user))
        self._press(user, "sheet.edit.plan")
        self.ears.told()
        self._fills(user, "edit.plan", lines)

    def _fills(self, user: User, window: str, lines: dict[str, Any]) -> None:
        self.world.modal(user, window)
        self.world.do(self.world.sim.submit(user, lines))


@pytest.mark.parametrize("name", LIVES)
def test_a_story(name: str, tmp_path: Path) -> None:
    story = read(name)
    with World(tmp_path, "http", company_of(story), START) as world:
        play(story, SlackStage(world))
        assert [*world.sim.problems(), *world.sim.lint()] == []
