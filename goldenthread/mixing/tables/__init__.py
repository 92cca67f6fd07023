"""Who sits with whom, round by round."""
