"""Places: kept at once, confirmed by the person, passed on when somebody cannot come."""
