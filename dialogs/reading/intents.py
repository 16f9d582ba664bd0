"""What people say *about* the talk instead of answering: skip, back, why, pause, “just tell me which tool”…

A command is understood when it is the whole message, or opens one of six words or fewer; inside a longer
answer the same word is just a word (“we stop the old form” stops nothing). The words of both languages count
in every talk. What is not surely meant for the coach is an answer: None.
"""

import re
from typing import Final, NamedTuple

from dialogs.lang import LANGS, Lang
from dialogs.reading.intent_words import (
    IntentName,
    Phrase,
    Remarks,
    about_tools,
    also_answers,
    around,
    long_commands,
    phrases,
    remarks_of,
    thanking,
    unlike_an_answer,
)  # fmt: skip
from dialogs.reading.numbers import has_digit
from dialogs.reading.words import plain


class Intent(NamedTuple):
    """A wish about the talk; `rest` is what was said with it, as typed (for language: "en" or "fr")."""

    name: IntentName
    rest: str = ""


# Slots whose answer is free text: there, “no, …” opens an answer and only a bare “no” is one.
_OPEN: Final = frozenset(
    {
        "problem", "problem.what", "problem.who", "objective", "objective.outcome", "objective.numbers",
        "decision", "mechanism", "people", "steps", "blockers", "commitment", "ifthen",
    }
)  # fmt: skip
_SIX_WORDS: Final = 6
# “could you please give me an example”: two more words of courtesy do not make an answer of it.
_COURTESY_WORDS: Final = 2
_REMARK_WORDS: Final = 40  # longer messages are answers
_EDGE: Final = ' \t*_`~/.!?…"“”«»()[],;:–—-'
_BREAK: Final = (",", ".", "!", ";", ":", "…")
# These may be followed by a break and a few words of reason: “pause, je file en réunion”.
_GIVES_REASON: Final = frozenset(
    {"pause", "stop", "skip", "resume", "summary", "human", "yes", "no", "restart", "delete"}
)
# But these words open a step as well: “next, Ana calls them”.
_OPENS_A_STEP: Final = frozenset({"next", "later", "end", "suivant", "plus tard", "fin", "la suite", "passe"})
_YES_WITHOUT_BREAK: Final = frozenset({"yes", "yep", "yup", "yeah", "sure", "ok", "okay", "oui", "ouais", "ouaip"})
_DECLINES: Final = frozenset(
    {"no thanks", "no thank you", "thanks no", "thanks but no thanks", "non merci", "merci non"}
)


def intent(text: str, lang: Lang, *, asking: str | None = None) -> Intent | None:
    """What the message wishes of the coach, or None if it is an answer.

    `asking` is the slot of the open question. With None or a slot that takes a tap (checkin, share…) “yes, …”
    and “no, …” are a yes and a no; with "summary", “the leads are 10” is a correction.
    """
    said = plain(text)
    core = said.strip(_EDGE)
    if not core:
        return Intent("help") if "?" in said else None
    skipped = said[: len(said) - len(said.lstrip(_EDGE))].count(" ")
    message = _Message(text, core, core.split(), skipped, lang, asking)
    command = _command(message)
    if command and not (command.name in ("yes", "no") and command.rest):
        return command
    # “no, it's 40” corrects and “no, we do need it” disagrees before they are a no.
    found = _correction(message) or _remark(message) or command
    return found or (Intent("thanks") if gives_thanks(text) else None)


def gives_thanks(text: str) -> bool:
    """Whether nothing is said but thanks, in six words or fewer: “thank you!”, “ok merci”, “super, merci”."""
    said = [word for word in (typed.strip(_EDGE) for typed in plain(text).split()) if word]
    thanks, around_them = thanking()
    return len(said) <= _SIX_WORDS and not thanks.isdisjoint(said) and thanks.issuperset(set(said) - around_them)


class _Message(NamedTuple):
    """A message in its plain spelling, and what it answers; `skipped` counts lone marks before its words."""

    typed: str
    text: str
    words: list[str]
    skipped: int
    lang: Lang
    asking: str | None

    def after(self, count: int) -> str:
        """What was typed after the first `count` words."""
        return " ".join(self.typed.split()[self.skipped + count :]).strip(" ,;:–—-")

    @property
    def is_answer_expected(self) -> bool:
        return self.asking in _OPEN


# -- commands --


def _command(message: _Message) -> Intent | None:
    count = len(message.words)
    if count > _SIX_WORDS + _COURTESY_WORDS and message.is_answer_expected:
        return None
    words = [word.strip(_EDGE) for word in message.words[: _SIX_WORDS + _COURTESY_WORDS]]
    languages = _order(message)
    for language in languages:
        for phrase in phrases(language).get(words[0], ()):
            if tuple(words[: len(phrase.words)]) == phrase.words and _stands(phrase, message, words):
                return _as_intent(phrase, message, words[len(phrase.words) :])
    if count == 1:
        return next(filter(None, (_mistyped(words[0], language) for language in languages)), None)
    return _after_courtesy(message, words, languages) if count <= _SIX_WORDS + _COURTESY_WORDS else None


def _order(message: _Message) -> tuple[Lang, Lang]:
    """The talk's language first; an accent is French: “résumé” is the summary, “resume” goes on."""
    return ("fr", "en") if message.lang == "fr" or not message.typed.isascii() else ("en", "fr")


