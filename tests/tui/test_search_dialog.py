"""Search over everything: what is typed is found, shown in its sentence, and gone to."""

from __future__ import annotations

import threading
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.found import Results, Section
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.records import FollowUp, Interview, Outcome, OwnItem, Person, Step
from afterview_tui.domain.story import Story
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.search.hit_lines import MARK
from afterview_tui.tui.search.search_dialog import SearchDialog
from afterview_tui.tui.terminal import Incoming
from tests.tui.driving import JO, Clock, Window, opened, shows
from tests.tui.odd import ACTS
from tests.unit.build import as_shown

SMALL = (60, 20)
SIZES = [(120, 36), (80, 24), SMALL]


@pytest.fixture
def filed(path: Path, clock: Clock) -> Path:
    """The two interviews, with a word of its own in each kind of record."""
    with closing(Store(path, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        jo = next(one.person for one in facts.met if one.person.name == "Jo Park")
        talk = next(one.meeting for one in facts.met if one.person.name == "Jo Park")
        noted = replace(facts.interview, place="Pier 9", notes="notable parking")
        store.interviews.edit(Entry(noted, None, None), facts.interview)
        store.people.edit(replace(jo, phone="+1 (212) 555-0121", notes="reached after four"), jo)
        store.letters.write(
            as_shown(facts, jo), jo, "Dear Ms. Park,\n\nwe spoke of crème brûlée twice.", ""
        )
        store.interviews.say_about(replace(talk, talked_about="the sabbatical list"))
        store.journal.write(facts, "cared", "Punctuality above all.", "")
        store.journal.ask("What about hygiene?", 1)
        store.stories.add(Story(name="The lighthouse", action="I counted to nine."))
        store.templates.add(LetterKind.FOLLOW_UP, LetterForm.CARD, "warm", "{{ greeting }} bonfire")
        store.resume.write_notes("moved the trapeze course to the top", "")
        with store.file.change("noted more") as change:
            change.insert(FollowUp(interview_id=2, said="call the warehouse"))
            change.insert(OwnItem(interview_id=2, step=Step.PREPARE, text="buy envelopes"))
    return path


async def searched(window: Window, said: str) -> SearchDialog:
    """Search, and wait for what is found."""
    await window.press("slash")
    await window.typed(said)
    return await results_in(window)


async def results_in(window: Window) -> SearchDialog:
    await window.app.workers.wait_for_complete()
    await window.settle()
    assert isinstance(window.app.screen, SearchDialog)
    return window.app.screen


def to_hit(dialog: SearchDialog, section: str) -> None:
    """Put the cursor on the first hit of a section."""
    rows = dialog.query_one(Rows)
    ids = [one.id or "" for one in rows.options]
    rows.highlighted = next(n for n, one in enumerate(ids) if one.startswith(f"{section}-"))


def box(window: Window) -> str:
    return window.app.screen.query_one("#search-text", Input).value


def sections(dialog: SearchDialog) -> list[str]:
    return [found.section.value for found in dialog.results.sections]


async def all_at_once(window: Window, data: bytes) -> None:
    """Hand over bytes as a terminal does that had them waiting."""
    driver = window.app._driver
    assert driver is not None
    for message in Incoming().take(data):
        driver.process_message(message)
    await window.settle()


# The keys


async def test_the_first_characters_of_a_burst_all_arrive_in_the_box(path: Path) -> None:
    for said in ("dental", "/", "q", "tab o"):
        async with opened(path) as window:
            await all_at_once(window, b"/" + said.encode())
            assert shows(window, SearchDialog)
            assert box(window) == said


async def test_enter_in_the_same_burst_goes_to_what_was_typed(path: Path) -> None:
    async with opened(path) as window:
        await all_at_once(window, b"/oak\r")
        await window.until(lambda: not shows(window, SearchDialog))
        assert window.desk.selected == 2
        assert window.focused == "interview-rows"
        assert window.panes.interviews.current == 2


@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "t"])
async def test_it_opens_from_each_pane_and_esc_goes_back_to_where_one_was(
    path: Path, pane: str
) -> None:
    async with opened(path) as window:
        await window.press(pane, "j")
        before = window.focused, window.current_line, window.desk.selected
        await searched(window, "oak")
        await window.press("escape")
        assert window.app.screen is window.main
        assert (window.focused, window.current_line, window.desk.selected) == before


