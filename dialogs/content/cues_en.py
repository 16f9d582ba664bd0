"""English words by which one long message is sorted into slots, and by which levels are read from an answer.

Matched like the lexicon: on plain text (lower case, no accents), between word borders.
"""

from typing import Final

LEXICON: Final[dict[str, tuple[str, ...]]] = {
    # how well the existing way works
    "it_works": (
        r"(?:it|this|that) (?:really )?works(?: well| fine)?", r"works (?:well|fine)", r"does the job", r"it does",
        r"yes(?: it does)?", r"works", r"mostly yes", r"working well", r"yep", r"yup", r"yeah",
    ),
    "works_well": (r"(?:it|this|that) (?:really )?works(?: well| fine)?", r"works (?:well|fine)", r"does the job", r"working well",),
    "works_badly": (
        r"(?:nobody|no one|hardly anyone|hardly anybody|few people) (?:really |ever |even )?(?:opens?|reads?|uses?|looks?|answers?|follows?|fills?|updates?|checks?)",
        r"(?:about |only |maybe )?(?:half|a third|a quarter|a few|some)(?: of (?:them|us|the \w+))? (?:opens?|reads?|uses?|looks?|answers?|updates?|checks?)",
        r"works? (?:only |just )?(?:for|in|on|with) (?:about |around )?(?:half|some|part|a (?:few|part|third))",
        r"(?:but|works|working) only (?:in|on|for|when|if|with|some|half|a few|one|two|three)",
        r"(?:works?|working) (?:badly|poorly)", r"(?:does|do)(?: not|n't) (?:really )?work(?: well)?", r"works? (?:only )?(?:sometimes|at times|half the time)", r"hardly works?",),
    "sometimes": (
        r"only (?:in|on|for|when|if|with|some|half|a few|one|two|three)",
        r"sometimes", r"not always", r"not really", r"at times", r"now and then", r"depends", r"it depends", r"half",
        r"more or less", r"so[- ]so", r"partly", r"when (?:we|people|they) (?:think|remember)", r"no", r"rarely", r"badly",
        r"works sometimes", r"not (?:very )?well",
    ),
    # the answer of those who see no obstacle
    "no_obstacle": (
        r"nothing(?: really| much)?(?: special| major| in particular)?(?: comes to mind| i can think of)?", r"none", r"no obstacles?",
    ),
    # how a plan stands that has waited
    "still_on": (r"still (?:on|valid|relevant|good|the plan|wanted|want it|going)", r"nothing(?: has)? changed", r"as it was"),
    "has_changed": (r"(?:has|have|things) changed", r"changed (?:a lot|a bit|since)", r"(?:it's|is) different now", r"not the same"),
    "given_up": (r"no longer (?:relevant|needed|on|valid)", r"not (?:relevant|needed|on) any ?more", r"(?:was|got|been) (?:dropped|cancelled|canceled)"),
    "private": (r"(?:only|just) me", r"me", r"myself", r"nobody", r"no one", r"private(?:ly)?", r"keep it"),
    "review": (r"(?:for )?review", r"a reviewer", r"my (?:boss|manager)"),
    "post": (r"post(?: it)?", r"publish(?: it)?", r"(?:the |in the )?channel", r"everyone", r"the team"),
    "cannot_say": (
        r"can(?:'t|not) (?:say|tell)", r"too early", r"not sure yet", r"depends on", r"we'?ll see", r"no way to (?:know|tell)",
        r"unclear yet", r"don't know yet", r"hard to (?:say|tell)",
    ),
    # the tool, and nothing else
    "wanting": (
        r"wants?", r"wanted", r"need(?:s|ed)?", r"get", r"buy", r"take", r"have", r"give", r"install", r"set", r"up", r"let's", r"pick",
        r"asked", r"asking", r"told", r"telling", r"said", r"saying", r"period", r"full stop", r"please", r"already", r"that's all",
    ),
    # review levels
    "by_hand": (r"by hand", r"trial", r"try", r"tries", r"test", r"tests", r"pilot", r"drill", r"once with"),
    "behaviour": (
        r"they \w+", r"who (?:will|would|has to|have to|must|needs? to)", r"will \w+", r"instead of", r"(?:has|have|needs?) to \w+",
        r"starts? \w+ing", r"stops? \w+ing", r"each (?:writes?|notes?|answers?|calls?|hosts?)", r"differently",
    ),
    "not_there_yet": (r"none yet", r"not yet", r"nobody yet", r"no one yet", r"has no\w* \w+ yet", r"still missing", r"to be (?:found|named|confirmed)"),
    # one long message, sentence by sentence
    "slot_decision": (
        r"said (?:yes|ok)", r"says (?:yes|ok)", r"agreed", r"approved", r"signed (?:it )?off", r"can say yes", r"decides?",
        r"will decide", r"go-?ahead", r"green light", r"has the (?:final )?say", r"my sponsor", r"our sponsor", r"the sponsor",
    ),
    "slot_blockers": (
        r"(?:it|this|that) (?:fails|would fail|could fail|may fail|might fail|goes wrong)", r"fails if", r"could (?:fail|go wrong|stop)",
        r"risks?", r"in the way", r"obstacles?", r"gets? in the way", r"what could stop", r"blocks? us", r"blocker", r"the danger",
        r"i fear", r"i'm afraid", r"worried that", r"it breaks (?:down )?if",
    ),
    "slot_mechanism": (
        r"(?:today|currently|right now|for now|at the moment),? (?:we|they|people|everyone|i|it is|it's)", r"every (?:monday|tuesday|wednesday|thursday|friday|week|month|day),? (?:we|they|i)",
        r"we (?:already )?(?:run|hold|have a|keep a|use a)", r"it works", r"already (?:have|run|do|exists?)", r"so far (?:we|they|people)", r"they (?:ring|call|ask|email|phone)",
    ),
    "slot_people": (
        r"(?:needs?|have|has) to (?:do|work|change|answer|write|host|start|stop)", r"must (?:do|work|change|answer|write|start|stop)",
        r"will have to", r"differently", r"has to change", r"whose (?:work|week|monday) changes",
    ),
    "slot_objective": (
        r"(?:i|we) (?:want|would like|aim|need)", r"(?:the |our |my )?(?:goal|objective|target|aim) is", r"should (?:be|go|drop|fall|rise)",
        r"aim(?:ing)? (?:for|at)", r"from \S+ to", r"down to", r"up to", r"if (?:this|it) works", r"so that", r"success (?:is|means|would)",
    ),
    "slot_who": (
        r"(?:people|staff|engineers?|technicians?|operators?|nurses?|drivers?|managers?|leads?|employees?|colleagues?|customers?|clients?|agents?|hires|newcomers?|sales\w*|teams?|shops?|stores?|students?|teachers?|volunteers?|members?|workers?|analysts?|developers?|buyers?|advisers?|planners?)",
        r"it hits", r"feels? it most", r"is hit",
    ),
    "slot_problem": (
        r"but", r"problem", r"issue", r"nobody", r"no one", r"too (?:long|late|slow|many|much)", r"wrong", r"lost?", r"waste[sd]?", r"wait(?:s|ed|ing)?",
        r"again and again", r"complain\w*", r"never", r"keeps? \w+ing", r"can't", r"cannot", r"missing", r"misses", r"missed", r"redo(?:es)?", r"twice", r"late",
    ),
}  # fmt: skip
