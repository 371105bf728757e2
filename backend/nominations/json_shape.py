"""The nomination as JSON, described for programs that read it (README, "A nomination as JSON")."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from backend.nominations.passing_shapes import DoorJson, PassingJson
from backend.nominations.status import DecisionKind, NominationStatus
from backend.threads.content import Consent, Contact, Indicator, LeadProfessional, Person, StoryPart
from backend.threads.shapes import Audience, Channel

NeedStatus = Literal["asserted", "uncertain", "historical", "negated"]
Verdict = Literal["eligible", "not_eligible", "needs_information"]


class _Json(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CriterionJson(BaseModel):
    """How a criterion stands, with its evidence and a sentence a parent understands."""

    code: str
    scope: Literal["national", "local", "discretionary"]
    state: Literal["not_asked", "denied", "uncertain", "claimed", "verified", "not_found", "refuted"]
    met: bool | None
    explanation: str
    evidence: list[dict[str, Any]]


class AssessmentJson(BaseModel):
    verdict: Verdict
    criteria: list[CriterionJson]
    priority: dict[str, Any]
    missing: list[str]
    """Criteria whose answer could still change the verdict."""


class WorkerJson(BaseModel):
    """A post of a stream: what it specialises in, and between how many districts it is shared."""

    name: str
    state: str
    specialism: str | None = None
    shared_between: int | None = None


class ShareJson(BaseModel):
    """The part of the programme's families that a stream is meant for, and how many it has no place for."""

    percent: int
    families: int
    beyond_places: int | None


class CapacityJson(BaseModel):
    """Room in families; null where the programme does not say. Empty where no stream is suggested."""

    stream: str | None = None
    places: int | None = None
    held: int | None = None
    free: int | None = None
    over: int | None = None
    full: bool | None = None
    waiting: int | None = None
    waiting_place: int | None = None
    workers: list[WorkerJson] = []
    share: ShareJson | None = None
    allocation: dict[str, int | None] = {}


class CoordinatorJson(BaseModel):
    code: str
    name: str
    state: str
    reason: str


class RequestJson(BaseModel):
    """Money asked for; ``name`` is null where the programme has no such budget."""

    budget: str
    name: str | None
    decided_by: Literal["coordinator"]


class RouteJson(BaseModel):
    stream: str | None
    path: str | None
    added_support: list[str]
    reasons: list[str]
    alternatives: list[dict[str, Any]]
    not_suggested: list[dict[str, Any]] = []
    """The streams that no rule points to, each with why not."""
    capacity: CapacityJson | None
    next_step: str
    signposting: dict[str, Any] | None = None
    coordinator: CoordinatorJson | None = None
    """Which of several coordinators takes the family up; null where the programme has only one."""
    requests: list[RequestJson] = []


class AlertJson(_Json):
    """An alert of the nomination's talk; its words stay on the duty list."""

    id: str
    level: str
    reasons: list[str]
    at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None


class AdditionJson(_Json):
    """What was said after the nomination was sent."""

    message: int
    at: datetime
    text: str
    challenge: bool = False
    """Whether it challenges the decision that was made."""


class CorrectionJson(_Json):
    """What was put right after it was sent, with what it said before; or what is said against it, where it stays."""

    at: datetime
    field: str
    label: str
    before: Any
    after: Any
    state: Literal["corrected", "disputed"]
    reason: str | None


class NominatorJson(_Json):
    kind: Audience
    name: str | None
    """Null once the family was erased."""
    role: str | None
    agency: str | None


class DeciderJson(BaseModel):
    name: str | None = None
    role: str


class FirstVisitJson(_Json):
    """A partner who knows the family and visits it first, and why."""

    by: str
    word: str


class DecisionJson(_Json):
    kind: DecisionKind
    stream: str | None
    status: NominationStatus
    reason: str | None
    about: list[str] = []
    """The unclear points that a question was about, by their codes."""
    first_visit: FirstVisitJson | None = None
    decider: DeciderJson
    at: datetime
    challenge: str


class OwnDecisionJson(_Json):
    status: NominationStatus
    reason: str | None
    decider: DeciderJson
    at: datetime
    challenge: str


class JudgementJson(_Json):
    programme_version: str
    cause: Literal["submission", "addition", "challenge", "correction", "resumed", "judged-again"]
    verdict: Verdict
    stream: str | None
    path: str | None
    at: datetime
    by: str | None


class EventJson(_Json):
    at: datetime
    what: str
    by: str | None
    detail: str


class StageJson(_Json):
    """Where a nomination is on its programme's path."""

    code: str
    name: str
    sentence: str
    since: datetime | None
    due_at: datetime | None
    """By when something should follow; null where nobody set a time."""
    told_at: datetime | None = None
    """When it was told that nothing had followed by then."""
    waits: bool
    """Whether the family has no place in a stream yet."""
    ends: str | None
    """How the path ended, where it did."""


