"""Logs as JSON lines: what happened, to which id, how long it took. No words, no names, no query values."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

OUT = sys.__stdout__
"""The process's own standard output: sys.stdout may be put in its place and closed while another thread writes."""


def configure() -> None:
    """Send structlog's events and the libraries' warnings to standard output, a JSON object a line."""
    before: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*before, _failure_without_values, structlog.processors.JSONRenderer()],
        logger_factory=structlog.PrintLoggerFactory(OUT),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(OUT)
    handler.setFormatter(_WithoutValues())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _failure_without_values(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep of an exception its kind and where it happened: its message may quote what a person wrote."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event.update(failure(error))
    return event


def failure(error: BaseException) -> dict[str, Any]:
    """Kind and place (file, line, function) of an exception, without its message."""
    places, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 3)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return {"error": type(error).__name__, "where": places[-6:]}


class _WithoutValues(logging.Formatter):
    """A library's warning as JSON: its logger and its unformatted message, for the arguments may be personal."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Any] = {"level": record.levelname.lower(), "logger": record.name, "event": str(record.msg)}
        if record.exc_info and record.exc_info[1]:
            event |= failure(record.exc_info[1])
        return str(structlog.processors.JSONRenderer()(None, "", event))
