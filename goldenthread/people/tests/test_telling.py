"""My page: what I tell, to whom, and whether members may find me."""

import pytest

from goldenthread.people.models import Audience, Finding, Hat, Person, Portrait

KNOWN = {"chosen_name": "", "pronouns": "", "language": "en-gb", "letters_rhythm": "daily"}
TOLD = {
    "familiarity": "curious",
    "familiarity_audience": "everyone",
    "region": "wales",
    "region_audience": "met",
    "brings": "A kettle\nand patience",
    "brings_audience": "members",
    "looks_for": "a school",
    "looks_for_audience": "hosts",
    "introductions": "not_now",
    "introductions_audience": "only_me",
    "access_needs": "a seat near the door",
}


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


def test_what_i_tell_is_kept_with_its_audience(bo_is_in, bo):
    answer = bo_is_in.post("/me/", KNOWN | TOLD)

    portrait = Portrait.objects.get(person=bo)
    assert answer.url == "/me/"
    assert {name: getattr(portrait, name).replace("\r", "") for name in TOLD} == TOLD


def test_the_form_shows_what_i_told(bo_is_in, bo):
    Portrait.objects.create(person=bo, **TOLD)

    form = bo_is_in.get("/me/").context["form"]

    assert {name: form[name].value() for name in TOLD} == TOLD


def test_a_mistake_loses_nothing_that_was_typed(bo_is_in):
    answer = bo_is_in.post("/me/", KNOWN | TOLD | {"brings": "x" * 501, "region": "atlantis"})

    form = answer.context["form"]
    assert (answer.status_code, sorted(form.errors)) == (422, ["brings", "region"])
    assert {name: form[name].value() for name in TOLD} == TOLD | {"brings": "x" * 501, "region": "atlantis"}


def test_nothing_is_kept_while_something_is_wrong(bo_is_in, bo):
    bo_is_in.post("/me/", KNOWN | TOLD | {"region": "atlantis"})

    assert not Portrait.objects.exists()


def test_an_audience_that_was_not_sent_stays(bo_is_in, bo):
    Portrait.objects.create(person=bo, region="wales", region_audience=Audience.ONLY_ME)

    bo_is_in.post("/me/", KNOWN | {"region": "london"})

    portrait = Portrait.objects.get(person=bo)
    assert (portrait.region, portrait.region_audience) == ("london", "only_me")


def test_nobody_is_found_unless_they_want_to_be(bo_is_in, bo):
    bo_is_in.post("/me/", KNOWN | TOLD)

    assert not Finding.objects.exists()


def test_the_directory_knows_what_members_may_see_and_nothing_else(bo_is_in, bo):
    Hat.objects.create(person=bo, sector="health", audience="members", is_for_being_found=True)
    Hat.objects.create(person=bo, sector="policy", audience="members")
    Hat.objects.create(person=bo, sector="lived_experience", audience="met", is_for_being_found=True)

    bo_is_in.post("/me/", KNOWN | TOLD | {"is_to_be_found": "on"})

    finding = Finding.objects.get(person=bo)
    assert (finding.sorted_by, finding.region, finding.brings) == ("bo hazelmoor", "", "a kettle and patience")
    assert finding.words == "sectorhealth bo hazelmoor a kettle and patience health iechyd"


def test_who_wants_to_be_found_no_more_is_found_no_more(bo_is_in, bo):
    bo_is_in.post("/me/", KNOWN | TOLD | {"is_to_be_found": "on"})

    bo_is_in.post("/me/", KNOWN | TOLD)

    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("which", "audience", "purposes"),
    [("health", "members", True), ("role", "members", True), ("lived_experience", "only_me", False)],
)
def test_a_hat_begins_with_what_most_would_choose_and_lived_experience_with_nothing(
    bo_is_in, which, audience, purposes
):
    form = bo_is_in.get(f"/me/hats/new/{which}/").context["form"]

    assert form["audience"].value() == audience
    assert [form[name].value() for name in ("is_for_mixing", "is_for_being_found", "is_for_counts")] == [purposes] * 3


def test_pressing_twice_puts_a_hat_on_once(bo_is_in, bo):
    sent = {"words": "on wards", "audience": "members", "is_for_mixing": "on"}

    bo_is_in.post("/me/hats/new/health/", sent)
    bo_is_in.post("/me/hats/new/health/", sent)

    [hat] = Hat.objects.filter(person=bo)
    assert (str(hat), hat.words, hat.audience) == ("Health", "on wards", "members")
    assert (hat.is_for_mixing, hat.is_for_being_found, hat.is_for_counts) == (True, False, False)


def test_a_role_wants_words_and_is_told_once(bo_is_in, bo):
    empty = bo_is_in.post("/me/hats/new/role/", {"words": "", "audience": "members"})
    bo_is_in.post("/me/hats/new/role/", {"words": "trainer", "audience": "members"})
    again = bo_is_in.post("/me/hats/new/role/", {"words": "trainer", "audience": "members"})

    assert (empty.status_code, again.context["form"].errors) == (422, {"words": ["This is on your page already."]})
    assert [str(hat) for hat in bo.hats.all()] == ["trainer"]


def test_a_hat_is_taken_off(bo_is_in, bo):
    hat = Hat.objects.create(person=bo, sector="health")

    answer = bo_is_in.post(f"/me/hats/{hat.pk}/removal/")

    assert (answer.url, bo.hats.count()) == ("/me/", 0)


def test_the_directory_follows_a_hat_that_is_put_on_and_taken_off(bo_is_in, bo):
    bo_is_in.post("/me/", KNOWN | {"is_to_be_found": "on"})
    bo_is_in.post("/me/hats/new/health/", {"words": "", "audience": "members", "is_for_being_found": "on"})
    worn = Finding.objects.get().words
    bo_is_in.post(f"/me/hats/{bo.hats.get().pk}/removal/")

    assert (worn, Finding.objects.get().words) == ("sectorhealth bo hazelmoor health iechyd", "bo hazelmoor")


@pytest.mark.parametrize("address", ["/me/hats/new/conviction/", "/me/hats/0/"])
def test_there_is_no_such_hat(bo_is_in, address):
    assert bo_is_in.get(address).status_code == 404


def test_somebody_elses_hat_is_not_there_for_me(bo_is_in, ada):
    hat = Hat.objects.create(person=ada, sector="health")

    answers = [
        bo_is_in.post(f"/me/hats/{hat.pk}/", {"audience": "everyone"}),
        bo_is_in.post(f"/me/hats/{hat.pk}/removal/"),
    ]

    assert ([answer.status_code for answer in answers], ada.hats.count()) == ([404, 404], 1)


def test_my_page_costs_the_same_with_many_hats(bo_is_in, bo, django_assert_num_queries, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as first:
        bo_is_in.get("/me/")
    Hat.objects.bulk_create(Hat(person=bo, words=f"role {number}") for number in range(3))

    with django_assert_num_queries(len(first.captured_queries)):
        bo_is_in.get("/me/")


def test_a_name_on_paper_has_no_portrait(db):
    person = Person.objects.create_person("On Paper")

    assert not Portrait.objects.filter(person=person).exists()
