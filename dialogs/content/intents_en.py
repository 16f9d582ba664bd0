"""What a person can say to the coach at any point, in English: commands, remarks and corrections.

A command is a phrase that stands for the whole message; a remark is an expression that may stand inside one.
Matched on lower-cased text with straight apostrophes (see reading/intents.py).
"""

from typing import Final

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "skip": ("skip", "next", "pass", "next question", "i pass", "no answer", "leave it open", "skip it"),
    "back": ("back", "previous", "go back", "one back", "step back", "undo", "previous question", "back one"),
    "why": (
        "why", "why this", "why do you ask", "why are you asking", "what for", "how so", "what's the point",
        "why is that", "what's that for", "how is that relevant", "why that", "what does it matter",
    ),
    "example": ("example", "an example", "for example", "give me an example", "such as", "like what", "examples"),
    "repeat": (
        "repeat", "again", "say again", "say that again", "what was the question", "the question", "come again",
        "pardon", "what", "repeat the question", "what do you mean", "rephrase", "i don't understand",
        "i don't get it", "don't understand", "what was that",
    ),
    "help": (
        "help", "help me", "commands", "what can i say", "menu", "options", "how does this work", "instructions",
        "what can you do",
    ),
    "pause": (
        "pause", "later", "in a meeting", "not now", "brb", "i'm in a meeting", "back later", "later in a meeting", "gotta go", "be right back",
        "i have to go", "i've got to go", "have to run", "maybe later", "can't now", "take a break", "got a meeting",
        "hold on", "busy now", "i'm busy", "let's continue later", "continue later", "finish this later",
    ),
    "resume": (
        "resume", "continue", "go on", "carry on", "i'm back", "back again", "where were we", "let's continue",
        "pick up", "unpause", "i am back", "keep going",
    ),
    "restart": ("restart", "start over", "start again", "from scratch", "reset", "begin again", "new plan", "start from scratch"),
    "stop": (
        "stop", "quit", "exit", "cancel", "i'm done", "enough", "that's enough", "leave me alone", "no more questions",
        "end", "stop it", "stop asking", "go away", "forget it", "drop it", "unsubscribe", "don't ask me again",
        "bye", "abort", "stop here", "no thanks stop", "never mind", "nevermind",
    ),
    "delete": (
        "delete", "forget this", "erase", "forget me", "forget everything", "delete my data", "delete everything",
        "remove everything", "wipe", "delete this", "erase everything",
    ),
    "privacy": (
        "privacy", "who sees this", "who can see this", "who reads this", "is this private", "is this confidential",
        "confidential", "gdpr", "who will see this", "who sees my answers", "who has access", "is it private",
        "is this anonymous", "will my boss see this", "does my boss see this", "who can read this", "can others see this",
    ),
    "human": (
        "human", "talk to someone", "talk to a human", "a human", "a real person", "speak to someone", "real person",
        "speak to a human", "talk to a person", "can i talk to someone", "i want a human",
    ),
    "summary": (
        "summary", "show", "recap", "show me", "show plan", "show me the plan", "show the plan", "so far",
        "what do you have", "what have you got", "where are we", "overview", "my plan", "summarise", "summarize",
        "show my plan", "what have we got", "sum up",
    ),
    "form": ("form", "the form", "give me the form", "short form", "as a form", "show form", "show the form"),
    "fix": ("fix", "correct", "change", "edit", "modify", "fix something", "change something", "correct something", "i made a mistake", "that's not right", "not quite"),
    "hurry": (
        "hurry", "hurry up", "faster", "faster please", "get to the point", "too many questions", "too long", "this is long",
        "this is too long", "how many more", "how many more questions", "how much longer", "how long is this",
        "are we done", "are we done yet", "this takes too long", "too slow", "quicker please", "short version", "speed up",
    ),
    "sceptic": (
        "waste of time", "a waste of time", "what a waste of time", "this is a waste of time", "pointless", "nonsense", "bullshit",
        "this is pointless", "this is useless", "this is silly", "this is stupid", "stupid bot", "silly bot", "useless",
        "are you a bot", "another bot", "i hate bots", "you bots", "bureaucracy again",
    ),
    "disagree": (
        "i disagree", "disagree", "i don't agree", "you're wrong", "that's wrong", "not true", "i don't think so",
        "we do need it", "we do need one", "but we need it", "we still need it", "yes we do", "we need it anyway",
        "we really need it", "i still want it",
    ),
    "yes": (
        "yes", "yep", "yeah", "y", "ok", "okay", "k", "sure", "fine", "go", "let's go", "go ahead", "of course", "please do",
        "sounds good", "agreed", "why not", "that's right", "right", "exactly", "yes please", "all right", "alright",
        "absolutely", "do it", "good", "perfect", "yup", "deal", "looks good", "that works", "works for me", "correct", "i do",
        "no problem", "start", "begin", "let's start", "👍", "go for it", "ready", "that's it", "yes it is", "thanks yes",
    ),
    "no": (
        "no", "nope", "nah", "n", "not really", "no way", "don't", "no need", "👎", "rather not", "i'd rather not",
        "please don't", "not interested", "negative", "no thanks", "no thank you", "thanks no", "thanks but no thanks",
    ),
    "thanks": ("thanks", "thank you", "thx", "thankyou", "many thanks", "thanks a lot"),
    "tu": (),
    "vous": (),
}  # fmt: skip

