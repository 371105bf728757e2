"""Families whose facts are those of the documents' case studies, in our own words."""

from __future__ import annotations

from datetime import date
from typing import Any

TODAY = date(2015, 11, 20)


def fact(code: str, status: str = "asserted", **more: str | None) -> dict[str, Any]:
    """One indicator as the record has it; a professional says it unless told otherwise."""
    return {
        "code": code,
        "status": status,
        "person": None,
        "words": None,
        "said_by": "professional",
        "date": None,
    } | more


def case_one() -> dict[str, Any]:
    """Both parents at home, two teenagers; drugs and drink in the past, one of them until lately; police and school."""
    return {
        "people": [
            {"name": None, "age": None, "relation": "mother"},
            {"name": None, "age": None, "relation": "father"},
            {"name": None, "age": 14, "relation": "son"},
            {"name": None, "age": 17, "relation": "daughter"},
        ],
        "agencies": ["CAMHS", "School", "Early Help"],
        "lead_professional": {"state": "yes", "name": None},
        "assessment_in_place": True,
        "indicators": [
            fact("parent_substance_misuse", "historical", person="father", date="2010"),
            fact("parent_substance_misuse", "historical", person="mother", date="2015-10"),
            fact("adult_offence", person="father"),
            fact("antisocial_behaviour", person="son"),
            fact("persistent_absence", person="son"),
            fact("child_in_need", "historical", date="2014-12"),
            fact("early_help_need"),
            fact("ehcp_autism_adhd", "uncertain", person="son"),
        ],
    }


def case_two() -> dict[str, Any]:
    """A mother and her children: arrests, cannabis, abuse in the past, poor mental health, money."""
    return {
        "people": [
            {"name": None, "age": None, "relation": "mother"},
            {"name": None, "age": 18, "relation": "eldest son"},
            {"name": None, "age": 6, "relation": "daughter"},
        ],
        "indicators": [
            fact("adult_offence", person="mother"),
            fact("antisocial_behaviour", person="eldest son"),
            fact("child_substance_misuse", person="eldest son"),
            fact("child_in_need", "historical"),
            fact("domestic_abuse_victim", "historical", person="mother"),
            fact("parent_mental_health", person="mother"),
            fact("financial_exclusion", person="mother"),
        ],
    }
