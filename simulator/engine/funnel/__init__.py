"""The sales funnel as a pure state machine: moves become state, state becomes score and HTML."""

__version__ = "0.1.0"
