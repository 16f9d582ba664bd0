"""What stands on people's screens: views, answers to commands, and the keys (trigger, response_url) to change them."""

import asyncio
import copy
import time
import uuid

from aiohttp import web

from tests.fakes.slack.blockkit import check_payload, lint_payload
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.elements import with_ids
from tests.fakes.slack.events import Events
from tests.fakes.slack.shapes import Call, Channel, Fault, Installation, Message, User, View

_RESPONSE_URL_USES, _RESPONSE_URL_SECONDS = 5, 30 * 60  # docs: handling user interaction


class Screens(Events):
    """Messages of the bot, views, triggers and response_urls."""

    def from_bot(self, installation: Installation, channel: Channel, args: Json) -> Message:
        """The message that these arguments describe; not yet kept."""
        return Message(
            self.new_ts(),
            channel.id,
            installation.bot_user,
            args.get("text") or args.get("markdown_text") or "",
            blocks=with_ids(args.get("blocks"), self.short_id),
            attachments=args.get("attachments"),
            thread_ts=args.get("thread_ts"),
            bot_id=installation.bot_id,
            app_id=self.app_id,
            metadata=args.get("metadata"),
            broadcast=bool(args.get("reply_broadcast")),
        )

    def who(self, user: User) -> Json:
        """The part of an interaction that says who acts, where, for which app."""
        workspace = self.workspaces[user.team]
        enterprise = {"id": workspace.enterprise, "name": workspace.enterprise} if workspace.enterprise else None
        return {
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
            "api_app_id": self.app_id,
            "token": self.verification_token,
            "team": {"id": workspace.id, "domain": workspace.domain},
            "enterprise": enterprise,
            "is_enterprise_install": self.installation(user.team).org_wide,
        }

    # ---- views ---------------------------------------------------------------------

    def make_view(
        self,
        user: User,
        content: Json,
        root: str | None = None,
        previous: str | None = None,
        view_id: str | None = None,
    ) -> View:
        content = {**content, "blocks": with_ids(content["blocks"], self.short_id)}
        key = view_id or self.new_id("V")
        return View(key, user.id, content, f"{int(time.time())}.{uuid.uuid4().hex[:8]}", root or key, previous)

    def view_json(self, view: View) -> Json:
        """The view object that Slack sends."""
        user = self.somebody(view.user)
        base: Json = {
            "id": view.id, "team_id": user.team, "private_metadata": "", "callback_id": "", "external_id": "",
            "state": {"values": copy.deepcopy(view.values)}, "hash": view.hash, "previous_view_id": view.previous,
            "root_view_id": view.root, "app_id": self.app_id, "app_installed_team_id": user.team,
            "bot_id": self.installation(user.team).bot_id,
        }  # fmt: skip
        if view.content["type"] == "modal":
            base |= {"clear_on_close": False, "notify_on_close": False, "close": None, "submit": None}
        return base | copy.deepcopy(view.content)

    # ---- triggers and response_urls ----------------------------------------------------

    def new_trigger(self, user: User, view: View | None = None) -> str:
        """A trigger_id as an interaction carries it: three seconds, one use."""
        key = f"{next(self._ids)}.{int(time.time())}.{uuid.uuid4().hex}"
        self.triggers[key] = {"user": user, "at": time.monotonic(), "view": view, "used": False}
        return key

    def new_response_url(self, user: User, channel: Channel, message: Message | None = None) -> str:
        key = uuid.uuid4().hex
        place = {"user": user, "channel": channel, "message": message, "uses": 0, "at": self.now()}
        self._response_urls[key] = place
        return f"{self.base_url}/respond/{key}"

    def record(self, method: str, args: Json, team: str, violations: list[str] | None = None) -> Call:
        """Keep an answer of the app that is no Web API call, with what the checker found in it."""
        found = check_payload("response_url", args) if violations is None else violations
        call = Call(len(self.calls) + 1, time.monotonic(), method, args, "", team, violations=found)
        call.response, call.lint = {"ok": not violations}, lint_payload("response_url", args)
        self.calls.append(call)
        self._changed.set()
        return call

    def take_fault(self, method: str, args: Json) -> Fault | None:
        """The injected fault that this call meets, if any."""
        for fault in self._faults:
            if fault.method in (method, "*") and fault.times > 0 and (not fault.when or fault.when(args)):
                fault.times -= 1
                return fault
        return None

    async def _respond(self, request: web.Request) -> web.Response:
        place = self._response_urls.get(request.match_info["id"])
        try:
            args = await request.json()
        except ValueError:
            args = {"invalid": "no JSON"}
        fault = self.take_fault("response_url", args)
        if place is None:
            return web.Response(status=404, text="not found")
        call = self.record("response_url", args, place["user"].team)
        if fault and not fault.after:
            return await self._failing(call, fault)
        place["uses"] += 1
        refusal = self._refused(call, place)
        if refusal:
            call.status, call.response = refusal[0], {"ok": False, "error": refusal[1]}
            return web.json_response(call.response, status=call.status)
        self._write(place, args)
        return await self._failing(call, fault) if fault else web.Response(text="ok")

    async def _failing(self, call: Call, fault: Fault) -> web.Response:
        call.injected, call.status = True, fault.status or 500
        await asyncio.sleep(fault.delay)
        again = {"retry-after": str(fault.retry_after)} if fault.retry_after else {}
        return web.Response(status=call.status, headers=again)

    def _refused(self, call: Call, place: Json) -> tuple[int, str] | None:
        if place["uses"] > _RESPONSE_URL_USES:
            return 404, "used_url"
        if self.now() - place["at"] > _RESPONSE_URL_SECONDS:
            return 404, "expired_url"
        if any(not line.startswith("unknown argument") for line in call.violations):
            return 400, "invalid_blocks"
        return None

    def _write(self, place: Json, args: Json) -> None:
        source: Message | None = place["message"]
        if source and args.get("delete_original"):
            source.deleted = True
        elif source and args.get("replace_original", bool(source.ephemeral_to) and not args.get("response_type")):
            source.text, source.blocks = args.get("text", ""), with_ids(args.get("blocks"), self.short_id)
            source.edited = {"user": source.user, "ts": self.new_ts()}
        else:
            self.post_answer(place["user"], place["channel"], args)
        self._changed.set()

    def post_answer(self, user: User, channel: Channel, args: Json) -> Message:
        """What an app answered: for this user only, unless it says in_channel."""
        message = self.from_bot(self.installation(user.team), channel, args)
        if args.get("response_type") != "in_channel":
            message.ephemeral_to = user.id
        return self.keep(message)
