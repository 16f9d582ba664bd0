"""Faults of ours, as the log has them: a reference that may be told to people, never a word of anybody."""

import secrets
import traceback
from pathlib import Path

import structlog

log = structlog.get_logger()


def noted(platform: str, error: Exception) -> str:
    """Log a fault; the reference under which the log has it. Its kind and place only."""
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    log.error(f"{platform}.fault", id=reference, error=type(error).__name__, where=where)
    return reference
