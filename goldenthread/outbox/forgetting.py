from goldenthread.kit.email_address import in_one_spelling
from goldenthread.outbox.models import CircularReceiver, Letter


def forget_address(address: str) -> None:
    """Every letter to it, and that any was meant for it. A refusal stays: it holds no address."""
    Letter.objects.filter(address=address).delete()
    CircularReceiver.objects.filter(address=in_one_spelling(address)).delete()
