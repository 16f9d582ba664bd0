"""Compares what arrived with what had to arrive. All four figures must be 0.

Texts are compared person by person: a text that legitimately comes twice in a talk is told apart by its count.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dialogs.conversation import Conversation
from tests.crash.fake_platform import Taken
from tests.crash.talks import Expected


class Verdict(NamedTuple):
    """How many replies were lost, came again, came out of order, and how many talks ended in a wrong state."""

    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    wrong_state: int = 0


FAULTLESS = Verdict()


def judge(wanted: Mapping[str, Expected], taken: Iterable[Taken], states: Mapping[str, Conversation | None]) -> Verdict:
    """The verdict over all people of a campaign."""
    arrived: dict[str, list[str]] = {}
    for message in taken:
        arrived.setdefault(message.to, []).append(message.text)
    found = [of_one(expected.texts, arrived.pop(person, [])) for person, expected in wanted.items()]
    strays = sum(map(len, arrived.values()))
    wrong = sum(expected.conversation != states.get(person) for person, expected in wanted.items())
    lost, doubled, late = (sum(one[place] for one in found) for place in range(3))
    return Verdict(lost, doubled + strays, late, wrong)


def of_one(texts: Sequence[str], arrived: Sequence[str]) -> Verdict:
    """The verdict on what one person was told; a text that nobody expects counts as doubled."""
    missing, again = Counter(texts) - Counter(arrived), Counter(arrived) - Counter(texts)
    place = {numbered: index for index, numbered in enumerate(_numbered(texts))}
    order = [place[numbered] for numbered in _numbered(arrived) if numbered in place]
    late, furthest = 0, -1
    for index in order:
        late += index < furthest
        furthest = max(furthest, index)
    return Verdict(missing.total(), again.total(), late)


def _numbered(texts: Iterable[str]) -> list[tuple[str, int]]:
    seen: Counter[str] = Counter()
    numbered = []
    for text in texts:
        seen[text] += 1
        numbered.append((text, seen[text]))
    return numbered
