"""What is noted by a command is on file as if the app had noted it."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterForm, LetterState
from afterview_tui.domain.records import Asked, Felt, Form, Outcome, Result
from afterview_tui.storage.facts import interviews
from afterview_tui.storage.paths import backups_of
from tests.cli.conftest import CommandLine

MONDAY = date(2026, 11, 23)


def test_an_interview_is_added_with_everybody_and_says_what_follows(line: CommandLine) -> None:
    ran = line.well(
        *("add", "Harbor Clinic", "--role", "Hygienist", "--when", "fri 2pm-3pm"),
        *("--met", "Dr. Ana Ruiz, owner", "--met", "Sam Lee", "--reference", "Amy Ortiz, tutor"),
        *("--felt", "nerves", "--promised", "next wed", "--form", "video"),
        *("--zone", "Asia/Kathmandu", "--notes", "Bring the certificate"),
    )
    assert "Its number is 1." in ran.out
    assert "Then: 2 letters, today" in ran.out
    facts = line.facts("Harbor Clinic")
    one = facts.interview
    assert (one.held_on, str(one.starts_at), str(one.ends_at)) == (
        date(2026, 11, 20),
        "14:00:00",
        "15:00:00",
    )
    assert (one.felt, one.form, one.zone) == (Felt.NERVES, Form.VIDEO, "Asia/Kathmandu")
    assert one.promised_on == date(2026, 12, 2)
    assert one.notes == "Bring the certificate"
    assert [met.person.shown for met in facts.met] == ["Dr. Ana Ruiz", "Sam Lee"]
    assert facts.vouching[0].reference.relation == "tutor"
    assert line.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--when", "someday"], "--when someday"),
        (["--promised", "grue"], "--promised grue"),
        (["--felt", "odd"], "--felt odd: say one of well; mixed; poorly, nerves;"),
        (["--form", "telepathy"], "--form telepathy: say one of in person"),
        (["--zone", "Mars/Olympus"], "zones are named like"),
        (["--met", " "], "--met names nobody"),
    ],
)
def test_what_is_not_understood_is_named_and_nothing_is_put_on_file(
    line: CommandLine, options: list[str], says: str
) -> None:
    assert says in line.refused("add", "Harbor", *options)
    with line.store() as store:
        assert interviews(store.file) == []


def test_whom_one_met_can_be_added_later_with_the_talk(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--met", "Dr. Zoë Hart, owner")
    line.well("met", "oak", "Sam Lee, aide", "--talk", "The lenses", "--no-letter")
    line.well("met", "oak", "hart", "--talk", "The recall list", "--stress", "my calm")
    hart, lee = line.facts("Oak Vision").met
    assert (hart.meeting.talked_about, hart.meeting.strength) == ("The recall list", "my calm")
    assert hart.meeting.wants_letter
    assert (lee.person.job_title, lee.meeting.talked_about) == ("aide", "The lenses")
    assert not lee.meeting.wants_letter
    assert "Dr. Zoë Hart, owner and Sam Lee, aide" in line.well("met", "oak").out
    assert "names nobody" in line.refused("met", "oak", ",")


def test_a_reference_is_named_and_what_happens_with_them_is_noted(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    line.well("reference", "oak", "Ben Cole, former colleague, 555 0188")
    line.well("reference", "oak", "ben", "--agreed", "--briefed", "--on", "yesterday")
    line.well("reference", "oak", "cole", "--called", "--note", "They asked about Fridays")
    (one,) = line.facts("Oak Vision").vouching
    assert one.reference.asked is Asked.AGREED
    assert one.briefing.briefed_on == MONDAY - timedelta(days=1)
    assert one.briefing.called_on == MONDAY
    assert one.briefing.note == "They asked about Fridays"
    line.well("reference", "oak", "ben", "--called", "--back")
    assert line.facts("Oak Vision").vouching[0].briefing.called_on is None
    assert "Ben Cole" in line.well("reference", "oak", "ben", "--brief").out
    assert "Ben Cole, former colleague" in line.well("reference", "oak").out
    assert "one is meant" in line.refused("reference", "oak", "ben", "--asked", "--declined")
    assert "fits “joe”" in line.refused("reference", "oak", "joe", "--called")


def test_done_notes_the_fact_that_settles_the_line_and_takes_it_back(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--reference", "Amy Ortiz")
    assert "Done: Brief Amy Ortiz" in line.well("done", "brief", "amy").out
    assert line.facts("Oak Vision").vouching[0].briefing.briefed_on == MONDAY
    said = line.refused("done", "brief", "amy")
    assert "“Brief Amy Ortiz” is settled already: briefed Mon 23 Nov" in said
    line.well("done", "--back", "amy")
    assert "is open, due" in line.refused("done", "--back", "amy")
    assert line.facts("Oak Vision").vouching[0].briefing.briefed_on is None
    line.well("done", "brief", "amy", "--aside", "she knows")
    assert "set aside: she knows" in line.well("show", "oak").out.lower()


def test_done_with_a_letter_marks_it_sent(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--met", "Dr. Zoë Hart")
    ran = line.well("done", "thank", "hart", "--on", "today", "--how", "by post")
    assert "Sent: the letter to Dr. Zoë Hart." in ran.out
    assert "open parts left out" in ran.out
    (letter,) = line.facts("Oak Vision").letters
    assert (letter.state, letter.sent_on, letter.sent_how) == (LetterState.SENT, MONDAY, "by post")
    line.well("done", "--back", "thank", "hart")
    assert line.facts("Oak Vision").letters[0].state is LetterState.DRAFT


def test_a_call_wants_to_know_what_came_of_it(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--when", "2 weeks ago", "--met", "Zoë Hart")
    assert "--result (reached, voicemail" in line.refused("done", "ask", "stand")
    ran = line.well(
        *("done", "ask", "stand", "--result", "reached"),
        *("--said", "They are not done yet", "--promised", "fri"),
    )
    assert "Noted: reached. Next: Ask" in ran.out
    (tried,) = line.facts("Oak Vision").follow_ups
    assert (tried.result, tried.said) == (Result.REACHED, "They are not done yet")
    assert tried.new_promise == date(2026, 11, 27)
    line.well("undo")
    assert line.facts("Oak Vision").follow_ups == ()


def test_two_tries_are_enough_and_it_says_so(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--when", "3 weeks ago")
    line.well("done", "ask", "--result", "voicemail", "--on", "12 nov")
    assert "Two tries are enough" in line.well("done", "ask", "--result", "no answer").out


def test_a_line_is_moved_to_a_day_in_words(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--reference", "Amy Ortiz")
    assert "Moved to Mon 30 Nov" in line.well("move", "brief", "amy", "--to", "next mon").out
    assert line.facts("Oak Vision").adjustments[0].moved_to == date(2026, 11, 30)
    assert "--to grue" in line.refused("move", "brief", "--to", "grue")
    assert "No open line fits “elm”" in line.refused("move", "elm", "--to", "fri")


def test_words_that_fit_several_lines_list_them(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--reference", "Amy Ortiz")
    line.well("add", "Elm School", "--reference", "Amy Ortiz")
    said = line.refused("done", "brief")
    assert "fits 2 lines" in said
    assert "(Elm School, number 2)" in said
    line.well("done", "brief", "amy", "--at", "elm")
    assert line.facts("Elm School").vouching[0].briefing.briefed_on == MONDAY
    assert line.facts("Oak Vision").vouching[0].briefing.briefed_on is None


@pytest.mark.parametrize(
    ("heard", "outcome"),
    [
        ("offer", Outcome.OFFER),
        ("accepted", Outcome.ACCEPTED),
        ("declined", Outcome.DECLINED),
        ("no", Outcome.NO),
        ("Rejected", Outcome.NO),
        ("ghosted", Outcome.QUIET),
        ("withdrawn", Outcome.WITHDRAWN),
        ("quiet", Outcome.QUIET),
    ],
)
def test_news_are_noted_and_it_says_what_follows(
    line: CommandLine, heard: str, outcome: Outcome
) -> None:
    line.well("add", "Oak Vision", "--reference", "Amy Ortiz")
    ran = line.well("news", "oak", heard, "--said", "As they said it")
    assert ran.out.startswith("Noted: ")
    assert "Then: " in ran.out
    facts = line.facts("Oak Vision")
    assert (facts.interview.outcome, facts.interview.outcome_on) == (outcome, MONDAY)
    assert "As they said it" in facts.interview.notes + facts.reflection.why_not


def test_news_of_a_day_are_kept_as_that_day(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    line.well("news", "oak", "waiting", "--by", "in a week")
    assert line.facts("Oak Vision").interview.promised_on == date(2026, 11, 30)
    assert "on file already" in line.well("news", "oak", "waiting", "--by", "in a week").out
    line.well("news", "oak", "offer", "--by", "fri")
    assert line.facts("Oak Vision").interview.answer_by == date(2026, 11, 27)
    assert "say what the answer is" in line.refused("done", "answer", "offer")
    assert "news joy: say one of" in line.refused("news", "oak", "joy")
    assert "Say it with --when" in line.refused("news", "oak", "round")


def test_notes_stand_below_what_was_there(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.well("add", "Oak Vision", "--notes", "First")
    line.well("note", "oak", "Second", "thing")
    monkeypatch.setattr("sys.stdin", io.StringIO("From\nelsewhere\x1b[2J\n"))
    line.well("note", "oak", "--under", "well", "-")
    line.well("note", "oak", "--sure", "4", "--to-do", "Buy a notebook", "--by", "fri")
    facts = line.facts("Oak Vision")
    assert facts.interview.notes == "First\nSecond thing"
    assert facts.reflection.well == "From\nelsewhere"
    assert facts.reflection.sure == 4
    assert (facts.own_items[0].text, facts.own_items[0].due) == (
        "Buy a notebook",
        date(2026, 11, 27),
    )
    line.well("undo")
    assert line.facts("Oak Vision").own_items == ()
    assert line.facts("Oak Vision").reflection.sure is None
    assert "Say what to note" in line.refused("note", "oak")


def test_a_question_is_noted_once_and_where_it_came_up(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    line.well("question", "Why", "us?", "--at", "oak", "--answer", "The people")
    line.well("question", "why us", "--at", "oak")
    (one,) = line.facts("Oak Vision").questions
    assert (one.text, one.answer) == ("Why us?", "The people")
    assert "Why us? (Oak Vision)" in line.well("question", "--list").out
    data = line.well("question", "--list", "--json").data["questions"]
    assert data[0]["question"]["text"] == "Why us?"


def test_what_letters_say_about_oneself(line: CommandLine) -> None:
    line.well("me", "--name", "Kim Doe", "--phone", "555 0123")
    line.well("me", "--email", "kim@example.com")
    assert line.well("me", "--json").data["name"] == "Kim Doe"
    assert "Phone: 555 0123" in line.well("me").out


def test_undo_says_what_it_took_back_and_redo_does_it_again(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    assert line.well("undo").out == "Took back: added Oak Vision.\n"
    with line.store() as store:
        assert interviews(store.file) == []
    assert line.well("undo", "--redo").out == "Did again: added Oak Vision.\n"
    assert line.facts("Oak Vision").interview.employer == "Oak Vision"
    line.well("undo")
    assert "nothing to undo" in line.refused("undo")


def test_the_first_command_of_a_day_that_writes_makes_the_backup(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    line.well("note", "oak", "x")
    line.well("today")
    assert [one.name for one in backups_of(line.path).iterdir()] == ["a-2026-11-23.db"]


def test_a_letter_is_written_part_by_part_and_handed_out(line: CommandLine, tmp_path: Path) -> None:
    line.well("me", "--name", "Kim Doe", "--phone", "555 0123")
    line.well("add", "Oak Vision", "--role", "Aide", "--met", "Dr. Zoë Hart", "--met", "Sam Lee")
    assert "Dr. Zoë Hart: not begun" in line.well("letter", "oak").out
    draft = line.well("letter", "oak", "hart").out
    assert "Dear Dr. Hart," in draft
    assert "[" in draft
    assert "moment: open" in line.well("letter", "oak", "hart", "--parts").out
    words = "You told me about the children who are afraid"
    ran = line.well("letter", "oak", "hart", "--fill", "moment", words)
    assert f"{words}." in ran.out
    line.well("letter", "oak", "hart", "--subject", "Thank you for Friday")
    out = tmp_path / "letter.txt"
    ran = line.well("letter", "oak", "hart", "--out", out)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("Subject: Thank you for Friday\n\nDear Dr. Hart,")
    assert words in text
    assert "[" not in text
    assert "open parts left out" in ran.err
    assert out.stat().st_mode & 0o077 == 0
    (letter,) = line.facts("Oak Vision").letters
    assert letter.state is LetterState.COPIED
    assert "exists already" in line.refused("letter", "oak", "hart", "--out", out)
    line.well("letter", "oak", "hart", "--out", tmp_path / "letter.html")
    assert "<html" in (tmp_path / "letter.html").read_text(encoding="utf-8")
    line.well("letter", "oak", "hart", "--sent", "--how", "e-mail")
    assert line.facts("Oak Vision").letters[0].state is LetterState.SENT
    assert "marked sent" in line.refused("letter", "oak", "hart", "--fill", "moment", "x")


def test_a_part_that_goes_on_from_its_prompt_begins_with_the_words_it_asked_for(
    line: CommandLine,
) -> None:
    line.well("add", "Oak Vision", "--role", "Aide", "--met", "Dr. Zoë Hart")
    words = "showing me the ovens and the rota"
    ran = line.well("letter", "oak", "hart", "--fill", "thanks", words)
    assert "Thank you for showing me the ovens and the rota." in ran.out


def test_a_letter_of_another_kind_and_form(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--met", "Dr. Zoë Hart")
    line.well("letter", "oak", "--form", "card", "--text", "Dear Dr. Hart,\n\nThank you.")
    (letter,) = line.facts("Oak Vision").letters
    assert (letter.form, letter.text) == (LetterForm.CARD, "Dear Dr. Hart,\n\nThank you.")
    assert "Dr. Hart" in line.well("letter", "oak", "--kind", "follow-up").out
    assert "--fill grue: the parts of this letter" in line.refused(
        "letter", "oak", "--kind", "withdraw", "--fill", "grue", "x"
    )
    assert "--kind ode: say one of" in line.refused("letter", "oak", "--kind", "ode")


def test_a_letter_is_looked_over(line: CommandLine) -> None:
    line.well("add", "Elm School")
    line.well("add", "Oak Vision", "--met", "Dr. Zoë Hart")
    text = "Dear Dr. Heart,\n\nThank you for showing me Elm School."
    line.well("letter", "oak", "--text", text)
    ran = line("letter", "oak", "--check")
    assert ran.code == 1
    assert "Elm School" in ran.out
    assert "Heart" in ran.out
