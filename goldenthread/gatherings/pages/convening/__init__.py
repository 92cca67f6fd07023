"""What convenors see at one look: what comes next, how far it is to the day, what happened since, and every page of theirs."""
