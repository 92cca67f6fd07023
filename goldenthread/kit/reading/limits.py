"""How much of a file is read. What a list of people never has is refused; what it may have is read in a second."""

from typing import NamedTuple

# Of the file as it came. Far more than any gathering has, and little enough for a small machine.
BYTES = 10_000_000
COLUMNS = 200


class Limits(NamedTuple):
    """How much whoever asks can hold: what is read crosses into their own memory."""

    rows: int
    cells: int
    characters: int


# For a command on somebody's own machine, and for a page that others wait behind.
COMMAND = Limits(rows=50_000, cells=1_000_000, characters=20_000_000)
PAGE = Limits(rows=5_000, cells=200_000, characters=4_000_000)

# Of the reading process. A file of 10 MB that holds words takes about one second and 80 MB.
MEMORY = 200_000_000
CPU_SECONDS = 5
# By the clock on the wall, on a machine that has other things to do.
SECONDS = 10
