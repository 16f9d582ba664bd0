"""Draws Adaptive Cards as Teams shows them, with the official renderer, and says what is wrong with them.

    (cd scripts/teams_cards && npm ci)
    python -m scripts.teams_cards.render CARD.json... --out build/cards
        [--theme light --theme dark] [--width 360 --width 700] [--fill id=value] [--click "Button title"]

A file may hold a card, an attachment, or a message with attachments (its first card). Each comes out once per theme and
width. With --click, the renderer's own validation runs and "pressed" is what a client would send. Prints one JSON list;
exit status 1 when a card has errors or does not fit. Needs npm and Chromium, no network; a developer's tool.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Page, Route, sync_playwright

from tests.fakes.teams.card_check import CardCheck
from tests.fakes.teams.card_schema import card_errors
from tests.fakes.teams.cards import ADAPTIVE_CARD, Json
from tests.fakes.teams.limits import utf16_size
from tests.fakes.teams.record import Record

HERE: Final = Path(__file__).parent
MODULES: Final = HERE / "node_modules"
SCRIPTS: Final = (
    MODULES / "markdown-it/dist/browser/markdown-it.umd.min.js",
    MODULES / "adaptivecards/dist/adaptivecards.min.js",
    HERE / "host_config.js",
    HERE / "draw.js",
)
CHROMIUM: Final = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS: Final = ("--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars")
THEMES: Final = ("light", "dark")
WIDTHS: Final = (360, 700)
PATIENCE_MS: Final = 10_000
INLINE: Final = ("data:", "blob:", "about:")
# What the renderer says of Teams' own charts and picker of people, of which it knows nothing.
BEYOND: Final = ("Fallback will be used", '"choices.data"', "at least one choice")


class Look(NamedTuple):
    """How a card is looked at, and what is done with it before the picture is taken."""

    theme: str
    width: int  # CSS pixels
    fill: tuple[tuple[str, str], ...] = ()
    click: str = ""


def read(path: Path) -> Json:
    """The card of a file. Raises ValueError when there is none."""
    found: Any = json.loads(path.read_text(encoding="utf-8"))
    for attachment in found.get("attachments", ()):
        if attachment.get("contentType") == ADAPTIVE_CARD:
            found = attachment
    card: Json = found.get("content", found)
    if card.get("type") != "AdaptiveCard":
        raise ValueError(f"no AdaptiveCard in {path}")
    return card


def checked(card: Json) -> Json:
    """What the official schema and Teams object to, and the size in bytes as Teams counts."""
    record = Record()
    CardCheck(record, card_errors).check(card)
    return {"errors": record.violations, "warnings": record.warnings, "utf16_bytes": utf16_size(card)}


@contextmanager
def a_page() -> Iterator[Page]:
    """A page of a Chromium that loads nothing from anywhere."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(device_scale_factor=2)
        page.set_default_timeout(PATIENCE_MS)
        page.route("**/*", _inline_only)
        yield page
        browser.close()


def _inline_only(route: Route) -> None:
    if route.request.url.startswith(INLINE):
        route.continue_()
    else:
        route.abort()


def drawn(page: Page, card: Json, look: Look, picture: Path) -> Json:
    """Draws the card, fills and presses it, takes the picture; what the renderer objects to and what a reader sees."""
    page.set_viewport_size({"width": look.width, "height": 100})
    style = (HERE / "page.css").read_text(encoding="utf-8")
    body = f'<body class="{look.theme}"><div id="card"></div></body>'
    page.set_content(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{body}')
    for script in SCRIPTS:
        page.add_script_tag(path=script)
    issues = page.evaluate("([card, theme]) => draw(card, hostConfig(theme))", [card, look.theme])
    for key, value in look.fill:
        page.evaluate("([key, value]) => fill(key, value)", [key, value])
    if look.click:
        page.get_by_role("button", name=look.click, exact=True).first.click()
    page.screenshot(path=picture, full_page=True)
    return {
        "picture": str(picture),
        "issues": [said for said in issues if not any(part in said for part in BEYOND)],
        "cut_off": page.evaluate("cutOff()"),
        "text": page.locator("#card").inner_text(),
        "pressed": page.evaluate("pressed()"),
    }


def _looks(asked: argparse.Namespace) -> Iterator[Look]:
    fill = tuple(tuple(pair.split("=", 1)) for pair in asked.fill)
    for theme, width in product(asked.theme or THEMES, asked.width or WIDTHS):
        yield Look(theme, width, fill, asked.click)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Draw Adaptive Cards as Teams shows them.")
    parser.add_argument("cards", type=Path, nargs="+", help="JSON files")
    parser.add_argument("--out", type=Path, required=True, help="where the PNG files go")
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--width", action="append", type=int)
    parser.add_argument("--fill", action="append", default=[], metavar="ID=VALUE")
    parser.add_argument("--click", default="", metavar="TITLE")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 when a card has errors or does not fit."""
    asked = _asked(arguments)
    if not MODULES.exists():
        sys.exit(f"Run npm ci in {HERE} first.")
    asked.out.mkdir(parents=True, exist_ok=True)
    results: list[Json] = []
    with a_page() as page:
        for path in asked.cards:
            card = read(path)
            looks = [drawn(page, card, look, asked.out / _named(path, look)) for look in _looks(asked)]
            results.append({"card": str(path), **checked(card), "looks": looks})
    print(json.dumps(results, indent=1, ensure_ascii=False))
    return 1 if any(map(_is_wrong, results)) else 0


def _named(path: Path, look: Look) -> str:
    return f"{path.stem}_{look.theme}_{look.width}.png"


def _is_wrong(result: Json) -> bool:
    return bool(result["errors"]) or any(look["issues"] or look["cut_off"] for look in result["looks"])


if __name__ == "__main__":
    sys.exit(main())
