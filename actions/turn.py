"""One turn: hear what is new, keep it, and say what comes next."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any

from actions import beside, understood, waiting
from actions.backend_client import BackendClient, BackendError, Kept
from actions.interview import (
    Ask,
    Done,
    Draft,
    Message,
    Next,
    Open,
    Programme,
    Stop,
    Thread,
    View,
    asides,
    fold,
    glossary,
    going_back,
    language,
    next_question,
    phrases,
    taking_out,
)
from actions.interview.asking import Unassessed, asked_with
from actions.interview.noted import in_a_row, noted
from actions.replies import GOING_ON, PERSON, Reply, Utterance, asking, emergency, together

Marks = dict[int, str]
RESTART = "restart"
"""Open while it is asked whether to begin anew; on the wire only."""
_LASTING = ("consent", "story")
"""Questions whose follow-up may have been what was asked before, too."""
_CHOICES_AFTER = 2
_FETCHED_AFTER = 4
"""Answers that were not understood to a question that must be clear: a person was offered after the third."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft that the backend has kept, and the step that follows from it."""

    thread: Thread
    draft: Draft
    kept: Kept
    step: Next
    programme: Programme | None
    news: frozenset[int]


async def proceed(backend: BackendClient, thread: Thread, marks: Marks, opening: tuple[Utterance, ...] = ()) -> Reply:
    """Hear the new messages as they are marked, keep the draft and go on with the interview."""
    heard = _marked(thread, marks)
    draft = fold(heard.messages, heard)
    news = frozenset(n for n, mark in marks.items() if mark == "answer")
    step = next_question(View(heard, draft, _programme(heard, draft, None), news=news))
    if isinstance(step, Stop) and step.reason == "danger":
        return await _danger(backend, heard, draft, marks, news)
    await _alert(backend, heard, draft, news)
    if isinstance(step, Stop) and step.reason == "not_yet" and waiting.may_wait(heard, draft):
        return await waiting.wait(backend, heard, draft, marks, opening)
    if isinstance(step, Stop) and step.reason in ("refused", "not_yet", "withdrawn"):
        return await _stopped(backend, heard, step)
    settled = await _keep(backend, heard, draft, step, marks, news)
    return await _reply(backend, settled, opening)


async def _danger(backend: BackendClient, thread: Thread, draft: Draft, marks: Marks, news: frozenset[int]) -> Reply:
    """Alert, then say what to do, whatever else fails: a turn that was not kept is heard, and alerted, again."""
    said = next(message for message in thread.messages if message.n == draft.escalated_by)
    step = Stop("danger")
    try:
        await backend.alert(
            thread, message=said.n, level="immediate", reasons=["danger_yes"], source="answer", text=said.text
        )
        await _keep(backend, thread, draft, step, marks, news)
    except BackendError as error:
        _log.warning("danger not kept error=%s code=%s", type(error).__name__, error)
    utterance = Utterance("utter_danger_yes", {"emergency": emergency(_programme(thread, draft, None))})
    custom = {"safety": "immediate", "outcome": "escalated_danger", "reference": None}
    return Reply((utterance,), custom, thread.audience)


def all_heard(thread: Thread) -> Marks:
    """Every new message counts as said, but those that only ask something while a question of ours is open."""
    return {
        message.n: "digression" if _only_asks(message) or language.is_choice(message, thread) else "answer"
        for message in thread.news
    }


def _only_asks(message: Message) -> bool:
    if taking_out.wished(message) or asides.answers_too(message):
        return False
    return asides.only_asks(message) or (message.question is not None and phrases.asks(message))


def takes_out(thread: Thread) -> bool:
    """Whether the newest message takes out, or wants to, something that was understood."""
    last = thread.news[-1] if thread.news else None
    if last is None or not taking_out.wished(last):
        return False
    heard = _marked(thread, all_heard(thread))
    draft = fold(heard.messages, heard)
    # "Take the GP off" is about a service: no fact is touched, and yet it is heard.
    return last.n in draft.touched or draft.corrected_by == last.n


