"""The page in a real Chromium: whole talks, reloads, two people, the keyboard, a phone's width, both schemes."""

import pytest
from playwright.async_api import expect

from bot.desk import Desk
from tests.browser.live import OpenTab, Site
from tests.browser.talks import (
    ENGLISH,
    ENGLISH_POST,
    FRENCH,
    FRENCH_POST,
    asked,
    begin,
    coach,
    post,
    press,
    talk_until,
    tell,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_from_a_channel_message_to_a_saved_plan_in_english(open_tab: OpenTab) -> None:
    page = await open_tab("Maya")
    await post(page, ENGLISH_POST)
    offer = page.locator("#channel .offer")
    await expect(offer).to_contain_text("Only visible to you")
    await expect(offer).to_contain_text("Hi Maya, Planfirst here.")
    await press(page, "btn.start")
    await expect(offer.locator(".chosen")).to_have_text("Let's go")
    await talk_until(page, "close.done", ENGLISH)
    await expect(page.locator("#plan-state")).to_contain_text("Saved")
    await expect(page.locator(".steps li")).to_have_count(2)
    await expect(page.locator(".steps .verdict")).to_have_count(2)
    await expect(page.locator('.stages li[data-state="done"]')).to_have_count(5)
    await expect(page.locator("#card")).to_contain_text("18 → 9")
    await expect(page.locator("#talk strong", has_text="pause")).to_be_attached()
    await expect(page.locator("#talk code").last).to_have_text("/plan show")


async def test_from_a_channel_message_to_a_saved_plan_in_french(open_tab: OpenTab) -> None:
    page = await open_tab("Étienne", lang="fr")
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await expect(page.get_by_role("button", name="Envoyer").first).to_be_visible()
    await post(page, FRENCH_POST)
    await expect(page.locator("#channel .offer")).to_contain_text("Bonjour Étienne, ici Planfirst.")
    await press(page, "btn.start")
    await talk_until(page, "close.done", FRENCH)
    await expect(page.locator("#plan-state")).to_contain_text("Enregistré")
    await expect(page.locator(".steps .verdict")).to_have_count(2)
    await expect(page.locator("#card")).to_contain_text("18 → 9")


async def test_a_reload_in_the_middle_keeps_everything(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    await talk_until(page, "q.mechanism.proof", ENGLISH)
    await page.fill("#talk-text", "half a thou")
    before = [await page.locator(part).inner_text() for part in ("#channel .log", "#talk .log", "#card")]
    await page.reload()
    await page.locator('[data-button="btn.mech.fragile"]').wait_for()
    after = [await page.locator(part).inner_text() for part in ("#channel .log", "#talk .log", "#card")]
    assert after == before
    await expect(page.locator("#talk-text")).to_have_value("half a thou")
    await talk_until(page, "close.done", ENGLISH)


async def test_two_people_at_once_see_the_channel_and_nothing_else_of_each_other(open_tab: OpenTab) -> None:
    maya, sam = await open_tab("Maya"), await open_tab("Sam")
    await begin(maya)
    await tell(maya, "Last week the pump of line 2 was repaired twice, 9 hours lost")
    await expect(sam.locator("#channel .log")).to_contain_text(ENGLISH_POST)
    await expect(sam.locator("#channel .log")).to_contain_text("Maya")
    await expect(coach(sam)).to_have_count(0)
    assert "pump" not in await sam.content()

    await post(sam, "We need a chatbot because nobody finds the forms")
    await expect(sam.locator("#channel .offer")).to_contain_text("Sam")
    await expect(maya.locator("#channel .log")).to_contain_text("nobody finds the forms")
    await expect(maya.locator("#channel .offer")).to_have_count(1)
    await talk_until(maya, "close.done", ENGLISH)
    await expect(sam.locator("#plan .steps")).to_have_count(0)


async def test_a_second_tab_is_a_second_person_even_when_duplicated(open_tab: OpenTab) -> None:
    page = await open_tab("Maya")
    await begin(page)
    copied = await page.evaluate("JSON.stringify(Object.entries(sessionStorage))")
    other = await page.context.new_page()
    await other.add_init_script(
        f"if (!sessionStorage.length) for (const [k, v] of {copied}) sessionStorage.setItem(k, v)"
    )
    await other.goto(page.url)
    await other.locator("#line").wait_for(state="hidden")
    await expect(coach(other)).to_have_count(0)


async def test_a_stale_press_in_an_old_copy_of_the_page_is_harmless(open_tab: OpenTab) -> None:
    page = await open_tab("Maya")
    await post(page, ENGLISH_POST)
    await page.locator('[data-button="btn.start"]').wait_for()
    copied = await page.evaluate("JSON.stringify(Object.entries(sessionStorage))")
    old = await open_tab("Sam")
    await old.evaluate(f"for (const [k, v] of {copied}) sessionStorage.setItem(k, v)")
    await old.goto(page.url)
    await old.locator('[data-button="btn.no"]').wait_for()

    await press(page, "btn.start")
    question = await asked(page)
    await press(old, "btn.no")
    await expect(coach(old).last).to_have_attribute("data-key", "ctl.stale")
    await tell(page, "Last week two sites repaired the same pump, 9 hours each")
    await expect(page.locator("#card")).to_contain_text("repaired the same pump")
    assert question == "q.problem"


async def test_a_double_click_answers_one_question_not_two(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    await talk_until(page, "q.step.blocker", ENGLISH)
    said = await page.locator("#talk .entry.me").count()
    await page.locator('[data-button="blk.human"]').dblclick()
    await expect(coach(page).last).to_have_attribute("data-key", "q.step.human")
    # However late it comes, the second click of a double click presses no button of the next question.
    await page.locator('[data-button="blk.time"]').dispatch_event("click", {"detail": 2})
    await expect(page.locator('[data-button="blk.time"]')).to_be_visible()
    await expect(page.locator("#talk .entry.me")).to_have_count(said + 1)
    await expect(page.locator('.entry.coach[data-key="ctl.stale"]')).to_have_count(0)


async def test_the_language_switch_changes_the_page_and_the_coach(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    await page.get_by_role("button", name="Français").click()
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await expect(page.get_by_role("heading", name="Votre plan")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Écrire au coach")).to_be_visible()
    await expect(page.get_by_role("button", name="Français")).to_have_attribute("aria-pressed", "true")
    await tell(page, "La semaine dernière, deux sites ont réparé la même pompe, 9 heures chacun")
    await expect(coach(page).last).to_have_attribute("data-key", "q.problem.who")
    await expect(coach(page).last.locator(".text")).to_have_attribute("lang", "fr")
    await expect(page.locator("#talk .entry.coach .text").first).to_have_attribute("lang", "en")


async def test_before_a_talk_the_switch_changes_the_page_alone(open_tab: OpenTab) -> None:
    page = await open_tab()
    await page.get_by_role("button", name="Français").click()
    await expect(page.get_by_role("button", name="Commencer un plan")).to_be_visible()
    await page.get_by_role("button", name="Commencer un plan").click()
    await expect(coach(page).last).to_contain_text("Qu'est-ce qui se passe aujourd'hui")
    await expect(coach(page)).to_have_count(2)


async def test_the_short_form_has_labelled_fields_and_is_taken(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    await tell(page, "form")
    field = page.get_by_role("textbox", name="Problem", exact=True)
    await expect(field).to_be_focused()
    await field.fill("Two sites repaired the same pump last week, 9 hours each")
    await page.locator(".form button").click()
    await expect(page.locator(".form")).to_have_count(0)
    await expect(page.locator("#card")).to_contain_text("repaired the same pump")
    await expect(page.locator("#talk-text")).to_be_focused()


async def test_a_server_that_restarts_loses_nothing_typed(open_tab: OpenTab, site: Site) -> None:
    page = await open_tab()
    await begin(page)
    await site.stop()
    await expect(page.get_by_role("status")).to_contain_text("The connection is lost")
    await page.fill("#talk-text", "Last week two sites repaired the same pump, 9 hours each")
    await page.press("#talk-text", "Enter")
    await expect(page.locator("#talk .entry[data-waiting]")).to_have_count(1)
    await site.start()
    await expect(page.locator("#card")).to_contain_text("the same pump")
    await expect(page.locator("#line")).to_be_hidden()
    await expect(page.locator(".entry[data-waiting]")).to_have_count(0)
    await expect(page.locator('.entry.coach[data-key="q.problem.who"]')).to_have_count(1)


async def test_a_question_that_never_arrived_is_asked_again(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    await page.evaluate("sessionStorage.removeItem('planfirst.talk')")
    await page.reload()
    await expect(coach(page).last).to_contain_text("What happens today")
    await tell(page, "Last week two sites repaired the same pump, 9 hours each")
    await expect(page.locator("#card")).to_contain_text("the same pump")


async def test_a_turn_that_fails_gives_words_and_buttons_back(
    open_tab: OpenTab, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    page = await open_tab()
    await begin(page)
    await talk_until(page, "q.mechanism.proof", ENGLISH)
    with monkeypatch.context() as broken:
        broken.setattr(desk, "take", fail)
        await page.locator('[data-button="btn.mech.fragile"]').click()
        await expect(page.get_by_role("alert")).to_contain_text("Something went wrong")
        await expect(page.locator('[data-button="btn.mech.fragile"]')).to_be_visible()
        await page.fill("#talk-text", "only when Paul is there")
        await page.press("#talk-text", "Enter")
        await expect(page.locator("#talk-text")).to_have_value("only when Paul is there")
    await press(page, "btn.mech.fragile")
    await expect(page.get_by_role("alert")).to_be_hidden()
    await expect(coach(page).last).to_have_attribute("data-key", "q.people")


async def test_what_people_type_is_text_and_never_markup(open_tab: OpenTab) -> None:
    maya, sam = await open_tab("<i>Maya</i>"), await open_tab("Sam")
    hostile = '<img src=x onerror="document.title = 1"> *b* 2*3*4 `c`'
    await post(maya, hostile)
    entry = sam.locator("#channel .entry").last
    await expect(entry.locator(".text")).to_have_text('<img src=x onerror="document.title = 1"> b 2*3*4 c')
    await expect(entry.locator(".name")).to_have_text("<i>Maya</i>")
    await expect(entry.locator("img, i")).to_have_count(0)


async def test_long_and_empty_messages(open_tab: OpenTab) -> None:
    page = await open_tab()
    await begin(page)
    said = await page.locator("#talk .entry.me").count()
    await page.fill("#talk-text", "   ")
    await page.press("#talk-text", "Enter")
    await expect(page.locator("#talk .entry.me")).to_have_count(said)

    await page.fill("#talk-text", "x" * 70_000)
    await page.press("#talk-text", "Enter")
    await expect(page.get_by_role("alert")).to_contain_text("longer than one message can be")
    assert len(await page.input_value("#talk-text")) == 70_000

    await tell(page, "a long story " * 1_540)
    await expect(page.get_by_role("alert")).to_be_hidden()
