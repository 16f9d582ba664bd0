"""OAuth: the browser's walk to an installation, tokens and their rotation, and the removal of the app."""

import base64
import re
import time
import uuid
from typing import Literal
from urllib.parse import parse_qs, urlencode, urlsplit

from aiohttp import web

from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack.screens import Screens
from tests.fakes.slack.shapes import Attempt, Delivery, Installation, SlackError, User
from tests.fakes.slack.world import TOKEN_LIFE

_CODE_SECONDS = 600  # docs: oauth.v2.access, invalid_code
_OWNER = "U0SIMOWNER"


class Installing(Screens):
    """Installs, refreshes, removes."""

    async def install_from_browser(
        self,
        install_url: str,
        team: str | None = None,
        *,
        user: User | None = None,
        enterprise: str | None = None,
        cancel: bool = False,
        forget_cookie: bool = False,
        state: str | None = None,
    ) -> Attempt:
        """Walk the OAuth flow: install page -> Slack's consent -> the app's redirect URL.

        `enterprise`: install for the whole organisation instead of one workspace; `state`: forge it.
        """
        async with self._http.get(install_url, allow_redirects=False) as page:
            text = await page.text()
            cookie = "; ".join(c.split(";")[0] for c in page.headers.getall("set-cookie", []))
            found = re.findall(r'href="([^"]*oauth/v2/authorize[^"]*)"', text)
            link = page.headers.get("location") or next(iter(found), None)
        if not link:
            return Attempt(page.status, text, reason="status")
        query = {k: v[0] for k, v in parse_qs(urlsplit(link.replace("&amp;", "&")).query).items()}
        refusal = self._consent_refused(query)
        if refusal:
            return Attempt(400, f"authorize: {refusal}", reason="status")
        answer = {"state": query.get("state", "") if state is None else state}
        if cancel:
            answer["error"] = "access_denied"
        else:
            answer["code"] = self._new_code(query, team or self.team, enterprise, user)
        start = urlsplit(install_url)
        redirect = query.get("redirect_uri") or f"{start.scheme}://{start.netloc}/slack/oauth_redirect"
        return await self._come_back(f"{redirect}?{urlencode(answer)}", "" if forget_cookie else cookie)

    def _consent_refused(self, query: dict[str, str]) -> str | None:
        if query.get("client_id") != self.client_id:
            return f"bad client_id {query.get('client_id')}"
        missing = set(filter(None, query.get("scope", "").split(","))) - self.scopes
        return f"scopes not configured {sorted(missing)}" if missing else None

    def _new_code(self, query: dict[str, str], team: str, enterprise: str | None, user: User | None) -> str:
        code = uuid.uuid4().hex
        self._codes[code] = {
            "team": team, "enterprise": enterprise, "user": user.id if user else _OWNER, "at": self.now(),
            "redirect_uri": query.get("redirect_uri"), "scope": query.get("scope", ""),
        }  # fmt: skip
        return code

    async def _come_back(self, url: str, cookie: str) -> Attempt:
        start = time.monotonic()
        headers = {"cookie": cookie} if cookie else {}
        async with self._http.get(url, headers=headers, allow_redirects=False) as back:
            text = await back.text()
        failed = "" if back.status < 400 else "status"
        return Attempt(back.status, text, dict(back.headers), time.monotonic() - start, failed)

    async def _authorize_page(self, request: web.Request) -> web.Response:
        return web.Response(text="consent page (tests use install_from_browser)", content_type="text/html")

    # ---- oauth.v2.access ------------------------------------------------------------

    def grant(self, args: Json) -> Json:
        """The answer of oauth.v2.access, for a code or a refresh token; raises SlackError."""
        self._check_client(args)
        user = _OWNER
        if args.get("grant_type") == "refresh_token":
            made = self._refreshed(args.get("refresh_token"))
        else:
            code = self._codes.pop(str(args.get("code")), None)
            if code is None or self.now() - code["at"] > _CODE_SECONDS:
                raise SlackError("invalid_code")
            if code["redirect_uri"] != args.get("redirect_uri"):
                raise SlackError("bad_redirect_uri")
            user, scopes = code["user"], set(filter(None, code["scope"].split(","))) or None
            org = code["enterprise"]
            made = self.install_org(org, scopes) if org else self.install(code["team"], scopes)
        return self._access(made, user)

    def _check_client(self, args: Json) -> None:
        ident, secret = args.get("client_id"), args.get("client_secret")
        if "_basic" in args:
            ident, _, secret = base64.b64decode(args["_basic"][6:]).decode().partition(":")
        if ident != self.client_id:
            raise SlackError("invalid_client_id")
        if secret != self.client_secret:
            raise SlackError("bad_client_secret")

    def _refreshed(self, token: str | None) -> Installation:
        old = next((i for i in self.installations.values() if i.refresh and i.refresh == token), None)
        if old is None or old.uninstalled:
            raise SlackError("invalid_refresh_token")
        old.refresh, old.superseded = None, True  # docs: a refresh token works once
        return self.give_token(
            Installation("", old.team, old.bot_user, old.bot_id, old.scopes, enterprise=old.enterprise)
        )

    def _access(self, made: Installation, user: str) -> Json:
        workspace = self.workspaces.get(made.team)
        org = workspace.enterprise if workspace else made.enterprise
        body: Json = {
            "ok": True, "app_id": self.app_id, "access_token": made.token, "token_type": "bot",
            "scope": ",".join(sorted(made.scopes)), "bot_user_id": made.bot_user,
            "is_enterprise_install": made.org_wide, "authed_user": {"id": user},
            "team": {"id": workspace.id, "name": workspace.name} if workspace else None,
            "enterprise": {"id": org, "name": org} if org else None,
        }  # fmt: skip
        return body | ({"refresh_token": made.refresh, "expires_in": TOKEN_LIFE} if made.refresh else {})

    # ---- removal ---------------------------------------------------------------------

    async def uninstall(
        self,
        team: str | None = None,
        *,
        enterprise: str | None = None,
        first: Literal["tokens_revoked", "app_uninstalled"] = "tokens_revoked",
    ) -> list[Delivery]:
        """An owner removes the app: the token dies, then two events come, in no certain order."""
        where = "" if enterprise else team or self.team
        gone = self._org_installation(enterprise) if enterprise else self.installation(where)
        gone.uninstalled = True
        events: list[Json] = [
            {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [gone.bot_user]}},
            {"type": "app_uninstalled"},
        ]
        events.sort(key=lambda event: event["type"] != first)
        wanted = [event for event in events if event["type"] in self.events and self.somebody_listens]
        return [await self.emit(gone, event, where) for event in wanted]

    def _org_installation(self, enterprise: str) -> Installation:
        mine = (i for i in reversed(self.installations.values()) if i.org_wide and i.enterprise == enterprise)
        return next(i for i in mine if not (i.uninstalled or i.superseded))
