"""``python -m funnel play``: a round in the terminal. The one module that does I/O.

In a checkout ``--pack`` and ``--locale`` build their setup on the spot; the wheel alone knows no packs, and
takes a built ``packs/<pack>/<locale>.json`` by ``--setup``.
"""

import argparse
import io
import json
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from funnel.attempts import encode, start
from funnel.errors import FunnelError
from funnel.model import Definition, Mode
from funnel.terminal import Terminal, opened

INTERRUPTED = 130
"""The exit status that shells give to what was stopped by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play, print the result code and the attempt as JSON, and say how it ended: 0, or 130 after Ctrl-C."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        pack, words = opened(_setup(options))
    except (FunnelError, KeyError, LookupError, OSError, TypeError, ValueError, struct.error) as error:
        parser.error(f"this cannot be played: {error}")
    attempt = start(pack, seed=options.seed, definition=options.definition, mode=options.mode)
    return _play(Terminal(pack, words, attempt, _read, _write))


def _play(terminal: Terminal) -> int:
    status = 0
    try:
        try:
            terminal.play()
        except KeyboardInterrupt:
            status = INTERRUPTED
        terminal.give_code()
        _write("")
        _write(json.dumps(encode(terminal.attempt)))
    except BrokenPipeError:
        # Nobody reads any more; without this Python would complain once again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="funnel", description="The sales funnel in a terminal.")
    commands = parser.add_subparsers(required=True, metavar="play")
    play = commands.add_parser("play", help="play a pack, with the engine and the words of the browser")
    source = play.add_mutually_exclusive_group(required=True)
    source.add_argument("--pack", help="a pack of this checkout, such as solar")
    source.add_argument("--setup", type=Path, help="a built packs/<pack>/<locale>.json")
    play.add_argument("--locale", default="en", help="with --pack: en, bn, gu, fil, fa (default: en)")
    play.add_argument("--seed", type=_seed, default=0, help="0 keeps the authors' order (default: 0)")
    play.add_argument("--definition", type=Definition, choices=list(Definition), default=Definition.CRITERIA)
    play.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.PRACTICE)
    return parser


def _seed(text: str) -> int:
    seed = int(text)
    if not 0 <= seed < 1 << 32:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 0 to {(1 << 32) - 1}")
    return seed


def _setup(options: argparse.Namespace) -> str:
    if options.setup:
        return _joined(options.setup)
    return _built(options.locale, options.pack)


def _joined(file: Path) -> str:
    """A built pack with the words of its language, which the build writes beside the packs."""
    text, words = file.read_text("utf-8"), file.resolve().parent.parent.parent / "words" / file.name
    if not words.exists():
        return text
    return json.dumps(json.loads(words.read_text("utf-8")) | {"pack": json.loads(text)})


def _built(locale: str, pack: str) -> str:
    """The setup out of this checkout; LookupError or ValueError where there is none."""
    try:
        from sitebuild import catalogs, locales, packs  # noqa: PLC0415 - the wheel is without it
    except ImportError:
        raise LookupError("no packs here; run it in a checkout, or give --setup FILE") from None
    known = [found.code for found in locales.load()]
    if locale not in known:
        raise LookupError(f"no locale {locale!r}; there are {', '.join(known)}")
    if pack not in packs.names():
        raise LookupError(f"no pack {pack!r}; there are {', '.join(packs.names())}")
    try:
        return catalogs.setup(locale, pack)
    except packs.AuthoringError as error:
        raise ValueError(str(error)) from None


def _read() -> str | None:
    """The next line of the input, shown again where it does not come from a keyboard; None at its end."""
    if sys.stdin.isatty():
        sys.stdout.write("> ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if line and not sys.stdin.isatty():
        _write(f"> {line.rstrip()}")
    return line or None


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
