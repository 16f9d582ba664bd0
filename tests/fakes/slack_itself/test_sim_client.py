"""What Slack's client shows and lets people do: inputs, menus, backing out, closing, options that the app offers."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.fakes.slack import CannotDo, SlackSim, User, View
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import client_of, serving


def _text(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def _option(value: str) -> Json:
    return {"text": _text(value.title()), "value": value}


FORM: Json = {
    "type": "modal",
    "title": _text("Plan"),
    "submit": _text("Save"),
    "notify_on_close": True,
    "blocks": [
        {"type": "input", "block_id": "what", "label": _text("What"),
         "element": {"type": "plain_text_input", "action_id": "what", "max_length": 10, "initial_value": "tickets"}},
        {"type": "input", "block_id": "who", "label": _text("Who"), "optional": True,
         "element": {"type": "users_select", "action_id": "who"}},
        {"type": "input", "block_id": "kind", "label": _text("Kind"),
         "element": {"type": "static_select", "action_id": "kind", "options": [_option("small"), _option("big")]}},
        {"type": "section", "block_id": "more", "text": _text("More"),
         "accessory": {"type": "external_select", "action_id": "tool"}},
        {"type": "actions", "block_id": "row", "elements": [
            {"type": "button", "action_id": "forget", "text": _text("Forget"), "style": "danger",
             "confirm": {"title": _text("Sure?"), "text": _text("It goes."), "confirm": _text("Yes"), "deny": _text("No")}}]},
    ],
}  # fmt: skip


class Screen:
    """Ann has the form open; the app acknowledges everything, and offers `options`."""

    def __init__(self, slack: SlackSim, ann: User) -> None:
        self.slack, self.ann = slack, ann
        self.options: list[Json] = []

    @property
    def view(self) -> View:
        shown = self.slack.modal(self.ann)
        assert shown
        return shown

    async def answer(self, request: web.Request) -> web.Response:
        asked = (await request.post())["payload"]
        return web.json_response({"options": self.options}) if "block_suggestion" in str(asked) else web.Response()


@pytest.fixture
async def screen() -> AsyncIterator[Screen]:
    async with SlackSim() as slack:
        shown = Screen(slack, slack.user("ann"))
        app = web.Application()
        app.router.add_post("/slack/events", shown.answer)
        async with serving(app) as url:
            slack.connect_http(url)
            await client_of(slack).views_open(trigger_id=slack.new_trigger(shown.ann), view=FORM)
            yield shown


async def test_what_is_left_alone_keeps_what_it_shows(screen: Screen) -> None:
    sent = await screen.slack.submit(screen.ann, {"kind": "big", "who": screen.ann})
    values = sent.payload["view"]["state"]["values"]
    assert values["what"]["what"]["value"] == "tickets"
    assert values["who"]["who"]["selected_user"] == screen.ann.id
    assert values["kind"]["kind"]["selected_option"] == _option("big")
    assert screen.slack.modal(screen.ann) is None


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"what": "x" * 11, "kind": "big"}, "stops at 10"),
        ({"kind": "huge"}, "no option 'huge'"),
        ({"what": "", "kind": "big"}, "asks for 'What'"),
        ({"kind": "big", "when": "x"}, "no such inputs"),
    ],
)
async def test_the_client_does_not_let_everything_through(screen: Screen, values: Json, word: str) -> None:
    with pytest.raises(CannotDo, match=word):
        await screen.slack.submit(screen.ann, values)
    assert screen.slack.deliveries == []


async def test_who_backs_out_of_a_confirm_dialog_sends_nothing(screen: Screen) -> None:
    assert await screen.slack.click(screen.ann, screen.view, "forget", confirm=False) is None
    pressed = await screen.slack.click(screen.ann, screen.view, "forget")
    assert pressed
    assert pressed.payload["actions"][0]["block_id"] == "row"
    with pytest.raises(CannotDo, match="no element 'other'"):
        await screen.slack.click(screen.ann, screen.view, "other")


async def test_closing_is_told_once(screen: Screen) -> None:
    closed = await screen.slack.close(screen.ann)
    assert closed
    assert closed.payload["type"] == "view_closed"
    with pytest.raises(CannotDo, match="no modal is open"):
        await screen.slack.close(screen.ann)


async def test_offered_options_are_checked(screen: Screen) -> None:
    screen.options = [_option("bot")]
    assert await screen.slack.suggest(screen.ann, screen.view, "tool", "b") == screen.options
    screen.slack.assert_clean()
    screen.options = [_option("bot" * 30)]
    await screen.slack.suggest(screen.ann, screen.view, "tool", "b")
    assert "external_select: must be less than 76" in "".join(screen.slack.problems())
