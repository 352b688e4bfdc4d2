"""Odd texts, and a file with one of them in every field of every record that holds text."""

from __future__ import annotations

import dataclasses
import json
import re
import sqlite3
import typing
from contextlib import closing, suppress
from pathlib import Path

from afterview_tui.storage.rows import TABLES

Stored = str | bytes
# What does something to a terminal, or makes a text read otherwise.
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")

ZALGO = "".join(f"{one}\u0300\u0327\u0489\u0353\u0329\u0360" for one in "Maria Chen")
ODD: dict[str, Stored] = {
    "nothing": "",
    **{
        f"only {ord(one):04X}": one
        for one in "\u200b\u0301\u200d\u2060\ufe0f\U000e0041\u180e\u034f\u00ad\u200c\u3164\u2800"
        "\u115f\u1161\u20dd\ufeff\u202e\ufffe\U00013430\u00a0\u3000\x00\x1b\x9b\t"
    },
    "only spaces": "     ",
    "only newlines": "\n\n\n",
    "only separators": "\u2028\u2029\x85\x0b\x0c\r",
    "spaces and marks": " \u0301 \u200b\n\u200d \u0301\n",
    "only signs": "!?.,;:-–—…()[]{}<>|/\\'\"`~@#$%^&*_+=",
    "one letter": "x",
    "zero": "0",
    "families": "👨\u200d👩\u200d👧\u200d👦👩🏽\u200d🔬🏴\u200d☠️🏳️\u200d🌈" * 9,
    "joiners": "\u200d".join("Maria Chen"),
    "right to left": "שלום עולם، مرحبا بالعالم ١٢٣ abc",
    "overrides": "\u202eevil\u202c\u2066x\u2069\u200f",
    "Persian": "می\u200cخواهم کتاب\u200cها",
    "Zalgo": ZALGO * 4,
    "tags": "Maria" + "".join(chr(0xE0000 + ord(one)) for one in "hidden"),
    "a wide text": "東京都千代田区丸の内一丁目" * 30,
    "Korean halves": "\u1112\u1161\u11ab" * 9 + "\u1161" * 9,
    "Thai": "ก็ชื่อน้ำ" * 9,
    "control": "a\x1b]52;c;Ym9vbQ==\x07b\x1b[2J\x9b31mc\x1b]0;boom\x1b\\d\x00\x07\x08\x7f",
    "cut sequences": "\x1b[ \x1b] \x1bP \x9d \x1b",
    "markup": "[/boom] [A b] [b]x[/b] $5{x}\\[ [@click=app.quit]x[/] [/] [[",
    "a template": "{{ boom }} {% for x in y %} {# {{ '\\ud800' }} }} %}",
    "gaps": "[their name] [] [[x]] [",
    "a long word": "w" * 5_000,
    "a long mark": "a" + "\u0301" * 2_000,
    "tabs": "a\tb\t\tc\n\td\t",
    "lines": "\n".join(f"line {number}" for number in range(120)),
    "commas": ", , ,,  ,owner,",
    "titles": "Dr. Mr. Mrs. Prof., DDS, MD",
    "quotes": "O'Neill “said” ‘so’ \"to\" `him` -- 'x",
    "SQL": "'; DROP TABLE person; -- \" * NEAR(a b) ^a :b",
    "a path": "../../etc/passwd\x00 /dev/null CON",
    "dates": "2026-99-99 0000-00-00T25:61",
    "not UTF-8": b"caf\xe9 \xff\xfe Zo\xeb",
    "half a surrogate": b"a\xed\xa0\x80b\xed\xbf\xbf",
    "a NUL inside": "before\x00after",
    "outside the plane": "𝕸𝖆𝖗𝖎𝖆 \U0010ffff \ue000",
}


def fields_of(kind: type) -> list[str]:
    """The fields of a record that hold text which a person typed."""
    hints = typing.get_type_hints(kind)
    return [one.name for one in dataclasses.fields(kind) if hints[one.name] is str]


def spoil(path: Path, texts: list[Stored]) -> None:
    """Put the texts into every text field on file, past the program, in turn."""
    with closing(sqlite3.connect(path)) as connection, connection:
        number = 0
        for kind, table in TABLES.items():
            ids = [row[0] for row in connection.execute(f"SELECT id FROM {table}")]  # noqa: S608
            for row_id in ids:
                for name in fields_of(kind):
                    number += 1
                    _put(connection, table, name, row_id, texts[number % len(texts)])
        for column, table in (("sentence", "change"), ("text", "text_version")):
            for (row_id,) in connection.execute(f"SELECT id FROM {table}").fetchall():  # noqa: S608
                number += 1
                _put(connection, table, column, row_id, texts[number % len(texts)])
        for (form,) in connection.execute("SELECT form FROM draft").fetchall():
            text = texts[number % len(texts)]
            text = text.decode(errors="replace") if isinstance(text, bytes) else text
            (kept,) = connection.execute("SELECT fields FROM draft WHERE form = ?", [form])
            kept = json.dumps(dict.fromkeys(json.loads(kept[0]), text))
            connection.execute("UPDATE draft SET fields = ? WHERE form = ?", [kept, form])


def _put(connection: sqlite3.Connection, table: str, name: str, row_id: int, text: Stored) -> None:
    # What a rule of the file refuses, such as an employer without a name, cannot be there.
    with suppress(sqlite3.IntegrityError):
        connection.execute(
            f"UPDATE {table} SET {name} = CAST(? AS TEXT) WHERE id = ?",  # noqa: S608
            [text.encode() if isinstance(text, str) else text, row_id],
        )
