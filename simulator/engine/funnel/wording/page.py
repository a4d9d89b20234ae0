"""What the page says round the engine: while Python loads, when saving fails. JavaScript shows it."""

from gettext import NullTranslations


def states(t: NullTranslations) -> dict[str, str]:
    """Sentences by the name of the state in which the page shows them."""
    return {
        # NOTE: While the simulator loads. Both placeholders are numbers with one decimal. MB is megabyte.
        "loading": t.pgettext("page", "The simulator is loading: {done} of {total} MB. You can start now."),
        # NOTE: When everything has arrived and Python is about to run.
        "starting": t.pgettext("page", "The simulator is starting."),
        # NOTE: The learner made a move before Python was there.
        "queued": t.pgettext("page", "Noted. It will be done as soon as the simulator has loaded."),
        # NOTE: Loading failed (no network).
        "network": t.pgettext(
            "page",
            "The simulator could not be loaded because the connection was lost. What you have done "
            "is saved, and you can read the articles meanwhile.",
        ),
        # NOTE: A file arrived damaged or was replaced on the way (for example by the log-in page of a public network).
        "integrity": t.pgettext(
            "page",
            "A file arrived damaged, so the simulator was not started. What you have done is "
            "saved, and you can read the articles meanwhile.",
        ),
        # NOTE: Python did not start in time, after several attempts.
        "start": t.pgettext(
            "page",
            "The simulator did not start. What you have done is saved, and you can read the "
            "articles meanwhile.",
        ),
        # NOTE: The browser lacks WebAssembly, a technology that the simulator needs.
        "unsupported": t.pgettext(
            "page",
            "This browser cannot run the simulator because it does not have WebAssembly. You can "
            "read all the articles, and their small exercises work.",
        ),
        # NOTE: Button: try loading again.
        "retry": t.pgettext("page", "Try again"),
        # NOTE: Python had crashed and was started again.
        "restarted": t.pgettext("page", "The simulator stopped and has been started again. Nothing is lost."),
        # NOTE: The saved progress was unreadable.
        "damaged": t.pgettext(
            "page",
            "Your saved progress could not be read. It has been put aside, and you start from the beginning.",
        ),
        # NOTE: The saved progress is from another version of the simulator.
        "version": t.pgettext(
            "page",
            "Your saved progress belongs to another version of the simulator. It has been put "
            "aside, and you start from the beginning.",
        ),
        # NOTE: Button: save the progress that was put aside as a file.
        "save_aside": t.pgettext("page", "Save the old progress as a file"),
        # NOTE: The browser refuses to store anything.
        "unsaved": t.pgettext(
            "page",
            "This browser saves nothing from this site. You can play, but your progress will be "
            "lost when you close the page.",
        ),
        # NOTE: The learner chose another collection of contacts, and it could not be fetched (no network).
        "no-pack": t.pgettext(
            "page",
            "These contacts could not be loaded because the connection was lost. You are still in "
            "the same round.",
        ),
    }
