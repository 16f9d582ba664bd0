"""French messages by label: what the judge steps in on, with the tool it quotes, and what it leaves alone."""

import pytest

from dialogs.interception.judge import judge

TOOL_FIRST = {
    "Il faudrait lancer un réseau social d'entreprise": "un réseau social d'entreprise",
    "Et si on créait un groupe WhatsApp pour les commerciaux ?": "un groupe WhatsApp",
    "On devrait être sur TikTok, tous nos concurrents y sont": "TikTok",
    "Si on n'est pas sur les réseaux sociaux, on va mourir": "les réseaux sociaux",
    "On a besoin d'un chatbot RH": "un chatbot RH",
    "Pourquoi ne pas ouvrir une page Facebook ?": "une page Facebook",
    "Je propose de monter une communauté Yammer pour l'innovation": "une communauté Yammer",
    "Il nous faut une stratégie réseaux sociaux": "une stratégie réseaux sociaux",
    "On va déployer Copilot pour tout le monde à la rentrée": "Copilot",
    "Le patron veut un intranet collaboratif": "un intranet collaboratif",
    "Créons un canal Teams pour le projet": "un canal Teams",
    "Il faut que 80 % des salariés soient sur Yammer": "Yammer",
    "On pourrait lancer un podcast interne, les gens ne lisent plus les mails": "un podcast interne",
    "Pourquoi pas une newsletter ?": "une newsletter",
    "Je voudrais un outil collaboratif pour partager nos savoirs": "un outil collaboratif",
    "On lance une communauté de pratiques sur la qualité": "une communauté de pratiques",
    "L'IA va nous aider, il faut prendre une solution d'IA générative": "une solution d'IA générative",
    "Il est temps de passer à Slack": "Slack",
    "Et pourquoi pas un assistant IA pour le support ?": "un assistant IA",
    "Nous allons ouvrir un compte Instagram pour attirer les jeunes": "un compte Instagram",
    "Ça serait bien d'avoir un wiki": "un wiki",
    "un forum serait utile pour les clients": "un forum",
    "Il faudrait une boîte à idées numérique parce que personne n'ose parler": "une boîte à idées numérique",
    "Est-ce qu'on ne devrait pas créer une chaîne YouTube ?": "une chaîne YouTube",
    "J'aimerais qu'on mette en place un réseau social interne afin de casser les silos": "un réseau social interne",
    "Que diriez-vous de lancer un blog ?": "un blog",
    "On peut avoir un Slack pour l'équipe ?": "un Slack",
    "Mettons tout le monde sur Teams": "Teams",
    "On doit s'équiper d'une plateforme d'écoute des réseaux sociaux": "une plateforme d'écoute",
    "Tout le monde a un chatbot sauf nous": "un chatbot",
    "Faut qu'on passe sur Discord": "Discord",
    "la direction souhaite mettre en place une plateforme d'idées": "une plateforme d'idées",
    "Qui est partant pour créer une communauté Teams ?": "une communauté Teams",
    "Vu que personne ne lit les mails, on devrait ouvrir un canal WhatsApp": "un canal WhatsApp",
    "On pourrait utiliser ChatGPT pour répondre aux clients": "ChatGPT",
    "Il manque un espace collaboratif entre les sites": "un espace collaboratif",
    "il faut investir dans l’IA": "l’IA",
    "Il faudrait une appli pour l'engagement des collaborateurs": "une appli pour l'engagement",
    "Je pense qu'il nous faut un réseau social, les équipes ne se parlent pas": "un réseau social",
    "Pourrait-on créer une liste de diffusion ?": "une liste de diffusion",
    "à quand un vrai intranet ?": "un vrai intranet",
    "Nous devons augmenter l'adoption de Viva Engage": "Viva Engage",
    "On envisage de lancer une newsletter mensuelle pour les partenaires": "une newsletter mensuelle",
    "Bonjour à tous, je pense qu'on devrait créer une page LinkedIn pour recruter": "une page LinkedIn",
    "il nous faudrait un canal teams pour que les sites se parlent": "un canal teams",
    "On pourrait pas avoir un Discord ?": "un Discord",
    "Pour l'innovation il faut une plateforme collaborative": "une plateforme collaborative",
    "Faut lancer une commu Slack non ?": "une commu Slack",
    "On manque d'un outil de partage de connaissances": "un outil de partage",
    "La com veut lancer un podcast": "un podcast",
    "Je suis pour qu'on ouvre un blog interne": "un blog interne",
    "Il faut absolument qu'on soit sur Instagram": "Instagram",
    "Lançons un RSE interne pour casser les silos": "un RSE interne",
    "On va monter un groupe Facebook pour les anciens": "un groupe Facebook",
    "On devrait équiper tout le monde de Copilot": "Copilot",
    "Pourquoi on n'a pas de chatbot ? Tout le monde en a un.": "chatbot",
    "Il est urgent de mettre en place une messagerie instantanée": "une messagerie instantanée",
    "on devrait tester ChatGPT pour les comptes rendus": "ChatGPT",
    "Je veux un groupe WhatsApp pour les chauffeurs, ils ne lisent pas leurs mails": "un groupe WhatsApp",
    "L'engagement est faible, il faudrait un réseau social d'entreprise": "un réseau social d'entreprise",
    "Il serait temps d'avoir une stratégie sur les réseaux sociaux": "une stratégie sur les réseaux sociaux",
    "j'aimerais lancer une newsletter pour les partenaires": "une newsletter",
    "Nous devrions nous doter d'un outil d'écoute sociale": "un outil d'écoute sociale",
    "Si on créait une chaîne YouTube pour montrer nos métiers ?": "une chaîne YouTube",
    "On ouvre un serveur Discord pour les alternants": "un serveur Discord",
    "Objectif : 80 % des collaborateurs sur Viva Engage": "Viva Engage",
    "Proposition : un wiki pour le support": "un wiki",
    "COMMUNAUTE TEAMS A CREER POUR LES ACHETEURS": "COMMUNAUTE TEAMS",
    "il faut creer un reseau social interne": "un reseau social interne",
    "Qui peut créer un canal Slack pour le projet Horizon ?": "un canal Slack",
    "On doit avoir notre propre appli de reconnaissance": "notre propre appli de reconnaissance",
    "Ce serait top un podcast interne": "un podcast interne",
    "mettons en place un agent IA pour répondre aux fournisseurs": "un agent IA",
    "On lance un compte TikTok en juin avec 10 000 abonnés": "un compte TikTok",
}