def _stands(phrase: Phrase, message: _Message, words: list[str]) -> bool:
    """Whether the phrase is the whole message, or what follows leaves it a command."""
    size, count = len(phrase.words), len(message.words)
    said = " ".join(phrase.words)
    if message.asking in also_answers().get(said, ()):
        return False
    if size == count:
        return True
    if phrase.name == "thanks":
        return False  # “thanks, stop” stops
    polar = phrase.name in ("yes", "no")
    if count <= _SIX_WORDS and set(words[size:]) <= around(polar):
        return True
    broken = message.words[size - 1].endswith(_BREAK) or not words[size]
    if not broken or phrase.name not in _GIVES_REASON or said in _OPENS_A_STEP:
        return said in _YES_WITHOUT_BREAK and message.asking is not None and not message.is_answer_expected
    return not message.is_answer_expected if polar else count <= _SIX_WORDS


def _as_intent(phrase: Phrase, message: _Message, tail: list[str]) -> Intent:
    if phrase.value:
        return Intent(phrase.name, phrase.value)
    if phrase.name == "no" and message.is_answer_expected and " ".join(phrase.words) in _DECLINES:
        return Intent("stop")
    if phrase.words == ("correct",) and message.asking is not None and not message.is_answer_expected:
        return Intent("yes")
    said_more = not set(tail) <= around(phrase.name in ("yes", "no"))
    return Intent(phrase.name, message.after(len(phrase.words)) if said_more else "")


def _after_courtesy(message: _Message, bare_words: list[str], languages: tuple[Lang, Lang]) -> Intent | None:
    """“can we skip this one?”: the courtesy is taken off; what is left must be a command and no more."""
    for language in languages:
        lead = remarks_of(language).lead_in.match(message.text)
        if lead is None:
            continue
        rest = bare_words[len(lead[0].split()) :]
        for phrase in phrases(language).get(rest[0] if rest else "", ()):
            size = len(phrase.words)
            plainly = tuple(rest[:size]) == phrase.words and set(rest[size:]) <= around(polar=False)
            if plainly and phrase.name not in ("yes", "no"):
                return Intent(phrase.name, phrase.value)
    return None


def _mistyped(word: str, lang: Lang) -> Intent | None:
    """A long command with one letter wrong: “resmue”, “pourqoi”. A plural is a word of its own."""
    if not word.isalpha():
        return None
    for command, name in long_commands(lang).items():
        if command[0] == word[0] and word != f"{command}s" and _one_typo(word, command):
            return Intent(name)
    return None


def _one_typo(word: str, command: str) -> bool:
    """One letter too many, too few or wrong, or two neighbours swapped."""
    if abs(len(word) - len(command)) > 1 or word == command:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(word, command, strict=False)) if a != b),
        min(len(word), len(command)),
    )
    left, right = word[start:], command[start:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


# -- corrections --


def fix_slot(rest: str, lang: Lang) -> str | None:
    """The slot that a correction names (“the date”, « les étapes »), or None. `lang` decides ties."""
    text = plain(rest)
    own, other = _named_slot(text, lang), _named_slot(text, "fr" if lang == "en" else "en")
    named = max(own, other, key=lambda found: len(found[1]))
    return named[0] or None


def _named_slot(text: str, lang: Lang) -> tuple[str, str]:
    """The first slot of the language's list that the text names, and by which words."""
    for slot, words in remarks_of(lang).slots.items():
        if match := words.search(text):
            return slot, match[0]
    return "", ""


def _correction(message: _Message) -> Intent | None:
    """“change the date”, “actually the target is 20”, “no, it's 40 technicians”."""
    if not unlike_an_answer().match(message.text) and message.asking != "summary":
        return None
    for reading in map(remarks_of, LANGS):
        if reading.fix.match(message.text):
            return Intent("fix", message.after(1))
        if mark := reading.mark.match(message.text):
            return Intent("fix", message.after(len(mark[0].split())))
        if (opening := reading.corrects.match(message.text)) and (found := _corrected(message, opening, reading)):
            return found
        if message.asking == "summary" and reading.states.search(message.text):
            return Intent("fix", message.after(0))
    return None


def _corrected(message: _Message, opening: re.Match[str], reading: Remarks) -> Intent | None:
    start = opening.end()
    spoken = len(opening[0].split())
    if reading.slot_is.match(message.text, start):
        slot = fix_slot(message.text[start:], message.lang)
        return Intent("fix", message.after(spoken)) if slot != message.asking else None
    value = reading.corrected.match(message.text, start)
    if value is None or not _may_correct(message, opening[0]):
        return None
    return Intent("fix", message.after(spoken + len(value[0].split())))


def _may_correct(message: _Message, opening: str) -> bool:
    """Whether “no, it's…” corrects what the coach has just said instead of answering the open question."""
    if not message.is_answer_expected:
        return True
    if message.asking in ("objective", "objective.outcome") and opening.startswith(("no", "non")):
        return True
    return message.asking not in ("objective.numbers", "steps", "commitment") and has_digit(message.text)


# -- remarks --


def _remark(message: _Message) -> Intent | None:
    """What may be said in mid-message: the tool, now; an objection; impatience; another view of a verdict."""
    if len(message.words) > _REMARK_WORDS or message.asking in also_answers().get(message.text, ()):
        return None
    if unlike_an_answer().match(message.text):
        for name, expression in (*remarks_of("en").openings, *remarks_of("fr").openings):
            if expression.match(message.text):
                return Intent(name)
    if about_tools().search(f"\n{message.text}"):
        return next((found for each in LANGS if (found := _inside(message, remarks_of(each)))), None)
    return None


def _inside(message: _Message, reading: Remarks) -> Intent | None:
    return next((Intent(name) for name, expression in reading.remarks if expression.search(f"\n{message.text}")), None)
