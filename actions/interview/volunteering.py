"""What a message says besides the answer to the open question: every part of its reading counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from actions.interview import (
    agencies,
    agreement,
    consent,
    hopes,
    household,
    indicators,
    language,
    lexicon,
    phrases,
    place,
    reaching,
    services,
    story,
    taking_out,
)
from actions.interview.draft import ConsentState, Draft
from actions.interview.putting_right import PutRight, is_doubted
from actions.interview.questions import TOGETHER
from actions.interview.thread import Message, Thread
from nlu.reading import SAFETY_ORDER, LeadProfessional, Mention, Person, SafetyLevel

_NEAR_ADDRESS = frozenset({"household", "contact"})
"""Questions under which an address that was not given yet is the family's own."""
_ENGLISH = re.compile(
    r"\b(?:we|they|i|she|he|family|both|all)(?: all| both| only| do)* speaks? (?:only )?english\b"
    r"|\blanguage: ?english\b|\benglish(?: is)?(?: the| their| our)? only(?: language)?\b"
    r"|\bno (?:need (?:of|for) an? )?interpreter\b",
    re.IGNORECASE,
)
"""Words that say that English is enough."""
_ANOTHER_TONGUE = re.compile(
    r"\binterpret\w*|\btranslat\w*|\b(?:little|no|limited|broken|poor|not much) english\b"
    r"|\b(?:mother tongue|first language)\b|\benglish is (?:not|limited|poor|weak|(?:her|his|their|a) second)\b",
    re.IGNORECASE,
)
"""Words that hint at another language than English without naming one."""
_ASSESSMENT = re.compile(
    r"(?:^|[.;!?\n])\s*(?:an?|the|our|my|their|a full|a family)? ?(?:family )?assessment"
    r" (?:is|was|has been|has) (?:now |already |recently )?(?:in place|completed?|done|finished|written|carried out)\b",
    re.IGNORECASE,
)
_NO_ASSESSMENT = re.compile(
    r"\bno (?:such |family |current )?assessment (?:is|was|has been|has yet been)"
    r" (?:in place|completed?|done|made|started)\b"
    r"|\bthere (?:is|has been) no (?:family |current )?assessment\b(?! of)",
    re.IGNORECASE,
)
"""Words that say by themselves that there is an assessment of the family, or none."""
_MOST_TAKING_OUT = 8
"""Words; in so many only a service is taken out of the list."""
_ABOUT_OTHERS = frozenset({"role", "consent", "district", "address", "contact", "agencies", "lead_professional"})
"""Questions whose answers name professionals or places: a bare name there is nobody of the household."""


def take(draft: Draft, message: Message, thread: Thread, right: PutRight | None = None) -> None:
    """Put everything that was read in a message into the draft.

    Of a message that put ``right`` something said before, which is done already, only facts and services count.
    """
    take_safety(draft, message)
    _facts(draft, right.facts if right else message, thread)
    if right:
        if right.names_services:
            _services(draft, message, thread)
        return
    _people(draft, message, thread)
    _place(draft, message)
    _contact(draft, message)
    _services(draft, message, thread)
    _choices(draft, message)
    _consent(draft, message, thread)
    hopes.take(draft, message)


def reviews(message: Message) -> bool:
    """Whether a message puts something right: it says so, or comes while the summary is looked at."""
    begins = bool(lexicon.pattern("takes_back").search(lexicon.plain(message.text)))
    return not message.press and (message.reading.correction or begins or _asked(message) == "summary")


def _asked(message: Message) -> str | None:
    return message.question.id if message.question else None


def take_safety(draft: Draft, message: Message) -> None:
    """The greatest worry so far: it stays, whatever is taken out."""
    # What was only perhaps seen is asked about: the answer tells.
    heard: SafetyLevel = "concern" if is_doubted(message) else message.reading.safety.level
    levels = (draft.safety, heard)
    draft.safety = max(levels, key=SAFETY_ORDER.index)


def _facts(draft: Draft, message: Message, thread: Thread) -> None:
    reading = message.reading
    about = message.question.about if message.question else ()
    if agencies.taken_out(draft.agencies, message.text) and phrases.words(message.text) <= _MOST_TAKING_OUT:
        return  # "The police are not involved" says who helps, not what happened.
    draft.indicators = indicators.take(
        draft.indicators,
        taking_out.said_anew(draft, message, _apart_from_conditions(message, story.facts(message))),
        thread.audience,
        message.n,
        correction=reading.correction,
        asked=about,
        reviewing=draft.denied_by == message.n or reviews(message),
    )


