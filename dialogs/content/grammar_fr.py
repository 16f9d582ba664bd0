"""French words by which steps, owners and yeses are found in a sentence."""

from typing import Final

ME: Final = r"(?:je\s+vais|je|j'|moi)"
CONNECTORS: Final = r"(?:(?:et|puis|ensuite|alors|d'abord|enfin|après|aussi|premièrement|deuxièmement)\b[,:]?\s*)"
AUXILIARIES: Final = frozenset({"va", "doit", "peut", "a", "est", "s'occupe", "se"})
IMPERATIVES: Final = frozenset(
    [
        "achat",
        "analyse",
        "appel",
        "atelier",
        "bilan",
        "choix",
        "création",
        "déploiement",
        "demande",
        "entretien",
        "enquête",
        "essai",
        "formation",
        "lancement",
        "liste",
        "mise",
        "ouverture",
        "point",
        "présentation",
        "rédaction",
        "rendez-vous",
        "réunion",
        "suivi",
        "test",
        "tri",
        "validation",
        "visite",
    ]
)
NO_NAMES: Final = frozenset(
    [
        "normalement",
        "probablement",
        "sûrement",
        "peut-être",
        "vraiment",
        "à",
        "alors",
        "après",
        "au",
        "aucun",
        "aucune",
        "aujourd'hui",
        "aussi",
        "aux",
        "avant",
        "avec",
        "ce",
        "ces",
        "cette",
        "chacun",
        "chaque",
        "chez",
        "comme",
        "d'abord",
        "dans",
        "de",
        "demain",
        "des",
        "dès",
        "deux",
        "du",
        "elle",
        "elles",
        "en",
        "enfin",
        "ensuite",
        "et",
        "fin",
        "ici",
        "il",
        "ils",
        "je",
        "juste",
        "l'équipe",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "ma",
        "maintenant",
        "mais",
        "mes",
        "moi",
        "mon",
        "nos",
        "notre",
        "nous",
        "on",
        "or",
        "ou",
        "où",
        "par",
        "pas",
        "personne",
        "plus",
        "pour",
        "pourquoi",
        "premièrement",
        "puis",
        "quand",
        "que",
        "quelqu'un",
        "qui",
        "rh",
        "sa",
        "sans",
        "se",
        "ses",
        "si",
        "son",
        "sous",
        "sur",
        "ta",
        "tous",
        "tout",
        "toute",
        "toutes",
        "trois",
        "un",
        "une",
        "vers",
        "voir",
        "y",
        "c'est",
        "ça",
        "non",
        "oui",
        "dsi",
        "direction",
        "teams",
        "slack",
    ]
)
PRONOUNS: Final = frozenset({"leur", "lui", "nous", "vous", "me", "y"})
DETERMINERS: Final = frozenset(
    [
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d'",
        "ce",
        "cette",
        "ces",
        "mon",
        "ma",
        "mes",
        "notre",
        "nos",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "chaque",
        "deux",
        "trois",
        "avec",
        "pour",
        "à",
        "au",
        "aux",
        "en",
        "par",
        "sur",
        "dans",
        "auprès",
    ]
)
COLLECTIVES: Final = r"(?:l'équipe|notre équipe|on|nous|quelqu'un|tout le monde|la direction|les rh|la dsi|la com|le marketing|le service)"
# Plusieurs personnes par leur rôle, devant un verbe au pluriel : « les chefs de dépôt lisent la note ».
ROLES: Final = (
    r"(?:les|nos|mes|tous les|toutes les)\s+(?:\w+\s+)?(?:chefs|responsables|managers|directeurs|directrices|équipes)"
    r"(?:\s+(?:de|d')\s*\w+)?(?=\s+[a-zà-ÿ]+ent\b)"
)
# Une personne par son métier, devant son verbe : « le peintre passe », « la responsable lit ».
_TRADE: Final = (
    r"(?:l[ea]\s+|mon\s+|ma\s+|notre\s+|l')(?:[a-z]+(?:teur|trice|euse|iste|ien|ienne|er)|chef|cheffe|responsable|manager"
    r"|peintre|secrétaire|stagiaire|prestataire|comptable|médecin|assistante?|adjointe?)"
)
GROUP: Final = (
    rf"{_TRADE}|(?:chaque|les|tous les|toutes les|nos|mes)\s+(?:\d+\s+)?[a-zà-ÿ]+(?:\s+(?:d'[a-zà-ÿ]+|de\s+[a-zà-ÿ]+))?"
)
TAIL_ME: Final = r"[,;(–-]?\s*(?<!\w)(?:et\s+)?(?:c'est moi(?: qui\b.*)?|je (?:m'en (?:occupe|charge)|l[ea]s?\s?\w*|l'\w+)|avec moi|par moi|moi)\)?\s*$"
TAIL_NAME: Final = (
    r"(?:\s[–—-]\s*|[(:]\s*|\bpar\s+|,\s*|c'est\s+)({name})(?:\s+s'en\s+(?:occupe|charge)|\s+qui\b.*)?\)?\s*$"
)
TAIL_OTHER: Final = (
    r"(?:^|,\s*)({name})\s+(?:s'en\s+(?:occupe|charge)|l[ea]s?\s+(?:fait|porte|anime|mène|rédige)"
    r"|l'(?:anime|organise))\b"
)
WE: Final = r"(?:on|nous|ils|elles)\s+(?!ne\b)[a-zà-ÿ]+\s"
THEY_GO_ON: Final = r"(?:ils?|elles?)\s+"
SAID_YES: Final = r"(?:\b(?:a|ont|m'a|nous a|m'ont|l'a)\s+(?:déjà\s+)?(?:dit (?:oui|ok|d'accord)|validé|approuvé|accepté|donné (?:son|leur|le) (?:accord|feu vert|ok|aval))|\b(?:est|sont) (?:déjà )?(?:d'accord|partante?s?|ok)\b|\bfeu vert\b|\bc'est (?:fait|validé|acté|décidé)|\boui (?:déjà|depuis)\b|\bdéjà (?:oui|validé|décidé|fait)\b)"
NOT_YET: Final = r"\b(?:pas encore|n'a pas|n'ont pas|n'est pas|rien (?:n')?est|personne|pas (?:vraiment )?décidé)\b"
SELF_DECIDES: Final = r"^(?:moi\b|c'est moi\b|je (?:décide|peux|suis)\b)"
_ROLE: Final = (
    r"(?:direct(?:eur|rice)|chef(?:fe)?|responsable|patron(?:ne)?|dg|pdg|drh|dsi|codir"
    r"|comex|comité|direction|président(?:e)?|maire|manager|gérant(?:e)?|proviseur)"
    r"(?:\s+(?:d'|de\s+|du\s+|des\s+)?(?!(?:a|peut|doit|est|veut|souhaite|demande|voudrait|aimerait|décide|"
    r"dit|et|ou|qui|m'a|nous)\b)[a-zà-ÿ-]{3,}){0,2}"
)
ROLE: Final = rf"\b(?:l[ea]\s+|mon\s+|ma\s+|notre\s+|l')({_ROLE})"
BARE_ROLE: Final = rf"{_ROLE}"  # « directrice de site, pas encore demandé »
CONDITIONAL: Final = r"\b(?:voir|vérifier|décider|regarder) (?:si|s')|\bpeut-être\b|\béventuellement\b"
CLAUSE_AND: Final = r",\s*(?:et\s+|mais\s+)?|\s+et\s+"
