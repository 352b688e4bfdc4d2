"""The letter is the form: its parts are written one after the other, in the letter itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.domain.records import Me
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.gaps_and_length import word_count
from tests.tui.driving import (
    NARROW,
    Clock,
    Window,
    facts,
    is_clean,
    opened,
    rows,
    second,
)
from tests.unit.build import as_shown

TEXT = "SELECT text FROM letter WHERE person_id = ?"
PARTS = {part.name: gap(part) for part in about(LetterKind.THANK_YOU).parts}
MOMENT = "You told me about the boy who counts his teeth aloud, and I counted mine on the way home."
NOT_SAID = "I did not get to say that I hold a certificate in local anesthesia."
TO_THE_TALK = ["tab"] * 3  # in the form of the letter, behind which letter, its way, its subject
CAN = "At my last job I kept the list for nine people."
NEXT = "I am free on Thursday after four."


@pytest.fixture(autouse=True)
async def _known(path: Path, clock: Clock) -> None:
    """The user's name and number are on file."""
    async with second(path, clock) as store:
        store.checklist.write_me(Me(name="Robin Sample", phone="555-0100"))


def said(window: Window, name: str) -> str:
    """What stands in a part, as it is on file."""
    [(text, parts)] = window.rows("SELECT text, parts FROM letter")
    return next((one.of(text) for one in unpacked(parts, text) if one.name == name), "")


