"""What stands above the columns of a list of events that was no spreadsheet, and in the place of hours that were not written out."""

HEADINGS = ["Id", "Title", "Starts", "Minutes", "Room", "Who", "Words", "Kind", "Zone"]

# Of an event that repeats. More is no programme of a gathering.
MOST_TIMES = 200
TOO_OFTEN = f"repeats more than {MOST_TIMES} times"
UNREADABLE_RULE = "repeats by a rule that we cannot read"
