"""Readers: a task with an end, that convenors give and see; and nobody reads from lived experience alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from goldenthread.gatherings.plan.convening import step_back
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.gatherings.voices.asking_readers import NobodyReads, ReadsAlone, end, open_readings
from goldenthread.gatherings.voices.models import Readership, ReadingsOpening
from goldenthread.gatherings.voices.tests.offered import begin_to_read, offer, reads
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

NEXT_WEEK = (timezone.now() + timedelta(days=7)).date().isoformat()


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


def test_a_convenor_asks_somebody_by_their_address(client, spring, ada, bo):
    client.force_login(ada)

    answer = client.post(at("readers", spring), {"name": "Bo H.", "email": "Bo@example.org", "last_day": NEXT_WEEK})

    readership = Readership.objects.get()
    assert (answer.status_code, readership.person, readership.name) == (302, bo, "Bo H.")
    # Not that of their page: an address must not tell who is behind it.
    assert "Hazelmoor" not in client.get(at("readers", spring)).text


def test_somebody_without_an_address_reads_on_paper(client, spring, ada):
    client.force_login(ada)

    client.post(at("readers", spring), {"name": "Pat Paper", "email": "", "last_day": NEXT_WEEK})

    assert Readership.objects.get().person.email is None


@pytest.mark.parametrize("day", ["2020-01-01", "2999-01-01", "soon"])
def test_a_day_that_has_been_or_is_far_away_is_refused_in_words(client, spring, ada, day):
    client.force_login(ada)

    answer = client.post(at("readers", spring), {"name": "Bo", "email": "bo@example.org", "last_day": day})

    assert (answer.status_code, Readership.objects.count()) == (422, 0)


def test_their_task_ends_by_itself(client, spring, ada, bo, time_machine):
    offer(spring, "Eleven chairs", "Jude")
    begin_to_read(spring, ada, bo)
    client.force_login(bo)

    before = client.get(at("readings", spring)).text
    Readership.objects.update(since=clock.now() - timedelta(days=9), until=clock.now())
    after = client.get(at("readings", spring)).text

    assert ("Eleven chairs" in before, "Eleven chairs" in after) == (True, False)
    assert "Your task is over." in after


def test_a_convenor_ends_it_sooner_and_whoever_reads_may_stop(client, spring, ada, bo, cy):
    begin_to_read(spring, ada, bo, cy)
    client.force_login(ada)
    client.post(at("reader_ending", spring, Readership.objects.get(person=bo).pk))
    client.force_login(cy)
    client.post(at("readings_departure", spring))

    assert not Readership.objects.lasting(clock.now() + timedelta(seconds=2)).exists()


def test_a_convenor_lets_them_read_for_longer(client, spring, ada, bo):
    readership = reads(spring, bo, ada)
    client.force_login(ada)

    client.post(at("reader", spring, readership.pk), {"last_day": NEXT_WEEK, "has_lived_experience": "on"})

    readership.refresh_from_db()
    assert readership.has_lived_experience
    assert (readership.until - timedelta(hours=1)).astimezone(spring.zone).date().isoformat() == NEXT_WEEK


def test_whoever_is_asked_again_begins_anew(spring, ada, bo):
    end(reads(spring, bo, ada), by=ada)

    reads(spring, bo, ada)

    assert Readership.objects.get().until > clock.now() + timedelta(days=8)


def test_one_who_reads_from_lived_experience_does_not_read_alone(client, spring, ada, bo, cy):
    reads(spring, bo, ada, has_lived_experience=True)
    reads(spring, cy, ada)
    client.force_login(ada)

    shown = client.post(at("readings_opening", spring), follow=True).text

    assert "nobody should read alone for many" in shown
    assert not ReadingsOpening.objects.exists()


@pytest.mark.parametrize("ticks", [(False, False), (True, True)])
def test_two_or_none_may_begin_and_each_is_told_once(spring, ada, bo, cy, ticks):
    for person, has_lived_experience in zip((bo, cy), ticks, strict=True):
        reads(spring, person, ada, has_lived_experience=has_lived_experience)

    open_readings(spring, by=ada)
    open_readings(spring, by=ada)

    written = Email.objects.filter(kind="asked to read")
    assert sorted(written.values_list("address", flat=True)) == ["bo@example.org", "cy@example.org"]


def test_nobody_can_begin_where_nobody_reads(spring, ada):
    with pytest.raises(NobodyReads):
        open_readings(spring, by=ada)


def test_one_alone_is_refused(spring, ada, bo):
    reads(spring, bo, ada, has_lived_experience=True)

    with pytest.raises(ReadsAlone):
        open_readings(spring, by=ada)


def test_who_is_asked_later_gets_an_email_at_once(spring, ada, bo, cy):
    begin_to_read(spring, ada, bo)

    reads(spring, cy, ada)

    assert Email.objects.newest_first()[0].address == "cy@example.org"


def test_nothing_is_read_before_the_readings_are_open(client, spring, ada, bo):
    contribution = offer(spring, "Eleven chairs", "Jude")
    reads(spring, bo, ada)
    client.force_login(bo)

    assert "Eleven chairs" not in client.get(at("readings", spring)).text
    assert client.get(at("reading", spring, contribution.pk)).status_code == 403


@pytest.mark.parametrize("page", ["readers", "decisions", "telling"])
def test_a_keeper_has_no_business_there_while_somebody_convenes(client, spring, kim, page):
    client.force_login(kim)

    assert client.get(at(page, spring)).status_code == 403


def test_a_keeper_steps_in_where_nobody_convenes(client, spring, kim):
    Convening.objects.update(until=clock.now())
    client.force_login(kim)

    assert client.get(at("decisions", spring)).status_code == 200


def test_a_convenor_who_stepped_back_sees_nothing_any_more(client, spring, ada, bo):
    Convening.objects.create(gathering=spring, person=bo)
    step_back(Gathering.objects.with_facts().get(pk=spring.pk), ada)
    client.force_login(ada)

    assert client.get(at("readers", spring)).status_code == 403


def test_a_convenor_who_reads_finds_the_way_to_their_own_pile(client, spring, ada, bo):
    client.force_login(ada)

    before = client.get(at("readers", spring)).text
    reads(spring, ada, ada)
    begin_to_read(spring, ada, bo)
    after = client.get(at("readers", spring)).text

    assert [at("readings", spring) + '"' in page for page in (before, after)] == [False, True]


def test_the_tick_is_for_convenors_alone(client, spring, ada, bo, cy):
    offer(spring, "Eleven chairs", "Jude")
    reads(spring, cy, ada, has_lived_experience=True)
    begin_to_read(spring, ada, bo, Person.objects.get(pk=cy.pk))
    Readership.objects.filter(person=cy).update(has_lived_experience=True)
    pages = [at("readings", spring), "/me/everything/"]
    client.force_login(cy)

    with_it = [client.get(page).text for page in pages]
    Readership.objects.update(has_lived_experience=False)
    without = [client.get(page).text for page in pages]

    assert [shown(page) for page in with_it] == [shown(page) for page in without]


def shown(page):
    return [line for line in page.splitlines() if "csrf" not in line]
