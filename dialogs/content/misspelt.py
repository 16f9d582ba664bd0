"""How people misspell the names of tools in a hurry, where leaving out, doubling or swapping a letter is not all."""

from typing import Final

SHORT_NAMES: Final[dict[str, str]] = {
    "slak": "slack", "slck": "slack", "slakc": "slack", "yamer": "yammer", "yammr": "yammer", "wikki": "wiki",
    "chatgtp": "chatgpt", "chatgbt": "chatgpt", "chat-gtp": "chatgpt", "instagramm": "instagram", "instgrm": "instagram",
    "watsapp": "whatsapp", "watsap": "whatsapp", "whatsup": "whatsapp", "whatapp": "whatsapp", "wassup": "whatsapp",
    "facebok": "facebook", "fesbook": "facebook", "linkdin": "linkedin", "linkin": "linkedin", "linkedn": "linkedin",
    "utube": "youtube", "tictok": "tiktok", "tik-tok": "tiktok", "ticktock": "tiktok", "telgram": "telegram",
    "discrod": "discord", "discorde": "discord", "podcats": "podcast", "chabot": "chatbot", "niewsletter": "newsletter",
    "newsleter": "newsletter", "comunity": "community", "comunauté": "communauté", "fourm": "forum", "froum": "forum",
}  # fmt: skip
"""A slip, and the name that was meant."""

NO_MISSPELLINGS: Final = (
    "chanel, discours, titter, witter, teams, meme, canaux, chanels, comunidad, foros, messenge, message"
)
"""Words of their own that only look like slips."""
