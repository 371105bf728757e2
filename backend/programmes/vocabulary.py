"""The facts that programmes ask about, in this project's words: ``indicators.yml`` and ``topics.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Indicator:
    """One fact about a family: its code, its need and its plain names."""

    code: str
    need: str
    professional: str
    family: str


@cache
def _vocabulary() -> dict[str, Any]:
    return dict(yaml.safe_load((_HERE / "indicators.yml").read_text(encoding="utf-8")))


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by code."""
    return MappingProxyType({code: Indicator(code, **entry) for code, entry in _vocabulary()["indicators"].items()})


@cache
def needs() -> Mapping[str, Mapping[str, str]]:
    """All needs by code, each with a name for ``professional`` and for ``family``."""
    return MappingProxyType(dict(_vocabulary()["needs"]))


@cache
def topics() -> Mapping[str, Mapping[str, str]]:
    """For each need the question that clears it up, worded for ``professional`` and for ``family``."""
    return MappingProxyType(dict(yaml.safe_load((_HERE / "topics.yml").read_text(encoding="utf-8"))))


@cache
def indicators_of(need: str) -> frozenset[str]:
    """The codes of the indicators that show this need."""
    return frozenset(code for code, indicator in indicators().items() if indicator.need == need)
