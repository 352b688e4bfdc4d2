"""Nasty strings of our own, by what each would do if somebody took it for more than a text."""

from __future__ import annotations

HARM = "Zharm"  # what one that ran would leave: a file of this name, or these letters as an order

NASTY: dict[str, tuple[str, ...]] = {
    "acts on the terminal": (
        f"\x1b]52;c;{HARM}\x07",  # the clipboard
        f"\x1b]0;{HARM}\x07",  # the title
        f"\x1b]8;;file:///etc/passwd\x1b\\{HARM}\x1b]8;;\x1b\\",  # a link
        f"\x1b]1337;SetUserVar={HARM}\x07",
        "\x1bPq#0;2;0;0;0~\x1b\\",  # a picture
        "\x1b_Ga=T,f=24;AAAA\x1b\\",
        "\x1b[6n\x1b[c\x1b[>0q",  # what a terminal answers is typed
        "\x1b[201~\x1b[200~",
        "\x1b[?1049l\x1b[?1000l\x1b[2J\x1bc",
        "\x9b2J\x9d0;x\x9c\x90q\x9c",
        "\x00\x07\x08\x0b\x0c\x0e\x7f\x85\u2028\u2029",
    ),
    "reads otherwise than it is": (
        "\u202ecod.\u202c\u2066exe\u2069",
        "a\u200bb\u2060c\ufeffd\u00ade",
        "Chen\U000e0048\U000e0049",
        "e\u0301\u0301\u0301\u0301\u0301\u0301",
        "ﷺ𒐫꧅⸻",
        "\ud83d\udc69",
    ),
    "is markup": (
        "[/boom]",
        "[@click=app.quit]x[/]",
        "[link=file:///etc/passwd]x[/link]",
        "[on red $error]x[/]$5{x}\\[",
        "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
        "# x\n![](http://a.invalid/x.png)\n```",
    ),
    "is a program": (
        f"$(touch {HARM})`touch {HARM}`; touch {HARM} & touch {HARM} | touch {HARM}",
        f"' ; touch {HARM} ; '\" ; touch {HARM} ; \"",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% for x in range(9**9) %}a{% endfor %}",
        "{0.__class__} %s%n %(x)s ${HOME} %HOME% ~",
        "__import__('os').system('x')",
        "'; DROP TABLE person; --",
        '" OR ""="" NEAR(a b) ^a :b *',
        '=HYPERLINK("http://a.invalid";A1)',
        "+1+cmd|' /C calc'!A0",
        "a@b.invalid?bcc=c@d.invalid%0d%0aBcc:x",
        "Subject: x\r\nBcc: all@a.invalid\r\n\r\n",
        "\nBEGIN:VEVENT\r\nEND:VCALENDAR",
    ),
    "is a place": (
        "../../../etc/passwd",
        "/dev/null",
        "~/.ssh/id_ed25519",
        "-rf",
        "--db=/etc/passwd",
        "CON.txt:stream",
        "file:///etc/passwd",
        "a/b\\c:d*e?f|g",
        ".",
    ),
    "is too much or too little": (
        "",
        " \t\u00a0\u3000 ",
        "x" * 3_000,
        "9" * 400,
        "-0",
        "1e999",
        "2026-02-31",
        "9999-12-31T23:59:60+99:99",
        "\n" * 300,
        "👩\u200d👩\u200d👧\u200d👦" * 60,
    ),
}
EVERY = tuple(one for several in NASTY.values() for one in several)
