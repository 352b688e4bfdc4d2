"""A table of somebody's, and the cards of an address book, come in whole or not at all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Felt, Form, Outcome
from afterview_tui.storage.facts import interviews
from tests.cli.conftest import CommandLine

TRACKER = """Company,Position,Interview Date,Time,Status,Interviewer,Type,Notes,Salary
Oak Vision,Optic Aide,2026-11-17,14:00,Rejected,"Dr. Zoë Hart, owner; Sam Lee",On-site,"Said ""no""
in two lines",40
Elm School,Aide,20 Nov 2026,9:30am,Interviewing,,Zoom,=1+1,
Pending Place,Aide,TBD,,Applied,,,,
,,,,,,,,
Oak Vision,Optic Aide,17.11.2026,,Rejected,,,,
Hill & Co,,11/12/2026,,Ghosted by them,,Carrier pigeon,,
"""


def put(text: str, name: str = "t.csv", encoding: str = "utf-8") -> str:
    Path(name).write_bytes(text.encode(encoding))
    return name


def employers(line: CommandLine) -> list[str]:
    with line.store() as store:
        return [one.employer for one in interviews(store.file)]


def test_a_dry_run_says_what_comes_in_and_what_does_not_line_by_line(line: CommandLine) -> None:
    ran = line.well("import", put(TRACKER), "--dry-run")
    for words in (
        "Column Company: employer.",
        "Column Interview Date: held on.",
        "Not brought in: the columns Salary.",
        "It would bring in 3 interviews:",
        "Line 2: Oak Vision, Optic Aide, Tue 17 Nov, no, with Dr. Zoë Hart and Sam Lee.",
        "Line 5: no day of an interview at Pending Place.",
        "Line 7: Oak Vision on that day is there already, line 2.",
        "Nothing was changed.",
    ):
        assert words in ran.out, words
    assert not line.path.exists()


def test_a_table_comes_in_as_one_change(line: CommandLine) -> None:
    ran = line.well("import", put(TRACKER))
    assert "Brought in 3 interviews. Left out: 2 lines." in ran.out
    oak, elm, hill = (line.facts(name) for name in ("Oak Vision", "Elm School", "Hill & Co"))
    assert (oak.interview.held_on, str(oak.interview.starts_at)) == (date(2026, 11, 17), "14:00:00")
    assert (oak.interview.outcome, oak.interview.form) == (Outcome.NO, Form.IN_PERSON)
    assert oak.interview.notes == 'Said "no"\nin two lines'
    assert [met.person.shown for met in oak.met] == ["Dr. Zoë Hart", "Sam Lee"]
    assert oak.met[0].person.job_title == "owner"
    assert (elm.interview.outcome, elm.interview.form) == (Outcome.OPEN, Form.VIDEO)
    assert str(elm.interview.starts_at) == "09:30:00"
    assert elm.interview.notes == "=1+1"
    assert hill.interview.notes == "Outcome: Ghosted by them\nForm: Carrier pigeon"
    assert "Brought in 0 interviews. Left out: 5 lines." in line.well("import", "t.csv").out
    assert len(employers(line)) == 3
    assert "Took back: brought in 3 interviews from a table." in line.well("undo").out
    assert employers(line) == []


def test_columns_are_named_where_their_names_do_not_say(line: CommandLine) -> None:
    name = put("Wo;Wann;Stelle\nPraxis Über;20.11.2026 14:00;Helferin\n", encoding="cp1252")
    assert "line 2: this is not UTF-8" in line.refused("import", name)
    encoded = ("import", name, "--encoding", "cp1252")
    assert "no column says the employer. Say which one with --map" in line.refused(*encoded)
    maps = ("--map", "employer=Wo", "--map", "held_on=wann", "--map", "role=Stelle")
    line.well(*encoded, *maps)
    one = line.facts("Praxis Über").interview
    assert (one.role, one.held_on, str(one.starts_at)) == (
        "Helferin",
        date(2026, 11, 20),
        "14:00:00",
    )
    assert "the columns are Wo, Wann" in line.refused(*encoded, "--map", "employer=Firma")
    assert "say one of employer" in line.refused(*encoded, "--map", "boss=Wo")
    assert "write it as" in line.refused(*encoded, "--map", "boss")


@pytest.mark.parametrize(
    ("encoding", "newline", "between"),
    [("utf-8-sig", "\r\n", ","), ("utf-16", "\n", "\t"), ("utf-8", "\r\n", ";")],
)
def test_tables_of_every_spreadsheet_are_read(
    line: CommandLine, encoding: str, newline: str, between: str
) -> None:
    rows = [["Employer", "Date", "Felt"], ["Café Ünal", "2026-11-20 14:00:00", "nervous"]]
    put(newline.join(map(between.join, rows)), encoding=encoding)
    line.well("import", "t.csv")
    one = line.facts("Café Ünal").interview
    assert (str(one.starts_at), one.felt, one.notes) == ("14:00:00", Felt.UNSAID, "Felt: nervous")


BAD = {
    "no such day": ("Company,Date\nOak,2026-11-20\nElm,soonish\n", "line 3: .*soonish"),
    "two wrong": ("Company,Date\nOak,grue\nElm,grue\n", "line 2: .*1 more line cannot be read"),
    "cut off in a row": ("Company,Date,Notes\nOak,2026-11-20,x\nElm,2026", "line 3: .*cut off"),
    "cut off in a text": ('Company,Date,Notes\nOak,2026-11-20,"x', "line 2: this is no table"),
    "too many cells": ("Company,Date\nOak,2026-11-20,x\n", "line 2: it has 3 cells"),
    "no employer": ("Date,Notes\n2026-11-20,x\n", "no column says the employer"),
    "no day": ("Company,Notes\nOak,x\n", "no column says the day of the interview"),
    "empty": ("", "it is empty"),
    "binary": ("Company\0,Date\nOak,2026", "line 1: this is no text"),
    "another day": ("Company,Date,Promised\nOak,2026-11-20,maybe\n", "line 2: promised on maybe"),
    "one huge cell": (f'Company,Date\nOak,"{"x" * 200_000}"\n', "line 2: this is no table"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_table_that_cannot_be_read_is_refused_with_its_line_and_nothing_comes_in(
    line: CommandLine, kind: str
) -> None:
    line.well("add", "Here Already")
    before = line.path.read_bytes()
    text, says = BAD[kind]
    said = line.refused("import", put(text))
    assert "t.csv: " in said
    assert re.search(says, said), said
    assert line.path.read_bytes() == before


def test_what_is_no_known_kind_is_asked_for(line: CommandLine) -> None:
    put("x", "t.xlsx")
    assert "Say --as json, csv or vcard" in line.refused("import", "t.xlsx")
    put("Company,Date\nOak,2026-11-20\n", "t.data")
    line.well("import", "t.data", "--as", "csv")
    assert employers(line) == ["Oak"]


def test_hostile_words_of_a_table_come_in_clean(line: CommandLine) -> None:
    put("Company,Date,Notes\nOak\x1b[2J,2026-11-20,a\u202eb\x9b2Jc\n")
    line.well("import", "t.csv")
    one = line.facts("Oak").interview
    assert one.notes == "abc"


def test_our_own_table_comes_in_again(sample: CommandLine, tmp_path: Path) -> None:
    sample.well("export", "csv", "tables")
    other = CommandLine(tmp_path / "b.db", sample.clock, sample._run, sample._capture)
    other.well("import", "tables/interview.csv")
    with sample.store() as store, other.store() as new:
        before, after = interviews(store.file), interviews(new.file)
    kept = [
        *("employer", "role", "held_on", "starts_at", "ends_at", "form", "felt", "promised_on"),
        *("outcome", "outcome_on", "answer_by", "notes", "wanted_for", "round", "created_at"),
    ]
    key = [[getattr(one, name) for name in kept] for one in before]
    assert sorted(key, key=str) == sorted(
        [[getattr(one, name) for name in kept] for one in after], key=str
    )


CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
N:Chen;Maria;;Dr.;DDS\r
FN:Dr. Maria Chen\r
ORG:Lakeside Dental;Front desk\r
TITLE:Owner\r
item1.TEL;type=WORK;type=pref:555-01\r
 50\r
TEL;TYPE=HOME:555-9999\r
EMAIL;TYPE=INTERNET:m.chen@lakeside.example.com\r
ADR;TYPE=WORK:;;4 Shore Road;Anytown;;12345;\r
NOTE:Met at the fair\\, hall 2\\nLikes tea\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8rby;Ingrid\r
TEL;HOME:555 0103\r
END:VCARD\r
"""


