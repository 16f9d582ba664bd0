from adapters.recent import Recent


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_thing_is_known_until_its_time_is_over() -> None:
    clock = Clock()
    recent = Recent[str, int](9, clock)
    recent.put("ann", 1, 10.0)
    clock.now = 9.9
    assert recent.get("ann") == 1
    clock.now = 10.0
    assert recent.get("ann") is None


def test_what_was_used_longest_ago_goes_first() -> None:
    recent = Recent[str, int](2)
    recent.put("ann", 1, 60.0)
    recent.put("bob", 2, 60.0)
    recent.get("ann")
    recent.put("cid", 3, 60.0)
    assert [recent.get(name) for name in ("ann", "bob", "cid")] == [1, None, 3]


def test_a_thing_put_again_counts_anew_and_can_be_dropped() -> None:
    recent = Recent[str, int](2)
    for name in ("ann", "bob", "ann", "cid"):
        recent.put(name, 1, 60.0)
    assert recent.get("bob") is None
    recent.drop("ann")
    recent.drop("nobody")
    assert recent.get("ann") is None
