"""The stories of plans among people, in Teams: each is told the same as at the desk and in Slack."""

import re
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from dialogs.life.record import Party, Ref
from dialogs.plan import Plan
from tests.bot.lives import give
from tests.bot.teams.world import World
from tests.fakes.teams import Dialog, User
from tests.lives.ears import Ears
from tests.lives.playing import Somebody, Told, Verb, company_of, play, read
from tests.transcripts.playing import START

LIVES: Final = (
    "reviewed_en", "reviewed_fr", "handed_on_en", "handed_on_fr", "silence_en", "silence_fr", "alone_en", "alone_fr",
)  # fmt: skip


class TeamsStage:
    """People of a company who have the app; all is said and pressed as they do."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.users: dict[str, User] = {}
        self.ears = Ears(world.door.platform, quiet=("cmd.over_there",))

    def enter(self, people: tuple[Somebody, ...], plans: dict[str, list[Plan]]) -> None:
        world = self.world
        for one in people:
            user = world.colleague(one.name, one.lang)
            self.users[one.name] = user
            self.ears.names[user.aad] = one.name
            owner = Party(user.tenant, user.aad, one.name, one.lang, zone="Europe/Paris", platform="teams")
            for plan in plans.get(one.name, ()):
                world.store.run_now(partial(give, owner=owner, plan=plan, at=START))
        self.ears.told()

    def does(self, who: str, verb: Verb, what: Any, plan: int, at: datetime) -> Told:
        self.world.clock(at)
        user = self.users[who]
        match verb:
            case "says":
                people = [self.users[name] for name in re.findall(r"@(\w+)", what)]
                self.world.says(user, what, people=people)
            case "presses":
                self.world.presses(user, what)
            case "edits":
                self._edits(user, what, plan)
            case "picks":
                self.world.says(user, f"plan send {plan}")
                self._fills(user, self._opened(user, "btn.choose_reviewer"), {"reviewer": self.users[what].aad})
        return self.ears.told()

    def passes(self, to: datetime) -> Told:
        self.world.clock(to)
        self.world.tick()
        return self.ears.told()

    def state(self, owner: str, number: int) -> str:
        user = self.users[owner]
        kept = self.world.store.run_now(lambda tx: tx.plans.record(Ref(user.tenant, user.aad, number)))
        return kept.record.plan.state if kept else "gone"

    def _edits(self, user: User, lines: dict[str, str], plan: int) -> None:
        """In the dialog of that plan, which its card opens."""
        self.world.says(user, f"plan show {plan}")
        dialog = self._opened(user, "home.edit")
        self.ears.told()
        self._fills(user, dialog, lines)

    def _opened(self, user: User, button: str) -> Dialog:
        return self.world.presses(user, button).opened

    def _fills(self, user: User, dialog: Dialog, lines: dict[str, str]) -> None:
        """Fill a dialog and send it, by the first of its buttons."""
        actions = [action["title"] for action in (dialog.card or {})["actions"]]
        self.world.do(self.world.teams.submit_dialog(user, dialog, actions[0], lines))


@pytest.mark.parametrize("name", LIVES)
def test_a_story(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = read(name)
    with World(tmp_path, company_of(story), START, monkeypatch) as world:
        play(story, TeamsStage(world))
        world.teams.assert_clean()
        assert world.faults() == []
