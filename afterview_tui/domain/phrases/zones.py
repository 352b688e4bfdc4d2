"""Time zones as invitations name them, each by its name in the zone database.

Three letters are no name: IST is said in India, Ireland and Israel. Each is taken
for what job adverts in English mean by it, and the form shows which zone that is.
"""

from __future__ import annotations

import re

from afterview_tui.domain.phrases.words import Asked, Part, Problem, Zone, phrase

# The short names of a zone, and those that `time` stands behind.
_ZONES = {
    "America/New_York": ("et est edt", "eastern|new york"),
    "America/Chicago": ("ct cst cdt", "central|chicago"),
    "America/Denver": ("mt mst mdt", "mountain|denver"),
    "America/Los_Angeles": ("pt pst pdt", "pacific|los angeles|california"),
    "America/Anchorage": ("akst akdt", "alaska"),
    "Pacific/Honolulu": ("hst", "hawaii|hawaiian"),
    "America/Halifax": ("adt", "atlantic"),
    "Etc/UTC": ("utc", "coordinated universal|universal"),
    "Etc/GMT": ("gmt", "greenwich mean"),
    "Europe/London": ("bst", "british|uk|london"),
    "Europe/Lisbon": ("", "western european|lisbon"),
    "Europe/Berlin": ("cet cest mez mesz", "central european|german|berlin"),
    "Europe/Madrid": ("", "madrid|spanish|spain"),
    "Europe/Paris": ("", "paris|french"),
    "Europe/Dublin": ("", "dublin|irish"),
    "Europe/Athens": ("eet eest", "eastern european|athens"),
    "Europe/Moscow": ("msk", "moscow"),
    "Asia/Kolkata": ("ist", "india|indian"),
    "Asia/Dubai": ("gst", "gulf|dubai"),
    "Asia/Singapore": ("sgt", "singapore"),
    "Asia/Hong_Kong": ("hkt", "hong kong"),
    "Asia/Tokyo": ("jst", "japan"),
    "Asia/Seoul": ("kst", "korea"),
    "Asia/Karachi": ("pkt", "pakistan"),
    "Asia/Manila": ("pht", "manila|philippine"),
    "Africa/Johannesburg": ("sast", "south africa|south african"),
    "Australia/Sydney": ("aest aedt", "sydney|australian eastern"),
    "Australia/Perth": ("awst", "perth"),
    "Pacific/Auckland": ("nzst nzdt", "auckland|new zealand"),
}
_SHORT = {name: zone for zone, (short, _) in _ZONES.items() for name in short.split()}
_LONG = {name: zone for zone, (_, long) in _ZONES.items() for name in long.split("|")}
_BROKEN_HOURS = {"+5:30": "Asia/Kolkata", "+9:30": "Australia/Darwin", "+5:45": "Asia/Kathmandu"}
_FARTHEST_EAST, _FARTHEST_WEST = 14, 12  # hours


def _short(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [Zone(_SHORT[match["zone"].lower()])]


def _long(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [Zone(_LONG[" ".join(match["zone"].lower().split())])]


def at_offset(sign: str, hours: int, minutes: int) -> Part | None:
    """The zone of so many hours: Etc/GMT-1 lies an hour east, as POSIX counts."""
    if not hours and not minutes:
        return Zone("Etc/UTC")
    if not minutes and hours <= (_FARTHEST_EAST if sign == "+" else _FARTHEST_WEST):
        return Zone(f"Etc/GMT{'-' if sign == '+' else '+'}{hours}")
    zone = _BROKEN_HOURS.get(f"{sign}{hours}:{minutes:02}")
    return Zone(zone) if zone else None


def _offset(match: re.Match[str], asked: Asked) -> list[Part] | None:
    zone = at_offset(match["sign"], int(match["h"]), int(match["m"] or 0))
    return [zone or Problem(f"“{match[0].strip()}” is no time zone I know. Leave it out.")]


_OFFSET = r"(?P<sign>[+-])\s?(?P<h>\d{1,2}):?(?P<m>\d\d)?"
_CITY = r"(?:\s*-?\s*\(?(?:us\s+(?:&|and)\s+canada|new\s+york|london|berlin|madrid|chicago)\)?)?"
_NAMES = "|".join(name.replace(" ", r"\s+") for name in sorted(_LONG, key=len, reverse=True))
_TIME = r"\s+(?:standard\s+|daylight\s+|summer\s+)?time"

ZONES = (
    # Outlook writes both: (UTC-05:00) Eastern Time (US & Canada).
    phrase(
        rf"(?:utc|gmt)\s?[+-]\d\d:?\d\d\)\s+(?P<zone>{_NAMES}){_TIME}{_CITY}",
        _long,
    ),
    phrase(rf"(?:utc|gmt)\s?{_OFFSET}", _offset),
    phrase(rf"(?P<zone>{_NAMES}){_TIME}{_CITY}", _long),
    phrase(rf"(?P<zone>{'|'.join(_SHORT)})", _short),
)
