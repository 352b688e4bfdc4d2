"""Tables for a spreadsheet: comma-separated, in UTF-8 as Excel knows it, and harmless there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from afterview_tui.domain.cells import harmless

MARK = "\ufeff"  # by which Excel sees that it is UTF-8


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The text of a file with these columns and rows."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return MARK + file.getvalue()
