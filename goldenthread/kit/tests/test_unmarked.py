"""What people write, for an e-mail."""

from goldenthread.kit.prose import unmarked


def test_an_email_that_is_all_text_says_the_same_without_marks():
    typed = "By **bus 7**.\nOr *walk*.\n\n* [the map](https://maps.example/a)\n* 2 * 3\n\n1. first\n2. then"

    assert unmarked(typed) == ("By bus 7.\nOr walk.\n\n* the map (https://maps.example/a)\n* 2 * 3\n1. first\n2. then")
