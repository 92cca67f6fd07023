"""The same walk with everybody at their places: hosts read what is for hosts, and nobody else does, however close they once were.

Who may read what stands here in words and is asked of no code of the house: a rule that is broken there is red here.
"""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Convening
from goldenthread.people.models import Person
from tests.house.permissions import rows
from tests.trust.booked_cast import BIRDS, WRITTEN, browser_of, come_to_life, word

# Whose lines and hats; whose access needs on their page; whose words in a booking.
TO_MEMBERS, COME = (
    {"members", "everyone"},
    {"onlyme", "hosts", "met", "members", "everyone", "tied", "ended", "nevermet"},
)
# What somebody typed for an address that nobody confirmed is not for the convenors either; what they put down themselves is.
AT_SPRING = {*COME, "waits", "offered", "guest", "expected"}
READS = {
    "stranger": (set(), set(), set()),
    # Signed in without having joined, they find nobody in the directory.
    "guest": ({"nevermet"}, set(), set()),
    "member": (TO_MEMBERS | {"met", "tied"}, set(), set()),
    "stepped back": (TO_MEMBERS, set(), set()),
    "other convenor": (TO_MEMBERS | {"elsewhere"}, {"elsewhere"}, set()),
    "convenor": (TO_MEMBERS | {"hosts"}, COME, AT_SPRING),
    "keeper": (TO_MEMBERS, set(), AT_SPRING),
}
PAGES = [row.address for row in rows() if row.method == "GET"]
# Who said something quietly about the cost to whom: to one convenor and to nobody else.
QUIETLY = {"convenor": {"met", "guest"}, "guest": {"guest"}}
BESIDE = ("", "cost/", "tables/", "wishes/", "gift/", "erasure/")
DAY = ("", "ticks/", "wall/", "arrival/", "certificate/", "feedback/")


@pytest.fixture
def people(things, bo):
    return come_to_life(things, bo)


@pytest.fixture
def browser(client_of, people):
    """Of each of them, those who have no column in the table of permissions too."""
    return lambda role: browser_of(people[role]) if role in people else client_of(role)


@pytest.fixture
def read(browser, people, things):
    """All that one gets to see, on every address, on every page of a person, and on those that only an e-mail opens."""

    def read(role, begins="/"):
        pages = [page.format_map(things) for page in PAGES if not page.endswith((".xlsx", ".pdf"))]
        pages += [f"/people/{people[label].portrait.token}/" for label in BIRDS]
        pages += [f"/gatherings/spring/bookings/{booking.pk}/" for booking in Booking.objects.order_by("pk")]
        pages += [f"/gatherings/spring/bookings/{booking.pk}/cost/" for booking in Booking.objects.order_by("pk")]
        pages += mine(people.get(role))
        client = browser(role)
        return "".join(client.get(page).content.decode(errors="ignore") for page in pages if page.startswith(begins))

    return read


@pytest.fixture(scope="module")
def walks():
    """Those that were made already, by whom: two tests look at the same."""
    return {}


@pytest.fixture
def all_read(walks, request):
    def all_read(role):
        if role not in walks:
            walks[role] = request.getfixturevalue("read")(role)
        return walks[role]

    return all_read


def mine(person):
    """Pages behind the e-mail of one's own booking."""
    booking = Booking.objects.filter(person=person).first() if person else None
    if booking is None:
        return []
    day = f"/gatherings/spring/day/of/{booking.key}/"
    return [f"{booking.get_absolute_url()}{page}" for page in BESIDE] + [f"{day}{page}" for page in DAY]


def whose(shown, *kinds, labels=BIRDS):
    """Labels whose words stand there. No word begins another: each ends where its label ends."""
    return {label for label in labels if any(word(label, kind) in shown for kind in kinds)}


@pytest.mark.parametrize("role", READS)
def test_everybody_reads_what_is_for_them_and_nothing_else(role, all_read):
    shown = all_read(role)

    assert (whose(shown, *WRITTEN, "hat"), whose(shown, "needs")) == READS[role][:2]
    # Of one's own booking, one reads what one told; a wish about tables is for nobody else.
    booked = [whose(shown, kinds, labels=[*BIRDS, "guest"]) - {role} for kinds in ("booked", "supporter", "line")]
    assert booked == [READS[role][2]] * 3
    assert whose(shown, "beside", "apart", labels=[*BIRDS, "guest"]) == {"guest"} & {role}
    assert whose(shown, "quiet", labels=[*BIRDS, "guest"]) == QUIETLY.get(role, set())
    # Who never joined is known to their hosts by their whole name, and to nobody else.
    assert ("Canarysurname" in shown) is (role in {"convenor", "keeper", "guest"})


@pytest.mark.parametrize("role", ["member", "guest"])
def test_who_sits_with_them_knows_the_first_name(role, all_read):
    """A control: without it, a walk past the tables would pass. The guest sits with Bo."""
    shown = all_read(role)

    assert {"member": "<bdi>Nan</bdi>", "guest": "<bdi>Bo</bdi>"}[role] in shown


def test_somebody_who_still_convened_would_be_noticed(people, read):
    Convening.objects.filter(person=people["stepped back"]).update(until=None)

    assert whose(read("stepped back", "/people/"), "needs") == COME


def test_a_place_that_is_confirmed_would_be_noticed(people, read):
    Booking.objects.filter(person=people["waits"]).update(state=State.COMING)

    assert whose(read("convenor", "/people/"), "needs") == {*COME, "waits"}


def test_a_first_name_that_is_a_whole_one_would_be_noticed(people, read, bo):
    Person.objects.filter(pk=people["guest"].pk).update(joined_at=bo.joined_at)

    assert "Canarysurname" in read("member", "/gatherings/")
