"""What a plan's row holds once it is opened: the plan and its life as JSON, each with the schema version it has.

The plan is written as the state of a talk that holds nothing else: the talk's migrations are then the plan's too. The
life counts with the same schema, for it holds parts of plans.
"""

import msgspec

from dialogs.conversation import SCHEMA, from_json
from dialogs.life.record import Life
from dialogs.plan import Plan


class _Lived(msgspec.Struct):
    schema: int
    life: msgspec.Raw


_lived = msgspec.json.Decoder(_Lived)
_life = msgspec.json.Decoder(Life)


def plan_to_json(plan: Plan) -> bytes:
    """The plan as JSON."""
    return b'{"schema":%d,"state":{"plan":%b}}' % (SCHEMA, msgspec.json.encode(plan))


def plan_from_json(data: bytes) -> Plan:
    """The plan again. Raises msgspec.DecodeError for what is none, ValueError for a schema newer than this code."""
    return from_json(data).plan


def life_to_json(life: Life) -> bytes:
    """The life as JSON."""
    return b'{"schema":%d,"life":%b}' % (SCHEMA, msgspec.json.encode(life))


def life_from_json(data: bytes | None, version: int) -> Life:
    """The life again, a new one for None, with the number of the plan's last version. Raises as `plan_from_json`."""
    if data is None:
        return Life(version=version)
    lived = _lived.decode(data)
    if lived.schema > SCHEMA:
        raise ValueError(f"life of schema {lived.schema}, this version reads up to {SCHEMA}")
    life = _life.decode(lived.life)
    return life if life.version == version else msgspec.structs.replace(life, version=version)
