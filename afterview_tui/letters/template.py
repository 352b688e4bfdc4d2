"""Templates of whole letters, ours and the user's own, in Jinja2."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.letters import phrases

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment


class TemplateProblem(AfterviewError):
    """A template that cannot be used. `line` counts from 1; the message says what to do."""

    title = "Template"

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def rendered(source: str, words: Mapping[str, str]) -> str:
    """A template with the words in their places. Raises TemplateProblem."""
    from jinja2.exceptions import TemplateError

    try:
        return _compiled(source).render(words)
    except TemplateError as error:
        raise TemplateProblem(str(error)) from error


@cache
def environment() -> SandboxedEnvironment:
    """Jinja2 as every template here is read: with our filters and our test."""
    # Imported here: the program opens without it, and only a draft needs it.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(undefined=StrictUndefined)
    made.filters |= {"capital": phrases.capital, "stop": phrases.stopped}
    made.tests["sentence"] = phrases.is_sentence
    return made


@lru_cache(maxsize=64)
def _compiled(source: str) -> Template:
    return environment().from_string(source)
