"""Who was here, sits at an announced table or has a certificate is not removed with the list that brought them."""

import pytest

from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.models import Booking, Import
from goldenthread.gatherings.bookings.taking_back import take_back
from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.tables.models import Seat

PAGE = "/gatherings/spring/bookings/imports/{pk}/removal/"


@pytest.fixture
def brought(sat, today, ada, now):
    looked = look(today, "list.csv", b"Name\nPat\nQuin\n", "en-gb")
    return bring(today, looked.file, looked.lines, once="once", now=now, by=ada)


@pytest.fixture
def pat(brought):
    return Booking.objects.get(name="Pat")


def seated_at_an_announced_table(pat, press):
    beside = Seat.objects.earliest("pk")
    Seat.objects.create(mix=beside.mix, round=beside.round, table=beside.table, booking=pat)


def here(pat, press):
    press(pat, Standing.HERE)


def certified(pat, press):
    Certificate.objects.create(gathering=pat.gathering, booking=pat, printed={})


@pytest.mark.parametrize("happened", [seated_at_an_announced_table, here, certified])
def test_somebody_to_whom_something_happened_stays(brought, pat, press, now, ada, happened):
    happened(pat, press)

    assert take_back(brought, now=now, by=ada) == (1, 1)
    assert list(Booking.objects.filter(name__in=["Pat", "Quin"])) == [pat]


def test_who_goes_and_who_stays_is_seen_first(client, brought, pat, press, ada):
    here(pat, press)
    client.force_login(ada)
    page = client.get(PAGE.format(pk=brought.pk))

    seen = [page.context[part] for part in ("going", "staying")]
    assert (seen, Import.objects.count()) == ([["Quin"], ["Pat"]], 1)
    client.post(PAGE.format(pk=brought.pk))
    assert (Import.objects.count(), Booking.objects.filter(name="Quin").count()) == (0, 0)


def test_after_the_day_nothing_is_undone(client, brought, ada, now, evening):
    client.force_login(ada)
    client.post(PAGE.format(pk=brought.pk))

    assert Import.objects.count() == 1
