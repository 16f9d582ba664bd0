"""What a list of blocks must keep as a whole, on each surface: message, modal, home."""

from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.blockkit.blocks import BLOCK
from tests.fakes.slack.blockkit.limits import (
    BLOCKS_TOTAL_MAX,
    FORBIDDEN_BLOCKS,
    MARKDOWN_MAX,
    MAX_BLOCKS,
    TABLE_CHARS_MAX,
)
from tests.fakes.slack.blockkit.schema import Json, Report, objects, walk


def _characters(value: Any) -> int:
    return sum(
        len(entry) for node in walk(value) for name, entry in node.items() if name == "text" and isinstance(entry, str)
    )


def block_list(blocks: Any, surface: str, at: str, report: Report) -> None:
    """All the rules for the blocks of a message, a modal or a home tab."""
    if not isinstance(blocks, list):
        report(at, "must be an array of blocks")
        return
    if surface != "message" and not blocks:
        report(at, "no fewer than 1 items allowed")
    if len(blocks) > MAX_BLOCKS[surface]:
        report(at, f"no more than {MAX_BLOCKS[surface]} items allowed")
    for index, block in enumerate(blocks):
        BLOCK(block, f"{at}/{index}", report)
        if isinstance(block, dict):
            _allowed_here(block, surface, f"{at}/{index}", report)
            _own_action_ids(block, f"{at}/{index}", report)
    _own_block_ids(blocks, at, report)
    _at_most(blocks, at, report)
    _sizes(blocks, surface, at, report)
    if surface != "modal":
        for _ in (node for node in walk(blocks) if node.get("response_url_enabled")):
            report(at, "response_url_enabled is allowed in modal input blocks only")


def _allowed_here(block: Json, surface: str, at: str, report: Report) -> None:
    kind, element = str(block.get("type")), block.get("element")
    if kind in FORBIDDEN_BLOCKS[surface]:
        report(f"{at}/type", f"{kind} block is not allowed in a {surface}")
    if surface != "modal" and isinstance(element, dict) and element.get("type") == "file_input":
        report(f"{at}/element/type", "file_input is allowed in modals only")


def _own_action_ids(block: Json, at: str, report: Report) -> None:
    if block.get("type") in ("actions", "context_actions"):
        ids = [element.get("action_id") for element in objects(block.get("elements"))]
        for twice in _repeated(ids):
            report(f"{at}/elements", f"action_id used twice in one block: {twice}")


def _own_block_ids(blocks: list[Any], at: str, report: Report) -> None:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") if isinstance(block, dict) else None
        if isinstance(block_id, str):
            if block_id in seen:
                report(f"{at}/{index}/block_id", f"block_id used twice: {block_id}")
            seen.add(block_id)


def _repeated(ids: list[Any]) -> Iterator[str]:
    yield from sorted({one for one in ids if isinstance(one, str) and ids.count(one) > 1})


def _at_most(blocks: list[Any], at: str, report: Report) -> None:
    nodes = list(walk(blocks))
    kinds = [node.get("type") for node in nodes]
    if sum(node.get("focus_on_load") is True for node in nodes) > 1:
        report(at, "focus_on_load may be true for one element only")
    if kinds.count("table") + kinds.count("data_table") > 1:
        report(at, "only one table allowed")
    if kinds.count("data_visualization") > 2:
        report(at, "no more than 2 data_visualization blocks allowed")


def _sizes(blocks: list[Any], surface: str, at: str, report: Report) -> None:
    markdown = [block["text"] for block in objects(blocks) if block.get("type") == "markdown" and "text" in block]
    if sum(len(text) for text in markdown if isinstance(text, str)) > MARKDOWN_MAX:
        report(at, f"markdown blocks together exceed {MARKDOWN_MAX} characters")
    for index, block in enumerate(blocks):
        table = isinstance(block, dict) and block.get("type") in ("table", "data_table")
        if table and _characters(block) > TABLE_CHARS_MAX:
            report(f"{at}/{index}", f"a table may hold {TABLE_CHARS_MAX} characters in all")
    if surface == "message" and _characters(blocks) > BLOCKS_TOTAL_MAX:
        report(at, f"blocks are too long: more than {BLOCKS_TOTAL_MAX} characters in all")
