"""What may one person see of another: every line, for every audience."""

import pytest

from goldenthread.people.audience import CHOSEN, Seen, all_that_is_seen, how_they_are_called, what_is_seen
from goldenthread.people.models import Audience, Hat, Person, Portrait, Sector

HOST, MET = frozenset({Audience.HOSTS}), frozenset({Audience.MET})
TOLD = {
    "familiarity": "new",
    "region": "wales",
    "brings": "bread",
    "looks_for": "a choir",
    "introductions": "yes",
    "access_needs": "a canary",
}
IN_WORDS = TOLD | {"familiarity": "New to it", "region": "Wales", "introductions": "Yes, please"}


@pytest.fixture
def tell(bo):
    def tell_to(audience):
        Portrait.objects.create(person=bo, **TOLD, **{f"{line}_audience": audience for line in CHOSEN})
        Hat.objects.create(person=bo, sector=Sector.HEALTH, audience=audience)
        return Person.objects.with_what_they_tell().get(pk=bo.pk)

    return tell_to


@pytest.mark.parametrize(
    ("audience", "to_hosts", "to_met", "to_members", "to_strangers"),
    [
        (Audience.ONLY_ME, False, False, False, False),
        (Audience.HOSTS, True, False, False, False),
        (Audience.MET, False, True, False, False),
        (Audience.MEMBERS, True, True, True, False),
        (Audience.EVERYONE, True, True, True, True),
    ],
)
def test_each_line_is_seen_by_whom_it_was_told(audience, to_hosts, to_met, to_members, to_strangers, tell, ada):  # noqa: PLR0913
    bo = tell(audience)
    looking = [(ada, HOST), (ada, MET), (ada, frozenset()), (None, frozenset())]

    seen = [what_is_seen(of=bo, by=by, closeness=closeness) for by, closeness in looking]

    expected = [to_hosts, to_met, to_members, to_strangers]
    assert [{line: getattr(portrait, line) for line in CHOSEN} for portrait in seen] == [
        {line: IN_WORDS[line] if is_seen else "" for line in CHOSEN} for is_seen in expected
    ]
    assert [[str(hat) for hat in portrait.hats] for portrait in seen] == [
        ["Health"] if is_seen else [] for is_seen in expected
    ]


@pytest.mark.parametrize(("near", "name"), [(HOST, "Pat Weir"), (MET, "Pat"), (frozenset(), "Pat")])
def test_of_who_never_joined_only_hosts_know_the_whole_name(near, name, ada):
    pat = Person.objects.create_person("Pat Weir", "pat@example.org")

    assert what_is_seen(of=pat, by=ada, closeness=near).name == name


def test_who_never_joined_sees_their_own_name(home):
    pat = Person.objects.create_person("Pat Weir", "pat@example.org")

    assert what_is_seen(of=pat, by=pat).name == "Pat Weir"


@pytest.mark.parametrize("audience", Audience)
def test_i_see_all_that_i_told(audience, tell):
    bo = tell(audience)

    seen = what_is_seen(of=bo, by=bo)

    assert {line: getattr(seen, line) for line in IN_WORDS} == IN_WORDS


@pytest.mark.parametrize(
    ("closeness", "seen"), [(HOST, "a canary"), (MET, ""), (frozenset(), ""), (frozenset({Audience.ONLY_ME}), "")]
)
def test_access_needs_are_for_hosts_and_for_nobody_else(closeness, seen, tell, ada):
    bo = tell(Audience.EVERYONE)

    assert what_is_seen(of=bo, by=ada, closeness=closeness).access_needs == seen


def test_a_stranger_does_not_even_learn_a_name(tell):
    bo = tell(Audience.MEMBERS)

    assert what_is_seen(of=bo, by=None, closeness=HOST | MET) == Seen(bo.pk)


def test_somebody_who_has_not_joined_is_no_member(tell):
    bo, paper = tell(Audience.MEMBERS), Person.objects.create_person("A name on paper")

    assert what_is_seen(of=bo, by=paper) == Seen(bo.pk)


def test_whose_page_was_closed_is_a_stranger(tell, ada):
    bo, ada.is_active = tell(Audience.MEMBERS), False

    assert what_is_seen(of=bo, by=ada, closeness=HOST) == Seen(bo.pk)


def test_who_told_nothing_has_a_name(cy, ada):
    cy = Person.objects.with_what_they_tell().get(pk=cy.pk)

    assert what_is_seen(of=cy, by=ada) == Seen(cy.pk, name="Cy Kestrelby")


def test_many_cost_as_little_as_one(tell, ada, cy, django_assert_num_queries):
    bo = tell(Audience.MEMBERS)
    Portrait.objects.create(person=cy, region="wales", region_audience=Audience.HOSTS)

    with django_assert_num_queries(2):
        people = Person.objects.with_what_they_tell().filter(pk__in=[ada.pk, bo.pk, cy.pk]).order_by("name")
        seen = all_that_is_seen(people, by=ada, closeness={bo.pk: MET})

    assert [portrait.region for portrait in seen] == ["", "Wales", ""]


def test_what_those_who_met_may_see_is_seen_among_many(tell, ada):
    bo = tell(Audience.MET)

    seen = [all_that_is_seen([bo], by=ada, closeness=closeness)[0].region for closeness in ({bo.pk: MET}, {}, None)]

    assert seen == ["Wales", "", ""]


def test_a_choice_that_was_not_made_has_no_words(bo):
    Portrait.objects.create(person=bo)

    seen = what_is_seen(of=bo, by=bo)

    assert (seen.familiarity, seen.region, seen.introductions) == ("", "", "")


def test_how_somebody_is_called_is_told_with_how_to_speak_of_them_and_not_to_strangers(bo, ada):
    bo.pronouns = "he/him"

    called = [how_they_are_called(of=bo, by=by) for by in (ada, None)]

    assert called == [Seen(bo.pk, name="Bo Hazelmoor", pronouns="he/him"), Seen(bo.pk)]


@pytest.mark.parametrize(("lines", "is_nothing"), [({}, True), ({"region": "Wales"}, False)])
def test_a_name_and_how_to_speak_of_somebody_tell_nothing_yet(lines, is_nothing):
    assert Seen(1, name="Bo", pronouns="he/him", **lines).tells_nothing is is_nothing
