"""A wish not to sit with somebody leaves no trace: whatever anybody else can open is the same with it and without it."""

import logging
import re

import pytest
from django.db import connection
from django.test import Client

from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.gatherings.tables.tables_on_paper import KINDS
from goldenthread.journal.models import Entry
from goldenthread.mixing.tables import Plan, tally
from goldenthread.mixing.tables.explain.explaining import explain
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import keep_apart

AT = "/gatherings/spring/"
HOSTS_PAGES = [
    AT,
    f"{AT}changes/",
    f"{AT}bookings/",
    f"{AT}bookings/needs/",
    f"{AT}bookings/print/",
    f"{AT}bookings/list.csv",
    f"{AT}tables/",
    f"{AT}tables/versions/1/",
    f"{AT}tables/remaking/",
    *(f"{AT}tables/versions/1/paper/{kind}/" for kind in KINDS),
]
MY_PAGES = [AT, "/me/", "/me/everything/", "/me/everything.json", "/me/everything.html", "/me/letters/"]
NOT_IN_THIS_HOUSE = ("/post-room/",)
CHANGES_ALWAYS = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|\d{2}:\d{2}(:\d{2}(\.\d+)?)?')


@pytest.fixture
def announced(version, ada):
    announce(version, by=ada)
    return version


@pytest.fixture
def browser_of(guests):
    def signed_in(person):
        person.join()
        browser = Client()
        browser.force_login(person)
        return browser

    return signed_in


@pytest.fixture
def seen(announced, guests, ada, kim, browser_of):
    """Everything that the convenor, the keeper and the other can open, and all that was written down beside it."""
    seats = [f"{announced.get_absolute_url()}seats/{seat.pk}/" for seat in announced.seats.order_by("pk")]
    host, keeper, other = browser_of(ada), browser_of(kim), browser_of(guests["Ben"].person)

    def everything():
        shown = {
            **{f"host {page}": host.get(page) for page in [*HOSTS_PAGES, *seats]},
            **{f"keeper {page}": keeper.get(page) for page in [*HOSTS_PAGES, "/post-room/", "/letters/held/"]},
            **{f"other {page}": other.get(page) for page in MY_PAGES},
        }
        assert {answer.status_code for name, answer in shown.items() if not name.endswith(NOT_IN_THIS_HOUSE)} == {200}
        pages = {name: CHANGES_ALWAYS.sub(b"", answer.content) for name, answer in shown.items()}
        return pages, list(Entry.objects.values_list("did", "kind", "key", "why")), Email.objects.count()

    return everything


@pytest.fixture
def wish(guests, browser_of):
    """Ann says that she would rather not sit with Ben: here, and once and for all."""
    ann = browser_of(guests["Ann"].person)

    def wished():
        assert ann.post(f"{AT}tables/wishes/", {"apart": "Ben Weir"}).status_code == 302
        keep_apart(guests["Ann"].person, guests["Ben"].person)

    return wished


def test_nobody_else_sees_any_difference(seen, wish):
    # What somebody took away stands in their own journal, once an hour.
    seen()
    before = seen()
    wish()
    after = seen()

    assert [name for name, page in after[0].items() if page != before[0][name]] == []
    assert after[1:] == before[1:]


def test_a_difference_would_be_noticed(seen, guests):
    before = seen()
    Person.objects.filter(pk=guests["Ann"].person_id).update(chosen_name="Anna")

    assert seen() != before


def test_the_plan_is_counted_alike_whether_it_is_kept_or_not(announced, guests, wish):
    table = announced.seats.get(booking=guests["Ann"], round__number=1).table
    announced.seats.filter(booking__in=[guests["Ann"], guests["Ben"]]).update(table=table)
    before = look_again(announced)
    wish()

    assert look_again(announced) == before


def test_an_explanation_is_the_same_with_it_and_without_it(announced, guests, wish):
    def explained():
        instance = mixer_input_of(announced).instance()
        plan = Plan(mixer_input_of(announced).as_rounds(list(announced.seats.order_by("pk"))))
        return explain(instance, plan, tally(instance, plan)).as_lists()

    ann = announced.seats.get(booking=guests["Ann"], round__number=1)
    announced.seats.filter(booking=guests["Ben"]).update(
        table=ann.table.arrangement.tables.exclude(pk=ann.table_id).first()
    )
    announced.seats.filter(booking=guests["Ann"]).update(table=ann.table)
    before = explained()
    wish()

    assert explained() == before


def test_no_log_speaks_of_it(caplog, wish, mix_now):
    caplog.set_level(logging.DEBUG)
    wish()
    mix_now()

    # What the database is told is logged only where DEBUG is on, which no house has.
    messages = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert [words for words in messages if "Ben" in words or "apart" in words] == []


def test_it_lies_sealed(wish):
    wish()
    with connection.cursor() as cursor:
        cursor.execute("SELECT apart, beside, features FROM tables_tablewish")
        [row] = cursor.fetchall()

    assert "Ben" not in str(row)
    assert TableWish.objects.get().apart == "Ben Weir"


def test_whoever_wished_it_reads_it_and_can_take_it_along(wish, guests, browser_of):
    wish()
    page = browser_of(guests["Ann"].person).get("/me/everything/").content.decode()

    assert "Ben Weir" in page


def test_what_i_asked_for_as_a_convenor_is_not_everybodys_seats(announced, ada, browser_of):
    page = browser_of(ada).get("/me/everything/").content.decode()

    assert "Ann Weir" not in page


def test_when_somebody_leaves_their_wish_and_their_seats_go(wish, guests, announced):
    wish()
    guests["Ann"].person.delete()

    assert TableWish.objects.count() == 0
    assert announced.seats.filter(booking=guests["Ann"].pk).count() == 0
