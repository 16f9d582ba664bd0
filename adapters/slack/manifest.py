"""The app's manifest: all that Slack needs to know of Planfirst, and the fewest scopes that it can do its work with.

An administrator pastes it where the app is made (docs/slack.md). Each scope has its reason here and in docs/privacy.md.
Lengths are those of Slack's manifest reference: description 140, long description 174 to 4,000, shortcut name 24.
"""

from typing import Any, Final

SCOPES: Final = {
    "app_mentions:read": "hear a mention, where the coach does not listen otherwise",
    "assistant:write": "suggest first words in the private talk, and show that it types",
    "channels:history": "read messages of public channels that it was invited to: judged in memory, then forgotten",
    "channels:read": "know whether a public channel is shared with another company, and whether it is in it",
    "chat:write": "answer",
    "commands": "the command /plan and the shortcuts",
    "groups:history": "the same as channels:history, for private channels that it was invited to",
    "groups:read": "the same as channels:read, for private channels",
    "im:history": "read what people write to it in private; find a message of its own before it says it again",
    "im:write": "open the private talk with somebody who asked for it",
    "users:read": "first name, language and time zone of people it talks with; whether somebody is a guest",
}
"""Each scope, and why the coach cannot do without it."""

EVENTS: Final = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "tokens_revoked",
)

THINK_THROUGH: Final = "think_through"  # a shortcut of messages
REVIEW_PLAN: Final = "review_plan"  # the other one of messages
START_PLAN: Final = "start_plan"  # the global one

_LONG: Final = (
    "Planfirst is a coach for plans. Somebody writes “we should launch a podcast”, or a community, or an AI agent: in "
    "channels that opted in, and for that person's eyes only, it offers to get the plan straight first. It asks about "
    "the problem, the objective and the plan, one short question at a time, and then says step by step whether a tool "
    "is needed. Often none is. It is private, rare and easy to stop, and works in English and French."
)


def manifest(public_url: str | None, *, rotation: bool = False) -> dict[str, Any]:
    """The manifest as JSON values. `public_url` is where Slack reaches us; None: over Socket Mode.

    `rotation` makes tokens expire after twelve hours; they are then renewed by themselves (several workspaces only).
    """
    base = public_url.rstrip("/") if public_url else ""
    events_url = {"request_url": f"{base}/slack/events"} if base else {}
    redirects = {"redirect_urls": [f"{base}/slack/oauth_redirect"]} if base else {}
    return {
        "display_information": {
            "name": "Planfirst",
            "description": "A coach that asks for the plan before the tool.",
            "long_description": _LONG,
            "background_color": "#2d6a4f",
        },
        "features": _features(events_url.get("request_url")),
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}, **redirects},
        "settings": {
            "event_subscriptions": {**events_url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **events_url},
            "org_deploy_enabled": True,
            "socket_mode_enabled": not base,
            "token_rotation_enabled": rotation,
        },
    }


def _features(commands_url: str | None) -> dict[str, Any]:
    return {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "agent_view": {
            "agent_description": "Asks for the problem, the objective and the plan, then says whether a tool helps.",
            "suggested_prompts": [
                {"title": "Start a plan", "message": "/plan start"},
                {"title": "Commencer un plan", "message": "/plan commencer"},
                {"title": "My plans", "message": "/plan list"},
                {"title": "What do you do?", "message": "help"},
            ],
        },
        "bot_user": {"display_name": "Planfirst", "always_online": True},
        "shortcuts": [
            _shortcut("Think this through", "message", THINK_THROUGH, "Get the plan behind this message straight"),
            _shortcut("Review this plan", "message", REVIEW_PLAN, "What holds in this message, and what is missing"),
            _shortcut("Start a plan", "global", START_PLAN, "About ten short questions, in private"),
        ],
        "slash_commands": [
            {
                "command": "/plan",
                "description": "Get a plan straight before anybody picks a tool",
                "usage_hint": "start | list | show 2 | edit | send @name | settings | help",
                "should_escape": True,  # whom it names comes as <@U1|name>
                **({"url": commands_url} if commands_url else {}),
            }
        ],
    }


def _shortcut(name: str, kind: str, callback_id: str, description: str) -> dict[str, str]:
    return {"name": name, "type": kind, "callback_id": callback_id, "description": description}
