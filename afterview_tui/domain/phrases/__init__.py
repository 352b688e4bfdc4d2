"""How people say days and times: a small grammar, one phrase at a time.

Each module knows one kind of phrase. `reading` covers a text with them from its
first word to its last, so that nothing in it is left out.
"""
