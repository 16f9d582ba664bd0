"""A coach that writes down what it is handed, in memory, and knows who has seen what; and a lock for secrets."""

from collections.abc import Mapping

from adapters.hearing import Happened, Person, Seen, SheetSent
from dialogs.interception.judge import Finding, judge
from dialogs.person import PersonId
from dialogs.views import Home, Sheet, SheetKey
from tests.adapters.slack.samples import HOMES, SHEETS


class RecordingCoach:
    """Takes each source once per tenant. `away` lets the next so many calls fail, as if the database were gone."""

    def __init__(self) -> None:
        self.taken: list[Happened] = []
        self.sources: list[str] = []
        self.tries = 0
        self.away = 0
        self.judged: list[str] = []
        self.people: dict[PersonId, Person] = {}
        self.missing = False
        self.asked_for: list[tuple[SheetKey, str]] = []
        self.checked: list[SheetSent] = []
        self.mend: dict[str, str] = {}
        self.shown = 0
        self._seen: set[tuple[str, str]] = set()

    def judge(self, text: str) -> Finding | None:
        self.judged.append(text)
        finding = judge(text)
        return finding if finding.intercept else None

    def read(self, text: str) -> Finding | None:
        finding = judge(text)
        return finding if finding.tool else None

    async def listens(self, tenant: str, seen: Seen) -> bool:
        return True

    async def take(self, source: str, happened: Happened) -> bool:
        self.tries += 1
        self._reach()
        if (happened.person.tenant, source) in self._seen:
            return False
        self._seen.add((happened.person.tenant, source))
        self.sources.append(source)
        self.taken.append(happened)
        return True

    async def known(self, person: PersonId) -> Person | None:
        return self.people.get(person)

    async def sheet(self, person: Person, key: SheetKey, about: str) -> Sheet | None:
        self._reach()
        self.asked_for.append((key, about))
        return None if self.missing else next(sheet for sheet in SHEETS.values() if sheet.key == key)

    async def faults(self, person: Person, sent: SheetSent) -> Mapping[str, str]:
        self._reach()
        self.checked.append(sent)
        return self.mend

    async def home(self, person: Person) -> Home:
        self._reach()
        self.shown += 1
        return next(iter(HOMES.values()))

    @property
    def last(self) -> Happened:
        return self.taken[-1]

    @property
    def events(self) -> list[object]:
        return [happened.event for happened in self.taken]

    def _reach(self) -> None:
        if self.away:
            self.away -= 1
            raise OSError("the database is away")


class PlainSealer:
    """Turns bytes around: a secret that is kept cannot be read by chance, and a test can open it."""

    def seal(self, data: bytes) -> bytes:
        return data[::-1]

    def open(self, sealed: bytes) -> bytes:
        return sealed[::-1]
