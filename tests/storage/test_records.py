"""Plans with their life: what owner and reviewer keep, who finds them, and what moves along with an account."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Barrier

import msgspec
import pytest

from dialogs.life.record import Approval, Life, OldTarget, Party, Reading, Record, Ref, Remark
from dialogs.person import PersonId
from dialogs.plan import Objective, Plan
from storage import opening
from storage.errors import Conflict, UnreadableRecordError
from storage.plans import Kept, PlanVersion
from storage.secrets import KeyRing
from storage.store import Store
from storage.transaction import Transaction

MAYA, SAM = PersonId("acme", "maya"), PersonId("contoso", "sam")
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOON = MORNING + timedelta(hours=3)
PLAN = Plan(number=3, state="in_review", problem="Two days to answer")
REVIEWER = Party(*SAM, "Sam", "fr", zone="Europe/Paris", platform="teams", place="their chat")
BY_SAM = Life(
    since=MORNING,
    owner=Party(*MAYA, "Maya"),
    reviewer=REVIEWER,
    sent_at=MORNING,
    sent_version=1,
)
SENT = Record(Ref(*MAYA, 3), PLAN, BY_SAM)


def plan_of(owner: PersonId, number: int, life: Life) -> Record:
    return Record(Ref(*owner, number), Plan(number=number, state="in_review"), life)


def keep(
    store: Store, record: Record, revision: int | None = None, *, at: datetime = MORNING, version: bool = False
) -> Record:
    return store.run_now(lambda tx: tx.plans.keep(record, at, revision, version=version))


def kept(store: Store, ref: Ref) -> Kept:
    found = store.run_now(lambda tx: tx.plans.record(ref))
    assert found is not None
    return found


def read_by(store: Store, person: PersonId) -> list[Ref]:
    return [record.ref for record in store.run_now(lambda tx: tx.plans.read_by(person))]


def with_life(record: Record, **changed: object) -> Record:
    return record._replace(life=msgspec.structs.replace(record.life, **changed))


def test_a_whole_life_comes_back(store: Store) -> None:
    lived = with_life(
        SENT,
        followers=(Party("acme", "lea", "Léa"),),
        posted=("#général",),
        posted_at=NOON,
        approval=Approval("sam", NOON, 1),
        change=Remark("sam", NOON, 1, "One step fewer"),
        comments=(Remark("sam", NOON, 1, "Bravo"),),
        readings=(Reading(date(2026, 4, 1), 41.5, "the new form"),),
        old_targets=(OldTarget(Objective("faster", baseline=45, target=25), date(2026, 4, 1)),),
        first_step="done",
        asked_on=(date(2026, 4, 1),),
        timers=("first_step",),
    )
    written = keep(store, lived, version=True)
    assert written == with_life(lived, version=1)
    assert kept(store, SENT.ref) == Kept(written, 0)


def test_there_is_no_record_until_one_is_kept(store: Store) -> None:
    assert store.run_now(lambda tx: tx.plans.record(SENT.ref)) is None
    assert store.run_now(lambda tx: tx.plans.records(MAYA)) == ()
    assert store.run_now(lambda tx: tx.plans.read_by(SAM)) == ()


def test_plan_that_only_was_talked_about_has_an_empty_life(store: Store) -> None:
    store.run_now(lambda tx: tx.plans.save(MAYA, PLAN, MORNING, version=False))
    assert kept(store, SENT.ref) == Kept(Record(SENT.ref, PLAN, Life()), 0)


def test_who_keeps_over_what_another_changed_is_told_and_changes_nothing(store: Store) -> None:
    keep(store, SENT)
    approved = with_life(SENT, approval=Approval("sam", NOON, 1))
    keep(store, approved, 0, at=NOON)
    with pytest.raises(Conflict, match="plan changed since it was read"):
        keep(store, with_life(SENT, stalled_on=date(2026, 3, 2)), 0, version=True)
    assert kept(store, SENT.ref) == Kept(approved, 1)
    assert store.run_now(lambda tx: tx.plans.versions(MAYA, 3)) == ()


def test_a_plan_is_new_once(store: Store) -> None:
    keep(store, SENT)
    with pytest.raises(Conflict):
        keep(store, SENT)


def test_a_plan_that_is_gone_is_not_kept_again(store: Store) -> None:
    with pytest.raises(Conflict):
        keep(store, SENT, 0)
    assert store.run_now(lambda tx: tx.plans.record(SENT.ref)) is None


def test_a_turn_of_the_talk_leaves_the_life_and_shows_that_the_plan_changed(store: Store) -> None:
    keep(store, SENT)
    edited = msgspec.structs.replace(PLAN, problem="Three days to answer")
    store.run_now(lambda tx: tx.plans.save(MAYA, edited, NOON, version=False))
    assert kept(store, SENT.ref) == Kept(SENT._replace(plan=edited), 1)
    with pytest.raises(Conflict):
        keep(store, with_life(SENT, approval=Approval("sam", NOON, 1)), 0)


def test_the_life_names_the_last_version_whoever_kept_it(store: Store) -> None:
    first = keep(store, SENT, version=True)
    store.run_now(lambda tx: tx.plans.save(MAYA, PLAN, NOON, version=True))
    assert kept(store, SENT.ref).record.life.version == 2
    assert keep(store, first, 1, version=True).life.version == 3
    assert kept(store, SENT.ref).record.life.version == 3
    numbers = [version.version for version in store.run_now(lambda tx: tx.plans.versions(MAYA, 3))]
    assert numbers == [1, 2, 3]


def test_own_plans_come_newest_number_first(store: Store) -> None:
    for number in (2, 10, 1):
        keep(store, plan_of(MAYA, number, BY_SAM), version=number == 10)
    keep(store, plan_of(PersonId("zeta", "maya"), 4, Life()))
    found = store.run_now(lambda tx: tx.plans.records(MAYA))
    assert [(record.plan.number, record.life.version) for record in found] == [(10, 1), (2, 0), (1, 0)]


def test_a_reviewer_finds_what_was_sent_oldest_first_from_any_company(store: Store) -> None:
    later = plan_of(PersonId("zeta", "ali"), 1, msgspec.structs.replace(BY_SAM, sent_at=NOON))
    keep(store, later)
    keep(store, SENT)
    keep(store, plan_of(PersonId("zeta", "noor"), 1, Life()))
    assert read_by(store, SAM) == [SENT.ref, later.ref]
    assert read_by(store, PersonId("acme", "sam")) == []


def test_a_plan_is_found_by_those_its_life_names_now(store: Store) -> None:
    keep(store, SENT)
    handed_over = with_life(SENT, reviewer=Party("acme", "lea"))
    keep(store, handed_over, 0)
    assert read_by(store, SAM) == []
    assert read_by(store, PersonId("acme", "lea")) == [SENT.ref]
    keep(store, with_life(SENT, reviewer=None), 1)
    assert read_by(store, PersonId("acme", "lea")) == []


def test_followers_find_a_plan_while_it_is_posted(store: Store) -> None:
    lea, followers = PersonId("acme", "lea"), (Party("acme", "lea"), Party(*SAM), Party(*MAYA))
    keep(store, with_life(SENT, followers=followers))
    assert read_by(store, lea) == []
    keep(store, with_life(SENT, followers=followers, posted=("#ideas",)), 0)
    assert read_by(store, lea) == [SENT.ref]
    assert read_by(store, SAM) == [SENT.ref], "once, though he reviews it too"
    assert read_by(store, MAYA) == [], "it is her own"


def test_what_a_company_may_read_comes_last_posted_first(store: Store) -> None:
    def posted(owner: PersonId, number: int, at: datetime) -> Record:
        return plan_of(owner, number, Life(posted=("#ideas",), posted_at=at))

    first, last = posted(MAYA, 1, MORNING), posted(PersonId("acme", "ali"), 1, NOON)
    for record in (first, last, SENT, posted(PersonId("zeta", "maya"), 1, NOON)):
        keep(store, record)
    assert store.run_now(lambda tx: tx.plans.posted("acme", 10)) == (last, first)
    assert store.run_now(lambda tx: tx.plans.posted("acme", 1)) == (last,)
    keep(store, with_life(last, posted=(), posted_at=None), 0)
    assert store.run_now(lambda tx: tx.plans.posted("acme", 10)) == (first,)


def test_deleted_plan_is_on_no_list(store: Store) -> None:
    keep(store, SENT, version=True)
    keep(store, plan_of(MAYA, 4, BY_SAM))
    store.run_now(lambda tx: tx.plans.delete(MAYA, 3))
    assert read_by(store, SAM) == [Ref(*MAYA, 4)]


def test_a_plan_moves_with_versions_and_readers(store: Store) -> None:
    keep(store, SENT, version=True)
    new = Ref("contoso", "maya", 8)
    store.run_now(lambda tx: tx.plans.move(SENT.ref, new))
    assert store.run_now(lambda tx: tx.plans.record(SENT.ref)) is None
    numbered = msgspec.structs.replace(PLAN, number=8)
    assert kept(store, new).record == Record(new, numbered, msgspec.structs.replace(BY_SAM, version=1))
    assert store.run_now(lambda tx: tx.plans.versions(new.owner, 8)) == (PlanVersion(1, MORNING, numbered),)
    assert read_by(store, SAM) == [new]


def test_an_account_that_is_another_now_owns_and_reviews_under_that_name(store: Store) -> None:
    home = PersonId("acme", "sam-at-home")
    keep(store, SENT, version=True)
    own = plan_of(home, 1, Life(owner=Party(*SAM, "Sam")))
    keep(store, own)
    store.run_now(lambda tx: tx.plans.rename(SAM, home))
    assert read_by(store, SAM) == []
    assert read_by(store, home) == [SENT.ref]
    life = kept(store, SENT.ref).record.life
    assert life.reviewer == msgspec.structs.replace(REVIEWER, tenant="acme", id="sam-at-home")
    assert life.owner == BY_SAM.owner
    assert kept(store, own.ref).record.life.owner == Party(*home, "Sam")


def test_life_of_a_later_version_is_kept_and_the_message_says_upgrade(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(opening, "SCHEMA", 99)
        keep(store, SENT)
    store.run_now(lambda tx: tx.plans.save(MAYA, PLAN, NOON, version=False))
    with pytest.raises(UnreadableRecordError, match=r"plan 3 of maya \(acme\).*schema 99"):
        store.run_now(lambda tx: tx.plans.record(SENT.ref))


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_of_two_processes_that_keep_at_once_one_is_told(store: Store, url: str, keys: KeyRing) -> None:
    keep(store, SENT)
    both_read = Barrier(2, timeout=30)
    other = Store.open(url, keys)

    def approve(by: str, where: Store) -> str:
        try:
            where.run_now(partial(_approve, by=by, both_read=both_read))
        except Conflict:
            return "told"
        return by

    with ThreadPoolExecutor(2) as pool:
        ended = list(pool.map(approve, ("sam", "lea"), (store, other)))
    other.close()
    assert ended in (["sam", "told"], ["told", "lea"])
    approval = kept(store, SENT.ref).record.life.approval
    assert approval is not None
    assert approval.by in ended


def _approve(tx: Transaction, by: str, both_read: Barrier) -> None:
    found = tx.plans.record(SENT.ref)
    assert found is not None
    both_read.wait()
    tx.plans.keep(with_life(found.record, approval=Approval(by, NOON, 1)), NOON, found.revision, version=False)
