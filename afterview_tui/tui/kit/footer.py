"""The keys that work here, on the last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.tui.base import afterview
from afterview_tui.tui.keys import OF_TEXTS, keyring, tip
from afterview_tui.tui.kit.plain import line

ROOMY = 70  # columns from which the keys stand further apart
# The part of the line, at most, in which is said what would be undone, and the fewest columns.
UNDONE_PART, UNDONE_FEWEST = 3, 8

# What stands at the right, and keeps its place there, in this order.
_UNDO, _FIND, _MENU, _OUT = range(1, 5)
_AT_THE_RIGHT = {
    "step('back')": _UNDO,
    "undo": _UNDO,
    "find": _FIND,
    "do('search.open')": _FIND,
    "app.menu": _MENU,
    "back": _OUT,
    "close": _OUT,
    "leave": _OUT,
    "later": _OUT,
}
# The verbs of the line under the cursor.
_DOING = frozenset({"open", "done"})
# Takes back what was said in a sitting, and not the last change of the file.
_OF_ITS_OWN = ("practice.undo",)


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the line: as it is named, pressed, shown and explained."""

    name: str
    label: str
    says: str
    tip: str
    action: str
    is_on: bool
    at_the_right: int = 0

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return cell_len(f"{self.label} {self.says}")

    def shown(self, *, is_under_mouse: bool) -> Content:
        """As it stands in the line."""
        words = Content.assemble(
            (self.label, "bold $footer-key-foreground"),
            " ",
            self.says,
        )
        if is_under_mouse:
            words = words.stylize_before("$footer-key-foreground on $block-hover-background")
        return words if self.is_on else words.stylize("dim")


# What keeps its place at the right; the way out stands behind it.
_KEPT = ("do('search.open')", "help")


class Footer(Widget):
    """Names the keys that work here; a click on one presses it.

    One line that is drawn anew when the keys change: a widget for each key, as in Textual's own
    footer, costs more than all the rest of a change of pane. At the right stand what would be
    undone, the search, the list of all that can be done, and the way out. Of the others, those
    are shown for which there is room.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[_Key] = []
        self._undoable = self._wanted = ""
        self._is_old = True
        self._places: list[tuple[range, _Key]] = []
        self._under_mouse: _Key | None = None

    def on_mount(self) -> None:
        """Keep up with the keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, _: Screen[object]) -> None:
        self._is_old = True
        self.refresh()

    def look_again(self) -> None:
        """Something was changed: say what would be undone by now."""
        if self._what_is_undoable() != self._undoable:
            self._is_old = True
            self.refresh()

    def want(self, key_id: str) -> None:
        """Show this key among the first: it is what somebody comes for. "" for none."""
        if key_id != self._wanted:
            self._wanted, self._is_old = key_id, True
            self.refresh()

    def _what_is_undoable(self) -> str:
        with suppress(AfterviewError):
            return afterview(self).store.file.undoable()
        return ""

    def render(self) -> Content:
        """The line, at the width that there is."""
        if self._is_old and self.app.app_focus:  # a terminal in the background keeps its keys
            self._undoable = self._what_is_undoable()
            self._keys, self._is_old = list(self._working()), False
        self._places = _placed(self._keys, self._undoable, self.content_size.width)
        line, at = Content(""), 0
        for place, key in self._places:
            under_mouse = key == self._under_mouse
            line += Content(" " * (place.start - at)) + key.shown(is_under_mouse=under_mouse)
            at = place.stop
        return line

    def _working(self) -> Iterator[_Key]:
        """The keys to show; of several with the same effect, the first."""
        seen: set[str] = set()
        order = partial(_order, self._wanted)
        for _, binding, is_on, _tip in sorted(self.screen.active_bindings.values(), key=order):
            place = 0 if binding.id in _OF_ITS_OWN else _AT_THE_RIGHT.get(binding.action, 0)
            is_idle = place == _UNDO and not self._undoable
            if not binding.show or binding.action in seen or is_idle:
                continue
            seen.add(binding.action)
            if (one := keyring().get(binding.id)) is not None:
                words = one.label.split()[0], one.says, tip(one)  # one key of each is enough
            else:
                words = self.app.get_key_display(binding), binding.description, binding.tooltip
            yield _Key(binding.key, *words, binding.action, is_on, place)
        if "app.menu" not in seen:  # it goes by another key while plain keys are letters
            one = keyring().named("help.typing")
            name, label = one.keys.split(",")[0], one.label.split()[0]
            yield _Key(name, label, one.says, tip(one), one.action, True, _MENU)

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


def _order(wanted: str, active: ActiveBinding) -> tuple[bool, bool, bool]:
    """First what does the line under the cursor, then what is wanted; last those of every text."""
    one = keyring().get(active.binding.id)
    does = one is not None and not _DOING.isdisjoint(one.verb.split(","))
    name = active.binding.id or ""
    return name.startswith(OF_TEXTS), not does, not (wanted and name == wanted)


def _placed(keys: Sequence[_Key], undoable: str, width: int) -> list[tuple[range, _Key]]:
    """Where each key stands. What does not fit is left out, but not what stands at the right."""
    gap = 2 if width >= ROOMY else 1
    right = sorted((one for one in keys if one.at_the_right), key=lambda one: one.at_the_right)
    left = [one for one in keys if not one.at_the_right]
    if right and right[0].at_the_right == _UNDO:
        if _width(right, gap) > width:
            right.pop(0)
        else:
            first = left[0].width + gap if left else 0
            room = min(width // UNDONE_PART, width - _width(right[1:], gap) - gap - first)
            right[0] = _with_what_is_undone(right[0], undoable, room)
    room = width - _width(right, gap) - gap
    while left and _width(left, gap) > room:
        left.pop()
    start = max(0, width - _width(right, gap))
    return [*_side_by_side(left, 0, gap), *_side_by_side(right, start, gap)]


def _with_what_is_undone(key: _Key, undoable: str, room: int) -> _Key:
    """The key to undo, naming what, where there is room for some of it."""
    least = cell_len(f"{key.says} “”") + cell_len(f"{key.label} ")
    if room - least < UNDONE_FEWEST:
        return key
    words = line(undoable).truncate(room - least, ellipsis=True).plain
    return replace(key, says=f"{key.says} “{words}”")


def _width(keys: Sequence[_Key], gap: int) -> int:
    return sum(one.width for one in keys) + gap * max(0, len(keys) - 1)


def _side_by_side(keys: Sequence[_Key], start: int, gap: int) -> Iterator[tuple[range, _Key]]:
    for one in keys:
        yield range(start, start + one.width), one
        start += one.width + gap
