"""Weekly digests over half a year, as it runs with every change. A year of 200 people: `make year`.

Nobody gets one twice, nobody misses one that was due, nothing private is in any, and all have room on a phone, while
plans live, processes die in the middle of a run and machines stand still for weeks.
"""

from storage.store import Store
from tests.year.simulation import Year


async def test_half_a_year_of_sixty_people(store: Store) -> None:
    outcome = await Year(store, 7, people=60, readers=18, weeks=26).pass_by()
    assert outcome.faults == []
    assert outcome.sent > 200
    assert outcome.killed > 20
    assert outcome.late > 0
