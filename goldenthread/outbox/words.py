"""Words on their way into an e-mail, without what does not belong there: breaks in a header, marks that nobody sees."""

import re

from django.utils.translation import gettext as _

# They turn the writing around for everything that follows, and so make one name look like another.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Controls, and halves of signs (the categories Cc and Cs). A look at each sign alone took a tenth of an e-mail's time.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def one_line(words: str, longest: int = 200) -> str:
    """Fit for a header: whatever would begin a new line is a space."""
    spaced = UNSEEN.sub(" ", words.translate(TURNING))
    # Mail programs would decode what stands between =? and ?=, and show something that we never looked at.
    line = " ".join(spaced.split()).replace("=?", "= ?")
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def whole_text(words: str) -> str:
    """Fit for an e-mail: lines end in one way, and one empty line is enough between paragraphs."""
    lines = [UNSEEN.sub("", line).rstrip() for line in words.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def signature(name: str) -> str:
    """Under an e-mail to many: who wrote it. Taken out again when they leave, so it is said here and nowhere else."""
    return _("%(writer)s wrote this to several people. Each got an e-mail of their own.") % {"writer": one_line(name)}
