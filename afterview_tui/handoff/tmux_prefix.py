"""The key that tmux listens to, which users give another than its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from afterview_tui.handoff import process

LIMIT_SECONDS = 0.5  # for words in a notice nobody waits
_KEY = re.compile(r"((?:[CMS]-)*)([!-~]|[A-Z][A-Za-z0-9]+)")
_MODIFIERS = {"C": "Ctrl", "M": "Alt", "S": "Shift"}


def asked(environ: Mapping[str, str]) -> str:
    """The prefix key of the tmux that we are in, as people read it; "" where it is not known."""
    command = ["tmux", "show-options", "-gv", "prefix"]
    ran = process.run(command, "", environ=environ, keep_output=True, limit=LIMIT_SECONDS)
    return in_words(ran.output.decode(errors="replace")) if ran.code == 0 else ""


def in_words(option: str) -> str:
    """`C-b` as people read it, `Ctrl+B`; "" for what is no key."""
    found = _KEY.fullmatch(option.strip())
    if found is None or option.strip() == "None":
        return ""
    modifiers = [_MODIFIERS[one] for one in found[1].split("-") if one]
    key = found[2].upper() if modifiers and len(found[2]) == 1 else found[2]
    return "+".join([*modifiers, key])
