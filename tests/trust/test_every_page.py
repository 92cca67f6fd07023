"""Everybody walks once to every page of the sample house, with people in it who tell of themselves. Several look at what came of it."""

import re
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from tests.house.permissions import ROLES, answer_in_short
from tests.trust.birds import NOTE, PAGES, SURELY, WRITTEN, addresses, canary, everything_told, may_be_read, shown_by
from tests.trust.test_headers import POLICY, TOLD, cookies_unasked, what_it_tells
from tests.trust.test_nothing_leaks import outside
from tests.trust.test_nothing_on_a_get import everything

# On these pages nobody can go on but by the menu.
DEAD_ENDS = {
    # They hang on the wall of a room, and nobody presses there.
    "/gatherings/{gathering}/day/screen/",
    "/gatherings/{gathering}/open-hour/screen/",
}
# A link to another page, or something to press.
WAY_ON = re.compile(r'<a\s[^>]*href="(?!#)[^"]+"|<button\b|<input[^>]+type="submit"')


def ways_on(answer: HttpResponse) -> list[str] | None:
    """What leads on from a page, besides its menu and its foot. None where no page is shown."""
    words = answer.getvalue().decode(errors="ignore")
    if not answer["Content-Type"].startswith("text/html") or "<main" not in words:
        return None
    return WAY_ON.findall(words.partition("<main")[2].partition("</main>")[0])


@dataclass(frozen=True)
class Walk:
    """What one of them was answered everywhere, by address, and what may be read by them."""

    answers: dict[str, HttpResponse]
    pages: dict[str, str]
    has_changed_something: bool
    told: set[str]
    may_be_read: set[str]

    def by_page(self, judge):
        """What is found on each page of the table."""
        return {address: judge(self.answers[place]) for address, place in self.pages.items()}


@pytest.fixture(scope="module")
def walks():
    """Those that were made already. The house is torn down after every test, and what it answered is kept."""
    return {}


@pytest.fixture
def walk_of(walks, client_of, cast_by_role, request):
    def walk_of(role):
        if role not in walks:
            things, birds, settle = (request.getfixturevalue(name) for name in ("things", "birds", "in_a_house"))
            settle("sample")
            walks[role] = walk(client_of(role), cast_by_role[role], things, birds)
        return walks[role]

    return walk_of


def walk(browser, by, things, birds):
    before = everything()
    answers = {place: answer(browser, place) for place in addresses(birds, things)}
    pages = {row.address: row.address.format_map(things) for row in PAGES if row.house == "sample"}
    return Walk(answers, pages, everything() != before, everything_told(birds), may_be_read(birds, by))


def answer(browser, place):
    """A copy without all that a test remembers of how it was made."""
    cache.clear()
    given = browser.get(place)
    copy = HttpResponse(given.getvalue(), status=given.status_code, headers=dict(given.headers))
    copy.cookies = given.cookies
    return copy


@pytest.mark.parametrize("role", ROLES)
def test_everybody_is_answered_what_the_table_says(role, walk_of):
    says = {row.address: row.answers[role] for row in PAGES if row.house == "sample"}

    assert walk_of(role).by_page(answer_in_short) == says


@pytest.mark.parametrize("role", ROLES)
def test_looking_at_every_page_changes_nothing(role, walk_of):
    assert not walk_of(role).has_changed_something


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_shut_off_from_elsewhere(role, walk_of):
    policies = walk_of(role).by_page(what_it_tells)

    assert {page: policy for page, policy in policies.items() if policy != (TOLD, POLICY)} == {}


@pytest.mark.parametrize("role", ROLES)
def test_no_page_loads_anything_from_elsewhere(role, walk_of):
    loads = walk_of(role).by_page(outside)

    assert {page: loaded for page, loaded in loads.items() if loaded} == {}


@pytest.mark.parametrize("role", ROLES)
def test_every_page_has_a_way_on(role, walk_of):
    ways = walk_of(role).by_page(ways_on)

    assert {page for page, on in ways.items() if on == []} - DEAD_ENDS == set()


def test_a_dead_end_would_be_noticed():
    page = (
        '<a href="/">Home</a><main><a href="#content">Down</a><a>Nowhere</a><p>The end.</p></main><a href="/">Foot</a>'
    )

    assert ways_on(HttpResponse(page)) == []


def test_looking_around_gives_a_stranger_no_cookie(walk_of):
    given = walk_of("stranger").by_page(cookies_unasked)

    assert {page: cookies for page, cookies in given.items() if cookies} == {}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_what_was_told_to_them_and_nothing_else(role, walk_of):
    walk = walk_of(role)
    shown = "".join(shown_by(answer, place) for place, answer in walk.answers.items())

    read = {word for word in walk.told if word in shown}
    assert read - walk.may_be_read == set()
    assert read >= {canary(audience, line) for audience in SURELY.get(role, []) for line in (*WRITTEN, "hat")}
    # A note is read by whoever wrote it, and by nobody else.
    assert (NOTE in shown) is (role == "member")
