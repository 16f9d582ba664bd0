"""Ordinary talk of a company, made up by the thousand: nothing in it is for the coach, much of it looks like it.

Half names a tool in passing ("the wiki is down"), or proposes something that is no tool ("let's open a second till").
Each line is a frame with its gaps filled; the same seed gives the same lines.
"""

import random
from collections.abc import Iterator
from typing import Final

Frames = tuple[str, ...]
Gaps = dict[str, tuple[str, ...]]

ENGLISH: Final[Frames] = (
    "{who}, can you call {who} back before {day}?",
    "I'll be {n} minutes late, start without me",
    "we should order {n} more {thing}s by {day}",
    "let's move the {thing} meeting to {day}",
    "could we get a second {thing} for the {place}?",
    "I think we need a new {thing} in the {place}",
    "why don't we open the {place} an hour earlier on {day}?",
    "what about pizza for {who}'s birthday?",
    "the {thing} in the {place} is broken again, {who} has a look",
    "{who} wants to launch the {thing} campaign in {month}",
    "we will introduce the new {thing} tariff on {day}",
    "it would be great to have more light in the {place}",
    "thanks {who}, the {thing} works again!",
    "please check the {thing} before you leave the {place}",
    "who took the keys of the {place}?",
    "{n} complaints about the {thing} this month, mostly from the {place}",
    "the auditors come to the {place} on {day}, tidy up please",
    "I suggest we buy {n} {thing}s instead of renting them",
    "anyone for a run after work on {day}?",
    "the social plan concerns {n} people in the {place}",
    "there's not much slack in the schedule before {day}",
    "the teams in the {place} did a great job with the {thing}",
    "{tool} is down again in the {place}",
    "I can't log in to {tool} since {day}, does anybody else have that?",
    "how do I change my picture in {tool}?",
    "{who} posted the minutes in the {tool} channel",
    "I read on {tool} that the {thing} makers are on strike",
    "the {tool} notifications drive me mad, {n} since this morning",
    "please answer {who}'s question in the {tool} thread",
    "the {tool} bot sends the {thing} report twice",
    "our {kind} from {month} had {n} readers",
    "{who} fixed the link in the {kind}, thanks",
    "where did we put the {thing} photos, in the {kind}?",
    "the last {kind} was about the {place}, I liked it",
    "we closed the {kind} in 20{n}, nobody used it",
    "no, we don't want a {kind}, we've got enough to do with the {thing}s",
    "the supplier has launched a {kind}, {who} told me",
    "the update of {tool} is on {day} at {n} past six",
    "add the {thing} numbers to the page in the {kind}, please",
    "my son is on {tool} all day",
)
FRENCH: Final[Frames] = (
    "{who}, tu peux rappeler {who} avant {day} ?",
    "j'aurai {n} minutes de retard, commencez sans moi",
    "il faudrait commander {n} {thing}s avant {day}",
    "on décale la réunion {thing} à {day}",
    "on pourrait avoir un deuxième {thing} pour {place} ?",
    "je pense qu'il nous faut un nouveau {thing} pour {place}",
    "pourquoi ne pas ouvrir {place} une heure plus tôt {day} ?",
    "et une pizza pour l'anniversaire de {who} ?",
    "le {thing} est encore en panne, {who} regarde",
    "{who} veut lancer la campagne {thing} en {month}",
    "on applique le nouveau tarif {thing} {day}",
    "ce serait bien d'avoir plus de lumière dans {place}",
    "merci {who}, le {thing} remarche !",
    "vérifiez le {thing} avant de quitter {place} svp",
    "qui a pris les clés de {place} ?",
    "{n} réclamations sur le {thing} ce mois-ci",
    "les auditeurs passent {day} dans {place}, rangez s'il vous plaît",
    "je propose d'acheter {n} {thing}s au lieu de les louer",
    "qui vient courir {day} après le travail ?",
    "le plan social concerne {n} postes",
    "la communauté de communes refait la route {day}",
    "les équipes de {place} ont fait un super boulot sur le {thing}",
    "{tool} est encore tombé dans {place}",
    "je n'arrive plus à me connecter à {tool} depuis {day}, vous aussi ?",
    "comment on change sa photo dans {tool} ?",
    "{who} a mis le compte rendu dans le canal {tool}",
    "j'ai lu sur {tool} que les fabricants de {thing}s sont en grève",
    "les notifications {tool} me rendent fou, {n} depuis ce matin",
    "merci de répondre à {who} dans le fil {tool}",
    "le bot {tool} envoie le rapport {thing} en double",
    "notre {kind} de {month} a eu {n} lecteurs",
    "{who} a corrigé le lien du {kind}, merci",
    "on a rangé les photos du {thing} où, dans le {kind} ?",
    "le dernier {kind} parlait de {place}, j'ai bien aimé",
    "on a fermé le {kind} en 20{n}, personne ne s'en servait",
    "non, pas de {kind}, on a assez à faire avec les {thing}s",
    "le fournisseur a lancé un {kind}, d'après {who}",
    "la mise à jour de {tool} est {day} à {n}",
    "ajoutez les chiffres du {thing} à la page du {kind}",
    "mon fils passe ses journées sur {tool}",
)
WHO: Final = ("Amélie", "Bruno", "Chen", "Dana", "Erik", "Fatou", "Giulia", "Hugo", "Inès", "Jonas", "Karim", "Noé")
TOOL: Final = (
    "Slack",
    "Teams",
    "Yammer",
    "LinkedIn",
    "Discord",
    "WhatsApp",
    "Facebook",
    "Copilot",
    "ChatGPT",
    "TikTok",
)
ENGLISH_GAPS: Final[Gaps] = {
    "who": WHO,
    "tool": TOOL,
    "kind": ("blog", "newsletter", "podcast", "wiki", "forum", "intranet", "chatbot"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "month": ("January", "March", "June", "September", "November"),
    "thing": ("printer", "scanner", "pallet", "ladder", "oven", "robot", "budget", "pump", "valve", "crane", "drill"),
    "place": ("kitchen", "workshop", "night shift", "warehouse", "shop", "lab", "canteen", "office", "yard"),
}
FRENCH_GAPS: Final[Gaps] = {
    "who": WHO,
    "tool": TOOL,
    "kind": ("blog", "podcast", "wiki", "forum", "chatbot"),
    "day": ("lundi", "mardi", "mercredi", "jeudi", "vendredi"),
    "month": ("janvier", "mars", "juin", "septembre", "novembre"),
    "thing": ("scanner", "four", "robot", "budget", "moteur", "stock", "chariot", "palan", "volet", "tapis", "levier"),
    "place": ("la cuisine", "l'atelier", "l'équipe de nuit", "l'entrepôt", "la boutique", "le labo", "la cantine"),
}


def chatter(count: int, seed: int = 0) -> Iterator[str]:
    """So many lines, English and French in turn, every other one of two sentences."""
    dice = random.Random(seed)
    for number in range(count):
        frames, gaps = ((ENGLISH, ENGLISH_GAPS), (FRENCH, FRENCH_GAPS))[number % 2]
        yield ". ".join(_filled(dice, frames, gaps) for _ in range(1 + number // 2 % 2))


def _filled(dice: random.Random, frames: Frames, gaps: Gaps) -> str:
    said = {name: dice.choice(words) for name, words in gaps.items()}
    return dice.choice(frames).format(n=dice.randrange(11, 26), **said)
