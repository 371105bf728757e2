"""Text → people, address, contacts, agencies, consent and short answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from nlu.clauses import Clause
from nlu.people.address import read_address, read_postcode
from nlu.people.agencies import read_agencies, read_no_agencies
from nlu.people.answers import read_answer, read_correction
from nlu.people.consent import read_consent
from nlu.people.contact import read_contacts
from nlu.people.household import read_household
from nlu.people.set_questions import read_assessment, read_language, read_lead, read_turnaround
from nlu.people.spoken import in_english, read_spoken_answer
from nlu.plain import Plain
from nlu.reading import WrittenIn


def read_people(
    message: str, plain: Plain, clauses: tuple[Clause, ...], today: date, written: WrittenIn | None = None
) -> dict[str, Any]:
    """The fields of a Reading that are neither needs nor danger, by name. ``written``: the language of the message."""
    text = plain.text
    return {
        "people": read_household(in_english(message, written), today),
        "answer": read_answer(text) or read_spoken_answer(message, written),
        "consent": read_consent(message, plain, clauses, today),
        "address": read_address(message),
        "postcode": read_postcode(message),
        "contacts": read_contacts(message),
        "agencies": read_agencies(text, clauses, message),
        "no_agencies": read_no_agencies(text),
        "assessment_in_place": read_assessment(text, clauses),
        "lead_professional": read_lead(message, text, clauses),
        "turnaround": read_turnaround(text),
        "language": read_language(message, text),
        "correction": read_correction(text),
    }
