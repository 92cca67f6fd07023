"""Which files hold the guards of the house, and which tests have to notice when one of them is broken."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REASONS = ROOT / "bench/mutants.md"
ROOM = "goldenthread"
GUARDS = (
    "**/rules.py",
    "**/closeness.py",
    "**/chores.py",
    "**/leaving.py",
    "**/room_answers.py",
    "desk/safekeeping/*.py",
    "gatherings/bookings/answering.py",
    "gatherings/bookings/giving_up.py",
    "gatherings/bookings/plan_changes.py",
    "gatherings/bookings/seats.py",
    "gatherings/bookings/waiting_list.py",
    "gatherings/plan/access.py",
    "gatherings/tables/elsewhere.py",
    "gatherings/tables/mine.py",
    "gatherings/tables/runs.py",
    "kit/email_address.py",
    "kit/given.py",
    "kit/sealed.py",
    "kit/six_digits.py",
    "kit/suppression.py",
    "mixing/tables/explain/feasibility.py",
    "mixing/tables/instance/faults.py",
    "mixing/tables/search/keep_apart.py",
    "outbox/models/refusal.py",
    "outbox/sending.py",
    "people/audience.py",
    "people/limits.py",
    "threads/keep_apart.py",
    "threads/introducing.py",
)
# Beside the tests of its own room. What walks through the whole house is too slow to be asked for each mutant.
ELSEWHERE = {
    "desk": ("tests/house/test_permissions.py",),
    "gatherings": (
        "goldenthread/gatherings/day/tests/test_the_same_name_twice.py",
        "tests/house/test_permissions.py",
        "tests/trust/test_audiences.py",
        "tests/trust/test_booked_audiences.py",
        "tests/trust/test_nothing_stays.py",
    ),
    "people": (
        "goldenthread/gatherings/bookings/tests/test_erasing.py",
        "goldenthread/threads/tests/test_saying_hello.py",
        "tests/house/test_permissions.py",
        "tests/trust/test_audiences.py",
        "tests/trust/test_nothing_stays.py",
    ),
    "threads": (
        "tests/house/test_permissions.py",
        "tests/trust/test_audiences.py",
        "tests/trust/test_nothing_stays.py",
    ),
    "outbox": ("tests/emails/test_never_against_a_wish.py", "tests/trust/test_nothing_stays.py"),
    "kit": (
        "goldenthread/gatherings/bookings/tests/test_codes.py",
        "goldenthread/gatherings/pages/tests",
        "goldenthread/people/tests/test_guessing_at_once.py",
        "goldenthread/people/tests/test_sealed.py",
        "goldenthread/threads/tests",
    ),
}


def guarding_files() -> list[str]:
    """From the root of the tree, in order."""
    house = ROOT / ROOM
    return sorted(
        {str(path.relative_to(ROOT)) for word in GUARDS for path in house.glob(word) if "tests" not in path.parts}
    )


def tests_of(file: str) -> tuple[str, ...]:
    """Folders and files for pytest, the nearest first."""
    here = Path(file).parent
    near = next(folder for folder in (here, *here.parents) if (ROOT / folder / "tests").is_dir())
    elsewhere = ELSEWHERE.get(Path(file).parts[1], ())
    return (str(near / "tests"), *(path for path in elsewhere if (ROOT / path).exists()))
