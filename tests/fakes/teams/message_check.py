"""What Teams checks in a message of the bot, or shows in another way than the bot meant."""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.teams.card_check import CardCheck
from tests.fakes.teams.cards import ADAPTIVE_CARD, Json, objects
from tests.fakes.teams.errors import Refused
from tests.fakes.teams.limits import ADVISED_MESSAGE_UTF16, MAX_MESSAGE_UTF16, utf16_size
from tests.fakes.teams.people import Conversation
from tests.fakes.teams.record import Record

_CARD = "application/vnd.microsoft.card."
_MENTION = re.compile(r"<at>.*?</at>")
_LABEL = "https://schema.org/Message"  # the AI label and citations travel in this entity


class MessageCheck:
    """Refused for what the connector refuses; the rest is noted in the record."""

    def __init__(self, record: Record, cards: CardCheck) -> None:
        self._record, self._cards = record, cards

    def check(self, activity: Any) -> None:
        self._check_size(activity)
        if not isinstance(activity, dict) or not _is_well_formed(activity):
            raise self._record.refusal("a message that is no JSON object of the right shape", 400, "BadSyntax")
        if not activity.get("text") and not activity.get("attachments"):
            words = "Activity must include text or attachments"
            raise self._record.refusal("an empty message", 400, "BadSyntax", words)
        self._check_text(activity)
        self._check_entities(activity)
        for attachment in activity.get("attachments") or []:
            self._check_attachment(attachment)

    def check_target(self, activity: Json, conversation: Conversation) -> None:
        """A targeted message goes to one member of a shared conversation."""
        recipient = (activity.get("recipient") or {}).get("id")
        if conversation.type == "personal":
            raise self._bad_target("a targeted message in a one-to-one chat")
        if recipient not in [name for user in conversation.members for name in (user.id, user.aad)]:
            raise self._bad_target("a targeted message to nobody of the conversation")

    def _bad_target(self, said: str) -> Refused:
        return self._record.refusal(said, 400, "BadArgument", "Bad argument")

    def _check_size(self, activity: Any) -> None:
        size = utf16_size(activity)
        if size > MAX_MESSAGE_UTF16:
            said = f"a message of {size} bytes (UTF-16), over 100 KB"
            raise self._record.refusal(said, 413, "MessageSizeTooBig", "Message size too large.")
        if size > ADVISED_MESSAGE_UTF16:
            self._record.warnings.append(f"a message of {size} bytes (UTF-16), over the advised 80 KB")

    def _check_text(self, activity: Json) -> None:
        text = activity.get("text") or ""
        if activity.get("textFormat") not in (None, "markdown", "plain", "xml"):
            self._record.violation(f"textFormat {activity['textFormat']!r}")
        if text.strip() == "None":
            self._record.violation("the bot says 'None'")
        mentioned = [e.get("text") for e in activity.get("entities") or [] if e.get("type") == "mention"]
        for said in _MENTION.findall(text):
            if said not in mentioned:
                self._record.violation(f"{said} in the text without its mention entity: shown as plain text")

    def _check_entities(self, activity: Json) -> None:
        labels = [e for e in activity.get("entities") or [] if e.get("type") == _LABEL]
        if len(labels) > 1:
            said = "more than one root message entity (AI label, citations)"
            raise self._record.refusal(said, 400, "BadArgument", "Multiple root message entities")

    def _check_attachment(self, attachment: Json) -> None:
        kind = attachment.get("contentType") or ""
        if kind == ADAPTIVE_CARD:
            self._cards.check(attachment.get("content"))
        elif kind in (_CARD + "animation", _CARD + "audio", _CARD + "video"):
            self._record.violation(f"{kind} is not supported in Teams")
        elif not kind:
            self._record.violation("an attachment without contentType")


def _is_well_formed(activity: Json) -> bool:
    """Where the connector's own deserializer would stop: no text, no list of objects."""
    lists = [activity.get(name) or [] for name in ("attachments", "entities")]
    texts = [activity.get("text") or "", activity.get("textFormat") or ""]
    texts += [attachment.get("contentType") or "" for attachment in objects(lists[0])]
    return all(isinstance(text, str) for text in texts) and all(objects(value) == value for value in lists)
