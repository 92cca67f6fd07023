from goldenthread.gatherings.programme.models import ProgrammeImport, Release


def may_take_back(brought: ProgrammeImport) -> bool:
    """Until it was shown: what people have read is changed session by session, and they are told."""
    return not Release.objects.filter(gathering=brought.gathering_id, at__gte=brought.at).exists()
