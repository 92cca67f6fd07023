"""Relationships: who met, whose thread goes on, who is introduced to whom, and who would rather be kept apart."""
