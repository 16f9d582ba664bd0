"""The sheet in which the owner picks who reads a plan: it shows first what they will see."""

from collections.abc import Mapping

from adapters.hearing import SheetSent
from bot.living import Living
from bot.plan_commands import meant_without_name
from bot.whom import refusal
from dialogs.content.catalog import text_of
from dialogs.life.others import others_card
from dialogs.life.record import Record, Ref
from dialogs.views import Input, Sheet


def send_sheet(living: Living, about: str) -> Sheet | None:
    """The sheet about the plan of that number, or the one that is meant without; None when there is none to send."""
    record = _record(living, about)
    if record is None:
        return None
    me = living.me
    card = others_card(record, me.lang, me.familiar, living.turn.moment.today)
    asked = text_of("sheet.send.reviewer", me.lang, me.familiar)
    return Sheet(
        "send",
        text_of("sheet.send", me.lang),
        text_of("btn.send_now", me.lang),
        text_of("sheet.cancel", me.lang),
        str(record.ref.number),
        f"{text_of('sheet.send.intro', me.lang, me.familiar)}\n{card.text}",
        (Input("reviewer", asked, kind="person", required=True),),
        lang=me.lang,
    )


def refusals(living: Living, sent: SheetSent) -> Mapping[str, str]:
    """Why whoever was picked cannot read it, at the input; empty when they can."""
    for named in sent.people[:1]:
        key = "send.yourself" if named.person.key == living.me.key else refusal(named)
        if key:
            words = text_of(key, living.me.lang, living.me.familiar)
            return {"reviewer": words.format(name=named.person.first_name)}
    return {} if sent.people else {"reviewer": text_of("fault.empty", living.me.lang)}


def _record(living: Living, about: str) -> Record | None:
    if about.isdecimal():
        found = living.find(Ref(*living.me.key, int(about)))
        return found.record if found else None
    return next(iter(meant_without_name(living, "send")), None)
