"""Pages that need several rooms: the front page, the sample house, the post room, the worker."""
