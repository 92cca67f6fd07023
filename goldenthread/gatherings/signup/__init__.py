"""Places in one session: first come first served, or by wishes and a draw in which nobody goes empty-handed."""
