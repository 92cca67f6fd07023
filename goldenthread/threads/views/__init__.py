from goldenthread.threads.views.asking_to_be_introduced import introduction_to
from goldenthread.threads.views.introductions import asking, introductions, meeting, new_introduction, pause
from goldenthread.threads.views.keep_apart import apart, apart_removal
from goldenthread.threads.views.mine import ending, my_thread, reach, tie
from goldenthread.threads.views.weave import weave

__all__ = [
    "apart",
    "apart_removal",
    "asking",
    "ending",
    "introduction_to",
    "introductions",
    "meeting",
    "my_thread",
    "new_introduction",
    "pause",
    "reach",
    "tie",
    "weave",
]
