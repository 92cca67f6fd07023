"""What happened, who did it, when: written once and never changed."""
