"""Which tools a step is shown: the company's own first, at most one request per plan, and nothing out of place."""

import pytest

from dialogs.coach.tools import Proposal, category_label, category_of, propose
from dialogs.coach.verdict import decide
from dialogs.company import Company, Tool
from dialogs.content.tool_categories import BY_BLOCKER, BY_PURPOSE, CATEGORIES
from dialogs.content.tool_words import TOOL_WORDS
from dialogs.content.verdict_table import ATTRIBUTES, TOOL_BLOCKERS

WIKI = Tool("le wiki maintenance", "knowledge_base")
ENGAGE = Tool("Viva Engage", "qa_community")
DIRECTORY = Tool("the who's who", "expert_directory")
BOARD = Tool("the notice board", "broadcast", available_to=("internal", "deskless"))


def proposed(attrs: str, *tools: Tool, already: frozenset[str] = frozenset()) -> Proposal:
    step = dict(pair.split("=") for pair in attrs.split())
    return propose(step, decide(step), Company(tools=tools), already)


def test_what_the_company_has_is_shown_alone() -> None:
    assert proposed("mechanism=fragile blocker=cant_find", WIKI) == Proposal(("knowledge_base",), WIKI)


def test_radical_with_the_company_s_own_community() -> None:
    case_hour = "mechanism=works purpose=find_answers size=xl distance=time_zones"
    assert proposed(case_hour, ENGAGE) == Proposal(("qa_community",), ENGAGE)


def test_what_is_lacking_is_one_name_and_a_request() -> None:
    assert proposed("mechanism=fragile blocker=cant_find") == Proposal(("knowledge_base",), needs_request=True)


def test_at_most_two_names() -> None:
    shown = proposed("mechanism=fragile blocker=cant_find", ENGAGE, DIRECTORY, WIKI)
    assert shown == Proposal(("knowledge_base", "expert_directory"), WIKI)


def test_tools_already_used_by_these_people_come_first() -> None:
    used = Tool("the technicians' forum", "qa_community", used_by=("internal",))
    assert proposed("mechanism=fragile blocker=cant_find", WIKI, used).owned == used


def test_no_tool_no_name() -> None:
    assert proposed("blocker=time", WIKI) == Proposal()


def test_a_first_trial_by_hand_never_leads_to_a_new_tool() -> None:
    calls = Tool("Teams calls", "video_call")
    assert proposed("mechanism=none blocker=distance_time") == Proposal()
    assert proposed("mechanism=none blocker=distance_time", calls) == Proposal(("video_call",), calls)


def test_a_category_is_proposed_once_per_plan_and_serves_the_later_step() -> None:
    again = proposed("mechanism=fragile blocker=cant_find", WIKI, already=frozenset({"knowledge_base"}))
    assert again == Proposal(owned=WIKI)


def test_one_new_tool_per_plan_at_most() -> None:
    lost = "mechanism=fragile blocker=lost"
    assert proposed(lost, ENGAGE, already=frozenset({"qa_community"})).needs_request
    assert proposed(lost, ENGAGE, already=frozenset({"idea_collection"})) == Proposal()


@pytest.mark.parametrize(
    ("attrs", "category"),
    [
        ("blocker=volume purpose=collect", "idea_collection"),
        ("blocker=volume purpose=find_answers", "ticketing"),
        ("blocker=volume purpose=inform", "broadcast"),
        ("blocker=volume purpose=co_produce", "task_board"),
        ("blocker=lost keep=proof", "archive"),
        ("blocker=lost", "shared_doc"),
        ("blocker=not_seen distance=outside", "broadcast"),
        ("blocker=not_seen reach=not_covered", "frontline_app"),
        ("blocker=access distance=outside", "partner_space"),
        ("blocker=access", "shared_doc"),
        ("blocker=too_slow", "team_chat"),
        ("blocker=too_slow distance=outside", "ticketing"),  # a team channel stays inside
        ("blocker=cant_find distance=outside purpose=find_answers", "knowledge_base"),
    ],
)
def test_the_first_category_fits_the_blocker_and_the_people(attrs: str, category: str) -> None:
    assert proposed(f"mechanism=fragile {attrs}").categories == (category,)


def test_customers_are_offered_what_customers_can_reach() -> None:
    helping_each_other = "mechanism=works purpose=find_answers size=xl distance=outside rhythm=daily"
    assert proposed(helping_each_other, ENGAGE).categories == ("customer_community",)


def test_people_without_a_desk_need_a_tool_that_reaches_them() -> None:
    unseen = "mechanism=fragile blocker=not_seen reach=not_covered"
    assert proposed(unseen, BOARD).owned == BOARD
    assert proposed(unseen, Tool("the newsletter", "broadcast")).needs_request


def test_every_choice_names_categories_that_exist_and_ends_open() -> None:
    assert BY_BLOCKER.keys() == TOOL_BLOCKERS
    choices = [choice for row in BY_BLOCKER.values() for choice in row]
    named = {c for choice in choices for c in choice.categories} | {c for row in BY_PURPOSE.values() for c in row}
    assert CATEGORIES.keys() - named == {"social_listening"}  # asked for by name, but no blocker leads to it
    assert CATEGORIES.keys() == TOOL_WORDS.keys()
    assert all(row[-1].attribute is None for row in BY_BLOCKER.values())
    assert all(c.value in ATTRIBUTES[c.attribute] for c in choices if c.attribute is not None)


@pytest.mark.parametrize(
    ("wish", "category"),
    [
        ("an internal Q&A community", "qa_community"),
        ("a Slack community", "qa_community"),
        ("une communauté Teams", "qa_community"),
        ("a Teams channel", "team_chat"),
        ("a WhatsApp channel", "team_chat"),
        ("un canal Slack", "team_chat"),
        ("a customer community", "customer_community"),
        ("un forum pour les clients", "customer_community"),
        ("a social listening platform", "social_listening"),
        ("un outil de veille", "social_listening"),
        ("a TikTok account", "social_channel"),
        ("une page LinkedIn", "social_channel"),
        ("un wiki", "knowledge_base"),
        ("a chatbot", "search_assistant"),
        ("une IA", "search_assistant"),
        ("une boîte à idées", "idea_collection"),
        ("une newsletter", "broadcast"),
        ("an intranet", "broadcast"),
        ("un annuaire des experts", "expert_directory"),
        ("a ticketing system", "ticketing"),
        ("une appli d'onboarding", None),
        ("a new platform", None),
    ],
)
def test_category_of_a_wish(wish: str, category: str | None) -> None:
    assert category_of(wish) == category


def test_the_name_of_a_category_leads_back_to_it() -> None:
    neutral = {
        "video_call",
        "social_channel",
    }  # "a call" and "a public social account" are also said of no tool
    for category in CATEGORIES.keys() - neutral:
        assert category_of(category_label(category, "en")) == category
