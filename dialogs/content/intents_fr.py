"""What a person can say to the coach at any point, in French: commands, remarks and corrections.

The same shape as intents_en.py. Matched without accents (see reading/intents.py).
"""

from typing import Final

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "skip": ("passer", "suivant", "suivante", "je passe", "passe", "passons", "on passe", "question suivante", "sans réponse", "passez", "je saute", "sauter", "la suite"),
    "back": ("retour", "précédent", "précédente", "revenir", "en arrière", "retour arrière", "question précédente", "revenir en arrière", "reviens", "revenez", "retourner"),
    "why": (
        "pourquoi", "pourquoi ça", "pourquoi cette question", "à quoi ça sert", "pour quoi faire", "pourquoi vous demandez ça",
        "pourquoi tu demandes ça", "c'est pour quoi", "quel intérêt", "quel rapport", "pk", "pourquoi demander ça", "à quoi bon",
        "en quoi c'est important", "pourquoi est-ce important", "ça sert à quoi",
    ),
    "example": ("exemple", "un exemple", "par exemple", "donnez-moi un exemple", "donne-moi un exemple", "comme quoi", "exemples", "genre quoi"),
    "repeat": (
        "répéter", "répète", "répétez", "redites", "redis", "c'était quoi la question", "la question", "quelle question", "pardon",
        "comment ça", "quoi", "reformuler", "reformulez", "reformule", "je ne comprends pas", "je comprends pas", "pas compris",
        "je n'ai pas compris", "c'est-à-dire", "quelle était la question", "hein",
    ),
    "help": ("aide", "aidez-moi", "aide-moi", "à l'aide", "commandes", "comment ça marche", "que puis-je dire", "au secours", "mode d'emploi", "que peux-tu faire"),
    "pause": (
        "pause", "plus tard", "en réunion", "pas maintenant", "je suis en réunion", "je dois filer", "je dois y aller", "faut que je file",
        "je file", "une autre fois", "je reviens", "on verra plus tard", "à plus tard", "mettre en pause", "pas le moment", "je suis occupé",
        "je suis occupée", "faire une pause", "on continue plus tard", "plus tard peut-être", "attends", "attendez", "je vous laisse",
    ),
    "resume": (
        "reprendre", "reprenons", "continuer", "continuons", "on continue", "on reprend", "je suis de retour", "me revoilà", "continue",
        "on en était où", "où en étions-nous", "reprends", "reprenez", "continuez", "je suis là", "reprise", "poursuivre",
    ),
    "restart": ("recommencer", "repartir de zéro", "on recommence", "recommençons", "tout reprendre", "depuis le début", "de zéro", "nouveau plan", "reprendre à zéro", "recommence", "recommencez"),
    "stop": (
        "arrêter", "arrête", "arrêtez", "on arrête", "annuler", "ça suffit", "c'est fini", "laissez-moi tranquille", "abandonner",
        "laisse-moi tranquille", "terminer", "quitter", "j'arrête", "stop", "laissez tomber", "laisse tomber", "fin", "plus de questions",
        "ne plus me proposer", "arrêtons", "stopper", "stoppe", "j'abandonne", "tant pis", "annule", "au revoir", "fichez-moi la paix",
    ),
    "delete": ("effacer", "efface", "effacez", "oublier", "oubliez", "oublie", "supprimer", "supprime", "supprimez", "supprimez mes données", "oubliez tout", "tout effacer", "tout supprimer", "effacez tout", "droit à l'oubli"),
    "privacy": (
        "confidentialité", "qui voit", "qui voit ça", "qui peut voir", "c'est privé", "rgpd", "qui voit mes réponses", "c'est confidentiel",
        "qui lit ça", "qui va voir", "qui verra ça", "confidentiel", "c'est anonyme", "qui a accès", "mon chef voit ça", "vie privée",
        "est-ce que c'est privé", "est-ce confidentiel", "qui peut lire ça", "qui va lire ça", "mon chef va voir ça",
    ),
    "human": ("humain", "un humain", "quelqu'un", "parler à quelqu'un", "une vraie personne", "parler à un humain", "une personne", "je veux un humain", "contacter quelqu'un", "un interlocuteur"),
    "summary": ("résumé", "récap", "récapitulatif", "montre", "montrez", "où en est-on", "voir le plan", "le résumé", "montre-moi le plan", "montrez-moi le plan", "le plan", "résumer", "mon plan", "synthèse", "afficher", "résumez", "résume", "on en est où"),
    "form": ("formulaire", "le formulaire", "donnez-moi le formulaire", "en formulaire", "version formulaire"),
    "fix": ("corriger", "modifier", "changer", "rectifier", "corrige", "corrigez", "une correction", "je me suis trompé", "je me suis trompée", "erreur", "c'est faux", "ce n'est pas ça", "c'est pas ça", "pas tout à fait", "pas exactement"),
    "hurry": (
        "c'est long", "c'est trop long", "trop long", "abrégeons", "abrège", "abrégez", "accélérer", "accélérons", "accélérez", "plus vite", "trop de questions",
        "encore combien de questions", "dépêchons", "dépêchez-vous", "dépêche-toi", "au fait", "encore longtemps", "c'est bientôt fini",
        "c'est encore long", "allons à l'essentiel", "à l'essentiel", "la version courte", "on peut aller plus vite", "ça traîne",
    ),
    "sceptic": (
        "perte de temps", "c'est une perte de temps", "une perte de temps", "quelle perte de temps", "ça ne sert à rien", "ça sert à rien",
        "inutile", "c'est ridicule", "c'est inutile", "n'importe quoi", "encore un robot", "encore un bot", "vous êtes un robot", "usine à gaz",
        "tu es un robot", "c'est absurde", "vous les bots", "blabla", "gadget",
    ),
    "disagree": (
        "pas d'accord", "je ne suis pas d'accord", "je suis pas d'accord", "si si", "si on en a besoin", "mais si", "vous vous trompez",
        "tu te trompes", "on en a besoin", "on en a quand même besoin", "on en a vraiment besoin", "je ne pense pas", "je maintiens",
        "il nous le faut", "il nous la faut", "si il le faut",
    ),
    "yes": (
        "oui", "ouais", "ouaip", "ok", "d'accord", "dac", "ça marche", "c'est ça", "c'est bon", "vas-y", "allons-y", "allez-y", "volontiers", "bien sûr",
        "avec plaisir", "pourquoi pas", "parfait", "exact", "exactement", "tout à fait", "go", "commencer", "on commence", "démarrer", "oui merci", "c'est parti", "entendu", "oui volontiers",
        "très bien", "ça me va", "si", "bonne idée", "absolument", "évidemment", "faisons ça", "on fait comme ça", "carrément", "yes", "oui oui", "ok merci", "merci oui",
        "bon ok", "ok bon", "bon d'accord", "bon allez", "bon", "ok alors",
    ),
    "no": ("non", "nan", "pas vraiment", "sans façon", "surtout pas", "ça ira", "pas besoin", "non non", "négatif", "pas intéressé", "pas intéressée", "non merci", "merci non"),
    "thanks": ("merci", "merci beaucoup", "merci bien", "mille mercis"),
    "tu": (
        "on peut se tutoyer", "tutoie-moi", "tutoyez-moi", "tu peux me tutoyer", "vous pouvez me tutoyer", "on se tutoie", "tutoiement", "tutoyons-nous",
        "on se dit tu", "dis-moi tu", "dites-moi tu", "passons au tu", "se tutoyer", "tu peux me dire tu", "on passe au tu", "tutoie", "me tutoyer",
    ),
    "vous": (
        "vouvoyez-moi", "vouvoie-moi", "on se vouvoie", "vouvoiement", "restons au vous", "dites-moi vous", "dites vous", "on se dit vous", "vouvoyer",
        "se vouvoyer", "revenons au vous", "passons au vous", "je préfère le vous", "je préfère le vouvoiement", "me vouvoyer", "on peut se vouvoyer",
    ),
}  # fmt: skip

