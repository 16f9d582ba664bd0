"""Everybody can use the page: by keyboard, with a screen reader, on a phone, in the light and in the dark."""

import pytest
from playwright.async_api import expect

from dialogs.coach.offer import OFFER_BUTTONS
from tests.browser.live import OpenTab
from tests.browser.talks import ENGLISH, ENGLISH_POST, answer, begin, post, press, talk_until

pytestmark = pytest.mark.asyncio(loop_scope="session")

NO_SIDEWAYS_SCROLL = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"

CONTRAST = """selector => {
  const channels = (color) => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const node = document.querySelector(selector);
  let behind = node;
  while (channels(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const pair = [getComputedStyle(node).color, getComputedStyle(behind).backgroundColor];
  const [low, high] = pair.map((color) => light(channels(color).slice(0, 3))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""
TEXTS = [
    ".brand p",
    ".second",
    '.languages [aria-pressed="true"]',
    '.languages [aria-pressed="false"]',
    "#channel .speaker time",
    ".offer .private",
    ".offer .text",
    "#talk .coach .text",
    "#talk .me .text",
    ".choices button",
    ".shortcuts button",
    ".composer button",
    "#plan-state",
    ".stages li",
    ".rows dt",
    ".rows dd",
    ".steps .about",
    '.verdict[data-kind="no_tool"]',
]


async def test_the_whole_page_works_by_keyboard(open_tab: OpenTab) -> None:
    page = await open_tab()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the talk")).to_be_focused()
    await page.locator("#channel-text").focus()
    await page.keyboard.type(ENGLISH_POST)
    await page.keyboard.press("Enter")
    await page.locator('[data-button="btn.start"]').wait_for()
    await expect(page.locator("#channel-text")).to_be_focused()
    for _ in OFFER_BUTTONS:
        await page.keyboard.press("Shift+Tab")
    await expect(page.locator('[data-button="btn.start"]')).to_be_focused()
    assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.locator("#talk-text")).to_be_focused()
    await page.keyboard.type("Last week two sites repaired")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("the same pump, 9 hours each")
    await page.keyboard.press("Enter")
    await expect(page.locator("#card")).to_contain_text("the same pump")
    await expect(page.locator("#talk-text")).to_be_focused()


async def test_a_screen_reader_finds_names_roles_and_headings(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    for landmark in ("banner", "main"):
        await expect(page.get_by_role(landmark)).to_have_count(1)
    for region in ("team", "Planfirst, your coach", "Your plan"):
        await expect(page.get_by_role("region", name=region)).to_be_visible()
        await expect(page.get_by_role("heading", name=region, level=2)).to_be_visible()
    await expect(page.get_by_role("log", name="Planfirst, your coach")).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("textbox", name="Write to the coach")).to_be_visible()
    await expect(page.get_by_role("textbox", name="You are")).to_be_visible()
    nameless = await page.evaluate(
        "[...document.querySelectorAll('button, a')].filter(n => !(n.ariaLabel || n.textContent).trim()).length"
    )
    assert nameless == 0


async def test_a_phone_shows_one_pane_and_never_scrolls_sideways(open_tab: OpenTab) -> None:
    page = await open_tab(width=360, has_touch=True, is_mobile=True)
    await post(page, ENGLISH_POST)
    await expect(page.locator("#talk")).to_be_hidden()
    assert await page.evaluate(NO_SIDEWAYS_SCROLL)
    await press(page, "btn.start")
    await expect(page.locator("#talk")).to_be_visible()
    await expect(page.locator("#channel")).to_be_hidden()
    for _ in range(3):
        await answer(page, ENGLISH)
        assert await page.evaluate(NO_SIDEWAYS_SCROLL)
    await page.get_by_role("button", name="Plan", exact=True).click()
    await expect(page.locator("#card")).to_contain_text("pump")
    assert await page.evaluate(NO_SIDEWAYS_SCROLL)


async def test_a_pane_out_of_sight_says_that_something_is_new(open_tab: OpenTab) -> None:
    phone, colleague = await open_tab("Maya", width=360), await open_tab("Sam")
    await phone.get_by_role("button", name="Plan", exact=True).click()
    await post(colleague, "Lunch at noon")
    await expect(phone.get_by_role("button", name="Channel (new)")).to_be_visible()
    await phone.get_by_role("button", name="Channel (new)").click()
    await expect(phone.get_by_role("button", name="Channel", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_stands_out_in_both_schemes(open_tab: OpenTab, scheme: str) -> None:
    page = await open_tab(color_scheme=scheme)
    await begin(page)
    await talk_until(page, "q.share", ENGLISH)
    for kind in ("unblock", "radical", "pending"):
        await page.locator(".verdict").first.evaluate(f"n => n.dataset.kind = '{kind}'")
        assert await page.evaluate(CONTRAST, f'.verdict[data-kind="{kind}"]') >= 4.5
    faint = {text: ratio for text in TEXTS if (ratio := await page.evaluate(CONTRAST, text)) < 4.5}
    assert faint == {}
