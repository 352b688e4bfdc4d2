"""What is typed into a form, kept until the form is finished, and what it was typed on top of."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from textwrap import shorten

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.form_fields import Field, Values

LONGEST = 160  # characters of what is on file, in a hint
_INSTEAD = ", in place of one that cannot be read"
_BEFORE = "before:"  # in a draft: what was on file of a field when it was typed in


class FormDraft:
    """Keeps what is typed under a name; without `drafts` or a name, nothing is kept."""

    def __init__(self, drafts: Drafts | None, name: str, fields: Sequence[Field]) -> None:
        self._drafts = drafts if name else None
        self._name = name
        self._on_file = {field.name: field.value for field in fields}
        self._along = {field.name for field in fields if field.goes_along}
        cleaned = self._found()
        self.kept = {k: v for k, v in cleaned.items() if not k.startswith(_BEFORE)}
        self._before = self._on_file | {
            k.removeprefix(_BEFORE): v for k, v in cleaned.items() if k.startswith(_BEFORE)
        }

    def _found(self) -> Values:
        """What was kept. One that is damaged stays until mended, and gives up its name."""
        if self._drafts is None:
            return {}
        try:
            return {field: clean(value) for field, value in self._drafts.get(self._name).items()}
        except (ValueError, TypeError, AttributeError):
            self._name += _INSTEAD
            return {} if self._name.count(_INSTEAD) > 1 else self._found()

    def keep(self, values: Values) -> None:
        """Keep what differs from what is on file. Raises NotSaved."""
        if self._drafts is None:
            return
        if (typed := self._typed(values)) != self.kept:
            before = {f"{_BEFORE}{name}": self._before[name] for name in typed}
            self._drafts.keep(self._name, typed | before if any(typed.values()) else {})
            self.kept = typed

    def holds(self, values: Values) -> bool:
        """Whether all that is typed is kept."""
        typed = self._typed(values)
        return not typed or (self._drafts is not None and typed == self.kept)

    def _typed(self, values: Values) -> Values:
        typed = {name: v for name, v in values.items() if v != self._on_file[name]}
        return {} if typed.keys() <= self._along else typed

    def leave(self) -> None:
        """Leave it to whichever window opens the form next."""
        if self._drafts is not None:
            with suppress(AfterviewError):  # then it is there once this window is gone
                self._drafts.leave(self._name)

    def drop(self) -> None:
        """Forget it. The record is on file: what stays behind is no reason to save it twice."""
        if self._drafts is not None:
            with suppress(AfterviewError):
                self._drafts.drop(self._name)

    def begin_anew(self, name: str) -> None:
        """What is typed into a field from now on is on top of what is on file."""
        self._before[name] = self._on_file[name]

    def since(self, name: str) -> str:
        """What is on file by now, where that is not what the draft was typed on top of."""
        now = self._on_file[name]
        if name not in self.kept or self._before[name] == now:
            return ""
        words = shorten(now, LONGEST, placeholder="…")
        on_file = f"On file by now: “{words}”" if words else "On file this is empty by now"
        return f"{on_file}; {key('form.save')} replaces it"
