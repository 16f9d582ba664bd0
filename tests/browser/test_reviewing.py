"""A plan's life in two tabs of a real Chromium: sent, changed once, approved, asked about weeks later, shown to all."""

from datetime import UTC, datetime
from typing import Final, NamedTuple

import pytest
from playwright.async_api import Locator, Page, expect

from dialogs.lang import Lang
from tests.browser.live import OpenTab, Site
from tests.browser.talks import ENGLISH, ENGLISH_POST, FRENCH, FRENCH_POST, post, press, talk_until

pytestmark = pytest.mark.asyncio(loop_scope="session")


class Words(NamedTuple):
    """What the two say, and what they read."""

    post: str
    answers: dict[str, str]
    send: str
    wish: str
    correct: str
    people: str
    in_review: str
    requested: str
    approved: str
    running: str
    reading: str


SAID: Final[dict[Lang, Words]] = {
    "en": Words(
        ENGLISH_POST, ENGLISH, "/plan send Karim", "Who does the second step?", "fix people", "Paul, Lea and the shift leads",
        "In review · reviewer: Karim", "Changes requested", "Approved", "Running", "about 13 now",
    ),
    "fr": Words(
        FRENCH_POST, FRENCH, "/plan envoyer Karim", "Qui fait la deuxième étape ?", "corriger personnes", "Paul, Léa et les chefs",
        "En relecture · relecture\u00a0: Karim", "Changement demandé", "Accord donné", "En cours", "on en est à 13",
    ),
}  # fmt: skip


async def say(page: Page, text: str) -> None:
    await page.fill("#talk-text", text)
    await page.press("#talk-text", "Enter")


async def hears(page: Page, key: str) -> Locator:
    """The last thing of that message key that the coach told them in private, once it is there."""
    entry = page.locator(f'#talk .entry.coach[data-key="{key}"]').last
    await expect(entry).to_be_attached()
    return entry


async def push(entry: Locator, button: str) -> None:
    """Press a button below an entry, by the start of its key."""
    await entry.locator(f'[data-button^="{button}"]').click()


async def planned(page: Page, words: Words) -> None:
    """A whole talk: the plan is ready."""
    await post(page, words.post)
    await press(page, "btn.start")
    await talk_until(page, "close.done", words.answers)


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_a_plan_is_sent_changed_approved_and_measured(open_tab: OpenTab, site: Site, lang: Lang) -> None:
    words = SAID[lang]
    maya, karim = await open_tab("Maya", lang=lang), await open_tab("Karim", lang=lang)
    await planned(maya, words)
    await say(maya, words.send)
    await hears(maya, "plan.others")
    await expect(karim.locator("#talk .entry")).to_have_count(0)
    await push(await hears(maya, "send.confirm"), "btn.send_now")
    await hears(maya, "send.done")
    await expect(maya.locator("#plan-state")).to_have_text(words.in_review)

    request = await hears(karim, "review.request")
    await expect(request).to_contain_text("Maya")
    await push(request, "btn.request_changes")
    await hears(karim, "review.change.ask")
    await say(karim, words.wish)
    await expect(await hears(maya, "review.changes")).to_contain_text(words.wish.removesuffix(" ?"))
    await expect(maya.locator("#plan-state")).to_contain_text(words.requested)

    await say(maya, words.correct)
    await hears(maya, "ctl.fix_one")
    await say(maya, words.people)
    await hears(maya, "ctl.fixed")
    await push(await hears(maya, "review.changes"), "btn.resend")
    again = karim.locator('#talk .entry.coach[data-key="review.request"]')
    await expect(again).to_have_count(2)
    await expect(again.last).to_contain_text(words.people)
    await push(again.first, "btn.approve")  # of the version before the change
    await expect(maya.locator("#plan-state")).to_contain_text(words.in_review)
    await push(again.last, "btn.approve")
    await hears(maya, "review.approved")
    await expect(maya.locator("#plan-state")).to_contain_text(words.approved)
    await karim.reload()
    await karim.locator("#line").wait_for(state="hidden")
    await expect(again).to_have_count(2)

    await site.later(datetime(2026, 3, 13, 10, tzinfo=UTC))
    await push(await hears(maya, "checkin.first_step"), "btn.step_done")
    await expect(maya.locator("#plan-state")).to_contain_text(words.running)
    await site.later(datetime(2026, 5, 4, 10, tzinfo=UTC))
    await push(await hears(maya, "checkin.ask"), "btn.checkin")
    await expect(maya.locator('#talk .entry.coach[data-key="checkin.ask"]')).to_have_count(2)
    await say(maya, words.reading)
    chart = (await hears(maya, "progress.card")).get_by_role("img")
    await expect(chart.locator(".figure")).to_have_text(["18", "9", "13"])
    await expect(karim.locator("#talk .entry.coach svg")).to_have_count(0)


async def test_a_posted_plan_is_read_by_everybody_and_followed(open_tab: OpenTab) -> None:
    maya, sam = await open_tab("Maya"), await open_tab("Sam", width=360)
    await planned(maya, SAID["en"])
    await say(maya, "/plan post")
    await hears(maya, "plan.others")
    await expect(sam.locator('[data-key="plan.posted"]')).to_have_count(0)
    await push(await hears(maya, "post.confirm"), "btn.post_now")
    posted = sam.locator('#channel .entry.coach[data-key="plan.posted"]')
    await expect(posted).to_contain_text("A plan by Maya")
    await expect(maya.locator('#channel .entry.coach[data-key="plan.posted"]')).to_have_count(1)
    await push(posted, "btn.follow")
    await expect(await hears(sam, "follow.done")).to_be_visible()


async def test_nobody_is_sent_a_plan_by_a_name_that_nobody_has(open_tab: OpenTab) -> None:
    maya, karim = await open_tab("Maya"), await open_tab("Karim")
    await planned(maya, SAID["en"])
    await say(maya, "/plan send Karin")
    await expect(await hears(maya, "send.not_here")).to_contain_text("Karin")
    await karim.fill("#name", "Karin")
    await karim.press("#name", "Enter")
    await say(maya, "/plan send karin")
    await push(await hears(maya, "send.confirm"), "btn.send_now")
    await hears(karim, "review.request")


async def test_an_exported_plan_opens_in_a_tab_of_its_own_in_its_own_style(open_tab: OpenTab) -> None:
    maya = await open_tab("Maya")
    await planned(maya, SAID["en"])
    await say(maya, "/plan export")
    links = await hears(maya, "cmd.export")
    async with maya.expect_popup() as opening:
        await links.get_by_role("link", name="Page to print").click()
    printed = await opening.value
    await expect(printed.get_by_role("heading", level=1)).to_contain_text("Fewer faults repaired twice")
    assert await printed.evaluate("[...document.styleSheets].some((sheet) => sheet.cssRules.length)")
