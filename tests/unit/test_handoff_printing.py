"""Pages to print: whole, escaped, asking nobody for anything, and of the right size on paper."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.text import clean
from afterview_tui.handoff.paper import Paper, paper_for
from afterview_tui.handoff.print_pages import envelope_page, letter_page, parts, write_page
from afterview_tui.letters.drafting.letterhead import letterhead
from tests.unit import build

SENDER = "12 Mill Lane\nSpringfield, IL 62704"
DATE = "November 23, 2026"
TO = "Maria Chen, DDS\nOwner\nLakeside Dental\n400 Shore Drive\nSpringfield, IL 62701"
FOOT = "Kind regards,\nRobin Ellis\n(217) 555-0142"
SENTENCE = (
    "I have kept thinking about the new digital x-ray, and about what you said of showing"
    " patients their own pictures before anything else is discussed:"
)
HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} & \" ' </style> <img src=//x>"


def letter(words: int = 40) -> str:
    """A typed letter with so many words between its salutation and its sign-off."""
    said = (SENTENCE.split() * words)[:words]
    paragraphs = [" ".join(said[at : at + 50]) + "." for at in range(0, words, 50)]
    return "\n\n".join([SENDER, DATE, TO, "Dear Dr. Chen,", *paragraphs, FOOT])


class Shown(HTMLParser):
    """What a page shows, and which tags it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text, self._skips = "", False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skips = tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._skips = False
        self.text += "\n" if tag in ("p", "address") else ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._skips else data


def words(text: str) -> list[str]:
    return text.split()


def test_a_letter_comes_apart_into_what_is_placed_on_the_page() -> None:
    found = parts(letter(60))
    assert (found.sender, found.date, found.addressee) == (SENDER, DATE, TO)
    assert found.body[0] == "Dear Dr. Chen,"
    assert len(found.body) == 3
    assert (found.farewell, found.signature) == tuple(FOOT.split("\n", 1))


def test_the_letterhead_that_drafts_have_is_recognised() -> None:
    met = build.met()
    head = letterhead(build.facts(), Recipient(met.person), build.MONDAY)
    found = parts("\n\n".join([*head, "Dear Dr. Chen,", "Thanks.", FOOT]))
    assert found.date == DATE
    assert found.addressee.splitlines()[0] == "Dr. Maria Chen"


@pytest.mark.parametrize("date", ["November 23, 2026", "23 Nov 2026", "le 23 novembre 2026"])
def test_a_date_may_be_written_in_another_way(date: str) -> None:
    assert parts(letter().replace(DATE, date)).date == date


@pytest.mark.parametrize(
    "text",
    [
        "Dear Jo,\n\nthanks.\n\nBest,\nRobin",
        "Just one block",
        "One\ntwo\nthree",
        "Head of no kind\n\nDear Jo,\n\nthanks.",
        f"a\n\nb\n\n{DATE}\n\nc\n\nd\n\nDear Jo,\n\nthanks.",
        f"{DATE}\n\n{DATE}\n\nDear Jo,\n\nthanks.",
        "2026\n\nDear Jo,\n\nthanks.",
    ],
)
def test_what_is_not_recognised_stays_in_the_text_in_its_place(text: str) -> None:
    found = parts(text)
    assert (found.sender, found.date, found.addressee) == ("", "", "")
    page = Shown(letter_page(text, Paper.A4))
    assert words(text) == words(page.text.partition("footers.")[2])


@given(st.text(alphabet=st.sampled_from("aB2 \n,.:<&é谝"), max_size=200))
def test_no_word_of_a_letter_is_lost_on_the_page(text: str) -> None:
    page = Shown(letter_page(text, Paper.LETTER))
    assert words(page.text.partition("footers.")[2]) == words(clean(text))


def test_single_line_breaks_are_kept_and_blank_lines_make_paragraphs() -> None:
    page = letter_page("Dear Jo,\n\none\ntwo\n \nthree", Paper.A4)
    assert '<p dir="auto">one\ntwo</p>' in page
    assert '<p dir="auto">three</p>' in page
    assert "white-space: pre-line" in page


@pytest.mark.parametrize("paper", Paper)
def test_nothing_in_a_text_acts_on_the_page(paper: Paper) -> None:
    safe = {"style", "html", "head", "meta", "title", "body", "p", "main", "address", "div"}
    safe |= {"header", "footer"}
    hostile = letter().replace("Dear", f"{HOSTILE}\n\nDear").replace("pictures", HOSTILE, 1)
    for page in (letter_page(hostile, paper), envelope_page([HOSTILE], [HOSTILE, HOSTILE], paper)):
        shown = Shown(page)
        assert {tag for tag, _ in shown.tags} <= safe
        assert HOSTILE in shown.text


