"""The lines of a digest, from the facts of a week, in its reader's language."""

import calendar
from datetime import date, timedelta
from typing import Final, NamedTuple

from dialogs.coach.quoting import quote, sentence_case
from dialogs.content.catalog import counted, text_of
from dialogs.digest.findings import Change, Figure, Findings, Flow, Stuck, Waiting
from dialogs.digest.period import WEEK, Period
from dialogs.lang import Lang
from dialogs.life.checkins import bar
from dialogs.life.others import title_for_others
from dialogs.life.record import Record
from dialogs.plan import Objective
from dialogs.saying import day, figure, number, plural, spaced, with_label

MEASURE_WORDS: Final = 7
LONGEST_NAME: Final = 24  # characters of an owner's first name
_HEADLINE_PARTS: Final = 2
_SIGNS: Final = frozenset("%€$£")
_FAR_DAYS: Final = 334  # as for days in full: nearer than that, a day without its year is not ambiguous
_LOCALES: Final[dict[Lang, str]] = {"en": "en_GB", "fr": "fr"}


class Wording(NamedTuple):
    """How lines are written: for whom, and how many characters a title or a measure may have."""

    lang: Lang
    today: date
    longest: int

    def headline(self, found: Findings) -> str:
        """What the week asks for, in a sentence: at most two things, decisions first."""
        counts = {
            "decisions": len(found.waiting),
            "behind": sum(one.behind for one in found.figures),
            "stuck": len(found.stuck),
            "figures": len(found.figures),
            "news": len({change.record.ref for change in found.changes}),
        }
        said = [self._in_words(f"count.{name}", count) for name, count in counts.items() if count]
        return spaced(sentence_case("; ".join(said[:_HEADLINE_PARTS])) + ".", self.lang)

    def waiting(self, one: Waiting) -> str:
        """ "An answer to every idea (Maya): your yes, 6 days"."""
        what = text_of("digest.what.change" if one.again else "digest.what.yes", self.lang)
        said = text_of("digest.since", self.lang).format(what=what, age=self._age(one.days))
        return self._item(one.record, said)

    def stuck(self, one: Stuck) -> str:
        """ "Half the how-to tickets (Ben): 12 days, no date for the next step"."""
        cause = text_of(f"digest.cause.{one.cause}", self.lang)
        return self._item(one.record, text_of("digest.stands", self.lang).format(age=self._age(one.days), cause=cause))

    def change(self, one: Change) -> str:
        """ "An answer to every idea (Maya): approved"."""
        return self._item(one.record, text_of(f"digest.became.{one.became}", self.lang))

    def figure(self, one: Figure, period: Period) -> str:
        """ "▓▓░░░░░░░░ Days to first solo job: 41 (42 last week; 45 → 25 by Sept)"."""
        objective = one.record.plan.objective
        measure = self._cut(sentence_case(quote(objective.measure or objective.outcome, MEASURE_WORDS)))
        beside = "; ".join(filter(None, (self._before(one, period), self._way(objective))))
        value = _figure(one.now.value, objective, self.lang, whole=True)
        said = with_label(measure, f"{value} ({beside})" if beside else value, self.lang)
        return spaced(f"{bar(objective, one.now.value)} {said}".strip(), self.lang)

    def flow(self, flow: Flow) -> str:
        """ "5 running (+1), 1 approved, 1 dropped: solved another way."."""
        running = counted("count.running", flow.running, self.lang)
        parts = [f"{running} ({flow.more:+d})".replace("-", "−") if flow.more else running]
        others = {"approved": flow.approved, "done": flow.done, "dropped": flow.dropped}
        parts += [counted(f"count.{name}", count, self.lang) for name, count in others.items() if count]
        said = ", ".join(parts)
        if flow.reason and flow.reason != "drop.unsaid":
            said = with_label(said, _uncapital(text_of(flow.reason, self.lang)), self.lang)
        return spaced(f"{said}.", self.lang)

    def _item(self, record: Record, what: str) -> str:
        owner = record.life.owner.name[:LONGEST_NAME] if record.life.owner else ""
        title = self._cut(title_for_others(record, self.lang))
        key = "digest.item" if owner else "digest.item.nobody"
        return spaced(text_of(key, self.lang).format(title=title, owner=owner, what=what), self.lang)

    def _cut(self, words: str) -> str:
        """No longer than there is room, cut between words where that can be."""
        if len(words) <= self.longest:
            return words
        head = words[: self.longest - 1]
        return f"{head.rpartition(' ')[0] or head}…"

    def _age(self, days: int) -> str:
        return counted("count.days", days, self.lang) if days else text_of("word.today", self.lang)

    def _before(self, one: Figure, period: Period) -> str:
        """The figure that stood before this week; one that is older has its day."""
        if one.before is None:
            return ""
        value = _figure(one.before.value, one.record.plan.objective, self.lang)
        if one.before.on >= period.first - WEEK:
            return text_of("digest.last_week", self.lang).format(value=value)
        on = day(one.before.on, self.lang, self.today)
        return text_of("digest.last_on", self.lang).format(value=value, date=on)

    def _way(self, objective: Objective) -> str:
        if objective.target is None:
            return ""
        start = "?" if objective.baseline is None else _figure(objective.baseline, objective, self.lang)
        way = f"{start} → {_figure(objective.target, objective, self.lang)}"
        if objective.due is None:
            return way
        return f"{way} {self._by(objective.due)}"

    def _by(self, due: date) -> str:
        """ "by 12 Sept", or "by Sept" for the end of a month; with the year of a day more than eleven months away."""
        ends_month = due.day == calendar.monthrange(due.year, due.month)[1]
        pattern = ("MMM" if ends_month else "d MMM") + (" y" if abs((due - self.today).days) > _FAR_DAYS else "")
        key = "digest.by_month" if ends_month else "word.by"
        return text_of(key, self.lang).format(date=_written(due, pattern, self.lang))

    def _in_words(self, key: str, count: int) -> str:
        """A count with its number as a word: "two decisions wait for you"."""
        form = "other" if plural(count, self.lang) else "one"
        written = text_of(f"word.n.{count}", self.lang) if 2 <= count <= 9 else number(count, self.lang)
        return text_of(f"{key}.{form}", self.lang).format(count=written)


def month(when: date, lang: Lang) -> str:
    """ "March"."""
    return _written(when, "MMMM", lang)


def weekday(number_: int, lang: Lang) -> str:
    """ "Monday" for 0."""
    return _written(date(2026, 3, 2) + timedelta(days=number_), "EEEE", lang)


def _figure(value: float, objective: Objective, lang: Lang, *, whole: bool = False) -> str:
    """A figure; its unit where that is a sign, or once in a line whose measure does not say it."""
    unit = objective.unit
    if unit in _SIGNS or (whole and unit.casefold() not in objective.measure.casefold()):
        return figure(value, unit, lang)
    return number(value, lang)


def _uncapital(words: str) -> str:
    return words[:1].lower() + words[1:]


def _written(when: date, pattern: str, lang: Lang) -> str:
    from babel.dates import format_date

    return format_date(when, pattern, locale=_LOCALES[lang])
