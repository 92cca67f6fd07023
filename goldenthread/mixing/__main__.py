"""`python -m goldenthread.mixing mix people.csv`: the mixer by itself."""

import sys

from goldenthread.mixing.commands import COMMANDS, WHAT, run


def main() -> int:
    name, *arguments = sys.argv[1:] or ["--help"]
    if name in COMMANDS:
        return run(name, arguments)
    lines = [f"  python -m goldenthread.mixing {command:<16}  {what}" for command, what in WHAT.items()]
    print("\n".join(["The mixer of Golden Thread.", "", *lines]))  # noqa: T201 - this is what people see
    return 0 if name in {"help", "--help", "-h"} else 2


if __name__ == "__main__":
    sys.exit(main())
