"""Whether the tests notice when a guard is broken: every guard of the house, spoiled one way at a time."""
