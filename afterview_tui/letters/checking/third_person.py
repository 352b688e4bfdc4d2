"""The reader spoken of as if somebody else were reading: "she told me" in a letter to her."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from afterview_tui.domain.records import Person
from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import word_forms, written_names
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed, words_in
from afterview_tui.letters.checking.names_on_file import Mention, Way, employer_key
from afterview_tui.letters.checking.salutation import salutation
from afterview_tui.letters.checking.sentences import Sentence, Word
from afterview_tui.letters.checking.words_in_text import Text
from afterview_tui.letters.checking.wrong_names import Own

_SHE = listed("she her hers herself she's she'd she'll")
_HE = listed("he him his himself he's he'd he'll")
_THEY = listed("they them their they'd they've they'll they're")
_SUBJECTS = listed("she he they")
_OF_HER = frozenset(("mrs", "ms", "miss", "madam", "frau", "mme", "lady", "dame"))
_OF_HIM = frozenset(("mr", "sir", "herr", "m", "lord"))
# What is done to somebody who then writes: where it follows, only an earlier word can be "she".
_TELLING = listed(
    "told said asked showed explained mentioned described gave spoke talked wanted made"
    " offered introduced walked listened answered invited let took led taught wrote called"
    " promised"
)
# First names that are other words, too.
_WORDS = listed(
    "will may mark grace rose hope faith joy art bill rob pat sue jack frank dean drew grant"
    " chase miles ray max june april august dawn summer autumn brook heath cliff glen penny"
    " ruby amber ivy lily daisy violet olive iris jasmine ginger pearl gene dale lance wade"
    " guy carol harry nick josh jay robin buck rusty sandy misty christian you and but"
)
_SPEAKING_TO = listed("you thanks hello hi hey dear again sorry please yes no thank")
_SEVERAL = listed("and all team everyone everybody both dear &")
_LONGEST_GREETING = 80  # characters
_OTHERS = listed("another other different second late young old the")
_OPEN, _CLOSE = '(“"‘—–-,:;.!?…', ',.!?:;)”"’…—–'


def reader_as_somebody_else(
    text: Text, own: Own, mine: Sequence[Mention], every: Sequence[Sentence]
) -> Iterator[Finding]:
    """Where the one who reads is named, or is "she", instead of "you"."""
    person = own.to.person
    if _greets_several(text, own):
        return
    named = [one for one in mine if one.named.person == person and _is_spoken_of(text, own, one)]
    starts = [one.start for one in named]
    for sentence in every:
        if sentence.is_line:
            continue
        first, last = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
        quoted = {word.start for word in sentence.words if word.is_quoted}
        for one in named[first:last]:
            if one.start not in quoted:
                yield _named(text.text, sentence, one, person)
    yield from _pronouns(own, every)


def _greets_several(text: Text, own: Own) -> bool:
    """Whether others read it, too: to them she is "she"."""
    greeted = salutation(text.text)
    if greeted is None:
        return False
    line = text.text[greeted.start :].split("\n", 1)[0][:_LONGEST_GREETING]
    if line.rstrip()[-1:] not in (",", ":", "!", "–", "—"):  # the letter begins in that line
        line = text.text[greeted.start : greeted.end]
    others = set(fold(line.replace(",", " , ")).split()) & _SEVERAL
    return bool(others) or "," in line.rstrip(" ,")


def _is_spoken_of(text: Text, own: Own, one: Mention) -> bool:
    """Whether a name is the reader's, and does not call her: "Thank you, Maria." """
    tokens, last = text.tokens, one.at + one.size - 1
    if not tokens[one.at].is_capital or not tokens[last].is_capital:
        return False
    title = written_names.title_before(text, one.at)
    first = one.at - 1 if title is not None else one.at
    begins = tokens[first].starts_sentence
    if title is None and one.size == 1:
        if one.way is Way.SURNAME or tokens[one.at].folded in employer_key(
            own.facts.interview.employer
        ):
            return False
        if begins and tokens[one.at].folded in _WORDS:
            return False
        if tokens[one.at].folded in words_in("capitals"):
            return False  # "in May"
    if first and not begins and _is_name_beside(text, first - 1, first):
        return False
    if last + 1 < len(tokens) and _is_name_beside(text, last, last + 1):
        return False
    if first and tokens[first - 1].folded in _OTHERS:
        return False
    return not _is_called(text.text, tokens[first].start, tokens[last].end, begins)


