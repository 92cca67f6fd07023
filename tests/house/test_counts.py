"""Every place that counts says who reads the number. What others read is rounded, and remade once a day (`kit.suppression`)."""

import re

from tests.house.tree import code, text

COUNTS = re.compile(r"\.count\(\)|\bCount\(|\bSum\(|\bCounter[\[(]")
OWN = "about oneself"
CONVENORS = "convenors, who see every line of it anyway"
CONVENORS_ROUNDED = "convenors: rounded, for the lines do not say it"
KEEPER = "the keeper"
NOBODY = "nobody: it decides something"
ROUNDED = "everybody: rounded, and remade once a day"
IN_WORDS = "everybody: in words only, whether there is a place"
WHO_READS = {
    "afterwards/views/convening.py": CONVENORS,
    "bookings/again.py": NOBODY,
    "bookings/counting.py": ROUNDED,
    "bookings/expecting.py": NOBODY,
    "bookings/food.py": CONVENORS,
    "bookings/glance.py": IN_WORDS,
    "bookings/listing.py": CONVENORS,
    "bookings/models/addressing.py": CONVENORS,
    "bookings/models/booking.py": OWN,
    "bookings/models/booking_question.py": CONVENORS,
    "bookings/reminders_in_words.py": CONVENORS,
    "bookings/taken.py": CONVENORS,
    "bookings/views/expected.py": CONVENORS,
    "bookings/views/importing.py": CONVENORS,
    "bookings/views/listed.py": CONVENORS,
    "day/door_counts.py": CONVENORS,
    "day/views/wall.py": CONVENORS,
    "desk/for_keepers.py": KEEPER,
    "desk/my_home.py": KEEPER,
    "desk/safekeeping/debts.py": NOBODY,
    "desk/views/held_emails.py": KEEPER,
    "kit/pace.py": NOBODY,
    "outbox/delivery.py": KEEPER,
    "outbox/models/circular.py": CONVENORS,
    "outbox/models/circular_facts.py": NOBODY,
    "pages/convening/how_it_stands.py": CONVENORS,
    "pages/convening/since_last_look.py": CONVENORS,
    "people/directory.py": ROUNDED,
    "plan/convening.py": NOBODY,
    "plan/rules.py": NOBODY,
    "programme/programme_file.py": CONVENORS,
    "signup/draw_in_words.py": ROUNDED,
    "signup/drawn_in_words.py": CONVENORS_ROUNDED,
    "signup/ending.py": CONVENORS,
    "signup/hours.py": IN_WORDS,
    "signup/views/convening.py": CONVENORS,
    "tables/arranging.py": CONVENORS,
    "tables/coming_in_words.py": CONVENORS,
    "tables/needs_in_words.py": CONVENORS,
    "tables/guests.py": NOBODY,
    "tables/joining_tables.py": NOBODY,
    "tables/leaning.py": NOBODY,
    "tables/mine.py": NOBODY,
    "tables/newcomers.py": NOBODY,
    "tables/obstacles.py": CONVENORS,
    "threads/acquaintance.py": NOBODY,
    "threads/mine.py": OWN,
    "threads/rules.py": NOBODY,
    "threads/seeking.py": NOBODY,
    "voices/call_questions.py": NOBODY,
    "voices/models/call_question.py": CONVENORS,
    "voices/models/contribution.py": NOBODY,
}
# They round themselves: whatever else others read as a number goes through one of these.
BY_SUPPRESSION = {
    "bookings/glance.py",
    "people/directory.py",
    "signup/draw_in_words.py",
    "signup/drawn_in_words.py",
    "threads/weave_counts.py",
}


def ours():
    """Rooms, without the mixer, which counts for itself; by the end of their path."""
    rooms = [path for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts]
    rooms = [path for path in rooms if not {"mixing", "migrations"} & set(path.parts)]
    return {re.sub(r"^goldenthread/(gatherings/)?", "", str(path)): text(path) for path in rooms}


def test_every_count_says_who_reads_it():
    assert {path for path, written in ours().items() if COUNTS.search(written)} == set(WHO_READS)


def test_there_is_one_rule_for_small_numbers():
    assert {
        path
        for path, written in ours().items()
        if re.search(r"^[A-Z_]*(FLOOR|SMALLEST_SHOWN)\b.* = \d", written, re.MULTILINE)
    } == {"kit/suppression.py"}
    assert {
        path for path, written in ours().items() if re.search(r"kit\.suppression import .*rounded", written)
    } == BY_SUPPRESSION


def test_a_count_without_a_reader_would_be_noticed():
    assert COUNTS.search("n = bookings.count()") is not None
