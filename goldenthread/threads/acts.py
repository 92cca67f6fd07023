"""What the journal says of threads: nothing, to anybody. They are of two people."""

from goldenthread.journal.above import silent

ACTS = silent("began", "ended")
