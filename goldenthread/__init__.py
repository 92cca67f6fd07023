"""Golden Thread: a home for a movement of people."""

__version__ = "0.5.0"
