"""English words of tool-first talk: the tools, the acts that propose them, and what says "not this time".

Source: the coach's essay: a tool put forward before the problem, under any name of the day.
Lists of plain words make the quick gate as well (dialogs/interception/rules.py), so a word added here is
enough to be noticed. Lists marked "regex" are regular expressions, matched on folded text.
"""

from typing import Final

NAMES: Final = """
    slack, ms teams, microsoft teams, yammer, viva engage, discord, mattermost, rocket.chat, rocketchat,
    gitter, irc, google chat, google spaces, sharepoint, confluence, jive, lumapps, workvivo, staffbase,
    beekeeper, happeo, simpplr, interact intranet, basecamp, zulip, webex, whatsapp, telegram, wechat,
    messenger, facebook, instagram, tiktok, tik tok, linkedin, twitter, mastodon, bluesky, youtube,
    snapchat, pinterest, reddit, twitch, substack, medium blog, discourse, jamboard, klaxoon, mural
    board, miro, trello, clubhouse, google+, google plus, copilot, chatgpt, chat gpt, openai, glean, gen
    ai, genai, generative ai, artificial intelligence, ai, a.i., llm, large language model, social
    media, agentic ai, threema, bereal, xing, vimeo, peertube, humhub, mediawiki, bookstack, dokuwiki, wordpress,
    google groups, github discussions, skype, hivebrite, perplexity, botpress, esn, nextdoor, workplace by meta
"""
"""A tool by itself: "let's use Yammer"."""

WEAK_NAMES: Final = """
    teams, workplace, notion, matrix, signal, zoom, x, threads, viva, loop, element, gemini, claude,
    mistral, meta, circle, mighty networks, fb, insta, guilds
"""
"""Common words too: a tool only before one of HEADS ("a Teams channel") or after a change verb ("move to Teams")."""

KINDS: Final = """
    chatbot, chat bot, podcast, vlog, newsletter, blog, tech blog, wiki, forum, intranet, extranet,
    subreddit, community, community of practice, online community, user community, social network,
    enterprise social network, corporate social network, internal social network, social intranet,
    mailing list, discussion board, message board, bulletin board, group chat, chat room, chatroom,
    social media account, social media page, social media presence, social media strategy, social
    strategy, social media plan, social media channel, social wall, social presence, online presence,
    social feed, social media profile, social media campaign, ai strategy, ai policy bot, voicebot,
    voice bot, digital workplace, digital assistant, virtual assistant, virtual agent, conversational
    agent, knowledge base, idea box, suggestion box, collaboration suite, collaborative workspace,
    podcasting, channel, ideation tool, community platform, hashtag campaign, ambassador program,
    webchat, live chat, gpt, custom gpt, bot, e-newsletter, news letter, vodcast, videocast, fan page, fanpage,
    chat group, support forum, ai helper, mail bulletin, e-bulletin, web forum, chat app
"""
"""A kind of social, collaboration or AI tool that needs no name."""

TOPICS: Final = """
    social, social media, social listening, collaboration, collaborative, community, communication,
    comms, chat, messaging, instant messaging, discussion, engagement, employee engagement, onboarding,
    knowledge, knowledge sharing, knowledge management, idea, ideas, ideation, innovation, feedback,
    recognition, kudos, networking, mentoring, q&a, advocacy, employee advocacy, crowdsourcing,
    brainstorming, whiteboard, intranet, listening, sharing, video sharing, file sharing, pulse, ai,
    a.i., llm, gpt, generative, agentic, conversational, faq, helpdesk, hr, support, knowledge-sharing,
    social-listening, ai-powered, ai-based, gen ai, genai, monitoring
"""
"""What a general tool noun is for: "an onboarding app", "a social listening platform"."""

PURPOSE: Final = r"(?:platform|tool|app|application|software|solution|portal|space)s?\s+(?:for|to)\s+(?:[\w-]+\s+){0,2}?(?:ideas|knowledge|feedback|innovation|collaboration|communication|engagement|onboarding|networking|brainstorming|social media|recognition|know-how)"
"""A general noun that says what it is for: "a platform for collecting ideas" (regex)."""

