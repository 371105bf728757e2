"""What a coordinator's reason must not tell whoever nominated."""

from __future__ import annotations

from backend.nominations.reference import references_in

NAMES_ANOTHER = (
    "Your reason names another nomination. The nominator reads it and must not learn of others. Take the reference out."
)


def names_another(reason: str, reference: str) -> bool:
    """Whether a reason contains the reference of another nomination, however it is typed.

    A reference can be recognised for certain, so it is refused. That a family is known can be said in any words, and
    the same words may honestly repeat what the nominator told ("known to the school nurse"): a list of them would
    refuse these and let others pass, so the page warns beside the field instead.
    """
    return bool(references_in(reason) - {reference})