async def test_in_a_text_the_key_is_a_letter(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        await window.typed("and/or")
        assert window.panes.journal.writer.text.endswith("and/or")


async def test_what_is_searched_for_last_comes_back_to_be_gone_on_with_or_typed_over(
    filed: Path,
) -> None:
    async with opened(filed) as window:
        to_hit(await searched(window, "pa"), "LETTERS")
        await window.press("enter")
        assert window.focused == "letter"
        await window.press("slash")
        dialog = await results_in(window)
        assert box(window) == "pa"
        assert (dialog.query_one(Rows).current_id or "").startswith("LETTERS"), "the one gone to"
        await window.typed("oak")
        await results_in(window)
        assert box(window) == "oak"


# What is found


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_found_words_are_shown_marked_in_their_sentence(
    filed: Path, size: tuple[int, int]
) -> None:
    async with opened(filed, size=size) as window:
        dialog = await searched(window, "BRULEE")
        assert sections(dialog) == ["Letters"]
        assert "LETTERS 1" in window.screen
        assert "we spoke of crème brûlée" in window.screen
        assert "Search · 1 found" in window.screen
        assert "Tab only this pane   Esc back" in window.screen
        marked = dialog.query_one(Rows).render_line(2)
        words = [one.text.strip() for one in marked if one.style and one.style.underline]
        assert words == ["brûlée"]
    assert "underline" in MARK


async def test_an_employer_that_is_typed_has_its_interviews_first(filed: Path) -> None:
    async with opened(filed) as window:
        dialog = await searched(window, "lakeside")
        assert sections(dialog)[0] == "Interviews"
        assert "Lakeside Dental" in str(dialog.results.sections[0].hits[0].name)


@pytest.mark.parametrize("said", ["555-0121", "2125550121", "(212) 555", "+1 212 555 0121"])
async def test_a_phone_number_is_found_however_it_is_written(filed: Path, said: str) -> None:
    async with opened(filed) as window:
        await searched(window, said)
        assert "Jo Park" in window.screen
        assert "phone: +1 (212) 555-0121" in window.screen


async def test_nothing_found_says_so(path: Path) -> None:
    async with opened(path) as window:
        await searched(window, "xyzzy")
        assert "Nothing is found." in window.screen
        await window.press("tab")
        await results_in(window)
        assert "Nothing is found. Tab searches all." in window.screen
        await window.press("enter")
        assert shows(window, SearchDialog)


async def test_tab_searches_only_the_pane_one_came_from_and_everything_again(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("3")
        dialog = await searched(window, "pa")
        everything = sections(dialog)
        assert {"Interviews", "People", "Letters"} < set(everything)
        await window.press("tab")
        dialog = await results_in(window)
        assert sections(dialog) == ["Letters"]
        assert "letters, talks, templates" in window.screen
        await window.typed("rk")
        assert sections(await results_in(window)) == ["Letters"]
        await window.press("tab", "backspace", "backspace")
        assert sections(await results_in(window)) == everything


async def test_more_than_a_few_are_shown_on_enter(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        for number in range(12):
            store.journal.ask(f"What about saffron number {number}?", None)
    async with opened(path) as window:
        await searched(window, "saffron")
        assert "7 more: Enter shows them" in window.screen
        rows = window.app.screen.query_one(Rows)
        rows.action_last()
        await window.press("enter")
        dialog = await results_in(window)
        assert len(dialog.results.sections[0].hits) == 12
        await window.press("tab")
        assert len((await results_in(window)).results.sections[0].hits) == 5


# Threads


class Slow:
    """A search that lasts until it is let go, and notes what it was asked."""

    def __init__(self, store: Store) -> None:
        self._find = store.search.everything
        self.go = threading.Event()
        self.asked: list[str] = []

    def __call__(self, said: str, sections: Collection[Section], lines: int) -> Results:
        self.asked.append(said)
        assert self.go.wait(60)
        return self._find(said, sections, lines)


async def test_no_key_waits_for_a_search_and_the_latest_text_wins(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        slow = Slow(window.store)
        monkeypatch.setattr(window.store.search, "everything", slow)
        shown: list[str] = []
        show = SearchDialog._show

        def noting(dialog: SearchDialog, results: Results) -> None:
            shown.append(box(window))
            show(dialog, results)

        monkeypatch.setattr(SearchDialog, "_show", noting)
        await window.press("slash")
        await window.typed("l")
        await window.until(lambda: slow.asked)
        await window.typed("akeside")
        assert box(window) == "lakeside", "typed while the search lasts"
        assert not shown
        slow.go.set()
        dialog = await results_in(window)
        assert slow.asked == ["l", "lakeside"], "what was typed between is never looked up"
        assert shown == ["lakeside"], "what was found for less is dropped"
        assert dialog.results.sections[0].hits[0].name.startswith("Lakeside")


async def test_a_search_that_still_lasts_keeps_nobody_in_the_dialog(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        slow = Slow(window.store)
        monkeypatch.setattr(window.store.search, "everything", slow)
        await window.press("slash")
        await window.typed("oak")
        await window.until(lambda: slow.asked)
        await window.press("escape")
        assert window.app.screen is window.main
        slow.go.set()
        await window.press("j")
        assert window.app.is_running


async def test_a_file_out_of_reach_is_told_and_ends_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Results:
        raise NotSaved("The disk is gone.")

    async with opened(path) as window:
        monkeypatch.setattr(window.store.search, "everything", fails)
        await window.press("slash")
        await window.typed("oak")
        await window.says("The disk is gone.")
        assert box(window) == "oak"
        await window.press("enter", "escape")
        assert window.app.screen is window.main


# Going there


async def gone_to(window: Window, said: str) -> None:
    await searched(window, said)
    await window.press("enter")
    await window.settle()


async def test_to_an_interview_in_the_list(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("3")
        await gone_to(window, "oak")
        assert (window.focused, window.panes.interviews.current) == ("interview-rows", 2)
        await window.press("escape")
        assert (window.focused, window.desk.selected) == ("letter", 1)
        await window.press("escape")
        assert window.focused == "letter", "there is one way back"


async def test_to_an_interview_that_is_closed(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        past = Interview(
            employer="Élan Clinic",
            held_on=date(2026, 3, 2),
            outcome=Outcome.NO,
            outcome_on=date(2026, 3, 9),
        )
        number = store.interviews.add(Entry(past))
    async with opened(path) as window:
        await gone_to(window, "elan")
        assert window.panes.interviews.current == window.desk.selected == number
        assert "Élan Clinic" in window.pane("interviews")


async def test_to_a_letter_with_the_words_selected(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("2", "j")
        line = window.current_line
        await gone_to(window, "brulee")
        assert window.focused == "letter"
        assert window.panes.letter.to is not None
        assert window.panes.letter.to.person.name == JO.name
        assert window.panes.letter.writer.selected_text == "brûlée"
        await window.typed("x")  # nothing that is typed takes its place
        assert "brûlée" in window.panes.letter.writer.text
        await window.press("escape")
        assert (window.focused, window.current_line) == ("step-rows", line)


async def test_to_a_letter_in_a_form_that_is_not_in_front(filed: Path, clock: Clock) -> None:
    with closing(Store(filed, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        jo = next(one.person for one in facts.met if one.person.name == JO.name)
        store.letters.choose_form(as_shown(facts, jo), jo, LetterForm.CARD)
    async with opened(filed) as window:
        letter = window.panes.letter
        await gone_to(window, "brulee")
        assert (window.focused, letter.form) == ("letter", LetterForm.EMAIL)
        assert letter.writer.selected_text == "brûlée"
        assert f"{key('letter.edit')} goes back to the other" in window.notice
        await window.press("u")
        assert letter.form is LetterForm.CARD


async def test_to_a_letter_to_somebody_who_was_taken_out_of_the_interview(
    filed: Path, clock: Clock
) -> None:
    with closing(Store(filed, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        others = [one.person for one in facts.met if one.person.name != JO.name]
        store.interviews.edit(Entry(facts.interview, others, None), facts.interview)
    async with opened(filed) as window:
        await gone_to(window, "brulee")
        assert window.focused == "letter"
        assert "brûlée" not in window.panes.letter.text
        assert not window.panes.letter.writer.selected_text


async def test_esc_leads_back_to_the_letter_that_was_shown(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("3", "]")
        before = window.panes.letter.to
        await gone_to(window, "oak")
        await window.press("escape")
        assert window.focused == "letter"
        assert before is not None
        assert window.panes.letter.to == before
        assert before.person.name == JO.name


async def test_to_a_talk_where_the_letter_does_not_say_it(filed: Path) -> None:
    async with opened(filed) as window:
        await gone_to(window, "sabbatical")
        assert shows(window, Form)
        assert window.focused == "field-talked_about"
        assert window.value("talked_about") == "the sabbatical list"
        await window.press("escape")
        assert window.focused == "letter"


async def test_to_a_talk_in_the_letter_that_says_it(filed: Path, clock: Clock) -> None:
    with closing(Store(filed, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        met = facts.met[0]
        store.interviews.say_about(replace(met.meeting, talked_about="the recall list"))
        shown = as_shown(facts, met.person)
        store.letters.write(shown, met.person, "[What about recall?] Your recall list.", "")
    async with opened(filed) as window:
        to_hit(await searched(window, "recall"), "TALKS")
        await window.press("enter")
        await window.settle()
        assert window.focused == "letter"
        writer = window.panes.letter.writer
        assert writer.selected_text == "recall"
        assert writer.text[writer.cursor :].startswith(" list"), "not what is still open"


async def test_to_a_prompt_of_the_journal(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("j")
        await gone_to(window, "punctual")
        assert window.desk.selected == 1
        assert window.focused == "journal-rows"
        assert window.panes.journal.entry == "cared"
        await window.press("escape")
        assert (window.focused, window.desk.selected) == ("interview-rows", 2)


@pytest.mark.parametrize(
    ("said", "tab", "name"),
    [
        ("hygiene", Where.QUESTIONS, "What about hygiene?"),
        ("counted nine", Where.STORIES, "The lighthouse"),
        ("ortiz", Where.PEOPLE, "Amy Ortiz"),
        ("reached after", Where.PEOPLE, "Jo Park"),
    ],
)
async def test_to_a_question_a_story_a_person_in_their_tab(
    filed: Path, said: str, tab: Where, name: str
) -> None:
    async with opened(filed) as window:
        await window.press("3")
        dialog = await searched(window, said)
        to_hit(dialog, tab.upper())
        await window.press("enter")
        assert window.shelf.WHERE is tab
        assert name in window.current_line
        await window.press("escape")
        assert window.app.screen is window.main
        assert (window.focused, window.desk.selected) == ("letter", 1)


async def test_to_a_template(filed: Path) -> None:
    async with opened(filed) as window:
        await gone_to(window, "bonfire")
        assert window.shelf.WHERE is Where.TEMPLATES
        await window.until(lambda: "bonfire" in window.screen)
        assert window.shelf.listing.current.name == "warm"
        await window.press("escape")
        assert window.app.screen is window.main


async def test_to_the_notes_of_an_interview_in_its_form(filed: Path) -> None:
    async with opened(filed) as window:
        await window.press("j")
        await gone_to(window, "notable")
        assert shows(window, Form)
        assert window.focused == "field-notes"
        assert window.value("employer") == "Lakeside Dental"
        await window.press("escape")
        assert window.app.screen is window.main
        await window.press("escape")
        assert window.desk.selected == 2


async def test_to_the_notes_on_the_resume(filed: Path) -> None:
    async with opened(filed) as window:
        await gone_to(window, "trapeze")
        assert window.shelf.WHERE is Where.RESUME


async def test_to_a_line_of_ones_own_among_the_steps(filed: Path) -> None:
    async with opened(filed) as window:
        await gone_to(window, "envelopes")
        assert window.desk.selected == 2
        assert window.focused == "step-rows"
        assert "buy envelopes" in window.current_line


async def test_to_what_they_said_at_a_call(filed: Path) -> None:
    async with opened(filed) as window:
        await gone_to(window, "warehouse")
        assert (window.desk.selected, window.focused) == (2, "step-rows")


async def test_what_another_window_removed_meanwhile_ends_nothing(
    filed: Path, clock: Clock
) -> None:
    for said in ("lakeside", "brulee", "sabbatical", "punctual", "notable", "hygiene", "ortiz"):
        async with opened(filed, clock=clock) as window:
            await searched(window, said)
            with closing(Store(filed, clock)) as other:
                for number in (1, 2):
                    facts = other.interviews.facts(number)
                    assert facts is not None
                    other.interviews.bin(facts.interview)
            await window.press("enter")
            assert window.app.is_running
            await window.press("escape", "escape", "escape")
            with closing(Store(filed, clock)) as other:
                other.file.undo()
                other.file.undo()


async def test_a_click_selects_and_opens_a_hit(filed: Path) -> None:
    async with opened(filed) as window:
        await searched(window, "oak")
        row = next(n for n, one in enumerate(window.lines) if "Oak Vision" in one)
        column = window.lines[row].index("Oak Vision")
        at = f"{column + 1};{row + 1}"
        await all_at_once(window, f"\x1b[<0;{at}M\x1b[<0;{at}m".encode())
        await window.until(lambda: not shows(window, SearchDialog))
        assert window.desk.selected == 2


# Whatever is on file


HOSTILE = {
    "markup": "saffron [/boom] [b]bold[/b] [@click=app.quit]x[/]",
    "a title": "saffron \x1b]0;owned\x07",
    "the clipboard": "saffron \x1b]52;c;aGk=\x07 \x9b31m",
    "right to left": "saffron \u202eאבג مرحبا\u202c",
    "other scripts": "saffron 面接 ありがとう ขอบคุณ धन्यवाद 감사합니다 👩‍👩‍👧‍👦",
    "wide": "謝" * 3000 + " saffron " + "謝" * 3000,
    "one word": "saffron" * 2000,
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_acts_on_nothing(
    path: Path, clock: Clock, name: str, size: tuple[int, int]
) -> None:
    text = HOSTILE[name]
    with closing(Store(path, clock)) as store, store.file.change("by a foreign hand"):
        for sql in (
            "UPDATE interview SET employer = ?, notes = ? WHERE id = 1",
            "UPDATE person SET name = ?, employer = ? WHERE id = 2",
            "INSERT INTO story (name, situation, task, action, result, lesson, themes)"
            " VALUES (?, ?, '', '', '', '', '')",
        ):
            store.file.db.execute(sql, [text, text])
    async with opened(path, size=size) as window:
        dialog = await searched(window, "saffron")
        assert dialog.results.number >= 3
        for key in ("down", "down", "pagedown", "tab", "tab"):
            await window.press(key)
            await results_in(window)
            assert not ACTS.search("\n".join(window.lines))
        assert window.app.is_running


async def test_an_answer_of_five_thousand_words_is_shown_where_the_word_is(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        number = store.journal.ask("What about it?", 1)
        posed = store.journal.get(number)
        assert posed is not None
        answer = f"{'many words ' * 2500}and then saffron {'many words ' * 2500}"
        store.journal.answer(posed.question, answer, "")
    async with opened(path, size=SMALL) as window:
        await searched(window, "saffron")
        assert "saffron" in window.lines_of("#found")


@pytest.mark.parametrize("said", ["[/boom]", "\\", '"', "a" * 5000, "謝", "\u0301", "*", "NEAR("])
async def test_whatever_is_typed_ends_nothing(path: Path, said: str) -> None:
    async with opened(path) as window:
        await window.press("slash")
        await window.paste(said)
        await results_in(window)
        await window.press("tab", "enter", "escape")
        assert window.app.is_running


async def test_an_empty_file_can_be_searched(empty: Path) -> None:
    async with opened(empty) as window:
        await searched(window, "oak")
        assert "Nothing is found." in window.screen
        await window.press("escape", "slash", "escape")
        assert window.app.screen is window.main


async def test_people_who_are_in_no_interview_are_found(empty: Path, clock: Clock) -> None:
    with closing(Store(empty, clock)) as store:
        store.people.add(Person(name="Ida Sørby"))
    async with opened(empty) as window:
        await gone_to(window, "sorby")
        assert window.shelf.WHERE is Where.PEOPLE
        assert "Ida Sørby" in window.current_line


async def test_results_that_come_while_the_search_is_being_closed_end_nothing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("slash")
        dialog = window.app.screen
        assert isinstance(dialog, SearchDialog)
        await window.press("escape")
        assert window.app.screen is window.main
        # Its parts are gone by now, and a thread has just found something.
        dialog._show(Results())
        await window.settle()
        assert window.app.is_running
