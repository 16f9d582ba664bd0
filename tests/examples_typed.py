"""What people really type: lower case, short forms, typos, half sentences. A row is language, slot, pattern, answers.

The answers of a row stand one per line; the pattern is the one to probe first, None when the answer is taken as it
is. Most rows with None are traps: the words of a pattern, used for something else.
"""

from typing import Final, NamedTuple

from dialogs.lang import Lang


class Typed(NamedTuple):
    lang: Lang
    slot: str
    pattern: str | None
    answers: str


# fmt: off
ENGLISH: Final = (
    Typed("en", "problem", "dont_know", "dunno\nidk\nno clue tbh\nhmm, not sure\nhonestly no idea"),
    Typed("en", "problem.who", "dont_know", "i dont know\nhard to say"),
    Typed("en", "objective.numbers", "dont_know", "No idea what the number is\nnot sure yet\nI don't know how many"),
    Typed("en", "decision", "dont_know", "don't know who\nnot sure, sorry"),
    Typed("en", "problem", "avoided", "It's sensitive.\nthat's political\ni'd rather not say"),
    Typed("en", "blockers", "avoided", "Sensitive\na bit sensitive\nit's complicated\nbetween us, it's the two directors\noff the record: the plant manager"),
    Typed("en", "mechanism", "avoided", "no comment\ncan't go into that here"),
    Typed("en", "problem", "ordered_from_above", "the board wants us on linkedin\nour boss asked for it\nHQ decided we need an app\ni was told to set up a page\nit comes from the top"),
    Typed("en", "objective", "ordered_from_above", "the CEO wants it\nmanagement wants a podcast"),
    Typed("en", "problem", "solution_as_problem", "we dont have a tool for that\nWe lack a platform\nthere is no proper channel for questions\nwe don't really have an intranet\nwe need some app for feedback"),
    Typed("en", "problem", "fomo", "everyone else has one\nour competitors all have a podcast\nwe'll be left behind\nnowadays every company has a community"),
    Typed("en", "objective", "fomo", "not to miss the boat\nwe have to be on tiktok"),
    Typed("en", "objective", "adoption_as_objective", "300 active users by summer\npeople logging in every day\nmore followers\n80% of people on the platform\n80% of sales connected to the CRM\nnumber of posts per week\nhigher adoption"),
    Typed("en", "objective.numbers", "adoption_as_objective", "500 users by June\n0 today, 1000 followers by December"),
    Typed("en", "objective", "tool_as_objective", "set up a wiki\nto launch the app\na slack channel\nhave a chatbot for HR questions\nRoll out Teams channels everywhere"),
    Typed("en", "objective", "self_fulfilling", "people will just start sharing\nit'll happen organically\nOnce the platform is live everyone will join"),
    Typed("en", "people", "self_fulfilling", "they'll use it once it's there\neveryone will join naturally"),
    Typed("en", "objective", "one_word_objective", "innovation\nmore sharing\nvisibility!\nbetter communication\nhappier people"),
    Typed("en", "objective", "activity_as_outcome", "organise a hackathon\nrun a training for the team leads\nwe want to publish a monthly report\ntrain 20 managers\nto create a charter for meetings"),
    Typed("en", "problem", "vague_buzzword", "communication is bad\nwe need to be more agile\nour culture is too old\nno collaboration between sites\nlack of transparency"),
    Typed("en", "objective", "vague_buzzword", "we want to be a more modern and agile company"),
    Typed("en", "problem.who", "everyone", "everybody\nall of us\nthe whole company\neveryone, every day\nall staff"),
    Typed("en", "people", "everyone", "all employees of the company\nwell, everyone"),
    Typed("en", "objective", "no_measure", "people know where to ask\nthe sites learn from each other"),
    Typed("en", "objective.numbers", "no_baseline", "50 by christmas\ndown to 10 by q3\n95% by 2027\nless than 3 days by end of May"),
    Typed("en", "objective.numbers", "no_date", "it's 40 now, 20 would do\n12 today -> 4\n10 to 5\n60 percent today, 90 would be good"),
    Typed("en", "steps", "no_step", "buy a tool\npick a platform and roll it out\n1. choose the app 2. launch the app\nset up Teams channels, tell everyone\ncreate the community, invite people"),
    Typed("en", "steps", "no_owner", "we list the faults by friday\nDraft the checklist by Friday\nInterviews with leavers in May\nthe team collects ideas next week\nIT sets up the list by June\nsomeone calls the customers\nwrite the rules, test them on line 2, by 12 May\nMarketing reviews the text by May"),
    Typed("en", "mechanism", "no_mechanism", "nothing\nnone\nnothing really, honestly\nwe don't\nthey don't"),
    Typed("en", "blockers", "abstract_blocker", "culture\nold habits\nthe usual resistance\nlack of motivation\npeople are resistant to change\nsilos everywhere"),
    Typed("en", "decision", "no_decision", "not yet\nnobody yet\nprobably my boss\nhopefully the director will follow\nin principle yes\nMarc. not decided yet"),
    Typed("en", "problem", "no_evidence", "people don't know who to call\nthe handover between shifts is a mess\nour docs are never up to date\nSales and production don't talk"),

    Typed("en", "problem", None, "3 of our 12 reps left since january\nLast Tuesday two teams ordered the same part\nwe need a wiki because the same question came up 14 times in june\ntwo customers called twice about one invoice\nour boss said customers wait 20 minutes on the phone\nEveryone is late on Mondays since the new shift plan\nyesterday nobody found the safety sheet\nthe complaints: “I never get an answer from you”\nwe're falling behind on orders, 40 open ones\ncan't say when a part arrives, it happens every week"),
    Typed("en", "problem.who", None, "everyone on the night shift\n12 people in payroll, weekly\nthe users of the old form in Lyon\nmostly the drivers\nall staff at the Leeds site\nnew hires\nmy team\neveryone, but mostly the drivers"),
    Typed("en", "objective", None, "fewer complaints\ncut lead time to 5 days\nhalve the repeat visits\nwe would like 90% of ideas answered\nnew hires work on their own after 25 days\n40% of ideas adopted within a month\nOpening an account takes 2 days instead of 9\nless downtime on line 2\nRun a weekly stand-up so that errors get fixed faster\nTechnicians use the checklist: 90% of jobs by May\nhow many people answer within an hour\nbetter response time"),
    Typed("en", "objective.numbers", None, "now 40, 20 by summer\n30 today; 10 by Christmas\nfrom 9 days to 2 within three months\ncurrently 3, hoping for 10 by Q3\n60 now, 30 by the end of the year\nabout 50, to check\n20% now, 5% in 6 months\nby end of June\n120 today, half of that by september"),
    Typed("en", "decision", None, "Ana, she said yes on Monday\nme\nMarc agreed last week\nI'm asking the director on Friday\nnot yet, I'll ask him on Thursday\nthe plant manager, he has approved it\nI decide"),
    Typed("en", "mechanism", None, "nobody writes it down, they call Paul\na shared spreadsheet\nnothing is written, people ask around\nemail, mostly\nthey ask in the corridor\nTheir boss decides, no rule\nThe weekly meeting, but nobody takes notes"),
    Typed("en", "people", None, "the six shift leads\nKarim\nteam leads and HR\neveryone in dispatch\nthe sales reps: they note each promise the same day"),
    Typed("en", "steps", None, "ana lists the faults by friday\nI draft it tomorrow\ni'll call five people by monday\nList the faults (Ana, Friday)\nKarim: list the ideas by 12 May\nKarim and Lena meet on Tuesday\nmy colleague tests the sheet next week\nthe plant manager signs by Friday\nMe\nAna\npiotr\nI choose the platform with Lena by May, she tests it on line 2\nEach shift lead writes one fix a week\nPaul will draft the rules; next week he tests them\nlist the faults - Ana - Friday"),
    Typed("en", "blockers", None, "shift leads' habits: they fill in the form on Fridays only\nno time in March\nsales culture: bonuses are individual\nresistance from the two shift leads in Leeds\nnot sure people will follow\nthe CFO says no\nsensitive data must not leave the site, so nobody shares\nlegal\nKarim has no time"),
)
FRENCH: Final = (
    Typed("fr", "problem", "dont_know", "jsp\nje sais pas\nAucune idée, désolé\neuh, je ne sais pas\nbonne question"),
    Typed("fr", "problem.who", "dont_know", "pas sûr\ndur à dire"),
    Typed("fr", "objective.numbers", "dont_know", "je ne sais pas combien\naucune idee du chiffre\nfranchement je ne sais pas"),
    Typed("fr", "decision", "dont_know", "je ne sais pas qui\nj'en sais rien"),
    Typed("fr", "problem", "avoided", "C'est sensible.\nc'est politique\nje préfère ne pas en parler"),
    Typed("fr", "blockers", "avoided", "Sensible\nun sujet sensible\nc'est compliqué\nentre nous, les deux directeurs\nje ne peux pas l'écrire"),
    Typed("fr", "mechanism", "avoided", "sans commentaire\nun peu délicat"),
    Typed("fr", "problem", "ordered_from_above", "la direction veut qu'on soit sur linkedin\nmon chef l'a demandé\nle siège nous demande d'avoir une appli\non m'a demandé de lancer une newsletter\nça vient d'en haut"),
    Typed("fr", "objective", "ordered_from_above", "la direction souhaite un podcast\nle codir veut une communauté"),
    Typed("fr", "problem", "solution_as_problem", "on a pas d'outil pour ça\nil nous manque une plateforme\nil faudrait un wiki\nil n'y a pas d'intranet digne de ce nom\nbesoin d'une appli pour les questions"),
    Typed("fr", "problem", "fomo", "tout le monde y est\nnos concurrents le font tous\non va rater le virage\nen 2026 c'est incontournable"),
    Typed("fr", "objective", "fomo", "ne pas rater le train\nil faut être sur tiktok"),
    Typed("fr", "objective", "adoption_as_objective", "300 utilisateurs actifs d'ici l'été\nque les gens se connectent tous les jours\nplus d'abonnés, plus de likes\n80% des équipes sur la plateforme\n80% des commerciaux connectés au CRM\nle nombre de posts par semaine\nune bonne adoption"),
    Typed("fr", "objective.numbers", "adoption_as_objective", "500 utilisateurs d'ici juin\n0 aujourd'hui, 1000 followers en décembre"),
    Typed("fr", "objective", "tool_as_objective", "créer un wiki\nmettre en place l'appli\nun canal slack\navoir un chatbot pour les questions RH\ndeployer la plateforme partout"),
    Typed("fr", "objective", "self_fulfilling", "les gens vont s'y mettre d'eux-mêmes\nça viendra tout seul\nune fois la plateforme lancée, ils viendront"),
    Typed("fr", "people", "self_fulfilling", "tout le monde va s'y mettre naturellement\nils l'utiliseront, une fois que c'est en place"),
    Typed("fr", "objective", "one_word_objective", "innovation\nplus d'engagement\nla visibilité !\nune meilleure communication\nmeilleure ambiance"),
    Typed("fr", "objective", "activity_as_outcome", "organiser un hackathon\nfaire une formation pour les chefs d'équipe\npublier un rapport mensuel\nformer 20 managers\ncréer une charte de réunion"),
    Typed("fr", "problem", "vague_buzzword", "la communication est mauvaise\nil faut être plus agile\nnotre culture est trop vieille\npas de collaboration entre les sites\nmanque de transparence"),
    Typed("fr", "objective", "vague_buzzword", "on veut être une entreprise plus moderne et agile"),
    Typed("fr", "problem.who", "everyone", "tout le monde !\ntous les salariés\ntoute l'entreprise\ntout le monde, tous les jours\nl'ensemble du personnel"),
    Typed("fr", "people", "everyone", "tous les collaborateurs de l'entreprise\nbah tout le monde"),
    Typed("fr", "objective", "no_measure", "que chacun sache à qui demander\nque les sites apprennent les uns des autres\nque le client se sente écouté"),
    Typed("fr", "objective.numbers", "no_baseline", "50 pour noël\n10 au t3\n95 % en 2027\nmoins de 3 jours fin mai"),
    Typed("fr", "objective.numbers", "no_date", "on est à 40, 20 ce serait bien\n12 aujourd'hui -> 4\nde 10 à 5\n60 % aujourd'hui, 90 % idéalement"),
    Typed("fr", "steps", "no_step", "acheter un outil\nchoisir une plateforme et la déployer\n1. choisir l'appli 2. lancer l'appli\nouvrir un canal Teams, communiquer dessus\nlancement de l'outil"),
    Typed("fr", "steps", "no_owner", "on liste les pannes d'ici vendredi\nRédiger la fiche d'ici vendredi\nEntretiens avec les partants en mai\nl'équipe recueille les idées la semaine prochaine\nla DSI prépare la liste en juin\nquelqu'un rappelle les clients\nécrire les règles, les tester sur la ligne 2, d'ici le 12 mai\nLe service qualité relit le texte"),
    Typed("fr", "mechanism", "no_mechanism", "rien\naucune\nrien, honnêtement\nil n'y a rien\npas grand-chose"),
    Typed("fr", "blockers", "abstract_blocker", "la culture d'entreprise\nles vieilles habitudes\nla résistance habituelle\nle manque de motivation\nles gens et leurs habitudes\nresistance au changement"),
    Typed("fr", "decision", "no_decision", "pas encore\npersonne n'a décidé\nsans doute mon chef\nnormalement le directeur suivra\nen principe oui\nMarc. rien n'est décidé"),
    Typed("fr", "problem", "no_evidence", "les gens ne savent pas qui appeler\nle passage de consigne est un vrai bazar\nnos documents ne sont jamais à jour\nLe commerce et la production ne se parlent pas"),

    Typed("fr", "problem", None, "3 de nos 12 commerciaux sont partis depuis janvier\nMardi dernier deux équipes ont commandé la même pièce\nil faut un wiki parce que la même question est revenue 14 fois en juin\nle chef dit que les clients attendent 20 minutes au téléphone\nles commandes partent en retard, 6 la semaine passée\nhier personne n'a trouvé la fiche de sécurité\nles clients nous disent « je n'ai jamais de réponse »\nc'est compliqué de joindre le support, 3 appels par jour perdus\nen 2024 on a perdu deux clients à cause de ça"),
    Typed("fr", "problem.who", None, "tout le monde dans l'équipe de nuit\n12 personnes à la paie, chaque semaine\nles utilisateurs de l'ancien formulaire à Lyon\nsurtout les chauffeurs\ntous les salariés du site de Lille\nles nouveaux\nmon équipe"),
    Typed("fr", "objective", None, "moins de réclamations\npasser le délai à 5 jours\ndiviser par deux les retours\nqu'on réponde à 90 % des idées\nles nouveaux travaillent seuls après 25 jours\nmoins d'erreurs de commande\nOuvrir un compte en 2 jours au lieu de 9\nmoins d'arrêts sur la ligne 2\nune réunion courte pour que les erreurs soient corrigées plus vite\nLes techniciens utilisent la fiche : 90 % des cas en mai\ncombien de personnes répondent dans l'heure"),
    Typed("fr", "objective.numbers", None, "40 aujourd'hui, 20 cet été\n30 en ce moment ; 10 à noël\nde 9 jours à 2 sous trois mois\nactuellement 3, on espère 10 au T3\n60 auj, 30 fin d'année\nenviron 50, à vérifier\n20 % aujourd'hui, 5 % dans 6 mois\nfin juin\n120 aujourd'hui, la moitié en septembre"),
    Typed("fr", "decision", None, "Ana, elle a dit oui lundi\nmoi\nMarc a validé la semaine dernière\nje demande au directeur vendredi\npas encore, je lui demande jeudi\nle directeur, il a donné son accord\nla personne qui décide est Karim, il est d'accord"),
    Typed("fr", "mechanism", None, "personne ne note, on appelle Paul\nun tableau partagé\nrien n'est écrit, on demande à gauche à droite\npar mail surtout\non se parle dans le couloir\nla réunion du lundi, mais sans notes"),
    Typed("fr", "people", None, "les six chefs d'équipe\nKarim\nles chefs d'équipe et la RH\ntout le monde à l'expédition\nles commerciaux : ils notent chaque promesse le jour même"),
    Typed("fr", "steps", None, "ana liste les pannes d'ici vendredi\nJe rédige demain\nj'appelle cinq personnes d'ici lundi\nLister les pannes (Ana, vendredi)\nKarim : lister les idées d'ici le 12 mai\nKarim et Léna se voient mardi\nma collègue teste la fiche la semaine prochaine\nle directeur signe vendredi\nMoi\nAna\nOlivier liste les pannes vendredi\nJe choisis la plateforme avec Léna en mai, elle la teste sur la ligne 2\nChaque chef d'équipe note une réparation par semaine\nPaul rédige les règles ; la semaine suivante il les teste\nlister les pannes - Ana - vendredi"),
    Typed("fr", "blockers", None, "les habitudes des chefs d'équipe : ils remplissent la fiche le vendredi\npas le temps en mars\nla culture des ventes : primes individuelles\nla résistance des deux chefs d'atelier de Lille\nje ne sais pas si les gens suivront\nle DAF dit non\nle délai entre nous et le siège\nle juridique\nKarim n'a pas le temps"),
)
