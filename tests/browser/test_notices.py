"""What comes to a tab without being asked: a reviewer's card, a chart, a plan posted for all. In a real Chromium."""

import json

import msgspec
import pytest
from playwright.async_api import expect

from storage.store import Store
from tests.browser.live import OpenTab
from tests.browser.notices import PLAN, PROGRESS, REVIEW, notify, person_of
from tests.browser.talks import begin, post
from tests.browser.test_access import CONTRAST, NO_SIDEWAYS_SCROLL

pytestmark = pytest.mark.asyncio(loop_scope="session")

CARD = '.entry[data-key="review.asked"]'
CHART = '.entry[data-key="checkin.card"] svg'


async def test_a_card_from_somebody_else_arrives_at_once_and_stays_after_a_reload(
    open_tab: OpenTab, store: Store
) -> None:
    karim = await open_tab("Karim")
    notify(store, await person_of(karim), REVIEW)
    for _ in range(2):
        card = karim.locator(CARD)
        await expect(card).to_contain_text("Maya asks you to read plan 3.")
        await expect(card.get_by_role("heading", name="Fewer faults repaired twice")).to_be_visible()
        await expect(card).to_contain_text("Decision: nobody has said yes yet")
        await expect(card.get_by_role("button", name="Approve")).to_be_visible()
        assert await card.count() == 1
        await karim.reload()
        await karim.locator("#line").wait_for(state="hidden")


async def test_what_comes_while_the_tab_is_away_waits_and_is_shown_once(open_tab: OpenTab, store: Store) -> None:
    karim = await open_tab("Karim")
    address, person = karim.url, await person_of(karim)
    await karim.goto("about:blank")
    notify(store, person, REVIEW, PROGRESS)
    await karim.goto(address)
    await expect(karim.locator("#talk .entry.coach")).to_have_count(2)
    await karim.reload()
    await karim.locator("#line").wait_for(state="hidden")
    await expect(karim.locator("#talk .entry.coach")).to_have_count(2)


async def test_who_closed_their_tab_comes_back_as_themselves(open_tab: OpenTab, store: Store) -> None:
    karim = await open_tab("Karim")
    address, person = karim.url, await person_of(karim)
    await karim.close()
    notify(store, person, REVIEW)
    again = await karim.context.new_page()
    await again.goto(address)
    await expect(again.locator(CARD)).to_be_visible()
    assert await person_of(again) == person


async def test_a_button_about_a_plan_can_be_pressed_beside_an_open_question(open_tab: OpenTab, store: Store) -> None:
    karim = await open_tab("Karim")
    sent: list[str] = []
    karim.on("websocket", lambda line: line.on("framesent", lambda frame: sent.append(str(frame))))
    await karim.reload()
    await begin(karim)
    notify(store, await person_of(karim), REVIEW)
    await karim.get_by_role("button", name="Ask for a change").click()
    await expect(karim.locator("#talk .entry.me").last).to_contain_text("Ask for a change")
    await expect(karim.locator("#talk .entry[data-waiting]")).to_have_count(0)
    pressed = [frame for frame in map(json.loads, sent) if frame["type"] == "press"][-1]
    assert (pressed["button"], pressed["token"]) == (f"btn.change:{PLAN}@2", None)
    await expect(karim.locator(CARD).get_by_role("button", name="Approve")).to_be_visible()


async def test_a_link_opens_its_page_and_tells_nothing(open_tab: OpenTab, store: Store) -> None:
    karim = await open_tab("Karim")
    notify(store, await person_of(karim), REVIEW)
    link = karim.get_by_role("link", name="Printable page")
    await expect(link).to_have_attribute("href", "/export/abc")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.parametrize(("lang", "name"), [("en", "Chart: faults repaired twice"), ("fr", "Graphique")])
async def test_a_chart_has_its_figures_in_words_and_its_days_in_the_reader_s_language(
    open_tab: OpenTab, store: Store, lang: str, name: str
) -> None:
    karim = await open_tab("Karim", lang=lang, width=360)
    notify(store, await person_of(karim), PROGRESS)
    await karim.locator(".panes [data-pane=talk]").click()
    chart = karim.get_by_role("img", name=name)
    await expect(chart).to_be_visible()
    assert await chart.locator(".figure").all_text_contents() == ["18", "9", "13"]
    days = {"en": ["2 Mar", "30 Jun"], "fr": ["2 mars", "30 juin"]}
    assert await chart.locator(".day").all_text_contents() == days[lang]
    entry = karim.locator('.entry[data-key="checkin.card"]')
    await expect(entry).to_contain_text("15 May: 13")
    assert "▓" not in await entry.inner_text()
    assert await karim.evaluate(NO_SIDEWAYS_SCROLL)


async def test_a_chart_without_readings_or_without_its_line_is_a_picture_too(open_tab: OpenTab, store: Store) -> None:
    karim = await open_tab("Karim")
    start = PROGRESS.line[0]
    unread = msgspec.structs.replace(PROGRESS, readings=())
    flat = msgspec.structs.replace(PROGRESS, line=(start, start), readings=(start,))
    lines = [msgspec.structs.replace(PROGRESS, line=(), readings=PROGRESS.readings[:n]) for n in (1, 2)]
    notify(store, await person_of(karim), unread, flat, *lines)
    await expect(karim.locator(CHART)).to_have_count(4)
    for picture in await karim.locator(CHART).all():
        assert "NaN" not in await picture.inner_html()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_chart_stands_out_in_both_schemes(open_tab: OpenTab, store: Store, scheme: str) -> None:
    karim = await open_tab("Karim", color_scheme=scheme)
    notify(store, await person_of(karim), PROGRESS)
    await karim.locator(CHART).wait_for()
    for part in (".chart text", ".chart .last", ".chart .planned", ".chart .measured"):
        paint = "fill" if "text" in part or "last" in part else "stroke"
        await karim.locator(part).first.evaluate(f"n => n.style.color = getComputedStyle(n).{paint}")
        assert await karim.evaluate(CONTRAST, part) >= 4.5, part


async def test_a_posted_plan_stands_in_the_channel_of_everybody_once(open_tab: OpenTab, store: Store) -> None:
    maya, sam = await open_tab("Maya"), await open_tab("Sam", lang="fr")
    await post(sam, "Bonjour")
    posted = msgspec.structs.replace(REVIEW, audience="channel", intro="", notes=())
    notify(store, await person_of(maya), posted)
    for page in (maya, sam):
        card = page.locator(f"#channel {CARD}")
        await expect(card).to_contain_text("Planfirst")
        await expect(card).not_to_have_class("offer")
        await page.reload()
        await page.locator("#line").wait_for(state="hidden")
        await expect(card).to_have_count(1)
    await expect(sam.locator("#talk .entry")).to_have_count(0)
