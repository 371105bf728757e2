"""The way of a message through the door (docs/wire.md, "A message, in order"), stage by stage."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

import structlog

from bot.door.alerts import Alerts, alert_body
from bot.door.backend_client import BackendAwayError, BackendClient, BackendRefusedError, receipt_body
from bot.door.emergency import EmergencyNumbers
from bot.door.limits import Limits, network_of
from bot.door.masking import Mask
from bot.door.message import LIMIT, Incoming, Outcome, Received, Refusal, Reply
from bot.door.plain_text import says_something, visible
from bot.door.rasa_client import RasaAwayError, RasaClient, command
from bot.door.reading import ReadingRoom, excerpt
from bot.door.refusals import too_many
from bot.door.remembered import Remembered
from bot.door.safety import ANSWERED, ENGLISH, SafetyReplies, language_of
from bot.door.turns import Turns
from bot.door.wording import Wording
from nlu.danger.doubt import is_doubted
from nlu.reading import Reading, Safety, WrittenIn
from nlu.written.read import Written

log = structlog.get_logger("door.relay")
SECONDS_IN_DANGER = 3.0
"""How long somebody in danger waits for the backend before the door answers alone."""
SECONDS = 10.0
FEAR = "fear_of_partner"
"""The reader's reason for which somebody is told how to write safely."""
SELF_HARM = frozenset({"suicide", "self_harm", "self_harm_now"})
"""The reader's reasons for which somebody is told who listens."""
SECONDS_BESIDE_DANGER = 5.0
"""How long an urgent safety reply may be held up by the interview's part of the answer."""


@dataclass(frozen=True, slots=True)
class Read:
    """A message with what was read in it; ``understood`` is false where the reader failed."""

    incoming: Incoming
    reading: Reading
    understood: bool = True
    may_alert: bool = False
    """Whether an alert may be raised: as many as reach the duty list are counted (limits.yml)."""
    refusal: Refusal | None = None
    """Why it is not taken, where too much was sent."""

    @property
    def level(self) -> str:
        return self.reading.safety.level

    @property
    def in_danger(self) -> bool:
        return self.level in ANSWERED

    def is_doubted_in(self, received: Received) -> bool:
        """Whether the models only perhaps saw danger, in a talk that goes on: the interview asks about it."""
        question = None if received.handed_over else received.question
        return is_doubted(self.reading.safety, question, self.incoming.text)


