"""What people say about the talk is told from what they answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lang import LANGS, Lang
from dialogs.reading.intents import Intent, fix_slot, intent
from tests.examples_patterns import EXAMPLES, Examples
from tests.examples_typed import ENGLISH, FRENCH, Typed

# name -> messages, English and French mixed: both are understood whatever the talk's language.
COMMANDS = {
    "skip": "skip\nSkip!\n*skip*\nnext\npass\nskip this one please\ncan we skip this?\nskip, don't know\npasser\nje passe\nsuivant\non peut passer ?\nOn passe.\nsuivnat\nquestion suivante svp",
    "back": "back\ngo back\nprevious\nprevious question\nretour\nprécédent\nprecedent\nretour svp\nrevenir en arrière",
    "why": "why\nWhy?\nwhy do you ask\nwhy does that matter?\nwhat for?\nwhy this\npourquoi\nPourquoi ?\npourqoi\npourquoi vous me demandez ça ?\nà quoi ça sert ?",
    "example": "example\nan example please\ncan you give me an example please\nfor example?\nexemple\nun exemple ?",
    "repeat": "repeat\ncould you please repeat the question\nwhat was the question?\nI don't understand\nrépéter\nrépétez svp\nc'était quoi la question ?\npas compris",
    "help": "help\n?\nhelp me please\naide\ncomment ça marche ?",
    "pause": "pause\nlater\nnot now\nin a meeting\nbrb\npause, je file en réunion\nplus tard\nplus tard svp\nje suis en réunion\npas maintenant\npause for now",
    "resume": "continue\nI'm back\nwhere were we?\nreprendre\non continue\nreprenons\nje suis de retour\nreprendre la conversation",
    "restart": "restart\nstart over\nlet's start over\nrecommencer\non recommence\nrepartir de zéro",
    "stop": "stop\nstop asking\nlet's stop here\nstop, this is enough\ncancel\nI want to stop\nenough\narrêter\narreter\nje voudrais arrêter\nça suffit\non arrête là",
    "delete": "delete\ndelete everything please\nforget this\neffacer\neffacez tout\noublier\nsupprimez mes données",
    "privacy": "privacy\nwho can see this?\nwho sees this\nis this private?\nconfidentialité\nqui voit ça ?\nqui voit mes réponses ?\nc'est privé ?",
    "human": "human\ncan I talk to someone?\na real person\nun humain\nparler à quelqu'un\nje voudrais parler à quelqu'un",
    "summary": "summary\nshow me the plan\nrecap\nrésumé\nRésumé !\nrécap\nvoir le plan",
    "form": "form\ngive me the form\nformulaire",
    "fix": "fix\ncorrect\nfix the date\nchange objective\nchange the target to 20\ncorriger\ncorriger les étapes\nmodifier l'objectif\nactually the target is 20\nno, it's 40 technicians\nActually, it's 12\nen fait c'est 40\nnon, c'est 40 techniciens\ncorrection: 12 people\nje voulais dire 12\nno wait, 3 weeks\nsorry, 3 weeks\nnon attendez, 3 semaines\npardon, 45",
    "insist": "just tell me which tool\nwhich tool do you recommend?\nI just want the channel. Which tool should I use?\nLook, just give me the name of the tool\nAnswer clients faster. Look, just give me the name of the tool\nOk but what platform would you pick?\ndonnez-moi juste l'outil\nquel outil ?\nje veux juste l'appli\nDites-moi quel outil prendre\nquel outil me conseillez-vous ?",
    "sceptic": "I know these bots. You're going to tell me tools don't matter.\nyou bots\nwaste of time\nthis is a waste of time\nperte de temps\nc'est une perte de temps\nvous allez me dire que les outils ne servent à rien\nje ne parle pas à un robot\nI'm not sure your questions help at all\nje suis pas sûre que ça serve à grand chose vos questions\nvos questions ne servent à rien",
    "hurry": "hurry up\ntoo many questions\nhow many more questions?\nget to the point\nc'est long\nabrégeons\ntrop de questions\non peut aller plus vite ?",
    "disagree": "no, we do need it\nno we really do need the chatbot, customers write at night\nwe do need it\nI disagree\nsi, on en a besoin\nje ne suis pas d'accord\nmais si",
    "yes": "yes\nyup\nyep\nyup, five minutes\nouaip\nok thanks\nok merci\nmerci, oui\nok\nok, five minutes\nsure\nYes please\nyes, and less painful than I thought\nlet's go\n👍\noui\nouais\nd'accord\nça marche\nbon ok\nbon allez\nc'est parti\nOui, allons-y",
    "no": "no\nnope\nno thanks\nnot really\nnon\nnon merci\npas vraiment\nnon, pas maintenant",
    "thanks": "thanks\nThank you!\nthx\ngreat, thanks\nthank you so much\nthank you for your help\nGot it, thanks :)\nmerci\nMerci beaucoup !\nsuper, merci\nmerci pour votre aide\nmerci d'avance",
    "tu": "on peut se tutoyer\ntutoie-moi\nTutoyez-moi",
    "vous": "vouvoyez-moi\non se vouvoie",
}  # fmt: skip
UNDERSTOOD = [(name, said, lang) for name, lines in COMMANDS.items() for said in lines.splitlines() for lang in LANGS]
# What the same words say inside an answer, and the slot that is asked for.
ANSWERS = [
    ("steps", "we stop the old form"),
    ("steps", "next week Ana calls them"),
    ("steps", "next, Ana calls them"),
    ("steps", "Stop the Friday meeting, start a Monday one"),
    ("steps", "change the form used at intake"),
    ("steps", "Change the date on the forms"),
    ("steps", "later Ana tests it"),
    ("steps", "fin juin, Karim répond"),
    ("people", "back office people"),
    ("people", "human resources"),
    ("people", "les humains du service client"),
    ("blockers", "pause déjeuner trop courte"),
    ("blockers", "no time"),
    ("blockers", "no budget, no sponsor"),
    ("blockers", "non, les équipes n'ont pas le temps"),
    ("blockers", "form nobody fills in"),
    ("problem", "no idea"),
    ("problem", "help desk never answers"),
    ("problem", "Why nobody answers is unclear"),
    ("problem", "we don't know which tool to use for orders"),
    ("problem", "C'est long"),
    ("problem", "meetings are a waste of time for the 12 nurses"),
    ("problem", "people repeat the same question"),
    ("problem", "on ne sait pas quel outil ouvrir pour les commandes"),
    ("problem.who", "no one in particular"),
    ("objective", "faster answers"),
    ("objective", "faster"),
    ("objective", "plus vite"),
    ("objective", "continue to answer within 2 days"),
    ("objective.numbers", "actually it's 60 today"),
    ("objective.numbers", "en fait c'est 60"),
    ("objective.numbers", "the target is 20"),
    ("mechanism", "Actually, they call Paul"),
    ("mechanism", "en fait c'est Paul qui sait"),
    ("mechanism", "the form"),
    ("mechanism", "show and tell on Mondays"),
    ("mechanism", "no, nobody does anything"),
    ("decision", "no, nobody has said yes"),
    ("decision", "Yes, Karim said so on Friday"),
    ("decision", "oui, Inès a dit oui mardi"),
    ("commitment", "Lena, tomorrow, 30 minutes"),
    ("ifthen", "skip the meeting and write to him"),
    ("ifthen", "stop production for ten minutes"),
    ("ifthen", "thanks to Paul we have a spare"),
    ("people", "thanks to the six line leads"),
    ("commitment", "dire merci à Inès"),
    ("steps", "merci de noter : Ana appelle les clients"),
]


@pytest.mark.parametrize(("name", "said", "lang"), UNDERSTOOD)
def test_a_command_is_understood_in_a_talk_of_either_language(name: str, said: str, lang: Lang) -> None:
    wish = intent(said, lang)
    assert wish is not None
    assert wish.name == name


@pytest.mark.parametrize(("asking", "said"), ANSWERS)
@pytest.mark.parametrize("lang", LANGS)
def test_the_same_words_inside_an_answer_are_just_words(asking: str, said: str, lang: Lang) -> None:
    assert intent(said, lang, asking=asking) is None


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row.pattern)
def test_no_example_answer_is_taken_for_a_wish(row: Examples) -> None:
    for answer in (*row.weak_en, *row.weak_fr, *row.better_en, *row.better_fr):
        for asking in (None, *row.slots.split()):
            assert intent(answer, "en", asking=asking) is None
            assert intent(answer, "fr", asking=asking) is None


@pytest.mark.parametrize("row", ENGLISH + FRENCH, ids=lambda row: f"{row.slot}-{row.pattern}")
def test_no_typed_answer_is_taken_for_a_wish(row: Typed) -> None:
    for answer in row.answers.splitlines():
        assert intent(answer, row.lang, asking=row.slot) is None


@pytest.mark.parametrize(
    ("said", "lang", "wish"),
    [
        ("resume", "en", "resume"),
        ("resume", "fr", "summary"),
        ("résumé", "en", "summary"),
        ("re\u0301sume\u0301", "en", "summary"),
        ("resmue", "en", "resume"),
    ],
)
def test_resume_goes_on_and_resume_with_accents_is_the_summary(said: str, lang: Lang, wish: str) -> None:
    assert intent(said, lang) == Intent(wish)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("in English please", "en"),
        ("English", "en"),
        ("on peut parler français ?", "fr"),
        ("en français svp", "fr"),
        ("en anglais", "en"),
    ],
)
def test_a_language_is_asked_for(said: str, to: str) -> None:
    assert intent(said, "en") == intent(said, "fr") == Intent("language", to)


@pytest.mark.parametrize(
    ("said", "asking", "wish"),
    [
        ("yes I can do that", "checkin", Intent("yes", "I can do that")),
        ("no thanks", "checkin", Intent("no")),
        ("no thanks", "problem.what", Intent("stop")),
        ("non merci", "steps", Intent("stop")),
        ("thanks but no thanks", "problem.what", Intent("stop")),
        ("merci, suivant", "steps", Intent("skip")),
        ("thanks, stop", "steps", Intent("stop")),
        ("correct", "prefill", Intent("yes")),
        ("yes", "decision", Intent("yes")),
        ("no, it's the nurses", "objective.outcome", Intent("fix", "the nurses")),
        ("no, it's the director", "decision", None),
        ("actually the target is 20", "objective.numbers", None),
        (
            "country leads is 10, Brazil has none yet",
            "summary",
            Intent("fix", "country leads is 10, Brazil has none yet"),
        ),
        ("quelqu'un", "steps", None),
        ("quelqu'un", "checkin", Intent("human")),
    ],
)
def test_the_open_question_decides_what_is_meant(said: str, asking: str, wish: Intent | None) -> None:
    assert intent(said, "fr", asking=asking) == wish


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("no, it's 40 Technicians in Lyon", "40 Technicians in Lyon"),
        ("Change the target to 20", "the target to 20"),
        ("« non, c'est 40 »", "40 »"),
        ("actually the target is 20", "the target is 20"),
        ("pause, je file en Réunion", "je file en Réunion"),
        ("skip this one please", ""),
    ],
)
def test_the_rest_is_kept_as_typed(said: str, rest: str) -> None:
    wish = intent(said, "en")
    assert wish is not None
    assert wish.rest == rest


@pytest.mark.parametrize(
    ("rest", "slot"),
    [
        ("the date", "objective.numbers"),
        ("the target is 20", "objective.numbers"),
        ("objective", "objective.outcome"),
        ("les étapes", "steps"),
        ("le problème", "problem.what"),
        ("les personnes", "people"),
        ("la décision", "decision"),
        ("the check-in date", "checkin"),
        ("first action", "commitment"),
        ("les obstacles", "blockers"),
        ("what exists", "mechanism"),
        ("plan B", "ifthen"),
        ("who feels it", "problem.who"),
        ("40 technicians", None),
    ],
)
def test_a_correction_may_name_its_slot(rest: str, slot: str | None) -> None:
    assert fix_slot(rest, "en") == fix_slot(rest, "fr") == slot


@pytest.mark.parametrize("word", ["retours", "humains", "people", "pannes", "forum", "private", "water", "suivante-là"])
def test_a_word_that_looks_like_a_command_is_none(word: str) -> None:
    assert intent(word, "en", asking="objective.outcome") is None


@given(st.text(max_size=60), st.sampled_from(LANGS), st.sampled_from([None, "steps", "checkin", "summary"]))
def test_every_message_can_be_read(text: str, lang: Lang, asking: str | None) -> None:
    wish = intent(text, lang, asking=asking)
    assert wish is None or wish.name in {*COMMANDS, "language"}
