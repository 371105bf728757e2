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
    r"\blead(?: professional| worker| person)?(?: is| should be| should read| will be|:|'s) "
    r"(?:now |actually )?(?P<who>[^,;.]{2,60}?)"
    r"(?=,| instead| rather| not |\s*[.;]|$)",
    re.IGNORECASE,
)
_LED_BY_ANOTHER = re.compile(
    r"(?:n't|\bnot|\bno longer|nt) (?:the )?lead(?:s|ing)?\b[^,;]{0,20}[,;] ?(?:it's|its|it is|but|now it's) "
    r"(?P<who>[^,;.]{2,60})",
    re.IGNORECASE,
)
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


def take(draft: Draft, message: Message, sentence: str) -> bool:
    """Put right what was said of services, the assessment, consent or hopes; whether a sentence does."""
    said = lexicon.plain(sentence)
    return (
        (draft.has("lead_professional") and _lead(draft, said))
        or (draft.has("agencies") and _agencies(draft, said))
        or (draft.has("assessment") and _assessment(draft, said))
        or (draft.consent.state == "given" and _consent(draft, said))
        or (draft.has("hopes") and _hopes(draft, message))
    )


def _lead(draft: Draft, said: str) -> bool:
    if lexicon.pattern("nobody_leads").search(said):
        draft.lead_professional = {"state": "no", "name": None}
        return True
    found = _LED_BY_ANOTHER.search(said) or _LEAD_IS.search(said) or _IS_LEAD.search(said)
    who = _ARTICLE.sub("", found["who"].strip()) if found else ""
    if not who or lexicon.pattern("no_lead_name").match(who):
        return False
    draft.lead_professional = {"state": "yes", "name": who[:_LONGEST]}
    return True


def _agencies(draft: Draft, said: str) -> bool:
    out = agencies.taken_out(draft.agencies, said)
    draft.agencies = [name for name in draft.agencies or () if name not in out] if out else draft.agencies
    return bool(out)


def _assessment(draft: Draft, said: str) -> bool:
    if not lexicon.pattern("question_assessment").search(said):
        return False
    there = (
        False
        if lexicon.pattern("is_not_there").search(said)
        else True
        if lexicon.pattern("is_there").search(said)
        else None
    )
    if there is None or there == draft.assessment_in_place:
        return False
    draft.assessment_in_place = there
    return True


def _consent(draft: Draft, said: str) -> bool:
    """Another who agreed, or another day. That somebody agreed stays."""
    who, day, state = _WHO_AGREED.search(said), _DAY.search(said), draft.consent
    asked = lexicon.pattern("consent_speaker_asked").search(said) or re.search(
        r"\b(?:agreed|consent)", said, re.IGNORECASE
    )
    if who and re.search(r"\bnot\b|n't\b|\bactually\b", said) and who["who"].casefold() != "not":
        named = lexicon.pattern("consent_by").search(who["who"])
        state.by = named.group().casefold() if named else who["who"]
        return True
    if day and asked and state.date and state.date.endswith(f"-{int(day['wrong']):02}"):
        state.date = f"{state.date[:8]}{int(day['right']):02}"
        return True
    return False


def _hopes(draft: Draft, message: Message) -> bool:
    found = _HOPES.search(lexicon.plain(message.text))
    changes = lexicon.pattern("changes").search(lexicon.plain(message.text))
    if found is None or not (changes or lexicon.pattern("takes_back").search(lexicon.plain(message.text))):
        return False
    draft.hopes = found["hopes"].strip()[:_LONGEST_WORDS]
    return True
