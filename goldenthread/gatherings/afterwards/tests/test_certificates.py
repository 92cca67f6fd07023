"""Certificates: from arrivals only, word for word, and claiming nothing."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.afterwards.attending import hours_in_words
from goldenthread.gatherings.afterwards.chores import forget_certificates, tell_of_certificates
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.day.models import Standing
from goldenthread.outbox.models import Email
from goldenthread.people.everything import rows_of

HERE, LATE, LEFT = Standing.HERE, Standing.LATE, Standing.LEFT


def test_each_who_came_has_one_and_the_others_have_none(issued):
    assert sorted(issued) == ["Ann", "Ben", "Cat", "Dot"]


def test_it_says_what_was_attended(issued, today):
    assert issued["Ann"].printed == {
        "name": "Ann Weir",
        "title": "A spring day",
        "when": "Tuesday 20 April 2027, 9:30 to 16:30, London time",
        "where": "The Old School, 1 Hill Street, Leeds",
        "hours": "7 hours",
        "attended": "all of it, 9:30 to 16:30",
        "language": "en-gb",
        "sessions": ["Round 1, 10:00 to 10:30", "Round 2, 11:00 to 11:30"],
        "aims": "",
        "convenors": ["Ada Foxglove"],
        "hosted_by": "",
        "site": "Home",
    }


@pytest.mark.parametrize(
    ("presses", "hours"),
    [
        ([(HERE, 0)], "7 hours"),
        ([(LATE, 30)], "6 hours"),
        ([(LATE, 40)], "5 hours 50 minutes"),
        ([(LATE, 60)], "5 hours 30 minutes"),
        ([(HERE, 0), (LEFT, 30)], "1 hour"),
        ([(HERE, 0), (LEFT, 60), (HERE, 120)], "6 hours"),
        ([(HERE, 0), (LEFT, 900)], "7 hours"),
        ([(LATE, 336)], "54 minutes"),
        ([(LATE, 329)], "1 hour 1 minute"),
        ([(LATE, 500)], ""),
        ([(LATE, 385)], ""),
    ],
)
def test_hours_are_those_in_the_room(today, at, presses, hours):
    assert hours_in_words([(standing, at(minutes)) for standing, minutes in presses], today) == hours


@pytest.mark.parametrize("unknown", [{"from_time": None}, {"to_time": None}, {"last_day": "2027-04-22"}])
def test_hours_that_nobody_knows_are_not_told(today, at, unknown):
    for name, value in unknown.items():
        setattr(today, name, value)
    if unknown.get("last_day"):
        today.last_day = today.day + timedelta(days=2)

    assert hours_in_words([(HERE, at(0))], today) == ""


def test_pressed_again_after_a_correction_codes_stay_and_what_is_wrong_goes(issued, today, sat, press, ada, evening):
    press(sat["Ann"], LEFT, 90)
    press(sat["Dot"], Standing.ABSENT, 91)

    assert issue(today, by=ada, now=evening) == 3

    ann = Certificate.objects.get(booking=sat["Ann"])
    assert (ann.code, ann.printed["hours"]) == (issued["Ann"].code, "2 hours")
    assert not Certificate.objects.filter(pk=issued["Dot"].pk).exists()


def test_two_presses_issue_once(issued, today, ada, evening):
    issue(today, by=ada, now=evening)

    assert Certificate.objects.count() == 4


# ---- the pages


def test_one_press_issues_all_of_them(convenor, to):
    to.post("afterwards/certificates/")

    assert (Certificate.objects.count(), to.get("afterwards/").context["issued"]) == (4, 4)


def test_not_before_the_list_is_closed(client, ada, to, sat):
    client.force_login(ada)

    assert (to.post("afterwards/certificates/").status_code, Certificate.objects.count()) == (403, 0)


def test_mine_opens_from_my_email_and_comes_as_a_pdf(to, issued, sat):
    address = f"day/of/{sat['Ann'].key}/certificate/"

    page, taken = to.get(address), to.post(address, {"note": "I want to ring Dot."})

    assert page.context["certificate"] == issued["Ann"]
    assert (taken["Content-Type"], taken.content[:5]) == ("application/pdf", b"%PDF-")


def test_the_note_is_kept_nowhere(to, issued, sat):
    to.post(f"day/of/{sat['Ann'].key}/certificate/", {"note": "A secret word: heron."})

    kept = [str(value) for row in Certificate.objects.values() for value in row.values()]
    assert [value for value in kept if "heron" in value] == []


def test_a_note_that_is_too_long_is_given_back(to, issued, sat):
    assert to.post(f"day/of/{sat['Ann'].key}/certificate/", {"note": "x" * 1501}).status_code == 422


def test_whoever_did_not_come_finds_no_certificate(to, issued, sat):
    assert to.get(f"day/of/{sat['Eli'].key}/certificate/").status_code == 404


def test_all_of_them_print_in_one_file(convenor, to, issued):
    assert to.get("afterwards/certificates.pdf").content[:5] == b"%PDF-"


def test_anybody_sees_what_is_printed_and_no_more(client, issued):
    page = client.get(f"/certificates/{issued['Ann'].code}/").content.decode()

    assert ("Ann Weir" in page, "7 hours" in page, "It is not an accreditation" in page) == (True, True, True)
    assert ("ann@example.org" in page, issued["Ann"].booking.key in page) == (False, False)


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}"])
def test_a_code_is_found_however_it_is_typed(client, issued, typed):
    code = issued["Ann"].code

    assert client.post("/certificates/", {"code": typed(code)}).url == f"/certificates/{code}/"


@pytest.mark.parametrize("code", ["", "x", "AAAA-AAAA-AAAA", "x" * 21])
def test_a_code_that_nobody_knows_is_refused_in_words(client, issued, code):
    assert client.post("/certificates/", {"code": code}).status_code == 422


def test_a_correction_takes_it_back_before_anybody_presses_anything(client, to, issued, sat, press):
    press(sat["Ann"], Standing.ABSENT, 95)

    code = issued["Ann"].code
    assert client.get(f"/certificates/{code}/").status_code == 404
    assert client.post("/certificates/", {"code": code}).status_code == 422
    assert to.get(f"day/of/{sat['Ann'].key}/certificate/").status_code == 404


def test_it_outlives_the_booking(client, issued, sat):
    sat["Ann"].delete()

    assert client.get(f"/certificates/{issued['Ann'].code}/").status_code == 200


# ---- e-mails, and forgetting


def test_who_has_an_address_gets_an_email_once(issued, sat, evening):
    sat["Ben"].person.email = None
    sat["Ben"].person.save()
    type(sat["Ben"]).objects.filter(pk=sat["Ben"].pk).update(email="")

    for _ in range(2):
        tell_of_certificates(evening)

    assert sorted(Email.objects.filter(kind="certificate").values_list("address", flat=True)) == [
        "ann@example.org",
        "cat@example.org",
        "dot@example.org",
    ]


def test_no_email_goes_about_one_that_does_not_hold(issued, sat, press, evening):
    press(sat["Ann"], Standing.ABSENT, 95)

    tell_of_certificates(evening)

    assert Email.objects.filter(kind="certificate", address="ann@example.org").count() == 0


@pytest.mark.parametrize(("years", "left"), [(5, 4), (7, 0)])
def test_after_six_years_they_are_forgotten(issued, evening, years, left):
    for _ in range(2):
        forget_certificates(evening + timedelta(days=366 * years))

    assert Certificate.objects.count() == left


def test_mine_is_mine_and_not_whoever_issued_it(issued, sat, ada):
    assert [list(rows_of(who, Certificate)) for who in (sat["Ann"].person, ada)] == [[issued["Ann"]], []]
