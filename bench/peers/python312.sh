#!/bin/sh
# bench/peers/python312.sh: prints a Python of 3.12 or newer, which the others ask for. PYTHON names one if none is on the path.
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }
for python in "${PYTHON:-}" python3.14 python3.13 python3.12 python3 ""; do
    [ -n "$python" ] || continue
    new_enough "$python" && echo "$python" && exit
done
echo "This needs Python 3.12 or newer, and found none. Set PYTHON." >&2
exit 1
