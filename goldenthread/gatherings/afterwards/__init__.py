"""What comes after the day is part of it: certificates, thanks, feedback, what came of it, and an archive."""
