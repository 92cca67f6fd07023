"""The living draft: what is planned, what is not settled yet, who convenes it, and what changed."""