class Relay:
    """Takes a message to an outcome. Never raises for what another process does."""

    def __init__(
        self,
        *,
        room: ReadingRoom,
        backend: BackendClient,
        rasa: RasaClient,
        alerts: Alerts,
        numbers: EmergencyNumbers,
        wording: Wording,
        mask: Mask,
        limits: Limits,
    ) -> None:
        self._room = room
        self._backend = backend
        self._rasa = rasa
        self._alerts = alerts
        self._numbers = numbers
        self._safety = SafetyReplies(wording, numbers)
        self._wording = wording
        self._mask = mask
        self._limits = limits
        self._turns = Turns()
        self._reading = Turns()
        self._asked = Remembered()

    async def take(self, incoming: Incoming) -> Outcome:
        """One message in, its replies (or why there are none) out."""
        began = time.perf_counter()
        if self._is_crowded(incoming):
            return self._refused(429, "too_many", "crowded", retry_after=60)
        read = await self._read(incoming)
        if incoming.behind and not read.in_danger and not self._says_yes_to_danger(read):
            return self._refused(425, "behind", "not_kept")
        read = self._counted(read)
        if read.refusal is not None:
            outcome = await self._unplaced(read, Outcome([], kept=False, refusal=read.refusal), receipt=None)
        elif read.in_danger:  # never waits behind an earlier message that hangs
            outcome = await self._receive(read)
        else:
            async with self._turns.of(incoming.key):
                outcome = await self._receive(read)
        log.info(
            "message",
            channel=incoming.channel,
            safety=read.level,
            refused=outcome.refusal.code if outcome.refusal else None,
            kept=outcome.kept,
            milliseconds=round((time.perf_counter() - began) * 1000),
        )
        return outcome

    async def tell_danger(self, text: str, programme: str | None, address: str) -> Reply:
        """The public danger page: nobody is signed in, and what is told is believed."""
        told = Incoming("danger", text, None, address, programme=self._known(programme))
        read = Read(told, Reading(), understood=False) if self._is_crowded(told) else await self._read(told)
        safety = read.reading.safety
        if safety.level not in ANSWERED:
            safety = replace(safety, level="urgent", reasons=(*safety.reasons, "told_on_danger_page"))
        read = replace(read, reading=replace(read.reading, safety=safety))
        read = replace(read, may_alert=self._limits.alert(read.incoming, safety.level))
        log.info("danger page", safety=safety.level)
        return await self._answer_unplaced(read, receipt=None, source="public-page")

    async def overhear(
        self, text: str, programme: str | None, address: str, language: str | None = None
    ) -> Reply | None:
        """What somebody wrote in a form that is no message: danger in it is answered and passed on all the same.

        None where nothing calls for an answer; a worry is passed on without one. ``language`` is that of the form.
        """
        told = Incoming("form", text, None, address, programme=self._known(programme))
        if self._is_crowded(told):  # nobody can say what is in it: better said once too often
            unread = Read(told, Reading(safety=Safety("urgent", ("unread",))), understood=False)
            return self._safety_reply(unread, told.programme, passed_on=False, language=language)
        read = await self._read(told)
        if read.level == "none":
            return None
        read = replace(read, may_alert=self._limits.alert(read.incoming, read.level))
        log.info("form", safety=read.level)
        if not read.in_danger:
            await self._alert_unplaced(read, None, "public-page", [])
            return None
        return await self._answer_unplaced(read, receipt=None, source="public-page", language=language)

    def language_at(self, conversation: Incoming) -> str | None:
        """The language that a conversation was last held in, as far as the door remembers."""
        return self._asked.of(conversation.key).language

    def numbers(self, programme: str | None = None) -> list[str]:
        """The numbers to show on the door's own pages."""
        return self._safety.numbers(self._known(programme))

    def _is_crowded(self, incoming: Incoming) -> bool:
        """Whether so much of theirs waits to be read that others' danger would have to wait behind it."""
        return self._reading.waiting(self._source(incoming)) >= self._limits.waiting_to_be_read

    def _source(self, incoming: Incoming) -> str:
        known = self._limits.people.knows(incoming.credential)
        return incoming.person if known else network_of(incoming.address)

    def _counted(self, read: Read) -> Read:
        """Count the message and the alert it calls for. Danger within the alerts' budget is always taken."""
        may_alert = read.level != "none" and self._limits.alert(read.incoming, read.level)
        incoming = read.incoming
        wait = self._limits.take("POST", "/api/chat/messages", incoming.credential, incoming.address)
        refusal = too_many(self._wording, wait) if wait and not (read.in_danger and may_alert) else None
        return replace(read, may_alert=may_alert, refusal=refusal)

    async def _read(self, incoming: Incoming) -> Read:
        incoming = replace(incoming, text=visible(incoming.text))
        async with self._reading.of(self._source(incoming)):
            reading = await self._room.read(incoming.text)
        read = Read(incoming, reading or Reading(), understood=reading is not None)
        if read.in_danger:  # of one that is too long, what is passed on is the part that tells of danger
            return replace(read, incoming=replace(incoming, text=excerpt(incoming.text, read.reading.safety)))
        return read

    async def _receive(self, read: Read) -> Outcome:
        incoming = read.incoming
        if not says_something(incoming.text):
            return self._refused(422, "empty", "empty")
        if len(incoming.text) > LIMIT:
            return self._too_long(incoming)
        if incoming.credential is None:
            return await self._unplaced(read, self._refused(401, "not_signed_in", "signed_out"), receipt=None)
        # Made now, so that a message which is handed over late by the spool keeps one name.
        delivery = incoming.delivery or (incoming.new_alert_id() if read.in_danger else None)
        body = receipt_body(incoming, read.reading.to_json(), delivery=delivery)
        try:
            received = await self._backend.receive(body, seconds=SECONDS_IN_DANGER if read.in_danger else SECONDS)
        except BackendRefusedError as error:
            if error.refusal.status == 401:
                self._limits.people.gone(incoming.credential)
            return await self._unplaced(read, Outcome([], kept=False, refusal=error.refusal), receipt=None)
        except BackendAwayError as error:
            log.warning("backend away", error=str(error))
            return await self._backend_away(read, {**body, "delivery": delivery or incoming.new_alert_id()})
        self._limits.people.met(incoming.credential)
        return await self._converse(read, received)

    def _says_yes_to_danger(self, read: Read) -> bool:
        """Whether a message is danger as the answer to what was asked last, as far as the door remembers."""
        asked = self._asked.of(read.incoming.key)
        pressed = asked.pressed(read.incoming.text)
        return danger_answered(asked.question, pressed or read.reading.answer) is not None

    async def _backend_away(self, read: Read, receipt: dict[str, Any]) -> Outcome:
        """A message that nobody keeps. A "yes" to the question about danger that was asked last is danger."""
        asked = self._asked.of(read.incoming.key)
        refused = self._refused(503, "not_kept", "not_kept", language=asked.language)
        pressed = asked.pressed(read.incoming.text)
        level = danger_answered(asked.question, pressed or read.reading.answer)
        if level is None or read.in_danger:
            return await self._unplaced(read, refused, receipt)
        said = _answering(read, level)
        if pressed is not None:  # what was sent is the button's token
            said = replace(said, incoming=replace(said.incoming, text=pressed))
        said = replace(said, may_alert=self._limits.alert(said.incoming, level))
        return Outcome(
            [await self._answer_unplaced(said, receipt, source="answer", language=asked.language)], kept=False
        )

    async def _unplaced(self, read: Read, refused: Outcome, receipt: dict[str, Any] | None) -> Outcome:
        """A message that found no conversation: danger is answered and passed on, anything else is refused."""
        if read.in_danger:
            language = self._asked.of(read.incoming.key).language
            return Outcome(
                [await self._answer_unplaced(read, receipt, source="message", language=language)], kept=False
            )
        if read.level == "concern" and receipt is not None:
            await self._alert_unplaced(read, receipt, "message", [])
        return refused

    async def _answer_unplaced(
        self,
        read: Read,
        receipt: dict[str, Any] | None,
        source: Literal["message", "answer", "public-page"],
        language: str | None = None,
    ) -> Reply:
        programme = self._known(read.incoming.programme)
        reply = self._safety_reply(read, programme, passed_on=True, language=language)
        if await self._alert_unplaced(read, receipt, source, [reply]):
            return reply
        return self._safety_reply(read, programme, passed_on=False, language=language)

    def _safety_reply(
        self,
        read: Read,
        programme: str | None,
        *,
        passed_on: bool,
        language: str | None = None,
        audience: str = "family",
    ) -> Reply:
        """``language`` is that of the talk: English, and what is too short to tell, is answered in it there."""
        written = language_of(read.reading, read.incoming.text)
        if language and written.language in (None, ENGLISH.language):
            written = Written(cast(WrittenIn, language))
        # In other languages the lists know few words of fear: there what only the encoder heard may be it.
        reasons = {FEAR} if written == ENGLISH or written.language is None else {FEAR, "learned"}
        heard, family = set(read.reading.safety.reasons), audience == "family"
        return self._safety.reply(
            read.level,
            programme,
            passed_on=passed_on,
            written=written,
            at_home=family and bool(reasons & heard),
            in_chat=read.incoming.stays_on_telephone,
            self_harm=family and bool(SELF_HARM & heard),
        )

    async def _alert_unplaced(
        self, read: Read, receipt: dict[str, Any] | None, source: str, replies: list[Reply]
    ) -> bool:
        if not read.may_alert:
            log.warning("alert over the limit", safety=read.level)
            return False
        alert = self._alert(read, source, self._known(read.incoming.programme), thread=None)
        return await self._alerts.raise_(alert, receipt=receipt, replies=replies)

    async def _converse(self, read: Read, received: Received) -> Outcome:
        if received.duplicate and received.replies and not is_trouble(received.replies):
            return Outcome(received.replies, kept=True)
        replies = await self._first_safety(read, received) if received.press is None else []
        if received.handed_over:
            # A person answers in this talk. Whatever they are told, danger is answered at once.
            replies = replies or await self._unheard(read, received, [])
        elif not (replies and read.level == "immediate"):
            replies += await self._turn(read, received)
        if not replies:
            return Outcome([], kept=True)
        outcome = await self._deliver(received, replies, seconds=SECONDS_IN_DANGER if read.in_danger else SECONDS)
        self._asked.note(read.incoming.key, meant=replies, delivered=outcome.replies, language=received.language)
        return outcome

    async def _first_safety(self, read: Read, received: Received) -> list[Reply]:
        """Raise the alert that the message calls for, and say what is said before anything else."""
        if read.level == "none":
            return [] if read.understood else [Reply(text=self._wording.problem("unread", received.language))]
        programme = received.programme or self._known(read.incoming.programme)
        doubted = read.is_doubted_in(received)
        alert = self._alert(read, "message", programme, received.thread) | ({"level": "urgent"} if doubted else {})
        if not read.may_alert:
            log.warning("alert over the limit", safety=read.level)
        passed_on = read.may_alert and await self._alerts.raise_(alert, receipt=None, replies=[])
        if doubted or not read.in_danger:
            return []
        language, audience = received.language, received.audience
        return [self._safety_reply(read, programme, passed_on=passed_on, language=language, audience=audience)]

    async def _turn(self, read: Read, received: Received) -> list[Reply]:
        replies: list[Reply] = []
        try:
            async with (
                asyncio.timeout(SECONDS_BESIDE_DANGER if read.in_danger or _of_danger(read, received) else None),
                self._turns.of(received.thread),
            ):
                replies = await self._rasa.turn(received.thread, self._words(read, received), _metadata(read, received))
        except (RasaAwayError, TimeoutError) as error:
            log.warning("rasa away", thread=received.thread, error=str(error) or "late")
        replies = replies or [self._kept(received)]
        return await self._unheard(read, received, replies) if is_trouble(replies) else replies

    async def _unheard(self, read: Read, received: Received, trouble: list[Reply]) -> list[Reply]:
        """A message that the interview could not hear: whoever just said that there is danger is answered here."""
        if read.is_doubted_in(received):  # nobody can ask about it now
            reply = self._safety_reply(read, received.programme, passed_on=read.may_alert, language=received.language)
            return [reply, *trouble]
        level = _of_danger(read, received)
        if level is None or read.in_danger:
            return trouble
        programme = received.programme or self._known(read.incoming.programme)
        said = _answering(read, level)
        alert = self._alert(said, "answer", programme, received.thread) | {"id": received.alert_id("answer")}
        if received.press is not None:  # what was sent is the button's token: its words are with the message
            alert["text"] = received.press.value
        may_alert = self._limits.alert(read.incoming, level)
        passed_on = may_alert and await self._alerts.raise_(alert, receipt=None, replies=[])
        reply = self._safety_reply(said, programme, passed_on=passed_on, language=received.language)
        return [reply] if level == "immediate" else [reply, *trouble]

    async def _deliver(self, received: Received, replies: list[Reply], *, seconds: float) -> Outcome:
        try:
            return Outcome(await self._backend.deliver(received, replies, seconds=seconds), kept=True)
        except (BackendAwayError, BackendRefusedError) as error:
            log.warning("replies not recorded", thread=received.thread, error=str(error))
        # Without the backend, buttons have no tokens and markers no values: only our own safety words can be said.
        said = [reply for reply in replies if "safety" in reply.get("custom", {})]
        if not any(reply["custom"]["safety"] == "immediate" for reply in said):
            said.append(self._kept(received))
        return Outcome(said, kept=False)

    def _words(self, read: Read, received: Received) -> str:
        press = received.press
        if press is None:
            return self._mask.hide(read.incoming.text)
        return command(press.value if press.kind == "intent" else "answer")

    def _alert(self, read: Read, source: str, programme: str | None, thread: str | None) -> dict[str, Any]:
        safety = read.reading.safety
        return alert_body(
            read.incoming.new_alert_id(),
            level=safety.level,
            reasons=list(safety.reasons),
            text=excerpt(read.incoming.text, safety),
            source=source,
            programme=programme,
            thread=thread,
        )

    def _known(self, programme: str | None) -> str | None:
        return programme if programme and programme in self._numbers else None

    def _too_long(self, incoming: Incoming) -> Outcome:
        message = self._wording.problems["too_long"].format(length=f"{len(incoming.text):,}", limit=f"{LIMIT:,}")
        return Outcome([], kept=False, refusal=Refusal(422, "too_long", message))

    def _kept(self, received: Received) -> Reply:
        """That what was written is kept, and cannot be answered now."""
        custom = {"trouble": "conversation"} | ({"language": received.language} if received.language else {})
        return Reply(text=self._wording.problem("kept", received.language), custom=custom)

    def _refused(
        self, status: int, code: str, sentence: str, retry_after: int | None = None, language: str | None = None
    ) -> Outcome:
        said = self._wording.problem(sentence, language)
        return Outcome([], kept=False, refusal=Refusal(status, code, said, retry_after))


