"""The lower layers load without the screen's libraries, and nothing is imported in a circle."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from afterview_tui.storage.store import Store

PACKAGE = Path(__file__).parents[2] / "afterview_tui"

EVERYTHING_IN = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
"""

OPENED_AND_READ = """
import sys
from datetime import datetime
from pathlib import Path
from afterview_tui.storage.store import Store
now = lambda: datetime.now().astimezone()
store = Store(Path(sys.argv[1]), now)
store.interviews.open_ones(now().date())
store.interviews.closed_count(now().date())
store.close()
"""


def loaded_by(code: str, argument: str) -> set[str]:
    """The modules that a fresh Python has loaded once it has run some code."""
    say = "\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code + say, argument],
        capture_output=True,
        text=True,
        env={"PATH": os.defpath},
        timeout=120,
        check=True,
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize("layer", ["domain", "letters", "storage", "handoff"])
def test_a_lower_layer_loads_without_textual_and_rich(layer: str) -> None:
    loaded = loaded_by(EVERYTHING_IN, f"afterview_tui.{layer}")
    assert "afterview_tui" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize("layer", ["domain", "letters"])
def test_the_rules_load_without_a_database(layer: str) -> None:
    assert not loaded_by(EVERYTHING_IN, f"afterview_tui.{layer}") & {"sqlite3", "sqlite_utils"}


def test_the_desk_loads_without_a_screen() -> None:
    loaded = loaded_by("import afterview_tui.tui.desk", "")
    assert "afterview_tui.storage.store" in loaded
    assert not loaded & {"textual", "rich"}


def test_the_first_screen_does_not_wait_for_what_letters_need() -> None:
    loaded = loaded_by("import afterview_tui.tui.app", "")
    letters = (
        *("drafting.compose", "drafting.template"),
        *("checking.all_findings", "checking.names_on_file", "checking.spelling"),
    )
    dialogs = (
        *("letter.by_hand", "letter.findings_dialog", "letter.before_copying"),
        *("letter.template_help", "letter.templates_tab", "kit.versions", "kit.shelf"),
        *("kit.action_list", "kit.colours", "key_words", "key_file"),
    )
    late = {f"afterview_tui.letters.{name}" for name in letters}
    late |= {f"afterview_tui.tui.{name}" for name in dialogs}
    late |= {"afterview_tui.handoff.print_pages", "afterview_tui.domain.name_line"}
    late |= {"afterview_tui.tui.search.search_dialog", "afterview_tui.storage.search"}
    late |= {"afterview_tui.domain.name_parts", "afterview_tui.domain.phrases.meaning"}
    late |= {f"afterview_tui.domain.{name}" for name in ("people", "recognising", "names", "news")}
    late |= {f"afterview_tui.storage.{name}" for name in ("interviews", "people", "letters")}
    late |= {f"afterview_tui.tui.kit.{name}" for name in ("form", "writer", "text_box")}
    late |= {f"afterview_tui.handoff.{name}" for name in ("clipboard", "editor", "crash_report")}
    late |= {"afterview_tui.tui.steps.steps_work", "afterview_tui.tui.interviews.interview_form"}
    assert all(importlib.util.find_spec(name) for name in late)
    assert "afterview_tui.tui.main.main_screen" in loaded
    others = {"jinja2", "spellchecker", "sqlite_utils", "click", "tzlocal", "zoneinfo"}
    assert not loaded & (late | others)


def test_the_app_opens_without_the_command_line() -> None:
    loaded = loaded_by("import afterview_tui.cli.start", "")
    assert "afterview_tui.cli.full_screen" in loaded
    assert not loaded & {"click", "afterview_tui.cli.commands"}


def test_a_file_that_is_up_to_date_is_read_without_what_writing_needs(tmp_path: Path) -> None:
    path = tmp_path / "afterview.db"
    with closing(Store(path, lambda: datetime.now().astimezone())):
        pass
    loaded = loaded_by(OPENED_AND_READ, str(path))
    assert "sqlite3" in loaded
    assert not loaded & {"sqlite_utils", "jinja2", "textual", "rich"}


def imports_in(source: str, modules: set[str]) -> set[str]:
    """Which of these modules a source names: within functions and for types alone, too."""
    named = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            named |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            named |= {f"{node.module}.{one.name}" for one in node.names} | {node.module or ""}
    return named & modules


def imports_of(root: Path) -> dict[str, set[str]]:
    """What every module of a package imports from it, leaving out the packages themselves."""
    files = [path for path in root.rglob("*.py") if path.name != "__init__.py"]
    names = {".".join(path.relative_to(root.parent).with_suffix("").parts): path for path in files}
    return {
        name: imports_in(path.read_text(encoding="utf-8"), set(names))
        for name, path in names.items()
    }


def circle_in(imports: dict[str, set[str]]) -> list[str]:
    """The modules of one circle, if there is any."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_nothing_is_imported_in_a_circle_for_types_alone_or_late_neither() -> None:
    assert circle_in(imports_of(PACKAGE)) == []


@pytest.mark.parametrize(
    "back",
    [
        "from one.a import A",
        "import one.a",
        "from one import a",
        "if TYPE_CHECKING:\n    from one.a import A",
        "def late() -> None:\n    from one.a import A",
    ],
)
def test_a_circle_would_be_found(tmp_path: Path, back: str) -> None:
    root = tmp_path / "one"
    root.mkdir()
    (root / "a.py").write_text("from one.b import B\n")
    (root / "b.py").write_text("from one.c import C\n")
    (root / "c.py").write_text("C = 1\n")
    assert circle_in(imports_of(root)) == []
    (root / "c.py").write_text(f"{back}\n")
    assert set(circle_in(imports_of(root))) == {"one.a", "one.b", "one.c"}