STATUS = Utterance("utter_status", custom={"fill": ["status"]})
"""How everything stands that whoever speaks has sent."""
_ANSWERED: dict[str, str] = {
    "files": "utter_no_files",
    "time": "utter_how_long",
    "robot": "utter_robot",
    "why": "utter_why",
    "next": "utter_what_happens",
    "data": "utter_privacy",
    "deciding": "utter_who_decides",
    "status": "utter_nothing_yet",
    "known": "utter_whether_known",
    "worry": "utter_not_against_you",
    "reaching": "utter_how_reached",
    "pause": "utter_pause",
    "cross": "utter_abuse",
    "kind": "utter_thanks",
}
_CANNOT_ANSWER = Utterance("utter_cannot_answer")
_MOST_ANSWERED = 2


def answered(thread: Thread) -> tuple[Utterance, ...]:
    """The answers to what the newest message asks, as well as they can be given here; the rest of it is heard."""
    last = thread.news[-1] if thread.news else None
    if last is None or taking_out.wished(last):
        return ()
    topics = asides.parted(last).topics
    if not topics:
        going = (Utterance(_ANSWERED[asides.PAUSE]),) if asides.goes_away(last) else ()
        return going or ((_CANNOT_ANSWER,) if _only_asks(last) else ())
    return tuple(_answer(topic, thread) for topic in topics[:_MOST_ANSWERED])


def _answer(topic: str, thread: Thread) -> Utterance:
    if topic.startswith(asides.TERM):
        explanation = glossary.explanation(topic.removeprefix(asides.TERM), thread.audience)
        return Utterance("utter_term", {"explanation": explanation})
    if topic == "status" and thread.sent:
        return STATUS
    return Utterance(_ANSWERED[topic])


def asks_else(thread: Thread) -> bool:
    """Whether the newest message is a short question that nobody here can answer, and tells nothing besides."""
    last = thread.news[-1] if thread.news else None
    if last is None or last.press or asides.parted(last).topics or taking_out.wished(last):
        return False
    return asides.is_question(last)


def last_aside(thread: Thread) -> Marks:
    """Every new message counts as said but the last, which steered the talk or asked about something else.

    What it says besides ("07700 900123. Who sees that?") is heard.
    """
    marks = all_heard(thread)
    if thread.news and not asides.answers_too(thread.news[-1]):
        marks[thread.news[-1].n] = "digression"
    return marks


def is_repeated(thread: Thread) -> bool:
    """Whether the newest message says word for word what the one before said: the same answer would not help."""
    said = [message.text for message in thread.messages[-2:] if not message.press]
    return len(said) == 2 and said[0] == said[1]


def gone_back(thread: Thread) -> tuple[Marks, str]:
    """The marks that go back as the newest message asks, and the response that says so.

    Back by so many answers, or to the question that it names; that one's answer alone is taken out. Where it was told
    among other things there is no one answer to take out: it is asked what should be different.
    """
    marks = last_aside(thread)
    heard = _marked(thread, marks)
    draft = fold(heard.messages, heard)
    text = thread.news[-1].text
    named, steps = going_back.named(text), going_back.steps(text)
    undone = _answers_to(heard, draft, named) if named else _last_answers(heard, draft, steps)
    if not undone:
        return marks, "utter_ask_change" if named and draft.has(named) else "utter_nothing_to_undo"
    marks |= dict.fromkeys(undone, "undone")
    again = _marked(thread, marks)
    if named and fold(again.messages, again).has(named):
        return last_aside(thread), "utter_ask_change"
    return marks, "utter_gone_back_to" if named or steps > 1 else "utter_gone_back"


def _last_answers(thread: Thread, draft: Draft, steps: int) -> list[int]:
    """The messages of the last so many answers, with whatever was not understood since; fewer where there are fewer."""
    undone: list[int] = []
    done: list[int] = []
    for message in reversed(thread.messages):
        if message.kind in ("digression", "undone") or message.question is None:
            continue
        undone.append(message.n)
        if draft.taken.get(message.n) in ("answer", "aside"):
            done, steps = list(undone), steps - 1
        if not steps:
            break
    return done


def _answers_to(thread: Thread, draft: Draft, question: str) -> list[int]:
    """The messages that answered a question."""
    return [
        message.n
        for message in thread.messages
        if message.kind not in ("digression", "undone")
        and message.question is not None
        and message.question.id == question
        and draft.taken.get(message.n) == "answer"
    ]


