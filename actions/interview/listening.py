"""How the answer to each question is read: one listener a question id, True where it understood."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.interview import (
    agencies,
    agreement,
    asides,
    clarify,
    consent,
    household,
    language,
    lexicon,
    phrases,
    place,
    putting_right,
    speaker,
    steering,
    story,
)
from actions.interview.draft import ConsentState, Draft
from actions.interview.thread import Message, Thread
from nlu.reading import LEARNED, PERHAPS, Reading

Listener = Callable[[Draft, Message, Thread], bool]
_LONGEST = 300
_LONGEST_WORDS = 4_000
_MOST_ADDRESS_WORDS = 20
"""More words than these are no address."""
_MOST_CONSENT_MISSES = 2
_MOST_HALF_A_NO = 8
"""Words; a doubt in fewer says nothing besides."""
_NO_YES = ("refused", "not_yet", "withdrawn")
"""What answers to the question about consent mean that are no agreement."""
_NOBODY_ELSE = re.compile(r"\b(?:no(?:body|[ -]one| other| others)?|none)\b", re.IGNORECASE)
_TURNAROUND = ("unlikely", "possible", "likely")
_FULL_NAME = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|(?!\w+'s )[A-Z][a-z'-]+ [A-Z][\w'-]+)"
)
_NOTE_WORTHY = re.compile(r"[A-Za-z]{2}")
_LEADING_YES = re.compile(r"^\s*(?:yes|yeah|yep)\b[\s,.:;-]*", re.IGNORECASE)


def _press(message: Message) -> str | None:
    return message.press.value if message.press and message.press.kind == "answer" else None


def _unknown(message: Message) -> bool:
    return phrases.bare(message) in ("skip", "unsure")


def hear_danger(draft: Draft, message: Message, _thread: Thread) -> bool:
    """No in any wording, yes, or not sure; words that say both are asked about again."""
    answer = phrases.short_answer(message) or phrases.leading(message.text)
    if phrases.says_safe(message.text):
        answer = "no" if answer in (None, "no") else None
    elif answer is None:
        answer = _learned_danger(message)
    if answer not in ("yes", "no", "unsure"):
        return False
    if answer == "unsure" and draft.leaned_by is None and _is_half_a_no(message):
        draft.leaned_by = message.n
        return False  # Asked once more, plainly; whatever is unsure then goes to a person.
    draft.danger = answer
    draft.escalated_by = message.n if answer == "yes" else None
    draft.wavered_by = message.n if answer == "unsure" else None
    return True


def _learned_danger(message: Message) -> phrases.Short | None:
    """What was learned of answers to this question. A yes that nothing else read is a doubt: a person looks at it."""
    learned = phrases.meant(message, "danger")
    if learned == "no":
        return "no"
    return "unsure" if learned in ("yes", "unsure") else None


def _is_half_a_no(message: Message) -> bool:
    """Whether an answer leans to a no and says why: "not sure, I don't think so. It was quiet". Fear is none."""
    said = lexicon.plain(message.text)
    safety = message.reading.safety
    worried = safety.level not in ("none", "concern") and not set(safety.reasons) <= {LEARNED, PERHAPS}
    if message.press or worried or phrases.whole(said):
        return False
    leans = lexicon.pattern("hedged_no").search(said) or lexicon.pattern("safe").search(said)
    return bool(leans) and phrases.words(said) > _MOST_HALF_A_NO


def hear_role(draft: Draft, message: Message, thread: Thread) -> bool:
    """Who is speaking, in their own words."""
    if phrases.bare(message):
        return _unknown(message)
    draft.nominator = speaker.said(message.text, thread.audience)
    return True


def hear_district(draft: Draft, message: Message, thread: Thread) -> bool:
    """A programme's button, its name, its area, or a postcode."""
    codes = {programme.code for programme in thread.programmes}
    pressed = _press(message)
    chosen = pressed if pressed in codes else place.programme_named(message.text, thread.programmes)
    draft.programme = chosen or place.programme_for_postcode(message.reading.postcode, thread.programmes)
    return draft.programme is not None


