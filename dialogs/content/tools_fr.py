"""French words of tool-first talk: the tools, the acts that propose them, and what says "not this time".

Same lists as in tools_en.py. A French tool phrase has its noun first ("un canal WhatsApp", "une appli
d'onboarding"), so HEADS come before TOPICS here.
"""

from typing import Final

NAMES: Final = """
    slack, ms teams, microsoft teams, yammer, viva engage, discord, mattermost, rocket.chat, tchap,
    rocketchat, gitter, irc, google chat, sharepoint, confluence, jive, lumapps, talkspirit, jamespot,
    whaller, workvivo, staffbase, beekeeper, happeo, steeple, powell, zulip, basecamp, webex, whatsapp,
    telegram, wechat, messenger, facebook, instagram, tiktok, tik tok, linkedin, twitter, mastodon,
    bluesky, youtube, snapchat, pinterest, reddit, twitch, substack, discourse, klaxoon, miro, trello,
    google+, copilot, chatgpt, chat gpt, openai, mistral, le chat, ia, i.a., ia générative, ia gen,
    intelligence artificielle, llm, réseaux sociaux, réseaux, médias sociaux, media sociaux, medias
    sociaux, social media, ia agentique, threema, bereal, peertube, humhub, elgg, mediawiki, bookstack, dokuwiki,
    docusaurus, wordpress, skype, google groups, rasa, botpress, perplexity, circle
"""
WEAK_NAMES: Final = """
    teams, workplace, notion, matrix, signal, zoom, x, threads, viva, element, gemini, claude, meta, fb,
    insta
"""
KINDS: Final = """
    chatbot, chat bot, commu, stratégie sur les réseaux sociaux, stratégie sur les réseaux, podcast, newsletter, blog, wiki, forum, intranet, extranet, infolettre, lettre
    d'info, lettre d'information, communauté, réseau social, rse, liste de diffusion, mailing list,
    mailing-list, messagerie instantanée, messagerie interne, tchat, chat interne, voicebot, callbot,
    boîte à idées, boite à idées, mur social, base de connaissances, base de connaissance, digital
    workplace, foire aux questions collaborative, hub collaboratif, réseau interne, webtv, web tv,
    chaîne interne, canal, canaux, présence digitale, présence en ligne, présence sociale, stratégie
    social media, stratégie réseaux sociaux, stratégie de réseaux sociaux, stratégie sociale, plan
    réseaux sociaux, stratégie ia, présence sur les réseaux, présence sur les réseaux sociaux, présence
    sur les médias sociaux, programme ambassadeurs, programme d'ambassadeurs, agent conversationnel,
    assistant virtuel, agent virtuel, assistant conversationnel, assistant intelligent, suite
    collaborative, gpt, bot, news letter, bulletin électronique, bulletin numérique, bulletin par courriel,
    bulletin par mail, gazette électronique, gazette numérique, lettre interne, lettre par mail, lettre
    électronique, journal en ligne, journal interne, réseau alumni, réseau d'anciens, portail commun,
    portail social, espace numérique, espace en ligne, espace de discussion, forum en ligne, série audio, grp
    whatsapp, robot conversationnel, agent ia, assistant numérique, doc collaborative, web radio, webradio
"""
TOPICS: Final = """
    social, sociale, sociaux, sociales, collaboratif, collaborative, collaboratifs, collaboratives,
    collaboration, communautaire, communautaires, communauté, communication, com, discussion,
    discussions, discuter, échange, échanges, échanger, partage, partager, chat, tchat, messagerie,
    onboarding, intégration, accueil, engagement, innovation, innovations, idées, idéation, feedback,
    reconnaissance, mentorat, mentoring, entraide, connaissances, savoirs, capitalisation, veille,
    veille sociale, social listening, écoute, brainstorming, réseautage, networking, advocacy, q&a,
    questions-réponses, ia, ia générative, gpt, llm, conversationnel, conversationnelle, virtuel,
    virtuelle, intelligent, questions/réponses, participatif, participative, crowdsourcing, employee
    advocacy, e-réputation, faq, réseaux sociaux, médias sociaux, les réseaux, les réseaux sociaux,
    intelligence artificielle, instantanée
"""
HEADS: Final = """
    canal, canaux, chaîne, chaine, page, groupe, compte, serveur, espace, plateforme, plate-forme,
    outil, appli, app, application, logiciel, solution, suite, portail, hub, réseau, site, mur, salon,
    salle, fil, profil, présence, bot, robot, assistant, agent, licence, abonnement, équipe, boîte,
    boite, communauté, wiki, live, instance, workspace, channel, équipes, tableau, boucle, licences, fanpage, grp, gpt
"""
WIDE_TOPICS: Final = "accueil, intégration, com, veille, communication, écoute, faq, feedback"
WIDE_HEADS: Final = "bot, appli, app, application, outil, plateforme, plate-forme, portail"
START: Final = """
    créer, lancer, ouvrir, monter, mettre en place, déployer, installer, acheter, prendre, adopter,
    avoir, utiliser, démarrer, développer, construire, bâtir, tester, essayer, relancer, instaurer,
    introduire, généraliser, investir dans, s'équiper d, s'équiper de, se doter d, nous doter d, nous doter de, nous équiper d, nous équiper de, se doter de,
    rejoindre, faire, faire appel à, choisir, souscrire à, implémenter, expérimenter, initier, proposer,
    animer et créer, s'offrir, se payer, se créer, nous créer, nous monter, recréer, réactiver,
    ressusciter, rouvrir, intégrer, miser sur, parier sur, alimenter et créer, publier, éditer, passer
    par, ajouter, avoir enfin, crée, lance, ouvre, monte, met en place, déploie, installe, achète,
    prend, démarre, teste, relance, adopte, essaie, essaye, fait, mette en place, ait, prenne, fasse,
    développe, créons, lançons, ouvrons, montons, mettons en place, déployons, installons, achetons,
    prenons, adoptons, démarrons, testons, essayons, relançons, utilisons, mettez en place, créez,
    lancez, ouvrez, créait, lançait, ouvrait, montait, mettait en place, déployait, installait,
    achetait, prenait, avait, faisait, testait, essayait, utilisait, relançait, créerait, lancerait, se
    lançait dans, se lancer dans, lancera, créera, ouvrira, déploiera, lancerons, créerons, ouvrirons,
    déploierons, se lance dans, mettra en place, mettrons en place, création d, création de, lancement
    d, lancement de, mise en place d, mise en place de, ouverture d, ouverture de
"""
"""Infinitives, the present and the conditional ways to propose; past forms are left out on purpose."""

