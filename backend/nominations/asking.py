"""The words in which a coordinator may ask about what is unclear (``asking.yml``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.programmes import Criterion, Programme, topics
from backend.threads.shapes import Audience


def proposed_words(codes: Iterable[str], programme: Programme, audience: Audience) -> str:
    """A question about the points with these codes, a paragraph each, for whoever nominated.

    It says nothing of the family, and to a family nothing of what its criteria call private.
    """
    asked = dict.fromkeys(question for code in codes for question in _questions(code, programme, audience))
    return "\n".join([*asked, str(_wording()["closing"][audience])])


def is_asked(code: str, audience: Audience) -> bool:
    """Whether a question that is no criterion's has words for the audience."""
    return audience in _wording()["questions"].get(code, {})


def _questions(code: str, programme: Programme, audience: Audience) -> Iterator[str]:
    criterion = next((each for each in programme.criteria if each.code == code), None)
    if criterion is None:
        yield str(_wording()["questions"][code][audience])
    elif criterion.private and audience == "family":
        yield str(_wording()["private"][audience])
    else:
        yield from _of_criterion(criterion, audience)


def _of_criterion(criterion: Criterion, audience: Audience) -> Iterator[str]:
    if criterion.question is not None:
        yield criterion.question[audience]
    else:
        yield from (topics()[need][audience] for need in criterion.about)


@cache
def _wording() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return words
