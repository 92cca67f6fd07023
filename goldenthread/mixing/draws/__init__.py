"""Who gets which session, where chairs are few and people said what they wish: first, of those who wished for enough, as few as possible go without.

`drawing` draws; it loads NumPy and SciPy, so only whoever draws imports it.
"""

from goldenthread.mixing.draws.wishing import Hour, Wisher, overlap

__all__ = ["Hour", "Wisher", "overlap"]
