"""A form of one line: a name, a reason, a thing to do."""

from __future__ import annotations

from collections.abc import Callable

from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Values
from afterview_tui.tui.kit.form_fields import Suggest


def one_line(
    title: str,
    label: str,
    save: Callable[[str], object],
    *,
    placeholder: str = "",
    value: str = "",
    suggest: Suggest | None = None,
    hint: Callable[[str, Values], Hint] | None = None,
    drafts: Drafts | None = None,
    draft: str = "",
    may_be_empty: bool = False,
) -> Form:
    """One line of text; an empty one is not saved, unless it `may_be_empty`."""

    def finish(values: Values) -> object:
        if not (values["line"] or may_be_empty):
            closes = f"{key('form.later')} closes this."
            raise FieldProblem("line", f"There is nothing here yet. {closes}")
        return save(values["line"])

    fields = [Field("line", label, placeholder, value=value, suggest=suggest)]
    return Form(title, fields, finish, hint=hint, drafts=drafts, draft=draft)
