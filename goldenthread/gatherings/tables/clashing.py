"""Why the mixer found no plan where counting (obstacles.py) showed nothing in the way: what does not go together, and in which round.

It is worked out from what everybody may see, and names no person: what somebody wished in private is in nobody's way.
"""

from typing import Any

from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.mixing.tables import conflict


def clash(mixer_input: MixerInput) -> dict[str, Any]:
    clashing = conflict(mixer_input.instance())
    kinds = {wish.kind for wish in clashing.wishes} if clashing else set()
    if clashing is None or not kinds & {"hosts", "together"}:
        return {"what": "locked"}
    round_ = str(mixer_input.rounds[clashing.round])
    if "hosts" not in kinds:
        return {"what": "pairs", "round": round_}
    named = {wish.table for wish in clashing.wishes}
    labels = [table.label for table in mixer_input.tables if str(table.pk) in named]
    return {"what": "fixed", "round": round_, "tables": ", ".join(labels)}