def hear_consent(draft: Draft, message: Message, thread: Thread) -> bool:
    """Given, refused or not yet asked; then who agreed, who asked, when and how."""
    state = draft.consent
    if draft.parent_wanted:
        return _hear_parent(draft, message, thread)
    following_up = state.state == "given"
    state.followed_up = following_up
    if message.reading.consent and not (following_up and _is_unsure(message)):
        consent.take(state, message, thread)
        consent.take_beside(state, message.text)
    elif not following_up:
        waits = "not_yet" if state.state == "not_yet" else None
        state.state = _short_consent(draft, message, thread) or waits
        if state.state == "given":
            consent.take_parts(state, message.text)
    if not _agrees_with_learned(state, message, thread) and not following_up:
        # "She'd be fine with it": words that sound like a yes are asked about again, and then are none.
        state.state = "not_yet" if draft.misses["consent"] else None
        return state.state is not None
    if state.state is None:
        return consent.take_refusal(state, message.text)
    if state.state == "given":
        wanted = consent.missing(state) if following_up else ()
        _consent_details(draft, message, thread)
        consent.take_others(state, message)
        consent.take_conditions(state, message)
        if wanted and consent.missing(state) == wanted and _only_agrees_again(draft, message) and not state.named_again:
            state.named_again, state.followed_up = True, False
    return True


def _only_agrees_again(draft: Draft, message: Message) -> bool:
    """Whether an answer to who agreed, when and how says nothing but once more that somebody did."""
    if _is_unsure(message):
        return False
    agrees = consent.is_agreed(message.text) or bool(consent.agreed_by(message.text))
    return agrees or phrases.short_answer(message) == "yes" or story.is_said_again(draft, message.text)


def _is_unsure(message: Message) -> bool:
    return (phrases.short_answer(message) or phrases.leading(message.text)) in ("unsure", "skip")


def _hear_parent(draft: Draft, message: Message, thread: Thread) -> bool:
    """A young person of 16 or 17 on asking a parent too: yes, no, or not now. Twice unclear is not now."""
    said = message.reading.consent.state if message.reading.consent else None
    short = phrases.short_answer(message) or phrases.leading(message.text)
    if lexicon.pattern("do_not_ask").search(lexicon.plain(message.text)):
        short = "no"
    meaning = {"yes": "given", "no": "refused", "unsure": "not_yet", "skip": "not_yet"}
    state = meaning.get(short or "") or said or ("not_yet" if draft.misses["consent"] else None)
    draft.consent.parent = state
    draft.consent.parent_on = (message.at or thread.today)[:10] if state else None
    return state is not None


def _short_consent(draft: Draft, message: Message, thread: Thread) -> str | None:
    """A button or a short answer. A bare no may mean refused or not asked, so it is asked again first."""
    pressed = _press(message)
    if pressed in ("given", "refused", "not_yet"):
        return pressed
    answer = phrases.short_answer(message) or phrases.leading(message.text)
    if answer == "yes":
        reserved = lexicon.pattern("reservation").search(message.text) and not agreement.conditions(message.text)
        return None if reserved else "given"
    learned = _learned_consent(message, thread)
    if answer is None and learned and not (learned == "refused" and agreement.refuses(message.text)):
        return learned
    if thread.audience == "family" and answer == "no":
        return "refused"
    if thread.audience == "professional" and answer in (None, "yes") and _named_agreed(message):
        return "given"
    return "not_yet" if (_no_yes(message, answer) and draft.misses["consent"]) or _enough(draft, message) else None


def _agrees_with_learned(state: ConsentState, message: Message, thread: Thread) -> bool:
    """Whether what was read of consent and what was learned of such answers say the same.

    A learned yes makes a doubt that was only read a yes ("she said she would be so grateful"). False where they
    disagree about an agreement, and where it is a guess that no learned yes bears out; a plain yes at the beginning
    counts over both.
    """
    learned = _learned_consent(message, thread)
    if state.state == "not_yet" and learned == "given":
        state.state = "given"
    if state.state == "refused" and learned == "given":
        return False
    if state.state != "given" or message.press or learned == "given":
        return True
    plainly = (message.reading.answer or phrases.leading(message.text)) == "yes" or _agrees_in_part(state, message.text)
    return plainly or not (learned in _NO_YES or (thread.audience == "professional" and _is_guessed(message)))