HEADS: Final = """
    channel, page, group, account, server, workspace, space, platform, tool, app, application, software,
    solution, suite, portal, hub, network, site, board, wall, room, chat, feed, profile, presence,
    handle, bot, assistant, agent, copilot, licence, license, subscription, forum, community, wiki,
    blog, newsletter, podcast, instance, live, show, bots, circle, club, plan, pages, accounts, series
"""
"""General nouns: a tool only with a name or a topic before them."""

WIDE_TOPICS: Final = "hr, support, helpdesk, monitoring, faq, generative, feedback"
"""Topics too wide for every head: "a support agent" is a person, "a monitoring tool" is for machines."""

WIDE_HEADS: Final = "bot, chat"
"""The only heads that WIDE_TOPICS go with."""

START: Final = """
    create, launch, start, start up, open, open up, set up, setup, build, buy, purchase, get, get us,
    get ourselves, adopt, introduce, roll out, rollout, deploy, install, implement, add, establish, put
    in place, put together, spin up, stand up, make, bring in, run, do, try, try out, pilot, trial,
    test, go for, go with, invest in, invest heavily in, license, subscribe to, join, publish, develop,
    revive, resurrect, relaunch, restart, reopen, kick off, use, have, host, leverage, embrace,
    consider, look into, look at, explore, experiment with, choose, pick, sign up for, form, begin,
    grow, put, give everyone, give them, give people, give staff, replace email with, creating,
    launching, starting, opening, setting up, building, buying, purchasing, getting, adopting,
    introducing, rolling out, deploying, installing, implementing, adding, establishing, putting in
    place, spinning up, making, bringing in, running, trying, trying out, piloting, trialing, trialling,
    going for, going with, investing in, joining, publishing, developing, reviving, relaunching,
    restarting, reopening, kicking off, using, having, leveraging, embracing, considering, exploring
"""
"""Verbs, base form and gerund only: "created" tells of something that exists."""

CHANGE: Final = """
    switch to, switch over to, move to, move over to, move onto, move everything to, move everyone to,
    migrate to, change to, go to, be on, be active on, be present on, get on, get onto, show up on, jump
    on, expand to, switching to, moving to, migrating to, changing to, being on, getting on, upgrade to,
    standardise on, standardize on, get active on, be all over, be everywhere on
"""
"""Verbs of going to a tool, a bare name after them is enough: "switch to Teams", "be on TikTok"."""

MOVE: Final = r"(?:mov(?:e|ing)|what if we moved|migrat(?:e|ing)|switch(?:ing)?|shift(?:ing)?|bring(?:ing)?|take) (?:[\w'-]{1,30} ){1,4}(?:over )?(?:to|onto)"
"""To move something to a tool: "move our discussions to Discord" (regex)."""

TAKE: Final = """
    use, using, try, adopt, adopting, roll out, rolling out, deploy, deploying, introduce, introducing, buy, choose, pick,
    implement, launch, test, pilot
"""
"""After these, one of WEAK_NAMES with its capital is a tool: "let's try Notion"."""

WANT: Final = """
    need, needs, want, wants, lack, are missing, 're missing, is missing, miss, 'd like, 'd love, would
    like, would love, could use, deserve, are after, is asking for, asks for, are asking for, asked for,
    insists on, must have, should get
"""
"""Verbs that propose by themselves: "we need a wiki"."""

IDEA: Final = """
    what about, how about, maybe, perhaps, possibly, why not, idea:, suggest, suggests, suggesting,
    suggested, propose, proposes, proposed, proposing, recommend, recommends, proposal:, proposal for,
    suggestion:, in favour of, in favor of, time for, vote for, thinking of, thinking about, think
    about, wondering about, idea of, case for, interested in, anyone up for, any appetite for, can i
    have, can we have, could we have, could i have, may we have, looking for, looking into, would, what
    if we had, what if we created, what if we launched, what if we started, what if we opened, what if
    we used, what if we tried, what if we moved to, what if we switched to, what if we set up, what if
    we built, what if we got, what if we bought, what if we joined, what if we made
"""
"""Openings that propose what follows: "how about a podcast?"."""

ADVERBS: Final = r"(?:also|maybe|perhaps|just|quickly|really|finally|definitely|at least|up|out|back up|ourselves|us)"
"""What may stand between the verb and the tool phrase (regex)."""

