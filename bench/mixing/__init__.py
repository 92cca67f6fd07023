"""Measurements of the mixer."""
