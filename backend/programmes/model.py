"""A programme as the rules read it. What only people read stays in :attr:`Programme.data`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from backend.programmes.paths import Paths

Scope = Literal["national", "local", "discretionary"]
Verdict = Literal["eligible", "not_eligible", "needs_information"]
Condition = Mapping[str, Any]
"""A condition of a rule as the file has it: one key, its operator. See ``backend.routing.conditions``."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a parent reads about a criterion, by how it stands."""

    met: str
    not_met: str
    unknown: str
    unrecorded: str | None = None
    """Met, but only by the family's own word where the programme wants it recorded."""
    raised: str | None = None
    """Open, because of a fact that only leads to the question."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A programme's headline problem and the indicators that show it."""

    code: str
    name: str
    scope: Scope
    about: tuple[str, ...]
    indicators: frozenset[str]
    look_back_months: int
    school_age_max: int | None
    """Oldest age in years at which a fact about a person counts; None: any age."""
    recorded: bool
    sentences: Sentences
    raised_by: frozenset[str] = frozenset()
    """Indicators that make nothing true but lead to the question."""
    household_child_max_age: int | None = None
    """A person in the household up to this age in years makes it true; None: people's ages say nothing of it."""
    private: bool = False
    """Not repeated to a family in writing: somebody at home may read it."""
    question: Mapping[str, str] | None = None
    """What is asked of ``professional`` and ``family`` instead of the need's own question."""


@dataclass(frozen=True, slots=True)
class Post:
    """Workers of a stream: how many, shared between how many districts, and a fixed number of families if so."""

    name: str
    number: int | None
    shared_between: int | None
    families: int | None
    state: str
    specialism: str | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """A kind of support with workers and caseload limits."""

    code: str
    name: str
    worker: str
    caseload_per_worker: int | None
    posts: tuple[Post, ...]
    share_of_cohort_percent: int | None
    step_down_only: bool
    not_this: str
    """Why it is not suggested, said when no rule points to it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When ``when`` holds, ``leads_to`` (a stream, a path or added support) is defensible, because of ``reason``."""

    leads_to: str
    when: Condition
    reason: str
    verdicts: frozenset[str] = frozenset({"eligible"})


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """One thing the meeting ranks by or is shown."""

    code: str
    measure: str
    use: Literal["ranks", "breaks_ties", "shown"]
    sentence: str


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Who takes a family up: by the languages they speak, by the places they know, or for everybody else."""

    code: str
    name: str
    state: str
    languages: frozenset[str]
    places: tuple[str, ...]
    postcode_sectors: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said and done about families that the programme knows already."""

    pre_existing: str
    """Why a family already worked with stays although its criteria cannot be told."""
    no_longer_meets: str
    visit: str
    """The next step of a family that no longer meets the criteria: one more visit."""
    step_down_to: str | None
    step_down: str | None
    step_down_next: str | None


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long a kind of record is kept; ``number`` None: time alone never erases it."""

    number: int | None
    unit: Literal["days", "months", "years"]
    why: str
    tell_days_before: int | None = None
    """So many days before, whoever it belongs to is told; None: nobody is."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the programme's families live. Postcode districts in ``shared`` reach into another council."""

    name: str
    districts: tuple[str, ...]
    postcodes: frozenset[str]
    shared: frozenset[str]
    placeholder: bool = False
    """The districts are still to be configured: of no postcode it can be told whether it is inside."""


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of one programme."""

    code: str
    version: str
    name: str
    family_name: str
    effective_from: date
    effective_to: date
    self_referral: bool
    area: Area
    thresholds: Mapping[str, int]
    """Least number of criteria that must hold, by scope; scopes without one never decide."""
    criteria: tuple[Criterion, ...]
    verdicts: Mapping[str, str]
    streams: tuple[Stream, ...]
    stream_rules: tuple[Rule, ...]
    otherwise: Rule
    path_rules: tuple[Rule, ...]
    added_rules: tuple[Rule, ...]
    next_steps: Mapping[str, str]
    """The sentence that says what happens next, by path."""
    priority_parts: tuple[PriorityPart, ...]
    allocation_total: int | None
    """Families the programme may take on; None: not limited, even where a target is shown."""
    allocation_reached: str | None
    """What happens next once so many were taken on; None: as for any stream that is full."""
    coordinators: tuple[Coordinator, ...]
    standing: Standing | None
    budgets: Mapping[str, str]
    """Money that may be asked for with a nomination: its name by its code."""
    retention: Mapping[str, Keeping]
    """How long each kind of record is kept (docs/retention.md)."""
    paths: Paths
    """What follows once a nomination was taken forward."""
    data: Mapping[str, Any]
    """The whole file: consent, emergency, signposting, figures and every source."""

    def criterion(self, code: str) -> Criterion:
        """The criterion with this code; KeyError when the programme has none."""
        for criterion in self.criteria:
            if criterion.code == code:
                return criterion
        raise KeyError(code)

    def stream(self, code: str) -> Stream:
        """The stream with this code; KeyError when the programme has none."""
        for stream in self.streams:
            if stream.code == code:
                return stream
        raise KeyError(code)
