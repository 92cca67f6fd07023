import sqlite3
from contextlib import closing

import pytest

from goldenthread.desk.safekeeping.wishes_since import TO_DO

BO, AFTER = "bo-the-canary@example.org", ["plan.gathering:1", "plan.gathering:2"]
BEFORE = f"""
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person
from goldenthread.outbox.models import Refusal
from goldenthread.kit import wishes
Person.objects.create_person("Bo", "{BO}")
Refusal(whose=wishes.unreadable("{BO}"), kind="news", about="plan.gathering:1").declare()
Refusal(whose=wishes.unreadable("{BO}"), kind="circular", about="plan.gathering:1").declare()
cy = Person.objects.create_person("Cy")
tea = Gathering.begin("Tea", by=cy)
Opening.objects.create(gathering=tea)
for name in ["Cy on paper", "Di", "Di on paper"]:
    person = Person.objects.create_person(name)
    Booking.objects.create(gathering=tea, person=person, name=name, state="coming")
"""
# Bo leaves. Two pages of Cy become one; so do those of Di, who leaves then.
SINCE = f"""
from goldenthread.people.merging_people import merge_people
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person
from goldenthread.outbox.models import Refusal
from goldenthread.kit import wishes
Refusal(whose=wishes.unreadable("{BO}"), kind="news", about="plan.gathering:2").declare()
Refusal.withdraw_of("{BO}", "circular", "plan.gathering:1")
leave(Person.objects.get(email="{BO}"))
for name in ["Cy", "Di"]:
    merge_people(Person.objects.get(name=name), Person.objects.get(name=f"{{name}} on paper"))
leave(Person.objects.get(name="Di"))
"""


@pytest.fixture
def restored(house, tmp_path):
    """A house that was brought back from a backup made before Bo left and refused e-mails, and before pages were joined.

    It was made by a version that did not know of `OwnWords`."""
    assert house.command("shell", "-v", "0", "-c", BEFORE).returncode == 0
    ask(house, "DROP TABLE desk_ownwords")
    ask(house, "DELETE FROM django_migrations WHERE app = 'desk'")
    assert house.command("backup", f"{tmp_path / 'house.tar'}").returncode == 0
    assert house.command("shell", "-v", "0", "-c", SINCE).returncode == 0

    def bring_back():
        answer = house.command("restore", f"{tmp_path / 'house.tar'}", "--replace")
        assert (answer.returncode, answer.stderr) == (0, "")
        return house

    return bring_back


def ask(house, question):
    with closing(sqlite3.connect(house.folder / "house.sqlite3")) as database, database:
        return [row[0] for row in database.execute(question)]


def refused(house):
    return ask(house, "SELECT about FROM outbox_refusal ORDER BY about")


def people_called_bo(house):
    return ask(house, "SELECT email FROM people_person WHERE name = 'Bo'")


def booked(house):
    return ask(
        house,
        "SELECT person.name FROM people_person person JOIN bookings_booking ON person.id = person_id"
        " WHERE state = 'coming' AND person.name IN ('Cy', 'Cy on paper', 'Di', 'Di on paper') ORDER BY 1",
    )


def test_who_left_since_is_forgotten_again_and_what_was_refused_is_refused(restored):
    house = restored()

    assert (people_called_bo(house), refused(house)) == ([], AFTER)
    # Joined, not erased: what was booked on paper is booked.
    assert booked(house) == ["Cy"]
    assert ask(house, "SELECT name FROM people_person WHERE name LIKE '% on paper' OR name = 'Di'") == []
    assert BO.encode() not in (house.folder / "house.sqlite3").read_bytes()
    assert not (house.folder / TO_DO).exists()
    # Its tables are those of this version.
    assert ask(house, "SELECT count(*) FROM desk_ownwords") == [0]


def test_without_the_book_of_wishes_they_would_be_back(restored, house):
    (house.folder / "wishes.txt").unlink()

    restored()

    assert (people_called_bo(house), refused(house)) == ([BO], ["plan.gathering:1", "plan.gathering:1"])
    assert booked(house) == ["Cy on paper", "Di", "Di on paper"]


def test_the_book_is_in_no_backup_and_names_nobody(house, restored, tmp_path):
    book = (house.folder / "wishes.txt").read_bytes()

    assert book not in (tmp_path / "house.tar").read_bytes()
    assert b"bo" not in book.lower().replace(b"about", b"")
    assert [name for name in (b"cy", b"di", b"paper") if name + b'"' in book.lower()] == []
    # Gone are two people, and a booking of theirs.
    assert [book.count(wish) for wish in (b"[", b'"joined"', b'"gone"')] == [9, 2, 3]


def test_a_house_that_stopped_before_it_was_done_does_it_before_it_opens(house, restored):
    book = (house.folder / "wishes.txt").read_bytes()
    (house.folder / "wishes.txt").unlink()
    restored()
    (house.folder / "wishes.txt").write_bytes(book)
    (house.folder / TO_DO).touch()

    house.open()

    assert (people_called_bo(house), refused(house)) == ([], AFTER)