CHANGE: Final = """
    passer à, passer sur, passer sous, passer tous sur, migrer vers, migrer sur, basculer sur, basculer
    vers, aller sur, être sur, être présent sur, être présents sur, être actifs sur, être visibles sur,
    se mettre à, se mettre sur, nous mettre à, nous mettre sur, passe à, passe sur, passe sous, passons
    à, passons sur, bascule sur, migre vers, passait à, passait sur, soit sur, soit présent sur, soyons
    sur, se mettait à, se lancer sur, se lance sur, se lançait sur, bouger sur, débarquer sur, tout
    passer sur, tout basculer sur, se mette à, se mette sur, remplacer les mails par, remplacer l'email
    par, mettre tout le monde sur, exister sur, s'ouvrir à, se tourner vers
"""
MOVE: Final = r"(?:passer|basculer|migrer|déplacer|transférer|rapatrier|mettre|amener|faire passer) (?:[\w'-]{1,30} ){1,4}(?:sur|vers|à|sous)"
TAKE: Final = """
    utiliser, tester, essayer, adopter, déployer, prendre, choisir, acheter, lancer, utilisons, testons, adoptons
"""
WANT: Final = """
    besoin de, besoin d, a besoin de, a besoin d, ai besoin de, ai besoin d, avons besoin de, avons besoin d,
    ont besoin de, ont besoin d, il faut, il faudrait, il nous faut, il nous faudrait, faudrait, faut, veux,
    veut, voulons, voudrais, voudrait, aimerais, aimerait, aimerions, souhaite, souhaitons,
    souhaiterait, il nous manque, il manque, manque, réclame, réclament, demande, demandent, exige, rêve
    d, rêve de, me faut, me faudrait, leur faut, leur faudrait, lui faut, mériterait, mérite, vous faut
"""
IDEA: Final = """
    pourquoi pas, pourquoi on n'a pas de, pourquoi on n'a pas d, ce serait bien, ce serait top, ça serait bien, ça serait top,
    ce serait cool, ça serait cool, ce serait sympa, ça serait sympa, et pourquoi pas, que diriez-vous de, que diriez-vous d, et si on avait, peut-être,
    idée :, idée:, proposition :, proposition:, propose, proposons, suggère, suggérons, je vote pour,
    vote pour, l'idée d, l'idée de, partant pour, partants pour, favorable à, pense à, penser à,
    envisage, envisager, vivement, à quand, que pensez-vous de, que pensez-vous d, que penses-tu d,
    recommande, préconise
"""
ADVERBS: Final = (
    r"(?:aussi|peut-être|juste|vite|rapidement|vraiment|enfin|au moins|tous|également|carrément|donc|ensemble)"
)

