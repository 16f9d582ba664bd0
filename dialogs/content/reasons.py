"""What the judge's signs and signals mean, in words: for those who run the coach and ask why it spoke or kept silent.

Signs are the keys of dialogs/content/signs_*.py; the others are what the grammar says and what a message shows as a whole.
"""

from typing import Final

from dialogs.lang import Lang

REASONS: Final[dict[str, dict[Lang, str]]] = {
    # what the grammar says
    "change": {"en": "proposes to move to a tool", "fr": "propose de passer à un outil"},
    "adoption": {"en": "takes a tool's use for the goal", "fr": "prend l'usage d'un outil pour but"},
    "idea": {"en": "brings a tool up as an idea", "fr": "avance un outil comme idée"},
    "fear": {"en": "fears to be left behind", "fr": "craint d'être distancé"},
    "imperative": {"en": "asks for a tool to be started", "fr": "demande de lancer un outil"},
    "refused": {"en": "turns the tool down", "fr": "écarte l'outil"},
    "proposed": {"en": "is a proposal by its grammar", "fr": "est une proposition par sa grammaire"},
    "planned": {"en": "has a plan", "fr": "a un plan"},
    "objective": {"en": "has an objective with its figure", "fr": "a un objectif chiffré"},
    "steps": {"en": "has steps", "fr": "a des étapes"},
    "mention": {"en": "only mentions a tool", "fr": "ne fait que citer un outil"},
    # signs of a proposal
    "should": {"en": "says what must be done", "fr": "dit ce qu'il faut faire"},
    "could": {"en": "says what could be done", "fr": "dit ce qu'on pourrait faire"},
    "would": {"en": "says what would be", "fr": "dit ce qui serait"},
    "want": {"en": "wishes for something", "fr": "souhaite quelque chose"},
    "need": {"en": "says what is needed", "fr": "dit ce qu'il faut"},
    "lack": {"en": "says what is not there", "fr": "dit ce qui n'existe pas"},
    "propose": {"en": "suggests something", "fr": "suggère quelque chose"},
    "think": {"en": "gives an opinion", "fr": "donne un avis"},
    "whatif": {"en": "asks what others think of it", "fr": "demande ce qu'en pensent les autres"},
    "lets": {"en": "calls to act", "fr": "appelle à agir"},
    "will": {"en": "says what is coming", "fr": "annonce ce qui vient"},
    "decide": {"en": "tells of a decision or a plan", "fr": "parle d'une décision ou d'un projet"},
    "start": {"en": "proposes to start", "fr": "propose de lancer"},
    "starting": {"en": "speaks of starting", "fr": "parle de lancement"},
    "use": {"en": "speaks of using or getting", "fr": "parle d'utiliser ou d'avoir"},
    "take": {"en": "has or gives", "fr": "a ou donne"},
    "move": {"en": "speaks of moving", "fr": "parle de changer d'outil"},
    "praise": {"en": "praises", "fr": "loue"},
    "hype": {"en": "says that everybody has one", "fr": "dit que tout le monde en a"},
    "future": {"en": "speaks of the future or of being seen", "fr": "parle d'avenir ou de visibilité"},
    "new": {"en": "calls it new or own", "fr": "le dit nouveau ou propre"},
    "pro": {"en": "says that one, too", "fr": "dit celui-là aussi"},
    "todo": {"en": "is a line of an agenda", "fr": "est une ligne d'ordre du jour"},
    "soon": {"en": "gives a time to start", "fr": "donne une échéance"},
    "adopt": {"en": "wants everybody on it", "fr": "y veut tout le monde"},
    "verbing": {"en": "draws a conclusion", "fr": "tire une conclusion"},
    # signs against one
    "not": {"en": "says no or not", "fr": "dit non ou pas"},
    "nobody": {"en": "says that nobody does", "fr": "dit que personne ne le fait"},
    "refuse": {"en": "speaks against something", "fr": "s'oppose à quelque chose"},
    "nothanks": {"en": "waves it away", "fr": "écarte d'un mot"},
    "postponed": {"en": "puts it off", "fr": "remet à plus tard"},
    "past": {"en": "tells of the past", "fr": "parle du passé"},
    "started": {"en": "tells what was started or closed", "fr": "dit ce qui a été lancé ou fermé"},
    "exist": {"en": "speaks of something that is there", "fr": "parle de ce qui existe"},
    "usage": {"en": "reads, writes or listens", "fr": "lit, écrit ou écoute"},
    "content": {"en": "speaks of what is in a tool", "fr": "parle de ce qu'il y a dans un outil"},
    "bug": {"en": "reports something broken", "fr": "signale une panne"},
    "howto": {"en": "asks how, where or who", "fr": "demande comment, où ou qui"},
    "thanks": {"en": "thanks or congratulates", "fr": "remercie ou félicite"},
    "edit": {"en": "changes something that is there", "fr": "modifie ce qui existe"},
    "rule": {"en": "reminds of a rule", "fr": "rappelle une règle"},
    "tech": {"en": "is about technique", "fr": "parle de technique"},
    "talkof": {"en": "talks about such talk", "fr": "parle de ces discours"},
    "news": {"en": "is news", "fr": "est une nouvelle"},
    "org": {"en": "is about another organisation", "fr": "parle d'une autre organisation"},
    "they": {"en": "is about others", "fr": "parle d'autres gens"},
    # signs of a plan
    "shift": {"en": "says from where to where", "fr": "dit d'où à où"},
    "goal": {"en": "names a goal or a condition", "fr": "nomme un but ou une condition"},
    "check": {"en": "says how it is checked", "fr": "dit comment on vérifie"},
    "trial": {"en": "is a trial", "fr": "est un essai"},
    "step": {"en": "puts steps in order", "fr": "ordonne des étapes"},
    "date": {"en": "gives a date", "fr": "donne une date"},
    "weekly": {"en": "gives a rhythm", "fr": "donne un rythme"},
    "unit": {"en": "counts something", "fr": "compte quelque chose"},
    "does": {"en": "says who does it", "fr": "dit qui le fait"},
    "figure": {"en": "has a figure", "fr": "a un chiffre"},
    "vanity": {"en": "counts users or followers", "fr": "compte des utilisateurs ou abonnés"},
}
"""A name that is not here is said as it is."""


def in_words(name: str, lang: Lang) -> str:
    """The reason in words."""
    return REASONS.get(name, {}).get(lang, name)
