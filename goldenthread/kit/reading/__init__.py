"""Files that people send us, read in a process of their own that is small, slow to anger nobody, and can be stopped.

`apart` starts it, `process` is it; `kinds` knows a file by its look, and one module reads each kind. Nothing here needs the
house: docs/decisions/0021.
"""
