"""The form's validating action, as Rasa's own documentation writes them. Runs in Rasa's environment."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import FormValidationAction

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
Slots = dict[str, Any]


class ValidateFamilyForm(FormValidationAction):  # type: ignore[misc]
    """Takes an answer where it has what was asked for; otherwise the question is asked again."""

    def name(self) -> str:
        return "validate_family_form"

    def validate_consent(self, value: str, *_: Any) -> Slots:
        agreed = any(word in value.casefold() for word in ("yes", "agreed"))
        return {"consent": value if agreed else None}

    def validate_story(self, value: str, *_: Any) -> Slots:
        return {"story": value if len(value.split()) > 3 else None}

    def validate_household(self, value: str, *_: Any) -> Slots:
        return {"household": value if re.search(r"\d", value) else None}

    def validate_address(self, value: str, *_: Any) -> Slots:
        return {"address": value if POSTCODE.search(value) else None}

    def validate_contact(self, value: str, *_: Any) -> Slots:
        return {"contact": value if len(re.findall(r"\d", value)) > 9 else None}

    def validate_agencies(self, value: str, *_: Any) -> Slots:
        return {"agencies": value}

    def validate_more(self, value: str, *_: Any) -> Slots:
        """Whatever else is told is added, until there is no more."""
        done = value.casefold().strip(" .") in ("no", "that is all")
        return {"more": value if done else None}
