"""The trade's words: the page Words, and its entries at hand where an article first uses a term.

`glossary` reads the approved terms, `entries` the definitions that writers gave them, `forms` finds a
term in running text however it is inflected; `linking` makes links of first uses, `listing` completes the
page Words; `placing` does to a page whichever of the two is its due.
"""
