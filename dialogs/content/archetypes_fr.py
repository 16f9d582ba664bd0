"""The twelve archetypes in French, in the same order as in English.

Written with plain spaces, as all texts; the words to recognise are on folded text, without accents.
"""

from typing import Final

from dialogs.content.archetype import Archetype

ARCHETYPES: Final[dict[str, Archetype]] = {
    "onboarding": Archetype(
        label="Accueil des nouveaux",
        words=(
            r"on-?boarding",
            r"nouve(?:l|aux|lles) (?:arrivants?|arrives?|recrues?|embauches?|salaries|collaborateurs)",
            r"les nouveaux",
            r"(?:dernier|derniere|nouvel) arrive\w*",
            r"integration (?:des|d'un)?",
            r"premiers? jours?",
            r"accueil(?:lir)? (?:des|les) nouveaux",
            r"arrivants?",
        ),
        probes=(
            "Qu'est-ce que la dernière personne arrivée a attendu, et combien de temps ?",
            "À qui les nouveaux finissent-ils par demander ?",
            "À quoi voyez-vous que quelqu'un est opérationnel ?",
        ),
        objectives=(
            "Jours avant la première mission en autonomie : 45 → 25 en septembre",
            "Nouveaux avec tous leurs accès le premier jour : 50 % → 100 % en mars",
        ),
        mechanisms=(
            "Un parrain ou une marraine, et un échange avec le manager la première semaine",
            "Une page : qui, quoi, où, première semaine",
            "Trente minutes de bilan au trentième jour",
        ),
    ),
    "reputation": Archetype(
        label="Réputation et crise",
        words=(
            r"reputation|e-reputation",
            r"crises?",
            r"bad buzz",
            r"avis (?:clients?|google|en ligne|negatifs?)",
            r"presse",
            r"image (?:de marque|publique)",
            r"(?:outil|plate-?forme|logiciel) (?:de veille|d'ecoute)",
            r"viral\w*",
            r"\d+ ?(?:k|000)? vues",
            r"journalistes?",
            r"scandale",
            r"veille (?:des |sociale|medias?)\w*",
        ),
        probes=(
            "Que s'est-il passé la dernière fois, heure par heure ?",
            "Qui peut parler en votre nom dans l'heure, la nuit aussi ?",
            "Qu'est-ce qu'on dit de vous et qui est vrai ?",
        ),
        objectives=(
            "Délai de première réponse publique : 26 h → 2 h en juin",
            "Avis traités sous trois jours : 20 % → 90 % en avril",
        ),
        mechanisms=(
            "Une page : qui décide, qui parle, qui remplace",
            "Des messages d'attente écrits à l'avance pour cinq cas",
            "Un exercice de deux heures, deux fois par an",
        ),
    ),
    "employer_brand": Archetype(
        label="Recrutement et marque employeur",
        words=(
            r"recrut\w*",
            r"marque employeur",
            r"talents?",
            r"candidat\w*",
            r"alternan\w*",
            r"apprenti\w*",
            r"attirer",
            r"offres? d'emploi",
            r"cooptation",
        ),
        probes=(
            "Où les dix dernières personnes que vous vouliez ont-elles dit non, et pourquoi ?",
            "Combien de jours entre une candidature et une vraie réponse ?",
            "D'où viennent vos meilleurs recrutements récents ?",
        ),
        objectives=(
            "Offres acceptées : 4 sur 10 → 7 sur 10 en septembre",
            "Délai entre candidature et premier échange : 19 → 5 jours en avril",
        ),
        mechanisms=(
            "Rappeler chaque candidat sous cinq jours",
            "Demander deux noms à chaque nouvelle recrue le premier mois",
            "Une matinée portes ouvertes à l'atelier, deux fois par an",
        ),
    ),
    "innovation": Archetype(
        label="Innovation et idées",
        words=(
            r"innov\w*",
            r"idees?",
            r"creativ\w*",
            r"intrapreneur\w*",
            r"remue-meninges",
            r"suggestions?",
        ),
        probes=(
            "Racontez-moi la dernière bonne idée venue du terrain : où s'est-elle arrêtée ?",
            "Combien de jours entre une idée et un oui ou un non aujourd'hui ?",
            "Sur quel problème voudriez-vous des idées, s'il fallait en choisir un ?",
        ),
        objectives=(
            "Délai entre une idée et sa réponse : 90 → 14 jours au 30 juin",
            "Idées mises en œuvre par ligne et par trimestre : 1 → 4 en fin d'année",
        ),
        mechanisms=(
            "Une question du mois et une heure où un responsable dit oui ou non sur place",
            "Un chef de ligne avec deux heures par semaine et 500 € pour essayer",
            "Un petit comité qui répond à chaque idée sous dix jours",
        ),
    ),
    "cross_site": Archetype(
        label="Travail entre sites",
        words=(
            r"inter-?sites?",
            r"(?:entre|d'un|autres?) (?:les |nos |deux |l'autre )?(?:sites?|usines?|agences?|magasins?|pays|equipes?|services?|ateliers?)",
            r"l'autre (?:site|usine|equipe|agence|atelier)",
            r"silos?",
            r"a distance",
            r"collabor\w+",
            r"transvers\w*",
            r"fuseaux?",
            r"entre (?!deux|les|nos|tous|toutes|eux|nous)[a-z-]{3,} et (?!les|nos|le|la)[a-z-]{3,}",
        ),
        probes=(
            "De quoi un site a-t-il eu besoin le mois dernier sans l'obtenir d'un autre ?",
            "Qui travaille déjà bien d'un site à l'autre, et comment ?",
            "Qu'est-ce que chaque site perdrait à aider l'autre ?",
        ),
        objectives=(
            "Pièces achetées alors qu'un autre site les avait : 22 par mois → 8 en juin",
            "Demandes entre sites traitées dans la journée : 30 % → 80 % en mai",
        ),
        mechanisms=(
            "Une demi-heure le mardi, un cas par site",
            "Deux semaines d'échange pour deux personnes par trimestre",
            "Un contact nommé par site et par sujet",
        ),
    ),
    "knowledge": Archetype(
        label="Partage et capitalisation des savoirs",
        words=(
            r"savoir(?:s|-faire)?",
            r"connaissances?",
            r"capitalis\w*",
            r"partag\w*",
            r"bonnes pratiques",
            r"expertises?|experts?",
            r"retours? d'experience|rex",
            r"document\w*",
            r"wikis?",
            r"memes (?:pannes|erreurs|questions)",
            r"part(?:ent)? (?:a|en) (?:la )?retraite",
        ),
        probes=(
            "Quelle question revient sans cesse, et à qui la pose-t-on ?",
            "Qu'a-t-on fait deux fois récemment, faute de le savoir ?",
            "Quel départ ferait le plus de dégâts, et quand pourrait-il arriver ?",
        ),
        objectives=(
            "Pannes répétées par mois : 18 → 9 en septembre",
            "Temps pour trouver qui l'a déjà résolu : 2 jours → 1 heure en juin",
        ),
        mechanisms=(
            "Vingt minutes de retour après chaque chantier : prévu, arrivé, pourquoi, la prochaine fois",
            "Appeler avant de commencer deux collègues qui l'ont déjà fait",
            "Une heure par semaine où les techniciens se racontent leurs cas bizarres",
        ),
    ),
    "customer": Archetype(
        label="Relation avec les clients",
        words=(
            r"clients?",
            r"clientes?",
            r"reclamations?",
            r"satisfaction",
            r"sav",
            r"nps",
            r"fidelite",
            r"support client",
            r"hotline",
            r"remboursements?",
            r"consommateurs?",
        ),
        probes=(
            "Sur les vingt derniers contacts, combien n'auraient jamais dû exister ?",
            "Pour quoi les clients rappellent-ils ?",
            "Où les clients s'entraident-ils déjà ?",
        ),
        objectives=(
            "Contacts pour 100 commandes : 31 → 20 en octobre",
            "Deuxième appel pour le même sujet : 40 % → 15 % en juillet",
        ),
        mechanisms=(
            "Lire vingt contacts par semaine avec ceux qui peuvent en supprimer la cause",
            "Rappeler chaque client mécontent sous deux jours",
            "Un panel de douze clients, deux fois par an",
        ),
    ),
    "engagement": Archetype(
        label="Implication des collaborateurs",
        words=(
            r"engagement",
            r"engage[sz]?",
            r"impliqu\w*|implication",
            r"motiv\w+|demotiv\w+",
            r"climat social",
            r"demission\w*",
            r"turnover",
            r"fidelis\w*",
            r"desengag\w*",
            r"(?:partent|quittent|departs?)",
            r"absenteisme",
            r"qvt",
        ),
        probes=(
            "Que disent les personnes qui partent, à l'entretien de départ ?",
            "Dans quelle équipe ça va bien, et qu'est-ce qu'on y fait autrement ?",
            "Qu'avez-vous demandé la dernière fois, et qu'est-ce que les gens ont vu changer ?",
        ),
        objectives=(
            "Départs dans la première année : 24 % → 12 % en décembre",
            "Personnes ayant eu un tête-à-tête dans le mois : 35 % → 90 % en mai",
        ),
        mechanisms=(
            "Quinze minutes par mois entre chaque personne et son manager",
            "Une réunion d'équipe qui finit par une décision laissée à l'équipe",
            "Dire ce qui a été fait des réponses de la dernière enquête",
        ),
    ),
    "internal_comms": Archetype(
        label="Communication interne",
        words=(
            r"communication interne|com interne",
            r"newsletters?",
            r"intranet",
            r"informer",
            r"annonces?",
            r"descendante",
            r"faire savoir",
            r"(?:personne|ne) (?:ne )?(?:lit|lisent)",
            r"pas au courant",
            r"consignes?",
        ),
        probes=(
            "Qu'est-ce que les gens ne savaient pas, et qu'est-ce que ça a provoqué ?",
            "Qui l'a su trop tard, et par qui ?",
            "Que doit faire quelqu'un après l'avoir lu ?",
        ),
        objectives=(
            "Opérateurs capables de citer les deux priorités de l'année : 3 sur 10 → 7 sur 10 en mai",
            "Consignes de sécurité connues dans la journée : 40 % → 95 % en mars",
        ),
        mechanisms=(
            "Dix minutes en début de poste, les trois mêmes points partout",
            "Une page que les managers racontent avec leurs mots",
            "Demander à cinq personnes au hasard ce qu'elles ont retenu",
        ),
    ),
    "change": Archetype(
        label="Réussir un changement",
        words=(
            r"adoption",
            r"conduite du changement",
            r"adhesion",
            r"deploiement",
            r"transformation",
            r"nouve(?:au|lle) (?:processus|outil|logiciel|systeme|organisation)",
            r"erp",
            r"migration",
            r"resistances?",
        ),
        probes=(
            "Pour qui la journée devient-elle meilleure, et pour qui moins bonne ?",
            "Que font les gens à la place aujourd'hui, et pourquoi ça leur convient ?",
            "Que verra-t-on faire au sponsor le mois prochain ?",
        ),
        objectives=(
            "Commandes saisies deux fois : 120 par semaine → 20 en juin",
            "Jours pour clôturer le mois : 9 → 5 en septembre",
        ),
        mechanisms=(
            "Deux personnes par équipe qui montrent sur le poste",
            "L'arrêt de l'ancienne façon à une date annoncée",
            "Le sponsor qui s'en sert à la réunion du lundi",
        ),
    ),
    "ai": Archetype(
        label="IA, assistants et chatbots",
        words=(
            r"ia",
            r"intelligence artificielle",
            r"chat ?bots?",
            r"copilot",
            r"(?:chat ?)?gpt\w*",
            r"assistants?(?: virtuels?)?",
            r"agents? (?:conversationnels?|ia)",
            r"llms?",
            r"automatis\w+",
        ),
        probes=(
            "Quelle question ou tâche reprendrait-il, et combien de fois par semaine ?",
            "Qui y répond aujourd'hui, et les réponses sont-elles justes ?",
            "Que se passe-t-il quand la réponse est fausse ?",
        ),
        objectives=(
            "Questions RH traitées le jour même : 45 % → 90 % en mai",
            "Heures par semaine à ressaisir des commandes : 30 → 8 en juillet",
        ),
        mechanisms=(
            "Les vingt questions les plus posées, sur une page tenue par quelqu'un",
            "La suppression de ce qui provoque la question",
            "Une heure par jour où l'on peut questionner un expert",
        ),
    ),
    "other": Archetype(
        label="Autre sujet",
        words=(),
        probes=(
            "Qu'est-ce qui se passe aujourd'hui et que vous aimeriez voir changer ?",
            "Qui en fait les frais ?",
            "Qu'avez-vous déjà essayé ?",
        ),
        objectives=("Demandes sans réponse après deux jours : 12 → 3 fin juin",),
        mechanisms=(
            "La personne à qui tout le monde demande",
            "La réunion où ça se règle d'habitude",
            "Une liste au mur",
        ),
    ),
}
