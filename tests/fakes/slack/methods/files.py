"""files.*: the upload in three steps, and the moment Slack needs before a file can be shown."""

import re
import time

from aiohttp import web

from tests.fakes.slack.blockkit.schema import Json, walk
from tests.fakes.slack.methods.asking import Ask, method
from tests.fakes.slack.shapes import SlackError
from tests.fakes.slack.world import World


@method("files.getUploadURLExternal", "files:write", tier=4)
def get_upload_url(ask: Ask) -> Json:
    key, name, alt = ask.slack.new_id("F"), str(ask.args["filename"]), ask.args.get("alt_txt")
    file = {"id": key, "name": name, "length": int(ask.args["length"]), "alt": alt, "bytes": None, "done": False}
    ask.slack.files[key] = file
    if re.search(r"\.(png|jpe?g|gif)$", name) and not alt:
        ask.call.lint.append("image upload without alt_txt: screen readers have nothing to read")
    return {"upload_url": f"{ask.slack.base_url}/upload/{key}", "file_id": key}


async def receive_upload(slack: World, request: web.Request) -> web.Response:
    """The second step: the bytes, plain or in a form."""
    file = slack.files.get(request.match_info["file"])
    if file is None:
        return web.Response(status=404)
    data = file["bytes"] = await _bytes(request)
    if len(data) != file["length"]:
        slack.user_errors.append(f"upload of {file['name']}: {len(data)} bytes, {file['length']} announced")
    return web.Response(text=f"OK - {len(data)}", content_type="text/plain")


async def _bytes(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    parts = [part for part in (await request.post()).values() if isinstance(part, web.FileField)]
    return parts[0].file.read() if parts else b""


@method("files.completeUploadExternal", "files:write", tier=4)
def complete_upload(ask: Ask) -> Json:
    done = [_completed(ask, entry) for entry in ask.args["files"]]
    rooms = [ask.args["channel_id"]] if ask.args.get("channel_id") else str(ask.args.get("channels") or "").split(",")
    for room in filter(None, rooms):
        channel = ask._replace(args={"channel": room}).target()
        shared = ask.slack.from_bot(ask.bot, channel, {"text": ask.args.get("initial_comment", ""), **ask.args})
        shared.subtype, shared.files = "file_share", done
        ask.slack.keep(shared)
    return {"files": done}


def _completed(ask: Ask, entry: Json) -> Json:
    file = ask.slack.files.get(entry["id"])
    if file is None or file["bytes"] is None:
        raise SlackError("file_not_found")
    title = entry.get("title") or file["name"]
    file |= {"done": True, "ready_at": time.monotonic() + ask.slack.file_seconds, "title": title}
    kind = "image/png" if file["name"].endswith("png") else "application/octet-stream"
    return {
        "id": file["id"], "name": file["name"], "title": title, "size": len(file["bytes"]), "mimetype": kind,
        "permalink": f"https://{ask.workspace.domain}.slack.com/files/{file['id']}",
        "url_private": f"https://files.slack.com/{file['id']}",
    }  # fmt: skip


@method("files.info", "files:read", tier=4)
def files_info(ask: Ask) -> Json:
    file = ask.slack.files.get(str(ask.args["file"]))
    if file is None:
        raise SlackError("file_not_found")
    ready = _ready(file)
    link = f"https://{ask.workspace.domain}.slack.com/files/{file['id']}"
    kind = {"mimetype": "image/png" if ready else "", "filetype": "png" if ready else ""}
    return {"file": {"id": file["id"], "name": file["name"], "permalink": link, **kind}}


def _ready(file: Json) -> bool:
    return bool(file.get("done")) and time.monotonic() >= file["ready_at"]


def check_slack_files(ask: Ask, blocks: list[Json] | None) -> None:
    """Blocks may show a file only once Slack has processed it (the wording: python-slack-sdk#1658)."""
    for index, block in enumerate(blocks or []):
        for node in walk(block):
            wanted = node.get("slack_file")
            if isinstance(wanted, dict) and "id" in wanted and not _ready(ask.slack.files.get(wanted["id"], {})):
                line = f"invalid slack file [json-pointer:/blocks/{index}/slack_file]"
                more = {"errors": [line], "response_metadata": {"messages": [f"[ERROR] {line}"]}}
                raise SlackError("invalid_blocks", **more)
