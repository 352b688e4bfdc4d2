"""Looking a letter over: the checks while it is written, the versions, the way by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_parts import THANK_YOU, gap
from afterview_tui.domain.records import Me
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.kit.writer import Writer
from tests.tui.driving import Clock, Window, edit_letter, facts, mark_sent, opened, second

ME = Me(name="Sam Rivera", phone="555 0142", email="sam@example.org")
MINE = (
    "Dear Dr. Chen,\n\nThank you for showing me the new digital x-ray at Lakeside Dental on Friday."
    " I had only read about such a machine, and you made it plain what it changes for a patient"
    " who is afraid. I would be glad to learn it from you. In my last job I cared for people who"
    " had stayed away for years, and I know how much a calm voice is worth in the first minutes of"
    " a visit. The position interests me even more now. If you have any question, please write or"
    " call at any time of the day, and thank you again for your time.\n\n"
    "Kind regards,\nSam Rivera\n555 0142"
)


async def known(path: Path) -> None:
    """Have the user's name on file, so that a draft has one gap less to speak of."""
    async with second(path, Clock()) as store:
        store.checklist.write_me(ME)


async def write(window: Window, text: str) -> None:
    """Write the whole letter to Dr. Chen."""
    await window.press("3", "enter")
    window.panes.letter.writer.text = text
    await window.press("escape")


def foot(window: Window) -> str:
    return window.lines_of("#letter-words")


async def test_another_employers_name_is_told_while_the_letter_is_written(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("Lakeside Dental", "Oak Vision"))
        await window.until(lambda: "names another employer: Oak Vision" in foot(window))
        await write(window, MINE)
        await window.until(lambda: "Oak Vision" not in foot(window))
        assert "fits an e-mail" in foot(window)
        assert "!" not in foot(window)


async def test_what_is_told_stays_while_the_letter_is_saved(path: Path) -> None:
    """It went with every save, and came back a moment later."""
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("Lakeside Dental", "Oak Vision"))
        await window.until(lambda: "Oak Vision" in foot(window))
        letter = window.panes.letter
        letter.post_message(Writer.Stored(letter.writer, Saved(1)))
        await window.settle()
        assert "names another employer: Oak Vision" in foot(window)
        window.desk.read_case()
        await window.settle()
        assert "names another employer: Oak Vision" in foot(window)


async def test_the_list_is_not_held_up_by_the_checks(path: Path) -> None:
    async with opened(path) as window:
        await window.press("j", "k")
        await window.pilot.pause(0.5)
        assert not window.work.review._is_looked_at


async def test_a_finding_is_gone_to_fixed_ignored_or_learned(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        text = MINE.replace("Dear Dr. Chen", "Dear Dr. Chan").replace("machine", "machinne")
        await write(window, text.replace("afraid", "afraid of tiddlywinkery"))
        await window.press("c")
        await window.until(lambda: "To look at" in window.screen)
        await window.to_line("Chan")
        await window.press("1")
        await window.until(lambda: "Dear Dr. Chen," in window.panes.letter.text)
        await window.to_line("tiddlywinkery")
        await window.press("3")
        assert window.rows("SELECT word FROM word") == [("tiddlywinkery",)]
        assert "tiddlywinkery" not in window.lines_of("#findings")
        await window.to_line("machinne")
        await window.press("enter")
        await window.until(lambda: window.focused == "letter-text")
        assert window.panes.letter.writer.selected_text == "machinne"
        await window.press("ctrl+z")
        assert "Dear Dr. Chan," in window.panes.letter.text  # the fix is one edit of its own


async def test_what_is_ignored_is_not_told_again(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("machine", "machinne"))
        await window.press("c")
        await window.until(lambda: "To look at" in window.screen)
        await window.press("2")
        await window.until(lambda: "Nothing is left to look at" in window.screen)
        await window.press("escape", "c")
        await window.says("Nothing to look at")


async def test_a_sent_letter_is_looked_at_and_not_changed(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("Dear Dr. Chen", "Dear Dr. Chan"))
        await mark_sent(window)
        await window.press("[", "c")
        await window.until(lambda: "To look at" in window.screen)
        assert "Fix" not in window.lines_of("#findings")
        assert "→" not in window.lines_of("#findings")
        await window.press("1", "space")
        assert window.rows("SELECT text FROM letter")[0][0].startswith("Dear Dr. Chan,")


async def test_what_was_settled_in_the_list_is_not_told_behind_it_any_more(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("machine", "machinne"))
        await window.until(lambda: "spelling: machinne" in foot(window))
        await window.press("c")
        await window.until(lambda: "To look at" in window.screen)
        await window.press("3")
        assert window.rows("SELECT word FROM word") == [("machinne",)]
        findings = window.panes.letter._findings
        assert findings == ()


async def test_the_keys_of_reading_go_when_a_place_is_gone_to_from_the_list(path: Path) -> None:
    """ "c F7 Check" stood there while `c` wrote a letter."""
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("machine", "machinne"))
        assert "c F7 Check" in window.screen
        await window.press("c")
        await window.until(lambda: "To look at" in window.screen)
        await window.press("enter")
        await window.until(lambda: window.focused == "letter-text")
        assert "c F7 Check" not in window.screen


