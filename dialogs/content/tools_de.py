"""German names of tools. A German tool phrase ends with its noun, most often joined by a hyphen ("Slack-Kanal")."""

from typing import Final

NAMES: Final = """
    slack, ms teams, microsoft teams, yammer, viva engage, discord, mattermost, rocket.chat, sharepoint, confluence,
    staffbase, beekeeper, zulip, basecamp, webex, whatsapp, telegram, signal-gruppe, threema, facebook, instagram,
    instagramm, insta, tiktok, tik tok, linkedin, xing, twitter, mastodon, bluesky, youtube, snapchat, pinterest,
    reddit, twitch, substack, discourse, miro, trello, copilot, chatgpt, chat gpt, openai, ki, k.i.,
    künstliche intelligenz, generative ki, llm, soziale medien, social media, soziale netzwerke, wordpress, bookstack
"""
WEAK_NAMES: Final = (
    "teams, workplace, notion, matrix, signal, zoom, x, threads, viva, element, gemini, claude, engage, meta, fb"
)
KINDS: Final = """
    chatbot, chat bot, bot, podcast, videopodcast, newsletter, blog, weblog, unternehmensblog, mitarbeiterblog, wiki, firmenwiki,
    forum, nutzerforum, kundenforum, intranet, social intranet, extranet, community, communitys, communities, netzwerk,
    soziales netzwerk, internes soziales netzwerk, online-community, community-plattform, mailingliste, rundbrief, messenger,
    wissensdatenbank, wissensplattform, ideenplattform, ideenportal, kollaborationsplattform, kollaborationstool,
    mitarbeiter-app, mitarbeiterapp, social-media-strategie, social-media-auftritt, social-media-plan, ki-assistent,
    ki-assistenten, sprachassistent, digitaler assistent, virtueller assistent, onlinegruppe, online-gruppe, chatgruppe,
    gruppenchat, diskussionsforum, influencer-kampagne, kanal, reels, ki-strategie
"""
TOPICS: Final = """
    social, social-media, kollaboration, kollaborations, community, kommunikation, chat, diskussion, engagement, onboarding,
    wissen, wissens, ideen, innovation, feedback, mentoring, ki, k.i., gpt, llm, online, austausch, intranet, telegram
"""
HEADS: Final = """
    kanal, kanäle, seite, gruppe, konto, account, server, workspace, raum, plattform, tool, app, software, lösung,
    portal, hub, netzwerk, präsenz, profil, bot, assistent, assistenten, agent, lizenz, lizenzen, abo, forum, community,
    wiki, blog, newsletter, podcast, instanz, auftritt, live, chat, liste
"""
WIDE_TOPICS: Final = "feedback, onboarding, kommunikation, chat, online"
WIDE_HEADS: Final = "bot, app, plattform, portal, tool"
NOT_TOOLS: Final[tuple[str, ...]] = (  # regex
    r"sozialpl\w+|gemeindeforum|verwaltungsgemeinschaft|forum (?:in der|im) (?:aula|saal)",
    r"(?:blog|forums?|slack|linkedin|facebook|wiki)[ -]?(?:beitr\w+|artikel|nachricht\w*|post|posts|eintr\w+|benachrichtigung\w*|seite zu\w*|suche)",
    r"netzwerk(?:schrank|kabel|switch|techniker|drucker)|kanal(?:deckel|bau|arbeiten|netz)|agent in|(?:vertriebs|abwasser)kan\w+",
)
"""Same letters, another thing."""
PURPOSE: Final = r"(?:plattform|tool|app|raum|portal|ort)\s+(?:für|zum)\s+(?:[\w-]+\s+){0,2}?(?:ideen|wissen|austausch\w*|feedback|zusammenarbeit|kommunikation)"
"""A general noun that says what it is for (regex)."""
TAIL: Final = r"(?:\s+(?:für alle))"
DETERMINERS: Final = r"(?:ein|eine|einen|einem|einer|eines|der|die|das|den|dem|des|unser|unsere|unseren|unserem|unserer|mein|meine|ihr|ihre|ihren|euer|eure|dein|deine|kein|keine|keinen|dieser|diese|dieses|diesen|jede|jeder|jedes|zwei|drei|mehrere|so ein|so einen|so eine|son)"
DEFINITE: Final = "der, die, das, den, dem, des, unser, unsere, unseren, unserem, unserer, mein, meine, ihr, ihre, ihren, euer, eure, dein, deine, dieser, diese, dieses, diesen"
BARE: Final = r"(?:neue[rsnm]?|eigene[rsnm]?|interne[rsnm]?|gemeinsame[rsnm]?|kleine[rsnm]?|monatliche[rsnm]?|digitale[rsnm]?|richtige[rsnm]?|echte[rsnm]?|weitere[rsnm]?|öffentliche[rsnm]?|soziale[rsnm]?|geschlossene[rsnm]?|moderne[rsnm]?)"
FUNCTION_WORDS: Final = """
    aber, alle, als, am, an, auch, auf, aus, bei, bis, bitte, da, damit, das, dass, dem, den, denn, der, des, die, doch, du,
    ein, eine, einen, einem, einer, er, es, euch, für, hat, haben, hier, ich, ihr, im, immer, ist, ja, jede, jetzt, kann, kein,
    keine, keinen, könnte, könnten, machen, man, mehr, mit, nach, nicht, noch, nur, oder, ohne, schon, sehr, sein, sich, sie, sind,
    soll, sollen, sollten, über, um, und, uns, unser, unsere, unter, vom, von, vor, wäre, war, warum, was, wenn, wer, wie,
    wir, wird, wo, würde, zu, zum, zur, müssen, brauchen, seit, habe, hatte, wieder, euer, mir, mal, gern
"""
