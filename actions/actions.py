"""Rasa's custom actions: one a turn, each one read of the record, what it changes, and one reply."""

from __future__ import annotations

import logging
from abc import abstractmethod
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import other_family, turn, waiting
from actions.backend_client import BackendClient, BackendError
from actions.in_language import in_language
from actions.interview import Message, Open, Thread, after, asides, steering
from actions.interview.indicators import entry_of
from actions.interview.language import in_doubt, steers
from actions.interview.phrases import short_answer, words
from actions.interview.questions import Button
from actions.replies import Reply, Utterance

Json = dict[str, Any]
_WITHDRAW = "withdraw"
_ASKS_US = "ask_other"
_NOT_OURS = "out_of_scope"
"""What Rasa takes for none of our business; what can be answered after all is."""
_CARRY_ON = Button("No, carry on", "answer:no")
ABOUT_THIS = "about_this"
"""Open while it is asked whether what was said is about the nomination of this talk."""
_SUBSTANCE = 4
_log = logging.getLogger(__name__)


class Connection:
    """The client, made in the event loop that uses it."""

    client: BackendClient | None = None

    @classmethod
    def get(cls) -> BackendClient:
        """The client; made from the environment the first time."""
        if cls.client is None:
            cls.client = BackendClient.from_environment()
        return cls.client

    @classmethod
    async def close(cls) -> None:
        """Let the client go."""
        if cls.client is not None:
            await cls.client.close()
            cls.client = None


class _Turn(Action):  # type: ignore[misc]
    """A turn on the thread that Rasa calls its sender."""

    steers = False
    """Whether the action is asked for by name, as the status is."""

    @abstractmethod
    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
        """What this action does and says."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json) -> list[Json]:  # noqa: ARG002
        """Run the turn; when the record cannot be reached say so, and that what was written is kept."""
        backend = Connection.get()
        try:
            reply = await backend.redo(tracker.sender_id, lambda thread: self._spoken(backend, thread, tracker))
        except BackendError as error:
            _log.warning("turn failed action=%s error=%s code=%s", self.name(), type(error).__name__, error)
            dispatcher.utter_message(response="utter_trouble")
            return []
        return reply.send(dispatcher)

    async def _spoken(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
        """The turn in the language of the talk. What steers it in that language does what its English words would."""
        wished = steers(thread) or steering.wished(thread)
        steered = _STEERED.get(wished or "")
        thread = replace(thread, messages=in_doubt(thread.messages, thread))
        if steered is not None:
            return in_language(await steered()._turn(backend, thread, tracker), thread)
        if wished is not None:
            return in_language(await _answered_aside(backend, thread, f"utter_{wished.removeprefix('ask_')}"), thread)
        return in_language(await self._turn(backend, thread, tracker), thread)

    async def _turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
        """What is said after sending may challenge, answer the coordinator or be about others.

        A wish to take out something that was understood is the interview's, whatever it sounds like to Rasa.
        """
        last = thread.news[-1] if thread.news else None
        if thread.state == "open" and not isinstance(self, Interview) and turn.takes_out(thread):
            return await turn.proceed(backend, thread, turn.all_heard(thread))
        if last and (elsewhere := await _of_another_talk(backend, thread, tracker)):
            return elsewhere
        if last and thread.state == "open" and isinstance(self, HandOver) and asides.asks_who_we_are(last):
            return await _interview(backend, thread, tracker)
        if last and thread.state == "submitted" and (_touches(last) or turn.takes_out(thread)):
            return await _ask_correction(backend, thread, last)
        if thread.state == "submitted" and thread.news and not isinstance(self, Withdraw | HandOver):
            afterwards = await _afterwards(backend, thread, tracker.get_slot("open_question"), steered=self.steers)
            if afterwards:
                return afterwards
        return await self.turn(backend, thread, tracker)


async def _of_another_talk(backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply | None:
    """The reply to what is about another family, a talk that was left or the family's link; None to anything else."""
    if thread.state != "open":
        return await other_family.over(backend, thread, tracker)
    said = await other_family.taken_up(backend, thread, tracker) or await other_family.heard(backend, thread)
    return said or await _of_the_link(backend, thread, tracker)


