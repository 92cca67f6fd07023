"""Who gets which session, where chairs are few and people said what they wish: first, of those who wished for enough, as few as possible go without."""

from goldenthread.mixing.draws.drawing import Drawn, draw
from goldenthread.mixing.draws.wishing import Hour, Wisher, overlap

__all__ = ["Drawn", "Hour", "Wisher", "draw", "overlap"]
