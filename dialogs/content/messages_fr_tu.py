"""What the coach says in French to those who prefer *tu*: the wordings that differ from messages_fr.py."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "q.problem": "Qu'est-ce qui se passe aujourd'hui et que tu aimerais voir changer ? Un exemple récent suffit.",
    "q.problem.prefilled": "Tu dis « {problem} ». Qu'as-tu vu ou entendu récemment qui le montre ?",
    "q.commit": "Que feras-tu en premier, et quel jour ?",
    "q.ifthen": "Et si ça arrive (« {blocker} »), que feras-tu ?",
    "q.checkin": "Je peux te redemander le chiffre le {checkin_date}. On fait comme ça ?",
    "verdict.have": "Tu as déjà {tool_name} pour ça. Commence par là.",
    "ctl.resume": "Bon retour, {first_name}. Jusqu'ici : {recap}. La suite : {question}",
    "verdict.disagree": "Tu connais mieux le terrain que moi. Qu'est-ce que j'ai manqué ?",
    "sheet.plan.intro": "Change ce que tu veux. Le reste ne bouge pas, et mon avis sur les outils suit.",
    "sheet.channels.hint": "Décoche un canal pour m'y entendre à nouveau.",
    "home.empty": "Pas encore de plan. Commences-en un le jour où tu veux changer quelque chose.",
    "home.head.plans": "Tes plans",
    "home.privacy.plans": "Nos échanges et tes plans sont chiffrés. Un plan n'est vu d'autres personnes qu'une fois envoyé ou publié, nos échanges jamais.",
    "home.privacy.delete": "Dis *effacer* : l'échange disparaît avec son plan. Un bouton des réglages efface tout ce qui te concerne.",
    "review.ask.objective": "Que compterais-tu, et où en est-on aujourd'hui ?",
    "review.ask.decision": "Qui peut dire oui, et quand le demanderas-tu ?",
    "review.ask.sensitive": "Avec qui en parleras-tu, et quand ?",
}
