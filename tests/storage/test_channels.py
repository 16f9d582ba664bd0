from datetime import UTC, datetime

from storage.channels import ChannelEntry, ChannelId
from storage.store import Store

GENERAL = ChannelId("acme", "general")
NOW = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)


def test_coach_listens_nowhere_until_the_company_says_so(store: Store) -> None:
    assert store.run_now(lambda tx: tx.channels.get(GENERAL)) == "off"


def test_channel_is_opted_in_and_out(store: Store) -> None:
    store.run_now(lambda tx: tx.channels.put(GENERAL, "shadow"))
    store.run_now(lambda tx: tx.channels.put(ChannelId("zeta", "general"), "off"))
    store.run_now(lambda tx: tx.channels.put(GENERAL, "on"))
    assert store.run_now(lambda tx: tx.channels.get(GENERAL)) == "on"
    assert store.run_now(lambda tx: tx.channels.get(ChannelId("zeta", "general"))) == "off"
    store.run_now(lambda tx: tx.channels.put(GENERAL, "off"))
    assert store.run_now(lambda tx: tx.channels.get(GENERAL)) == "off"


def test_channel_tells_who_set_it_and_since_when(store: Store) -> None:
    assert store.run_now(lambda tx: tx.channels.entry(GENERAL)) is None
    store.run_now(lambda tx: tx.channels.put(GENERAL, "shadow", "ana", NOW))
    assert store.run_now(lambda tx: tx.channels.entry(GENERAL)) == ChannelEntry("shadow", "ana", NOW)
    assert store.run_now(lambda tx: tx.channels.entry(ChannelId("zeta", "general"))) is None
    store.run_now(lambda tx: tx.channels.put(GENERAL, "on"))
    assert store.run_now(lambda tx: tx.channels.entry(GENERAL)) == ChannelEntry("on", None, None)


def test_how_sure_it_has_to_be_outlives_off_and_on(store: Store) -> None:
    store.run_now(lambda tx: tx.channels.decide(GENERAL, ChannelEntry("shadow", "ana", NOW, "strict")))
    store.run_now(lambda tx: tx.channels.put(GENERAL, "off", "ben", NOW))
    assert store.run_now(lambda tx: tx.channels.entry(GENERAL)) == ChannelEntry("off", "ben", NOW, "strict")
