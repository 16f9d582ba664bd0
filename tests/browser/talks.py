"""Two whole talks, as answers by message key: whichever question the coach asks next, there is an answer to it."""

from playwright.async_api import Locator, Page, expect

ENGLISH_POST = "We should set up a Teams community for the maintenance teams"
ENGLISH = {
    "intercept.open": "btn.start",
    "intercept.open_nogoal": "btn.start",
    "prefill.confirm": "btn.right",
    "q.problem": "Last week two sites repaired the same pump one after the other, 9 hours each",
    "q.problem.prefilled": "Last week two sites repaired the same pump one after the other, 9 hours each",
    "q.problem.who": "the 40 technicians of both sites, twice a month",
    "q.objective": "Fewer faults repaired twice, I count 18 a month",
    "q.objective.numbers": "18 a month today, 9 by the end of June",
    "q.decision": "Ines, the site manager, said yes on Friday",
    "q.mechanism": "They ring Paul, he knows; 5 or 6 calls a day",
    "q.mechanism.proof": "btn.mech.fragile",
    "q.people": "Paul and the two shift leads, who write down each repair",
    "q.steps": "Paul lists the ten most frequent faults by Friday 13 March. I test one sheet on 20 March.",
    "q.blockers": "Paul cannot find half an hour to write things down",
    "q.step.blocker": "blk.none",
    "summary.card": "btn.right",
    "q.commit": "See Paul about the list, tomorrow",
    "q.ifthen": "I write it down myself after his call",
    "q.checkin": "yes",
    "q.share": "btn.private",
}

FRENCH_POST = "Il faudrait lancer une communauté Teams pour les équipes de maintenance"
FRENCH = {
    "intercept.open": "btn.start",
    "intercept.open_nogoal": "btn.start",
    "prefill.confirm": "btn.right",
    "q.problem": "La semaine dernière, deux sites ont réparé la même pompe, 9 heures chacun",
    "q.problem.prefilled": "La semaine dernière, deux sites ont réparé la même pompe, 9 heures chacun",
    "q.problem.who": "les 40 techniciens des deux sites, deux fois par mois",
    "q.objective": "Moins de pannes réparées deux fois, j'en compte 18 par mois",
    "q.objective.numbers": "18 par mois aujourd'hui, 9 d'ici fin juin",
    "q.decision": "Inès, la directrice du site, a dit oui vendredi",
    "q.mechanism": "Ils appellent Paul, il sait ; 5 ou 6 appels par jour",
    "q.mechanism.proof": "btn.mech.fragile",
    "q.people": "Paul et les deux chefs d'équipe, qui notent chaque réparation",
    "q.steps": "Paul liste les dix pannes les plus fréquentes d'ici le 13 mars. Je teste une fiche le 20 mars.",
    "q.blockers": "Paul ne trouve pas une demi-heure pour écrire",
    "q.step.blocker": "blk.none",
    "summary.card": "btn.right",
    "q.commit": "Voir Paul pour la liste, demain",
    "q.ifthen": "J'écris moi-même après son appel",
    "q.checkin": "oui",
    "q.share": "btn.private",
}

MOST_TURNS = 40


def coach(page: Page) -> Locator:
    """Everything the coach has said, in the channel and in the talk."""
    return page.locator(".entry.coach")


async def post(page: Page, text: str) -> None:
    """Write to the channel."""
    await page.fill("#channel-text", text)
    await page.press("#channel-text", "Enter")


async def tell(page: Page, text: str) -> None:
    """Write to the coach, and wait for the reply."""
    said = await coach(page).count()
    await page.fill("#talk-text", text)
    await page.press("#talk-text", "Enter")
    await expect(coach(page).nth(said)).to_be_attached()


async def press(page: Page, button: str) -> None:
    """Press a button of the open question, and wait for the reply."""
    said = await coach(page).count()
    await page.locator(f'[data-button="{button}"]').click()
    await expect(coach(page).nth(said)).to_be_attached()


async def begin(page: Page) -> None:
    """Take the coach's offer after a tool-first message."""
    await post(page, ENGLISH_POST)
    await press(page, "btn.start")
    await expect(page.locator("#talk .entry.coach").last).to_be_visible()


async def asked(page: Page) -> str:
    """The message key of what the coach said last."""
    return (
        await page.locator("#talk .entry.coach, #channel .entry.coach:not(:has(.chosen))").last.get_attribute(
            "data-key"
        )
        or ""
    )


async def answer(page: Page, answers: dict[str, str]) -> None:
    """Answer the open question; one that has no answer here is skipped."""
    reply = answers.get(await asked(page), "skip")
    await (press if reply.startswith(("btn.", "blk.")) else tell)(page, reply)


async def talk_until(page: Page, key: str, answers: dict[str, str]) -> None:
    """Go on answering until the coach says that message."""
    for _ in range(MOST_TURNS):
        if await page.locator(f'.entry.coach[data-key="{key}"]').count():
            return
        await answer(page, answers)
    raise AssertionError(f"{key} not reached; last was {await asked(page)}")
