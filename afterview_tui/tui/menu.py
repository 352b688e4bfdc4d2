"""What the app does about the list of all that can be done, and about the colours."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App

from afterview_tui.tui.keys_in_order import InOrder
from afterview_tui.tui.kit.action_list import ActionList
from afterview_tui.tui.kit.actions import Action
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.can_be_done import do, what_can_be_done
from afterview_tui.tui.kit.colours import Colours
from afterview_tui.tui.look import DARK, LIGHT
from afterview_tui.tui.preferences import Preferences


async def open_menu(app: InOrder, places: Mapping[str, str]) -> None:
    """Show what can be done on the screen in front, and do there what is chosen.

    Until it is begun, keys wait: what is typed ahead is for what it opens.
    """
    place = app.screen
    if isinstance(place, ActionList):
        place.dismiss(None)
    elif isinstance(place, Place) and place.takes_keys:
        here = place

        def taken() -> None:
            app.is_about_to_act = True

        def answered(action: Action | None) -> None:
            if action is not None:
                app.is_about_to_act = here.call_later(chosen, action)

        async def chosen(action: Action) -> None:
            app.is_about_to_act = False
            await do(here, action)

        actions = what_can_be_done(here, places)
        await app.push_screen(ActionList(actions, here.called, taken), answered)


async def choose_colours(app: App[None], preferences: Preferences) -> None:
    """Show the colours that there are, ours first, and remember those that are chosen."""

    def chosen(name: str | None) -> None:
        place = app.screen
        if name is not None and isinstance(place, Place):
            with place.reporting():
                preferences.choose_colours(name)

    ours = [DARK.name, LIGHT.name]
    others = sorted(set(app.available_themes).difference(ours))
    kinds = {name: "dark" if app.available_themes[name].dark else "light" for name in others}
    ours_are = [(DARK.name, "dark, our own"), (LIGHT.name, "light, our own")]
    await app.push_screen(Colours([*ours_are, *kinds.items()]), chosen)