def is_trouble(replies: list[Reply]) -> bool:
    """Whether replies end with "kept, but not answered": the same message sent again is then tried again."""
    return "trouble" in (replies[-1].get("custom") or {})


def _of_danger(read: Read, received: Received) -> Literal["immediate", "urgent"] | None:
    """How serious a message is as an answer to the question about danger, if that was open."""
    return danger_answered(received.question, received.press.value if received.press else read.reading.answer)


def _answering(read: Read, level: Literal["immediate", "urgent"]) -> Read:
    """A message that is danger because of what it answers."""
    safety = Safety(level, ("danger_yes" if level == "immediate" else "danger_unsure",))
    return replace(read, reading=replace(read.reading, safety=safety))


def danger_answered(question: str | None, answer: str | None) -> Literal["immediate", "urgent"] | None:
    """How serious an answer to the question about danger is; None for "no" and for any other question."""
    if question != "danger":
        return None
    levels: dict[str, Literal["immediate", "urgent"]] = {"yes": "immediate", "unsure": "urgent"}
    return levels.get(answer or "")


_LEARNED = {
    "danger": frozenset({"danger"}),
    "consent": frozenset({"consent_asked", "consent_own"}),
    "summary": frozenset({"summary"}),
}
"""Questions of which it was learned what answers to them mean (``nlu.encoder.questions``)."""


def _fits(question: str | None, reading: Reading) -> bool:
    """Whether what the open question asks for was read: "English, my dear" is no mere greeting."""
    read = {
        "address": reading.address or reading.postcode,
        "agencies": reading.agencies or reading.no_agencies,
        "consent": reading.consent,
        "contact": reading.contacts,
        "household": reading.people,
        "language": reading.language,
        "lead_professional": reading.lead_professional,
    }
    return bool(read.get(question or "")) or bool(reading.meant.keys() & _LEARNED.get(question or "", frozenset()))


def _metadata(read: Read, received: Received) -> dict[str, Any]:
    """What goes along with the masked words: codes and counts, nothing that names anybody."""
    reading, press = read.reading, received.press
    return {
        "thread": received.thread,
        "message": received.message,
        "needs": reading.needs,
        "safety": "concern" if read.is_doubted_in(received) else reading.safety.level,
        "words": len(read.incoming.text.split()),
        "press": None if press is None else (press.value if press.kind == "intent" else "answer"),
        "answer": reading.answer,
        "correction": reading.correction,
        "question": received.question,
        "fits": _fits(received.question, reading),
        "audience": received.audience,
    }
