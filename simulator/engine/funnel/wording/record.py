"""What is said of the learner's own record, of two tabs, and where a result code is given or opened."""

from gettext import NullTranslations


def rounds(t: NullTranslations, count: int, shown: str) -> str:
    """How many rounds there are; ``shown`` is the number in the locale's digits."""
    # NOTE: Beside the heading of the learner's record: how many rounds it holds.
    return t.npgettext("own record", "%(count)s round", "%(count)s rounds", count) % {"count": shown}


def forecasts(t: NullTranslations, count: int) -> str:
    """What the Brier score over all forecasts says; placeholders: count, brier, even, base."""
    # NOTE: The placeholders are numbers such as 0.18. A Brier score measures forecasts; "base" is its value if one always forecasts the share that was won.
    return t.npgettext(
        "own record",
        "Based on %(count)s forecast, your Brier score is %(brier)s. Lower is better, and 0 is "
        "perfect. Always saying 50 per cent would give %(even)s; always saying the share of "
        "customers who signed would give %(base)s.",
        "Based on %(count)s forecasts, your Brier score is %(brier)s. Lower is better, and 0 is "
        "perfect. Always saying 50 per cent would give %(even)s; always saying the share of "
        "customers who signed would give %(base)s.",
        count,
    )


def problems(t: NullTranslations) -> dict[str, str]:
    """Why a round that is kept has no score, by the engine's or the page's word for it."""
    return {
        # NOTE: In the table of rounds, in place of a score: the contacts have been changed since.
        "version": t.pgettext("round", "Played with another version of these contacts, so no score."),
        # NOTE: In the table of rounds, in place of a score: what was kept cannot be read.
        "damaged": t.pgettext("round", "This round was saved, but it cannot be read."),
        # NOTE: In the table of rounds, in place of a score: its contacts could not be fetched (no network).
        "network": t.pgettext("round", "These contacts could not be loaded just now, so no score."),
    }


def codes(t: NullTranslations) -> dict[str, str]:
    """What is wrong with a result code and what to do about it, by the word of a CodeError."""
    return {
        # NOTE: A result code (a long row of letters and digits, sent as a link) has a wrong character.
        "damaged": t.pgettext(
            "code",
            "This result code is damaged: a character is wrong or missing, or there is one too "
            "many. Ask for the code again, and copy it instead of typing it.",
        ),
        # NOTE: The end of a result code is missing, as when a message was cut off.
        "truncated": t.pgettext(
            "code",
            "The end of this result code is missing. Ask for the code again, and make sure that "
            "the whole link arrives.",
        ),
        # NOTE: A result code comes from a round with contacts that this site does not offer.
        "other-pack": t.pgettext(
            "code",
            "This result code is from a round with contacts that are not on this site. Open it on "
            "the site that it comes from.",
        ),
        # NOTE: A result code comes from a round with an older or newer edition of the contacts.
        "other-version": t.pgettext(
            "code",
            "This result code is from a round with another version of these contacts, so it cannot "
            "be replayed. If the code is newer than this page, load the page again.",
        ),
        # NOTE: A result code was made by a newer version of the simulator than this one.
        "newer-format": t.pgettext(
            "code",
            "This result code was made by a newer version of the simulator. Load the page again, and open the link once more.",
        ),
    }


