"""Logs of Rasa's process: what happened and where, never what anybody wrote.

Rasa puts messages, slots and replies into its log events, at every level, also in errors. Only the name of an event
passes here, and of an exception its type and place.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
import warnings
from collections.abc import Mapping, MutableMapping
from datetime import datetime, timezone
from types import TracebackType
from typing import Any

import structlog


class NamesOnly(logging.Formatter):
    """One JSON object a line: at, level, logger, event and, where there was one, the exception's type and place."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line of JSON."""
        line = {
            "at": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),  # noqa: UP017
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = _type_and_place(record.exc_info[0], record.exc_info[2])
        return json.dumps(line)


def _type_and_place(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An exception's text may quote a message, so only where it came from is told."""
    frames = traceback.extract_tb(trace)
    if not frames:
        return kind.__name__
    last = frames[-1]
    return f"{kind.__name__} in {last.name}, {'/'.join(last.filename.split('/')[-3:])}:{last.lineno}"


def event_only(_: Any, __: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """structlog processor: of all that Rasa binds to an event, keep its name and that there was an exception."""
    return {key: event[key] for key in ("event", "exc_info") if key in event}


def quiet(level: int = logging.WARNING) -> None:
    """Send Rasa's logs to standard error, from `level` on, without contents. Warnings are silenced.

    Call after Rasa is imported: Sanic switches warnings on again when it is.
    """
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(NamesOnly())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.getLogger("bot").setLevel(logging.INFO)
    structlog.configure(
        processors=[event_only, structlog.stdlib.render_to_log_kwargs],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
