import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from goldenthread.kit.replying import ONCE_MORE, counts_from, noes_that_count, stamp
from goldenthread.kit.tests import asked
from goldenthread.kit.tests.scanners import changed_by_scanners, fetch, follow_every_link, read

NOON = datetime(2027, 4, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def answers(settings, home):
    settings.ROOT_URLCONF = asked.__name__
    asked.answers.clear()
    return asked.answers


def test_no_scanner_answers(answers):
    assert changed_by_scanners("/asked/", lambda: answers) == []


def test_scanners_find_a_page_that_answers_by_itself(answers):
    assert changed_by_scanners("/careless/", lambda: answers) == [
        "fetch",
        "head",
        "follow_every_link",
        "press_the_first_form",
    ]


def test_scanners_follow_the_links_of_the_page():
    assert [answer.content for answer in follow_every_link("/asked/")] == [b"More"]


def test_who_reads_the_page_answers_it(client, answers):
    answer = client.post("/asked/", read(reply="no"))

    assert (answer.status_code, answers) == (302, ["no"])


@pytest.mark.parametrize(
    "shown_at", ["", "made up", stamp(time.time() + 3600)], ids=["none", "made up", "of an hour from now"]
)
def test_a_press_without_an_honest_time_is_answered_with_the_page(client, answers, shown_at):
    answer = client.post("/asked/", {"reply": "yes", "shown_at": shown_at})

    assert (answer.status_code, str(ONCE_MORE) in answer.text, answers) == (422, True, [])


def test_two_seconds_after_the_page_it_is_a_press(client, answers):
    with time_machine.travel(NOON, tick=False) as clock:
        shown_at = stamp(time.time())
        clock.shift(1.9)
        too_soon = client.post("/asked/", {"reply": "yes", "shown_at": shown_at}).status_code
        clock.shift(0.1)
        in_time = client.post("/asked/", {"reply": "yes", "shown_at": shown_at}).status_code

    assert (too_soon, in_time, answers) == (422, 302, ["yes"])


def test_a_page_that_was_left_open_for_a_month_still_answers(client, answers):
    client.post("/asked/", {"reply": "yes", "shown_at": stamp(time.time() - 30 * 24 * 3600)})

    assert answers == ["yes"]


def test_the_page_says_what_was_said_and_it_can_be_changed(client, answers):
    client.post("/asked/", read(reply="yes"))
    page = fetch("/asked/").text
    client.post("/asked/", read(reply="no"))

    assert ("You said: Yes, I’m in" in page, page.count('class="button"'), answers) == (True, 2, ["yes", "no"])


def test_nothing_but_a_button_of_the_page_is_an_answer(client, answers):
    answer = client.post("/asked/", read(reply="perhaps"))

    assert (answer.status_code, answers) == (422, [])


def test_nothing_answers_but_a_press(client, answers):
    assert (client.put("/asked/", read(reply="yes")).status_code, answers) == (405, [])


def test_a_no_counts_after_a_quarter_of_an_hour():
    now = counts_from(NOON)

    assert (now, noes_that_count(now)) == (NOON + timedelta(minutes=15), NOON)
