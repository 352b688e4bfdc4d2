"""Templates of whole letters, ours and the user's own, in Jinja2."""

from __future__ import annotations

from collections.abc import Mapping

from afterview_tui.domain.errors import AfterviewError


class TemplateProblem(AfterviewError):
    """A template that cannot be used. `line` counts from 1; the message says what to do."""

    title = "Template"

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def rendered(source: str, words: Mapping[str, str]) -> str:
    """A template with the words in their places. Raises TemplateProblem."""
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment().from_string(source).render(words)
