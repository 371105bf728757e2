"""A nomination as the rules see it, read from the JSON that coordinators see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from backend.programmes.vocabulary import indicators, needs

Status = Literal[
    "asserted",
    "uncertain",
    "historical",
    "negated",
    "claimed",
    "denied",
    "verified",
    "refuted",
    "not_found",
    "not_asked",
]
LeadState = Literal["yes", "no", "unknown"]
Turnaround = Literal["likely", "possible", "unlikely"]
_STATUSES: tuple[Status, ...] = get_args(Status)

DATA_SETS = frozenset({"education", "police", "benefits", "social_care", "housing"})
"""Who may have "said" a fact besides the professional and the family: a council's data sets, by kind."""


class NominationInvalid(ValueError):  # noqa: N818 (it says what is so)
    """A nomination that cannot be read. ``str()`` names the key and what was expected there, never what was found:
    that may be about a person."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the household; age in years as told."""

    name: str | None = None
    age: int | None = None
    date_of_birth: str | None = None
    relation: str | None = None

    def age_on(self, today: date) -> int | None:
        """Age in years on a day, from the date of birth where it is whole, else as told; None where unknown."""
        try:
            born = date.fromisoformat(self.date_of_birth or "")
        except ValueError:
            return self.age
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def is_called(self, word: str) -> bool:
        """Whether a fact's "person" (a name, a first name or a relation) means this one."""
        said = word.casefold().strip()
        names = {(self.name or "").casefold(), (self.relation or "").casefold()}
        first = (self.name or "").casefold().split()[:1]
        return bool(said) and said in names.union(first)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said or found about the family.

    ``code`` is an indicator; a need where no more than the need was told ("no trouble with the police"); or a
    criterion of the programme, when it was asked about as such.
    """

    code: str
    status: Status
    need: str | None = None
    person: str | None = None
    words: str | None = None
    said_by: str | None = None
    date: str | None = None

    @property
    def recorded(self) -> bool:
        """Whether more than the family's own word stands behind it: a professional states it or data shows it."""
        return self.said_by == "professional" or self.said_by in DATA_SETS or self.status in ("verified", "refuted")


