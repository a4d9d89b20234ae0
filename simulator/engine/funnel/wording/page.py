"""What the page says round the engine: while Python loads, when saving fails. JavaScript shows it."""

from gettext import NullTranslations


def states(t: NullTranslations) -> dict[str, str]:
    """Sentences by the name of the state in which the page shows them."""
    return {
        # NOTE: While the simulator loads. Both placeholders are numbers with one decimal. MB is megabyte.
        "loading": t.pgettext("page", "Python is on its way: {done} of {total} MB. You can begin already."),
        # NOTE: When everything has arrived and Python is about to run.
        "starting": t.pgettext("page", "Python is starting."),
        # NOTE: The learner made a move before Python was there.
        "queued": t.pgettext("page", "Noted. It will be carried out as soon as Python is here."),
        # NOTE: Loading failed (no network).
        "network": t.pgettext(
            "page",
            "Python could not be loaded: the connection broke off. What you have done is kept, and the articles can be read meanwhile.",
        ),
        # NOTE: A file arrived damaged or was replaced on the way (for example by the log-in page of a public network).
        "integrity": t.pgettext(
            "page",
            "Something arrived damaged on the way, so Python was not started. What you have done is kept, and the articles can be read meanwhile.",
        ),
        # NOTE: Python did not start in time, after several attempts.
        "start": t.pgettext(
            "page",
            "Python did not start. What you have done is kept, and the articles can be read meanwhile.",
        ),
        # NOTE: The browser lacks WebAssembly, a technology that the simulator needs.
        "unsupported": t.pgettext(
            "page",
            "This browser cannot run the simulator, because it lacks WebAssembly. All articles can be read, and their small exercises work.",
        ),
        # NOTE: Button: try loading again.
        "retry": t.pgettext("page", "Try again"),
        # NOTE: Python had crashed and was started again.
        "restarted": t.pgettext("page", "Python had stopped and was started again. Nothing is lost."),
        # NOTE: The saved progress was unreadable.
        "damaged": t.pgettext(
            "page", "Your saved progress could not be read. It has been put aside, and you begin afresh."
        ),
        # NOTE: The saved progress is from another version of the simulator.
        "version": t.pgettext(
            "page",
            "Your saved progress belongs to another version of the simulator. It has been put aside, and you begin afresh.",
        ),
        # NOTE: Button: save the progress that was put aside as a file.
        "save_aside": t.pgettext("page", "Save the old progress as a file"),
        # NOTE: The browser refuses to store anything.
        "unsaved": t.pgettext(
            "page",
            "This browser stores nothing for this site. You can play, but your progress will be gone when you close the page.",
        ),
        # NOTE: The learner chose another collection of contacts, and it could not be fetched (no network).
        "no-pack": t.pgettext(
            "page",
            "These contacts could not be fetched: the connection broke off. You are still in the round that you were in.",
        ),
    }
