"""Starts the processes, prefixes what they print, restarts one that dies, and leaves none behind.

Each process gets only the settings that it needs: Rasa never sees a key or the database's address.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from backend.keys import handover

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 15.0
SETTLED_AFTER = 60.0
GRACE = 8.0


@dataclass(frozen=True)
class Process:
    """One process to keep running: its name in the log, its command line, its whole environment, and its secrets."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    secrets: dict[str, str] = field(default_factory=dict, repr=False)
    """Handed over through a pipe (:mod:`backend.keys.handover`), never in the environment."""


@dataclass
class Running:
    """A started process, since when, how often it has died in a row and when it may start again."""

    process: Process
    child: subprocess.Popen[str] | None = None
    started_at: float = 0.0
    deaths: int = 0
    start_again_at: float = 0.0


def pause_after(deaths: int) -> float:
    """Seconds until a process is started again that has died so many times in a row."""
    # The exponent is bounded: a process that dies for hours would otherwise be a number too large to compute.
    return min(FIRST_PAUSE * 2.0 ** min(deaths - 1, 10), LONGEST_PAUSE)


def dying_with_parent(command: tuple[str, ...]) -> tuple[str, ...]:
    """The command, ended by the kernel when the supervisor is gone, however it went (Linux, util-linux's setpriv)."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "KILL", "--", *command) if setpriv else command


@dataclass
class Supervisor:
    """Keeps processes running until :meth:`stop`. All starts happen on the thread that calls :meth:`watch`."""

    folder: Path
    out: IO[str] = field(default_factory=lambda: sys.stdout)
    stopping: threading.Event = field(default_factory=threading.Event)
    running: list[Running] = field(default_factory=list)
    writing: threading.Lock = field(default_factory=threading.Lock)
    width: int = 8

    def say(self, name: str, line: str) -> None:
        """One line of one process, whole: two processes never share a line.

        A line that nobody takes (a full disk, a closed terminal) is dropped: waiting for it would stop a process.
        """
        with self.writing, suppress(OSError, ValueError):
            print(f"{name:<{self.width}} | {line}", file=self.out, flush=True)

    def start(self, processes: list[Process]) -> None:
        """Start all at once; none waits for another, each copes with the others being away."""
        for process in processes:
            entry = Running(process)
            self.running.append(entry)
            self._launch(entry)

    def watch(self) -> None:
        """Restart what dies, a little later each time it dies again soon; return when asked to stop."""
        while not self.stopping.wait(0.2):
            now = time.monotonic()
            for entry in self.running:
                self._look_after(entry, now)

    def stop(self) -> None:
        """Ask every process to end, wait, end those that did not. Safe to call twice."""
        self.stopping.set()
        alive = [entry.child for entry in self.running if entry.child and entry.child.poll() is None]
        for child in alive:
            child.terminate()
        end = time.monotonic() + GRACE
        for child in alive:
            try:
                child.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()

    def _look_after(self, entry: Running, now: float) -> None:
        if entry.child is not None and entry.child.poll() is not None:
            settled = now - entry.started_at > SETTLED_AFTER
            entry.deaths = 0 if settled else entry.deaths
            self._start_later(entry, now, f"ended with {entry.child.returncode}")
        elif entry.child is None and now >= entry.start_again_at:
            self._launch(entry)

    def _start_later(self, entry: Running, now: float, why: str) -> None:
        entry.deaths += 1
        pause = pause_after(entry.deaths)
        self.say("run", f"{entry.process.name} {why}; starting it again in {pause:g} s")
        entry.child, entry.start_again_at = None, now + pause

    def _launch(self, entry: Running) -> None:
        try:
            self._spawn(entry)
        except OSError as error:
            # No memory or no process left just now: the others go on.
            self._start_later(entry, time.monotonic(), f"could not be started ({error.strerror})")

    def _spawn(self, entry: Running) -> None:
        pipe = handover.send(entry.process.secrets)
        try:
            entry.child = self._child(entry.process, pipe)
        finally:
            os.close(pipe)
        entry.started_at = time.monotonic()
        threading.Thread(target=self._relay, args=(entry.process.name, entry.child), daemon=True).start()

    def _child(self, process: Process, pipe: int) -> subprocess.Popen[str]:
        # A session of its own, so that Ctrl-C reaches the supervisor alone and the order of stopping is ours.
        return subprocess.Popen(  # noqa: S603 - our own command lines  # nosec B603
            dying_with_parent(process.command),
            cwd=self.folder,
            env=process.environment | ({handover.NAME: str(pipe)} if process.secrets else {}),
            pass_fds=[pipe] if process.secrets else [],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )

    def _relay(self, name: str, child: subprocess.Popen[str]) -> None:
        assert child.stdout is not None  # noqa: S101 - asked for with PIPE
        with child.stdout:
            for line in child.stdout:
                self.say(name, line.rstrip("\n"))
