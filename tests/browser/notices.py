"""What somebody else's doing brings to a tab: put in the outbox of its person, as a turn of another person does it."""

from datetime import date

import msgspec
from playwright.async_api import Page

from dialogs.life.keys import plan_key
from dialogs.life.record import Ref
from dialogs.person import PersonId
from dialogs.replies import Choice, PlanCard, Point, ProgressCard, Reply, Row
from storage.outbox import Message
from storage.store import Store
from tests.browser.live import MORNING

PLAN = Ref("local", "maya-0001", 3)
REVIEW = PlanCard(
    "review.asked",
    "all of it",
    "Fewer faults repaired twice",
    (
        Row("Problem", "Last week two sites repaired the same pump one after the other, 9 hours each"),
        Row("Objective", "faults repaired twice: 18 → 9 a month by 30 June"),
    ),
    intro="*Maya* asks you to read plan 3. You can approve it, or ask for one change.",
    notes=(
        "*Decision*: nobody has said yes yet, so the list may stop on the first day. Who can say yes?",
        "*Steps*: the second one has no day. When does it start?",
    ),
    choices=(
        Choice(plan_key("btn.approve", PLAN, 2), "Approve"),
        Choice(plan_key("btn.change", PLAN, 2), "Ask for a change"),
        Choice(plan_key("btn.comment", PLAN, 2), "Comment"),
        Choice("export.page", "Printable page", url="/export/abc"),
    ),
)
PROGRESS = ProgressCard(
    "checkin.card",
    "*Fewer faults repaired twice*\n▓▓▓▓▓░░░░░ faults repaired twice: 13 a month (18 → 9 by 30 June)\n2 March: 18\n20 April: 16\n15 May: 13",
    "Fewer faults repaired twice",
    "faults repaired twice",
    "a month",
    (Point(date(2026, 3, 2), 18), Point(date(2026, 6, 30), 9)),
    (Point(date(2026, 4, 20), 16), Point(date(2026, 5, 15), 13)),
    choices=(Choice(plan_key("btn.show", PLAN, 2), "Show the plan"),),
)


async def person_of(page: Page) -> PersonId:
    """Who sits at that tab."""
    return PersonId("local", await page.evaluate("JSON.parse(sessionStorage.getItem('planfirst.person')).id"))


def notify(store: Store, person: PersonId, *replies: Reply, source: str = "notice") -> None:
    """Queue replies for somebody, as another person's turn does it."""
    messages = [Message(f"{source}/{n}", "page", "", msgspec.json.encode(reply)) for n, reply in enumerate(replies)]
    store.run_now(lambda tx: tx.outbox.add(person, messages, MORNING))
