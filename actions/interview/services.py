"""Who works with a family, as a longer telling lists it: "at present the school, the GP and CAMHS are involved"."""

from __future__ import annotations

import re

from actions.interview import lexicon, phrases

LONG = 40
"""Words; in a shorter message what the reader knows by name is enough."""
_MOST_WORDS = 8
"""Words of a service's name."""
_HELP = r"(?:involved|helping|help us|help them|working with|work with|supporting|support us|around|round)"
_AFTER = (
    rf"\b(?:services|agencies|people|professionals|organisations|who)\b[^:.]{{0,40}}?\b{_HELP}\b[^:.]{{0,40}}?"
    r"(?::|\b(?:are|is)\b)(?P<list>.+)$",
    rf"^\W*(?:also |already |currently |now )?{_HELP}\b[^:.]{{0,30}}?(?::|\b(?:are|is)\b)(?P<list>.+)$",
)
_BEFORE = re.compile(
    r"^\W*(?:(?:and|at (?:the moment|present)|currently|so far|now|here|as far as (?:i|we) know|i think|it is|it's)"
    r"\b,? ?)*"
    r"(?P<list>.+?),? (?:(?:who|that) )?(?:is|are)(?: (?:all|both|already|currently|now|still|also))* "
    r"(?:involved|working with|helping|supporting)\b(?:[^,]*, (?:as (?:is|are)|and(?: also)?) (?P<more>.+))?",
    re.IGNORECASE,
)
_NOBODY_LEADS = re.compile(
    r"\b(?:nobody|no[ -]one|no (?:one|single) (?:person|worker|professional))(?:'?s)?\b(?: is| has| was)?[^.;,]{0,25}?"
    r"\b(?:leads?\b|leading\b|coordinat\w+|in charge of (?:it|this|everything)|"
    r"looks? after (?:it all|everything|all of it)|pull(?:s|ing) (?:it|things|everything) together)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:lead|leads|leading|key worker|coordinates?)\b", re.IGNORECASE)
_SPLIT = re.compile(r"[,;&]|\b(?:and|plus|as well as|or)\b", re.IGNORECASE)
_LEADING = re.compile(r"^\W*(?:(?:the|a|an|our|my|her|his|their|also|both)\s+)+", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?:where|who|which|that|for|called|because|since|on|at the moment)\b.*$", re.IGNORECASE)
_BESIDES_US = re.compile(r"\b(?:besides|apart from|other than|as well as) (?:us|me|ourselves|myself)\b", re.IGNORECASE)
_OURSELVES = re.compile(r"^(?:us|me|we|ourselves|myself|our team|here)$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"n't\b|\b(?:is|are|was|were|has|have|had|not|no|nobody|none|nothing|neither|he|she|they|it|i|you|else|lead|leads)\b",
    re.IGNORECASE,
)


def listed(text: str, own: str | None) -> tuple[str, ...]:
    """The services that a text lists as helping now, in its words; ``own`` is what "us" stands for.

    Empty where a text is short, or where a list holds anything that is no name.
    """
    if phrases.words(text) < LONG:
        return ()
    found: dict[str, str] = {}
    for sentence in phrases.sentences(lexicon.plain(text)):
        for name in _in_sentence(sentence, own):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def nobody_leads(text: str) -> bool:
    """Whether a text says that nobody brings the help together."""
    return bool(_NOBODY_LEADS.search(lexicon.plain(text)))


def leads(name: str | None, text: str) -> bool:
    """Whether a text says in one sentence of somebody by name that they lead."""
    told = (sentence.casefold() for sentence in phrases.sentences(text))
    return bool(name) and any(str(name).casefold() in said and _LEADS.search(said) for said in told)


def _in_sentence(sentence: str, own: str | None) -> list[str]:
    ours = [own] if own and _BESIDES_US.search(sentence) else []
    for pattern in _AFTER:
        if after := re.search(pattern, sentence, re.IGNORECASE):
            return [*ours, *_names(after["list"], own)]
    before = _BEFORE.search(sentence)
    if before is None or not (names := _names(before["list"], own)):
        return []
    return [*names, *(_names(before["more"], own) if before["more"] else [])]


def _names(said: str, own: str | None) -> list[str]:
    """The names of a list; none where one of its parts cannot be a name."""
    parts = [_GOES_ON.sub("", _LEADING.sub("", part)).strip(" .:\"'-") for part in _SPLIT.split(said)]
    names = [(own or "") if _OURSELVES.match(part) else part for part in parts]
    names = [name for name in names if name]
    fits = all(phrases.words(name) <= _MOST_WORDS and not _NO_NAME.search(name) for name in names)
    return names if fits else []