FRAMES: Final[tuple[str, ...]] = (  # regex
    r"(?:we|i|you|they|he|she|it|one|someone|somebody|everyone|everybody|company|firm|team|department|management|boss|ceo|organi[sz]ations?|agencies|companies|hr|comms|marketing|@\w+)\s+(?:(?:really|also|probably|all|definitely|just|absolutely|at least|maybe|urgently|simply|then|now|still|certainly)\s+){0,2}(?:should|must|might|needs? to|ha(?:ve|s) to|ha(?:ve|s) got to|ought to|wants? to|wanna|would like to|would love to|plans? to|intends? to|hopes? to|gotta|had better|better|decided to|decides to|agreed to|propose to|suggest we|will|going to|gonna|(?:may|might) (?:want|need|prefer|wish) to|would rather|wish to|aims? to)",
    r"(?:we|they|one|you) could",
    r"(?:we|i|you|they|he|she)'(?:ll|d better|d like to|d love to|d rather|ve got to|ve decided to)",
    r"(?:we|i|they|you|he|she|it)(?:'re|'m|'s| are| am| is)\s+(?:(?:also|now|finally|just|thinking (?:about|of)|planning on|planning|looking at|considering|about to|hoping to|in favou?r of|excited to|happy to|proud to|pleased to|soon|currently|actively|keen on|keen to)\s*){0,2}",
    r"\b(?:should|shall|must|would)(?:n't)? (?:we|it|they|someone|somebody|\w+ team)\b",
    r"\b(?:could|can|can't|couldn't) (?:we|you|someone|somebody|it|@\w+|i get|i have)\b",
    r"\b(?:do|did|don't) (?:we|you|they) (?:all )?(?:want|need|think)\b",
    r"\blet(?:'s| us|s)\b",
    r"\bwhy (?:not|don't we|can't we|aren't we|haven't we)\b",
    r"\b(?:what if|how about|what about|idea|proposal|proposed?|proposes|proposing|suggest(?:s|ed|ing|ion)?|recommend(?:s|ed|ing)?|vote|motion|plan is|plans?|planning|goal is|priority is|next step|urge|urges|worth(?! noting| mentioning| remembering)|time|favou?r of|thinking (?:of|about)|think about|ready|consider(?:ing)?|alternatives such as|maybe|perhaps|possibly|todo|to-do|action(?: item)?|ask(?:s|ed|ing)? (?:us|me|for)|wants? (?:us|me|everyone)|solution is|answer is|need is|best (?:way|thing)|discuss(?:ed|ing)?|talk about|great|good|nice|useful|cool|helpful|smart|make sense|makes sense|would|going to|interested in|wonder(?:ing)? (?:if|about)|anyone (?:want|up)|who (?:wants|is in|would)|push for|asked to|keen)\b",
)
"""Left of a verb, it makes a proposal of it."""

BLOCKS: Final[tuple[str, ...]] = (  # regex
    r"(?P<asked>n't (?:we|it|you think|someone|there)\b|can't not\b|cannot not\b|why not\b)",
    r"n't\b",
    r"\b(?:not|never|cannot|no need|no longer|no plans?|no point|without|instead of|rather than|stop|avoid|against|refuse[ds]?|reject(?:ed|s)?|tired of|fed up|sick of|nobody|no one|hardly|always|only use|skeptical|sceptical|wary|afraid)\b",
    r"\bhow (?:to|do|does|did|can|could|should|would)\b",
    r"\b(?:unable|able to|allowed to|permissions?|rights? to|tried|trying|failed|fails|error|bug|issue|before (?:you|we|i)|after (?:you|we|i)|when(?:ever)? (?:you|we|i|they|he|she|people|to)|if you|once you|where (?:to|do|can)|remember|reminder|used to|was|were|had|has been|have been|already|last (?:week|month|year)|yesterday|ago|who (?:else )?has|does anyone|did (?:we|you|they)|will i|can i (?!get|have)|(?:you|users?|members?|admins?|anyone|people) can|you'll need to|in order to|to be able|competitors? (?:will|is|are|just)|(?:they|he|she) (?:will|'ll|is|are))\b",
    r"\b(?:thanks|thank you|congrats|kudos|steps? to|guide|tutorial|docs?|documentation|instructions|article|video on|talk on|webinar|course|training on|read|click|press|tap|tick|ticket)\b",
)
"""Left of the tool in the same clause: refused, past, already there, or a question of how."""