def _is_name_beside(text: Text, left: int, right: int) -> bool:
    """Whether two words are of one longer name: "Chen Street", "Marta Chen", "Chen-Lowe"."""
    one, other = text.tokens[left], text.tokens[right]
    between = text.text[one.end : other.start]
    if between == "-":
        return True
    if between not in (" ", " & ", "\u00a0") or not (one.is_capital and other.is_capital):
        return False
    if one.text == "I" or other.text == "I" or one.text.isdigit():
        return False
    # "When Maria" begins a sentence; "Marta Chen" does, too, but no such word is a name.
    return not (one.starts_sentence and _is_small_word(one.folded))


def _is_small_word(word: str) -> bool:
    return (
        word in word_forms.PREPOSITIONS
        or word in word_forms.CONJUNCTIONS
        or word in word_forms.DETERMINERS
        or word_forms.is_verb_form(word)
        or word_forms.is_adverb(word)
        or word in ("when", "because", "if", "what", "how", "where", "that", "although", "though")
    )


def _is_called(text: str, start: int, end: int, begins: bool) -> bool:
    """Whether a name is set off as somebody's to whom one speaks, or quoted."""
    before, after = text[max(0, start - 12) : start], text[end : end + 2].lstrip()
    if after.startswith("'s") or text[end : end + 2] in ("'s", "’s", "s'", "s’"):
        return before.rstrip(" ").endswith(("“", '"', "‘"))
    opens = begins or not before.strip() or before.rstrip(" ").endswith(tuple(_OPEN))
    closes = not after or after[0] in _CLOSE or after[0] == "\n"
    words = before.split()
    speaks = bool(words) and fold(words[-1]) in _SPEAKING_TO
    return (opens and closes) or speaks or before.rstrip(" ").endswith(("“", '"', "‘"))


def _named(text: str, sentence: Sentence, one: Mention, person: Person) -> Finding:
    end, possessive = one.end, text[one.end : one.end + 2] in ("'s", "’s")
    end += 2 if possessive else 0
    why = f"{person.shown} reads this: write “{'your' if possessive else 'you'}”."
    fix: str | None = "your"
    if not possessive:
        after = next((word for word in sentence.words if word.start >= end), None)
        fix = "you" if after is None or _fits_you(after.small) else None
    if fix is not None and one.start == sentence.start:
        fix = fix.capitalize()
    return Finding(Check.THIRD_PERSON, one.start, end, text[one.start : end], why, fix)


def _fits_you(after: str) -> bool:
    """Whether "you" can stand before a word where a name stood: not before "is" or "runs"."""
    return after not in ("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't") and (
        word_forms.is_past(after) or not word_forms.is_third(after)
    )


def _pronouns(own: Own, every: Sequence[Sentence]) -> Iterator[Finding]:
    """Pronouns that can be nobody's but the reader's: nobody else was spoken of before."""
    person = own.to.person
    wanted = _pronouns_of(person)
    said = {fold(word) for name in (person.name, person.called) for word in name.split()}
    known = said | set(employer_key(own.facts.interview.employer))
    seen: dict[int, _Seen] = {}
    for sentence in every:
        here = seen.setdefault(sentence.paragraph, _Seen())
        here.join(seen.get(sentence.paragraph - 1))
        if not sentence.is_line and not _is_either(sentence.small):
            words = sentence.words
            for place, word in enumerate(words):
                is_theirs = word.small in wanted and not word.is_quoted
                if is_theirs and not _can_be_another(words, place, here, known):
                    yield _pronoun(words, place, person)
                    break
        here.read(sentence.words, known)


