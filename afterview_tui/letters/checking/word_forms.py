"""Which words of a sentence can be its verb, by their form and by what stands before them.

No word is known for certain to be a verb without a grammar; so everything here asks
for the safe side: `may_have_verb` is true whenever some word could be one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from afterview_tui.letters.checking.lexicon import listed, words_in
from afterview_tui.letters.checking.sentences import Sentence, Word

BE = listed("am is are was were isn't aren't wasn't weren't ain't")
AUXILIARIES = BE | listed(
    "have has had do does did will would can could shall should may might must cannot ought"
)
SUBJECTS = listed("we you they he she it") | {"i"}
POINTING = listed("this that these those there here")
ANYBODY = listed(
    "who which what that nobody everybody somebody anybody someone everyone anyone nothing"
    " everything something anything all some most both few many people children men women"
    " staff team police none others"
)
_WORD = re.compile(r"[^\W\d_]+")  # of "I've", the "I" tells
_ENDINGS = ("n't", "'m", "'re", "'ve", "'ll", "'d")
_IS = frozenset(
    f"{word}'s"
    for word in sorted(
        listed("it that he she there here what who let this everyone nobody where how when one")
    )
)
_FIXED = listed("a an the my your his her its our their no")
_NUMBERS = listed(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty hundred thousand"
)
DETERMINERS = (
    _FIXED
    | _NUMBERS
    | listed(
        "this that these those every each some any another other both all such what which whose"
        " many few several"
        " more most less fewer first second third last next"
    )
)
PREPOSITIONS = listed(
    "of in on at for with from about to by into as during between without around through over"
    " under after before since until near against across behind beyond despite like than per"
    " via within among amid inside outside onto upon towards toward off except plus including"
    " regarding concerning throughout along beside besides above below"
)
CONJUNCTIONS = listed("and or but nor so yet")
ADVERBS = listed(
    "up down out away ago later together home abroad today tomorrow yesterday"
    " always never often also still just even only both all really very too ever soon then now"
    " once already almost seldom sometimes usually not hardly quite rather again gladly"
    " probably simply actually certainly clearly much well"
)
_NO_ADVERBS = listed("family only early daily weekly monthly yearly reply supply apply rely")
_ADJECTIVES = listed(
    "new old good great front back nice big small large little long short high low late early"
    " young best better main real right wrong same different own whole full free easy hard"
    " kind warm calm"
    " quiet busy honest strong weak bright clean clear fresh strict whole heavy light dark"
    " cold hot open safe fair fine quick slow deep rich poor plain simple smart proper common"
    " rare wide narrow huge tiny recent past present future general senior junior lead extra"
    " spare sick healthy ready sure similar certain special lovely friendly daily weekly"
    " monthly yearly early favourite favorite fluent patient gentle human modern local foreign"
    " german english french spanish dental medical angry happy difficult interesting exact"
    " second third first last next"
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("al", "ful", "ous", "ive", "ic", "able", "ible", "less", "ary", "ish", "ed")
_NO_PAST = listed(
    "need feed seed speed weed bed red shed hundred indeed sacred kindred bleed breed deed"
    " reed steed greed creed embed exceed succeed proceed naked wicked rugged aged"
)
# Between a noun and its verb, and seldom between an adjective and its noun.
_BEFORE_VERBS = listed(
    "also always never often usually still really sometimes seldom gladly rarely"
)
_OBJECTS = listed("the a an my your our its his their me us him them it")
_NO_VERBS_AFTER_YOU = CONJUNCTIONS | PREPOSITIONS | {"all", "both"}
_PLURALS = listed("people children men women staff police team feet teeth")


def is_told(line: str) -> bool:
    """Whether somebody does something in it, as in no line of a list or of an address."""
    words = (word for word in _WORD.findall(line) if word == "I" or not word.isupper())
    return any(word.lower() in SUBJECTS for word in words)


def is_plain_past(small: str) -> bool:
    """Whether it is a past form that is seldom anything else: "went", "sat"."""
    return small in words_in("past_forms")


def is_adverb(small: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return small in ADVERBS or (small.endswith("ly") and small not in _NO_ADVERBS)


def is_auxiliary(small: str) -> bool:
    """Whether it is a form of be, have or do, or goes before a verb: "can", "didn't"."""
    return small in AUXILIARIES or small.endswith("n't")


def is_contracted(small: str) -> bool:
    """Whether a verb is hidden in it: "I'm", "they've", "it's"."""
    return small.endswith(_ENDINGS) or small in _IS


def is_verb_form(small: str) -> bool:
    """Whether it can be a verb that has a subject: "works", "went", "liked", "can"."""
    return is_auxiliary(small) or is_past(small) or small in words_in("verbs") or is_third(small)


def is_past(small: str) -> bool:
    """Whether it can be a past form: "went", "liked"."""
    if is_plain_past(small) or small in words_in("doubtful_past_forms"):
        return True
    return len(small) > 3 and small.endswith("ed") and small not in _NO_PAST


def is_third(small: str) -> bool:
    """Whether it can be what she or it does: "works", "goes", "tries"."""
    if not small.endswith("s") or small.endswith(("ss", "us", "'s")):
        return False
    stems = [small[:-1]]
    if small.endswith("es"):
        stems.append(small[:-2])
    if small.endswith("ies"):
        stems.append(f"{small[:-3]}y")
    return any(one in words_in("verbs") for one in stems)


def may_have_verb(sentence: Sentence) -> bool:
    """Whether any word of a sentence could be a verb with a subject, or an order."""
    return any(_may_be_verb(sentence, place) for place in range(len(sentence.words)))


def _may_be_verb(sentence: Sentence, place: int) -> bool:
    words = sentence.words
    small, before = words[place].small, _before(words, place)
    if small == "may" and words[place].is_capital and place:
        return False  # the month
    if is_contracted(small) or is_plain_past(small) or _follows_subject(words, place):
        return True
    if is_auxiliary(small):
        return before not in _FIXED or small in BE
    if _is_function_word(small):
        return False
    if _has_object(words, place) or _is_order(sentence, place):
        return True
    if is_past(small):
        return not _is_noun_after(words, place, before)
    if _is_plural(small):  # "works", "smells": what she or it does has the same ending
        is_first = place == 0 or before == ""
        return not is_first and not _is_noun_after(words, place, before)
    return _agrees_with(sentence, place, before)


def _before(words: Sequence[Word], place: int) -> str:
    """The word before, past adverbs; "" at the beginning."""
    for one in reversed(words[max(0, place - 3) : place]):
        if not is_adverb(one.small):
            return one.small
    return ""


def _is_function_word(small: str) -> bool:
    return (
        small in PREPOSITIONS
        or small in CONJUNCTIONS
        or small in DETERMINERS
        or small in SUBJECTS
        or small in ("me", "us", "him", "them")
        or is_adverb(small)
        or small.isdigit()
    )


def _follows_subject(words: Sequence[Word], place: int) -> bool:
    """Whether it comes right after "I" or "they", which hardly stand without a verb."""
    before = words[place - 1].small if place else ""
    if before in ("i", "we", "they", "he", "she"):
        return words[place].small not in CONJUNCTIONS
    is_first = place == 1 or (place > 1 and words[place - 2].small in ("that", "what", "where"))
    return before in ("you", "it") and is_first and words[place].small not in _NO_VERBS_AFTER_YOU


def _is_order(sentence: Sentence, place: int) -> bool:
    """ "Open the door", "Then, run it": a verb at the beginning, or after a comma."""
    words = sentence.words
    if words[place].small not in words_in("verbs"):
        return False
    after = words[place + 1].small if place + 1 < len(words) else "of"
    if place and "," not in _between(sentence, place):
        return False
    return after == "to" or not (after in PREPOSITIONS or after in CONJUNCTIONS)


def _between(sentence: Sentence, place: int) -> str:
    """What stands between a word and the one before it."""
    before, this = sentence.words[place - 1], sentence.words[place]
    return sentence.text[before.end - sentence.start : this.start - sentence.start]


def _is_noun_after(words: Sequence[Word], place: int, before: str) -> bool:
    """Whether what stands before makes it a noun or an adjective: "the left hand", "new lists"."""
    if before == "":
        return not words[place].small.endswith("ed")
    if before == "to":
        return True
    if before in POINTING or (before in ANYBODY and before not in DETERMINERS):
        return False
    if _is_number(before):
        return not _is_numbered(words, place)
    return (
        before in DETERMINERS
        or before in PREPOSITIONS
        or before in CONJUNCTIONS
        or before in _ADJECTIVES
        or before.endswith((*_ADJECTIVE_ENDINGS, "'s"))
    )


def _is_number(small: str) -> bool:
    return small.isdigit() or small in _NUMBERS


def _is_numbered(words: Sequence[Word], place: int) -> bool:
    """Whether a number before a word belongs to the noun before it: "Ward 6", "table nine"."""
    if place < 2 or not _is_number(words[place - 1].small):
        return False
    named = words[place - 2]
    is_thing = named.is_capital or not is_verb_form(named.small)
    return is_thing and not _is_function_word(named.small)


def _agrees_with(sentence: Sentence, place: int, before: str) -> bool:
    """Whether a verb in its plain form has a subject before it."""
    words = sentence.words
    is_verb, small = words[place].small in words_in("verbs"), words[place].small
    if not before or _between(sentence, place) != " " or (small in _ADJECTIVES and not is_verb):
        return False
    if before in SUBJECTS or before in ANYBODY or before in _PLURALS or before in POINTING:
        return True
    if _is_plural(before) and not _is_function_word(before):
        return True  # "some browsers execute"
    if not is_verb:
        return False
    if words[place - 1].small in _BEFORE_VERBS:
        return True
    is_noun_before = not _is_function_word(before) and before not in _ADJECTIVES
    if not is_noun_before and not _is_numbered(words, place):
        return False
    earlier = [one.small for one in words[max(0, place - 12) : place]]
    if "and" in earlier and words[place - 1].is_capital and not words[place].is_capital:
        return True  # "you and Jo share"
    after = words[place + 1].small if place + 1 < len(words) else ""
    if after in ("of", "and", "or", "in"):
        return False
    if after and "and" in earlier:
        return True  # "the cook and the waiter work together"
    # "the parents of each child help"
    return any(
        _is_plural(one) and other in PREPOSITIONS for one, other in itertools.pairwise(earlier)
    )


def _is_plural(small: str) -> bool:
    return small in _PLURALS or (
        small.endswith("s") and len(small) > 2 and not small.endswith(("ss", "us", "'s", "is"))
    )


def _has_object(words: Sequence[Word], place: int) -> bool:
    """Whether "the" or "me" follows right after it, as after a verb: "the oven heats the room"."""
    if place + 1 == len(words):
        return False
    after, small = words[place + 1], words[place].small
    if after.small not in _OBJECTS or after.start - words[place].end != 1:
        return False
    return not small.endswith(("ing", "ly")) and _before(words, place) != "to"
