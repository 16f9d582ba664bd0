"""Buttons that are about one plan, whenever they are pressed: their key names the plan, and the version shown."""

from typing import NamedTuple

from dialogs.life.record import Ref, read_ref


class PlanButton(NamedTuple):
    """A button about a plan: its message key, the plan, and the version that the card showed."""

    name: str
    ref: Ref
    version: int


def plan_key(name: str, ref: Ref, version: int) -> str:
    """ "btn.approve:T1/U1/3@2"."""
    return f"{name}:{ref}@{version}"


def read_key(key: str) -> PlanButton | None:
    """The button of that key; None for the key of an ordinary button, or of none."""
    name, _, about = key.partition(":")
    where, _, version = about.partition("@")
    ref = read_ref(where)
    return PlanButton(name, ref, int(version)) if ref is not None and version.isdecimal() else None


def label_key(key: str) -> str:
    """The message key of a button's label, whatever it is about."""
    return key.partition(":")[0]
