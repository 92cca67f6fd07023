"""Certificates on paper: whatever people are called, and whatever they wrote."""

import io

import pytest

from goldenthread.gatherings.afterwards.certificate_pdf import pdf
from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate


def test_what_people_wrote_is_never_markup(issued):
    issued["Ann"].printed |= {"name": '#panic("x") *bold* $x$', "title": "#set page(width: 1pt)"}

    assert io.BytesIO(pdf([issued["Ann"]], note="#panic()\n\n= No")).read(5) == b"%PDF-"


@pytest.mark.parametrize("name", ["𓀀", "Ann\x00", "\ud83d", "\uffff", "\ue000", "\u200b"])
def test_one_name_that_cannot_be_printed_takes_no_other_with_it(issued, name):
    issued["Ann"].printed |= {"name": name, "sessions": [name], "convenors": [name]}

    assert pdf([issued["Ann"], issued["Ben"]], note=name)[:5] == b"%PDF-"


def test_the_file_says_what_it_is(to, issued, sat):
    taken = to.post(f"day/of/{sat['Ann'].key}/certificate/")

    assert taken["Content-Disposition"] == 'attachment; filename="spring-certificate.pdf"'


def test_it_is_printed_in_the_language_of_whose_it_is(issued, sat, today, ada, evening):
    sat["Ann"].person.read_in("cy")

    issue(today, by=ada, now=evening)

    printed = {name: Certificate.objects.get(booking=sat[name]).printed for name in ("Ann", "Ben")}
    assert (printed["Ann"]["when"][:13], printed["Ben"]["when"][:15]) == ("dydd Mawrth 2", "Tuesday 20 Apri")
    assert (printed["Ann"]["hours"] != printed["Ben"]["hours"], printed["Ben"]["hours"]) == (True, "7 hours")
