"""The paths that Teams knows, in the application of the process."""

from aiohttp import web

from adapters.teams.about import about
from adapters.teams.app import TeamsApp
from adapters.teams.manifest import ABOUT


def add_teams(app: web.Application, teams: TeamsApp) -> None:
    """Add /api/messages, and the page that the app's manifest names.

    A body above the application's `client_max_size` (1 MB by default) gets 413.
    """
    app.router.add_post("/api/messages", teams.handle)
    app.router.add_get(ABOUT, about)