AROUND: Final = """
    s'il vous plaît te plait svp stp merci ça cela cette celle là question la le les un une l' ici pour maintenant
    moment instant minute minutes aujourd'hui tout tous toute mes mon ma moi nous vous tu on peut je peux dois veux voir
    demandez demandes demander savoir c'est est est-ce que qu' important utile sert à en de du des d' et plan conversation réponse
    réponses données notes précédente suivante suivant tard demain là où avait était étions laissé besoin vraiment
    encore bot coach échange question? donc alors ok oui non y avec plus quelqu'un chose même enfin désolé sur
"""

AROUND_YES: Final = (
    "merci bien sûr ok oui non c'est ça bon d'accord vraiment pas volontiers s'il vous plaît svp pour moi très alors"
)

AROUND_THANKS: Final = """
    beaucoup bien infiniment mille grand un encore d'avance à vous toi pour tout ça votre ton l'aide aide ok d'accord
    super parfait génial top cool bon très c'est noté compris entendu alors coach planfirst
"""

ALSO_ANSWERS: Final[dict[str, str]] = {
    "plus vite": "objective objective.outcome",
    "c'est long": "problem problem.what mechanism blockers",
    "trop long": "problem problem.what mechanism blockers objective.numbers",
    "c'est trop long": "problem problem.what mechanism blockers",
    "plus tard": "decision commitment objective.numbers",
    "formulaire": "mechanism blockers",
    "le formulaire": "mechanism blockers",
    "pas vraiment": "mechanism decision",
    "quelqu'un": "problem.who decision people steps",
    "une personne": "problem.who decision people steps mechanism",
    "pas d'accord": "decision",
    "inutile": "mechanism",
    "usine à gaz": "blockers mechanism problem problem.what",
    "erreur": "problem problem.what blockers",
}

