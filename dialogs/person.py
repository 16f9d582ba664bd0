"""Who a person is to us: a name that adapters, storage and runtime share."""

from typing import NamedTuple


class PersonId(NamedTuple):
    """Who: the company, and the person's identifier in it."""

    tenant: str
    id: str
