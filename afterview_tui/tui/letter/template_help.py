"""Everything that a template can name and do, on one page."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from afterview_tui.pages.template_names import grammar, names_page
from afterview_tui.tui.kit.plain import plain
from afterview_tui.tui.kit.reading_page import Reading

_HEADING = "bold $text-accent"


class TemplateHelp(Reading):
    """The names, with what each is and what it stands for now; the grammar."""

    def __init__(self, names: Mapping[str, str], letter: str) -> None:
        """`letter` is what the names are for: "a thank-you e-mail"."""
        super().__init__("Templates", lambda width: _page(names, letter, width), "template names")


def _page(names: Mapping[str, str], letter: str, width: int) -> Content:
    parts = [Content.styled("What a template can do", _HEADING)]
    parts += [plain(f"  {one}") for one in grammar(width - 2)]
    parts += [Content(""), plain(f"The names for {letter}", _HEADING)]
    for name, (about, *now) in names_page(names, width - 2):
        parts.append(Content.assemble("  ", plain(name, "bold"), "  ", plain(about)))
        parts += [plain(f"  {one}", "$foreground-muted") for one in now]
    return Content("\n").join(parts)
