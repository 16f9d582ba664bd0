"""French words by which a step tells its attributes (see attributes_en.py).

Regular expressions on folded text: lower case, no accents, straight apostrophes.
"""

from typing import Final

_DAYS: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi)"

ATTRIBUTE_WORDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "purpose": {
        "bond": (
            r"parrain\w*",
            r"marraines?",
            r"tuteurs?|tutorat",
            r"mentor\w*",
            r"binomes?",
            r"tete-a-tetes?",
            r"bilans?",
            r"point (?:individuel|mensuel) avec",
            r"entretiens? individuels?",
            r"exercices?",
            r"form(?:er|e|ent|ons|ation)",
            r"simulations?",
            r"cohesion",
            r"(?:un |l'|des |en )ateliers? (?:d'une|de (?:deux|trois|\d|travail|co-?\w+)|sur)(?: \w+)?",
            r"faire connaissance",
            r"(?:petit-dejeuner|dejeuner|cafe)s?",
            r"accueill\w+",
            r"immersions?|vis ma vie",
            r"visit\w+",
            r"echange(?:r|nt)? (?:de|leurs) (?:postes|places)",
        ),
        "find_answers": (
            r"heures? des? cas",
            r"ouvr(?:ir|e|ent)(?: \w+){0,2} questions",
            r"(?:pose|posent|poser|repond|repondent|repondre aux?|reponses? aux?)(?: \w+){0,2} questions",
            r"repond(?:re|s|ent)?(?: \w+){0,3} (?:clients?|appels?|demandes?|candidats?|tickets?|questions?)",
            r"(?:se|s'entre-?)\s?repond(?:re|ent)",
            r"demand(?:er|e|ent) (?:a un (?:collegue|expert)|avant|conseil|de l'aide)",
            r"test(?:er|e|ent)(?: (?:une|un|la|le|les|deux|trois|cette|ce))?",
            r"essa(?:yer|ie|ient)(?: (?:une|un|la|le|les|deux|trois|cette|ce))?",
            r"cherch(?:er|e|ent)|recherch(?:er|e|ent)",
            r"regard(?:er|e|ent) si",
            r"trouv(?:er|e|ent) (?:qui|la (?:bonne )?reponse|les reponses|ou|comment)",
            r"(?:appel|visio|reunion|point)s? (?:\S+ ){0,8}entre (?:les |nos )?(?:deux|trois|\d+|sites|ateliers|usines|equipes|magasins|agences)(?: \w+)?",
            r"depann\w+",
        ),
        "decide": (
            r"tri(?:er|e|ent|ons)",
            r"chois(?:ir|is|it|issent)",
            r"selectionn\w+",
            r"valid(?:er|e|ent|ons)",
            r"approuv\w+",
            r"decid(?:er|e|ent|ons)",
            r"decisions?",
            r"nomm(?:er|e|ent|ons)",
            r"design(?:er|e|ent|ons)",
            r"tranch(?:er|e|ent|ons)",
            r"arbitr\w+",
            r"prioris\w+",
            r"se met(?:tre|tent)? d'accord|s'accord\w+",
            r"vot(?:er|e|ent)",
            r"qui (?:decide|valide|approuve|parle|fait quoi)",
            r"obten(?:ir|ons) (?:l'accord|le (?:oui|feu vert|budget))",
            r"regl(?:er|e|ent) qui",
        ),
        "collect": (
            r"list(?:er|e|es|ent|ons)",
            r"collect(?:er|e|ent)",
            r"recueill\w+",
            r"rassembl\w+",
            r"recens\w+|releve\w*|inventaire|inventori\w+",
            r"interview\w*|interrog\w+|questionn\w+|sond(?:er|e|ent)",
            r"rencontr(?:er|e|ent) (?:\w+ ){0,2}(?:clients|salaries|personnes|operateurs)",
            r"repond(?:re|s|ent)?(?: \w+){0,4} idees?",
            r"demand(?:er|e|ent) a \w+(?: \w+){0,4}",
            r"compt(?:er|e|ent)|mesur(?:er|e|ent)",
            r"remont(?:er|e|ent|ee|ees)",
            r"(?:lire|lit|lis|relire|analys\w+) (?:\w+ )?(?:\d+|dix|vingt|trente|les dernier\w*)(?: \w+)?",
        ),
        "co_produce": (
            r"ecri(?:re|s|t|vent|vons)",
            r"redig\w+",
            r"prepar(?:er|e|ent|ons)",
            r"produi(?:re|s|t|sent)",
            r"concev\w+|concoi\w+",
            r"constru\w+",
            r"document(?:er|e|ent)",
            r"corrig\w+",
            r"refai(?:re|t|s)|repeindre|repar(?:er|e|ent)",
            r"fabriqu\w+",
            r"fai(?:re|s|t) (?:une|la) (?:fiche|page|maquette|affiche|trame)",
            r"formalis\w+",
        ),
        "inform": (
            r"inform(?:er|e|ent|ons)",
            r"annonc\w+",
            r"present(?:er|e|ent|ons)",
            r"expliqu\w+",
            r"publi(?:er|e|ent)",
            r"diffus(?:er|e|ent)",
            r"communiqu\w+",
            r"envo(?:yer|ie|ient)",
            r"affich(?:er|e|ent)",
            r"dire a(?:ux)?",
            r"rappel(?:er|le|lent)",
            r"montr(?:er|e|ent)",
            r"briefs?|briefer?",
        ),
    },
    "distance": {
        "outside": (
            r"(?:clients|fournisseurs|prestataires|partenaires|distributeurs|candidats|journalistes|sous-traitants)",
            r"(?:un|le|chaque|notre|au|du) (?:client|fournisseur|prestataire|partenaire|distributeur|candidat|bailleur)(?! interne\b)",
            r"hors de l'entreprise|a l'exterieur",
            r"le grand public",
        ),
        "time_zones": (
            r"pays",
            r"fuseaux?(?: horaires?)?|decalage horaire",
            r"continents|mondial\w*|international\w*|a l'etranger",
        ),
        "multi_site": (
            r"(?:sites|usines|villes|agences|magasins|boutiques|regions|entrepots|depots|hopitaux|ecoles|etablissements|filiales|bureaux)",
            r"(?:les|des|entre les|entre) (?:deux |trois )?ateliers",
            r"(?:inter|multi)-?sites?",
            r"(?:autre|chaque|tout) (?:site|usine|agence|magasin|atelier)",
            r"a distance",
        ),
        "same_site": (
            r"(?:meme|un seul) (?:site|etage|batiment|bureau|atelier)",
            r"sur place",
            r"cote a cote",
        ),
    },
    "rhythm": {
        "daily": (
            r"quotidien\w*",
            r"(?:chaque|tous les|par) (?:jours?|matins?|soirs?)",
            r"(?:toutes les|chaque) (?:heures?|nuits?|equipes?)",
            r"en debut de poste|prise de poste",
        ),
        "weekly": (
            r"hebdo\w*",
            r"(?:chaque|toutes les|par) semaines?",
            rf"(?:chaque|tous les|les) {_DAYS}s?",
            rf"(?<!d'ici )(?<!avant )(?<!pour )(?<!des )le {_DAYS}(?! (?:\d|prochain|suivant))",
            rf"entre deux {_DAYS}s",
            rf"(?:appels?|reunions?|points?|heures?) du {_DAYS}",
        ),
        "monthly": (
            r"mensuel\w*",
            r"(?:chaque|tous les|par) (?:mois|trimestres?|ans?)",
            r"trimestriel\w*|annuel\w*",
            r"a (?:30|60|90) jours|au (?:trentieme|30e?) jour",
        ),
        "once": (r"une (?:seule|bonne) fois", r"en une fois", r"ponctuel\w*", r"d'un coup"),
    },
    "latency": {
        "minutes": (
            r"dans l'heure|en (?:une|deux|2) heures?",
            r"(?:en|sous) (?:\w+ )?minutes",
            r"en temps reel|immediat\w*|tout de suite|sur-le-champ",
        ),
        "day": (r"le jour meme", r"dans la journee", r"sous 24 ?h(?:eures)?"),
        "week": (r"dans la semaine", r"sous (?:\w+) jours"),
    },
    "keep": {
        "proof": (r"preuves?", r"audit\w*", r"tracab\w+", r"conformite", r"justificatifs?"),
        "find_again": (
            r"(?:pour )?(?:le|la|les) retrouver",
            r"gard(?:er|e|ent) (?:une )?trace|trace ecrite",
            r"conserv(?:er|e|ent)",
            r"pour (?:plus tard|la prochaine fois|le suivant)",
        ),
    },
    "reach": {
        "not_covered": (
            r"(?:sans|pas d'|n'ont pas d')(?: \w+)? ?(?:ordinateurs?|adresses?|e-?mails?)",
            r"(?:sans|pas de) (?:mails?|pc|poste|postes? fixes?|messagerie|bureau)",
        ),
    },
    "ties": {
        "strangers": (r"ne se connaissent pas", r"ne se sont jamais (?:vus|rencontres)", r"inconnus"),
        "close": (r"se connaissent(?: bien| tous)?",),
    },
}

