"""Letters that are more than an ASCII letter with an accent, and how else people type them.

Unicode takes é apart into e and an accent, but leaves ø, ł and ß whole. `domain.text.fold`
and the index in the file read this one table, so that a list and a search find the same. The
file holds a copy of it: a change here needs a migration that makes the copy and the index anew.
"""

from __future__ import annotations

import unicodedata

# As in a passport: Sørby is Sorby, Dæhne Daehne, Weiß Weiss, Þór Thor.
_LATIN = """
æ ae  œ oe  ø o  ß ss  þ th  ð d  đ d  ħ h  ı i  ĸ k  ł l  ŀ l  ŉ 'n  ŋ n  ŧ t  ſ s
ƀ b  ɓ b  ƈ c  ɖ d  ɗ d  ɛ e  ə a  ǝ a  ƒ f  ǥ g  ɠ g  ɣ g  ɨ i  ɩ i  ɉ j  ȷ j  ƙ k  ƚ l  ɲ n
ƞ n  ɔ o  ɵ o  ƥ p  ʀ r  ɍ r  ʃ s  ƭ t  ʈ t  ʉ u  ʊ u  ʋ v  ƴ y  ɏ y  ƶ z  ʒ z  ǯ z
ǽ ae  ǣ ae  ǿ o  ǆ dz  ǳ dz  ẛ s  ǉ lj  ǌ nj  ĳ ij  ﬀ ff  ﬁ fi  ﬂ fl  ﬃ ffi  ﬄ ffl
"""
# SQLite takes the accents off Latin letters alone; these are Greek and Cyrillic.
_WITH_ACCENTS = range(0x386, 0x524)
_APOSTROPHES = "’‘ʼʻ"  # the last is the okina of Hawaii
# What some type in the place of a letter: Mueller, Moeller, Aarhus, Djordje, Dahne.
_ALSO = "ä ae  ö oe  ü ue  ø oe  å aa  æ a  œ o  đ dj  ŋ ng  ə e"


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _with_capitals(pairs: dict[str, str]) -> dict[str, str]:
    """The pairs and their capitals, of those letters that have one of their own."""
    capitals = {letter.upper(): plain.capitalize() for letter, plain in pairs.items()}
    own = {one: to for one, to in capitals.items() if len(one) == 1 and not one.isascii()}
    return own | pairs


_BASES = {
    letter: base
    for letter in map(chr, _WITH_ACCENTS)
    if letter.isalpha() and (base := unicodedata.normalize("NFKD", letter)[0]) != letter
}
# A letter, and the plain ones in its place.
PLAIN = {
    **_with_capitals(_pairs(_LATIN)),
    **_BASES,
    **{"ẞ": "SS", "ǅ": "Dz", "ǲ": "Dz", "ǈ": "Lj", "ǋ": "Nj", "ґ": "г", "Ґ": "Г"},
    **dict.fromkeys(_APOSTROPHES, "'"),
}
# A letter, and what else may be typed for it.
ALSO = _with_capitals(_pairs(_ALSO))
