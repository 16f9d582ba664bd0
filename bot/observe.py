"""What the process tells its operator: a line per event on stderr, and never a word that somebody said.

An event has a name, identifiers and numbers. Who reads along gets it in columns, what collects logs gets it as JSON.
"""

import os
import secrets
import sys
import traceback
from pathlib import Path

import structlog

log = structlog.get_logger()


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
    """Log a fault of ours in a turn; the id under which the log has it.

    Only its kind and its place are logged: the message of an error may quote what was typed.
    """
    reference = secrets.token_hex(4)
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    log.error("fault", id=reference, error=type(error).__name__, where=where)
    return reference
