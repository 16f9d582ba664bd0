"""English words by which a step tells its attributes.

Regular expressions on folded text (lower case, no accents), matched between word borders. Where several values
of an attribute match, the first in the list wins. Cautious on purpose: what is not read is asked when it
matters, what is read wrongly is not.
"""

from typing import Final

ATTRIBUTE_WORDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "purpose": {
        "bond": (
            r"budd(?:y|ies)",
            r"mentor\w*",
            r"pair(?:s|ed|ing)? (?:each|every|up|them|\w+ with)",
            r"one[- ](?:to|on)[- ]ones?",
            r"1[:-]1s?",
            r"drills?",
            r"train(?:s|ing)?",
            r"team[- ]?building",
            r"(?:a|the|each|hold|run|hour|day) workshops?",
            r"get to know",
            r"(?:lunch|coffee|breakfast)(?:es|s)?",
            r"shadow(?:s|ing)?",
            r"(?:swap|exchange)(?:s|ing)? (?:two|people|places|jobs)",
            r"welcom(?:e|es|ing)",
            r"(?:30|60|90)[- ]day (?:review|talk|check|look)\w*",
            r"look back (?:on|at) day \d+",
            r"visit(?:s|ing)?",
        ),
        "find_answers": (
            r"case[- ](?:hours?|calls?|clinics?|rounds?)",
            r"open(?:s|ing)?(?: \w+){0,2} questions",
            r"questions? (?:asked|answered|hours?|time|between)",
            r"ask(?:s|ing)? (?:each other|a colleague|colleagues|an expert|experts|around|questions|before)",
            r"answer(?:s|ing)? (?:\w+ ){0,3}(?:questions?|customers?|clients?|callers?|candidates?|tickets?|calls?|requests?)",
            r"(?:put|puts|bring|brings|send|sends) (?:their|the|a|any|his|her) questions?",
            r"answer(?:s|ing)? (?:each other|one another)",
            r"look(?:s|ing)? (?:it |them |things )?up",
            r"search(?:es|ing)?",
            r"find(?:s|ing)? (?:out|answers?|who|what|where|how|the (?:right|answer)\w*)",
            r"(?:test|try|trie)(?:s|ing)? (?:out )?(?:a|the|one|our|this|that|it|two|three)(?: \w+)?",
            r"(?:calls?|meetings?) (?:\w+ ){0,4}between (?:the )?(?:two|both|\d|sites|plants|workshops|teams|shops)(?: \w+)?",
            r"troubleshoot\w*",
            r"help ?line",
        ),
        "decide": (
            r"sort(?:s|ed|ing)?(?: out)?",
            r"choos(?:e|es|ing)",
            r"select(?:s|ing)?",
            r"approv\w+",
            r"who[- ](?:\w+[- ])?approves",
            r"decid\w+",
            r"decisions?",
            r"nam(?:e|es|ing)",
            r"appoint(?:s|ing)?",
            r"pick(?:s|ing)?",
            r"prioriti[sz]\w+",
            r"agree(?:s|ing)? (?:on|who|what|which|how)",
            r"settl(?:e|es|ing)",
            r"validat(?:e|es|ing)",
            r"sign(?:s|ing)? off",
            r"vot(?:e|es|ing)",
            r"arbitrat\w+",
            r"get(?:s|ting)? (?:a |the |\w+'s )?(?:yes|go-ahead|approval|budget)",
            r"say(?:s|ing)? yes or no",
        ),
        "collect": (
            r"list(?:s|ing)?",
            r"collect(?:s|ing)?",
            r"gather(?:s|ing)?",
            r"interview(?:s|ing)?",
            r"survey(?:s|ing)?",
            r"answer(?:s|ing)? (?:\w+ ){0,4}(?:ideas?|suggestions?|proposals?)",
            r"answer(?:s|ing)? (?:all|each|every|them)(?: of)?",
            r"ask(?:s|ing)? (?:\w+ ){1,5}(?:for|what|which|how|why)",
            r"count(?:s|ing)?",
            r"measur(?:e|es|ing)",
            r"get(?:s|ting)? (?:feedback|figures|numbers)",
            r"inventor(?:y|ies)",
            r"log(?:s|ging)?",
            r"(?:read|review|analy[sz]e)s? (?:\w+ )?(?:\d+|ten|twenty|thirty|the last) \w+",
        ),
        "co_produce": (
            r"writ(?:e|es|ing)(?: up| down)?(?! to\b)",
            r"draft(?:s|ing)?",
            r"produc(?:e|es|ing)",
            r"design(?:s|ing)?",
            r"prepar(?:e|es|ing)",
            r"build(?:s|ing)?",
            r"document(?:s|ing)?",
            r"rewrit(?:e|es|ing)",
            r"fix(?:es|ing)?",
            r"correct(?:s|ing)?",
            r"mak(?:e|es|ing) (?:a|the|one)",
            r"paint(?:s|ing)?",
            r"repaint(?:s|ing)?",
        ),
        "inform": (
            r"tell(?:s|ing)?",
            r"writ(?:e|es|ing) to",
            r"inform(?:s|ing)?",
            r"announc\w+",
            r"brief(?:s|ing|ings)?",
            r"present(?:s|ing)?",
            r"explain(?:s|ing)?",
            r"publish(?:es|ing)?",
            r"show(?:s|ing)?",
            r"communicat\w+",
            r"send(?:s|ing)?",
            r"post(?:s|ing)?",
            r"remind(?:s|ing)?",
        ),
    },
    "distance": {
        "outside": (
            r"(?:customers|clients|suppliers|vendors|partners|dealers|distributors|candidates|journalists|subcontractors)",
            r"(?:a|the|each|every|our|one)(?: \w+)? (?:customer|client|supplier|vendor|dealer|distributor|candidate|landlord)(?! (?:service|care|support|team|desk|survey|video)\b)",
            r"outside the company",
            r"the public",
        ),
        "time_zones": (
            r"countr(?:y|ies)(?! leads?\b| managers?\b| heads?\b)",
            r"time[- ]?zones?",
            r"(?:continents|worldwide|global(?:ly)?|overseas|abroad)",
        ),
        "multi_site": (
            r"(?:sites|plants|factories|cities|offices|branches|shops|stores|regions|warehouses|depots|hospitals|schools|locations|campuses)",
            r"between the (?:two )?workshops",
            r"(?:cross|other|another|multi|each|every)[- ](?:site|plant|office|branch|shop|store)",
            r"remote(?:ly)?",
        ),
        "same_site": (
            r"same (?:site|floor|building|office|room|plant)",
            r"(?:one|the) (?:floor|building|room)",
            r"next door",
        ),
    },
    "rhythm": {
        "daily": (
            r"dail(?:y|ies)",
            r"(?:every|each) (?:day|morning|evening|shift|night|hour)",
            r"(?:a|per) day",
            r"all day",
        ),
        "weekly": (
            r"weekly",
            r"(?:every|each) (?:week|monday|tuesday|wednesday|thursday|friday)",
            r"(?:a|per) week",
            r"(?:mondays|tuesdays|wednesdays|thursdays|fridays)",
            r"(?:monday|tuesday|wednesday|thursday|friday) (?:calls?|meetings?|hours?|stand-?ups?|rounds?|slots?|reviews?|case)",
        ),
        "monthly": (
            r"monthly",
            r"(?:every|each) (?:month|quarter|year)",
            r"(?:a|per) (?:month|quarter|year)",
            r"quarterly",
            r"(?:yearly|annual(?:ly)?)",
            r"(?:at|on|after) (?:day (?:30|60|90)|(?:30|60|90) days)",
            r"(?:30|60|90)[- ]day",
        ),
        "once": (r"one[- ](?:off|time)", r"(?:just|only) once", r"once only", r"in one go"),
    },
    "latency": {
        "minutes": (
            r"within (?:the|an|one|two|2) hours?",
            r"(?:with)?in (?:\w+ )?minutes",
            r"in real time",
            r"immediately",
        ),
        "day": (
            r"(?:the )?same day",
            r"within (?:a|one|the) day",
            r"(?:with)?in 24 ?h(?:ours)?",
            r"overnight",
        ),
        "week": (r"within (?:a|one|the) week", r"(?:with)?in (?:\d+|two|three|five|ten) days"),
    },
    "keep": {
        "proof": (r"(?:as )?(?:proof|evidence)", r"audit(?:s|ed|able)?", r"compliance", r"traceab\w+"),
        "find_again": (
            r"find (?:it|them|this|that) again",
            r"keep (?:a )?(?:record|track|trace)s?",
            r"for (?:later|the next (?:one|person|time))",
            r"searchable",
        ),
    },
    "reach": {
        "not_covered": (
            r"(?:no|without)(?: an?)? (?:e-?mail|computer|pc|desk|laptop)s?",
            r"(?:don't|do not|doesn't) have (?:an? )?(?:e-?mail|computer|pc|desk|laptop)s?",
            r"desk-?less",
        ),
    },
    "ties": {
        "strangers": (r"strangers", r"(?:never|not|haven't|have not) met", r"don't know each other"),
        "close": (r"know each other", r"work side by side"),
    },
}

