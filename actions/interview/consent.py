"""The family's consent as it is told: what the reader read, and the details that a follow-up answer gives."""

from __future__ import annotations

import re
from datetime import date, timedelta

from actions.interview import agreement, lexicon
from actions.interview.draft import ConsentState, Draft
from actions.interview.thread import FamilyAnswer, Message, Thread

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?\b")
_SPELT = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)})[a-z]*(?:,? (\d{{4}}))?\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:last |on )?({'|'.join(_DAYS)})\b", re.IGNORECASE)


_ONLY_SAYS = re.compile(
    r"^(?:it was |that was |by )|(?: did(?: it| so)?| asked(?: (?:her|him|them|mum|dad))?| does)$", re.IGNORECASE
)
_SAYS_NOTHING = re.compile(
    r"\d|\?|\b(?:yes|no|not|agreed|same|above|already|said|told|know|sure|unsure|skip|idea|consent\w*|phone|person)\b",
    re.IGNORECASE,
)
"""Words of an answer that names nobody."""
_TO_IT = (
    r"\b(?<!gave)(?<!given)(?<!gives)(?! (?:off|on|up|out|for a)\b)"
    r"|\b(?:both|they|she|he|[a-z]+) gave (?:\w+ ){0,4}?(?:consent|permission|agreement)\b"
)
"""What follows words that agree: somebody who gave has agreed only if it was a consent."""
_MOST_ASKER = 6
"""Words that say who asked."""
_SPEAKER = frozenset({"nominator", "self", "me"})
"""What the reader calls whoever is writing."""
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?"
_NAME = rf"(?:(?:{_TITLED} and )?{_TITLED} [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?)"
LONGEST_CONDITION = 500
"""Characters."""
_NO_NAMES = frozenset({"yes", "she", "he", "they", "i", "we", "both", "the", "consent", "it", "mum", "dad", "parents"})


def take(state: ConsentState, message: Message, thread: Thread) -> None:
    """Put what a message says about consent over what is known. Who agreed is never guessed."""
    consent = message.reading.consent
    if consent is None:
        return
    speaker = thread.nominator.get("name")
    professional = thread.audience == "professional"
    state.state = consent.state
    take_parts(state, message.text)
    if consent.by not in _SPEAKER:
        state.by = agreed_by(message.text) or consent.by or state.by
    elif not professional:
        state.by = speaker or consent.by
    state.asked_by = (speaker if consent.asked_by in _SPEAKER else consent.asked_by) or state.asked_by
    state.date = consent.date or state.date
    state.method = _method(consent.method or "") or _method(message.text) or consent.method or state.method


def take_parts(state: ConsentState, text: str) -> None:
    """Note what is agreed to in part: a no to one purpose leaves the yes to the others; a yes to all takes it back.

    A no to the nomination itself is a refusal, whatever else was agreed.
    """
    topics = agreement.declined(text)
    in_part = bool(topics - {"nomination"}) or bool(lexicon.pattern("kept_from").search(text))
    if in_part and state.state == "refused" and _agreed_to_some(text):
        state.state = "given"
    if state.state != "given":
        return
    if lexicon.pattern("agrees_to_all").search(text) and not topics:
        state.declined = frozenset()
    state.declined |= topics - {"nomination"}


def _agreed_to_some(text: str) -> bool:
    said = lexicon.pattern("agreed").search(text)
    return bool(said) and "nomination" not in agreement.declined(text)


def take_others(state: ConsentState, message: Message) -> None:
    """Keep who refused beside the one who agreed: one yes is enough to go on, and the no is not lost."""
    if state.state != "given":
        return
    for who in agreement.refusers(message.text):
        if not agreement.same(who, state.by) and who not in state.refused_by:
            state.refused_by.append(who)
            state.refused_by_message = message.n


def take_conditions(state: ConsentState, message: Message) -> None:
    """Keep on what condition they agreed, word for word: a person has to see to it."""
    if state.state != "given" or message.press:
        return
    for start, end in agreement.conditions(message.text):
        words = message.text[start:end].strip(" ,")[:LONGEST_CONDITION]
        if words and all(condition["words"] != words for condition in state.conditions):
            state.conditions.append({"words": words, "message": message.n})


def take_answer(draft: Draft, answer: FamilyAnswer) -> None:
    """Take what the family answered itself: its yes needs no details from anybody else."""
    state = draft.consent
    state.answers.append(answer)
    if answer.state != "given":
        return
    state.only_by_link = state.state != "given"
    state.state = "given"
    draft.answer("consent")
    if answer.reached:
        draft.answer("contact")


def take_beside(state: ConsentState, text: str) -> None:
    """Take it as given where somebody refused and somebody else agreed, in one breath."""
    if state.state == "refused" and (who := agreement.agrees_beside(text)):
        state.state, state.by = "given", who


def take_refusal(state: ConsentState, text: str) -> bool:
    """Take "Ada declined", "she would rather not" in answer to who agreed; False where nobody refused."""
    if not agreement.refuses(text):
        return False
    state.state = "refused"
    state.by = next(iter(agreement.refusers(text)), state.by)
    return True


def take_details(state: ConsentState, message: Message, thread: Thread) -> None:
    """Fill who agreed, who asked, when and how from the words. Never replaces."""
    text = message.text
    found = {
        "by": agreed_by(text) or _name_alone(text) or _relation(text),
        "asked_by": _asked_by(text, thread.nominator.get("name")),
        "date": said_date(text, (message.at or thread.today)[:10]),
        "method": _method(text),
    }
    for key, value in found.items():
        if value and not getattr(state, key):
            setattr(state, key, value)


