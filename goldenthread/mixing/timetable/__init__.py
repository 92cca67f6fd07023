"""Which session goes where: into which slot of time, and into which room."""