AFTERS: Final[tuple[str, ...]] = (  # regex
    r"\b(?:click|tap|menu|settings|sidebar|dropdown|drop-down|admin console|keyboard|shortcut|top right|top left)\b",
    r"\bbut\b[^.?!]{0,40}(?:\bno one\b|\bnobody\b|n't\b|\bnot\b|\bnever\b|\bno time\b|\btoo many\b|\bagainst\b)",
    r"\b(?:is|was|are|were) (?:down|broken|live|slow|back|offline|full|archived|closed|cancelled|canceled|already)\b",
    r"\b(?:is|was|would be|seems|feels) (?:a )?(?:waste|overkill|pointless|useless|silly|nonsense|bad idea|terrible idea|stupid|the last thing)\b",
    r"\bno thanks\b|\bnot (?:needed|necessary|worth)\b|\blast thing\b|\bworks (?:fine|well)\b|\bas (?:usual|always)\b",
    r"\b(?:at|for) \d{1,2}(?::\d\d|h\d{0,2}| ?[ap]m)\b",
    r"\balready (?:have|has|use|exists?|there)\b|\bsince (?:19|20)\d\d\b",
)
"""Anywhere right of the tool in its sentence: how-to, refusal, a tool in use."""

NEGATED_WANT: Final = (
    r"(?:\bto|n't|\bnot|\bno|\bnever|\bwho|\bif you|\bdo i|\bdo you|\byou(?:'ll)?|\bwhat|\bthat|\bwhich|\bthey)\s*$"
)
"""Right before a WANT verb: no wish of the speaker's own ("no need", "do you need")."""

SELF_STANDING: Final = """
    add, adding, consider, do, get, getting, grow, have, having, join, joining, look at, look into,
    make, open, put, run, running, test, try, use, using
"""
"""Verbs of daily use as well: only with a frame and with something new after them."""

DEFINITE: Final = """
    the, our, this, that, these, those, your, their, my, his, her, its, existing, current
"""
"""A tool that is there already, unless a launch verb says otherwise."""

GENERAL: Final = ""
"""Tools that always go with "the": it does not mean that they are there already."""

LAUNCH: Final = """
    adopt, adopting, buy, buying, deploy, deploying, introduce, introducing, kick off, launch,
    launching, pilot, relaunch, relaunching, reopen, restart, restarting, resurrect, revive, reviving,
    roll out, rolling out, rollout, start, starting
"""
"""Verbs that start even a tool with "the" or "our" before it."""

DETERMINERS: Final = r"(?:(?:a|the) (?:pilot|trial|test|version|form|kind|bit|sort) of (?:an?|our own)?|our own|your own|its own|their own|my own|his own|her own|a few|a couple of|some kind of|some sort of|some more|one more|a|an|another|some|one|more|any|two|three|several|the|our|this|that|these|those|your|their|my|its)"
NOT_IN_PHRASE: Final = r"(?:to|in|on|for|of|with|from|at|by|into|about|via|through|that|which|who|is|are|was|were|be|will|would|should|could|can|must|so|because|if|when|where|how|what|we|i|you|they|it|us|them|not|no|link|button|post|message|notification|integration|bug|issue|reminder|poll|look|copy|list of|than|but|as|called|named)"
"""No word of a tool phrase: the phrase stops before it."""

BARE: Final = r"(?:new|better|more|good|dedicated|separate|internal|private|public|shared|proper|own|corporate|company-wide|digital|modern|real|official|regular|monthly|weekly|quarterly|specific|enterprise|something like|things like)"
"""Adjectives that a phrase without article may open with ("better collaboration tools")."""

TAIL: Final = r"(?: of practice)"
FOLLOWERS: Final = r"(?:for|to|so|that|where|which|who|on|in|with|within|across|and|or|of|as|because|by|this|next|when|while|instead|too|asap|now|like|about|at|from|is|are|would|could|will|might|can|today|tomorrow|please|here|already|soon|before|after|until|if|since|but|we|i|you|they|it|everyone|everybody|people|all|again|back|alone|first|or|per|between|inside|around|during|called|named|using|based|dedicated|just|right|then|there|up|rather|maybe|perhaps|ever|yet|going|running|set|open|ready|via|through|under|over|not|has|have|had|was|were|should|must|shall|the|our|a|an|some|everywhere|somewhere|immediately|quickly|eventually|internally|company-?wide|team-?wide|org-?wide|makes|make|sounds|only|also|either|versus|vs|worth|these|those|each|every|well|anyway|covering|help|work|solve|fix|do|focused|linked|open|s)"
"""Words that may come after a tool phrase. Any other word would be its real head noun ("a Slack message")."""

