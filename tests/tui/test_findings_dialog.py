"""What to look at in a letter: 1 or Space fixes, 2 ignores, 3 knows the word, Enter goes there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.all_findings import Check, Finding, findings, without
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.letter.before_copying import COPY, LOOK, BeforeCopying
from afterview_tui.tui.letter.findings_dialog import Checked, FindingsDialog, Ways
from tests.tui.driving import NARROW, WIDE, Window, opened

SIZES = [WIDE, NARROW, (60, 20)]
TEXT = """Dear Dr. Chen,

Thank you for the time you took to show me Oak Vision on Friday. I recieved [what you sent].
The periotron was new to me, and I would be glad to learn how the whole team works with it.

Kind regards,
Sam"""


@dataclass
class Letter:
    """A letter as its pane has it, checked anew after each thing that is done."""

    window: Window
    text: str = TEXT
    subject: str = ""
    ignored: set[str] = field(default_factory=set)
    answers: list[Finding | None] = field(default_factory=list)

    @property
    def checked(self) -> Checked:
        store = self.window.store
        facts = store.interviews.facts(1)
        assert facts is not None
        found = findings(
            self.text,
            facts=facts,
            to=thanked(facts.met[0]),
            form=LetterForm.CARD,
            names=store.naming.names(),
            words=[one.word for one in store.words.all()],
            subject=self.subject,
        )
        return Checked(self.text, self.subject, without(found, self.ignored))

    def fix(self, one: Finding) -> Checked:
        if one.in_subject:
            self.subject = one.fixed(self.subject)
        else:
            self.text = one.fixed(self.text)
        return self.checked

    def ignore(self, one: Finding) -> Checked:
        self.ignored.add(one.key)
        return self.checked

    def add_word(self, one: Finding) -> Checked:
        self.window.store.words.add(one.words)
        return self.checked

    async def look(self) -> None:
        ways = Ways(self.fix, self.ignore, self.add_word)
        self.window.app.push_screen(FindingsDialog(self.checked, ways), self.answers.append)
        await self.window.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_each_finding_is_listed_with_its_place_and_why(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        letter = Letter(window, subject="Oak Vision, thank you")
        await letter.look()
        box = window.lines_of("#findings")
        assert "To look at · Enter goes there" in box
        assert "subject  Oak Vision, thank you" in box
        assert "line 3   …ime you took to show me Oak Vision on Fri" in box
        words = " ".join(box.replace("│", " ").split())
        assert "this letter is for Lakeside Dental. 1 → Lakeside Dental" in words
        assert "“recieved” is in no dictionary." in words
        assert window.app.screen.query_one("#findings").region.bottom <= size[1]
        assert window.app.screen.query_one(Footer).region.bottom <= size[1]
        await window.press("G")
        assert "periotron" in window.current_line
        assert "periotron" in window.lines_of("#findings")


async def test_enter_goes_to_the_place(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press("j", "enter")
        (answer,) = letter.answers
        assert answer is not None
        assert (answer.check, answer.words) == (Check.SPELLING, "recieved")
        assert TEXT[answer.start : answer.end] == "recieved"


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_closing_changes_nothing(path: Path, key: str) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press(key)
        assert (letter.answers, letter.text, letter.ignored) == ([None], TEXT, set())


async def test_one_puts_what_is_offered_there_and_the_list_goes_on_without_it(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window, subject="From Oak Vision")
        await letter.look()
        await window.press("1")
        assert letter.subject == "From Lakeside Dental"
        await window.press("space")
        assert letter.text == TEXT.replace("Oak Vision", "Lakeside Dental")
        assert "Oak Vision" not in window.lines_of("#findings")
        await window.press("1")
        await window.until(lambda: "what is meant?" in window.screen)
        await window.press("enter")
        await window.until(lambda: "received" in letter.text)
        assert letter.text == TEXT.replace("Oak Vision", "Lakeside Dental").replace(
            "recieved", "received"
        )
        assert isinstance(window.app.screen, FindingsDialog)
        assert letter.answers == []


async def test_of_several_spellings_one_is_chosen(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window, "Dear Dr. Chen,\n\nI recieve it.\n\nKind regards,\nSam")
        await letter.look()
        await window.press("1")
        await window.until(lambda: "recieve: what is meant?" in window.screen)
        await window.press("escape")
        assert "I recieve it." in letter.text
        await window.press("1")
        await window.until(lambda: "what is meant?" in window.screen)
        await window.press("1")
        await window.until(lambda: "I receive it." in letter.text)
        assert letter.answers == []
        await window.press("escape")


async def test_a_spelling_that_is_the_only_one_is_seen_before_it_is_put_in(path: Path) -> None:
    """ "childrens" became "children" without a word."""
    async with opened(path) as window:
        letter = Letter(window, "Dear Dr. Chen,\n\nI like the childrens corner.\n\nSam")
        await letter.look()
        await window.to_line("childrens")
        await window.press("1")
        await window.until(lambda: "childrens: what is meant?" in window.screen)
        assert "childrens corner" in letter.text
        await window.press("1")
        await window.until(lambda: "the children's corner" in letter.text)


async def test_what_only_the_writer_can_know_is_not_offered(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press("j", "j")
        assert "[what you sent]" in window.current_line
        assert "Fix" not in window.lines_of("#findings")
        assert "3 My word" not in window.lines_of("#findings")
        await window.press("1", "3")
        assert letter.text == TEXT
        assert window.store.words.all() == []
        await window.press("k")
        assert "Fix" in window.lines_of("#findings")
        assert "3 My word" in window.lines_of("#findings")


async def test_two_ignores_one_and_no_more(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press("2")
        assert letter.ignored == {"another employer:oak vision"}
        assert letter.text == TEXT
        box = window.lines_of("#findings")
        assert "Oak Vision is another employer" not in box
        assert "recieved" in box


async def test_three_puts_the_word_on_file(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press("G", "3")
        assert window.rows("SELECT word FROM word") == [("periotron",)]
        assert window.rows("SELECT sentence FROM change ORDER BY id DESC LIMIT 1") == [
            ("added “periotron” to your words",)
        ]
        assert "periotron" not in window.lines_of("#findings")


async def test_escape_after_the_last_of_them_closes_the_list_and_not_the_text_below(
    path: Path,
) -> None:
    async with opened(path) as window:
        letter = Letter(window)
        await letter.look()
        await window.press("2", "2", "2", "2", "2")
        assert "Nothing is left to look at" in window.lines_of("#findings")
        assert letter.answers == []
        await window.press("enter")
        assert letter.answers == [None]
        assert window.app.screen is window.main


async def test_what_cannot_be_saved_is_said_and_the_list_stays(path: Path) -> None:
    async with opened(path) as window:
        letter = Letter(window)

        def fail(one: Finding) -> Checked:
            raise NotSaved("The disk is full.")

        ways = Ways(fail, fail, fail)
        window.app.push_screen(FindingsDialog(letter.checked, ways), letter.answers.append)
        await window.settle()
        await window.press("2")
        await window.says("The disk is full.")
        assert "Oak Vision" in window.lines_of("#findings")
        assert letter.answers == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_before_copying_tells_three_and_offers_two_ways(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        letter = Letter(window)
        answers: list[str | None] = []
        for key in ("1", "2", "escape"):
            window.app.push_screen(BeforeCopying(letter.checked.findings), answers.append)
            await window.settle()
            words = " ".join(window.lines_of("#choose").replace("│", " ").split())
            assert "Names another employer: Oak Vision" in words
            assert "Spelling: recieved" in words
            assert "and 1 more" in words
            assert "1 Copy all the same" in words
            assert "2 Look at them" in words
            await window.press(key)
        assert answers == [COPY, LOOK, None]


@pytest.mark.parametrize(
    "words", ["[/boom] [b]x[/b] $5{x}\\[ 東京", "a\x1b]52;c;Ym9vbQ==\x07b\x9b31mc\u202ed"]
)
async def test_hostile_words_are_shown_as_they_are_and_never_act(path: Path, words: str) -> None:
    async with opened(path) as window:
        text = f"Dear Dr. {words},\n\n{words} recieved {words} Oak Vision {words}\n\nSam"
        letter = Letter(window, text, words)
        await letter.look()
        for key in ("j", "j", "j", "1", "2", "k", "2", "space"):
            await window.press(key)
            assert all(clean(line).rstrip() == line.rstrip() for line in window.lines)
        window.app.push_screen(BeforeCopying(letter.checked.findings))
        await window.settle()
        assert all(clean(line).rstrip() == line.rstrip() for line in window.lines)
        assert window.app.is_running


async def test_a_letter_full_of_findings_scrolls(path: Path) -> None:
    async with opened(path, size=(60, 20)) as window:
        body = "\n".join(f"[gap number {'x' * n} here]" for n in range(2, 60))
        letter = Letter(window, f"Dear Dr. Chen,\n\n{body}")
        await letter.look()
        box = window.app.screen.query_one("#findings").region
        assert box.y >= 0
        assert box.bottom <= 20
        await window.press("G", "2")
        assert len(letter.ignored) == 1
        assert "Esc Back" in window.lines_of("#findings")
