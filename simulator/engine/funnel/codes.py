"""Result codes: an attempt as a short text that can be sent on, and be replayed by whoever gets it.

``head`` (12 characters: format, pack, its version, length, and a check of these) · ``body`` (seed,
definition, mode and moves, as ``expectations`` foresees them) · ``check`` (6 characters, of all before).
Characters are Crockford's base 32 (https://www.crockford.com/base32.html).

A check is the remainder of a prime. One wrong character changes the number by d·32^i, and two neighbours that
change places by 31·d·32^i, where 0 < d < 32: no prime above 32 divides these, so both are always noticed;
other damage escapes one time in 2^30. The head has a check of its own, so that a code whose end is missing is
told from one whose length was damaged, and its layout is the same in every format to come.
"""

from collections.abc import Callable
from copy import replace
from itertools import accumulate
from typing import NamedTuple

from funnel.attempts import MOVES_LIMIT, order, start
from funnel.errors import CodeError
from funnel.expectations import Course
from funnel.model import Attempt, Definition, Mode, Pack
from funnel.rangecode import Coder, Reader, Writer

FORMAT = 1
"""Version of codes, up to 31; anything that gives old codes another meaning makes it one more."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_BITS = 5
_BASE = 1 << _BITS
_WIDTHS = (1, 4, 2, 3)
"""Characters for format, pack, version and length."""
_HEAD_CHECK, _CHECK = 2, 6
_HEAD = sum(_WIDTHS) + _HEAD_CHECK
_ROOM = _BITS * (_BASE ** _WIDTHS[-1] - 1 - _HEAD - _CHECK)
"""Bits of the longest body."""
_PRIMES = {_HEAD_CHECK: 1_021, 4: 1_048_573, _CHECK: 1_073_741_789}
"""The largest primes that so many characters can hold."""
_SEEDS = 1 << 32

_IGNORED = "- \t\r\n\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufeff"
"""What people and messengers put between characters, marks of direction among them."""
_DIGITS = dict.fromkeys(_IGNORED, "") | {
    written: "0123456789abcdefghijklmnopqrstuv"[value]
    for value, letter in enumerate(ALPHABET)
    for written in (letter, letter.lower(), *{"0": "Oo", "1": "IiLl"}.get(letter, ""))
}
"""What Python calls the digit behind each character of a code."""
_LETTERS = {f"{value:0{_BITS}b}": letter for value, letter in enumerate(ALPHABET)}


class Head(NamedTuple):
    """Which pack a code is of: the ``number`` of its id, and its version."""

    pack: int
    version: int


def number(pack_id: str) -> int:
    """The number by which codes name a pack, below 2^20; it follows from the id."""
    return int.from_bytes(pack_id.encode("ascii")) % _PRIMES[_WIDTHS[1]]


def encode(pack: Pack, attempt: Attempt) -> str:
    """The code of an attempt at this pack; ValueError if it is at another, or has an impossible move.

    Whatever can be played fits, up to ``MOVES_LIMIT``. A ValueError, too, is an attempt made by hand that
    cites hundreds of long names that no pack has.
    """
    if (attempt.pack, attempt.pack_version) != (pack.id, pack.version):
        raise ValueError(f"an attempt at {attempt.pack!r} version {attempt.pack_version}, not at this pack")
    writer = Writer()
    _carry(writer, pack, attempt)
    body = writer.number(_ROOM)
    width = -(-body.bit_length() // _BITS)
    fields = (FORMAT, number(pack.id), pack.version, _HEAD + width + _CHECK)
    first = "".join(map(_written, fields, _WIDTHS))
    return _checked(_checked(first, _HEAD_CHECK) + _written(body, width), _CHECK)


def head(code: str) -> Head:
    """Which pack a code is of, so that it can be fetched; CodeError unless the code is whole."""
    return _opened(code)[0]


def decode(code: str, pack_of: Callable[[int, int], Pack | None]) -> Attempt:
    """The attempt behind a code; CodeError says why there is none.

    ``pack_of(number, version)`` finds the pack, another version of it if need be, or None.
    """
    (named, version), body = _opened(code)
    pack = pack_of(named, version)
    if pack is None or number(pack.id) != named:
        raise CodeError("other-pack", f"pack number {named}")
    if pack.version != version:
        raise CodeError("other-version", f"version {version} of {pack.id!r}, expected {pack.version}")
    reader = Reader(body)
    try:
        attempt = _carry(reader, pack, None)
    except ValueError as error:
        raise CodeError("damaged", str(error)) from None
    if reader.number:
        raise CodeError("damaged", "something is left over")
    return attempt


def _carry(coder: Coder, pack: Pack, wanted: Attempt | None) -> Attempt:
    """An attempt, put down or read."""
    model = wanted or start(pack)
    terms = replace(
        model,
        seed=coder.below(_SEEDS, model.seed),
        definition=coder.one_of(tuple(Definition), model.definition),
        mode=coder.one_of(tuple(Mode), model.mode),
    )
    count = coder.below(MOVES_LIMIT + 1, len(model.moves))
    course = Course(pack, order(pack, terms))
    moves = wanted.moves if wanted else [None] * count
    return replace(terms, moves=tuple(course.move(coder, move) for move in moves))


def _opened(code: str) -> tuple[Head, int]:
    """The head and the body of a code that has arrived whole."""
    try:
        digits = "".join([_DIGITS[character] for character in code])
    except KeyError as error:
        raise CodeError("damaged", f"found {error}, which no code has") from None
    if len(digits) < _HEAD:
        raise CodeError("truncated", f"{len(digits)} characters, expected more than {_HEAD}")
    version_of_code, named, version, length = _fields(digits[:_HEAD])
    if version_of_code > FORMAT:
        raise CodeError("newer-format", f"format {version_of_code}, expected {FORMAT}")
    if len(digits) < length:
        raise CodeError("truncated", f"{len(digits)} characters, expected {length}")
    if len(digits) > length or not _is_sound(digits, _CHECK):
        raise CodeError("damaged", f"{len(digits)} characters do not add up")
    return Head(named, version), int(digits[_HEAD:-_CHECK] or "0", _BASE)


def _fields(digits: str) -> tuple[int, ...]:
    if not _is_sound(digits, _HEAD_CHECK):
        raise CodeError("damaged", f"the first {_HEAD} characters do not add up")
    ends = tuple(accumulate(_WIDTHS))
    return tuple(int(digits[end - width : end], _BASE) for end, width in zip(ends, _WIDTHS, strict=True))


def _is_sound(digits: str, check: int) -> bool:
    return int(digits[:-check], _BASE) % _PRIMES[check] == int(digits[-check:], _BASE)


def _checked(text: str, check: int) -> str:
    """A text with its check behind it."""
    value = int("".join([_DIGITS[character] for character in text]), _BASE)
    return text + _written(value % _PRIMES[check], check)


def _written(value: int, width: int) -> str:
    bits = f"{value:0{width * _BITS}b}" if width else ""
    if len(bits) > width * _BITS:
        raise ValueError(f"{value} does not fit into {width} characters")
    return "".join(_LETTERS[bits[place : place + _BITS]] for place in range(0, len(bits), _BITS))
