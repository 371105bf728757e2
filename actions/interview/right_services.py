"""Who leads, who helps, whether there is an assessment, who agreed, what is hoped for: put right in words."""

from __future__ import annotations

import re

from actions.interview import agencies, lexicon
from actions.interview.draft import Draft
from actions.interview.thread import Message

_LONGEST = 300
_LONGEST_WORDS = 4_000
_IS_LEAD = re.compile(
    r"^\W*(?:(?:sorry|actually|no|oh|correction|it's|its)\W+)*(?P<who>[^,:;]{2,60}?) (?:is|are|'s|should be|will be|as)"
    r" (?:now |actually |really )?(?:the |our |their )?lead\b",
    re.IGNORECASE,
)
_LEAD_IS = re.compile(
    r"\blead(?: prof\w*| prac\w*| worker| person| one)?(?: is| should be| should read| will be|:| =|'s|,) "
    r"(?:(?:now|actually|this is|it is|it's|that is|that's|in fact) )*(?P<who>[^,;.]{2,60}?)"
    r"(?=,| instead| rather| not | (?:of|from|at) (?:the )?[a-z]|\s*[.;]|$)",
    re.IGNORECASE,
)
_LED_BY_ANOTHER = re.compile(
    r"(?:n't|\bnot|\bno longer|nt) (?:the )?lead(?:s|ing)?\b[^,;]{0,20}[,;] ?(?:it's|its|it is|but|now it's) "
    r"(?P<who>[^,;.]{2,60})",
    re.IGNORECASE,
)
_ASKING_OF_IT = frozenset({"assessment", "agencies", "story", "household"})
"""Questions with whose answer an assessment may be told."""
_ARTICLE = re.compile(r"^(?:the|our|their|her|his|a) ", re.IGNORECASE)
_WHO_AGREED = re.compile(
    r"\b(?P<who>[\w'-]+(?: [A-Z][\w'-]+)?) (?:who|that)(?: has| had)? (?:agreed|consented|said yes|signed|gave)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?P<right>\d{1,2})(?:st|nd|rd|th)?\b[^.;]{0,20}?\bnot (?:on )?(?:the )?(?P<wrong>\d{1,2})(?:st|nd|rd|th)?\b"
)
_HOPES = re.compile(
    r"\b(?:hopes?|hoping for|wish(?:es)?)\b[^:;-]{0,30}?(?::|;| - |, |\bput (?:that )?|\bsay (?:that )?)\s*"
    r"(?P<hopes>.{3,})",
    re.IGNORECASE | re.DOTALL,
)


_HOPES_ARE = re.compile(r"\b(?:hopes?|hoping|wish(?:es)?)\b[^:]{0,60}:\s*(?P<hopes>.{3,})", re.IGNORECASE | re.DOTALL)


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Put right what was said of services, the assessment, consent or hopes; whether a sentence does."""
    said, asked = lexicon.plain(sentence), message.question.id if message.question else None
    return (
        (draft.has("lead_professional") and _lead(draft, said))
        or (draft.has("agencies") and _agencies(draft, message, said))
        or _assessment(draft, message, said)
        or (draft.consent.state == "given" and _consent(draft, said))
        or ((draft.hopes or draft.has("hopes") or asked == "summary") and _hopes(draft, message))
    )


def _lead(draft: Draft, said: str) -> bool:
    if lexicon.pattern("nobody_leads").search(said) or _lead_has_gone(draft, said):
        draft.lead_professional = {"state": "no", "name": None}
        return True
    found = (pattern.search(said) for pattern in (_LED_BY_ANOTHER, _LEAD_IS, _IS_LEAD))
    told = (_ARTICLE.sub("", each["who"].strip()) for each in found if each)
    who = next((name for name in told if name and not lexicon.pattern("no_lead_name").match(name)), None)
    if who is None:
        return False
    draft.lead_professional = {"state": "yes", "name": who[:_LONGEST]}
    return True


def _lead_has_gone(draft: Draft, said: str) -> bool:
    """Whether whoever leads is said to have left, or to do it no more."""
    name = str((draft.lead_professional or {}).get("name") or "")
    named = any(re.search(rf"\b{re.escape(part)}\b", said) for part in name.split() if part[0].isupper())
    return named and bool(lexicon.pattern("leads_no_more").search(said))


def _agencies(draft: Draft, message: Message, said: str) -> bool:
    """A service that helps no longer, or one that was not told of yet."""
    out = agencies.taken_out(draft.agencies, said)
    draft.agencies = [name for name in draft.agencies or () if name not in out] if out else draft.agencies
    return bool(out) or _another(draft, message, said)


def _another(draft: Draft, message: Message, said: str) -> bool:
    """A service that is to be added, as it was read or in the words after "add"."""
    if message.question is None or message.question.id == "agencies":
        return False
    read = [name for name in message.reading.agencies if agencies.words_of(name) & agencies.words_of(said)]
    to_add = lexicon.pattern("add_service").search(said)
    named = [to_add["name"].strip()] if to_add and to_add["name"] and not read and not message.reading.people else []
    if not (read or named) or not (to_add or lexicon.pattern("helps_too").search(said)):
        return False
    known = {name.casefold() for name in draft.agencies or ()}
    draft.agencies = [*(draft.agencies or []), *(n[:_LONGEST] for n in read + named if n.casefold() not in known)]
    return True


def _assessment(draft: Draft, message: Message, said: str) -> bool:
    known = "question_assessment" if draft.has("assessment") else "family_assessment"
    if not lexicon.pattern(known).search(said) or (message.question and message.question.id in _ASKING_OF_IT):
        return False
    there = (
        False
        if lexicon.pattern("is_not_there").search(said)
        else True
        if lexicon.pattern("is_there").search(said)
        else None
    )
    if there is None or (there == draft.assessment_in_place and not lexicon.pattern("puts_right").search(message.text)):
        return False
    draft.assessment_in_place = there
    draft.answer("assessment")
    return True


def _consent(draft: Draft, said: str) -> bool:
    """Another who agreed, or another day. That somebody agreed stays."""
    who, day, state = _WHO_AGREED.search(said), _DAY.search(said), draft.consent
    asked = lexicon.pattern("consent_speaker_asked").search(said) or re.search(
        r"\b(?:agreed|consent)", said, re.IGNORECASE
    )
    if who and lexicon.pattern("puts_right").search(said) and who["who"].casefold() != "not":
        named = lexicon.pattern("consent_by").search(who["who"])
        state.by = named.group().casefold() if named else who["who"]
        return True
    if day and asked and state.date and state.date.endswith(f"-{int(day['wrong']):02}"):
        state.date = f"{state.date[:8]}{int(day['right']):02}"
        return True
    return False


def _hopes(draft: Draft, message: Message) -> bool:
    said = lexicon.plain(message.text)
    found = _HOPES_ARE.search(said) or _HOPES.search(said)
    changes = any(lexicon.pattern(name).search(said) for name in ("changes", "takes_back", "puts_right", "says_anew"))
    if found is None or not changes:
        return False
    draft.hopes = found["hopes"].strip()[:_LONGEST_WORDS]
    return True
