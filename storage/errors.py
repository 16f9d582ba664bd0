"""What can go wrong with the memory, in words that tell the operator what to do next.

No error here ever costs data: a file that cannot be read is left as it is, a transaction that fails changes
nothing. Messages name places and settings, never keys, never what a person said.
"""


class StorageError(Exception):
    """Something about the database that its operator can put right; the message says how."""


class UnknownDatabaseError(StorageError):
    """The URL names no database that this version knows."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"PLANFIRST_DATABASE_URL is {url!r}, which is no database this version knows. "
            "Write sqlite:///data/planfirst.db (a path below this folder) "
            "or sqlite:////var/lib/planfirst/planfirst.db (a full path), "
            "or postgresql://user:password@host:5432/planfirst."
        )


class CorruptDatabaseError(StorageError):
    """The file is no database, or a damaged one. It is left untouched."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The database {place} is damaged or is no database. Nothing was changed in it. "
            f"Stop Planfirst, put it aside with its companions "
            f"(mkdir damaged && mv {place}* damaged/), then put a backup back in its place, "
            "or start again to begin with an empty one."
        )


class NotWritableError(StorageError):
    """The data folder, the database or the key file cannot be written or opened."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} cannot be written. Planfirst needs to read and write that file and its folder: "
            "check their owner and mode (ls -la), that the disk is not mounted read-only, "
            "or choose another place with PLANFIRST_DATABASE_URL."
        )


class DiskFullError(StorageError):
    """No room is left for the database."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The disk of {place} is full or fails. What was saved before is still there; the last "
            "change was not saved. Make room or check the disk (df -h, dmesg), then send it again."
        )


class DatabaseBusyError(StorageError):
    """Another process kept the database locked for longer than the busy timeout."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Another process holds the database {place}. Stop it (two Planfirst on one file, "
            "a backup, an open sqlite3 shell), then try again; the last change was not saved."
        )


class DatabaseInUseError(StorageError):
    """Another process works with this SQLite file, which is for one."""

    def __init__(self, place: str, process: str) -> None:
        super().__init__(
            f"Planfirst already runs on the database {place} (process {process or 'unknown'}), and an SQLite file is "
            "for one process. Stop that one, or give this one a database of its own with PLANFIRST_DATABASE_URL. "
            "To run several processes, use PostgreSQL."
        )


class UnreachableError(StorageError):
    """The database server does not answer, or has no time yet."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The database server of {place} cannot be reached. What was saved before is still there. Check that "
            "PostgreSQL runs and is ready (pg_isready), and host and port in PLANFIRST_DATABASE_URL."
        )


class RefusedByServerError(StorageError):
    """The database server is there and lets nobody in under that name."""

    def __init__(self, place: str, said: str) -> None:
        super().__init__(
            f"The database server of {place} refused the connection: {said}. Check user, password and name of the "
            "database in PLANFIRST_DATABASE_URL, and the server's pg_hba.conf."
        )


class NotAllowedError(StorageError):
    """The database may not be changed by this user, or is a copy for reading only."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The database {place} may not be changed. If it is a standby, name the primary in "
            "PLANFIRST_DATABASE_URL; else make the user its owner (ALTER DATABASE ... OWNER TO ...)."
        )


class OldServerError(StorageError):
    """The database server is older than what this version works with."""

    def __init__(self, place: str, found: int, needed: int) -> None:
        super().__init__(
            f"The database server of {place} is PostgreSQL {found}; Planfirst needs {needed} or newer. "
            "Nothing was changed in it."
        )


class NewerDatabaseError(StorageError):
    """The database was migrated by a later version of Planfirst."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(
            f"The database {place} is at revision {revision}, which this version of Planfirst does not "
            "know. Nothing was changed in it. Start the newer version again, "
            "or put back the backup made before the upgrade."
        )


class WrongKeyError(StorageError):
    """None of the keys opens what was sealed."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"What is stored in {place} was sealed with another key. Nothing was changed in it. "
            "Put the earlier key back: add it at the end of PLANFIRST_SECRET_KEYS (newest first, comma "
            "between keys), or put the secret.key file of the same backup back into the data folder."
        )


class BadKeysError(StorageError):
    """A key is missing or is not of the right form. The message never shows it."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"{source} holds no key or a malformed one. A key is 44 characters, made by: python -c "
            "'from storage.secrets import new_key; print(new_key())'. "
            "Several keys are separated by commas, newest first."
        )


class UnreadableRecordError(StorageError):
    """A stored talk or plan was opened but this version cannot read it. It stays as it is."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(
            f"The stored {what} cannot be read by this version of Planfirst ({reason}). It was kept as it "
            "is. Start the version that wrote it, or upgrade."
        )


class Conflict(StorageError):  # noqa: N818 - it is no fault, it asks to try again
    """Somebody else changed the row since it was read: load it again, then decide again."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} changed since it was read: nothing was saved. Load it again.")
