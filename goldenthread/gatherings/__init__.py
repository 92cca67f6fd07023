"""Gatherings of any size, in wings: the plan is the ground, the pages are composed on top."""
