"""The sheets: a plan, one of its steps, and a person's settings, each as a form in a window of its own.

A sheet starts with what is known. What comes back is held against it: only what changed counts, and only what cannot
be kept is sent back. A weak answer is no fault; the plan lists it as an open point.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Final

from msgspec.structs import replace

from dialogs.coach.quoting import quote
from dialogs.coach.repairs import FORM_SLOTS
from dialogs.coach.steps import read_steps
from dialogs.coach.told import told
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.lang import LANGS, Lang
from dialogs.reading.dates import find_dates
from dialogs.reading.typed import printable
from dialogs.replies import Choice
from dialogs.views import Input, InputKind, Settings, Sheet, SheetKey

_LINES: Final = frozenset({"problem.who", "objective.numbers", "decision"})  # answers of a few words
_STEP_WORDS: Final = 8  # of a step on the button that opens it


def plan_sheet(conversation: Conversation, today: date) -> Sheet:
    """The six main answers of a plan, as they stand, and a way to each of its steps."""
    plan, lang = conversation.plan, conversation.lang
    return _sheet(
        "edit.plan",
        text_of("sheet.plan", lang).format(number=plan.number),
        lang,
        about=str(plan.number),
        intro=text_of("sheet.plan.intro", lang, conversation.familiar),
        inputs=tuple(_answer(conversation, slot, today) for slot in FORM_SLOTS),
        links=tuple(
            Choice(f"edit.step:{plan.number}/{index}", f"{index + 1}. {quote(step.text, _STEP_WORDS)}")
            for index, step in enumerate(plan.steps)
        ),
    )


def step_sheet(conversation: Conversation, step: int, today: date) -> Sheet | None:
    """One step, counted from 0: its words, who does it, by which day. None for a step that is not there."""
    plan, lang = conversation.plan, conversation.lang
    if not 0 <= step < len(plan.steps):
        return None
    stands = plan.steps[step]
    due = stands.due.isoformat() if stands.due else ""
    return _sheet(
        "edit.step",
        text_of("sheet.step", lang).format(number=step + 1),
        lang,
        about=f"{plan.number}/{step}",
        inputs=(
            Input("text", text_of("sheet.text", lang), stands.text, required=True),
            Input("owner", text_of("sheet.owner", lang), stands.owner or "", "line"),
            Input("due", text_of("sheet.due", lang), due, "day"),
        ),
    )


def settings_sheet(settings: Settings, lang: Lang) -> Sheet:
    """How the person is addressed, when the coach may offer its help, and the way to have everything deleted."""
    address = _choice("register", lang, ("vous", "tu"), "tu" if settings.familiar else "vous")
    return _sheet(
        "settings",
        text_of("sheet.settings", lang),
        lang,
        inputs=(
            _choice("lang", lang, LANGS, settings.lang),
            *((address,) if lang == "fr" else ()),
            _choice("offers", lang, ("on", "off"), "on" if settings.offers else "off"),
            Input("from", text_of("sheet.from", lang), settings.hours_from, "time", required=True),
            Input("to", text_of("sheet.to", lang), settings.hours_to, "time", required=True),
            *_quiet_channels(settings, lang),
            *_digest(settings, lang),
        ),
        links=(Choice("forget", text_of("sheet.forget", lang)),),
    )


def changed(sheet: Sheet, values: Mapping[str, str]) -> dict[str, str]:
    """What came back otherwise than it was shown: input -> value."""
    sent = {field.name: printable(values[field.name]) for field in sheet.inputs if field.name in values}
    return {field.name: sent[field.name] for field in sheet.inputs if field.name in sent and _differs(field, sent)}


def faults(sheet: Sheet, values: Mapping[str, str], today: date) -> dict[str, str]:
    """What cannot be kept as it came back: input -> a sentence. Only what was changed is looked at."""
    sent = {field.name: field.value for field in sheet.inputs} | changed(sheet, values)
    found: dict[str, str] = {}
    for field in sheet.inputs:
        key = next(_faults_of(sheet, field, sent, today), None)
        if key is not None:
            found[field.name] = text_of(key, sheet.lang).format(limit=field.most)
    return found


def _faults_of(sheet: Sheet, field: Input, sent: Mapping[str, str], today: date) -> Iterator[str]:
    value = sent[field.name]
    if field.required and not value:
        yield "fault.empty"
    if len(value) > field.most:
        yield "fault.long"
    if field.name == "to" and _time(value) is not None and _time(sent["from"]) is not None and value <= sent["from"]:
        yield "fault.hours"
    if value == field.value:
        return
    if field.name == "steps" and not read_steps(value, sheet.lang, today, ""):
        yield "fault.steps"
    days = find_dates(value, sheet.lang, today) if field.name == "objective.numbers" else ()
    if days and all(found.past for found in days):
        yield "fault.past"
    if not set(_keys(field, value)) <= {choice.key for choice in field.choices}:
        yield "fault.choice"
    if value and field.kind == "time" and _time(value) is None:
        yield "fault.choice"
    if value and field.kind == "day":
        yield from _faults_of_day(value, today)


def _faults_of_day(value: str, today: date) -> Iterator[str]:
    try:
        if date.fromisoformat(value) < today:
            yield "fault.past"
    except ValueError:
        yield "fault.day"


def _time(value: str) -> time | None:
    try:
        return time.fromisoformat(value)
    except ValueError:
        return None


def _keys(field: Input, value: str) -> list[str]:
    """The keys of the choices made; none for an input without choices."""
    if field.kind == "choice":
        return [value]
    return [key for key in value.split(",") if key] if field.kind == "choices" else []


def _differs(field: Input, sent: Mapping[str, str]) -> bool:
    value = sent[field.name]
    if field.kind == "choices":
        return set(_keys(field, value)) != set(_keys(field, field.value))
    return value != field.value


def _sheet(
    key: SheetKey,
    title: str,
    lang: Lang,
    *,
    about: str = "",
    intro: str = "",
    inputs: tuple[Input, ...],
    links: tuple[Choice, ...] = (),
) -> Sheet:
    save, cancel = text_of("sheet.save", lang), text_of("sheet.cancel", lang)
    return Sheet(key, title, save, cancel, about, intro, inputs, links, lang)


def _answer(conversation: Conversation, slot: str, today: date) -> Input:
    """One answer of the plan. A hint tells what is asked for while there is none."""
    lang, value = conversation.lang, told(conversation, slot, today)
    kind: InputKind = "line" if slot in _LINES and "\n" not in value else "text"
    hint = "" if value else text_of(f"simple.{slot}", lang, conversation.familiar)
    shown = Input(slot, text_of(f"label.{slot}", lang), kind=kind, hint=hint)
    return replace(shown, value=value[: shown.most].strip())


def _choice(name: str, lang: Lang, keys: tuple[str, ...], value: str) -> Input:
    choices = tuple(Choice(key, text_of(f"sheet.{name}.{key}", lang)) for key in keys)
    return Input(name, text_of(f"sheet.{name}", lang), value, "choice", choices=choices, required=True)


def _digest(settings: Settings, lang: Lang) -> tuple[Input, ...]:
    """Whether and when the weekly digest comes; nothing for somebody who reads no plans."""
    if not settings.digest:
        return ()
    at = Input("digest_at", text_of("sheet.digest_at", lang), settings.digest_at, "time", required=True)
    return _choice("digest", lang, ("off", *"0123456"), settings.digest), at


def _quiet_channels(settings: Settings, lang: Lang) -> tuple[Input, ...]:
    """The channels without offers, all ticked; none when there are none."""
    if not settings.quiet_channels:
        return ()
    ids = ",".join(channel.key for channel in settings.quiet_channels)
    hint = text_of("sheet.channels.hint", lang, settings.familiar)
    label = text_of("sheet.channels", lang)
    return (Input("channels", label, ids, "choices", hint, settings.quiet_channels),)
