"""The cast that every test knows."""

pytest_plugins = ["tests.needed"]
