"""script/bench [stamps|quick]: measure, print one table, and write bench/results.md (the quick way prints only)."""

import os
import sys
from pathlib import Path

from bench import figures, stamps
from bench.report import report

HERE = Path(__file__).resolve().parent


def main() -> None:
    asked = sys.argv[1:]
    place = Path(os.environ.get("BENCH_DIR") or HERE.parent / "data" / "bench").resolve()
    place.mkdir(parents=True, exist_ok=True)
    if asked == ["stamps"]:
        stamps.main()
    elif asked == ["quick"]:
        print(report(figures.take(place, rounds=3, seconds=1), place, "script/bench quick"))
    elif not asked:
        text = report(figures.take(place, rounds=5, seconds=3), place, "script/bench")
        (HERE / "results.md").write_text(text)
        print(text)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
