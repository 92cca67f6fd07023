"""Good defaults from the number of those who come, and what convenors change of them."""

from datetime import UTC, datetime, time, timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.feature import Feature
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.arranging import Manner, Outline, arrange, outline_for, outline_of
from goldenthread.gatherings.tables.models import Round, Table
from goldenthread.kit import clock

AT = "/gatherings/spring/tables/"
WHOLE = {
    "rounds": 2,
    "day": "2027-04-20",
    "hour": "11:30",
    "minutes": 30,
    "pause": 10,
    "tables": 4,
    "size": 3,
    "manner": "both",
    "seconds": 2,
}


def posted(**changed):
    return WHOLE | changed


@pytest.mark.parametrize(
    ("people", "size", "tables"), [(1, 4, 1), (16, 4, 4), (17, 6, 3), (48, 6, 8), (64, 8, 8), (500, 8, 63)]
)
def test_tables_suit_the_number_of_people(spring, people, size, tables):
    Booking.objects.bulk_create(
        Booking(gathering=spring, name=f"P{n}", language="en-gb", state="coming") for n in range(people)
    )
    outline = outline_for(spring)

    assert (outline.size, outline.tables) == (size, tables)


def test_rounds_begin_when_the_gathering_does(spring, guests, ada):
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(9, 30))
    spring.refresh_from_db()
    rounds = arrange(spring, outline_for(spring), by=ada).rounds.order_by("number")

    # In London it is summer time.
    assert [round_.starts_at for round_ in rounds] == [
        datetime(2027, 4, 20, hour, 30, tzinfo=UTC) for hour in (8, 9, 10)
    ]
    assert rounds[0].ends_at == datetime(2027, 4, 20, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ends", "rounds", "minutes", "pause"),
    [
        (None, 3, 45, 15),
        (time(13, 45), 3, 45, 15),
        (time(13, 0), 2, 45, 15),
        (time(12, 0), 2, 25, 5),
        (time(11, 30), 2, 15, 0),
    ],
)
def test_rounds_are_over_before_the_gathering_is(spring, ends, rounds, minutes, pause):
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(11), to_time=ends)
    spring.refresh_from_db()
    outline = outline_for(spring)

    assert (outline.rounds, outline.minutes, outline.pause) == (rounds, minutes, pause)


def test_without_a_day_rounds_have_no_hour(ada):
    supper = Gathering.begin("Supper", by=ada)
    arrangement = arrange(supper, outline_for(supper), by=ada)

    hours = [(round_.starts_at, round_.ends_at, round_.has_begun(clock.now())) for round_ in arrangement.rounds.all()]
    assert hours == [(None, None, False)] * 3


def test_what_the_venue_offers_the_tables_offer(spring, guests, ada):
    spring.step_free = spring.hearing_loop = True
    tables = arrange(spring, outline_for(spring), by=ada).tables.order_by("number")

    assert [table.features for table in tables] == [["step_free", "hearing_loop"], ["step_free"], ["step_free"]]
    assert tables[0].offers == [str(Feature.STEP_FREE.label), str(Feature.HEARING_LOOP.label)]


@pytest.mark.parametrize("manner", Manner)
def test_what_was_laid_out_is_read_again(spring, guests, ada, manner):
    outline = Outline(4, datetime(2027, 4, 20, 9, tzinfo=UTC), 30, 5, 3, 5, manner, 7)

    assert outline_of(arrange(spring, outline, by=ada)) == outline


def test_one_round_alone_says_nothing_of_pauses(spring, guests, ada):
    outline = Outline(1, None, 30, 5, 3, 5)

    assert outline_of(arrange(spring, outline, by=ada)).pause == 15


def test_laid_out_anew_names_and_hosts_stay(spring, guests, ada, laid):
    laid.tables.filter(number=1).update(label="Oak", host=guests["Ann"])
    laid.rounds.filter(number=1).update(name="Arriving")
    arrange(spring, Outline(2, None, 20, 5, 4, 2), by=ada)

    assert [str(table) for table in laid.tables.order_by("number")] == ["Oak", "Table 2"]
    assert laid.tables.get(number=1).host == guests["Ann"]
    assert [str(round_) for round_ in laid.rounds.order_by("number")] == ["Arriving", "Round 2"]


def test_a_table_that_versions_know_is_closed_instead(spring, ada, laid, version):
    arrange(spring, Outline(3, None, 20, 5, 6, 2), by=ada)

    assert [table.is_closed for table in laid.tables.order_by("number")] == [False, False, True]
    assert version.seats.count() == 36


