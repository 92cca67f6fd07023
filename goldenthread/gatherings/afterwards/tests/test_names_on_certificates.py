"""Whose name goes from a certificate when somebody leaves, and whose stays; and who is told of theirs."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.afterwards import emails
from goldenthread.gatherings.afterwards.chores import tell_of_certificates
from goldenthread.gatherings.afterwards.leaving import take_off_certificates
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.outbox.models import Email

CONVENORS = ["Ada Foxglove", "Bo Hazelmoor"]


@pytest.fixture
def printed(issued, ada):
    """By name: who convened, as it stands there now."""
    for certificate in issued.values():
        certificate.printed["convenors"] = CONVENORS
        certificate.save()

    def read(name):
        return Certificate.objects.get(pk=issued[name].pk).printed.get("convenors")

    return read


@pytest.fixture
def elsewhere(issued, bo):
    """Ben has one of another gathering, which somebody of the same name convened."""
    other = Gathering.begin("Another", by=bo)
    Certificate.objects.filter(pk=issued["Ben"].pk).update(gathering=other)


def test_the_name_of_a_convenor_goes_from_all_of_theirs_under_both_names(printed, ada):
    ada.chosen_name = "Bo Hazelmoor"

    take_off_certificates(ada, "")

    assert [printed(name) for name in ("Ann", "Ben", "Cat", "Dot")] == [[], [], [], []]


def test_the_same_name_on_a_certificate_of_others_stays(printed, elsewhere, ada):
    take_off_certificates(ada, "")

    assert (printed("Ann"), printed("Ben")) == (["Bo Hazelmoor"], CONVENORS)


def test_where_nobody_is_printed_nothing_is_changed(issued, today, ada):
    Certificate.objects.update(printed={"title": "Tea"})

    take_off_certificates(ada, "")

    assert [certificate.printed for certificate in Certificate.objects.all()] == [{"title": "Tea"}] * 4


def test_of_an_address_alone_no_name_is_taken_off(printed, issued, ada):
    take_off_certificates(None, "nobody@example.org")

    assert (printed("Ann"), Certificate.objects.count()) == (CONVENORS, 4)


def test_whoever_convened_twice_is_taken_off_once(printed, today, ada, bo):
    Convening.objects.filter(gathering=today, person=ada).update(until=today.starts_at)
    Convening.objects.create(gathering=today, person=ada)

    take_off_certificates(ada, "")

    assert printed("Ann") == ["Bo Hazelmoor"]


def test_what_another_worker_told_meanwhile_is_not_told_again(issued, evening, monkeypatch):
    write = emails.certificate

    def told_meanwhile(certificate):
        Certificate.objects.update(told_at=evening)
        return write(certificate)

    monkeypatch.setattr(emails, "certificate", told_meanwhile)
    tell_of_certificates(evening + timedelta(minutes=1))

    assert Email.objects.filter(kind="certificate").count() == 1


def test_whoever_has_a_certificate_took_part(answers_of, issued, sat):
    assert answers_of("afterwards").took_part({sat["Ann"].pk, sat["Eli"].pk}) == {sat["Ann"].pk}
