"""Every word that the engine says, as whole sentences with a note for the translator.

English is the msgid. A function takes the translations of a locale (the ``gettext`` module's
interface) and gives the words; templates hold none of their own.
"""