def _agrees_in_part(state: ConsentState, text: str) -> bool:
    """Whether the no in an agreement is a condition, a no to one purpose, or somebody else's: the yes stands."""
    beside = agreement.conditions(text) or agreement.agrees_beside(text)
    return bool(state.declined or beside) or consent.is_agreed(text)


def _is_guessed(message: Message) -> bool:
    """Whether somebody only guesses what the family would say, and nothing that was learned says otherwise."""
    guessed = lexicon.pattern("guessed").search(lexicon.plain(message.text))
    return bool(guessed) and message.reading.model is not None and not agreement.conditions(message.text)


def _learned_consent(message: Message, thread: Thread) -> str | None:
    """What was learned of answers to this question, as a state of consent; a doubt of its own is asked again."""
    question = "consent_asked" if thread.audience == "professional" else "consent_own"
    learned = phrases.meant(message, question)
    if learned == "withdrawn" and not steering.takes_back(message):
        return None
    return None if learned == "unsure" else learned


def _no_yes(message: Message, answer: str | None) -> bool:
    """Whether an answer says that nobody has agreed, short of a refusal: no, not sure, skip, "she wasn't sure"."""
    unsure = lexicon.pattern("asker_unsure").search(lexicon.plain(message.text))
    return answer in ("no", "unsure", "skip") or bool(unsure)


def _enough(draft: Draft, message: Message) -> bool:
    """Whether it was asked often enough: the third answer that says no yes is none. News of the family is no answer."""
    return draft.misses["consent"] >= _MOST_CONSENT_MISSES and not draft.changed and not agreement.refuses(message.text)


def _named_agreed(message: Message) -> bool:
    """Whether somebody is plainly said to have agreed, by name or otherwise."""
    if consent.is_agreed(message.text):
        return True
    return bool(consent.agreed_by(message.text)) and not lexicon.pattern("hearsay").search(message.text)


def _consent_details(draft: Draft, message: Message, thread: Thread) -> None:
    state = draft.consent
    if thread.audience == "family":
        state.by = state.by or thread.nominator.get("name") or "self"
        state.date = state.date or (message.at or thread.today)[:10]
        state.method = state.method or "chat"
        return
    wanted = consent.missing(state)
    consent.take_details(state, message, thread)
    if state.followed_up and wanted == ("asked_by",) and consent.missing(state) == wanted:
        consent.take_asker(state, message)


