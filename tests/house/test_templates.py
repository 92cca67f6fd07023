"""What no page may hold: style, script or handlers of its own, or too many lines. Its words: test_plain_words.py."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.house.tree import templates, text

INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*(?:\bsrc=|application/))|\son[a-z]+=|javascript:", re.IGNORECASE)
TITLE = re.compile(r"{% block title %}(.*?){% endblock", re.DOTALL)
# Mail programs load no style sheets, so an e-mail brings its own.
EMAIL = Path("goldenthread/outbox/templates/outbox/email.html")
LINES = 60
# A page may be longer if there is a reason, and this is it.
LONGER: dict[str, int] = {}


def test_no_page_brings_style_or_script_inside_it():
    inline = {page: matches for page in templates() if (matches := INLINE.findall(text(page)))}

    assert inline == {EMAIL: ["<style"]}


@pytest.mark.parametrize(
    "planted",
    ["<style>", '<p style="x">', "<script>x</script>", '<a onclick="x">', '<a href="javascript:x">'],
)
def test_style_or_script_inside_a_page_would_be_noticed(planted):
    assert len(INLINE.findall(planted)) == 1


def test_no_title_holds_a_tag():
    """A browser shows it as it stands."""
    titles = {page: TITLE.findall(text(page)) for page in templates()}

    assert [
        page for page, words in titles.items() if any("<" in title or "as_written" in title for title in words)
    ] == []


def test_no_two_pages_bear_one_name():
    """Of two pages with one name Django would show the first that it finds."""
    names = Counter(page.as_posix().rpartition("/templates/")[2] for page in templates())

    assert [name for name, often in names.items() if often > 1] == []


def test_pages_are_short():
    assert [page for page in templates() if height(page) > LONGER.get(str(page), LINES)] == []


def test_no_page_is_excused_in_vain():
    assert [page for page in LONGER if height(Path(page)) <= LINES] == []


def height(page: Path) -> int:
    return len(text(page).splitlines())
