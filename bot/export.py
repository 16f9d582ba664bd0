"""What is behind the links of `/plan export`: a page to print, Markdown, JSON.

Whether the reader may see the plan is asked here, at the moment they open it: a link outlives a plan that was taken
back, or deleted.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.export_links import Form, Links, Ticket, is_open
from dialogs.content.catalog import text_of
from dialogs.lang import LANGS, Lang
from dialogs.life.exporting import as_json, as_markdown, sheet
from dialogs.life.history import Version
from dialogs.life.others import past_for
from dialogs.life.record import Record, role_of
from storage.store import Store
from storage.transaction import Transaction

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_STYLE_HASH: Final = b64encode(sha256(_TEMPLATES.get_template("export.css").render().encode()).digest()).decode()
HEADERS: Final = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
}


class _Opened(NamedTuple):
    """What is behind a link, as its reader may have it."""

    record: Record
    versions: tuple[Version, ...]


def add_export(
    app: web.Application, store: Store, links: Links, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> None:
    """Add GET /export/{token}. `clock` gives the time, aware."""

    async def export(request: web.Request) -> web.Response:
        ticket = links.read(request.match_info["token"])
        if ticket is None:
            return _in_words("export.unknown", 404)
        now = clock()
        if now.timestamp() >= ticket.until:
            return _in_words("export.gone", 410)
        opened = await store.run(partial(_open, ticket))
        if opened is None:
            return _in_words("export.unknown", 404)
        return _WRITTEN[ticket.form](opened, ticket.lang, now.astimezone(ZoneInfo(ticket.zone)).date())

    app.router.add_get("/export/{token}", export)
    app.on_response_prepare.append(_private)  # after what the page's application sets for its own answers


def _open(ticket: Ticket, tx: Transaction) -> _Opened | None:
    """The plan as it stands now; None when it is gone or not theirs to see."""
    kept = tx.plans.record(ticket.ref)
    role = role_of(kept.record, ticket.person) if kept else "stranger"
    if kept is None or not is_open(ticket.form, role):
        return None
    zone = ZoneInfo(ticket.zone)
    stored = tx.plans.versions(ticket.ref.owner, ticket.ref.number)
    versions = tuple(Version(one.version, one.changed_at.astimezone(zone), one.plan) for one in stored)
    return _Opened(kept.record, past_for(role, kept.record, versions))


def _page(opened: _Opened, lang: Lang, today: date) -> web.Response:
    page, shown = _TEMPLATES.get_template("export.html"), sheet(*opened, lang, today)
    text = page.render(sheet=shown, lang=lang, word=lambda key: text_of(key, lang))
    return web.Response(text=text, content_type="text/html")


def _markdown(opened: _Opened, lang: Lang, today: date) -> web.Response:
    return _file(as_markdown(*opened, lang, today), "text/markdown", f"plan-{opened.record.ref.number}.md")


def _json(opened: _Opened, _lang: Lang, _today: date) -> web.Response:
    return _file(as_json(*opened), "application/json", f"plan-{opened.record.ref.number}.json")


_WRITTEN: Final[Mapping[Form, Callable[[_Opened, Lang, date], web.Response]]] = MappingProxyType(
    {"page": _page, "markdown": _markdown, "json": _json}
)


def _file(text: str, content_type: str, name: str) -> web.Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=text, content_type=content_type, headers=headers)


def _in_words(key: str, status: int) -> web.Response:
    """Why there is nothing, in both languages: whose link it was is not known, or no business of who opens it."""
    return web.Response(text="\n\n".join(text_of(key, lang) for lang in LANGS) + "\n", status=status)


async def _private(request: web.Request, response: web.StreamResponse) -> None:
    if request.path.startswith("/export/"):
        response.headers.update(HEADERS)
