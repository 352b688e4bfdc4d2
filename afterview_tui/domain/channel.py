"""How somebody gets in touch."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How a follow-up is made."""

    PHONE = "phone"
    EMAIL = "e-mail"