def _apart_from_conditions(message: Message, facts: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The facts without what is only named in a condition: "not the police" says nothing about anybody."""
    if message.reading.consent is None and _asked(message) != "consent":
        return facts
    spans = agreement.conditions(message.text)

    def within(mention: Mention) -> bool:
        doubtful = mention.status != "asserted" and mention.start is not None
        return doubtful and any(start <= mention.start < end for start, end in spans)

    return tuple(mention for mention in facts if not within(mention))


def _people(draft: Draft, message: Message, thread: Thread) -> None:
    people = message.reading.people
    if _asked(message) in _ABOUT_OTHERS:
        people = tuple(person for person in people if person.relation or person.age is not None)
    if thread.audience == "professional":
        # "It is only me who sees them": whoever nominates is nobody of the household.
        people = tuple(person for person in people if person.relation != "self" or person.age is not None)
    following_up = _asked(message) == "household" and draft.household_told and household.ages_wanted(draft.people)
    if following_up:
        draft.ages_asked = True
        draft.people = household.take_ages(draft.people, people or _bare_ages(message.text))
    else:
        whole = _asked(message) == "household" and household.are_told(people, story.facts(message))
        take_people = household.take_whole if whole else household.take
        renamed = household.rename(draft.people, people, message.text)
        aged = household.put_age_right(draft.people, message.text) if reviews(message) else None
        draft.people = renamed or aged or take_people(draft.people, people, correction=reviews(message))
    own_age = _own_age(message) if thread.audience == "family" else None
    if own_age is not None:
        draft.own_age, draft.own_age_by = own_age, message.n


def _own_age(message: Message) -> int | None:
    """The age that somebody gives as their own."""
    said = lexicon.pattern("own_age").search(lexicon.plain(message.text))
    if said:
        return int(said[1])
    told = next((person.age for person in message.reading.people if person.relation == "self"), None)
    return language.own_age(message) if told is None else told


def _bare_ages(text: str) -> tuple[Person, ...]:
    """The ages in "14 and 9": numbers alone mean something only right after the question."""
    return tuple(Person(age=int(number)) for number in re.findall(r"\b\d{1,2}\b", text))


def _place(draft: Draft, message: Message) -> None:
    """Newer words count while the address is open or unknown; once it was given only a correction changes it."""
    reading = message.reading
    late = not draft.postcode and _asked(message) in _NEAR_ADDRESS
    right = reading.correction or (reviews(message) and place.is_meant(message.text))
    if draft.has("address") and not (right or late):
        return
    if reading.address:
        draft.address = reading.address[:300]
    said = reading.postcode or (place.swapped(message.text, draft.postcode) if right else None)
    if not said:
        return
    old, new = draft.postcode, place.tidy(said)
    if right:
        draft.postcode = place.corrected(old, new)
        if old and draft.address and not reading.address:
            draft.address = draft.address.replace(old, draft.postcode)
    elif place.is_full(new) or not place.is_full(old):
        draft.postcode = new


def _contact(draft: Draft, message: Message) -> None:
    if phrases.bare(message):
        return
    overwrite = reviews(message) or _asked(message) == "contact"
    for contact in message.reading.contacts:
        if overwrite or not draft.contact.get(contact.kind):
            draft.contact[contact.kind] = contact.value[:300]
    reaching.take_beside_the_address(draft, message)


def _services(draft: Draft, message: Message, thread: Thread) -> None:
    """Who works with the family. A story names others too ("police were called"): there the words must say so."""
    reading = message.reading
    asked = _asked(message) == "agencies"
    out = agencies.taken_out(draft.agencies, message.text) if draft.has("agencies") and not message.press else ()
    if out:
        draft.agencies = [name for name in draft.agencies or () if name not in out]
        return
    own = thread.nominator.get("agency") or draft.nominator.get("agency")
    listed = () if asked else services.listed(message.text, own)
    ours = agencies.ours(message.text, own) if asked and not message.press else ()
    involved = bool(lexicon.pattern("involved").search(message.text)) or (reading.correction and draft.has("agencies"))
    if listed:
        _add_services(draft, listed)
        draft.answer("agencies")
    elif ours or (reading.agencies and (asked or involved)):
        written = agencies.as_written(message.text) if asked else ()
        _add_services(draft, (*ours, *(written or reading.agencies)))
        # A page names services in passing; who helps now is asked, unless it lists them.
        if asked or (len(reading.agencies) > 1 and phrases.words(message.text) < services.LONG):
            draft.answer("agencies")
    elif reading.no_agencies and (asked or involved):
        draft.agencies = [] if reading.correction else draft.agencies or []
        draft.answer("agencies")
    _lead_professional(draft, message)


def _add_services(draft: Draft, names: Iterable[str]) -> None:
    draft.agencies = agencies.together(draft.agencies or (), names)


def _lead_professional(draft: Draft, message: Message) -> None:
    lead = message.reading.lead_professional
    of_services = _asked(message) == "agencies" or phrases.words(message.text) >= services.LONG
    named = lead.name if lead else None
    if of_services and services.nobody_leads(message.text) and not services.leads(named, message.text):
        lead = LeadProfessional("no")
    if lead is None:
        return
    known = draft.lead_professional or {}
    if lead.state == "unknown" and known:
        return
    name = lead.name or (known.get("name") if lead.state == "yes" else None)
    draft.lead_professional = {"state": lead.state, "name": name[:300] if name else None}
    draft.answer("lead_professional")


def _choices(draft: Draft, message: Message) -> None:
    reading = message.reading
    assessed = reading.assessment_in_place
    if assessed is None and phrases.words(message.text) >= services.LONG:
        assessed = _assessed(message.text)
    if assessed is not None:
        draft.assessment_in_place = assessed
        draft.answer("assessment")
    if reading.turnaround and _on(message, "turnaround") and _said_so(message):
        draft.turnaround = reading.turnaround
        draft.answer("turnaround")
    _language(draft, message)
    language.take_written(draft, message)


def _assessed(text: str) -> bool | None:
    """Whether a longer telling says that an assessment, and none of somebody's health or speech, is there or is not."""
    if _NO_ASSESSMENT.search(text):
        return False
    return True if _ASSESSMENT.search(text) else None


def _language(draft: Draft, message: Message) -> None:
    """Which language they speak, where it is said to be that; what only hints at another lets it be asked."""
    said = message.reading.language
    wanted = language.wants_interpreter(message)
    draft.interpreter = draft.interpreter if wanted is None else wanted
    if said and _on(message, "language"):
        draft.language = said[:300]
        draft.answer("language")
    elif said is None and phrases.words(message.text) >= services.LONG and _ENGLISH.search(message.text):
        draft.language = draft.language or "English"
        draft.answer("language")
    elif (said or "English") != "English" or _ANOTHER_TONGUE.search(message.text):
        draft.names_another = True


def _said_so(message: Message) -> bool:
    """Whether the chance of change was named: "they could" alone is not yet "possible"."""
    pattern = lexicon.pattern("turnaround_possible")
    return message.reading.turnaround != "possible" or bool(pattern.search(lexicon.plain(message.text)))


def _on(message: Message, topic: str) -> bool:
    """Whether a message answers the question of a topic, or speaks of it: the word "Polish" alone asks for nothing."""
    asked = _asked(message)
    return topic in (asked, *TOGETHER.get(asked or "", ())) or bool(lexicon.pattern(f"on_{topic}").search(message.text))


def _consent(draft: Draft, message: Message, thread: Thread) -> None:
    """Consent said in passing: taken when a professional says who gave it; a doubt opens the question again.

    A refusal said in passing never stops the talk by itself ("mum refused to see the GP"): it is asked about.
    """
    said = message.reading.consent
    if _asked(message) == "consent":
        return
    if said is None:
        _consent_unread(draft, message, thread)
        return
    if said.state == "given":
        named = said.by or consent.agreed_by(message.text)
        if thread.audience == "professional" and named and draft.consent.state in (None, "not_yet"):
            consent.take(draft.consent, message, thread)
        elif draft.consent.state == "given":
            consent.take_parts(draft.consent, message.text)
        consent.take_others(draft.consent, message)
        consent.take_conditions(draft.consent, message)
    elif draft.consent.state == "given" and agreement.declined(message.text) - {"nomination"}:
        consent.take_parts(draft.consent, message.text)
    elif draft.consent.state == "given" and _somebody_else_refused(draft, message):
        consent.take_others(draft.consent, message)
    elif draft.consent.state and (
        message.reading.correction or said.state == "withdrawn" or _the_same_refused(draft, message)
    ):
        draft.consent = ConsentState()
        draft.answered = [question for question in draft.answered if question != "consent"]


def _somebody_else_refused(draft: Draft, message: Message) -> bool:
    """Whether another than who agreed is said to have refused: that is one of two answers, and both are kept."""
    who = agreement.refusers(message.text)
    return bool(who) and not _the_same_refused(draft, message)


def _the_same_refused(draft: Draft, message: Message) -> bool:
    """Whether who agreed is said to have refused after all."""
    return any(agreement.same(who, draft.consent.by) for who in agreement.refusers(message.text))


def _consent_unread(draft: Draft, message: Message, thread: Thread) -> None:
    """A yes told by a name that only its sentence shows ("Ada said yes when I asked her"); a no to a part of it."""
    if draft.consent.state == "given" and _asked(message) == "summary":
        consent.take_parts(draft.consent, message.text)
        consent.take_conditions(draft.consent, message)
    if thread.audience != "professional" or draft.consent.state is not None or message.press:
        return
    for sentence in phrases.sentences(message.text):
        doubted = lexicon.pattern("hearsay").search(sentence)
        told = consent.agreed_by(sentence) or (consent.is_agreed(sentence) and consent.names_whom(sentence))
        if told and lexicon.pattern("volunteered").search(sentence) and not doubted:
            draft.consent.state = "given"
            consent.take_details(draft.consent, replace(message, text=sentence), thread)
            consent.take_parts(draft.consent, message.text)
            consent.take_conditions(draft.consent, message)
            return
