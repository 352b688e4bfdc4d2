"""The report has what was done in a time, and nobody's feelings."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def searched(line: CommandLine) -> CommandLine:
    """A search of some weeks."""
    line.well("me", "--name", "Kim Doe")
    add = ("add", "Oak Vision", "--role", "Aide", "--felt", "nerves", "--notes", "A secret")
    line.well(*add, "--when", "2 nov 10:00", "--met", "Dr. Zoë Hart", "--reference", "Amy Ortiz")
    line.well("done", "thank", "hart", "--on", "3 nov")
    line.well("note", "oak", "--under", "well", "Another secret", "--sure", "2")
    said = ("--said", "Wait a little", "--on", "9 nov")
    line.well("done", "ask", "stand", "--at", "oak", "--result", "reached", *said)
    line.well("news", "oak", "no", "--said", "Somebody else")
    line.well("add", "Elm School", "--when", "3 dec 2026", "--form", "video")
    line.well("add", "Old Mill", "--when", "1 aug")
    return line


def test_it_tells_what_was_done_in_that_time_by_its_day(searched: CommandLine) -> None:
    out = searched.well("report", "--from", "1 nov", "--to", "31 dec").out
    assert out.startswith("Job search, Sun 1 Nov 2026 to Thu 31 Dec 2026\nKim Doe\n")
    assert "2 interviews, 1 letter, 1 follow-up and 1 outcome." in out
    said = " ".join(out.split())
    for words in (
        "Mon 2 Nov 2026: Oak Vision, Aide: Interview with Dr. Zoë Hart, in person",
        "Tue 3 Nov 2026: Oak Vision, Aide: Thank-you letter to Dr. Zoë Hart, e-mail",
        "Mon 9 Nov 2026: Oak Vision, Aide: Asked Dr. Zoë Hart how things stand, by phone, reached",
        "Mon 23 Nov 2026: Oak Vision, Aide: Application turned down",
        "Thu 3 Dec 2026: Elm School: Interview, by video, planned",
    ):
        assert words in said
    assert "Old Mill" not in out
    for secret in ("secret", "nerves", "Wait a little", "Somebody else", "2 of 5", "Amy"):
        assert secret not in out


def test_without_days_it_is_the_last_month(searched: CommandLine) -> None:
    out = searched.well("report").out
    assert out.startswith("Job search, Fri 23 Oct 2026 to Mon 23 Nov 2026")
    assert "Elm School" not in out
    ran = searched("report", "--from", "1 sep", "--to", "30 sep")
    assert ran.code == 1
    assert "0 interviews" in ran.out
    assert "before the day" in searched.refused("report", "--from", "5 nov", "--to", "2026-11-01")
    assert "--from grue" in searched.refused("report", "--from", "grue")


def test_every_form_of_it_has_the_same_rows(searched: CommandLine) -> None:
    asked = ("report", "--from", "1 nov", "--to", "31 dec")
    data = searched.well(*asked, "--json").data
    days = [one["day"] for one in data["activities"]]
    assert days == ["2026-11-02", "2026-11-03", "2026-11-09", "2026-11-23", "2026-12-03"]
    for name in ("r.csv", "r.md", "r.html"):
        searched.well(*asked, "--out", name)
        assert Path(name).stat().st_mode & 0o077 == 0
    with Path("r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["date"] for row in rows] == days
    assert rows[0]["with"] == "Dr. Zoë Hart"
    markdown = Path("r.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\| \w{3} \d", markdown, re.MULTILINE)) == len(days)
    page = Path("r.html").read_text(encoding="utf-8")
    assert page.count("<tr>") == len(days) + 1
    assert "exists already" in searched.refused("report", "--out", "r.html")


def test_nothing_that_somebody_wrote_acts_in_a_report(line: CommandLine) -> None:
    line.well("add", "<script>x</script> | *b* \x1b[2J", "--role", "=1+1")
    page = line.well("report", "--as", "html").out
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    markdown = line.well("report", "--as", "markdown").out
    assert "\\<script\\>x\\</script\\> \\| \\*b\\*" in markdown
    assert "'=1+1" in line.well("report", "--as", "csv").out


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed here")
def test_a_browser_prints_it(searched: CommandLine, tmp_path: Path) -> None:
    searched.well("report", "--out", "r.html")
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    url = (tmp_path / "r.html").as_uri()
    pdf = tmp_path / "r.pdf"
    subprocess.run(
        [*browser, profile, f"--print-to-pdf={pdf}", url],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert pdf.read_bytes().startswith(b"%PDF")
    shown = subprocess.run(
        [*browser, profile, "--dump-dom", url],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    ).stdout
    assert "Application turned down" in shown