def asked_to_restart(thread: Thread) -> bool:
    """Whether it is open whether to begin anew."""
    return bool(thread.open_question and thread.open_question.id == RESTART)


def restarts(thread: Thread) -> bool:
    """Whether the newest message says yes to beginning anew."""
    last = thread.news[-1] if thread.news else None
    if last is None or last.question is None or last.question.id != RESTART:
        return False
    return (phrases.short_answer(last) or phrases.leading(last.text)) == "yes"


async def begun_anew(backend: BackendClient, thread: Thread) -> Reply:
    """Take out everything that was told and ask the first question. Alerts that were raised stay with the duty list."""
    marks = {message.n: "undone" for message in thread.messages}
    return await proceed(backend, thread, marks, (Utterance("utter_started_again"),))


def _marked(thread: Thread, marks: Marks) -> Thread:
    def mark(message: Message) -> Message:
        kind = marks.get(message.n, message.kind)
        return replace(message, kind=kind)  # type: ignore[arg-type]

    return replace(thread, messages=tuple(mark(message) for message in thread.messages))


def _programme(thread: Thread, draft: Draft, kept: Kept | None) -> Programme | None:
    """The view of the programme that the draft is for, where it is known."""
    views = (kept.programme if kept else None, thread.programme)
    return next((view for view in views if view and view.code == draft.programme), None)


async def _keep(  # noqa: PLR0917 - one call, each part has a name
    backend: BackendClient, thread: Thread, draft: Draft, step: Next, marks: Marks, news: frozenset[int]
) -> Settled:
    """Write the draft, and what is asked next: in one call unless that hangs on the new assessment."""
    content = draft.to_json()
    told = _likely(step, thread, draft, news)
    kept = await backend.keep(
        thread, version=thread.version, marks=marks, content=content, programme=draft.programme, open_question=told
    )
    programme = _programme(thread, draft, kept)
    if programme is None and draft.programme:
        programme = (await backend.thread(thread.thread)).programme
    if programme is not None and thread.programme != programme:
        thread = replace(thread, programme=programme)
        draft = fold(thread.messages, thread)
        if draft.to_json() != content:  # the consent's wording is known only now
            again = draft.to_json()
            kept = await backend.keep(
                thread, version=kept.version, marks={}, content=again, programme=draft.programme, open_question=told
            )
    if isinstance(step, Unassessed):
        step = next_question(View(thread, draft, programme, kept.assessment, news))
        step = _past_clarify(step, thread, draft, news)
        if _open(step) != told:
            await backend.ask(thread, version=kept.version, open_question=_open(step))
    elif isinstance(step, Ask):
        # The programme's own wording (purposes) may have come with the answer.
        step = _same(step, thread, draft, programme, news)
    return Settled(thread, draft, kept, step, programme, news)


def _likely(step: Next, thread: Thread, draft: Draft, news: frozenset[int]) -> Open | None:
    """What is asked next, as far as the assessment before this turn tells: mostly right, so one write is enough."""
    if isinstance(step, Unassessed):
        step = next_question(View(thread, draft, _programme(thread, draft, None), thread.assessment, news))
    return _open(step)


def _same(step: Ask, thread: Thread, draft: Draft, programme: Programme | None, news: frozenset[int]) -> Ask:
    again = next_question(View(thread, draft, programme, news=news))
    return again if isinstance(again, Ask) and again.open == step.open else step


def _past_clarify(step: Next, thread: Thread, draft: Draft, news: frozenset[int]) -> Next:
    """Where the backend has no assessment there is nothing to clarify."""
    return next_question(View(thread, draft, news=news)) if isinstance(step, Unassessed) else step


def _open(step: Next) -> Open | None:
    return step.open if isinstance(step, Ask) else None


async def _alert(backend: BackendClient, thread: Thread, draft: Draft, news: frozenset[int]) -> None:
    """Tell the duty list before anything else is kept: a turn that fails later is heard again, and raises it again."""
    said = {message.n: message for message in thread.messages if message.n in news}
    if draft.wavered_by in said:
        doubt = said[draft.wavered_by]
        await backend.alert(
            thread, message=doubt.n, level="urgent", reasons=["danger_unsure"], source="answer", text=doubt.text
        )
    # A child under 16 talks to a person from here on: what it says next (whom it trusts) reaches that person, too.
    for young in said.values() if draft.is_under_16 else ():
        await backend.alert(
            thread, message=young.n, level="concern", reasons=["under_16"], source="asked-for-a-person", text=young.text
        )


