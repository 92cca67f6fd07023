from datetime import UTC, datetime

import pytest

from goldenthread.kit.prose import prose
from goldenthread.kit.templatetags.text import how_long_ago

NOW = datetime(2022, 12, 14, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2022, 12, 14, 8, tzinfo=UTC), "today"),
        (datetime(2022, 12, 13, 23, tzinfo=UTC), "yesterday"),
        (datetime(2022, 12, 11, 9, tzinfo=UTC), "3 days ago"),
        (datetime(2022, 5, 30, 9, tzinfo=UTC), "on 30 May 2022"),
        # Written before a sample house's clock was set back.
        (datetime(2023, 5, 30, 9, tzinfo=UTC), "today"),
    ],
)
def test_a_moment_is_told_as_people_tell_it(then, words):
    assert how_long_ago(then, NOW) == words


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Come *as you are*.", "<p>Come <em>as you are</em>.</p>\n"),
        ("# Loud", "<h3>Loud</h3>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("![x](https://example.org/x.png)", "<p></p>\n"),
    ],
)
def test_markdown_is_shown_safely(typed, shown):
    assert prose(typed) == shown


def test_addresses_become_links():
    assert prose("See https://example.org/map") == (
        '<p>See <a href="https://example.org/map" rel="nofollow noopener">https://example.org/map</a></p>\n'
    )