async def test_thanks_for_an_interview_to_come_are_asked_about_before_they_go_out(
    path: Path,
) -> None:
    await known(path)
    async with opened(path) as window:
        await window.to_line("Oak Vision")  # it is today
        await window.press("3", "y")
        assert "Before it goes out" not in window.screen
        oak = facts(path, window.clock, 2).interview
        later = replace(oak, held_on=date(2026, 12, 9))
        window.store.interviews.edit(Entry(later, None, None), oak)
        window.desk.read()
        await window.settle()
        before = len(window.clipboard.texts)
        await window.press("y")
        assert "The interview is on Wed 9 Dec: thanks for it go out" in window.screen
        assert len(window.clipboard.texts) == before


async def test_copying_asks_what_is_still_open_until_it_is_told_to_go_on(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("Lakeside Dental", "Oak Vision"))
        await window.press("y")
        await window.until(lambda: "Names another employer: Oak Vision" in window.screen)
        await window.press("escape")
        assert window.clipboard.texts == []
        await window.press("y")  # who turned back and mended nothing is asked again
        await window.until(lambda: "Names another employer: Oak Vision" in window.screen)
        await window.press("1")
        await window.until(lambda: window.clipboard.texts)
        assert "Oak Vision" in window.clipboard.texts[0]
        await window.press("y")
        await window.until(lambda: len(window.clipboard.texts) == 2)


async def test_what_was_asked_of_the_e_mail_is_asked_of_the_card_too(path: Path) -> None:
    async with opened(path) as window:
        for form in ("e-mail", "card by hand"):
            await edit_letter(window, form=form)
            await window.press("y")
            await window.until(lambda: "Still to fill: [your name]" in window.screen)
            await window.press("escape")


async def test_what_is_open_can_be_looked_at_before_copying(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE.replace("Lakeside Dental", "Oak Vision"))
        await window.press("y")
        await window.until(lambda: "Before it goes out" in window.screen)
        await window.press("2")
        await window.until(lambda: "To look at" in window.screen)
        assert window.clipboard.texts == []


