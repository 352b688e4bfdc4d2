"""What a template may hold, and what to say of one that holds anything else.

Allowed are text, names, constants, `if`, comparisons, our filters and our test.
All else is refused, also what would do no harm: it is not needed for a letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from afterview_tui.domain.text import joined

if TYPE_CHECKING:
    from jinja2 import nodes

MOST_IN_BRACES = 60  # words and marks; Jinja2 reads them by calling itself
DEEPEST = 20  # ifs inside each other

Token = tuple[int, str, str]


class Fault(NamedTuple):
    """What is wrong with a template, in which line, and what to do."""

    line: int
    words: str


_TAGS = ("if", "elif", "else", "endif")
_PARTS = "a template cannot have parts of its own. Write the sentences where they belong."
_SET = "a template cannot make names of its own. Use the names that there are, or the words."
_ALONE = "a template stands alone and cannot take in another one. Copy the text into it."
_REFUSED_TAGS = {
    "for": "a template cannot repeat things, so that a draft always ends. Write the sentences out.",
    "macro": _PARTS,
    "call": _PARTS,
    "filter": _PARTS,
    "block": _PARTS,
    "set": _SET,
    "with": _SET,
    "include": _ALONE,
    "import": _ALONE,
    "from": _ALONE,
    "extends": _ALONE,
}
_RECKON = "a template cannot reckon. Write the number itself."
_PART_OF = "a name is whole words, and nothing can be taken out of it. Write the name alone."
_LIST = "a template has no lists. Write the words out."
_REFUSED = {
    "Call": "nothing in a template can be called. Write the name without the round brackets.",
    "Getattr": _PART_OF,
    "Getitem": _PART_OF,
    "Concat": "words are joined by writing them next to each other: {{ to }} and {{ me }}.",
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos"), _RECKON),
    **dict.fromkeys(("List", "Tuple", "Dict", "Slice"), _LIST),
}
_IN_BRACES = ("CondExpr", "Compare", "Operand", "And", "Or", "Not", "Filter", "Test")
_ALLOWED = frozenset(("Template", "Output", "TemplateData", "If", "Name", "Const", *_IN_BRACES))
# `{{` or `{%` with no end before the line ends or the next one begins.
_UNCLOSED = re.compile(
    r"\{\{(?:(?!\}\}|\{\{|\{%).)*(?=\n|\Z|\{\{|\{%)|\{%(?:(?!%\}|\{%).)*(?=\n|\Z|\{%)"
)
_SINGLE = re.compile(r"(?<!\{)\{\s*([^\W\d]\w*)\s*\}{1,2}")


def tag_fault(tokens: Iterable[Token]) -> Fault | None:
    """The first tag that is not allowed or has no partner, or the first pair of braces too full."""
    open_ifs: list[int] = []
    for inside in _braces(tokens):
        line, opened, _ = inside[0]
        if len(inside) > MOST_IN_BRACES:
            return Fault(line, "too much stands in these braces. Make two of them.")
        if opened != "block_begin" or len(inside) < 2:
            continue
        tag = inside[1][2]
        if tag not in _TAGS:
            return Fault(line, _refused_tag(tag))
        if tag == "if":
            open_ifs.append(line)
            if len(open_ifs) > DEEPEST:
                return Fault(line, "too many ifs stand inside each other. Use fewer of them.")
        elif not open_ifs:
            return Fault(line, f"there is no {{% if %}} before this {{% {tag} %}}.")
        elif tag == "endif":
            open_ifs.pop()
    if open_ifs:
        return Fault(open_ifs[-1], "this {% if %} has no end. Put {% endif %} where it ends.")
    return None


def tree_fault(
    tree: nodes.Template, filters: Collection[str], tests: Collection[str]
) -> Fault | None:
    """The first thing in a template that is not allowed."""
    for node in _walk(tree):
        words = _refused(node, filters, tests)
        if words:
            return Fault(node.lineno, words)
    return None


def names(tree: nodes.Template) -> tuple[tuple[int, str], ...]:
    """Every name in a template, with its line."""
    from jinja2 import nodes

    return tuple((one.lineno, one.name) for one in _walk(tree) if isinstance(one, nodes.Name))


def single_braces(tokens: Iterable[Token]) -> tuple[tuple[int, str], ...]:
    """What stands between single braces in the text, with its line."""
    found: list[tuple[int, str]] = []
    is_raw = False
    for line, kind, value in tokens:
        if kind in ("raw_begin", "raw_end"):
            is_raw = kind == "raw_begin"
        elif kind == "data" and not is_raw:
            for one in _SINGLE.finditer(value):
                found.append((line + value.count("\n", 0, one.start()), one[1]))
    return tuple(found)


def syntax_fault(source: str, said: str, line: int) -> Fault:
    """What to say of a text that Jinja2 cannot read, where it says `said`."""
    for one in _UNCLOSED.finditer(source):
        at = source.count("\n", 0, one.start()) + 1
        if at <= line:
            wanted = "{{ name }}" if one[0].startswith("{{") else "{% if name %}"
            return Fault(at, f"the braces that open here are not closed. Write {wanted}.")
    for pattern, words in _SAID:
        if found := re.search(pattern, said):
            return Fault(line, words.format(*found.groups()))
    return Fault(line, "this cannot be read. Names stand in braces: {{ to }}.")


# What Jinja2 says, and what we say.
_SAID = (
    (r"end of comment", "this remark has no end. Close it with #}}."),
    (r"end of raw", "{{% raw %}} has no end. Put {{% endraw %}} where it ends."),
    (r"'end of statement block', got '='", "to compare, write ==."),
    (
        r"'end of print statement', got '(.+)'",
        "one name stands in the braces, and “{}” is one too many.",
    ),
    (
        r"'end of statement block', got '(.+)'",
        '“{}” is not understood here. Write {{% if name %}} or {{% if name == "word" %}}.',
    ),
    (
        r"unexpected char (['\"])(.+)\1",
        "{0}{1}{0} cannot stand in braces. Words go between straight quotation marks.",
    ),
    (r"tag name expected", "there is no tag here. The tags are if, elif, else and endif."),
    (r"unknown tag '(\w+)'", "there is one {{% {} %}} too many for this {{% if %}}."),
    (r", expected '([\])}])'", "“{}” is missing before these braces close."),
    (r"unexpected '([\])}])'", "“{}” closes something that was not opened."),
    (r"got 'end of|unexpected 'end of", "something is missing before these braces close."),
)


def _braces(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """What stands in each pair of braces, with what opens it first."""
    inside: list[Token] = []
    for token in tokens:
        if token[1] in ("variable_begin", "block_begin"):
            inside = [token]
        elif token[1] in ("variable_end", "block_end"):
            yield inside
            inside = []
        elif inside and token[1] != "whitespace":
            inside.append(token)
    if inside:
        yield inside


def _walk(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Every node, as they stand in the text; without calling itself."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(node.iter_child_nodes()))


def _refused_tag(tag: str) -> str:
    known = tag.removeprefix("end")
    if known in _REFUSED_TAGS:
        return _REFUSED_TAGS[known]
    return f"there is no tag “{tag}”. {_meant(tag, 'tag', _TAGS)}"


def _refused(node: nodes.Node, filters: Collection[str], tests: Collection[str]) -> str:
    """Why a node is not allowed; nothing when it is."""
    from jinja2 import nodes

    kind = type(node).__name__
    if kind not in _ALLOWED:
        return _REFUSED.get(kind, "this cannot stand in a template. Write the words themselves.")
    if isinstance(node, nodes.Const) and type(node.value) not in (str, int, float):
        return "there is nothing to write here. Write a name, or words in quotation marks."
    if isinstance(node, nodes.CondExpr) and node.expr2 is None:
        return 'say what stands here otherwise: {{ "this" if name else "that" }}.'
    if isinstance(node, nodes.Filter | nodes.Test):
        what = "filter" if isinstance(node, nodes.Filter) else "test"
        known = filters if isinstance(node, nodes.Filter) else tests
        if node.name not in known:
            return f"there is no {what} “{node.name}”. {_meant(node.name, what, known)}"
        if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return f"the {what} “{node.name}” takes nothing in brackets. Leave the brackets out."
    return ""


def _meant(said: str, what: str, known: Collection[str]) -> str:
    """The closest of a few, or all of them."""
    likely = get_close_matches(said, list(known), n=1)
    if likely:
        return f"Did you mean “{likely[0]}”?"
    return f"The {what}{' is' if len(known) == 1 else 's are'} {joined(list(known))}."
