"""script/mutants [WORD ...]: break the guards of the house one by one, of all files or of those with a WORD in their path.

Prints every mutant that no test notices, and ends with 1 when there is one that bench/mutants.md gives no reason for.
"""

import os
import sys
from collections.abc import Callable

import pytest

from bench.mutants.guards import REASONS, ROOT, guarding_files, tests_of
from bench.mutants.judging import Judge
from bench.mutants.on_disk import IN_THE_COPY, TESTS, JudgeOnDisk, in_a_copy
from bench.mutants.spoiling import Mutant, mutants_of


def main(words: list[str]) -> int:
    os.chdir(ROOT)
    if words[:1] == ["--on-disk"]:
        return in_a_copy(words[1:])
    if words[:1] == [IN_THE_COPY]:
        return _ask(JudgeOnDisk, [file for file in _with(words[1:]) if file in TESTS], TESTS.__getitem__)
    return _ask(Judge, _with(words), tests_of)


def _with(words: list[str]) -> list[str]:
    """Files with one of the words in their path."""
    return [file for file in guarding_files() if not words or any(word in file for word in words)]


def _ask(kind: type[Judge], files: list[str], tests_of: Callable[[str], tuple[str, ...]]) -> int:
    mutants = {file: list(mutants_of(ROOT / file)) for file in files}
    judge = kind(mutants)
    tests = sorted({test for file in files for test in tests_of(file)})
    pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:warnings", *tests], plugins=[judge])
    for test, why in judge.silent.items():
        print(f"SILENT {test}: {why}")
    reasons = REASONS.read_text(encoding="utf-8")
    unexplained = sum(_said(file, mutants[file], judge, reasons) for file in files)
    print(f"{unexplained} unnoticed without a reason.")
    return min(unexplained, 1)


def _said(file: str, mutants: list[Mutant], judge: Judge, reasons: str) -> int:
    """Print what came of one file. How many of its mutants live without a reason."""
    alive = [mutant for mutant in mutants if (file, mutant) in judge.alive]
    print(f"{file}: {len(mutants) - len(alive)} of {len(mutants)} noticed")
    return sum(_tell(mutant, reasons, was_tried=(file, mutant) in judge.tried) for mutant in alive)


def _tell(mutant: Mutant, reasons: str, *, was_tried: bool) -> bool:
    """Print one that lives. True if no reason is given for it."""
    is_new = mutant.change not in reasons
    untried = "" if was_tried or not is_new else " (no test runs through it)"
    print(f"  {'ALIVE' if is_new else 'known'} {mutant.line}: {mutant.change}{untried}")
    return is_new


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
