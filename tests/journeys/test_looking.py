"""Controls: each of our looks finds the fault that was planted for it, and nothing where there is none."""

import pytest

from tests.journeys.conftest import FLAGS
from tests.journeys.judging import ask_vnu
from tests.journeys.state import FURNISHED, State
from tests.journeys.walking import Furnished, Walk
from tests.needed import find

pytestmark = pytest.mark.journey

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Planted</title></head>
<body><main><h1>Planted</h1>{}</main></body></html>"""
LONG = "x" * 80
PLANTED = {
    "nothing": "<p>All is well.</p>",
    "a picture without words": "<img src='/-/0.html'>",
    "a word that is too long": f"<p>{LONG}</p>",
    "something wide": "<table><tr>" + "<td>wide enough</td>" * 12 + "</tr></table>",
    "an inline style": "<p style='color: red'>Red</p>",
    "a script in the page": "<script>document.title = 'mine'</script>",
    "a third party": "<img alt='' src='http://tracker.example/pixel.gif'>",
}
FOUND = {
    "a picture without words": "axe image-alt",
    "a word that is too long": "320 px: p. sticks out",
    "something wide": "320 px: td. sticks out",
    "an inline style": "Content Security Policy",
    "a script in the page": "Content Security Policy",
    "a third party": "tracker.example",
}


@pytest.fixture(scope="module")
def seen():
    """What was found on each of the planted pages."""
    pages = {f"{number}.html": PAGE.format(html) for number, html in enumerate(PLANTED.values())}
    walk = Walk({FURNISHED: Furnished("http://localhost", broken=pages)}, find("chromium"), FLAGS, find("axe"))
    faults = walk.through([State("stranger", f"/-/{page}") for page in pages])
    return dict(zip(PLANTED, faults.values(), strict=True))


def test_nothing_is_found_where_nothing_is_wrong(seen):
    assert seen["nothing"].wrong == []


@pytest.mark.parametrize("planted", FOUND)
def test_what_was_planted_is_found(seen, planted):
    assert FOUND[planted] in "\n".join(seen[planted].wrong)


def test_vnu_finds_what_was_planted_and_only_there(tmp_path):
    errors_by_page = ask_vnu(
        {"well": PAGE.format("<p>Well.</p>"), "planted": PAGE.format("<ul><p>Not a list</p></ul>")}, tmp_path
    )

    assert {name: len(errors) for name, errors in errors_by_page.items()} == {"well": 0, "planted": 1}
