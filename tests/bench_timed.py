"""Runs one of Front Door's processes with a clock at the places where it waits: ``… FOLDER MODULE [ARGUMENTS]``.

Each call becomes a line ``name began seconds`` of a file in FOLDER, written when the process ends. Runs in both
environments, so it names what it watches and imports it only where it is.
"""

from __future__ import annotations

import atexit
import importlib
import os
import runpy
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

CALLS: list[tuple[str, float, float]] = []
_inside = threading.local()


def watch(name: str, module: str, owner: str, function: str) -> None:
    """Time every call of ``owner.function``, an ``async`` one until it ends."""
    where = getattr(importlib.import_module(module), owner) if owner else importlib.import_module(module)
    called = getattr(where, function)

    @wraps(called)
    async def later(*given: Any, **more: Any) -> Any:
        began = time.time()
        try:
            return await called(*given, **more)
        finally:
            CALLS.append((name, began, time.time() - began))

    setattr(where, function, later)


def watch_database() -> None:
    """Time statements, commits and the waiting for the one writer; each counts what happens inside it once."""
    from sqlalchemy.engine.default import DefaultDialect

    from backend.database import engine

    for function in ("do_execute", "do_executemany", "do_execute_no_params", "do_commit", "do_rollback"):
        counted = _counted(getattr(DefaultDialect, function), f"database {function.removeprefix('do_')}")
        setattr(DefaultDialect, function, counted)
    engine._Writers.begin = _counted(engine._Writers.begin, "database begin")  # type: ignore[method-assign]


def _counted(called: Callable[..., Any], name: str) -> Callable[..., Any]:
    @wraps(called)
    def counted(*given: Any, **more: Any) -> Any:
        if getattr(_inside, "database", False):
            return called(*given, **more)
        _inside.database = True
        began = time.time()
        try:
            return called(*given, **more)
        finally:
            CALLS.append((name, began, time.time() - began))
            _inside.database = False

    return counted


def watch_door() -> None:
    watch("door", "bot.door.relay", "Relay", "take")
    watch("reading", "bot.door.reading", "ReadingRoom", "read")
    watch("backend for the door", "bot.door.backend_client", "BackendClient", "_post")
    watch("rasa", "bot.door.rasa_client", "RasaClient", "turn")


def watch_rasa() -> None:
    from bot.rasa.without_tensorflow import leave_out_tensorflow

    leave_out_tensorflow()
    importlib.import_module("sanic")
    watch("rasa hears", "bot.rasa.hearing", "", "hear")
    watch("actions", "rasa.core.actions.action", "RemoteAction", "run")


def watch_actions() -> None:
    watch("action", "rasa_sdk.executor", "ActionExecutor", "run")
    watch("backend for the actions", "actions.backend_client", "BackendClient", "_call")


WATCHED: dict[str, Callable[[], None]] = {
    "bot.door": watch_door,
    "bot.rasa.serve": watch_rasa,
    "actions.server": watch_actions,
    "backend.command.serve": watch_database,
}


def main() -> None:
    """Become the process."""
    folder, module = Path(sys.argv[1]), sys.argv[2]

    def write() -> None:
        lines = (f"{name}\t{began:.6f}\t{seconds:.6f}\n" for name, began, seconds in CALLS)
        (folder / f"{module}.tsv").write_text("".join(lines), encoding="utf-8")

    def end(*_: object) -> None:
        write()
        os._exit(0)

    atexit.register(write)
    # uvicorn ends as it was asked to, by the signal, which is sent again once it has served; nothing runs at exit then.
    signal.signal(signal.SIGTERM, end)
    sys.argv[1:] = sys.argv[3:]
    if module in WATCHED:
        WATCHED[module]()
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