class StreamJson(_Json):
    code: str
    name: str


class AnswerJson(_Json):
    """What was said in answer to a coordinator's question."""

    at: datetime
    text: str


class UnclearJson(_Json):
    """A criterion, or a question besides them, that is unclear now or was asked about."""

    code: str
    why: Literal["waits", "uncertain", "not-found", "not-recorded", "could-change"] | None
    """Null where it is clear by now."""
    asked_at: datetime | None
    words: str | None
    waits: bool
    """It was asked about, and the answer has not come yet."""
    answers: list[AnswerJson]


class BudgetRequestJson(_Json):
    """Money of one of the programme's budgets that was asked for."""

    id: str
    budget: str
    name: str
    pence: int
    state: Literal["waiting", "agreed", "refused"]
    asked_by: str | None
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None
    answer: str | None


class PartnerJson(_Json):
    """Somebody outside the programme who knows the family."""

    name: str
    why: Literal["leads", "nominated", "involved"]


class PossibleDuplicateJson(_Json):
    """Another nomination of the programme that may be of the same family, or of one that is related to it."""

    reference: str
    status: NominationStatus
    earlier: bool
    finding: Literal["same", "related"] | None
    """Null where only a person saw it."""
    weight: float
    """In bits: ten of them are a thousand to one."""
    reasons: list[str]
    """What agrees, in codes, the weightiest first."""
    verdict: Literal["same", "merged", "related", "not-same"] | None
    """What a coordinator said of it; null while nobody has."""


class _Said(_Json):
    reference: str
    programme: str
    channel: Channel
    status: NominationStatus
    received_at: datetime
    consent: Consent
    people: list[Person]
    address: str | None
    postcode: str | None
    contact: Contact | None
    language: str | None
    agencies: list[str] | None
    lead_professional: LeadProfessional | None
    assessment_in_place: bool | None
    turnaround: Literal["likely", "possible", "unlikely"] | None
    hopes: str | None
    story: str | None
    additions: list[AdditionJson]


class NominationJson(_Said):
    """Whole, for coordinators, chair, lead and analyst of the programme."""

    programme_version: str
    indicators: list[Indicator]
    story_parts: list[StoryPart] = []
    """Which message each part of the story is, so that the facts' offsets can be found in it."""
    talk_in: str | None = None
    """The language that the family chose to talk in; null is English."""
    written_in: list[str] = []
    """The languages besides English in which the family wrote; ``unread`` is one that nobody here reads."""
    interpreter: str | None = None
    """For which languages to find an interpreter, in words; null where all is in English and nobody asked for one."""
    interpreter_wanted: bool | None = None
    """Whether somebody said that one is needed, or that none is; null where nobody spoke of it."""
    needs: dict[str, NeedStatus]
    safety: str
    assessment: AssessmentJson
    route: RouteJson
    alerts: list[AlertJson]
    version: int
    """To be sent back with a decision."""
    audience: Audience
    due_at: datetime
    erased_at: datetime | None
    """When all that identifies the family was erased; the other values are null or empty from then on."""
    set_aside_at: datetime | None = None
    """When it was withdrawn while a legal hold keeps the record, which nobody reads in the meantime."""
    paused_at: datetime | None = None
    """Since when an objection waits for an answer: nothing is decided or judged until then."""
    corrections: list[CorrectionJson] = []
    nominator: NominatorJson
    out_of_area: bool
    passings: list[PassingJson] = []
    """Where it was passed on to, or came from, with the family's agreement."""
    may_pass_on_to: list[DoorJson] = []
    """The programmes whose door may be the right one for the address; empty for everybody but coordinators."""
    known_before: list[str] | None
    """References of earlier nominations that are, or may be, of the same family; null for all but coordinators."""
    possible_duplicates: list[PossibleDuplicateJson] | None = None
    """Earlier and later ones of the same or a related family, with why; null for everybody but coordinators."""
    stream: str | None
    stage: StageJson | None = None
    """Null until it is accepted; the steps are at ``/steps``."""
    streams: list[StreamJson]
    budgets: list[BudgetRequestJson] = []
    """Money that was asked for, oldest first."""
    unclear: list[UnclearJson] = []
    first_visit_by: list[PartnerJson] = []
    """Who could make the first visit, whoever knows the family best first."""
    decisions: list[DecisionJson]
    judgements: list[JudgementJson]
    history: list[EventJson]


class OwnNominationJson(_Said):
    """For whoever sent it: own words, status and what happens next."""

    programme_name: str
    status_text: str
    next_step: str
    decisions: list[OwnDecisionJson]
