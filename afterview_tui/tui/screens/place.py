"""What every screen has at hand: the app, the file, and a way to say what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen, ScreenResultType

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where

if TYPE_CHECKING:
    from afterview_tui.tui.app import AfterviewApp


class Place(Screen[ScreenResultType]):
    """A screen of the app. The keys of `WHERE` are in the palette while it is shown."""

    WHERE: ClassVar[Where | None] = None

    @property
    def afterview(self) -> AfterviewApp:
        """The app, as what it is."""
        return cast("AfterviewApp", self.app)

    @property
    def store(self) -> Store:
        """The file."""
        return self.afterview.store

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Say what went wrong inside, instead of ending the program."""
        try:
            yield
        except AfterviewError as error:
            self.afterview.report(error)
