"""Logs: JSON lines on standard output. Codes, counts and durations; no words of a message, no address, no name."""

from __future__ import annotations

import logging

import structlog


def configure_logs() -> None:
    """Set structlog up for the process, and keep libraries from logging the addresses they talk to."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        cache_logger_on_first_use=True,
    )
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
