"""The templates of letters: ours, and the user's own in their place or beside them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.widgets import OptionList

from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.storage.templates import NameTaken
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit import one_line_form
from afterview_tui.tui.kit.form import FieldProblem
from afterview_tui.tui.letter.template_view import TemplateViewScreen


class TemplatesScreen(TemplateViewScreen):
    """The list, the text under its cursor, and the letter that it makes."""

    WHERE = Where.TEMPLATES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TEMPLATES)]

    def action_edit(self) -> None:
        """Write in the template."""
        self.make_room(is_writing=True)
        self.writer.focus()

    async def action_add(self) -> None:
        """Ask for the name of a new template, which begins as the one that is shown."""
        one = self.current

        def add(name: str) -> None:
            try:
                number = self.store.templates.add(one.kind, one.form, name, self.writer.text)
            except NameTaken as error:
                raise FieldProblem("line", error.message) from error
            self.read(f"{one.kind.name}-{one.form.name}-{number}")
            self.afterview.say(f"Added “{name}”. It begins as the one you were at.")

        await self.app.push_screen(
            one_line_form.one_line(
                f"Another template for {one.letter}",
                "Name",
                add,
                placeholder="warm, short, for a panel",
                drafts=self.store.drafts,
                draft=f"template:{one.id}",
            )
        )

    async def action_rename(self) -> None:
        """Ask for another name of a named template."""
        one = self.current
        if one.own is None or not one.name:
            adds = f"{key('template.add')} adds one."
            self.afterview.say(f"Only a template that you added has a name. {adds}")
            return
        own = one.own

        def rename(name: str) -> None:
            try:
                self.store.templates.rename(own, name)
            except NameTaken as error:
                raise FieldProblem("line", error.message) from error
            self.read()

        await self.app.push_screen(
            one_line_form.one_line(
                f"The template “{one.name}”",
                "Name",
                rename,
                value=one.name,
                drafts=self.store.drafts,
                draft=f"template-name:{own.id}",
            )
        )

    def action_remove(self) -> None:
        """Go back to our template, or delete a named one."""
        one = self.current
        if one.own is None:
            self.afterview.say(f"This is our template as it came. {key('open')} makes it yours.")
            return
        with self.reporting():
            self.store.templates.remove(one.own)
            self.read()
            undo = key("template.undo")
            self.afterview.say(
                f"Deleted “{one.name}”. {undo} brings it back."
                if one.name
                else f"Back to our template for {one.letter}. {undo} brings yours back."
            )

    def action_copy(self) -> None:
        """Copy the template."""
        one = self.current
        stem = f"template {one.kind.value} {one.form.value} {one.name}".rstrip()
        self.afterview.copy_text(self.writer.text, stem)

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last."""
        with self.reporting():
            if self.stepped(way) is not None:
                self.read()

    async def action_names(self) -> None:
        """Show the names, and what a template can do."""
        from afterview_tui.tui.letter.template_help import TemplateHelp

        await self.app.push_screen(TemplateHelp(self.names, self.shown.letter))

    def action_save_now(self) -> None:
        """Save, and say so."""
        if self.writer.flush():
            self.afterview.say(f"Saved in {self.store.path}")

    def action_leave_field(self) -> None:
        """Out of the text, back to the list. What was typed is saved."""
        if self.writer.flush():
            self._to_the_list()

    def action_back(self) -> None:
        """Back to the list; from there back to where the screen was opened."""
        if not self.rows.has_focus:
            self._to_the_list()
        elif self.writer.flush():
            self.dismiss(None)

    def reach(self, where: Where) -> DOMNode | None:
        """Go from the template that is written to the list."""
        self.make_room(is_writing=False)
        return super().reach(where)

    def _to_the_list(self) -> None:
        self.make_room(is_writing=False)
        self.rows.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_edit()


def open_templates(
    front: Front, facts: Facts | None, to: Recipient | None, form: LetterForm
) -> None:
    """Open the templates at the letter that is shown, and read again what they changed."""
    front.open(TemplatesScreen(facts, to, form), front.read_again)
