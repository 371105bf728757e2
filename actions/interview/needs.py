"""Which indicators belong to a need (``needs.yml``), and which are true of everybody at home (``everybody.yml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def indicators_by_need() -> dict[str, tuple[str, ...]]:
    """Each need with its indicators; the first stands for the need where no more was said."""
    table = yaml.safe_load((Path(__file__).parent / "needs.yml").read_text(encoding="utf-8"))
    return {need: tuple(codes) for need, codes in table.items()}


def indicators_of(need: str) -> tuple[str, ...]:
    """The indicators of a need; a need that the table does not know is its own indicator."""
    return indicators_by_need().get(need, (need,))


@cache
def _need_by_indicator() -> dict[str, str]:
    return {code: need for need, codes in indicators_by_need().items() for code in codes}


def need_of(indicator: str) -> str | None:
    """The need that an indicator belongs to; a need as a whole is its own."""
    return _need_by_indicator().get(indicator, indicator if indicator in indicators_by_need() else None)


def is_of_everybody(indicator: str) -> bool:
    """Whether an indicator is true of a household as a whole, whoever was spoken of."""
    return indicator in _of_everybody()


@cache
def _of_everybody() -> frozenset[str]:
    return frozenset(yaml.safe_load((Path(__file__).parent / "everybody.yml").read_text(encoding="utf-8")))
