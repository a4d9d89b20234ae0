"""Stands in for the functions of `importlib.resources`, none of which is used; tempfile stays out."""
