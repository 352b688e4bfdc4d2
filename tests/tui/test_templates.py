"""The user's own templates: written with the letter beside them, named, taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_parts import THANK_YOU, gap
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.text import clean
from afterview_tui.letters.drafting.compose import compose, ours
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.shelf import ShelfScreen
from afterview_tui.tui.letter.template_help import TemplateHelp
from afterview_tui.tui.letter.template_page import TemplatePage
from afterview_tui.tui.letter.this_letter import OURS, fitting, source_of
from tests.tui.driving import NARROW, WIDE, Clipboard, Clock, Window, facts, opened, second

KIND, EMAIL, CARD = LetterKind.THANK_YOU, LetterForm.EMAIL, LetterForm.CARD
EVERY = len(LetterKind) * len(LetterForm)
SIZES = [WIDE, NARROW, (60, 20)]
ON_FILE = "SELECT kind, form, name, text FROM template WHERE binned_at IS NULL ORDER BY id"


class Shown:
    """The templates in an open window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def screen(self) -> ShelfScreen:
        assert self.window.shelf.WHERE is Where.TEMPLATES
        return self.window.shelf

    @property
    def page(self) -> TemplatePage:
        """The text and its letter."""
        return self.screen.query_one(TemplatePage)

    @property
    def letter(self) -> str:
        """The letter, with what is said of it."""
        return self.window.lines_of("#template-letter")

    @property
    def listed(self) -> list[str]:
        """The lines of the list, with one space between words."""
        return [" ".join(str(one.prompt).split()) for one in self.screen.listing.rows.options]

    @property
    def on_file(self) -> list[tuple[str, ...]]:
        return self.window.rows(ON_FILE)

    async def write(self, text: str) -> None:
        """Put a text in the place of the one that is open, and wait until it is on file.

        At once: what would be good on the way to what is broken is never there.
        """
        self.page.writer.select_all()
        await self.window.paste(text)
        await self.window.until(lambda: text in [row[3] for row in self.on_file])
        await self.window.settle()  # the list hears of it a message later


@asynccontextmanager
async def templates(
    path: Path,
    size: tuple[int, int] = WIDE,
    clipboard: Clipboard | None = None,
    *,
    to: int | None = 0,
) -> AsyncIterator[Shown]:
    """The app with the templates in front: at the letter to somebody of Lakeside, or to nobody."""
    async with opened(path, size=size, clipboard=clipboard) as window:
        on_file = facts(path, window.clock)
        window.panes.letter.show(
            window.desk.case if to is not None else None,
            thanked(on_file.met[to]).key if to is not None else None,
        )
        await window.settle()
        await window.open_tab(Where.TEMPLATES)
        yield Shown(window)


async def test_every_letter_is_listed_and_the_one_shown_is_under_the_cursor(path: Path) -> None:
    async with templates(path) as shown:
        assert shown.on_file == []
        assert len(shown.listed) == EVERY
        assert shown.listed[0] == "Thank-you · e-mail ours"
        assert shown.listed[-1] == "Thanks to a reference · typed ours"
        assert shown.page.writer.text == ours(KIND, EMAIL)
        assert "Dr. Maria Chen" in shown.letter
        assert "Dear Dr. Chen," in shown.letter


