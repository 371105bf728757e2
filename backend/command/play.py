"""Plays a persona against a running Front Door, through its API, as a person would."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from backend.command.bot_api import BotApi
from backend.command.careless import Typist
from backend.command.expectations import check_record, check_reply, what_came
from backend.command.persona import Persona, messages
from backend.command.telephone import NoAnswer, Telephone
from backend.command.totals import spread

LONGEST = 60
"""Messages after which a persona gives up."""
PATIENCE = 3
"""Replies in a row that ask nothing, after which there is nothing left to answer: a person has taken over."""
PAUSES = (1, 2, 4, 8)
"""Seconds to wait for a service that is away, before each time that it is asked again."""
BETWEEN = 2
"""Seconds between two looks for a person's answer."""
PASSWORD = "front-door-demo"  # noqa: S105 - the demo accounts' published password  # nosec B105
ACCOUNTS = {"professional": "nominator@demo.example", "family": "family@demo.example"}
COORDINATOR = "coordinator@demo.example"
ORDER = ("none", "concern", "urgent", "immediate")
Reply = dict[str, Any]


class CannotPlay(Exception):  # noqa: N818 - says what happened, like click's own
    """Front Door cannot be reached, or does not take the message; the message says how."""


class Account:
    """Somebody who is signed in."""

    def __init__(self, client: httpx.Client, email: str, password: str = PASSWORD) -> None:
        self._client = client
        answer = client.post("/api/token", data={"grant_type": "password", "username": email, "password": password})
        if not answer.is_success:
            raise CannotPlay(f"{email} cannot sign in: {answer.status_code}")
        self._headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}

    def say(self, conversation: str, text: str, programme: str | None = None) -> list[Reply]:
        """Send a message and return the replies. A service that is away for a moment is sent the same message again."""
        body = {"conversation": conversation, "text": text, "delivery": str(uuid.uuid4())}
        if programme is not None:
            body["programme"] = programme
        answer = self._until_taken(body)
        if not answer.is_success:
            raise CannotPlay(f"a message was not taken: {answer.status_code} {answer.text[:300]}")
        replies: list[Reply] = answer.json()
        return replies

    def _until_taken(self, body: dict[str, Any]) -> httpx.Response:
        for pause in PAUSES:
            with suppress(httpx.TransportError):
                answer = self._client.post("/api/chat/messages", json=body, headers=self._headers)
                if not _is_for_later(answer):
                    return answer
            time.sleep(pause)
        return self._client.post("/api/chat/messages", json=body, headers=self._headers)

    def unasked(self, conversation: str, after: int | None) -> dict[str, Any]:
        """What was said without an answer being asked for (docs/wire.md, ``GET /api/chat/replies``)."""
        asked: dict[str, Any] = {"conversation": conversation} | ({} if after is None else {"after": after})
        answer = self._client.get("/api/chat/replies", params=asked, headers=self._headers)
        if not answer.is_success:
            raise CannotPlay(f"what a person answered cannot be read: {answer.status_code}")
        found: dict[str, Any] = answer.json()
        return found

    def nomination(self, reference: str) -> dict[str, Any]:
        """The record, as far as this account may see it."""
        answer = self._client.get(f"/api/nominations/{reference}", headers=self._headers)
        if not answer.is_success:
            raise CannotPlay(f"the nomination cannot be read: {answer.status_code}")
        record: dict[str, Any] = answer.json()
        return record


@dataclass
class Waiting:
    """Waits for a person while the assistant is silent; ``seconds`` is for how long at a time."""

    unasked: Callable[[int | None], dict[str, Any]]
    seconds: float = 0
    after: int | None = None

    def listen(self) -> list[Reply]:
        """What a person has answered meanwhile, and what the assistant says once it speaks again."""
        until = time.monotonic() + self.seconds
        while True:
            found = self.unasked(self.after)
            self.after = found["latest"]
            if found["replies"] or not found["with_person"] or time.monotonic() >= until:
                return list(found["replies"])
            time.sleep(BETWEEN)


