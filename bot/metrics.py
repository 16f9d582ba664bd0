"""What is counted and timed, for Prometheus. A registry of its own: tests and two runtimes do not share numbers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600)


class Metrics:
    """The numbers of one process. Labels are words of ours, never an identifier of a person."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.events = self._counter("events", "Events that came in", "platform", "outcome")
        self.interceptions = self._counter("interceptions", "Tool-first messages, by what became of them", "outcome")
        self.turns = self._counter("turns", "Turns taken", "outcome")
        self.deliveries = self._counter("deliveries", "Attempts to deliver a message", "platform", "outcome")
        self.retries = self._counter("retries", "Attempts put off", "queue")
        self.dead_letters = self._counter("dead_letters", "What was given up, with its reason", "queue")
        self.scheduled = self._counter("scheduled", "Scheduled rows that came due", "kind", "outcome")
        self.turn_seconds = self._histogram("turn_seconds", "Time of one turn, its transaction included")
        self.waited_seconds = self._histogram("waited_seconds", "From the event's arrival to its turn")
        self._oldest = Gauge(
            "planfirst_oldest_waiting_seconds", "Age of what waits longest", ["queue"], registry=self.registry
        )

    def oldest(self, waiting: Mapping[str, datetime | None], now: datetime) -> None:
        """Note since when the oldest row of each queue waits."""
        for queue, since in waiting.items():
            self._oldest.labels(queue).set(max((now - since).total_seconds(), 0) if since else 0)

    def page(self) -> bytes:
        """The numbers in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"planfirst_{name}", what, labels, registry=self.registry)

    def _histogram(self, name: str, what: str) -> Histogram:
        return Histogram(f"planfirst_{name}", what, buckets=SECONDS, registry=self.registry)
