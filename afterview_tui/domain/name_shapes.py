"""What a few words of a line about people look like: a name, a job, letters after a name.

Which words of a name are the family's, and which are letters after it, nameparser
knows. It takes a tenth of a second to load, so it is asked late, and not at all about
a name of one or two plain words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from afterview_tui.domain.name_words import (
    AFTER_GIVEN,
    BEFORE_NOUNS,
    FIRMS,
    GENERATIONS,
    GIVEN_TOO,
    LETTERS,
    LINKS,
    NAMES_IN_CAPITALS,
    NAMES_TOO,
    NOUNS,
    OPENERS,
    OPENERS_OF_NOUNS,
    PARTICLES,
    PLACES,
    SHORT_LETTERS,
    UNKNOWN,
)
from afterview_tui.domain.text import fold

if TYPE_CHECKING:
    from nameparser import ParsedName

TITLES = (
    *("Dr", "Prof", "Mr", "Mrs", "Ms", "Miss", "Mx", "Rev", "Sir", "Dame", "Doctor", "Professor"),
    *("Mister", "Reverend", "Sra", "Srta", "Señor", "Señora", "Dra", "Herr", "Frau", "Mme"),
    *("Mlle", "Madame", "Monsieur", "Signor", "Signora"),
)
# Several people at once: "Drs. Chang and Parks".
PLURAL_TITLES = {"drs": "Dr.", "profs": "Prof.", "messrs": "Mr."}
_TITLE = re.compile(
    rf"^(?:(?:{'|'.join((*TITLES, *PLURAL_TITLES))})(?:\.\s*|\b\s+))+(?=\S)", re.IGNORECASE
)
_FOLDED_TITLES = frozenset(map(str.casefold, (*TITLES, *PLURAL_TITLES)))

# D.C., DDS, R.N., PhD, M.Sc., BSc(Hons): short, with dots or capitals, and no plain word.
_POST_NOMINAL = re.compile(
    r"^(?:[A-Z]\.?){2,6}$|^(?:[A-Z][A-Za-z]{0,3}\.){1,4}[A-Z]?[a-z]?\.?$"
    r"|^[A-Z][a-z]?[A-Z][A-Za-z]?$|^(?:M|B|D|Ed|Psy|Pharm|Au)[A-Z][A-Za-z]{1,3}$"
    r"|^[BDM][A-Z][A-Za-z]*(?:Sc|Ch|Ed|Phil|Dent|Med|Surg)$"
)
_PLAIN = re.compile(r"^(?:[^\W\d_]|[\s.'’-])+$")
_LISTED = NOUNS | PLACES
_NO_PART_OF_NAMES = FIRMS | (BEFORE_NOUNS - {"art", "head", "junior"}) | LINKS | OPENERS
# These look like letters after a name and are what somebody does.
_JOBS = frozenset(
    ("CEO", "CFO", "CIO", "CMO", "COO", "CTO", "EVP", "GM", "HR", "IT", "PM", "QA", "SVP", "VP")
)
_AGENT = re.compile(
    r".{4,}(?:(?<!qu)(?<!qv)(?<!hr)(?<!cr)ist|ician|keeper|worker)s?$"
)  # not Gilchrist


def folded(word: str) -> str:
    """A word as the lists have it: small letters, nothing of a sentence at its ends."""
    return word.casefold().strip('.,;:!()[]"“”')


def title_and_name(text: str) -> tuple[str, str]:
    """What stands before a name, and the name. A title in small letters gets its capital."""
    match = _TITLE.match(text)
    if match is None or not re.search(r"\w", text[match.end() :]):
        return "", text
    every = (PLURAL_TITLES.get(folded(word), word) for word in match[0].split())
    titles = [word if word[:1].isupper() and not word[1:].isupper() else word.capitalize()
              for word in every]  # fmt: skip
    return " ".join(titles), text[match.end() :]


def is_titled(text: str) -> bool:
    """Whether a text is somebody with a title: "Dr. Chen", but no "Doctor of Dental Surgery"."""
    title, name = title_and_name(text)
    if not title or re.search(r"['’]s\s", name):
        return False
    return is_name(name) or (text.islower() and not describes(name))


def is_title(text: str) -> bool:
    """Whether a text is a title alone: `Dr.`"""
    words = text.split()
    return bool(words) and all(folded(word) in _FOLDED_TITLES for word in words)


def is_letters(text: str) -> bool:
    """Whether these are letters after a name: `DDS`, `MD PhD`."""
    words = text.split()
    return bool(words) and all(_POST_NOMINAL.match(one) and one not in _JOBS for one in words)


def are_known_letters(text: str) -> bool:
    """The same of what stands in brackets, where "JP" is somebody's name."""
    known = (folded(one).replace(".", "") for one in text.split())
    return is_letters(text) and all(
        one in SHORT_LETTERS or (len(one) > 2 and one in _suffixes()) for one in known
    )


def is_generation(word: str) -> bool:
    """Whether a word is "Jr." or "III", which stands after a surname and is none."""
    return folded(word) in GENERATIONS


def is_noun(word: str) -> bool:
    """Whether a word says what somebody is, or where they work, and is hardly anybody's name."""
    small = folded(word)
    return _is_listed(small) and (word[0].islower() or small not in NAMES_IN_CAPITALS)


@lru_cache(maxsize=16_384)
def _is_listed(small: str) -> bool:
    singular = f"{small[:-3]}y" if small.endswith("ies") else small.removesuffix("s")
    return not _LISTED.isdisjoint((small, singular)) or _AGENT.match(small) is not None