NOT_TOOLS: Final[tuple[str, ...]] = (  # regex
    r"(?:release|beta|stable|nightly|alpha|side|back|sales|distribution|marketing|tv|english|update|acquisition|alpha|rgb|colou?r|audio|payment|water|side|event|partner|retail|communication|upgrade) channels?",
    r"(?:pick|picks|picking|take|takes|took|cut|some|any|more|enough|the) (?:up )?(?:the |me |us |him |her |them )?(?:some )?slack(?! (?:channel|workspace|group|community|instance|server|space))",
    r"slack (?:in|time|off|variable|day)\b|social (?:event|hour|time|security|worker|life|distancing|plan|partner|dialogue|care|housing|club|drinks?)",
    r"(?:local|garden|open[- ]source|whole|wider|broader|scientific|rust|python|business|research) community(?! (?:forum|platform|slack|discord|channel|group))",
    r"community (?:garden|centers?|centres?|colleges?|services?|work)",
    r"(?:blog|forum|slack|linkedin|facebook) (?:post|message|thread|article|entry)s?",
    r"ai (?:act|policy|training|ethics|code)",
    r"(?:slack|teams|discord|mattermost) (?:notification|alert|webhook|integration|message|thread|call|meeting)s?",
    r"pages? (?:in|on) (?:our |the )?(?:confluence|notion|wiki|sharepoint|intranet)",
)
"""Same letters, another thing."""

PRAISE: Final[tuple[str, ...]] = (  # regex
    r"(?:is|are|would be|'d be|will be|could be|might be) (?:a |the |an )?(?:absolute )?(?:must|must-have|solution|answer|way to go|way forward|future|no-brainer|great idea|good idea|ideal|perfect|nice|great|cool|useful|helpful|game.?changer|silver bullet|what we need|essential|indispensable|amazing)\b",
    r"(?:would|could|might|will|'d) (?:really |definitely |surely |probably |also )?(?:help|solve|fix|boost|do the trick|change everything|bring|improve|be (?:so |very |really |super )?(?:nice|great|useful|helpful|good|cool))\b",
)
"""Right after a tool phrase with "a" or no article: a proposal by praise."""

FEAR: Final[tuple[str, ...]] = (  # regex
    r"(?:if|unless) (?:you|we)\b[^.?!]{0,60}\b(?:die|dead|disappear|obsolete|irrelevant|left behind|fall behind|miss(?:ing)? (?:out|the (?:boat|train|wave))|lose (?:out|everything|the)|dinosaurs?|finished|toast|doomed|history|invisible|nowhere)\b",
    r"\b(?:without)\b[^.?!]{0,50}\b(?:we|you)(?: are| will|'re|'ll| would)[^.?!]{0,20}\b(?:die|dead|disappear|obsolete|irrelevant|behind|finished|toast|doomed|history|invisible)\b",
    r"\b(?:every(?:one|body)(?: else)?|all (?:of )?our competitors|(?:our |the )?competitors?(?: all)?|the competition)(?: is| are|'s| has| have)?(?: already)? (?:on|using|doing|moving to|has|have)\b[^.?!]{0,60}\b(?:why (?:not|aren't|don't) (?:we|us)|so (?:should|must) we|we (?:should|must|need|have to|can't)|(?:and|but) not us|and (?:we|us)|what are we waiting)",
    r"\b(?:we|you) (?:can't|cannot) (?:afford (?:not to|to miss|to ignore)|ignore|not be|miss out on)\b|\bwe(?:'re| are) the only (?:one|company|team)s?\b[^.?!]{0,30}\b(?:not|without)\b",
)
"""Threat or everybody-has-one talk in a sentence that names a tool."""

