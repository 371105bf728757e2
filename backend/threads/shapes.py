"""What goes over the wire to and from the door and the actions (docs/wire.md, "Internal routes of the backend")."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.threads.content import Code, Content, Indicator

Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=20_000)]
Channel = Literal["web", "telegram", "import", "trawl", "api"]
MessageKind = Literal["new", "answer", "digression", "undone"]
Audience = Literal["professional", "family"]
ThreadState = Literal["open", "submitted", "stopped", "withdrawn"]
StopReason = Literal["refused", "not_yet", "withdrawn"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Credential(_Shape):
    """What the person showed the door."""

    kind: Literal["bearer", "cookie", "chat", "link"]
    """``chat``: the process of a messaging service says in which chat it was written; the door has checked that.
    ``link``: the words come from the page for what is too private for a chat (backend/telegram/private.py)."""
    value: Annotated[str, StringConstraints(max_length=4_000)]
    csrf: Annotated[str, StringConstraints(max_length=400)] | None = None


class IncomingMessage(_Shape):
    channel: Channel = "web"
    credential: Credential
    conversation: Key
    delivery: Key | None = None
    text: Text
    reading: dict[str, Any]
    programme: Code | None = None
    pressed: bool = False
    """Whether the text can only be a button's: it never becomes words."""

    @property
    def tells_of_danger(self) -> bool:
        """Whether the door answered with 999 or the safety numbers: such a message is kept whatever else is limited."""
        safety = self.reading.get("safety")
        return isinstance(safety, dict) and safety.get("level") in ("immediate", "urgent")


class Press(_Shape):
    kind: Literal["answer", "intent", "item"]
    value: Annotated[str, StringConstraints(max_length=200)]


class Button(_Shape):
    title: Annotated[str, StringConstraints(max_length=300)]
    payload: Annotated[str, StringConstraints(max_length=300)]


class Reply(BaseModel):
    """One message of ours in Rasa's REST shape; further keys of Rasa's (``recipient_id``, …) are dropped."""

    text: Text | None = None
    buttons: list[Button] | None = Field(default=None, max_length=40)
    custom: dict[str, Any] | None = None

    def plain(self) -> dict[str, Any]:
        """The reply as JSON values without what it does not have."""
        return self.model_dump(exclude_none=True)


class Heard(_Shape):
    """What the door learns about a message that was stored."""

    thread: str
    message: int
    duplicate: bool
    replies: list[dict[str, Any]] | None
    press: Press | None
    audience: Audience
    programme: str | None
    question: str | None = None
    """Id of the question that was open when the message came."""
    handed_over: bool = False
    """Whether a person is to answer: the assistant stays silent."""
    language: str | None = None
    """The code of the language other than English that a family chose to talk in."""


class OutgoingReplies(_Shape):
    thread: Key
    message: int
    replies: list[Reply] = Field(max_length=40)


class Delivered(_Shape):
    replies: list[dict[str, Any]]


class DraftPut(_Shape):
    version: int
    marks: dict[int, Literal["answer", "digression", "undone"]] = {}
    content: Content
    programme: Code | None = None
    open_question: dict[str, Any] | None = None


class DraftPatch(_Shape):
    version: int
    open_question: dict[str, Any] | None


class Stop(_Shape):
    reason: StopReason


class Addition(_Shape):
    message: int
    indicators: list[Indicator] = Field(default=[], max_length=100)
    challenge: bool = False
    """Whether it challenges the decision that was made."""


class Words(_Shape):
    """A part of a message, with what was read in it."""

    text: Text
    reading: dict[str, Any]


class Another(_Shape):
    """A message that tells of another family, wholly or in part."""

    message: int
    goes: Words | None = None
    """What is about the other family; null where nothing was told of it yet."""
    stays: Words | None = None
    """What is about this one; null where nothing is."""
    now: bool = False
    """Whether the conversation goes on about the other family."""


class TakeUp(_Shape):
    message: int
