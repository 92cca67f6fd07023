"""Python looks for rubbish after every few hundred new things, in the end through all there are: of those that the house and the
tests are made of, none ever is. It looks past them, and less often."""

import gc

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
