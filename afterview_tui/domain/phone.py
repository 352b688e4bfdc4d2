"""Phone numbers, as people write them: one number has many looks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LEAST = 3  # digits, before something typed may be a part of a number
_WHOLE = 5  # digits of a number on file, before it may be the end of a longer one that is typed
_LONGEST_CODE = 3  # digits of a country's code
# Digits, and what people write between them.
_NUMBER = re.compile(r"(?<![\w.,])[+(]*\d(?:[\d\s().+/\-‐‑–]*\d)?\)?(?![\w@])")
_EXTENSION = re.compile(r"(?:extension|extn?\.?|x|#)\s*\d+\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;|\n]|\bor\b|\s/\s")
_NO_DIGIT = re.compile(r"\D+")
_TRUNK = re.compile(r"\(0\)")


def apart(said: str) -> tuple[str, list[str]]:
    """Something typed without what may be phone numbers, or parts of one; and those."""
    found = [match[0].strip() for match in _NUMBER.finditer(said)]
    numbers = [one for one in found if len(_digits(one)) >= LEAST]
    for number in numbers:
        said = said.replace(number, " ", 1)
    return said, numbers


def reaches(typed: str, on_file: str) -> bool:
    """Whether a number that is typed, or half typed, is one of those in a phone field.

    `555-0121`, `(555) 0121` and `+1 555 0121` are one number: what is between the digits does
    not count, nor do a country's code and the zero in its place where only one of them is given.
    """
    wanted = _national(typed)
    if len(wanted) < LEAST:
        return False
    is_abroad = typed.lstrip(" (").startswith(("+", "00", "1"))
    return any(_is_part(wanted, number, is_abroad) for number in _on_file(on_file))


def end_of(typed: str) -> re.Pattern[str]:
    """Finds the last digits of a number that is typed, in those on file that it may reach.

    Whatever `reaches` says yes to has them, if it is written in ASCII.
    """
    wanted = _national(typed)
    last = max(LEAST, min(_WHOLE, len(wanted) - _LONGEST_CODE))
    return re.compile(r"(?:[^\d\n]|\(0\))*".join(wanted[-last:]))


def _is_part(wanted: str, number: str, is_abroad: bool) -> bool:
    if wanted in number or (len(number) >= _WHOLE and wanted.endswith(number)):
        return True
    # Half typed with a country's code, and on file without it.
    after_code = (wanted[length:] for length in range(1, _LONGEST_CODE + 1)) if is_abroad else ()
    return any(len(rest) >= LEAST and number.startswith(rest) for rest in after_code)


@lru_cache(maxsize=32_768)  # each is looked at again with each key
def _on_file(phone: str) -> tuple[str, ...]:
    return tuple(_national(_EXTENSION.sub("", one.strip())) for one in _SEVERAL.split(phone))


def _national(number: str) -> str:
    """The digits without the zeros before them."""
    return _digits(_TRUNK.sub("", number)).lstrip("0")


def _digits(text: str) -> str:
    found = _NO_DIGIT.sub("", text)
    return found if found.isascii() else "".join(str(unicodedata.decimal(one)) for one in found)