PLANNED = [
    "Pour passer de 3 jours à 4 heures de délai de réponse d'ici juin, on ouvre un canal Teams où Anna et Tom répondent chaque matin",
    "D'abord Anna interroge dix opérateurs avant le 12 mai, puis on ouvre un canal Teams animé par Tom, bilan le 30 juin",
    "On teste un groupe WhatsApp avec les chauffeurs de Lyon pendant 4 semaines ; Marc l'anime, bilan le 3 mai",
    "On va lancer une newsletter : d'abord Léa collecte les sujets, puis Tom rédige, premier numéro le 12 mars",
    "Il faudrait un wiki pour réduire les questions d'accueil de 40 à 10 par semaine d'ici mai",
    "Pour réduire de 30 % les appels avant septembre, on devrait tester un chatbot",
    "Pilote d'un podcast pendant six semaines avec deux sites, Anna s'en charge, bilan le 30 avril : on lance une chaîne interne",
    "Je propose un groupe Yammer animé par Karim, qui répond à chaque idée sous 14 jours, dès lundi",
    "Objectif : 20 % de retards en moins d'ici l'été, donc on crée un groupe WhatsApp avec les chauffeurs",
]

MENTION = [
    "Il ne faut pas ouvrir de page Facebook",
    "Slack est en panne ce matin",
    "Comment créer un canal dans Teams ?",
    "On a lancé notre podcast l'an dernier",
    "J'ai posté le compte rendu dans le canal Slack",
    "On n'a pas besoin d'un chatbot",
    "Le PDG a ouvert un compte LinkedIn hier",
    "Tu peux m'envoyer le lien de la réunion Teams ?",
    "Nos concurrents ont lancé une communauté",
    "J'ai créé un groupe WhatsApp pour le pot de départ, rejoignez-nous",
    "Il faut mettre à jour l'article de blog",
    "On utilise déjà Teams et ça marche bien",
    "Inutile de créer un canal de plus",
    "Il faut ajouter des notifications Slack sur les builds",
    "Merci à la communauté pour son aide",
    "Qui peut m'ajouter au groupe WhatsApp ?",
    "Je vais écrire un post sur LinkedIn",
    "Plutôt que de lancer un énième réseau social, parlons-nous",
    "Quelqu'un a lu la newsletter ?",
    "On devrait embaucher un assistant",
    "Prévoir une réunion sur Teams jeudi",
    "je n'arrive pas à ouvrir le canal Teams",
    "On va communiquer sur les réseaux sociaux demain",
    "Le canal Slack du projet est ouvert, rejoignez-nous",
    "Quelqu'un sait comment on archive un canal Teams ?",
    "On a créé une communauté l'an dernier, elle est morte",
    "Je viens de créer un groupe WhatsApp pour le pot",
    "Il faut publier l'article sur le blog avant vendredi",
    "On devrait répondre aux commentaires sur LinkedIn",
    "Il faut modérer le forum",
    "Faut-il vraiment un réseau social de plus ? Je ne crois pas.",
    "Il faut renouveler les licences Teams",
    "Le nouveau chatbot répond n'importe quoi",
    "On peut utiliser le canal Slack existant",
    "Je vous invite à rejoindre la communauté",
    "Pas de podcast cette semaine",
    "La newsletter est partie",
    "Il faudrait mettre à jour la page Facebook",
    "On devrait demander à la communauté",
    "Merci de poster dans le canal Teams",
    "Je refuse d'ouvrir un compte TikTok",
    "Diviser par deux le délai de réponse aux techniciens d'ici septembre : un canal Teams tenu par Léa chaque matin",
    "Vous avez vu le post de la direction sur Yammer ?",
    "Il a lancé un podcast sur la pêche",
    "Les réseaux sociaux fatiguent tout le monde",
]