ADOPTION: Final[tuple[str, ...]] = (  # regex
    r"\b(?:get|bring|move|push|put|onboard|have|make|force|want|need)\s+(?:everyone|everybody|all|\d+ ?%|staff|people|employees|the (?:whole|entire|team|company|staff|sales|field)|our team|teams|half|most)\b[^.?!]{0,40}?\b(?:on|onto|to|into|using|use)\s+",
    r"\b(?:increase|boost|drive|raise|improve|push|accelerate|double)\s+(?:the )?(?:adoption|usage|use|uptake|active users|engagement|log-?ins)\s+(?:of|on|in|rate of)\s+",
    r"\b\d+ ?(?:%|percent) (?:of [^.?!]{0,30}?)?(?:on|onto|using|active on|use|uses|must use|should use)\s+",
)
"""A tool's use taken as the goal; the tool follows."""

PRAISE_SIGNS: Final = """
    amazing, answer, boost, bring, bullet, changer, cool, essential, everything, fix, future,
    game-changer, good, great, help, helpful, idea, ideal, improve, indispensable, must, must-have, need,
    nice, no-brainer, perfect, solution, solve, trick, useful, way
"""
FEAR_SIGNS: Final = """
    afford, behind, cannot, competition, competitor, competitors, dead, die, dinosaur, dinosaurs,
    disappear, doomed, everybody, everyone, finished, history, ignore, invisible, irrelevant, lose, miss,
    missing, nowhere, obsolete, only, toast
"""
ADOPTION_SIGNS: Final = """
    active, adoption, all, company, employees, engagement, entire, everybody, everyone, field, half,
    log-ins, logins, most, people, percent, sales, staff, team, teams, uptake, usage, use, whole
"""
"""Praise, fear and adoption are looked for only where one of their words (or a %) is in the sentence."""

CHECKABLE: Final[tuple[str, ...]] = (  # regex
    r"\bfrom (?:about |around |roughly )?[€$£]?\d[\d.,]{0,12}\s?(?:%|k|[a-z]+)?(?: [a-z]+){0,3} (?:down |up )?to (?:about |under |below )?(?:[€$£]?\d|one|two|three|four|five|zero|half)",
    r"\b(?:cut|cuts|cutting|reduce|reduces|reducing|halve|halving|lower|lowering|decrease|shorten|drop|bring|brings|bringing|save|saving|increase|increasing|raise|grow|improve|double|doubling|triple|answer|answered|resolve|resolved|reply|solve|close|handle|deflect|reach|hit|keep|get)\b[^.?!]{0,70}?(?:\b(?:by|to|under|below|within|in|less than|at least|over|above|from|of)\s+(?:about |at least |under |less than |the )?[€$£]?\d[\d.,]{0,12}\s?(?:%|percent|hours?|h\b|days?|minutes?|min\b|weeks?|tickets?|calls?|questions?|complaints?|emails?|e-mails?|points?|k\b|euros?|ideas?|requests?|errors?|incidents?|people|a (?:week|month|day)))",
    r"\b(?:halve|double|triple)s? (?:the |our )?(?:number|time|rate|delay|response|answer|tickets|calls|e-?mails|errors|complaints|requests|meetings)",
    r"\b(?:target|objective|goal|success|kpi|measure|metric)(?: is|:| =|\s+means)[^.?!]{0,60}\d",
    r"\b\d+ ?(?:%|percent) (?:fewer|less|more|faster|reduction|drop|increase)\b",
    r"\b(?:fewer|less|more|faster) than \d+ [a-z]+ (?:per|a|each|by|to)\b|\b\d+ (?:fewer|less) [a-z]+",
    r"\b(?:goes?|going|went|falls?|drops?|sinks?|comes? down|is down|are down) (?:[\w']{1,20} ){0,3}?(?:from|under|below|to) (?:\d[\d.,]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|zero|none|half) (?!weeks?|months?)",
)
"""An objective that can be checked: a change with its figure."""

VANITY: Final = r"\d[\d.,]{0,12}\s?(?:k|%|percent)?\s?(?:\+|new |more |active |of (?:the |our |all )?)?(?:followers?|subscribers?|users?|members?|likes?|views?|visitors?|sign-?ups?|downloads?|posts?|licen[cs]es?|seats?|fans?|staff|employees|listeners?|log-?ins)"
"""Figures that are no objective: they count the tool's use."""