LEAD_IN: Final = (
    r"(?:s'il (?:vous|te) plaît|svp|stp|on peut|peut-on|pouvez-vous|peux-tu|pourriez-vous|est-ce qu'on peut|je (?:voudrais|veux|préfère|souhaite|peux|dois|vais)|"
    r"ok|merci|bon|euh|ben|alors|désolée?|pardon|je préférerais|j'aimerais|il faut que je|allez|et|donc|vous pouvez|tu peux|non)"
)

REMARKED: Final = r"outil|appli|application|plate-?forme|logiciel|canal|solution|communauté|nom|bot|robot|chatbot|wiki|page|question|de temps|mon temps|du temps"

INSIST: Final = (
    r"(?:donnez|donne|dites|dis|montrez|montre|recommandez|conseillez)[- ]moi (?:juste |simplement |seulement |plutôt )?(?:quel(?:le)?|l'|le nom|la|un|une|le)\s?(?:de l'|d'un |d')?(?:outil|appli|application|plate-?forme|logiciel|canal|solution)",
    r"quel(?:le)? (?:outil|appli|application|plate-?forme|logiciel|solution) (?:me |nous )?(?:conseill|recommand|choisir|prendre|prend|faut|utiliser|vous |tu |je |on )",
    r"^(?:et |ok |mais |alors |bon |donc )*quel(?:le)? (?:outil|appli|application|plate-?forme|logiciel|solution)(?: alors| du coup)?\W*$",
    r"je veux (?:juste|seulement|simplement) (?:l'|le |la |un |une |mon |ma |notre )(?:\w+ )?(?:outil|appli|application|plate-?forme|canal|communauté|logiciel|bot|wiki|page|nom)\b",
    r"(?:juste|seulement|simplement) (?:l'|le nom de l'|un )outil\W*$|(?:le )?nom (?:de l'|d'un )(?:outil|appli|application)\W*$",
    r"^(?:il me faut|donnez|donne) (?:juste )?(?:l'|cet )(?:outil|appli)",
)
SCEPTIC: Final = (
    r"(?:vous allez|tu vas|vous voulez|on va) (?:encore )?(?:me |nous )?(?:dire|expliquer) (?:que|qu').{0,30}(?:outils?|servent? à rien)|les outils ne servent à rien",
    r"je (?:ne )?(?:parle|cause|discute) pas (?:à|avec) (?:un |des |les )?(?:ro)?bots?|je connais (?:ces|les|vos) (?:chat|ro)?bots|vous,? les (?:ro)?bots",
    r"(?:vos|tes|ces|toutes ces) questions (?:ne |n')?(?:servent|sert|avancent|apportent|changeront)\b"
    r"|(?:serve|servent|sert|servir|apporte|avance) (?:vraiment )?à (?:grand[- ]chose|quelque chose|quoi que ce soit|rien),? (?:vos|tes|toutes ces|ces) questions",
    r"^(?:c'est|quelle|encore) (?:une |vraiment une )?(?:pure |grosse )?perte de temps\W*$|(?:vous me faites|tu me fais) perdre (?:du|mon) temps",
)
HURRY: Final = (
    r"(?:ça fait|vous posez|il y a|y a|que de)? ?(?:beaucoup |trop |bien trop )?(?:trop|beaucoup) de questions\b.{0,15}$|combien de questions\b",
    r"(?:je n'ai pas|j'ai pas) (?:le|que ça à|de) (?:temps pour ça|temps à perdre|faire)|c'est (?:beaucoup |un peu |vraiment |bien )?(?:trop )?long(?: (?:votre|ce|tout) .{0,20})?\W*$",
    r"(?:on peut|peut-on|pouvez-vous|faut) (?:aller|faire) (?:un peu )?(?:plus )?(?:vite|court|accélérer)\b|faites (?:court|vite)",
)
DISAGREE: Final = (
    r"(?:si|non|mais|mais si|ah si)[, ]+(?:on|nous|j'|il) ?(?:en )?(?:a|ai|avons|nous)(?: en)? (?:vraiment |bien |quand même )?(?:besoin|faut)\b.{0,60}$",
    r"(?:non[, ]+)?je (?:ne )?suis pas d'accord\b|(?:si|non)[, ]+il (?:nous )?(?:le |la |en )?faut\b.{0,20}$",
)
LANGUAGES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("en anglais", "anglais", "parlez anglais", "passer en anglais", "passons en anglais"),
    "fr": ("français", "en français", "parlez français", "parle français", "passons en français", "passer en français", "francais svp", "on peut parler français"),
}  # fmt: skip

