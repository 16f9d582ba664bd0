"""Slack's payloads as they were when somebody looked at them."""

from functools import partial
from typing import Final

from tests.adapters import golden

is_golden: Final = partial(golden.is_golden, "slack")
