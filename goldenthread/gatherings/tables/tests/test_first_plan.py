"""Three clicks: Tables, make a first plan, see it."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Arrangement, Mix
from goldenthread.gatherings.tables.moving import copy_of
from goldenthread.gatherings.tables.runs import carry_out
from goldenthread.gatherings.tables.tests.taking import taken

AT = "/gatherings/spring/tables/"


@pytest.fixture
def worker():
    def work():
        carry_out(taken())

    return work


def test_three_clicks_make_a_first_plan(browser, guests, worker):
    offered = browser.get(AT)
    pressed = browser.post(f"{AT}versions/")
    waiting = browser.get(pressed["Location"])
    Mix.objects.update(seconds=0.2)
    worker()
    seen = browser.get(pressed["Location"])

    assert "3 rounds of 45 minutes, 3 tables of 4" in " ".join(offered.content.decode().split())
    assert (pressed["Location"], waiting["Refresh"]) == (f"{AT}versions/1/", "2")
    assert "Refresh" not in seen
    assert "Nobody meets anybody twice." not in waiting.content.decode()
    assert "two people who have already met sit together again. Fewer isn’t possible." in seen.content.decode()
    assert seen.content.decode().count("Ann Weir") == 3


def test_a_gathering_without_guests_says_so(browser, spring):
    assert "Nobody has a place yet." in browser.get(AT).content.decode()


def test_a_second_press_finds_what_is_being_mixed(browser, guests):
    first, second = browser.post(f"{AT}versions/"), browser.post(f"{AT}versions/")

    assert first["Location"] == second["Location"]
    assert Mix.objects.count() == 1


def test_looking_lays_out_nothing(browser, guests):
    browser.get(AT)

    assert Arrangement.objects.count() == 0


def test_a_version_of_another_gathering_is_not_found(browser, version, ada):
    supper = Gathering.begin("Supper", by=ada)

    assert browser.get(f"/gatherings/{supper.slug}/tables/versions/1/").status_code == 404


def test_a_plan_that_cannot_be_says_why(browser, guests, laid, worker):
    laid.tables.filter(number__gt=1).update(is_closed=True)
    browser.post(f"{AT}versions/")
    worker()

    answer = browser.get(f"{AT}versions/1/")

    assert "12 people need a seat, and the open tables have 5." in answer.content.decode()
    assert "Refresh" not in answer


def test_it_is_stopped_and_the_best_is_kept(browser, guests, worker):
    browser.post(f"{AT}versions/")
    Mix.objects.update(seconds=60)
    browser.post(f"{AT}versions/1/ending/")
    worker()

    mixed = Mix.objects.get()
    assert mixed.is_done
    assert mixed.seats.count() == 36


def test_versions_are_kept_and_announced(browser, version, mix_now, announces):
    again = mix_now(base=version)
    [announces(f"{AT}versions/{number}/") for number in (1, 2, 2)]
    page = browser.get(AT).content.decode()

    assert [mix.is_announced for mix in Mix.objects.order_by("number")] == [True, True]
    assert again.announcements.count() == 1
    assert (page.count("Announced earlier"), page.count(">Announced<")) == (1, 1)


def test_a_version_says_when_it_was_made_and_that_it_knows_nothing_newer(browser, version, ada):
    """The same with wishes and without, and for a version that a hand copied: it asked nobody anew."""
    an_hour_ago = version.at - timedelta(hours=1)
    Mix.objects.filter(pk=version.pk).update(at=an_hour_ago)
    copy = copy_of(version, ada)
    page = " ".join(browser.get(copy.get_absolute_url()).content.decode().split())

    moment = date_format(an_hour_ago.astimezone(copy.arrangement.gathering.zone), "j F, G:i")
    assert f"Made on {moment}. Anything people have told us since isn’t in it." in page


def test_what_is_not_done_is_not_announced(browser, guests):
    browser.post(f"{AT}versions/")
    browser.post(f"{AT}versions/1/announcement/")

    assert not Mix.objects.get().is_announced
