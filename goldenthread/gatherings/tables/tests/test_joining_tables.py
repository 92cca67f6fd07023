"""On the day some do not come: fewer tables are used, nobody sits at one that is nearly empty, and what cannot be is said rightly."""

import pytest

from goldenthread.gatherings.tables import remaking
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.joining_tables import joined
from goldenthread.gatherings.tables.mix_in_words import trouble_in_words
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, TableWish
from goldenthread.gatherings.tables.obstacles import in_the_way
from goldenthread.gatherings.tables.remaking import remake


@pytest.fixture
def hosted(laid, guests, mix_now, ada, monkeypatch):
    """Three tables of three to five, each with a host, are announced."""
    monkeypatch.setattr(remaking, "SECONDS", 0.2)
    for number, name in ((1, "Ann"), (2, "Ben"), (3, "Cat")):
        laid.tables.filter(number=number).update(host=guests[name])
    version = mix_now()
    announce(version, by=ada)
    return version


@pytest.fixture
def sizes(laid, guests, door, ada, at_table):
    """How many sit at each table once these have come, round by round."""

    def pressed(names):
        door([guests[name] for name in names.split()])
        made = remake(laid, 1, by=ada, only_present=True)
        assert made.is_done, made.told
        return [sorted(map(len, tables.values())) for tables in at_table(made).values()]

    return pressed


@pytest.mark.parametrize(
    ("came", "tables"),
    [
        ("Ann Ben Dot Eli", [4]),
        ("Ann Ben Cat Dot Eli Fay Gil", [3, 4]),
        ("Ann Ben", [2]),
        ("Dot Eli Fay Gil Hal Ida Jon Kay", [4, 4]),
    ],
)
def test_one_press_joins_the_tables_of_those_who_did_not_come(hosted, sizes, came, tables):
    assert sizes(came) == [tables] * 3


def test_six_of_twelve_fill_two_tables_and_not_three_pairs(hosted, sizes):
    hosted.arrangement.tables.update(least=2)

    assert sizes("Ann Ben Cat Dot Eli Fay") == [[3, 3]] * 3


def test_the_table_of_a_host_who_is_here_is_kept(hosted, sizes, at_table):
    sizes("Cat Dot Eli Fay")

    assert [set(tables) for tables in at_table(Mix.objects.latest("number")).values()] == [{3}] * 3


def test_where_all_tables_can_be_filled_none_is_touched(hosted):
    base = mixer_input_of(Mix(arrangement=hosted.arrangement, base=hosted, keeps_told=True))

    assert [(t.is_closed, t.least) for t in joined(base).tables] == [(t.is_closed, t.least) for t in base.tables]


def test_what_is_joined_is_joined_in_this_version_only(hosted, sizes):
    sizes("Ann Ben Dot Eli")

    assert hosted.arrangement.tables.filter(is_closed=False, least=3).count() == 3


def test_the_page_says_which_tables_are_not_used_and_who_is_not_here_yet(hosted, sizes, browser):
    sizes("Ann Ben Dot Eli")
    version = Mix.objects.latest("number")
    page = " ".join(browser.get(version.get_absolute_url()).content.decode().split())

    assert "Nobody sits here any more:" in page
    assert "They aren’t here yet, and get a seat when they arrive: <bdi>Cat Weir</bdi>" in page
    assert "aren’t coming any more" not in page


def advice(arrangement, **more):
    trouble = in_the_way(mixer_input_of(Mix(arrangement=arrangement, **more)))
    return trouble and trouble_in_words(trouble)


def test_nothing_is_in_the_way_of_what_can_be_done(hosted):
    assert advice(hosted.arrangement) is None


def test_too_many_fixed_seats_are_named_by_their_table(hosted):
    first = hosted.arrangement.tables.get(number=1)
    six = list(hosted.seats.filter(round__number=2).exclude(booking__in=first.arrangement.tables.values("host"))[:5])
    hosted.seats.filter(pk__in=[seat.pk for seat in six]).update(table=first, is_locked=True)

    assert advice(hosted.arrangement, base=hosted) == (
        "Round 2: 6 people have a fixed seat at Table 1, which has 5 seats. Give it more seats, or let somebody sit elsewhere."
    )


def test_hosted_tables_that_cannot_be_filled_are_named(hosted):
    hosted.arrangement.tables.update(least=5)

    assert advice(hosted.arrangement) == (
        "Round 1: 12 people can’t fill all the tables that have a host or a fixed seat (Table 1, Table 2, Table 3). Close one of"
        " them, or lower its fewest seats."
    )


def test_people_who_cannot_be_shared_out_are_counted(hosted):
    hosted.arrangement.tables.update(host=None, least=5, most=5)

    assert advice(hosted.arrangement) == (
        "Round 1: 12 people can’t be shared out so that every table has its fewest seats filled and none has too many. Let a"
        " table seat fewer or more, or close one."
    )


def test_whoever_sits_a_round_out_needs_no_seat_in_it(hosted, guests):
    hosted.arrangement.tables.filter(number=3).update(is_closed=True)
    before = advice(hosted.arrangement)
    TableWish.objects.bulk_create(TableWish(booking=guests[name], sits_out=[1, 2, 3]) for name in ("Dot", "Eli"))

    assert before == "12 people need a seat, and the open tables have 10. Open another table, or add seats to one."
    assert advice(hosted.arrangement) is None
