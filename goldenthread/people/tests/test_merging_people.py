"""Two pages of one person become one."""

import pytest

from goldenthread.outbox.models import Email
from goldenthread.people.merging_people import SamePage, merge_people
from goldenthread.people.models import Finding, Hat, PaperCode, Person, Portrait
from goldenthread.people.signing_in import email_link
from goldenthread.people.telling import tell


@pytest.fixture
def other(home):
    return Person.objects.create_person("Boris H", "boris@example.org", joined_at=home.founded_at)


@pytest.fixture
def on_paper(home):
    return Person.objects.create_person("B. Hazelmoor")


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


def test_what_both_told_is_brought_together(bo, other):
    Portrait.objects.create(person=bo, region="wales", region_audience="met", access_needs="")
    Portrait.objects.create(
        person=other, region="london", brings="bread", brings_audience="only_me", access_needs="rest"
    )
    Hat.objects.bulk_create([Hat(person=bo, sector="health", words="mine"), Hat(person=other, sector="health"), Hat(person=other, sector="policy")])  # fmt: skip

    merge_people(bo, other)

    portrait = Portrait.objects.get()
    assert (portrait.region, portrait.region_audience, portrait.brings, portrait.brings_audience, portrait.access_needs) == (
        "wales", "met", "bread", "only_me", "rest",
    )  # fmt: skip
    assert sorted((hat.sector, hat.words) for hat in bo.hats.all()) == [("health", "mine"), ("policy", "")]
    assert list(Person.objects.all()) == [bo]


def test_the_directory_follows(bo, other):
    tell(bo, known={}, portrait=Portrait(person=bo), is_to_be_found=True)
    tell(other, known={}, portrait=Portrait(person=other, brings="bread"), is_to_be_found=True)

    merge_people(bo, other)

    assert [(finding.person, finding.brings) for finding in Finding.objects.all()] == [(bo, "bread")]


def test_who_was_found_under_the_other_page_only_is_not_found_by_surprise(bo, other):
    tell(other, known={}, portrait=Portrait(person=other), is_to_be_found=True)

    merge_people(bo, other)

    assert not Finding.objects.exists()


def test_a_page_is_not_joined_with_itself(bo):
    with pytest.raises(SamePage):
        merge_people(bo, Person.objects.get(pk=bo.pk))


def test_whoever_was_signed_in_there_is_signed_out(bo, other, other_client):
    other_client.post(email_link(other))

    merge_people(bo, other)

    assert other_client.get("/me/").status_code == 302


def test_the_other_address_proves_itself_by_a_code(bo_is_in, bo, other, post):
    Hat.objects.create(person=other, sector="policy")
    bo_is_in.post("/me/other-page/", {"email": "Boris@example.org"})

    answer = bo_is_in.post("/me/other-page/code/", {"code": post.code})

    assert (answer.url, list(Person.objects.all()), bo.hats.count()) == ("/me/", [bo], 1)
    assert bo_is_in.session["_auth_user_id"] == str(bo.pk)


def test_a_wrong_code_joins_nothing(bo_is_in, bo, other, post):
    bo_is_in.post("/me/other-page/", {"email": other.email})

    answer = bo_is_in.post("/me/other-page/code/", {"code": post.wrong_code})

    assert (answer.status_code, Person.objects.count()) == (422, 2)


def test_a_code_that_was_tried_too_often_joins_nothing(bo_is_in, other, post):
    bo_is_in.post("/me/other-page/", {"email": other.email})
    for _ in range(3):
        bo_is_in.post("/me/other-page/code/", {"code": post.wrong_code})

    answer = bo_is_in.post("/me/other-page/code/", {"code": post.code})

    assert (answer.status_code, Person.objects.count()) == (422, 2)


@pytest.mark.parametrize("address", ["nobody@example.org", "boris@example.org"])
def test_nobody_learns_who_is_here(bo_is_in, other, address):
    answers = [bo_is_in.post("/me/other-page/", {"email": address}), bo_is_in.get("/me/other-page/code/")]

    assert [(answer.status_code, answer.get("Location")) for answer in answers] == [
        (302, "/me/other-page/code/"),
        (200, None),
    ]
    assert Email.objects.get().address == address


