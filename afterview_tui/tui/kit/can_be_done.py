"""What can be done on a screen, read from the keys that its widgets bind; and doing it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import replace

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import TextArea

from afterview_tui.domain.text import clean
from afterview_tui.tui.keys import ALSO, KEYS, TABS, Key, Where, keyring, named, tip, without_key
from afterview_tui.tui.kit.actions import Action, Group
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.pane import is_text

UNDO_IN_TEXT = "text.undo"
TELLS = "app.tell"  # the action of what only tells something
STEPS = 100  # of other tasks that a widget is waited for, at most, until it is out of focus
READ_FOR = 20.0  # seconds that it is shown

# The keys that open a screen, where it is not the one in front.
_OPENED_BY = {
    Where.SEARCH: "search",
    Where.PEOPLE: "people",
    Where.QUESTIONS: "questions",
    Where.STORIES: "stories",
    Where.REFLECTIONS: "reflections",
    Where.TEMPLATES: "templates",
    Where.RESUME: "resume",
    Where.NUMBERS: "numbers",
    Where.BIN: "bin",
    Where.PRACTICE: "journal.practise",
    Where.VERSIONS: "letter.versions",
    Where.FINDINGS: "letter.checks",
    Where.PREPARATION: "prepare",
    Where.NEWS: "news",
}
_OUT = ("back", "close", "leave", "later", "leave_field", "dismiss(None)")
_MOVING = frozenset({"down", "up", "first", "last", "page_down", "page_up"})
# What Textual binds on every screen: the table has it in words of its own.
_TEXTUALS_OWN = ("app.focus_next", "app.focus_previous", "screen.copy_text")
# Moving about is no news in another place.
_ONLY_HERE = (
    Where.ANYWHERE,
    Where.TYPING,
    Where.LIST,
    Where.LINES,
    Where.READING,
    Where.FORM,
    Where.SHELF,
)


def what_can_be_done(place: Place[object], places: Mapping[str, str]) -> list[Action]:
    """All of it: here, everywhere, elsewhere. `places` are those on this machine, by name."""
    actions: list[Action] = []
    for node in _nodes(place):
        is_wide = isinstance(node, App) or (_is_main(place) and node is place)
        group = Group.EVERYWHERE if is_wide else Group.HERE
        for one in _keys_of(node):
            told = tip(one, places)
            if one.action == TELLS and told:
                actions.append(Action.of(one, told, group, place))
            elif one.action != TELLS and _is_offered(one, node, place):
                actions.append(Action.of(one, told, group, node))
    for one in map(named, (each.id for each in ALSO)):
        if is_text(place.focused) and one.where in (Where.TYPING, place.WHERE):
            does = (
                place.focused
                if one.id == UNDO_IN_TEXT and isinstance(place.focused, TextArea)
                else None
            )
            actions.append(Action.of(one, tip(one), Group.HERE, does))
    known = {one.key.id for one in actions} | {(one.key.where, one.key.action) for one in actions}
    for one in map(named, (each.id for each in KEYS if each.where not in _ONLY_HERE)):
        if one.id not in known and (one.where, one.action) not in known:
            actions.append(Action.of(one, tip(one), Group.ELSEWHERE))
    order = list(Group)
    actions.sort(key=lambda one: (order.index(one.group), _rank(one.key)))
    return list(_joined(actions))


def _rank(one: Key) -> int:
    """What one came for, the numbered lines before the rest; the way out; moving about."""
    if one.verb.startswith("line."):
        return 0
    if one.verb in _MOVING:
        return 3
    return 2 if one.action.removeprefix("screen.") in _OUT else 1


async def do(place: Place[object], action: Action) -> None:
    """Do it on the screen where it was asked for, and with the widget that had the focus."""
    what, node = action.key.action, action.node
    named_so = action.label or f"“{action.key.says}”"
    is_done = True
    if what == TELLS or (node is None and action.group is not Group.ELSEWHERE):
        place.afterview.say(action.tip, seconds=READ_FOR, until_key=True)
    elif node is not None:
        is_done = await place.app.run_action(what, node)
        if not is_done and is_text(place.focused) and await _reached(place, action.key.where):
            is_done = await place.app.run_action(what, node)
    elif (there := await _reached(place, action.key.where)) is not None:
        is_done = await place.app.run_action(what, there)
    elif _is_opened_from(place, action.key.where):
        opening = named(_OPENED_BY[action.key.where])
        way = await _reached(place, opening.where) or place
        is_done = await place.app.run_action(opening.action, way)
        place.afterview.say(f"{named_so} there: {action.tip}", seconds=READ_FOR, until_key=True)
    else:
        where = f"“{action.key.where}”: {named_so}, {action.tip}"
        place.afterview.say(f"Not here, but in {where}", seconds=READ_FOR, until_key=True)
    if not is_done:
        place.afterview.say(f"“{action.key.says}” is not possible here just now.")


async def _reached(place: Place[object], where: Where) -> DOMNode | None:
    """Go to where these keys work. What had the focus knows that it has not any more."""
    before = place.focused
    there = place.reach(where)
    if before is not None and before is not place.focused:
        for _ in range(STEPS):
            if not before.has_focus:
                break
            await asyncio.sleep(0)
    return there


def _is_main(place: Place[object]) -> bool:
    """Whether what is bound on a screen goes for all the panes on it."""
    return place.WHERE is Where.MAIN


def _is_opened_from(place: Place[object], where: Where) -> bool:
    """Whether one gets there from here: from the panes, or by turning a tab."""
    return where in _OPENED_BY if _is_main(place) else {place.WHERE, where} <= {*TABS}


def _nodes(place: Place[object]) -> list[DOMNode]:
    """From what has the focus up to the screen, and then the app."""
    focused = place.focused or place
    nodes = [node for node in focused.ancestors_with_self if not isinstance(node, App)]
    return [*nodes, place.app]


def _keys_of(node: DOMNode) -> Iterator[Key]:
    """What a widget binds, by the table or by itself, and what its place has without a key."""
    seen: set[str] = set()
    for _, binding in node._bindings:
        one = _key_of(binding, node)
        if one is not None and one.id not in seen:
            seen.add(one.id)
            yield one
    if (where := getattr(node, "WHERE", None)) is not None:
        yield from without_key(where)
        if where in (Where.MAIN, *TABS):
            yield from without_key(Where.SHELF)


def _key_of(binding: Binding, node: DOMNode) -> Key | None:
    if (one := keyring().get(binding.id)) is not None:
        # What opens and closes this list needs no line in it.
        return None if one.action == "app.menu" else replace(one, action=binding.action)
    if isinstance(node, Screen) and binding.id is None and binding.action not in _TEXTUALS_OWN:
        says = clean(binding.description)
        label = node.app.get_key_display(binding)
        return Key(
            f"{binding.key} {says}", "", binding.action, says, "", keys=binding.key, display=label
        )
    return None


def _is_offered(one: Key, node: DOMNode, place: Place[object]) -> bool:
    """Whether it can be done now, or could be once a text is left."""
    state = place.app._check_action_state(one.action, node)
    return bool(state) or is_text(place.focused)


def _joined(actions: list[Action]) -> Iterator[Action]:
    """The actions, where several keys do the same in one place as one, with all of the keys."""
    same: dict[tuple[object, ...], Action] = {}
    for one in actions:
        key = one.key
        does = key.action if key.keys else key.id
        node = None if does.startswith("app.") else one.node
        what = (does, node, None if one.node is not None else key.where)
        first = same.setdefault(what, one)
        if first is not one:
            labels = dict.fromkeys([*one.label.split(), *first.label.split()])
            words = first.words + one.words
            same[what] = replace(first, label=" ".join(labels), words=words)
    yield from same.values()
