"""Templates in Jinja2: what they can do, and that whatever else is tried is said with its line."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.letters.drafting import template
from afterview_tui.letters.drafting.template import (
    LONGEST_LETTER,
    LONGEST_SOURCE,
    TemplateProblem,
    rendered,
)
from tests.unit.build import CHECK

WORDS = {
    "to": "Dr. Chen",
    "me": "Sam Ray",
    "employer": "Lakeside Dental",
    "about": "the new x-ray",
    "forgot": "I can start in May.",
}

USE = [
    ("Dear {{ to }},", "Dear Dr. Chen,"),
    ("{{ about | capital | stop }}", "The new x-ray."),
    ("{{ me|upper }}, {{ employer|lower }}", "SAM RAY, lakeside dental"),
    ("[{{ '  a ' | trim }}]", "[a]"),
    (
        "{% if forgot is sentence %}One more thing: {{ forgot }}{% endif %}",
        "One more thing: I can start in May.",
    ),
    ("{% if about is not sentence %}I liked {{ about }}.{% endif %}", "I liked the new x-ray."),
    ("{% if me == 'x' %}a{% elif to != 'Dr. Chen' %}b{% else %}c{% endif %}", "c"),
    ("{% if me and (to or not me) and 'Lake' in employer %}yes{% endif %}", "yes"),
    ("{{ 'Hi' if me == 'Sam Ray' else 'Hello' }} {{ 2 }} {{ \"a\" }}", "Hi 2 a"),
    ("{# mine #}Hello", "Hello"),
    ("{% raw %}{{ to }} { to }{% endraw %}", "{{ to }} { to }"),
    ("{ } {other} $5 \\n % #", "{ } {other} $5 \\n % #"),
]


@pytest.mark.parametrize(("source", "text"), USE)
def test_a_template_holds_text_names_and_what_is_said_otherwise(source: str, text: str) -> None:
    assert rendered(source, WORDS) == text


def test_a_word_of_the_user_is_never_read_as_a_template() -> None:
    assert rendered("{{ about }}", {"about": "{{ me }} {% for x in y %}"}) == (
        "{{ me }} {% for x in y %}"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"a{{ '\ud800' }}b", "ab"),
        (r"a{{ '\udfff\ud800' }}b", "ab"),
        (r"a{{ '\x1b]0;X\x07' }}b", "ab"),
        (r"a{{ '\x1b' }}[2J{{ '\x9b' }}31mb", "ab"),
        (r"a{{ '\x00\x07\x08\x7f\x85' }}b", "a\nb"),
        (r"a{{ '\u202e' }}b", "ab"),
        (r"a{{ '\u200b\U000e0041' }}b", "ab"),
        (r"a{{ '\N{RIGHT-TO-LEFT OVERRIDE}' }}b", "ab"),
        (r"a{{ '\33[31m' }}b", "ab"),
        (r"Ma{{ '\u200d' }}ria 👩{{ '\u200d' }}🔬", "Maria 👩\u200d🔬"),
        (r"Zoe{{ '\u0308' }}", "Zoë"),
        (r"{% if '\ud800' == me %}x{% else %}y{% endif %}", "y"),
        (r"{{ '\ud800' if '\x1b' in me else '\x1b[1mz' }}", "z"),
        (r"{{ '\x1b[1mz' | upper }}", "Z"),
    ],
)
def test_what_a_string_in_a_template_spells_is_cleaned(source: str, text: str) -> None:
    assert rendered(source, WORDS) == text


def test_a_tag_on_a_line_of_its_own_leaves_no_line() -> None:
    source = "One\n{% if me %}\nTwo\n{% else %}\nThree\n{% endif %}\n{# remark #}\nFour"
    assert rendered(source, WORDS) == "One\nTwo\nFour"


def test_a_tag_inside_a_line_takes_nothing_of_it() -> None:
    assert rendered("Thanks{% if me %}, {{ to }}{% endif %}\nSam", WORDS) == "Thanks, Dr. Chen\nSam"
    assert rendered("One\n\n{%- if me %} two{% endif %}", WORDS) == "One two"


REPEAT = "a template cannot repeat things, so that a draft always ends. Write the sentences out."
PARTS = "a template cannot have parts of its own. Write the sentences where they belong."
OWN_NAMES = "a template cannot make names of its own. Use the names that there are, or the words."
ALONE = "a template stands alone and cannot take in another one. Copy the text into it."
INSIDE = "a name is whole words, and nothing can be taken out of it. Write the name alone."
CALL = "nothing in a template can be called. Write the name without the round brackets."
RECKON = "a template cannot reckon. Write the number itself."
LISTS = "a template has no lists. Write the words out."
OPEN = "the braces that open here are not closed. Write {{ name }}."
MISSING = "something is missing before these braces close."
TOO_MUCH = "too much stands in these braces. Make two of them."
FILTERS = "The filters are capital, stop, lower, upper and trim."
COMPARED = "these two cannot be compared."

# The template, the line, and what is said of it.
BAD: list[tuple[str, int, str]] = [
    # What loops, or could.
    ("a\nb\n{% for x in to %}x{% endfor %}", 3, REPEAT),
    ("{% for x in range(10 ** 9) %}x", 1, REPEAT),
    ("x\n{% endfor %}", 2, REPEAT),
    ("\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 2, PARTS),
    ("{% call to() %}x{% endcall %}", 1, PARTS),
    ("{% filter upper %}x{% endfilter %}", 1, PARTS),
    ("{% block b %}{{ self.b() }}{% endblock %}", 1, PARTS),
    ("{% set x = to %}", 1, OWN_NAMES),
    ("{% with x = to %}{{ x }}{% endwith %}", 1, OWN_NAMES),
    ("{% include 'letter' %}", 1, ALONE),
    ("a\n{% import 'letter' as x %}", 2, ALONE),
    ("{% from 'letter' import x %}", 1, ALONE),
    ("{% extends 'letter' %}", 1, ALONE),
    ("{% do to %}", 1, "there is no tag “do”. The tags are if, elif, else and endif."),
    (
        "{% autoescape true %}x{% endautoescape %}",
        1,
        "there is no tag “autoescape”. The tags are if, elif, else and endif.",
    ),
    # What reaches for more than the words.
    ("a\n{{ ''.__class__ }}", 2, INSIDE),
    ("{{ to.__class__.__mro__[1].__subclasses__() }}", 1, CALL),
    ("{{ to['__class__'] }}", 1, INSIDE),
    ("{{ to[1:2] }}", 1, INSIDE),
    ("{{ cycler.__init__.__globals__ }}", 1, INSIDE),
    ("{{ lipsum(9999) }}", 1, CALL),
    ("{{ to | attr('__class__') }}", 1, f"there is no filter “attr”. {FILTERS}"),
    (
        "{{ to|trim('D') }}",
        1,
        "the filter “trim” takes nothing in brackets. Leave the brackets out.",
    ),
    ("{{ self }}", 1, "there is no “self” among the names that a template can use."),
    ("{{ loop }}", 1, "there is no “loop” among the names that a template can use."),
    # What grows.
    ("{{ 'a' * 1000000000 }}", 1, RECKON),
    ("\n\n{{ 9 ** 9 ** 9 }}", 3, RECKON),
    ("{{ -1 }}", 1, RECKON),
    (
        "{{ to ~ me }}",
        1,
        "words are joined by writing them next to each other: {{ to }} and {{ me }}.",
    ),
    ("{{ '%99999999d' | format(1) }}", 1, f"there is no filter “format”. {FILTERS}"),
    ("{{ [1, 2] }}", 1, LISTS),
    ("{{ to, me }}", 1, LISTS),
    ("{{ {'a': 1} }}", 1, LISTS),
    # What stands deep in itself.
    ("{{ " + "(" * 4000 + "to" + ")" * 4000 + " }}", 1, TOO_MUCH),
    ("a\n{{ " + "not " * 3000 + "to }}", 2, TOO_MUCH),
    ("{{ to" + " or to" * 3000 + " }}", 1, TOO_MUCH),
    ("{{ to" + "|lower" * 2500 + " }}", 1, TOO_MUCH),
    ("{{ " + "to if me else " * 1000 + "to }}", 1, TOO_MUCH),
    ("{% if to %}\n" * 700, 21, "too many ifs stand inside each other. Use fewer of them."),
    ("{{ " + "9" * 6000 + " }}", 0, "This is too much to read. Shorten what is in braces."),
    # What was left open, or closed too often.
    ("Hi\n\n{% if to %}x", 3, "this {% if %} has no end. Put {% endif %} where it ends."),
    (
        "{% if to %}\n{% if me %}\n{% endif %}",
        1,
        "this {% if %} has no end. Put {% endif %} where it ends.",
    ),
    ("x\n{% endif %}", 2, "there is no {% if %} before this {% endif %}."),
    ("{% else %}", 1, "there is no {% if %} before this {% else %}."),
    (
        "{% if to %}{% else %}\n{% else %}{% endif %}",
        2,
        "there is one {% else %} too many for this {% if %}.",
    ),
    ("{% if to %}{% esle %}{% endif %}", 1, "there is no tag “esle”. Did you mean “else”?"),
    ("Dear {{ to\nI am {{ me }}", 1, OPEN),
    ("Dear\n{{ to }", 2, OPEN),
    ("{{ to", 1, OPEN),
    ("{% if to }x{% endif %}", 1, "the braces that open here are not closed. Write {% if name %}."),
    ("{# a\nb", 1, "this remark has no end. Close it with #}."),
    ("{% raw %}x", 1, "{% raw %} has no end. Put {% endraw %} where it ends."),
    ("{{ (to }}", 1, "“)” is missing before these braces close."),
    ("{{ to) }}", 1, "“)” closes something that was not opened."),
    # Slips.
    ("{{ }}", 1, MISSING),
    ("{{ to | }}", 1, MISSING),
    ("{% if %}x{% endif %}", 1, MISSING),
    ("{{ to == }}", 1, MISSING),
    ("{% %}", 1, "there is no tag here. The tags are if, elif, else and endif."),
    ("{{ my name }}", 1, "one name stands in the braces, and “name” is one too many."),
    ("{% if to = me %}x{% endif %}", 1, "to compare, write ==."),
    (
        "{% if to me %}x{% endif %}",
        1,
        '“me” is not understood here. Write {% if name %} or {% if name == "word" %}.',
    ),
    ("{{ to ’x’ }}", 1, "'’' cannot stand in braces. Words go between straight quotation marks."),
    ("{{ 'x' if to }}", 1, 'say what stands here otherwise: {{ "this" if name else "that" }}.'),
    ("{{ none }}", 1, "there is nothing to write here. Write a name, or words in quotation marks."),
    ("Dear { to },", 1, "a name stands between two braces on each side: {{ to }}."),
    ("a\n\nat {employer}}", 3, "a name stands between two braces on each side: {{ employer }}."),
    ("{{ to }}\n{{ employr }}", 2, "there is no “employr”. Did you mean “employer”?"),
    (
        "{% if me == 'x' %}{{ Emploier }}{% endif %}",
        1,
        "there is no “Emploier”. Did you mean “employer”?",
    ),
    ("{{ salary }}", 1, "there is no “salary” among the names that a template can use."),
    ("{{ to|capitol }}", 1, "there is no filter “capitol”. Did you mean “capital”?"),
    ("{{ to is defined }}", 1, "there is no test “defined”. The test is sentence."),
    ("a\n{% if to < 3 %}x{% endif %}", 2, COMPARED),
    ("{{ 3 in 3 }}", 1, COMPARED),
]


@pytest.mark.parametrize(("source", "line", "said"), BAD)
def test_what_cannot_be_used_is_said_with_its_line(source: str, line: int, said: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        rendered(source, WORDS)
    assert caught.value.line == line
    assert caught.value.message == (f"Line {line}: {said}" if line else said)


def test_a_template_too_long_is_said() -> None:
    assert rendered("x" * LONGEST_SOURCE, {}) == "x" * LONGEST_SOURCE
    with pytest.raises(TemplateProblem, match=r"may hold 20,000 characters, and this one has"):
        rendered("x" * (LONGEST_SOURCE + 1), {})


def test_a_letter_that_would_grow_without_end_is_stopped() -> None:
    words = {"big": "x" * 100_000}
    assert len(rendered("{{ big }}{{ big }}", words)) == LONGEST_LETTER
    with pytest.raises(TemplateProblem, match="gets longer than 200,000 characters"):
        rendered("{{ big }}" * 2000, words)


def test_a_template_is_read_once() -> None:
    source = "read once: {{ to }}"
    rendered(source, WORDS)
    before = template._compiled.cache_info()
    rendered(source, WORDS)
    after = template._compiled.cache_info()
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)


@CHECK
@given(st.text(alphabet="{}%#|ifelsend to_.()[]'\"~*+-=<1\n", max_size=120))
def test_whatever_is_typed_is_a_letter_or_a_problem_in_one_of_its_lines(source: str) -> None:
    try:
        text = rendered(source, WORDS)
    except TemplateProblem as problem:
        line = problem.line
    else:
        line = 0
        assert len(text) <= LONGEST_LETTER
    assert 0 <= line <= source.count("\n") + 1


def test_jinja_is_loaded_with_the_first_template_only() -> None:
    code = (
        "import sys; from afterview_tui.letters.drafting import template, wordings;"
        " assert 'jinja2' not in sys.modules; template.rendered('x', {});"
        " assert 'jinja2' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
