"""The twelve archetypes: recognised by the words, lending examples that name no tool, consistent with the table."""

import pytest

from dialogs.coach.archetypes import archetype, archetype_of
from dialogs.coach.tools import category_label, category_of
from dialogs.coach.verdict import decide
from dialogs.content.archetypes_en import ARCHETYPES
from dialogs.content.tool_categories import CATEGORIES
from dialogs.lang import LANGS, Lang
from dialogs.reading.words import plain

SAID: list[tuple[str, Lang, tuple[str, ...]]] = [
    ("innovation", "en", ("We should launch a Slack community for innovation 🚀", "People on the line gave us 30 ideas in the October survey and nobody ever answered them")),
    ("cross_site", "fr", ("Il faudrait créer une communauté Teams pour les techniciens, on ne partage rien entre Lyon et Gdansk", "La semaine dernière, Gdansk a refait une réparation de réducteur que Lyon avait faite en janvier.")),
    ("knowledge", "en", ("I want to set up an internal Q&A community for our field engineers, who do I talk to?", "620 field engineers in 11 countries. 30 people fit in the call, the other 590 redo the same fault.")),
    ("reputation", "en", ("After what happened to Norvik we need a social listening platform, this quarter", "In January a customer video about a faulty heater got 400k views and we answered after 26 hours")),
    ("onboarding", "fr", ("On devrait prendre une appli d'onboarding, les nouveaux sont perdus", "Le dernier arrivé a attendu 8 jours son badge et ses accès")),
    ("customer", "en", ("can we get a WhatsApp channel for clients asap, everyone has one",)),
    ("employer_brand", "fr", ("Il nous faut un compte TikTok pour attirer des apprentis",)),
    ("engagement", "en", ("Let's get an app to boost morale, turnover is awful",)),
    ("internal_comms", "fr", ("une newsletter, personne n'est au courant des annonces",)),
    ("change", "en", ("we need a Yammer group to drive adoption of the ERP",)),
    ("ai", "fr", ("il nous faudrait une IA pour les questions RH",)),
    ("other", "en", ("repaint the lobby",)),
    ("other", "fr", ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "texts"), SAID)
def test_archetype_of(name: str, lang: Lang, texts: tuple[str, ...]) -> None:
    assert archetype_of(texts, lang) == name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ARCHETYPES)
def test_each_has_something_for_a_person_who_is_stuck(name: str, lang: Lang) -> None:
    matter = archetype(name, lang)
    assert matter.label
    assert len(matter.probes) == 3
    assert len(matter.mechanisms) == 3
    assert matter.objectives


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ARCHETYPES)
def test_the_examples_name_no_tool(name: str, lang: Lang) -> None:
    """They are shown before the plan exists, so no kind of tool may be in them, by its name or by another."""
    matter = archetype(name, lang)
    labels = [plain(category_label(category, lang)) for category in CATEGORIES]
    for example in matter.probes + matter.objectives + matter.mechanisms:
        assert category_of(example) is None
        assert not any(label in plain(example) for label in labels)


