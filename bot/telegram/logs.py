"""Logs: JSON lines of codes and counts. No chat, no words, no token: libraries log the addresses they call, so they
are not heard at all."""

from __future__ import annotations

import logging
import warnings

import structlog


def configure_logs() -> None:
    """Set structlog up for the process and silence everything else that would write."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        cache_logger_on_first_use=True,
    )
    # Telegram's addresses have the token in them, its errors too; asyncio prints the errors of forgotten tasks.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
