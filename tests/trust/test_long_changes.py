"""The page of changes stays quick, whatever was written: any stranger may ask for it."""

from time import process_time

import pytest

from goldenthread.gatherings.plan.changes import differences
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import LONGEST_TEXT

TEXTS = {
    "one word": ("a " * LONGEST_TEXT, "b " + "a a c " * LONGEST_TEXT),
    "few words": ("a b c d e f g h " * LONGEST_TEXT, "h g f e d c b a " * LONGEST_TEXT),
    "nothing in common": ("a " * LONGEST_TEXT, "b " * LONGEST_TEXT),
    "one long word": ("a" * LONGEST_TEXT, "b" * LONGEST_TEXT),
}


@pytest.mark.parametrize(("before", "after"), TEXTS.values(), ids=TEXTS.keys())
def test_the_longest_texts_are_compared_in_a_moment(before, after):
    old, new = Gathering(about=before[:LONGEST_TEXT]), Gathering(about=after[:LONGEST_TEXT])
    begun = process_time()

    [difference] = differences(old, new)

    assert process_time() - begun < 1
    assert difference.key == "about"
