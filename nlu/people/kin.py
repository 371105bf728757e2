"""The word for what somebody is to the family, at a place among the words: "half sister", "ex-partner", "eldest"."""

from __future__ import annotations

from nlu.people.vocabulary import any_words, group_of, relation_of, words
from nlu.people.words_in import Token

_MAKING = frozenset({"step", "half", "foster", "ex", "great"})
"""Words before a relation that make another one of it."""
_BEFORE_GROUP = _MAKING | {"-"}
_MY = frozenset({"my", "our", "me", "his", "her", "their"})
_SHORT = {"mo": "mum", "fa": "dad"}
"""What social workers write before a name or a colon."""
_RANKED = frozenset(
    {"eldest", "oldest", "youngest", "middle", "little", "lil", "wee", "younger", "older", "other", "first"}
)


def relation_at(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The relation that begins here and the token after it; adjectives ("little", "adopted") go with it."""
    if at >= len(tokens) or (tokens[at].low == "ma" and (at == 0 or tokens[at - 1].low not in _MY)):
        return None
    return _in_short(tokens, at) or _in_words(tokens, at)


def _in_short(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """ "Mo: Natalie", "my mrs": only where nothing else can be meant."""
    short = _SHORT.get(tokens[at].low)
    if short and at + 1 < len(tokens) and (tokens[at + 1].text in ":=-" or tokens[at + 1].is_capital):
        return short, at + 1
    return ("wife", at + 1) if tokens[at].text == "mrs" and at and tokens[at - 1].low in ("my", "the") else None


def _in_words(tokens: list[Token], at: int) -> tuple[str, int] | None:
    making, place = "", at
    while place < len(tokens):
        low = tokens[place].low
        if low in _MAKING:
            making = low
        elif low == "-" and place > at and tokens[place - 1].low in _MAKING:
            pass
        elif not (low in words("describing") and not (relation_of(low) and not _goes_on(tokens, place + 1))):
            break
        place += 1
    if place >= len(tokens):
        return ("ex-partner", place) if making == "ex" else None
    return (_ranked(tokens, place) if place > at else None) or _with_making(tokens, at, place, making)


def _ranked(tokens: list[Token], place: int) -> tuple[str, int] | None:
    """ "the little one", "middle Defne", "our little man"."""
    before = tokens[place - 1].low
    if tokens[place].low == "one" and before in _RANKED:
        return "child", place + 1
    if tokens[place].low == "man" and before in ("little", "lil", "wee"):
        return "son", place + 1
    return ("child", place) if before == "middle" and tokens[place].is_capital else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether "eldest" or "baby" is only the adjective of a relation: "eldest daughter", "baby brother"."""
    while at < len(tokens) and tokens[at].low in words("describing"):
        at += 1
    return at < len(tokens) and (_base(tokens[at].low) is not None or tokens[at].low in ("one", "man"))


def _with_making(tokens: list[Token], at: int, place: int, making: str) -> tuple[str, int] | None:
    low = tokens[place].low
    hyphened, _, rest = low.partition("-")
    if hyphened in _MAKING and rest:
        making, low = hyphened, rest
    base = _base(low)
    if base is None:
        # "my ex Phil": somebody that a name or an age follows.
        return ("ex-partner", place) if making == "ex" and place == at + 1 else None
    end = place + 1
    if [token.low for token in tokens[end : end + 2]] == ["in", "law"]:
        return _in_law(base), end + 2
    if [token.low for token in tokens[end : end + 4]] == ["-", "in", "-", "law"]:
        return _in_law(base), end + 4
    return _made(making, base), end


def _base(word: str) -> str | None:
    """The relation of one word, also of "mother-in-law"."""
    before, law, _ = word.partition("-in-law")
    if law and relation_of(before):
        return _in_law(relation_of(before) or before)
    return relation_of(word)


def _in_law(relation: str) -> str:
    return {"mum": "mother", "dad": "father"}.get(relation, relation) + "-in-law"


def _made(making: str, base: str) -> str:
    if not making:
        return base
    if making == "ex" and base not in ("husband", "wife"):
        return "ex-partner"
    if making == "half" and base not in ("brother", "sister", "sibling"):
        return base
    if making == "foster" and base == "baby":
        return "foster-child"
    return f"{making}-{base}"


_DESCRIBING = 8
"""Words that may describe a group before its name ("two lovely little step-"); a row of dashes is none."""


def group_at(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The relation of each, for "little girls", "foster children", and the token after the words; else None."""
    making, place = "", at
    describing = any_words("describing", also=_BEFORE_GROUP)
    while place < min(len(tokens), at + _DESCRIBING) and tokens[place].low in describing:
        making = tokens[place].low if tokens[place].low in _MAKING else making
        place += 1
    if place >= len(tokens):
        return None
    low = tokens[place].low
    hyphened, _, rest = low.partition("-")
    if hyphened in _MAKING and rest:
        making, low = hyphened, rest
    relation = group_of(low)
    if relation is None and low in ("ones",) and place > at:
        relation = "child"
    if relation is None:
        return None
    return _made(making, relation), place + 1


def owned(relation: str, owner: str | None) -> str:
    """A relation from the children's point of view: mum's mum is a grandmother, dad's brother an uncle."""
    if owner in ("mum", "dad", "step-mum", "step-dad", "parent"):
        return {"mum": "grandmother", "dad": "grandfather", "brother": "uncle", "sister": "aunt"}.get(
            relation, relation
        )
    return relation
