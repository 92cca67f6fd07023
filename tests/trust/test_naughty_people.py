"""Whatever is written into a form about oneself: kept as it was written, or refused with what was typed."""

import pytest

from goldenthread.people.models import Hat, PaperCode, Person, Portrait
from tests.trust.naughty import Form, faults, send

LINES = ("brings", "looks_for", "access_needs")
ME = {
    "chosen_name": "", "pronouns": "", "language": "en-gb", "letters_rhythm": "daily", "familiarity": "new",
    "region": "wales", "introductions": "", "is_to_be_found": "on",
    **{f"{line}_audience": "everyone" for line in ("familiarity", "region", "brings", "looks_for", "introductions")},
}  # fmt: skip
A_HAT = {"audience": "members", "is_for_mixing": "on", "is_for_being_found": "on", "is_for_counts": ""}
SHOWN = ("/me/everything.html", "/me/everything.json", "/people/")
# One of each kind: a choice, who sees it, a tick.
OTHERS = ("region", "brings_audience", "is_to_be_found")


@pytest.fixture
def me(keeper_at_the_door):
    return keeper_at_the_door.person


def bareheaded():
    Hat.objects.all().delete()
    return {}


@pytest.fixture
def forms(me):
    hats = Hat.objects.filter(person=me).values()
    sector = Hat.objects.create(person=me, sector="health")
    return {
        "portrait": Form("/me/", ME | dict.fromkeys(LINES, ""), LINES, Portrait.objects.filter(person=me).values().get, SHOWN, OTHERS),
        "new hat": Form("/me/hats/new/role/", A_HAT | {"words": "Nurse"}, ("words",), lambda: hats.latest("pk"), ("/me/",), ("audience",), fresh=bareheaded),
        "hat": Form(f"/me/hats/{sector.pk}/", A_HAT | {"words": ""}, ("words",), hats.filter(pk=sector.pk).get, ("/me/",), ("audience", "is_for_mixing")),
        "other page": Form("/me/other-page/", {"email": "bo@example.org"}, pages=("/post-room/", "/me/other-page/code/")),
        "page on paper": Form("/me/page-on-paper/", {"code": "ABCD-EFGH-JKMN"}),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["portrait", "new hat", "hat", "other page", "page on paper"])
def test_a_form_about_me_keeps_words_or_gives_them_back(keeper_at_the_door, forms, name):
    assert faults(keeper_at_the_door, forms[name]) == []


def test_a_code_for_another_page_of_mine_is_refused_in_words(keeper_at_the_door):
    send(keeper_at_the_door, "/me/other-page/", {"email": "bo@example.org"})

    assert faults(keeper_at_the_door, Form("/me/other-page/code/", {"code": "123456"})) == []


def test_no_odd_code_brings_a_page_home(keeper_at_the_door, me):
    paper = Person.objects.create_person("On paper")
    PaperCode.open_for(paper, by=me)

    faults(keeper_at_the_door, Form("/me/page-on-paper/", {"code": ""}))

    assert Person.objects.filter(pk=paper.pk).exists()
