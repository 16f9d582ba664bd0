"""What people say about the weekly digest: whether they want it, when, what it would say now, who sees what.

A reader is asked once whether they want it, in private, after the first thing that they do with somebody's plan.
Without an answer there is none.
"""

import re
from collections.abc import Callable
from datetime import time
from typing import Final, NamedTuple

from bot.living import Living
from bot.plan_views import list_
from bot.preferences import known, prefer, preferences_of
from bot.subscription import Subscription, subscribe, subscription, unsubscribe
from dialogs.content.catalog import text_of
from dialogs.digest.weekly import as_readers_see, so_far
from dialogs.digest.wording import weekday
from dialogs.lang import LANGS
from dialogs.life.act import Notice
from dialogs.replies import Ask, Choice, DigestCard

_TIME: Final = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])(?:\s?[:h.]\s?([0-5]\d)|\s?h)?(?![\d:])")
_DAY: Final = re.compile(r"[^\W\d_]{3,}")


def digest(living: Living, rest: str) -> None:
    """Carry out `/plan digest`, with what was typed behind it: nothing shows it as it is now."""
    said = rest.strip().casefold()
    if said in _DOES:
        _DOES[said](living)
        return
    when = read_when(said)
    if when.weekday is None and when.at is None:
        living.turn.say("digest.unread")
    else:
        _turn_on(living, when)


def ask_whether(living: Living) -> None:
    """Ask them once whether they want it, in private, behind the answer to what they did."""
    tx, me = living.tx, living.me
    if preferences_of(known(tx, me.key)).digest_asked:
        return
    prefer(tx, me.key, digest_asked=True)
    buttons = tuple(Choice(key, text_of(key, me.lang, me.familiar)) for key in ("btn.digest_on", "btn.digest_off"))
    asked = Ask("digest.consent", text_of("digest.consent", me.lang, me.familiar), "", buttons, "review")
    living.notices.append(Notice(me, asked))


class When(NamedTuple):
    """A weekday (Monday is 0) and a time of day, as far as they were said."""

    weekday: int | None
    at: time | None


def read_when(text: str) -> When:
    """The weekday and the time in a text such as "friday 16:00", "ven. 16h", "8.30"."""
    found = _TIME.search(text)
    at = time(int(found[1]), int(found[2] or 0)) if found else None
    days = (number for word in _DAY.findall(text) for number in range(7) if _is_day(word, number))
    return When(next(days, None), at)


def _is_day(word: str, number: int) -> bool:
    return any(weekday(number, lang).casefold().startswith(word) for lang in LANGS)


def _show(living: Living) -> None:
    """What it would say now, and when it comes."""
    _now(living)
    chosen = subscription(living.tx, living.me.key)
    if chosen is None:
        living.turn.say("digest.status_off")
    else:
        _say_when(living, "digest.status_on", chosen)


def _now(living: Living) -> None:
    _tell(living, so_far(living.me, living.read(), living.turn.moment.today), "digest.nothing")


def _preview(living: Living) -> None:
    """What readers of their own plans would get."""
    seen = as_readers_see(living.me, living.own(), living.turn.moment.today)
    if seen is not None:
        living.turn.say("digest.preview")
    _tell(living, seen, "digest.preview_none")


def _tell(living: Living, card: DigestCard | None, nothing: str) -> None:
    if card is None:
        living.turn.say(nothing)
    else:
        living.turn.replies.append(card)


def _turn_on(living: Living, when: When = When(None, None)) -> None:  # noqa: B008
    chosen = subscribe(living.tx, living.me, living.happened.at, when.weekday, when.at)
    prefer(living.tx, living.me.key, digest_asked=True)
    _say_when(living, "digest.on", chosen)


def _turn_off(living: Living) -> None:
    unsubscribe(living.tx, living.me.key)
    living.turn.say("digest.off")


def _say_when(living: Living, key: str, chosen: Subscription) -> None:
    living.turn.say(key, day=weekday(chosen.weekday, living.me.lang), time=f"{chosen.at:%H:%M}")


_DOES: Final[dict[str, Callable[[Living], None]]] = {
    "": _show, "now": _now, "maintenant": _now, "preview": _preview, "aperçu": _preview, "apercu": _preview,
    "on": _turn_on, "oui": _turn_on, "off": _turn_off, "non": _turn_off,
    "who": lambda living: living.turn.say("digest.who"), "qui": lambda living: living.turn.say("digest.who"),
}  # fmt: skip

PRESSED: Final[dict[str, Callable[[Living], None]]] = {
    "btn.digest_on": _turn_on, "btn.digest_off": _turn_off, "btn.all_plans": lambda living: list_(living, ""),
}  # fmt: skip
"""Buttons of a digest that are about no single plan; they work whenever they are pressed."""
