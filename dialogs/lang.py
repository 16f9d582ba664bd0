"""The two languages that Planfirst speaks."""

from typing import Final, Literal

Lang = Literal["en", "fr"]
LANGS: Final[tuple[Lang, ...]] = ("en", "fr")
