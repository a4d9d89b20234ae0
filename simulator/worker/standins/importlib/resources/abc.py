"""Stands in for the classes of `importlib.resources`, none of which is used; pathlib stays out."""

__all__: list[str] = []
