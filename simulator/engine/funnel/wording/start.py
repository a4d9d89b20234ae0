"""What is said where a round is started: packs, definitions, modes."""

from gettext import NullTranslations

from funnel.model import Definition, Mode


def modes(t: NullTranslations) -> dict[Mode, str]:
    """The names of the modes, in the order in which they are offered."""
    return {
        # NOTE: Name of a mode of the simulator: one contact, with a coach.
        Mode.GUIDED: t.pgettext("mode", "Guided"),
        # NOTE: Name of a mode of the simulator: all contacts, with feedback after each.
        Mode.PRACTICE: t.pgettext("mode", "Practice"),
        # NOTE: Name of a mode of the simulator: all contacts, with feedback at the end.
        Mode.ASSESSMENT: t.pgettext("mode", "Assessment"),
    }


def about_modes(t: NullTranslations) -> dict[Mode, str]:
    """What each mode is, in a sentence."""
    return {
        # NOTE: Explains the guided mode.
        Mode.GUIDED: t.pgettext(
            "mode", "One contact, with a coach who explains every move and the reason for it."
        ),
        # NOTE: Explains the practice mode.
        Mode.PRACTICE: t.pgettext(
            "mode", "All contacts. You see how you did after each one, and can ask for hints."
        ),
        # NOTE: Explains the assessment mode.
        Mode.ASSESSMENT: t.pgettext("mode", "All contacts, no hints. You see how you did only at the end."),
    }


def about_definitions(t: NullTranslations) -> dict[Definition, str]:
    """The sentence that each definition rests on; the article "three definitions" says the same."""
    return {
        # NOTE: The sentence that the definition "by criteria" rests on.
        Definition.CRITERIA: t.pgettext(
            "rests on",
            "A lead needs the product, can afford it and wants to buy within a reasonable time. "
            "With an opportunity, you know each other and what they require, and you are working "
            "out the terms together or they are replacing their supplier.",
        ),
        # NOTE: The sentence that the definition "by who moved first" rests on.
        Definition.INITIATIVE: t.pgettext(
            "rests on",
            "A lead is somebody you believe you could sell to. An opportunity is somebody who came "
            "to you and asked, and knows what they want.",
        ),
        # NOTE: The sentence that the definition "by the deal record" rests on.
        Definition.DEAL: t.pgettext(
            "rests on",
            "A lead is somebody about whom you know little. With an opportunity, negotiation has "
            "begun, and the amount, probability and date are on record.",
        ),
    }


def texts(t: NullTranslations) -> dict[str, str]:
    """Labels, buttons and questions of the start, by name."""
    return {
        # NOTE: Name of the line over a round, for screen readers: mode, pack and definition.
        "terms": t.pgettext("start", "This round"),
        # NOTE: Button beside that line: choose another pack, definition or mode. Lower case, as it goes on a line.
        "change": t.pgettext("start", "change"),
        # NOTE: Title of the form in which a round is chosen.
        "title": t.pgettext("start", "Start a round"),
        # NOTE: Label over the choice of the pack of cases.
        "pack": t.pgettext("start", "Which contacts?"),
        # NOTE: Label over the choice of definition.
        "definition": t.pgettext("start", "Judged by which definition?"),
        # NOTE: Link to the article on the three definitions.
        "definitions": t.pgettext("start", "Where the three definitions disagree"),
        # NOTE: Label over the choice of mode.
        "mode": t.pgettext("start", "Which mode?"),
        # NOTE: Label over the choice of order.
        "order": t.pgettext("start", "In which order?"),
        # NOTE: Choice of order: shuffled.
        "mixed": t.pgettext("start", "Shuffled"),
        # NOTE: Choice of order: unshuffled, so that a whole class meets the contacts in the same order.
        "authored": t.pgettext("start", "The same for everybody"),
        # NOTE: Box to tick before a running round is ended by starting another.
        "give_up": t.pgettext("start", "Give up the round that I am in. Its result is kept in my record."),
        # NOTE: Button that starts the round.
        "start": t.pgettext("start", "Start"),
    }
