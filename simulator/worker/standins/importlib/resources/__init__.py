"""Stands in for the functions of `importlib.resources`: only its `abc` is asked for; tempfile stays out."""
