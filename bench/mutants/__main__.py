"""script/mutants [WORD ...]: break the guards of the house one by one, of all files or of those with a WORD in their path.

Prints every mutant that no test notices, and ends with 1 when there is one that bench/mutants.md gives no reason for.
"""

import sys

from bench.mutants.guards import ROOT, guarding_files, tests_of
from bench.mutants.judging import copy_of_the_tree
from bench.mutants.spoiling import Mutant, mutants_of

REASONS = ROOT / "bench/mutants.md"


def main(words: list[str]) -> int:
    files = [file for file in guarding_files() if not words or any(word in file for word in words)]
    reasons = REASONS.read_text(encoding="utf-8") if REASONS.exists() else ""
    unexplained = 0
    with copy_of_the_tree() as copy:
        copy.watch(sorted({test for file in files for test in tests_of(file)}))
        for file in files:
            mutants = list(mutants_of((ROOT / file).read_text(encoding="utf-8")))
            alive = [mutant for mutant in mutants if not copy.is_noticed(file, mutant, tests_of(file))]
            print(f"{file}: {len(mutants) - len(alive)} of {len(mutants)} noticed", flush=True)
            unexplained += sum(_tell(mutant, reasons) for mutant in alive)
    print(f"{unexplained} unnoticed without a reason.")
    return min(unexplained, 1)


def _tell(mutant: Mutant, reasons: str) -> bool:
    """Print one that lives. True if no reason is given for it."""
    is_new = mutant.change not in reasons
    print(f"  {'ALIVE' if is_new else 'known'} {mutant.line}: {mutant.change}", flush=True)
    return is_new


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
