"""One turn in the making: the conversation as it changes, the replies as they come.

`Turn` is the only mutable thing of the core; it lives for one call of `engine.step`. It also holds the tool gate:
no message that names a tool or a category leaves before problem, objective and one step are answered or open.
"""

from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from dialogs.coach.placeholders import Placeholders, without_empty_lines
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.content.script import SCRIPT
from dialogs.conversation import Again, Conversation, Prompt, Slot
from dialogs.errors import ToolGateClosed
from dialogs.events import Moment
from dialogs.plan import Plan
from dialogs.replies import Ask, Audience, Choice, Reply, Say

GATE_SLOTS: Final = ("problem.what", "objective.outcome", "steps")

NAMES_TOOLS: Final = frozenset(
    {"verdict.unblock", "verdict.radical", "verdict.have", "verdict.new", "verdict.owned_only"}
)


class Read(msgspec.Struct, frozen=True):
    """What a line was read as: the words kept for a slot, and the weak-answer pattern (None = accepted)."""

    value: str
    pattern: str | None = None


class OfferAnswered(msgspec.Struct, frozen=True, tag="offer_answered"):
    """A person answered an offer: yes, later, no, not_meant, not_here or never. Kept for the interception budget."""

    answer: str


class PlanDeleted(msgspec.Struct, frozen=True, tag="plan_deleted"):
    """A person had the notes of a talk deleted: nothing of this plan may remain."""

    number: int


class ShareWished(msgspec.Struct, frozen=True, tag="share_wished"):
    """At the end of the talk the owner wants the plan sent to a reviewer, as they call them, or posted."""

    number: int
    how: str
    reviewer: str | None = None


class PlanDropped(msgspec.Struct, frozen=True, tag="plan_dropped"):
    """A person gave a plan up; `reason` is the key of the button that says why."""

    number: int
    reason: str


Fact = OfferAnswered | PlanDeleted | PlanDropped | ShareWished


class Outcome(NamedTuple):
    """What a turn gives: the new state, what to say, what to remember beside the state."""

    conversation: Conversation
    replies: tuple[Reply, ...]
    facts: tuple[Fact, ...]
    read: dict[str, Read]


class Turn:
    """The working copy of one turn. `heard` is the language in which this message is read.

    `excerpts` are words of the message that somebody else found to tell parts of the plan: slot -> words.
    """

    __slots__ = ("company", "conversation", "excerpts", "facts", "heard", "moment", "read", "replies")

    def __init__(self, conversation: Conversation, moment: Moment, company: Company) -> None:
        self.conversation: Conversation = conversation
        self.moment = moment
        self.company = company
        self.heard = conversation.lang
        self.excerpts: dict[str, str] = {}
        self.replies: list[Reply] = []
        self.facts: list[Fact] = []
        self.read: dict[str, Read] = {}

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.conversation.plan

    def change(self, **changes: Any) -> None:
        """Replace fields of the conversation."""
        self.conversation = replace(self.conversation, **changes)

    def change_plan(self, **changes: Any) -> None:
        """Replace fields of the plan."""
        self.change(plan=replace(self.conversation.plan, **changes))

    def change_step(self, index: int, **changes: Any) -> None:
        """Replace fields of one step of the plan."""
        steps = list(self.plan.steps)
        steps[index] = replace(steps[index], **changes)
        self.change_plan(steps=tuple(steps))

    def set_slot(self, name: str, **changes: Any) -> None:
        """Replace fields of a slot; an earlier text that differs is kept as a revision."""
        old = self.conversation.slot(name)
        if old.text and changes.get("text", old.text) != old.text:
            changes["before"] = (*old.before, old.text)
        self.change(slots={**self.conversation.slots, name: replace(old, **changes)})

    def clear_slot(self, name: str) -> None:
        """Make a slot empty, so that it is asked again; its earlier texts stay as revisions."""
        old = self.conversation.slot(name)
        before = (*old.before, old.text) if old.text else old.before
        self.change(slots={**self.conversation.slots, name: Slot(before=before)})

    def add_to_trail(self, slot: str) -> None:
        """Put a slot last in the trail, where *back* finds it."""
        trail = tuple(prompt for prompt in self.conversation.trail if prompt.slot != slot)
        self.change(trail=(*trail, Prompt("", "", slot)))

    def text(self, key: str, prompt: Prompt | None = None, **values: Any) -> str:
        """A message of the script in the person's language, its placeholders filled."""
        template = text_of(key, self.conversation.lang, self._familiar)
        if "{" not in template:
            return template
        if "" in values.values():
            template = without_empty_lines(template, values)
        return template.format_map(Placeholders(self, prompt or self.conversation.prompt, values))

    def say(self, key: str, audience: Audience = "direct", **values: Any) -> None:
        """Add a message that expects nothing."""
        self._check_gate(key)
        self.replies.append(Say(key, self.text(key, **values), SCRIPT[key].kind, audience))

    def ask(
        self,
        key: str,
        *,
        slot: str = "",
        step: int | None = None,
        again: Again = "",
        buttons: tuple[str, ...] | None = None,
        audience: Audience = "direct",
        said_as: str | None = None,
        **values: Any,
    ) -> None:
        """Open a prompt and add its question; `slot` is the script's for the key, unless given (a probe).

        `said_as` wraps the question in another message (back, resume).
        """
        self._check_gate(key)
        prompt = self.open_prompt(key, slot, step, again, buttons)
        shown = said_as or key
        text = self.text(shown, prompt, **values)
        self.replies.append(Ask(shown, text, prompt.token, self.choices(prompt.buttons), SCRIPT[shown].kind, audience))

    def open_prompt(
        self,
        key: str,
        slot: str = "",
        step: int | None = None,
        again: Again = "",
        buttons: tuple[str, ...] | None = None,
    ) -> Prompt:
        """Make `key` the open prompt, with a token of its own, and return it.

        A turn asks one question: one that was asked earlier in the same turn gives way.
        """
        self.replies = [reply for reply in self.replies if isinstance(reply, Say) or not reply.token]
        line = SCRIPT[key]
        chips = line.chips if buttons is None else buttons
        token = f"{self.plan.number}.{self.conversation.turn}.{len(self.replies)}"
        prompt = Prompt(key, token, slot or line.slot or "", step, again, chips)
        self.change(prompt=prompt)
        return prompt

    def choices(self, buttons: tuple[str, ...]) -> tuple[Choice, ...]:
        """The buttons with their labels."""
        return tuple(Choice(key, text_of(key, self.conversation.lang, self._familiar)) for key in buttons)

    def outcome(self) -> Outcome:
        """The turn as a value."""
        return Outcome(self.conversation, tuple(self.replies), tuple(self.facts), self.read)

    @property
    def _familiar(self) -> bool:
        return self.conversation.familiar or self.company.fr_register == "tu"

    def _check_gate(self, key: str) -> None:
        if key in NAMES_TOOLS and not gate_open(self.conversation):
            raise ToolGateClosed(key)


def gate_open(conversation: Conversation) -> bool:
    """True once problem, objective and steps are each answered or listed as open."""
    return not any(map(conversation.is_empty, GATE_SLOTS))
