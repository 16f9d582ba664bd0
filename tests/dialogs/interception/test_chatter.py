"""A coach that speaks up wrongly is a nag: on a company's ordinary talk it is silent."""

from dialogs.interception.judge import judge
from tests.dialogs.interception.chattering import chatter

LINES = 20_000
FALSE_ALARMS = LINES // 2_000


def test_ordinary_talk_is_left_alone() -> None:
    alarms = [line for line in chatter(LINES) if judge(line).intercept]
    assert len(alarms) <= FALSE_ALARMS, sorted(set(alarms))[:20]


def test_the_talk_is_varied() -> None:
    assert len(set(chatter(LINES))) > LINES / 2
