"""Who sits where: rounds and tables as the convenors wish them, versions made by the mixer, and what was announced."""
