"""The app's manifest: what Teams needs to know of Planfirst, in English and French, with a reason for each permission.

Version 1.24 of the schema by default; 1.29 where the preview of slash commands and targeted messages is wanted.
Lengths: name 30, full name 100, description 80 and 4,000, twelve commands a list; a message action 32 and 128.
Source: learn.microsoft.com, "Microsoft 365 app manifest schema reference".
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

PERMISSIONS: Final = {
    "ChannelMessage.Read.Group": "hear a team's channels without a mention: judged in memory, then forgotten",
    "ChatMessage.Read.Chat": "the same for a group chat",
}
"""What an owner of a team, or a member of a chat, agrees to when they add the app, and why the coach wants it."""

VERSION: Final = "1.24"
VERSION_TARGETED: Final = "1.29"

ABOUT: Final = "/teams/about"
"""Where we have the page for everybody (about.py): what it is, what it reads and keeps."""

COLOUR_ICON: Final = "color.png"
OUTLINE_ICON: Final = "outline.png"
FRENCH_FILE: Final = "fr.json"

_SCHEMA: Final = "https://developer.microsoft.com/json-schemas/teams/v{}/MicrosoftTeams.schema.json"
_NAME: Final = "Planfirst"


class Text(NamedTuple):
    """What people read, in both languages."""

    en: str
    fr: str


class Command(NamedTuple):
    """What Teams types for somebody who picks it from the list, and what the list says of it."""

    typed: Text
    what: Text


class Action(NamedTuple):
    """An entry in the menu of a message."""

    id: str
    title: Text
    what: Text


FULL_NAME: Final = Text("Planfirst, the plan before the tool", "Planfirst, le plan avant l’outil")
SHORT: Final = Text("A coach that asks for the plan before the tool.", "Un coach qui demande le plan avant l’outil.")
FULL: Final = Text(
    "Planfirst is a coach for plans. Somebody writes “we should launch a podcast”, or a community, or an AI agent: in "
    "channels and group chats that opted in, and in private, it offers that person to get the plan straight first. It "
    "asks about the problem, the objective and the plan, one short question at a time, and then says step by step "
    "whether a tool is needed. Often none is. It is rare, easy to stop, and works in English and French.\n\n"
    "What it reads: where an owner agreed, Teams sends it all messages of the team's channels, or of the chat. Each is "
    "looked at in memory, for whether it names a tool before a plan, and forgotten. Only where people turned it on "
    "(“plan here on”) and a message does name a tool first, the tool and the few words that may be quoted are kept, "
    "encrypted, and deleted when its author says no. Files and pictures are not read. Without that agreement it hears "
    "nobody but those who call it. What people tell it in private is kept encrypted until they delete it.",
    "Planfirst est un coach pour les plans. Quelqu’un écrit « on devrait lancer un podcast », ou une communauté, ou un "
    "agent IA : dans les canaux et les conversations de groupe qui l’ont accepté, et en privé, il propose à cette "
    "personne de clarifier d’abord le plan. Il demande le problème, l’objectif et le plan, une courte question à la "
    "fois, puis dit étape par étape si un outil est nécessaire. Souvent, il n’en faut aucun. Il est rare, facile à "
    "arrêter, et parle français et anglais.\n\n"
    "Ce qu’il lit : là où un propriétaire l’a accepté, Teams lui envoie tous les messages des canaux de l’équipe, ou "
    "de la conversation. Chacun est examiné en mémoire, pour savoir s’il nomme un outil avant un plan, puis oublié. "
    "Là seulement où on l’a activé (« plan ici oui ») et où un message nomme d’abord un outil, l’outil et les quelques "
    "mots qui peuvent être cités sont gardés, chiffrés, et effacés dès que son auteur dit non. Les fichiers et les "
    "images ne sont pas lus. Sans cet accord, il n’entend que ceux qui l’appellent. Ce qu’on lui dit en privé est "
    "gardé chiffré jusqu’à ce qu’on l’efface.",
)

START: Final = Command(
    Text("plan start", "plan commencer"), Text("Get a plan straight, in private", "Clarifier un plan, en privé")
)
LIST: Final = Command(Text("plan list", "plan liste"), Text("Your plans", "Vos plans"))
SHOW: Final = Command(Text("plan show", "plan voir"), Text("Your newest plan", "Votre dernier plan"))
HERE: Final = Command(
    Text("plan here", "plan ici"), Text("Whether I listen in this channel", "Si j’écoute dans ce canal")
)
ME: Final = Command(Text("plan me", "plan moi"), Text("Whether I make you offers", "Si je vous fais des propositions"))
REVIEW: Final = Command(
    Text("plan review", "plan revue"),
    Text("What holds in your plan, and what does not", "Ce qui tient dans votre plan"),
)
SEND: Final = Command(
    Text("plan send", "plan envoyer"), Text("Ask a colleague to review your plan", "Faire relire votre plan")
)
POST: Final = Command(
    Text("plan post", "plan publier"), Text("Post your plan here, for everybody", "Publier votre plan ici, pour tous")
)
CHECKIN: Final = Command(
    Text("plan checkin", "plan point"), Text("Where your number is today", "Où en est votre chiffre aujourd’hui")
)
LINK: Final = Command(
    Text("plan link", "plan lier"),
    Text("Go on with a talk of your other account", "Continuer une conversation de votre autre compte"),
)
HELP: Final = Command(Text("plan help", "plan aide"), Text("All that there is", "Tout ce qu’il y a"))

ACTIONS: Final = (
    Action(
        "thinkThrough",
        Text("Think this through", "Y réfléchir d’abord"),
        Text("Get the plan behind this message straight", "Clarifier le plan derrière ce message"),
    ),
    Action(
        "reviewPlan",
        Text("Review this plan", "Revoir ce plan"),
        Text("What holds in it and what does not, in private", "Ce qui y tient ou non, en privé"),
    ),
)

_PRIVATE: Final = (START, LIST, SHOW, REVIEW, SEND, CHECKIN, ME, LINK, HELP)
_AMONG_OTHERS: Final = (START, LIST, SEND, POST, HERE, ME, HELP)


def manifest(app_id: str, public_url: str, version: str, *, targeted: bool = False) -> dict[str, Any]:
    """The manifest as JSON values.

    `app_id` is the app's id at Microsoft, a GUID; `public_url` where Teams reaches us, https; `version` three numbers.
    `targeted` asks for the preview: slash commands, and messages in a channel for one person's eyes.
    """
    schema, base = VERSION_TARGETED if targeted else VERSION, public_url.rstrip("/")
    return {
        "$schema": _SCHEMA.format(schema),
        "manifestVersion": schema,
        "version": version,
        "id": app_id,
        "developer": {"name": _NAME} | dict.fromkeys(("websiteUrl", "privacyUrl", "termsOfUseUrl"), f"{base}{ABOUT}"),
        "name": {"short": _NAME, "full": FULL_NAME.en},
        "description": {"short": SHORT.en, "full": FULL.en},
        "icons": {"color": COLOUR_ICON, "outline": OUTLINE_ICON},
        "accentColor": "#2D6A4F",
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": "fr", "file": FRENCH_FILE}],
        },
        "defaultInstallScope": "personal",
        "bots": [_bot(app_id, targeted)],
        "composeExtensions": [{"botId": app_id, "commands": [_action(one) for one in ACTIONS]}],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [urlsplit(base).netloc],
        "webApplicationInfo": {"id": app_id, "resource": base},  # "any string will do", but without one it is refused
        "authorization": {
            "permissions": {"resourceSpecific": [{"name": name, "type": "Application"} for name in PERMISSIONS]}
        },
    }


def french() -> dict[str, str]:
    """The language file: where in the manifest -> what it says there in French. The same for both versions."""
    texts = {"name.short": _NAME, "name.full": FULL_NAME.fr, "description.short": SHORT.fr, "description.full": FULL.fr}
    for i, commands in enumerate((_PRIVATE, _AMONG_OTHERS)):
        for j, command in enumerate(commands):
            path = f"bots[0].commandLists[{i}].commands[{j}]"
            texts |= {f"{path}.title": command.typed.fr, f"{path}.description": command.what.fr}
    for i, action in enumerate(ACTIONS):
        path = f"composeExtensions[0].commands[{i}]"
        texts |= {f"{path}.title": action.title.fr, f"{path}.description": action.what.fr}
    return {"$schema": _SCHEMA.format(VERSION).replace(".schema", ".Localization.schema"), **texts}


def _bot(app_id: str, targeted: bool) -> dict[str, Any]:
    slash = {"triggers": ["mention", "slash"]} if targeted else {}
    return {
        "botId": app_id,
        "scopes": ["personal", "team", "groupChat"],
        "isNotificationOnly": False,
        "supportsFiles": False,
        **({"supportsTargetedMessages": True} if targeted else {}),
        "commandLists": [
            {"scopes": ["personal"], "commands": _commands(_PRIVATE)},
            {"scopes": ["team", "groupChat"], "commands": _commands(_AMONG_OTHERS), **slash},
        ],
    }


def _commands(commands: Sequence[Command]) -> list[dict[str, str]]:
    return [{"title": command.typed.en, "description": command.what.en} for command in commands]


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "type": "action",
        "title": action.title.en,
        "description": action.what.en,
        "context": ["message"],
        "fetchTask": True,
    }
