"""The draft, recomputed from everything that was said: messages in, content out.

Nothing is kept between two folds, so a correction reaches whatever depended on it and taking a message back is exact.
"""

from __future__ import annotations

from collections.abc import Sequence

from actions.interview import clarify, consent, household, phrases, place, volunteering
from actions.interview.draft import Draft
from actions.interview.listening import LISTENERS
from actions.interview.questions import UNTIL_CLEAR
from actions.interview.thread import Message, Thread

_ENOUGH_NEEDS = 3
_ENOUGH_WORDS = 40
_SUBSTANCE = 4
_ATTEMPTS = 2


def fold(messages: Sequence[Message], thread: Thread) -> Draft:
    """The draft after the messages, in order; those that were digressions or taken back do not count."""
    draft = Draft(programme=_chosen_before(thread))
    for message in messages:
        if message.kind not in ("digression", "undone"):
            _hear(draft, message, thread)
    _word_consent(draft, thread)
    return draft


def _chosen_before(thread: Thread) -> str | None:
    """The programme that was given with the talk. One chosen in the talk is found again by folding."""
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
    before = draft.facts()
    wanted_ages = household.ages_wanted(draft.people)
    if not message.press and not _merely_sends(message):
        volunteering.take(draft, message, thread)
    _choose_programme(draft, message, thread)
    changed = draft.changed = draft.facts() != before
    if message.reading.correction and changed:
        draft.corrected_by = message.n
    if changed:
        draft.confirmed = draft.wants_change = False
    _take(draft, message, thread, changed=changed, wanted_ages=wanted_ages)
    _answer_unasked(draft, thread)


def _merely_sends(message: Message) -> bool:
    """Whether a message only agrees to send the summary: "send it" is not about special needs (SEND)."""
    at_summary = message.question is not None and message.question.id == "summary"
    return at_summary and phrases.words(message.text) <= _SUBSTANCE + 1 and phrases.confirms(message.text)


def _take(draft: Draft, message: Message, thread: Thread, *, changed: bool, wanted_ages: bool) -> None:
    """Hear the message as an answer, and note how it was taken."""
    question = message.question
    if question:
        draft.asked.add(question.id)
    if question is None or question.id not in LISTENERS or (message.press and message.press.kind == "intent"):
        draft.taken[message.n] = "told"
        _tell(draft, message)
    elif message.reading.safety.level == "immediate":
        # The door answered the danger itself; no form swallows such words as an answer.
        draft.taken[message.n] = "aside"
    elif LISTENERS[question.id](draft, message, thread):
        draft.taken[message.n] = "answer"
        _close(draft, message)
    elif changed or (question.id == "household" and wanted_ages):
        draft.taken[message.n] = "aside"
        _tell(draft, message)
    else:
        draft.taken[message.n] = "missed"
        _tell(draft, message)
        _miss(draft, message, thread)


def _close(draft: Draft, message: Message) -> None:
    """Mark what an understood answer answered. Consent, household and the summary may need one more."""
    question = message.question
    if question is None or question.id in ("consent", "household", "danger", "summary", "withdraw"):
        if question and question.id == "household" and not _ages_open(draft):
            draft.answer("household")
        return
    if question.id != "clarify":
        draft.answer(question.id)
        return
    _clarified(draft, question.about)
    _tell(draft, message)


def _clarified(draft: Draft, about: tuple[str, ...]) -> None:
    draft.rounds.append(about)
    for need in about:
        draft.answer(f"clarify:{need}")


def _miss(draft: Draft, message: Message, thread: Thread) -> None:
    """Count what was not understood; the second time it is unknown, but for what must be clear."""
    question = message.question
    if question is None:
        return
    key = ":".join((question.id, *question.about))
    draft.misses[key] += 1
    if draft.misses[key] < _ATTEMPTS or question.id in UNTIL_CLEAR:
        return
    if question.id == "clarify":
        clarify.give_up(draft, message, question.about, thread.audience)
        _clarified(draft, question.about)
        return
    if question.id == "lead_professional":
        draft.lead_professional = {"state": "unknown", "name": None}
    draft.answer(question.id)


def _tell(draft: Draft, message: Message) -> None:
    """Keep words of substance with the story, whatever was asked."""
    text = message.text.strip()
    if not message.press and phrases.words(text) >= _SUBSTANCE and text not in draft.story:
        draft.story.append(text)


def _ages_open(draft: Draft) -> bool:
    return household.ages_wanted(draft.people) and not draft.ages_asked


def _choose_programme(draft: Draft, message: Message, thread: Thread) -> None:
    """A postcode decides which programme; so does an area's name, said before anything was asked about the family."""
    if draft.programme:
        return
    draft.programme = place.programme_for_postcode(draft.postcode, thread.programmes)
    early = message.question is None or message.question.id in ("danger", "role")
    if draft.programme is None and early and not message.press:
        draft.programme = place.programme_named(message.text, thread.programmes)


def _answer_unasked(draft: Draft, thread: Thread) -> None:
    """Mark the questions that what was said already answers."""
    complete = consent.is_complete(draft.consent, professional=thread.audience == "professional")
    told = {
        "consent": draft.consent.state == "given" and (draft.consent.followed_up or complete),
        "story": _story_told(draft),
        "household": household.is_complete(draft.people),
        "address": bool(draft.address) and place.is_full(draft.postcode),
        "contact": bool(draft.contact.get("note")) and bool(draft.contact.get("phone") or draft.contact.get("email")),
    }
    for question, known in told.items():
        if known:
            draft.answer(question)


def _story_told(draft: Draft) -> bool:
    needs = {entry["code"] for entry in draft.indicators if entry["status"] == "asserted"}
    return len(needs) >= _ENOUGH_NEEDS and sum(phrases.words(text) for text in draft.story) >= _ENOUGH_WORDS
