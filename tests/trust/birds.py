"""Somebody for every audience, who tells everything to it, and what may be read of them on every page.

A new room adds nothing here: its addresses stand in permissions.csv, and if it lets hosts or people who have met see more,
it says so in its `closeness.py`. The member has met every one of them; what he wrote about them, and with whom they would
rather not be, is there to leak as well.
"""

import pytest

from goldenthread.gatherings.plan.models import Following
from goldenthread.people.audience import CHOSEN, what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience, Hat, Person, Portrait
from goldenthread.people.telling import tell
from goldenthread.threads.meeting import they_met
from goldenthread.threads.mine import ties_of
from goldenthread.threads.models import KeepApart, Side, Where
from tests.house.permissions import rows

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
    words = {line: canary(audience, line) for line in WRITTEN}
    chosen = {f"{line}_audience": audience for line in CHOSEN}
    portrait = Portrait(person=bird, access_needs=canary(audience, "needs"), region="wales", **words, **chosen)
    tell(bird, known={}, portrait=portrait, is_to_be_found=True)
    Following.objects.create(gathering=spring, person=bird, told=spring.news)
    return bird


def everything_told(birds):
    return {canary(audience, line) for audience in birds for line in (*WRITTEN, "hat", "needs")}


def may_be_read(birds, by):
    """What this viewer may see of all of them, as the one function says."""
    people = Person.objects.with_what_they_tell().filter(pk__in=[bird.pk for bird in birds.values()])
    near = closeness_of(by, [person.pk for person in people]) if by else {}
    seen = [what_is_seen(of=person, by=by, closeness=near.get(person.pk, frozenset())) for person in people]
    return {
        word
        for portrait in seen
        for word in [portrait.brings, portrait.looks_for, portrait.access_needs, *map(str, portrait.hats)]
        if word
    }


def addresses(birds, things):
    pages = [row.address.format_map(things) for row in PAGES]
    theirs = [f"/people/{bird.portrait.token}/" for bird in birds.values()]
    ties = [f"/me/thread/{tie.key}/" for person in Person.objects.order_by("pk") for tie in ties_of(person)]
    searches = [f"{page}?words={word}" for page in SEARCHES for word in sorted(everything_told(birds))]
    return [*pages, *theirs, *ties, *searches]


def shown_by(answer, page):
    """What stands on a page, without the words that one has typed oneself."""
    typed = (page.partition("words=")[2], page)
    shown = answer.getvalue().decode(errors="ignore")
    for words in typed:
        shown = shown.replace(f'value="{words}"', "")
    return shown


def read_by(browser, pages):
    """All that one gets to see."""
    return "".join(shown_by(browser.get(page), page) for page in pages)


def read_in(shown, birds):
    return {word for word in everything_told(birds) if word in shown}


@pytest.fixture
def cast_by_role(ada, bo, cy, kim):
    return {"stranger": None, "member": bo, "convenor": ada, "other convenor": cy, "keeper": kim}
