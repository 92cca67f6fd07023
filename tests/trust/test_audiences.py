"""Nobody reads on any page what was not told to them. Every address of the house is opened by everybody of the cast.

A new room adds nothing here: its addresses stand in permissions.csv, and if it lets hosts or people who have met see more,
its answers say so. The member has met every one of them; what he wrote about them, and with whom they would
rather not be, is there to leak as well.
"""

import re

import pytest

from goldenthread.gatherings.plan.models import Following
from goldenthread.people.audience import CHOSEN, what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience, Hat, Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.meeting import they_met
from goldenthread.threads.mine import ties_of
from goldenthread.threads.models import Ending, KeepApart, Side, Where
from tests.house.permissions import ROLES, rows

# What differs at every look: tokens against forged forms, challenges for passkeys, tickets, moments.
DRAWN_BY_LOT = re.compile(
    r"""csrfmiddlewaretoken" value="\w+"|"challenge": "[^"]+"|"taken_at": "[^"]+"|name="(?:once|page_mark)" value="[^"]+"|DTSTAMP:\w+|\d?\d:\d\d(:\d\d)?"""
)
PAGES = [row for row in rows() if row.method == "GET"]
WRITTEN = ("brings", "looks_for")
NOTE = "canary-note"
# Whose words stand on a page that these surely open: without them, an empty house would pass.
SURELY = {"member": ["met", "members", "everyone"], "other convenor": ["members", "everyone"]}
SEARCHES = ("/people/", "/me/thread/apart/")


def canary(audience, line):
    return f"canary-{line}-{audience}".replace("_", "")


@pytest.fixture
def birds(spring, home, bo):
    """For every audience somebody who tells everything to it; all of them want to be found, and follow the gathering."""
    birds = {audience: bird_for(audience, spring, home) for audience in Audience}
    they_met([(bo, bird) for bird in birds.values()], where=Where("gathering:1", "Supper"), at=home.founded_at)
    Side.objects.bulk_create(Side(owner=bo, whom=bird, note=NOTE) for bird in birds.values())
    KeepApart.objects.bulk_create(KeepApart(owner=bird, whom=bo) for bird in birds.values())
    return birds


def bird_for(audience, spring, home):
    bird = Person.objects.create_person(f"Bird {audience}", f"{audience}@example.org", joined_at=home.founded_at)
    Hat.objects.create(person=bird, words=canary(audience, "hat"), audience=audience, is_for_being_found=True)
    told = {line: canary(audience, line) for line in WRITTEN}
    chosen = {f"{line}_audience": audience for line in CHOSEN}
    portrait = Portrait(person=bird, access_needs=canary(audience, "needs"), region="wales", **told, **chosen)
    tell(bird, known={}, portrait=portrait, is_to_be_found=True)
    Following.objects.create(gathering=spring, person=bird, told=spring.news)
    return bird


def same_every_time(things):
    """Pages, but for workbooks and PDFs, which are packed anew at every look."""
    packed = (".xlsx", ".pdf")
    return [row.address.format_map(things) for row in PAGES if not row.address.endswith(packed)]


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
    ties = [f"/me/thread/{tie.key}/" for person in Person.objects.order_by("pk") for tie in ties_of(person)]
    searches = [f"{page}?words={word}" for page in SEARCHES for word in sorted(everything_told(birds))]
    return [*pages, *theirs, *ties, *searches]


def read_by(browser, pages):
    """All that one gets to see, without the words that one has typed oneself."""
    return "".join(
        browser.get(page).content.decode(errors="ignore").replace(f'value="{page.partition("words=")[2]}"', "")
        for page in pages
    )


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_what_was_told_to_them_and_nothing_else(role, client_of, things, birds, cast_by_role):
    shown = read_by(client_of(role), addresses(birds, things))

    read = {word for word in everything_told(birds) if word in shown}
    assert read - may_be_read(birds, cast_by_role[role]) == set()
    assert read >= {canary(audience, line) for audience in SURELY.get(role, []) for line in (*WRITTEN, "hat")}
    # A note is read by whoever wrote it, and by nobody else.
    assert (NOTE in shown) is (role == "member")


def test_what_was_ended_is_closed_on_every_page(client_of, things, birds, bo):
    Ending.declare(by=birds[Audience.MET], other=bo)

    shown = read_by(client_of("member"), addresses(birds, things))

    assert [word for word in everything_told(birds) if "-met" in word and word in shown] == []


@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_that_somebody_would_rather_not_be_with_the_member(role, client_of, things, birds):
    """The same pages with the wishes and without, but for what is drawn by lot at every look."""
    pages = same_every_time(things)
    # What somebody reads or takes away stands in their own journal, once an hour.
    read_by(client_of(role), pages)
    with_wishes = DRAWN_BY_LOT.sub("", read_by(client_of(role), pages))
    KeepApart.objects.filter(whom__email="bo@example.org").delete()

    assert DRAWN_BY_LOT.sub("", read_by(client_of(role), pages)) == with_wishes


def test_a_wish_that_is_told_somewhere_would_be_noticed(client_of, things, birds, bo):
    pages = same_every_time(things)
    before = DRAWN_BY_LOT.sub("", read_by(client_of("member"), pages))
    KeepApart.objects.filter(owner=bo).delete()

    assert DRAWN_BY_LOT.sub("", read_by(client_of("member"), pages)) != before


def test_whoever_wishes_it_reads_it(client_of, birds, bo, client):
    client.force_login(birds[Audience.MET])

    assert "Bo Hazelmoor" in client.get("/me/thread/apart/").content.decode()


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