async def test_a_letter_is_written_in_one_go_with_enter_tab_and_typing(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("tab")
        await window.typed(CAN)
        await window.press("tab")
        await window.typed(NOT_SAID)
        await window.press("tab", "tab")
        await window.typed(NEXT)
        await window.press("escape")
        [(text,)] = window.rows(TEXT, 1)
        for words in (MOMENT, NOT_SAID, CAN, NEXT):
            assert words in text
        assert text.index(MOMENT) < text.index(CAN) < text.index(NOT_SAID) < text.index(NEXT)
        assert [name for name in PARTS if PARTS[name] in text] == ["thanks", "want"]
        assert said(window, "not_said") == NOT_SAID
        assert window.focused == "letter"


async def test_a_letter_is_typed_in_one_bunch_and_every_part_has_its_own(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3")
        bare = MOMENT.removesuffix(".")
        await window.typed(f"\n\t{bare}\t{CAN}\t{NOT_SAID}\t\t{NEXT}")
        await window.press("escape")
        assert said(window, "moment") == MOMENT
        assert said(window, "you_can") == CAN
        assert said(window, "not_said") == NOT_SAID
        assert said(window, "next") == NEXT


@pytest.mark.parametrize("leave", ["tab", "shift+tab", "escape"])
async def test_a_sentence_without_an_end_gets_it_when_the_part_is_left(
    path: Path, leave: str
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed("you told me about the boy who counts his teeth")
        await window.press(leave, "escape")
        assert said(window, "moment") == "you told me about the boy who counts his teeth."
        [(text,)] = window.rows(TEXT, 1)
        assert "his teeth. [" in text or "his teeth.\n" in text
        await window.press("enter")
        await window.press("ctrl+z")
        assert ".." not in window.panes.letter.writer.text


async def test_tab_goes_round_and_never_leaves_the_letter(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer, seen = window.panes.letter.writer, []
        for _ in range(7):
            seen.append(writer.selected_text)
            await window.press("tab")
        assert seen[0] == PARTS["thanks"]
        assert len(set(seen[:6])) == 6
        await window.press("shift+tab")
        assert window.focused == "letter-text"
        # What is typed after any number of tabs is text.
        await window.typed("done")
        assert window.rows("SELECT count(*) FROM interview WHERE binned_at IS NULL") == [(2,)]


async def test_shift_tab_goes_back_to_what_is_ours_while_parts_are_open(path: Path) -> None:
    """From the first open part it went to the last, past the sentence that was to be changed."""
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        assert writer.place is not None
        assert writer.place.name == "thanks"
        names = []
        for _ in range(3):
            await window.press("shift+tab")
            names.append(writer.place.name if writer.place is not None else "")
        assert names[:2] == ["opening", "greeting"]
        await window.press("tab")
        assert writer.place.name == "thanks"


async def test_ctrl_u_takes_what_is_written_in_a_part_and_not_what_stands_before(
    path: Path,
) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("tab")
        before = window.panes.letter.text
        await window.typed("At my last")
        await window.press("ctrl+u", "ctrl+u", "ctrl+u")
        assert window.panes.letter.text == before.replace(PARTS["you_can"], "")
        assert MOMENT in window.panes.letter.text


async def test_ctrl_u_at_a_question_takes_nothing_out(path: Path) -> None:
    """Pressed to be sure that a place is empty, it took the place out, and words went elsewhere."""
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter", "tab")
        before = window.panes.letter.text
        await window.press("ctrl+u", "ctrl+u")
        assert window.panes.letter.text == before
        await window.typed("Mine.")
        assert window.panes.letter.text == before.replace(PARTS["moment"], "Mine.")


async def test_enter_takes_the_beginning_that_f8_put_in(path: Path) -> None:
    """Who expected a list to choose from pressed Enter, and it broke the sentence."""
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter", "tab", "f8", "enter")
        writer = window.panes.letter.writer
        await window.typed("the ovens.")
        assert "I've been thinking about the ovens." in writer.text
        await window.press("enter", "enter")
        await window.typed("And more.")
        assert "the ovens.\n\nAnd more." in writer.text
        await window.press("tab", "tab", "tab", "f8", "enter", "escape")
        assert "\nI'd like the job very much." in writer.text
        assert "very much.\n\n" not in writer.text


async def test_a_part_of_which_every_word_was_deleted_is_open_again(path: Path) -> None:
    """Its question was gone for good, and F8 said that there were no other words for this."""
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter", "tab")
        writer = window.panes.letter.writer
        await window.press("f8")
        await window.typed("What you said")
        await window.press("ctrl+u")
        assert writer.place is not None
        assert writer.place.name == "moment"
        assert "name it, then what you thought" in window.pane("letter")
        await window.press("f8")
        assert "I've been thinking about " in writer.text
        await window.press("ctrl+u", "tab")
        assert PARTS["moment"] in writer.text
        assert writer.selected_text == PARTS["you_can"]
        await window.press("shift+tab")
        assert writer.selected_text == PARTS["moment"]
        await window.typed("Mine.")
        assert said(window, "moment") == "Mine." or "Mine." in writer.text


async def test_a_written_part_is_gone_to_and_not_typed_over(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("tab", "shift+tab")
        await window.typed(" Twice.")
        await window.press("escape")
        assert said(window, "moment") == f"{MOMENT} Twice."


async def test_tab_goes_on_from_a_written_part_whose_paragraph_was_moved_down(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        at = window.panes.letter.text.index(MOMENT)
        window.panes.letter.writer.select(at, at)
        await window.press("enter", "tab")
        assert window.panes.letter.writer.selected_text == PARTS["you_can"]
        await window.typed(CAN)
        await window.press("escape")
        assert said(window, "moment").strip() == MOMENT
        assert said(window, "you_can") == CAN


async def test_f8_begins_a_part_and_goes_on_to_the_next_beginning(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab", "f8")
        moment = next(one for one in about(LetterKind.THANK_YOU).parts if one.name == "moment")
        first, second = moment.beginnings[:2]
        await window.press("f8")
        assert first not in window.panes.letter.text
        # The beginning brings the space along; one that is typed all the same is that one.
        await window.typed(" the x-ray, I was glad.")
        await window.press("escape")
        assert said(window, "moment") == f"{second} the x-ray, I was glad."
        await window.press("enter", "shift+tab", "shift+tab")


async def test_after_our_opening_was_taken_out_the_letter_goes_on_with_the_first_part(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        opening = next(one for one in writer.spans if one.name == "opening")
        writer.select(opening.start + 3, opening.start + 3)
        await window.press("ctrl+t", "ctrl+t")
        assert writer.selected_text == PARTS["thanks"]
        await window.typed("I was glad that you ran over.")
        await window.press("escape")
        assert said(window, "thanks") == "I was glad that you ran over."
        assert "Dear Dr. Chen,\n\nI was glad that you ran over.\n\n" in window.panes.letter.text


async def test_f8_takes_nobodys_own_words_away(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("f8")
        await window.says("These words are yours")
        assert MOMENT in window.panes.letter.text


async def test_f8_greets_by_first_name_and_back(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        window.panes.letter.writer.select(2, 2)
        await window.press("f8")
        assert window.panes.letter.text.startswith("Dear Maria,\n\n")
        await window.press("f8", "escape")
        assert window.panes.letter.text.startswith("Dear Dr. Chen,\n\n")
        # Other words for the letter greet as before.
        await window.press("w")
        assert window.panes.letter.text.startswith("Dear Dr. Chen,\n\n")


async def test_what_a_part_can_begin_with_is_in_sight(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("3", "enter")
        assert "F8  Thank you for …" in window.lines_of("#letter-part")


async def test_f8_says_our_opening_in_other_words(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        before = window.panes.letter.text
        opening = next(s for s in window.panes.letter.writer.spans if s.name == "opening")
        window.panes.letter.writer.select(opening.start + 3, opening.start + 3)
        await window.press("f8", "escape")
        after = window.panes.letter.text
        assert after != before
        assert after.split("\n\n")[2:] == before.split("\n\n")[2:]
        assert PARTS["moment"] in after
        await window.press("ctrl+z")
        assert window.panes.letter.text == before


async def test_what_belongs_there_and_what_is_noted_stands_under_the_text(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("3", "e", *TO_THE_TALK)
        await window.paste("the ten minutes for nervous patients")
        await window.press("ctrl+s", "enter", "tab")
        shown = window.lines_of("#letter-part")
        assert "then what you thought or did" in shown
        assert "the ten minutes for nervous patients" in shown
        assert "you talked about" in shown
        await window.press("tab", "tab", "tab", "tab")
        assert "ten minutes" not in window.lines_of("#letter-part")
        await window.press("escape")
        assert "They know what" not in window.screen


async def test_a_note_is_put_in_at_the_cursor_and_the_next_one_in_its_place(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "e", *TO_THE_TALK)
        await window.paste("the x-ray\nthe dog")
        await window.press("ctrl+s", "enter", "tab")
        await window.typed("You told me about ")
        await window.press("ctrl+n")
        assert "You told me about the x-ray" in window.panes.letter.text
        await window.press("ctrl+n")
        assert "You told me about the dog" in window.panes.letter.text
        assert "x-ray" not in window.panes.letter.text
        await window.typed(" under your desk.")
        await window.press("escape")
        assert said(window, "moment") == "You told me about the dog under your desk."


async def test_a_part_is_taken_out_and_comes_back(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        before = window.panes.letter.text
        await window.press("tab", "tab", "tab", "ctrl+t")
        after = window.panes.letter.text
        assert PARTS["not_said"] not in after
        assert "\n\n\n" not in after
        assert window.panes.letter.writer.selected_text == PARTS["want"]
        await window.press("ctrl+z")
        assert window.panes.letter.text == before


async def test_open_parts_are_not_copied_and_that_is_said(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("escape", "y")
        await window.says("5 open parts left out")
        [text] = window.clipboard.texts
        assert MOMENT in text
        assert "[" not in text
        # On file they stay open: the letter can be gone on with.
        [(kept,)] = window.rows(TEXT, 1)
        assert PARTS["next"] in kept


async def test_a_letter_that_is_sent_is_on_file_as_it_went_out(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("escape", "space")
        await window.says("5 parts are open; they are not in it. Space again marks it sent.")
        assert window.rows("SELECT state FROM letter") == [("draft",)]
        await window.press("space", "[")
        [(text,)] = window.rows(TEXT, 1)
        assert MOMENT in text
        assert "[" not in text
        assert "[" not in window.panes.letter.text


async def test_the_foot_counts_what_goes_out_and_says_what_is_open(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3")
        foot = window.lines_of("#letter-words")
        assert "6 parts open" in foot
        assert "gap" not in foot


async def test_our_opening_makes_way_for_thanks_of_ones_own(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        opening = next(s for s in window.panes.letter.writer.spans if s.name == "opening")
        words = opening.of(window.panes.letter.text)
        await window.typed("Thank you for showing me the workshop on Friday.")
        await window.press("tab")
        await window.says("our opening made way")
        assert words not in window.panes.letter.text
        assert window.panes.letter.writer.selected_text == PARTS["moment"]
        await window.press("ctrl+z", "tab", "tab")
        assert words in window.panes.letter.text
        await window.press("escape", "d", "enter")
        await window.typed("Thank you for the tea.")
        await window.press("tab")
        assert words not in window.panes.letter.text, "a letter that was begun anew"


async def test_the_parts_are_known_again_after_a_restart_and_after_undo(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("escape")
    async with opened(path) as window:
        await window.press("3")
        names = [place.name for place in window.panes.letter.writer.places]
        assert names == ["thanks", "moment", "you_can", "not_said", "want", "next"]
        await window.press("enter", "tab", "tab", "tab")
        assert window.panes.letter.writer.selected_text == PARTS["not_said"]
        await window.typed(NOT_SAID)
        await window.press("escape", "u")
        assert NOT_SAID not in window.panes.letter.text
        await window.press("U")
        assert said(window, "not_said") == NOT_SAID


async def test_other_words_for_the_whole_letter_leave_what_was_typed(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("escape")
        before = window.panes.letter.text
        await window.press("w")
        after = window.panes.letter.text
        assert after != before
        assert said(window, "moment") == MOMENT
        assert PARTS["next"] in after


async def test_a_letter_from_before_has_no_parts_and_stays_as_it_is(
    path: Path, clock: Clock
) -> None:
    old = "Dear Dr. Chen,\n\nThank you for [what you two talked about].\n\nRobin"
    async with second(path, clock) as store:
        one = facts(path, clock)
        to = one.met[0].person
        letter = as_shown(one, to)
        store.letters.write(replace(letter, parts=""), to, old, letter.text)
    async with opened(path) as window:
        await window.press("3")
        assert window.panes.letter.text == old
        await window.press("enter")
        assert window.panes.letter.writer.selected_text == "[what you two talked about]"
        await window.press("tab", "escape")
        assert window.rows(TEXT, 1) == [(old,)]


async def test_a_name_typed_once_is_kept_for_all_letters(path: Path, clock: Clock) -> None:
    async with second(path, clock) as store:
        store.checklist.write_me(Me())
    async with opened(path) as window:
        await window.press("3", "enter")
        await window.press("tab", "tab", "tab", "tab", "tab", "tab")
        assert window.panes.letter.writer.selected_text == "[your name]"
        await window.typed("Robin Sample")
        await window.press("tab")
        await window.says("Kept for all letters: Robin Sample")
        assert window.rows("SELECT name FROM me") == [("Robin Sample",)]
        assert window.panes.letter.writer.selected_text == "[your phone number]"
        await window.press("escape", "]")
        assert "Robin Sample" in window.panes.letter.text


async def test_what_a_letter_says_that_was_not_said_there_stands_in_the_journal(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab", "tab", "tab")
        await window.typed(NOT_SAID)
        await window.press("escape", "4")
        journal = " ".join(window.pane("journal").replace("│", " ").split())
        assert NOT_SAID in journal
        assert "in the letter to Dr. Maria Chen" in journal


ODD = {
    "of 5,000 words": "word " * 5_000,
    "of one letter": "x",
    "in capitals": "I REALLY LIKED THE TOUR OF YOUR WORKSHOP",
    "with markup": "[bold]You[/bold] showed me {{ 7 * 7 }} and [/] \\[x] <b>it</b>",
    "with control characters": "You showed\x1b[31m me\x07 the\x00 lift\u202e.",
    "in another script": "あなたは私に工房を見せてくれました。",
    "a beginning left as it was": "You told me about",
}


@pytest.mark.parametrize("typed", ODD.values(), ids=ODD)
async def test_whatever_is_typed_into_a_part_is_kept_as_it_is(path: Path, typed: str) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.paste(typed)
        await window.press("tab")
        await window.typed("And this.")
        await window.press("escape")
        kept = said(window, "moment")
        assert kept.replace(".", "").split() == clean(typed).replace(".", "").split()
        assert len(kept) <= len(clean(typed)) + len(".")
        assert said(window, "you_can") == "And this."
        assert is_clean(window.screen)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("You told me about", "only begun: You told me about"),
        ("I REALLY LIKED THE TOUR OF YOUR WORKSHOP.", "all in capitals"),
        ("She told me about the dog.", "the reader is “you”"),
        ("I liked that.", "says too little"),
    ],
)
async def test_what_would_embarrass_is_pointed_to(path: Path, typed: str, told: str) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(typed)
        await window.press("escape")
        await window.until(lambda: told in window.lines_of("#letter-words"))


async def test_a_sentence_that_another_of_the_panel_has_is_found(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("escape", "]", "enter", "tab")
        await window.typed(MOMENT)
        for words in (CAN, NOT_SAID, "I would like the job very much.", NEXT):
            await window.press("tab")
            await window.typed(words)
        await window.press("escape")
        await window.until(lambda: "in another letter" in window.lines_of("#letter-words"))
        await window.press("c")
        told = "letter to Dr. Maria Chen has"
        await window.until(lambda: told in " ".join(window.screen.split()))


async def test_a_part_of_two_answers_has_both(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("enter")
        await window.typed(CAN)
        await window.press("escape")
        assert said(window, "moment") == f"{MOMENT}\n{CAN}"


async def test_what_is_typed_when_the_window_closes_is_no_mistake(path: Path) -> None:
    """It was saved and told of when the text itself was gone already."""
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        pane = window.panes.letter
        await pane.writer.remove()
        pane._altered()
        pane._say_part()
    assert MOMENT in str(rows(path, "SELECT text FROM letter"))


async def test_days_are_said_in_the_order_of_the_locale(path: Path, clock: Clock) -> None:
    clock.forward(days=10)
    for locale, day in (("en_GB.UTF-8", "Friday 20 November"), ("en_US", "Friday, November 20")):
        async with opened(path, clock=clock, environ={"LANG": locale}) as window:
            await window.press("3")
            assert f" on {day}." in window.panes.letter.text


async def test_ctrl_home_and_ctrl_end_go_to_the_ends_of_a_text(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "ctrl+end")
        writer = window.panes.letter.writer
        assert writer.cursor == len(writer.text)
        await window.press("ctrl+home")
        assert writer.cursor == 0


async def test_what_is_typed_after_a_part_went_is_no_closing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", *["tab"] * 5, "ctrl+t")
        await window.typed(" And this.")
        await window.press("escape")
        text = window.panes.letter.text
        assert " And this.\n\n" in text
        assert window.rows("SELECT closing FROM me") == [("",)]


async def test_a_closing_for_one_reader_is_not_kept_for_all(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        closing = next(one for one in writer.spans if one.name == "farewell")
        writer.select(closing.start, closing.end)
        await window.typed("All good wishes to you and Pat,")
        await window.press("escape")
        assert "to you and Pat," in window.panes.letter.text
        assert window.rows("SELECT closing FROM me") == [("",)]


async def test_thanks_that_go_on_from_ours_are_one_sentence_with_them(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        ours = next(one for one in window.panes.letter.writer.spans if one.name == "opening")
        words = ours.of(window.panes.letter.text).rstrip(".")
        await window.press("f8", "f8")
        await window.typed("letting it run over.")
        await window.press("tab", "escape")
        assert f"{words}, and for letting it run over.\n\n" in window.panes.letter.text
        assert said(window, "thanks") == "and for letting it run over."
        # Our thanks have other words all the same.
        await window.press("enter")
        writer = window.panes.letter.writer
        at = writer.text.index(words) + 3
        writer.select(at, at)
        await window.press("f8", "escape")
        assert words not in window.panes.letter.text
        assert ", and for letting it run over.\n\n" in window.panes.letter.text


async def test_taking_out_twice_takes_no_written_part(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        await window.press("tab")
        await window.typed(CAN)
        await window.press("tab", "ctrl+t", "ctrl+t")
        text = window.panes.letter.text
        assert MOMENT in text
        assert CAN in text
        assert PARTS["not_said"] not in text
        assert PARTS["want"] not in text
        assert PARTS["next"] in text
        await window.press("ctrl+t", "ctrl+t", "ctrl+t")
        text = window.panes.letter.text
        assert MOMENT in text
        assert CAN in text
        assert "Robin Sample" in text


async def test_a_space_typed_elsewhere_after_a_beginning_is_a_space(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab", "f8")
        writer = window.panes.letter.writer
        end = writer.cursor
        await window.typed("the rota")
        # Words that come in before move others to where the beginning ended.
        writer.select(0, 0)
        await window.typed("x" * len("the rota"))
        writer.select(end, end)
        before = writer.text
        await window.press("space")
        assert writer.text == f"{before[:end]} {before[end:]}"


@pytest.mark.parametrize("behind", [" I was glad of the tea.", ", and for the tea.", "\n\nTea!"])
@pytest.mark.parametrize("pressed", ["w", "f8"])
async def test_other_words_for_our_sentence_threw_away_what_was_typed_behind_it(
    path: Path, behind: str, pressed: str
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        ours = next(one for one in writer.spans if one.name == "opening")
        words = ours.of(writer.text)
        end = ours.end - 1 if behind.startswith(",") else ours.end
        writer.select(end, ours.end)
        await window.paste(behind)
        writer.select(ours.start, ours.start)
        await window.paste("Good morning! ")
        if pressed == "f8":
            writer.select(ours.start + 20, ours.start + 20)
            await window.press("f8", "escape")
        else:
            await window.press("escape", "w")
        [(text,)] = window.rows(TEXT, 1)
        assert words.rstrip(".") not in text
        before, _, after = text.partition("Good morning! ")
        assert before == "Dear Dr. Chen,\n\n"
        assert after.index(behind) > 15
        assert ".," not in text
        assert writer.text == text


async def test_a_sentence_of_ours_that_somebody_changed_is_theirs(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        ours = next(one for one in writer.spans if one.name == "opening")
        middle = ours.start + ours.of(writer.text).index(" for ")
        writer.select(middle, middle)
        await window.typed(" and Pat")
        await window.press("f8")
        await window.says("There are no other words for this")
        await window.press("escape", "w")
        [(text,)] = window.rows(TEXT, 1)
        assert " and Pat for " in text


async def test_a_written_part_is_emptied_first_and_then_taken_out(path: Path) -> None:
    """There was no way to clear one part and to begin it anew."""
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed(MOMENT)
        written = window.panes.letter.text
        await window.press("ctrl+t")
        await window.says("Emptied. Ctrl+T again takes it out; Ctrl+Z brings your words back.")
        writer = window.panes.letter.writer
        assert writer.selected_text == PARTS["moment"]
        await window.press("ctrl+z")
        assert writer.text == written
        await window.press("ctrl+t")
        await window.typed(CAN)
        await window.press("escape")
        assert said(window, "moment") == CAN
        await window.press("enter", "shift+tab", "shift+tab")
        moment = next(one for one in writer.spans if one.name == "moment")
        writer.select(moment.end, moment.end)
        await window.press("ctrl+t", "ctrl+t", "escape")
        [(text,)] = window.rows(TEXT, 1)
        assert CAN not in text
        assert PARTS["moment"] not in text
        assert PARTS["you_can"] in text


@pytest.mark.parametrize("name", ["greeting", "opening", "farewell", "me", "phone"])
async def test_ctrl_t_twice_at_the_end_of_a_sentence_of_ours_takes_it_out(
    path: Path, name: str
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        ours = next(one for one in writer.spans if one.name == name)
        words = ours.of(writer.text)
        writer.select(ours.end, ours.end)
        await window.press("ctrl+t")
        await window.says("Type your own here; Ctrl+T again takes it out.")
        assert writer.selected_text == words
        await window.press("ctrl+t")
        await window.says("Taken out. Ctrl+Z in the text brings it back.")
        await window.press("escape")
        [(text,)] = window.rows(TEXT, 1)
        assert words not in text


async def test_enter_at_a_question_begins_it_and_leaves_no_empty_line(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab", "enter")
        assert "I've been thinking about " in window.panes.letter.text
        assert PARTS["moment"] not in window.panes.letter.text
        await window.typed("it.")
        await window.press("enter")
        assert "I've been thinking about it.\n" in window.panes.letter.text


async def test_backspace_at_a_question_takes_it_out_as_a_whole_and_says_so(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        before = window.panes.letter.text
        assert f"[{PARTS['moment'].strip('[]')}]" in before
        await window.press("backspace")
        await window.says("Taken out.")
        after = window.panes.letter.text
        assert PARTS["moment"] not in after
        assert "\n\n\n" not in after
        assert "  " not in after
        await window.press("ctrl+z")
        assert window.panes.letter.text == before


async def test_who_goes_on_from_the_words_that_are_asked_for_has_them_in_the_letter(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        await window.typed("showing me the ovens")
        await window.press("tab")
        await window.typed("you were right about the oven doors")
        await window.press("escape")
        assert said(window, "thanks") == "Thank you for showing me the ovens."
        assert said(window, "moment") == "you were right about the oven doors."


async def test_backspace_into_a_question_leaves_no_half_of_it(path: Path) -> None:
    """ "[W" stayed in the letter as text."""
    async with opened(path) as window:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        open_place = next(one for one in writer.places if one.name == "moment")
        before = writer.text
        writer.select(open_place.end, open_place.end)
        await window.press("backspace")
        assert writer.text == before
        assert writer.selected_text == PARTS["moment"]
        await window.press("backspace")
        assert PARTS["moment"] not in writer.text
        assert "[" + PARTS["moment"][1:20] not in writer.text


async def test_an_earlier_version_has_as_many_words_as_went_out(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed("You told me about the boy who counts his teeth aloud.")
        await window.press("escape", "y")
        [copied] = window.clipboard.texts
        await window.press("enter")
        await window.typed("Thank you for the tea.")
        await window.press("escape", "v")
        assert f"{word_count(copied)} words" in " ".join(window.lines)
