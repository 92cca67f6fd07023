import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.template.loader import render_to_string

from goldenthread.kit.templatetags import look


def drawn(**seats):
    return render_to_string("kit/_seats.html", seats)


def test_seats_are_drawn_in_fives():
    assert [(five.all, five.taken) for five in look.seats(7, 12)] == [("64.1", "64.1"), ("64.1", "16.1"), ("16.1", "")]


def test_a_full_five_needs_no_empty_seats_under_it():
    assert drawn(taken=5, of=5).count("<path") == 1


def test_whoever_comes_beyond_the_hope_gets_a_seat_too():
    assert [five.taken for five in look.seats(6, 5)] == ["64.1", "0.1"]


def test_a_crowd_is_told_in_words_only():
    assert (len(list(look.seats(0, 200))), list(look.seats(0, 201))) == (40, [])


def test_seats_are_for_the_eye_only_and_need_no_ids():
    html = drawn(taken=3, of=10)

    assert ('aria-hidden="true"' in html, "id=" in html, "style=" in html) == (True, False, False)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ada", "A"), ("Ada Marsh", "AM"), ("Ŵyn Ó Néill-Ferreira", "ŴN"), ("محمد علي", "مع"), ("", ""), ("  ", "")],
)
def test_initials_stand_for_a_name_in_any_script(name, letters):
    assert look.initials(name) == letters


def test_a_name_keeps_its_colour():
    assert (look.tint("Ada Marsh"), look.tint("Ada Marsh") < look.TINTS) == (look.tint("Ada Marsh"), True)


def test_the_sheet_has_an_address_even_before_static_files_were_collected(monkeypatch, tmp_path):
    monkeypatch.setattr(look, "static", ManifestStaticFilesStorage(location=tmp_path, base_url="/static/").url)

    assert look.sheet() == "/static/thread.css"
