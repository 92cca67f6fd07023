"""How long pages for strangers are kept, how many, and under what key."""

import pytest

from goldenthread.kit.page_cache import MOST_BYTES, MOST_PAGES
from goldenthread.kit.tests import strangers
from goldenthread.kit.tests.strangers import World, renders


@pytest.fixture
def world(settings, db):
    settings.ROOT_URLCONF = strangers.__name__
    settings.MIDDLEWARE = strangers.MIDDLEWARE
    settings.TEMPLATES = []
    strangers.renders.clear()
    return World()


def test_a_second_stranger_gets_the_page_from_memory(world):
    first = world.ask()

    second = world.ask()

    assert renders == ["/supper/"]
    assert second == first


def test_after_a_commit_the_page_is_made_anew_at_once(world):
    world.ask()
    world.stamp = "b"

    after = world.ask()

    assert after.body.startswith(b"Supper at Ada's, asked 2 times.")


def test_in_a_storm_of_commits_a_page_is_made_anew_twice_in_half_a_second(world):
    world.ask()
    world.stamp = "b"
    world.ask()
    world.stamp = "c"
    world.time += 0.4

    resting = world.ask()
    world.time += 0.2
    rested = world.ask()

    assert resting.body.startswith(b"Supper at Ada's, asked 2 times.")
    assert rested.body.startswith(b"Supper at Ada's, asked 3 times.")


def test_a_commit_while_the_page_was_made_makes_it_too_old(world):
    stamps = iter(["before", "after", "after"])
    world.memory.read_stamp = lambda: next(stamps)
    world.ask()

    world.ask()
    world.ask()

    assert renders == ["/supper/", "/supper/"]


def test_a_page_lives_a_minute_because_it_says_how_long_ago_things_were(world):
    world.ask()
    world.time += 59
    world.ask()
    world.time += 2

    world.ask()

    assert renders == ["/supper/", "/supper/"]


def test_every_language_has_its_own_page_and_many_headers_lead_to_few(world):
    welsh = [world.ask("/greeting/", HTTP_ACCEPT_LANGUAGE=header).body for header in ("cy", "cy-GB;q=0.9", "tlh, cy")]
    english = [world.ask("/greeting/", HTTP_ACCEPT_LANGUAGE=header).body for header in ("", "en-US,en", "tlh")]

    assert welsh == [b"cy"] * 3
    assert english == [b"en-gb"] * 3
    assert len(world.memory.pages) == 2


def test_the_headers_of_the_middleware_are_kept(world):
    world.ask()

    kept = world.ask()

    assert kept.headers["X-Content-Type-Options"] == "nosniff"
    assert kept.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_only_so_many_pages_are_kept(world):
    assert [world.ask(HTTP_HOST=f"127.0.0.1:{port}").status for port in range(1, MOST_PAGES + 3)] == ["200 OK"] * (
        MOST_PAGES + 2
    )

    assert len(world.memory.pages) == MOST_PAGES


def test_only_so_many_bytes_are_kept_and_the_page_not_asked_for_longest_goes_first(world):
    world.ask("/large/0/")
    each = world.memory.bytes

    answers = [world.ask(f"/large/{number}/").status for number in range(1, MOST_BYTES // each + 1)]

    assert answers[-1] == "200 OK"
    assert MOST_BYTES - each < world.memory.bytes <= MOST_BYTES
    assert "/large/0/" not in {key[4] for key in world.memory.pages}
