"""Characters that nobody sees, and the few places where they mean something.

Text from the web is full of them, and with them one name can look like another.
What Unicode calls default ignorable goes, except where it changes what is seen:
joiners in the scripts and the emoji that are written with them, and the
selectors of a variant after a character that has variants.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Soft hyphen, grapheme joiner, Hangul fillers, Khmer inherent vowels, zero-width
# space, word joiner and its kin, annotations, shorthand and music controls, tags
# that no flag has, and the places that are no characters. Bidi marks, embeddings,
# overrides and isolates do worse: they make a name read as another.
_NEVER_SEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f"
    "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
# Joiners, Mongolian selectors, variation selectors, tags.
_SELDOM_SEEN = "\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"

# Arabic and Syriac to N'Ko and Mandaic, the scripts of India and beyond, Mongolian.
_WRITTEN_WITH_JOINERS = (
    "\u0600-\u07ff\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1700-\u180a\u1810-\u18af\u1a20-\u1aaf\u1b00-\u1bff"
    "\u1c00-\u1c4f\ua800-\ua82f\ua880-\ua9df\uaa60-\uaadf\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00011000-\U00011fff"
)
_MONGOLIAN = "\u1820-\u18aa"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGNS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_MEANT = "|".join(
    [
        # The flags of England, Scotland, Wales, and what else may get one.
        "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",
        f"[{_WRITTEN_WITH_JOINERS}][\u200c\u200d]",
        f"[{_MONGOLIAN}][\u180b-\u180f]",
        f"[{_HAN}][\ufe00-\ufe02\U000e0100-\U000e01ef]",
        "[0-9#*]\ufe0f(?=\u20e3)",
        f"[{_SIGNS}][\ufe0e\ufe0f]?(?:\u200d(?=[{_SIGNS}]))?",
    ]
)
_ANY = re.compile(f"[{_NEVER_SEEN}{_SELDOM_SEEN}]")
_NEVER = re.compile(f"[{_NEVER_SEEN}]")
_SELDOM = re.compile(f"[{_SELDOM_SEEN}]")
_START_OF_LINE = re.compile("^(?:[^\\S\n]|[^\x00-\u02ff])+", re.MULTILINE)
_BLANK_BRAILLE = "\u2800"  # looks like a space, and is one in a text in Braille


def only_seen(text: str) -> str:
    """A text in NFC without what nobody sees."""
    text = text.replace(_BLANK_BRAILLE, " ")
    if not _ANY.search(text):
        return _START_OF_LINE.sub(_standing, text)
    text, before = unicodedata.normalize("NFC", _NEVER.sub("", text)), ""
    while text != before:  # what stood around a joiner that goes may now stand otherwise
        before = text
        text = _meant_or_not().sub(_kept, _START_OF_LINE.sub(_standing, text))
        text = unicodedata.normalize("NFC", text)
    return text


def may_be_meant(character: str) -> bool:
    """Whether a character that is typed, not seen by itself, may mean something in its text."""
    return _SELDOM.fullmatch(character) is not None


def never_seen(character: str) -> bool:
    """Whether a character shows nothing wherever it stands."""
    return _NEVER.fullmatch(character) is not None


def unjoined(text: str) -> str:
    """A text without joiners and selectors, to compare names that look alike."""
    return _ANY.sub("", text)


@cache
def _meant_or_not() -> re.Pattern[str]:
    # Costs two milliseconds, which a start without such texts need not spend.
    return re.compile(f"({_MEANT})|[{_SELDOM_SEEN}]")


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""


def _standing(start: re.Match[str]) -> str:
    """The start of a line without marks and joiners that have no letter to stand on."""
    found = start[0]
    first = next((i for i, one in enumerate(found) if not _is_room(one)), len(found))
    return "".join(filter(str.isspace, found[:first])) + found[first:]


def _is_room(one: str) -> bool:
    """Whether a character is empty, or nothing without a letter before it."""
    return one.isspace() or unicodedata.category(one) in ("Mn", "Me") or may_be_meant(one)
