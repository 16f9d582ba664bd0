"""One of everything that the coach says, asks and shows, in English or in French."""

from datetime import date

import msgspec

from dialogs.replies import Ask, Choice, Field, Form, PlanCard, Point, ProgressCard, Reply, Row, Say
from dialogs.views import Home, Input, PlanGroup, PlanLine, Sheet

START = Choice("btn.start", "Let's go")
LATER = Choice("btn.later", "Later")
NO = Choice("btn.no", "No thanks")
MENU = (
    Choice("btn.why", "Why this?"),
    Choice("btn.never", "Don't ask me again"),
    Choice("btn.not_here", "Not in this channel"),
)
OPEN_TALK = Choice("btn.open_talk", "Open the talk")

ROWS = (
    Row("Problem", "The same pump fault is mended three times, each time from scratch (the night shift)"),
    Row("Objective", "Faults closed within 24 hours: 40% → 80% by 30 June"),
    Row("Already there", "The shift book, works at times"),
    Row("People", "Night technicians write down what they changed"),
    Row(
        "Steps",
        "Agree on what is written down (Ana, 3 March); Try it on line 2 (Marc, 17 March); Show it to all shifts",
    ),
    Row("In the way", "something sensitive, to be talked about on 9 March"),
    Row("Decision", "Claire said yes on 2 March"),
    Row("Tools", "a shared list, for “Try it on line 2”"),
    Row("First", "Call Ana about the list, tomorrow"),
    Row("Open", "“Show it to all shifts”: who does it; Figures and date: “40%”, to check"),
)
CARD_TEXT = "\n".join(["*Faults closed within 24 hours*", *(f"*{row.label}* {row.text}" for row in ROWS)])

NOTES = (
    "*Steps*: “Show it to all shifts” has no name behind it. A step without a name waits. Who does it, and by when?",
    "*Measure*: “40%” is a guess so far. Without a figure of today nobody sees the change. Where could it be read?",
)
READINGS = (Point(date(2026, 4, 1), 52.0), Point(date(2026, 5, 4), 61.5), Point(date(2026, 6, 30), 74.0))
PROGRESS_TEXT = (
    "*Faults closed within 24 hours*\n▓▓▓▓▓▓▓▓░░ 74% (40% → 80% by 30 June)\n1 April: 52%\n4 May: 61.5%\n30 June: 74%"
)
PROGRESS = ProgressCard(
    "progress.card",
    PROGRESS_TEXT,
    "Faults closed within 24 hours",
    "closed within 24 hours",
    "%",
    (Point(date(2026, 3, 2), 40.0), Point(date(2026, 6, 30), 80.0)),
    READINGS,
    choices=(Choice("btn.done:T1/U1/3@2", "It's done"), Choice("btn.show:T1/U1/3@2", "Show the plan")),
)

REPLIES: dict[str, Reply] = {
    "say": Say("verdict.no_tool", "*Try it on line 2*: no new tool needed. Five people on one site can talk & write it down."),
    "say_fr": Say("ctl.paused", "C'est noté, on s'arrête là. Écrivez-moi quand vous voulez\u00a0: je garde le fil."),
    "ask": Ask("q.problem", "What happens today that you'd like to see change? One recent example is plenty.", "1.2"),
    "ask_yes": Ask(
        "prefill.confirm",
        "Here is what I read in your message.\n*Problem* the same fault is mended three times\n*People* the night shift",
        "1.1",
        (Choice("btn.right", "That's right"), Choice("btn.fix", "Fix something")),
    ),
    "ask_eight": Ask(
        "ctl.fix",
        "Which part shall we change?",
        "1.9",
        tuple(
            Choice(f"fix.{number}", label)
            for number, label in enumerate(
                ("Problem", "Who feels it", "Objective", "Figures and date", "Already there", "Steps", "In the way", "Decision")
            )
        ),
    ),
    "ask_25": Ask("q.any", "Which one?", "1.8", tuple(Choice(f"pick.{n}", f"Number {n}") for n in range(1, 26))),
    "offer": Ask(
        "intercept.open",
        "Hi Lea, Planfirst here. You mention an app and “closing faults faster”. Shall we get the plan straight first? "
        "About ten short questions; only you see this.",
        "0.1",
        (START, LATER, NO, *MENU),
        audience="only_you",
    ),
    "offer_fr": Ask(
        "intercept.open_nogoal",
        "Bonjour Léa, ici Planfirst. Vous parlez d'une application. On regarde ce qu'elle doit changer, avant d'en "
        "choisir une\u00a0? Une dizaine de questions courtes\u00a0; vous seule voyez ce message.",
        "0.1",
        (
            Choice("btn.start", "Allons-y"),
            Choice("btn.later", "Plus tard"),
            Choice("btn.no", "Non merci"),
            Choice("btn.why", "Pourquoi\u00a0?"),
            Choice("btn.never", "Ne plus me le demander"),
        ),
        audience="only_you",
    ),
    "offer_later": Ask(
        "intercept.later",
        "Fine. When suits you?",
        "0.2",
        (Choice("btn.today", "This afternoon"), Choice("btn.tomorrow", "Tomorrow morning"), Choice("btn.monday", "Monday")),
        audience="only_you",
    ),
    "over_there": Ask(
        "cmd.over_there", "Let's go on in private, where nobody else reads.", "", (OPEN_TALK,), audience="only_you"
    ),
    "form": Form(
        "ctl.form",
        "Prefer to write it in one go? Here's the short form.",
        "1.3",
        (
            Field("problem.what", "Problem", "the same fault is mended three times"),
            Field("problem.who", "Who feels it", "the night shift"),
            Field("objective.outcome", "Objective"),
            Field("steps", "Steps"),
        ),
    ),
    "card": PlanCard("summary.card", CARD_TEXT, "Faults closed within 24 hours", ROWS),
    "card_review": PlanCard(
        "plan.others",
        f"Marc asks for your review of “Faults closed within 24 hours”.\n{CARD_TEXT}",
        "Faults closed within 24 hours",
        ROWS[:5],
        "Marc asks for your review of “Faults closed within 24 hours”. It's one screen long.",
        NOTES,
        choices=(
            Choice("btn.approve:T1/U1/3@2", "Approve"),
            Choice("btn.change:T1/U1/3@2", "Ask for a change"),
            Choice("btn.comment:T1/U1/3@2", "Comment"),
        ),
    ),
    "card_links": PlanCard(
        "plan.card",
        CARD_TEXT,
        "Faults closed within 24 hours",
        ROWS[:2],
        choices=(
            Choice("sheet.send:3", "Send it to a person"),
            Choice("sheet.edit.plan:3", "Edit"),
            Choice("export.print", "One page", "https://coach.example/export/abc"),
        ),
    ),
    "progress": PROGRESS,
    "progress_once": msgspec.structs.replace(PROGRESS, readings=READINGS[:1]),
    "card_asking": PlanCard(
        "summary.card",
        CARD_TEXT,
        "Faults closed within 24 hours",
        ROWS,
        token="1.12",
        choices=(Choice("btn.right", "That's right"), Choice("btn.fix", "Fix something")),
    ),
}  # fmt: skip

