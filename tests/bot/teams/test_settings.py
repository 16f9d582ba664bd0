"""`/plan settings` and `/plan edit` in Teams: a button opens the dialog, which has all that Slack's window has."""

from pathlib import Path

import pytest

from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.person import PersonId
from tests.bot.teams.world import World
from tests.transcripts.playing import START


def test_settings_are_changed_in_a_dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with World(tmp_path, Company(), START, monkeypatch) as world:
        ada = world.member("Ada")
        world.says(ada, "plan settings")
        assert world.heard()[-1:] == ["cmd.settings.sheet"]
        opened = world.do(world.teams.submit(ada, world.chat(ada).messages[-1], "Settings"))
        assert opened.opened is not None
        world.do(world.teams.submit_dialog(ada, opened.opened, "Save", {"lang": "fr", "from": "09:30"}))
        assert world.heard() == ["settings.saved"]
        assert world.talk_of(ada).lang == "fr"
        world.teams.assert_clean()


def test_everything_about_a_person_can_be_deleted_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with World(tmp_path, Company(), START, monkeypatch) as world:
        ada = world.member("Ada")
        world.says(ada, "plan start")
        world.says(ada, "plan settings")
        opened = world.do(world.teams.submit(ada, world.chat(ada).messages[-1], "Settings"))
        assert opened.opened is not None
        world.do(world.teams.submit_dialog(ada, opened.opened, "Yes"))
        assert world.heard()[-1:] == ["data.forgotten"]
        assert world.talk_of(ada) == Conversation()
        key = PersonId(world.teams.tenant, ada.aad)
        assert world.store.run_now(lambda tx: (tx.people.get(key), tx.addresses.get("teams", key))) == (None, None)
