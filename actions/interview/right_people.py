"""Who lives in the family, put right in words: an age, a spelling, a relation, who has left or was forgotten."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from actions.interview import household, lexicon, phrases
from actions.interview.draft import Draft
from actions.interview.thread import Message

_NUMBERS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_AGE = re.compile(rf"(?<![\d/:-])\b(?P<age>\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?![\d/:])", re.IGNORECASE)
_NOT_AGE = re.compile(rf"\b(?:not|isn't|isnt|aint)\W+(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_LETTERS = re.compile(r"\b[A-Za-z](?:[-. ][A-Za-z]){2,}\b")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SWAP = re.compile(r"(?P<right>[^\W\d_][\w'-]+),? (?:and )?not (?P<wrong>[^\W\d_][\w'-]+)", re.IGNORECASE)
_RELATIONS = (
    r"step(?:mum|dad|mother|father|son|daughter|sister|brother|child)|half[- ](?:sister|brother)|(?:grand|foster )?"
    r"(?:mother|father|mum|dad|son|daughter|child)|nephew|niece|cousin|aunt(?:ie)?|uncle|gran|nan|grandad|sister|brother"
    r"|partner|husband|wife|lodger|carer|friend"
)
_THE = r"(?:the |their |her |his |my |a )?(?:\w+'s )?"
_IS_RATHER = re.compile(
    rf"\b(?:is|'s|as) (?:actually |really )?{_THE}(?P<right>{_RELATIONS}),? not\b"
    rf"|(?:n't|\bnot|nt) {_THE}(?:{_RELATIONS})\b,? (?:but )?(?:(?:he|she|it|they)(?:'s| is)?s? )?"
    rf"{_THE}(?P<right2>{_RELATIONS})\b",
    re.IGNORECASE,
)
_NAME_IS = re.compile(
    rf"\b(?P<who>{_RELATIONS}|mum|mother|dad|father|boy|girl|son|daughter|baby)(?:'s|s)? "
    r"(?:(?:first )?name (?:should be|is|was|should read)|is (?:really |actually )?(?:called|named)) "
    r"(?P<name>(?-i:[A-Z])[\w'-]+)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:names?|called|spel\w+)\b", re.IGNORECASE)
_NO_NAMES = frozenset({"i", "is", "it", "the", "her", "his", "my", "correct", "should", "please", "sorry", "actually"})
_UNIT = re.compile(
    r"\s*(?:%|percent|weeks?|wks?|months?|mths?|/12|/52|days?|hours?|times?|minutes?|miles?|pounds?|pm\b|am\b|o'clock)",
    re.IGNORECASE,
)
"""After a number that is no age in years."""
_IS_AGED = re.compile(
    r"(?:\b(?:is|are|am|be|aged?|now|turned|turns|have|has|was)|'s|'m|=|:)\s*"
    r"(?:now |actually |really |only |just |nearly |aged? )*"
    rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i am|i'm|im|my age)\b", re.IGNORECASE)
_FEW = 8
"""Words of a sentence that says nothing but an age."""
_ASKING_WHO = frozenset({"story", "household", "role", "consent", "danger"})
_LIKE = 0.6
"""How much alike (0 to 1) a misspelt name and the right one are."""
_LOWER = 0.4
"""The same where "not Lily" says which one is wrong, and the right one has no capital."""


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Put right what a sentence says of somebody who is known, or who was forgotten; whether it does."""
    said = lexicon.plain(sentence)
    return (
        _spelling(draft, said)
        or _relation(draft, said)
        or _has_left(draft, message, said)
        or _age(draft, message, said)
        or _was_forgotten(draft, message, said)
    )


def _known(draft: Draft, said: str) -> list[household.Entry]:
    """Those of the household whom a sentence names, by first name, by title and surname, or by a relation of one."""
    words = {word.casefold() for word in _words(said)}
    named = [person for person in draft.people if person["name"] and person["name"].split()[0].casefold() in words]
    return named or [person for person in draft.people if _called(person, said)]


