"""How a house is opened, kept open and closed: one supervisor, and under it the web processes and the worker."""
