"""The day in rooms and hours: sessions, where and when they are, and the versions that people were shown."""
