"""The looks of our own, dark and light: quiet, one accent, one warm colour for what is due."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

LEGIBLE = 4.5  # contrast of a text to what it stands on, at least

DARK = Theme(
    name="afterview",
    dark=True,
    primary="#7aa2c9",
    secondary="#8fa8b8",
    accent="#7fb8a4",
    warning="#d9b26f",
    error="#d98a80",
    success="#8fb98a",
    foreground="#d8dde3",
    background="#14171b",
    surface="#1b1f24",
    panel="#20262c",
    variables={
        "scrollbar": "#39414a",
        "scrollbar-background": "#14171b",
        "scrollbar-background-hover": "#14171b",
        "scrollbar-background-active": "#14171b",
        "scrollbar-hover": "#4a545f",
        "scrollbar-active": "#5b6773",
        "footer-key-foreground": "#7fb8a4",
    },
)

LIGHT = Theme(
    name="afterview-light",
    dark=False,
    primary="#2f6690",
    secondary="#4f6b7a",
    accent="#24705c",
    warning="#8a5a00",
    error="#a03c30",
    success="#3c7037",
    foreground="#2b2f33",
    background="#faf9f6",
    surface="#f1efe9",
    panel="#e8e5de",
    variables={
        "scrollbar": "#cfcac0",
        "scrollbar-background": "#faf9f6",
        "scrollbar-background-hover": "#faf9f6",
        "scrollbar-background-active": "#faf9f6",
        "footer-key-foreground": "#24705c",
    },
)


# Colours of texts, and what they stand on.
_TEXTS = (("footer-key-foreground", "panel"), ("text-accent", "surface"))


def made_legible(variables: Mapping[str, str]) -> dict[str, str]:
    """The colours of a theme; those of texts that cannot be read in it become plain."""
    legible = dict(variables)
    for name, below in _TEXTS:
        text, ground = Color.parse(variables[name]), Color.parse(variables[below])
        is_known = text.ansi is None and ground.ansi is None and not text.auto
        if is_known and contrast(text, ground) < LEGIBLE:
            legible[name] = variables["text"]
    return legible


def contrast(one: Color, other: Color) -> float:
    """How well one can be read on the other, from 1 to 21, as WCAG 2 has it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