STEPS: Final[tuple[tuple[float, str], ...]] = (  # weight, regex
    (1, r"\b(?:first|step (?:1|one)|phase (?:1|one)|stage (?:1|one)|to begin with)\b"),
    (
        0.5,
        r"\b(?:then|second(?:ly)?|step (?:2|two)|phase (?:2|two)|stage (?:2|two)|after that|next step|finally|step (?:3|three))\b",
    ),
    (
        0.5,
        r"\b(?:by|on|before|from|until|starting(?: on)?|in) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:mon|tues|wednes|thurs|fri)day\b|\b(?:by|on|before|from|until|starting|end of|in|due|mid|early) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:\d{1,2} may|may \d{1,2})\b|\bq[1-4]\b|\bnext (?:week|month|quarter|meeting)\b",
    ),
    (
        1,
        r"\b(?:owner|owns|owned by|in charge|responsible|lead by|led by|sponsor|assigned|moderates?|moderator|(?:runs|leads|owns|staffs) (?:it|the)|staffed by|run by|will (?:run|own|lead|write|moderate|draft|train|answer|review)|agreed to (?:run|own|lead|answer)|has volunteered|signed off|approved)\b",
    ),
    (
        1,
        r"\b(?:pilot|trial|test|phased)\b[^.?!]{0,60}(?:\b(?:for|with|over)\b[^.?!]{0,15}(?:\d|one|two|three|four|six|the|a few)|\bstarting with\b)",
    ),
    (
        1,
        r"\b(?:(?:we|and|we'll) (?:measure|review|check|stop|count|decide)|stop if|review (?:on|after|at|in)|success (?:is|means|=|criteria)|evaluate (?:on|after|at|in)|measured? (?:by|every|at)|list of topics|outline|baseline)\b",
    ),
    (
        0.5,
        r"\b(?:already (?:meet|answer|do|share|hold|run)|every (?:week|monday|tuesday|wednesday|thursday|friday)|weekly (?:call|meeting|round|clinic)) ?",
    ),
    (
        1,
        r"\bif\b[^.?!]{0,90}\b(?:we (?:stop|close|go back|extend|widen|drop|continue|return|shut)|goes? back|is closed|is dropped)\b|\b(?:otherwise|if not|or),? (?:we (?:stop|close|go back|drop)|it goes)\b|\b(?:we'll know|we will know|we count|we'll count|we compare)\b",
    ),
    (
        1,
        r"\b(?:answer(?:s|ed)?|repl(?:y|ies)|respon(?:se|ds?|ded))(?: [\w']{1,20}){0,3} (?:within|in under|before (?:noon|\d)|by (?:noon|\d)|every (?:evening|morning|day)|the same day)|\b(?:\d[\d.,]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|zero|none|half) (?:out of|of the|in) (?:\d[\d.,]{0,12}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|zero|none|half)\b|\bsurvey (?:in|will|is)\b|\blook whether\b|\bdone when\b",
    ),
    (
        0.5,
        r"\b(?:checks (?:each|every|it)|tracks|written by|read by|tested by|answered by|collects|updates it|trained)\b|\b(?:one|two|three) [\w']{1,20} (?:a|per) (?:day|week|month)\b|\b(?:one )?rules?:",
    ),
    (0.5, r"\b(?:last year|at present|currently|today|last summer|now),? (?:[\w']{1,20} ){0,2}\d"),
)
"""Marks of concrete steps: an order, a date, an owner, a trial, a review. Two different ones make a plan."""

PROBLEM: Final[tuple[str, ...]] = (  # regex
    r"n't\b|\b(?:not|no|nobody|no one|never|nothing|none|hardly|too|lost|losing|low|poor|slow|late|hard|difficult|stuck|struggl\w+|problems?|issues?|complain\w*|fail\w*|miss(?:ing|es|ed)?|lack\w*|silos?|confus\w+|wast\w+|drown\w*|overload\w*|forg[eo]t\w*|unaware|isolated|bored|frustrated|leav(?:e|es|ing)|quit\w*|down|dropp\w+|falling|broken|chaos|mess|messy|worse|bad|weak|disengaged|ignored?|unanswered|repeat\w*|duplicat\w*|scattered|alone|overwhelmed)\b",
)
BANDWAGON: Final[tuple[str, ...]] = (  # regex
    r"\bevery(?:one|body)(?: else)? (?:has|have|is|does|uses|says)|\ball (?:the )?(?:others|companies)|\bcompetit|\bit's 20\d\d|\bboss\b|\bceo\b|\basap\b|\bplease\b|\bthanks?\b|\bi (?:think|guess|believe|know|feel|mean|suppose|say)\b|\bwhat do you\b|\bwho do i\b|\bright\b|\bno\?|\bwhy (?:not|don't)\b|\bif not\b|\bno idea\b|\bnot sure\b|\bdon't you\b|\bisn't it\b|\bjust\b|\bhi\b|\bhello\b|\bhey\b|\bteams?\b$|\bteam$",
)
"""A clause that gives no reason of its own: not quoted."""

