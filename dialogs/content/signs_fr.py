"""French signs: what a message shows of a proposal, a refusal, a report or a plan. Same lists as in signs_en.py."""

from typing import Final

_AUXILIARIES: Final = "a, ont, avons, ai, avez, as, avait, avaient, avions, été, est, sont, sommes, était, étaient"


def _past(participles: str) -> str:
    """Each participle behind each auxiliary: without its accent, « lance » alone may be either tense."""
    return ", ".join(
        f"{auxiliary} {participle}" for auxiliary in _AUXILIARIES.split(", ") for participle in participles.split(",")
    )


SIGNS: Final[dict[str, str]] = {
    "should": """devrait, devrais, devrions, devraient, devriez, devons, doit, dois, doivent, devez, devra, devront,
        devrons, il faut, faut, faudrait, faudra, fodrait, fo, est tenu de, sont invités à, sont invitées à, on
        gagnerait à, aurait tort, il convient de, nécessaire de, obligatoire, impératif, se doit, tenu de, il
        importe, inévitable, il faudrait que, on doit, on se doit, il serait temps, il serait bon, il serait utile,
        il serait souhaitable, il y a lieu, il reste à, reste à, a intérêt à, avons intérêt à, ont intérêt à, fau""",
    "could": """pourrait, pourrais, pourrions, pourraient, pourriez, pourra, pourrons, peut, peux, peuvent, pouvons,
        pouvez, possible, possibilité, pourai, pourait, peu avoir, moyen de, moyen d, puis je, dispose, disposer""",
    "would": """serait, serais, serions, seraient, aurait, aurions, ferait, ferais, irait, verrais, verrait, seré,
        serai, plairait, rejoindrais, apporterait, mettrais""",
    "want": """veux, veut, voulons, voulez, veulent, voudrais, voudrait, voudrions, voudraient, aimerais, aimerait,
        aimerions, aimeraient, souhaite, souhaitons, souhaitent, souhaiter, souhaiterais, souhaiterions,
        souhaiterait, envie de, envie d, rêve, demande, demandons, demandent, jdemande, réclame, réclament,
        réclamons, ambition, vœux, j'appelle de mes vœux, exige, ravi de, ravie de, heureux de, favorable, partant,
        chaud pour, chauds pour, qui est chaud, volontiers, prêt à, prête à, vivement, verrait d'un bon œil,
        rêverais, j'adorerais, je nous veux, je veux, soumettre, merci de commander, hâte, j'ai envie, fait envie,
        commander, souhaiteraient, souhait, désire, désirons, désirent, désirerait, tient à, tenons à, apprécierait,
        apprécierions, verraient bien, verrait bien, intéressé, intéressée, intéressés, ambitionne, aspire à,
        réclamer, revendique, attendons avec impatience, on aimerait, rêvons""",
    "need": """besoin de, besoin d, nous faut, il nous faut, il en faut, nous en faut, manque, manquent, il manque,
        nous manque, mérite, méritent, mériterait, s'impose, ne peut pas rester sans, indispensable, incontournable,
        essentiel, nécessaire, ça crie au, nécessite, faute de, mériteraient, ce qu'il nous faut, ce qui nous manque,
        ce qui manque, ce qu'il faudrait, leur faut, leur fallait, me faut, te faut, vous faut, faudrait qu, en
        manque de, dépourvu, dépourvue, ne dispose pas, serait nécessaire, serait indispensable, est à prévoir,
        s'imposerait, s'imposent""",
    "propose": """propose, proposons, proposent, proposer, proposition, suggère, suggérons, suggérer, suggestion,
        recommande, recommandons, recommander, recommandation, préconise, conseille, conseil, idée, idées, et si,
        pense, penser, pensez, envisage, envisager, envisageons, réfléchir, je vote, vote, votez, votons, je jette,
        plaide, plaidons, piste, soumettre, je mise, à envisager, proposée, il est proposé, est suggéré, évoqué
        l'idée, l'idée d'un, l'idée d'une, l'idée de, favorables, suis d'avis, sommes d'avis, se pose la question,
        pose la question, j'invite, nous invitons, pistes, projet de, motion, réflexion, à l'étude, conseillons,
        conseillent, conviendrait, plaidoyer, avancer l'idée, lance l'idée, encourage, encourageons, incite, incitons""",
    "whatif": """et si, si on, pourquoi pas, pourquoi on, pourquoi ne, pourquoi est-ce qu'on n'a, que diriez vous,
        que penseriez, que penserait, qu'en pensez, qu'en penses, qu'en dites, qu'en dis, vous en pensez, ça vous
        dit, ça vous tente, un avis, des avis, qui est partant, qui se sent, qui me suit, qui veut, qui serait,
        faudrait-il, ne pourrait-on, ne pourrions nous, pourrait-on, pourrions nous, pourriez vous, serait-il, ne
        serait-il, ne serait-ce, est-ce qu'on, est-ce qu'il, imaginez, non, qu'est-ce que ça nous coûterait,
        qu'est-ce qu'on attend, on attend quoi, s'oppose, contre l'idée, avis, d'accord, vous y avez, tu y as,
        partants, oserais je, à quand, on démarre, on tente, on teste, on fonce, on se lance, on s'y met, partante,
        vous verriez, ça tente, ça te tente, des objections, qu'est-ce que vous en dites, dites moi, sauf si
        quelqu'un s'y oppose, à moins que, qui est avec moi, on essaie, ça aiderait, pourrait-elle, pourrait-il,
        pourraient-ils, ça ne doit pas être bien dur, quelqu'un, pensez vous, est-ce que, que dirais tu, ça
        intéresse, intéresserait, ça vous irait, ça vous parle, on ferait pas, on aurait pas, on devrait pas, y
        aurait pas, pourquoi n'a-t-on, pourquoi nous n'avons, si nous, se demande si, demande si, vous seriez, tu
        serais, ça se tente, on essaierait, qui vote, une objection""",
    "lets": """allez, allons y, let's go, go, il est temps, temps de, temps d, il est grand temps, il serait temps,
        c'est le moment, c'est parti, autant, s'y mettre, s'y mette, on y va, hop, fonce, fonçons, et voilà, basta,
        bim, profitons en, lançons, créons, ouvrons, montons, passons, collons, ajoutons, prenons, achetons, cochons,
        donnons, envoyons, branchons, offrons, équipons, adoptons, testons, essayons, utilisons, mettons, faisons,
        démarrons, construisons, déployons, installons, relançons, inscrivons, rejoignons, lance toi, vive, point,
        corrigeons, il faut que ça change, que ça change, fondons, activons, mettez, je m'en occupe, je m'en charge,
        j'ouvre, je monte, je lance, je crée, je peux monter, je peux créer, en avant, chiche, jetons nous, dotons,
        bâtissons, inscris, j'inscris, abonnons, choisissons, allons sur, venez on, viens on, fais nous, faites nous,
        au boulot, il n'y a plus qu'à, yaka, ya qu'à, on lance, on ouvre, on crée, on monte, on se fait, on prend, on
        se met, je me lance, je prépare un, j'active, j'installe, à nous de, à nous le, à nous la, investissons""",
    "will": """va, vais, vas, allons, vont, allez, on va, nous allons, sera, serons, seront, aura, auront, aurons,
        lancera, lancerons, lanceront, ouvrira, ouvrirons, ouvriront, créera, créerons, mettra, mettrons, déploiera,
        déploierons, alimentera, alimenteront, documentera, disposera, disposeront, tiendra, tiendront, investira,
        passera, passeront, passerons, compte, comptons, désormais, dorénavant, à partir de, livré, rejoindra,
        équipera, aurez, auras, publiera, s'apprête à, s'apprêtent à, s'apprêtons, prévoit de, prévoient de,
        prévoyons de, prévoyons d, bientôt, d'ici peu, arrivera, arriveront, sortira, sortirons, verra le jour,
        développerons, développera, proposera, proposerons, animera, animerons, créeront, installera, installerons,
        utilisera, utiliserons, entend, entendons""",
    "start": """créer, crée, crées, lancer, lance, lancez, ouvrir, ouvre, ouvres, ouvrez, monter, monte, montez,
        mettre en place, mette en place, remettre en route, déployer, déploie, installer, installe, acheter, achète,
        adopter, adopte, démarrer, démarre, développer, développe, construire, construisez, bâtir, lessayer,
        relancer, relance, instaurer, introduire, généraliser, équiper, doter, se dote, dote, implémenter,
        expérimenter, expérimente, initier, intégrer, éditer, activer, active, rallume, rallumer, recréer, réactiver,
        rouvrir, souscrire, commande, mettez moi, douvrir, ouvrait, créait, lançait, montait, prenait, achetait,
        ouvrions, créions, réserver, nous réserver, produire, enregistrer, enregistre, mettre à disposition, met à
        disposition, mettra à leur disposition, acquérir, imiter, imite, switcher, launch, adopterait, alimenteront,
        poussé, se créer, s'offrir, confier, faire appel, démarrons, convertir, embarquer, se doter, nous doter,
        dotons, s'équipe, s'équiper, fonder, fonde, fondons, constituer, constitue, proposer un, proposer une, offrir
        un, offrir une, mettre sur pied, mise sur, miser sur, investir dans, investir les, animer un, s'abonner à,
        prendre un abonnement, réaliser un, réaliser une, mettre en œuvre, mettre en ligne, étrenner, inaugurer,
        inaugure, lancent, créent, ouvrent, montent, installent, déploient, achètent, adoptent, tenir un, tenir une,
        tourner, brancher, faire naître, organiser, structurer""",
    "starting": """création, lancement, mise en place, ouverture, déploiement, adoption, achat, introduction,
        installation, à créer, à ouvrir, à lancer, à monter, à commander, à mettre en place, à déployer, à acheter, à
        prévoir, démarrage, relance, mise en œuvre, bascule, migration vers, passage à, acquisition, se doter de,
        constitution, structuration, mettre sur pied, mise sur pied, souscription, abonnement à, recours à, à
        installer, à acquérir, à constituer, à développer, à mettre sur pied, à tester, à étudier, développement d,
        développement de, développement du""",
    "started": """concurrents ont, concurrent a, la concurrence a, maison mère a, viens de, viens d, vient de créer,
        venons de, vient d, viennent de, viennent d, créée, créés, lancée, lancés, ouvert, ouverte, ouverts, montée,
        installée, déployée, fermée, fermés, archivés, rejoint, passé de, voté contre, livrée, mis en place, mise en
        place par, s'est doté, s'est dotée, s'est équipé, se sont dotés, nous sommes dotés, réalisé par, créé par,
        ouvert par, lancé par, animé par, tenu par, installé en, ouvert en, créé en, lancé en"""
    + _past(
        "créé, lancé, relancé, ouvert, rouvert, monté, installé, déployé, adopté, acheté, testé, essayé, fermé, supprimé, arrêté, abandonné, débranché, quitté, archivé, fusionné, migré, refusé, enterré, rejeté, écarté, créée, ouverte, lancée, fermée, supprimée, créés, ouverts, lancés, fermés, supprimés, mis en place, mise en place, mis en route, remis en route, mis sur pied, constitué, fondé, initié, démarré, équipé, doté, investi, activé, désactivé, inauguré, développé, construit"
    ),
    "done": _past("""utilisé, utilisée, utilisés, présenté, présentée, présentés, rappelé, évoqué, validé, validée, répondu,
        apporté, alimenté, alimentée, publié, publiée, relayé, relayée, posté, annoncé, écrit, reçu, vu, vue, pu, su,
        fait, faite, mis, mise, pris, eu, complété, rédigé, diffusé, diffusée, partagé, transmis, enregistré, réalisé,
        refondu, participé, inscrit, inscrits, misé, touché, gagné, perdu, permis, rencontré, rencontrés, contacté,
        configuré, signalé, noté, noté que, discuté, échangé, remplacé, changé, demandé, choisi, constaté, remercié,
        expliqué, invité, organisé, organisée, tenu, tenue, animé, animée, suivi, renommé, renommés, modéré, transféré,
        intégré, connecté, produit, trouvé, souligné, indiqué, précisé, lu, entendu, dit, connu, connus, appris, aidé,
        servi, abouti, débattu, traité, entraîné, entraînés, formé, formés, devenu, devenue, resté, restés, convié,
        obtenu, distribué, distribuées, traduit, traduits, repris, visité, réuni, tweeté, tenté, préféré, parlé"""),
    "take": """a, as, ont, avons, avez, ai, tenir, tient, donne, animer, anime, écrire, garder, garde, poster, poste""",
    "move": """passer à, passer sur, passer sous, passons à, passons sur, passe à, passe sur, passe tout sur,
        passerait à, basculer, bascule, migrer, migre, remplacer, remplace, être sur, soit sur, soyons sur, sera sur,
        serons présents, présents sur, présent sur, présence sur, visible sur, visibles sur, aller sur, va sur, y
        être, s'y mette, se mette, on s'y met, se mettre, mettre sur, se montrer, tout le monde sur, débarquer sur,
        se lancer sur, sur les réseaux, quitter, au lieu des mails, switcher sur, être présent sur, être présents
        sur, soyons présents, être visible, être visibles, s'installer sur, rejoindre, ouvrir sur, arriver sur, venir
        sur, venait sur, passait sur, basculait, tous sur, toute l'équipe sur, aller vers, remplacerait, remplacera,
        à la place de, à la place du, à la place des""",
    "praise": """bonne, top, sympa, utile, cool, intéressant, pratique, génial, géniale, judicieux, pertinent, super,
        chouette, parfait, parfaite, idéal, belle, beau, stylé, mieux, solution, aiderait, aider, aide, permettrait,
        permettra, améliorerait, résoudrait, simplifierait, faciliterait, changerait, ça changerait, énorme, carton,
        marrant, ferait du bien, ferait connaître, plus simple, + simple, plairait, content, contents, siérait,
        raisonnable, plus smooth, kiffent, gratuitement, ne coûte rien, prend deux minutes, tellement mieux, la
        claque, dingue, trop bien, donner un coup de pouce, ce serait, ça serait, sa serait, serait, visibilité,
        malin, merveilleux, merveilleuse, formidable, pas mal, soulagerait, garderait le lien, pourrait être, notre
        truc, fédérer, fédérerait, avantageux, rendrait service, valorise, valoriser, dynamiser, ferait gagner,
        rapprocherait, bienvenue, bienvenu, pourrait aider, pourraient aider, conviendrait, ça aiderait,
        fluidifierait, éviterait, renforcerait, un plus, un bon moyen, bon moyen, bon outil, meilleur moyen, le mieux
        serait, l'idéal serait, plus vivant, gagner du temps, gagnerait, ça nous ferait, adorerait, adoreraient,
        magique, révolutionnaire, sauverait, avantage, avantages, bénéfique, intérêt à""",
    "hype": """tout le monde, tous les autres, les autres, le futur, revient à la mode, incontournable, toutes une,
        ont tous, ont toutes, l'a déjà, chez airbus, comme chez, comme celle, comme celui, d'en face, d'à côté,
        partout ailleurs, tous sur, imaginez, culte, les premiers, avant tout le monde, le mot de, sinon ils, pas
        sur, là où, c'est là que, que sont les jeunes""",
    "new": """nouveau, nouvel, nouvelle, nouveaux, propre, propres, notre propre, interne, dédié, dédiée, petit,
        petite, vrai, vraie, véritable, commun, commune, partagé, partagée, maison, d'entreprise, en ligne,
        mensuelle, hebdo, hebdomadaire, autre, un jour, sorte de, genre de, type, premier, première, officiel,
        officielle, électronique, enfin, aussi""",
    "todo": """cr du, compte rendu, ordre du jour, divers, à faire, todo, points, point, axe, action, actions,
        prochaine étape, étapes, objectif, proposition, plan d'action, plan de communication, vu en réunion, relevé
        de décisions, demande du""",
    "soon": """vite, rapidement, asap, aujourd'hui, today, demain, lundi, ce week end, ce week-end, cette semaine, ce
        soir, ce mois, cette année, la semaine prochaine, le mois prochain, l'an prochain, l'année prochaine, dès
        maintenant, maintenant, tout de suite, sans attendre, sans tarder, avant l'été, avant le, avant la, avant
        l'hiver, à la rentrée, rentrée, en juin, au printemps, pour septembre, d'ici, en septembre, en janvier, à
        partir de janvier, bientôt, on démarre quand, enfin, de toute urgence, urgent, cet été, cet automne, cet
        hiver""",
    "not": """pas, jamais, aucun, aucune, ne, n, ni, personne, rien, non, plus de, plus personne, nul""",
    "refuse": """plutôt que, au lieu de, au lieu d, contre, stop, arrêter, arrêtons, arrête, arrêtez, éviter,
        évitons, évitez, refuse, refuser, refusons, refusent, marre, ras le bol, assez de, assez d, inutiles, pas
        besoin, plus besoin, pas de, pas d'autre, pas question, hors de question, surtout pas, ne créez, ne lançons
        pas, n'ouvrons pas, ne crois pas, ne pense pas, ne suis pas sûr, ne suis pas convaincu, ne veux pas, ne veut
        pas, ne voulons pas, ne rouvrira pas, n'aura pas, ne sera pas, ne servirait, perte de temps, usine à gaz,
        fausse bonne idée, mauvaise idée, on l'enterre, méfiance, méfie, méfions, méfiez, abandonner, abandonne,
        fermer, fermons, supprimer, supprimons, avant de, avant d, avant que, jamais demandé, je préfère, préfère,
        encore un, encore une, un de plus, pas convaincu, non au, non à, déconseille, s'abstenir, sans moi, aucun
        intérêt, si c'est pour, ne rouvrons, je suis contre, ne ferons pas, ne fera pas, pas d'intérêt, l'intérêt d,
        avons décidé de ne pas, décidé de ne pas, a-t-on vraiment besoin, vraiment besoin, qui lirait, qui irait, ne
        créerais pas, n'ouvrirais pas, n'ai pas besoin, n'avons pas besoin, plus de groupe, un deuxième, quoi que ce
        soit, plutôt appeler, ne changerait, difficile, compliqué, dangereux, risqué, problématique, trop cher, trop
        lourd, trop de, pas assez, dommage, lassant, ennuyeux, prudence, prudents, fausse impression, ne jamais, ne
        commencez jamais, je doute, je crains, ne souhaite pas, ne souhaitent pas, ne souhaitons pas, toutefois, sans
        cadre, sans règle""",
    "past": """était, étaient, avait, avaient, avons, a été, ont été, ai, j'ai, hier, ce matin, l'an dernier, l'année
        dernière, la semaine dernière, le mois dernier, en 20, en 19, depuis, il y a, jadis, autrefois, avant, à
        l'époque, quand j'étais, la dernière fois, dernier, dernière, fut, fus, été, vient d, vient de, viennent de,
        jusqu'en, fois, avions, anciennement, précédent, précédente, étions, avais, utilisait, utilisaient,
        utilisions, tenait, tenaient, animait, animaient, éditait, éditaient, consultait, consultaient, alimentait,
        alimentaient, publiait, publiaient, racontait, racontaient, documentait, suivaient, suivait, passait,
        passaient, préférait, préféraient, servait, servaient, prévoyait, prévoyaient, voulait, voulaient, pensait,
        pensaient, faisait, faisaient, existait, existaient, fonctionnait, fonctionnaient, permettait, permettaient,
        échangeait, échangeaient, écrivait, écrivaient, lisait, lisaient, présentait, présentaient, disposait,
        disposaient, jusqu'alors, jusqu'à présent, auparavant, lors de, lors du, lors des, en 2015, en 2018, en 2019,
        en 2020, en 2021, en 2022, en 2023, à la suite, au printemps dernier, l'été dernier, naguère, longtemps""",
    "usage": """lu, lire, lis, lit, écoute, écouter, écoutez, vu, voir, regarde, regardez, posté, postée, publié,
        publiée, écrit, écrite, répondu, répondre, réponse, partagé, partager, envoyé, envoyée, envoyer, abonné,
        s'abonner, trouvé, raconte, racontent, demandé à, dit sur, expliqué, expliquent, reçu, suivi, suivent,
        mentionné, cité, commenté, discuté, échangé, connecté, connecter, conecté, mettez, signalez, rejoignez,
        bienvenue, consulter, consultez, relayer, relire, relit, valide, valident, d'après, selon, paraît que, dispo
        sur, en ligne, disponible, gagné, prévenir, taper, demander sur, demandé sur, suivez, suit, inscrivez vous,
        venez dire, parlé dans, en a parlé, jette un œil, noté dans, j'utilise, utilisent, fait rédiger, recommande
        l'épisode, contactez, posez, poser vos questions, annoncé sur, annoncer la, entendu, abonnez vous""",
    "content": """article, articles, billet, billets, post, posts, épisode, épisodes, message, messages, fil, fils,
        story, stories, lien, liens, photo, photos, commentaire, commentaires, notification, notifications, notifs,
        identifiants, identifiant, mot de passe, bouton, icône, logo, édito, numéro de, rubrique, sujet, modérateur,
        modérateurs, modération, administrateur, admin, abonnés, membres, désinscription, inscription, taux
        d'ouverture, bilan, vues, format, bannière, droits, historiques, producteurs, piste, son, pièce jointe,
        fiche, fiches, page wiki, publications, publication, invitation, mise à jour, version, poste de, réponse,
        réponses, modèle, rapport, statistiques, charte, faute, fautes, sujets, fichier, fichiers, document,
        documents, formulaire, tarif, tarifs, prix, contrat, facture, licence de, statistique, vignette, image,
        images, vidéo, vidéos, interface, ordre du jour sur, la une, texte, textes, invité du, annonce, annonces,
        offre d'emploi, horaires, réservé aux, questions""",
    "bug": """erreur, erreurs, panne, en panne, bug, bugs, bogue, bogues, plante, plantent, rame, lent, lente, ko,
        hs, indisponible, cassé, cassée, ne marche pas, ne fonctionne pas, marche plus, marche pas, fonctionne plus,
        bloqué, bloquée, déborde, sature, échoue, échouent, expire, expirer, boucle, tombe, coupé, tronque,
        tronquées, muet, 500, 404, 502, 503, 190, désolé, spam, piraté, perdu, perdus, doublon, fuite, incident,
        maintenance, impossible, n'arrive pas, arrive pas, jarive pa, souci, problème, inventé, trompe, se trompe,
        plaignent, se plaignent, plainte, désert, coupées, invalides, obsolète, à la traîne du, périmé, périmée,
        ancien, en double, vide""",
    "howto": """comment, où est, où sont, où se trouve, où trouver, où range, où puis, quelqu'un sait, quelqu'un a,
        quelqu'un aurait, quelqu'un connaît, qui a, qui gère, qui valide, qui s'occupe, qui est, est-ce que
        quelqu'un, a-t-on le droit, peut-on, puis je avoir, puis-je avoir, combien, pourquoi est ce que, pourquoi le,
        pourquoi la, à quoi sert, quel est, quelle est, c'est quoi, est-il normal, normal, tu as vu, vous avez vu,
        vous aussi, savez vous, sais tu, il suffit de, suffit d, pour mettre, pour couper, peux tu, pouvez vous m, tu
        peux m, as tu, avez vous, lequel, laquelle, est-il possible, sait-on, quelle différence, différence entre, à
        quelle fréquence, quel canal, que sait faire, qu'a donné, les invités, voient ils, fonctionne-t-il, est-il
        autorisé, quand sort, quand part, que faire, faut-il poster, quand dois, quand faut-il, faut-il que je,
        dois-je, est-ce que je peux, puis-je créer, vaut-il mieux, en tant que, quand on débute, que se passe, où
        poster, où écrire""",
    "thanks": """merci, bravo, félicitations, chapeau, pardon, excusez, excuse, désolé, désolée, bienvenue, fier,
        fière, prix, bonne nouvelle, un grand merci, chouette billet, remercie""",
    "they": """ils, elle, elles, il, leur, leurs, lui, son, sa, ses, eux, journal, presse, quelqu'un, gens, femme,
        mari, fille, fils, ami, amie, copain, autre boîte, université de, mairie de, collègue, ancien, dixit, prof,
        certains, beaucoup, d'autres, autres, utilisateurs, développeurs, étudiants, enfants, cousine, cousin, frère,
        entreprises, vendeur, vendeurs, lecteurs, patron, grands parents, bénévole, clients""",
    "we": """nous, notre, nos, on, l'entreprise, équipe, équipes, service, tous, collègues, la boîte, chacun, chaque""",
    "i": """je, j, me, m, moi, mon, ma, mes, jdis, jdemande, jpense""",
    "you": """tu, te, toi, ton, ta, tes, vous, votre, vos""",
    "talkof": """quand quelqu'un, si quelqu'un, dès que quelqu'un, quand on me dit, les gens disent, quand un, ceux
        qui, celui qui, essai, livre, mémoire, conférence, diapositive, étude, enquête, recherche, citation, phrase,
        expression, en théorie, contrairement, leçon, retenu, retenir, dans l'essai, vrai pour, quel problème, se
        demander, un outil, méfiez, cas d'école, atelier sur, mot, c'est toujours, thèse, chapitre, congrès,
        formation explique, comme tous les vendeurs, si on me donnait, tout le monde disait, la plupart des, les
        entreprises qui, en général, on entend, raconte douze, méthode, tutoriel, leçons, dans l'ancien poste,
        criait, un programme, des outils, désigne, désignent, consiste, consistent, permettent de, permet de, sont
        des, est un, définition, par définition, le terme, on appelle, s'appelle, il s'agit, ces outils, cet outil,
        ce type d, ce genre d, les risques, le risque, les usages, les biais, produisent, reproduisent, reposent,
        fonctionnent, d'après l'enquête, selon l'enquête, on lit, disent-ils, dit-on, remplacent, transforment""",
    "if": """si, quand, lorsque, lorsqu, une fois, dès que""",
    "rule": """rappel, rappelle, je vous rappelle, attention, n'oubliez pas, règle, charte, interdit, interdits, ne
        pas, merci de ne, pas par, se fait, passe par, procédure, rgpd, données patients, pour toute question, pour
        toute demande, seront archivés, uniquement, seulement, seuls les, seules les, peuvent signaler, pouvez vous
        désinscrire, autorisé, oblige, obligatoire de signaler, avant jeudi, avant midi, mention, guide de""",
    "tech": """api, webhook, sso, intégration de, plugin, connecteur, déploiement échoue, job, branche, build,
        config, regex, version, jeton, jetons, script, export, csv, endpoint, préprod, pipeline, kerberos, proxy,
        cache, requête, sdk, css, html, json, oauth, rss, dns, ssl, pare feu, overflow, firefox, modèle tronque,
        balise, balises, port, certificat, authentification, batch, lot, mobile, double opt in, patch""",
    "edit": """mettre à jour, renommer, corriger, corrige, nettoyer, archiver, modérer, traduire, supprimer, retirer,
        fusionner, renouveler, déplacer, changer, change, relire, réécrire, ajouter vos, ajouter une notification,
        ajouter un bouton, ajouter le, remplacer le, répondre aux, répondre sur, écrire pour, désinscrire,
        transmettre, mentionner, renvoyer, recadrer, signaler""",
    "loc": """dans, sur, en, via, depuis, par, chez, sous, vers, avec, au, aux, à""",
    "of": """de, d, du, des""",
    "for": """pour, pr, afin de, afin d, afin que, car, parce que, puisque, comme, en vue de""",
    "indef": """un, une, quelques, plusieurs, de, d, en""",
    "the": """le, la, les, l, ce, cet, cette, ces, tous les, toutes les, au, aux, du""",
    "poss": """notre, nos, mon, ma, mes, son, sa, ses, leur, leurs, votre, vos, ton, ta""",
    "shift": """réduire, réduit, diminuer, baisser, baisse, baissent, passer de, passe de, passent de, passer sous,
        faire passer, ramener, descendre, tomber, augmenter, gagner, gagne, diviser, doubler, multiplier, moins de,
        plus de, moins d, sous, au dessus de, en dessous, dépasse, atteindre, atteint, au moins, au plus, au lieu de,
        contre, en moins, zéro, remplir, remonter, raccourcir, économiser, économies, limiter, éviter, jusqu'à, de, à""",
    "goal": """objectif, objectifs, but, cible, cibles, vise, on vise, attend, attendu, attendus, visons, critère,
        critères, indicateur, condition, conditions, conditionné, réussi, succès, marche si, on saura, si et
        seulement si, à condition, voulu, voulus, espère, espérons, attendons, hypothèse, actuellement, aujourd'hui,
        pour réduire, pour alléger, pour faire baisser, irritant, seuil, bénéfice""",
    "check": """mesure, mesurer, mesurons, on mesure, compte, comptent, on compte, tient le compte, bilan, au bilan,
        évalue, évaluer, vérifier, vérifie, on vérifie, suit, suivons, compare, on arrête, arrêtons si, sinon, stop,
        garde, on garde, gardons, garderons, on le garde, poursuite, poursuivre, seulement si, si ça, extension,
        étend, on l'ouvre, si le, si la, si les, si l, revue, contrôle, décide, décidera, décision en, verrons, on
        verra, reviendrons, point d'étape, questionnaire, test contre""",
    "trial": """pilote, test, on test, essai, expérimentation, tester, teste, testons, essayer, essaie, bêta, phase,
        pendant, semaines, trois mois, deux mois, un mois, six mois, un trimestre, trois semaines, quatre semaines,
        six semaines, maquette""",
    "step": """d'abord, ensuite, puis, enfin, étape, étapes, phase, phases, première étape, semaine 1, avant tout,
        premier temps, calendrier, pour commencer, on commence, commence par, trois choses, planning, jalon, jalons""",
    "date": """janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, t1,
        t2, t3, t4, s1, s2, pâques, noël, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, trimestre,
        rentrée, vendanges, récolte, fin d'année""",
    "weekly": """par semaine, par jour, par mois, par trimestre, chaque lundi, chaque semaine, chaque mois, chaque
        vendredi, chaque jour, tous les lundis, tous les mardis, tous les vendredis, tous les jours, toutes les, le
        vendredi, le lundi, le mardi, le mercredi, le jeudi, mensuel, mensuelle, hebdo, hebdomadaire, quotidiens,
        quotidien, dans la journée, avant midi, sous 48, en moins de, par région, le 1er et le 15, /mois, /sem,
        /semaine, une par, un par, deux par""",
    "unit": """jours, jour, heures, heure, h, minutes, minute, min, tickets, ticket, appels, appel, questions,
        réclamations, points, euros, erreurs, demandes, incidents, idées, mails, courriers, retours, recours, rendez
        vous, visites, bénévoles, entretiens, créneaux, inscrits, convives, billets, réservations, commandes,
        candidatures, contacts, k€, €, lits, secondes, fois, absences, panne, problème réglé""",
    "does": """rédige, répond, répondent, répondra, écrit le, écrivent, anime, modère, relit, relue, envoie, tient,
        s'en occupe, référent, référente, en charge, responsable, pilotée par, note, notent, publie, publient, poste,
        postent, déclare, accusent, affiche, recueille, choisit, prépare, valide, étiquette, propose une, filme, un
        expert, forme""",
    "vanity": """abonnés, followers, utilisateurs, membres, likes, vues, fans, inscrits, connectés, connexions,
        téléchargements, licences, publications, taux d'utilisation, taux d'équipement, d'équipement, visiteurs""",
    "adopt": """adoption, usage, tout le personnel, toutes les équipes, tous les salariés, tous les agents, tous les
        juristes, chaque agence, chaque direction, chaque responsable, toute l'équipe, des cadres, toutes les
        succursales, tous les collaborateurs, chacun doit, seront convoquées, 100 %, doivent utiliser, devront
        utiliser, dans toutes, dans tous, pour tous, pour toutes, généraliser, chaque service""",
    "greet": """bonjour, bjr, salut, hello, coucou, bonsoir, svp, stp, s'il vous plaît, s'il te plaît, madame,
        monsieur, cher, chère, chers, dites, les gars, les amis, guys""",
    "news": """d'après leur mail, selon, actualité, annonce que, paru, article, augmente ses prix, prix, tarifs, a
        annoncé, rachat, racheté, loi, procès, tribunal a, a supprimé, ministre, bourse, étude, médiamétrie, progrès""",
    "use": """utiliser, utilise, utilisons, essayer, essaie, essaye, tester, teste, testons, prendre, prend, prends,
        pren, prenne, prenons, avoir, ait, ayons, aye, est une, davoir, faire, fait, fasse, fais, fai, fesai,
        faisait, faisons, mettre, mette, mets, met, mettons, rejoindre, rejoignons, ajouter, ajoutons, offrir,
        offrons, publier, choisir, proposer à, commander, commandez, commandé, donner, donnons, passer par, disposer,
        brancher, branche, branchons, s'y mettre, alimenter""",
    "decide": """décidé, décision, décisions, c'est décidé, annonce, annoncer, acté, validé, adopté à, à l'unanimité,
        accord de tous, arbitrage, feuille de route, budget, priorité, prévoit, prévoyons, prévu, prévue, plan,
        projet, stratégie, lancement, ouverture, dans les tuyaux, en tête de ma liste, sera livré, signature,
        approuvé, voté, comité est d'accord, planifié, programmé, on part sur, retenu""",
    "lack": """sans, toujours pas de, toujours pas d, n'a pas de, n'avons pas de, n'ont pas de, on n'a pas, n'a
        toujours pas, n'ait pas de, rien pour, absent, absents, pas sur, ne pas être sur, le seul, la seule, les
        seuls, aucune présence, nulle part, pas encore de""",
    "think": """je crois, je trouve, je pense, jpense, convaincu, convaincue, me semble, il me semble, j'ai pensé, je
        me suis dit, je me demande, je me demandais, à mon avis, d'après moi, pour moi, jdis, moi je dis, je dis,
        franchement, honnêtement, j'ai réfléchi, réfléchi, on réfléchit, réfléchit à, songé, songer, pensé à, je
        verrais, j'imagine, perso, à titre personnel""",
    "pro": """en, ça, cela, le nôtre, la nôtre, le même, y, nous aussi, aussi, la vôtre, un aussi""",
    "nothanks": """assez à faire, mieux à faire, autre chose à faire, autres chats à fouetter, trop de travail, ça
        ira, non merci, pitié, par pitié, refusé, rejeté, j'en doute, on verra, reste non, c'est non, on a dit non,
        dit non, pas pour nous, laissons, enterre, oubliez, oublie, n'a rien demandé, personne n'a demandé, gadget,
        inutile, à quoi bon, ne sert à rien, servira à rien, ne servira, ne vaut pas, désolé, sans intérêt,
        finalement, repoussé, mais personne, personne n'a le temps, n'a le temps, pas le temps, suffit, a suffi, ça
        suffit, marche bien, fonctionne bien, ne nous précipitons, je ne vois pas, vois pas l'intérêt, dernière
        chose, tant que, encore faut-il, je crains, ce qui n'est pas le cas, j'ai mieux à faire, se décrète pas,
        plutôt moins""",
    "exist": """déjà, existe, existant, existants, il y a un, il y a une, y a-t-il, a-t-on un, a-t-on une, avons
        nous, avez vous un, avons déjà, on a déjà, actuel, actuelle, ancien, ancienne, restons sur, on reste sur,
        reste sur, ont leur, le nôtre est, sommes sur, vous avez un, continuons avec, continuer avec, garder, on
        garde notre, utilisons déjà, est utilisé, sont utilisés, on utilise, passent par, en service, fonctionne
        depuis, animée par, est tenu, via les réseaux, par le biais""",
    "future": """avenir, l'avenir, futur, has been, ringard, dépassés, à la traîne, distancer, mort, morts,
        invisible, invisibles, train en marche, à la mode, moderne, jeunes, les jeunes, révolution, image, notre
        image, visibilité, visible, faire connaître, connaissent, présence, faire le buzz, buzz, viral, rayonner,
        rayonnement, potentiel, génération, attirer, où ils sont""",
    "org": """mairie, ville, ministère, ministre, région, université, école, fac, concurrent, concurrents,
        concurrence, maison mère, siège, éditeur, fournisseur, hôpital d, gouvernement, autorité, agence, banque,
        sncf, caf, préfète, maire, voisin, un de nos clients, autre agence, fondation, propriétaire, préfecture,
        syndicat, faculté, fédération, collectivité, collectivités, commune, communes, département, éditeurs,
        prestataire, prestataires, confrères, confrère, voisins, entreprises, associations, établissements,
        laboratoires, musée, musées, voisine""",
    "verbing": """donc, du coup, alors, c'est pourquoi, d'où, par conséquent, voilà pourquoi, aussi je, résultat""",
    "nobody": """personne, pas tout le monde, tout le monde ne, aucun d'entre, peu de gens, peu d'entre, la majorité
        ne, la majorité du bureau ne, rares sont, nul ne, pas un seul, la plupart ne""",
    "postponed": """un jour, un de ces jours, tôt ou tard, plus tard, pour l'instant, pour le moment, on verra, nous
        verrons, attendons, on attendra, rien ne presse, pas encore, en attendant, pas cette année, pas avant, le
        moment venu, à terme, d'ici là, ultérieurement""",
    "eg": """notamment, en particulier, surtout, tel que, tels que, telle que, telles que, par exemple, entre autres,
        y compris, comme par exemple, grâce à, grâce au, grâce aux, par l'intermédiaire, par le canal, au moyen""",
    "offer": """vous propose, vous proposons, nous proposons également, nous proposons aussi, votre compte, vos
        comptes, votre page, vos pages, vos réseaux, configurer vos, relier vos, prestation, gratuit, gratuite,
        offerte, inscrivez, profitez, sur demande, sur inscription, il vous suffit, vous pouvez, vous pourrez,
        retrouvez, suivez nous, nos réseaux, nos comptes""",
}
