"""Bad days of the connector, ordered by a test."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.teams.errors import Refused

_CODES = {429: "TooManyRequests", 412: "PreconditionFailed", 403: "Forbidden"}


@dataclass
class Fault:
    """The next `times` matching calls get `status`; with `after_accept` the call is carried out all the same, only its
    answer is lost. `path` matches when the call's path contains it."""

    status: int
    times: int = 1
    method: str | None = None
    path: str = ""
    retry_after: str | None = None
    code: str = ""
    after_accept: bool = False

    def matches(self, method: str, path: str) -> bool:
        return self.times > 0 and self.method in (None, method) and self.path in path

    def refusal(self) -> Refused:
        headers = {"Retry-After": self.retry_after} if self.retry_after else None
        return Refused(self.status, self.code or _CODES.get(self.status, "ServiceError"), headers=headers)


class Faults:
    """The faults still to come, oldest first."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def take(self, method: str, path: str) -> Fault | None:
        for fault in self._ordered:
            if fault.matches(method, path):
                fault.times -= 1
                return fault
        return None