def test_a_code_for_my_own_address_joins_nothing(bo_is_in, bo, post):
    bo_is_in.post("/me/other-page/", {"email": bo.email})

    answer = bo_is_in.post("/me/other-page/code/", {"code": post.code})

    assert (answer.status_code, Person.objects.count()) == (422, 1)


def test_without_having_asked_there_is_nothing_to_type(bo_is_in):
    assert bo_is_in.get("/me/other-page/code/").url == "/me/other-page/"


def test_somebody_invited_by_email_has_their_page_as_soon_as_the_address_is_theirs(client, home, post):
    invited = Person.objects.create_person("Nia", "nia@example.org")
    Hat.objects.create(person=invited, sector="policy")
    client.post("/sign-in/", {"email": "nia@example.org"})

    client.post("/sign-in/code/", {"code": post.code})

    invited.refresh_from_db()
    # Signing in makes nobody a member: that is asked for by itself.
    assert (client.session["_auth_user_id"], invited.joined_at) == (str(invited.pk), None)


def test_a_code_on_paper_brings_a_page_home(bo_is_in, bo, kim, on_paper):
    Hat.objects.create(person=on_paper, sector="policy")
    typed = PaperCode.open_for(on_paper, by=kim).code.lower().replace("-", " ")

    answer = bo_is_in.post("/me/page-on-paper/", {"code": typed})

    assert (answer.url, bo.hats.count(), Person.objects.filter(name="B. Hazelmoor").count()) == ("/me/", 1, 0)


def test_a_code_on_paper_works_once(bo_is_in, kim, on_paper):
    typed = PaperCode.open_for(on_paper, by=kim).code
    bo_is_in.post("/me/page-on-paper/", {"code": typed})

    assert bo_is_in.post("/me/page-on-paper/", {"code": typed}).status_code == 422


@pytest.mark.parametrize("typed", ["", "ABCD-EFGH-JKMN", "x" * 41, "'; --", "\x00"])
def test_a_code_that_is_none_brings_nothing(bo_is_in, kim, on_paper, typed):
    PaperCode.open_for(on_paper, by=kim)

    answer = bo_is_in.post("/me/page-on-paper/", {"code": typed})

    assert (answer.status_code, Person.objects.filter(pk=on_paper.pk).exists()) == (422, True)


def test_a_code_on_paper_ends(bo_is_in, kim, on_paper):
    typed = PaperCode.open_for(on_paper, by=kim).code
    PaperCode.objects.update(until="2022-01-01T09:00Z")

    assert bo_is_in.post("/me/page-on-paper/", {"code": typed}).status_code == 422


def test_the_code_itself_is_kept_nowhere(kim, on_paper):
    code = PaperCode.open_for(on_paper, by=kim).code

    row = PaperCode.objects.values().get()
    assert [name for name, value in row.items() if code in str(value) or code.replace("-", "") in str(value)] == []


def test_a_keeper_prints_a_code_and_may_print_it_again(client, kim, on_paper):
    client.force_login(kim)
    address = f"/people/on-paper/{on_paper.pk}/code/"
    empty = client.get(address).context["code"]

    client.post(address)
    client.post(address)

    page = client.get(address)
    assert (empty, page.context["code"].code in page.content.decode(), PaperCode.objects.count()) == (None, True, 1)


def test_for_others_nobody_stands_on_paper(bo_is_in, on_paper):
    address = f"/people/on-paper/{on_paper.pk}/code/"

    assert (bo_is_in.get(address).status_code, bo_is_in.post(address).status_code) == (404, 404)


def test_no_code_is_printed_for_somebody_with_an_address(client, kim, other):
    client.force_login(kim)

    assert client.post(f"/people/on-paper/{other.pk}/code/").status_code == 404