OTHER = [
    "Le plan social touche 120 personnes",
    "Il faut réparer la machine à café",
    "On devrait créer un groupe de travail sur la sécurité",
    "On doit lancer la nouvelle offre en mars",
    "Le forum des métiers aura lieu jeudi",
    "La communauté de communes ouvre une piscine",
    "La page d'accueil doit être revue",
    "On devrait revoir la page produit",
    "Il faudrait ouvrir un compte bancaire",
    "Le bilan RSE sort demain",
    "Les équipes doivent se mettre d'accord sur le budget",
    "On va faire un point sur l'appli mobile",
    "Il faudrait corriger le bug de l'appli",
    "Ouvre l'appli et clique sur le menu",
    "Le nouveau portail RH est en ligne depuis lundi",
    "L'appli plante depuis ce matin",
    "Le plan social est annoncé pour mars",
    "Il faudrait un nouveau site pour l'usine",
    "On a besoin d'une salle pour jeudi",
    "Il faut créer un compte utilisateur pour Samir",
    "On va ouvrir un nouveau site à Gdansk",
    "L'agent d'accueil est absent",
    "On devrait prendre une assistante",
    "Il faudrait vérifier le wifi et le réseau",
]


@pytest.mark.parametrize(("message", "tool"), TOOL_FIRST.items())
def test_tool_first_is_intercepted_with_its_tool_as_typed(message: str, tool: str) -> None:
    finding = judge(message)
    assert (finding.intercept, finding.lang, finding.tool) == (True, "fr", tool)
    assert tool in message


@pytest.mark.parametrize("message", PLANNED)
def test_a_tool_with_its_plan_is_left_alone(message: str) -> None:
    finding = judge(message)
    assert not finding.intercept
    assert "planned" in finding.reasons


@pytest.mark.parametrize("message", [*MENTION, *OTHER])
def test_talk_about_tools_or_other_things_is_left_alone(message: str) -> None:
    finding = judge(message)
    assert not finding.intercept, finding.reasons
