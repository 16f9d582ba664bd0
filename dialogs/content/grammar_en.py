"""English words by which steps, owners and yeses are found in a sentence."""

from typing import Final

ME: Final = r"(?:i|i'll|i'm going to|i will|me|myself)"
CONNECTORS: Final = r"(?:(?:and|then|so|first|second|third|next|after that|finally|also|lastly)\b[,:]?\s*)"
# What may stand between a name and its verb.
AUXILIARIES: Final = frozenset({"will", "to", "can", "must", "is", "has", "then", "also"})
# Verbs that open a sentence in the imperative: they look like a name because of their capital letter.
IMPERATIVES: Final = frozenset(
    """agree analyse analyze announce answer approve arrange ask audit book bring build buy call change check choose
    clean collect communicate compare contact count create cut decide define deploy describe design discuss do draft
    draw each explain find finish fix gather get give go have help hire hold identify implement improve inform
    install interview invite keep launch learn let limit list listen look make map measure meet name note observe
    open order organise organize pair phone pick pilot plan post prepare present produce propose publish put read
    recruit reduce remove rename repair reply report review ring roll run schedule select send set share show sort
    speak start stop study survey take talk teach tell test think train translate try turn update use visit walk
    watch work write""".split()
)
# Capitalised words that are never a person.
NO_NAMES: Final = frozenset(
    """a after again all also an and any as at because before but by each every everyone finally first for from he
    hr i if in it its last later lastly management maybe me monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december my next no nobody not now
    of on once one or our people second see she so some somebody someone staff step still that the their then there
    these they third this those three to today tomorrow two until us we week what when where which while who with
    yes you teams slack""".split()
)
DETERMINERS: Final = frozenset("a an the this that these those our my his her their some all each every two three".split())
COLLECTIVES: Final = r"(?:the team|our team|we|us|someone|somebody|everyone|everybody|management|hr|it|comms|marketing)"
GROUP: Final = r"(?:each|every|all|both|the|our|my)\s+(?:\d+\s+)?[a-z]+(?:\s+(?:leads?|managers?|heads?|directors?|team|teams|owners?))?"
TAIL_ME: Final = r"[,;(–-]?\s*(?:and\s+)?(?:it'?s me|i(?:'ll| will)?\s+(?:run|do|lead|own|host|handle|take|organi[sz]e|hold|write|drive)\s+(?:it|this|that|them)|with me|by me|me)\)?\s*$"
TAIL_NAME: Final = r"(?:\s[–—-]\s*|[(:]\s*|\bby\s+|,\s*owner:?\s*)({name})\)?\s*$"
SAID_YES: Final = r"\b(?:sa(?:id|ys) (?:yes|ok(?:ay)?)|agree[sd]|approved|signed (?:it )?off|green light|gave (?:me |us )?(?:the|his|her|their|an?) (?:ok|yes|go|approval)|(?:is|are) (?:ok|fine|on board)(?: with)?|already (?:yes|agreed|approved|decided)|yes already|has decided|gave the go-?ahead|on board|it'?s done)\b"
NOT_YET: Final = r"\b(?:not yet|hasn'?t|haven'?t|has not|have not|didn'?t|did not|no yes|nobody|not (?:really )?(?:asked|decided))\b"
SELF_DECIDES: Final = r"^(?:i (?:can|do|decide|am)\b|it'?s me\b|me\b|myself\b|that(?:'s| is| would be) me\b|i'm the)"
ROLE: Final = r"\b(?:the|my|our)\s+((?:[a-z]+\s+){0,2}(?:manager|director|boss|ceo|coo|cfo|cio|cto|head|lead|leader|board|committee|president|vp|chief|supervisor|owner|sponsor|mayor|principal|dean)(?:\s+of\s+[a-z]+)?)\b"
CONDITIONAL: Final = r"\b(?:see|check|decide|find out|look) (?:if|whether)\b|\bmaybe\b|\bpossibly\b|\bperhaps\b"
CLAUSE_AND: Final = r",\s*(?:and\s+|but\s+)?|\s+and\s+"
