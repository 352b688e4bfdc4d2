"""The list of all that can be done: help, menu and palette in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from afterview_tui.tui.keys import binding, key
from afterview_tui.tui.kit.actions import Action, Group, found
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.finder import Finder
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.preferences import KEYS_FILE

NAME = 20  # columns of a name, before what it does
ROOMY = 60  # columns from which the list says what each does
HIGH = 12  # lines from which there is room to tell of the line under the cursor
SIGNS = (("●", "settled"), ("◐", "begun"), ("○", "open"), ("✓", "done"), ("–", "set aside"))


class ActionList(Place[Action | None], ModalScreen[Action | None]):
    """Answers the action that was chosen; None for Escape.

    `here` names where somebody is, and `taken` is told when an action is chosen. What is typed
    narrows the list, and Enter takes the line under the cursor: also before any of it was drawn,
    when keys come in a bunch.
    """

    AUTO_FOCUS = "#action-finder"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [binding("actions.back")]

    def __init__(self, actions: Sequence[Action], here: str, taken: Callable[[], object]) -> None:
        super().__init__()
        self._taken = taken
        self._actions = actions
        self._here = here
        self._found = found(actions, "")
        self._said = ""

    def compose(self) -> ComposeResult:
        """What is typed, what is left, what the line under the cursor is about, the signs."""
        with Vertical(id="actions") as box:
            box.border_title = plain("What can I do here?")
            box.border_subtitle = plain(
                f"type to find · {key('form.enter')} does it · {key('actions.back')} back"
            )
            yield Finder(
                lambda: self._rows,
                lambda _: self._take(),
                placeholder="type a word: search, call, colours, undo …",
                id="action-finder",
            )
            yield Rows(id="action-rows")
            yield Static(id="action-about", markup=False)
            yield OneLine(id="action-signs")

    def on_mount(self) -> None:
        """Show everything. What is typed from now on is for this list."""
        self.set_focus(self.query_one(Finder))
        signs = (Content.assemble((sign, "bold"), " ", words) for sign, words in SIGNS)
        self.query_one("#action-signs", OneLine).say(Content("  ").join(signs))
        self._show()

    @property
    def _rows(self) -> Rows:
        return self.query_one("#action-rows", Rows)

    @property
    def _shown(self) -> list[Action]:
        return [action for _, actions in self._found for action in actions]

    @property
    def current(self) -> Action | None:
        """The one under the cursor, which is on the first until the list is laid out."""
        shown = self._shown
        place = self._rows.current_id
        if place is not None and int(place) < len(shown):
            return shown[int(place)]
        return shown[0] if shown else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    def _look(self) -> None:
        """Look for what is typed, unless that was done already."""
        said = self.query_one(Finder).said
        if said != self._said:
            self._said = said
            self._found = found(self._actions, said)
            self._show()

    def _show(self) -> None:
        self._rows.show(self._options, "0")
        number = f"  {len(self._shown)} of {len(self._actions)}" if self._said else ""
        title = f"What can I do here?{number}"
        self.query_one("#actions").border_title = plain(title)
        self._tell()

    def _take(self) -> None:
        self._look()  # letters that came in one bunch with Enter
        if (action := self.current) is not None and self.takes_keys:
            self._taken()
            self.dismiss(action)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take()

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self, event: OptionList.OptionHighlighted | Rows.Filled) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        """Say of the line under the cursor what it does, and how it is found."""
        about = self.query_one("#action-about", Static)
        action = self.current
        if action is None:
            about.update(plain("Nothing is called so. Another word for it may find it."))
            return
        lines = [plain(action.tip or action.key.says, "bold")]
        if action.words:
            words = ", ".join(dict.fromkeys(action.words))
            lines.append(line(f"Also found by: {words}"))
        if action.key.verb:
            lines.append(line(f"In {KEYS_FILE}: {action.key.verb.replace(',', ', ')}"))
        width = about.content_size.width
        about.update(
            Content("\n").join(
                [lines[0], *(one.truncate(width, ellipsis=True) for one in lines[1:])]
            )
        )

    def _options(self, width: int) -> Iterator[Option]:
        number = 0
        for group, actions in self._found:
            heading = group.upper()
            if group is Group.HERE and self._here:
                heading = f"{heading} · {self._here}"
            yield Option(line(heading, "bold $text-accent"), disabled=True)
            for action in actions:
                yield Option(_row(action, width), id=str(number))
                number += 1


def _row(action: Action, width: int) -> Content:
    """The name, what it does, and at the right where it is and the key."""
    is_elsewhere = action.group is Group.ELSEWHERE
    where = f"{action.key.where}  " if is_elsewhere else ""
    right = Content.assemble(where, line(action.label, "bold"))
    name = line(action.key.says, "bold")
    if width < ROOMY:
        return spread(name, right, width)
    padded = name.pad_right(max(0, NAME - name.cell_length))
    return spread(Content.assemble(padded, "  ", line(action.tip)), right, width)
