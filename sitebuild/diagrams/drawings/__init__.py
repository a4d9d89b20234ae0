"""The diagrams, a module for each kind: `draw` draws one and returns its text alternative."""
