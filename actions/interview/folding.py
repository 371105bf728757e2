"""The draft, recomputed from everything that was said: messages in, content out.

Nothing is kept between two folds, so a correction reaches whatever depended on it and taking a message back is exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.interview import (
    ages,
    asides,
    clarify,
    consent,
    household,
    language,
    phrases,
    place,
    putting_right,
    story,
    taking_out,
    volunteering,
)
from actions.interview.draft import ConsentState, Draft, key_of
from actions.interview.listening import LISTENERS
from actions.interview.questions import TOGETHER, UNTIL_CLEAR
from actions.interview.thread import Json, Message, Open, Thread
from nlu.reading import PERHAPS, Reading

_ENOUGH_NEEDS = 3
_ENOUGH_WORDS = 40
_PAGE = 100
"""Words; who has written so many has told what is going on, and who is there."""
_BRIEF = 5
"""Words; the most that "send it" and "please do not send it" take."""
_ATTEMPTS = 3
"""Asked, asked in other words, asked with choices; then it is left open."""
_CLARIFYING = 2
"""The same for several needs at once, which have their choices from the beginning."""
_MOST_DOUBTS = 2
"""So often one talk is interrupted to ask about danger; a duty officer is told of each doubt in any case."""
_IN_A_ROW = 3
"""After so many messages in a row that were not understood a person is offered."""
_BEGAN = "district:"
_OF_SERVICES = re.compile(r"\b(?:else|more|others?|nobody|none|no[ -]one|nothing)\b", re.IGNORECASE)
"""Words of a short answer that goes on about services: "nobody else"."""


def fold(messages: Sequence[Message], thread: Thread) -> Draft:
    """The draft after the messages, in order; those that were digressions or taken back do not count."""
    chosen = _chosen_before(thread)
    draft = Draft(programme=chosen, began_with=chosen)
    answers = list(thread.family_answers)
    for message in language.in_doubt(messages, thread):
        while answers and answers[0].after < message.n:
            consent.take_answer(draft, answers.pop(0))
        if message.kind not in ("digression", "undone"):
            _hear(draft, message, thread)
        if message.kind != "undone":
            _note_doubt(draft, message)
    for answer in answers:
        consent.take_answer(draft, answer)
    language.settle(draft, thread)
    _word_consent(draft, thread)
    return draft


def _is_repeated(draft: Draft, message: Message) -> bool:
    """Whether the very same words were the message before."""
    return bool(draft.heard) and draft.heard[-1] == taking_out.plain_words(message.text)


def _note_doubt(draft: Draft, message: Message) -> None:
    """Ask about danger again after a message that perhaps tells of some.

    Not where it was the very answer, and a no: but once where the models were sure of danger all the same ("no hes on
    the stairs").
    """
    answered = message.question is not None and message.question.id == "danger" and draft.danger == "no"
    most = (0 if PERHAPS in message.reading.safety.reasons else 1) if answered else _MOST_DOUBTS
    if putting_right.is_doubted(message) and draft.doubts < most:
        draft.doubts += 1
        draft.danger = None


def _chosen_before(thread: Thread) -> str | None:
    """The programme that was given with the talk. One chosen in the talk is found again by folding."""
    noted = [code for code in thread.content.get("answered") or () if code.startswith(_BEGAN)]
    if noted:
        return str(noted[0].removeprefix(_BEGAN))
    asked = any(message.question and message.question.id == "district" for message in thread.messages)
    if thread.programme and not asked:
        return thread.programme.code
    return thread.programmes[0].code if len(thread.programmes) == 1 else None


def _word_consent(draft: Draft, thread: Thread) -> None:
    """The wording and the purposes that consent was asked for, from the programme."""
    if thread.programme and thread.programme.code == draft.programme:
        draft.consent_version = thread.programme.consent_version
        draft.purposes = thread.programme.purposes


def _hear(draft: Draft, message: Message, thread: Thread) -> None:
    draft.hearing = message.n
    rest = taking_out.hear(draft, message)
    if message.n in draft.touched:
        draft.taken[message.n] = "aside"
        volunteering.take_safety(draft, message)
        if draft.touched[message.n].entries:
            draft.confirmed = draft.wants_change = False
    if rest is not None:
        _hear_out(draft, asides.told(rest), thread)
    if not message.press:
        draft.heard.append(taking_out.plain_words(message.text))


def _hear_out(draft: Draft, message: Message, thread: Thread) -> None:
    """Hear everything that a message tells and answers."""
    before = _known(draft)
    wanted_ages = household.ages_wanted(draft.people)
    if taking_out.denies(draft, message):
        draft.denied_by = message.n
    sends = _merely_sends(message)
    plain = sends or _says_how_reached(draft, message)
    right = None if plain else putting_right.hear(draft, message, thread.audience)
    if not message.press and not sends:
        volunteering.take(draft, message, thread, right)
    if right is None:  # "The lead should be somebody from early help" names a service, no area.
        _choose_programme(draft, message, thread)
    changed = draft.changed = _known(draft) != before
    if _is_put_right(before, _known(draft)) and (volunteering.reviews(message) or draft.denied_by == message.n):
        draft.corrected_by = message.n
    if changed:
        draft.confirmed = draft.wants_change = False
    # What puts nothing right, said again, is an answer: nobody is asked the same for ever.
    rest = right.rest if right and (changed or not _is_repeated(draft, message)) else message
    if rest is None:
        draft.taken[message.n] = "aside"
        _offer_person(draft, message)
    else:
        _take(draft, asides.answer(rest), thread, changed=changed, wanted_ages=wanted_ages)
    ages.fit(draft)
    if not sends:
        story.keep(draft, message, draft.taken[message.n])
    _answer_unasked(draft, thread)


def _known(draft: Draft) -> tuple[Json, ...]:
    return draft.facts(), {"own_age": draft.own_age}, dict(draft.nominator)


def _is_put_right(before: tuple[Json, ...], after: tuple[Json, ...]) -> bool:
    """Whether something that was known is other than it was. What only came on top of it put nothing right."""
    return any(_differs(old, new) for old, new in zip(before, after, strict=True))


def _differs(old: object, new: object) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_differs(value, new.get(key)) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return any(value not in new for value in old)
    return old is not None and old != new


def _says_how_reached(draft: Draft, message: Message) -> bool:
    """Whether a number or address answers how to reach them: "not before ten" puts nothing right then."""
    asked = message.question is not None and message.question.id == "contact"
    return asked and not draft.has("contact") and any(each.kind != "note" for each in message.reading.contacts)


def _merely_sends(message: Message) -> bool:
    """Whether a message is only about sending the summary or not: "send it" is not about special needs (SEND)."""
    at_summary = message.question is not None and message.question.id == "summary"
    brief = phrases.words(message.text) <= _BRIEF
    if not at_summary or message.press:
        return False
    short = brief and (phrases.confirms(message.text) or phrases.waits(message.text))
    return short or phrases.only_confirms(message.text)


def _take(draft: Draft, message: Message, thread: Thread, *, changed: bool, wanted_ages: bool) -> None:
    """Hear the message as an answer, and note how it was taken."""
    question = message.question
    if question is None or question.id not in LISTENERS or (message.press and message.press.kind == "intent"):
        draft.taken[message.n] = "told"
    elif message.n in draft.touched or _only_denies(draft, message) or _only_of_consent(draft, message):
        draft.taken[message.n] = "aside"
    elif message.reading.safety.level == "immediate" and not putting_right.is_doubted(message):
        # The door answered the danger itself; no form swallows such words as an answer.
        draft.taken[message.n] = "aside"
    elif language.is_unheard(message):
        draft.taken[message.n] = "missed"
        _miss(draft, message, thread)
    elif not changed and phrases.already_told(message.text) and question.id not in UNTIL_CLEAR:
        draft.taken[message.n] = "answer"
        _give_up(draft, message, thread)
    elif not phrases.wordless(message) and LISTENERS[question.id](draft, message, thread):
        draft.taken[message.n] = "answer"
        _close(draft, message)
        _hear_those_asked_with_it(draft, message, thread)
    elif (
        changed
        or story.goes_on(draft, message)
        or (question.id == "household" and draft.household_told and wanted_ages)
    ):
        draft.taken[message.n] = "aside"
    else:
        draft.taken[message.n] = "missed"
        _miss(draft, message, thread)
    _offer_person(draft, message)


def _hear_those_asked_with_it(draft: Draft, message: Message, thread: Thread) -> None:
    """Hear "CAMHS and school. No. Not sure." as three answers, where two more were asked in the same message."""
    question = message.question
    if question is None or question.id != "agencies" or message.press or draft.missed_at(question):
        return
    still_open = [other for other in TOGETHER[question.id] if not draft.has(other)]
    first, *rest = phrases.sentences(message.text) or [""]
    of_services = phrases.whole(first) or _OF_SERVICES.search(" ".join(rest))
    if of_services or len(rest) > len(still_open) or not all(map(phrases.whole, rest)):
        return
    for other, said in zip(still_open, rest, strict=False):
        if LISTENERS[other](draft, replace(message, text=said, reading=Reading(), question=Open(other)), thread):
            draft.answer(other)


def _only_denies(draft: Draft, message: Message) -> bool:
    """Whether a no is about something that was told, not about the question that is open."""
    about = message.question.about if message.question else ()
    denied = {mention.need for mention in message.reading.mentions}
    return draft.denied_by == message.n and not denied & set(about)


def _only_of_consent(draft: Draft, message: Message) -> bool:
    """Whether a message tells that somebody else refused, and nothing that answers another question."""
    elsewhere = message.question is not None and message.question.id != "consent"
    return elsewhere and draft.consent.refused_by_message == message.n and not story.facts(message)


def _close(draft: Draft, message: Message) -> None:
    """Mark what an understood answer answered. Consent, household and the summary may need one more."""
    question = message.question
    if question is None or question.id in ("consent", "household", "danger", "summary", "withdraw", "restart"):
        if question and question.id == "household":
            draft.household_told = True
            if not _ages_open(draft):
                draft.answer("household")
        return
    if question.id != "clarify":
        draft.answer(question.id)
        return
    _clarified(draft, question.about)


def _clarified(draft: Draft, about: tuple[str, ...], *, given_up: bool = False) -> None:
    """Mark the needs that were settled. What was not mentioned is asked about once more, and then left open."""
    before = {need for asked in draft.rounds for need in asked}
    draft.rounds.append(about)
    for need in about:
        if given_up or need in draft.clarified or need in before:
            draft.answer(f"clarify:{need}")


def _miss(draft: Draft, message: Message, thread: Thread) -> None:
    """Count what was not understood; the third time it is unknown, but for what must be clear."""
    question = message.question
    if question is None:
        return
    draft.misses[key_of(question)] += 1
    enough = _CLARIFYING if question.id == "clarify" else _ATTEMPTS
    if draft.missed_at(question) >= enough and question.id not in UNTIL_CLEAR:
        _give_up(draft, message, thread)


def _give_up(draft: Draft, message: Message, thread: Thread) -> None:
    """Ask no more: what was not understood is unknown, and what was told before stands."""
    question = message.question
    if question is None:
        return
    if question.id == "clarify":
        clarify.give_up(draft, message, question.about, thread.audience)
        _clarified(draft, question.about, given_up=True)
        return
    if question.id == "lead_professional" and draft.lead_professional is None:
        draft.lead_professional = {"state": "unknown", "name": None}
    draft.ages_asked = draft.ages_asked or question.id == "household"
    draft.answer(question.id)


def _offer_person(draft: Draft, message: Message) -> None:
    """Count what was not understood in a row; at the third message a person is offered."""
    draft.missed_in_a_row = draft.missed_in_a_row + 1 if draft.taken[message.n] == "missed" else 0
    if draft.missed_in_a_row == _IN_A_ROW:
        draft.missed_in_a_row, draft.offered_by = 0, message.n


def _ages_open(draft: Draft) -> bool:
    return household.ages_wanted(draft.people) and not draft.ages_asked


def _choose_programme(draft: Draft, message: Message, thread: Thread) -> None:
    """A postcode decides which programme; so does an area's name, said before anything was asked about the family."""
    if draft.programme:
        _move(draft, message, thread)
        return
    draft.programme = place.programme_for_postcode(draft.postcode, thread.programmes)
    early = message.question is None or message.question.id in ("danger", "role")
    if draft.programme is None and early and not message.press:
        draft.programme = place.programme_named(message.text, thread.programmes)


def _move(draft: Draft, message: Message, thread: Thread) -> None:
    """Take a corrected area. What was agreed was agreed for the other programme, so it is asked again."""
    code = place.moved_to(message, thread.programmes)
    if code and code != draft.programme:
        draft.programme, draft.consent, draft.corrected_by = code, ConsentState(), message.n
        draft.answered = [question for question in draft.answered if question != "consent"]


def _answer_unasked(draft: Draft, thread: Thread) -> None:
    """Mark the questions that what was said already answers."""
    complete = consent.is_complete(draft.consent, professional=thread.audience == "professional")
    told = {
        "consent": draft.consent.state == "given" and (draft.consent.followed_up or complete),
        "story": _story_told(draft),
        "household": household.is_complete(draft.people) or (_is_page(draft) and household.is_named(draft.people)),
        "address": bool(draft.address) and place.is_full(draft.postcode),
        "contact": bool(draft.contact.get("note")) and bool(draft.contact.get("phone") or draft.contact.get("email")),
    }
    for question, known in told.items():
        if known:
            draft.answer(question)


def _story_told(draft: Draft) -> bool:
    needs = {entry["code"] for entry in draft.indicators if entry["status"] == "asserted"}
    words = sum(phrases.words(text) for text in draft.story)
    return (len(needs) >= _ENOUGH_NEEDS and words >= _ENOUGH_WORDS) or (bool(needs) and _is_page(draft))


def _is_page(draft: Draft) -> bool:
    """Whether a single message told so much that little of the story or the household can be missing."""
    return any(phrases.words(text) >= _PAGE for text in draft.story)
