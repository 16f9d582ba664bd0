"""`/plan data` and `/plan forget`: what is stored about a person, and having it deleted."""

from typing import Final

from bot.living import Living
from bot.preferences import known, preferences_of
from dialogs.content.catalog import counted, text_of
from dialogs.life.act import Asked, Question
from dialogs.life.asking import ask_beside
from dialogs.replies import Choice

FORGET: Final = "forget"
"""The act of the question whether all is to be deleted."""


def data(living: Living) -> None:
    """What is stored, in a few lines of words and counts."""
    tx, me, turn = living.tx, living.me, living.turn
    someone = known(tx, me.key)
    quiet = preferences_of(someone).quiet_channels
    turn.say(
        "data.stored",
        name=me.name or "?",
        zone=someone.zone or me.zone,
        language=text_of(f"sheet.lang.{me.lang}", me.lang),
        plans=counted("count.plans", len(living.own()), me.lang),
        read=counted("count.plans", len(living.read()), me.lang),
        offers=counted("count.offers", len(tx.offers.of_person(me.key)), me.lang),
        channels=counted("count.channels", len(quiet), me.lang),
    )
    if given := tx.offers.sentences_of(me.key):
        turn.say("data.sentences", sentences=counted("count.sentences", given, me.lang))


def forget_me(living: Living) -> None:
    """Ask once more: nothing brings it back."""
    me = living.me
    choices = (Choice(key, text_of(key, me.lang, me.familiar)) for key in ("btn.forget_all", "btn.cancel"))
    asked = text_of("data.forget_ask", me.lang, me.familiar)
    ask_beside(living.turn, Asked("data.forget_ask", asked, Question(FORGET), tuple(choices)))
