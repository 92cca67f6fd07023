"""What matters most when tables are made: whole sets of weights, each under a word that people choose by.

Whatever is chosen, nobody sits where a hard rule forbids it, and what people asked for in private is as dear as ever.
"""

from collections.abc import Mapping

from goldenthread.mixing.tables.instance.values import Weights

EMPHASES: Mapping[str, Weights] = {
    # Meet as many people as possible.
    "people": Weights(),
    # Sit with different kinds of people: by sector, role and region.
    "kinds": Weights(repeat=2, tie=2, orphan=20, sector=20, role=20, region=20),
    # Some of both: bench/mixing/kinds.md.
    "both": Weights(sector=6, role=6, region=6),
}