async def test_typing_makes_a_template_the_users_own_and_the_letter_follows(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        assert shown.window.focused == "template-text"
        await shown.write("So, {{ to }}: {{ employer|upper }} it is.")
        assert shown.on_file == [
            ("thank-you", "e-mail", "", "So, {{ to }}: {{ employer|upper }} it is.")
        ]
        await shown.window.until(lambda: "So, Dr. Chen: LAKESIDE DENTAL it is." in shown.letter)
        assert shown.listed[0] == "Thank-you · e-mail yours"
        await shown.window.press("escape")
        assert shown.window.focused == "shelf-rows"


async def test_the_letter_is_there_before_the_text_is_on_file(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        shown.page.writer.select_all()
        await shown.window.typed("As {{ me }} said")
        shown.page._show_preview()
        assert "As [your name] said" in shown.letter


async def test_what_is_typed_last_is_on_file_when_the_program_ends(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        shown.page.writer.select_all()
        await shown.window.typed("Hi there")
        shown.window.app.post_message(shown.window.key("ctrl+q"))
        await shown.window.until_closed()
        assert shown.on_file == [("thank-you", "e-mail", "", "Hi there")]


async def test_a_draft_is_made_in_the_own_template(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        await shown.write("It was good, {{ to }}, to meet you at {{ employer }}.")
        await shown.window.press("escape", "escape")
        assert shown.window.app.screen is shown.window.main
        assert "It was good, Dr. Chen, to meet you" in shown.window.pane("letter")


async def test_a_broken_one_stays_on_file_and_letters_use_ours(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        await shown.write("Thanks, {{ to }}.")
        await shown.window.until(lambda: "Thanks, Dr. Chen." in shown.letter)
        await shown.write("Thanks\n{{ employr }}.")
        said = "! Line 2: there is no “employr”. Did you mean “employer”?"
        await shown.window.until(lambda: said in shown.letter)
        assert "For now, letters use ours." in " ".join(shown.letter.replace("│", "").split())
        assert "as it was before" in shown.letter
        assert "Thanks, Dr. Chen." in shown.letter
        assert shown.listed[0] == "Thank-you · e-mail ! yours"
        await shown.window.press("escape", "escape")
        assert gap(THANK_YOU[0]) in shown.window.panes.letter.text
        clock = Clock()
        on_file = facts(path, clock)
        drafted = compose(on_file, thanked(on_file.met[0]), clock.today)
        assert "Dear Dr. Chen," in drafted.text
        assert "Line 2: there is no “employr”" in drafted.problem


async def test_a_template_that_never_ended_anything_shows_ours(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.write(KIND, EMAIL, "{% for x in to %}{{ x }}{% endfor %}", "")
    async with templates(path) as shown:
        assert "! Line 1: a template cannot repeat things" in shown.letter
        assert "Maria Chen · ours" in shown.letter
        assert "Dear Dr. Chen," in shown.letter


async def test_what_is_put_right_is_a_letter_again(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        await shown.write("Thanks, {{ me")
        await shown.window.until(lambda: "not closed" in shown.letter)
        await shown.window.press("end")
        await shown.window.typed(" }}!")
        await shown.window.until(lambda: "Thanks, [your name]!" in shown.letter)
        assert "not closed" not in shown.letter
        assert "as it was before" not in shown.letter


async def test_typing_ours_again_is_no_template_of_ones_own(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("enter")
        shown.page.writer.move_cursor((0, 0))
        await shown.window.typed("x")
        await shown.window.until(lambda: shown.on_file)
        await shown.window.press("backspace")
        await shown.window.until(lambda: not shown.on_file)
        await shown.window.until(lambda: shown.listed[0] == "Thank-you · e-mail ours")


async def test_ours_comes_back_and_so_does_the_own_one(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.write(KIND, EMAIL, "Mine, {{ to }}", "")
    async with templates(path) as shown:
        await shown.window.press("d")
        assert shown.on_file == []
        assert shown.page.writer.text == ours(KIND, EMAIL)
        assert "Back to our template for a thank-you e-mail. u brings yours back." in (
            shown.window.notice
        )
        await shown.window.press("u")
        assert shown.on_file == [("thank-you", "e-mail", "", "Mine, {{ to }}")]
        assert shown.page.writer.text == "Mine, {{ to }}"
        assert "Mine, Dr. Chen" in shown.letter
        await shown.window.press("U")
        assert shown.on_file == []


async def test_ours_itself_cannot_be_deleted_nor_renamed(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("d")
        assert "This is our template as it came." in shown.window.notice
        await shown.window.press("e")  # its name stays, its words can be changed
        assert shown.window.focused == "template-text"
        assert shown.on_file == []


async def test_a_named_one_is_added_written_renamed_deleted_and_brought_back(path: Path) -> None:
    async with templates(path) as shown:
        await shown.window.press("a")
        assert isinstance(shown.window.app.screen, Form)
        await shown.window.typed("Warm")
        await shown.window.press("enter")
        await shown.window.press("ctrl+s")
        assert shown.on_file == [("thank-you", "e-mail", "Warm", ours(KIND, EMAIL))]
        assert shown.listed[:3] == [
            "Thank-you · e-mail ours",
            "└ Warm yours",
            "Thank-you · card by hand ours",
        ]
        assert "Warm" in shown.window.current_line
        await shown.window.press("enter")
        await shown.write("Thanks, {{ to }}!")
        await shown.window.press("escape", "e")
        shown.window.entry("line").select_all()
        await shown.window.typed("Warmer")
        await shown.window.press("ctrl+s")
        assert shown.on_file == [("thank-you", "e-mail", "Warmer", "Thanks, {{ to }}!")]
        await shown.window.press("d")
        assert shown.on_file == []
        assert len(shown.listed) == EVERY
        assert "Deleted “Warmer”. u brings it back." in shown.window.notice
        await shown.window.press("u")
        assert shown.on_file == [("thank-you", "e-mail", "Warmer", "Thanks, {{ to }}!")]
        assert "└ Warmer yours" in shown.listed


async def test_a_name_that_is_taken_is_said_beside_the_field(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.add(KIND, EMAIL, "Warm", "Hi")
    async with templates(path) as shown:
        await shown.window.press("a")
        await shown.window.typed("warm")
        await shown.window.press("ctrl+s")
        assert "There is a template “Warm” already. Take another name." in shown.window.hint("line")
        assert len(shown.on_file) == 1


async def test_a_kind_that_nobody_gets_yet_is_shown_with_somebody_invented(path: Path) -> None:
    async with templates(path, to=None) as shown:
        assert "Dr. Robin Example, invented" in shown.letter
        assert "Dear Dr. Example," in shown.letter
        await shown.window.to_line("Thanks to a reference · e-mail")
        assert "Dr. Robin Example, invented" in shown.letter


async def test_the_letter_is_to_the_one_shown_as_far_as_they_get_such_a_letter(path: Path) -> None:
    async with templates(path, to=1) as shown:
        assert "Dear Jo," in shown.letter or "Dear Jo," in shown.letter
        await shown.window.to_line("Withdraw · e-mail")
        assert "The letter · Jo Park" in shown.letter
        await shown.window.to_line("Thanks to a reference · e-mail")
        assert "The letter · Amy Ortiz" in shown.letter


async def test_the_names_are_listed_and_those_that_begin_as_what_is_typed(path: Path) -> None:
    async with templates(path) as shown:
        assert "to Dr. Chen  me [your name]" in shown.window.lines_of("#template-names")
        await shown.window.press("enter")
        shown.page.writer.select_all()
        await shown.window.typed("Dear {{ em")
        names = shown.window.lines_of("#template-names")
        assert "employer Lakeside Dental" in names
        assert "Dr. Chen" not in names
        await shown.window.typed("ployer }} at")
        assert "to Dr. Chen" in shown.window.lines_of("#template-names")


@pytest.mark.parametrize("is_writing", [False, True])
async def test_a_page_has_every_name_with_what_it_is_and_stands_for(
    path: Path, is_writing: bool
) -> None:
    async with templates(path, size=(120, 160)) as shown:
        names = shown.page.names
        await shown.window.press(*(["enter", "f8"] if is_writing else ["f8"]))
        assert isinstance(shown.window.app.screen, TemplateHelp)
        for name in names:
            assert f" {name} " in shown.window.screen
        assert "whom the letter is to, as they like to be addressed" in shown.window.screen
        assert "Lakeside Dental" in shown.window.screen
        assert "{% if forgot %}" in shown.window.screen
        await shown.window.press("escape")
        assert shown.screen


async def test_a_template_is_copied(path: Path) -> None:
    clipboard = Clipboard()
    async with templates(path, clipboard=clipboard) as shown:
        await shown.window.press("y")
        await shown.window.until(lambda: clipboard.texts)
        assert clipboard.texts == [ours(KIND, EMAIL)]


async def test_what_another_window_writes_is_seen(path: Path) -> None:
    async with templates(path) as shown, second(path, shown.window.clock) as other:
        other.templates.write(KIND, EMAIL, "Theirs, {{ to }}", "")
        await shown.window.until(lambda: "Theirs, Dr. Chen" in shown.letter)
        assert shown.listed[0] == "Thank-you · e-mail yours"


async def test_when_both_windows_write_both_texts_are_kept(path: Path) -> None:
    async with templates(path) as shown, second(path, shown.window.clock) as other:
        await shown.window.press("enter")
        shown.page.writer.select_all()
        await shown.window.typed("Mine")
        other.templates.write(KIND, EMAIL, "Theirs", "")
        await shown.window.until(lambda: shown.on_file[0][3] == "Mine")
        assert shown.window.rows("SELECT text FROM text_version") == [("Theirs",)]
        await shown.window.says("Another window changed this template too.")


async def test_a_text_being_written_is_not_exchanged_when_it_is_removed_elsewhere(
    path: Path,
) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.add(KIND, EMAIL, "Warm", "Hi")
    async with templates(path) as shown, second(path, shown.window.clock) as other:
        await shown.window.press("j", "enter")
        other.templates.remove(other.templates.all()[0])
        await shown.window.until(lambda: len(shown.listed) == EVERY)
        assert shown.page.writer.text == "Hi"
        shown.page.writer.move_cursor((0, 2))
        await shown.window.typed(" there")
        await shown.window.until(lambda: shown.on_file)
        assert shown.on_file == [("thank-you", "e-mail", "Warm", "Hi there")]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_there_is_a_way_back(path: Path, key: str) -> None:
    async with templates(path) as shown:
        await shown.window.press(key)
        assert shown.window.app.screen is shown.window.main


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_is_legible_and_in_reach(path: Path, size: tuple[int, int]) -> None:
    async with templates(path, size) as shown:
        assert "Thank-you · e-mail" in shown.window.screen
        assert "Dear Dr. Chen," in shown.window.screen
        assert "Esc Back" in shown.window.lines[-1]
        await shown.window.press("enter")
        assert "{{ greeting }}" in shown.window.screen
        assert "Dear Dr. Chen," in shown.window.screen
        await shown.write("Dear {{ tom }},")
        await shown.window.until(lambda: "! Line 1: there is no “tom”." in shown.window.screen)
        await shown.window.press("escape")
        assert "! yours" in shown.window.screen
        assert "! Line 1: there is no “tom”." in shown.window.screen


async def test_the_window_may_change_while_a_template_is_written(path: Path) -> None:
    async with templates(path, NARROW) as shown:
        await shown.window.press("enter")
        assert "Correction · e-mail" not in shown.window.screen
        await shown.window.pilot.resize_terminal(*WIDE)
        await shown.window.settle()
        assert "Correction · e-mail" in shown.window.screen
        assert shown.window.focused == "template-text"


async def test_the_list_of_what_can_be_done_has_its_keys_also_while_one_is_written(
    path: Path,
) -> None:
    async with templates(path) as shown:
        await shown.window.press("question_mark")
        await shown.window.typed("write\n")
        assert shown.window.focused == "template-text"
        await shown.window.press("f1")
        await shown.window.typed("names\n")
        assert isinstance(shown.window.app.screen, TemplateHelp)
        await shown.window.press("escape", "f1")
        await shown.window.typed("add\n")
        assert isinstance(shown.window.app.screen, Form)


HOSTILE = "Zed [/boom] [A b] $5{x}\\[\x1b]52;c;Ym9vbQ==\x07\x9b31m‮Quux"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_templates_are_shown_as_they_are_and_harmless(
    path: Path, size: tuple[int, int]
) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.write(KIND, EMAIL, f"{HOSTILE} {{{{ to }}}}", "")
        store.templates.add(KIND, EMAIL, HOSTILE, f"{{{{ {HOSTILE} }}}}")
    async with templates(path, size) as shown:

        def look() -> None:
            for line in shown.window.lines:
                assert clean(line).rstrip() == line.rstrip()

        look()
        assert "Zed [/boom] [A b]" in shown.letter
        for keys in (["j"], ["enter"], ["f1"], ["escape"], ["escape"], ["e"], ["escape"], ["a"]):
            await shown.window.press(*keys)
            look()
        await shown.window.paste(HOSTILE)
        await shown.window.press("ctrl+s")
        look()
        await shown.window.press("enter")
        await shown.window.paste(HOSTILE)
        look()
        await shown.window.press("escape", "d", "u", "y")
        look()
        for row in shown.window.rows("SELECT name, text FROM template WHERE id > 2"):
            assert all(clean(value) == value for value in row)


def test_a_letter_can_be_drafted_in_ours_in_the_own_one_or_in_a_named_one(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.templates.add(KIND, EMAIL, "Warm", "Hi {{ to }}")
        store.templates.write(KIND, EMAIL, "Hello {{ to }}", "")
        store.templates.add(KIND, CARD, "Short", "Hey")
        every = store.templates.all()
    offered = [
        (one.name, source_of(str(one.id), every, KIND, EMAIL))
        for one in fitting(every, KIND, EMAIL)
    ]
    assert offered == [("", "Hello {{ to }}"), ("Warm", "Hi {{ to }}")]
    assert source_of(OURS, every, KIND, CARD) == ours(KIND, CARD)