def test_a_round_that_was_held_stays(spring, ada, laid, version):
    begun = clock.now() - timedelta(hours=1)
    laid.rounds.update(starts_at=begun)
    arrange(spring, Outline(1, None, 20, 5, 6, 2), by=ada)

    assert [round_.minutes for round_ in laid.rounds.order_by("number")] == [45, 45, 45]


def test_a_convenor_lays_it_out(browser, guests, spring):
    shown = browser.get(f"{AT}arrangement/")
    answer = browser.post(f"{AT}arrangement/", WHOLE)
    rounds = Round.objects.order_by("number")

    assert (shown.status_code, answer["Location"]) == (200, AT)
    assert [round_.starts_at for round_ in rounds] == [
        datetime(2027, 4, 20, 10, minute, tzinfo=UTC) + timedelta(0) for minute in (30,)
    ] + [datetime(2027, 4, 20, 11, 10, tzinfo=UTC)]
    assert [round_.is_home for round_ in rounds] == [True, True]
    assert [table.most for table in Table.objects.all()] == [4] * 4


@pytest.mark.parametrize("wrong", [{"rounds": 13}, {"size": 1}, {"day": ""}, {"hour": "noon"}, {"manner": ""}])
def test_what_makes_no_sense_is_given_back(browser, guests, wrong):
    answer = browser.post(f"{AT}arrangement/", posted(**wrong))

    assert answer.status_code == 422
    assert Table.objects.count() == 0


def test_a_round_is_changed(browser, laid):
    values = {"name": "Arriving", "day": "2027-04-21", "hour": "10:00", "minutes": 60, "is_home": "on"}
    shown = browser.get(f"{AT}rounds/1/").content.decode()
    browser.post(f"{AT}rounds/1/", values)
    round_ = laid.rounds.get(number=1)

    assert 'value="10:00"' in shown
    assert (str(round_), round_.minutes, round_.is_home) == ("Arriving", 60, True)
    assert round_.starts_at == datetime(2027, 4, 21, 9, tzinfo=UTC)


def test_a_table_is_changed_and_one_host_hosts_one_table(browser, laid, guests):
    laid.tables.filter(number=2).update(host=guests["Ann"])
    values = {"label": "Oak", "room": "Hall", "least": 2, "most": 5, "features": ["quiet"], "host": guests["Ann"].pk}
    browser.post(f"{AT}list/1/", values)
    shown = browser.get(AT).content.decode()

    assert [(str(table), table.host) for table in laid.tables.order_by("number")][:2] == [
        ("Oak", guests["Ann"]), ("Table 2", None),
    ]  # fmt: skip
    assert "In a quiet place" in shown


def test_the_fewest_are_no_more_than_the_most(browser, laid):
    answer = browser.post(f"{AT}list/1/", {"label": "Oak", "least": 6, "most": 5})

    assert answer.status_code == 422
    assert "The fewest seats are more than the most." in answer.content.decode()


def test_only_somebody_who_comes_hosts(browser, laid, ada):
    supper = Gathering.begin("Supper", by=ada)
    other = Booking.objects.create(gathering=supper, name="Zoe", language="en-gb", state="coming")

    assert browser.post(f"{AT}list/1/", {"label": "Oak", "least": 2, "most": 5, "host": other.pk}).status_code == 422


def test_rounds_that_people_were_told_of_go_only_once_that_was_said(browser, announced_mix):
    refused, left = browser.post(f"{AT}arrangement/", posted()), Round.objects.count()
    gone = browser.post(f"{AT}arrangement/", posted(takes_seats_away="on"))

    assert (refused.status_code, left, gone.status_code, Round.objects.count()) == (422, 3, 302, 2)
    assert "12 people were told where they sit in a round that would go" in refused.content.decode()


def test_rounds_that_people_have_sat_in_are_named_where_they_stay(browser, laid, version):
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=5))
    stays = browser.post(f"{AT}arrangement/", posted(rounds=3), follow=True).content.decode()
    tables_only = browser.get(f"{AT}arrangement/").context["form"].initial | {"tables": 5}
    other = browser.post(f"{AT}arrangement/", tables_only, follow=True).content.decode()

    assert ("have begun, and stay as they were: Round 1." in stays, "stay as they were" in other) == (True, False)
