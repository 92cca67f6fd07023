"""What does not go together in a draft that is about to be shown, session by session. For convenors alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.gatherings.programme.freezing import Frozen
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme
from goldenthread.gatherings.programme.placing_page import where_in_words
from goldenthread.gatherings.programme.warnings import PlacingWarning, warnings_of


@dataclass(frozen=True)
class UnsettledPlacing:
    """One session where it stands, and what there is to look at."""

    placing: LoadedPlacing
    warnings: Sequence[PlacingWarning]

    @property
    def where(self) -> str:
        return where_in_words(self.placing)


def unsettled(programme: LoadedProgramme, frozen: Frozen) -> list[UnsettledPlacing]:
    """As the day goes. What is left out of the release is said with its reason already."""
    kept = {session["uid"] for session in frozen.content["sessions"]}
    placings = tuple(placing for placing in programme.placings if str(placing.session.uid) in kept)
    warned = warnings_of(replace(programme, placings=placings))
    return [UnsettledPlacing(placing, warned[placing.pk]) for placing in placings if warned[placing.pk]]
