"""Who is introduced to whom: candidates are made, scored once per pair, and matched so that nobody is left regretting."""
