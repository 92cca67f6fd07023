"""Nobody reads on any page what was not told to them. Every address of the house is opened by everybody of the cast.

A new room adds nothing here: its addresses stand in permissions.csv, and if it lets hosts or people who have met see more,
it says so in its `closeness.py`.
"""

import pytest

from goldenthread.gatherings.plan.models import Following
from goldenthread.people.audience import CHOSEN, what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience, Hat, Person, Portrait
from goldenthread.people.telling import tell
from tests.house.permissions import ROLES, rows

PAGES = [row for row in rows() if row.method == "GET"]
WRITTEN = ("brings", "looks_for")


def canary(audience, line):
    return f"canary-{line}-{audience}".replace("_", "")


@pytest.fixture
def birds(spring, home):
    """For every audience somebody who tells everything to it; all of them want to be found, and follow the gathering."""
    return {audience: bird_for(audience, spring, home) for audience in Audience}


def bird_for(audience, spring, home):
    bird = Person.objects.create_person(f"Bird {audience}", f"{audience}@example.org", joined_at=home.founded_at)
    Hat.objects.create(person=bird, words=canary(audience, "hat"), audience=audience, is_for_being_found=True)
    told = {line: canary(audience, line) for line in WRITTEN}
    chosen = {f"{line}_audience": audience for line in CHOSEN}
    portrait = Portrait(person=bird, access_needs=canary(audience, "needs"), region="wales", **told, **chosen)
    tell(bird, known={}, portrait=portrait, is_to_be_found=True)
    Following.objects.create(gathering=spring, person=bird, told=spring.news)
    return bird


def everything_told(birds):
    return {canary(audience, line) for audience in birds for line in (*WRITTEN, "hat", "needs")}


def may_be_read(birds, by):
    """What this viewer may see of all of them, as the one function says."""
    people = Person.objects.with_what_they_tell().filter(pk__in=[bird.pk for bird in birds.values()])
    near = closeness_of(by, [person.pk for person in people]) if by else {}
    seen = [what_is_seen(of=one, by=by, closeness=near.get(one.pk, frozenset())) for one in people]
    return {word for one in seen for word in [one.brings, one.looks_for, one.access_needs, *map(str, one.hats)] if word}


def addresses(birds, things):
    pages = [row.address.format_map(things) for row in PAGES]
    theirs = [f"/people/{bird.portrait.token}/" for bird in birds.values()]
    return [*pages, *theirs, *(f"/people/?words={word}" for word in sorted(everything_told(birds)))]


def read_by(browser, pages):
    """All that one gets to see, without the words that one has typed oneself."""
    return "".join(
        browser.get(page).content.decode(errors="ignore").replace(f'value="{page.partition("words=")[2]}"', "")
        for page in pages
    )


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_what_was_not_told_to_them(role, client_of, things, birds, cast_by_role):
    browser = client_of(role)

    shown = read_by(browser, addresses(birds, things))

    leaked = {word for word in everything_told(birds) if word in shown} - may_be_read(birds, cast_by_role[role])
    assert leaked == set()


def test_members_do_read_what_was_told_to_members(client_of, things, birds):
    shown = read_by(client_of("member"), addresses(birds, things))

    told = {word for word in everything_told(birds) if word in shown}
    assert told == {canary(audience, line) for audience in ("members", "everyone") for line in (*WRITTEN, "hat")}


def test_a_leak_would_be_noticed(client_of, things, birds, bo):
    Portrait.objects.filter(person=birds[Audience.MET]).update(brings_audience="everyone")

    shown = read_by(client_of("member"), addresses(birds, things))

    assert canary(Audience.MET, "brings") in shown


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.parametrize("audience", ["only_me", "hosts", "met"])
def test_no_search_tells_that_something_was_told(role, audience, client_of, birds):
    found = (
        client_of(role).get(f"/people/?words={canary(audience, 'brings').rpartition('-')[2]}+canary").context["page"]
    )

    assert [seen.name for seen, _token in found.people if seen.person_id == birds[audience].pk] == []


@pytest.fixture
def cast_by_role(ada, bo, cy, kim):
    return {"stranger": None, "member": bo, "convenor": ada, "other convenor": cy, "keeper": kim}
