"""What is taken along is read by other programs: tables, pages, an appointment calendar."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from afterview_tui.cli import exporting
from afterview_tui.domain.cells import as_typed, harmless
from afterview_tui.domain.records import Interview, Person
from afterview_tui.handoff import text_files
from afterview_tui.storage.everything import columns_of
from afterview_tui.storage.facts import interviews
from tests.cli.conftest import CommandLine

FORMULAS = ("=1+1", "+1 555 0100", "-2", "@SUM(A1)", '=HYPERLINK("http://x.example","y")', "\t=1")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_there_is_a_table_for_each_kind_with_names_beside_the_ids(sample: CommandLine) -> None:
    sample.well("export", "csv", "tables")
    folder = Path("tables")
    assert folder.stat().st_mode & 0o077 == 0
    with sample.store() as store:
        kept = columns_of(store.file)
        every = interviews(store.file)
    assert {one.stem for one in folder.iterdir()} == set(kept) - {"draft"}
    assert all(one.stat().st_mode & 0o077 == 0 for one in folder.iterdir())
    found = table(folder / "interview.csv")
    assert {int(one["id"]) for one in found} == {one.id for one in every}
    assert "Kind people, but only twelve hours a week." in {one["notes"] for one in found}
    meetings = table(folder / "meeting.csv")
    assert {"Lakeside Dental, 2026-11-20"} & {one["interview"] for one in meetings}
    assert "Dr. Maria Chen" in {one["person"] for one in meetings}
    for name, columns in kept.items():
        if name != "draft":
            head = (folder / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
            hidden = {"binned_at", "parts", "follows_facts"}
            assert set(columns) - hidden <= set(head.split(",")), name


def test_a_table_is_utf8_as_excel_knows_it_with_lines_as_it_wants_them(sample: CommandLine) -> None:
    sample.well("export", "csv", "tables")
    data = Path("tables/person.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert "Sørby".encode() in data
    assert data.count(b"\r\n") == len(table(Path("tables/person.csv"))) + 1


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_spreadsheet_would_compute_is_text(sample: CommandLine, formula: str) -> None:
    with sample.store() as store, store.file.change("x") as change:
        change.update(Interview, 1, notes=formula)
    sample.well("export", "csv", "tables")
    found = next(one for one in table(Path("tables/interview.csv")) if one["id"] == "1")
    assert found["notes"].startswith("'")
    assert as_typed(found["notes"]) == formula


def test_only_what_would_act_gets_a_mark() -> None:
    for text in ("", "plain", "'quoted'", "a=b", "1-2", "'t was"):
        assert harmless(text) == text
        assert as_typed(text) == text
    assert harmless("\n =x") == "'\n =x"


def test_what_lies_in_the_bin_is_in_no_table(sample: CommandLine) -> None:
    with sample.store() as store:
        store.interviews.bin(interviews(store.file)[0])
        gone = interviews(store.file)
    sample.well("export", "csv", "tables")
    found = {int(one["id"]) for one in table(Path("tables/interview.csv"))}
    assert found == {one.id for one in gone}


def test_the_markdown_has_a_page_for_each_interview_with_its_letters(sample: CommandLine) -> None:
    sample.well("export", "markdown", "book")
    book = Path("book")
    index = (book / "README.md").read_text(encoding="utf-8")
    pages = re.findall(r"\]\(([^)]+)\)", index)
    assert all((book / page).is_file() for page in pages)
    assert {str(one.relative_to(book)) for one in book.rglob("*.md")} == {*pages, "README.md"}
    with sample.store() as store:
        every = interviews(store.file)
    assert len(list((book / "interviews").iterdir())) == len(every)
    lakeside = next(book.glob("interviews/*lakeside-dental*")).read_text(encoding="utf-8")
    for words in (
        "# Lakeside Dental",
        "> Dear Dr. Chen,",
        "## What happened",
        "### What went well",
    ):
        assert words in lakeside
    people = (book / "people.md").read_text(encoding="utf-8")
    assert "## Dr. Ingrid Sørby" in people


def test_nothing_that_somebody_wrote_acts_in_the_markdown(sample: CommandLine) -> None:
    bad = "# Not a heading\n<script>alert(1)</script>\n[x](javascript:y)\n> - * `z`"
    with sample.store() as store, store.file.change("x") as change:
        change.update(Interview, 9, employer="<b>Oak</b> [x](y)", notes=bad)
        change.update(Person, 1, name="*Bold* <i>", notes=bad)
    sample.well("export", "markdown", "book")
    for page in Path("book").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"(?<!\\)<(script|b|i)\\?>", text), page
        assert "\n# Not a heading" not in text
        assert "](javascript:" not in text.replace("\\]", "")


def test_a_folder_is_whole_or_not_there_and_what_is_there_is_kept(
    sample: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Path("tables")
    mine.mkdir()
    (mine / "mine.txt").write_text("mine", encoding="utf-8")
    assert "exists already" in sample.refused("export", "csv", mine)
    sample.well("export", "csv", mine, "--replace")
    assert (mine / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert table(mine / "interview.csv")
    assert "is a file, and csv makes a folder" in sample.refused("export", "csv", mine / "me.csv")
    assert "Say where it goes" in sample.refused("export", "csv", "-")
    written = 0

    def fails(path: Path, text: Any) -> None:
        nonlocal written
        written += 1
        if written > 3:
            raise OSError(28, "No space left on device", str(path))
        replace_(path, text)

    replace_ = text_files._replace
    monkeypatch.setattr(text_files, "_replace", fails)
    before = sorted(Path().iterdir())
    assert "The disk is full" in sample.refused("export", "markdown", "book")
    assert sorted(Path().iterdir()) == before


def test_without_a_name_it_is_called_by_the_day(sample: CommandLine) -> None:
    for kind in ("json", "csv", "markdown", "ics"):
        sample.well("export", kind)
    assert {one.name for one in Path().glob("afterview-*")} == {
        "afterview-2026-11-23.json",
        "afterview-2026-11-23-csv",
        "afterview-2026-11-23-markdown",
        "afterview-2026-11-23.ics",
    }
    assert "export takes json|csv|markdown|ics [PATH]." in sample.refused("export")


def entries(path: Path) -> dict[str, Any]:
    """The entries of a calendar file by what they are about, as icalendar reads them."""
    from icalendar import Calendar

    made = Calendar.from_ical(path.read_bytes())
    assert made.errors == []
    return {str(event["summary"]): event for event in made.walk("VEVENT")}


@pytest.fixture
def zoned(sample: CommandLine) -> CommandLine:
    """The sample with interviews in three zones, one of them as the clocks are put back."""
    for employer, zone, day in (
        ("Spree Clinic", "Europe/Berlin", "27 oct 2026 9:00-10:30"),
        ("Elbe Clinic", "Europe/Berlin", "24 oct 2026 9:00"),
        ("Hudson Dental", "America/New_York", "20 nov 2026 14:00"),
        ("Peak School", "Asia/Kathmandu", "19 nov 2026 11:15"),
        ("No Hour", "", "18 nov 2026"),
    ):
        sample.well("add", employer, "--zone", zone, "--when", day, "--place", "1, Low; Road")
    sample.well("news", "hudson", "offer", "--by", "fri")
    sample.well("news", "peak", "waiting", "--by", "next mon")
    return sample


def test_the_calendar_has_interviews_in_their_zone_and_days_as_whole_days(
    zoned: CommandLine,
) -> None:
    zoned.well("export", "ics", "a.ics")
    found = entries(Path("a.ics"))
    utc = {
        "Spree Clinic": "2026-10-27T08:00:00",  # after the clocks were put back
        "Elbe Clinic": "2026-10-24T07:00:00",  # before
        "Hudson Dental": "2026-11-20T19:00:00",
        "Peak School": "2026-11-19T05:30:00",
    }
    for employer, at in utc.items():
        start = found[f"Interview: {employer}"]["dtstart"].dt
        assert (start - start.utcoffset()).replace(tzinfo=None).isoformat() == at
    assert found["Interview: Spree Clinic"]["dtend"].dt - found["Interview: Spree Clinic"][
        "dtstart"
    ].dt == timedelta(minutes=90)
    assert found["Interview: No Hour"]["dtstart"].dt == date(2026, 11, 18)
    assert found["Answer Hudson Dental by today"]["dtstart"].dt == date(2026, 11, 27)
    assert found["Peak School decides by today"]["dtstart"].dt == date(2026, 11, 30)
    assert str(found["Interview: Peak School"]["location"]) == "1, Low; Road"
    tasks = zoned.well("today", "--all", "--json").data["lines"]
    dated = [one for one in tasks if one["due"]]
    whole = [e for e in found.values() if not isinstance(e["dtstart"].dt, datetime)]
    titles = {str(event["summary"]) for event in whole}
    for one in dated:
        assert any(title.startswith(one["title"]) for title in titles), one


@pytest.mark.filterwarnings("ignore")
def test_a_second_parser_reads_the_same_days_and_hours(zoned: CommandLine) -> None:
    import vobject

    zoned.well("export", "ics", "a.ics")
    found = entries(Path("a.ics"))
    made = vobject.readOne(Path("a.ics").read_text(encoding="utf-8"))
    others = {event.summary.value: event for event in made.vevent_list}
    assert set(others) == set(found)
    for name, event in found.items():
        one, other = event["dtstart"].dt, others[name].dtstart.value
        if isinstance(one, datetime) and one.tzinfo is not None:
            assert other.utcoffset() == one.utcoffset(), name
            assert other.replace(tzinfo=None) == one.replace(tzinfo=None)
        else:
            assert other == one
        assert others[name].uid.value == str(event["uid"])
    assert {zone.tzid.value for zone in made.vtimezone_list} == {
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kathmandu",
    }


def test_an_entry_keeps_its_name_when_what_it_says_changes(zoned: CommandLine) -> None:
    zoned.well("export", "ics", "a.ics")
    before = entries(Path("a.ics"))
    uids = [str(event["uid"]) for event in before.values()]
    assert len(set(uids)) == len(uids)
    zoned.well("move", "brief", "tom", "--to", "fri")
    with zoned.store() as store, store.file.change("x") as change:
        number = next(one.id for one in interviews(store.file) if one.employer == "Peak School")
        change.update(Interview, number, employer="Summit School")
    zoned.well("export", "ics", "b.ics")
    after = entries(Path("b.ics"))
    renamed, was = after["Interview: Summit School"], before["Interview: Peak School"]
    assert renamed["uid"] == was["uid"]
    name = next(name for name in after if name.startswith("Brief Tom"))
    assert after[name]["uid"] == before[name]["uid"]
    assert after[name]["dtstart"].dt == date(2026, 11, 27)


def test_the_calendar_takes_whatever_is_on_file(sample: CommandLine) -> None:
    hostile = "A;b,c\\n\nBEGIN:VEVENT\nEND:VCALENDAR é 日本 " + "x" * 300
    with sample.store() as store, store.file.change("x") as change:
        change.update(Interview, 9, employer=hostile, place=hostile, notes=hostile, zone="Mars/X")
    sample.well("export", "ics", "a.ics")
    found = entries(Path("a.ics"))
    assert any(name.startswith("Interview: A;b,c\\n BEGIN:VEVENT") for name in found)
    text = Path("a.ics").read_bytes()
    assert max(len(line) for line in text.split(b"\r\n")) <= 75


def test_on_a_terminal_it_shows_how_far_it_is_when_that_takes_long(
    sample: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = sample.well("export", "json", "a.json")
    assert quiet.err == "Wrote a.json.\n"
    monkeypatch.setattr(exporting, "MANY", 1)
    assert sample.well("export", "markdown", "quiet").err == "Wrote quiet.\n"
    monkeypatch.setattr(exporting, "_is_seen", lambda: True)
    for kind in ("json", "markdown"):
        assert "Writing" in sample.well("export", kind, f"b-{kind}").err
    assert Path("b-json").read_bytes() == Path("a.json").read_bytes()


def test_an_empty_file_can_be_taken_along(line: CommandLine) -> None:
    line.well("me", "--name", "Kim Doe")
    for kind in ("json", "csv", "markdown", "ics"):
        line.well("export", kind, f"out-{kind}")
    assert entries(Path("out-ics")) == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_a_spreadsheet_reads_the_tables_as_they_are(sample: CommandLine, tmp_path: Path) -> None:
    with sample.store() as store, store.file.change("x") as change:
        change.update(Interview, 1, notes='=1+1\nand "so" on; é', place="+1 555")
    sample.well("export", "csv", "tables")
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            "--infilter=Text - txt - csv (StarCalc):44,34,76,1",  # as its window finds by itself
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"),
            *("--outdir", str(tmp_path / "read"), "tables/interview.csv"),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    read = table(tmp_path / "read" / "interview.csv")
    assert [one["employer"] for one in read] == [
        one["employer"] for one in table(Path("tables/interview.csv"))
    ]
    first = next(one for one in read if one["id"] == "1")
    assert first["notes"] == '\'=1+1\nand "so" on; é'
    assert first["place"] == "'+1 555"
