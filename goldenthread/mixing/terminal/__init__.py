"""`goldenthread mix`, `introduce` and `timetable`: what the mixer does for somebody at a terminal."""
