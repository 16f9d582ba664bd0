"""The English words by which answers are read: list name -> regular expressions.

Matched on lower-cased text with straight apostrophes, between word borders (see dialogs/reading/words.py).
Narrow on purpose: “everyone is late” is no fashion, “sensitive data” hides nothing.
"""

from typing import Final

LEXICON: Final[dict[str, tuple[str, ...]]] = {
    "tool": (
        r"slack|yammer|viva engage|sharepoint|confluence|discord|jive|copilot|chatgpt|crm|whatsapp|jira|trello|zoom",
        r"(?:ms|microsoft) teams|(?:on|in|via|through|using) teams(?! of)|teams (?:channel|community|group|space|site|app)",
        r"notion(?! (?:of|that))|(?:on|facebook) workplace|workplace by",
        r"intranets?|wikis?|forums?|chat ?bots?|bots?|apps?|platforms?|tools?|portals?|communit(?:y|ies)|software",
        r"social networks?|social media|newsletters?|podcasts?|blogs?|hubs?|channels?|knowledge base|dashboards?",
        r"linkedin|tiktok|instagram|facebook|x account|twitter|youtube|(?:an|ai|virtual|digital) assistant",
        r"(?:a|our|our own|company|web|wiki|fan) page",
    ),
    "adoption": (
        r"adoption|adopt(?:ed|ing)? (?:it|the (?:tool|app|platform|bot))|active (?:users?|members)|monthly actives",
        r"\d+ (?:regular |daily |weekly |monthly )?(?:users|members|subscribers|followers|sign-?ups)(?= (?:by|in|before|within|on)\b|\W*$)",
        r"(?:log|logs|logged|logging) ?in|connected to (?:it|the (?:tool|app|platform|crm))|log-?ins?(?! time)|followers|(?:more|new|number of) (?:users|subscribers|members|sign-?ups)",
        r"(?:\d+|more) likes|(?:number of|more|\d+) posts?|posts (?:per|a|each) (?:day|week|month)|page views|downloads|clicks",
        r"(?:platform|tool|app|channel|more|increased?) usage|usage of (?:the )?(?:platform|tool|app)|usage rate",
        r"on ?board(?:ed)? (?:on)?to|licen[cs]es?|members in the community|posting (?:every|each|daily|weekly|regularly|more)",
        r"(?:using|use|uses) (?:it|the (?:tool|app|platform|bot)|slack|teams|yammer|the community)",
        r"(?:people|staff|employees|users|everyone|everybody|of them|colleagues|%|percent) on (?:slack|teams|yammer|it|the (?:platform|app|tool))",
    ),
    "buzz": (
        r"engage(?:ment|d)|innovat\w+|collaborat\w+|communication|culture|agil\w+|transform\w+|visibility|community",
        r"sharing|transparen\w+|synerg\w+|digital\w*|modern\w*|connected|alignment|buzz|presence|dynamic|cohesion|motivation",
    ),
    "fomo": (
        r"every(?:one|body) else (?:is|has|does|uses|do)|every(?:one|body) (?:is on|is there|is doing|is using|has one|has it|has a|does it|uses it)",
        r"competit(?:ors?|ion) (?:\w+ )?(?:(?:all|already|now) )*(?:have (?:one|it|an?)|has (?:one|it|an?)|are (?:on|there|doing|using|already|all|ahead)|is (?:on|there|already)|do (?:it|that)|use)",
        r"fall(?:ing)? behind(?! (?:on|with|schedule|in)\b)|left behind|miss(?:ing)? (?:the|this|that) (?:boat|train|wave|bus)",
        r"(?:we|we'll|we're|be|become|becoming) (?:be |become )?obsolete|(?:we|company) (?:will|'ll|are going to) die|we (?:can't|cannot) not",
        r"have to be there|(?:have|need|got) to be on (?:social|linkedin|tiktok|slack|teams|instagram|youtube|it)|it's 20\d\d|we're in 20\d\d",
        r"nowadays (?:everyone|every company|you (?:need|have)|companies|it's)|in this day and age|(?:the )?(?:new|big|latest) trend|trendy|hype",
        r"every(?:one|body)'s (?:on|doing|using|got)|other companies (?:have|do|use|all)",
    ),
    "missing_tool": (
        r"(?:don't|dont|do not|doesn't|haven't) (?:really )?(?:have|got) (?:a|an|any|the)",
        r"(?:lack|need|are missing|'re missing|want|could use) (?:a|an|some)|we'd like (?:a|an)",
        r"there(?: i|')s no|theres no|there (?:isn't|is not) (?:a|an|any)|no (?:proper|central|single|dedicated)|(?:missing|lack of) (?:a|an)",
    ),
    "consequence": (
        r"so (?:people|we|they|customers|clients|the|each|every|everyone|nobody|no one|i|it|new|our|that)|which means|because of (?:that|this)",
        r"as a result|therefore|that's why|and then|meaning|hence|because",
    ),
    "everyone": (
        r"every(?:one|body)|(?:all|all the|all our|the|every) (?:staff|employees?|users?|people|colleagues|personnel)|all of (?:us|them)",
        r"all our people|the whole (?:company|organi[sz]ation|staff|workforce)|people in general|us all|anyone",
    ),
    "activity": (
        r"launch(?:ing)?|roll(?:ing)?[ -]?out|deploy(?:ing)?|set(?:ting)? ?up|creat(?:e|ing)|build(?:ing)?|run(?:ning)?",
        r"organi[sz](?:e|ing)|publish(?:ing)?|train(?:ing)?|install(?:ing)?|start(?:ing)?|open(?:ing)?|buy(?:ing)?",
        r"implement(?:ing)?|put(?:ting)? in place|have (?:a|an|our)|get (?:a|an|our)|introduc(?:e|ing)|host(?:ing)?",
    ),
    "tool_work": (
        r"(?:choo?s|pick|select|buy|bought|purchas|set(?:ting)? up|setup|install|launch|roll(?:ing)?(?: it)?[ -]?out|deploy|creat|open|build|invit)\w*",
        r"(?:configur|implement|pilot|benchmark|compar|demo|communicat|announc|promot|advertis|migrat|licen[cs]|subscrib|introduc|go live)\w*",
        r"tell (?:everyone|everybody|people)|train (?:people|everyone|users|staff)|get (?:a|an|the)",
    ),
    "self_fulfilling": (
        r"naturally|organically|by itself|on its own|by word of mouth|(?:start|share|post|come|happen|do it|join) on their own",
        r"(?:people|they|everyone|everybody|staff|customers|employees|users) (?:will|'ll) (?:just |simply |then |all )?(?:start|share|use|come|post|talk|join|contribute|want to|follow|love|jump)",
        r"they'll (?:just )?(?:start|share|use|come|join|love)|it(?: wi|')ll (?:just )?(?:happen|take off|catch on|spread)",
        r"once (?:it's|its|it is|we have|they have|the \w+ is) (?:live|there|up|in place|it|launched|online)|build it and",
    ),
    "avoided": (
        r"^(?:it's |it is |that's )?(?:a bit |too |quite |very |rather )?sensitive\W*(?:$|[,;:.(]| here\b| topic| subject| matter| issue)|sensitive (?:topic|subject|matter|issue)",
        r"(?:it's|its|it is|that's) (?:a bit |quite |very |rather |all )?(?:complicated|political|delicate|politics)(?! (?:to|for|when|because|by)\b)",
        r"^(?:office |internal |company )?politics(?! \w)|(?:a bit|too|very|quite|bit) political|politics(?:, | and )(?:i|we|can't|let's|no)",
        r"^(?:sorry,? )?(?:i |we )?can't (?:really )?(?:write|go into|talk about)|(?:i|we) can't (?:really )?(?:say|write|go into)(?! (?:when|what|how|if|which)\b)",
        r"^(?:i'd )?(?:rather|prefer) not|i(?:'d| would)? (?:rather|prefer) not|don't want to (?:say|go there|name|write)|not (?:here|in writing)\W*$",
        r"long story|you know how it is|off the record|^between us|between us\W*$|no comment(?! \w)|can of worms|touchy (?:subject|topic)",
    ),
    "abstract": (
        r"resist(?:ance|ing|ant)(?: to change)?|cultur(?:e|al)|mind ?sets?|mentalit(?:y|ies)|(?:old |bad )?habits?|silos?|inertia|egos?",
        r"people (?:don't|hate|fear|resist) (?:like )?change|fear of change|lack of (?:buy-?in|motivation|awareness|interest|time|engagement)|bureaucracy",
    ),
    "undecided": (
        r"not yet|nobody(?! else)|no one(?! else)|we'll see|well see|should be (?:ok|okay|fine)|probably|hopefully|they(?: wi|')ll follow|will follow",
        r"no decision|not (?:really |yet )?(?:decided|asked|discussed)|haven't asked|hasn't (?:been )?(?:asked|decided|said)|nothing (?:is )?decided",
        r"up to them|in principle|to be seen|no yes yet|remains to be seen",
    ),
    "ask_plan": (
        r"i(?:'ll| will| can|'m going to| am going to|'m)? (?:ask|asking|see|seeing|meet|meeting|talk|call|speak|raise|bring|put|present)",
        r"(?:meeting|appointment|slot|call) (?:with|on)|we (?:meet|see) (?:him|her|them)",
    ),
    "to_check": (r"(?:to|have to|need to|must|i'll|will) (?:check|verify|confirm|look)|to be (?:checked|confirmed)",),
    "dunno": (
        r"(?:don't|dont|do not) know|dunno|no idea|not sure|unsure|idk|hard to (?:say|tell)|no clue|(?:i )?can't tell|haven't a clue|beats me|good question|who knows|not a clue",
    ),
    "ordered": (
        r"(?:boss|manager|ceo|cio|coo|cto|director|head|head office|management|leadership|hq|headquarters|exec\w*|board|vp|president|top management) (?:has |have |had |really )?(?:wants?|wanted|would like|insists?|requires?)",
        r"(?:boss|manager|ceo|cio|coo|cto|director|head|head office|management|leadership|hq|headquarters|exec\w*|board|vp|president) (?:has |have |had )?(?:asked|asks|told|decided|said|requested)(?: \w+)? (?:for (?:it|this|that|a|an|one)|to|that we|we|us to|me to|a|an|it|so)",
        r"(?:comes|came|order|ordered|request|requested|asked) (?:straight )?(?:from|by) (?:the )?(?:top|above|ceo|management|boss|board|hq)|(?:i|we) (?:was|were) (?:told|asked) to",
    ),
    "nothing": (
        r"nothing|none|no one|nobody|nope|there isn't|there's nothing|(?:we|they|people) (?:really )?(?:don't|dont)|not at all|no way",
    ),
    "evidence": (
        r"for (?:example|instance)|e\.g\.|eg|such as|yesterday|recently|lately|the other day|ago|several times|at the last|since",
        r"last (?:week|month|year|time|quarter|night|monday|tuesday|wednesday|thursday|friday|spring|summer|autumn|winter|fall)|the last \w+",
        r"(?:the|their|our|a) (?:monday|tuesday|wednesday|thursday|friday) \w+|this (?:week|month|morning|year|spring|summer|quarter)|on (?:monday|tuesday|wednesday|thursday|friday)s?|(?:daily|weekly|monthly)",
        r"in (?:january|february|march|april|may|june|july|august|september|october|november|december)",
        r"(?:each|every|a|per) (?:week|day|month|shift|monday|tuesday|wednesday|thursday|friday|morning|quarter|year)",
        r"(?:survey|ticket|complaint|incident|audit|exit interview|client told|customer told)s?",
    ),
    "number": (
        r"twice|thrice|doubl(?:e|ed|ing)|tripl(?:e|ed)|half|halv(?:e|ed|ing)|a third|two thirds|dozens?|hundreds?|thousands?|a couple of|zero",
        r"(?<!the )(?<!our )(?<!both )two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
        r"one (?:in|out of|of) \w+",
    ),
    "measure": (
        r"number of|counts?|rates?|ratio|percent(?:age)?|%|hours?|days?|minutes?|seconds?|weeks?|months?|costs?|budget|score|turnover|tickets?",
        r"complaints?|defects?|absen(?:ces?|teeism)|per (?:week|month|quarter|year)|how (?:many|often|long)|time to|share of|lead time|response time",
        r"(?:errors?|accidents?|incidents?|claims|returns|revenue|resignations|leavers|waste|scrap|rework|downtime|breakdowns?|duplicates?|delays?|applicants|candidates|referrals|orders|invoices)",
        r"fewer|nps|euros?|dollars?|€|\$|less (?:waste|rework|scrap|downtime|overtime)|repeat (?:visits|faults|calls)",
    ),
    "now": (
        r"today|now|currently|at the moment|right now|these days|so far|from \S+ (?:\w+ )?to|instead of|compared (?:to|with)|→|->|(?:down|up) from|vs|versus|against",
        r"(?:it's|its|it is|we're|we are|is|are) (?:at|about|around|roughly|maybe|already|currently)|it's \d+|atm|last (?:month|year|quarter|week)",
        r"in (?:january|february|march|april|may|june|july|august|september|october|november|december), (?:and )?\d|baseline|was",
    ),
    "date": (
        r"by (?:the )?(?:end|start|beginning|middle|mid|then|summer|winter|spring|autumn|fall|christmas|easter|year)|before|until|within|end of|mid-?\w+",
        r"(?:in|over|after) (?:a|one|\d+|two|three|four|five|six|nine|ten|twelve|eighteen) (?:days?|weeks?|wks?|months?|mths?|years?|quarters?)|[qh][1-4]|eoy|eom|this (?:year|summer|spring|autumn|winter|quarter|month)",
        r"next (?:week|month|quarter|year|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday)",
        r"january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
        r"(?:early|mid|late|in|by|end of|until|before) may|may \d+|\d+ may|may\W*$|christmas|easter",
        r"monday|tuesday|wednesday|thursday|friday|year[ -]end|20[1-4]\d|\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th)|tomorrow|tonight|(?:\d+|three|six|twelve) months\W*$",
    ),
    # Digits that belong to a day or a deadline: no figure of the person's number.
    "calendar": (
        r"\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)",
        r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec) \d{1,2}(?:st|nd|rd|th)?(?!\d)",
        r"20[1-4]\d|\d{1,2}/\d{1,2}(?:/\d+)?|[qh][1-4]|\d{1,2}(?:st|nd|rd|th)",
        r"(?:in|within|over|after|next) (?:\d+|two|three|four|five|six|nine|ten|twelve|eighteen) (?:weeks?|wks?|months?|mths?|years?|quarters?)|(?:\d+|three|six|twelve) months\W*$",
    ),
    "result": (
        r"so that|in order to|to (?:reduce|cut|save|avoid|halve|get .* down|bring .* down)|fewer|less|faster|quicker|shorter|sooner|cheaper",
        r"instead of|rather than|down (?:from|to|by)|without having to",
    ),
    "collective": (
        r"(?:the|our|my) (?:whole |project |core )?(?:team|department|dept|group)|we|us|it dept|hr|comms|marketing|finance|sales|legal|someone|somebody|management",
        r"every(?:one|body)|(?:to be|tbd|tbc|not) ?(?:defined|decided|confirmed)?|no one|nobody|whoever",
    ),
    "first_person": (r"i|i'll|i'm|i've|i'd|me|myself|mine|my turn|ill (?:do|take|write|ask|call)",),
    "one_role": (
        r"(?:the|my|our|a|each|every) (?:\w+ ){0,2}(?:manager|director|boss|ceo|coo|cfo|cio|cto|head|lead|leader|president|vp|chief|supervisor|owner|assistant|secretary|colleague|deputy|foreman|trainer|nurse|engineer|technician|foremen|leads)",
    ),
    "department": (
        r"hr|it|comms|communications?|marketing|finance|sales|legal|management|production|purchasing|logistics|support|operations|ops|quality|maintenance|security|accounting|procurement|everyone|everybody|somebody|someone",
    ),
    "step_word": (
        r"draft|ensure|kick|kickoff|benchmark|workshops?|interviews?|meetings?|training|launching|steps?|phase|week|gather|run|finali[sz]e|validate|agree|select|setup|go|brief|sign|document|collecting|listing|testing|writing|selection|purchase|deployment|communication|planning|research|budget|approval|please|probably|hopefully|not",
    ),
    "shrug": (r"ok|okay|no|yes|yeah|yep|yup|nope|fine|meh|so|same|pff+|k|nah|sure|right|\?+|because",),
    "narrower": (
        r"(?:in|on|at|from|of|with|who|that|working|doing|using) (?!(?:the |our |this |my )?(?:whole )?(?:company|organi[sz]ation|firm|business|group|general|fact|course|us|it|them)\b)\w+",
        r"especially|mostly|mainly|particularly|but|except|first",
    ),
    "sharp": (
        r"whatever|i (?:just |already )?said so|(?:i|i've) (?:just |already )?(?:told you|said (?:so|it|that)|answered)|already (?:said|told|answered)|as i said|see above|enough|stop asking|who cares|doesn't matter|never ?mind|move on|same (?:answer|as before|thing)|just because|that's (?:it|all|what i said)|leave it|drop it|come on|seriously|obviously",
    ),
}

# Words that carry no content of their own: articles, prepositions, pronouns, conjunctions.
STOP: Final = """
    a an the of to in on at by for from with without about into over under and or but nor so as if than that this
    these those it its it's i me my mine you your we us our they them their he she his her him who whom which what
    there here not no do does did will would can could should may might must just very really too also all some any
    be been i'd i'll i'm we'd we'll we're they'd they'll they're let's
"""

# What may stand around “no idea”, “everyone”, “nothing” or “resistance” without adding anything to it.
PADDING: Final = """
    honest honestly exactly sure yet well hmm hm uh um er sorry frankly tbh maybe perhaps actually right now today
    moment number numbers figure figures exact answer off top head how many much when where why is are was always usual
    usually mostly basically pretty quite bit little kind sort again then yes yeah ok okay mean think guess suppose
    say company organisation organization firm place people everywhere every day week month year daily weekly often
    time times anything something thing things at know idea clue change general whole group though there's that's
    don't dont have has exists formal formally only old same typical affected concerned staff else
"""
