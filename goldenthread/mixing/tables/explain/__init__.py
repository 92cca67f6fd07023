"""Why people sit where they sit, and which wishes do not go together, in plain words."""
