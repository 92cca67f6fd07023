"""script/mutants [WORD ...]: break the guards of the house one by one, of all files or of those with a WORD in their path.

Prints every mutant that no test notices, and ends with 1 when there is one that bench/mutants.md gives no reason for.
"""

import os
import sys

import pytest

from bench.mutants.guards import ROOT, guarding_files, tests_of
from bench.mutants.judging import Judge
from bench.mutants.spoiling import Mutant, mutants_of

REASONS = ROOT / "bench/mutants.md"


def main(words: list[str]) -> int:
    os.chdir(ROOT)
    files = [file for file in guarding_files() if not words or any(word in file for word in words)]
    mutants = {file: list(mutants_of(ROOT / file)) for file in files}
    judge = Judge(mutants)
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
    print(
        f"  {'ALIVE' if is_new else 'known'} {mutant.line}: {mutant.change}{'' if was_tried else ' (no test runs through it)'}"
    )
    return is_new


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