# Words that may follow a command without making it an answer: “skip this one please”.
AROUND: Final = """
    please thanks thank you this that it one the question now here for a bit moment while minute today then again all of
    everything my me to us we can i do does need want know is so everybody just planfirst bot coach talk chat plan data
    notes answer answers conversation last previous next step where were left off matter important ask asking are
    until till later let's go on with and stop thx pls pleas plz sorry too relevant there really though guys us
    something someone anyway yes no ok sure definitely from scratch over
"""

# Words that may follow a yes or a no without making it an answer.
AROUND_YES: Final = (
    "thanks thank you please ok sure i do it is we can let's go yes no really not that's fine for me then right"
)

# Words that may stand around thanks without making an answer of them: “great, thanks”, “thank you for your help”.
AROUND_THANKS: Final = """
    you u a lot so much very many again in advance for the this that your help ok okay great good perfect super fine
    nice cool lovely alright all right got it noted well then coach planfirst
"""

# Phrases that also answer a question: phrase -> the slots where they are an answer.
ALSO_ANSWERS: Final[dict[str, str]] = {
    "faster": "objective objective.outcome",
    "too slow": "problem problem.what mechanism blockers",
    "too long": "problem problem.what mechanism blockers objective.numbers",
    "this takes too long": "problem problem.what mechanism blockers",
    "later": "decision commitment objective.numbers",
    "form": "mechanism blockers",
    "the form": "mechanism blockers",
    "not really": "mechanism decision",
    "useless": "mechanism",
    "bureaucracy again": "blockers",
    "change": "blockers",
}

# Courtesies before a command: “can we skip”, “ok, stop”.
LEAD_IN: Final = (
    r"(?:please|pls|can (?:we|you|i)|could (?:we|you|i)|let's|let us|i(?:'d| would) like to|i want to|i wanna|may i|"
    r"ok|okay|well|hmm|sorry|hey|hi|hello|so|now|just|thanks|thank you|i'd rather|i (?:need|have) to|let me|uh|you can|we can|no|shall we)"
)

# Each remark below says one of these.
REMARKED: Final = r"tool|app|platform|software|product|channel|community|bot|chat ?bot|robot|wiki|page|name|question|of (?:my |our )?time|wasting|which one|what one|install|set"

