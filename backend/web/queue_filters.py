"""What a coordinator chose on the queue page: a list, filters, an order. What is not known narrows nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, get_args

from backend.access import Actor
from backend.nominations.lists import LISTS, ListName
from backend.nominations.owning import Somebody
from backend.nominations.queue import READERS
from backend.nominations.service import QueueFilter, Sort
from backend.nominations.status import STATUSES
from backend.programmes import load_programmes
from backend.programmes.model import Verdict
from backend.web.choices import options
from backend.web.words import word

SORTS: tuple[tuple[Sort, str], ...] = (
    ("due", "First decision due"),
    ("priority", "Priority"),
    ("safety", "Danger first"),
    ("moved", "Longest without a move"),
    ("received", "Newest first"),
    ("status", "Status"),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Codes by field, empty where nothing was chosen; ``reference`` is as it was typed."""

    list: str = ""
    programme: str = ""
    status: str = ""
    verdict: str = ""
    owner: str = ""
    reference: str = ""
    sort: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str], actor: Actor, owners: Iterable[Somebody]) -> Chosen:
        """What a query or a form asks for, as far as it is known."""
        known: dict[str, tuple[str, ...] | frozenset[str]] = {
            "list": LISTS,
            "programme": actor.programmes(*READERS),
            "status": STATUSES,
            "verdict": get_args(Verdict),
            "owner": tuple(each.account for each in owners),
            "sort": get_args(Sort),
        }
        found = {name: value for name, among in known.items() if (value := asked.get(name, "")) in among}
        if found.get("list") == "all":
            del found["list"]
        if asked.get("due") == "overdue":  # as the page called it before there were lists
            found.setdefault("list", "overdue")
        return cls(**found, reference=asked.get("reference", "").strip()[:40])

    @property
    def name(self) -> ListName:
        """The list that is open."""
        return next((each for each in LISTS if each == self.list), "all")

    @property
    def order(self) -> Sort:
        """The order that was chosen."""
        return next((sort for sort, _ in SORTS if sort == self.sort), "due")

    @property
    def narrows(self) -> bool:
        """Whether anything besides the list is narrowed."""
        return any((self.programme, self.status, self.verdict, self.owner, self.reference))

    def query(self, **other: str) -> dict[str, str]:
        """What stands in an address, with something chosen otherwise."""
        return {name: value for name, value in {**asdict(self), **other}.items() if value}

    def codes(self) -> dict[str, str]:
        """What may be kept: all but what was typed."""
        return self.query(reference="")

    def filters(self) -> QueueFilter:
        """The same for the service."""
        return QueueFilter(
            programme=self.programme or None,
            status=self.status or None,
            verdict=self.verdict or None,
            owner=self.owner or None,
            reference=self.reference or None,
            list=self.name,
        )


FIELDS = tuple(field.name for field in fields(Chosen))


def select_options(actor: Actor, chosen: Chosen, owners: list[Somebody]) -> dict[str, Any]:
    """What the selects of the form offer."""
    programmes = load_programmes()
    mine = sorted((programmes[code].name, code) for code in actor.programmes(*READERS) if code in programmes)
    return {
        "programme": options([("", "All"), *((code, name) for name, code in mine)], chosen.programme),
        "status": options([("", "All"), *((code, word(code, "status")) for code in STATUSES)], chosen.status),
        "verdict": options(
            [("", "All"), *((code, word(code, "verdict")) for code in get_args(Verdict))], chosen.verdict
        ),
        "owner": options([("", "Anybody or nobody"), *((each.account, each.name) for each in owners)], chosen.owner),
        "sort": options(SORTS, chosen.order),
    }
