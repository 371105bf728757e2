"""A coordinator's day: what came in overnight, and what she means to do with each of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.browser.house import House
from tests.browser.records import ask_for_a_person, nominate, raise_alert

ALERTS = {
    "He says he will kill us tonight": ("immediate", "The police are on their way", "emergency-services"),
    "I am frightened of my brother": ("urgent", "Rang her at her sister's", "spoken-to"),
    "A boy sleeps in the bus shelter": ("concern", "The hub has taken it on", "passed-to-hub"),
}
"""Words of an alert: how bad it is, what is done, how it ends."""
TALKS = {"family": "You can ring me at ten", "nominator": "The school may send the letter"}
"""Who asked for a person, and what the person answers."""
QUESTION = "Since when, and who told you?"
"""What three of them are asked at once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be decided about one nomination. ``stream`` only where it is not the suggested one."""

    kind: str
    reason: str
    stream: str | None = None
    asked_with_others: bool = False


@dataclass
class Day:
    """What came in: references with what is to be decided, and the open talks."""

    plans: dict[str, Plan] = field(default_factory=dict)
    talks: dict[str, str] = field(default_factory=dict)
    """Hand-overs by who asked."""


def begin(house: House) -> Day:
    """Let twenty nominations, three alerts and two wishes for a person come in."""
    day = Day()
    for number, plan in enumerate(_plans()):
        reference = nominate(house.backend, **_family(number))
        day.plans[reference] = plan
    for words, (level, _, _) in ALERTS.items():
        raise_alert(house.backend, words, level)
    day.talks = {who: ask_for_a_person(house.backend, who) for who in TALKS}
    return day


def _plans() -> list[Plan]:
    accepted = [Plan("accept", f"Both criteria hold, and the worker has room ({number})") for number in range(10)]
    otherwise = [
        Plan("other_stream", "The whole family pulls apart", "fip-light"),
        Plan("other_stream", "The mother trusts the school's own worker", "lead-worker"),
        Plan("other_stream", "Three services have tried alone", "fip"),
    ]
    asked = [Plan("ask", QUESTION, asked_with_others=True) for _ in range(3)]
    alone = [Plan("ask", "Which school is he at now?"), Plan("ask", "Who looks after the baby?")]
    returned = [
        Plan("return", "The housing team rings them on Friday"),
        Plan("return", "The school's own family worker sees them"),
    ]
    return [*accepted, *otherwise, *asked, *alone, *returned]


# Names that neither look nor sound alike, so that only those are found again that are meant to be.
_FAMILIES = (
    ("Agnes", "Zack", "Abernathy"),
    ("Bethany", "Yusuf", "Brockhurst"),
    ("Chloe", "Xavier", "Castellan"),
    ("Deirdre", "Wilf", "Dunmore"),
    ("Esme", "Victor", "Eastwick"),
    ("Fatima", "Umar", "Farquhar"),
    ("Gwen", "Toby", "Gillespie"),
    ("Hilda", "Spencer", "Hartnell"),
    ("Imogen", "Rufus", "Ivory"),
    ("Jocasta", "Quentin", "Jessop"),
    ("Karolina", "Pawel", "Kowalczyk"),
    ("Leonie", "Otis", "Lovibond"),
    ("Morag", "Nathaniel", "Mcintosh"),
    ("Ngozi", "Mandla", "Nwosu"),
    ("Olufemi", "Lanre", "Oyelaran"),
    ("Philippa", "Kit", "Pemberton"),
    ("Roisin", "Jonah", "Quayle"),
    ("Saskia", "Isaac", "Rutherford"),
)
"""A mother, a son, a surname."""
_AGAIN = {18: 2, 19: 4}
"""The last two were nominated before, or look so."""


def _family(number: int) -> dict[str, Any]:
    one = _AGAIN.get(number, number)
    mother, son, surname = _FAMILIES[one]
    born = f"{2008 + one % 8}-0{1 + one % 9}-{11 + one}"
    return {
        "people": [
            {"name": f"{mother} {surname}", "age": 28 + one, "relation": "mother"},
            {"name": f"{son} {surname}", "date_of_birth": born, "relation": "son", "school": "Hillview"},
        ],
        "address": f"{11 + 3 * one} {_FAMILIES[-1 - one][2]} Road",
        "postcode": f"TN1{3 + one % 2} {1 + one % 9}{'ABDEFGHJLN'[one % 10]}{'PQRSTUWXYZ'[one * 7 % 10]}",
        "contact": {"phone": f"01632 9602{one:02}"},
    }
