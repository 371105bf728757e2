"""Keys reach a process through a pipe; nobody finds them in its environment, its command line or a dump."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from backend.keys import handover

SECRET = "c2VjcmV0LW9mLWEtdGVzdC1vZi10aGUtcGlwZQ=="
CHILD = """
import json, os, sys
from backend.keys.handover import keep_out_of_dumps, received
keep_out_of_dumps()
first, second = dict(received()), dict(received())
print(json.dumps([first, second, "FRONTDOOR_SECRETS_FD" in os.environ]), flush=True)
sys.stdin.read()
"""


def test_a_process_reads_its_secrets_once_and_shows_them_nowhere() -> None:
    pipe = handover.send({"FRONTDOOR_MASTER_KEY": SECRET})
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD],
        env={"PATH": os.environ["PATH"], handover.NAME: str(pipe)},
        pass_fds=[pipe],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    os.close(pipe)
    assert child.stdin is not None
    assert child.stdout is not None
    with child, child.stdin, child.stdout:
        assert child.stdout.readline() == (
            f'[{{"FRONTDOOR_MASTER_KEY": "{SECRET}"}}, {{"FRONTDOOR_MASTER_KEY": "{SECRET}"}}, false]\n'
        )
        process = Path("/proc") / str(child.pid)
        assert SECRET not in (process / "cmdline").read_text()
        # Files of a process that may not be dumped belong to root: no other process of the account reads them.
        assert (process / "environ").stat().st_uid == 0
        assert (process / "mem").stat().st_uid == 0
        with suppress(PermissionError):
            assert SECRET not in (process / "environ").read_text()
        assert resource.prlimit(child.pid, resource.RLIMIT_CORE) == (0, 0)
        child.stdin.close()
        assert child.wait(20) == 0


def test_a_process_started_by_hand_was_handed_nothing() -> None:
    assert handover.received() == {}
