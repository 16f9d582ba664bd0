"""The page that the manifest names for support, privacy and terms: what Planfirst is, and what it reads and keeps.

Teams shows its address to everybody who looks at the app. It loads nothing, and it says the same to all.
"""

from html import escape
from typing import Final

from aiohttp import web

from adapters.teams.manifest import FULL, FULL_NAME, Text

_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Planfirst</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
main {{ max-width: 38rem; margin: 8vh auto; padding: 0 1.5rem }}
section + section {{ margin-top: 3rem }}
h1 {{ font-size: 1.5rem }}
</style>
</head>
<body><main>{sections}</main></body>
</html>
"""

_RUN_BY: Final = Text(
    "Your own company runs this Planfirst, on a server of its choice; beyond Teams and that server, what you say goes "
    "nowhere. Say “delete” to it, and your talk and its plan are deleted at once. What it says helps to think; it is "
    "no promise that a plan works. Whoever installed it answers questions.",
    "C’est votre entreprise qui fait fonctionner ce Planfirst, sur un serveur de son choix ; au-delà de Teams et de ce "
    "serveur, ce que vous dites ne va nulle part. Dites-lui « effacer », et la conversation et son plan sont effacés "
    "aussitôt. Ce qu’il dit aide à réfléchir, sans promettre qu’un plan réussira. Pour toute question, adressez-vous à "
    "la personne qui l’a installé.",
)


async def about(request: web.Request) -> web.Response:
    """The page, in both languages."""
    sections = _section("en", FULL_NAME.en, FULL.en, _RUN_BY.en) + _section("fr", FULL_NAME.fr, FULL.fr, _RUN_BY.fr)
    return web.Response(text=_PAGE.format(sections=sections), content_type="text/html")


def _section(lang: str, name: str, full: str, run_by: str) -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in (*full.split("\n\n"), run_by))
    return f'<section lang="{lang}"><h1>{escape(name)}</h1>{paragraphs}</section>'
