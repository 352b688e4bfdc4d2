"""A list of the records' lines, moved in with the keys of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.tui.keys import Where, bindings


class Rows(OptionList, inherit_bindings=False):
    """An option list that remembers its place by the id of the line, not its number."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)

    @property
    def current_id(self) -> str | None:
        """The id of the line that the cursor is on."""
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id

    def fill(self, options: Iterable[Option], prefer: str | None = None) -> None:
        """Show these lines, with the cursor where it was: on `prefer`, or the same line."""
        wanted = prefer or self.current_id
        place = self.highlighted or 0
        scroll_y = self.scroll_y
        new = list(options)
        if _same(new, self.options) and prefer in (None, self.current_id):
            return
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(new)
            if not self.option_count:
                return
            known = [option.id for option in self.options]
            index = known.index(wanted) if wanted in known else place
            self.highlighted = self._nearest(index)
        self.scroll_to(y=scroll_y, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)

    def _nearest(self, index: int) -> int | None:
        """The line at `index`, or the next one that takes the cursor."""
        last: int = self.option_count - 1
        index = min(index, last)
        candidates: list[int] = [*range(index, last + 1), *range(index, -1, -1)]
        for candidate in candidates:
            if not self.get_option_at_index(candidate).disabled:
                return candidate
        return None


def _same(new: Sequence[Option], old: Sequence[Option]) -> bool:
    """Whether the lines would look no different: drawing them again would be for nothing."""
    return len(new) == len(old) and all(
        one.id == other.id and one.disabled == other.disabled and _is_same(one, other)
        for one, other in zip(new, old, strict=True)
    )


def _is_same(one: Option, other: Option) -> bool:
    prompt, before = one.prompt, other.prompt
    return isinstance(prompt, Content) and isinstance(before, Content) and prompt.is_same(before)
