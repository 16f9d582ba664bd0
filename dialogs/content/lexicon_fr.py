"""The French words by which answers are read: list name -> regular expressions.

Matched without accents on lower-cased text with straight apostrophes, between word borders (see
dialogs/reading/words.py). Narrow on purpose: « livré en retard » suit no fashion, « c'est compliqué de joindre le
support » hides nothing.
"""

from typing import Final

LEXICON: Final[dict[str, tuple[str, ...]]] = {
    "tool": (
        r"slack|teams|yammer|viva engage|sharepoint|confluence|discord|jive|copilot|chatgpt|crm|whatsapp|jira|trello|zoom|workplace",
        r"notion(?! (?:de|d')\b)|intranets?|wikis?|forums?|chat ?bots?|bots?|applis?|applications?(?! (?:de|du|des|d')\b)|plate-?formes?|outils?|logiciels?|portails?",
        r"communautés?|réseau(?:x)? soci(?:al|aux)(?: d.entreprise)?|(?:un|notre|le|d'un) rse|newsletters?|podcasts?|blogs?|hubs?|canal|canaux|chaînes? (?:youtube|teams|slack)",
        r"linkedin|tiktok|instagram|facebook|compte x|twitter|youtube|assistant (?:virtuel|ia|numérique)|un assistant|base de connaissances?|espace (?:collaboratif|de partage|d.échange)",
        r"(?:une|notre|la) page(?! (?:de|du|des)\b)|tableau de bord",
    ),
    "adoption": (
        r"adoption|adopt(?:er|é|ent) (?:l.outil|l.appli|la plate-?forme|teams|slack)|utilisat(?:eurs?|rices?) actifs?|membres actifs|connexions?|se connect(?:ent|er|e)|connectée?s? (?:à|au|aux|sur)",
        r"\d+ (?:utilisateurs|membres|abonnés|inscrits|followers|comptes)(?= (?:d.ici|en|avant|dans|fin|sur|à)\b|\W*$)|(?:plus de|nouveaux|nombre de) (?:utilisateurs|abonnés|membres|inscrits|followers|likes|vues)",
        r"inscrits sur|followers?|likes?|(?:nombre de|\d+|plus de) (?:posts?|publications?)|(?:posts?|publications?) par (?:jour|semaine|mois)|taux d.(?:usage|utilisation|adoption)|téléchargements|clics",
        r"(?:utilis(?:ent|er|é|e)|(?:se )?serv(?:ent|ir|e) de) (?:l.outil|l.appli|la plate-?forme|teams|slack|yammer|le bot|la communauté)|s.en servent",
        r"(?:salariés|collaborateurs|gens|équipes|employés|effectifs|monde|%) sur (?:slack|teams|yammer|l.outil|l.appli|la plate-?forme)|licences?",
    ),
    "buzz": (
        r"engagements?|engagée?s?|innov\w+|collaborat\w+|communication|culture|agil\w+|transform\w+|visibilité|communauté|partage(?:nt)?|transparence|synergies?",
        r"digital\w*|numérique|modern\w*|cohésion|dynamique|dynamisme|proximité|présence|rayonnement|transversalité|motivation",
    ),
    "fomo": (
        r"tout le monde (?:y est|y va|le fait|en a|s.y met|en parle|l.utilise)|(?:les|nos) autres (?:y sont|le font|en ont|l.ont)",
        r"(?:les |nos |tous nos |la )?concurren(?:ts?|ce) (?:\w+ )?(?:y (?:sont|est|va)|en (?:ont|a)|l[e']? ?(?:font|fait|ont|a)|ont tous|ont (?:un|une|déjà|leur)|sont (?:sur|déjà|tous)|utilisent)",
        r"(?:on est|nous sommes|on va être|être|on prend du|prendre du|on est très) (?:en )?retard(?= (?:sur|par rapport)|\W*$)|(?:rater|louper|manquer) le (?:train|coche|virage|bateau)",
        r"(?:on|nous|être|serons|sera|se faire|seront) (?:est |va être |se fait )?(?:vite )?dépassés?|(?:devenir|sera|serons|être) obsolètes?|ringards?",
        r"(?:va|allons|risque(?:ns)? de) mourir|on ne peut pas ne pas|(?:il )?faut y être|(?:il faut|on doit) être (?:sur|présents?)|rester dans la course",
        r"en 20\d\d,? (?:c'est|il faut|on (?:doit|ne peut)|ça|sans|tout)|(?:on est|nous sommes) en 20\d\d|à l.ère|(?:c'est|devenue?|est) (?:vraiment |devenue? )?incontournable",
        r"à la mode|c'est (?:la |très )?tendance|la tendance (?:actuelle|du moment)|air du temps",
    ),
    "missing_tool": (
        r"(?:on |nous )?(?:n.a(?:vons)?|a) pas (?:encore |vraiment )?(?:de|d.|un|une)|il (?:nous )?(?:faut|faudrait|manque)|(?:faut|faudrait|manque) (?:un|une|d.un)",
        r"il n.y a pas (?:de|d.)|y a pas (?:de|d.)|(?:manque|absence) (?:de|d.)|pas (?:de|d.) (?:vrai|outil|espace)|besoin (?:de|d.)|on (?:voudrait|aimerait|veut) (?:un|une)|aucun (?:outil|espace)",
    ),
    "consequence": (
        r"donc|du coup|résultat|c.est pourquoi|ce qui fait|alors (?:on|les|chacun|tout)|ce qui oblige|conséquence|parce que|car|si bien que|et on (?:perd|refait|passe)",
    ),
    "everyone": (
        r"tout le monde|(?:tous|toutes) (?:les|nos) (?:salariés|collaborateurs|employés|agents|utilisateurs|gens|équipes|services)|(?:l.ensemble|la totalité) (?:des (?:salariés|collaborateurs|équipes|employés|agents)|du personnel)",
        r"toute (?:l.entreprise|la boîte|la société)|les (?:gens|utilisateurs|collaborateurs|salariés|employés)|nous tous|tous(?! les (?:jours|matins|soirs|mois|ans|lundis|mardis|mercredis|jeudis|vendredis|deux|trois|quinze|\d))|chacun|n.importe qui",
    ),
    "activity": (
        r"lanc(?:er|ement)|déploy(?:er|ement)|déploiement|(?:mettre|mise) en (?:place|œuvre|oeuvre)|mettre (?:un|une)|cré(?:er|ation)|construire|organis(?:er|ation)",
        r"publi(?:er|cation)|form(?:er|ation)|install(?:er|ation)|démarrer|ouv(?:rir|erture)|achet(?:er)|achat|implément(?:er|ation)|animer|monter",
        r"avoir (?:un|une|notre)|choisir (?:un|une|l)|faire (?:un|une|des)|se doter|proposer (?:un|une)",
    ),
    "tool_work": (
        r"(?:chois|choix|sélection|achet|achat|achèt|prend|commander|lanc|déploy|déploi|install|cré(?:e|é|a)|configur|paramétr|ouvr|ouvert|construi|invit|mettre en place|mise en place)\w*",
        r"(?:implément|pilot|benchmark|compar|démo|communi(?:quer|cation)|annonc|promouvoir|migr|licenc|souscri|mise en ligne|mettre en ligne|former (?:les (?:gens|utilisateurs)|tout))\w*|(?:le|la|les) (?:lancer|déployer|tester|installer)",
    ),
    "self_fulfilling": (
        r"naturellement|(?:se fera|viendra|prendra|marchera|vient|venir|va|fera) tout seul|de (?:lui|elle)-mêmes?|d.eux-mêmes|spontanément (?:partager|utiliser|venir)|bouche à oreille",
        r"(?:ça|cela) (?:va se faire|viendra|suivra|prendra|va prendre|se fera)|une fois (?:en place|en ligne|lancée?|installée?|que (?:c.est|ce sera|l.outil|la plate-?forme|tout le monde))|il suffi(?:t|ra) d(?:e|')(?! ?\d)",
        r"(?:les gens|ils|elles|tout le monde|les clients|les équipes|les salariés) (?:vont|va) (?:\w+ )?(?:partager|venir|s.y mettre|utiliser|poster|publier|contribuer|adhérer|participer|parler|échanger|suivre|adorer)",
        r"(?:les gens|ils|elles|tout le monde|les clients|les équipes|les salariés) (?:viendront|viendra|partageront|utiliseront|suivront|suivra|s.y mettront|adhéreront)",
    ),
    "avoided": (
        r"^(?:c.est |sujet |point )?(?:un peu |assez |très |trop |plutôt )?(?:un sujet )?sensible\W*(?:$|[,;:.(]| ici\b)|(?:sujet|point|question) (?:un peu |assez |très |trop )?(?:sensible|délicate?|tabou|politique|touchy)",
        r"(?:c.est|un peu|assez|très|trop) (?:un peu |assez |très |trop |plutôt )?(?:compliqué|politique|délicat|touchy)(?! (?:de|d'|à|pour|quand|car|parce|entre|avec)\b)",
        r"je (?:ne )?(?:peux|préfère|veux|souhaite) pas (?:trop |vraiment )?(?:le dire|dire|l.écrire|en parler|écrire|en dire)|(?:je )?préfère ne pas|sans commentaire",
        r"^entre nous|entre nous\W*$|longue histoire|vous savez (?:bien )?comment|on ne va pas (?:le dire|en parler)|pas (?:ici|par écrit)\W*$|on n.en parle pas",
    ),
    "abstract": (
        r"résistances?(?: au changement)?|(?:la )?culture(?: d.entreprise)?|(?:les )?mentalités?|(?:les )?(?:mauvaises |vieilles )?habitudes|silos?|inertie|lourdeurs?|egos?",
        r"manque d.(?:adhésion|envie|intérêt|engagement|implication)|manque de (?:motivation|temps des gens|temps|volonté)|les freins|peur du changement|(?:l.)?état d.esprit|bureaucratie",
    ),
    "undecided": (
        r"pas encore|personne (?:n.|ne |pour|encore|a )|^personne|on verra|ça devrait (?:passer|aller|le faire)|normalement|sans doute|sûrement|probablement|ils suivront|suivra",
        r"pas (?:de|d.) (?:décision|accord)|rien (?:n.)?(?:est|a été) (?:vraiment )?(?:décidé|acté|validé)|(?:pas|rien)(?: de)?(?: vraiment)? (?:décidé|validé|acté|demandé)|en principe|a priori|à voir|faut voir",
    ),
    "ask_plan": (
        r"je (?:(?:le|la|les|lui|leur) )?(?:vais )?(?:(?:le|la|les|lui|leur|en) )?(?:vois|voir|demande|demander|rencontre|rencontrer|appelle|appeler|parle|parler|présente|présenter|propose|proposer|sollicite)",
        r"j.(?:en parle|appelle|ai (?:un )?(?:rdv|rendez-vous|point|réunion)|irai|ai prévu)|(?:rdv|rendez-vous|point) (?:avec|prévu|calé)|on (?:le|la|les) voit",
    ),
    "to_check": (
        r"à (?:vérifier|confirmer|revoir)|je (?:vérifie|vérifierai|vais vérifier|regarde)|faut (?:que je )?vérifie",
    ),
    "dunno": (
        r"(?:ne |n.)?(?:en )?sais (?:vraiment |trop )?(?:pas|rien)|j.?sais pas|chais pas|aucune idée|pas (?:vraiment |trop |très )?sûre?|jsp|difficile à (?:dire|estimer)|dur à dire|(?:ne )?vois pas(?: trop)?|bonne question|pas d.idée|j.ignore|aucune notion|mystère",
    ),
    "ordered": (
        r"(?:chef|cheffe|patron|patronne|direction|dg|pdg|drh|dsi|daf|codir|comex|siège|n\+1|manager|boss|présidente?|directeur|directrice|hiérarchie)(?: générale?)? (?:veut|veulent|voudrait|souhaite|souhaitent|exige|tient à|insiste|réclame)",
        r"(?:chef|cheffe|patron|patronne|direction|dg|pdg|drh|dsi|daf|codir|comex|siège|n\+1|manager|boss|présidente?|directeur|directrice|hiérarchie)(?: générale?)? (?:nous |m.|me )?(?:a |ont )?(?:demandée?|demande|dit|décidée?)(?: \w+)? (?:un|une|de|d.|qu.|ça|cela|l.|à ce)",
        r"(?:ça|demande|c.est|consigne|ordre) (?:\w+ )?(?:vient|venue?|venant|qui vient) (?:d.en haut|de la direction|du siège|du dg|du comex|de mon chef)|on (?:m.a|nous a) demandé (?:de|d.)",
        r"(?:la direction|le dg|mon chef|ma cheffe|le siège|le comex) l.(?:a demandé|exige)|c.est (?:la direction|le dg|mon chef|le siège|le comex) qui (?:veut|a demandé|demande|le veut)",
    ),
    "nothing": (
        r"rien|aucune?|personne|il n.y a rien|y a rien|(?:on|ils) ne fait (?:rien|pas)|on (?:fait|a) rien|pas grand-chose|néant|nada",
    ),
    "evidence": (
        r"par exemple|ex\.|p\.ex|exemple|la semaine (?:dernière|passée)|(?:le|au) mois (?:dernier|passé)|l.an dernier|l.année dernière|hier|avant-hier|ce matin|récemment|dernièrement|l.autre jour",
        r"cette (?:semaine|année)|ce (?:mois|printemps|trimestre)|cet été|lundis?|mardis?|mercredis?|jeudis?|vendredis?|il y a (?:un|une|deux|trois|quelques|\d+)|depuis|(?:le|la|l.|au|du) (?:\w+ )?derni(?:er|ère) \w+",
        r"en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|(?:deux|trois|plusieurs) fois|chaque (?:semaine|jour|mois|matin|lundi|vendredi|équipe)",
        r"toutes les semaines|tous les (?:jours|mois|matins|lundis|vendredis|ans)|par (?:jour|semaine|mois|an)|(?:enquête|ticket|réclamation|incident|audit|entretien de départ)s?",
    ),
    "number": (
        r"(?<!les )(?<!nos )(?<!ces )(?<!des )deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cents?|mille|zéro",
        r"doubl(?:e|er|é)|tripl(?:e|er|é)|moitié|un tiers|le tiers|un quart|(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine|millier)s?|une? sur (?:deux|trois|quatre|cinq|dix|\d+)|divis\w+ par",
    ),
    "measure": (
        r"nombre (?:de|d.)|taux|ratio|pour ?cent|pourcentage|%|heures?|jours?|minutes?|secondes?|semaines?|mois|délais?|coûts?|budget|score|turnover|tickets?",
        r"réclamations?|défauts?|absences?|absentéisme|par (?:semaine|mois|trimestre|an)|combien|temps (?:de|d.|pour)|part (?:de|des)|moins (?:de|d.) \w+",
        r"erreurs?|accidents?|incidents?|pannes?|démissions?|départs?|chiffre d.affaires|ventes|rebuts?|retards?|retours|doublons?|candidatures|candidats|commandes|factures|nps|euros?|€|gaspillages?",
    ),
    "now": (
        r"aujourd.hui|ajd|auj|actuellement|en ce moment|à ce jour|pour l.instant|maintenant|de \S+ (?:\w+ )?à|au lieu de|contre|→|->|par rapport à|vs|versus|j.en compte|je compte",
        r"on (?:en )?est à|nous (?:en )?sommes à|on en a|on tourne à|c.est \d+|il y en a|en moyenne|l.an dernier|le mois dernier|cette année",
    ),
    "date": (
        r"d.ici|avant (?:le|la|les|fin|l.|noël|pâques|\w+)|au plus tard|jusqu.(?:à|au|en)|(?:dans|sous|en) (?:un|\d+|deux|trois|quatre|cinq|six|neuf|dix|douze|dix-huit) (?:jours?|semaines?|mois|ans?)|[ts][1-4]|fin (?:\w+)|mi-\w+|début \w+",
        r"(?:semaine|mois|trimestre|année|an|été|printemps|lundi|mardi|mercredi|jeudi|vendredi) prochaine?|cette année|cet (?:été|automne|hiver)|ce (?:printemps|trimestre|mois)|courant \w+",
        r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|sept|janv|fév|(?:en|fin|mi-?|début|\d{1,2}|pour|courant) ?mai|mai\W*$|noël|pâques|(?:à |pour |l.)été|rentrée",
        r"lundi|mardi|mercredi|jeudi|vendredi|fin d.année|20[1-4]\d|\d{1,2}/\d{1,2}|demain|\d{1,2}er|(?:\d+|trois|six|douze) mois\W*$",
    ),
    # Digits that belong to a day or a deadline: no figure of the person's number.
    "calendar": (
        r"\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|20[1-4]\d|\d{1,2}/\d{1,2}(?:/\d+)?|[ts][1-4]|\d{1,2}er",
        r"(?:dans|sous|d.ici|en) (?:\d+|deux|trois|quatre|cinq|six|neuf|dix|douze|dix-huit) (?:semaines?|mois|ans?)|(?:\d+|trois|six|douze) mois\W*$|sept(?! \w+s\b)(?=\.|\W*$)|(?:en|fin|début|mi) sept",
    ),
    "result": (
        r"pour que|afin que|(?:pour|afin de|afin d.) (?:réduire|diminuer|éviter|gagner|diviser)|moins (?:de|d.|long|longtemps|vite|cher)|plus (?:vite|court|courts|rapide|rapides|rapidement|tôt)",
        r"au lieu (?:de|d.)|plutôt que|sans avoir à",
    ),
    "collective": (
        r"(?:l.|notre |les |nos |toute l.)équipes?|on|nous|la dsi|les rh|la com|la communication|le marketing|la compta|quelqu.un|la direction|tout le monde|(?:le|notre) service",
        r"à (?:définir|voir|confirmer|décider)|personne|celui qui",
    ),
    "first_person": (r"je|j|moi|me charge|m.en (?:occupe|charge)|m.occupe|perso",),
    "one_role": (
        r"(?:le|la|l.|mon|ma|notre|un|une|chaque) ?(?:\w+ )?(?:direct(?:eur|rice)|chef(?:fe)?|responsable|patron(?:ne)?|dg|pdg|drh|président(?:e)?|manager|gérante?|assistante?|adjointe?|collègue|infirmi(?:er|ère)|technicien(?:ne)?|ingénieure?|parrain|tuteur|tutrice|animat(?:eur|rice))",
        r"(?:les|mes|nos|des|\d+|deux|trois) (?:\w+ )?(?:responsables|chefs|managers|directeurs|directrices|techniciens|animateurs|parrains|tuteurs|ingénieurs)",
    ),
    "department": (
        r"rh|dsi|com|communication|marketing|finances?|compta|comptabilité|commerce|juridique|direction|production|achats?|logistique|support|qualité|maintenance|quelqu.un",
    ),
    "step_word": (
        r"atelier|réunions?|entretiens?|étapes?|phase|semaine|rédaction|choix|achat|déploiement|lancement|formation|communication|mise|point|recensement|définition|test|tests|enquête|sondage|liste|budget|ensuite|puis|normalement",
    ),
    "name_like_verb": (
        r"olivier|xavier|didier|roger|pierre|claire|alexandre|gauthier|grégoire|victoire|casimir|vladimir|walter|esther|jennifer|lazare|isidore|théodore|laure|aure|flore",
    ),
    "shrug": (r"ok|non|oui|ouais|ouaip|bof|pff+|mouais|bah|idem|voilà|pareil|hein|\?+",),
    "narrower": (
        r"(?:(?:à|de|du|des|dans|aux|au|chez|sur|en|qui) |d')(?!(?:la |l'|notre |nos |ma |cette )?(?:entreprise|boîte|société|groupe|général|fait|maison|organisation|collaborateurs|salariés|équipes|personnel|temps)\b)\w+",
        r"surtout|notamment|principalement|sauf|mais|d.abord|particulièrement",
    ),
    "sharp": (
        r"peu importe|n.importe(?: quoi)?|je (?:l.ai|vous l.ai|te l.ai|viens de le) (?:déjà )?dit?r?e?|déjà (?:dit|répondu)|comme (?:je l.ai )?(?:déjà )?dit|voir plus haut|ça suffit|laissez tomber|laisse tomber|on s.en (?:fiche|fout)|bref|c.est tout|c.est comme ça|parce que c.est comme ça|(?:la )?même (?:réponse|chose)|idem|passons|franchement|évidemment|point final|lâchez|stop",
    ),
}

# Words that carry no content of their own: articles, prepositions, pronouns, conjunctions.
STOP: Final = """
    le la les l un une des de du d à au aux en y dans sur sous par pour avec sans chez entre vers et ou mais ni donc
    or car que qu qui quoi dont où ce c cet cette ces ça cela ceci il ils elle elles on je j me m moi tu te t toi nous
    vous se s son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes ne n pas si comme là ici très trop aussi
    tout tous toute toutes
"""

# What may stand around « aucune idée », « tout le monde », « rien » or « les silos » without adding anything to it.
PADDING: Final = """
    honnêtement franchement vraiment exactement exact exacte encore bien euh bah ben hmm pff désolé désolée peut-être
    maintenant aujourd'hui aujourd hui moment instant chiffre chiffres nombre réponse quand comment combien pourquoi est
    sont était toujours souvent d'habitude habitude plutôt assez peu plus fait faire façon moyen vrai dire dirais avoue
    habituel habituelle habituels habituelles entreprise boîte société maison monde gens partout jour jours semaine semaines mois an fois chose choses idée
    changement général ensemble groupe oui ok merci actuellement a ont existe prévu place sais vois crois pense
    quelque suis sérieux sûr sûre collaborateurs concernés concerné même autres grand-chose tel quel
"""
