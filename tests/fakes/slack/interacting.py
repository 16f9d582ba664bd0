"""What people do with an app: commands, buttons, menus, modals, shortcuts."""

import json
from contextlib import suppress
from typing import Any

from tests.fakes.slack.blockkit import check_submission_response
from tests.fakes.slack.blockkit.composition import OPTION
from tests.fakes.slack.blockkit.schema import Json, collect, list_of
from tests.fakes.slack.elements import fill, find_element, pressed
from tests.fakes.slack.screens import Screens
from tests.fakes.slack.shapes import CannotDo, Channel, Delivery, Message, User, View, Workspace
from tests.fakes.slack.typed_text import as_typed, with_mentions

MODAL_DEPTH = 3  # views.push: push_limit_reached


class Interacting(Screens):
    """Each is sent to the app once, and returns the delivery."""

    async def slash(self, user: User, channel: Channel, command: str, text: str = "") -> Delivery:
        if user.id not in channel.members:
            raise CannotDo(f"{user.name} is not in {channel.name}")
        delivery = await self.deliver_once("command", self._command(user, channel, command, text), command)
        body = delivery.attempts[0].body
        if delivery.acked and body.strip():
            answer = {"text": body}
            with suppress(ValueError):
                parsed = json.loads(body)
                answer = parsed if isinstance(parsed, dict) else answer
            self.record("response_url", answer, user.team)
            delivery.reply = self.post_answer(user, channel, answer)
        return delivery

    def _command(self, user: User, channel: Channel, command: str, text: str) -> Json:
        workspace = self.workspaces[user.team]
        org_wide = self.installation(user.team).org_wide
        payload: Json = {
            "token": self.verification_token, "team_id": user.team, "team_domain": workspace.domain,
            "channel_id": channel.id, "channel_name": channel.shown_name, "user_id": user.id, "user_name": user.name,
            "command": command, "text": as_typed(self._named(workspace, text)), "api_app_id": self.app_id,
            "is_enterprise_install": str(org_wide).lower(), "response_url": self.new_response_url(user, channel),
            "trigger_id": self.new_trigger(user),
        }  # fmt: skip
        if workspace.enterprise:
            payload |= {"enterprise_id": workspace.enterprise, "enterprise_name": workspace.enterprise}
        return payload

    def _named(self, workspace: Workspace, text: str) -> str:
        """Slack tells the names of public channels only."""
        people = {one.name: f"{one.id}|{one.name}" for one in workspace.users.values()}
        rooms = {c.name: f"{c.id}|{c.name if c.kind == 'channel' else ''}" for c in workspace.channels.values()}
        return with_mentions(text, people, rooms)

    # ---- buttons and menus ------------------------------------------------------------

    async def click(
        self,
        user: User,
        where: Message | View,
        action_id: str,
        value: Any = None,
        *,
        block_id: str | None = None,
        confirm: bool = True,
    ) -> Delivery | None:
        """Press a button or pick `value` in a select, date picker, checkbox group, overflow menu, ..."""
        blocks = self._seen(user, where)
        block, element = find_element(blocks, action_id, block_id)
        if element.get("confirm") and not confirm:
            return None  # the user backed out; Slack sends nothing
        entry = {"type": element["type"], **pressed(element, value)}
        ids = {"action_id": element["action_id"], "block_id": block["block_id"]}
        if element["type"] != "button":
            kept = {name: part for name, part in entry.items() if name != "text"}
            where.values.setdefault(block["block_id"], {})[element["action_id"]] = kept
        payload = {"type": "block_actions", **self.who(user), "actions": [{**entry, **ids, "action_ts": self.new_ts()}]}
        where_it_was = self._in_message(user, where) if isinstance(where, Message) else self._in_view(user, where)
        return await self.deliver_once("interaction", payload | where_it_was, action_id)

    def _seen(self, user: User, where: Message | View) -> list[Json]:
        if isinstance(where, Message):
            if where.deleted or not where.visible or (where.ephemeral_to and where.ephemeral_to != user.id):
                raise CannotDo(f"{user.name} cannot see this message")
            return where.blocks or []
        if where not in self.modals.get(user.id, []) and self.homes.get(user.id) is not where:
            raise CannotDo("this view is not open")
        blocks: list[Json] = where.content["blocks"]
        return blocks

    def _in_message(self, user: User, message: Message) -> Json:
        channel = self.room_of(message)
        container = {
            "type": "message", "message_ts": message.ts, "channel_id": channel.id,
            "is_ephemeral": bool(message.ephemeral_to),
            **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        }  # fmt: skip
        return {
            "channel": {"id": channel.id, "name": channel.shown_name},
            "container": container,
            "response_url": self.new_response_url(user, channel, message),
            "trigger_id": self.new_trigger(user),
            "state": {"values": message.values},
            **({} if message.ephemeral_to else {"message": self.public(message)}),
        }

    def _in_view(self, user: User, view: View) -> Json:
        return {
            "container": {"type": "view", "view_id": view.id},
            "view": self.view_json(view),
            "trigger_id": self.new_trigger(user, view),
        }

    # ---- modals -----------------------------------------------------------------------

    async def submit(self, user: User, values: Json | None = None) -> Delivery:
        """Fill the topmost modal (keys: block_id or action_id) and press its submit button."""
        if not self.modals.get(user.id):
            raise CannotDo(f"{user.name} has no modal open")
        view = self.modals[user.id][-1]
        if not view.content.get("submit") and not any(b["type"] == "input" for b in view.content["blocks"]):
            raise CannotDo("this modal has no submit button")
        fill(view, values or {})
        asked = {"type": "view_submission", **self.who(user), "trigger_id": self.new_trigger(user, view)}
        asked |= {"view": self.view_json(view), "response_urls": []}
        delivery = await self.deliver_once("interaction", asked, "the modal")
        if delivery.acked:
            self._submitted(user, view, delivery)
        return delivery

    def _submitted(self, user: User, view: View, delivery: Delivery) -> None:
        raw = delivery.attempts[0].body.strip()
        try:
            answer = json.loads(raw) if raw else None
        except ValueError:
            self.user_errors.append(f"the modal: answer to view_submission is no JSON: {raw[:80]!r}")
            return
        wrong = check_submission_response(answer, view.content)
        if wrong:
            self.record("view_submission", answer if isinstance(answer, dict) else {}, user.team, wrong)
            self.user_errors.append(f"the modal: Slack refused the answer: {wrong[0]}")
            return
        self._follow(user, view, answer or {}, delivery)
        self._changed.set()

    def _follow(self, user: User, view: View, answer: Json, delivery: Delivery) -> None:
        stack = self.modals[user.id]
        action = answer.get("response_action")
        if action == "errors":
            delivery.errors = answer["errors"]
        elif action == "update":
            stack[-1] = self.make_view(user, answer["view"], view.root, view.previous, view.id)
        elif action == "push" and len(stack) >= MODAL_DEPTH:
            self.user_errors.append("the modal: more than 3 views stacked")
        elif action == "push":
            stack.append(self.make_view(user, answer["view"], view.root, view.id))
        elif action == "clear":
            stack.clear()
        else:
            stack.pop()

    async def close(self, user: User) -> Delivery | None:
        """Press the modal's close button."""
        stack = self.modals.get(user.id) or []
        if not stack:
            raise CannotDo("no modal is open")
        view = stack.pop()
        cleared = bool(view.content.get("clear_on_close"))
        if cleared:
            stack.clear()
        if not view.content.get("notify_on_close"):
            return None
        payload = {"type": "view_closed", **self.who(user), "is_cleared": cleared, "view": self.view_json(view)}
        return await self.deliver_once("interaction", payload, "view_closed")

    # ---- shortcuts and menus that the app fills -------------------------------------------

    async def shortcut(self, user: User, callback_id: str, message: Message | None = None) -> Delivery:
        """A global shortcut, or with `message` one of the message's menu."""
        payload = {**self.who(user), "type": "shortcut", "callback_id": callback_id, "action_ts": self.new_ts()}
        payload["trigger_id"] = self.new_trigger(user)
        if message is not None:
            channel = self.room_of(message)
            payload |= {
                "type": "message_action", "message_ts": message.ts, "message": self.public(message),
                "channel": {"id": channel.id, "name": channel.shown_name},
                "response_url": self.new_response_url(user, channel),
            }  # fmt: skip
        return await self.deliver_once("interaction", payload, callback_id)

    async def suggest(self, user: User, view: View, action_id: str, typed: str) -> list[Json]:
        """Type into an external_select: the options the bot offers."""
        block, element = find_element(view.content["blocks"], action_id)
        asked = {
            "type": "block_suggestion", **self.who(user), "container": {"type": "view", "view_id": view.id},
            "view": self.view_json(view), "action_id": element["action_id"], "block_id": block["block_id"],
            "value": typed,
        }  # fmt: skip
        delivery = await self.deliver_once("options", asked, action_id)
        body = json.loads(delivery.attempts[0].body) if delivery.acked and delivery.attempts[0].body else {}
        options: list[Json] = body.get("options", [])
        wrong = collect(lambda report: list_of(OPTION, 0, 100)(options, "/options", report))
        self.user_errors += [f"external_select: {line}" for line in wrong]
        return options
