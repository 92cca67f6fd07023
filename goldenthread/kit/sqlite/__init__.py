"""SQLite as this house wants it: a version that loses nothing, and every promise switched on."""
