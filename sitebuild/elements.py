"""What the HTML standard says of its elements."""

_EMPTY = (
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
)

VOID = frozenset(_EMPTY)
"""Elements that hold nothing and are never closed. Source: HTML Living Standard, section 13.1.2."""
