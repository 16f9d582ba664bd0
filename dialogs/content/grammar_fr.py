"""French words by which steps, owners and yeses are found in a sentence."""

from typing import Final

ME: Final = r"(?:je\s+vais|je\s+m'occupe\s+de|je|j'|moi)"
CONNECTORS: Final = r"(?:(?:et|puis|ensuite|alors|d'abord|enfin|après|aussi|premièrement|deuxièmement)\b[,:]?\s*)"
AUXILIARIES: Final = frozenset({"va", "doit", "peut", "a", "est", "s'occupe", "se"})
IMPERATIVES: Final = frozenset(
    """achat analyse appel atelier bilan choix création déploiement demande entretien enquête essai formation
    lancement liste mise ouverture point présentation rédaction rendez-vous réunion suivi test tri validation
    visite""".split()
)
NO_NAMES: Final = frozenset(
    """à alors après au aucun aucune aujourd'hui aussi aux avant avec ce ces cette chacun chaque chez comme d'abord
    dans de demain des dès deux du elle elles en enfin ensuite et fin ici il ils je juste l'équipe la le les leur leurs
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
    octobre novembre décembre ma maintenant mais mes moi mon nos notre nous on or ou où par pas personne plus pour
    pourquoi premièrement puis quand que quelqu'un qui rh sa sans se ses si son sous sur ta tous tout toute toutes
    trois un une vers voir y c'est ça non oui dsi direction teams slack""".split()
)
DETERMINERS: Final = frozenset(
    "le la les l' un une des du de d' ce cette ces mon ma mes notre nos son sa ses leur leurs chaque deux trois avec "
    "pour à au aux en par sur dans auprès".split()
)
COLLECTIVES: Final = r"(?:l'équipe|notre équipe|on|nous|quelqu'un|tout le monde|la direction|les rh|la dsi|la com|le marketing|le service)"
GROUP: Final = r"(?:chaque|les|tous les|toutes les|nos|mes)\s+(?:\d+\s+)?[a-zà-ÿ]+(?:\s+(?:d'[a-zà-ÿ]+|de\s+[a-zà-ÿ]+))?"
TAIL_ME: Final = r"[,;(–-]?\s*(?:et\s+)?(?:c'est moi(?: qui\b.*)?|je (?:m'en (?:occupe|charge)|l[ea]s?\s?\w*|l'\w+)|avec moi|par moi|moi)\)?\s*$"
TAIL_NAME: Final = r"(?:\s[–—-]\s*|[(:]\s*|\bpar\s+|,\s*)({name})(?:\s+s'en\s+(?:occupe|charge))?\)?\s*$"
SAID_YES: Final = r"(?:\b(?:a|ont|m'a|nous a|m'ont|l'a)\s+(?:déjà\s+)?(?:dit (?:oui|ok|d'accord)|validé|approuvé|accepté|donné (?:son|leur|le) (?:accord|feu vert|ok|aval))|\b(?:est|sont) (?:déjà )?(?:d'accord|partante?s?|ok)\b|\bfeu vert\b|\bc'est (?:fait|validé|acté|décidé)|\boui déjà\b|\bdéjà (?:oui|validé|décidé|fait)\b)"
NOT_YET: Final = r"\b(?:pas encore|n'a pas|n'ont pas|n'est pas|rien (?:n')?est|personne|pas (?:vraiment )?décidé)\b"
SELF_DECIDES: Final = r"^(?:moi\b|c'est moi\b|je (?:décide|peux|suis)\b)"
ROLE: Final = r"\b(?:l[ea]\s+|mon\s+|ma\s+|notre\s+|l')((?:direct(?:eur|rice)|chef(?:fe)?|responsable|patron(?:ne)?|dg|pdg|drh|dsi|codir|comex|comité|direction|président(?:e)?|maire|manager|gérant(?:e)?|proviseur)(?:\s+(?:d'|de\s+|du\s+|des\s+)?(?!a\b|peut\b|doit\b|est\b)[a-zà-ÿ-]{3,}){0,2})"
CONDITIONAL: Final = r"\b(?:voir|vérifier|décider|regarder) (?:si|s')|\bpeut-être\b|\béventuellement\b"
CLAUSE_AND: Final = r",\s*(?:et\s+|mais\s+)?|\s+et\s+"
