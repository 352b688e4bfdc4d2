"""The command line, run in this process on a file with a clock that stands still."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from afterview_tui.cli import full_screen, opened, start, today
from afterview_tui.domain.records import Facts
from afterview_tui.sample.fill import fill
from afterview_tui.storage.facts import interviews
from afterview_tui.storage.store import Store
from tests.memory import tmp_path as tmp_path
from tests.tui.driving import Clock


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it said as JSON."""
        return json.loads(self.out)

    @property
    def said(self) -> str:
        """What it said, on one line."""
        return " ".join(self.out.split())


class CommandLine:
    """Types commands about one file."""

    def __init__(
        self, path: Path, clock: Clock, run: Callable[[], None], capture: pytest.CaptureFixture[str]
    ) -> None:
        self.path = path
        self.clock = clock
        self._run = run
        self._capture = capture

    def __call__(self, *typed: str | Path) -> Ran:
        """Run one command, whatever comes of it."""
        before, sys.argv = sys.argv, ["afterview-tui", "--db", str(self.path), *map(str, typed)]
        self._capture.readouterr()
        try:
            self._run()
        except SystemExit as ended:
            code = ended.code
        finally:
            sys.argv = before
        assert isinstance(code, int)
        out, err = self._capture.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    def well(self, *typed: str | Path) -> Ran:
        """Run one that is to end well."""
        ran = self(*typed)
        assert ran.code == 0, ran
        return ran

    def refused(self, *typed: str | Path) -> str:
        """Run one that is refused: one line on stderr, nothing on stdout, exit code 2."""
        ran = self(*typed)
        assert (ran.code, ran.out) == (2, ""), ran
        assert ran.err.startswith("afterview-tui: ")
        assert ran.err.count("\n") == 1, ran.err
        return ran.err

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The file, past the command line."""
        with closing(Store(self.path, self.clock)) as store:
            yield store

    def facts(self, employer: str) -> Facts:
        """What is on file about the newest interview with somebody."""
        with self.store() as store:
            number = next(one.id for one in interviews(store.file) if one.employer == employer)
            found = store.interviews.facts(number)
        assert found is not None
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> CommandLine:
    """The command line on a file that is still to be made."""
    for module in (full_screen, opened, today):
        monkeypatch.setattr(module, "now", clock)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    return CommandLine(tmp_path / "a.db", clock, start.run, capsys)


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample as of a Monday in November, made once."""
    path = tmp_path_factory.mktemp("sampled") / "sample.db"
    clock = Clock()
    with closing(Store(path, clock)) as store:
        fill(store, clock.today)
    return path.read_bytes()


@pytest.fixture
def sample(line: CommandLine, sampled: bytes) -> CommandLine:
    """The command line on the sample."""
    line.path.touch(0o600)
    line.path.write_bytes(sampled)
    return line
