"""Anybody may stand up and say something: the call, what people bring, readings, decisions, and one moment in which all are told."""
