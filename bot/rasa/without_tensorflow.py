"""Leaves TensorFlow out of the serving process: nothing in our pipeline uses it, and it costs seconds and memory.

Rasa imports it on the way to classes that we do not use. In its place stand modules whose every name is an empty
class: importing and subclassing works, using one raises.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

LEFT_OUT = frozenset({"tensorflow", "tensorflow_addons", "keras"})


class _Absent:
    """Whatever would come from TensorFlow. It can be named and inherited from, not used."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise RuntimeError("this process runs without TensorFlow; no component of config.yml may need it")


class _AbsentModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if f"{self.__name__}.{name}" in sys.modules:
            return sys.modules[f"{self.__name__}.{name}"]
        made = _AbsentModule(f"{self.__name__}.{name}") if name.islower() else type(name, (_Absent,), {})
        setattr(self, name, made)
        return made


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:  # noqa: ARG002
        """Answer for TensorFlow and all below it."""
        if fullname.partition(".")[0] in LEFT_OUT:
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty stand-in."""
        return _AbsentModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def leave_out_tensorflow() -> None:
    """Put the stand-ins in place. Call before anything of Rasa is imported."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
