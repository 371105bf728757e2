"""Leaves out the deep copies that Rasa makes for its debug log, which are made whether anything is logged or not."""

from __future__ import annotations

from types import ModuleType
from typing import Any

COPY_FOR_THE_LOG_ONLY = ("rasa.core.processor", "rasa.core.policies.rule_policy", "rasa.core.actions.forms")
"""Modules of Rasa 3.6 in which every copy is an argument of a debug message."""


class _NoCopies(ModuleType):
    """Stands for the module ``copy`` where a copy is only logged."""

    @staticmethod
    def deepcopy(value: Any) -> Any:
        """The value itself."""
        return value


def leave_out_copies() -> None:
    """Let what is only logged be logged as it is."""
    from importlib import import_module

    for name in COPY_FOR_THE_LOG_ONLY:
        import_module(name).copy = _NoCopies("copy")  # type: ignore[attr-defined]