# Inside any message: the tool, now.
INSIST: Final = (
    r"(?:just|simply) (?:tell|give|show|recommend|name)(?: me)? (?:which|what|the|a|any|some)\b.{0,25}\b(?:tool|app|platform|software|product|channel|name)",
    r"(?:which|what) (?:tool|app|platform|software|product)s? (?:do|would|should|can|could) (?:you|i|we)\b",
    r"^(?:so |ok |and |but )*(?:which|what) (?:tool|app|platform|software|one)(?: is (?:it|best)| then)?\W*$",
    r"(?:i|we) (?:just|only|simply) (?:want|need) (?:the|a|an|my|our) (?:\w+ )?(?:tool|app|platform|channel|community|bot|wiki|software|page|name)\b",
    r"(?:give|tell) me (?:just )?(?:the|a) (?:name of (?:the|a) )?(?:tool|app|platform|software)\b",
    r"name of (?:the|a) (?:tool|app|platform)\W*$|recommend (?:me )?(?:a|an|the|some|any) (?:tool|app|platform|software)",
    r"^(?:please )?(?:set (?:it|the \w+) up|install (?:it|the \w+)|create the channel)(?: please| already| now)*\W*$",
)
# Inside any message: an objection to the coach.
SCEPTIC: Final = (
    r"i know (?:these|those|you) (?:chat)?bots|you (?:chat)?bots\b|you(?:'re| are) (?:just )?(?:a|another) (?:ro)?(?:chat)?bot\b",
    r"you(?:'re| are)? ?(?:going to|gonna|'ll|will) (?:just )?(?:tell|say)\b.{0,30}\btools? (?:don't|do not|doesn't|isn't|aren't)",
    r"^(?:this|it|that)(?:'s| is) (?:just |such |really )?(?:a )?(?:complete |total )?waste of (?:my |our )?time\W*$|wasting my time",
    r"(?:not sure|doubt|don't see|don't think|can't see) (?:that |how |what |why )?(?:any of )?(?:your|these|those|all these) questions\b",
    r"tools don't matter|(?:talk|talking) to a (?:chat|ro)?bot|another (?:chat)?bot asking",
)
# A whole remark about the pace of the talk, and one about a verdict: both open the message.
HURRY: Final = (
    r"(?:these|there are|so|way|that's)? ?(?:so |way |too )*many questions\b.{0,15}$|i (?:don't|do not) have (?:the )?time for (?:this|that|all)",
    r"(?:this|it)(?:'s| is) (?:taking|getting) (?:too |so |very )?(?:long|much time)\W*$|how many (?:more )?questions\b",
    r"(?:can we|could we|let's) (?:go|move|be) (?:a bit )?(?:faster|quicker|quick)\b|make it (?:short|quick)",
)
DISAGREE: Final = (
    r"(?:no|yes|but|well|actually)?[, ]*(?:we|i) (?:do|really do|do really|still|absolutely|definitely) need (?:it|one|this|that|a|an|the)\b.{0,60}$",
    r"(?:no[, ]+)?i (?:disagree|don't agree)\b",
)
LANGUAGES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("english", "in english", "english please", "speak english", "switch to english", "do you speak english", "use english", "anglais", "en anglais", "talk english"),
    "fr": ("french", "in french", "speak french", "switch to french", "french please", "use french", "do you speak french"),
}  # fmt: skip

FIX_VERB: Final = r"(?:fix|correct|change|edit|modify)"
FIX_ARTICLE: Final = r"(?:the|my|our|a)"
FIX_TO: Final = r"(?:to|is|should be|:|=)"
# “no, it's 40 technicians”, “actually the target is 20”.
CORRECTS: Final = (
    r"(?:no|nope|wait|oops|sorry|correction|actually|in fact)[,:;. -]+(?:(?:actually|no|sorry|wait)\b)?,? ?"
)
CORRECTED: Final = r"(?:(?=\d[\d.,]*(?: ?%| [a-z]+)?$)|(?:it's|its|it is|that's|that is|it was|it should be|make (?:it|that)|they're|they are|there are|we are|i meant)\b)"
CORRECTION_MARK: Final = r"(?:correction|i meant|i mean|typo|my mistake|oops)\b"
IS: Final = r"(?:is|are|was|were|should be|='|has|have)"

# The words for each part of the plan, the most specific first.
SLOTS: Final[dict[str, str]] = {
    "checkin": r"check-?ins?|reminder|follow[- ]?up",
    "commitment": r"first (?:thing|action)|commitment",
    "ifthen": r"plan b|back-?up|fallback|if-?then|parry",
    "problem.who": r"^(?:the )?who$|who (?:feels|is touched|suffers)|(?:how often|frequency)|who it touches",
    "objective.numbers": r"targets?|numbers?|figures?|baseline|deadline|date|kpi|count|today's (?:figure|number)|measure",
    "objective.outcome": r"objectives?|goals?|outcome|aim|result",
    "decision": r"decision|sponsor|approval|the yes|decider|decision maker",
    "mechanism": r"mechanism|existing|what exists|already there|current way|what's there",
    "blockers": r"blockers?|obstacles?|risks?|in the way|what's in the way",
    "steps": r"(?:first |second |third |last )?steps?(?: \d)?|actions?|owners?",
    "people": r"people|who changes|persons|participants",
    "problem.what": r"problem|issue|pain|situation",
}
