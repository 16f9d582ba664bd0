"""Slack's numbers for Block Kit, in one place: a changed limit is one edit.

Sources: [docs] docs.slack.dev reference pages (blocks, block elements, composition objects, views, methods);
[obs] behaviour reported by third parties, named at the place.
"""

MAX_BLOCKS = {"message": 50, "modal": 100, "home": 100}  # [docs] blocks
TEXT_HARD_MAX = 40_000  # [docs] chat.postMessage: longer text is truncated
TEXT_ADVISED_MAX = 4_000  # [docs] recommended length of `text`
MARKDOWN_MAX = 12_000  # [docs] markdown block / markdown_text, cumulative
BLOCKS_TOTAL_MAX = 13_200  # [obs] bolt-js#2509: msg_blocks_too_long near 13.2k chars
VIEW_BYTES_MAX = 250_000  # [docs] views.*: view_too_large above 250kb
ATTACHMENTS_MAX = 100  # [docs] too_many_attachments
PRIVATE_METADATA_MAX = 3_000  # [docs] views
METADATA_BYTES_MAX = 8_000  # [unverified] Slack documents metadata_too_large, no figure found
SCHEDULE_MAX_SECONDS = 120 * 86_400  # [docs] chat.scheduleMessage: time_too_far
SUGGESTED_PROMPTS_MAX = 4  # [docs] assistant.threads.setSuggestedPrompts
TABLE_CHARS_MAX = 10_000  # [docs] table / data_table: aggregate characters

FORBIDDEN_BLOCKS = {  # [docs] docs.slack.dev/blocks.json "available-in-surfaces" (2026)
    "message": {"alert", "file"},
    # card is listed for modals, yet reported not to render there [obs] TightknitAI validator
    "modal": {
        "card",
        "carousel",
        "container",
        "context_actions",
        "data_table",
        "data_visualization",
        "file",
        "markdown",
        "plan",
        "table",
        "task_card",
    },
    # container and data_visualization: messages only in the older list, home tabs too in the newer
    "home": {"alert", "context_actions", "file", "markdown", "plan", "task_card"},
}
