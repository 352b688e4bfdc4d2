"""What is decided about a letter: kind, form, wording, subject, gaps, when it was sent."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.records import Interview, Me, Outcome
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.tui.driving import NARROW, Clock, Window, edit_letter, facts, mark_sent, opened, second
from tests.unit.build import as_shown

KINDS = "SELECT kind, state FROM letter ORDER BY id"
TEXT = "SELECT text, follows_facts, form FROM letter"


async def begin(window: Window, kind: LetterKind, to: str = "Jo Park") -> None:
    """Go to the letter to somebody, and choose another kind of letter to them."""
    await window.press("3")
    while window.panes.letter.to is None or window.panes.letter.to.person.name != to:
        await window.press("]")
    await edit_letter(window, kind=kind.value)


def open_letter(window: Window, kind: LetterKind) -> None:
    """Show a letter of any kind, as a line of the steps does."""
    person = about(kind).to_reference and window.desk.case.facts.vouching[0].person  # type: ignore[union-attr]
    person = person or window.desk.case.facts.met[1].person  # type: ignore[union-attr]
    window.work.letters.begin(kind, person.id)


async def test_another_kind_of_letter_is_begun_and_is_on_file_once_it_is_touched(
    path: Path,
) -> None:
    async with opened(path) as window:
        await begin(window, LetterKind.FOLLOW_UP)
        assert "Jo Park · follow-up note" in window.pane("letter")
        assert window.focused == "letter"
        assert window.rows(KINDS) == []
        await window.press("enter")
        await window.typed("Mine. ")
        await window.press("escape")
        assert window.rows(KINDS) == [("follow-up note", "draft")]
        assert "Jo Park, follow-up note" in window.lines_of("#recipients")
        # It has a place of its own beside the thank-you letters.
        await window.press("]")
        assert "thank-you" in window.pane("letter").splitlines()[0]
        await window.press("[")
        assert "Mine. " in window.panes.letter.text


async def test_a_letter_that_was_begun_and_not_touched_leaves_no_trace(path: Path) -> None:
    async with opened(path) as window:
        await begin(window, LetterKind.WITHDRAW)
        assert "withdraw" in window.lines_of("#recipients")
        await window.press("]")
        assert "withdraw" not in window.lines_of("#recipients")
        assert window.rows(KINDS) == []


async def test_u_after_choosing_another_kind_shows_the_letter_before_and_undoes_no_change(
    path: Path,
) -> None:
    changes = "SELECT count(*) FROM change WHERE undone_at IS NULL"
    async with opened(path) as window:
        before = window.rows(changes)
        await edit_letter(window, kind="follow-up note")
        assert "follow-up note" in window.pane("letter").splitlines()[0]
        assert "u Undo “chose the follow-up note to" in window.lines[-1]
        await window.press("1")
        await window.to_line("Oak Vision")
        await window.press("u")
        await window.says("Undone: chose the follow-up note to Dr. Maria Chen")
        assert "thank-you" in window.pane("letter").splitlines()[0]
        assert window.desk.selected == 1
        assert window.rows(changes) == before
        await window.press("u", "u")
        assert window.rows(changes) != before, "then the change before is next"


async def test_what_was_typed_since_another_kind_was_chosen_is_undone_first(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, kind="follow-up note")
        await window.press("enter")
        await window.typed("Mine. ")
        await window.press("escape")
        assert window.rows(KINDS) == [("follow-up note", "draft")]
        await window.press("u")
        assert window.rows(KINDS) == []


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if not about(kind).to_reference])
async def test_every_kind_has_a_draft_of_its_own(path: Path, kind: LetterKind) -> None:
    async with opened(path) as window:
        await window.press("3", "]")
        thanks = window.panes.letter.text
        open_letter(window, kind)
        await window.settle()
        text = window.panes.letter.text
        assert text.startswith("Dear Jo,")
        assert gap(about(kind).parts[0]) in text
        assert (text == thanks) is (kind is LetterKind.THANK_YOU)


async def test_a_reference_is_thanked(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, kind=LetterKind.REFERENCE.value)
        await window.press("1")  # there are two: to whom is asked
        assert window.panes.letter.text.startswith("Dear Amy,")
        assert "Amy Ortiz, thanks to a reference" in window.lines_of("#recipients")


async def test_where_nobody_was_met_a_reference_can_be_thanked(path: Path) -> None:
    async with second(path, Clock()) as store:
        oak = facts(path, Clock(), 2)
        store.interviews.edit(Entry(oak.interview, [], None))
    async with opened(path) as window:
        await window.to_line("Oak Vision")
        await window.press("3", "e")
        assert window.panes.letter.text.startswith("Dear Amy,")
        window.work.letters.ask_to_whom(LetterKind.FOLLOW_UP)
        await window.says("Nobody you met is noted")


@pytest.mark.parametrize(
    ("outcome", "offered"),
    [
        (
            Outcome.OPEN,
            "thank-you|note to pass on|correction|follow-up note|another offer|withdraw",
        ),
        (Outcome.OFFER, "thank-you|correction|thanks for an offer|more time|accept|decline"),
        (Outcome.NO, "thank-you|why-not|thanks after a no"),
    ],
)
async def test_the_kinds_are_those_that_make_sense_now(
    path: Path, outcome: Outcome, offered: str
) -> None:
    async with opened(path) as window:
        window.store.interviews.end(
            facts(path, window.clock).interview, outcome, date(2026, 11, 23)
        )
        window.desk.read()
        await window.press("3", "e")
        kinds = window.entry("kind")
        kinds.focus()
        shown = []
        for _ in offered.split("|"):
            shown.append(kinds.value)
            await window.press("right")
        assert shown == offered.split("|")
        assert kinds.value == "thanks to a reference"


async def test_a_form_is_chosen_and_the_draft_still_follows_the_facts(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, form="card by hand")
        assert "card by hand" in window.pane("letter")
        [(_, follows, form)] = window.rows(TEXT)
        assert (follows, form) == (1, "card by hand")
        assert gaps_and_length.word_count(window.panes.letter.text) <= 60
        async with second(path, Clock()) as other:
            other.checklist.write_me(Me(name="Sam Rivera"))
        await window.until(lambda: window.panes.letter.text.endswith("Sam Rivera"))
        assert [follows for _, follows, _ in window.rows(TEXT)] == [1]


async def test_only_an_e_mail_has_a_subject(path: Path) -> None:
    async with opened(path) as window:
        assert "Subject  " in window.pane("letter")
        await edit_letter(window, subject="My own words")
        assert window.rows("SELECT subject FROM letter") == [("My own words",)]
        assert "Subject  My own words" in window.pane("letter")
        await edit_letter(window, form="typed")
        assert "Subject  " not in window.pane("letter")
        await window.press("e")
        assert not window.app.screen.query("#field-subject")


async def test_other_words_for_the_whole_letter_are_one_edit_that_goes_back(path: Path) -> None:
    async with opened(path) as window:
        before = window.panes.letter.text
        await window.press("3", "w")
        first = window.panes.letter.text
        assert first != before
        assert window.rows("SELECT text FROM letter") == [(first,)]
        await window.press("w")
        assert window.panes.letter.text not in (before, first)
        await window.press("ctrl+z")
        assert window.panes.letter.text == first
        await window.press("ctrl+z")
        assert window.panes.letter.text == before
        await window.press("ctrl+y")
        assert window.panes.letter.text == first


async def test_u_takes_back_other_words_and_not_what_was_typed_before(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        await window.typed("the x-ray")
        await window.press("escape")
        mine = window.panes.letter.text
        await window.press("w", "u")
        assert window.panes.letter.text == mine
        assert window.rows("SELECT text FROM letter") == [(mine,)]


async def test_other_words_for_one_sentence_leave_the_others(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        before, writer = window.panes.letter.text, window.panes.letter.writer
        opening = next(one for one in writer.spans if one.name == "opening")
        writer.select(opening.start + 5, opening.start + 5)
        await window.press("f8")
        after = window.panes.letter.text
        assert after.startswith(before[: opening.start])
        assert after.endswith(before[opening.end :])
        assert opening.of(before) not in after
        assert window.focused == "letter-text"
        await window.press("ctrl+z")
        assert window.panes.letter.text == before


async def test_there_are_no_other_words_for_ones_own(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter")
        window.panes.letter.writer.move_cursor((0, 0))
        own = "Quokkas juggle purple teapots beside nine sleepy lighthouses.\n\n"
        await window.paste(own)
        before = window.panes.letter.text
        window.panes.letter.writer.move_cursor((0, 3))
        await window.press("f8")
        await window.says("There are no other words for this: it is yours, or it is a name.")
        assert window.panes.letter.text == before


async def test_every_gap_is_filled_by_jumping(path: Path) -> None:
    filled = (
        "I was glad of the coffee.",
        "You showed me the x-ray.",
        "I can type.",
        "I sold shoes.",
        "I want it.",
        "I am free.",
    )
    async with opened(path) as window:
        await window.press("3", "enter")
        for words in (*filled, "Sam Rivera", "555 0142"):
            await window.typed(words)
            await window.press("tab")
        [(text,)] = window.rows("SELECT text FROM letter")
        assert gaps_and_length.gaps(text) == ()
        assert all(words in text for words in filled)
        assert text.endswith("Sam Rivera\n555 0142")


async def test_back_to_the_draft_keeps_the_text_as_a_version(path: Path) -> None:
    async with opened(path) as window:
        draft = window.panes.letter.text
        await window.press("3", "enter")
        await window.typed("Mine")
        await window.press("escape")
        mine = window.panes.letter.text
        await window.press("d")
        assert window.panes.letter.text == draft
        assert window.rows("SELECT follows_facts FROM letter") == [(1,)]
        assert (mine,) in window.rows("SELECT text FROM text_version")
        await window.press("u")
        assert window.panes.letter.text == mine
        await window.press("u", "d")
        await window.says("This is the draft already")


async def test_when_and_how_it_was_sent_can_be_said(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, on="yesterday", how="by post")
        [(text,)] = window.rows("SELECT text FROM letter")
        assert gap(about(LetterKind.THANK_YOU).parts[0]) not in text  # as it went out
        sent = "SELECT state, sent_on, sent_how FROM letter"
        assert window.rows(sent) == [("sent", "2026-11-22", "by post")]
        await edit_letter(window, on="tomorrow")
        assert "That day is still to come" in window.screen
        await window.press("ctrl+u", "ctrl+s")
        assert "takes the mark away" in window.screen
        await window.typed("fri")
        await window.press("ctrl+s")
        assert window.rows(sent) == [("sent", "2026-11-20", "by post")]


async def test_a_day_is_asked_for_where_only_the_way_is_said(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, how="by post")
        assert "On which day was it sent?" in window.screen
        assert window.rows(KINDS) == []


async def test_one_form_is_one_step_back(path: Path) -> None:
    async with opened(path) as window:
        before = window.rows("SELECT * FROM meeting")
        await edit_letter(window, subject="Mine", talked_about="the x-ray", form="card by hand")
        said = "changed the form, the subject and the notes of the letter to Dr. Maria Chen"
        assert window.rows("SELECT sentence FROM change ORDER BY id DESC LIMIT 1") == [(said,)]
        assert window.rows("SELECT subject, form FROM letter ORDER BY id") == [
            ("Mine", "e-mail"),
            ("", "card by hand"),
        ]
        await window.press("u")
        await window.says(f"Undone: {said}")
        assert window.rows("SELECT * FROM letter") == []
        assert window.rows("SELECT * FROM meeting") == before


async def test_a_form_that_is_saved_as_it_was_changes_nothing(path: Path) -> None:
    async with opened(path) as window:
        before = window.rows("SELECT * FROM change")
        await window.press("3", "e", "ctrl+s")
        assert window.app.screen is window.main
        assert window.rows("SELECT * FROM change") == before


async def test_what_is_typed_in_the_form_is_kept_on_escape(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "e", "tab", "tab", "tab")
        await window.typed("the x-ray")
        await window.turn_to("form", "card by hand")
        await window.press("escape")
        assert window.rows("SELECT talked_about FROM meeting WHERE id = 1") == [("",)]
        await window.press("e")
        assert (window.value("talked_about"), window.value("form")) == ("the x-ray", "card by hand")


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("another letter", "kind"),
        ("talked", "talked_about"),
        ("sent when", "on"),
        ("subject", "subject"),
    ],
)
async def test_everyday_words_lead_to_the_field(path: Path, said: str, at: str) -> None:
    async with opened(path) as window:
        await window.press("3", "question_mark")
        await window.typed(said)
        await window.press("enter")
        assert window.focused == f"field-{at}"


async def test_another_kind_in_another_form_leaves_this_letter_as_it_is(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, kind=LetterKind.CORRECTION.value, form="card by hand")
        assert "correction · card by hand" in window.pane("letter").splitlines()[0]
        assert window.rows("SELECT kind, form FROM letter") == [("correction", "card by hand")]


async def test_the_template_is_chosen_in_the_form(path: Path) -> None:
    async with opened(path) as window:
        window.store.templates.add(
            LetterKind.THANK_YOU, LetterForm.EMAIL, "short", "{{ greeting }}\n\nShort."
        )
        window.desk.read()
        await edit_letter(window, template="1")
        assert window.panes.letter.text == "Dear Dr. Chen,\n\nShort."
        assert window.rows("SELECT text FROM letter") == [("Dear Dr. Chen,\n\nShort.",)]
        await edit_letter(window, template="0")
        assert gap(about(LetterKind.THANK_YOU).parts[0]) in window.panes.letter.text


async def test_nothing_is_changed_in_a_letter_that_is_sent(path: Path) -> None:
    async with opened(path) as window:
        await mark_sent(window)
        await window.press("[")
        before = window.rows("SELECT * FROM letter")
        for key in ("w", "d"):
            await window.press(key)
            await window.says("This letter is marked sent.")
            window.app.clear_notifications()
        await window.press("enter", "ctrl+z")
        assert window.rows("SELECT * FROM letter") == before


async def test_a_second_follow_up_note_is_begun_where_the_first_was_sent(path: Path) -> None:
    async with opened(path) as window:
        await begin(window, LetterKind.FOLLOW_UP)
        await mark_sent(window)
        await window.says("It is noted as a try.")
        first = window.panes.letter.text
        assert len(window.rows("SELECT * FROM follow_up")) == 1
        await edit_letter(window, kind="again")
        assert not window.panes.letter.writer.read_only
        assert len(window.rows("SELECT * FROM follow_up WHERE binned_at IS NULL")) == 1
        assert (first,) in window.rows("SELECT text FROM text_version")


async def test_the_call_sheet_offers_a_note_instead(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Ask how things stand")
        await window.press("enter", "7")
        assert "follow-up note" in window.pane("letter").splitlines()[0]
        assert window.focused == "letter"


async def test_a_form_chosen_in_another_window_is_shown(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        one = facts(path, clock)
        maria = one.met[0].person
        other.letters.choose_form(as_shown(one, maria), maria, LetterForm.CARD)
        await window.until(lambda: "card by hand" in window.pane("letter"))


async def test_the_letter_and_its_keys_are_legible_on_a_small_screen(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("3")
        for words in ("Subject", "Dear Dr. Chen", "draft", "words"):
            assert words in window.screen
        await window.press("e")
        for words in ("Which letter", "Goes out as", "You talked about", "To stress", "Sent on"):
            assert words in window.screen


@pytest.mark.parametrize("kind", LetterKind)
async def test_every_kind_can_be_sent_and_opened_again(path: Path, kind: LetterKind) -> None:
    async with opened(path) as window:
        open_letter(window, kind)
        await window.settle()
        await mark_sent(window)
        assert window.rows("SELECT kind, state FROM letter") == [(kind.value, "sent")]
        if kind is LetterKind.THANK_YOU:  # the next that is not sent is shown
            await window.press("]")
        await window.press("space")
        assert window.rows("SELECT kind, state FROM letter") == [(kind.value, "draft")]


PANEL = (
    "Dr. Bo Li",
    "Ms. Maximiliana Featherstonehaugh-Cholmondeley-Warner of Lower Wetherby on the Hill",
    "Jen Doe",
    "Kim Roe",
    "Lee Poe",
    "Sam Rivera-Montgomery",
)


@pytest.mark.parametrize("size", [(120, 36), NARROW, (60, 20)])
async def test_on_a_large_panel_whose_letter_it_is_stays_in_view(
    path: Path, size: tuple[int, int]
) -> None:
    with closing(Store(path, Clock())) as store:
        interview = Interview(employer="Lakeside Dental", role="Clerk", held_on=date(2026, 11, 20))
        store.interviews.add(Entry(interview, [names.person(one) for one in PANEL]))
    async with opened(path, size=size) as window:
        window.desk.reveal(3)
        await window.press("3")
        for name in PANEL:
            listed = window.lines_of("#recipients")
            assert name[:30] in listed
            assert listed.endswith("draft")
            assert "……" not in listed
            await window.press("]")
        assert PANEL[0] in window.lines_of("#recipients")


async def nobody_met(window: Window) -> None:
    """Show an interview at which nobody was met."""
    window.store.interviews.add(
        Entry(Interview(employer="Oak Vision", role="Aide", held_on=date(2026, 11, 20)))
    )
    window.desk.read()
    await window.settle()
    await window.to_line("Oak Vision")
    await window.press("3")


@pytest.mark.parametrize("key", ["enter", "space", "e", "w", "d", "v", "c", "s", "y", "ctrl+o"])
async def test_without_anybody_met_no_key_of_the_letter_is_silent(path: Path, key: str) -> None:
    async with opened(path) as window:
        await nobody_met(window)
        await window.press(key)
        await window.says("There is no letter here. e in 1 adds whom you met.")


@pytest.mark.parametrize("begun", [[], ["w"]], ids=["draft", "yours"])
async def test_what_is_noted_for_a_letter_leaves_its_text_and_is_said_to_stand_beside_it(
    path: Path, begun: list[str]
) -> None:
    async with opened(path) as window:
        await window.press("3", *begun)
        before = window.panes.letter.text
        await window.press("e")
        await window.fill("talked_about", "the new chairs")
        await window.press("ctrl+s")
        await window.says("Noted. It stands under the thank-you letter while you write")
        assert window.panes.letter.text == before
        await window.press("enter")
        assert "the new chairs" in window.lines_of("#letter-part")


async def test_a_second_note_after_a_sent_one_is_said_to_be_new(path: Path) -> None:
    async with opened(path) as window:
        await begin(window, LetterKind.FOLLOW_UP)
        await mark_sent(window)
        await edit_letter(window, kind="again")
        await window.says("The last follow-up note is sent; this is a new one.")
        await window.press("u")
        assert window.rows(KINDS) == [("follow-up note", "sent")]


async def test_undo_does_not_reach_into_the_letter_to_somebody_else(path: Path) -> None:
    """Two letters of the same words: what was typed in one is not put into the other."""
    async with opened(path) as window:
        writer = window.panes.letter.writer
        await window.press("3")
        writer.exchange("The same.")
        await window.press("]")
        writer.exchange("Dear Jo,")
        writer.exchange("The same.")
        await window.press("[", "ctrl+z")
        assert window.panes.letter.text == "The same."
        await window.press("escape")
        assert sorted(window.rows("SELECT text FROM letter")) == [("The same.",), ("The same.",)]


async def test_each_form_has_its_own_text_and_the_last_one_comes_back(path: Path) -> None:
    by_form = "SELECT form, text FROM letter WHERE person_id = 1 ORDER BY id"
    async with opened(path) as window:
        await window.press("3", "enter")
        window.panes.letter.writer.select_all()
        await window.paste("By mail")
        await window.press("escape")
        await edit_letter(window, form="card by hand")
        await window.says("Each form has its own text. Yours is kept; e goes back to it.")
        assert window.panes.letter.text.startswith("Dear Dr. Chen,")
        await window.press("enter")
        window.panes.letter.writer.select_all()
        await window.paste("By hand")
        await window.press("escape")
        await edit_letter(window, form="e-mail")
        assert window.panes.letter.text == "By mail"
        assert window.rows(by_form) == [("e-mail", "By mail"), ("card by hand", "By hand")]
        await window.press("enter", "ctrl+z")  # takes back no text of the card
        assert "By hand" not in window.panes.letter.text


async def test_a_letter_that_is_sent_can_go_out_once_more_as_a_card(path: Path) -> None:
    sent = "SELECT form, state FROM letter WHERE person_id = 1 ORDER BY id"
    async with opened(path) as window:
        await mark_sent(window)
        assert window.rows(sent) == [("e-mail", "sent")]
        await window.press("[")
        await edit_letter(window, form="card by hand")
        assert window.panes.letter.form == "card by hand"
        assert not window.panes.letter.writer.read_only
        await window.press("2")
        await window.to_line("Dr. Maria Chen")
        assert "sent Mon 23 Nov" in window.current_line
        await window.press("space")  # the line is done by the e-mail: it is that one
        assert window.rows(sent) == [("e-mail", "draft"), ("card by hand", "draft")]
