"""The pages that end an installation, in the browser's language: it worked, or what happened and what to do.

They hold nothing that the visitor sent, and load nothing from anywhere.
"""

from html import escape
from typing import Final
from urllib.parse import urlencode

from dialogs.lang import Lang

REASONS: Final = frozenset(
    ["access_denied", "invalid_browser", "invalid_state", "invalid_code", "missing_code", "storage_error"]
)
"""Why an installation ends early, as slack_bolt calls it (access_denied is Slack's own)."""

_PAGE: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}
main {{ max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem }}
h1 {{ font-size: 1.5rem }}
</style>
</head>
<body><main><h1>{title}</h1><p>{words}</p><p><a href="{href}">{link}</a></p></main></body>
</html>
"""

_INSTALLED: Final[dict[Lang, tuple[str, str, str]]] = {
    "en": (
        "Planfirst is installed",
        "It stays quiet until somebody asks for it. To let it offer help in a channel, invite it there and type "
        "<code>/plan here on</code>.",
        "Open it in Slack",
    ),
    "fr": (
        "Planfirst est installé",
        "Il reste silencieux tant que personne ne fait appel à lui. Pour qu’il propose son aide dans un canal, "
        "invitez-le dans ce canal et tapez <code>/plan here on</code>.",
        "L’ouvrir dans Slack",
    ),
}

_NOT_INSTALLED: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("Planfirst is not installed", "Start again"),
    "fr": ("Planfirst n’est pas installé", "Recommencer"),
}

_WHY: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "access_denied": "You cancelled in Slack. Nothing was changed.",
        "browser": "This page was opened twice, or too long after the first step, or in another browser.",
        "slack": "Slack did not confirm the installation. Please try once more.",
        "storage_error": "We could not keep the installation. Please try again in a few minutes.",
    },
    "fr": {
        "access_denied": "Vous avez annulé dans Slack. Rien n’a été modifié.",
        "browser": "Cette page a été ouverte deux fois, ou trop longtemps après la première étape, ou dans un autre "
        "navigateur.",
        "slack": "Slack n’a pas confirmé l’installation. Merci d’essayer encore une fois.",
        "storage_error": "Nous n’avons pas pu enregistrer l’installation. Merci de réessayer dans quelques minutes.",
    },
}
_KIND: Final = {"invalid_browser": "browser", "invalid_state": "browser"} | {
    reason: reason for reason in ("access_denied", "storage_error")
}


def installed(languages: str, app_id: str, team: str) -> str:
    """The page of success; `languages` is the browser's Accept-Language. `team` is empty for a whole organisation."""
    lang = _first(languages)
    title, words, link = _INSTALLED[lang]
    href = f"https://slack.com/app_redirect?{urlencode({'app': app_id, **({'team': team} if team else {})})}"
    return _PAGE.format(lang=lang, title=title, words=words, href=escape(href), link=link)


def not_installed(languages: str, reason: str) -> str:
    """The page of failure. `reason` is one of REASONS; another is told as Slack's."""
    lang = _first(languages)
    title, link = _NOT_INSTALLED[lang]
    words = _WHY[lang][_KIND.get(reason, "slack")]
    return _PAGE.format(lang=lang, title=title, words=words, href="install", link=link)


def _first(languages: str) -> Lang:
    """The first of our languages that the browser names: browsers put what they prefer first."""
    for one in languages.lower().split(","):
        if one.strip().startswith(("fr", "en")):
            return "fr" if one.strip().startswith("fr") else "en"
    return "en"
