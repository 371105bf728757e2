"""Secrets handed from the supervisor to a process it starts: through a pipe that is read once.

An environment stays readable in ``/proc`` for as long as a process lives, is copied into whatever the process starts,
and ends in core dumps. A pipe is empty once it was read.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
from collections.abc import Mapping
from contextlib import suppress

NAME = "FRONTDOOR_SECRETS_FD"
"""The number of the pipe's end, an open file of the process."""
_PR_SET_DUMPABLE = 4
_received: dict[str, str] = {}


def send(secrets: Mapping[str, str]) -> int:
    """A pipe with the secrets in it, to be inherited by one process and then closed here. At most 64 kB."""
    receiving, sending = os.pipe()
    with os.fdopen(sending, "wb") as pipe:
        pipe.write(json.dumps(dict(secrets)).encode())
    return receiving


def received() -> Mapping[str, str]:
    """What this process was handed, by the names of environment variables; nothing when it was started by hand."""
    number = os.environ.pop(NAME, None)
    if number is not None:
        with os.fdopen(int(number), "rb") as pipe:
            _received.update(json.loads(pipe.read()))
    return _received


def keep_out_of_dumps() -> None:
    """Let this process leave no core file and let no other process of its account look into its memory (Linux)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A limit of nothing does not stop a dump that is piped to a program; this does, and closes /proc/…/environ and mem.
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
