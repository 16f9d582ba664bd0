"""Errors of the core: all of them are ours, never the person's. A person's slip is answered in words."""


class ToolGateClosed(Exception):  # noqa: N818 - named by what happened
    """A tool was about to be named before problem, objective and one step were answered or open."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} names a tool before the plan exists")