# What a number must stand before to be a number of people.
PEOPLE: Final = (
    r"people|persons?|staff|employees?|colleagues|members|engineers?|technicians?|operators?|workers?|managers?"
    r"|leads|leaders|heads|supervisors?|foremen|directors?|experts?|specialists?|drivers?|nurses?|doctors?|agents?"
    r"|reps|sales ?people|sellers?|buyers?|developers?|designers?|users?|customers?|clients?|suppliers?|partners"
    r"|dealers?|candidates?|apprentices?|interns|trainees|newcomers?|joiners|(?:new )?hires|recruits|leavers"
    r"|volunteers?|mechanics|fitters|cashiers|teachers?|pickers|planners|team ?mates|contacts|owners|hosts|trainers?"
    r"|helpers|buddies|seniors|juniors"
)
# Before such a noun: it stands for all of them ("the operators"), not for some ("two operators", "head nurses").
ALL_OF: Final = r"the|our|all|every|each|these|to|with|from"
# In "who feels it", a number before one of these does not count people.
NOT_PEOPLE: Final = (
    r"(?:or \w+ )?(?:times?|countr(?:y|ies)|sites?|plants?|shops?|stores?|offices?|cities|teams?|departments?|days?"
    r"|weeks?|months?|a|an|per|each|every|%|percent)"
)
# The step is for everybody concerned: its size and its places are those of "who feels it".
EVERYONE: Final = (
    r"every(?:one|body)",
    r"all(?! (?:of (?:them|it|these|those)|the (?:ideas|answers|questions|time|cases)|ideas|answers|questions|in one)\b)",
    r"every (?:country|site|plant|shop|store|office|team|person|one of (?:us|them)|employee)",
    r"the whole (?:company|plant|site|team|group|department|staff)",
    r"both (?:sites|plants|workshops|teams|shops|offices)",
    r"the (?:two|three|\d+) (?:sites|plants|workshops|shops|offices)",
    r"company[- ]wide",
)
# Done for one after the other: as often as they come.
EACH: Final = (r"(?:each|every|per) (?:new )?(?:\w+er|arrival|hire|person|one|client|case|candidate|visit|job)",)
# Two people at a time, however many in all.
ONE_TO_ONE: Final = (
    r"one[- ](?:to|on)[- ]ones?",
    r"1[:-]1s?",
    r"with each(?: of them| one)?",
    r"face to face",
)
# From this day on, so a date does not make it a one-off.
FROM_THEN_ON: Final = (
    r"from (?:then|now|next|\d+|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|september)",
    r"starting",
    r"as of",
    r"onwards?",
    r"until further notice",
)
# Two places named: "between Lyon and Gdansk". On the text as typed, for its capitals.
TWO_PLACES: Final = r"\b(?:between|in|at|from) [A-Z][\w-]+ (?:and|or|to) [A-Z][\w-]+"