async def test_the_same_letter_to_two_people_is_told(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await write(window, MINE)
        await window.press("]", "enter")
        window.panes.letter.writer.text = MINE.replace("Dr. Chen", "Jo Park")
        await window.press("escape")
        await window.until(lambda: "the same letter as to" in foot(window))


async def test_an_earlier_version_is_compared_and_brought_back(path: Path) -> None:
    await known(path)
    async with opened(path) as window:
        await window.press("3", "enter")
        await window.typed("You showed me the new digital x-ray.")
        await window.press("escape")
        mine = window.panes.letter.text
        await window.press("w")
        other = window.panes.letter.text
        assert other != mine
        await window.press("v")
        assert "before another wording" in window.screen
        await window.press("space")
        assert "[-" in window.screen or "{+" in window.screen
        await window.press("enter")
        assert window.panes.letter.text == mine
        assert window.rows("SELECT text FROM letter") == [(mine,)]
        kept = [text for (text,) in window.rows("SELECT text FROM text_version")]
        assert other in kept
        await window.press("u")
        assert window.panes.letter.text == other


async def test_a_card_is_copied_out_by_hand_and_posted(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, form="card by hand")
        await window.press("s", "1")
        assert "By hand" in window.screen
        assert "1 gap is still open" in window.screen  # the name; open parts are left out
        assert gap(THANK_YOU[0]) not in window.screen
        await window.press("enter", "j")
        assert "line 3 of" in window.screen
        await window.press("escape", "s", "1")
        assert "line 3 of" in window.screen  # one goes on where one stopped
        await window.press("escape")
        await edit_letter(window, form="e-mail")
        await window.press("s", "2")
        assert "line 1 of" in window.screen  # another text, and nothing of it is copied out
        await window.press("escape")
        await edit_letter(window, form="card by hand")
        await window.press("s", "1", "space")
        sent = "SELECT state, sent_how, form FROM letter ORDER BY id"
        card, mail = ("sent", "by post", "card by hand"), ("draft", "", "e-mail")
        assert window.rows(sent) == [card, mail]


async def test_a_letter_is_drafted_in_a_template_with_a_name(path: Path) -> None:
    await known(path)
    async with second(path, Clock()) as store:
        source = "{{ greeting }}\n\nShort and warm thanks from me.\n\n{{ sign_off }}"
        store.templates.add(LetterKind.THANK_YOU, LetterForm.EMAIL, "Short", source)
    async with opened(path) as window:
        draft = window.panes.letter.text
        await edit_letter(window, template="1")
        assert "Short and warm thanks from me." in window.panes.letter.text
        await window.press("ctrl+z")
        assert window.panes.letter.text == draft


async def test_a_broken_template_is_told_of_where_ours_is_used(path: Path) -> None:
    async with second(path, Clock()) as store:
        store.templates.write(
            LetterKind.THANK_YOU, LetterForm.EMAIL, "{{ greeting }}\n\n{{ nothing }}", ""
        )
    async with opened(path) as window:
        assert window.panes.letter.text.startswith("Dear Dr. Chen,")
        assert gap(THANK_YOU[0]) in window.panes.letter.text
        assert "Your own template could not be used" in window.screen


async def test_the_templates_are_opened_at_the_letter_that_is_shown(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, form="card by hand")
        await window.choose("templates")
        assert "Thank-you · card by hand" in window.screen
        await window.press("escape")
        assert window.focused == "letter"


async def test_a_check_that_comes_back_when_the_window_is_gone_is_no_mistake(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3")
        review = window.work.review
        looked = review.as_it_stands()
        assert looked is not None
        await window.main.query_one("#recipients").remove()
        review._show_findings(looked, looked.find())


async def test_a_check_that_is_due_when_the_window_closes_is_no_mistake(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3")
        await window.app.workers.wait_for_complete()
        await window.panes.letter.writer.remove()
        window.work.review._is_due = True
        await window.work.review._check()
        assert not window.work.review._is_checking


@pytest.mark.parametrize(
    ("key", "going"), [("1", "Copy all"), ("2", "Copy it out all"), ("3", "Write it all")]
)
async def test_with_a_wrong_name_in_it_every_way_out_asks_first_in_its_own_words(
    path: Path, key: str, going: str
) -> None:
    async with opened(path) as window:
        await window.press("3")
        window.panes.letter.writer.exchange("Dear Dr. Park,\n\nThank you.")
        await window.press("s", key)
        await window.until(lambda: f"{going} the same" in window.screen)
        assert window.clipboard.texts == []
