"""The thread that runs through every diagram, from a loose end to a knot."""

from sitebuild.diagrams.canvas import Drawing

CSS = "diagram-thread"

KNOT = 9
"""The radius of a knot."""


def line(drawing: Drawing, commands: str) -> None:
    """A piece of thread along an SVG path."""
    drawing.path(commands, CSS)


def loose_end(drawing: Drawing, x: float, y: float) -> None:
    """The frayed end of a thread that goes on downwards from (x, y)."""
    line(drawing, f"M{x} {y}c-1-4-6-5-6-10M{x} {y}c0-5 1-6 0-12M{x} {y}c1-4 6-4 7-9")


def knot(drawing: Drawing, x: float, y: float) -> None:
    """A tied knot round a point, as in the site's logo; it covers the thread that runs into it."""
    drawing.dot(x, y, KNOT, "diagram-knot")
    drawing.path(f"M{x - 5:g} {y - 3.5:g}c4 .8 8 3.6 10 7.5", "diagram-turn")
