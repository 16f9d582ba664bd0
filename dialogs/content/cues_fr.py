"""French words by which one long message is sorted into slots, and by which levels are read from an answer.

Matched like the lexicon: on plain text (lower case, no accents), between word borders.
"""

from typing import Final

LEXICON: Final[dict[str, tuple[str, ...]]] = {
    "it_works": (
        r"ça marche(?: bien)?", r"cela marche", r"marche (?:bien|très bien)", r"ça fonctionne(?: bien)?", r"fonctionne (?:bien|très bien)",
        r"fait le travail", r"fait le job", r"oui", r"ouais", r"ouaip", r"plutôt oui", r"ça tourne(?: bien)?",
    ),
    "works_well": (r"ça marche(?: bien)?", r"cela marche", r"marche (?:bien|très bien)", r"ça fonctionne(?: bien)?", r"fonctionne (?:bien|très bien)", r"fait le travail",),
    "works_badly": (
        r"personne ne (?:l'|la |le |les |s'en |y )?(?:ouvre|lit|regarde|utilise|sert|répond|suit|remplit|consulte|met à jour|tient à jour)",
        r"(?:la moitié|un tiers|un quart|quelques-uns|certains)(?: d'entre eux)? (?:l'|la |le |les |y )?(?:ouvr\w+|li\w+|regard\w+|utilis\w+|répond\w*)",
        r"(?:marche|fonctionne) (?:pour|dans|sur) (?:la moitié|certaine?s|quelques|une partie)",
        r"mais (?:seulement|uniquement) (?:dans|sur|pour|quand|si|chez|la moitié|une?|deux|trois)",
        r"(?:marche|fonctionne) (?:assez |plutôt |très )?mal", r"ne (?:marche|fonctionne) pas(?: bien| toujours)?", r"(?:marche|fonctionne) pas (?:bien|toujours|vraiment)", r"(?:marche|fonctionne) (?:parfois|de temps en temps|une fois sur deux)",),
    "sometimes": (
        r"(?:seulement|uniquement) (?:dans|sur|pour|quand|si|chez|la moitié|une?|deux|trois)",
        r"pas toujours", r"parfois", r"pas vraiment", r"des fois", r"de temps en temps", r"ça dépend", r"plus ou moins", r"à moitié",
        r"quand on y pense", r"pas (?:très |trop )?bien", r"non", r"rarement", r"mal", r"bof", r"couci-couça", r"en partie",
    ),
    "no_obstacle": (
        r"(?:je ne vois |je vois )?rien(?: du tout| vraiment)?(?: de (?:spécial|particulier|précis|bloquant|grave))?", r"pas grand-chose", r"aucun obstacle",
    ),
    "still_on": (r"toujours (?:d'actualité|valable|bon|en cours|partante?s?)", r"tient toujours", r"rien n'a changé", r"rien a changé"),
    "has_changed": (r"(?:a|ont) (?:un peu |beaucoup |pas mal )?changé", r"plus (?:pareil|la même chose)", r"c'est différent"),
    "given_up": (r"plus (?:d'actualité|besoin|valable)", r"(?:a été |est )?(?:abandonné|annulé)e?"),
    "private": (r"(?:juste |seulement )?moi", r"personne", r"privé", r"en privé", r"garder pour moi"),
    "review": (r"relecture", r"relire", r"mon (?:chef|manager|responsable)"),
    "post": (r"publie\w*", r"poste\w*", r"(?:dans )?le canal", r"tout le monde", r"l'équipe"),
    "cannot_say": (
        r"(?:peux|peut|saurais|sais) pas (?:le )?dire", r"trop tôt", r"pas encore sûr", r"ça dépend(?:ra)?", r"on verra", r"impossible à dire",
        r"difficile à dire", r"pas encore (?:clair|décidé)", r"je ne sais pas encore",
    ),
    "wanting": (
        r"veux", r"veut", r"voulons", r"voudrais", r"faut", r"besoin", r"prendre", r"prenons", r"acheter", r"avoir", r"donnez?", r"installez?",
        r"mettez", r"mettre", r"place", r"dis", r"redis", r"répète", r"demande", r"point (?:final|barre)", r"point", r"c'est tout", r"écoutez?",
        r"s'il vous plaît", r"puisque", r"bon",
    ),
    "by_hand": (r"à la main", r"essai", r"essayer", r"essaie", r"teste\w*", r"test", r"pilote", r"exercice", r"répétition"),
    "behaviour": (
        r"ils \w+", r"elles \w+", r"qui (?:vont|devront|doivent|doit|va|devra)", r"doi(?:t|vent) \w+", r"vont \w+", r"au lieu de",
        r"autrement", r"chacun \w+", r"devront \w+", r"se mettent à", r"arrêtent de",
    ),
    "not_there_yet": (r"pas encore", r"personne encore", r"aucun\w* pour l'instant", r"reste à (?:trouver|nommer|confirmer)", r"à (?:trouver|nommer|confirmer)", r"manque encore"),
    "slot_decision": (
        r"(?:a|ont|m'a|nous a) (?:déjà )?(?:dit oui|validé|approuvé|accepté|donné (?:son|leur) accord)", r"est d'accord", r"sont d'accord",
        r"peut dire oui", r"décide", r"décidera", r"feu vert", r"tranche", r"tranchera", r"mon sponsor", r"le sponsor", r"donne(?:ra)? (?:son|leur) accord",
    ),
    "slot_blockers": (
        r"(?:ça|cela) (?:échoue|échouera|coince|coincera|rate|ratera|plante|bloque|casse)", r"échoue(?:ra)? si", r"risques?", r"obstacles?", r"freins?",
        r"blocages?", r"ce qui (?:coince|bloque|peut coincer)", r"le danger", r"je crains", r"j'ai peur", r"peut (?:coincer|échouer|bloquer)",
    ),
    "slot_mechanism": (
        r"(?:aujourd'hui|actuellement|pour l'instant|en ce moment),? (?:on|nous|ils|elles|tout le monde|c'est|je)", r"(?:chaque|tous les) (?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|semaines?|mois|jours?),? (?:on|nous|ils|je)",
        r"ça marche", r"ça fonctionne", r"existe déjà", r"on a déjà", r"on fait déjà", r"ils appellent", r"on (?:fait|tient) (?:un|une)", r"jusqu'ici,? on",
    ),
    "slot_people": (
        r"doi(?:t|vent) (?:faire|changer|répondre|écrire|travailler|commencer|arrêter)", r"devr(?:a|ont) (?:faire|changer|répondre|écrire|travailler)",
        r"autrement", r"vont devoir", r"va devoir", r"dont le (?:travail|lundi) change",
    ),
    "slot_objective": (
        r"(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrait|vise|visons)", r"(?:j'|on |nous )aimer(?:ais|ait|ions)", r"(?:l'|notre |mon )?(?:objectif|but|cible) (?:est|c'est|:)?", r"il faudrait (?:passer|descendre|arriver)",
        r"passer (?:de|sous|à)", r"descendre à", r"ramener", r"de \S+ à", r"si ça marche", r"pour que", r"afin que",
    ),
    "slot_who": (
        r"(?:personnes|salariés|ingénieurs?|techniciens?|opérateurs?|infirmi\w+|chauffeurs?|managers?|chefs?|employés?|collègues?|clients?|agents?|nouveaux|commerciaux|équipes?|magasins?|étudiants?|enseignants?|bénévoles?|membres?|ouvriers?|conseillers?|acheteurs?|développeurs?)",
        r"en font les frais", r"sont touchés",
    ),
    "slot_problem": (
        r"mais", r"problème", r"souci", r"personne ne", r"trop (?:long|tard|lent|de)", r"perdus?", r"perdues?", r"perd", r"perdent", r"gaspill\w+", r"attend\w*", r"sans cesse",
        r"se plaign\w+", r"jamais", r"n'arriv\w+", r"impossible", r"manqu\w+", r"refait?", r"refont", r"deux fois", r"en retard",
    ),
}  # fmt: skip
