"""A Reading: everything that was read in one message, the same shape in the process and on the wire.

The interface that stays, whatever reads behind it. Codes of indicators and needs are those of
``nlu/needs/indicators.yml``; offsets are characters of the message as it was written.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

Status = Literal["asserted", "uncertain", "historical", "negated"]
SafetyLevel = Literal["none", "concern", "urgent", "immediate"]
Answer = Literal["yes", "no", "unsure", "skip"]
ConsentState = Literal["given", "refused", "not_yet", "withdrawn"]
WrittenIn = Literal["en", "sk", "cs", "pl", "ro", "unread"]

STRENGTH: dict[str, int] = {"negated": 0, "historical": 1, "uncertain": 2, "asserted": 3}
SAFETY_ORDER: tuple[str, ...] = get_args(SafetyLevel)


@dataclass(frozen=True, slots=True)
class Mention:
    """One fact said about the family: an indicator and how it was said."""

    indicator: str
    need: str | None
    status: Status
    words: str
    start: int
    end: int
    person: str | None = None
    """Whom it is about, as said: a relation ("mum", "son") or a first name; None where it is not said."""
    date: str | None = None
    """When it was, where that is said: ISO "2015", "2015-03" or "2015-03-04"."""
    confidence: float | None = None
    """How often mentions read like this one are right, 0 to 1 (docs/model-card.md); None where the lists read alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the household, as far as the message says."""

    name: str | None = None
    age: int | None = None
    date_of_birth: str | None = None
    relation: str | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What the message says about the family's consent. Hearsay is ``not_yet``."""

    state: ConsentState
    by: str | None = None
    asked_by: str | None = None
    date: str | None = None
    method: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A safe way to reach the family."""

    kind: Literal["phone", "email", "note"]
    value: str


LEARNED = "learned"
"""The reason code of a danger that the models saw and no list of words."""
PERHAPS = "perhaps"
"""Beside ``learned``: the models are not sure. Whoever wrote it is asked before they are told to ring 999."""


@dataclass(frozen=True, slots=True)
class Safety:
    """How dangerous what was said is, with the reasons as codes and the words that said so."""

    level: SafetyLevel = "none"
    reasons: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadProfessional:
    state: Literal["yes", "no", "unknown"]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one message. Whatever was not said is None or empty, never guessed."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    safety: Safety = field(default_factory=Safety)
    answer: Answer | None = None
    """The message as a whole as a short answer ("yes please", "no", "not sure", "skip")."""
    meant: dict[str, str] = field(default_factory=dict)
    """Learned: what the message plainly means as an answer to each of ``nlu.encoder.questions.QUESTIONS``."""
    consent: Consent | None = None
    address: str | None = None
    postcode: str | None = None
    contacts: tuple[Contact, ...] = ()
    agencies: tuple[str, ...] = ()
    no_agencies: bool = False
    assessment_in_place: bool | None = None
    lead_professional: LeadProfessional | None = None
    turnaround: Literal["likely", "possible", "unlikely"] | None = None
    language: str | None = None
    """The language that somebody is said to speak."""
    written_in: WrittenIn | None = None
    """The language of the message; ``unread`` where it is none that is read, None where it is too short to tell."""
    model: str | None = None
    """The version of the trained encoder that read along; None where the lists read alone."""
    correction: bool = False
    """The message takes something back ("sorry, I meant …", "actually …")."""

    @property
    def needs(self) -> dict[str, Status]:
        """Each need that was mentioned with its strongest status over all people."""
        strongest: dict[str, Status] = {}
        for mention in self.mentions:
            if mention.need is None:
                continue
            known = strongest.get(mention.need)
            if known is None or STRENGTH[mention.status] > STRENGTH[known]:
                strongest[mention.need] = mention.status
        return strongest

    def to_json(self) -> dict[str, Any]:
        """The reading as plain JSON values; :meth:`from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reading:
        """Read what :meth:`to_json` wrote. Unknown keys are refused with TypeError."""
        nested = dict(data)
        nested["mentions"] = tuple(Mention(**m) for m in data.get("mentions", ()))
        nested["people"] = tuple(Person(**p) for p in data.get("people", ()))
        nested["contacts"] = tuple(Contact(**c) for c in data.get("contacts", ()))
        nested["agencies"] = tuple(data.get("agencies", ()))
        safety = data.get("safety") or {}
        nested["safety"] = Safety(
            safety.get("level", "none"), tuple(safety.get("reasons", ())), tuple(safety.get("words", ()))
        )
        nested["consent"] = Consent(**data["consent"]) if data.get("consent") else None
        lead = data.get("lead_professional")
        nested["lead_professional"] = LeadProfessional(**lead) if lead else None
        return cls(**nested)