def states(t: NullTranslations) -> dict[str, str]:
    """Sentences that the page itself shows, by the name of the state; placeholders in braces."""
    return {
        # NOTE: The learner chose a file to import, and it is no JSON file or its end is missing.
        "import-not-json": t.pgettext(
            "own record",
            "This file cannot be read: it is not a record, or its end is missing. Nothing was imported, and what you had is still there.",
        ),
        # NOTE: The learner chose a file to import, and it is some other file.
        "import-not-record": t.pgettext(
            "own record",
            "This file is not a record of this simulator. Nothing was imported, and what you had is still there.",
        ),
        # NOTE: The learner chose a file to import that a newer version of the simulator has written.
        "import-newer": t.pgettext(
            "own record",
            "This file was written by a newer version of the simulator. Load the page again, and then import it. Nothing was imported, and what you had is still there.",
        ),
        # NOTE: The learner chose a file to import that is damaged. The placeholder is the number of the first round in it that cannot be read.
        "import-damaged": t.pgettext(
            "own record",
            "This file is damaged: round {number} in it cannot be read. Nothing was imported, and what you had is still there.",
        ),
        # NOTE: The learner chose a file to import that is too large. The placeholder is a number of megabytes.
        "import-too-large": t.pgettext(
            "own record",
            "This file is too large to be a record: the limit is {most} MB. Nothing was imported, "
            "and what you had is still there.",
        ),
        # NOTE: A file was imported. "New" is the number of rounds that were added, "known" of those that were there before.
        "imported": t.pgettext(
            "own record", "Imported. New rounds: {new}. Rounds that you had already: {known}."
        ),
        # NOTE: Importing, exporting or erasing failed because the browser does not let the site store anything, or is full.
        "record-refused": t.pgettext(
            "own record",
            "This browser did not allow that: it saves nothing from this site, or its storage is "
            "full. What was saved before is still there.",
        ),
        # NOTE: Everything that was kept has been erased at the learner's wish.
        "erased": t.pgettext("own record", "Everything is erased. You start from the beginning."),
        # NOTE: In place of the record, when the engine (Python) could not be asked.
        "record-unread": t.pgettext(
            "own record",
            "Your record cannot be shown just now. It is still there, and you can save it as a file.",
        ),
        # NOTE: The same round is open in another tab or window of the browser.
        "elsewhere": t.pgettext(
            "tabs",
            "This round is open in another tab or window. To avoid mix-ups, you can play it in "
            "only one of them at a time.",
        ),
        # NOTE: Another tab or window of the browser has just taken the round over.
        "taken-over": t.pgettext(
            "tabs",
            "You are now playing this round in another tab or window, and everything that was "
            "saved is there. Nothing you do here will be saved.",
        ),
        # NOTE: A link with a result code could not be opened, for example for want of a network.
        "no-code": t.pgettext(
            "code",
            "This result code could not be opened because the contacts of its round could not be "
            "loaded. Load the page again, and open the link once more.",
        ),
        # NOTE: Shown for a moment after a result code, or the link with it, has been copied.
        "copied": t.pgettext("code", "Copied."),
        # NOTE: Shown when the browser does not let the page copy; the text is selected.
        "copy-yourself": t.pgettext("code", "The text is selected. Now copy it yourself."),
    }


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings, buttons and sentences by name."""
    return {
        # NOTE: Heading of the learner's own record: all rounds that they have played. It unfolds.
        "title": t.pgettext("own record", "Your record"),
        # NOTE: Under that heading. The record is on the learner's phone or computer and nowhere else.
        "where": t.pgettext(
            "own record",
            "Every round that you finish or give up is saved in this browser, on this device. "
            "Nobody else sees it.",
        ),
        # NOTE: In place of the record, while it is being worked out, or Python is still loading.
        "wait": t.pgettext("own record", "Your record appears as soon as the simulator has loaded."),
        # NOTE: In place of the record, when no round has ended so far.
        "nothing": t.pgettext("own record", "Nothing here yet: you have not ended a round."),
        # NOTE: Under the heading, when more rounds are kept than are shown. The placeholder is a number.
        "latest": t.pgettext("own record", "Only the latest %(count)s rounds are shown and counted here."),
        # NOTE: Button: save the record as a file.
        "export": t.pgettext("own record", "Save as a file"),
        # NOTE: Button: read a record from a file and add it to this one.
        "import": t.pgettext("own record", "Import a file"),
        # NOTE: Button that opens a question whether everything shall be erased.
        "erase": t.pgettext("own record", "Erase everything"),
        # NOTE: Title of that question.
        "erase_title": t.pgettext("own record", "Erase everything that is kept here?"),
        # NOTE: In that question, before a list of what will be erased.
        "erase_what": t.pgettext("own record", "This is erased from this device and cannot be brought back:"),
        # NOTE: In the list of what will be erased: all rounds that have ended.
        "erase_rounds": t.pgettext("own record", "every round in your record, with its date"),
        # NOTE: In the list of what will be erased: the round that has not ended.
        "erase_running": t.pgettext("own record", "the round that you are in"),
        # NOTE: In the list of what will be erased: old progress that could not be read and was put aside.
        "erase_aside": t.pgettext("own record", "old progress that could not be read and was put aside"),
        # NOTE: In that question. The button named here is "Save as a file".
        "erase_first": t.pgettext("own record", "If you want to keep it, save it as a file first."),
        # NOTE: The button that erases everything.
        "erase_now": t.pgettext("own record", "Erase it all"),
        # NOTE: Heading over a line chart and a table of the scores of all rounds.
        "progress": t.pgettext("own record", "Score, round by round"),
        # NOTE: What the line chart of scores shows, for those who cannot see it. The placeholders are numbers out of 100.
        "progress_alt": t.pgettext(
            "own record",
            "Line chart: score out of 100, round by round. First %(first)s, latest %(latest)s, best %(best)s.",
        ),
        # NOTE: Heading of the column with date, contacts and terms of a round.
        "round": t.pgettext("own record", "Round"),
        # NOTE: Heading of the column with scores out of 100.
        "score": t.pgettext("own record", "Score"),
        # NOTE: Heading of the column with Brier scores (how good the forecasts were).
        "brier": t.pgettext("own record", "Brier score"),
        # NOTE: In the table, under a round: mode, then definition, for example "Practice · By criteria".
        "terms": t.pgettext("own record", "%(mode)s · %(definition)s"),
        # NOTE: In the table, under a round that was given up. The placeholders are numbers of contacts.
        "given_up": t.pgettext("own record", "%(decided)s of %(contacts)s contacts decided"),
        # NOTE: In the table, where a round had no forecast.
        "no_forecast": t.pgettext("own record", "none"),
        # NOTE: Button beside a round: watch it again, move by move, and get its result code.
        "replay": t.pgettext("own record", "Watch it again"),
        # NOTE: Heading over the table of criteria (need, money, time …) by how well the learner judges them.
        "criteria": t.pgettext("own record", "What you judge well and what you judge badly"),
        # NOTE: Under that heading: what is counted.
        "criteria_help": t.pgettext(
            "own record",
            "A claim is right when the sentence you cited shows it. “Missed” is what a decision "
            "needed but you did not cite. The weakest criteria come first.",
        ),
        # NOTE: Table heading: a criterion.
        "criterion": t.pgettext("own record", "Criterion"),
        # NOTE: Table heading: how many claims were right.
        "right": t.pgettext("own record", "Right"),
        # NOTE: Table heading: how many claims were wrong.
        "wrong": t.pgettext("own record", "Wrong"),
        # NOTE: Table heading: how many claims would have been needed and were not made.
        "missed": t.pgettext("own record", "Missed"),
        # NOTE: Under a criterion in that table. The placeholder is a percentage, such as "80%".
        "share": t.pgettext("own record", "%(share)s right"),
        # NOTE: Heading over a line chart and a sentence about the learner's forecasts.
        "forecasts": t.pgettext("own record", "Forecasts, round by round"),
        # NOTE: What the line chart of forecasts shows, for those who cannot see it. The placeholders are numbers such as 0.18.
        "forecasts_alt": t.pgettext(
            "own record",
            "Line chart: Brier score, round by round; lower is better. First %(first)s, latest %(latest)s, best %(best)s.",
        ),
        # NOTE: Under that chart, about its dashed line. The placeholder is the number 0.25.
        "even_line": t.pgettext(
            "own record", "The dashed line, at %(even)s, is the score for always saying 50 per cent."
        ),
        # NOTE: Under the forecasts, when there are only a few of them.
        "few": t.pgettext(
            "own record", "So few forecasts say little: one lucky or unlucky deal can change the score a lot."
        ),
        # NOTE: In place of the forecasts, when there are none.
        "none_yet": t.pgettext(
            "own record",
            "There is no forecast yet: put a probability on record before you ask for the signature.",
        ),
        # NOTE: Heading over the result code of a round. A result code is a long row of letters and digits that others can replay.
        "code_title": t.pgettext("code", "Result code"),
        # NOTE: Under that heading: what the code is for, and its limits.
        "code_help": t.pgettext(
            "code",
            "Anybody who opens the link sees this round, move by move, with its score worked out "
            "again. The code holds your moves and nothing about you.",
        ),
        # NOTE: Label of the field that shows the code, and of the link with it, for copying.
        "code_field": t.pgettext("code", "Code or link to copy"),
        # NOTE: Button: copy the link that opens this round.
        "copy_link": t.pgettext("code", "Copy the link"),
        # NOTE: Button: copy the code alone.
        "copy_code": t.pgettext("code", "Copy the code"),
        # NOTE: Heading while a round is watched that came as a result code.
        "watching": t.pgettext("code", "You are watching a round"),
        # NOTE: Under that heading.
        "watching_help": t.pgettext(
            "code",
            "It is replayed from its result code, and nothing in it can be changed. Your own progress stays as it is.",
        ),
        # NOTE: Button: stop watching and go back to one's own round.
        "close": t.pgettext("code", "Back to my own round"),
        # NOTE: Heading over the buttons with which a round is watched. The placeholders are numbers.
        "step": t.pgettext("code", "Move %(step)s of %(count)s"),
        # NOTE: Under that heading, before the first move.
        "before": t.pgettext("code", "Nothing has been done yet."),
        # NOTE: Under that heading, when a move has nothing else to say, for example when a hint was asked for.
        "no_news": t.pgettext("code", "This move changed nothing that you can see."),
        # NOTE: Button: show the round from its beginning.
        "to_start": t.pgettext("code", "To the start"),
        # NOTE: Button: one move back.
        "back": t.pgettext("code", "Back"),
        # NOTE: Button: one move on.
        "on": t.pgettext("code", "Next"),
        # NOTE: Button: all moves at once, to the end of the round.
        "to_end": t.pgettext("code", "To the end"),
        # NOTE: Button beside the notice that a round is open in another tab: play it here instead.
        "take_over": t.pgettext("tabs", "Take over here"),
    }
