"""What people write, for an e-mail."""

from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.kit.prose import unmarked


def test_an_email_that_is_all_text_says_the_same_without_marks():
    typed = "By **bus 7**.\nOr *walk*.\n\n* [the map](https://maps.example/a)\n* 2 * 3\n\n1. first\n2. then"

    assert unmarked(typed) == ("By bus 7.\nOr walk.\n\n* the map (https://maps.example/a)\n* 2 * 3\n1. first\n2. then")


@given(st.text(alphabet="aé “'(:;,.!?&#-+=~*_\\`[]<>/12\r\n\t", max_size=60))
@example("Plain words.\nIn two lines.\n\nAnd “a paragraph” (it’s: short).")
@example("Look: https://example.org/_a_ and www.example.org, ada@example.org")
def test_what_has_no_marks_is_said_as_the_reader_of_marks_says_it(typed):
    # A space at the end makes it read them, and is not said.
    assert unmarked(typed) == unmarked(f"{typed} ")
