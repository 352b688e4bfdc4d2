"""The keys that work here, on the last line."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from afterview_tui.tui.keys import OF_TEXTS


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the line: as it is named, pressed, shown and explained."""

    name: str
    label: str
    says: str
    tip: str
    action: str
    is_on: bool

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return cell_len(f"{self.label} {self.says}")

    def shown(self, *, is_under_mouse: bool) -> Content:
        """As it stands in the line."""
        words = Content.assemble(
            (self.label, "bold $footer-key-foreground"),
            " ",
            (self.says, "" if is_under_mouse else "$footer-description-foreground"),
        )
        if is_under_mouse:
            words = words.stylize_before("$footer-key-foreground on $block-hover-background")
        return words if self.is_on else words.stylize("dim")


# What keeps its place at the right; the way out stands behind it.
_KEPT = ("do('search.open')", "help")


class Footer(Widget):
    """Names the keys that work here; a click on one presses it.

    One line that is drawn anew when the keys change: a widget for each key, as in Textual's own
    footer, costs more than all the rest of a change of pane. Where there is no room for every
    key, the search, the help and what stands after it keep their place at the right.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[_Key] = []
        self._is_old = True
        self._places: list[tuple[range, _Key]] = []
        self._under_mouse: _Key | None = None

    def on_mount(self) -> None:
        """Keep up with the keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, _: Screen[object]) -> None:
        self._is_old = True
        self.refresh()

    def render(self) -> Content:
        """The line, at the width that there is."""
        if self._is_old and self.app.app_focus:  # a terminal in the background keeps its keys
            self._keys, self._is_old = self._working(), False
        self._places = _placed(self._keys, self.content_size.width)
        line, at = Content(""), 0
        for place, key in self._places:
            under_mouse = key == self._under_mouse
            line += Content(" " * (place.start - at)) + key.shown(is_under_mouse=under_mouse)
            at = place.stop
        return line

    def _working(self) -> list[_Key]:
        """The keys to show; of several with the same effect, the first."""
        keys: dict[str, _Key] = {}
        for _, binding, is_on, tip in sorted(self.screen.active_bindings.values(), key=_is_shared):
            if binding.show and binding.action not in keys:
                label = self.app.get_key_display(binding)
                says, action = binding.description, binding.action
                keys[action] = _Key(binding.key, label, says, tip, action, is_on)
        return list(keys.values())

    def _key_at(self, event: events.MouseEvent) -> _Key | None:
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        return next((key for place, key in self._places if offset.x in place), None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key under the mouse."""
        key = self._key_at(event)
        if key is None:
            return
        if key.is_on:
            self.app.simulate_key(key.name)
        else:
            self.app.bell()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press, and what it does."""
        self._point_at(self._key_at(event))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._point_at(None)

    def _point_at(self, key: _Key | None) -> None:
        if key != self._under_mouse:
            self._under_mouse = key
            self.tooltip = Content(key.tip) if key is not None and key.tip else None
            self.refresh()


def _is_shared(active: ActiveBinding) -> bool:
    """Whether a key is one that every text has: those of this text come before."""
    return (active.binding.id or "").startswith(OF_TEXTS)


def _placed(keys: list[_Key], width: int) -> list[tuple[range, _Key]]:
    """Where each key stands. What does not fit is left out, but not what is kept."""
    first_kept = next((at for at, key in enumerate(keys) if key.action in _KEPT), -1)
    kept, others = keys[first_kept:], keys[:first_kept]
    room = width + 1 - sum(key.width + 1 for key in kept)
    many = len(others)
    while others and sum(key.width + 1 for key in others) > room:
        others.pop()
    places, at = [], 0
    for key in [*others, *kept]:
        if key is kept[0] and len(others) < many:
            at = max(at, room)
        places.append((range(at, at + key.width), key))
        at += key.width + 1
    return places
