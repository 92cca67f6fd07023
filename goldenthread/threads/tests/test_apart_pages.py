"""The page on which somebody says with whom they would rather not be."""

import pytest

from goldenthread.people.models import Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.keep_apart import keep_apart, wishes_of
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import KeepApart


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def cys_token(cy):
    tell(cy, known={}, portrait=Portrait(person=cy, brings="Bread"), is_to_be_found=True)
    return Portrait.objects.get(person=cy).token


def test_it_finds_members_who_like_to_be_found(bo_is_in, cys_token):
    answer = bo_is_in.get("/me/thread/apart/?words=kestrelby")

    assert [seen.name for seen, _token in answer.context["found"]] == ["Cy Kestrelby"]


def test_it_says_so_when_nobody_is_found(bo_is_in, cys_token):
    assert "Nobody was found." in bo_is_in.get("/me/thread/apart/?words=nobody").content.decode()


def test_nobody_finds_themselves_there(bo_is_in, bo):
    tell(bo, known={}, portrait=Portrait(person=bo), is_to_be_found=True)

    assert bo_is_in.get("/me/thread/apart/?words=hazelmoor").context["found"] == []


def test_a_wish_is_kept_and_shown_to_its_owner(bo_is_in, bo, cy, cys_token):
    answer = bo_is_in.post("/me/thread/apart/", {"who": cys_token}, follow=True)

    assert ([wish.whom for wish in wishes_of(bo)], "Cy Kestrelby" in answer.content.decode()) == ([cy], True)


def test_somebody_i_met_can_be_meant_too(bo_is_in, bo, ada, met):
    met(bo, ada)

    bo_is_in.post("/me/thread/apart/", {"tie": key_of_tie(bo.pk, ada.pk)})

    assert [wish.whom for wish in wishes_of(bo)] == [ada]


def test_on_the_page_of_somebody_i_met_one_press_keeps_us_apart(bo_is_in, bo, ada, met):
    met(bo, ada)
    key = key_of_tie(bo.pk, ada.pk)

    page = bo_is_in.get(f"/me/thread/{key}/").content.decode()

    assert (f'name="tie" value="{key}"' in page, "Keep us apart" in page) == (True, True)


@pytest.mark.parametrize("who", ["", "nobody", "\0", "x" * 500])
def test_nobody_else_can_be_meant(bo_is_in, ada, who):
    Portrait.objects.create(person=ada)

    assert bo_is_in.post("/me/thread/apart/", {"who": who}).status_code == 404


def test_somebody_who_is_not_to_be_found_cannot_be_told_from_nobody(bo_is_in, ada):
    token = Portrait.objects.create(person=ada).token

    assert bo_is_in.post("/me/thread/apart/", {"who": token}).status_code == 404


def test_it_can_be_taken_back(bo_is_in, bo, cy):
    keep_apart(bo, cy)

    bo_is_in.post(f"/me/thread/apart/{KeepApart.objects.get().pk}/removal/")

    assert list(wishes_of(bo)) == []


def test_a_wish_of_others_cannot_be_taken_back(bo_is_in, bo, cy):
    keep_apart(cy, bo)

    answer = bo_is_in.post(f"/me/thread/apart/{KeepApart.objects.get().pk}/removal/")

    assert (answer.status_code, KeepApart.objects.count()) == (404, 1)


def test_the_keeper_sees_nothing_of_it(client, bo, cy, kim):
    keep_apart(bo, cy)
    client.force_login(kim)

    pages = ["/me/thread/apart/", "/me/everything.json", "/me/thread/"]

    assert [name in client.get(page).content.decode() for page in pages for name in ("Hazelmoor", "Kestrelby")] == [
        False
    ] * 6


def test_a_search_is_no_wish(bo_is_in, cys_token):
    bo_is_in.get(f"/me/thread/apart/?words=cy&who={cys_token}")

    assert (KeepApart.objects.count(), Person.objects.count()) == (0, 2)
