from storage.channels import ChannelId
from storage.store import Store

GENERAL = ChannelId("acme", "general")


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