async def _stopped(backend: BackendClient, thread: Thread, step: Stop) -> Reply:
    """End without consent, or at the person's own wish: nothing identifying stays."""
    how = {"how_to_ask": thread.programme.how_to_ask if thread.programme else ""}
    if step.reason == "withdrawn":
        return await withdrawn(backend, thread)
    if step.reason == "refused":
        await backend.stop(thread, "refused")
    else:
        await backend.stop(thread, "not_yet")
    said = Utterance(f"utter_stopped_{step.reason}", how)
    return _over(thread, said, {"outcome": "stopped_no_consent", "reference": None})


async def withdrawn(backend: BackendClient, thread: Thread) -> Reply:
    """Stop at the person's own wish."""
    await backend.stop(thread, "withdrawn")
    return _over(thread, Utterance("utter_withdrawn"), {"outcome": "withdrawn", "reference": thread.reference})


def _over(thread: Thread, said: Utterance, custom: dict[str, Any]) -> Reply:
    """How a talk ended; and that another family waits, where one was told of."""
    waits = beside.waiting(thread)
    return Reply((said, *waits), custom, thread.audience, beside.IS_IT if waits else None)


async def _reply(backend: BackendClient, settled: Settled, opening: tuple[Utterance, ...]) -> Reply:
    step, thread = settled.step, settled.thread
    if isinstance(step, Stop):
        return await _to_a_person(backend, settled)
    if isinstance(step, Done):
        return await submitted(backend, thread)
    if not isinstance(step, Ask):  # pragma: no cover - settled by _keep
        raise TypeError("a step that is not settled")
    if _is_stuck(settled, step):
        return await handed_over(backend, thread)
    offered = settled.draft.offered_by in settled.news
    choices = _offers_choices(settled, step)
    question, custom = asking(step, settled.programme, settled.draft, with_person=offered or choices, choices=choices)
    if settled.draft.wavered_by in settled.news:
        custom["safety"] = "urgent"
    view = View(thread, settled.draft, settled.programme, settled.kept.assessment, settled.news)
    said = (*opening, *_before(settled, step), *together(question, asked_with(step, view)))
    return Reply(said, custom, thread.audience, step.question.id)


async def _to_a_person(backend: BackendClient, settled: Settled) -> Reply:
    """A child is asked for an adult it trusts and told that a person comes in; then that person takes the talk over."""
    thread = settled.thread
    if settled.draft.own_age_by in settled.news:
        return Reply((Utterance("utter_under_16", {}, (PERSON,)),), {}, thread.audience)
    expected = await backend.hand_over(thread, message=thread.messages[-1].n)
    said = Utterance("utter_under_16_passed_on", {"expected": expected})
    return Reply((said,), {"handed_over": True}, thread.audience)


async def handed_over(backend: BackendClient, thread: Thread) -> Reply:
    """Ask for a person, and be silent until then."""
    expected = await backend.hand_over(thread, message=thread.messages[-1].n)
    said = Utterance("utter_handed_over", {"expected": expected}, (GOING_ON,))
    return Reply((said,), {"handed_over": True}, thread.audience)


async def submitted(backend: BackendClient, thread: Thread) -> Reply:
    """Make the nomination (or find it again) and say what happens next."""
    made = await backend.submit(thread)
    said = Utterance("utter_submitted", {"next_step": made.next_step})
    custom = {"outcome": "submitted", "reference": made.reference, "fill": ["reference"]}
    return _over(thread, said, custom)


def _before(settled: Settled, step: Ask) -> tuple[Utterance, ...]:
    """What is said before the question: safety first, then what became of the message."""
    draft, thread = settled.draft, settled.thread
    said: list[Utterance] = [*beside.left(thread)]
    if draft.wavered_by in settled.news:
        said.append(Utterance("utter_danger_unsure", {"emergency": emergency(settled.programme)}))
    if _hears_of_referrals(settled, step):
        sentence = settled.programme.not_a_referral if settled.programme else ""
        said.append(Utterance("utter_not_a_referral", {"not_a_referral": sentence}))
    if draft.corrected_by in settled.news:
        said.append(Utterance("utter_corrected"))
    said += _about_consent(settled)
    if settled.kept.out_of_area and not thread.out_of_area:
        said.append(Utterance("utter_out_of_area", {"next_step": _right_door(settled)}))
    summed_up = step.response == "utter_ask_summary"
    told = understood.told(draft, settled.news, summed_up=summed_up)
    said += [Utterance(response, custom=custom) for response, custom in told]
    if not summed_up:
        said += _also_noted(settled)
    said += _what_became_of_it(settled, step)
    return tuple(said)


