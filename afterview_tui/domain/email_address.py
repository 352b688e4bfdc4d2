"""An e-mail address as it is kept, whatever it was copied from."""

from __future__ import annotations

import re

from afterview_tui.domain.text import clean_line


def email_address(text: str) -> str:
    """An e-mail address as it is kept: "mailto:" and what follows "?" taken off, and so on.

    Where there is no address in a text, it comes back as it was typed.
    """
    text = clean_line(text)
    bare = re.sub(r"^[\s<\"'“‘(]*(?:mailto:)?", "", text, flags=re.IGNORECASE)
    bare = bare.partition("?")[0].rstrip(" \t>.,;:\"'”’)")
    return bare if re.search(r"\S@\w", bare) else text
