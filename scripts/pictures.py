"""Draws Slack messages and views as pictures, without Slack and without network: `make pictures`.

    python -m scripts.pictures FOLDER PICTURES [--varied NAME...] [--scale 2]

FOLDER holds one JSON file for each picture: a list of blocks, {"blocks": [...], "text": "...", "ephemeral": true}, or
a modal or home view; people.json may name who is mentioned: {"users": [{"id": "U1", "name": "ann"}], "channels": []}.
Each comes out light and dark, wide and as on a phone; with --varied, all but those named only light and wide. Needs
node, npm and Chromium; a developer's tool.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import escape
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

Json = dict[str, Any]

SOURCES: Final = Path(__file__).parent / "slack_pictures"
BUILT: Final = Path(__file__).parents[1] / "build" / "slack_pictures"
COPIED: Final = ("package.json", "package-lock.json", ".npmrc", "draw.jsx")
CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS: Final = ("--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars")
Look = tuple[str, int]
LOOKS: Final[Sequence[Look]] = tuple(product(("light", "dark"), (600, 360)))  # theme, width
MENDED: Final = (
    "#root .grid { column-gap: 16px; }"
    "#root textarea { resize: none; }"
    '#root [id^="line-"] textarea { min-height: 0 !important; height: 36px !important; overflow: hidden; }'
)
SENT_AT: Final = "2026-11-23T09:41:00"
APP: Final = "Planfirst"
PATIENCE_MS: Final = 10_000

LOGO: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="6" '
    'fill="#2d6a4f"/><path d="M10 19l6 6 11-13" stroke="#fff" stroke-width="3.5" fill="none"/></svg>'
)
GREY: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="220"><rect width="480" height="220" fill="#e8e8e8"/>'
    '<text x="240" y="115" font-family="sans-serif" font-size="15" text-anchor="middle" fill="#666">{}</text></svg>'
)


class Drawing(NamedTuple):
    """What stands in one JSON file."""

    name: str
    kind: str  # message, modal or home
    spec: Json
    blocks: list[Json]


def read(path: Path) -> Drawing:
    """Raises ValueError on what is no JSON."""
    spec = json.loads(path.read_text(encoding="utf-8"))
    spec = {"blocks": spec} if isinstance(spec, list) else spec
    kind = spec.get("type", "message")
    said = [{"type": "section", "text": {"type": "mrkdwn", "text": spec.get("text") or " "}}]
    blocks = spec.get("blocks") or said
    for number, block in enumerate(blocks):
        without_network(block)
        told_apart(block, number)
    return Drawing(path.stem, kind, spec, blocks)


def without_network(node: Any) -> None:
    """Pictures that would have to be fetched become grey boxes with their alternative text."""
    if isinstance(node, dict):
        shown = data_url(GREY.format(escape(str(node.get("alt_text", "image")))))
        for name in ("image_url", "thumbnail_url"):
            if name in node:
                node[name] = shown
        if node.pop("slack_file", None):
            node["image_url"] = shown
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        without_network(child)


def told_apart(block: Json, number: int) -> None:
    """The library takes all radio buttons of one action id for one group, and each text input for one of many lines.

    So an input gets an id of its own, by which MENDED knows one of one line.
    """
    element = block.get("element", {})
    kind = "line" if element.get("multiline") is False else "input"
    element["action_id"] = f"{kind}-{number}"


def data_url(svg: str) -> str:
    """The picture as an address that needs no network."""
    return "data:image/svg+xml," + quote(svg)


# ---- the page -------------------------------------------------------------------------


def plain(text: Json | None, otherwise: str = "") -> str:
    """The words of a text object, for HTML."""
    return escape((text or {}).get("text", "")) or otherwise


def frame(drawing: Drawing) -> str:
    """What Slack shows around the blocks."""
    spec, root = drawing.spec, '<div id="root"></div>'
    if drawing.kind == "modal":
        submit = f'<span class="submit">{plain(spec["submit"])}</span>' if spec.get("submit") else ""
        close = f'<span class="close">{plain(spec.get("close"), "Cancel")}</span>'
        bar = f'<div class="bar"><b>{plain(spec["title"])}</b><span>✕</span></div>'
        return f'{bar}<div class="body">{root}</div><div class="foot">{close}{submit}</div>'
    only_you = '<div class="only-you">Only visible to you</div>' if spec.get("ephemeral") else ""
    return only_you + root


def page_of(drawing: Drawing, theme: str) -> str:
    """The whole HTML page; its script waits for window.draw to be called."""
    styles = "".join(file.read_text(encoding="utf-8") for file in (BUILT / "bundle.css", SOURCES / "frame.css"))
    return (
        f'<!doctype html><meta charset="utf-8"><style>{styles}{MENDED}</style><body class="{theme}">'
        f'<div id="page" class="{drawing.kind}">{frame(drawing)}</div></body>'
    )


def draw(page: Page, drawing: Drawing, theme: str, people: Json) -> int:
    """Put the drawing on the page; gives the number of blocks that the library could draw."""
    page.set_content(page_of(drawing, theme))
    page.add_script_tag(path=str(BUILT / "bundle.js"))
    spec: Json = {"blocks": drawing.blocks, "name": APP, "logo": data_url(LOGO), "theme": theme, "data": people}
    spec |= {"time": SENT_AT, "withoutWrapper": drawing.kind != "message"}
    drawn: int = page.evaluate("spec => window.draw(spec)", spec)
    return drawn


def looks_of(drawing: Drawing, varied: Sequence[str] | None) -> Sequence[Look]:
    """How it is drawn: all ways, or the first one alone when others are named."""
    return LOOKS if varied is None or drawing.name in varied else LOOKS[:1]


def pictures_of(
    screen: BrowserContext, drawing: Drawing, people: Json, looks: Sequence[Look], target: Path
) -> Iterator[str]:
    """Write the pictures of one drawing; yields what could not be drawn."""
    for theme, width in looks:
        page = screen.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        drawn = draw(page, drawing, theme, people)
        page.locator("#page").screenshot(path=target / f"{drawing.name}_{theme}_{width}.png")
        page.close()
        if drawn < len(drawing.blocks):
            yield f"{drawing.name}, {theme}: {drawn} of {len(drawing.blocks)} blocks drawn"


def screen_of(browser: Browser, scale: float) -> BrowserContext:
    """A screen of that many pixels for each one of the page, and no network behind it."""
    screen = browser.new_context(device_scale_factor=scale, locale="en-GB")
    screen.set_default_timeout(PATIENCE_MS)
    screen.route("**/*", lambda route: route.abort())
    return screen


# ---- the bundle -------------------------------------------------------------------------


def npm(*arguments: str) -> None:
    """Run npm where the bundle is built; raises CalledProcessError."""
    command = shutil.which("npm")
    if command is None:
        sys.exit("Pictures need node and npm; none was found.")
    subprocess.run([command, *arguments], cwd=BUILT, check=True)  # noqa: S603 - our own arguments


def bundle() -> None:
    """Build what draws, unless it stands there, built from these sources."""
    same = all((BUILT / name).exists() and same_text(name) for name in COPIED)
    if same and (BUILT / "bundle.js").exists():
        return
    BUILT.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        shutil.copyfile(SOURCES / name, BUILT / name)
    npm("ci", "--no-progress", "--loglevel=error")
    npm("run", "--silent", "bundle")


def same_text(name: str) -> bool:
    """Whether the copy is that of today's source."""
    return (BUILT / name).read_bytes() == (SOURCES / name).read_bytes()


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 when a block was left out: the library does not know it."""
    parser = argparse.ArgumentParser(description="Draw Slack messages and views as pictures.")
    parser.add_argument("folder", type=Path, help="JSON files, one for each picture")
    parser.add_argument("pictures", type=Path, help="where the PNG files go")
    parser.add_argument("--scale", type=float, default=2, help="pixels of the picture for each one of the page")
    parser.add_argument("--varied", nargs="*", metavar="NAME", help="only these come out dark and narrow too")
    asked = parser.parse_args(arguments)
    asked.pictures.mkdir(parents=True, exist_ok=True)
    people_file = asked.folder / "people.json"
    people = json.loads(people_file.read_text(encoding="utf-8")) if people_file.exists() else {}
    drawings = [read(path) for path in sorted(asked.folder.glob("*.json")) if path != people_file]
    bundle()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        screen = screen_of(browser, asked.scale)
        missing = [
            line
            for drawing in drawings
            for line in pictures_of(screen, drawing, people, looks_of(drawing, asked.varied), asked.pictures)
        ]
        browser.close()
    print(*missing, f"{len(drawings)} drawings in {asked.pictures}", sep="\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
