"""Checks of what people read: words, spelling, and that all languages say the same things in the same places.

`sources` finds the files of a locale, `texts` takes the words out of them, `rules` and `leftovers` look at
the words; `pages` reads an article's structure, `across` compares it with the other languages'; `checks`
lists all checks by name. ``python -m sitebuild.prose`` prints what they find.
"""
