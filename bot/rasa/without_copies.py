"""Leaves out what Rasa makes for its debug log and for its makers, whether anything is logged or not."""

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
    """Let what is only logged be logged as it is, or not be put into words at all."""
    from importlib import import_module

    from rasa.core.policies.policy import Policy
    from rasa.core.processor import MessageProcessor

    for name in COPY_FOR_THE_LOG_ONLY:
        import_module(name).copy = _NoCopies("copy")  # type: ignore[attr-defined]
    Policy.format_tracker_states = staticmethod(lambda _states: "")
    # Warns whoever trains a model of intents that it was not told of; it makes an empty domain for each message.
    MessageProcessor._check_for_unseen_features = lambda _processor, _parsed: None
