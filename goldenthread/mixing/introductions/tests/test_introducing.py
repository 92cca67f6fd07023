import pytest

from goldenthread.mixing.introductions.introducing import Unanswerable, introduce
from goldenthread.mixing.introductions.values import Introduction, Seeker, Wishes

ADA = Seeker("a", "Ada", "health", frozenset({"housing"}), frozenset({"mentoring"}), frozenset({"law"}))
BEN = Seeker("b", "Ben", "justice", frozenset({"housing"}), frozenset({"law"}), frozenset({"mentoring"}))
PAIR = frozenset({"a", "b"})


def test_two_people_learn_why_they_might_like_to_meet():
    found = introduce(Wishes((ADA, BEN)))

    assert found.introductions == (
        Introduction(
            "a",
            "b",
            5,
            "Both care about housing. Ada offers mentoring, which Ben needs. Ben offers law, which Ada needs. "
            "Ada comes from health, Ben from justice.",
        ),
    )


@pytest.mark.parametrize("wish", [{"known": frozenset({PAIR})}, {"never": frozenset({PAIR})}])
def test_who_knows_each_other_or_must_not_meet_is_not_introduced_and_nobody_can_tell_which(wish):
    found = introduce(Wishes((ADA, BEN), **wish))

    why = "nobody from another sector, still free, shares an interest and offers or needs the fitting thing"
    assert (found.introductions, found.without) == ((), (("a", why), ("b", why)))


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(Unanswerable, match="twice"):
        introduce(Wishes((ADA, ADA)))


def test_a_pair_with_somebody_who_is_not_there_is_refused():
    with pytest.raises(Unanswerable, match="nobody"):
        introduce(Wishes((ADA, BEN), known=frozenset({frozenset({"a", "nobody"})})))
