"""What the process tells its operator: a line per event on stderr, and never a word that somebody said.

An event has a name, identifiers and numbers. Who reads along gets it in columns, what collects logs gets it as JSON.
"""

import os
import sys

import structlog

from adapters.faults import noted


def log_to_stderr() -> None:
    """Send the log to stderr: stdout belongs to what a command prints."""
    watched = sys.stderr.isatty()
    colours = watched and not os.environ.get("NO_COLOR")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S" if watched else "iso", utc=not watched),
            structlog.dev.ConsoleRenderer(colors=colours) if watched else structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def note_failure(error: Exception) -> str:
    """Log a fault of ours in a turn; the id under which the log has it."""
    return noted("", error)
