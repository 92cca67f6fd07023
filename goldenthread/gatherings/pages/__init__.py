"""The public pages of a gathering, which show what all the wings know."""
