"""A list of people in, table lists, slips and a wall list out, for a facilitator who never runs the web site."""
