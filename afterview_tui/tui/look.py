"""The looks of our own, dark and light: quiet, one accent, one warm colour for what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import App
from textual.color import Color
from textual.theme import Theme

LEGIBLE = 4.5  # contrast of a text to what it stands on, at least
SEEN = 3.0  # and of a border or a mark

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


_STEPS = 20  # in which a colour is moved until it can be read
_MIXED, _MIXED_MORE = 0.6, 0.8  # how much of the foreground a quiet text has, how much at most
# How much of the accent the cursor's line has, from the most; of the foreground, when idle.
_CURSOR, _IDLE = (0.28, 0.22, 0.16, 0.1), 0.08


def begin_in(app: App[None], colours: str) -> None:
    """Give the app its colours before anything is painted: no style is read again for them.

    Those of the terminal itself are left to Textual, which then turns none into others.
    """
    for one in (DARK, LIGHT):
        app.register_theme(one)
    theme = app.get_theme(colours) or DARK
    if theme.ansi:
        app.theme = theme.name
        return
    app.set_reactive(App.theme, theme.name)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())


def made_legible(variables: Mapping[str, str]) -> dict[str, str]:
    """The colours of a theme, those moved that cannot be read or seen where they stand.

    Ours are added: `cursor` and `cursor-idle`, the ground of the line under the cursor, `frame`
    and `frame-focus`, and `mark`, which stands before that line.
    """
    names = ("background", "surface", "panel", "foreground", "accent")
    ground, surface, panel, text, accent = (Color.parse(variables[name]) for name in names)
    if any(one.ansi is not None for one in (ground, text)):
        return {**variables, **_ansi(variables)}
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda one: contrast(one, ground))
    quiet = ground.blend(text, _MIXED_MORE)
    tinted = [ground.blend(accent, part) for part in _CURSOR]
    cursor = next((one for one in tinted if contrast(quiet, one) >= LEGIBLE), tinted[-1])
    idle = ground.blend(text, _IDLE)
    grounds = (ground, surface, panel, cursor, idle)
    text = _seen(text, end, grounds, LEGIBLE)
    muted = _seen(ground.blend(text, _MIXED), text, grounds, LEGIBLE)
    colours = {
        "foreground": text,
        **dict.fromkeys(("foreground-muted", "text-muted", "text-disabled"), muted),
        "cursor": cursor,
        "cursor-idle": idle,
        "frame": _seen(ground.blend(text, _IDLE), text, (ground, surface), SEEN),
        "frame-focus": _seen(accent, end, (ground, surface), SEEN),
    }
    for name in (
        "text-warning",
        "text-accent",
        "text-success",
        "text-error",
        "footer-key-foreground",
    ):
        colours[name] = _seen(Color.parse(variables[name]), end, grounds, LEGIBLE)
    colours["mark"] = colours["text-accent"]
    return {**variables, **{name: one.hex for name, one in colours.items()}}


def _ansi(variables: Mapping[str, str]) -> dict[str, str]:
    """In the colours of the terminal nothing can be computed: the cursor's line is reversed."""
    plain, accent = variables["background"], variables["accent"]
    grounds = dict.fromkeys(("cursor", "cursor-idle"), plain)
    marks = dict.fromkeys(("frame-focus", "mark"), accent)
    return {**grounds, **marks, "frame": variables["foreground"]}


def _seen(color: Color, end: Color, grounds: Sequence[Color], wanted: float) -> Color:
    """A colour, moved towards another one until it stands out from every ground."""
    for step in range(_STEPS + 1):
        moved = color.blend(end, step / _STEPS)
        if min(contrast(moved, one) for one in grounds) >= wanted:
            return moved
    return end


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
