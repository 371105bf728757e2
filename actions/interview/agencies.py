"""Services as an answer names them, and as they are taken out again: "just us and Mind", "not the police"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.interview import lexicon, phrases
from nlu.people.agencies import kind_of, parts_of_list

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ANY = frozenset({"the", "and", "our", "their", "her", "his", "service", "services", "team", "worker", "project", "of"})
"""Words in a service's name that name none by themselves."""
_SHORTEST = 2
_LONGEST = 300
_MOST_NAME_WORDS = 8
"""More words than these are no service's name."""
_MOST_KNOWN_WORDS = 5
_OURSELVES = re.compile(r"(?:only |just )?(?:us|me|we|myself|ourselves)", re.IGNORECASE)
_ENDS = re.compile(r"\n+|[.!?]\s+")
_THE = re.compile(r"^(?:The|Our|My|A) (?=[a-z])")
_BRACKETS = re.compile(r"\([^)]*\)")
_LIST = re.compile(r"[,;\n&]|\band\b|\.\s", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:yes|yeah|well|oh|so|it'?s|it is|that'?s|there'?s|there (?:is|are)|only|just|mainly|mostly|maybe|perhaps|"
    r"probably|possibly|also|i think|i suppose|at the moment|currently|apart from|except(?: for)?|other than|besides|"
    r"but|(?-i:the|a|an|our|my|their|her|his))\b[ ,:]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[ ,]+(?:as far as (?:i|we) (?:know|am aware|can tell)|that (?:i|we) know(?: of)?|to my knowledge|i think|"
    r"i believe|i suppose|i guess|at the moment|at present|currently|right now|now|really|only|that'?s (?:all|it)|too|"
    r"as well|please|thanks|thank you|so far|(?:is|are) (?:helping|involved)|involved))+$",
    re.IGNORECASE,
)
_US = re.compile(
    r"\b(?:only|just|besides|apart from|other than|except(?: for)?|but|as well as) "
    r"(?:us|me|ourselves|myself)\b(?! at\b)"
    r"|(?:^|[,;&.]|\band\b|\bthere(?:'s| is)|\bit'?s|\bare|\bis)\s*(?:only |just |both )?(?:us|ourselves|myself|"
    r"our (?:own )?(?:team|agency|service|organisation|charity))"
    r"(?=\W*(?:$|[,;&.]|\band\b|here\b|so far\b|at the moment\b))",
    re.IGNORECASE,
)
"""Who speaks, on the list of who helps: "ourselves and CAMHS", "nobody but us"."""
_NO_NAME = re.compile(
    r"^(?:not (?:many|much|a lot|really|sure)|nobody|no[ -]one|none|nothing|that'?s (?:all|it)|us|me|"
    r"ourselves|myself)\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"(?:i|we|he|she|they|it|who|which)\b", re.IGNORECASE)
"""Beside a name, what is said of it: "Hopeway, they ring every week"."""


def ours(text: str, own: str | None) -> tuple[str, ...]:
    """The agency of who speaks, where an answer counts it among those who help: what "us" and "ourselves" stand for."""
    return (own,) if own and _US.search(lexicon.plain(text)) else ()


def named_in(text: str) -> list[str]:
    """The names in an answer, of services that no list knows, without the words that stand around them."""
    found: list[str] = []
    for part in _LIST.split(lexicon.plain(text)):
        name = _TRAILING.sub("", _LEADING.sub("", part.strip(" .!"))).strip(" .!")
        told = name and not phrases.whole(name) and not _NO_NAME.match(name)
        if told and phrases.words(name) <= _MOST_NAME_WORDS:
            found.append(name[:_LONGEST])
    names = [name for name in found if not _STATEMENT.match(name)]
    return names or found


def as_written(text: str) -> tuple[str, ...]:
    """The names of a mere list of services as they were written; none where a part of it may be something else."""
    said = _ENDS.sub(", ", text.strip())
    names = [name for name in map(_bare, parts_of_list(said)) if name and not _OURSELVES.fullmatch(name)]
    return tuple(_begun(name[:_LONGEST]) for name in names) if all(map(_is_name, names)) else ()


def _begun(name: str) -> str:
    """With a capital and no article, as in a list: "The surgery" is "Surgery", "The Limes Centre" stays."""
    name = _THE.sub("", name)
    return name[:1].upper() + name[1:]


def _bare(part: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", _BRACKETS.sub("", part).strip(" .!-"))).strip(" .!")


def _is_name(name: str) -> bool:
    """Whether a part of a list is a service's name: of a kind that is known, or written with capitals."""
    said = name.split()
    if _NO_NAME.match(name) or _STATEMENT.match(name) or len(said) > _MOST_NAME_WORDS or phrases.whole(name.casefold()):
        return False
    return (kind_of(name) is not None and len(said) <= _MOST_KNOWN_WORDS) or sum(w[0].isupper() for w in said) > 1


def together(known: Iterable[str], new: Iterable[str]) -> list[str]:
    """Both lists, each service once, by the fuller of its names: "West Kent Housing" is also meant by "Housing".

    A usual name gives way to the name that somebody gave: "Youth offending" to "Youth Justice Service".
    """
    names = [name[:_LONGEST] for name in (*known, *new)]
    kept: list[str] = []
    for name in names:
        if not any(_is_meant_by(other, name) for other in kept):
            kept = [other for other in kept if not _is_meant_by(name, other)] + [name]
    return kept


def _is_meant_by(full: str, short: str) -> bool:
    same = full.casefold() == short.casefold() or full.casefold().endswith(f" {short.casefold()}")
    return same or kind_of(full) == short


def taken_out(agencies: Iterable[str] | None, text: str) -> tuple[str, ...]:
    """Those of the agencies that a text says do not work with the family."""
    said = lexicon.plain(text)
    names = tuple(agencies or ())
    return tuple(name for name in names if any(_is_out(part, said) for part in _called(name, names)))


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in small letters."""
    return frozenset(word.casefold() for word in _WORD.findall(name)) - _ANY


def _called(name: str, names: tuple[str, ...]) -> list[str]:
    """The name, and the words of it that no other service on the list has: "housing" for South Yorkshire Housing."""
    others = frozenset().union(*(words_of(other) for other in names if other != name))
    return [name, *(word for word in words_of(name) - others if len(word) >= _SHORTEST)]


def _is_out(called: str, said: str) -> bool:
    before, after = lexicon.pattern("not_with").pattern, lexicon.pattern("not_involved").pattern
    name = re.escape(called)
    return any(
        re.search(pattern, said, re.IGNORECASE)
        for pattern in (
            rf"(?:{before})\W+(?:the |our |her |his |their )?{name}\b",
            rf"\b(?:take|leave|cross|strike|rub) (?:the |our |her |his |their )?{name} (?:off|out)\b",
            rf"\b{name}\b(?:'s| \w+)?\W+(?:{after})",
        )
    )
