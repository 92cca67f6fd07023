"""Who sits with whom, round by round: all that other rooms need, so that nobody has to know the folders.

`instance` is what is mixed and what a plan is worth, `input` reads and writes it as JSON, `search` looks for the plan, `explain`
says why people sit where they sit, and why they cannot. NumPy and SciPy are loaded when something is mixed, not before.
"""

from goldenthread.mixing.tables.explain.impossible import conflict
from goldenthread.mixing.tables.instance.emphases import EMPHASES
from goldenthread.mixing.tables.instance.faults import faults
from goldenthread.mixing.tables.instance.least_repeats import least_repeats
from goldenthread.mixing.tables.instance.score import tally
from goldenthread.mixing.tables.instance.values import (
    KINDS,
    Guest,
    Host,
    Instance,
    Leanings,
    Plan,
    Round,
    Spread,
    Table,
    Tie,
)
from goldenthread.mixing.tables.search.mix import CannotBeDone, mix
from goldenthread.mixing.tables.search.progress import Progress

__all__ = [
    "EMPHASES",
    "KINDS",
    "CannotBeDone",
    "Guest",
    "Host",
    "Instance",
    "Leanings",
    "Plan",
    "Progress",
    "Round",
    "Spread",
    "Table",
    "Tie",
    "conflict",
    "faults",
    "least_repeats",
    "mix",
    "tally",
]
