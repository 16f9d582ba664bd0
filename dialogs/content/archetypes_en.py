"""The twelve archetypes in English.

The order counts when several are recognised equally well: the more telling words come first.
"""

from typing import Final

from dialogs.content.archetype import Archetype

ARCHETYPES: Final[dict[str, Archetype]] = {
    "onboarding": Archetype(
        label="Welcoming new people",
        words=(
            r"on-?board\w*",
            r"new (?:hires?|starters?|joiners?|people|recruits?)",
            r"newcomers?",
            r"joiners?",
            r"induction",
            r"first (?:day|week)",
        ),
        probes=(
            "What did the last newcomer wait for, and how long?",
            "Who do newcomers end up asking?",
            "When do you know that someone is up and running?",
        ),
        objectives=(
            "Days to the first job done alone: 45 → 25 by September",
            "Newcomers with access on day one: 50% → 100% by March",
        ),
        mechanisms=(
            "A buddy, and a talk with the manager in week one",
            "A one-page list: who, what, where, first week",
            "A thirty-minute look back on day 30",
        ),
    ),
    "reputation": Archetype(
        label="Reputation and crisis",
        words=(
            r"reputation\w*",
            r"cris(?:is|es)",
            r"bad buzz",
            r"(?:online|google|bad|public) reviews?",
            r"press",
            r"public image",
            r"(?:social|media|brand) (?:listening|monitoring)",
            r"listening (?:tool|platform)",
            r"viral",
            r"\d+ ?[km]? views",
            r"went public",
            r"journalists?",
        ),
        probes=(
            "What happened the last time, hour by hour?",
            "Who may say something in your name within the hour, at night too?",
            "What is said about you that is true?",
        ),
        objectives=(
            "Time to a first public answer: 26 hours → 2 hours by June",
            "Reviews answered within three days: 20% → 90% by April",
        ),
        mechanisms=(
            "A one-page who-decides, who-speaks, who-stands-in",
            "Holding lines written in advance for five cases",
            "A two-hour drill twice a year",
        ),
    ),
    "employer_brand": Archetype(
        label="Hiring and employer brand",
        words=(
            r"recruit\w*",
            r"hiring",
            r"to hire",
            r"employer brand\w*",
            r"talents?",
            r"candidates?",
            r"apprentices?",
            r"gen z",
            r"applicants?",
            r"job (?:offers?|openings?|ads?)",
            r"vacanc(?:y|ies)",
        ),
        probes=(
            "Where did the last ten people you wanted say no, and why?",
            "How many days between an application and a human answer?",
            "Where do your best recent hires come from?",
        ),
        objectives=(
            "Offers accepted: 4 in 10 → 7 in 10 by September",
            "Days from application to first talk: 19 → 5 by April",
        ),
        mechanisms=(
            "Calling every candidate within five days",
            "Asking each new hire for two names in the first month",
            "An open morning in the workshop, twice a year",
        ),
    ),
    "innovation": Archetype(
        label="Innovation and ideas",
        words=(
            r"innovat\w*",
            r"ideas?",
            r"ideation",
            r"creativ\w*",
            r"intrapreneur\w*",
            r"brainstorm\w*",
            r"suggestions?",
        ),
        probes=(
            "Tell me about the last good idea from the floor: where did it stop?",
            "How many days between an idea and a yes or no today?",
            "Which problem would you want ideas on, if you could pick one?",
        ),
        objectives=(
            "Days from idea to answer: 90 → 14 by 30 June",
            "Ideas put in place per line and quarter: 1 → 4 by year end",
        ),
        mechanisms=(
            "A question of the month and one hour where a manager says yes or no on the spot",
            "A line leader with two hours a week and 500 € to try things",
            "A small panel that answers every idea within ten days",
        ),
    ),
    "cross_site": Archetype(
        label="Working across sites",
        words=(
            r"cross-site",
            r"(?:between|across|other) (?:the )?(?:two |three |our |all )?(?:sites|plants|offices|countries|teams|departments|factories|shops)",
            r"silos?",
            r"remote\w*",
            r"collaborat\w*",
            r"time ?zones?",
            r"the other (?:site|plant|office|team)",
        ),
        probes=(
            "What did one site need from another last month, and didn't get?",
            "Who already works well across sites, and how?",
            "What would each site lose by helping the other?",
        ),
        objectives=(
            "Spare parts bought while another site had them: 22 a month → 8 by June",
            "Requests between sites answered within a day: 30% → 80% by May",
        ),
        mechanisms=(
            "A half-hour call on Tuesdays, one case per site",
            "Two weeks' exchange for two people a quarter",
            "One named contact per site and subject",
        ),
    ),
    "knowledge": Archetype(
        label="Sharing and keeping know-how",
        words=(
            r"knowledge",
            r"know-?how",
            r"shar(?:e|es|ed|ing)",
            r"wikis?",
            r"best practices?",
            r"expertise",
            r"lessons?",
            r"document\w*",
            r"q ?& ?a",
            r"redo(?:es|ne|ing)?",
            r"same (?:faults?|mistakes?|questions?)",
            r"reinvent\w*",
            r"(?:retire|retires|retiring|retirement)",
            r"experts?",
        ),
        probes=(
            "Which question gets asked again and again, and to whom?",
            "What was done twice lately because somebody didn't know?",
            "Whose leaving would hurt most, and when might it happen?",
        ),
        objectives=(
            "Repeat faults per month: 18 → 9 by September",
            "Time to find who has solved it before: 2 days → 1 hour by June",
        ),
        mechanisms=(
            "A twenty-minute look back after each job: expected, happened, why, next time",
            "Calling two colleagues who did it before starting (peer assist)",
            "A weekly hour where technicians tell each other their odd cases",
        ),
    ),
    "customer": Archetype(
        label="Relationship with customers",
        words=(
            r"customers?",
            r"clients?",
            r"support tickets?",
            r"complaints?",
            r"satisfaction",
            r"nps",
            r"loyalty",
            r"churn\w*",
            r"call ?cent(?:er|re)",
        ),
        probes=(
            "Of the last twenty contacts, how many should never have been needed?",
            "What do customers call back about?",
            "Where do customers already help each other?",
        ),
        objectives=(
            "Contacts per 100 orders: 31 → 20 by October",
            "Second calls on the same matter: 40% → 15% by July",
        ),
        mechanisms=(
            "Reading twenty contacts a week with the people who can remove the cause",
            "Ringing back every unhappy customer within two days",
            "A customer panel of twelve, twice a year",
        ),
    ),
    "engagement": Archetype(
        label="Involving employees",
        words=(
            r"engag\w+",
            r"morale",
            r"motivat\w+",
            r"involv\w+",
            r"retention",
            r"turnover",
            r"leav(?:e|es|ing) (?:us|the company|within)",
            r"leavers?",
            r"resign\w*",
            r"burn-?out",
            r"disengaged",
            r"exit interviews?",
            r"one[- ]to[- ]ones?",
        ),
        probes=(
            "What do people who leave say in the exit talk?",
            "In which team is it good, and what is done differently there?",
            "What did you ask people last time, and what did they see happen?",
        ),
        objectives=(
            "Leavers in the first year: 24% → 12% by December",
            "People who had a one-to-one this month: 35% → 90% by May",
        ),
        mechanisms=(
            "Fifteen minutes a month between each person and their manager",
            "A team meeting that ends with one thing the team decides itself",
            "Telling people what was done with their last answers",
        ),
    ),
    "internal_comms": Archetype(
        label="Internal communication",
        words=(
            r"internal comm\w*",
            r"newsletters?",
            r"intranet",
            r"inform (?:staff|employees|people)",
            r"announcements?",
            r"awareness",
            r"top-down",
            r"all-?hands",
            r"(?:nobody|no one|people don't|staff don't) (?:reads?|knew|know about|heard)",
            r"(?:safety|company) (?:notes?|news)",
        ),
        probes=(
            "What did people not know, and what happened because of it?",
            "Who heard it too late, and from whom?",
            "What should somebody do after reading it?",
        ),
        objectives=(
            "Shop-floor staff who can name this year's two priorities: 3 in 10 → 7 in 10 by May",
            "Safety notes known within a day: 40% → 95% by March",
        ),
        mechanisms=(
            "Ten minutes at the start of the shift, same three points everywhere",
            "A one-page brief that managers tell in their own words",
            "Asking five people at random what they remember",
        ),
    ),
    "change": Archetype(
        label="Getting a change adopted",
        words=(
            r"adoption",
            r"change management",
            r"buy-?in",
            r"roll-?out",
            r"transformation",
            r"new (?:process|system|software|way of working)",
            r"erp",
            r"migrat\w+",
            r"resist\w*",
        ),
        probes=(
            "Whose day gets better, and whose gets worse?",
            "What do people do instead today, and why does it suit them?",
            "What will the sponsor be seen doing next month?",
        ),
        objectives=(
            "Orders typed twice: 120 a week → 20 by June",
            "Days to close the month: 9 → 5 by September",
        ),
        mechanisms=(
            "Two people per team who show it at the desk",
            "Stopping the old way on a named day",
            "The sponsor using it in the Monday meeting",
        ),
    ),
    "ai": Archetype(
        label="AI, assistants and chatbots",
        words=(
            r"ai",
            r"artificial intelligence",
            r"chat ?bots?",
            r"copilot",
            r"(?:chat ?)?gpt\w*",
            r"assistants?",
            r"ai agents?",
            r"llms?",
            r"automat\w+",
        ),
        probes=(
            "Which question or task would it take over, and how often does it come up?",
            "Who answers it today, and are those answers right?",
            "What happens when the answer is wrong?",
        ),
        objectives=(
            "HR questions answered the same day: 45% → 90% by May",
            "Hours per week spent retyping orders: 30 → 8 by July",
        ),
        mechanisms=(
            "The twenty most asked questions, answered on one page that someone owns",
            "Removing what causes the question",
            "An hour a day when an expert can be asked",
        ),
    ),
    "other": Archetype(
        label="Something else",
        words=(),
        probes=(
            "What happens today that you'd like to see change?",
            "Who feels it most?",
            "What have you tried?",
        ),
        objectives=("Requests unanswered after two days: 12 → 3 by the end of June",),
        mechanisms=(
            "The person everybody asks",
            "The meeting where it is usually settled",
            "A list on a wall",
        ),
    ),
}