REASON: Final = r"\b(?P<mark>so that|in order to|because|for|to(?! (?:a|an|the|our|their|your|my|its|this|that|everyone|everybody|all|staff)\b)|(?:so|as|since)(?= (?:we|i|they|it|people|nobody|no one|our|there|many|most|nothing|the)\b))\s+"
PURPOSES: Final = "so that, in order to, for, to"
"""Marks of a goal; the other ones may state a problem."""

OPENERS: Final = r"(?:and|so|but|also|then|because|since|as|well|look)"
"""Not quoted at the start of a clause (regex)."""

LOOSE_ENDS: Final = "i, a, an, the, of, to, in, on, for, with, and, or, our, their, your, that, at, by, from, is, are"
"""Not left at the end of a quote that was cut."""

NOT_A_REASON: Final = r"(?:example|instance|now|once|sure|this|that|it|free|us|me|you|everyone to see|all|well|soon|possible|far|many|much|asap|be honest|a (?:while|change)|ages|the (?:time being|moment|record)|(?:this |next )?(?:week|month|quarter|year)s?|(?:one|two|three|\d+) \w+|long|what|\w+day|such)\b"
"""Right after a mark: not a goal ("for example", "for now")."""

PERSONS: Final = r"(?:engineers?|developers?|devs|clients?|customers?|employees?|staff|teams?|managers?|technicians?|operators?|members?|users?|colleagues?|people|newcomers?|joiners|starters|hires|students?|teachers?|parents?|partners?|suppliers?|nurses?|doctors?|drivers?|workers?|agents?|reps?|sales(?:people)?|salespeople|leads?|leaders?|contributors?|maintainers?|volunteers?|interns?|apprentices?|recruits?|alumni|candidates?|experts?|trainers?|moderators?|citizens?|residents?|patients?|everyone|everybody|executives?|directors?|buyers?|designers?|researchers?|helpers?|mentors?|installers?|dealers?|retirees|women|men)"
BEFORE_PERSONS: Final = r"(?:all )?(?:the |our |my |your |these |those )?(?:[\w&-]+ ){0,2}?"
AFTER_PERSONS: Final = r"\b(?=\s*$|\s*[^\w\s'-]|\s+(?:in|of|on|at|from|and|who|that|across|with|asap|here|everywhere|worldwide|this|next|by|we|it)\b)"
DATE: Final = r"\b(?:(?:by|before|until|from|in|on|for) )?(?:(?:the )?(?:end|start|beginning|middle) of )?(?:(?:this|next) (?:week|month|quarter|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday)|tomorrow|q[1-4](?: 20\d\d)?|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\d\d)?|(?:january|february|march|april|june|july|august|september|october|november|december)(?: \d{1,2}\b)?(?: 20\d\d)?|(?:monday|tuesday|wednesday|thursday|friday))\b|\b(?:in|by|before|end of|from|until) (?:may|20\d\d)\b|\bwithin \w+ (?:days|weeks|months)\b"
FUNCTION_WORDS: Final = """
    a, about, account, all, an, and, any, anyone, are, as, at, be, been, build, buy, by, can, channel,
    community, could, create, do, does, don, everyone, for, from, get, had, has, have, how, i, idea, if,
    in, is, it, just, launch, let, let's, lets, maybe, more, my, need, new, not, of, on, or, our, out, page,
    perhaps, please, set, should, so, some, someone, start, than, that, the, their, them, then, there,
    they, this, to, up, us, want, was, we, what, when, which, who, why, will, with, would, you, your
"""
"""Words by which English is known; "on" is a word of both languages and tells nothing alone."""