def _words(said: str) -> list[str]:
    """The words of a sentence; "Jake's" is Jake."""
    return [re.sub(r"'s$", "", word) for word in _WORD.findall(said)]


def _called(person: household.Entry, said: str) -> bool:
    relation = (person["relation"] or "").casefold()
    surname = person["name"].split()[-1] if person["name"] and " " in person["name"] else None
    title = "Mr" if relation in ("dad", "father", "stepdad", "grandad") else "Mrs|Ms|Miss"
    grown = not household.is_child(person)
    if surname and grown and re.search(rf"\b(?:{title})\.? {re.escape(surname)}\b", said, re.IGNORECASE):
        return True
    return any(household.is_relation(person, word) for word in _words(said))


def _age(draft: Draft, message: Message, said: str) -> bool:
    """An age that is other than was told: said to be put right, or plainly said of somebody whose age is known."""
    whom = _known(draft, said) or _oneself(draft, said)
    if _names_another(draft, message, said):
        return False  # "Her son Kyle, who is 9" is one more, not another age of the son who was named.
    found = _AGE.search(_NOT_AGE.sub(" ", said))
    if len(whom) != 1 or found is None or _UNIT.match(said[found.end() :]):
        return False
    if found["age"].casefold() == "one" and not _IS_AGED.search(said):
        return False  # "Ring me on the other one."
    asked = message.question.id if message.question else None
    plainly = asked not in _ASKING_WHO and _IS_AGED.search(said) and phrases.words(said) <= _FEW
    if not (plainly and whom[0]["age"] is not None) and not lexicon.pattern("age_put_right").search(said):
        return False
    age = found["age"].casefold()
    whom[0]["age"] = int(age) if age.isdigit() else _NUMBERS.index(age)
    whom[0]["date_of_birth"] = None
    return True


def _names_another(draft: Draft, message: Message, said: str) -> bool:
    """Whether a sentence tells by name of somebody who is not known, and of nobody who is."""
    first = {person["name"].split()[0].casefold() for person in draft.people if person["name"]}
    words = {word.casefold() for word in _words(said)}
    named = [person.name for person in message.reading.people if person.name and not household.is_titled(person.name)]
    told = {name.split()[0].casefold() for name in named}
    return bool(told & words - first) and not first & words


def _oneself(draft: Draft, said: str) -> list[household.Entry]:
    """Whoever speaks, where they speak of their own age."""
    selves = [person for person in draft.people if person["relation"] == "self"]
    return selves if _OWN.search(said) else []


def _relation(draft: Draft, said: str) -> bool:
    found = _IS_RATHER.search(said)
    named = [person for person in draft.people if person["name"] and _first_in(person, said)]
    if found is None or len(named) != 1:
        return False
    named[0]["relation"] = (found["right"] or found["right2"]).casefold()
    return True


def _first_in(person: household.Entry, said: str) -> bool:
    return re.search(rf"\b{re.escape(person['name'].split()[0])}\b", said, re.IGNORECASE) is not None


def _has_left(draft: Draft, message: Message, said: str) -> bool:
    """Whoever is said to live there no longer is of the household no longer; the words stay in the story."""
    asked = message.question.id if message.question else None
    if asked in ("story", "household", "consent", None) and not message.reading.correction:
        return False
    gone = [person for person in _known(draft, said) if lexicon.pattern("has_left").search(said)]
    if len(gone) != 1:
        return False
    draft.people = [person for person in draft.people if person is not gone[0]]
    return True


