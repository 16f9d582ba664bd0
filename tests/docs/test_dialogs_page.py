"""docs/dialogs.md says what the code says."""

from typing import get_args

import pytest

from dialogs.conversation import SlotState, Status
from dialogs.lang import LANGS
from dialogs.reading.intents import intent
from scripts import dialogs_page


def test_the_page_is_up_to_date() -> None:
    assert dialogs_page.PAGE.read_text(encoding="utf-8") == dialogs_page.page(), (
        "run `make docs` and commit docs/dialogs.md"
    )


def test_every_state_is_explained() -> None:
    assert list(dialogs_page._STATUS) == list(get_args(Status))
    assert list(dialogs_page._SLOT) == list(get_args(SlotState))


@pytest.mark.parametrize("wish", dialogs_page.TOLD_BY_WORDING)
def test_the_examples_of_a_wish_are_understood_as_it(wish: str) -> None:
    for lang, said in zip(LANGS, dialogs_page.TOLD_BY_WORDING[wish], strict=True):
        found = intent(said, lang, asking="problem.what")
        assert found is not None
        assert found.name == wish
