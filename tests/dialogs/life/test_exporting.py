"""A plan to take away."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from dialogs.life.exporting import as_json, as_markdown, sheet
from dialogs.life.history import Version
from dialogs.life.record import Record
from dialogs.plan import Objective, Plan, Step
from tests.dialogs.life.plans import LIFE, PLAN, WHOLE, noon, records

TODAY = date(2026, 5, 4)
FIRST = Version(1, noon(date(2026, 2, 20)), replace(PLAN, problem="technicians come back twice"))
SECOND = Version(2, noon(date(2026, 2, 26)), PLAN)


def test_the_sheet_says_the_whole_plan_in_full_words() -> None:
    shown = sheet(WHOLE, (), "en", TODAY)
    assert {row.label: row.text for row in shown.rows} == {
        "Problem": "technicians come back twice, because the *right* part is not in the van "
        "(the 40 technicians, every week)",
        "Objective": "fewer repeat visits; 45 → 25 by 30 June",
        "Already there": "a weekly case hour: 12 cases solved since May (works)",
        "People": "the technicians of the north, who will note the part before they leave",
        "In the way": "the stock list is never right",
        "Decision": "Karim said yes on 27 February",
        "First": "call Karim, 4 March",
        "If it happens": "count by hand for a week",
    }
    assert shown.steps[0] == ("list the ten parts that are missing most", "Ann", "6 March")
    assert [(row.label, row.text) for row in shown.facts] == [
        ("State", "Running"),
        ("Owner", "Ann"),
        ("Approved", "Karim, 27 February"),
    ]
    assert shown.progress == ("▓▓░░░░░░░░ Repeat visits: 41 (45 → 25 by 30 June)", "1 April: 44", "1 May: 41")
    assert shown.foot == "Plan 3 as others see it, 4 May. Made with Planfirst."


def test_the_sheet_is_in_the_readers_language_with_the_owners_words() -> None:
    shown = sheet(WHOLE, (), "fr", TODAY)
    assert (shown.rows[0].label, shown.rows[1].label) == ("Problème", "Objectif")
    assert shown.rows[0].text.startswith("technicians come back twice")
    assert shown.foot == "Plan 3 tel que les autres le voient, 4 mai. Fait avec Planfirst."


def test_the_sheet_hints_at_nothing_sensitive_nor_at_the_talk() -> None:
    text = as_markdown(WHOLE, (FIRST, SECOND), "en", TODAY)
    plain = replace(PLAN, obstacles=PLAN.obstacles[:1])
    assert text == as_markdown(WHOLE._replace(plan=plain), (FIRST, SECOND._replace(plan=plain)), "en", TODAY)
    assert not any(hidden in text for hidden in ("sensitive", "podcast", "Joe was ill", "start with the north"))


def test_the_sheet_tells_what_changed() -> None:
    lines = sheet(WHOLE, (FIRST, SECOND), "en", TODAY).history
    assert len(lines) == 2
    assert lines[0].startswith("2 (26 February)")


def test_the_markdown_is_a_document() -> None:
    text = as_markdown(WHOLE, (), "en", TODAY)
    html = MarkdownIt("commonmark").render(text)
    assert html.startswith("<h1>Fewer repeat visits</h1>")
    assert "<strong>Problem</strong> technicians come back twice, because the *right* part" in html
    assert "<ol>\n<li>list the ten parts that are missing most (Ann, 6 March)</li>" in html
    assert "<li>tell all sites &lt;script&gt;alert(1)&lt;/script&gt;</li>" in html


@given(st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, text))))
def test_nothing_that_a_person_typed_is_read_as_markdown(words: str) -> None:
    record = WHOLE._replace(plan=Plan(number=3, state="ready", steps=(Step(words),)), life=LIFE)
    tokens = MarkdownIt("commonmark").parse(as_markdown(record, (), "en", TODAY))
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special", "strong_open", "strong_close", "softbreak"}
    assert {token.tag for token in tokens} <= {"h1", "h2", "ul", "ol", "li", "p", ""}


def test_the_json_is_all_there_is_of_the_plan() -> None:
    held = json.loads(as_json(WHOLE, (FIRST, SECOND)))
    assert held["format"] == "planfirst.plan/1"
    assert held["plan"]["obstacles"][1] == {"sensitive": True, "talk_on": "2026-03-09"}
    assert held["life"]["readings"][1] == {"on": "2026-05-01", "value": 41.0, "note": "Joe was ill"}
    assert (held["life"]["owner"], held["life"]["reviewer"], held["life"]["followers"]) == ("Ann", "Karim", [])
    assert [version["version"] for version in held["versions"]] == [1, 2]
    assert "timers" not in held["life"]


def test_the_json_names_people_and_not_their_accounts() -> None:
    assert "U2" not in as_json(WHOLE, ())


@given(records)
def test_every_plan_can_be_taken_away(record: Record) -> None:
    assert as_markdown(record, (), "fr", TODAY).startswith("# ")
    assert json.loads(as_json(record, ()))["plan"]["number"] == 3


def test_a_plan_with_nothing_in_it_has_its_title_and_state() -> None:
    shown = sheet(WHOLE._replace(plan=Plan(number=3, objective=Objective())), (), "en", TODAY)
    assert (shown.title, shown.rows, shown.steps) == ("A plan in the making", (), ())
