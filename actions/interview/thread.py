"""A thread as the backend tells it: who speaks, what they said, which programme, what is known of it.

The shapes are those of ``docs/wire.md``; a missing key that the document names is a KeyError.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, cast

from nlu.reading import Reading

Audience = Literal["professional", "family"]
State = Literal["open", "submitted", "stopped", "withdrawn"]
Kind = Literal["new", "answer", "digression", "undone"]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is open: its id and, for ``clarify``, the needs that it is about."""

    id: str
    about: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, data: Json | None) -> Open | None:
        return cls(data["id"], tuple(data.get("about") or ())) if data else None

    def to_json(self) -> Json:
        return {"id": self.id, "about": list(self.about)} if self.about else {"id": self.id}


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed: an answer's value, an intent's name, or ``out:`` or ``back:`` with an item's."""

    kind: Literal["answer", "intent", "item"]
    value: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the person, with the question that was open when it came."""

    n: int
    text: str
    reading: Reading = field(default_factory=Reading)
    question: Open | None = None
    press: Press | None = None
    kind: Kind = "new"
    at: str | None = None
    """ISO time; None where the backend does not say."""

    @classmethod
    def from_json(cls, data: Json) -> Message:
        press = data.get("press")
        return cls(
            n=data["n"],
            text=data["text"],
            reading=Reading.from_json(data["reading"]),
            question=Open.from_json(data.get("question")),
            press=Press(press["kind"], press["value"]) if press else None,
            kind=cast(Kind, data["kind"]),
            at=data.get("at"),
        )


@dataclass(frozen=True, slots=True)
class Criterion:
    """A programme's criterion as the interview needs it: which needs it is about."""

    code: str
    name: str
    scope: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The interview's view of a programme: consent, criteria, what each need is called to whom."""

    code: str
    name: str
    area: str
    family_name: str = ""
    consent_version: str | None = None
    purposes: tuple[str, ...] = ()
    purpose_wordings: tuple[str, ...] = ()
    how_to_ask: str = ""
    what_to_say: str = ""
    """To a parent or carer, in plain words."""
    not_a_referral: str = ""
    """What professionals are told once: that a nomination is no referral to the safeguarding hub."""
    criteria: tuple[Criterion, ...] = ()
    topics: dict[str, dict[str, str]] = field(default_factory=dict)
    emergency: Any = None
    districts: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    """Postcode districts that reach into a neighbour's area: a postcode there is not certainly in this one."""
    self_referral: bool = False
    out_of_area: str = ""
    """What happens with an address outside the area."""

    @classmethod
    def from_json(cls, data: Json) -> Programme:
        consent = data.get("consent") or {}
        return cls(
            code=data["code"],
            name=data["name"],
            area=data.get("area", ""),
            family_name=data.get("family_name", ""),
            consent_version=consent.get("version"),
            purposes=tuple(purpose["code"] for purpose in consent.get("purposes", ())),
            purpose_wordings=tuple(purpose.get("wording", "") for purpose in consent.get("purposes", ())),
            how_to_ask=consent.get("how_to_ask", ""),
            what_to_say=consent.get("what_to_say", ""),
            not_a_referral=data.get("not_a_referral", ""),
            criteria=tuple(
                Criterion(c["code"], c.get("name", c["code"]), c["scope"], tuple(c.get("about", ())))
                for c in data.get("criteria", ())
            ),
            topics=data.get("topics", {}),
            emergency=data.get("emergency"),
            districts=tuple(data.get("districts") or ()),
            shared=tuple(data.get("shared") or ()),
            self_referral=bool(data.get("self_referral")),
            out_of_area=data.get("out_of_area") or "",
        )


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the backend made of the content: the verdict and what could still change it."""

    verdict: str
    missing: tuple[str, ...] = ()
    states: dict[str, str] = field(default_factory=dict)
    """Each criterion's state."""
    deciding: frozenset[str] | None = None
    """The questions whose answer could change the route or the order; None where that was not worked out."""

    @classmethod
    def from_json(cls, data: Json | None) -> Assessment | None:
        if not data:
            return None
        states = {criterion["code"]: criterion["state"] for criterion in data.get("criteria", ())}
        deciding = data.get("deciding")
        missing = tuple(data.get("missing", ()))
        return cls(data["verdict"], missing, states, None if deciding is None else frozenset(deciding))

    def decides(self, question: str) -> bool:
        """Whether the answer to a question could change the route or the order, as far as that is known."""
        return self.deciding is None or question in self.deciding


