"""What happens by itself: drafts by machine that were asked for are made."""

from __future__ import annotations

import logging
from datetime import datetime

from goldenthread.gatherings.programme.draft_runs import carry_out, take_up
from goldenthread.kit.jobs import ClaimLost

logger = logging.getLogger(__name__)


def draft_programmes(_now: datetime) -> None:
    """All that wait, one after the other. It takes seconds, so a worker does it aside of everything else."""
    while run := take_up():
        try:
            carry_out(run)
        except ClaimLost:
            logger.info("Another worker makes this draft.")