def hear_story(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Facts, or at least a sentence; "that's all" ends it, and so does a no where something was told before."""
    if phrases.thats_all(message.text) or _unknown(message) or phrases.bare(message) == "no":
        return bool(draft.story or draft.indicators) or draft.misses["story"] > 0
    more = bool(draft.story) and draft.changed
    if not more and story.is_said_again(draft, message.text):
        return False
    return more or bool(message.reading.mentions) or phrases.words(message.text) >= story.SENTENCE


def hear_household(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Somebody was named; whatever answers the one follow-up about the children's ages ends it."""
    if _unknown(message) or draft.ages_asked:
        return True
    facts, people = story.facts(message), message.reading.people
    # "Iris has just turned two, her speech is delayed" goes on with the story: one child is not the household.
    return household.are_told(people, facts) and (len(people) > 1 or not facts or household.is_complete(draft.people))


def hear_address(draft: Draft, message: Message, _thread: Thread) -> bool:
    """An address or a postcode, or that it is not known."""
    reading = message.reading
    if reading.postcode:
        draft.postcode = place.tidy(reading.postcode)
    if reading.address:
        draft.address = reading.address[:_LONGEST]
    if reading.address or reading.postcode:
        return True
    if phrases.bare(message) or reading.correction:
        return phrases.bare(message) in ("skip", "unsure", "no")
    if not 2 <= phrases.words(message.text) <= _MOST_ADDRESS_WORDS or reading.mentions:
        return False
    if reading.people or reading.contacts or not _names_a_place(message.text) or asides.begins_asking(message.text):
        return False
    draft.address = message.text.strip()[:_LONGEST]
    return True


def _names_a_place(text: str) -> bool:
    """Whether words without a postcode may be an address: a street's word or a number, and no sentence."""
    said = lexicon.plain(text)
    placed = bool(lexicon.pattern("street").search(said)) or any(sign.isdigit() for sign in said)
    return placed and not lexicon.pattern("sentence").search(said)


def hear_contact(draft: Draft, message: Message, _thread: Thread) -> bool:
    """A number, an e-mail address, or words on how and when it is safe."""
    short = phrases.bare(message)
    if short:
        # No safe way is known: a number that was only mentioned in passing must not be used.
        draft.contact = {} if short != "yes" else draft.contact
        return short != "yes"
    reading = message.reading
    elsewhere = reading.address or reading.postcode or reading.people
    if not reading.contacts and (putting_right.is_meant(message) or reading.mentions or elsewhere):
        return False
    whose = lexicon.pattern("whose").search(message.text)
    draft.contact.setdefault("person", whose.group(0).casefold() if whose else None)
    if not _NOTE_WORTHY.search(_bare_note(message)):
        draft.contact.setdefault("note", None)
        return True
    # A time or a warning ("not after five, he reads her texts") must not be lost: the words are the note.
    draft.contact["note"] = message.text.strip()[:_LONGEST_WORDS]
    return True


def _bare_note(message: Message) -> str:
    """What an answer says besides the number or address itself, which is kept apart."""
    rest = message.text
    for contact in message.reading.contacts:
        rest = rest.replace(contact.value, " ") if contact.kind != "note" else rest
    return rest


def hear_agencies(draft: Draft, message: Message, thread: Thread) -> bool:
    """Names, or nobody. The answer counts over what earlier messages happened to name."""
    reading = message.reading
    ours = agencies.ours(message.text, thread.nominator.get("agency") or draft.nominator.get("agency"))
    if reading.agencies:
        return True
    if ours and not message.press:
        draft.agencies = agencies.together(draft.agencies or (), agencies.named_in(message.text))
        return True
    if reading.no_agencies or phrases.short_answer(message) == "no" or phrases.thats_all(message.text):
        draft.agencies = draft.agencies or []
        return True
    if _unknown(message):
        return True
    if (
        putting_right.is_meant(message)
        or asides.begins_asking(message.text)
        or story.facts(message)
        or phrases.bare(message)
        or _answers_another(reading)
        or language.wants_interpreter(message)
        or _NOBODY_ELSE.search(message.text)
    ):
        return False
    named = agencies.named_in(message.text)
    draft.agencies = agencies.together(draft.agencies or (), named) or draft.agencies
    return bool(named)


def _answers_another(reading: Reading) -> bool:
    """Whether a message says where or how somebody is reached, which names no service."""
    return bool(reading.contacts or reading.address or reading.postcode)


def hear_assessment(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Yes, no or not known."""
    if message.reading.assessment_in_place is not None:
        return True
    answer = phrases.yes_or_no(message)
    if answer in ("yes", "no"):
        draft.assessment_in_place = answer == "yes"
    return answer is not None


def hear_lead_professional(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Yes (and who), no, or not known."""
    if message.reading.lead_professional:
        return True
    answer = phrases.yes_or_no(message)
    if answer == "no":
        draft.lead_professional = {"state": "no", "name": None}
    elif answer in ("unsure", "skip"):
        draft.lead_professional = {"state": "unknown", "name": None}
    elif answer == "yes":
        named = not message.press and not phrases.whole(message.text)
        draft.lead_professional = {"state": "yes", "name": _lead_name(message.text) if named else None}
    elif _FULL_NAME.search(message.text):
        draft.lead_professional = {"state": "yes", "name": _lead_name(message.text)}
    else:
        return False
    return True


def _lead_name(text: str) -> str | None:
    """The name of who leads, not the sentence around it; words without a name are a job ("the health visitor")."""
    rest = _LEADING_YES.sub("", text).strip(" .!")
    named = _FULL_NAME.search(rest)
    return (named.group() if named else rest)[:_LONGEST] or None


def hear_clarify(draft: Draft, message: Message, thread: Thread) -> bool:
    """Facts about the needs that were asked about, or a short answer to them."""
    about = message.question.about if message.question else ()
    return clarify.listen(draft, message, about, thread.audience)


def hear_hopes(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Whatever they hope for, in their own words."""
    short = phrases.bare(message)
    if short or (message.reading.correction and draft.changed):
        return short in ("skip", "unsure", "no")
    if putting_right.is_meant(message) and not lexicon.pattern("question_hopes").search(message.text):
        return False
    draft.hopes = message.text.strip()[:_LONGEST_WORDS]
    return True


def hear_turnaround(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Likely, possible or unlikely; it may be skipped."""
    if draft.turnaround:
        return True
    said = _press(message) or lexicon.plain(message.text)
    kinds = [f"turnaround_{value}" for value in _TURNAROUND]
    found = (value for kind, value in zip(kinds, _TURNAROUND, strict=True) if lexicon.pattern(kind).search(said))
    draft.turnaround = next(found, draft.turnaround)
    return draft.turnaround is not None or phrases.short_answer(message) is not None


def hear_language(draft: Draft, message: Message, _thread: Thread) -> bool:
    """A language, or that none is needed."""
    if message.reading.language or language.named(message):
        draft.language = language.named(message) or draft.language
        return True
    if _unknown(message) or language.wants_interpreter(message):
        # An interpreter is not for English, whatever is said of that: for which language is asked once more.
        return _unknown(message) or bool(draft.language)
    if (
        phrases.short_answer(message) == "no"
        or _press(message) == "none"
        or lexicon.pattern("no_language").search(message.text)
    ):
        draft.language = None
        return True
    if message.reading.correction or message.reading.mentions or phrases.bare(message):
        return False
    if phrases.words(message.text) > 2:
        return False
    draft.language = message.text.strip(" .!")[:_LONGEST]
    return True


def hear_summary(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Yes sends it; no asks what should be different."""
    answer = _press(message) or phrases.short_answer(message)
    if not message.press and phrases.only_confirms(message.text):
        answer = "yes"  # Whatever else "all fine" may mean: there is nothing in it to be changed.
    changing, draft.wants_change = draft.wants_change, False
    if changing and answer in ("yes", "no", "skip") and not phrases.sends(message.text):
        # Not an answer to "what should be different?": sum up again rather than send by a slip.
        return True
    if (answer in ("no", "change") or phrases.waits(message.text)) and not draft.changed:
        draft.wants_change = True
        return True
    if message.reading.correction or draft.changed or lexicon.pattern("reservation").search(message.text):
        return False
    learned = phrases.meant(message, "summary")
    if answer is None and learned == "wait":
        draft.wants_change = True
        return True
    draft.confirmed = answer == "yes" or phrases.confirms(message.text) or (answer is None and learned == "send")
    return draft.confirmed


def hear_withdraw(draft: Draft, message: Message, _thread: Thread) -> bool:
    """Whether they are sure; whatever is not a yes keeps what was written."""
    said = _press(message) or phrases.short_answer(message) or phrases.leading(message.text)
    draft.wants_out = said == "yes" or steering.takes_back(message)
    return True


def hear_restart(_draft: Draft, _message: Message, _thread: Thread) -> bool:
    """Whatever is not a yes goes on with what was told; a yes begins anew and is never folded."""
    return True


LISTENERS: dict[str, Listener] = {
    "danger": hear_danger,
    "role": hear_role,
    "district": hear_district,
    "consent": hear_consent,
    "story": hear_story,
    "household": hear_household,
    "address": hear_address,
    "contact": hear_contact,
    "agencies": hear_agencies,
    "assessment": hear_assessment,
    "lead_professional": hear_lead_professional,
    "clarify": hear_clarify,
    "hopes": hear_hopes,
    "turnaround": hear_turnaround,
    "language": hear_language,
    "summary": hear_summary,
    "withdraw": hear_withdraw,
    "restart": hear_restart,
}
