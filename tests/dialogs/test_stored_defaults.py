"""Defaults are not stored, so they are part of the schema: changing one would change what stored talks say.

When this fails, a new `SCHEMA` version with its migration (which writes the former default out where the field is
missing) comes with the new default; then the line here is brought up to date. A new field, with the value that it
has in older talks as its default, needs only its entry here.
"""

from collections.abc import Iterator
from typing import Final

import msgspec
import pytest

from dialogs import conversation, plan
from dialogs.conversation import Conversation, Slot, from_json, to_json
from dialogs.plan import Plan

NEEDED: Final = "(always stored)"

DEFAULTS: Final = {
    "Slot": '{"state":"empty","text":"","pattern":null,"probed":[],"before":[],"sensitive":false}',
    "Prompt": '{"key":"(always stored)","token":"(always stored)","slot":"","step":null,"again":"","buttons":[],"about":""}',
    "Offer": '{"tool":"(always stored)","goal":null,"problem":null,"people":null,"due":null,"source":""}',
    "Conversation": '{"first_name":"","lang":"en","familiar":false,"status":"idle","turn":0,"prompt":null,"held":null,"offer":null,"slots":{},"plan":{},"trail":[],"plans_begun":0,"read_at_once":false,"summary_shown":false,"insisted":0,"reassured":false,"missed":0,"other_language":0,"last_at":null,"remind_at":null,"nudged":false,"delete_on":null}',
    "Objective": '{"outcome":"","measure":"","baseline":null,"target":null,"unit":"","due":null,"estimate":false}',
    "Decision": '{"sponsor":"","ask_on":null,"said_yes":false,"said_yes_on":null}',
    "Step": '{"text":"(always stored)","owner":null,"due":null,"source":"","read":null,"attrs":{},"unsure":null,"was":null,"verdict":null,"rule":null,"reason":null,"categories":[],"tool":null}',
    "Obstacle": '{"text":"","kind":null,"abstract":false,"sensitive":false,"talk_on":null}',
    "Override": '{"step":"(always stored)","tool":"(always stored)","reason":"(always stored)"}',
    "Plan": '{"number":0,"state":"draft","archetype":"other","trigger_tool":null,"problem":"","who":"","objective":{},"decision":{},"mechanism":"","mechanism_level":null,"people":"","steps":[],"obstacles":[],"commitment":"","commitment_on":null,"ifthen":"","checkin_on":null,"share":null,"reviewer":null,"overrides":[],"weak":{}}',
}


def stored() -> Iterator[type[msgspec.Struct]]:
    """What a stored talk or plan is made of."""
    for module in (conversation, plan):
        for name, kind in vars(module).items():
            if isinstance(kind, type) and kind.__module__ == module.__name__ and not name.startswith("_"):
                yield kind


def defaults_of(kind: type[msgspec.Struct]) -> dict[str, object]:
    """Field -> its default."""
    return {
        field.name: field.default
        if field.default is not msgspec.NODEFAULT
        else NEEDED
        if field.default_factory is msgspec.NODEFAULT
        else field.default_factory()
        for field in msgspec.structs.fields(kind)
    }


@pytest.mark.parametrize("kind", list(stored()), ids=lambda kind: kind.__name__)
def test_defaults_are_those_of_the_schema(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.omit_defaults
    assert msgspec.json.encode(defaults_of(kind)).decode() == DEFAULTS[kind.__name__]


def test_nothing_said_is_nothing_stored() -> None:
    assert to_json(Conversation()) == b'{"schema":1,"state":{}}'
    assert to_json(Conversation(plan=Plan(number=2))) == b'{"schema":1,"state":{"plan":{"number":2}}}'


def test_talk_stored_with_every_default_written_out_is_the_same_talk() -> None:
    slot = Slot("given", "Two days to answer")
    in_full = msgspec.json.encode(defaults_of(Slot) | {"state": slot.state, "text": slot.text})
    assert from_json(b'{"schema":1,"state":{"slots":{"people":%b}}}' % in_full) == Conversation(slots={"people": slot})
