"""What can be done here: one list that is help, menu and palette, and does what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from afterview_tui.tui import keys
from afterview_tui.tui.key_words import OF_MANY, OF_ONE, words_of
from afterview_tui.tui.keys import ALSO, KEYS, TABS, UNTOLD, Where
from afterview_tui.tui.kit.action_list import ActionList
from afterview_tui.tui.kit.actions import Action, Group, found
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.can_be_done import do, what_can_be_done
from afterview_tui.tui.kit.colours import Colours
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.shelf import ShelfScreen
from afterview_tui.tui.look import DARK
from afterview_tui.tui.preferences import Preferences
from afterview_tui.tui.search.search_dialog import SearchDialog
from tests.tui.driving import NARROW, Window, opened, shows

# Everyday words, and what is meant by them: one of these is among the first three.
MEANT = {
    "search": {"search"},
    "find": {"search"},
    "call": {"call"},
    "phone": {"call", "people"},
    "telephone": {"call"},
    "print": {"send", "letter.send"},
    "export": {"file.export"},
    "backup": {"file.backups"},
    "colour": {"colours"},
    "color": {"colours"},
    "colors": {"colours"},
    "theme": {"colours"},
    "themes": {"colours"},
    "dark": {"colours"},
    "light": {"colours"},
    "letter": {"pane.letter.typing", "pane.letter", "write"},
    "letters": {"pane.letter.typing", "pane.letter", "write"},
    "reference": {"brief"},
    "references": {"brief"},
    "rejected": {"news"},
    "rejection": {"news"},
    "offer": {"news"},
    "due": {"today"},
    "undo": {"undo"},
    "data": {"file.where"},
    "file": {"file.where"},
    "where": {"file.where"},
    "name": {"me"},
    "delete": {"interview.bin"},
    "trash": {"bin"},
    "copy": {"copy"},
    "paste": {"terminal.paste"},
    "mail": {"send", "letter.send"},
    "email": {"send", "letter.send"},
    "e-mail": {"send", "letter.send"},
    "quit": {"quit"},
    "exit": {"quit"},
    "close": {"quit"},
    "save": {"save"},
    "settings": {"keys.file", "colours"},
    "help": {"guide"},
    "keys": {"keys.file"},
    "shortcuts": {"keys.file"},
    "legend": {"signs"},
    "symbols": {"signs"},
    "cv": {"resume"},
    "resume": {"resume"},
    "résumé": {"resume"},
    "practice": {"journal.practise"},
    "questions": {"questions", "journal.add"},
    "story": {"journal.tell", "stories"},
    "new": {"interview.new"},
    "add": {"interview.new"},
    "edit": {"interview.edit"},
    "statistics": {"numbers"},
    "template": {"templates", "letter.pick_template"},
    "spelling": {"letter.checks"},
    "sent": {"letter.sent"},
    "done": {"step.done"},
    "thank": {"write", "pane.letter"},
    "follow up": {"call", "letter.edit"},
    "postpone": {"step.later", "step.week"},
    "contacts": {"people"},
    "diary": {"pane.journal.typing", "pane.journal"},
    # Typed in a hurry.
    "bakcup": {"file.backups"},
    "serach": {"search"},
}


def menu(window: Window) -> ActionList:
    """The list in front."""
    screen = window.app.screen
    assert isinstance(screen, ActionList)
    return screen


def front(window: Window) -> Place[object]:
    """The screen in front."""
    place = window.app.screen
    assert isinstance(place, Place)
    return place


def everything(window: Window) -> list[Action]:
    """All that the list would have there."""
    return what_can_be_done(front(window), {})


def first_three(window: Window, said: str) -> list[str]:
    """The ids of what a word finds first, from where the window is."""
    actions = what_can_be_done(
        front(window), {"file": "x", "backups": "x", "texts": "x", "keys": "x"}
    )
    return [one.key.id for _, group in found(actions, said) for one in group][:3]


# What a pane has of its own for a word comes first there.
MEANT_HERE: dict[str, dict[str, set[str]]] = {
    "2": {"due": {"step.date", "step.later", "today"}},
}


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
async def test_everyday_words_find_what_is_meant(path: Path, pane: str) -> None:
    async with opened(path) as window:
        await window.press(pane)
        found_first = {said: first_three(window, said) for said in MEANT}
        meant = MEANT | MEANT_HERE.get(pane, {})
        missed = {s: ids for s, ids in found_first.items() if not meant[s] & set(ids)}
        assert missed == {}
        # Whoever does not look at the list gets the first.
        assert (found_first["file"][0], found_first["where"][0]) == ("file.where", "file.where")


MEANT_IN_A_LETTER = {
    "begin": {"writing.other_words"},
    "beginning": {"writing.other_words"},
    "sentence": {"writing.other_words"},
    "other words": {"writing.other_words", "letter.reword"},
    "note": {"writing.note"},
    "remove": {"writing.take_out"},
    "part": {"writing.part", "writing.take_out"},
    "gap": {"writing.part"},
}


async def test_everyday_words_find_what_is_meant_in_a_letter(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        found_first = {said: first_three(window, said) for said in MEANT_IN_A_LETTER}
        missed = {s: ids for s, ids in found_first.items() if not MEANT_IN_A_LETTER[s] & set(ids)}
        assert missed == {}


def test_every_action_has_everyday_words_and_no_word_is_for_what_is_not_there() -> None:
    ids = [one.id for one in (*KEYS, *ALSO, *UNTOLD)]
    assert [one for one in ids if not words_of(one) and one not in ("field.next",)] == []
    assert set(OF_ONE) <= set(ids)
    assert set(OF_MANY) <= {one.rpartition(".")[2] for one in ids}


def action(says: str, tip: str = "", group: Group = Group.HERE, words: str = "") -> Action:
    key = keys.Key(says, "", "x", says, tip, keys="x", display="x")
    return Action(key, tip, group, "x", None, tuple(words.split()))


def test_the_name_comes_before_a_word_for_it_and_a_tip_is_only_like_it() -> None:
    actions = [
        action("Get", "Sends the letter"),
        action("Post", words="send"),
        action("Send"),
        action("Sender", group=Group.EVERYWHERE),
    ]
    names = [(group, [one.key.says for one in some]) for group, some in found(actions, "send")]
    assert names == [
        (Group.HERE, ["Send", "Post"]),
        (Group.EVERYWHERE, ["Sender"]),
        (Group.ALIKE, ["Get"]),
    ]


def test_every_word_has_to_fit_and_accents_and_capitals_do_not_matter() -> None:
    actions = [action("Résumé", "When it was reviewed"), action("Resume later")]
    assert [one.key.says for _, some in found(actions, "RESUME lat") for one in some] == [
        "Resume later"
    ]
    assert len(found(actions, "resume")[0][1]) == 2


def test_what_is_nearly_written_so_is_found_where_nothing_is_written_so() -> None:
    actions = [action("Backups", words="backup"), action("Undo")]
    assert [one.key.says for _, some in found(actions, "bakcup") for one in some] == ["Backups"]
    assert found(actions, "qqqq") == []


@pytest.mark.parametrize("key", ["question_mark", "f1", "ctrl+p"])
async def test_a_key_opens_it_and_escape_leads_back(path: Path, key: str) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press(key)
        assert "HERE · Interviews · Lakeside Dental" in window.screen
        assert "● settled  ◐ begun  ○ open  ✓ done  – set aside" in window.screen
        await window.press("escape")
        assert window.app.screen is window.main
        assert window.focused == "interview-rows"


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
@pytest.mark.parametrize(
    ("keys", "focus"),
    [
        (("3", "enter"), "letter-text"),
        (("4", "enter"), "journal-text"),
        (("n",), "field-employer"),
        (("slash", "x"), "search-text"),
        (("5", "slash", "x"), "filter"),
    ],
)
async def test_it_opens_over_a_text_and_leads_back_into_it(
    path: Path, keys: tuple[str, ...], focus: str, key: str
) -> None:
    async with opened(path) as window:
        await window.press(*keys)
        assert window.focused == focus
        for closing in ("escape", key):
            await window.press(key)
            assert isinstance(window.app.screen, ActionList)
            await window.press(closing)
            assert window.focused == focus


async def test_every_key_of_every_place_is_in_the_list_of_that_place(path: Path) -> None:
    """The screens that need no more than a key to be opened; the walk over all is elsewhere."""
    doors = {
        Where.INTERVIEWS: "1",
        Where.STEPS: "2",
        Where.LETTER: "3",
        Where.JOURNAL: "4",
        Where.WRITING: "3 enter",
        Where.WRITING_JOURNAL: "4 enter",
        Where.FORM: "n",
        Where.SHELF: "5",
        **{tab: " ".join(["5", *["]"] * number]) for number, tab in enumerate(TABS)},
        Where.BY_HAND: "3 s 4",
        Where.SEARCH: "slash",
    }
    for where, door in doors.items():
        async with opened(path) as window:
            await window.press(*door.split())
            offered = {one.key.action for one in everything(window)}
            wanted = {one.action for one in KEYS if one.where is where}
            missed = {
                one for one in wanted if one not in offered and f"screen.{one}" not in offered
            }
            assert missed == set(), where


async def test_enter_does_it_with_what_had_the_focus(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Review the")
        await window.press("question_mark")
        await window.typed("set aside\n")
        await window.press("enter")
        assert window.rows("SELECT task FROM adjustment WHERE set_aside_on") == [("resume",)]
        assert window.focused == "step-rows"


async def test_what_belongs_to_another_pane_is_done_there(path: Path) -> None:
    async with opened(path) as window:
        for _ in range(2):  # what is open is said first
            await window.press("1", "f1")
            await window.typed("mark sent\n")
        assert window.rows("SELECT state FROM letter") == [("sent",)]
        assert window.panes.current == "letter"


async def test_from_a_text_a_key_that_would_be_a_letter_is_done_outside_of_it(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "f1")
        await window.typed("new interview\n")
        assert shows(window, Form)
        await window.press("escape")
        await window.press("4", "enter")
        await window.typed("It went well.")
        await window.press("f1")
        await window.typed("today\n")
        assert window.panes.current == "today"
        assert window.rows("SELECT well FROM reflection") == [("It went well.",)]


async def test_in_a_text_undo_is_that_of_the_text(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        await window.typed("It went well.")
        await window.press("f1")
        await window.typed("undo\n")
        assert window.panes.journal.writer.text == ""
        assert window.focused == "journal-text"


async def test_from_a_filter_a_key_that_would_be_a_letter_is_done_on_the_screen(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5", "slash", "A", "f1")
        await window.typed("merge\n")
        assert window.app.screen is not window.main
        assert not shows(window, ShelfScreen)  # it asks with whom


async def test_over_the_search_it_does_what_the_search_can(path: Path) -> None:
    async with opened(path) as window:
        await window.press("slash")
        await window.typed("oak")
        await window.press("f1")
        await window.typed("this pane\n")
        assert shows(window, SearchDialog)
        assert "Search · interviews, notes" in window.screen
        assert window.app.screen.query_one("#search-text", Input).value == "oak"


async def test_in_a_form_it_saves_the_form(path: Path) -> None:
    async with opened(path) as window:
        await window.press("n")
        await window.typed("Harbor Dental")
        await window.fill("when", "fri")
        await window.press("f1")
        assert "HERE · New interview" in window.screen
        await window.typed("save\n")
        assert window.app.screen is window.main
        assert ("Harbor Dental",) in window.rows("SELECT employer FROM interview")


async def test_a_dialog_lists_its_own_choices_and_does_them(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "question_mark")
        here = [one for one in menu(window)._actions if one.group is Group.HERE]
        assert any("offer" in one.key.says.lower() for one in here)
        await window.typed("offer\n")
        await window.until(lambda: not isinstance(window.app.screen, ActionList))
        await window.press("enter")
        assert window.rows("SELECT count(*) FROM interview WHERE outcome = 'offer'") == [(1,)]


async def test_what_is_elsewhere_is_told_of_with_its_key(path: Path) -> None:
    async with opened(path) as window:
        await window.press("n", "f1")
        await window.typed("merge\n")
        assert shows(window, Form)
        await window.says("Not here, but in “People”: “Merge”, Make one person of two")


async def test_a_screen_that_has_it_is_opened_from_the_main_screen(path: Path) -> None:
    async with opened(path) as window:
        await window.press("question_mark")
        await window.typed("merge\n")
        assert window.shelf.WHERE is Where.PEOPLE
        await window.says("“Merge” there: Make one person of two")
        await window.press("escape", "question_mark")
        await window.typed("only in the pane\n")
        assert shows(window, SearchDialog)
        await window.says("Tab there: Search only in the pane you came from")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("where is my file", "All that you enter is in {path}"),
        ("backups", "{folder}/afterview-backups"),
        ("legend", "● settled, ◐ begun, ○ open, ✓ done"),
        ("paste", "your terminal's own paste"),
    ],
)
async def test_what_has_no_key_tells_what_there_is_to_know(
    path: Path, said: str, words: str
) -> None:
    async with opened(path) as window:
        await window.press("question_mark")
        await window.typed(f"{said}\n")
        assert window.app.screen is window.main
        wanted = words.format(path=path, folder=path.parent)
        await window.until(lambda: wanted in window.notice)


async def test_nothing_that_fits_is_said_and_enter_does_nothing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("question_mark")
        await window.typed("qqqqqqq\n")
        assert isinstance(window.app.screen, ActionList)
        assert "Nothing is called so." in window.screen


async def test_letters_in_one_bunch_with_the_key_are_for_the_list_and_those_behind_for_what_opens(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.typed("?undo")
        assert menu(window).query_one(Input).value == "undo"
        await window.press("escape")
        await window.typed("?new interview\nHarbor Dental")
        assert shows(window, Form)
        assert window.value("employer") == "Harbor Dental"
        await window.press("escape")
        await window.typed("?people\n/amy")
        assert window.shelf.WHERE is Where.PEOPLE
        assert window.app.screen.query_one("#filter", Input).value == "amy"


async def test_a_question_mark_in_a_text_is_a_question_mark(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        await window.typed("Why? undo")
        await window.press("escape")
        assert window.rows("SELECT well FROM reflection") == [("Why? undo",)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (30, 10), (20, 5)])
async def test_it_fits_every_window(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await window.press("question_mark")
        await window.typed("let")
        await window.press("down", "down", "up")
        assert "let" in window.screen
        assert all(len(line) == size[0] for line in window.lines)


async def test_colours_are_shown_while_the_cursor_moves_and_put_back_by_escape(path: Path) -> None:
    async with opened(path) as window:
        await window.press("question_mark")
        await window.typed("colours\n")
        assert shows(window, Colours)
        assert window.current_line.startswith(DARK.name)
        await window.press("down")
        assert window.app.theme == "afterview-light"
        await window.press("escape")
        assert window.app.theme == DARK.name
        assert window.app.screen is window.main


async def test_colours_that_are_taken_are_there_at_the_next_start(
    path: Path, tmp_path: Path
) -> None:
    likes = Preferences(tmp_path / "config")
    async with opened(path, preferences=likes) as window:
        await window.press("question_mark")
        await window.typed("theme\n")
        await window.to_line("nord")
        await window.press("enter")
    async with opened(path, preferences=Preferences(tmp_path / "config")) as window:
        assert window.app.theme == "nord"
    (tmp_path / "config" / "colours.txt").write_text("no such thing\n")
    async with opened(path, preferences=likes) as window:
        assert window.app.theme == DARK.name


@pytest.fixture
def likes(tmp_path: Path) -> Preferences:
    """Somebody who undoes with F6, and enters interviews with F10."""
    lines = ('"undo" = "f6"', '"new" = "f10"', '"help.typing" = "f12"')
    (tmp_path / "keys.toml").write_text("\n".join(lines), encoding="utf-8")
    return Preferences(tmp_path)


async def test_what_names_a_key_follows_the_one_that_was_written_down(
    path: Path, likes: Preferences
) -> None:
    async with opened(path, preferences=likes) as window:
        assert "F6 Undo “added" in window.lines[-1]
        assert "F10 New" in window.lines[-1]
        await window.press("d")
        assert "F6 brings it back" in window.notice
        await window.press("u", "n")
        assert window.app.screen is window.main
        assert window.rows("SELECT count(*) FROM interview WHERE binned_at IS NULL") == [(1,)]
        await window.press("f6")
        assert window.rows("SELECT count(*) FROM interview WHERE binned_at IS NULL") == [(2,)]
        await window.press("f12")
        assert "Delete this interview; F6 brings it back" in window.screen
        await window.typed("undo")
        first = menu(window).current
        assert first is not None
        assert first.label == "F6"
        await window.press("escape", "f10")
        assert shows(window, Form)
        await window.press("f12")
        assert isinstance(window.app.screen, ActionList)


async def test_what_is_wrong_with_the_keys_is_said_at_the_start_and_can_be_read_again(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "keys.toml").write_text('"undo" = "n"\n"redo" = "f6"', encoding="utf-8")
    async with opened(path, preferences=Preferences(tmp_path)) as window:
        await window.until(lambda: "asked for by “undo”" in window.notice)
        assert "u Undo" in window.lines[-1]
        window.app.clear_notifications()
        await window.press("question_mark")
        await window.typed("wrong in your keys\n")
        await window.until(lambda: "asked for by “undo”" in window.notice)


async def test_keys_that_are_right_are_no_news(path: Path) -> None:
    async with opened(path) as window:
        assert window.notice == ""
        await window.press("question_mark")
        await window.typed("wrong in your keys")
        assert "Wrong in your keys" not in window.screen


def looked_up(window: Window) -> list[str]:
    """What is being looked up in a thread."""
    workers = window.app.workers
    return [one.group for one in workers if one.group == "findings" and not one.is_finished]


PARTS = 5  # the actions are many: each test takes some of them
ENDS = ("quit", "quit.anywhere", "sample")


async def do_each(window: Window, actions: Sequence[Action]) -> None:
    """Do what is in the list, one after the other, and come back to the main screen."""
    for one in actions:
        if one.key.id in ENDS:
            continue
        await do(front(window), one)
        await window.settle()
        # What is looked up beside the typing may open its dialog a moment later.
        await window.until(lambda: not looked_up(window))
        await window.settle()
        for _ in range(3):
            if window.app.screen is not window.main or window.focused in TEXTS:
                await window.press("escape")
        assert window.app.screen is window.main, one.key.id
    assert window.app.is_running


TEXTS = ("letter-text", "journal-text")


@pytest.mark.parametrize("part", range(PARTS))
async def test_everything_in_the_list_can_be_done_without_harm(path: Path, part: int) -> None:
    async with opened(path) as window:
        await do_each(window, everything(window)[part::PARTS])


async def test_everything_in_the_list_can_be_done_without_harm_on_an_empty_file(
    empty: Path,
) -> None:
    async with opened(empty) as window:
        await do_each(window, everything(window))


async def test_what_is_told_of_the_file_is_gone_with_the_next_key(path: Path) -> None:
    async with opened(path) as window:
        await window.choose("Where is my file?")
        await window.says("All that you enter is in")
        await window.press("j")
        assert window.notice == ""
        await window.press("u")  # what is said of a change stays as long as ever
        said = window.notice
        await window.press("j")
        assert window.notice == said != ""
