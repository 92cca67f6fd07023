"""Whom I named myself: I am told when I may sit with them, and no press of mine brings me to one. What others wished changes nothing."""

from goldenthread.gatherings.tables.elsewhere import my_chairs
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.tests.test_elsewhere import (  # noqa: F401
    AT,
    MOVED,
    announced_mix,
    browser_of,
    press,
    table_of,
)
from goldenthread.kit import clock
from goldenthread.people.limits import OFTEN_ENOUGH
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import keep_apart

KEPT = (
    "You keep your seat. At every table with a free chair there may be somebody you would rather not sit with."
    " Please ask a host, or sit the round out. Only you can see this."
)


def may_be_named(booking):
    return next(chair.may_be_named for chair in my_chairs(booking, clock.now()))


def test_it_is_told_to_me_alone_that_i_sit_with_somebody_i_named(announced_mix, guests, browser_of):  # noqa: F811
    TableWish.objects.create(booking=guests["Ann"], apart="Ben Weir")
    mine, theirs = browser_of("Ann").get(AT).content.decode(), browser_of("Ben").get(AT).content.decode()

    words = "You may sit with somebody you would rather not sit with."
    assert (words in mine, words in theirs) == (True, False)


def test_whom_i_named_is_recognised_where_another_is_called_alike(announced_mix, guests):  # noqa: F811
    seats = announced_mix.seats.filter(round__number=1, table__number=1).exclude(
        booking__in=[guests["Ann"], guests["Ben"]]
    )
    Person.objects.filter(pk=seats[0].booking.person_id).update(name="Ben Moon")
    TableWish.objects.create(booking=guests["Ann"], apart="Ben Weir")

    assert may_be_named(guests["Ann"]) is True


def test_whom_i_chose_for_good_is_recognised_too(announced_mix, guests):  # noqa: F811
    guests["Ann"].person.join()
    before = may_be_named(guests["Ann"])
    keep_apart(guests["Ann"].person, guests["Ben"].person)

    assert (before, may_be_named(guests["Ann"])) == (False, True)


def test_a_name_that_i_do_not_read_there_recognises_nobody(announced_mix, guests):  # noqa: F811
    # Else one could type the former names of people, and see who sits there.
    Person.objects.filter(pk=guests["Ben"].person_id).update(chosen_name="Sam Moon")
    TableWish.objects.create(booking=guests["Ann"], apart="Ben Weir")
    guests["Ann"].person.join()

    assert may_be_named(guests["Ann"]) is False


def test_i_am_not_seated_beside_the_next_one_i_named(announced_mix, guests, press, table_of):  # noqa: F811
    names = [name for name in guests if table_of(name) == 2]
    TableWish.objects.create(booking=guests["Ann"], apart="\n".join(names))
    announced_mix.arrangement.tables.update(most=8)
    press("Ann")

    assert table_of("Ann") == 3


def test_i_keep_my_seat_where_each_free_chair_is_beside_somebody_i_named(announced_mix, guests, press, table_of):  # noqa: F811
    names = [name for name in guests if table_of(name) in {2, 3}]
    TableWish.objects.create(booking=guests["Ann"], apart="\n".join(names))
    announced_mix.arrangement.tables.update(most=8)

    assert (press("Ann"), table_of("Ann")) == ([KEPT], 1)


def test_what_others_wished_keeps_nobody_in_their_seat(announced_mix, guests, press, table_of):  # noqa: F811
    for name in set(guests) - {"Ann"}:
        TableWish.objects.create(booking=guests[name], apart="Ann Weir")
    announced_mix.arrangement.tables.update(most=8)

    assert (press("Ann"), table_of("Ann") != 1) == ([MOVED], True)


def test_nobody_finds_somebody_by_typing_one_name_after_the_other(announced_mix, guests, press, settings):  # noqa: F811
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"another_seat": "1/d/key"}
    TableWish.objects.create(booking=guests["Ann"], apart="\n".join(guests))

    assert [press("Ann"), press("Ann")] == [[KEPT], [str(OFTEN_ENOUGH)]]
