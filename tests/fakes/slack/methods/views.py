"""views.*: modals and home tabs."""

import time

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.interacting import MODAL_DEPTH
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.shapes import SlackError, View

TRIGGER_SECONDS = 3.0


def _use_trigger(ask: Ask) -> Json:
    trigger = ask.slack.triggers.get(str(ask.args.get("trigger_id")))
    if trigger is None:
        raise SlackError("invalid_trigger_id")
    if time.monotonic() - trigger["at"] > TRIGGER_SECONDS:
        raise SlackError("expired_trigger_id")
    if trigger["used"]:
        raise SlackError("exchanged_trigger_id")
    trigger["used"] = True
    return trigger


def _every_view(ask: Ask) -> list[View]:
    return [view for stack in ask.slack.modals.values() for view in stack] + list(ask.slack.homes.values())


def _unique_external(ask: Ask, except_id: str = "") -> None:
    wanted = ask.args["view"].get("external_id")
    if wanted and any(v.content.get("external_id") == wanted and v.id != except_id for v in _every_view(ask)):
        raise SlackError("duplicate_external_id")


@method("views.open", tier=4)
def views_open(ask: Ask) -> Json:
    trigger = _use_trigger(ask)
    _unique_external(ask)
    view = ask.slack.make_view(trigger["user"], ask.args["view"])
    ask.slack.modals[view.user] = [view]
    return {"view": ask.slack.view_json(view)}


@method("views.push", tier=4)
def views_push(ask: Ask) -> Json:
    trigger = _use_trigger(ask)
    stack = ask.slack.modals.get(trigger["user"].id) or []
    if trigger["view"] is None or not stack:
        raise SlackError("not_found")
    if len(stack) >= MODAL_DEPTH:
        raise SlackError("push_limit_reached")
    _unique_external(ask)
    view = ask.slack.make_view(trigger["user"], ask.args["view"], stack[0].id, stack[-1].id)
    stack.append(view)
    return {"view": ask.slack.view_json(view)}


@method("views.update", tier=4)
def views_update(ask: Ask) -> Json:
    view = _named(ask)
    if ask.args.get("hash") and ask.args["hash"] != view.hash:
        raise SlackError("hash_conflict")
    _unique_external(ask, view.id)
    fresh = ask.slack.make_view(ask.slack.somebody(view.user), ask.args["view"], view.root, view.previous, view.id)
    kept = {block.get("block_id") for block in fresh.content["blocks"]}
    fresh.values = {name: value for name, value in view.values.items() if name in kept}
    if ask.slack.homes.get(view.user) is view:
        ask.slack.homes[view.user] = fresh
    else:
        stack = ask.slack.modals[view.user]
        stack[stack.index(view)] = fresh
    return {"view": ask.slack.view_json(fresh)}


def _named(ask: Ask) -> View:
    external = ask.args.get("external_id")
    for view in _every_view(ask):
        if view.id == ask.args.get("view_id") or (external and view.content.get("external_id") == external):
            return view
    raise SlackError("not_found")


@method("views.publish", tier=4)
def views_publish(ask: Ask) -> Json:
    if not ask.slack.home_tab:
        raise SlackError("not_enabled")
    user = ask.workspace.users.get(str(ask.args["user_id"]))
    if user is None:
        raise SlackError("user_not_found")
    old = ask.slack.homes.get(user.id)
    if ask.args.get("hash") and old and ask.args["hash"] != old.hash:
        raise SlackError("hash_conflict")
    view = ask.slack.make_view(user, ask.args["view"], view_id=old.id if old else None)
    ask.slack.homes[user.id] = view
    return {"view": ask.slack.view_json(view)}