@dataclass
class Talk:
    """A conversation while it is being held."""

    say: Callable[[str], list[Reply]]
    show: Callable[[str], None]
    question: str | None = None
    about: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    outcome: str | None = None
    reference: str | None = None
    safety: str = "none"
    turns: int = 0
    questions: list[str] = field(default_factory=list)
    unasked: int = 0
    """Replies in a row that asked nothing."""
    typist: Typist | None = None
    """Whose fingers slip; None types what is meant."""
    lengths: list[int] = field(default_factory=list)
    """Words typed in each message; a button is none."""
    milliseconds: list[float] = field(default_factory=list)
    waiting: Waiting | None = None

    def tell(self, text: str) -> list[Reply]:
        """Say one message; a button's title is pressed instead. Remembers what is asked now."""
        self.turns += 1
        payload = self._pressed(text)
        typed = text if payload or not self.typist else self.typist.types(text)
        self.show(f"> {typed}")
        self.lengths.append(0 if payload else len(typed.split()))
        began = time.perf_counter()
        replies = self.say(payload or typed)
        self.milliseconds.append((time.perf_counter() - began) * 1000)
        self.buttons = {}
        self.unasked += 1
        if self.waiting and _is_silent(replies):
            replies = [*replies, *self.waiting.listen()]
        for reply in replies:
            self._hear(reply)
        return replies

    @property
    def over(self) -> bool:
        return self.outcome not in {None, "escalated_danger"}

    def _pressed(self, text: str) -> str | None:
        payload = self.buttons.get(_title(text))
        return payload if not self.typist or (payload and self.typist.presses()) else None

    def _hear(self, reply: Reply) -> None:
        titles = [button["title"] for button in reply.get("buttons", ())]
        mark = "    (a person) " if reply.get("by") == "person-answering" else "    "
        self.show("\n".join(f"{mark}{line}" for line in reply["text"].splitlines()))
        if titles:
            self.show(f"    [{'] ['.join(titles)}]")
        self.buttons |= {_title(button["title"]): button["payload"] for button in reply.get("buttons", ())}
        custom = reply.get("custom", {})
        if "question" in custom:
            self.question, self.about = custom["question"], list(custom.get("about") or ())
            self.questions.append(self.question)
            self.unasked = 0
        if custom.get("outcome"):
            self.outcome = custom["outcome"]
            self.reference = custom.get("reference") or self.reference
        self.safety = max(self.safety, custom.get("safety", "none"), key=ORDER.index)


@dataclass(frozen=True, slots=True)
class Played:
    """A conversation that was held: the result as the JSON line has it, and how long each turn took."""

    line: dict[str, Any]
    milliseconds: list[float]


def play(
    persona: Persona,
    client: httpx.Client,
    show: Callable[[str], None],
    careless: int | None = None,
    wait: float = 0,
    *,
    api: BotApi | None = None,
) -> Played:
    """Hold the conversation and check what was expected; ``careless`` is the seed of a careless typist's slips.

    ``wait``: seconds to wait for a person's answer, each time that one was asked for or written to.
    ``api``: the Bot API server through which a persona of the channel ``telegram`` talks.
    Raises :class:`CannotPlay` or httpx.HTTPError.
    """
    talk = (
        _on_telegram(api, show, wait)
        if api and persona.channel == "telegram"
        else _over_web(persona, client, show, wait)
    )
    if careless is not None:
        talk.typist = Typist(f"{careless}:{persona.name}", persona.texts())
    checks = hold(persona, talk)
    record = Account(client, COORDINATOR).nomination(talk.reference) if talk.reference else None
    checks |= check_record(persona.expect, talk.outcome, talk.safety, record)
    return Played(_line(persona, talk, record, checks), talk.milliseconds)


