"""Who meets whom: tables, introductions, timetables. Plain Python and NumPy, usable without the house."""