FRAMES: Final[tuple[str, ...]] = (  # regex
    r"\b(?:j'aimerais|j'ai envie|j'envisage|qui (?:peut|pourrait|veut|voudrait))\b",
    r"\b(?:on|nous|vous|tu|je|il|elle|ils|elles|l'on|entreprise|direction|boîte|équipe|com|rh|dsi)(?: (?:ne |n')?)?\s?(?:devrait|devrions|devriez|devrais|devraient|doit|devons|devez|dois|doivent|pourrait|pourrions|pourriez|pourraient|peut|pouvons|veut|voulons|veux|voudrait|voudrais|voudrions|va|allons|vais|vont|souhaite|souhaitons|aimaimerais|aimerions|compte|comptons|prévoit|prévoyons|envisage|envisageons|projette|a décidé|avons décidé|propose|proposons|gagngagnerions|ferait mieux|ferions mieux)\b",
    r"\b(?:il )?(?:nous |me |vous )?(?:faut|faudrait|faudra|est temps|serait temps|est urgent|est grand temps|est indispensable|est essentiel|suffit|suffirait)\b",
    r"\b(?:et si|si) (?:on|nous|l'on|vous)\b",
    r"\b(?:pourquoi (?:ne )?pas|pourquoi (?:on |nous )?ne|pourquoi n')",
    r"\b(?:pourrait|pourrions|devrait|devrions|peut|pouvons|pourriez|pouvez|pourrais|peux)(?:-| )(?:on|nous|vous|tu)\b|\bfaut-il\b|\bfaudrait-il\b|\bdoit-on\b|\bva-t-on\b",
    r"\best-ce qu(?:e |')",
    r"\b(?:je |on |nous )?(?:propose|proposons|suggère|suggérons|recommande|préconise|vote|envie|besoin|idée|objectif|priorité|projet|plan|but)\b",
    r"\b(?:ce sça ssseraient|c'est) (?:\w+ )?(?:bien|bon|bonne|top|sympa|utile|cool|intéressant|pratique|génial|judicieux|pertinent|super|mieux|chouette|temps|le moment|parfait)\b",
    r"\b(?:que diriez-vous|ça vous dit|ça te dit|qui est partant|partants?|envisage|envisager|pense|penser|réfléchit|réfléchir|prévoir|prévoit|peut-être|vivement|maintenant|veut|demande|souhaite|annonce|veulent|demandent|souhaitent|voudrait|voudrais|aimreste à|à quand|solution|hâte|conseille|invite|urgent)\b",
    r"\bqu(?:'on|e l'on|e nous|'ils|'elle|'il)\b",
    r"\b(?:on|nous|je)\s*$",
)
BLOCKS: Final[tuple[str, ...]] = (  # regex
    r"(?P<asked>\bpourquoi (?:ne )?pas|\best-ce qu(?:'on|e nous|e l'on) (?:ne )?\w+ pas|\b(?:ne )?\w+-(?:on|nous|il|t-on) pas|\b(?:on|tu|vous) (?:pourrait|devrait|peut|pourriez|peux) pas|\bpourquoi (?:on|nous) (?:ne |n')\w+ pas)",
    r"\b(?:pas|jamais|plus jamais|aucune?|sans|surtout pas|plutôt que|au lieu|inutile|arrêter|arrête|arrêtons|stop|éviter|évitons|contre|refuse|refusé|refuser|refusons|marre|ras-le-bol|assez d|rien|ni|ne sert à|pas besoin|plus besoin|méfi\w+|abandonn\w+|fermer|supprimer|personne)\b(?! (?:temps de|mal|uniquement|seulement))",
    r"\bcomment\b|\b(?:comment) (?:on|puis-je|peut-on|faire)\b",
    r"\b(?:j'ai|ai|a|as|avons|avez|ont|été|ayant|aura|avoir|vien\w* (?:juste )?(?:de|d'))\s*(?:(?:déjà|bien|aussi|enfin|donc)\s+)?$",
    r"\b(?:impossible|n'arrive|arrive pas|essayé|erreur|bug|souci|problème pour|avant de|après avoir|quand (?:on|vous|tu|je|il)|lorsqu|une fois|pour pouvoir|permet|permettant|permettent|était|étaient|avaient|avons|a été|ont été|a créé|a lancé|déjà|l'an dernier|l'année dernière|la semaine dernière|hier|tu peux|vous pouvez|peuvent|tutoriel|tuto|guide|formation|article|vidéo|webinaire|merci|bravo|cliqu\w+|autoris\w+|doc|documentation|concurrents? (?:va|vont))\b",
)
AFTERS: Final[tuple[str, ...]] = (  # regex
    r"\b(?:cliqu\w+|menu|paramètres|bouton|onglet|raccourci|en haut à)\b",
    r"\bmais\b[^.?!]{0,50}(?:\bpas\b|\bpersonne\b|\baucun|\bjamais\b|\brien\b|\bplus\b|\btrop\b|\binutile)",
    r"\b(?:est|était|sont|étaient) (?:\w+ )?(?:en panne|cassée?|plein|pleine|lente?|archivée?|fermée?|annulée?|disponible|en ligne|hors service|ouverte?|déjà)\b",
    r"\b(?:ne sert|sert à rien|servirait à rien|perte de temps|gadget|inutile|une bêtise|mauvaise idée|fausse bonne idée|usine à gaz|non merci|marche (?:très )?bien|fonctionne (?:très )?bien|suffit)\b",
    r"\b(?:à|pour) \d{1,2} ?(?:h\b|heures|h\d\d)",
    r"\bdéjà\b|\bdepuis (?:19|20)\d\d\b|\bcomme d'habitude\b|\bpourrait être dangereux\b",
)
NEGATED_WANT: Final = (
    r"(?:\bpas|\bplus|\bn'|\bne|\bqui|\bsi tu|\bsi vous|\bjamais|\baucun|\bce qu'|\bvous|\btu|\bt')\s*$"
)
SELF_STANDING: Final = """
    ait, ajouter, animer, avait, avoir, choisir, construire, développe, développer, essayer, faire,
    fait, fasse, intégrer, ouvre, ouvrir, passer par, prend, prendre, prenne, proposer, rejoindre,
    teste, tester, utilisait, utiliser, utilisons, éditer
"""
DEFINITE: Final = """
    le, la, les, l', notre, nos, ce, cet, cette, ces, votre, vos, leur, leurs, mon, ma, mes, son, sa,
    ses, du, au, aux
"""
GENERAL: Final = """
    i.a., ia, ia gen, ia générative, intelligence artificielle, medias sociaux, médias sociaux, réseaux,
    réseaux sociaux
"""
LAUNCH: Final = """
    acheter, achète, adopte, adopter, adoptons, démarrer, déploie, déploiera, déploierons, déployait,
    déployer, déployons, généraliser, installer, instaurer, introduire, lance, lancer, lancera,
    lancerons, lançait, lançons, mettre en place, relance, relancer, relançait, relançons, ressusciter,
    rouvrir, réactiver
"""
DETERMINERS: Final = r"(?:d'une|d'un|une|un|des|de|d'|notre propre|nos propres|quelques|plusieurs|deux|trois|cette|cet|ce|ces|le|la|les|l'|notre|nos|votre|vos|leur|leurs|mon|ma|mes|son|sa|ses|du|au|aux)"
BARE: Final = r"(?:nouve(?:au|l|lle|lles|aux)|petite?s?|grande?s?|vraie?s?|propres?|autres?|seule?|bon(?:ne)?s?|véritables?|premi(?:er|ère)s?|joli(?:e)?s?|sorte de|genre de|type de|beau|belle|simples?|même|deuxième|second(?:e)?|espèce de|super)"
TAIL: Final = r"(?:\s+(?:d'entreprise|d'équipe|interne|internes|privée?s?|publique|public|dédiée?s?|sociale?s?|sociaux|collaboratifs?|collaboratives?|de pratiques?|commune?|partagée?s?|professionnelle?|pro|officielle?s?|mensuelle|hebdomadaire|hebdo|trimestrielle|numériques?|digitale?s?|rh|métiers?|générative|en ligne|francophone|régionale?|technique|scientifique|youtube|tech|client|clients|communautaire|virtuelle?|intelligente?|maison|en français|d'échanges?|d'entraide|de discussions?|d'innovation|d'experts|d'utilisateurs|d'anciens|d'ambassadeurs|de partage|de quartier)){1,3}"
NOT_TOOLS: Final[tuple[str, ...]] = (  # regex
    r"plans? soci(?:al|aux)(?! media)|plans? de sauvegarde",
    r"communautés? (?:de communes|urbaine|d'agglomération|européenne|internationale|scientifique|autonome|éducative)",
    r"forums? (?:ouvert|des métiers|de l'emploi|emploi|des associations|de recrutement|étudiant|mondial|économique)",
    r"canal (?:de (?:vente|distribution|mesure|acquisition)|du midi|de suez|carpien)|canaux (?:de (?:vente|distribution|acquisition)|efficaces|existants)",
    r"réseaux (?:de transport|électrique|informatique|routier|d'eau)|réseaux?(?= (?:wifi|wi-fi|électrique|informatique|local))",
    r"agents? (?:d'accueil|de sécurité|commercial|public|immobilier|de communication)|assistante? (?:sociale?|de communication|de direction|d'intégration)",
    r"dialogue social|climat social|bilan social|partenaires sociaux|travail(?:leur)? social|espaces? (?:vert|social)|logement social|site social|groupe social|protection sociale",
    r"groupes? de (?:travail|discussion avec|parole)|page d'accueil|espaces? d'accueil|équipe (?:d'accueil|de communication|com)",
    r"rse\b(?! (?:interne|d'entreprise))",
    r"(?:notification|alerte|webhook|intégration|message|fil|réunion|appel)s? (?:sur |dans |de )?(?:slack|teams|discord|mattermost)",
    r"pages? (?:dans|sur|de) (?:le |notre |l')?(?:confluence|notion|wiki|sharepoint|intranet)",
    r"(?:post|article|billet|message|publication)s? (?:de |sur |d'|du |le )?(?:blog|linkedin|facebook|slack|forum)",
)
PRAISE: Final[tuple[str, ...]] = (  # regex
    r"(?:serait |est |reste |sont )?à (?:créer|lancer|ouvrir|monter|prévoir|mettre en place|envisager|déployer)\b",
    r"(?:(?:ou|et) (?:[\w'-]{1,30}\s+){1,3})?(?:pourrait|pourraient|pourra) (?:\w+ )?(?:aider|suffire|être utile|faciliter|permettre|améliorer|résoudre|régler)\b",
    r"(?:,? (?:ça|ce) )?(?:sseraient) (?:\w+ )?(?:bien|bon|bonne|top|sympa|utile|cool|intéressant|pratique|génial|idéal|parfait|super|la solution|une bonne idée|l'idéal|indispensable|un plus|mieux)\b",
    r"(?:nous |vous |leur )?(?:permettrait|permettraient|pourrait aider|pourraient aider|aidaideraient|résoudrait|réglsimplififacilitchangerait)\b",
    r"(?:c'est|est) (?:la solution|l'avenir|indispensable|incontournable|obligatoire|un must|un incontournable|ce qu'il (?:nous )?faut|devenu (?:indispensable|incontournable))\b",
)
FEAR: Final[tuple[str, ...]] = (  # regex
    r"\bsi (?:on|nous|vous|l'on) (?:n'|ne )[^.?!]{0,70}\b(?:mourir|mort|morts|disparaître|disparait|dépassée?s?|à la traîne|largués?|has.?been|rater|ratera|louper|foutus?|finis?|invisibles?|dinosaures?|perdus?|obsolètes?|train)\b",
    r"\bsans [^.?!]{0,50}\b(?:on|nous|vous) (?:va|vas|allons|allez|est|sommes|êtes|sera|serons|serez)[^.?!]{0,25}\b(?:mourir|mort|morts|disparaître|dépassée?s?|à la traîne|largués?|foutus?|finis?|invisibles?|dinosaures?|obsolètes?)\b",
    r"\b(?:tout le monde|tous nos concurrents|nos concurrents|la concurrence|les autres)\b[^.?!]{0,60}\b(?:sauf nous|et (?:pas )?nous|on (?:doit|devrait|attend)|il faut|nous devons|qu'est-ce qu'on attend|pourquoi pas nous|il serait temps)",
    r"\b(?:on|nous) ne (?:peut|pouvons) (?:pas|plus) (?:se permettre|ignorer|passer à côté|rester (?:sans|absent)|faire l'impasse|ne pas)|\b(?:les seuls|la seule (?:boîte|entreprise)) [^.?!]{0,20}(?:pas|sans)\b",
)
ADOPTION: Final[tuple[str, ...]] = (  # regex
    r"\b(?:équiper|doter|mettre|mettons|mette|met|passons|basculons|veux|veut|voulons|passer|amener|basculer|faire (?:passer|venir|basculer|aller)|avoir|embarquer|pousser|que)\s+(?:tout le monde|tous|\d+ ?%|100 ?%|les (?:équipes|salariés|collaborateurs|agents|managers)|l'ensemble|la moitié|toute)\b[^.?!]{0,50}?(?:\b(?:sur|à|vers|dans|de)\s+|\bd(?='))",
    r"\b(?:augmenter|booster|accélérer|doper|améliorer|favoriser|pousser)\s+(?:l'adoption|l'usage|l'utilisation|le taux d'adoption|les connexions)\s+(?:de |d'|du |à |sur )\s*(?:la |l')?",
    r"\b\d+ ?% (?:des? [^.?!]{0,30}?)?(?:sur|actifs sur|utilisent|connectés à|connectés sur|qui utilisent|soient sur)\s+",
)
PRAISE_SIGNS: Final = """
    aideraient, aiderait, avenir, changerait, créer, déployer, envisager, faciliterait, faut,
    incontournable, indispensable, lancer, mettre, monter, must, obligatoire, ouvrir, permettraient,
    permettrait, pourra, pourraient, pourrait, prévoir, réglerait, résoudrait, seraient, serait,
    simplifierait, solution
"""
FEAR_SIGNS: Final = """
    autres, been, concurrence, concurrents, côté, dépassé, dépassée, dépassées, dépassés, dinosaure,
    dinosaures, disparait, disparaître, fini, finis, foutu, foutus, has-been, ignorer, impasse,
    invisible, invisibles, largué, largués, louper, monde, mort, morts, mourir, obsolète, obsolètes,
    perdu, perdus, permettre, rater, ratera, rester, seule, seuls, train, traîne
"""
ADOPTION_SIGNS: Final = """
    adoption, agents, collaborateurs, connexions, ensemble, équipes, managers, moitié, monde, salariés,
    tous, toute, usage, utilisation
"""
CHECKABLE: Final[tuple[str, ...]] = (  # regex
    r"\bde (?:environ |près de )?\d[\d.,]{0,12}\s?(?:%|[a-zéè]+)?(?: [a-zéè']+){0,4} à (?:moins de |environ |près de )?(?:\d|un|deux|trois|quatre|cinq|zéro)",
    r"\b(?:réduire|réduise|diminuer|baisser|passer|ramener|gagner|économiser|augmenter|améliorer|descendre|faire passer|faire baisser|répondre|traiter|résoudre|atteindre|tomber|multiplier|limiter|éviter)\b[^.?!]{0,80}?(?:(?:à|de|en|sous|d'au moins|par|moins de|en moins de|sous les)\s+(?:moins de |les |l'environ )?\d[\d.,]{0,12}\s?(?:%|heures?|h\b|jours?|j\b|minutes?|min\b|semaines?|tickets?|appels?|questions?|réclamations?|mails?|points?|k?€|euros?|idées|demandes|erreurs|incidents|par (?:mois|semaine|jour)|d'ici|avant))",
    r"\b(?:diviser|divise|doubler|tripler|réduire de moitié)\b[^.?!]{0,40}(?:par (?:deux|trois|\d)|nombre|délai|temps|taux|moitié)",
    r"\b(?:objectif|cible|but|indicateur|critère)(?: est| :|:| =)[^.?!]{0,70}\d",
    r"\b\d+ ?% (?:de )?(?:moins|plus|en moins|de réduction)|\b(?:moins|plus) de \d+ [a-zé]+ (?:par|d'ici|avant)|\b\d+ [a-zé]+ (?:de moins|en moins)\b",
    r"\b(?:pass|tomb|descend|recul|baiss|remont|mont)(?:e|ent|er|era|eront|ait|aient) (?:[\w']{1,20} ){0,3}?(?:de|sous|à) (?:les |moins de )?(?:\d[\d.,]{0,12}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|zéro) (?!semaines?|mois\b)",
)
VANITY: Final = r"\d[\d.,]{0,12}\s?(?:k|%)?\s?(?:nouveaux |de |d'|des |de nos |de l'|d'entre )?(?:abonnés?|followers?|utilisateurs?|membres?|likes?|vues|visiteurs?|inscrits?|téléchargements?|posts?|licences?|fans?|connexions|salariés|collaborateurs|auditeurs?|agents|effectifs?)"
STEPS: Final[tuple[tuple[float, str], ...]] = (  # weight, regex
    (1, r"\b(?:d'abord|étape 1|phase 1|première étape|premier temps|pour commencer|1\))"),
    (0.5, r"\b(?:ensuite|puis|étape 2|phase 2|deuxième étape|second temps|après quoi|enfin|2\))"),
    (
        0.5,
        r"\b(?:d'ici|avant|à partir d[eu]|dès|le|pour|fin|début|mi-?|en|jusqu'[aà]u?) ?(?:le |fin |début |mi-)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi)\b|(?:\d{1,2} )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)|\bt[1-4]\b|\b(?:la semaine|le mois|le trimestre) prochaine?\b",
    ),
    (
        1,
        r"\b(?:responsable|s'en occupe|s'en charge|en charge|pilotée? par|animée? par|anime|animera|rédige|modère|modéré par|valide|validée?|forme|formera|référents?|sponsor|porteur|a dit oui|a accepté)\b",
    ),
    (
        1,
        r"\b(?:pilote|test|expérimentation|essai)\b[^.?!]{0,60}(?:\b(?:pendant|avec|sur|auprès)\b[^.?!]{0,15}(?:\d|un|deux|trois|quatre|six|l'équipe|une équipe))",
    ),
    (
        1,
        r"\b(?:on (?:mesure|mesurera|évalue|arrête|fait le point|compte)|bilan (?:à|au|le|dans|après)|critères?|mesuré par|pour vérifier cela|calendrier|ligne éditoriale)\b",
    ),
    (
        0.5,
        r"\b(?:chaque (?:lundi|mardi|mercredi|jeudi|vendredi|semaine|mois)|tous les (?:lundis|mardis|mercredis|jeudis|vendredis)|existe déjà|en s'inspirant d)",
    ),
    (
        1,
        r"\bsi\b[^.?!]{0,90}\b(?:on|nous) (?:les? |la |y )?(?:arrêt|ferm|revien|reven|revi|rend|repren|prolong|élargi|éten|gard|continu|supprim|renon)|\bsinon,? (?:on|nous) |\b(?:nous|on) (?:verr\w{1,3} (?:au \w{1,20} )?(?:(?:de|en) \w{1,20} )?s[i']|saur|jugera|jugerons|comparera|comparerons|comptons les|comptera|compterons)",
    ),
    (
        1,
        r"\brépon(?:se|d|dent|dre|dra)(?: [\w']{1,20}){0,3} (?:sous (?:\d[\d.,]{0,12}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|zéro)|en moins d|dans (?:l'heure|la journée)|avant midi|chaque (?:soir|matin|jour)|le jour même)|\b(?:\d[\d.,]{0,12}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|zéro) sur (?:\d[\d.,]{0,12}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|zéro)\b|\benquête (?:de|d'|en|sera|dira)|\bquestionnaire\b|\bau bilan\b|\bpoint en\b",
    ),
    (
        0.5,
        r"\b(?:vérifie|coche|relit|relève|relue? par|écrite? par|répond|répondent|traite|recense|met à jour|rédigée? par|formées|formés)\b|\b(?:une?|deux|trois) (?!fois)[\w']{1,20} par (?:jour|semaine|mois)\b|\b(?:règle|cadre|principe)(?: simple)?\s?:",
    ),
    (
        0.5,
        r"\b(?:l'an dernier|l'an passé|aujourd'hui|actuellement|l'été dernier|en 20\d\d),? (?:[\w']{1,20} ){0,2}\d",
    ),
)
PROBLEM: Final[tuple[str, ...]] = (  # regex
    r"\b(?:ne|n'|pas|rien|jamais|personne|aucune?|plus (?:de|personne)|trop|perdue?s?|manque\w*|problèmes?|souci|difficiles?|dur|lente?s?|retard\w*|tard|mal|faible|baisse\w*|chute\w*|démotivée?s?|isolée?s?|silos?|noyée?s?|débordée?s?|submergée?s?|éparpillée?s?|oublie\w*|ignore\w*|part|partent|quittent|s'en vont|plaint|plaignent|plaintes|galère\w*|bloquée?s?|perd|perdons|perdent|gaspill\w*|désengag\w*|s'ennuient|cloisonnée?s?|chacun dans son coin|bazar|chaos|pire|compliquée?s?|inconnus?|invisibles?|dispersée?s?)\b|\bn'",
)
BANDWAGON: Final[tuple[str, ...]] = (  # regex
    r"\btout le monde (?:en a|en parle|y est|l'a|le fait|a|est|utilise)\b|\bconcurren|\btous les autres\b|\bles autres (?:en|y|l')|\bchef\b|\bboss\b|\bpatron\b|\bmerci\b|\bs'il (?:te|vous) plaît\b|\bsvp\b|\bstp\b|\bje (?:pense|crois|trouve|suppose|sais pas|ne sais pas)\b|\bqu'en (?:pensez|penses|dites|dis)|\bnon ?\?|\bpas vrai\b|\bn'est-ce pas\b|\bvous en pensez\b|\bà qui\b|\bbonjour\b|\bsalut\b|\bhello\b|\bpourquoi pas\b|\bsinon\b|\bvite\b",
)
REASON: Final = r"\b(?P<mark>pour que|pour qu'|pour|afin que|afin qu'|afin de|afin d'|parce que|parce qu'|car|vu que|vu qu'|puisque|puisqu'|comme)(?:(?<=')|(?<=[a-z])\s+)"
PURPOSES: Final = "pour, pour que, pour qu', afin de, afin d', afin que, afin qu'"
OPENERS: Final = r"(?:et|mais|donc|alors|car|parce que|parce qu'|vu que|vu qu'|bon|puisque|comme)"
LOOSE_ENDS: Final = "de, du, des, le, la, les, un, une, d, et, ou, à, au, aux, en, dans, pour, avec, sur, que, qui, notre, nos, leurs, sont, est"
NOT_A_REASON: Final = r"(?:ça|cela|l'instant|le moment|commencer|info|exemple|autant|l'année|une fois|\d|(?:le|la|l')(?: |)(?:mois|semaine|trimestre|rentrée|année)|tout|moi|nous|vous|eux|lundi|mardi|mercredi|jeudi|vendredi|demain|fin|voir)\b"
PERSONS: Final = r"(?:techniciens?|techniciennes?|ingénieurs?|développeurs?|clients?|clientes?|salariés?|collaborateurs?|collaboratrices|employés?|équipes?|managers?|cadres|opérateurs?|membres?|utilisateurs?|collègues?|gens|nouveaux|nouvelles recrues|recrues|arrivants|étudiants?|enseignants?|professeurs|parents?|partenaires?|fournisseurs?|infirmi(?:er|ère)s?|soignants?|médecins?|chauffeurs?|agents?|commerciaux|vendeurs?|directeurs?|dirigeants|responsables?|bénévoles?|adhérents?|stagiaires?|alternants?|apprentis?|candidats?|experts?|formateurs?|modérateurs?|citoyens?|habitants?|usagers?|patients?|tout le monde|acheteurs?|designers?|chercheurs?|ambassadeurs|retraités|jeunes|femmes|hommes|monteurs|gestionnaires|ouvriers|intérimaires|conducteurs)"
BEFORE_PERSONS: Final = r"(?:tous |toutes )?(?:les |nos |mes |l'|notre |la |des |vos |ces )?(?:(?:nouveaux|nouvelles|jeunes|futurs|autres|petits|chefs d'|chefs de|équipes de|équipe) ?)?"
AFTER_PERSONS: Final = r"\b(?:\s+(?:terrain|internes?|externes?|métiers?|techniques?|commerciale?s?|rh|support|vente|marketing|chantier|itinérants|de terrain))?\b"
DATE: Final = r"\b(?:(?:d'ici|avant|en|pour|dès|à partir de|à partir du|le|fin|début|mi-) ?)?(?:(?:la |le |l')?(?:fin|début)(?: de| du| d'| de l')? ?)?(?:(?:cette (?:semaine|année)|ce (?:mois|trimestre|semestre)|(?:la semaine|l'année|le mois|le trimestre) prochaine?|demain|(?:\d{1,2} )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: 20\d\d)?|(?:lundi|mardi|mercredi|jeudi|vendredi)(?: prochain)?|la rentrée|l'été|20\d\d|t[1-4]))\b"
FUNCTION_WORDS: Final = """
    au, aussi, aux, avec, avoir, c, car, ce, cela, ces, cet, cette, chez, comme, comment, créer, d,
    dans, de, des, devrait, devrions, donc, du, elle, elles, en, entre, est, et, faire, fait, faudrait,
    faut, il, ils, j, je, l, la, lancer, le, les, leur, leurs, ma, mais, mes, mettre, mon, même, n, ne,
    nos, notre, nous, on, ou, ouvrir, où, par, pas, peut, plus, pour, pourquoi, pourrait, prendre, qu,
    quand, que, qui, rien, s, sa, sans, se, ses, si, sommes, son, sont, suis, sur, tous, tout, trop, très,
    tu, un, une, utiliser, vos, votre, vous, y, à, ça, été, être
"""
