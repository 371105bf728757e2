"""A person's name at a place among the words, also in lower case where only a name can stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from nlu.people.ages import number_at
from nlu.people.found import Place
from nlu.people.kin import group_at, relation_at
from nlu.people.vocabulary import TITLES, is_everyday_name, is_first_name, may_be_name, may_be_surname, words
from nlu.people.words_in import Token
from nlu.phrases import load_yaml

AND = frozenset({"and", "an", "n", "&", "+", "plus"})
_MOST_PARTS = 5
_PARTICLES = frozenset(
    {"da", "de", "di", "del", "dos", "van", "von", "der", "bin", "bint", "al", "el", "ap", "ab", "le", "la"}
)
_AGED = frozenset(
    {"im", "i'm", "aged", "age", "whos", "who", "is", "'s", "hes", "shes", "he", "she", "(", "-", "=", "at"}
)
_ENDING = (
    frozenset(
        {"", ",", ".", "(", ")", ";", "\n", "-", "/", ":", "=", "too", "also", "both", "all", "respectively", "here"}
    )
    | AND
    | _AGED
)
_CALLING = frozenset({"is", "'s", "called", "named", "me", "im", "i'm", "name"})
_NEXT = frozenset({"we", "my", "our", "his", "her", "their", "im", "ive", "weve", "i", "with", "then"})


@cache
def _everyday() -> frozenset[str]:
    return frozenset(load_yaml(Path(__file__).with_name("everyday.yml"))["words"].split())


def is_everyday(token: Token) -> bool:
    """Whether a word is one that families and professionals write about anything, and no first name."""
    return token.low in _everyday() and not is_first_name(token)


def name_at(place: Place, *, expected: bool = False, listed: bool = False) -> tuple[str, int] | None:
    """The name that begins here and the token after it.

    ``expected``: the word before calls for a name ("my son …", "called …"), so that one in small letters that
    no list knows will do too. ``listed``: a name or an age stood before it, with no more than a comma between.
    """
    token = place.token()
    if token is None or not token.text[0].isalpha():
        return None
    if token.is_capital and token.low in TITLES | {"master"}:
        return _titled(place)
    if token.is_capital and _is_initial(token):
        return _initials(place, expected=expected)
    after_digit = token.start > 0 and place.message[token.start - 1].isdigit()
    if after_digit or not (may_be_name(token) or is_everyday_name(token)):
        return None
    if token.text.islower():
        return _lower(place) if _is_lower_name(place, expected=expected, listed=listed) else None
    return _capitals(place) if _is_capital_name(place, expected=expected or listed) else None


def _is_capital_name(place: Place, *, expected: bool) -> bool:
    """Whether a word with a capital begins a name: it has none for its sentence, and stands for no other words."""
    token = place.tokens[place.at]
    if not token.is_capital or _is_shortened(token) or place.low(-1) in ("a", "an", "the", "this", "per"):
        return False
    return not (_opens_a_sentence(place) or _is_capital_word(place, expected=expected))


def _is_capital_word(place: Place, *, expected: bool) -> bool:
    """Whether a word has its capital for another reason than being a name."""
    token = place.token()
    if token is None or not is_everyday(token):
        return False
    return not (expected and _age_follows(place, 1))


def _is_shortened(token: Token) -> bool:
    """ "LAs", "DNA'd": capitals that stand for words."""
    return len(token.text) > 1 and (token.text.isupper() or (len(token.text) > 2 and token.text[:2].isupper()))


def _opens_a_sentence(place: Place) -> bool:
    """Whether a word that no list knows has its capital from the sentence: "Index patient is …"."""
    token, following = place.token(), place.token(1)
    before = place.low(-1)
    if token is None or is_first_name(token) or before not in ("", ".", "!", "?", "\n"):
        return False
    if (
        following is None
        or not following.text[0].islower()
        or following.low in _ENDING | _PARTICLES | {"b", "dob", "born", "f", "m"}
    ):
        return False
    return not (relation_at(place.tokens, place.at + 1) or _age_follows(place, 1))


def _is_lower_name(place: Place, *, expected: bool, listed: bool) -> bool:
    token = place.token()
    if token is None or len(token.low) < 2 or (is_everyday(token) and not is_everyday_name(token)):
        return False
    aged = _age_follows(place, 1) or _age_follows(place, 2, surname=True)
    if is_everyday_name(token):
        ends = place.low(1) in _ENDING - {"is", "'s", "he", "she", "who"}
        told = place.low(1) in ("is", "'s") and _begins(place) and relation_at(place.tokens, place.at + 2) is not None
        return told or ((aged or ends) if expected else aged and place.low(1) != "be" and (listed or _begins(place)))
    if is_first_name(token):
        return True
    ends = place.low(1) in _ENDING | (_NEXT if place.low(-1) in _CALLING else set())
    verb = token.low.endswith(("s", "ed", "ing", "in"))
    told = expected and ends and any(other.is_number for other in place.tokens)
    told = told or (listed and (place.low(1) in AND or (ends and place.low(-1) in AND)))
    if told and not verb:
        return True
    return aged and (expected or listed or _begins(place))


def _begins(place: Place) -> bool:
    """Whether an item of a list can begin here: after a sign, an "and", an age or nothing."""
    before = place.token(-1)
    if before is None or not (before.text[0].isalpha() or before.low == "'s"):
        return True
    return before.low in AND or before.low in words("beginning")


def _age_follows(place: Place, offset: int, *, surname: bool = False) -> bool:
    """Whether an age stands so far from here, with at most the words that lead to one."""
    if surname:
        second = place.token(1)
        if second is None or not second.text.islower() or is_everyday(second) or not may_be_surname(second):
            return False
    for _ in range(3):
        if place.low(offset) not in _AGED:
            break
        offset += 1
    number = number_at(place.tokens, place.at + offset)
    token = place.token(offset)
    before = place.token(offset - 1)
    if number is None or token is None or before is None:
        return False
    if before.end == token.start and before.text[0].isalpha():
        return False
    return number[0] < 100 and not group_at(place.tokens, number[1])


def _titled(place: Place) -> tuple[str, int] | None:
    """ "Mrs Lal", "Mr Paul Henderson", "Miss L Bright"."""
    at = place.at + (2 if place.low(1) == "." else 1)
    first = place.tokens[at] if at < len(place.tokens) else None
    if first is None or not first.is_capital:
        return None
    if _is_initial(first):
        return _initials(place.move(at), expected=True)
    if not may_be_surname(first):
        return None
    rest, end = _capitals(place.move(at))
    # With a first name the title tells nothing more.
    return rest if " " in rest else f"{place.tokens[place.at].text} {rest}", end


def _is_initial(token: Token) -> bool:
    parts = token.text.split(".")
    return all(len(part) == 1 and part.isupper() for part in parts) or (len(token.text) == 2 and token.text.isupper())


def _initials(place: Place, *, expected: bool) -> tuple[str, int] | None:
    """ "J Bright", "R.T.", and "AB" where a name is called for."""
    token = place.tokens[place.at]
    if len(token.text) == 1:
        surname = place.token(2 if place.low(1) == "." else 1)
        if token.low == "i" or surname is None or not surname.is_capital or not may_be_surname(surname):
            return None
        at = place.at + (2 if place.low(1) == "." else 1)
        rest, end = _capitals(place.move(at))
        return f"{token.text} {rest}", end
    if "." not in token.text and not (expected and _age_follows(place, 2 if place.low(1) == "," else 1)):
        return None
    dotted = "." in token.text and place.low(1) == "." and place.low(2) in ("(", ",", ")", ";", "-", "")
    return token.text, place.at + 1 + dotted


def _capitals(place: Place) -> tuple[str, int]:
    """The capital words from here; a surname may be all in capitals, an initial, or follow "da" or "van"."""
    parts = [place.tokens[place.at].text]
    at = place.at + 1
    while at < len(place.tokens) and len(parts) < _MOST_PARTS:
        token = place.tokens[at]
        following = place.tokens[at + 1] if at + 1 < len(place.tokens) else None
        if token.low in _PARTICLES and following is not None and following.is_capital and may_be_name(following):
            parts.append(token.text)
        elif token.low in ('"', "(") and following is not None and _quoted(place, at):
            at += 2
        elif token.text.isupper() and len(token.text) == 1 and token.low not in ("i", "a") and not _joined(place, at):
            parts.append(token.text)
        elif token.is_capital and may_be_surname(token) and not (token.text.isupper() and len(token.text) < 4):
            parts.append(token.text.capitalize() if token.text.isupper() else token.text)
        else:
            break
        at += 1
    if len(parts) > 1 and len(parts[-1]) == 1 and at < len(place.tokens) and place.tokens[at].text == ".":
        at += _is_list_sign(place, at + 1)
    return " ".join(parts), at


def _quoted(place: Place, at: int) -> bool:
    """Whether a nickname in quotation marks stands here: Elizabeth "Libby" Crane."""
    return place.tokens[at].text == '"' and at + 2 < len(place.tokens) and place.tokens[at + 2].text == '"'


def _joined(place: Place, at: int) -> bool:
    """Whether a single capital is stuck to a number: "Y9"."""
    return (
        at + 1 < len(place.tokens)
        and place.tokens[at + 1].start == place.tokens[at].end
        and place.tokens[at + 1].is_number
    )


def _is_list_sign(place: Place, at: int) -> bool:
    return at < len(place.tokens) and place.tokens[at].text in ("(", ",", ")", ";", "-")


def _lower(place: Place) -> tuple[str, int]:
    parts = [place.tokens[place.at].text]
    surname, follows = place.token(1), place.token(2)
    if surname is not None and _is_lower_surname(place, surname, follows):
        parts.append(surname.text)
    return " ".join(_with_capitals(part) for part in parts), place.at + len(parts)


def _is_lower_surname(place: Place, surname: Token, follows: Token | None) -> bool:
    if not surname.text[0].isalpha() or not may_be_surname(surname) or surname.low in AND or len(surname.low) < 2:
        return False
    if relation_at(place.tokens, place.at + 1) or group_at(place.tokens, place.at + 1):
        return False
    if is_everyday(surname) and surname.low not in words("surnames"):
        return False
    ends = follows is None or follows.is_number or follows.low in _ENDING
    return ends and not (follows is not None and follows.is_number and is_first_name(surname) and len(surname.text) < 4)


def _with_capitals(word: str) -> str:
    return word.title().replace("'S", "'s")