def test_people_come_in_from_address_cards(line: CommandLine) -> None:
    line.well("add", "Oak", "--met", "Ingrid Sørby")
    put(CARDS, "people.vcf")
    ran = line.well("import", "people.vcf", "--dry-run")
    assert "Line 1: Dr. Maria Chen, new." in ran.out
    assert "Line 14: Ingrid Sørby, on file already; what is missing is added." in ran.out
    ran = line.well("import", "people.vcf")
    assert ran.out == "Brought in 1 person; on file already: 1.\n"
    with line.store() as store:
        people = {one.person.name: one.person for one in store.people.all()}
    chen, sorby = people["Maria Chen"], people["Ingrid Sørby"]
    assert (chen.title, chen.post_nominals, chen.employer) == ("Dr.", "DDS", "Lakeside Dental")
    assert (chen.phone, chen.email, chen.job_title) == (
        "555-0150",
        "m.chen@lakeside.example.com",
        "Owner",
    )
    assert chen.address == "4 Shore Road\nAnytown\n12345"
    assert chen.notes == "Met at the fair, hall 2\nLikes tea"
    assert sorby.phone == "555 0103"
    line.well("undo")
    with line.store() as store:
        assert [one.person.name for one in store.people.all()] == ["Ingrid Sørby"]


def test_cards_that_are_cut_off_or_none_are_refused(line: CommandLine) -> None:
    put(CARDS[: CARDS.rindex("END")], "people.vcf")
    assert "line 14: this card has no end" in line.refused("import", "people.vcf")
    put("hello", "people.vcf")
    assert "there is no card in it" in line.refused("import", "people.vcf")
    put("BEGIN:VCARD\nTEL:5\nEND:VCARD\n", "people.vcf")
    assert "line 1: this card names nobody" in line.refused("import", "people.vcf")