_PARTS = ("by", "asked_by", "date", "method")


def missing(state: ConsentState) -> tuple[str, ...]:
    """What of :data:`_PARTS` is not known of an agreement: who agreed, who asked them, when and how; in that order."""
    return tuple(part for part in _PARTS if not getattr(state, part))


def take_asker(state: ConsentState, message: Message) -> None:
    """Take a few words as who asked, where nothing but that was wanted: "the school nurse did"."""
    said = _ONLY_SAYS.sub("", message.text.strip(" .!"))
    brief = 0 < len(said.split()) <= _MOST_ASKER and not _SAYS_NOTHING.search(said)
    # A name tells nothing else, whatever was read in it.
    tells = bool(message.reading.mentions) and re.fullmatch(_NAME, said) is None
    if state.asked_by is None and brief and not message.press and not tells:
        state.asked_by = said


def is_agreed(text: str) -> bool:
    """Whether somebody, by relation or "she", is plainly said to have agreed: "both signed", "she gave her consent"."""
    said = lexicon.plain(text)
    who = rf"(?:both|they|she|he|{lexicon.pattern('consent_by').pattern})"
    agreed = re.search(rf"\b{who},? (?:{lexicon.pattern('agreed').pattern}){_TO_IT}", said, re.IGNORECASE)
    return bool(agreed) and not lexicon.pattern("hearsay").search(said)


def agreed_by(text: str) -> str | None:
    """The name of whoever is said to have agreed; "she agreed" is the only person with a title in the message."""
    agreed = lexicon.pattern("agreed").pattern
    before = re.search(rf"(?<![\w'])({_NAME}),? (?:(?i:{agreed}))", text)
    after = re.search(rf"(?i:{lexicon.pattern('consent_from').pattern})({_NAME})", text)
    for match in (before, after):
        if match and match[1].casefold() not in _NO_NAMES:
            return match[1]
    titled = set(re.findall(rf"{_TITLED} [A-Z][\w'-]+", text))
    pronoun = re.search(rf"\b(?:she|he),? (?:{agreed})", text, re.IGNORECASE)
    return titled.pop() if pronoun and len(titled) == 1 else None


def _name_alone(text: str) -> str | None:
    """The name that an answer to who agreed is, or begins with."""
    match = re.match(rf"\s*(?:[Ii]t was |[Tt]hat was )?({_NAME})\s*(?:[.,;!]|$)", text)
    return match[1] if match and match[1].casefold() not in _NO_NAMES else None


def _method(text: str) -> str | None:
    return next((name for name in lexicon.METHODS if lexicon.method(name).search(text)), None)


def is_complete(state: ConsentState, *, professional: bool) -> bool:
    """Whether it is known who agreed and, from a professional, who asked, when and how. A family's own yes is whole."""
    if state.only_by_link:
        return True
    asked = bool(state.asked_by and state.date and state.method)
    return bool(state.by) and (asked or not professional)


def said_date(text: str, today: str) -> str | None:
    """The day that a text names, ISO; relative to ``today`` (ISO), never after it. None where it names none."""
    try:
        now = date.fromisoformat(today)
    except ValueError:
        return None
    return _relative(text, now) or _absolute(text, now)


def names_whom(text: str) -> bool:
    """Whether a text says by relation of whom it speaks, or that it speaks of this nomination."""
    return bool(_relation(text) or re.search(r"\b(?:this|nominat\w+|referral)\b", text, re.IGNORECASE))


def _relation(text: str) -> str | None:
    match = re.search(rf"\b(?:{lexicon.pattern('consent_by').pattern})\b", text, re.IGNORECASE)
    return match.group(0).casefold() if match else None


def _asked_by(text: str, speaker: str | None) -> str | None:
    if lexicon.pattern("consent_speaker_asked").search(text):
        return speaker
    match = lexicon.pattern("consent_other_asked").search(text)
    said = match and (match.group(1) or match.group(2))
    if not said or any(lexicon.method(name).fullmatch(said.strip()) for name in lexicon.METHODS):
        return None
    return said.strip()


def _relative(text: str, now: date) -> str | None:
    lower = text.casefold()
    if re.search(r"\b(?:today|this morning|this afternoon|just now|earlier)\b", lower):
        return now.isoformat()
    if re.search(r"\b(?:yesterday|last night)\b", lower):
        return (now - timedelta(days=1)).isoformat()
    match = _WEEKDAY.search(lower)
    if not match:
        return None
    back = (now.weekday() - _DAYS.index(match.group(1))) % 7 or 7
    return (now - timedelta(days=back)).isoformat()


def _absolute(text: str, now: date) -> str | None:
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]), now)
    if match := _NUMERIC.search(text):
        return _in_year(int(match[1]), int(match[2]), match[3], now)
    if match := _SPELT.search(text):
        month = _MONTHS.index(match[2].casefold()) + 1
        return _in_year(int(match[1]), month, match[3], now)
    return None


def _in_year(day: int, month: int, year: str | None, now: date) -> str | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day, now)
    return _day(now.year, month, day, now) or _day(now.year - 1, month, day, now)


def _day(year: int, month: int, day: int, now: date) -> str | None:
    try:
        said = date(year, month, day)
    except ValueError:
        return None
    return said.isoformat() if said <= now else None