def _spelling(draft: Draft, said: str) -> bool:
    swapped = _SWAP.search(said)
    if swapped and _rename(draft, swapped["wrong"], swapped["right"], alike=False):
        return True
    if _name_of(draft, said) or (not lexicon.pattern("surname").search(said) and _wrong_name(draft, said)):
        return True
    if not (lexicon.pattern("spelling").search(said) or lexicon.pattern("surname").search(said)):
        return False
    letters = _LETTERS.search(said)
    right = re.sub(r"[-. ]", "", letters.group()) if letters else None
    spelt = [right] if right else [word for word in _WORD.findall(said) if word[0].isupper()]
    parts = {part.casefold() for person in draft.people for part in (person["name"] or "").split()}
    new = next((word for word in reversed(spelt) if word.casefold() not in parts and len(word) > 1), None)
    return new is not None and _respell(draft, said, new)


def _name_of(draft: Draft, said: str) -> bool:
    """The name of the only one with a relation: "the daughter's name should be Lilian"."""
    found = _NAME_IS.search(said)
    whose = [person for person in draft.people if found and household.is_relation(person, found["who"])]
    if found is None or len(whose) != 1:
        return False
    old = (whose[0]["name"] or "").split()
    whose[0]["name"] = " ".join([found["name"], *old[1:]])
    return True


def _wrong_name(draft: Draft, said: str) -> bool:
    """The only name with a capital that nobody has yet, where somebody's name is said to be wrong."""
    whose = _known(draft, said)
    if len(whose) != 1 or not (_NAMED.search(said) and lexicon.pattern("puts_right").search(said)):
        return False
    parts = {part.casefold() for person in draft.people for part in (person["name"] or "").split()}
    inside = _WORD.findall(said)[1:]
    new = [word for word in inside if word[0].isupper() and word.casefold() not in parts | _NO_NAMES]
    if len(set(new)) != 1:
        return False
    old = (whose[0]["name"] or "").split()
    whose[0]["name"] = " ".join([new[0], *old[1:]])
    return True


def _respell(draft: Draft, said: str, new: str) -> bool:
    """Give the new spelling to the surname, to whoever is named, or to the name that is most like it."""
    parts = dict.fromkeys(part for person in draft.people for part in (person["name"] or "").split())
    if lexicon.pattern("surname").search(said):
        hers = [person for person in draft.people if person["name"] and _first_in(person, said)]
        if len(hers) == 1:
            hers[0]["name"] = f"{hers[0]['name'].split()[0]} {new}"
            return True
        last = [person["name"].split()[-1] for person in draft.people if person["name"] and " " in person["name"]]
        return bool(last) and _rename(draft, max(set(last), key=last.count), new, alike=False)
    named = [part for part in parts if re.search(rf"\b{re.escape(part)}\b", said, re.IGNORECASE)]
    alike = max(parts, key=lambda part: _likeness(part, new), default=None)
    old = named[0] if len(named) == 1 else alike
    return old is not None and _rename(draft, old, new, alike=not named)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _rename(draft: Draft, old: str, new: str, *, alike: bool) -> bool:
    """Replace a first name or a surname wherever it stands; not by a name that somebody has already."""
    parts = {part.casefold() for person in draft.people for part in (person["name"] or "").split()}
    if old.casefold() not in parts or new.casefold() in parts or (alike and _likeness(old, new) < _LIKE):
        return False
    if not alike and not new[0].isupper() and (_likeness(old, new) < _LOWER or re.fullmatch(_RELATIONS, new)):
        return False
    right = new[0].upper() + (new[1:].lower() if new.isupper() else new[1:])
    for person in draft.people:
        names = [right if part.casefold() == old.casefold() else part for part in (person["name"] or "").split()]
        person["name"] = " ".join(names) or None
    return True


def _was_forgotten(draft: Draft, message: Message, said: str) -> bool:
    """Somebody new, by name: what was read of them is put beside the others."""
    told = [person for person in message.reading.people if person.name and person.name.casefold() in said.casefold()]
    if not told or not lexicon.pattern("forgotten").search(said):
        return False
    draft.people = household.take(draft.people, message.reading.people, correction=False)
    return True
