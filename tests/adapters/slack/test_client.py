import logging
from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest
from aiohttp import web
from slack_sdk.errors import SlackApiError

from adapters.port import DeliveryFailed, InDoubt, Later
from adapters.slack.client import Clients, code_of
from adapters.slack.failures import as_the_port_says
from tests.fakes.slack import SlackSim

TEXT = "our churn doubled in May"


async def test_all_calls_go_through_one_session_and_a_token_has_one_client(slack: SlackSim, clients: Clients) -> None:
    one, other = clients.posting(slack.bot_token), clients.posting("xoxb-other")
    assert one is clients.posting(slack.bot_token)
    assert one is not other
    assert one.session is other.session is clients.asking(slack.bot_token).session is clients.session


async def test_after_it_was_closed_a_session_is_made_anew(slack: SlackSim, clients: Clients) -> None:
    await clients.posting(slack.bot_token).auth_test()
    first = clients.session
    await clients.close()
    assert first.closed
    assert (await clients.posting(slack.bot_token).auth_test())["ok"]


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 503}, {"drop": True}, {"retry_after": 0}])
async def test_a_question_is_asked_again_and_a_message_is_not(
    slack: SlackSim, clients: Clients, fault: dict[str, object]
) -> None:
    slack.inject("auth.test", **fault)  # type: ignore[arg-type]
    assert (await clients.asking(slack.bot_token).auth_test())["ok"]
    assert len(slack.called("auth.test")) == 2
    slack.inject("chat.postMessage", **fault)  # type: ignore[arg-type]
    with pytest.raises(DeliveryFailed), as_the_port_says():
        await clients.posting(slack.bot_token).chat_postMessage(channel="C1", text=TEXT)
    assert len(slack.called("chat.postMessage")) == 1


async def test_what_is_said_is_logged_at_no_level(
    slack: SlackSim, clients: Clients, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    talk = slack.dm(slack.user("ann"))
    await clients.posting(slack.bot_token).chat_postMessage(channel=talk.id, text=TEXT)
    with pytest.raises(SlackApiError) as refused:
        await clients.asking(slack.bot_token).chat_postMessage(channel="C9", text=TEXT)
    assert code_of(refused.value) == "channel_not_found"
    assert TEXT not in caplog.text
    assert slack.bot_token not in caplog.text


@pytest.mark.parametrize(("no_proxy", "reached"), [("127.0.0.1", True), ("slack.com", False)])
async def test_the_proxy_of_the_environment_is_for_hosts_that_need_one(
    slack: SlackSim, clients: Clients, monkeypatch: pytest.MonkeyPatch, no_proxy: str, reached: bool
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")  # nobody is there
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, no_proxy)
    with nullcontext() if reached else pytest.raises(Later), as_the_port_says():
        await clients.posting(slack.bot_token).auth_test()
    assert len(slack.called("auth.test")) == reached


class Between:
    """Something on the way to Slack that answers in its place."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answer = (200, "", "text/html")

    async def reply(self, request: web.Request) -> web.Response:
        status, text, content_type = self.answer
        return web.Response(status=status, text=text, content_type=content_type)


@pytest.fixture
async def between() -> AsyncIterator[Between]:
    answering = Between("")
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answering.reply)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    answering.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield answering
    await runner.cleanup()


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        ((403, "<html>Blocked by your company</html>", "text/html"), Later),
        ((407, "proxy says no", "text/plain"), Later),
        ((429, "slow down", "text/plain"), Later),
        ((502, "<html>Bad gateway</html>", "text/html"), InDoubt),
        ((502, "bad gateway", "text/plain"), InDoubt),
        ((200, '{"ok": tru', "application/json"), InDoubt),
        ((503, '{"ok": tru', "application/json"), InDoubt),
        ((200, '{"ok": false}', "application/json"), InDoubt),
        ((200, "", "text/html"), InDoubt),
    ],
)
async def test_answers_that_are_not_slacks_own_are_understood(
    between: Between, answer: tuple[int, str, str], meaning: type[Exception]
) -> None:
    between.answer = answer
    clients = Clients(between.url)
    with pytest.raises(meaning), as_the_port_says():
        await clients.posting("xoxb").chat_postMessage(channel="C1", text=TEXT)
    await clients.close()
