"""The wall as people and convenors see it."""

import html
import re
from datetime import time, timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.open_hour.hanging import hang
from goldenthread.gatherings.open_hour.models import OpenHour, Topic, TopicNote
from goldenthread.gatherings.plan.models import Gathering


@pytest.fixture
def mine(client, spring):
    def mine(booking, path="", form_data=None):
        address = f"/gatherings/spring/booking/{booking.key}/open-hour/{path}"
        return client.get(address) if form_data is None else client.post(address, form_data, follow=True)

    return mine


@pytest.fixture
def convene(client, spring, ada):
    client.force_login(ada)

    def convene(path="", form_data=None):
        address = f"/gatherings/spring/open-hour/{path}"
        return client.get(address) if form_data is None else client.post(address, form_data, follow=True)

    return convene


def words(response):
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_a_convenor_sets_rounds_and_corners(convene):
    page = convene("setting/", {"rounds": "14:00\r\n\r\n15:00\r\n14:00", "corners": "By the window"})

    rounds = OpenHour.objects.get().rounds.order_by("number").values_list("words", flat=True)
    assert list(rounds) == ["14:00", "15:00"]
    assert "14:00 By the window Free 15:00 By the window Free" in words(page)


def test_without_an_open_hour_convenors_are_led_to_setting_it(convene):
    assert convene("").headers["Location"] == "/gatherings/spring/open-hour/setting/"


def test_a_card_by_telephone(mine, open_hour, comes, cell):
    di = comes("Di")

    mine(di, "", {"title": "Bread", "words": "Bring yours."})
    topic = Topic.objects.get()
    page = mine(di, f"topics/{topic.pk}/placing/", {"cell": "-".join(map(str, cell(1, 2)))})

    assert "Under the clock Bread Bring yours. Hosted by Di" in words(page)


def test_pressing_without_choosing_leaves_a_card_in_its_corner(mine, card, cell, hung, comes):
    di = comes("Di")
    topic = card("Bread", di)
    hang(topic, cell(1, 2))

    page = mine(di).text
    [chosen] = re.findall(r'<option value="([^"]*)" selected>', page)
    mine(di, f"topics/{topic.pk}/placing/", {"cell": chosen})

    assert hung() == [("Bread", 1, 2)]


def test_a_card_on_paper_hangs_on_the_same_wall(convene, mine, open_hour, comes):
    di = comes("Di")

    convene("", {"title": "Bread", "words": "", "host": di.pk})

    assert "Bread Hosted by Di" in words(mine(comes("Ed")))


def test_who_comes_a_second_late_is_told_and_offered_what_is_free(mine, card, cell, comes):
    di = comes("Di")
    hang(card("Grief"), cell(1, 1))
    bread = card("Bread", di)

    page = mine(di, f"topics/{bread.pk}/placing/", {"cell": "-".join(map(str, cell(1, 1)))})

    assert "Please choose one of the places that are still free." in words(page)
    assert "No corner 14:00 to 14:40, Under the clock 15:00 to 15:40, By the window" in words(page)


def test_only_its_host_or_a_convenor_moves_a_card(client, mine, card, cell, comes):
    bread = card("Bread", comes("Di"))
    address = f"/gatherings/spring/booking/{comes('Ed').key}/open-hour/topics/{bread.pk}/"

    assert client.post(f"{address}placing/", {"cell": ""}).status_code == 403
    assert client.post(f"{address}leaving/").status_code == 403


def test_a_card_without_a_host_is_taken_on_by_one_press(mine, card, comes):
    bread, ed = card("Bread"), comes("Ed")
    assert "I’ll host it" in words(mine(ed))

    assert "Hosted by Ed" in words(mine(ed, f"topics/{bread.pk}/adoption/", {}))


def test_a_host_without_a_telephone_tells_a_convenor_and_the_card_stays(convene, mine, card, comes):
    bread = card("Bread", comes("Pat"))
    assert "Its host can’t host it after all" in words(convene(""))

    convene(f"topics/{bread.pk}/leaving/?host={bread.host_id}", {})

    assert ("Its host" in words(convene("")), "I’ll host it" in words(mine(comes("Ed")))) == (False, True)


def test_what_came_of_it_is_a_line_without_a_name(mine, card, comes):
    bread = card("Bread", comes("Di"))

    mine(comes("Ed"), f"topics/{bread.pk}/note/", {"words": "We bake on Mondays."})

    assert [field.name for field in TopicNote._meta.fields] == ["id", "topic", "words"]
    assert TopicNote.objects.get().words == "We bake on Mondays."


def test_a_cell_that_is_none_is_nobodys(client, mine, card, comes):
    di = comes("Di")
    bread = card("Bread", di)
    address = f"/gatherings/spring/booking/{di.key}/open-hour/topics/{bread.pk}/placing/"

    assert client.post(address, {"cell": "999-999"}).status_code == 404


def test_the_page_of_my_place_and_of_the_day_lead_there(client, spring, open_hour, comes):
    di = comes("Di")

    for page in (di.get_absolute_url(), f"/gatherings/spring/day/of/{di.key}/"):
        assert f"/booking/{di.key}/open-hour/" in client.get(page).content.decode()


def test_the_big_screen_shows_the_wall_and_looks_anew_by_itself(convene, card, cell, comes):
    hang(card("Bread", comes("Di")), cell(1, 1))

    screen = convene("screen/")

    assert "By the window Bread Di Under the clock Free" in words(screen)
    assert screen["Refresh"] == "30"


def test_a_corner_that_is_none_leaves_the_card_where_it_can_be_found(convene, card):
    bread = card("Bread")

    response = convene(f"topics/{bread.pk}/placing/", {"cell": f"{'9' * 30}-{'9' * 30}"})

    assert response.status_code == 200


def test_an_old_page_of_a_convenor_puts_nobody_else_out(convene, card, comes):
    old_host, ed = comes("Pat"), comes("Ed")
    bread = card("Bread", ed)

    page = convene(f"topics/{bread.pk}/leaving/?host={old_host.pk}", {})

    assert (Topic.objects.get().host, "Somebody else hosts it already." in words(page)) == (ed, True)


@pytest.mark.parametrize(("days", "cards_and_lines"), [(0, (2, 1)), (2, (1, 1)), (16, (1, 0))])
def test_cards_end_with_the_gathering_and_lines_a_fortnight_later(mine, spring, card, comes, days, cards_and_lines):
    Gathering.objects.filter(pk=spring.pk).update(day=timezone.localdate() - timedelta(days=days), to_time=time(23, 59))
    bread, di = card("Bread"), comes("Di")

    mine(di, "", {"title": "Grief"})
    mine(di, f"topics/{bread.pk}/note/", {"words": "We bake on Mondays."})

    assert (Topic.objects.count(), TopicNote.objects.count()) == cards_and_lines
