"""Today, the list, one interview, and what is looked for, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from afterview_tui.storage.facts import interviews
from tests.cli.conftest import CommandLine

HEAVY = {"textual", "rich", "sqlite_utils", "jinja2", "nameparser", "spellchecker", "icalendar"}


def test_today_says_what_is_due_with_the_employer_and_nothing_is_drawn(sample: CommandLine) -> None:
    ran = sample.well("today")
    assert ran.out.startswith("Mon 23 Nov 2026: ")
    assert "Thank Dr. Maria Chen, Lakeside Dental" in ran.out
    assert not set("●◐○✓│╭·") & set(ran.out)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_today_as_data_has_the_key_that_names_the_line(sample: CommandLine) -> None:
    data = sample.well("today", "--json").data
    assert data["today"] == "2026-11-23"
    first = data["lines"][0]
    assert {"employer", "interview_id", "key", "kind", "due", "days", "when"} <= set(first)
    key, at = first["key"], str(first["interview_id"])
    ran = sample("done", key, "--at", at)
    assert ran.code == 0, ran


def test_with_nothing_due_it_ends_with_1_and_says_what_is_next(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--when", "in 3 weeks")
    ran = line("today")
    assert ran.code == 1
    assert "nothing is due. Next is" in ran.out
    assert (line("today", "--short").code, line("today", "--short").out) == (1, "")
    assert line("today", "--json").data["lines"] == []
    assert "Oak Vision" in line.well("today", "--all").out


def test_without_a_file_it_makes_none_and_says_how_to_begin(line: CommandLine) -> None:
    for command in (["today"], ["list"], ["show", "x"], ["find", "x"]):
        ran = line(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "afterview-tui add EMPLOYER" in ran.err
    assert not line.path.exists()


def test_the_list_names_every_interview_with_its_number(sample: CommandLine) -> None:
    ran = sample.well("list", "--all")
    with sample.store() as store:
        every = interviews(store.file)
    assert len(every) > 5
    for one in every:
        assert f"{one.id}. {one.employer}" in ran.out
    found = sample.well("list", "--all", "--json").data["interviews"]
    assert {one["id"] for one in found} == {one.id for one in every}
    assert len(sample.well("list", "--json").data["interviews"]) < len(every)


def test_show_has_the_facts_the_steps_and_the_journal(sample: CommandLine) -> None:
    ran = sample.well("show", "lakeside", "--letters", "--history")
    for words in ("Step 1, References", "Dr. Maria Chen", "Amy Ortiz", "Journal", "What happened"):
        assert words in ran.out
    assert "Dear Dr. Chen," in ran.out
    data = sample.well("show", "lakeside", "--json").data
    assert data["interview"]["employer"] == "Lakeside Dental"
    assert {"met", "vouching", "letters", "follow_ups", "reflection", "lines"} <= set(data)
    assert "me" not in data


def test_an_interview_is_named_by_number_by_words_or_by_its_day(sample: CommandLine) -> None:
    facts = sample.facts("Lakeside Dental")
    number, day = facts.interview.id, facts.interview.held_on.isoformat()
    for said in (str(number), "lakeside", "LAKESIDE DENTAL", "dental hygienist", day):
        assert sample.well("show", said).out.startswith("Lakeside Dental")


def test_of_several_that_fit_each_is_listed_with_its_number(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--role", "Aide")
    line.well("add", "Oak School", "--role", "Aide")
    said = line.refused("show", "oak")
    assert "fits 2 interviews" in said
    assert "1 is Oak Vision, Aide" in said
    assert "2 is Oak School, Aide" in said
    line.well("news", "2", "no")
    assert line.well("show", "oak").out.startswith("Oak Vision")
    assert "No interview fits “elm”" in line.refused("show", "elm")


def test_of_the_rounds_of_one_interview_the_newest_is_meant(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--met", "Zoë Hart, owner", "--reference", "Amy Ortiz")
    line.well("news", "oak", "round", "--when", "next fri 9:00", "--met", "Ines Roy")
    facts = line.facts("Oak Vision")
    assert (facts.interview.round, facts.interview.follows_id) == (2, 1)
    assert [met.person.name for met in facts.met] == ["Zoë Hart", "Ines Roy"]
    assert [one.person.name for one in facts.vouching] == ["Amy Ortiz"]
    assert "Round" in line.well("show", "oak").out


def test_find_looks_everywhere_and_ends_with_1_when_there_is_nothing(sample: CommandLine) -> None:
    ran = sample.well("find", "anesthesia")
    assert "Letters" in ran.out
    hits = sample.well("find", "anesthesia", "--json").data["found"]
    assert {"section", "record", "id", "interview_id", "name", "passage"} <= set(hits[0])
    assert sample("find", "xyzzy").code == 1
    assert sample("find", "xyzzy", "--json").data == {"found": []}


def test_words_that_people_try_are_understood_or_answered(sample: CommandLine) -> None:
    assert sample.well("search", "anesthesia").out == sample.well("find", "anesthesia").out
    assert sample.well("agenda").out == sample.well("today").out
    assert "For example: afterview-tui find x-ray" in sample.refused("search")
    assert "Do you mean today?" in sample.refused("tody")
    assert "There is no command xyzzy" in sample.refused("xyzzy")


def test_hostile_words_on_file_do_not_reach_the_terminal(sample: CommandLine) -> None:
    with sample.store() as store, store.file.change("x") as change:
        one = interviews(store.file)[0]
        change.update(type(one), one.id, employer="Oak\x1b]0;gone\x07\u202eVision", notes="\x9b2J")
    for command in (["today", "--all"], ["list", "--all"], ["show", str(one.id)]):
        out = sample(*command).out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    assert "\x1b" not in sample("show", str(one.id), "--json").out


@pytest.mark.parametrize("command", [["today"], ["list"], ["show", "lakeside"]])
def test_what_is_only_looked_at_loads_no_screen_and_nothing_that_writes(
    sample: CommandLine, command: list[str]
) -> None:
    code = f"""
import sys
sys.argv = ["afterview-tui", "--db", {str(sample.path)!r}, *{command!r}]
from afterview_tui.__main__ import main
try:
    main()
except SystemExit as ended:
    print("modules", *sys.modules)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        timeout=120,
        check=True,
    )
    loaded = set(ran.stdout.split("modules", 1)[1].split())
    assert "afterview_tui.storage.facts" in loaded
    if command == ["today"]:
        assert not loaded & {"afterview_tui.storage.store", "afterview_tui.tui"}
    assert not loaded & HEAVY


def test_whoever_has_seen_enough_is_not_told_of_a_broken_pipe(sample: CommandLine) -> None:
    program = [sys.executable, "-m", "afterview_tui", "--db", str(sample.path), "show", "lakeside"]
    ran = subprocess.run(
        ["sh", "-c", '"$@" | true', "sh", *program],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=120,
        check=False,
    )
    assert ran.stderr == ""
