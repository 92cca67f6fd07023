"""A text is written once for all that it is made of, and the oldest makes room."""

from goldenthread.kit.kept_texts import KeptTexts


def test_it_is_written_once_and_anew_when_what_it_is_made_of_is_other():
    kept = KeptTexts(most=2)
    written: list[int] = []

    def write():
        written.append(len(written))
        return b"%d" % len(written)

    texts = [kept.get(made_of, write) for made_of in (["a", 1], ["a", 1], ["a", "1"], ["a", 1])]

    assert (texts, len(written)) == ([b"1", b"1", b"2", b"1"], 2)


def test_what_nobody_asked_for_longest_goes_first():
    kept = KeptTexts(most=2)
    for name in ("a", "b", "a", "c"):
        kept.get([name], name.encode)

    assert [kept.get([name], lambda: b"anew") for name in ("a", "c", "b")] == [b"a", b"c", b"anew"]
