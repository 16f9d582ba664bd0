"""Spanish names of tools. A Spanish tool phrase has its noun first, as in French ("un canal de Slack")."""

from typing import Final

NAMES: Final = """
    slack, ms teams, microsoft teams, yammer, viva engage, discord, mattermost, rocket.chat, sharepoint, confluence,
    zulip, basecamp, webex, whatsapp, wasap, wassap, guasap, telegram, facebook, instagram, tiktok, tik tok, linkedin, twitter,
    mastodon, bluesky, youtube, snapchat, pinterest, reddit, twitch, substack, discourse, dokuwiki, miro, trello, copilot,
    chatgpt, chat gpt, openai, ia, i.a., inteligencia artificial, ia generativa, llm, redes sociales, redes, medios sociales,
    social media, mailchimp
"""
WEAK_NAMES: Final = (
    "teams, workplace, notion, matrix, signal, zoom, x, threads, viva, element, gemini, claude, meta, insta, fb"
)
KINDS: Final = """
    chatbot, chat bot, bot, pódcast, podcast, newsletter, boletín, blog, wiki, foro, intranet, extranet, comunidad, comunidad en
    línea, red social, red social corporativa, red social interna, red interna, lista de correo, mensajería interna,
    chat interno, base de conocimiento, base de conocimientos, buzón de ideas, asistente virtual, asistente de ia,
    agente conversacional, estrategia social, estrategia de redes, estrategia en redes sociales, plan de redes sociales,
    presencia digital, presencia en redes, presencia en redes sociales, canal, portal del empleado, portal de proveedores
"""
TOPICS: Final = """
    social, sociales, colaborativo, colaborativa, colaboración, comunitario, comunitaria, comunicación, conversación, discusión,
    debate, chat, mensajería, onboarding, acogida, innovación, ideas, feedback, reconocimiento, mentoría, conocimiento, conocimientos,
    compartir, ia, gpt, llm, conversacional, virtual, participativo, participativa, redes, redes sociales, en línea
"""
HEADS: Final = """
    canal, canales, página, grupo, cuenta, servidor, server, espacio, plataforma, herramienta, app, aplicación, software,
    solución, suite, portal, hub, red, sitio, muro, sala, perfil, presencia, bot, robot, asistente, agente, licencia, licencias,
    suscripción, comunidad, wiki, instancia, equipo, tablero, workspace, estrategia
"""
WIDE_TOPICS: Final = "acogida, feedback, comunicación, chat, compartir"
WIDE_HEADS: Final = "bot, app, aplicación, plataforma, portal, herramienta"
NOT_TOOLS: Final[tuple[str, ...]] = (  # regex
    r"plan(?:es)? social(?:es)?(?! media)|comunidad(?:es)? (?:aut[oó]noma\w*|de vecinos|europea|cient[ií]fica|educativa|de propietarios|de regantes)",
    r"canal(?:es)? (?:de riego|de venta|de distribuci[oó]n|de panam[aá]|de suez)|red(?:es)? (?:el[eé]ctrica|de agua|de transporte|inform[aá]tica)",
    r"trabajadora? social|seguridad social|agentes? (?:comercial|inmobiliario|de seguridad)|foro (?:econ[oó]mico|mundial|de empleo)",
    r"(?:entradas?|art[ií]culos?|mensajes?|hilos?|v[ií]deos?) (?:de |en |del )?(?:blog|slack|foro|linkedin|facebook)",
)
"""Same letters, another thing."""
DETERMINERS: Final = r"(?:unos|unas|una|un|el|la|los|las|al|del|este|esta|estos|estas|ese|esa|nuestro|nuestra|nuestros|nuestras|mi|mis|su|sus|tu|tus|vuestro|vuestra|algún|alguna|ningún|ninguna|otro|otra|dos|tres|varios|varias)"
DEFINITE: Final = "el, la, los, las, al, del, este, esta, estos, estas, ese, esa, nuestro, nuestra, nuestros, nuestras, mi, mis, su, sus, tu, tus, vuestro, vuestra"
BARE: Final = r"(?:nuev[oa]s?|propi[oa]s?|otr[oa]s?|pequeñ[oa]s?|verdader[oa]s?|buen[oa]?s?|primer[oa]?|gran|simple|especie de|tipo de)"
TAIL: Final = r"(?:\s+(?:corporativ[oa]s?|intern[oa]s?|privad[oa]s?|públic[oa]s?|propi[oa]s?|social(?:es)?|colaborativ[oa]s?|de empresa|en línea|mensual|semanal|trimestral|digital|virtual|modern[oa]s?)){1,3}"
FUNCTION_WORDS: Final = """
    a, al, algo, alguien, antes, así, aunque, bien, cada, como, con, creo, cuando, cómo, de, del, desde, donde, dos, el, ella,
    en, entre, era, es, esta, este, está, están, esto, fue, ha, hace, hacer, hasta, hay, la, las, le, les, lo, los, me, mi, muy,
    más, nada, ni, no, nos, nosotros, nuestra, nuestro, o, os, otra, otro, para, pero, podemos, podríamos, por, porque, que, quien,
    quiero, qué, se, ser, si, sin, sobre, solo, son, su, sus, también, tenemos, tener, tiene, toda, todas, todo, todos, tu, un,
    una, uno, vamos, ya, yo, y
"""
