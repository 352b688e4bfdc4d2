"""Text as it enters the program.

A pasted job advert can hold control sequences that act on the terminal, and
Textual passes them through. So every text comes in through `clean`, once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from afterview_tui.domain.alphabet import PLAIN
from afterview_tui.domain.invisible import never_seen, only_seen, unjoined

# Above this a key takes visibly long, and no letter or note is near it.
LARGEST = 200_000
# C0 except tab and newline, DEL, C1; lone surrogates, which no file takes.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# The terminal eats the sequence as a whole; without its ESC only litter is left.
_SEQUENCE = re.compile(
    "\x1b\\][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"  # OSC … BEL or ST
    "|\x1b[PX^_][^\x1b\x9c\n]*(?:\x1b\\\\|\x9c)?"  # DCS, SOS, PM, APC
    # The same in one character needs its end: mis-decoded quotes hold such characters.
    "|\x9d[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|[\x90\x98\x9e\x9f][^\x1b\x9c\n]*(?:\x1b\\\\|\x9c)"
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    "|\x1b[ -/]*[0-~]?"
)
_PLAIN = str.maketrans(PLAIN)
# "Acme Inc." at the end of a sentence brings a full stop of its own, "Yahoo!" its mark.
_TWO_STOPS = re.compile(r"(?<=\w)([.!?])\.(?=\s|$)")
_NEWLINE = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """Make text safe to keep and to show, whichever way it comes in.

    No control or bidi characters, nothing that is not seen, `\\n` newlines, NFC.
    """
    # Most texts are, and thousands are compared.
    if text.isascii() and (text.isprintable() or not _UNWANTED.search(text)):
        return text
    text = _NEWLINE.sub("\n", text)
    text = _SEQUENCE.sub("", text)
    return only_seen(unicodedata.normalize("NFC", _UNWANTED.sub("", text)))


def clean_line(text: str) -> str:
    """Clean a one-line field: the first line that is not empty, with single spaces."""
    for line in clean(text).split("\n"):
        if words := line.split():
            return " ".join(words)
    return ""


def with_one_stop(text: str) -> str:
    """Sentences in which a name brought a stop of its own, as in "Acme Inc.": it is enough."""
    return _TWO_STOPS.sub(r"\1", text)


def spelled_out(text: str) -> str:
    """A text for one line of a shell, where what clean takes out is seen: `\\x1b`, `\\u200b`."""
    return "".join(one if one.isprintable() and not never_seen(one) else _code(one) for one in text)


def lines(text: str) -> list[str]:
    """The non-empty lines of a block, each cleaned, in order."""
    return [one for line in clean(text).split("\n") if (one := clean_line(line))]


@lru_cache(maxsize=65_536)  # names are compared with each other, again with each key
def fold(text: str) -> str:
    """Fold case, accents and letters such as ø and ß, to compare names and to search."""
    if text.isascii():  # there are none
        return text.casefold().strip()
    composed = unicodedata.normalize("NFC", unjoined(text))
    decomposed = unicodedata.normalize("NFKD", composed.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def count(number: int, thing: str, plural: str = "") -> str:
    """`1 letter`, `2 letters`."""
    return f"{number} {thing if number == 1 else plural or thing + 's'}"


def joined(parts: list[str]) -> str:
    """`Ann`, `Ann and Bo`, `Ann, Bo and Cy`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _code(one: str) -> str:
    # A byte that is no UTF-8, in the name of a file, is a half surrogate to Python.
    if "\udc80" <= one <= "\udcff":
        return f"\\x{ord(one) - 0xDC00:02x}"
    return one.encode("unicode_escape").decode()


def each_once(every: Iterable[str]) -> list[str]:
    """The words that say something, each once; case and a full stop make no difference."""
    found: dict[str, str] = {}
    for words in filter(None, every):
        found.setdefault(fold(words).rstrip("."), words)
    return list(found.values())


def both(one: str, other: str) -> str:
    """Two texts as one; one that the other holds already is not said twice."""
    if other in one:
        return one
    return other if one in other else f"{one}\n{other}"
