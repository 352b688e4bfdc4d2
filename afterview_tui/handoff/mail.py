"""A letter as a `mailto:` address, which opens it in the user's own mail program."""

from __future__ import annotations

import re
from urllib.parse import quote

from afterview_tui.domain.text import clean, clean_line

# Beyond this some mail programs and desktops cut it off, or do nothing at all.
LONGEST_URL = 2_000

_IN_BRACKETS = re.compile(r"<([^<>]*)>")
_BETWEEN_ADDRESSES = re.compile(r"[\s,;]+")


def address_in(field: str) -> str:
    """The first e-mail address in what somebody wrote into a field; "" when there is none.

    `Dr. Maria Chen <maria@lakeside.example>` and `mailto:maria@lakeside.example`
    hold one as well.
    """
    line = clean_line(field)
    places = [*_IN_BRACKETS.findall(line), *_BETWEEN_ADDRESSES.split(line)]
    for place in places:
        address = re.sub("(?i)^mailto:", "", place.strip().strip("<>()\"'"))
        user, at, host = address.rpartition("@")
        if at and user and host and not re.search(r"[\s@]", user) and ".." not in host:
            return address
    return ""


def mailto(address: str, subject: str, body: str) -> str:
    """The letter as an address (RFC 6068); what is not a usable e-mail address is left out."""
    fields = {
        "subject": clean_line(subject),
        "body": clean(body).strip("\n").replace("\n", "\r\n"),
    }
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    return f"mailto:{quote(address_in(address), safe='@')}" + (f"?{query}" if query else "")


def fits(url: str) -> bool:
    """Whether mail programs take an address of this length."""
    return len(url) <= LONGEST_URL
