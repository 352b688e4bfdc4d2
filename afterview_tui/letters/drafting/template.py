"""Templates of whole letters, ours and the user's own, in Jinja2.

A template holds text, names in braces, and what is to be left out or said
otherwise (`template_rules` says which). It cannot repeat anything, so it always
ends, and it reaches nothing but the words that it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean
from afterview_tui.letters.drafting import own_words, template_rules
from afterview_tui.letters.drafting.marked_pieces import unmarked
from afterview_tui.letters.drafting.template_rules import Fault

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

LONGEST_SOURCE = 20_000
LONGEST_LETTER = 200_000  # as long as a text on the screen may get

FILTERS: dict[str, Callable[[str], str]] = {
    "capital": lambda text: own_words.capital(unmarked(text)),
    "stop": lambda text: own_words.stopped(unmarked(text)),
    "lower": lambda text: unmarked(text).lower(),
    "upper": lambda text: unmarked(text).upper(),
    "trim": lambda text: unmarked(text).strip(),
}
TESTS: dict[str, Callable[[str], bool]] = {
    "sentence": lambda text: own_words.is_sentence(unmarked(text))
}

# Whatever Python makes of a text that asks too much of it. `SyntaxError` and
# `MemoryError` come from its compiler.
_PYTHON_GIVES_UP = (
    ArithmeticError,
    AttributeError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
# A line that holds nothing but a tag or a remark is no line of the letter. What
# `raw` holds is text, and `{%-` says itself what goes.
_LINE_OF_ITS_OWN = re.compile(
    r"(?P<raw>\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\})"
    r"|^[ \t]*(?P<tag>\{%(?![-+])(?:(?!%\}).)*(?<![-+])%\}|\{#(?![-+])(?:(?!#\}).)*(?<![-+])#\})"
    r"[ \t]*\n",
    re.DOTALL | re.MULTILINE,
)


class TemplateProblem(AfterviewError):
    """A template that cannot be used; the message says what to do.

    `line` counts from 1; it is 0 when the template as a whole is meant.
    """

    title = "Template"

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"Line {line}: {message}" if line else message)
        self.line = line


def rendered(source: str, words: Mapping[str, str]) -> str:
    """A template with the words in their places. Raises TemplateProblem."""
    compiled = _compiled(source)
    for line, name in compiled.names:
        if name not in words:
            raise TemplateProblem(_unknown(name, words), line)
    for line, name in compiled.single:
        if name in words:
            raise TemplateProblem(
                f"a name stands between two braces on each side: {{{{ {name} }}}}.", line
            )
    return _filled(compiled.template, words)


@cache
def environment() -> SandboxedEnvironment:
    """Jinja2 as every template here is read: with our filters and our test, and no others."""
    # Imported here: the program opens without it, and only a draft needs it.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(undefined=StrictUndefined)
    made.globals.clear()
    made.filters = dict(FILTERS)
    made.tests = dict(TESTS)
    return made


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A template that may be used, the names in it, and those in single braces, by line."""

    template: Template
    names: tuple[tuple[int, str], ...]
    single: tuple[tuple[int, str], ...]


@lru_cache(maxsize=64)
def _compiled(source: str) -> _Compiled:
    from jinja2 import TemplateSyntaxError

    if len(source) > LONGEST_SOURCE:
        raise TemplateProblem(
            f"A template may hold {LONGEST_SOURCE:,} characters, and this one has"
            f" {len(source):,}. Shorten it."
        )
    jinja = environment()
    try:
        tokens = list(jinja.lex(source))
        _refuse(template_rules.tag_fault(tokens))
        tree = jinja.parse(source)
        _refuse(template_rules.tree_fault(tree, FILTERS, TESTS))
        template = jinja.from_string(_LINE_OF_ITS_OWN.sub(_marked, source))
    except TemplateSyntaxError as error:
        fault = template_rules.syntax_fault(source, error.message or "", error.lineno)
        raise TemplateProblem(fault.words, fault.line) from error
    except _PYTHON_GIVES_UP as error:
        raise TemplateProblem("This is too much to read. Shorten what is in braces.") from error
    return _Compiled(template, template_rules.names(tree), template_rules.single_braces(tokens))


def _refuse(fault: Fault | None) -> None:
    if fault is not None:
        raise TemplateProblem(fault.words, fault.line)


def _marked(line: re.Match[str]) -> str:
    """A tag on a line of its own, with the end of the line inside it: lines keep their numbers."""
    if line["raw"]:
        return line["raw"]
    tag = line["tag"]
    return f"{tag[:-2]}\n{tag[-2:]}"


def _filled(template: Template, words: Mapping[str, str]) -> str:
    """The text, for as long as it is one that a screen can show."""
    pieces: list[str] = []
    room = LONGEST_LETTER
    try:
        for piece in template.generate(words):
            pieces.append(piece)
            room -= len(piece)
            if room < 0:
                break
    except _PYTHON_GIVES_UP as error:
        raise TemplateProblem("these two cannot be compared.", _line_of(error)) from error
    if room < 0:
        raise TemplateProblem(
            f"The letter gets longer than {LONGEST_LETTER:,} characters. Leave out some names."
        )
    return clean("".join(pieces))  # a string in a template may spell any character


def _line_of(error: BaseException) -> int:
    """The line of the template in which an error arose, as Jinja2 notes it."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _unknown(name: str, words: Mapping[str, str]) -> str:
    likely = get_close_matches(name, words, n=1)
    if likely:
        return f"there is no “{name}”. Did you mean “{likely[0]}”?"
    return f"there is no “{name}” among the names that a template can use."
