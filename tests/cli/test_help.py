"""Every command says what it is for, with examples that run; the man page has the same words."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import click
import pytest

from afterview_tui.cli.command_table import ALSO, PlainCommand
from afterview_tui.cli.commands import cli
from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.storage.everything import taken
from afterview_tui.storage.facts import interviews
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from docs.man import PAGE, man_page
from tests.cli.conftest import CommandLine
from tests.cli.test_imports import CARDS, TRACKER
from tests.tui.driving import Clock

ROOT = Path(__file__).parents[2]
CONTEXT = click.Context(cli, info_name="afterview-tui")
NAMES = cli.list_commands(CONTEXT)
OPENS_THE_APP = ("afterview-tui", "afterview-tui demo")


def command(name: str) -> click.Command:
    found = cli.get_command(CONTEXT, name)
    assert found is not None
    return found


def examples() -> Iterator[str]:
    for name in NAMES:
        one = command(name)
        assert isinstance(one, PlainCommand), name
        yield from one.examples


def blocks(page: str) -> Iterator[str]:
    """The lines of a page of ours that are typed in a shell."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)\n```", text, re.DOTALL):
        yield from (line for line in block.split("\n") if line.startswith("afterview-tui"))


EVERY = [
    one
    for one in dict.fromkeys([*examples(), *blocks("README.md"), *blocks("docs/command-line.md")])
    if one not in OPENS_THE_APP
]


@pytest.fixture(scope="session")
def harbor(sampled: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    """The sample with the interview that the examples speak of, and an export of it."""
    path, clock = tmp_path_factory.mktemp("harbor") / "a.db", Clock()
    path.write_bytes(sampled)
    with closing(Store(path, clock)) as store:
        held = Interview(employer="Harbor Clinic", held_on=clock.today - timedelta(days=14))
        met, vouching = [Person(name="Ana Ruiz", title="Dr.")], ["Tom Varley", "Amy Ortiz"]
        store.interviews.add(Entry(held, met, [Person(name=name) for name in vouching]))
        offered = next(one for one in interviews(store.file) if one.outcome is Outcome.OFFER)
        # An offer has its say in other interviews.
        store.interviews.end(offered, Outcome.DECLINED, clock.today)
        text = "".join(taken(store.file).lines())
    return path.read_bytes(), text


@pytest.mark.parametrize("example", EVERY)
def test_every_example_in_help_and_on_our_pages_runs(
    line: CommandLine, harbor: tuple[bytes, str], example: str
) -> None:
    line.path.touch(0o600)
    line.path.write_bytes(harbor[0])
    Path("everything.json").write_text(harbor[1], encoding="utf-8")
    line.well("backup")
    shutil.copy(line.path, "other.db")
    tracker = TRACKER.replace("Company", "Firm").replace("Interview Date", "Interview day")
    is_mapped = "--map" in example
    Path("tracker.csv").write_text(tracker if is_mapped else TRACKER, encoding="utf-8")
    Path("people.vcf").write_text(CARDS, encoding="utf-8")
    typed = shlex.split(example.replace("everything.json", "everything2.json", "export" in example))
    assert typed.pop(0) == "afterview-tui"
    if "--redo" in typed:
        line.well("undo")
    ran = line(*typed)
    assert ran.code in (0, 1), ran
    assert ran.out or ran.err


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example_that_fits_a_terminal(
    line: CommandLine, name: str
) -> None:
    ran = line.well(name, "--help")
    assert ran.out.startswith(f"Usage: afterview-tui {name}")
    assert f"For example:\n  afterview-tui {'--db' if name == 'import' else name}" in ran.out
    one = command(name)
    first = (one.help or "").split("\n")[0]
    assert first in line.well("--help").out, "its first sentence is cut off"
    for option in one.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


def test_other_names_lead_to_commands_that_there_are() -> None:
    assert set(ALSO.values()) <= set(NAMES)
    assert not set(ALSO) & set(NAMES)


def test_the_man_page_has_the_words_of_the_help() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(man_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == man_page()
    text = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for name in NAMES:
        assert f".SS {name} " in text
    for one in examples():
        assert one in text


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed here")
def test_man_has_nothing_to_say_against_the_page() -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-K", "utf8", str(PAGE)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stderr == ""
    assert "For example:" in ran.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_is_told_how_to_complete(line: CommandLine, shell: str) -> None:
    assert "_AFTERVIEW_TUI_COMPLETE" in line.well("completion", shell).out


def completed(sample: CommandLine, words: str, typed: str) -> list[str]:
    from click.shell_completion import ShellComplete

    made = ShellComplete(cli, {}, "afterview-tui", "_AFTERVIEW_TUI_COMPLETE")
    args = ["--db", str(sample.path), *words.split()]
    return [one.value for one in made.get_completions(args, typed)]


def test_commands_and_employers_are_completed(sample: CommandLine) -> None:
    assert completed(sample, "", "to") == ["today"]
    assert completed(sample, "show", "Lake") == ["Lakeside Dental"]
    assert "csv" in completed(sample, "export", "c")
    sample.path.unlink()
    assert completed(sample, "show", "Lake") == []
    assert not sample.path.exists()
