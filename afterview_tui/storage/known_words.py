"""The user's own words: what the spelling check is to know."""

from __future__ import annotations

from afterview_tui.domain.letter import Word
from afterview_tui.domain.text import clean_line, fold
from afterview_tui.storage.file import File


class Words:
    """The words that the user added."""

    def __init__(self, file: File) -> None:
        self._file = file

    def all(self) -> list[Word]:
        """Every word, by the alphabet."""
        return sorted(self._file.all(Word, "true"), key=lambda one: (fold(one.word), one.id))

    def add(self, word: str) -> None:
        """Know a word from now on; one that is known already, case and accents aside, is left."""
        word = clean_line(word)
        if not word or any(fold(one.word) == fold(word) for one in self.all()):
            return
        with self._file.change(f"added “{word}” to your words") as change:
            change.insert(Word(word=word))
