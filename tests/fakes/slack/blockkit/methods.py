"""Web API methods and their arguments [docs: docs.slack.dev/reference/methods]."""

from tests.fakes.slack.blockkit.composition import USER_ID
from tests.fakes.slack.blockkit.schema import Check, text_of

_TS = text_of(1, None, r"^\d{10}\.\d{6}$")
_CONVERSATION = text_of(1, None, r"^(?:[CDGUW][A-Z0-9]{2,}|#\S+)$")
POSTING = [
    "text",
    "blocks",
    "attachments",
    "metadata",
    "markdown_text",
    "thread_ts",
    "reply_broadcast",
    "mrkdwn",
    "parse",
    "link_names",
    "unfurl_links",
    "unfurl_media",
    "username",
    "icon_emoji",
    "icon_url",
]
_PAGING = ["cursor", "limit", "team_id"]


def _method(required: str = "", optional: str = "", extra: list[str] | None = None) -> tuple[set[str], set[str]]:
    return set(required.split()), set(optional.split()) | set(extra or [])


METHODS: dict[str, tuple[set[str], set[str]]] = {
    "api.test": _method("", "error foo"),
    "apps.connections.open": _method(),
    "apps.event.authorizations.list": _method("event_context", "cursor limit"),
    "apps.uninstall": _method("client_id client_secret"),
    "assistant.threads.setStatus": _method(
        "channel_id status thread_ts", "loading_messages icon_emoji icon_url username"
    ),
    "assistant.threads.setSuggestedPrompts": _method("channel_id prompts", "thread_ts title"),
    "assistant.threads.setTitle": _method("channel_id thread_ts title"),
    "auth.revoke": _method("", "test"),
    "auth.test": _method(),
    "auth.teams.list": _method("", "cursor limit include_icon"),
    "blocks.validate": _method("", "blocks message view"),
    "bots.info": _method("", "bot team_id"),
    "chat.appendStream": _method("channel ts", "markdown_text chunks"),
    "chat.delete": _method("channel ts", "as_user"),
    "chat.deleteScheduledMessage": _method("channel scheduled_message_id", "as_user"),
    "chat.getPermalink": _method("channel message_ts"),
    "chat.postEphemeral": _method("channel user", "", POSTING),
    "chat.postMessage": _method("channel", "as_user container_id", POSTING),
    "chat.scheduleMessage": _method("channel post_at", "as_user", POSTING),
    "chat.scheduledMessages.list": _method("", "channel cursor latest limit oldest team_id"),
    "chat.startStream": _method(
        "channel",
        "thread_ts markdown_text chunks recipient_team_id recipient_user_id "
        "task_display_mode icon_emoji icon_url username",
    ),
    "chat.stopStream": _method("channel ts", "markdown_text chunks blocks metadata"),
    "chat.update": _method("channel ts", "as_user file_ids unfurled_attachments", POSTING),
    "conversations.history": _method("channel", "cursor limit latest oldest inclusive include_all_metadata"),
    "conversations.info": _method("channel", "include_locale include_num_members"),
    "conversations.join": _method("channel"),
    "conversations.list": _method("", "exclude_archived types", _PAGING),
    "conversations.members": _method("channel", "cursor limit"),
    "conversations.open": _method("", "channel users return_im prevent_creation"),
    "conversations.replies": _method("channel ts", "cursor limit latest oldest inclusive include_all_metadata"),
    "files.info": _method("file", "cursor limit"),
    "files.completeUploadExternal": _method(
        "files", "channel_id channels initial_comment thread_ts blocks highlight_type"
    ),
    "files.getUploadURLExternal": _method("filename length", "alt_txt alt_text snippet_type"),
    "oauth.v2.access": _method("", "client_id client_secret code code_verifier grant_type redirect_uri refresh_token"),
    "reactions.add": _method("channel name timestamp"),
    "reactions.remove": _method("name", "channel timestamp file file_comment"),
    "team.info": _method("", "team domain"),
    "usergroups.list": _method("", "include_count include_disabled include_users team_id"),
    "usergroups.users.list": _method("usergroup", "include_disabled team_id"),
    "users.conversations": _method("", "exclude_archived types user", _PAGING),
    "users.info": _method("user", "include_locale"),
    "users.list": _method("", "include_locale", _PAGING),
    "users.lookupByEmail": _method("email"),
    "users.profile.get": _method("", "include_labels user"),
    "views.open": _method("view", "trigger_id interactivity_pointer"),
    "views.publish": _method("user_id view", "hash"),
    "views.push": _method("view", "trigger_id interactivity_pointer"),
    "views.update": _method("view", "view_id external_id hash"),
}

ARGUMENTS: dict[str, Check] = {
    "channel": _CONVERSATION,
    "channel_id": _CONVERSATION,
    "user": USER_ID,
    "user_id": USER_ID,
    "ts": _TS,
    "thread_ts": _TS,
    "message_ts": _TS,
    "timestamp": _TS,
    "name": text_of(1, None, r"^[a-z0-9_+'-]+(::skin-tone-[2-6])?$"),  # reactions: no colons
    "usergroup": text_of(1, None, r"^S[A-Z0-9]+$"),
    "filename": text_of(1),
    "title": text_of(1, 255),
    "status": text_of(0, 255),
}
NAMES_A_REACTION = {"reactions.add", "reactions.remove"}
MESSAGES = {"chat.postMessage", "chat.postEphemeral", "chat.scheduleMessage", "chat.update"}