PEOPLE: Final = (
    r"personnes?|gens|salaries?|collaborateurs|collegues|agents?|membres|ingenieurs?|techniciens?|techniciennes"
    r"|operateurs?|ouvriers|managers?|responsables|chefs?|cheffes|encadrants|directeurs?|experts?|referents?"
    r"|chauffeurs?|conducteurs|infirmiers?|infirmieres|medecins|commerciaux|vendeurs?|vendeuses|acheteurs|developpeurs"
    r"|utilisateurs|clients?|fournisseurs?|partenaires|candidats?|apprentis?|alternants|stagiaires|nouveaux|arrivants"
    r"|recrues|partants|volontaires|benevoles|mecaniciens|monteurs|enseignants|caissiers|preparateurs|formateurs"
    r"|parrains|relais|animateurs|correspondants|conseillers"
)
ALL_OF: Final = r"les|des|aux|nos|tous|toutes|chaque|ces"
NOT_PEOPLE: Final = (
    r"(?:(?:ou|a) \w+ )?(?:fois|pays|sites?|usines?|magasins?|agences?|villes?|equipes?|services?|ateliers?|jours?"
    r"|semaines?|mois|ans?|annees?|par|chaque|%|pour ?cent)"
)
EVERYONE: Final = (
    r"tout le monde",
    r"tou(?:s|tes) (?:les|nos|ceux)(?! (?:jours|mois|ans|matins|soirs|lundis?|mardis?|mercredis?|jeudis?|vendredis?|idees|reponses|questions|semaines)\b)",
    r"l'ensemble des?",
    r"toute (?:l'entreprise|l'usine|l'equipe|la boite|la societe)",
    r"(?:chaque|tout) (?:pays|site|usine|magasin|agence|equipe|salarie|collaborateur|technicien|operateur)",
    r"les (?:deux|trois|quatre|cinq|six|\d+) (?:sites|ateliers|usines|magasins|agences|pays|equipes)",
)
EACH: Final = (
    r"(?:par|chaque|avec chaque|pour chaque) (?:arrivees?|nouveau|arrivant|recrue|personne|depart|client|chantier|dossier|cas)",
    r"(?:avec|a|pour) chacune?",
)
ONE_TO_ONE: Final = (
    r"tete-a-tetes?",
    r"(?:avec|voir|a) chacune?",
    r"entretiens? individuels?|points? individuels?",
    r"en binomes?|un binome",
)
FROM_THEN_ON: Final = (
    r"a partir d[ue]",
    r"des (?:le|lundi|mardi|mercredi|jeudi|vendredi|janvier|fevrier|mars|avril|mai|juin|septembre)",
    r"depuis",
    r"ensuite chaque",
)
TWO_PLACES: Final = r"\b(?:[Ee]ntre|à|de) [A-ZÀ-Ý][\w-]+ (?:et|à) (?:à )?[A-ZÀ-Ý][\w-]+"