@pytest.mark.parametrize("paper", Paper)
def test_a_page_asks_nobody_for_anything(paper: Paper) -> None:
    for page in (letter_page(letter(), paper), envelope_page([SENDER], [TO], paper)):
        shown = Shown(page)
        assert ("html", {"lang": "en"}) in shown.tags
        assert ("meta", {"charset": "utf-8"}) in shown.tags
        policies = [a["content"] for t, a in shown.tags if a.get("http-equiv")]
        assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
        assert not re.search(r"https?:|//|@import|url\(|<script|<link", page)


def test_an_envelope_has_its_lines_and_no_empty_ones() -> None:
    page = envelope_page(["Robin", "", " 12 Mill Lane "], ["Maria Chen", "Lakeside"], Paper.A4)
    assert ">Robin\n12 Mill Lane</address>" in page
    assert ">Maria Chen\nLakeside</address>" in page
    assert 'class="from"' not in envelope_page([""], ["Maria Chen"], Paper.A4)


def test_a_page_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = write_page(tmp_path / "letters", "2026-11-20 Lakeside Zoë", "<p>a</p>")
    assert path == tmp_path / "letters" / "2026-11-20-lakeside-zoe.html"
    assert path.read_text() == "<p>a</p>"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("zone", "environ", "paper"),
    [
        ("America/New_York", {}, Paper.LETTER),
        ("America/Indiana/Knox", {"LANG": "de_DE.UTF-8"}, Paper.LETTER),
        ("America/Toronto", {}, Paper.LETTER),
        ("America/Mexico_City", {}, Paper.LETTER),
        ("Pacific/Honolulu", {}, Paper.LETTER),
        ("Asia/Manila", {}, Paper.LETTER),
        ("Europe/Berlin", {"LANG": "en_US.UTF-8"}, Paper.A4),
        ("Australia/Sydney", {}, Paper.A4),
        ("America/Sao_Paulo", {}, Paper.A4),
        ("America/Argentina/San_Juan", {}, Paper.A4),
        ("America/Nuuk", {}, Paper.A4),
        ("America/New_York", {"LC_PAPER": "en_GB.UTF-8"}, Paper.A4),
        ("Europe/Berlin", {"LC_PAPER": "en_US.UTF-8"}, Paper.LETTER),
        ("UTC", {"LANG": "en_US.UTF-8"}, Paper.LETTER),
        ("Etc/UTC", {"LANG": "de_DE.UTF-8", "LC_ALL": "en_CA.UTF-8"}, Paper.LETTER),
        ("UTC", {"LANG": "C.UTF-8"}, Paper.A4),
        ("", {}, Paper.A4),
    ],
)
def test_the_paper_is_what_lies_in_the_printers_of_the_place(
    zone: str, environ: dict[str, str], paper: Paper
) -> None:
    assert paper_for(zone, environ) is paper


def test_each_paper_has_its_other_and_its_envelope() -> None:
    assert [paper.other.other for paper in Paper] == list(Paper)
    assert [paper.envelope for paper in Paper] == ["DL", "No. 10"]


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to print with")
# Paper in points, as printers measure it, and its envelope.
SIZES = {Paper.A4: ((595, 842), (624, 312)), Paper.LETTER: ((612, 792), (684, 297))}


def printed(tmp_path: Path, page: str) -> list[tuple[int, int]]:
    """The size of each page that a browser prints."""
    file = write_page(tmp_path, "page", page)
    pdf = tmp_path / "page.pdf"
    subprocess.run(
        [
            CHROMIUM or "",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={pdf}",
            file.as_uri(),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@needs_chromium
@pytest.mark.parametrize("paper", Paper)
def test_a_letter_of_250_words_prints_on_one_page_of_its_paper(
    tmp_path: Path, paper: Paper
) -> None:
    assert printed(tmp_path, letter_page(letter(250), paper)) == [SIZES[paper][0]]


@needs_chromium
@pytest.mark.parametrize("paper", Paper)
def test_an_envelope_prints_on_one_envelope(tmp_path: Path, paper: Paper) -> None:
    page = envelope_page(SENDER.splitlines(), TO.splitlines(), paper)
    assert printed(tmp_path, page) == [SIZES[paper][1]]


@needs_chromium
def test_a_long_letter_goes_on_to_a_second_page_of_the_same_size(tmp_path: Path) -> None:
    assert printed(tmp_path, letter_page(letter(700), Paper.A4))[:2] == [SIZES[Paper.A4][0]] * 2
