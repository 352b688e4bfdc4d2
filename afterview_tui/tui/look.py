"""The looks of our own, dark and light: quiet, one accent, one warm colour for what is due."""

from __future__ import annotations

from textual.theme import Theme

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