async def _of_the_link(backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply | None:
    """The reply to a wish about the family's link, or to stop waiting for it; None to anything else."""
    last = thread.news[-1]
    if waiting.gives_up(thread, last):
        return await Withdraw().turn(backend, thread, tracker)
    wish = waiting.wished(last)
    if wish is None:
        return None
    said = await waiting.grant(backend, thread, wish)
    fresh = await backend.thread(thread.thread)
    return await turn.proceed(backend, fresh, turn.last_aside(fresh), said)


class Interview(_Turn):
    """Everything that tells or answers."""

    def name(self) -> str:
        return "action_interview"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
        if _is_not_ours(thread, tracker):
            return await _answered_aside(backend, thread, f"utter_{_NOT_OURS}")
        if thread.state == "open":
            return await _interview(backend, thread, tracker)
        last = thread.news[-1] if thread.news else None
        if thread.state == "submitted" and last and asides.only_asks(last):
            await _aside(backend, thread)
            return Reply(turn.answered(thread), {}, thread.audience)
        if thread.state == "submitted" and last:
            answer = short_answer(last)
            if tracker.get_slot("open_question") == _WITHDRAW and answer == "yes":
                return await turn.withdrawn(backend, thread)
            if thread.is_awaited or _says_more(last):
                return await _add(backend, thread)
        await _aside(backend, thread)
        return _finished(thread)


class GoBack(_Turn):
    """Take the last answer back and ask its question again."""

    steers = True

    def name(self) -> str:
        return "action_go_back"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state != "open":
            return _finished(thread)
        if not thread.news:
            # This wish was granted already and its answer lost on the way: twice would take back another answer.
            return await turn.proceed(backend, thread, {}, (Utterance("utter_gone_back"),))
        marks, response = turn.gone_back(thread)
        return await turn.proceed(backend, thread, marks, (Utterance(response),))


class StartAgain(_Turn):
    """Begin from the first question, once they have said that they are sure: everything that was told is taken out."""

    def name(self) -> str:
        return "action_start_again"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state != "open":
            return _finished(thread)
        last = thread.news[-1] if thread.news else None
        if last and last.press and turn.asked_to_restart(thread):
            return await turn.begun_anew(backend, thread)
        await turn.hold(backend, thread, Open(turn.RESTART))
        buttons = (Button("Yes, start again", "intent:start_again"), _CARRY_ON)
        said = Utterance("utter_confirm_start_again", {}, buttons)
        return Reply((said,), {"confirm": turn.RESTART}, thread.audience, turn.RESTART)


class AskAgain(_Turn):
    """After a digression was answered: the open question again."""

    def name(self) -> str:
        return "action_ask_again"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state != "open":
            await _aside(backend, thread)
            return Reply((), {}, thread.audience)
        # What the answer to a question did not satisfy was perhaps none: said again, it is heard.
        marks = turn.all_heard(thread) if turn.is_repeated(thread) else turn.last_aside(thread)
        return await turn.proceed(backend, thread, marks)


class Status(_Turn):
    """How far a nomination is."""

    steers = True

    def name(self) -> str:
        return "action_status"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state == "open":
            said = (turn.STATUS if thread.sent else Utterance("utter_nothing_yet"),)
            return await turn.proceed(backend, thread, turn.last_aside(thread), said)
        await _aside(backend, thread)
        if thread.state == "submitted":
            return Reply((turn.STATUS,), {}, thread.audience)
        return _finished(thread)


class Withdraw(_Turn):
    """Stop at the person's wish, once they have said that they are sure."""

    def name(self) -> str:
        return "action_withdraw"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
        if thread.state not in ("open", "submitted"):
            return _finished(thread)
        last = thread.news[-1] if thread.news else None
        pressed = bool(last and last.press and last.press.kind == "intent")
        open_on_record = bool(thread.open_question and thread.open_question.id == _WITHDRAW)
        # The same wish again, in whatever words, is the yes that was asked for.
        if open_on_record or (pressed and tracker.get_slot("open_question") == _WITHDRAW):
            return await turn.withdrawn(backend, thread)
        if thread.state == "open":
            await _open_withdrawal(backend, thread)
        else:
            await _aside(backend, thread)
        # The press names the intent: it is safe after a restart, when no question of ours is remembered.
        later = (Button("Stop for now and keep it", "intent:pause"),) if thread.state == "open" else ()
        buttons = (Button("Yes, stop and delete", f"intent:{_WITHDRAW}"), *later, _CARRY_ON)
        said = Utterance("utter_confirm_withdraw", {}, buttons)
        return Reply((said,), {"confirm": _WITHDRAW}, thread.audience, _WITHDRAW)


class HandOver(_Turn):
    """A person is wanted: the assistant falls silent until that person, or whoever asked, lets it go on."""

    def name(self) -> str:
        return "action_hand_over"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state == "open":
            # Kept with the question that is asked next, which the assistant takes up when it speaks again.
            reply = await turn.proceed(backend, thread, turn.last_aside(thread))
            if "outcome" in reply.custom:
                return reply  # what was said before, and only heard now, ended the talk or told of danger
        else:
            await _aside(backend, thread)
        return await turn.handed_over(backend, thread)


class Add(_Turn):
    """More about a nomination that was made."""

    def name(self) -> str:
        return "action_add"

    async def turn(self, backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:  # noqa: ARG002
        if thread.state == "open":
            return await turn.proceed(backend, thread, turn.all_heard(thread))
        if thread.state != "submitted":
            return Reply((Utterance("utter_nothing_to_add_to"),), {}, thread.audience)
        if thread.is_awaited or any(message.reading.mentions for message in thread.news):
            return await _add(backend, thread)
        await _aside(backend, thread)
        return Reply((Utterance("utter_ask_story"),), {"question": "story"}, thread.audience, "story")


def _is_not_ours(thread: Thread, tracker: Tracker) -> bool:
    """Whether a message is for somebody else: so Rasa says, and nothing in it can be answered or heard here."""
    last = thread.news[-1] if thread.news else None
    guess = (tracker.latest_message or {}).get("intent") or {}
    if guess.get("name") != _NOT_OURS or last is None or last.press:
        return False
    return not asides.parted(last).topics and not asides.answers_too(last)


async def _interview(backend: BackendClient, thread: Thread, tracker: Tracker) -> Reply:
    """Hear what is new. What Rasa takes for a question, and nobody here can answer, is no answer to ours."""
    if turn.restarts(thread):
        return await turn.begun_anew(backend, thread)
    guess = (tracker.latest_message or {}).get("intent") or {}
    if guess.get("name") == _ASKS_US and turn.asks_else(thread):
        return await turn.proceed(backend, thread, turn.last_aside(thread), (Utterance("utter_cannot_answer"),))
    return await turn.proceed(backend, thread, turn.all_heard(thread), turn.answered(thread))


async def _afterwards(backend: BackendClient, thread: Thread, asked: str | None, *, steered: bool) -> Reply | None:
    """The reply to what a sent nomination is challenged, answered or mixed up with; None to anything else."""
    last = thread.news[-1]
    if asked == ABOUT_THIS:
        return await _about_this(backend, thread, last)
    if last.press:
        return None
    if after.challenges(last) and thread.status in after.DECIDED:
        return await _challenge(backend, thread, last)
    return None if steered else await _answered_or_held(backend, thread, last, asked)


async def _answered_or_held(backend: BackendClient, thread: Thread, last: Message, asked: str | None) -> Reply | None:
    """An answer to the coordinator is added; what names only strangers is held back until it is clear whose it is."""
    if not thread.is_awaited and after.names_others(last, thread) and _says_more(last):
        buttons = (Button("Yes", "answer:yes"), Button("No", "answer:no"))
        said = Utterance("utter_about_this", {}, buttons)
        return Reply((said,), {"fill": ["reference"]}, thread.audience, ABOUT_THIS)
    if thread.is_awaited and asked != _WITHDRAW and not after.is_aside(last):
        return await _add(backend, thread)
    return None


async def _answered_aside(backend: BackendClient, thread: Thread, response: str) -> Reply:
    """The answer to a question on the way that only the interview could read, and the open question again."""
    said = (Utterance(response),)
    if thread.state != "open":
        await _aside(backend, thread)
        return Reply(said, {}, thread.audience)
    return await turn.proceed(backend, thread, turn.last_aside(thread), said)


async def _about_this(backend: BackendClient, thread: Thread, last: Message) -> Reply:
    """What was held back is added once it is clear that it is about this family; otherwise it begins another talk."""
    if short_answer(last) == "yes":
        await backend.set_aside(thread, last.n)
        return await _add(backend, replace(thread, messages=thread.messages[:-1]))
    return await other_family.begin(backend, thread, *thread.news, told=False)


async def _challenge(backend: BackendClient, thread: Thread, last: Message) -> Reply:
    """Keep the words as a challenge, which opens the decision again."""
    found = [entry_of(mention, thread.audience, last.n) for mention in last.reading.mentions]
    await backend.add(thread, message=last.n, indicators=found, challenge=True)
    return Reply((Utterance("utter_challenged"),), {"fill": ["reference"]}, thread.audience)


def _touches(message: Message) -> bool:
    """Whether a button was pressed that takes something out, or puts it back."""
    return bool(message.press and message.press.kind == "item")


async def _ask_correction(backend: BackendClient, thread: Thread, last: Message) -> Reply:
    """What was sent is not taken out here, but nothing is lost: the wish becomes a request that a person answers."""
    if not (last.press and last.press.value.startswith("back:")):
        await backend.ask_correction(thread, message=last.n)
    await _aside(backend, thread)
    return Reply((Utterance("utter_sent_as_it_is"),), {}, thread.audience)


def _says_more(message: Message) -> bool:
    """Whether a message to a nomination that was made says something about the family."""
    return bool(message.reading.mentions) or (short_answer(message) is None and words(message.text) >= _SUBSTANCE)


async def _add(backend: BackendClient, thread: Thread) -> Reply:
    for message in thread.news:
        if thread.is_awaited or _says_more(message):
            found = [entry_of(mention, thread.audience, message.n) for mention in message.reading.mentions]
            await backend.add(thread, message=message.n, indicators=found)
    custom = {"fill": ["reference"]}
    said = "utter_answered_coordinator" if thread.is_awaited else "utter_added"
    return Reply((Utterance(said),), custom, thread.audience)


async def _aside(backend: BackendClient, thread: Thread) -> None:
    """Of a nomination that was made: the last message is no addition to it, now or when the next one comes."""
    if thread.state == "submitted" and thread.news:
        await backend.set_aside(thread, thread.news[-1].n)


def _finished(thread: Thread) -> Reply:
    """What a talk that is over says to anything else: how it ended, also to whom the first telling never reached."""
    if thread.state == "submitted":
        custom: Json = {"outcome": "submitted", "reference": thread.reference}
        return Reply((Utterance("utter_finished"),), custom, thread.audience)
    outcome = "withdrawn" if thread.state == "withdrawn" else "stopped_no_consent"
    return Reply((Utterance("utter_ended"),), {"outcome": outcome, "reference": thread.reference}, thread.audience)


async def _open_withdrawal(backend: BackendClient, thread: Thread) -> None:
    """Record that the next short answer is about withdrawing, so that no other question takes it."""
    await turn.hold(backend, thread, Open(_WITHDRAW))


ALL: tuple[type[Action], ...] = (Interview, GoBack, StartAgain, AskAgain, Status, Withdraw, HandOver, Add)
"""Every action that the domain names."""
_STEERED: dict[str, type[_Turn]] = {
    "hand_over": HandOver,
    "withdraw": Withdraw,
    "go_back": GoBack,
    "start_again": StartAgain,
}
"""What is done for a wish that only the interview could read."""
