"""Faults of ours, as the log has them: a reference that may be told to people, never a word of anybody."""

import secrets
import traceback
from pathlib import Path

import structlog

log = structlog.get_logger()


def noted(platform: str, error: Exception) -> str:
    """Log a fault of that platform's app ("": of the runtime); the reference under which the log has it.

    Only its kind and its place are logged: the message of an error may quote what was typed.
    """
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    log.error(f"{platform}.fault".lstrip("."), id=reference, error=type(error).__name__, where=where)
    return reference
