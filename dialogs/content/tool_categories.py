"""Kinds of tools: what they are called, whom they can serve, which blocker they lift.

Neutral on purpose: the coach has no product names of its own, the company's catalogue supplies them.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Scope = Literal["any", "internal", "outside"]


class Category(NamedTuple):
    """A kind of tool: its name in each language, and the people it can serve."""

    en: str
    fr: str
    scope: Scope


class Choice(NamedTuple):
    """The categories for a blocker or a purpose, best first, when `attribute` has `value` (None: otherwise)."""

    categories: tuple[str, ...]
    attribute: str | None = None
    value: str | None = None


CATEGORIES: Final[Mapping[str, Category]] = {
    "video_call": Category("a call", "un appel ou une visio", "any"),
    "team_chat": Category("a team channel", "un canal d'équipe", "internal"),
    "shared_doc": Category("a shared page", "un document partagé", "any"),
    "knowledge_base": Category("a searchable knowledge base", "une base de connaissances", "any"),
    "qa_community": Category("a question-and-answer community", "une communauté d'entraide", "internal"),
    "expert_directory": Category("a who-knows-what directory", "un annuaire des compétences", "internal"),
    "idea_collection": Category("an idea campaign with a sorting step", "une campagne d'idées avec tri", "any"),
    "form_survey": Category("a short form", "un formulaire court", "any"),
    "task_board": Category("a task board", "un tableau de suivi", "internal"),
    "ticketing": Category("a shared queue of requests", "une file de demandes partagée", "any"),
    "broadcast": Category("an existing news channel", "un canal d'information existant", "any"),
    "frontline_app": Category(
        "a channel for people without a desk", "un canal pour les équipes sans poste fixe", "internal"
    ),
    "customer_community": Category("a customer community", "une communauté de clients", "outside"),
    "social_channel": Category("a public social account", "un compte public sur un réseau social", "outside"),
    "social_listening": Category("public listening", "une veille des conversations publiques", "outside"),
    "partner_space": Category("a space shared with partners", "un espace partagé avec les partenaires", "outside"),
    "search_assistant": Category(
        "a search assistant over checked content",
        "un assistant de recherche sur des contenus vérifiés",
        "any",
    ),
    "archive": Category("a record store", "un espace d'archivage", "internal"),
}

BY_BLOCKER: Final[Mapping[str, tuple[Choice, ...]]] = {
    "distance_time": (Choice(("video_call", "team_chat", "shared_doc")),),
    "volume": (
        Choice(("idea_collection", "form_survey"), "purpose", "collect"),
        Choice(("ticketing", "qa_community", "customer_community", "knowledge_base"), "purpose", "find_answers"),
        Choice(("broadcast",), "purpose", "inform"),
        Choice(("task_board", "ticketing")),
    ),
    "cant_find": (Choice(("knowledge_base", "expert_directory", "qa_community", "search_assistant")),),
    "lost": (
        Choice(("archive", "knowledge_base"), "keep", "proof"),
        Choice(("shared_doc", "knowledge_base")),
    ),
    "too_slow": (Choice(("team_chat", "ticketing", "qa_community", "customer_community")),),
    "not_seen": (
        Choice(("broadcast", "social_channel"), "distance", "outside"),
        Choice(("frontline_app", "broadcast"), "reach", "not_covered"),
        Choice(("broadcast", "team_chat")),
    ),
    "access": (
        Choice(("partner_space", "shared_doc"), "distance", "outside"),
        Choice(("shared_doc", "frontline_app")),
    ),
}

BY_PURPOSE: Final[Mapping[str, tuple[str, ...]]] = {
    "find_answers": ("qa_community", "customer_community", "knowledge_base"),
    "collect": ("idea_collection", "customer_community", "form_survey"),
    "co_produce": ("shared_doc", "partner_space", "task_board"),
}
