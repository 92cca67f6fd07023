"""Instances, plans and past rounds as JSON, in the formats of the independent checker."""
