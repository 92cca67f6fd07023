"""What is mixed, and what a plan is worth: plain values and plain counting."""
