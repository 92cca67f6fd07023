"""The lists on which convenors press most, without a mouse: what Tab comes to, in which order; the first act first."""

from html.parser import HTMLParser

import pytest

FOCUSABLE = {"a", "button", "select", "textarea", "summary"}


class Stops(HTMLParser):
    """Where Tab stops inside the page, each as whatever names it for the test; and whether an order of their own is given."""

    def __init__(self, page):
        super().__init__()
        self.names, self.ordered, self.hidden = [], [], 0
        self.feed(page.partition("<main")[2])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.hidden += tag == "template"
        self.ordered += [tag] * (int(given.get("tabindex") or 0) > 0)
        is_stop = tag in FOCUSABLE or (tag == "input" and given.get("type") != "hidden")
        if is_stop and not self.hidden:
            self.names.append(given.get("aria-label") or given.get("value") or given.get("name") or given.get("href"))

    def handle_endtag(self, tag):
        self.hidden -= tag == "template"


@pytest.fixture
def stops(client_of, in_a_house, things):
    in_a_house("sample")
    browser = client_of("convenor")
    return lambda address: Stops(browser.get(address.format_map(things)).content.decode())


# A name that nobody has confirmed stands as its address.
def test_at_the_door_one_comes_from_the_search_to_the_press_and_then_to_the_name(stops, things, bo):
    pressed_list = stops("/gatherings/{gathering}/day/arrivals/")
    at = pressed_list.names.index(f"Here: {bo.email}")

    assert pressed_list.names[at + 1] == f"{things['booking']}/"
    # The field and its button; then the list.
    assert (pressed_list.names[at - 2], pressed_list.ordered) == ("q", [])


def test_on_the_pressed_listof_bookings_one_comes_to_the_tick_the_name_and_last_to_what_is_done_with_the_ticked(
    stops, things, bo
):
    pressed_list = stops("/gatherings/{gathering}/bookings/")
    at = pressed_list.names.index(bo.email)

    assert pressed_list.names[at + 1] == f"/gatherings/{things['gathering']}/bookings/{things['booking']}/"
    assert [pressed_list.names.index(name) > at for name in ("coming", "not-coming", "written-to")] == [True] * 3
    assert (pressed_list.names.index("q") < at, pressed_list.ordered) == (True, [])
