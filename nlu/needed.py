"""The words that a phrase of a lexicon (``nlu.phrases``) cannot do without."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

from nlu.phrases import parts_of, word_lists

Pieces = frozenset[str]
"""Pieces of words of which one has to stand in a text; a blank is where a word begins or ends (:func:`as_words`)."""
Needed = tuple[Pieces, ...]
"""One of each must stand there; nothing must where it is empty."""

_PLAIN = frozenset(string.ascii_lowercase + string.digits)
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_USUAL = frozenset({
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "d", "for", "from",
    "get", "got", "had", "has", "have", "he", "her", "him", "his", "i", "in", "into", "is", "it", "left", "lost", "m",
    "me", "mum", "my", "n", "no", "not", "off", "on", "our", "out", "s", "school", "she", "since", "t", "that", "the",
    "their", "them", "they", "this", "to", "two", "up", "was", "we", "were", "with", "work", "you",
})  # fmt: skip
"""Words that stand in most messages. Only the time that reading takes depends on them, not what is read."""
_LOOKING = ("(?=", "(?!")
_BREAK, _BEGIN, _END = "|", "<", ">"
"""In a row of letters: anything may stand here; the alternative begins; it ends."""
_EDGES = f" {_BEGIN}{_END}"


def as_words(text: str) -> str:
    """A plain text as pieces are looked for in it: words with one blank around each."""
    return f" {_NO_LETTER.sub(' ', text)} "


def needed_by(phrase: str) -> Needed:
    """What must stand in whatever the phrase matches, the most telling first."""
    # A phrase begins and ends where a word does.
    return _fitted(_any_of(iter(parts_of(phrase)))[0], " ", " ")


def needed_by_groups(groups: Iterable[Iterable[str]]) -> Needed:
    """What must stand where a phrase of each group matches."""
    return tuple(sorted((one for group in groups for one in needed_by("|".join(group))), key=_telling, reverse=True))


def _any_of(parts: Iterator[str]) -> tuple[Needed, str]:
    """What the alternatives up to a closing bracket (or the end) need, and that bracket.

    Of several alternatives each lends its most telling pieces; one that needs nothing leaves nothing that is needed.
    """
    ways: list[Needed] = []
    closing = "|"
    while closing == "|":
        needed, closing = _sequence(parts)
        ways.append(needed)
    if len(ways) == 1:
        return ways[0], closing
    return ((frozenset().union(*(way[0] for way in ways)),) if all(ways) else ()), closing


def _sequence(parts: Iterator[str]) -> tuple[Needed, str]:
    """What one alternative needs, and the sign that ended it."""
    atoms: list[str | Needed] = [_BEGIN]
    closing = ""
    for part in parts:
        if part in ("|", ")", ")*"):
            closing = part
            break
        if part == "?":
            atoms[-1] = _BREAK
        elif part in ("..", "..."):
            # Words may stand between, and blanks do.
            atoms += [" ", _BREAK, " "]
        else:
            atoms.append(_atom(part, parts))
    return _together([*atoms, _END]), closing


def _atom(part: str, parts: Iterator[str]) -> str | Needed:
    """A letter, figure or blank as itself; of a group or a list of words what it needs; else a break."""
    if part.startswith("("):
        needed, closing = _any_of(parts)
        return _BREAK if part in _LOOKING or closing == ")*" else needed
    if part.startswith("{") and len(part) > 2:
        return _any_of(iter(parts_of(word_lists()[part[1:-1]])))[0]
    return part if part in _PLAIN | {" "} else _BREAK


def _together(atoms: list[str | Needed]) -> Needed:
    """Letters in a row are a piece; groups bring their own, fitted to what stands on either side."""
    letters = "".join(atom if isinstance(atom, str) else _BREAK for atom in atoms)
    needed = {frozenset({_one_blank(piece)}) for piece in letters.split(_BREAK) if _PLAIN.intersection(piece)}
    for at, atom in enumerate(atoms):
        if not isinstance(atom, str):
            before, after = letters[at - 1], letters[at + 1]
            needed.update(_fitted(atom, before if before in f" {_BEGIN}" else "", after if after in f" {_END}" else ""))
    return tuple(sorted(needed, key=_telling, reverse=True))


def _fitted(needed: Needed, before: str, after: str) -> Needed:
    """The pieces where the beginning and the end of their alternative are what stands before and after it."""
    return tuple(
        frozenset(_one_blank(piece.replace(_BEGIN, before).replace(_END, after)) for piece in pieces)
        for pieces in needed
    )


def _one_blank(piece: str) -> str:
    return re.sub(" +", " ", piece)


def _telling(pieces: Pieces) -> tuple[int, int, list[str]]:
    """Long pieces stand in few texts, and few pieces in fewer than many; the rest only keeps the order the same."""
    return min(0 if piece.strip(_EDGES) in _USUAL else len(piece) for piece in pieces), -len(pieces), sorted(pieces)