def _also_noted(settled: Settled) -> list[Utterance]:
    """What else was noted, by name alone: the summary shows it. In other languages than English it is left out."""
    thread = settled.thread
    names = noted(settled.draft, thread, settled.news) if language.spoken(thread) == language.ENGLISH else ()
    return [Utterance("utter_noted", {"topics": in_a_row(names)})] if names else []


_FIRST = ("danger", "role", "district")
"""Questions that come before the family is spoken about."""


def _hears_of_referrals(settled: Settled, step: Ask) -> bool:
    """Whether a professional is told now, and was not before, that a nomination is no referral to the hub."""
    before = (message.question for message in settled.thread.messages)
    told = any(question is not None and question.id not in _FIRST for question in before)
    known = settled.programme is not None and bool(settled.programme.not_a_referral)
    return settled.thread.audience == "professional" and known and not told and step.question.id not in _FIRST


def _about_consent(settled: Settled) -> list[Utterance]:
    """That a condition and another's no were heard: neither may seem to be lost."""
    consent = settled.draft.consent
    said = []
    if any(condition["message"] in settled.news for condition in consent.conditions):
        said.append(Utterance("utter_condition_kept", custom={"fill": ["conditions"]}))
    if consent.refused_by_message in settled.news:
        said.append(Utterance("utter_other_refused"))
    return said


def _right_door(settled: Settled) -> str:
    """What happens with an address outside the area, and whose area it is in, where that is known."""
    next_step = settled.programme.out_of_area if settled.programme else ""
    return " ".join(part for part in (next_step, settled.kept.elsewhere) if part)


def _what_became_of_it(settled: Settled, step: Ask) -> list[Utterance]:
    """That a message was not understood, or need not be said twice; after three, that a person can help."""
    last = next((m for m in reversed(settled.thread.messages) if m.n in settled.news), None)
    if last is None or last.question is None:
        return []
    if settled.draft.offered_by == last.n:
        return [Utterance("utter_offer_person")]
    if _offers_choices(settled, step):
        return [Utterance("utter_choices")]
    if phrases.already_told(last.text) and last.question != step.open:
        return [Utterance("utter_already_told")] if settled.draft.taken.get(last.n) == "answer" else []
    if not _missed(settled, step):
        return []
    return [Utterance("utter_asked_again" if phrases.already_told(last.text) else "utter_not_understood")]


def _missed(settled: Settled, step: Ask) -> bool:
    """Whether the newest message was meant for the question that is asked again and was not understood."""
    last = next((m for m in reversed(settled.thread.messages) if m.n in settled.news), None)
    if last is None or last.question is None or (step.following_up and step.question.id not in _LASTING):
        return False
    return settled.draft.taken.get(last.n) == "missed" and last.question == step.open


def _offers_choices(settled: Settled, step: Ask) -> bool:
    """Whether the question is asked the third time, after two answers that were not understood: with choices."""
    return _missed(settled, step) and settled.draft.missed_at(step.open) >= _CHOICES_AFTER


def _is_stuck(settled: Settled, step: Ask) -> bool:
    """Whether a question that must be clear would be asked for ever: not even its choices were understood."""
    missed = _missed(settled, step) and settled.draft.missed_at(step.open) >= _FETCHED_AFTER
    return missed and step.question.until_clear


async def hold(backend: BackendClient, thread: Thread, question: Open, marked: Marks | None = None) -> None:
    """Keep what was said, as it is marked, and open a question that is not the interview's."""
    marks = last_aside(thread) if marked is None else marked
    heard = _marked(thread, marks)
    draft = fold(heard.messages, heard)
    await backend.keep(
        heard,
        version=thread.version,
        marks=marks,
        content=draft.to_json(),
        programme=draft.programme,
        open_question=question,
    )
