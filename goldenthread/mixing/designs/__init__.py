"""Rounds in which nobody meets twice: known designs, made at once. Ask `bank.design` or `bank.plan`."""
