"""What the pages about this site say as long as its keeper has not said it better. In Markdown; empty where only a keeper can know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from goldenthread.desk.models import OwnWords

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

Part = OwnWords.Part

OUR_WORDS: dict[OwnWords.Part, StrPromise | str] = {
    Part.FOR_WHOM: _("For people who work with people, and people who use services. Everyone is welcome."),
    Part.WHAT: _(
        "%(name)s is a movement of people. We meet, we listen to each other, and we stay in touch. "
        "On this site you can see what is planned, keep a place, and find the people you met again."
    ),
    Part.PRACTICE: _(
        "Relational practice means that how we are with each other comes first, before forms and targets. "
        "People who feel known and safe can help each other, learn and get well.\n\n"
        "Here is an example. A nurse comes on shift. Before she opens the chart, she sits down and asks: “How was your "
        "night?” The chart still gets filled in. But now two people know each other a little, and the rest is easier."
    ),
    Part.WHO: _("One of us runs this site for a while, and then hands it on. We call them the keeper."),
    Part.REACH: "",
    Part.TOGETHER: _(
        "* We listen first. You can say a lot, a little or nothing.\n"
        "* Nobody is a label. You choose what you tell about yourself.\n"
        "* What people tell you stays with you, unless they say you can pass it on.\n"
        "* We can disagree and still be kind.\n"
        "* If something worries you, tell a host or a convenor. You will be listened to."
    ),
    Part.PRIVACY: "",
    Part.ACCESS: "",
}
