"""What only the terminal says; all other words are the page's. Read by authors and testers of packs."""

from gettext import NullTranslations


def texts(t: NullTranslations) -> dict[str, str]:
    """Help, questions and answers of the terminal, by name."""
    return {
        # NOTE: Help in a terminal, where the learner types the number of a choice. Keep "?" and "q" as they are.
        "help": t.pgettext(
            "terminal",
            "Type the number of what you want to do. Several numbers on one line are taken one "
            "after another. An empty line goes back, “?” shows this help, “q” leaves.",
        ),
        # NOTE: The learner typed something that is no number of the list. The placeholder is what was typed. Keep "?".
        "unknown": t.pgettext("terminal", "%(typed)s is not a number on this list. For help, type “?”."),
        # NOTE: A choice in a list with its cost in brackets: "Call them (2 hours)".
        "with_cost": t.pgettext("terminal", "%(move)s (%(cost)s)"),
        # NOTE: Choice in a list of moves: go on with another person.
        "turn_to": t.pgettext("terminal", "Turn to another contact"),
        # NOTE: Question over a list of people.
        "which_contact": t.pgettext("terminal", "Which contact?"),
        # NOTE: At the end: a forecast beside what came. Placeholders: a person's name, and a percentage.
        "came": t.pgettext("terminal", "%(name)s: you said %(percent)s, and they signed."),
        # NOTE: At the end: a forecast beside what came. Placeholders: a person's name, and a percentage.
        "came_not": t.pgettext("terminal", "%(name)s: you said %(percent)s, and they did not sign."),
    }
