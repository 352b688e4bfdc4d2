"""Who the user is."""

from __future__ import annotations

from dataclasses import replace

from afterview_tui.domain.letter_spans import moved_parts
from afterview_tui.domain.text import count
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.kit.form import Values
from afterview_tui.tui.people import about_you


class PeopleWork:
    """Opens the form about the user."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store

    async def about_the_user(self) -> None:
        """Open the form about the user."""
        me = self.store.checklist.me()

        def save(values: Values) -> None:
            new = replace(me, **values)  # type: ignore[arg-type]
            if letters := self.store.me.write(new, moved_parts, me):
                self.front.say(f"Kept. It is in {count(letters, 'letter')} that you began, too.")

        await self.front.ask(about_you.about_me(me, save, self.store.drafts))
