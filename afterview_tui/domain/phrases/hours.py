"""Times of day and how long it takes: `2pm`, `14h30`, `half past two`, `11:30-1:00`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from afterview_tui.domain.phrases.words import (
    COUNT_WORD,
    Asked,
    Clock,
    Half,
    Hours,
    Lasts,
    Part,
    Phrase,
    Problem,
    Zone,
    as_time,
    count_of,
    phrase,
)
from afterview_tui.domain.phrases.zones import at_offset

_HOUR = rf"(?:\d{{1,2}}|{COUNT_WORD})"
_AM_PM = r"(?:\s*[ap]\.?\s?m\b\.?|(?<=\d)[ap]\b)"
_MARK = r"(?:\s*(?:uhr|hours|hrs|h|o'?\s?clock)\b\.?)"
_MINUTES = {
    "fifteen": 15, "thirty": 30, "forty-five": 45, "forty five": 45, "five": 5, "ten": 10,
    "quarter": 15, "twenty": 20, "twenty-five": 25, "twenty five": 25, "half": 30,
}  # fmt: skip
_STEP = r"(?:(?:a\s+)?quarter|twenty[\s-]five|five|ten|twenty|\d{1,2}(?:\s+min(?:ute)?s?)?)"
_WORD_STEP = r"(?:(?:a\s+)?quarter|twenty[\s-]five|five|ten|twenty)"

# Each way to say a time, with names for what is in it.
_WAYS = (
    r"(?:12\s+)?(?P<noon>noon|midday)",
    rf"(?P<past>half)(?:[\s-]past)?\s+(?P<h>{_HOUR})",
    rf"(?P<past>{_STEP})\s+(?:past|after)\s+(?P<h>{_HOUR})",
    rf"(?P<to>{_WORD_STEP})\s+(?:to|till?|before|of)\s+(?P<h>{_HOUR})",
    rf"(?P<h>\d{{1,2}})(?:[:h]|(?P<dot>\.))(?P<m>\d\d)(?::\d\d)?(?P<mark>{_MARK})?",
    rf"(?P<h>\d{{1,2}})(?P<mark>{_MARK})",
    rf"(?P<h>\d{{1,2}})(?P<m>\d\d)(?P<mark>{_MARK})?",
    rf"(?P<h>{COUNT_WORD})(?:[\s-](?P<minutes>fifteen|thirty|forty[\s-]five)|(?P<mark>{_MARK}))?",
    r"(?P<h>\d{1,2})",
)
_NAMES = re.compile(r"\?P<\w+>")
_CLOCK = "(?:" + "|".join(f"(?:{_NAMES.sub('?:', way)}{_AM_PM}?)" for way in _WAYS) + ")"
_WORD_CLOCK = "(?:" + "|".join(f"(?:{_NAMES.sub('?:', way)}{_AM_PM}?)" for way in _WAYS[:4]) + ")"
_AT = r"(?:at|@|from|kl\.?|um|around|about|approx\.?|ca\.?|c\.)"


@cache
def _pattern(way: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{way})(?P<ap>{_AM_PM})?", re.IGNORECASE | re.ASCII)


def _clock(said: str) -> Clock | None:
    """A time as it was said; None where it is none."""
    for way in _WAYS:
        if match := _pattern(way).fullmatch(said.strip()):
            return _read(match.groupdict())
    return None


def _read(said: dict[str, str | None]) -> Clock | None:
    half = (said.get("ap") or "").strip()[:1].lower()
    if said.get("noon"):
        return Clock(12, 0, half="p")
    hour = count_of(said["h"] or "")
    if step := said.get("past"):
        return Clock(hour, _steps(step), half)
    if step := said.get("to"):
        if hour == 12:  # a quarter to twelve at noon is still morning
            half = {"a": "p", "p": "a"}.get(half, "")
        return Clock(hour - 1 or 12, 60 - _steps(step), half)
    words = (said.get("minutes") or "").lower()
    minute = int(said.get("m") or _MINUTES.get(words, 0))
    has_minutes = bool(said.get("m")) and not (said.get("dot") and 1 <= minute <= 12)
    plain = not (has_minutes or words or half or said.get("mark"))
    return Clock(hour, minute, half, is_bare=plain)


def _steps(said: str) -> int:
    word = " ".join(said.lower().removeprefix("a ").split())
    return int(word.split()[0]) if word[0].isdecimal() else _MINUTES[word]


def _one(match: re.Match[str], asked: Asked) -> list[Part] | None:
    said = match["clock"]
    found = _clock(said)
    if found is None:
        return None
    at = match.groupdict().get("at")
    if at:  # "at 2" is no day
        return [Hours(replace(found, is_bare=False))]
    if re.fullmatch(r"(?:19|20)\d\d", said):
        return [Problem(f"“{said}” can be a year or a time. Type “{said[:2]}:{said[2:]}”.")]
    if said.isdecimal() and len(said) > 2 and as_time(found.hour, found.minute) is None:
        return None
    # "10.11" alone is the tenth of November, "10.30" a time
    return None if found.is_bare and found.minute else [Hours(found)]


def _span(match: re.Match[str], asked: Asked) -> list[Part] | None:
    starts, ends = _clock(match["starts"]), _clock(match["ends"])
    if starts is None or ends is None:
        return None
    if match.groupdict().get("from") and starts.is_bare and ends.is_bare:
        starts = replace(starts, is_bare=False)
    hours = Hours(starts, ends)
    is_day = hours.is_bare and (starts.hour > 24 or ends.hour > 24 or ends.hour < starts.hour > 12)
    return None if is_day else [hours]  # 20-11 and 25-11 are days


def _exact(match: re.Match[str], asked: Asked) -> list[Part] | None:
    hours = Hours(Clock(int(match["h"]), int(match["m"]), is_exact=True))
    if match["zulu"]:
        return [hours, Zone("Etc/UTC")]
    if not match["sign"]:
        return [hours]
    zone = at_offset(match["sign"], int(match["zh"]), int(match["zm"] or 0))
    return [hours, zone] if zone is not None else None


def _half(match: re.Match[str], asked: Asked) -> list[Part] | None:
    word = match["half"].lower().replace(".", "").replace(" ", "")
    return [Half("a" if word in {"morning", "am"} else "p", _HALVES.get(word, word))]


_HALVES = {"am": "morning", "pm": "afternoon"}


def _lasts(match: re.Match[str], asked: Asked) -> list[Part] | None:
    number, unit = match["number"].lower(), match["unit"].lower()
    half = 0.5 if (match["half"] or "").strip() else 0
    if number.startswith("half"):
        many = 0.5
    elif re.match(r"\d", number):
        many = float(number.replace(",", ".")) + half
    else:
        many = count_of(number) + half
    minutes = many * (60 if unit.startswith("h") else 1)
    return [Lasts(timedelta(minutes=round(minutes)))] if 0 < minutes <= 24 * 60 else None


_TO = r"\s*(?:-|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\bbis\b)\s*"
_LONG = (
    rf"(?P<number>\d{{1,3}}(?:[.,]5)?|half\s+an?|{COUNT_WORD}|an?)(?P<half>\s+and\s+a\s+half)?"
    r"[\s-]*(?P<unit>hours?|hrs?|minutes?|mins?|min\.)"
)
HOURS: tuple[Phrase, ...] = (
    Phrase(
        r"(?<=\d)T(?P<h>\d\d):?(?P<m>\d\d)(?::?\d\d(?:\.\d+)?)?"
        r"(?:(?P<zulu>Z)|(?P<sign>[+-])(?P<zh>\d\d):?(?P<zm>\d\d)?)?(?![\w+])",
        _exact,
    ),
    phrase(
        rf"(?P<from>between)\s+(?P<starts>{_CLOCK})\s+and\s+(?P<ends>{_CLOCK})",
        _span,
    ),
    phrase(rf"(?P<from>from|at)\s+(?P<starts>{_CLOCK}){_TO}(?P<ends>{_CLOCK})", _span),
    phrase(rf"(?P<starts>{_WORD_CLOCK}){_TO}(?P<ends>{_CLOCK})", _span),
    phrase(rf"(?:(?P<at>{_AT})\s*)?(?P<clock>{_WORD_CLOCK})", _one),
    phrase(rf"(?P<starts>{_CLOCK}){_TO}(?P<ends>{_CLOCK})", _span),
    phrase(rf"(?:(?P<at>{_AT})\s*)?(?P<clock>{_CLOCK})(?:\s+(?:sharp|exactly))?", _one),
    phrase(r"(?:in\s+the\s+|at\s+)?(?P<half>morning|afternoon|evening|night)", _half),
    phrase(r"(?P<half>am|pm|a\.m\.|p\.m\.)", _half),
    phrase(rf"(?:for|lasting|takes)\s+(?:about\s+)?{_LONG}", _lasts),
    phrase(r"for\s+(?P<number>\d{1,3}(?:\.5)?)(?P<half>)\s*(?P<unit>h|m)", _lasts),
    phrase(_LONG, _lasts),
)