@dataclass(frozen=True, slots=True)
class FamilyAnswer:
    """What a family answered by its own link, after which message; who answered is not told here."""

    state: Literal["given", "refused"]
    after: int
    on: str | None
    declined: frozenset[str]
    """The further purposes it said no to."""
    reached: bool
    """Whether it said how it can be reached safely."""

    @classmethod
    def from_json(cls, data: Json) -> FamilyAnswer:
        return cls(data["state"], data["after"], data["on"], frozenset(data["declined"]), data["reached"])


@dataclass(frozen=True, slots=True)
class ConsentLink:
    """The newest link by which the family may answer for itself, and its last day in words."""

    state: str
    until: str


@dataclass(frozen=True, slots=True)
class Left:
    """A talk from which nothing was sent: the day on which it was begun, in words, and whether it is left for long."""

    begun: str
    long_ago: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything the interview may know of one conversation."""

    thread: str
    version: int
    audience: Audience
    state: State = "open"
    today: str = ""
    reference: str | None = None
    nominator: Json = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()
    programme: Programme | None = None
    messages: tuple[Message, ...] = ()
    content: Json = field(default_factory=dict)
    open_question: Open | None = None
    assessment: Assessment | None = None
    out_of_area: bool = False
    status: str | None = None
    """Of the nomination, once there is one."""
    consent_link: ConsentLink | None = None
    family_answers: tuple[FamilyAnswer, ...] = ()
    sent: int = 0
    """How many nominations whoever speaks has sent, this one included."""
    another_waits: bool = False
    """Whether another family was told of, whose talk has not been gone on with."""
    channel: str = "web"
    """``web``, ``telegram``, …: what is read on a telephone is asked one thing at a time."""
    left: Left | None = None
    """A talk that whoever speaks has left; only at the beginning of another."""

    @classmethod
    def from_json(cls, data: Json) -> Thread:
        programme = data.get("programme")
        link = data.get("consent_link")
        left = data.get("left")
        return cls(
            thread=data["thread"],
            version=data["version"],
            audience=cast(Audience, data["audience"]),
            state=cast(State, data["state"]),
            today=data["today"],
            reference=data.get("reference"),
            nominator=data.get("nominator") or {},
            programmes=tuple(Programme.from_json(p) for p in data.get("programmes", ())),
            programme=Programme.from_json(programme) if programme else None,
            messages=tuple(Message.from_json(m) for m in data["messages"]),
            content=data.get("content") or {},
            open_question=Open.from_json(data.get("open_question")),
            assessment=Assessment.from_json(data.get("assessment")),
            out_of_area=bool(data.get("out_of_area")),
            status=data.get("status"),
            consent_link=ConsentLink(link["state"], link["until"]) if link else None,
            family_answers=tuple(FamilyAnswer.from_json(answer) for answer in data.get("family_answers") or ()),
            sent=data.get("sent", 0),
            another_waits=bool(data.get("another_waits")),
            channel=str(data.get("channel") or "web"),
            left=Left(left["begun"], left["long_ago"]) if left else None,
        )

    @property
    def is_awaited(self) -> bool:
        """Whether the coordinator has asked for more: whatever is said next answers that."""
        return self.status == "awaiting_information"

    @property
    def news(self) -> tuple[Message, ...]:
        """The messages that no action has heard yet."""
        return tuple(message for message in self.messages if message.kind == "new")
