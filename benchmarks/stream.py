"""A made-up team chat, English and French by halves, one message in a hundred tool-first.

It says what judging costs, not how well it judges: that is measured on a labelled corpus, elsewhere.
"""

import random

LENGTH = 2_000
ORDINARY = (
    "{who}, did you see the minutes from {day}?",
    "I'll be {n} minutes late, begin without me",
    "thanks {who}!",
    "ok for {day} at {n}",
    "The {thing} is down again, {who} is looking at it",
    "can someone check the {thing} before {day}?",
    "Lunch at {n} past twelve, who is in?",
    "we had {n} complaints about the {thing} this month, mostly from the night shift",
    "posted it in the Teams channel, see page {n}",
    "{who} moved to the {thing} team, please say hello on {day}",
    "The supplier sent {n} parts instead of what we ordered for the {thing}, I called {who} and am waiting",
    "who has the keys of the {thing} room?",
    "I'm off on {day}, {who} covers for me",
    "+1",
    "done, {n} lines changed, please have a look {who}",
    "Sorry, wrong thread. Meant for the {thing} people",
    "the client called about invoice {n}, can you call back before {day}?",
    "Good morning everybody, the {thing} meeting moves to {day} at {n} past",
    "that makes no sense to me, the {thing} was fine on {day}",
    "we need {n} more parts for the {thing} by {day}",
    "qui a les clés de la salle {thing} ?",
    "je ne suis pas là {day}, voyez avec {who}",
    "c'est fait, {n} lignes changées, tu regardes {who} ?",
    "Pardon, mauvais fil. C'était pour les gens du {thing}",
    "le client a rappelé pour la facture {n}, on lui répond avant {day} ?",
    "Bonjour à tous, la réunion {thing} passe à {day}, {n} minutes plus tard",
    "je ne comprends pas, le {thing} marchait {day}",
    "bravo {who}, {n} jours sans accident",
    "il nous faut {n} pièces de plus pour le {thing} avant {day}",
    "has anybody got the link to the wiki page about the {thing}?",
    "{who}, vous avez vu le compte rendu de {day} ?",
    "j'aurai {n} minutes de retard, commencez sans moi",
    "merci {who} !",
    "ok pour {day}, {n} personnes",
    "Le {thing} est encore en panne, {who} regarde",
    "quelqu'un peut vérifier le {thing} avant {day} ?",
    "On mange à midi {n}, qui vient ?",
    "on a eu {n} réclamations sur le {thing} ce mois-ci, surtout de l'équipe de nuit",
    "je l'ai mis dans le canal Teams, voir page {n}",
    "{who} rejoint l'équipe {thing}, dites-lui bonjour {day}",
    "Le fournisseur a livré {n} pièces au lieu de ce qu'on avait commandé pour le {thing}, j'ai appelé {who}",
    "quelqu'un a le lien de la page du wiki sur le {thing} ?",
)
TOOL_FIRST = (
    "We should launch a Slack community for the {thing} team, {who}, what do you think of {day}?",
    "we need a Yammer group so that the {n} sites share more about the {thing}",
    "Let's set up a wiki for the {thing}, {who} could start on {day}, {n} pages would do",
    "Il faudrait créer une communauté Teams pour les {n} techniciens {thing}, {who} est d'accord",
    "On devrait lancer un wiki pour le {thing}, {who} s'en occuperait {day} avec {n} collègues",
    "il nous faut un groupe Yammer pour partager entre les {n} sites {thing}",
)
WORDS = {
    "who": (
        "Amélie",
        "Bruno",
        "Chen",
        "Dana",
        "Erik",
        "Fatou",
        "Giulia",
        "Hugo",
        "Inès",
        "Jonas",
        "Karim",
        "Noé",
    ),
    "day": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "Monday", "Tuesday", "Wednesday", "Thursday"),
    "thing": (
        "budget",
        "scanner",
        "printer",
        "gearbox",
        "robot",
        "audit",
        "planning",
        "stock",
        "four",
        "moteur",
    ),
}


def messages(seed: int) -> list[str]:
    """2,000 different messages, 1 % of them tool-first, about 50 characters each on average."""
    dice = random.Random(seed)
    positive = _different(dice, TOOL_FIRST, LENGTH // 100, set())
    ordinary = _different(dice, ORDINARY, LENGTH - len(positive), positive)
    stream = sorted(positive | ordinary)
    dice.shuffle(stream)
    return stream


def long_messages(seed: int, characters: int = 4_000) -> list[str]:
    """Twenty ordinary messages of exactly `characters` characters, as somebody pastes a report."""
    dice = random.Random(seed)
    texts = (" ".join(_filled(dice, ORDINARY) for _ in range(characters // 10)) for _ in range(20))
    return [text[:characters] for text in texts]


def _different(dice: random.Random, patterns: tuple[str, ...], count: int, taken: set[str]) -> set[str]:
    """`count` messages that are not in `taken`: a cache of whole messages must not help."""
    found: set[str] = set()
    while len(found) < count:
        text = _filled(dice, patterns)
        if text in taken or text in found:
            text += f" ({dice.randrange(1000)})"
        found.add(text)
    return found


def _filled(dice: random.Random, patterns: tuple[str, ...]) -> str:
    words = {name: dice.choice(choices) for name, choices in WORDS.items()}
    return dice.choice(patterns).format(n=dice.randrange(2, 60), **words)
