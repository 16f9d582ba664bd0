"""A strict validator for Block Kit, views and the arguments of Web API calls, written from documented limits.

Every function gives the violations that Slack would refuse (or drop), one sentence each, ending in the place as Slack
names it: "must be less than 3001 characters [json-pointer:/blocks/0/text/text]".
"""

from typing import Any

from tests.fakes.slack.blockkit.lint import lint_payload
from tests.fakes.slack.blockkit.messages import metadata_rules
from tests.fakes.slack.blockkit.payload import check_payload
from tests.fakes.slack.blockkit.schema import Json, collect
from tests.fakes.slack.blockkit.surfaces import block_list
from tests.fakes.slack.blockkit.views import submission_rules, view_rules

__all__ = ["check_blocks", "check_metadata", "check_payload", "check_submission_response", "check_view", "lint_payload"]


def check_blocks(blocks: Any, surface: str = "message") -> list[str]:
    """`surface`: message, modal or home."""
    return collect(lambda report: block_list(blocks, surface, "/blocks", report))


def check_view(view: Any, kind: str | None = None) -> list[str]:
    """`kind`: modal, home, or None where either will do."""
    return collect(lambda report: view_rules(view, kind, "/view", report))


def check_metadata(metadata: Any) -> list[str]:
    """Metadata of a message."""
    return collect(lambda report: metadata_rules(metadata, "/metadata", report))


def check_submission_response(body: Any, view: Json) -> list[str]:
    """The JSON with which an app answers the view_submission of `view`."""
    return collect(lambda report: submission_rules(body, view, report))