LEVELS = (Choice("works", "Yes, it works"), Choice("fragile", "Only sometimes"), Choice("none", "There is nothing"))
SHEETS = {
    "sheet_plan": Sheet(
        "edit.plan",
        "Your plan",
        "Save",
        "Cancel",
        "3",
        "What you change here changes the plan; the rest stays as it is.",
        (
            Input("problem.what", "Problem", "the same pump fault is mended three times", hint="What happens today?"),
            Input("objective.outcome", "Objective", "faults closed within 24 hours"),
            Input("mechanism.level", "How well it works", "fragile", "choice", choices=LEVELS),
        ),
        (
            Choice("edit.step:3/0", "Agree on what is written down"),
            Choice("edit.step:3/1", "Try it on line 2 with the four people of the early shift, before anybody buys"),
        ),
    ),
    "sheet_step": Sheet(
        "edit.step",
        "Step 2",
        "Save",
        "Cancel",
        "3/1",
        inputs=(
            Input("text", "What is done", "Try it on line 2", "line", required=True, most=200),
            Input("owner", "Who does it", "Marc", "line", most=80),
            Input("due", "By when", "2026-03-17", "day"),
        ),
    ),
    "sheet_send": Sheet(
        "send",
        "Send it to a person",
        "Send",
        "Cancel",
        "3",
        "They see the plan as it stands, and may approve it or ask for one change. What you wrote to me stays with us.",
        (Input("reviewer", "Who looks at it?", kind="person", required=True),),
    ),
    "sheet_settings_fr": Sheet(
        "settings",
        "Réglages",
        "Enregistrer",
        "Annuler",
        inputs=(
            Input("lang", "Langue", "fr", "choice", choices=(Choice("en", "English"), Choice("fr", "Français"))),
            Input("days", "Jours", "mon,tue", "choices", choices=(Choice("mon", "lundi"), Choice("tue", "mardi"), Choice("wed", "mercredi"))),
            Input("from", "À partir de", "08:30", "time", hint="À l'heure de votre fuseau."),
            Input("zone", "Fuseau", "z3", "choice", choices=tuple(Choice(f"z{n}", f"Fuseau {n}") for n in range(12))),
            Input("quiet", "Canaux où je me tais", "", "choices", choices=tuple(Choice(f"c{n}", f"Canal {n}") for n in range(12))),
        ),
        links=(Choice("forget", "Tout effacer"),),
        lang="fr",
    ),
}  # fmt: skip


def a_home(groups: tuple[PlanGroup, ...] = (), waiting: tuple[str, ...] = ()) -> Home:
    """The home page with these plans on it."""
    return Home(
        "en",
        "Planfirst",
        "I ask for the problem, the objective and the plan before the tool. What you write stays private until you share it.",
        waiting,
        groups,
        "No plan yet. Start one whenever something ought to change.",
        (Row("Language", "English"), Row("On your messages", "I step in, in #maintenance"), Row("Quiet until", "9 March")),
        (
            "Messages that started no talk are never stored.",
            "Only you read your plans, until you share one.",
            "Settings has a button that deletes everything.",
        ),
        ("Waiting for you", "Your plans", "Settings", "What becomes of your words"),
        (Choice("home.start", "Start a plan"), Choice("home.continue", "Continue"), Choice("home.settings", "Settings")),
        (Choice("home.show", "Show"), Choice("home.edit", "Edit")),
    )  # fmt: skip


PLAN = PlanLine(
    3, "Faults closed within 24 hours", "draft", ("“Show it to all shifts”: who does it", "Figures to check"), "2 March"
)
MANY = tuple(
    PlanLine(number, f"Plan number {number}", "draft", ("Objective: not said",), "2 March") for number in range(1, 41)
)
HOMES = {
    "home_empty": a_home(),
    "home_one": a_home((PlanGroup("In the making", (PLAN,)),), ("One question of mine is still open: “Who does it?”",)),
    "home_forty": a_home(
        (PlanGroup("In the making", MANY[:5]), PlanGroup("Under way", MANY[5:20]), PlanGroup("Done", MANY[20:]))
    ),
}  # fmt: skip
