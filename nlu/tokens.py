"""Words and signs of a message as spaCy's tokens, in time that grows with its length and no faster.

spaCy's own tokenizer peels a sign at a time off a run of them, which takes seconds for a message of brackets alone:
enough for one person to keep everybody waiting. Nothing is read from these tokens; they only carry spans for show.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_WORD_OR_SIGN = re.compile(r"(\w+|[^\w\s]|\s+)( ?)")
"""A token, blanks beyond the one that follows a word among them, and the blank after it."""


class Words:
    """A tokenizer for a spaCy pipeline: runs of letters and digits, and each sign by itself."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a document; its text is the one given."""
        tokens = _WORD_OR_SIGN.findall(text)
        return Doc(self._vocab, words=[word for word, _ in tokens], spaces=[bool(blank) for _, blank in tokens])
