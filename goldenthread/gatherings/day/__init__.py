"""The day itself: who is here, what is next, who sits where, and what people take with them."""
