"""Others to compare with, each set up and started by a script beside it."""
