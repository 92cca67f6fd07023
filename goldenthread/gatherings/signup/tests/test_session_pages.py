"""The pages: mine, by the key of my place, and those of the convenors."""

import html
import re
from datetime import timedelta

import pytest

from goldenthread.gatherings.signup.chores import draw_sessions
from goldenthread.gatherings.signup.models import SessionPlace, SessionWish
from goldenthread.gatherings.signup.opening_sign_up import close_sign_up


@pytest.fixture
def mine(client, day):
    """A page of my sessions, and presses on it."""

    def mine(booking, path="", **form_data):
        address = f"/gatherings/{day.slug}/booking/{booking.key}/sessions/{path}"
        return client.post(address, form_data, follow=True) if path else client.get(address)

    return mine


def words(response):
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_one_press_is_a_chair_and_another_gives_it_back(mine, opened, comes, lists):
    di = comes("Di")

    page = mine(di, f"{opened[0].pk}/place/")
    assert "You have a chair in “A workshop”." in page.content.decode()
    assert lists(opened[0]) == [("Di", "coming")]

    mine(di, f"{opened[0].pk}/ending/")
    assert lists(opened[0]) == []


def test_looking_changes_nothing(mine, opened, comes):
    assert mine(comes("Di")).status_code == 200
    assert SessionPlace.objects.count() == 0


def test_others_are_neither_named_nor_counted(mine, opened, comes, sit):
    sit(comes("Edwina"), opened[0])

    page = words(mine(comes("Di")))

    assert "A few chairs left" in page
    assert ("Edwina" in page, "1 of 2" in page) == (False, False)


def test_full_says_so_and_there_is_a_waiting_list(mine, opened, comes, sit):
    sit(comes("Ed", seats=2), opened[0])
    di = comes("Di")

    assert "Full Wait for a chair" in words(mine(di))
    assert "You’re on the waiting list for “A workshop”." in mine(di, f"{opened[0].pk}/place/").content.decode()


def test_two_at_one_hour_are_swapped_knowingly(mine, opened, comes, sit, lists):
    di = comes("Di")
    sit(di, opened[0])

    refused = mine(di, f"{opened[2].pk}/place/")
    assert "You have a chair in “A workshop” at that hour." in words(refused)
    assert "You’d give it back. Swap" in words(refused)

    mine(di, f"{opened[2].pk}/place/", instead="1")
    assert (lists(opened[0]), lists(opened[2])) == ([], [("Di", "coming")])


def test_a_session_that_moved_to_the_hour_of_another_of_mine_says_so(mine, opened, comes, sit, released):
    di = comes("Di")
    sit(di, opened[1])
    opened[2].from_time = opened[1].from_time.replace(hour=14)
    opened[2].save()
    released()
    sit(di, opened[2])
    opened[2].from_time = opened[1].from_time
    opened[2].save()
    assert "Please give one of the two back." not in words(mine(di))

    released()
    assert "Please give one of the two back." in words(mine(di))


def test_wishes_are_saved_and_the_seed_stands_beside_them(mine, drawn_in_two_days, comes, workshop, circle):
    di = comes("Di")
    assert f"Lots are drawn from the number {drawn_in_two_days.seed}" in words(mine(di))

    mine(di, "wishes/", wish_1=circle.pk, wish_2=workshop.pk)

    assert SessionWish.objects.by_booking() == {di.pk: [circle.pk, workshop.pk]}


def test_a_wish_is_made_once(mine, drawn_in_two_days, comes, circle):
    response = mine(comes("Di"), "wishes/", wish_1=circle.pk, wish_2=circle.pk)

    assert response.status_code == 422
    assert "You chose this one twice." in words(response)


def test_my_page_says_what_i_got(mine, drawn_in_two_days, comes, circle, now):
    di = comes("Di")
    mine(di, "wishes/", wish_1=circle.pk)

    draw_sessions(now + timedelta(days=3))

    assert "You got your 1st wish. A circle: Tuesday 20 April, 10:00" in words(mine(di))

    mine(di, f"{circle.placings.get().pk}/ending/")
    assert "You got your 1st wish." in words(mine(di))


def test_somebody_without_a_place_is_led_to_the_page_of_their_booking(mine, opened, comes):
    di = comes("Di")
    di.state = "waiting"
    di.save()

    response = mine(di)

    assert (response.status_code, response["Location"]) == (302, di.get_absolute_url())


def test_the_page_of_my_place_leads_there_only_where_there_is_something(client, day, comes, workshop, ada, now):
    di = comes("Di")
    assert b"/sessions/" not in client.get(di.get_absolute_url()).content


def test_the_page_of_my_place_and_of_the_day_say_where_i_go(client, day, opened, comes, sit):
    di = comes("Di")
    sit(di, opened[0])

    assert f"/booking/{di.key}/sessions/" in client.get(di.get_absolute_url()).content.decode()
    assert "Tuesday 20 April, 10:00: A workshop" in words(client.get(f"/gatherings/{day.slug}/day/of/{di.key}/"))


def test_when_sign_up_has_ended_nothing_is_said_of_wishes(mine, drawn_in_two_days, day, comes, ada):
    di = comes("Di")
    before = words(mine(di))
    for opening in drawn_in_two_days.openings.all():
        close_sign_up(opening, day, by=ada)

    assert ("wishes" in before, "wishes" in words(mine(di))) == (True, False)


def test_a_chair_given_back_is_said_so(mine, opened, comes, sit):
    di = comes("Di")
    sit(di, opened[0])

    assert "You’ve given your chair in “A workshop” back." in words(mine(di, f"{opened[0].pk}/ending/"))


def test_my_sessions_are_called_and_held_as_people_were_shown(client, opened, comes, sit, hall, released):
    di, day = comes("Di"), opened[0].session.gathering
    sit(di, opened[0])
    session = opened[0].session
    session.title = "A workshop for two"
    session.save()
    opened[0].from_time, opened[0].room = opened[0].from_time.replace(hour=15), hall
    opened[0].save()
    pages = [f"/gatherings/{day.slug}/booking/{di.key}/sessions/", f"/gatherings/{day.slug}/day/of/{di.key}/"]

    before = [words(client.get(page)) for page in pages]
    released()
    after = [words(client.get(page)) for page in pages]

    assert all("10:00" in page and "Small room" in page and "A workshop" in page for page in before)
    assert not any("15:00" in page or "for two" in page for page in before)
    assert all("15:00" in page and "A workshop for two" in page for page in after)


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30])
def test_a_number_that_is_no_hour_is_answered_in_words(mine, opened, comes, number):
    di = comes("Di")

    assert mine(di, f"{number}/ending/").status_code == 404
    assert mine(di, f"{number}/place/").status_code in (200, 404)
