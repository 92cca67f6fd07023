"""Looking for people: members find whom they may, by what they may see."""

import pytest
from django.core.cache import cache
from django.db import connection

from goldenthread.people import directory
from goldenthread.people.directory import ON_A_PAGE, Wanted, find
from goldenthread.people.models import Finding, Person
from goldenthread.people.telling import tell


@pytest.fixture(autouse=True)
def _nothing_counted_yet(db):
    cache.clear()


def names(page):
    return [seen.name for seen, _token in page.people]


HEALTH = {"sector": "health", "audience": "members", "is_for_being_found": True}


@pytest.fixture
def people(somebody):
    somebody("Zoë Ŵyn", region="wales", brings="Bread, and a café to meet in", hats=[HEALTH])
    somebody("amos", region="london", looks_for="a choir; bread")
    somebody("Bel", region="wales", region_audience="only_me", brings="secrets", brings_audience="met")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["amos", "Bel", "Zoë Ŵyn"]),
        (Wanted(words="zoe"), ["Zoë Ŵyn"]),
        (Wanted(words="ŵYN zo"), ["Zoë Ŵyn"]),
        (Wanted(words="bread"), ["amos", "Zoë Ŵyn"]),
        (Wanted(brings="bread"), ["Zoë Ŵyn"]),
        (Wanted(brings="cafe", words="zoe", sector="health", region="wales"), ["Zoë Ŵyn"]),
        (Wanted(region="wales"), ["Zoë Ŵyn"]),
        (Wanted(words="Cymru"), ["Zoë Ŵyn"]),
        (Wanted(sector="health"), ["Zoë Ŵyn"]),
        (Wanted(sector="policy"), []),
        (Wanted(words="secrets"), []),
        (Wanted(words="choir zoe"), []),
        (Wanted(words="a"), ["amos", "Bel", "Zoë Ŵyn"]),
        (Wanted(words="""'":*) OR NEAR( & | ! <-> \\ brings : ^""", brings="%_"), []),
    ],
)
def test_members_are_found_by_what_they_told_to_members(people, ada, wanted, expected):
    assert names(find(wanted, by=ada)) == expected


@pytest.mark.parametrize("audience", ["only_me", "hosts", "met"])
@pytest.mark.parametrize("line", ["brings", "looks_for"])
def test_nobody_is_found_by_words_that_members_may_not_see(somebody, ada, audience, line):
    somebody("Nia", **{line: "canary", f"{line}_audience": audience})

    assert names(find(Wanted(words="canary"), by=ada)) == []


@pytest.mark.parametrize(("audience", "is_for_being_found", "number"), [("members", True, 1), ("members", False, 0), ("met", True, 0)])  # fmt: skip
def test_a_hat_finds_its_wearer_only_if_it_may(somebody, ada, audience, is_for_being_found, number):
    hat = {"sector": "health", "audience": audience, "is_for_being_found": is_for_being_found}
    somebody("Nia", hats=[hat])

    assert len(find(Wanted(sector="health"), by=ada).people) == number


def test_needs_are_never_found(somebody, ada):
    somebody("Nia", access_needs="canary")

    assert names(find(Wanted(words="canary"), by=ada)) == []


def test_who_leaves_is_found_no_more(people, ada):
    Person.objects.filter(name="amos").delete()

    assert names(find(Wanted(words="choir"), by=ada)) == []


def test_what_is_told_anew_is_found_and_what_was_told_before_is_not(somebody, ada):
    nia = somebody("Nia", brings="bread")
    portrait = nia.portrait
    portrait.brings = "cheese"

    tell(nia, known={}, portrait=portrait, is_to_be_found=True)

    assert [names(find(Wanted(words=word), by=ada)) for word in ("bread", "cheese")] == [[], ["Nia"]]


def test_pages_follow_each_other_without_a_gap_or_a_double(somebody, ada, django_assert_num_queries):
    everybody = [f"Nia {number:02}" for number in range(ON_A_PAGE + 1)]
    for name in reversed(everybody):
        somebody(name, region="wales")

    first = find(Wanted(), by=ada)
    with django_assert_num_queries(4):
        second = find(Wanted(), by=ada, after=first.after)

    assert (names(first) + names(second), second.after) == (everybody, "")


def test_two_of_one_name_both_have_their_place(somebody, ada, monkeypatch):
    monkeypatch.setattr(directory, "ON_A_PAGE", 1)
    somebody("Nia", brings="one")
    somebody("Nia", brings="two")

    first = find(Wanted(), by=ada)
    second = find(Wanted(), by=ada, after=first.after)

    assert [page.people[0][0].brings for page in (first, second)] == ["one", "two"]


def test_a_page_of_somebody_gone_begins_anew(people, ada):
    assert names(find(Wanted(), by=ada, after="gone")) == ["amos", "Bel", "Zoë Ŵyn"]


def test_counts_are_of_what_is_open(somebody):
    for number in range(6):
        somebody(f"Nia {number}", region="wales", hats=[HEALTH])
        somebody(f"Bel {number}", region="london", region_audience="only_me")

    assert directory.counts() == {"region": {"wales": 5}, "sector": {"health": 5}}


def test_counts_stand_still_for_a_while(somebody):
    for number in range(6):
        somebody(f"Nia {number}", region="wales")
    directory.counts()

    Finding.objects.all().delete()

    assert directory.counts()["region"] == {"wales": 5}


def test_members_look_and_find(client, people, ada):
    client.force_login(ada)

    answer = client.get("/people/", {"region": "wales", "words": "zoe"})

    assert names(answer.context["page"]) == ["Zoë Ŵyn"]


def test_a_mistyped_choice_looks_for_less(client, people, ada):
    client.force_login(ada)

    answer = client.get("/people/?region=atlantis&words=zoe&after=nobody")

    assert (answer.status_code, names(answer.context["page"])) == (200, ["Zoë Ŵyn"])


@pytest.mark.parametrize("address", ["/people/", "/people/?words=zoe"])
def test_a_stranger_is_asked_to_sign_in(client, people, address):
    assert client.get(address).url.startswith("/sign-in/?next=/people/")


def test_the_page_costs_the_same_for_one_and_for_three(
    client, somebody, ada, django_assert_num_queries, django_assert_max_num_queries
):
    client.force_login(ada)
    somebody("Nia", region="wales", hats=[HEALTH])
    client.get("/people/")
    with django_assert_max_num_queries(12) as queries:
        client.get("/people/")
    somebody("Bel", region="wales", hats=[HEALTH])
    somebody("Mo", region="wales", hats=[HEALTH])

    with django_assert_num_queries(len(queries.captured_queries)):
        client.get("/people/")


def test_the_database_itself_keeps_the_index_in_step(somebody, ada):
    somebody("Nia", brings="bread")
    Finding.objects.update(words="cheese", brings="")
    changed = names(find(Wanted(words="cheese"), by=ada))

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_finding")

    assert (changed, names(find(Wanted(words="cheese"), by=ada))) == (["Nia"], [])
