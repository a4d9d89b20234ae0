"""Checks of what people read: words, spelling, and that all languages say the same things in the same places.

`sources` finds the files of a locale, `texts` takes the words out of them, `rules`, `leftovers` and `length`
look at the words, `pofilter` at translations beside their originals; `pages` reads an article's structure,
`across` compares it with the other languages'; `freshness` knows which pages are behind what they were
written from, `stamp` notes in a page that it is not. `checks` lists all checks by name;
``python -m sitebuild.prose`` prints what they find.
"""
