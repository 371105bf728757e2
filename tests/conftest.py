"""Fixtures for every room."""

import sys

import structlog

from tests.chromium import chromium
from tests.postgresql import postgresql_server, postgresql_url

__all__ = ["chromium", "postgresql_server", "postgresql_url"]

# Servers run on threads of the test process and log while pytest replaces sys.stdout, which can crash the interpreter.
structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.__stdout__))
