"""Everybody of the permission matrix, and the things that its addresses name."""
