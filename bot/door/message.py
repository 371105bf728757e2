"""The nouns of the door: what comes in, what the backend says of it, what goes out."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict

LIMIT = 4000
"""Characters in one message; a longer one is handed back, not cut."""

CredentialKind = Literal["bearer", "cookie", "chat", "link"]


class Button(TypedDict):
    title: str
    payload: str


class Reply(TypedDict, total=False):
    """One message to the person, in Rasa's REST shape."""

    text: str
    buttons: list[Button]
    custom: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Credential:
    """What the person showed: a bearer token, the page's cookie with its form token, the chat they write in, or the
    link to the page for what is too private for it."""

    kind: CredentialKind
    value: str = field(repr=False)
    csrf: str | None = field(default=None, repr=False)

    def to_json(self) -> dict[str, str | None]:
        return {"kind": self.kind, "value": self.value, "csrf": self.csrf}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as it arrived. ``address`` serves the limit on alerts and is neither stored nor logged."""

    conversation: str
    text: str = field(repr=False)
    credential: Credential | None
    address: str = field(repr=False)
    delivery: str | None = None
    programme: str | None = None
    channel: Literal["web", "telegram"] = "web"
    pressed: bool = False
    """Whether the text can only be a button's token."""
    behind: bool = False
    """Whether something written before it in its chat is still under way: it is taken only if it tells of danger."""

    @property
    def stays_on_telephone(self) -> bool:
        """Whether it was written in a chat, where it can be read later by whoever holds the telephone."""
        return self.channel == "telegram" and (self.credential is None or self.credential.kind == "chat")

    @property
    def person(self) -> str:
        """Who is writing, by what they showed or else by their address, without saying who."""
        shown = self.credential.value if self.credential else self.address
        return hashlib.sha256(shown.encode()).hexdigest()

    @property
    def key(self) -> str:
        """One conversation of one person, without saying whose."""
        return hashlib.sha256(f"{self.person}\0{self.conversation}".encode()).hexdigest()

    def new_alert_id(self) -> str:
        """The same for the same delivery, so that a message sent again does not alarm twice."""
        if self.delivery is None:
            return str(uuid.uuid4())
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.key}/{self.delivery}"))


@dataclass(frozen=True, slots=True)
class Press:
    """A button the backend recognised."""

    kind: Literal["answer", "intent", "item"]
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Received:
    """The backend's receipt for a message (docs/wire.md, ``POST /internal/messages``)."""

    thread: str
    message: int
    duplicate: bool
    replies: list[Reply] | None
    press: Press | None
    audience: str
    programme: str | None
    question: str | None = None
    """Id of the question that was open when the message came."""
    handed_over: bool = False
    """Whether a person answers in this talk: the assistant stays silent."""
    language: str | None = None
    """The language other than English that a family chose to talk in."""

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Received:
        press = data.get("press")
        return cls(
            thread=str(data["thread"]),
            message=int(data["message"]),
            duplicate=bool(data.get("duplicate")),
            replies=data.get("replies"),
            press=Press(press["kind"], press["value"]) if press else None,
            audience=str(data["audience"]),
            programme=data.get("programme"),
            question=data.get("question"),
            handed_over=bool(data.get("handed_over")),
            language=data.get("language"),
        )

    def alert_id(self, source: str) -> str:
        """As the action server names an alert of this message: raised by both, it is one."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.thread}/{self.message}/{source}"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message was not taken: a plain sentence for the person, and the status that fits it."""

    status: int
    code: str
    message: str
    retry_after: int | None = None
    """Seconds to wait, where waiting helps."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the door did with a message: replies, or a refusal."""

    replies: list[Reply]
    kept: bool
    """Whether the backend holds the replies, so that the person's page shows them."""
    refusal: Refusal | None = None
