"""The answers by which the weak-answer patterns are told apart: for each, three weak and two better, in both languages.

A row is a pattern, the slots where it is looked for, the weak answers and the better ones (English, then French).
"""

from typing import Final, NamedTuple


class Examples(NamedTuple):
    pattern: str
    slots: str
    weak_en: tuple[str, ...]
    weak_fr: tuple[str, ...]
    better_en: tuple[str, ...]
    better_fr: tuple[str, ...]


# fmt: off
EXAMPLES: Final = (
    Examples(
        "dont_know", "problem problem.who objective objective.numbers decision mechanism people steps blockers",
        ("No idea to be honest", "not sure", "I don't know the number"),
        ("aucune idée", "Je ne sais pas trop", "difficile à dire"),
        ("Nadia in payroll keeps that count, I'll ask her", "about 20 a week, I'd have to check"),
        ("Nadia, à la paie, tient ce chiffre, je lui demande", "une vingtaine par semaine, à vérifier"),
    ),
    Examples(
        "avoided", "problem problem.who decision mechanism people blockers",
        ("sensitive", "It's a bit political, I'd rather not say", "can't really go into that here"),
        ("sensible", "c'est un peu politique", "Je préfère ne pas l'écrire ici"),
        ("Two plant managers compete for the same budget; I'll talk to both on Thursday", "I'll see Marc about it in person on Monday"),
        ("Deux directeurs d'usine visent le même budget ; je les vois jeudi", "J'en parle à Marc de vive voix lundi"),
    ),
    Examples(
        "ordered_from_above", "problem objective",
        ("Our CEO wants a community", "Management asked for it", "My boss told me to open a channel"),
        ("Le DG veut un réseau social", "La direction a demandé une appli", "Mon chef souhaite qu'on soit sur LinkedIn"),
        ("Our CEO wants time to hire under 40 days by June, it's 63 now", "The board saw 14 recall complaints last quarter and wants half"),
        ("Le DG veut passer sous 40 jours pour recruter d'ici juin, on est à 63", "Le comex a vu 14 réclamations le trimestre dernier et veut la moitié"),
    ),
    Examples(
        "solution_as_problem", "problem",
        ("We don't have a platform to share ideas", "We need a wiki", "There's no central tool for questions"),
        ("On n'a pas d'outil pour partager", "Il nous faut une plateforme d'idées", "Il manque un espace, une vraie communauté"),
        ("Last month three sites fixed the same pump fault separately, 9 hours each", "New sales reps ask the same 10 questions every week"),
        ("Le mois dernier, trois sites ont réglé la même panne chacun de son côté, 9 heures à chaque fois", "Les nouveaux commerciaux posent les mêmes 10 questions toutes les semaines"),
    ),
    Examples(
        "fomo", "problem objective",
        ("All our competitors are on TikTok already, everyone has a channel", "If we don't do it we'll be left behind", "It's 2025, we have to be there"),
        ("Tous nos concurrents y sont déjà", "Si on ne le fait pas on va rater le train", "En 2025 c'est incontournable"),
        ("We lost 6 of 10 apprentices offers this spring to firms they had seen online", "Two clients told us last month they had looked for us and not found us"),
        ("On a perdu 6 alternants sur 10 ce printemps, partis là où ils avaient vu l'équipe en vidéo", "Deux clients nous ont dit le mois dernier nous avoir cherchés sans nous trouver"),
    ),
    Examples(
        "adoption_as_objective", "objective objective.numbers",
        ("80% of staff on Yammer by June", "500 active users in three months", "Get adoption up, people logging in weekly"),
        ("80 % des salariés sur Teams d'ici juin", "500 utilisateurs actifs en trois mois", "Un bon taux d'utilisation de la plateforme"),
        ("Technicians get an answer within 1 hour instead of 2 days by June", "Repeat faults down from 18 to 9 a month"),
        ("Les techniciens ont une réponse en 1 heure au lieu de 2 jours d'ici juin", "Les pannes répétées passent de 18 à 9 par mois"),
    ),
    Examples(
        "tool_as_objective", "objective",
        ("Launch a community for engineers", "To have our own Slack workspace", "Roll out the platform to all sites"),
        ("Lancer une communauté d'experts", "Avoir notre propre réseau social d'entreprise", "Déployer l'outil sur tous les sites"),
        ("Engineers find who has solved a fault before in under 10 minutes", "Fewer than 5 duplicate orders a month by September"),
        ("Retrouver en moins de 10 minutes qui a déjà résolu une panne", "Moins de 5 commandes en double par mois d'ici septembre"),
    ),
    Examples(
        "self_fulfilling", "people objective steps",
        ("People will naturally start sharing", "Once it's live they will come", "It'll just take off on its own"),
        ("Les gens vont partager naturellement", "Une fois en place, ça prendra", "Il suffira de le mettre à disposition"),
        ("Each shift lead writes up one fix at the Friday handover", "Team leads open their Monday meeting with one idea from the floor"),
        ("Chaque chef d'équipe note une réparation au passage de consigne du vendredi", "Les responsables ouvrent la réunion du lundi par une idée du terrain"),
    ),
    Examples(
        "one_word_objective", "objective",
        ("Engagement", "More innovation", "better collaboration!"),
        ("L'engagement", "Innover", "plus de partage"),
        ("Cut the time between an idea and an answer from 90 to 14 days", "One improvement per line and month, up from 0.3"),
        ("Ramener le délai de réponse à une idée de 90 à 14 jours", "Une amélioration par ligne et par mois, contre 0,3"),
    ),
    Examples(
        "activity_as_outcome", "objective",
        ("Run 4 workshops", "Train the managers", "Publish a monthly update"),
        ("Organiser 4 ateliers", "Former les managers", "Publier un point mensuel"),
        ("Run four workshops so that each line cuts changeover below 30 minutes", "Managers hold a 15-minute talk with each person monthly: 40% today, 90% by May"),
        ("Quatre ateliers pour que chaque ligne passe sous 30 minutes de changement de série", "Un échange mensuel de 15 minutes avec chacun : 40 % aujourd'hui, 90 % en mai"),
    ),
    Examples(
        "vague_buzzword", "problem objective",
        ("Engagement is low", "Communication between departments is poor", "We want a more innovative culture"),
        ("L'engagement est faible", "La communication entre services est mauvaise", "On veut une culture plus collaborative"),
        ("Exit interviews: 7 of 11 leavers this year say nobody listened to them", "Sales promised a date that production had refused, twice in March"),
        ("Entretiens de départ : 7 sur 11 disent n'avoir jamais été écoutés", "Le commerce a promis deux fois en mars une date refusée par la production"),
    ),
    Examples(
        "everyone", "problem.who people",
        ("Everyone really", "all employees", "the users"),
        ("tout le monde", "l'ensemble des collaborateurs", "les gens"),
        ("The 40 maintenance technicians in Lyon and Gdansk, daily", "Night-shift nurses, about once a week"),
        ("Les 40 techniciens de maintenance de Lyon et Gdansk, tous les jours", "Les infirmières de nuit, environ une fois par semaine"),
    ),
    Examples(
        "no_measure", "objective",
        ("People understand the strategy better", "Customers are happier with us", "New hires feel at home"),
        ("Que les équipes comprennent mieux la stratégie", "Que les clients soient plus contents de nous", "Que les nouveaux se sentent bien accueillis"),
        ("In the pulse, 8 of 10 can name this year's two priorities", "Complaints per month from 60 to 30"),
        ("8 personnes sur 10 savent citer les deux priorités de l'année", "De 60 à 30 réclamations par mois"),
    ),
    Examples(
        "no_baseline", "objective.numbers",
        ("30 per month by June", "90% by the end of the year", "under 14 days before summer"),
        ("30 par mois d'ici juin", "90 % d'ici la fin d'année", "moins de 14 jours avant l'été"),
        ("60 a month today, 30 by June", "from 90 to 14 days by September"),
        ("60 par mois aujourd'hui, 30 d'ici juin", "de 90 à 14 jours d'ici septembre"),
    ),
    Examples(
        "no_date", "objective.numbers",
        ("60 today, 30 would be great", "from 90 days to 14", "now 3, ideally 10"),
        ("60 aujourd'hui, 30 ce serait bien", "de 90 jours à 14", "actuellement 3, idéalement 10"),
        ("60 today, 30 by end of June", "from 90 days to 14 in six months"),
        ("60 aujourd'hui, 30 fin juin", "de 90 jours à 14 dans six mois"),
    ),
    Examples(
        "no_step", "steps",
        ("Choose a platform, launch it, communicate about it", "Set up the Slack workspace", "Buy the tool then roll out"),
        ("Choisir un outil, le lancer, communiquer dessus", "Créer la plateforme", "Achat de l'appli puis déploiement"),
        ("Ana lists the 10 most repeated faults by Friday; Piotr tests one fix sheet on line 2 next week", "I interview five leavers by 12 May"),
        ("Ana liste les 10 pannes les plus fréquentes d'ici vendredi ; Piotr teste une fiche sur la ligne 2 la semaine prochaine", "J'appelle cinq personnes parties d'ici le 12 mai"),
    ),
    Examples(
        "no_owner", "steps",
        ("The team lists the faults, then someone tests a sheet next week", "HR does the interviews by May", "draft the sheet by Friday"),
        ("L'équipe liste les pannes puis quelqu'un teste une fiche la semaine prochaine", "Les RH font les entretiens en mai", "rédiger la fiche d'ici vendredi"),
        ("Ana lists the faults by Friday", "I call five leavers by 12 May"),
        ("Ana liste les pannes d'ici vendredi", "Je rappelle cinq personnes d'ici le 12 mai"),
    ),
    Examples(
        "no_mechanism", "mechanism",
        ("Nothing at all", "we don't really", "nobody does anything"),
        ("Rien du tout", "on ne fait rien", "aucune façon de faire"),
        ("They ring Paul, he knows; 5 or 6 calls a day", "A shared spreadsheet that Lea updates on Mondays"),
        ("Ils appellent Paul, il sait ; 5 ou 6 appels par jour", "Un tableau partagé que Léa met à jour le lundi"),
    ),
    Examples(
        "abstract_blocker", "blockers",
        ("Resistance to change", "The culture here", "silos, mindset"),
        ("La résistance au changement", "les mentalités", "les silos, comme toujours"),
        ("Shift leads fear an idea means extra work; three told me so", "Sales won't share leads: bonuses are individual"),
        ("Les chefs d'équipe craignent du travail en plus ; trois me l'ont dit", "Les commerciaux ne partagent pas leurs contacts : les primes sont individuelles"),
    ),
    Examples(
        "no_decision", "decision",
        ("Not yet, we'll see", "Should be fine, they'll follow", "nobody really decided"),
        ("Pas encore, on verra", "Normalement ça devrait passer", "rien n'est décidé"),
        ("Ines (plant director) said yes on Tuesday, for line 2 only", "Ines can; I see her Thursday to ask for two hours a week"),
        ("Inès, la directrice du site, a dit oui mardi, pour la ligne 2", "Inès peut ; je la vois jeudi pour demander deux heures par semaine"),
    ),
    Examples(
        "no_evidence", "problem",
        ("Sites keep making the same mistakes", "New people take ages to get going", "Customers complain about us"),
        ("Les sites refont les mêmes erreurs", "Les nouveaux mettent trop longtemps à démarrer", "Les clients se plaignent"),
        ("Last week Gdansk redid a repair that Lyon had done in March", "11 of 15 new hires missed their first target this year"),
        ("La semaine dernière, Gdansk a refait une réparation que Lyon avait faite en mars", "11 nouveaux sur 15 ont manqué leur premier objectif cette année"),
    ),
)
