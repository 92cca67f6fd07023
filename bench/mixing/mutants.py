"""python -m bench.mixing.mutants: the rules that protect people, spoiled one by one in a copy; do the tests notice?

Each line of MUTANTS spoils one rule: never the only one of lived experience, kept apart, access. A mutant that lives is a
hole in the tests, and the exit status is 1.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ["test_guards", "test_score", "test_impossible"]
MUTANTS = [
    # The control: nothing is spoiled, and nothing may be noticed.
    ("search/table_cost.py", "lived == 1", "lived == 1"),
    ("search/table_cost.py", "lived == 1", "lived == 2"),
    ("search/table_cost.py", "lived == 1", "lived > 99"),
    ("search/keep_apart.py", "pairs[other, one] = NEVER", "pairs[other, one] = 0"),
    ("search/keep_apart.py", "_couples(instance.apart, seat)", "_couples(instance.apart[1:], seat)"),
    ("search/sitting.py", "NEVER * len(guest.needs - table.features)", "NEVER * len(table.features - guest.needs)"),
    ("search/sitting.py", "if guest.needs:", "if not guest.needs:"),
    ("search/sitting.py", "(1, g.lived or", "(1, False or"),
    ("instance/faults.py", 'yield "lived-alone"', "pass"),
    ("instance/faults.py", "for guest in people) == 1:", "for guest in people) == 0:"),
    ("instance/faults.py", 'yield "apart"', "pass"),
    ("instance/faults.py", "combinations(group, 2):\n            if one in at and at.get(other)", "[]:\n            if one in at and at.get(other)"),
    ("instance/faults.py", "len(guest.needs - table.features)", "len(table.features - guest.needs)"),
    ("explain/wishes.py", "for guest in sitting.people if guest.lived)", "for guest in sitting.people if not guest.lived)"),
    ("explain/feasibility.py", "needs <= table.features", "needs >= table.features"),
    ("explain/feasibility.py", "dict.fromkeys(both, 1.0), -np.inf, 1)", "dict.fromkeys(both, 1.0), -np.inf, 2)"),
    ("explain/feasibility.py", "hats.get(here, 0) - 2", "hats.get(here, 0) - 1"),
    ("search/mix.py", "if broken := faults(instance, plan, first=len(instance.past)):", "if broken := None:"),
]  # fmt: skip


def main() -> int:
    alive = 0
    print("| where | rule | spoiled | |\n|---|---|---|---|")
    for name, rule, spoiled in MUTANTS:
        killed = _is_killed(name, rule, spoiled)
        alive += killed == (rule == spoiled)
        print(
            f"| {name} | `{_line(rule)}` | `{_line(spoiled)}` | {'noticed' if killed else 'not noticed'} |",
            flush=True,
        )
    return min(alive, 1)


def _is_killed(name: str, rule: str, spoiled: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("goldenthread", "tests"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("node_modules"))
        for part in ("conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / part, copy / part)
        file = copy / "goldenthread/mixing/tables" / name
        text = file.read_text(encoding="utf-8")
        assert rule in text, f"{name} does not say {rule!r} any more"
        file.write_text(text.replace(rule, spoiled), encoding="utf-8")
        tests = [f"goldenthread/mixing/tables/tests/{test}.py" for test in TESTS]
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        status = subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode
    assert status < 2, "the tests could not be run"
    return status == 1


def _line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