# What each matter looks like when it needs no tool, when one unblocks it, and when one changes its scale.
EXAMPLES = [
    ("innovation", "Answer the 30 ideas already waiting", "blocker=owner purpose=collect size=m mechanism=fragile", "no_tool"),
    ("innovation", "Sort 400 ideas from the yearly campaign", "blocker=volume purpose=collect size=l mechanism=works rhythm=once distance=multi_site", "unblock"),
    ("innovation", "Open a ten-day idea routine that works on one plant to six plants", "purpose=collect size=l mechanism=works rhythm=weekly distance=multi_site", "radical"),
    ("engagement", "Managers hold a monthly one-to-one", "blocker=skill purpose=bond size=m", "no_tool"),
    ("engagement", "Hear night-shift staff who never meet the head of site", "blocker=distance_time purpose=bond size=m mechanism=fragile", "unblock"),
    ("engagement", "Improvement groups that work on three sites, opened to all sites", "purpose=co_produce size=xl mechanism=works rhythm=weekly distance=multi_site", "radical"),
    ("knowledge", "Two experts leave in June: pair each with a successor", "blocker=time purpose=bond size=s", "no_tool"),
    ("knowledge", "Fixes told on the phone, then lost (40 technicians)", "blocker=lost purpose=find_answers size=m mechanism=fragile rhythm=daily keep=find_again", "unblock"),
    ("knowledge", "Technicians' case hour that works, opened to 900 people in 12 countries", "purpose=find_answers size=xl mechanism=works rhythm=weekly distance=time_zones ties=strangers", "radical"),
    ("customer", "Wrong bills cause 6 contacts in 10: correct the bills", "blocker=unclear purpose=find_answers size=xl distance=outside rhythm=daily mechanism=fragile", "no_tool"),
    ("customer", "Three mailboxes, no view of who answers whom", "blocker=too_slow purpose=find_answers size=l distance=outside rhythm=daily mechanism=fragile", "unblock"),
    ("customer", "Users already help each other at monthly meetings: let them do it every day", "purpose=find_answers size=xl mechanism=works rhythm=daily distance=outside ties=strangers", "radical"),
    ("internal_comms", "Managers explain the reorganisation to their team", "blocker=skill purpose=inform size=s", "no_tool"),
    ("internal_comms", "Drivers have no e-mail and miss the safety notes", "purpose=inform size=l reach=not_covered mechanism=fragile distance=multi_site", "unblock"),
    ("internal_comms", "Questions to the head of site, answered weekly, opened to all sites", "purpose=find_answers size=xl mechanism=works rhythm=weekly distance=multi_site", "radical"),
    ("employer_brand", "Candidates wait three weeks because managers are busy", "blocker=time purpose=decide size=s", "no_tool"),
    ("employer_brand", "Referral works, but workshop staff never see the openings", "blocker=not_seen purpose=inform size=l reach=partly mechanism=works", "unblock"),
    ("employer_brand", "Apprentices already answer candidates at open days: let hundreds ask them all year", "purpose=find_answers size=xl mechanism=works rhythm=weekly distance=outside ties=strangers", "radical"),
    ("onboarding", "Give each newcomer a buddy", "purpose=bond size=m mechanism=none rhythm=weekly", "no_tool"),
    ("onboarding", "Newcomers cannot find who handles what", "blocker=cant_find purpose=find_answers size=m mechanism=fragile", "unblock"),
    ("onboarding", "Buddies' answers that work, shared among 300 newcomers a year on 20 sites", "purpose=find_answers size=l mechanism=works rhythm=weekly distance=multi_site keep=find_again", "radical"),
    ("cross_site", "Sites compete for the same budget", "blocker=incentive purpose=co_produce size=m distance=multi_site", "no_tool"),
    ("cross_site", "The Tuesday call misses Mexico", "blocker=distance_time purpose=find_answers size=m mechanism=fragile distance=time_zones", "unblock"),
    ("cross_site", "A fault-solving routine, open to 400 technicians on 9 sites", "purpose=find_answers size=l mechanism=works rhythm=daily distance=multi_site", "radical"),
    ("reputation", "Settle who may speak", "blocker=decision purpose=decide size=s latency=minutes", "no_tool"),
    ("reputation", "The duty desk is overwhelmed by messages", "blocker=volume purpose=find_answers size=l distance=outside rhythm=once mechanism=works latency=minutes", "unblock"),
    ("reputation", "A review-answering habit that works in five shops, for 300 shops", "purpose=find_answers size=xl mechanism=works rhythm=daily distance=outside ties=strangers", "radical"),
    ("change", "The old form is still accepted: nobody has decided to stop it", "blocker=decision purpose=decide size=m", "no_tool"),
    ("change", "Users cannot find the answer while they are at it", "blocker=cant_find purpose=find_answers size=l mechanism=fragile rhythm=daily", "unblock"),
    ("change", "Desk-side helpers who do well on 2 sites, reachable from 15", "purpose=find_answers size=xl mechanism=works rhythm=daily distance=multi_site", "radical"),
    ("ai", "Nobody agrees on the right answer", "blocker=unclear purpose=find_answers size=l", "no_tool"),
    ("ai", "Right answers exist, in 300 documents nobody can search", "blocker=cant_find purpose=find_answers size=l mechanism=fragile rhythm=daily", "unblock"),
    ("ai", "A help desk that answers well, for 6,000 people in nine countries", "purpose=find_answers size=xl mechanism=works rhythm=daily distance=time_zones ties=strangers", "radical"),
    ("other", "Repaint the lobby", "purpose=co_produce size=s rhythm=once mechanism=none", "no_tool"),
    ("other", "Choose the colour with a landlord abroad", "blocker=distance_time purpose=decide size=s distance=outside mechanism=none", "unblock"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "step", "attrs", "verdict"), EXAMPLES)
def test_the_table_agrees_with_the_example(name: str, step: str, attrs: str, verdict: str) -> None:
    assert decide(dict(pair.split("=") for pair in attrs.split())).kind == verdict


def test_the_examples_cover_every_matter() -> None:
    assert {name for name, *_ in EXAMPLES} == set(ARCHETYPES)