def _pronouns_of(person: Person) -> frozenset[str]:
    """The pronouns that the reader may be meant by."""
    on_file = set(fold(person.pronouns).replace("/", " ").replace(",", " ").split())
    if on_file:
        found: frozenset[str] = frozenset()
        for first, forms in (("she", _SHE), ("he", _HE), ("they", _THEY)):
            found |= forms if first in on_file else frozenset()
        return found
    title = fold(person.title).rstrip(".")
    if title in _OF_HER:
        return _SHE
    return _HE if title in _OF_HIM else _SHE | _HE


def _is_either(small: Sequence[str]) -> bool:
    """ "he or she" is anybody."""
    both = set(small)
    return bool(both & _SHE and both & _HE)


class _Seen:
    """Who else was spoken of so far."""

    def __init__(self) -> None:
        self.she = self.he = self.they = False

    def join(self, other: _Seen | None) -> None:
        """What the paragraph before told is still in the reader's mind."""
        if other is not None:
            self.she |= other.she
            self.he |= other.he
            self.they |= other.they

    def read(self, words: Sequence[Word], known: set[str]) -> None:
        """Take in whoever these words speak of."""
        for place, word in enumerate(words):
            small = word.small.removesuffix("'s")
            if small in words_in("women"):
                self.she = True
            elif small in words_in("men"):
                self.he = True
            elif (
                small in words_in("people")
                or _is_somebodys_name(words, place, known)
                or (small == "of" and place and words[place - 1].small in ("one", "each", "none"))
            ):
                self.she = self.he = True
            if small.endswith("s") or small in (
                "people",
                "children",
                "men",
                "women",
                "team",
                "and",
            ):
                self.they = True

    def has(self, small: str) -> bool:
        """Whether a pronoun may be somebody's who was spoken of."""
        return self.she if small in _SHE else self.he if small in _HE else self.they


def _is_somebodys_name(words: Sequence[Word], place: int, known: set[str]) -> bool:
    word = words[place]
    small = word.small.removesuffix("'s")
    if not word.is_capital or word.text == "I" or word.small.startswith("i'") or small in known:
        return False
    if small in written_names.TITLE_WORDS:
        return place + 1 < len(words) and words[place + 1].small not in known
    if small in words_in("capitals") or word.text[1:].isupper():
        return False
    if place:
        return True
    if place + 1 >= len(words) or _is_small_word(small) or small in word_forms.SUBJECTS:
        return False
    after = words[1].small
    return word_forms.is_auxiliary(after) or word_forms.is_past(after) or word.small.endswith("'s")


def _can_be_another(words: Sequence[Word], place: int, before: _Seen, known: set[str]) -> bool:
    """Whether a pronoun can stand for somebody spoken of before, or further on in its sentence."""
    here = _Seen()
    here.join(before)
    here.read(words[:place], known)
    small = words[place].small
    if here.has(small[:4].split("'")[0] if "'" in small else small):
        return True
    is_telling = place + 1 < len(words) and any(
        one.small in _TELLING for one in words[place + 1 : place + 3]
    )
    if is_telling:
        return False
    here.read(words[place + 1 :], known)
    return here.has(small)


def _pronoun(words: Sequence[Word], place: int, person: Person) -> Finding:
    word = words[place]
    small = word.small.partition("'")[0]
    reader = person.shown or "the reader"
    why = f"If “{small}” is {reader}, who reads this, write “you”; if not, say who it is."
    fix: str | None = None
    if (
        word.small in _SUBJECTS and place + 1 < len(words) and _fits_you(words[place + 1].small)
    ) or word.small in ("him", "them"):
        fix = "you"
    elif word.small in ("his", "their"):
        fix = "your"
    if fix is not None and word.is_capital:
        fix = fix.capitalize()
    return Finding(Check.THIRD_PERSON, word.start, word.end, word.text, why, fix)
