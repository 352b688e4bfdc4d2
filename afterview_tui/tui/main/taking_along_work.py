"""Taking everything along: asks for the format and the place, and writes it there."""

from __future__ import annotations

from pathlib import Path

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean_line
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.kit import one_line_form
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import FieldProblem
from afterview_tui.tui.taking_along import Along, bundle, write

_READ_FOR = 8.0  # seconds for a notice that names a file
_WAYS = {
    Along.JSON: "All of it in one file, to bring into a new one",
    Along.CSV: "Tables for a spreadsheet, one for each kind",
    Along.MARKDOWN: "A folder of pages to read, with the letters",
    Along.ICS: "Entries for your appointment calendar",
}


class TakingAlongWork:
    """Writes everything that is on file in a format that outlives this program."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front

    def ask(self) -> None:
        """Ask in which format, then where to."""
        ways = [
            (str(number), words, kind.value)
            for number, (kind, words) in enumerate(_WAYS.items(), 1)
        ]
        self.front.choose(Choose("Take everything along", ways), self._ask_where)

    def _ask_where(self, chosen: str) -> None:
        kind, said = Along(chosen), ""

        def save(place: str) -> None:
            nonlocal said
            now = self.desk.store.file.now()
            try:
                path = Path(place).expanduser().absolute()
                write(bundle(self.desk.store, kind, now), kind, path, replace=False)
            except (
                AfterviewError,
                RuntimeError,
            ) as error:  # the latter of a ~name that is nobody's
                message = error.message if isinstance(error, AfterviewError) else str(error)
                raise FieldProblem("line", message) from error
            said = f"Written: {clean_line(str(path))}"

        form = one_line_form.one_line(
            f"Take along: {_WAYS[kind].split(',')[0].lower()}",
            "Where to",
            save,
            placeholder="a folder that is yours, and a name in it",
            value=str(_home() / kind.usual_name(self.desk.today)),
        )
        self.front.ask(form, lambda: self.front.say(said, seconds=_READ_FOR))


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # nobody says where that is
        return Path.cwd()