@dataclass(frozen=True, slots=True)
class Nomination:
    """What is known about a family. None: not known; an empty list of agencies: known that there are none."""

    facts: tuple[Fact, ...] = ()
    people: tuple[Person, ...] = ()
    postcode: str | None = None
    agencies: tuple[str, ...] | None = None
    lead_professional: LeadState = "unknown"
    assessment_in_place: bool | None = None
    turnaround: Turnaround | None = None
    address: str | None = None
    language: str | None = None
    pre_existing: bool = False
    """The programme already works with the family: it was taken on before these rules judged it."""
    stepping_down: bool = False
    """The family's intensive help ends."""
    budget_requests: tuple[str, ...] = ()
    """Codes of the programme's budgets that are asked for."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Nomination:
        """Read the JSON shape of a nomination; absent keys are unknown, further keys are left alone.

        Raises :class:`NominationInvalid` naming the key that is wrong. Where there are needs and no indicators,
        the needs are the facts.
        """
        if not isinstance(data, Mapping):
            raise NominationInvalid("nomination: expected an object")
        facts = _facts(data) or _facts_of_needs(data)
        agencies = _list(data, "agencies")
        return cls(
            facts=facts,
            people=tuple(_person(entry, f"people[{n}]") for n, entry in enumerate(_list(data, "people") or ())),
            postcode=_text(data, "postcode"),
            agencies=None if agencies is None else _names(agencies),
            lead_professional=_lead(data),
            assessment_in_place=_flag(data, "assessment_in_place"),
            turnaround=_choice(data, "turnaround", get_args(Turnaround), None),
            address=_text(data, "address"),
            language=_text(data, "language"),
            pre_existing=bool(_flag(data, "pre_existing")),
            stepping_down=bool(_flag(data, "stepping_down")),
            budget_requests=tuple(_budget(entry, f"budget_requests[{n}]") for n, entry in _numbered(data)),
        )


def _list(data: Mapping[str, Any], key: str) -> list[Any] | None:
    value = data.get(key)
    if value is not None and not isinstance(value, list):
        raise NominationInvalid(f"{key}: expected a list")
    return value


def _numbered(data: Mapping[str, Any]) -> Iterable[tuple[int, Any]]:
    return enumerate(_list(data, "budget_requests") or ())


def _budget(entry: Any, path: str) -> str:
    code = _text(_object(entry, path), "budget", f"{path}.")
    if not code:
        raise NominationInvalid(f"{path}.budget: expected the code of one of the programme's budgets")
    return code


def _object(value: Any, path: str) -> Mapping[str, Any]:
    # What JSON has is a dict; asking for a Mapping at once takes ten times as long.
    if not isinstance(value, dict) and not isinstance(value, Mapping):
        raise NominationInvalid(f"{path}: expected an object")
    return value


def _text(data: Mapping[str, Any], key: str, inside: str = "") -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise NominationInvalid(f"{inside}{key}: expected text or null")
    return value


def _flag(data: Mapping[str, Any], key: str) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        raise NominationInvalid(f"{key}: expected true, false or null")
    return value


def _choice(data: Mapping[str, Any], path: str, choices: tuple[str, ...], default: Any) -> Any:
    value = data.get(path.rpartition(".")[2])
    if value is None:
        return default
    if value not in choices:
        raise NominationInvalid(f"{path}: expected one of {', '.join(choices)}")
    return value


def _names(agencies: list[Any]) -> tuple[str, ...]:
    """Each agency once, whatever its case; the order is that of the record."""
    names: dict[str, str] = {}
    for index, name in enumerate(agencies):
        if not isinstance(name, str):
            raise NominationInvalid(f"agencies[{index}]: expected text")
        names.setdefault(name.casefold().strip(), name)
    return tuple(names.values())


def _lead(data: Mapping[str, Any]) -> LeadState:
    lead = data.get("lead_professional")
    if lead is None:
        return "unknown"
    state: LeadState = _choice(
        _object(lead, "lead_professional"), "lead_professional.state", get_args(LeadState), "unknown"
    )
    return state


def _person(entry: Any, path: str) -> Person:
    person = _object(entry, path)
    age = person.get("age")
    if age is not None and (not isinstance(age, int) or isinstance(age, bool)):
        raise NominationInvalid(f"{path}.age: expected a whole number or null")
    inside = f"{path}."
    return Person(
        name=_text(person, "name", inside),
        age=age,
        date_of_birth=_text(person, "date_of_birth", inside),
        relation=_text(person, "relation", inside),
    )


def _facts(data: Mapping[str, Any]) -> tuple[Fact, ...]:
    return tuple(_fact(entry, f"indicators[{n}]") for n, entry in enumerate(_list(data, "indicators") or ()))


def _fact(entry: Any, path: str) -> Fact:
    fact, inside = _object(entry, path), f"{path}."
    code = _text(fact, "code", inside)
    if not code:
        raise NominationInvalid(f"{path}.code: expected the code of an indicator")
    status = fact.get("status")
    if status not in _STATUSES:
        raise NominationInvalid(f"{path}.status: expected one of {', '.join(_STATUSES)}")
    indicator = indicators().get(code)
    need = indicator.need if indicator else code if code in needs() else None
    return Fact(
        code=code,
        status=status,
        need=need,
        person=_text(fact, "person", inside),
        words=_text(fact, "words", inside),
        said_by=_text(fact, "said_by", inside),
        date=_text(fact, "date", inside),
    )


def _facts_of_needs(data: Mapping[str, Any]) -> tuple[Fact, ...]:
    told = _object(data.get("needs") or {}, "needs")
    facts = []
    for need in told:
        if need not in needs():
            raise NominationInvalid(f"needs: expected needs only, one of {', '.join(needs())}")
        status: Status = _choice(told, f"needs.{need}", _STATUSES, "not_asked")
        facts.append(Fact(code=need, status=status, need=need))
    return tuple(facts)
