"""What a plan's row holds once it is opened: the plan and its life as JSON, each with the schema version it has.

The plan is written as the state of a talk that holds nothing else: the talk's migrations are then the plan's too. The
life counts with the same schema, for it holds parts of plans.
"""

import msgspec

from dialogs.conversation import SCHEMA, from_json
from dialogs.life.record import Life
from dialogs.plan import Plan


class _Planned(msgspec.Struct, gc=False):
    plan: Plan


class _PlannedNow(msgspec.Struct, gc=False):
    state: _Planned


class _Lived(msgspec.Struct):
    schema: int
    life: msgspec.Raw


class _LivedNow(msgspec.Struct, gc=False):
    life: Life


# What this version wrote is read in one go, which takes a third less.
_NOW = b'{"schema":%d,' % SCHEMA
_planned_now = msgspec.json.Decoder(_PlannedNow)
_lived_now = msgspec.json.Decoder(_LivedNow)
_lived = msgspec.json.Decoder(_Lived)
_life = msgspec.json.Decoder(Life)


def plan_to_json(plan: Plan) -> bytes:
    """The plan as JSON."""
    return b'{"schema":%d,"state":{"plan":%b}}' % (SCHEMA, msgspec.json.encode(plan))


def plan_from_json(data: bytes) -> Plan:
    """The plan again. Raises msgspec.DecodeError for what is none, ValueError for a schema newer than this code."""
    return _planned_now.decode(data).state.plan if data.startswith(_NOW) else from_json(data).plan


def life_to_json(life: Life) -> bytes:
    """The life as JSON."""
    return b'{"schema":%d,"life":%b}' % (SCHEMA, msgspec.json.encode(life))


def life_from_json(data: bytes | None, version: int | None = None) -> Life:
    """The life again, a new one for None, with the number of the plan's last version. Raises as `plan_from_json`.

    Without a `version` it is the one that was noted with the life.
    """
    if data is None:
        return Life(version=version or 0)
    life = _lived_now.decode(data).life if data.startswith(_NOW) else _earlier_life(data)
    return life if version in (None, life.version) else msgspec.structs.replace(life, version=version)


def _earlier_life(data: bytes) -> Life:
    lived = _lived.decode(data)
    if lived.schema > SCHEMA:
        raise ValueError(f"life of schema {lived.schema}, this version reads up to {SCHEMA}")
    return _life.decode(lived.life)
