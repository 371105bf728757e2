"""Another family in one conversation: noticed, said, and never mixed with the one that is talked about.

What is told of it is parted from its talk at once. When this one is sent it is gone on with, or begun.
"""

from __future__ import annotations

from rasa_sdk import Tracker

from actions import turn
from actions.backend_client import BackendClient
from actions.beside import GO_ON, IS_IT, LEFT, SAME
from actions.interview import Message, Open, Thread, another, fold
from actions.interview.indicators import entry_of
from actions.interview.phrases import leading, short_answer
from actions.interview.questions import Button
from actions.replies import Reply, Utterance

_BEGINS = frozenset({"nominate", "refer_self"})
_RESUMES = "resume"
_IS_IT = Utterance(
    "utter_is_it_another_family",
    buttons=(Button("Yes, another family", "answer:yes"), Button("No, the same family", "answer:no")),
)
_SAME_AFTER_ALL = Utterance("utter_same_family_after_all")


async def heard(backend: BackendClient, thread: Thread) -> Reply | None:
    """The reply to what is said of another family while one is talked about; None to anything else."""
    last = thread.news[-1]
    if thread.audience != "professional":
        return None
    if thread.open_question and thread.open_question.id == IS_IT:
        return await _settled(backend, thread, last)
    if _presses(last, SAME) and thread.another_waits:
        await backend.put_together(thread)
        return await _again(backend, thread, _SAME_AFTER_ALL, aside=last.n)
    found = another.announced(last)
    if found is None:
        return await _asked_about(backend, thread, last)
    under_way = _is_under_way(thread) or found.several
    return await _kept(backend, thread, last, found) if under_way else None


async def over(backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply | None:
    """The reply to who goes on to another family once this talk is over; None to anything else."""
    last = thread.news[-1]
    if thread.state == "submitted" and another.is_after_sending(last):
        return await begin(backend, thread, last)
    if _presses(last, GO_ON) or (tracker.get_slot("open_question") == IS_IT and _agrees(last)):
        return await begin(backend, thread, last, told=False)
    if thread.state in ("stopped", "withdrawn") and _intent(tracker) in _BEGINS:
        return await begin(backend, thread, last)
    return None


async def begin(backend: BackendClient, thread: Thread, *messages: Message, told: bool = True) -> Reply:
    """Let the conversation go on about another family, with what these messages told of it; nothing else goes along.

    Without ``told`` the last message only agrees to it.
    """
    *before, last = messages
    for message in before:
        await backend.part(thread, message=message.n, goes=another.whole(message).to_json())
    found = another.announced(last) if told else None
    stays = found.stays if found and found.goes and found.stays and found.stays.reading.mentions else None
    goes = (found.goes if stays and found and found.goes else another.whole(last)).to_json() if told else None
    kept = stays.to_json() if stays else None
    other = await backend.thread(await backend.part(thread, message=last.n, goes=goes, stays=kept, now=True))
    if stays and thread.state == "submitted":
        added = [entry_of(mention, thread.audience, last.n) for mention in stays.reading.mentions]
        await backend.add(thread, message=last.n, indicators=added)
    return await turn.proceed(backend, other, turn.all_heard(other), (Utterance("utter_another_family"),))


async def taken_up(backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply | None:
    """The reply to who goes on, at the beginning of a talk, with one that was left; None to anything else."""
    last = thread.news[-1]
    if thread.left is None:
        return None
    back_again = _intent(tracker) == _RESUMES
    said_so = not _is_under_way(thread) and (back_again or another.goes_back(last))
    if not (_presses(last, LEFT) or said_so):
        return None
    left = await backend.thread(await backend.take_up(thread, message=last.n))
    # To a plain "I am back" Rasa has said so already.
    said = () if back_again else (Utterance("utter_resume"),)
    return await turn.proceed(backend, left, turn.all_heard(left), said)


async def _kept(backend: BackendClient, thread: Thread, last: Message, found: another.Parts) -> Reply:
    """What is told of the other family waits in a talk of its own; where nothing is, it is said that it comes later."""
    if _waits_for_family(thread):
        return await begin(backend, thread, last)
    if found.goes is None:
        marks = turn.all_heard(thread)
        marks |= {} if found.stays else {last.n: "digression"}
        return await turn.proceed(backend, thread, marks, (Utterance("utter_other_family_later"),))
    stays = found.stays.to_json() if found.stays else None
    await backend.part(thread, message=last.n, goes=found.goes.to_json(), stays=stays)
    return await _again(backend, thread, Utterance("utter_other_family_kept", buttons=() if stays else (SAME,)))


async def _asked_about(backend: BackendClient, thread: Thread, last: Message) -> Reply | None:
    """Ask whose a story is that names nobody of the household; None where it names no strangers."""
    if not another.may_seem_another(last, thread):
        return None
    before = tuple(message for message in thread.messages if message.n != last.n)
    if not another.seems_another(last, fold(before, thread), thread):
        return None
    marks = turn.all_heard(thread) | {last.n: "digression"}
    await turn.hold(backend, thread, Open(IS_IT, (str(last.n),)), marks)
    return Reply((_IS_IT,), {"confirm": IS_IT}, thread.audience, IS_IT)


async def _settled(backend: BackendClient, thread: Thread, last: Message) -> Reply | None:
    """Part what was held back, or hear it, once it is clear whose it is."""
    question = thread.open_question
    held = next((each for each in thread.messages if question and question.about == (str(each.n),)), None)
    answer = short_answer(last) or leading(last.text)
    if held is None or answer not in ("yes", "no"):
        return None
    if answer == "no":
        marks = turn.all_heard(thread) | {last.n: "digression", held.n: "answer"}
        return await turn.proceed(backend, thread, marks, (_SAME_AFTER_ALL,))
    await backend.part(thread, message=held.n, goes=another.whole(held).to_json())
    return await _again(backend, thread, Utterance("utter_other_family_kept", buttons=(SAME,)), aside=last.n)


async def _again(backend: BackendClient, thread: Thread, said: Utterance, aside: int | None = None) -> Reply:
    """Hear what is left in the talk, and go on with it."""
    fresh = await backend.thread(thread.thread)
    marks = turn.all_heard(fresh)
    return await turn.proceed(backend, fresh, marks | ({aside: "digression"} if aside else {}), (said,))


def _is_under_way(thread: Thread) -> bool:
    """Whether something of a family was told: before that there is no first one for another to be a second."""
    told = any(thread.content.get(key) for key in ("people", "indicators", "story", "address", "postcode"))
    return told or bool((thread.content.get("consent") or {}).get("state"))


def _waits_for_family(thread: Thread) -> bool:
    """Whether nothing can be done about this family before it has answered."""
    return (thread.content.get("consent") or {}).get("state") == "not_yet"


def _presses(message: Message, button: Button) -> bool:
    press = message.press
    return bool(press and press.kind == "answer" and button.payload == f"answer:{press.value}")


def _agrees(message: Message) -> bool:
    return (short_answer(message) or leading(message.text)) == "yes"


def _intent(tracker: Tracker) -> str | None:
    """What Rasa takes the newest message for."""
    guess: str | None = ((tracker.latest_message or {}).get("intent") or {}).get("name")
    return guess
