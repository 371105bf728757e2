"""What is known of a family so far, folded from the person's messages, and how each message was taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from actions.interview import agreement
from actions.interview.thread import FamilyAnswer, Open
from nlu.people.safe_times import safe_times, voicemail

Json = dict[str, Any]
Entry = Json
"""An entry of ``indicators``."""
Taken = Literal["answer", "aside", "missed", "told"]
"""How a message was taken: it answered the open question; it said something else that counts; it was not
understood; or no question was open."""


ADULT_FROM = 18
"""From this age nobody else is asked; at 16 and 17 a parent may be asked too, with the young person's say."""
ADULT_HELP_FROM = 16
"""Below this age a trusted adult and a person are brought in; 16 and 17 are heard in their own right."""


@dataclass(slots=True)
class ConsentState:
    """What is known of the consent; who asked, when and how stay None until said."""

    state: str | None = None
    by: str | None = None
    asked_by: str | None = None
    date: str | None = None
    method: str | None = None
    declined: frozenset[str] = frozenset()
    """The topics (``purposes.yml``) that were said no to although the nomination was agreed."""
    refused_by: list[str] = field(default_factory=list)
    """Who refused although somebody else agreed."""
    refused_by_message: int | None = None
    """The last message that told so."""
    conditions: list[Json] = field(default_factory=list)
    """On what conditions they agreed, in the words that were used: ``{"words", "message"}``."""
    answers: list[FamilyAnswer] = field(default_factory=list)
    """What the family answered by links of its own."""
    only_by_link: bool = False
    """Nobody but the family itself has said that it agrees."""
    followed_up: bool = False
    """The missing details were asked for once."""
    named_again: bool = False
    """An answer to that told none of them, and they were named once more."""
    parent: str | None = None
    """What a young person of 16 or 17 said to a parent or carer being asked too: given, refused or not_yet."""
    parent_on: str | None = None
    """The day on which they said so, ISO."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out of the draft, and how many of the messages ``heard`` came before: there it stays out."""

    entry: Entry
    heard: int


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of a wish to take something out or to put it back.

    ``gone``: it is not there (any more); ``which``: it is not clear what is meant; ``nothing``: there is nothing.
    """

    how: Literal["out", "back", "gone", "which", "nothing"]
    entries: tuple[Entry, ...] = ()


def key_of(question: Open) -> str:
    """What the misses of a question are counted under: asking about other needs is another question."""
    return ":".join((question.id, *question.about))


@dataclass(slots=True)
class Draft:
    """The content of a draft under way. :meth:`to_json` is what the backend keeps (``docs/wire.md``)."""

    programme: str | None = None
    began_with: str | None = None
    """The programme that the talk was given, before anybody corrected it."""
    nominator: Json = field(default_factory=dict)
    """Name, role and agency of who speaks, as far as they had to say it themselves."""
    consent: ConsentState = field(default_factory=ConsentState)
    consent_version: str | None = None
    consent_in: str | None = None
    """The language in which a family was asked; None is English."""
    purposes: tuple[str, ...] = ()
    people: list[Json] = field(default_factory=list)
    address: str | None = None
    postcode: str | None = None
    contact: Json = field(default_factory=dict)
    language: str | None = None
    interpreter: bool | None = None
    """Whether somebody is wanted who puts it into that language; None where nobody spoke of it."""
    talk_in: str | None = None
    """The language that a family chose to talk in; None is English."""
    written_in: list[str] = field(default_factory=list)
    """The languages besides English in which a family wrote, ``unread`` among them."""
    names_another: bool = False
    """Another language than English was named, by whatever sentence ("they came from Poland" names none)."""
    indicators: list[Json] = field(default_factory=list)
    agencies: list[str] | None = None
    lead_professional: Json | None = None
    assessment_in_place: bool | None = None
    turnaround: str | None = None
    hopes: str | None = None
    story: list[str] = field(default_factory=list)
    safety: str = "none"
    danger: str | None = None
    answered: list[str] = field(default_factory=list)

    hearing: int | None = None
    """The message that is heard just now."""
    told_as: dict[tuple[str, ...], str] = field(default_factory=dict)
    """As what a fact was read that is a child's by its age: an age that is put right gives it back."""
    told_by: dict[str, int] = field(default_factory=dict)
    """The message by which each question was first answered (or given up)."""
    own_age: int | None = None
    """The age that a family member gave as their own."""
    own_age_by: int | None = None
    ages_asked: bool = False
    """The children's ages were asked for once."""
    escalated_by: int | None = None
    """The message that answered yes to the question about danger."""
    wavered_by: int | None = None
    """The message that was unsure about danger."""
    leaned_by: int | None = None
    """The message that leant to no about danger without being sure: it is asked once more."""
    doubts: int = 0
    """How often it was asked about danger again, because a message perhaps told of some."""
    confirmed: bool = False
    wants_change: bool = False
    wants_out: bool = False
    """The person confirmed that they want to withdraw."""
    misses: Counter[str] = field(default_factory=Counter)
    rounds: list[tuple[str, ...]] = field(default_factory=list)
    """The groups of needs that were clarified, in order."""
    clarified: tuple[str, ...] = ()
    """The needs that the newest answer to several of them settled."""
    taken: dict[int, Taken] = field(default_factory=dict)
    household_told: bool = False
    """Somebody said who lives in the household when that was asked."""
    changed: bool = False
    """The message under way said something new besides an answer."""
    missed_in_a_row: int = 0
    offered_by: int | None = None
    """The message after which a person is offered: the third in a row that was not understood."""
    corrected_by: int | None = None
    """The last message that took something back."""
    denied_by: int | None = None
    """The last message that only said of something understood that it is not so."""
    out: list[TakenOut] = field(default_factory=list)
    """What was taken out and not put back."""
    touched: dict[int, Touched] = field(default_factory=dict)
    """What each message did that took something out or put it back."""
    heard: list[str] = field(default_factory=list)
    """The words of each message so far, without their signs."""
    story_parts: list[Json] = field(default_factory=list)
    """Where in the story each message stands: ``{"message", "start", "end", "from"}``."""

    def answer(self, question: str) -> None:
        """Note that a question has been answered (or given up)."""
        if question not in self.answered:
            self.answered.append(question)
            if self.hearing is not None:
                self.told_by[question] = self.hearing

    def missed_at(self, question: Open) -> int:
        """How many answers to a question were not understood."""
        return self.misses[key_of(question)]

    def has(self, question: str) -> bool:
        """Whether a question has been answered (or given up)."""
        return question in self.answered

    @property
    def speaks_another(self) -> bool:
        """Whether anything hints at another language than English."""
        return self.names_another or bool(self.written_in)

    @property
    def is_under_16(self) -> bool:
        """Whether the person who speaks said that they are a child under 16."""
        return self.own_age is not None and self.own_age < ADULT_HELP_FROM

    @property
    def parent_wanted(self) -> bool:
        """Whether a young person of 16 or 17 agreed, and was not yet asked about a parent or carer."""
        young = self.own_age is not None and ADULT_HELP_FROM <= self.own_age < ADULT_FROM
        return young and self.consent.state == "given" and self.consent.parent is None

    def to_json(self) -> Json:
        """The draft's content as the backend keeps it."""
        return {
            "programme": self.programme,
            "nominator": dict(self.nominator) or None,
            "consent": {
                "state": self.consent.state,
                "events": self._events(),
                "conditions": [dict(condition) for condition in self.consent.conditions],
            },
            "people": [dict(person) for person in self.people],
            "address": self.address,
            "postcode": self.postcode,
            "contact": self._contact(),
            "language": self.language,
            "interpreter_wanted": self.interpreter,
            "talk_in": self.talk_in,
            "written_in": list(self.written_in),
            "indicators": [dict(entry) for entry in self.indicators],
            "agencies": None if self.agencies is None else list(self.agencies),
            "lead_professional": dict(self.lead_professional) if self.lead_professional else None,
            "assessment_in_place": self.assessment_in_place,
            "turnaround": self.turnaround,
            "hopes": self.hopes,
            "story": "\n".join(self.story) or None,
            "story_parts": [dict(part) for part in self.story_parts],
            "safety": self.safety,
            "danger": self.danger,
            "answered": [*self.answered, *([f"district:{self.began_with}"] if self.began_with else [])],
        }

    def facts(self) -> Json:
        """The content without the words and the bookkeeping: what tells whether a message changed anything."""
        content = self.to_json()
        for key in ("story", "story_parts", "answered", "safety", "talk_in", "written_in"):
            del content[key]
        return content

    def _contact(self) -> Json | None:
        if not self.contact:
            return None
        told = {key: self.contact.get(key) for key in ("phone", "email", "person", "note")}
        words = str(self.contact.get("note") or "")
        times = [window.to_json() for window in safe_times(words)]
        return told | ({"times": times} if times else {}) | ({"voicemail": left} if (left := voicemail(words)) else {})

    def _events(self) -> list[Json]:
        consent = self.consent
        if consent.state is None:
            return []
        declined = agreement.purposes(consent.declined) if consent.state == "given" else frozenset()
        told = [self._event(purpose, "refused" if purpose in declined else consent.state) for purpose in self.purposes]
        if consent.only_by_link:
            told = []
        return self._refusals() + told + self._own_answers() + self._parent_event()

    def _own_answers(self) -> list[Json]:
        """What the family answered itself; the backend puts in who it was."""
        nobody = {"by": None, "asked_by": None, "method": "link"}
        return [
            self._event(purpose, "refused" if purpose in answer.declined else answer.state)
            | nobody
            | {"date": answer.on}
            for answer in sorted(self.consent.answers, key=lambda answer: answer.state != "refused")
            for purpose in (self.purposes if answer.state == "given" else self.purposes[:1])
        ]

    def _event(self, purpose: str, state: str) -> Json:
        consent = self.consent
        return {
            "purpose": purpose,
            "state": state,
            "by": consent.by,
            "asked_by": consent.asked_by,
            "date": consent.date,
            "method": consent.method,
            "wording_version": self._asked_in(),
        }

    def _asked_in(self) -> str | None:
        """The version of the wording, with the language it was said in where that was not English: ``…+sk``."""
        version = self.consent_version
        return f"{version}+{self.consent_in}" if version and self.consent_in else version

    def _refusals(self) -> list[Json]:
        """Others' refusals, first: the newest event of a purpose is the one that counts."""
        nobody = {"asked_by": None, "date": None, "method": None}
        purpose = self.purposes[:1]
        return [
            self._event(code, "refused") | {"by": who} | nobody for code in purpose for who in self.consent.refused_by
        ]

    def _parent_event(self) -> list[Json]:
        consent = self.consent
        if consent.parent is None:
            return []
        event = {"purpose": "asking_a_parent", "state": consent.parent, "by": consent.by, "asked_by": None}
        return [{**event, "date": consent.parent_on, "method": "chat", "wording_version": None}]
