"""What a user's template from before may name, and which part stands there instead.

Templates on file go on working: what was once a sentence of ours, made of noted facts, is a
part that the writer fills.
"""

from __future__ import annotations

from collections.abc import Mapping

from afterview_tui.domain.letter import LetterKind

_NAMES: Mapping[LetterKind, Mapping[str, str]] = {}


def former_names(kind: LetterKind, words: Mapping[str, str]) -> dict[str, str]:
    """The former names of this kind, each with what stands there."""
    return {old: words[new] for old, new in _NAMES.get(kind, {}).items()}
