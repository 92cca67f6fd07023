"""Certificates on paper: whatever people are called, and whatever they wrote."""

import io
from datetime import date
from urllib.parse import unquote

import pytest

from goldenthread.gatherings.afterwards.certificate_pdf import pdf
from goldenthread.gatherings.afterwards.doubts import doubts
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.pdf.sheets import PaperSize
from tests.on_paper import A4, LETTER, is_tagged, pages_of

SIZES = {PaperSize.A4: A4, PaperSize.LETTER: LETTER}


def test_what_people_wrote_is_never_markup(issued):
    issued["Ann"].printed |= {"name": '#panic("x") *bold* $x$', "title": "#set page(width: 1pt)"}

    assert io.BytesIO(pdf([issued["Ann"]], note="#panic()\n\n= No")).read(5) == b"%PDF-"


@pytest.mark.parametrize("name", ["𓀀", "Ann\x00", "\ud83d", "\uffff", "\ue000", "\u200b"])
def test_one_name_that_cannot_be_printed_takes_no_other_with_it(issued, name):
    issued["Ann"].printed |= {"name": name, "sessions": [name], "convenors": [name]}

    assert pdf([issued["Ann"], issued["Ben"]], note=name)[:5] == b"%PDF-"


def test_the_file_says_whose_it_is_and_of_what(convenor, to, issued, sat):
    taken = to.post(f"day/of/{sat['Ann'].key}/certificate/")
    all_of_them = to.get("afterwards/certificates.pdf")

    assert [answer["Content-Disposition"] for answer in (taken, all_of_them)] == [
        'attachment; filename="Certificate, Ann Weir, A spring day.pdf"',
        'attachment; filename="Certificates, A spring day.pdf"',
    ]


def test_a_name_that_no_file_may_have_is_left_out_of_its_name(to, issued, sat):
    issued["Ann"].printed |= {"name": "Zoë Ó\x00/../\n*", "title": "x" * 300}
    issued["Ann"].save()
    header = to.post(f"day/of/{sat['Ann'].key}/certificate/")["Content-Disposition"]

    name = unquote(header.partition("''")[2])
    assert (name[:21], name[-4:], len(name) < 130) == ("Certificate, Zoë Ó ..", ".pdf", True)


@pytest.mark.parametrize("size", SIZES)
def test_each_fits_one_page_on_either_paper(issued, size):
    issued["Ann"].printed |= {
        "name": "W" * 80,
        "title": "Word " * 24,
        "aims": "Aim " * 60,
        "sessions": ["A round of talk, 10:00 to 10:30"] * 6,
    }
    pages = pages_of(pdf([issued["Ann"], issued["Ben"]], size))

    assert [(page.size, page.beyond) for page in pages] == [(SIZES[size], [])] * 2


def test_it_says_hours_site_and_where_to_check_it(issued):
    written = pdf([issued["Ben"]])
    [page] = pages_of(written)

    expected = [
        "Home",
        "7 hours",
        "all of it, 9:30 to 16:30",
        "Round 1, 10:00 to 10:30",
        "/certificates/",
        issued["Ben"].code,
    ]
    assert ([words for words in expected if words not in page.text], is_tagged(written)) == ([], True)


def test_all_of_them_are_each_in_the_language_of_whose_it_is(issued):
    issued["Ann"].printed["language"] = "cy"
    welsh, english = pages_of(pdf([issued["Ann"], issued["Ben"]]))

    assert ("Certificate of attendance" in english.text, "Certificate of attendance" in welsh.text) == (True, False)


def test_for_nobody_there_is_one_page_that_says_so():
    [page] = pages_of(pdf([]))

    assert "There are no certificates yet." in page.text


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("", False),
        ("http://localhost:8000", False),
        ("http://192.168.1.4", False),
        ("http://home.local", False),
        ("https://home.example.org", True),
        ("https://8.8.8.8", True),
    ],
)
def test_an_address_where_nobody_can_check_them_is_said_before(convenor, to, settings, address, is_right):
    settings.HOUSE_ADDRESS = address

    is_warned = "which only this computer can open" in to.get("afterwards/").content.decode()

    assert is_warned is not is_right


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({}, None),
        ({"from_time": None, "to_time": None}, "would say no hours"),
        ({"last_day": date(2027, 4, 22)}, "name the days and no hours"),
    ],
)
def test_hours_that_they_would_not_say_are_told_before(convenor, to, settings, today, plan, words):
    settings.HOUSE_ADDRESS = "https://home.example.org"
    Gathering.objects.filter(pk=today.pk).update(**plan)

    assert [words in doubt for doubt in doubts(Gathering.objects.get(pk=today.pk))] == [True] * bool(words)


def test_it_is_printed_in_the_language_of_whose_it_is(issued, sat, today, ada, evening):
    sat["Ann"].person.read_in("cy")

    issue(today, by=ada, now=evening)

    printed = {name: Certificate.objects.get(booking=sat[name]).printed for name in ("Ann", "Ben")}
    assert (printed["Ann"]["when"][:13], printed["Ben"]["when"][:15]) == ("dydd Mawrth 2", "Tuesday 20 Apri")
    assert (printed["Ann"]["hours"] != printed["Ben"]["hours"], printed["Ben"]["hours"]) == (True, "7 hours")


def test_one_that_cannot_be_printed_in_time_is_given_back(client, to, issued, sat, monkeypatch):
    monkeypatch.setattr("goldenthread.kit.pdf.setting.SECONDS", 0.01)
    client.raise_request_exception = False

    late = to.post(f"day/of/{sat['Ann'].key}/certificate/", {"note": "I want to ring Dot."})

    assert (late.status_code, late["Retry-After"], "I want to ring Dot." in late.content.decode()) == (503, "5", True)
