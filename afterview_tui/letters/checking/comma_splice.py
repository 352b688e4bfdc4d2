"""Two sentences with no more than a comma between them: "I enjoyed it, I would work there."

Told only where both sides are sentences beyond doubt, and neither opens with a word
that makes it a part of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking import word_forms
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.sentences import Sentence, Word

_WHY = "Two sentences with a comma between them: a full stop parts them."
_BOUNDARY = re.compile(r"[,;:()\[\]—–]| - |\.\.\.|…|[“”\"]")
_JOINING = listed(
    "if when whenever because since as while whilst although though unless until till once"
    " after before whether where wherever whatever whichever whoever however who whom whose"
    " which why how than lest provided assuming given suppose supposing what had were should"
    " not in-case"
)
_MOST_PARTS = 12  # between commas: with more of them it is a list
_FEWEST = 3  # words on the right; "you know" and "I think" come in between
# What is put in between two commas: "you said", "I must admit", "I'm afraid".
_ASIDE = re.compile(
    r"(?:i|you|we|he|she|they|it|that)"
    r"(?: (?:really|always|also|must|will|would|should|can|have to|dare|do|did|had|have))*"
    r"(?:'m| am)? ?(?:think|thought|believe|believed|guess|know|knew|hope|hoped|suppose|say|said"
    r"|see|saw|admit|confess|mean|feel|felt|fear|told|tell|mentioned|explained|wrote|add|added"
    r"|imagine|understand|remember|recall|afraid|sure|told|gather|wonder|seems|seemed|is|turns"
    r"|turned|trust|promise|assure|find|found|call|called)"
    r"(?: (?:me|us|you|to say|out|(?:me )?(?:on|in) (?:the|our) \w+))?"
)  # fmt: skip
_DECLARES = re.compile(
    r"that(?: is|'s)|"
    r"(?:i|you|we|it)(?:'s| is)? (?:know|think|see|admit|guess|hope|mean|true|ok)"
)
_THANKS = (
    ("thank", "you", "for"), ("thanks", "for"), ("many", "thanks", "for"),
    ("thank", "you", "again", "for"), ("thanks", "again", "for"), ("thank", "you", "also", "for"),
    ("thank", "you", "so", "much", "for"), ("thank", "you", "very", "much", "for"),
)  # fmt: skip
_ADVERBS_BETWEEN = listed("however therefore moreover furthermore nevertheless otherwise")
_EVERYBODY = listed(
    "everybody everyone everything nobody nothing somebody someone something people children"
)
_SAYS_PLEASE = listed(
    "let call tell write give send ask contact feel accept find note see do don't reply"
)
_NEVER_PARTICIPLES = listed(
    "went came began took gave knew saw seemed looked seems looks says said happened sounds"
    " sounded means meant makes needs takes gives feels became grew fell"
)
_BE = frozenset(("is", "isn't", "was", "wasn't", "are", "aren't", "were", "weren't"))


def comma_splices(every: Sequence[Sentence]) -> Iterator[Finding]:
    """Commas that stand where a sentence ends; the fix is the full stop and the capital."""
    for one in every:
        if one.is_line or len(one.words) < _FEWEST + 2:
            continue
        parts = list(_parts(one))
        if len(parts) > _MOST_PARTS:
            continue
        for place in range(1, len(parts)):
            if _is_splice(parts, place):
                yield _finding(one, parts[place - 1][-1], parts[place][0])


def _finding(one: Sentence, last: Word, first: Word) -> Finding:
    """The words around the comma, and how they read with a full stop."""
    words = one.text[last.start - one.start : first.end - one.start]
    capital = first.text[0].upper() + first.text[1:]
    fix = f"{last.text}. {capital}"
    # The words beside it tell two commas apart that stand between the same two words.
    around = " ".join(one.text[max(0, last.start - one.start - 20) :][:60].split())
    return Finding(Check.COMMA_SPLICE, last.start, first.end, words, _WHY, fix, about=around)


class _Part(list[Word]):
    """The words between two marks, and whether a comma stands before them."""

    after_comma = False


def _parts(one: Sentence) -> Iterator[_Part]:
    """The sentence between its commas and other marks."""
    marks = _BOUNDARY.finditer(one.text)
    mark = next(marks, None)
    part = _Part()
    for word in one.words:
        passed = ""
        while mark is not None and one.start + mark.start() < word.start:
            passed += mark[0]
            mark = next(marks, None)
        if passed:
            yield part
            part = _Part()
            part.after_comma = passed == ","
        part.append(word)
    yield part


def _is_splice(parts: Sequence[_Part], place: int) -> bool:
    left, right = parts[place - 1], parts[place]
    if not (right.after_comma and left) or any(word.is_quoted for word in (*left, *right)):
        return False
    if not _stands_alone(parts, place - 1) or not _is_sentence(right, 1):
        return False
    if _is_row(parts, place) or _is_contrast(left, right):
        return False
    text = " ".join(word.small for word in right)
    return not _ASIDE.fullmatch(text) and not _DECLARES.fullmatch(_text(left))


def _text(part: _Part) -> str:
    return " ".join(word.small for word in part)


def _thanks(parts: Sequence[_Part], place: int) -> bool:
    """ "Thank you for the tour, and for the tea": thanks up to the comma, and more thanks."""
    first, *more = parts[: place + 1]
    small = tuple(word.small for word in first)
    begins = next((one for one in _THANKS if small[: len(one)] == one), None)
    if begins is None or len(small) < len(begins) + 2 or _JOINING.intersection(small):
        return False
    return all(one.after_comma and _text(one).startswith("and for ") for one in more)


def _clause_at_the_end(parts: Sequence[_Part], place: int) -> bool:
    """ "If they are of use I will send them": a sentence behind a clause with no comma after it."""
    small = [word.small for word in parts[place]]
    if place or small[0] not in ("if", "when", "once"):
        return False
    subjects = [at for at in range(3, len(small) - 2) if small[at] == "i"]
    return len(subjects) == 1 and small[subjects[0] + 1] in ("will", "can", "would", "could")


def _stands_alone(parts: Sequence[_Part], place: int) -> bool:
    """Whether the words before the comma are a sentence: all of what stands before it counts."""
    left = parts[place]
    if _thanks(parts, place) or _clause_at_the_end(parts, place):
        return True
    small = [word.small for word in left]
    if place and small[0] in ("and", "but", "so"):
        small, words = small[1:], left[1:]
    else:
        words = left[:]
    if any(one in _JOINING and one not in ("had", "were", "should", "not") for one in small):
        return False
    for before in parts[:place]:
        texts = [word.small for word in before]
        if not texts or any(one in _JOINING for one in texts):
            return False
        if not (place and left[0].small in ("and", "but", "so")) and _has_verb(before):
            return False
    return len(words) > 1 and _is_sentence(words, 0)


def _has_verb(part: Sequence[Word]) -> bool:
    return any(
        word_forms.is_auxiliary(one.small)
        or word_forms.is_contracted(one.small)
        or word_forms.is_past(one.small)
        for one in part
    )


def _is_sentence(words: Sequence[Word], is_right: int) -> bool:
    """Whether words begin with a subject and go on with its verb."""
    small = [one.small for one in words]
    if is_right and small[0] in _ADVERBS_BETWEEN:
        words, small = words[1:], small[1:]
    if not small or len(small) < (_FEWEST if is_right and small[0] not in _EVERYBODY else 2):
        return False
    if is_right and small[0] == "please":
        return small[1] in _SAYS_PLEASE
    if is_right and small[:2] == ["thank", "you"]:
        return len(small) > 3
    first = small[0]
    if word_forms.is_contracted(first):
        return first.partition("'")[0] in word_forms.SUBJECTS | {"that", "there"}
    if first in word_forms.SUBJECTS:
        return _verb_follows(small, 1, plain=first not in ("he", "she", "it"))
    if first in ("this", "that", "there", "these", "those"):
        # "that" may begin a clause of the sentence before: only its verb at once tells.
        is_verb = word_forms.is_auxiliary(small[1]) or small[1] == "made"
        is_verb |= word_forms.is_plain_past(small[1]) or (first != "that" and _is_sure(small[1]))
        return is_verb or (first in ("this", "these", "those") and _thing_and_verb(small))
    if first in ("the", "my", "your", "our", "a", "an", "his", "her", "their"):
        return _thing_and_verb(small)
    if words[0].is_capital and is_right:  # "… four languages, Arabic is my own"
        return small[1] in _BE
    return first in _EVERYBODY and (_is_sure(small[1]) or word_forms.is_third(small[1]))


def _is_sure(small: str) -> bool:
    return word_forms.is_auxiliary(small) or (
        word_forms.is_past(small) and small not in ("cut", "set", "put", "left", "read", "cost")
    )


def _verb_follows(small: Sequence[str], place: int, *, plain: bool) -> bool:
    """Whether a verb stands at this place, past adverbs."""
    while place < len(small) and word_forms.is_adverb(small[place]):
        place += 1
    if place >= len(small):
        return False
    word = small[place]
    if word_forms.is_auxiliary(word) or word_forms.is_contracted(word):
        return True
    if word_forms.is_past(word):
        return True
    return word_forms.is_verb_form(word) if plain else word_forms.is_third(word)


def _thing_and_verb(small: Sequence[str]) -> bool:
    """Whether "the", a word or a few, and a verb beyond doubt follow each other."""
    known = word_forms.PREPOSITIONS | word_forms.CONJUNCTIONS | word_forms.SUBJECTS
    for place in range(1, min(len(small), 6)):
        word = small[place]
        if place > 1 and (word_forms.is_auxiliary(word) or _is_plain_past(word)):
            return True
        if word in word_forms.SUBJECTS or (place > 1 and word in word_forms.ANYBODY):
            return False
        if word in known and (place == 1 or word not in ("of", "for", "in", "and")):
            return False
    return False


def _is_plain_past(word: str) -> bool:
    """Past forms that are never participles after a noun: "the door fell", not "the one left"."""
    return word in _NEVER_PARTICIPLES


def _is_row(parts: Sequence[_Part], place: int) -> bool:
    """Whether it is one of several sentences in a row: "I came, I saw, and I stayed"."""
    if place + 1 < len(parts) and parts[place + 1].after_comma:
        after = parts[place + 1]
        if after and (after[0].small in ("and", "or", "then", "but") or _is_sentence(after, 1)):
            return True
    return place > 1 and parts[place - 1].after_comma and _is_sentence(parts[place - 2], 0)


def _is_contrast(left: _Part, right: _Part) -> bool:
    """ "It is not the pay, it is the people." and "The more I heard, the more I liked it." """
    small, after = [one.small for one in left], [one.small for one in right]
    is_not = "not" in small or any(one.endswith("n't") for one in small)
    if is_not and after[0] in ("they", "it") and after[1] in small:
        return True  # "they do not need help, they need time"
    if is_not and small[0] == after[0] and small[1] in _BE and after[1] in _BE:
        return True
    if is_not and small[0].partition("'")[0] == after[0].partition("'")[0] and "'" in after[0]:
        return after[0].endswith(("'s", "'re"))
    return after[0] == "the" and len(after) > 1 and after[1] in ("more", "less", "better", "sooner")
