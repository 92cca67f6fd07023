from django.core.management import CommandError


class Sorry(CommandError):
    """What a command cannot do, and what to do instead. Django prints the name of the class before the sentence."""