def is_job(text: str) -> bool:
    """Whether a text says what somebody does."""
    words = text.split()
    if any(is_noun(one) or folded(one) in NAMES_TOO for one in words):
        return True
    return any(one.upper() in _JOBS for one in words)


def is_name(text: str) -> bool:
    """Whether a text looks like somebody's name: capitals, and no word of what one does."""
    words = title_and_name(text)[1].split()
    if not 0 < len(words) <= 5 or any(character.isdigit() for character in text):
        return False
    if not any(one[0].isalpha() and not one[0].islower() for one in words):
        return False
    return all(_is_of_name(one) for one in words)


def _is_of_name(word: str) -> bool:
    if not (word[0].isalpha() or word[0] in "'’") or is_noun(word):
        return False
    if folded(word) in _NO_PART_OF_NAMES:
        return False
    return not word[0].islower() or folded(word) in PARTICLES or "-" in word


@lru_cache(maxsize=16_384)
def describes(text: str) -> bool:
    """Whether a text says who somebody was, and not what they are called.

    "The receptionist", "HR lady", "someone whose name I did not catch". A single word
    is somebody's name unless it can be none: "maria", "Will", "Baker".
    """
    words = text.split()
    small = [folded(one) for one in words]
    if not any(character.isalpha() for character in text) or is_title(text):
        return True
    if re.search(r"\S@\S", text) or (is_noun(words[-1]) and set(small) & (FIRMS | {"&"})):
        return True
    if " ".join(small) in UNKNOWN:
        return True
    if len(words) == 1:
        return small[0] == "someone" or is_noun(words[0])
    if all(_is_listed(one) or one in BEFORE_NOUNS for one in small):
        return any(is_noun(one) for one in words)
    rest_is_small = all(one[0].islower() or is_noun(one) for one in words[1:])
    if small[0] in OPENERS or words[0].isdigit():
        return any(one[0].islower() for one in words[1:]) or is_noun(words[-1])
    if small[0] in OPENERS_OF_NOUNS and rest_is_small:
        return any(is_noun(one) for one in words)
    if words[0][0].islower() and rest_is_small and is_noun(words[-1]):
        return True
    return _is_sentence(words)


def _is_sentence(words: list[str]) -> bool:
    """Whether a word that links is in a text, and no name before it: "guy from Sales"."""
    links = [place for place, one in enumerate(words) if one in LINKS]
    if folded(words[0]) in LINKS and words[1][0].islower():
        links = [0, *links]
    if not links:
        return False
    head = words[: links[0]]
    if not head or any(_is_listed(folded(one)) for one in head):
        return True
    return len(head) > 1 and all(one[0].islower() for one in head)


def capitalised(name: str) -> str:
    """A name that was typed all in small letters, as one writes it; any other as it is."""
    if name != name.lower() or name == name.upper() or not _PLAIN.match(name):
        return name
    parsed = _parsed(name)
    capital = str(parsed.capitalized())
    # What nameparser takes apart or puts in another order stays as it was typed.
    return capital if capital.casefold() == name.casefold() else name.title()


def name_and_letters(text: str) -> tuple[str, str]:
    """A name, and the letters that stand after it without a comma: `Maria Chen`, `DDS`.

    In a name that is all in capitals "MA" may be a surname, and stays one.
    """
    words = text.split()
    if len(words) < 2 or not is_letters(words[-1]) or is_generation(words[-1]):
        return text, ""
    if all(one.isupper() for one in words):
        return text, ""
    first = len(words)
    while first > 1 and is_letters(words[first - 1]) and not is_generation(words[first - 1]):
        first -= 1
    known = _suffixes()
    keys = [folded(one).replace(".", "") for one in words]
    while first < len(words) and keys[first] not in known:
        first += 1  # "Maria CHEN DDS" has her surname in capitals
    if first == 1 and keys[1] in _doubtful():
        return text, ""  # "Jack MA"
    return " ".join(words[:first]), " ".join(words[first:])


def without_generation(name: str) -> list[str]:
    """The words of a name, without "Jr." """
    words = name.split()
    while len(words) > 1 and is_generation(words[-1]):
        del words[-1]
    return words


@lru_cache(maxsize=4_096)
def family(name: str) -> str:
    """The surname, with the "van der" before it; the whole name where that may be one."""
    words = without_generation(name)
    if len(words) < 2:
        return "".join(words)
    is_plain = len(words) == 2 and folded(words[0]) not in PARTICLES
    if is_plain and words[-1][0].isupper():
        return words[-1]
    if _is_surname_alone(words):
        return " ".join(words)
    if fold(words[0]) in AFTER_GIVEN:
        return words[-1]  # "Dr. Nguyen Van An" is Dr. An
    found = _parsed(" ".join(words))
    return found.family or words[-1]


def _is_surname_alone(words: list[str]) -> bool:
    """Whether "Le Guin" is a surname, as "Van Nguyen" is not."""
    *before, last = map(folded, words)
    is_given = before[0] in GIVEN_TOO or fold(last) in AFTER_GIVEN
    return set(before) <= PARTICLES and not is_given


@lru_cache(maxsize=4_096)
def _parsed(name: str) -> ParsedName:
    from nameparser import parse  # costly, and seldom needed

    return parse(name)


@lru_cache(maxsize=1)
def _suffixes() -> frozenset[str]:
    from nameparser import Lexicon

    return Lexicon.default().suffix_acronyms | LETTERS


@lru_cache(maxsize=1)
def _doubtful() -> frozenset[str]:
    from nameparser import Lexicon

    return Lexicon.default().suffix_acronyms_ambiguous
