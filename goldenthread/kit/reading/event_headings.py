"""What stands above the columns of a list of events that was no spreadsheet."""

HEADINGS = ["Id", "Title", "Starts", "Minutes", "Room", "Who", "Words", "Kind", "Zone"]