FIX_VERB: Final = r"(?:corrigez?|corriger|modifiez?|modifier|changez?|changer|rectifier)"
FIX_ARTICLE: Final = r"(?:le|la|les|mon|ma|mes|notre|un|une|l')"
FIX_TO: Final = r"(?:à|en|par|pour|c'est|est|:|=)"
CORRECTS: Final = r"(?:non|nan|attendez|oups|pardon|désolée?|correction|en fait|en réalité|plutôt|finalement)[,:;. -]+(?:(?:en fait|plutôt|non|attendez|pardon)\b)?,? ?"
CORRECTED: Final = r"(?:(?=\d[\d.,]*(?: ?%| [a-zà-ÿ]+)?$)|(?:c'est|c'était|ce sont|ce serait|ce n'est pas|il y en a|ils sont|elles sont|on est|nous sommes|je voulais dire|mettez|mets)\b)"
CORRECTION_MARK: Final = r"(?:correction|je voulais dire|faute de frappe|oups)\b"
IS: Final = r"(?:est|sont|c'est|était|serait|doit être|devrait être|=)"

SLOTS: Final[dict[str, str]] = {
    "checkin": r"rappel|point d'étape|relance|suivi",
    "commitment": r"premier pas|première action|engagement",
    "ifthen": r"plan b|parade|solution de repli",
    "problem.who": r"^qui$|qui (?:est touché|en fait les frais|subit)|fréquence",
    "objective.numbers": r"cibles?|chiffres?|nombres?|échéance|date|valeur|mesure|indicateur|délai visé|point de départ",
    "objective.outcome": r"objectifs?|buts?|résultat",
    "decision": r"décision|sponsor|accord|décideur|qui décide",
    "mechanism": r"existant|ce qui existe|mécanisme|façon de faire",
    "blockers": r"obstacles?|freins?|blocages?|risques?",
    "steps": r"(?:première |deuxième |troisième |dernière )?étapes?(?: \d)?|actions?|responsable",
    "people": r"personnes|gens|qui change|participants",
    "problem.what": r"problème|souci|situation",
}