def _over_web(persona: Persona, client: httpx.Client, show: Callable[[str], None], wait: float) -> Talk:
    account, conversation = Account(client, ACCOUNTS[persona.kind]), f"persona-{uuid.uuid4()}"
    talk = Talk(lambda text: account.say(conversation, text, persona.programme), show)
    talk.waiting = Waiting(lambda after: account.unasked(conversation, after), wait)
    return talk


def _on_telegram(api: BotApi, show: Callable[[str], None], wait: float) -> Talk:
    """A talk in a new chat, in which ``/start`` was sent. Its programme follows from what is said there."""
    telephone = Telephone(api)

    def say(text: str) -> list[Reply]:
        try:
            return telephone.say(text)
        except NoAnswer:
            raise CannotPlay(
                "nothing came back on Telegram: does Front Door run with TELEGRAM_BOT_TOKEN and with TELEGRAM_API_BASE"
                " at --bot-api?"
            ) from None

    talk = Talk(say, show)
    talk.tell("/start")
    talk.waiting = Waiting(telephone.unasked, wait)
    return talk


def _line(persona: Persona, talk: Talk, record: dict[str, Any] | None, checks: dict[str, str]) -> dict[str, Any]:
    return {
        "persona": persona.name,
        "channel": persona.channel,
        "outcome": talk.outcome,
        "reference": talk.reference,
        "turns": talk.turns,
        "words": sum(talk.lengths),
        "longest": max(talk.lengths, default=0),
        "questions": talk.questions,
        "safety": talk.safety,
        "verdict": ((record or {}).get("assessment") or {}).get("verdict"),
        "route": (record or {}).get("route"),
        "ms": spread(talk.milliseconds),
        "expect": checks,
        "wrong": what_came(persona.expect, checks, record),
    }


def hold(persona: Persona, talk: Talk) -> dict[str, str]:
    """Say what the persona has to say until the talk is over; what its events expected, as ``ok`` or ``failed``."""
    checks: dict[str, str] = {}
    said: set[int] = set()
    answer, answered = persona.opening, "start"
    while talk.turns < LONGEST and talk.unasked < PATIENCE:
        late = _say(answer, talk)
        checks |= _events(persona, talk, answered, said)
        if late and not talk.over:
            talk.tell(late)
        if talk.over or _ends_in_danger(persona, talk):
            break
        answered = talk.question or "start"
        answer = persona.answer_to(talk.question, talk.about)
    return checks


def _say(answer: list[str], talk: Talk) -> str | None:
    """Say an answer's messages; what a careless typist sends of it only after the next question has come."""
    late: str | None = None
    if talk.typist:
        answer, late = talk.typist.too_early(answer)
    for text in answer:
        talk.tell(text)
        if talk.over:
            break
    return late


def _events(persona: Persona, talk: Talk, answered: str, said: set[int]) -> dict[str, str]:
    checks: dict[str, str] = {}
    for number, event in enumerate(persona.events):
        if event.after != answered or number in said:
            continue
        said.add(number)
        replies: list[Reply] = []
        for text in messages(event.say):
            replies = talk.tell(text)
        for name, state in check_reply(event.expect, replies).items():
            checks[f"events.{number}.{name}"] = state
    return checks


def _ends_in_danger(persona: Persona, talk: Talk) -> bool:
    return talk.outcome == "escalated_danger" and persona.expect.get("outcome") == "escalated_danger"


def _is_for_later(answer: httpx.Response) -> bool:
    """Whether a message was not kept, or kept and not answered: the same one, sent again, is answered."""
    if not answer.is_success:
        return answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    replies: list[Reply] = answer.json()
    return bool(replies) and "trouble" in replies[-1].get("custom", {})


def _is_silent(replies: list[Reply]) -> bool:
    """Whether a person is wanted, or is being written to."""
    return not replies or any(reply.get("custom", {}).get("handed_over") for reply in replies)


def _title(text: str) -> str:
    return text.strip().casefold()
